//! Dates against the article's: "yesterday", "last month", "over a decade ago", "two weeks after May 13".

use super::super::number::number;
use super::super::reader::Reader;
use super::super::{DateSet, Hedge, Precision};
use super::{Direction, Piece, calendar, direction, piece, resolve};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The relative date that starts at a token. `hedge` stands before it and goes into the set.
pub fn relative(reader: &Reader, at: usize, hedge: Hedge) -> Option<Piece> {
    let counted = reader.near_calendar(at, 8);
    let found = if counted { offset(reader, at, hedge) } else { None };
    let (set, end) = found.or_else(|| named(reader, at)).or_else(|| to_date(reader, at))?;
    Some(Piece { set: Some(set), end, ..Default::default() })
}

/// A unit of the calendar by its word, in singular or plural.
pub fn calendar_unit(reader: &Reader, at: usize) -> Option<&'static str> {
    reader.word(at).calendar
}

/// "this year", "last year", "next year": years from today, and the end.
pub fn year_offset(reader: &Reader, at: usize) -> Option<(i16, usize)> {
    let at = at + usize::from(reader.is(at, "of"));
    let (offset, next) = step_word(reader, at)?;
    let next = next + usize::from(reader.is(next, "calendar"));
    reader.is(next, "year").then(|| i16::try_from(offset).ok().map(|offset| (offset, next + 1)))?
}

/// Whether "last", "this", "next" or their like stands here.
pub fn is_step(reader: &Reader, at: usize) -> bool {
    step_word(reader, at).is_some()
}

/// "last", "this", "next" and their like: steps from now, and the token after.
fn step_word(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    let found = match reader.lower(at) {
        "last" => (-1, at + 1),
        "past" | "previous" => (-1, at + 1),
        "this" if reader.is_any(at + 1, &["past", "last"]) => (-1, at + 2),
        "this" if reader.is_any(at + 1, &["coming", "upcoming"]) => (1, at + 2),
        "this" | "current" | "same" | "that" => (0, at + 1),
        "next" | "coming" | "upcoming" | "following" => (1, at + 1),
        _ => return None,
    };
    Some(found)
}

/// Words for a stretch around today: "today", "last week", "this summer", "next Friday", "the past two decades".
pub fn named(reader: &Reader, start: usize) -> Option<(DateSet, usize)> {
    let the = usize::from(reader.is_any(start, &["the", "my"]));
    let at = start + the;
    day_name(reader, at)
        .or_else(|| stepped(reader, at))
        .or_else(|| several(reader, at))
        .or_else(|| after_next(reader, at))
        .or_else(|| weekday_in_week(reader, at))
        .or_else(|| weekend(reader, at, the > 0))
}

/// "yesterday", "tonight", "the day before yesterday".
fn day_name(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let day = |offset: i64, end: usize| Some((day_from_today(reader, offset), end));
    match reader.lower(at) {
        "today" | "tonight" | "otd" => day(0, at + 1),
        "yesterday" => day(-1, at + 1),
        "tomorrow" => day(1, at + 1),
        "day" if reader.is(at + 1, "before") && reader.is(at + 2, "yesterday") => day(-2, at + 3),
        "day" if reader.is(at + 1, "after") && reader.is(at + 2, "tomorrow") => day(2, at + 3),
        "last" if reader.is(at + 1, "night") => day(-1, at + 2),
        "this" if reader.is_any(at + 1, &["morning", "afternoon", "evening"]) => day(0, at + 2),
        // What day it was the day before of, the text says elsewhere.
        "day"
            if reader.is_any(at + 1, &["before", "after", "earlier", "later"])
                && reader.before(at, &["the", "a"])
                && reader.ends(at + 2) =>
        {
            Some((calendar::open(Precision::Day), at + 2))
        }
        _ => None,
    }
}

fn day_from_today(reader: &Reader, offset: i64) -> DateSet {
    let date = reader.today.and_then(|today| calendar::add_days(today, offset));
    date.map_or(calendar::open(Precision::Day), |date| calendar::day_set(date, true))
}

