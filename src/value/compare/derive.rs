//! Values that follow from others: a duration from two times, an age from a birth date.

use super::super::date::calendar;
use super::super::{Amount, DateSet, Dimension, Hedge, Unit, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

const DAY: i64 = 24 * 60;

/// The time from one time of day to the next. Without "a.m." or "p.m." the nearer reading counts:
/// from 11:26 to 2:10 are 2 h 44 min.
pub fn between(from: &Value, to: &Value) -> Option<Value> {
    let (Value::Time { from: start, to: start_end, .. }, Value::Time { from: end, to: end_end, .. }) = (from, to)
    else {
        return None;
    };
    let middle = |low: u16, high: u16| (i64::from(low) + i64::from(high)) / 2;
    let passed = middle(*end, *end_end) - middle(*start, *start_end);
    let passed = match passed {
        passed if passed >= 0 => passed,
        passed if passed + DAY / 2 >= 0 && *start < 13 * 60 && *end < 13 * 60 => passed + DAY / 2,
        passed => passed + DAY,
    };
    let spread = i64::from(start_end.abs_diff(*start)) / 2 + i64::from(end_end.abs_diff(*end)) / 2;
    let (low, high) = (Decimal::from(passed - spread), Decimal::from(passed + spread));
    Some(Value::Amount(Amount {
        nominal: Decimal::from(passed),
        low: Some(low.max(Decimal::ZERO)),
        high: Some(high),
        unit: Unit::Measure { id: "minute", dimension: Dimension::Time },
        hedge: if spread == 0 { Hedge::Exact } else { Hedge::About },
    }))
}

/// Least and greatest age in whole years on a day.
pub fn age_on(birth: &DateSet, day: Date) -> Option<(i64, i64)> {
    let (first, last) = (birth.from?, birth.to?);
    let age = |birth: Date| {
        let years = i64::from(day.year()) - i64::from(birth.year());
        years - i64::from((day.month(), day.day()) < (birth.month(), birth.day()))
    };
    (last <= day).then(|| (age(last), age(first)))
}

/// The time from a date to a day: in years from two years on, in months from two months on, else in days.
pub fn elapsed(from: &DateSet, to: Date) -> Option<Value> {
    let (first, last) = (from.from?, from.to?);
    let days = |from: Date| calendar::days_between(from, to);
    let (least, most) = (days(last), days(first));
    if most < 0 {
        return None;
    }
    let day = Decimal::from(86_400);
    let (id, seconds) = match most {
        730.. => ("year", Decimal::from(31_556_952)),
        61.. => ("month", Decimal::from(2_629_746)),
        _ => ("day", day),
    };
    let count = |days: i64| Decimal::from(days.max(0)) * day / seconds;
    let (low, high) = (count(least).round_dp(6).normalize(), count(most).round_dp(6).normalize());
    Some(Value::Amount(Amount {
        nominal: if least == most { low } else { ((low + high) / Decimal::TWO).normalize() },
        low: Some(low),
        high: Some(high),
        unit: Unit::Measure { id, dimension: Dimension::Time },
        hedge: if least == most { Hedge::Exact } else { Hedge::Range },
    }))
}
