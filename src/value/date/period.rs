//! Periods: decades, centuries, seasons, quarters, halves, holidays, "early August", "the first week of May".

use super::super::reader::Reader;
use super::super::{DateSet, Hedge, Precision, ordinal};
use super::Direction;
use super::{Piece, calendar, day_and_month, direction, numeric, relative, resolve, with_weekday, year};
use jiff::civil::Date;

/// The period that starts at a token.
pub fn period(reader: &Reader, at: usize) -> Option<Piece> {
    let at_word = at + usize::from(reader.is(at, "the"));
    let word = reader.word(at_word);
    let numbered = reader.is_digits(at_word)
        || word.cardinal.is_some()
        || word.ordinal.is_some()
        || word.scale.is_some()
        || reader.is_any(at_word, &["last", "q", "h"])
        || word.start && relative::is_step(reader, at_word);
    let nth =
        |read: fn(&Reader, usize) -> Option<(DateSet, usize)>| if numbered { read(reader, at_word) } else { None };
    let (set, end) = decade(reader, at)
        .or_else(|| nth(century))
        .or_else(|| part_of(reader, at_word))
        .or_else(|| nth(nth_of))
        .or_else(|| nth(quarter))
        .or_else(|| week(reader, at_word))
        .or_else(|| special_year(reader, at_word))
        .or_else(|| season(reader, at_word, None))
        .or_else(|| holiday(reader, at_word, None))?;
    Some(Piece { set: Some(set), end, ..Default::default() })
}

/// A period that another is part of: "this month", "2015", "Jan 2015", "the year".
pub fn target(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let at = at + usize::from(reader.is_any(at, &["the", "my", "our"]));
    if let Some(piece) = relative::named(reader, at) {
        return Some(piece);
    }
    if let (Some(unit), Some(today)) = (relative::calendar_unit(reader, at), reader.today) {
        return calendar::around(today, unit, true).map(|set| (set, at + 1));
    }
    if let Some(found) = quarter(reader, at)
        .or_else(|| season(reader, at, None))
        .or_else(|| decade(reader, at))
        .or_else(|| century(reader, at))
        .or_else(|| special_year(reader, at))
    {
        return Some(found);
    }
    let piece = day_and_month(reader, at).or_else(|| {
        let at = at + usize::from(reader.is(at, "year"));
        let (year, end) = year::year(reader, at)?;
        Some(Piece { year: Some(year), end, ..Default::default() })
    })?;
    let end = piece.end;
    resolve(reader, &piece, at).map(|set| (set, end))
}

/// "the 1990s", "the '40s", "the nineteen seventies", "the noughties", "twenty-tens".
fn decade(reader: &Reader, start: usize) -> Option<(DateSet, usize)> {
    let the = reader.is(start, "the");
    let at = start + usize::from(the);
    let set = |year: i16| calendar::years_set(year, 10, Precision::Decade, false);
    if let Some(year) = reader.digits(at) {
        let next = at + 1;
        let apostrophe = usize::from(matches!(reader.text(next), "'" | "’") && reader.glued(next));
        let s = next + apostrophe;
        let plural = reader.is(s, "s") && (reader.glued(s) || reader.text(at).len() == 4);
        let century = year.rem_euclid(100) == 0 && reader.text(at).len() == 4;
        if !plural || year % 10 != 0 {
            return None;
        }
        return match reader.text(at).len() {
            4 if century && year != 2000 => {
                calendar::years_set(i16::try_from(year).ok()?, 100, Precision::Century, false).map(|set| (set, s + 1))
            }
            4 => set(i16::try_from(year).ok()?).map(|set| (set, s + 1)),
            2 if the => {
                let year = i16::try_from(year).ok()?;
                set(if year <= 20 { 2000 + year } else { 1900 + year }).map(|set| (set, s + 1))
            }
            _ => None,
        };
    }
    if matches!(reader.text(at), "'" | "’" | "‘") && reader.glued(at + 1) && reader.is(at + 2, "s") {
        let year = i16::try_from(reader.digits(at + 1)?).ok().filter(|year| year % 10 == 0)?;
        return set(if year <= 20 { 2000 + year } else { 1900 + year }).map(|set| (set, at + 3));
    }
    if let Some(decade) = reader.word(at).decade {
        let spelled = reader.is(at, "noughties");
        let people = reader.before(at, &["his", "her", "their", "my", "your", "our", "early", "mid", "late"]) && !the;
        let fits = spelled || (the && !reader.is_any(at, &["tens", "teens"]));
        return (fits && !people)
            .then(|| set(if decade <= 10 { 2000 + decade } else { 1900 + decade }).map(|set| (set, at + 1)))?;
    }
    // "nineteen seventies", "twenty-tens".
    let hundreds = reader.word(at).cardinal.filter(|value| (10..=20).contains(value))?;
    let next = reader.past_hyphen(at + 1);
    let decade = reader.word(next).decade?;
    let year = i16::try_from(hundreds).ok()? * 100 + decade;
    set(year).map(|set| (set, next + 1))
}