/// "last month", "next Friday", "this week Monday", "last sept", "this summer", "last Easter", "next school year".
fn stepped(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let (steps, mut next) = step_word(reader, at)?;
    let word = reader.lower(at);
    if !reader.joined(next) {
        return None;
    }
    next += usize::from(
        reader.is_any(next, &["calendar", "working", "business", "fiscal", "school", "academic", "financial"]),
    );
    if reader.is_any(next, &["may", "march"]) && !reader.is_capitalised(next) {
        return None;
    }
    if word == "that"
        && !reader.is_any(next, &["weekend", "week", "month", "year", "day", "summer", "winter", "spring", "autumn"])
        && reader.word(next).month.is_none()
    {
        return None;
    }
    if word == "that" {
        // "that September": which one is in another sentence.
        let precision = if reader.word(next).month.is_some() { Precision::Month } else { Precision::Year };
        let unit = calendar_unit(reader, next)
            .or(reader.word(next).month.map(|_| "month"))
            .or(reader.word(next).season.map(|_| "season"))?;
        let precision = match unit {
            "day" | "weekend" => Precision::Day,
            "week" => Precision::Week,
            "month" => Precision::Month,
            "season" => Precision::Season,
            _ => precision,
        };
        return Some((calendar::open(precision), next + 1));
    }
    if let Some(unit) = calendar_unit(reader, next) {
        let end = next + 1;
        let plural = reader.text(next).ends_with('s');
        if plural || (unit == "day" && word == "same") || (unit == "weekend" && steps == 0 && word == "same") {
            return None;
        }
        let Some(today) = reader.today else { return Some((calendar::open(precision_of(unit)), end)) };
        if unit == "week"
            && let Some(weekday) = week_weekday(reader, end)
        {
            let monday = calendar::add_days(calendar::monday(today)?, 7 * steps)?;
            let date = calendar::add_days(monday, i64::from(weekday.0 - 1))?;
            return Some((calendar::day_set(date, true), weekday.1));
        }
        let day = match unit {
            "weekend" => calendar::add_days(today, 7 * steps)?,
            // "last decade", "in the past year": twelve months back is what is meant as often.
            _ => calendar::shift(first_of(today, unit)?, unit, steps)?,
        };
        let mut set = calendar::around(day, unit, true)?;
        if unit == "week" && reader.before(next, &["working", "business"]) {
            set.to = set.from.and_then(|monday| calendar::add_days(monday, 4));
        }
        if reader.before(next, &["fiscal", "school", "academic", "financial"]) {
            set.hedge = Hedge::About;
        }
        return Some((set, end));
    }
    let named = reader.word(next);
    if let Some(weekday) = named.weekday {
        let end = next + 1;
        if let Some(piece) = super::with_weekday(reader, next).filter(|piece| piece.day.is_some()) {
            let end = piece.end;
            let set = resolve(reader, &piece, at)?;
            return Some((DateSet { relative: true, ..set }, end));
        }
        let Some(today) = reader.today else { return Some((calendar::open(Precision::Day), end)) };
        let ahead = i64::from((weekday - calendar::weekday(today)).rem_euclid(7));
        let monday = calendar::monday(today)?;
        let date = match (word, steps) {
            ("this", 1) | ("coming" | "upcoming", _) => calendar::add_days(today, if ahead == 0 { 7 } else { ahead })?,
            ("previous" | "last", _) if word == "previous" => calendar::add_days(monday, -7 + i64::from(weekday - 1))?,
            (_, -1) => calendar::add_days(today, ahead - 7)?,
            (_, 0) => calendar::add_days(monday, i64::from(weekday - 1))?,
            // "next Sunday" is the one of next week.
            _ => calendar::add_days(monday, 7 + i64::from(weekday - 1))?,
        };
        return Some((calendar::day_set(date, true), end));
    }
    if let Some(month) = named.month.filter(|_| !reader.is(next, "may") || reader.is_capitalised(next)) {
        if let Some(piece) =
            super::day_and_month(reader, next).filter(|piece| piece.day.is_some() || piece.year.is_some())
        {
            let end = piece.end;
            let set = resolve(reader, &piece, at)?;
            return Some((set, end));
        }
        let (_, end) = super::month(reader, next)?;
        let Some(today) = reader.today else { return Some((calendar::open(Precision::Month), end)) };
        let year = match steps {
            0 => today.year(),
            -1 if month < today.month() => today.year(),
            -1 => today.year() - 1,
            _ if month > today.month() => today.year(),
            _ => today.year() + 1,
        };
        return Some((calendar::month_set(year, month, true)?, end));
    }
    if named.season.is_some() {
        return super::period::season(reader, next, Some(steps));
    }
    if let Some(date) = super::numeric::numeric(reader, next).filter(|piece| piece.day.is_some()) {
        let (month, day) = (date.month?, date.day?);
        let today = reader.today?;
        let this = Date::new(date.year.unwrap_or(today.year()), month, day).ok()?;
        let set = match steps {
            1 if this <= today && date.year.is_none() => calendar::add_years(this, 1)?,
            _ => this,
        };
        return Some((calendar::day_set(set, true), date.end));
    }
    super::period::holiday(reader, next, Some(steps))
}

