//! Stretches of days: months, quarters, weeks, holidays, arithmetic that never overflows.

use super::super::vocabulary::HolidayRule;
use super::{DateSet, Direction, Hedge, Precision};
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// One day.
pub fn day_set(date: Date, relative: bool) -> DateSet {
    DateSet { relative, ..DateSet::day(date) }
}

/// A stretch with both ends.
pub fn stretch(from: Date, to: Date, precision: Precision, relative: bool) -> DateSet {
    DateSet { from: Some(from), to: Some(to), precision, relative, hedge: Hedge::Exact, weekday_agrees: None }
}

/// A relative date in a text without a date.
pub fn open(precision: Precision) -> DateSet {
    DateSet { from: None, to: None, precision, relative: true, hedge: Hedge::Exact, weekday_agrees: None }
}

pub fn month_set(year: i16, month: i8, relative: bool) -> Option<DateSet> {
    let from = Date::new(year, month, 1).ok()?;
    Some(stretch(from, from.last_of_month(), Precision::Month, relative))
}

pub fn year_set(year: i16, relative: bool) -> Option<DateSet> {
    years_set(year, 1, Precision::Year, relative)
}

/// A number of years from the first of January.
pub fn years_set(year: i16, count: i16, precision: Precision, relative: bool) -> Option<DateSet> {
    let last = year.checked_add(count)?.checked_sub(1)?;
    Some(stretch(Date::new(year, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, precision, relative))
}

/// A number of months from the first of one.
pub fn months_set(from: Date, count: i64, precision: Precision, relative: bool) -> Option<DateSet> {
    let from = from.first_of_month();
    let last = add_months(from, count - 1)?.last_of_month();
    Some(stretch(from, last, precision, relative))
}

/// Monday to Sunday around a day.
pub fn week_of(date: Date, relative: bool) -> Option<DateSet> {
    let monday = monday(date)?;
    Some(stretch(monday, add_days(monday, 6)?, Precision::Week, relative))
}

/// Saturday and Sunday of the week of a day.
pub fn weekend_of(date: Date, relative: bool) -> Option<DateSet> {
    let monday = monday(date)?;
    Some(stretch(add_days(monday, 5)?, add_days(monday, 6)?, Precision::Day, relative))
}

pub fn monday(date: Date) -> Option<Date> {
    add_days(date, i64::from(1 - weekday(date)))
}

/// 1 for Monday to 7 for Sunday.
pub fn weekday(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

pub fn add_days(date: Date, days: i64) -> Option<Date> {
    add(date, Span::new().try_days(days).ok()?)
}

pub fn add_months(date: Date, months: i64) -> Option<Date> {
    add(date, Span::new().try_months(months).ok()?)
}

pub fn add_years(date: Date, years: i64) -> Option<Date> {
    add(date, Span::new().try_years(years).ok()?)
}

fn add(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

/// The first of the quarter of a day.
pub fn quarter_start(date: Date) -> Option<Date> {
    Date::new(date.year(), (date.month() - 1) / 3 * 3 + 1, 1).ok()
}

/// The month and day nearest to today; looking back it is at most four months ahead.
pub fn nearest(today: Date, month: i8, day: i8, direction: Direction) -> Option<Date> {
    let candidates = (-8..=8).filter_map(|offset| Date::new(today.year().checked_add(offset)?, month, day).ok());
    let distance = |date: &Date| {
        let days = i64::from(today.until(*date).map_or(i32::MAX, |span| span.get_days()));
        let ahead = days > 0;
        let against = match direction {
            Direction::Past => ahead && days > 120,
            Direction::Future => !ahead && days < -30,
        };
        (against, days.abs())
    };
    candidates.min_by_key(distance)
}

/// The year in which the month is nearest to today.
pub fn nearest_month(today: Date, month: i8, direction: Direction) -> i16 {
    let this = today.year();
    match direction {
        Direction::Past if month > today.month() + 4 => this - 1,
        Direction::Past if month + 12 <= today.month() + 2 => this + 1,
        Direction::Future if month < today.month() => this + 1,
        _ => this,
    }
}

/// The day of a month nearest to today, on a weekday where one is given.
pub fn nearest_day(today: Date, day: i8, on: Option<i8>) -> Option<Date> {
    let first = today.first_of_month();
    let candidates = (-24..=24).filter_map(|offset| {
        let month = add_months(first, offset)?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        on.is_none_or(|on| weekday(date) == on).then_some(date)
    });
    let distance = |date: &Date| {
        let days = i64::from(today.until(*date).map_or(i32::MAX, |span| span.get_days()));
        (days.abs(), days > 0)
    };
    candidates.min_by_key(distance)
}

/// A weekday as the nth of a month; -1 is the last.
pub fn nth_weekday(year: i16, month: i8, on: i8, nth: i8) -> Option<Date> {
    let on = Weekday::from_monday_one_offset(on).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, on).ok()
}

/// A holiday in a year.
pub fn holiday(rule: &HolidayRule, year: i16) -> Option<Date> {
    if let Some(days) = rule.easter {
        return add_days(easter(year)?, days);
    }
    if rule.weekday > 0 {
        return add_days(nth_weekday(year, rule.month, rule.weekday, rule.nth)?, rule.plus);
    }
    Date::new(year, rule.month, rule.day).ok()
}

/// Easter Sunday by the Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The days between two dates.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until((jiff::Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}

/// A day `count` units on (or back), where the unit is a stretch of the calendar.
pub fn shift(date: Date, unit: &str, count: i64) -> Option<Date> {
    match unit {
        "day" => add_days(date, count),
        "week" => add_days(date, count.checked_mul(7)?),
        "fortnight" => add_days(date, count.checked_mul(14)?),
        "month" => add_months(date, count),
        "quarter" => add_months(date, count.checked_mul(3)?),
        "year" => add_years(date, count),
        "decade" => add_years(date, count.checked_mul(10)?),
        "century" => add_years(date, count.checked_mul(100)?),
        _ => None,
    }
}

/// The stretch of the calendar around a day: its week, month, year …
pub fn around(date: Date, unit: &str, relative: bool) -> Option<DateSet> {
    match unit {
        "day" => Some(day_set(date, relative)),
        "week" => week_of(date, relative),
        "fortnight" => {
            let monday = monday(date)?;
            Some(stretch(monday, add_days(monday, 13)?, Precision::Week, relative))
        }
        "weekend" => weekend_of(date, relative),
        "month" => month_set(date.year(), date.month(), relative),
        "quarter" => months_set(quarter_start(date)?, 3, Precision::Quarter, relative),
        "year" => year_set(date.year(), relative),
        "decade" => years_set(date.year().div_euclid(10) * 10, 10, Precision::Decade, relative),
        "century" => years_set(date.year().div_euclid(100) * 100, 100, Precision::Century, relative),
        _ => None,
    }
}