/// "the 21st century", "15th  century".
fn century(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let (nth, next) = ordinal::ordinal(reader, at).filter(|&(nth, _)| (1..=30).contains(&nth))?;
    let word = reader.past_hyphen(next);
    if !reader.is(word, "century") {
        return None;
    }
    let from = (i16::try_from(nth).ok()? - 1) * 100;
    calendar::years_set(from.max(0), 100, Precision::Century, false).map(|set| (set, word + 1))
}

/// "early August", "mid-November", "late last week", "the beginning of 2000", "end of month", "earlier this year".
fn part_of(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let word = reader.lower(at);
    let part = match word {
        "early" | "beginning" | "start" => Part::Start,
        "mid" | "middle" => Part::Middle,
        "late" | "end" => Part::End,
        "earlier" => Part::Before,
        "later" => Part::After,
        "rest" | "remainder" | "remaining" => Part::Rest,
        _ => return None,
    };
    let noun = matches!(word, "beginning" | "start" | "middle" | "end" | "rest" | "remainder");
    let mut next = reader.past_hyphen(at + 1);
    if noun || part == Part::Rest {
        match reader.is(next, "of") {
            true => next += 1,
            false if part == Part::Rest && reader.is_any(next, &["the", "my"]) => {}
            false => return None,
        }
    } else if reader.is_any(next, &["in", "on"]) {
        let relative = matches!(part, Part::Before | Part::After);
        if !relative {
            return None;
        }
        next += 1;
    }
    let (whole, end) = target(reader, next)?;
    let bare_the = matches!(part, Part::Before | Part::After) && whole.precision == Precision::Year && !whole.relative;
    if bare_the || whole.precision == Precision::Day && part != Part::Rest {
        return None;
    }
    Some((cut(&whole, part, reader.today)?, end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
#[rustfmt::skip]
enum Part { Start, Middle, End, Before, After, Rest }

/// A third or so of a stretch: the first half of a month, four months of a year.
fn cut(whole: &DateSet, part: Part, today: Option<Date>) -> Option<DateSet> {
    let (Some(from), Some(to)) = (whole.from, whole.to) else { return Some(whole.clone()) };
    let days = calendar::days_between(from, to) + 1;
    let at = |share: i64| calendar::add_days(from, days * share / 12);
    let month = |number: i8| Date::new(from.year(), number, 1).ok();
    let year = whole.precision == Precision::Year;
    let (from, to) = match part {
        Part::Start if year => (from, month(4)?.last_of_month()),
        Part::Middle if year => (month(5)?, month(8)?.last_of_month()),
        Part::End if year => (month(9)?, to),
        Part::Start if whole.precision == Precision::Month => (from, calendar::add_days(from, 14)?),
        Part::Middle if whole.precision == Precision::Month => {
            (calendar::add_days(from, 9)?, calendar::add_days(from, 19)?)
        }
        Part::End if whole.precision == Precision::Month => (calendar::add_days(from, 15)?, to),
        Part::Start if whole.precision == Precision::Week => (from, calendar::add_days(from, 2)?),
        Part::Middle if whole.precision == Precision::Week => {
            (calendar::add_days(from, 1)?, calendar::add_days(from, 4)?)
        }
        Part::End if whole.precision == Precision::Week => (calendar::add_days(from, 3)?, to),
        Part::Start => (from, at(5)?),
        Part::Middle => (at(3)?, at(9)?),
        Part::End => (at(7)?, to),
        Part::Before => match today.filter(|day| *day >= from && *day <= to) {
            Some(today) => (from, today),
            None => (from, at(6)?),
        },
        Part::After | Part::Rest => match today.filter(|day| *day >= from && *day <= to) {
            Some(today) => (today, to),
            None => (at(6)?, to),
        },
    };
    let hedge = if matches!(part, Part::Before | Part::After | Part::Rest) { Hedge::Exact } else { Hedge::About };
    Some(DateSet { from: Some(from), to: Some(to), hedge, ..whole.clone() })
}

/// "first week of Jan 2015", "the second Monday of next month", "the 31st day of the month", "last 3 weeks of this year".
fn nth_of(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let last = reader.is(at, "last");
    let (nth, next) = match last {
        true => (-1, at + 1),
        false => ordinal::ordinal(reader, at).filter(|&(nth, _)| (1..=53).contains(&nth))?,
    };
    let counted = reader.digits(next).or_else(|| reader.word(next).cardinal).filter(|_| nth == 1 || last);
    let unit_at = next + usize::from(counted.is_some());
    let weekday = reader.word(unit_at).weekday;
    let unit = relative::calendar_unit(reader, unit_at);
    if unit == Some("quarter") && counted.is_none() {
        return None;
    }
    let of = unit_at + 1;
    let joined =
        reader.is_any(of, &["of", "in"]) || relative::named(reader, of).is_some() || year::digits(reader, of).is_some();
    if (weekday.is_none() && unit.is_none()) || !joined {
        let today = reader.today?;
        let weekday =
            weekday.filter(|_| nth > 0 && nth <= 5 && !last && reader.before(at, &["back", "the", "on", "last"]))?;
        let date = calendar::nth_weekday(today.year(), today.month(), weekday, i8::try_from(nth).ok()?)?;
        return Some((calendar::day_set(date, true), of));
    }
    let from = of + usize::from(reader.is_any(of, &["of", "in"]));
    let (whole, end) = target(reader, from)?;
    let (start, stop) = (whole.from?, whole.to?);
    let relative = whole.relative;
    if let Some(weekday) = weekday {
        let date = calendar::nth_weekday(start.year(), start.month(), weekday, i8::try_from(nth).ok()?)?;
        return (whole.precision == Precision::Month).then(|| (calendar::day_set(date, relative), end));
    }
    let unit = unit?;
    let count = counted.unwrap_or(1);
    let set = match (unit, last) {
        ("week", true) => {
            let mut monday = calendar::monday(stop)?;
            // ISO weeks belong to the period that holds their Thursday.
            if calendar::add_days(monday, 3)? > stop {
                monday = calendar::add_days(monday, -7)?;
            }
            let from = calendar::add_days(monday, -7 * (count - 1))?;
            calendar::stretch(from, calendar::add_days(monday, 6)?, Precision::Week, relative)
        }
        ("week", false) => {
            let monday = first_week(start)?;
            let from = calendar::add_days(monday, 7 * (nth - 1))?;
            calendar::stretch(from, calendar::add_days(from, 7 * count - 1)?, Precision::Week, relative)
        }
        (unit, true) => {
            let from = calendar::shift(calendar::add_days(stop, 1)?, unit, -count)?;
            let precision = calendar::around(stop, unit, relative)?.precision;
            calendar::stretch(from, stop, precision, relative)
        }
        (unit, false) => {
            let from = calendar::shift(start, unit, nth - 1)?;
            let after = calendar::shift(from, unit, count)?;
            let precision = calendar::around(start, unit, relative)?.precision;
            calendar::stretch(from, calendar::add_days(after, -1)?, precision, relative)
        }
    };
    (set.from? <= stop).then_some((set, end))
}

/// The Monday of the first week that has its Thursday in the period.
fn first_week(start: Date) -> Option<Date> {
    let monday = calendar::monday(start)?;
    match calendar::add_days(monday, 3)? < start {
        true => calendar::add_days(monday, 7),
        false => Some(monday),
    }
}

/// "Q3 2016", "2017 q1", "the third quarter of 2020", "H1 2016", "first half of the year", "2019-H2".
fn quarter(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    if let Some((year, next)) = year::digits(reader, at) {
        let next = if reader.is_dash(next) { next + 1 } else { next };
        let next = next + usize::from(reader.is(next, "the"));
        let (first, months, end) = quarter_name(reader, next).filter(|_| reader.joined(next))?;
        return quarter_set(year, first, months, false).map(|set| (set, end));
    }
    if let Some((offset, next)) = relative::year_offset(reader, at) {
        // "next year's first quarter"
        let next = if matches!(reader.text(next), "'" | "’") { next + 2 } else { next };
        let today = reader.today?;
        let (first, months, end) = quarter_name(reader, next)?;
        return quarter_set(today.year() + offset, first, months, true).map(|set| (set, end));
    }
    let (first, months, end) = quarter_name(reader, at)?;
    let mut of = end;
    if reader.is_any(of, &["of", "in"]) || reader.is_dash(of) || reader.text(of) == "," {
        of += 1;
    }
    let of = of + usize::from(reader.is_any(of, &["fiscal", "the"]));
    let short = year::short(reader, of, false);
    if let Some((year, end)) = year::year(reader, of).or(short).filter(|_| reader.joined(of)) {
        return quarter_set(year, first, months, false).map(|set| (set, end));
    }
    if let Some((offset, end)) = relative::year_offset(reader, of)
        && let Some(today) = reader.today
    {
        return quarter_set(today.year() + offset, first, months, true).map(|set| (set, end));
    }
    let the_year = reader.is(of, "year") && reader.is(of - 1, "the");
    let end = if the_year { of + 1 } else { end };
    let half = months == 6;
    if half && !the_year {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Quarter), end)) };
    let year = match direction(reader, at) {
        Direction::Past if first > today.month() => today.year() - 1,
        _ => today.year(),
    };
    quarter_set(year, first, months, true).map(|set| (set, end))
}