/// Shifting starts at the first day, so that "last month" on 31 July is June.
fn first_of(today: Date, unit: &str) -> Option<Date> {
    calendar::around(today, unit, true)?.from
}

fn precision_of(unit: &str) -> Precision {
    match unit {
        "week" | "fortnight" => Precision::Week,
        "month" => Precision::Month,
        "quarter" => Precision::Quarter,
        "year" => Precision::Year,
        "decade" => Precision::Decade,
        "century" => Precision::Century,
        _ => Precision::Day,
    }
}

/// "next week Wednesday", "next week on Tuesday".
fn week_weekday(reader: &Reader, at: usize) -> Option<(i8, usize)> {
    let at = at + usize::from(reader.is(at, "on"));
    let weekday = reader.word(at).weekday.filter(|_| reader.joined(at))?;
    Some((weekday, at + 1))
}

/// "Friday next week", "tuesday of last week".
fn weekday_in_week(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let weekday = reader.word(at).weekday?;
    let next = at + 1 + usize::from(reader.is(at + 1, "of"));
    let (steps, unit) = step_word(reader, next)?;
    if !reader.is(unit, "week") {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Day), unit + 1)) };
    let monday = calendar::add_days(calendar::monday(today)?, 7 * steps)?;
    Some((calendar::day_set(calendar::add_days(monday, i64::from(weekday - 1))?, true), unit + 1))
}

/// "the weekend", "the week", "the month": this one.
fn weekend(reader: &Reader, at: usize, the: bool) -> Option<(DateSet, usize)> {
    if !reader.is_any(at, &["weekend", "fortnight"])
        || (reader.is(at, "fortnight") && !the)
        || reader.is_any(at + 1, &["ago", "later", "earlier"])
    {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Day), at + 1)) };
    let unit = if reader.is(at, "weekend") { "weekend" } else { "fortnight" };
    Some((calendar::around(today, unit, true)?, at + 1))
}

/// "the next two days", "past few days", "5 upcoming years", "last 3 months and 2 weeks", "next couple weeks".
fn several(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let counts = reader.is_digits(at)
        || reader.word(at).cardinal.is_some()
        || step_word(reader, at).is_some()
        || reader.is(at, "few");
    if !counts || !reader.near_calendar(at + 1, 5) {
        return None;
    }
    let first = step_word(reader, at).filter(|&(steps, _)| steps != 0);
    let (steps, count, unit_at, days) = match first {
        Some((steps, next)) => {
            let (count, next) = count(reader, next)?;
            (steps, count, next, None::<()>)
        }
        None => {
            let (count, next) = count(reader, at)?;
            let (steps, next) = step_word(reader, next).filter(|&(steps, _)| steps != 0)?;
            (steps, count, next, None)
        }
    };
    let _ = days;
    let business = reader.is_any(unit_at, &["business", "working"]);
    let unit_at = unit_at + usize::from(business);
    let unit = calendar_unit(reader, unit_at)?;
    let mut end = unit_at + 1;
    let Some(today) = reader.today else { return Some((calendar::open(precision_of(unit)), end)) };
    if business && unit == "day" {
        return Some((business_days(today, steps, count)?, end));
    }
    let precision = precision_of(unit);
    if matches!(unit, "quarter" | "decade" | "century") {
        let start = first_of(today, unit)?;
        let (from, to) = match steps {
            -1 => (calendar::shift(start, unit, -count)?, calendar::add_days(start, -1)?),
            _ => {
                let from = calendar::shift(start, unit, 1)?;
                (from, calendar::add_days(calendar::shift(from, unit, count)?, -1)?)
            }
        };
        return Some((calendar::stretch(from, to, precision, true), end));
    }
    let mut from = calendar::shift(today, unit, count * steps)?;
    // "the last 3 months and 2 weeks and 2 days"
    loop {
        let next = end + usize::from(reader.is(end, "and"));
        let Some((more, unit_at)) = count_plain(reader, next) else { break };
        let Some(unit) = calendar_unit(reader, unit_at) else { break };
        if reader.is_any(unit_at + 1, &["ago", "later", "earlier", "before", "after"]) {
            break;
        }
        let Some(shifted) = calendar::shift(from, unit, more * steps) else { break };
        from = shifted;
        end = unit_at + 1;
    }
    let (from, to) = match steps {
        -1 => (from, calendar::add_days(today, -1)?),
        _ => (calendar::add_days(today, 1)?, from),
    };
    Some((calendar::stretch(from.min(to), to.max(from), precision, true), end))
}

