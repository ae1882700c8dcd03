//! Ages: "72 years old", "12-year-old", "aged 72", "ten months of age", always in years.

use super::measure;
use super::number::{Number, number};
use super::quantity::{Quantity, plain};
use super::reader::Reader;
use super::{Amount, Dimension, Unit};
use rust_decimal::Decimal;

/// "aged 72", "age 87", "at the age of 72".
pub fn prefixed(reader: &Reader, at: usize) -> Option<Quantity> {
    let from = match reader.lower(at) {
        "aged" => at + 1,
        "age" if reader.is(at + 1, "of") => at + 2,
        "age" => at + 1,
        _ => return None,
    };
    let number = number(reader, from, false)?;
    if number.value > Decimal::from(150) || number.fraction {
        return None;
    }
    if let Some((unit, end)) = measure::time_unit(reader, number.end) {
        let reading = in_years(plain(&number, unit))?;
        return Some(Quantity { number, readings: vec![reading], core_end: end, end });
    }
    let end = number.end;
    Some(Quantity { readings: vec![plain(&number, Unit::Age)], number, core_end: end, end })
}

/// "five years old", "3 years of age", "12-year-old", "87 yo".
pub fn suffixed(reader: &Reader, number: &Number) -> Option<Quantity> {
    let at = reader.past_hyphen(number.end);
    let year = measure::year();
    let (unit, end) = if reader.is_any(at, &["yo", "yos"]) {
        (year, at + 1)
    } else if reader.is(at, "y") && reader.text(at + 1) == "/" && reader.is(at + 2, "o") {
        (year, at + 3)
    } else {
        let (unit, end) = measure::time_unit(reader, at)?;
        let next = reader.past_hyphen(end);
        let old = reader.is_any(next, &["old", "olds"]) && reader.joined(next);
        let of_age = reader.is(end, "of") && reader.is(end + 1, "age");
        match () {
            () if old => (unit, next + 1),
            () if of_age => (unit, end + 2),
            () => return None,
        }
    };
    let reading = in_years(plain(number, unit))?;
    Some(Quantity { number: number.clone(), readings: vec![reading], core_end: end, end })
}

/// Months, weeks and days of age as parts of a year; whole years are exact.
fn in_years(amount: Amount) -> Option<Amount> {
    let Unit::Measure { id, dimension: Dimension::Time } = amount.unit else { return None };
    if id == "year" {
        let exact = amount.nominal.fract().is_zero();
        let (low, high) = if exact { (Some(amount.nominal), Some(amount.nominal)) } else { (amount.low, amount.high) };
        return Some(Amount { low, high, unit: Unit::Age, ..amount });
    }
    let days = || Decimal::from(146_097) / Decimal::from(400);
    let parts = match id {
        "month" => Decimal::from(12),
        "week" => days() / Decimal::from(7),
        "day" => days(),
        "decade" => Decimal::ONE / Decimal::TEN,
        "century" => Decimal::ONE / Decimal::ONE_HUNDRED,
        _ => return None,
    };
    let share = |value: Decimal| value.checked_div(parts).unwrap_or(value);
    let (low, high) = (amount.low.map(share), amount.high.map(share));
    Some(Amount { nominal: share(amount.nominal), low, high, unit: Unit::Age, hedge: amount.hedge })
}