fn quarter_set(year: i16, first: i8, months: i64, relative: bool) -> Option<DateSet> {
    calendar::months_set(Date::new(year, first, 1).ok()?, months, Precision::Quarter, relative)
}

/// First month and number of months of "Q3", "third quarter", "H1", "second half".
fn quarter_name(reader: &Reader, at: usize) -> Option<(i8, i64, usize)> {
    let (count, size, end) = match () {
        () if reader.is_any(at, &["q", "h"]) && reader.glued(at + 1) && reader.text(at + 1).len() == 1 => {
            let count = reader.digits(at + 1)?;
            if reader.glued(at) && reader.is_digits(at - 1) {
                return None;
            }
            (count, if reader.is(at, "q") { 3 } else { 6 }, at + 2)
        }
        () => {
            let (count, next) = ordinal::ordinal(reader, at)?;
            let noun = reader.past_hyphen(next);
            let size = match () {
                () if reader.is(noun, "quarter") => 3,
                () if reader.is(noun, "half") && reader.is(noun + 1, "of") => 6,
                () => return None,
            };
            let count = if count == -1 { 12 / size } else { count };
            if !(1..=4).contains(&count) {
                return None;
            }
            (count, size, noun + 1)
        }
    };
    let first = (count - 1) * size + 1;
    (1..=12).contains(&first).then(|| i8::try_from(first).ok().map(|first| (first, size, end)))?
}