fn business_days(today: Date, steps: i64, count: i64) -> Option<DateSet> {
    let (mut day, mut left, mut first) = (today, count.min(1000), None);
    while left > 0 {
        day = calendar::add_days(day, steps)?;
        if calendar::weekday(day) <= 5 {
            first = first.or(Some(day));
            left -= 1;
        }
    }
    let first = first?;
    Some(calendar::stretch(first.min(day), first.max(day), Precision::Day, true))
}

/// "two", "3", "few", "couple of".
fn count(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    let at = at + usize::from(reader.is(at, "a"));
    if reader.is_any(at, &["few", "several"]) {
        return Some((3, at + 1));
    }
    if reader.is(at, "couple") {
        return Some((2, at + 1 + usize::from(reader.is(at + 1, "of"))));
    }
    count_plain(reader, at)
}

fn count_plain(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    if !reader.joined(at) {
        return None;
    }
    // "three quarters" counts quarters here.
    let simple = reader.digits(at).or(reader.word(at).cardinal).filter(|count| (1..=10_000).contains(count));
    if let Some(count) = simple.filter(|_| calendar_unit(reader, at + 1).is_some()) {
        return Some((count, at + 1));
    }
    let number = number(reader, at, false).filter(|number| number.value.fract().is_zero())?;
    let count: i64 = number.value.try_into().ok().filter(|count| (1..=10_000).contains(count))?;
    Some((count, number.end))
}

/// "the week after next", "the month after the next".
fn after_next(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let unit = calendar_unit(reader, at)?;
    let next = at + 2 + usize::from(reader.is(at + 2, "the"));
    let steps = match () {
        () if reader.is(at + 1, "after") && reader.is(next, "next") => 2,
        () if reader.is(at + 1, "before") && reader.is(next, "last") => -2,
        () => return None,
    };
    let Some(today) = reader.today else { return Some((calendar::open(precision_of(unit)), next + 1)) };
    let day = match unit {
        "weekend" => calendar::add_days(today, 7 * steps)?,
        unit => calendar::shift(first_of(today, unit)?, unit, steps)?,
    };
    Some((calendar::around(day, unit, true)?, next + 1))
}

/// "year to date", "to date".
fn to_date(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let unit = calendar_unit(reader, at)?;
    let to_date = reader.is(at + 1, "to") && reader.is(at + 2, "date");
    if !to_date {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(precision_of(unit)), at + 3)) };
    Some((calendar::stretch(first_of(today, unit)?, today, precision_of(unit), true), at + 3))
}

// ---------------------------------------------------------------------------------------------
// Offsets

/// A stretch of time as units of the calendar.
#[derive(Clone, Debug)]
struct Length {
    parts: Vec<(i64, &'static str)>,
    /// A vague word: the least and greatest count of the unit.
    vague: Option<(i64, i64)>,
    end: usize,
}

impl Length {
    fn shift(&self, from: Date, sign: i64) -> Option<Date> {
        self.parts.iter().try_fold(from, |date, (count, unit)| calendar::shift(date, unit, count.checked_mul(sign)?))
    }

    /// The smallest unit says how exact it is.
    fn unit(&self) -> &'static str {
        self.parts.last().map_or("day", |part| part.1)
    }
}