/// "week 10", "week of Sept 16th", "w/c Feb 4", "the week starting on February 4", "week 3 of 2027".
fn week(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let w_c = reader.is(at, "w") && reader.text(at + 1) == "/" && reader.is(at + 2, "c");
    if !reader.is(at, "week") && !w_c {
        return None;
    }
    let mut next = at + if w_c { 3 } else { 1 };
    if let Some(number) = reader.digits(next).filter(|number| (1..=53).contains(number) && !w_c) {
        let of = next + 1 + usize::from(reader.is(next + 1, "of"));
        let (year, end) = match year::digits(reader, of) {
            Some((year, end)) if of > next + 1 => (year, end),
            _ => (reader.today?.year(), next + 1),
        };
        let monday = first_week(Date::new(year, 1, 1).ok()?)?;
        let from = calendar::add_days(monday, 7 * (number - 1))?;
        return Some((calendar::week_of(from, true)?, end));
    }
    if reader.is_any(next, &["starting", "beginning", "commencing", "ending", "ended"]) {
        next += 1 + usize::from(reader.is_any(next + 1, &["on"]));
    } else if reader.is(next, "of") {
        next += 1;
    } else if !w_c {
        return None;
    }
    next += usize::from(reader.is(next, "the"));
    let piece = with_weekday(reader, next)
        .or_else(|| day_and_month(reader, next))
        .or_else(|| numeric::numeric(reader, next))
        .or_else(|| {
            let (day, end) = super::day_number(reader, next).filter(|&(_, end)| end > next + 1)?;
            Some(Piece { day: Some(day), end, ..Default::default() })
        })
        .filter(|piece| piece.day.is_some())?;
    let (end, set) = (piece.end, resolve(reader, &piece, at)?);
    let Some(day) = set.from else { return Some((calendar::open(Precision::Week), end)) };
    let mut week = calendar::week_of(day, set.relative)?;
    week.precision = Precision::Week;
    Some((week, end))
}

/// "fiscal 2021", "FY2019", "the 2013-14 season" is a range; "school year 2008", "calendar year".
fn special_year(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let short = reader.is_any(at, &["fy", "cy"]);
    let named = reader.is_any(at, &["fiscal", "financial", "school", "academic", "calendar"]);
    if !short && !named {
        return None;
    }
    let mut next = at + 1;
    next += usize::from(reader.is(next, "year"));
    let found = year::digits(reader, next).or_else(|| year::short(reader, next, short)).or_else(|| {
        let digits = reader.digits(next).filter(|_| short && reader.glued(next))?;
        Some((i16::try_from(digits).ok()?, next + 1))
    });
    let (year, end) = found?;
    let set = calendar::year_set(year, false)?;
    let hedge = if reader.is_any(at, &["calendar", "cy"]) { Hedge::Exact } else { Hedge::About };
    Some((DateSet { hedge, ..set }, end))
}