/// "two years", "1 month and 21 days", "a decade", "two and half days", "few months", "half a year".
fn length(reader: &Reader, at: usize) -> Option<Length> {
    let mut parts: Vec<(i64, &'static str)> = Vec::new();
    let (mut at, mut vague) = (at, None);
    loop {
        let and = usize::from(!parts.is_empty() && reader.is_any(at, &["and"]));
        let next = at + and;
        if !parts.is_empty() && !reader.joined(next) {
            break;
        }
        if !parts.is_empty() && vague.is_some() {
            break;
        }
        let found = one_length(reader, next);
        let Some((mut new, range, end)) = found else { break };
        vague = vague.or(range);
        parts.append(&mut new);
        at = end;
    }
    (!parts.is_empty()).then_some(Length { parts, vague, end: at })
}

type Part = (Vec<(i64, &'static str)>, Option<(i64, i64)>, usize);

fn one_length(reader: &Reader, at: usize) -> Option<Part> {
    let article = reader.is_any(at, &["a", "an", "one", "another"]);
    let vague = match reader.lower(at + usize::from(article)) {
        "few" => Some((3, (2, 6))),
        "several" => Some((4, (3, 9))),
        "couple" => Some((2, (2, 3))),
        "dozens" => None,
        _ => None,
    };
    if let Some((count, range)) = vague {
        let next = at + usize::from(article) + 1;
        let next = next + usize::from(reader.is(next, "of"));
        let unit = calendar_unit(reader, next).filter(|_| reader.joined(next))?;
        return Some((vec![(count, unit)], Some(range), next + 1));
    }
    if article && let Some(unit) = calendar_unit(reader, at + 1) {
        if reader.is(at + 2, "and") && reader.is_any(at + 3, &["a"]) && reader.is(at + 4, "half") {
            return Some((half_more(1, unit)?, None, at + 5));
        }
        return Some((vec![(1, unit)], None, at + 2));
    }
    // "the first in years" names no time to come.
    if reader.is_any(at, &["decades", "years", "months", "weeks", "days", "centuries"]) && !reader.before(at, &["in"]) {
        let unit = calendar_unit(reader, at)?;
        return Some((vec![(2, unit)], Some((1, 50)), at + 1));
    }
    let number = number(reader, at, false).filter(|number| number.value > Decimal::ZERO)?;
    let mut unit_at = number.end;
    if number.fraction {
        unit_at += usize::from(reader.is(unit_at, "of"));
        unit_at += usize::from(reader.is_any(unit_at, &["a", "an"]));
    }
    let unit_at = reader.past_hyphen(unit_at);
    let unit = calendar_unit(reader, unit_at).filter(|_| reader.joined(unit_at))?;
    let whole: i64 = number.value.trunc().try_into().ok().filter(|count| *count <= 10_000)?;
    let parts = match number.value.fract().is_zero() {
        true => vec![(whole, unit)],
        false => {
            let months = number.value.fract() * Decimal::from(months_in(unit)?);
            let mut parts = vec![(whole, unit)];
            match months_in(unit) {
                Some(1) => parts.push((15, "day")),
                _ => parts.push((months.round().try_into().ok()?, "month")),
            }
            parts
        }
    };
    // "two years, or more" keep their end.
    Some((parts, None, unit_at + 1))
}

fn half_more(count: i64, unit: &'static str) -> Option<Vec<(i64, &'static str)>> {
    Some(vec![(count, unit), (months_in(unit)? / 2, "month")])
}

fn months_in(unit: &str) -> Option<i64> {
    match unit {
        "month" => Some(1),
        "quarter" => Some(3),
        "year" => Some(12),
        "decade" => Some(120),
        "century" => Some(1200),
        _ => None,
    }
}

/// "three years ago", "two weeks later", "3 days from Tuesday", "in 3 weeks" (future), "a quarter of a century ago".
fn offset(reader: &Reader, at: usize, hedge: Hedge) -> Option<(DateSet, usize)> {
    let lead = reader.is(at, "in") && (direction(reader, at) == Direction::Future);
    let start = at + usize::from(lead);
    if let Some(found) = weekdays_later(reader, start) {
        return Some(found);
    }
    let length = century_part(reader, start).or_else(|| length(reader, start))?;
    let next = length.end;
    let today = reader.today;
    let open = |end: usize| Some((calendar::open(precision_of(length.unit())), end));
    let word = reader.lower(next);
    match word {
        _ if !reader.joined(next) && !lead => None,
        "ago" | "back" if word == "ago" || reader.ends(next + 1) => {
            let Some(today) = today else { return open(next + 1) };
            around_offset(today, &length, -1, hedge).map(|set| (set, next + 1))
        }
        "hence" => {
            let Some(today) = today else { return open(next + 1) };
            around_offset(today, &length, 1, hedge).map(|set| (set, next + 1))
        }
        // "two weeks starting May 20th"
        "starting" | "beginning" | "commencing" => {
            let from = next + 1 + usize::from(reader.is_any(next + 1, &["on", "from"]));
            stretch_from(reader, &length, from)
        }
        _ if reader.text(next) == "," && reader.is(next + 1, "from") && reader.before(start, &["for"]) => {
            stretch_from(reader, &length, next + 2)
        }
        // Later than what, the text says elsewhere.
        "later" | "earlier" if !reader.is_any(next + 1, &["than", "this", "in"]) => open(next + 1),
        "from" | "after" | "before" | "since" | "prior" => {
            let anchor_at = next + 1 + usize::from(reader.is(next + 1, "to") && word == "prior");
            let backwards = matches!(word, "before" | "prior");
            let (anchor, end) = match reader.is(anchor_at, "now") {
                true => (
                    reader.today.map_or(calendar::open(Precision::Day), |today| calendar::day_set(today, true)),
                    anchor_at + 1,
                ),
                false => {
                    let anchor_at = anchor_at + usize::from(reader.is(anchor_at, "the"));
                    let piece = piece(reader, anchor_at, Hedge::Exact).filter(|_| reader.joined(anchor_at))?;
                    let end = piece.end;
                    (resolve(reader, &piece, anchor_at)?, end)
                }
            };
            // "three days after the crash" is no date, nor "two weeks from 4 to 22 July".
            let Some(from) = anchor.from else { return open(end) };
            let set = around_offset(from, &length, if backwards { -1 } else { 1 }, hedge)?;
            let (set, end) = on_weekday(reader, set, length.shift(from, if backwards { -1 } else { 1 }), end);
            let exact = anchor.precision == Precision::Day;
            let precision = if exact && hedge == Hedge::Exact {
                precision_of(length.unit())
            } else {
                set.precision.max(anchor.precision)
            };
            Some((DateSet { precision, ..set }, end))
        }
        _ if lead => {
            let Some(today) = today else { return open(next) };
            let set = around_offset(today, &length, 1, hedge)?;
            let (set, end) = on_weekday(reader, set, length.shift(today, 1), next);
            Some((set, end))
        }
        _ => None,
    }
}

/// A stretch of this length that starts with the date at a token.
fn stretch_from(reader: &Reader, length: &Length, at: usize) -> Option<(DateSet, usize)> {
    let start = piece(reader, at, Hedge::Exact).filter(|_| reader.joined(at))?;
    let end = start.end;
    let set = resolve(reader, &start, at)?;
    let Some(from) = set.from else { return Some((calendar::open(precision_of(length.unit())), end)) };
    let to = calendar::add_days(length.shift(from, 1)?, -1)?;
    (from <= to).then(|| (calendar::stretch(from, to, Precision::Day, set.relative), end))
}

/// "in 3 days on Friday": the weekday nearest to it.
fn on_weekday(reader: &Reader, set: DateSet, middle: Option<Date>, end: usize) -> (DateSet, usize) {
    let weekday = reader.word(end + 1).weekday.filter(|_| reader.is(end, "on"));
    let Some((weekday, middle)) = weekday.zip(middle) else { return (set, end) };
    let ahead = i64::from((weekday - calendar::weekday(middle)).rem_euclid(7));
    // The day before is nearer than six days on.
    let ahead = if ahead == 6 { -1 } else { ahead };
    match calendar::add_days(middle, ahead) {
        Some(date) => (calendar::day_set(date, true), end + 2),
        None => (set, end),
    }
}

/// "two mondays later".
fn weekdays_later(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    if !(at + 1..at + 6).any(|at| reader.is_any(at, &["later", "ago"])) {
        return None;
    }
    let (count, next) = count_plain(reader, at)?;
    let plural = reader.text(next).strip_suffix(['s', 'S']).unwrap_or(reader.text(next));
    let weekday = reader.vocabulary.word(reader.vocabulary.id(plural)).weekday.or(reader.word(next).weekday)?;
    if !reader.is_any(next + 1, &["later", "ago"]) {
        return None;
    }
    let Some(today) = reader.today else { return Some((calendar::open(Precision::Day), next + 2)) };
    let ahead = i64::from((weekday - calendar::weekday(today)).rem_euclid(7));
    let date = match reader.is(next + 1, "later") {
        true => calendar::add_days(today, if ahead == 0 { 7 } else { ahead } + 7 * (count - 1))?,
        false => calendar::add_days(today, ahead - 7 * count)?,
    };
    Some((calendar::day_set(date, true), next + 2))
}

/// "a quarter of a century", "half a century".
fn century_part(reader: &Reader, at: usize) -> Option<Length> {
    if !(at..at + 7).any(|at| matches!(reader.word(at).calendar, Some("century" | "decade"))) {
        return None;
    }
    let number = number(reader, at, false).filter(|number| number.fraction)?;
    let next = number.end + usize::from(reader.is(number.end, "of"));
    let next = next + usize::from(reader.is(next, "a"));
    let years = match calendar_unit(reader, next)? {
        "century" => Decimal::ONE_HUNDRED,
        "decade" => Decimal::TEN,
        _ => return None,
    };
    let years: i64 = (number.value * years).round().try_into().ok()?;
    Some(Length { parts: vec![(years, "year")], vague: None, end: next + 1 })
}

/// The days that "N units ago" stands for: exact for days, within half a unit for longer ones, open for bounds.
fn around_offset(from: Date, length: &Length, sign: i64, hedge: Hedge) -> Option<DateSet> {
    let unit = length.unit();
    let date = length.shift(from, sign)?;
    let precision = precision_of(unit);
    let set = |from: Option<Date>, to: Option<Date>, hedge: Hedge| DateSet {
        from,
        to,
        precision,
        relative: true,
        hedge,
        weekday_agrees: None,
    };
    if let Some((low, high)) = length.vague {
        let one = calendar::shift(from, unit, low.checked_mul(sign)?)?;
        let two = calendar::shift(from, unit, high.checked_mul(sign)?)?;
        return Some(match hedge {
            Hedge::MoreThan | Hedge::AtLeast => outwards(one, sign, set, hedge),
            _ => set(Some(one.min(two)), Some(one.max(two)), Hedge::Vague),
        });
    }
    let span = calendar::days_between(date, from).abs();
    Some(match hedge {
        Hedge::MoreThan | Hedge::AtLeast => outwards(date, sign, set, hedge),
        Hedge::LessThan | Hedge::UpTo => match sign {
            1 => set(Some(from), Some(date), hedge),
            _ => set(Some(date), Some(from), hedge),
        },
        // Nearly ten years ago: between nine and ten.
        Hedge::Nearly => {
            let near = calendar::add_days(date, -sign * span / 10)?;
            set(Some(date.min(near)), Some(date.max(near)), hedge)
        }
        hedge => {
            let exact = blur(date, unit)?;
            if hedge == Hedge::About {
                let tenth = span / 10;
                let low = calendar::add_days(date, -tenth)?.min(exact.0);
                let high = calendar::add_days(date, tenth)?.max(exact.1);
                return Some(set(Some(low), Some(high), hedge));
            }
            set(Some(exact.0), Some(exact.1), hedge)
        }
    })
}

fn outwards(
    date: Date,
    sign: i64,
    set: impl Fn(Option<Date>, Option<Date>, Hedge) -> DateSet,
    hedge: Hedge,
) -> DateSet {
    match sign {
        1 => set(Some(date), None, hedge),
        _ => set(None, Some(date), hedge),
    }
}

/// Half a unit either way, and the calendar unit itself: "three years ago" in August 2025 holds all of 2022.
fn blur(date: Date, unit: &str) -> Option<(Date, Date)> {
    let half = match unit {
        "week" => 3,
        "fortnight" => 6,
        "month" => 15,
        "quarter" => 45,
        "year" => 182,
        "decade" => 1826,
        "century" => 18262,
        _ => return Some((date, date)),
    };
    let (low, high) = (calendar::add_days(date, -half)?, calendar::add_days(date, half)?);
    match unit {
        "month" | "year" => {
            let around = calendar::around(date, unit, true)?;
            Some((low.min(around.from?), high.max(around.to?)))
        }
        _ => Some((low, high)),
    }
}