/// "summer", "the summer of 2016", "spring 2024". Without a year it is the nearest one.
pub fn season(reader: &Reader, at: usize, offset: Option<i64>) -> Option<(DateSet, usize)> {
    let (first, last) = reader.word(at).season?;
    // "fall" and "spring" are verbs too: a season needs a word that leads to it.
    let mut next = at + 1;
    next += usize::from(reader.is_any(next, &["of", "in", "'", "’"]) || reader.text(next) == ",");
    let dated = year::year(reader, next)
        .or_else(|| year::short(reader, next, false))
        .or_else(|| year::short(reader, next - 1, false))
        .filter(|_| reader.joined(next));
    let set = |year: i16, relative: bool| {
        let from = Date::new(year, first, 1).ok()?;
        let months = i64::from((last - first).rem_euclid(12) + 1);
        let mut set = calendar::months_set(from, months, Precision::Season, relative)?;
        // Seasons have no sharp edges: three weeks either way.
        set.from = calendar::add_days(from, -21);
        set.to = set.to.and_then(|to| calendar::add_days(to, 21));
        Some(DateSet { hedge: Hedge::About, ..set })
    };
    if let Some((year, end)) = dated {
        return set(year, false).map(|set| (set, end));
    }
    if let Some((year_offset, end)) = relative::year_offset(reader, next)
        && let Some(today) = reader.today
    {
        return set(today.year() + year_offset, true).map(|set| (set, end));
    }
    let led = reader.before(
        at,
        &[
            "in", "since", "the", "during", "by", "until", "mid", "early", "late", "this", "last", "next", "of",
            "whole", "all", "entire", "every",
        ],
    );
    if offset.is_none() && !led {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Season), at + 1)) };
    let begins_later = first > today.month();
    let year = match offset {
        Some(0) => today.year(),
        Some(offset) if offset < 0 => {
            today.year() - i16::from(begins_later || (first..=last.max(first)).contains(&today.month()))
        }
        Some(_) => today.year() + i16::from(!begins_later),
        None if begins_later && direction(reader, at) == Direction::Past => today.year() - 1,
        None => today.year(),
    };
    set(year, true).map(|set| (set, at + 1))
}

/// "Christmas", "Thanksgiving 2019", "labor day 2021 weekend"; the nearest one without a year.
pub fn holiday(reader: &Reader, at: usize, offset: Option<i64>) -> Option<(DateSet, usize)> {
    let (end, &rule) = reader.phrase(&reader.vocabulary.holidays, at)?;
    let rule = reader.vocabulary.holiday_rules.get(rule)?;
    let mut next = end;
    let weekend_first = reader.is(next, "weekend");
    next += usize::from(weekend_first);
    next += usize::from(reader.is(next, "of") || reader.text(next) == ",");
    let dated = year::year(reader, next).filter(|_| reader.joined(next));
    let by_offset =
        relative::year_offset(reader, next).and_then(|(offset, end)| Some((reader.today?.year() + offset, end)));
    let finish = |year: i16, end: usize, relative: bool| {
        let date = calendar::holiday(rule, year)?;
        let after = reader.is(end, "weekend");
        if weekend_first || after {
            let monday = calendar::weekday(date) == 1;
            let anchor = if monday { calendar::add_days(date, -1)? } else { date };
            let mut set = calendar::weekend_of(anchor, relative)?;
            if monday {
                set.to = Some(date);
            }
            return Some((set, end + usize::from(after)));
        }
        Some((calendar::day_set(date, relative), end))
    };
    if let Some((year, end)) = dated {
        return finish(year, end, false);
    }
    if let Some((year, end)) = by_offset {
        return finish(year, end, true);
    }
    let end = end + usize::from(weekend_first);
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Day), end)) };
    let this = calendar::holiday(rule, today.year())?;
    let year = match offset {
        Some(offset) if offset < 0 => today.year() - i16::from(this >= today),
        Some(offset) if offset > 0 => today.year() + i16::from(this <= today),
        _ => {
            let date = calendar::nearest(today, this.month(), this.day(), direction(reader, at))?;
            date.year()
        }
    };
    finish(year, end, true)
}
