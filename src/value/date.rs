//! Dates: absolute ones in all styles here; periods, relative dates and ranges below.

pub mod calendar;
mod numeric;
mod period;
mod range;
mod relative;
mod year;

use super::reader::Reader;
use super::{DateSet, Hedge, Precision, ordinal};
use calendar::{day_set, month_set, open};
use jiff::civil::Date;

/// A date as read so far: what the words give, before the missing parts are filled in.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub weekday: Option<i8>,
    /// Complete already (a relative date, a decade).
    pub set: Option<DateSet>,
    /// Year first with no other sign of a date: may be a plain number.
    pub weak: bool,
    pub end: usize,
}

/// The date or stretch of days that starts at a token, and the token after it. `hedge` stands before it.
pub fn date(reader: &Reader, at: usize, hedge: Hedge) -> Option<(DateSet, usize, bool)> {
    if let Some((set, end)) = range::years(reader, at) {
        return Some((set, end, false));
    }
    if reader.is_any(at, &["from", "between"]) {
        return range::led(reader, at).map(|(set, end)| (set, end, false));
    }
    let one = piece(reader, at, hedge);
    if let Some((set, end)) = range::range(reader, at, one.as_ref()) {
        return Some((set, end, false));
    }
    let piece = one?;
    let weak = piece.weak;
    let end = piece.end;
    let set = resolve(reader, &piece, at)?;
    Some((set, end, weak))
}

/// One date, without ranges.
fn piece(reader: &Reader, at: usize, hedge: Hedge) -> Option<Piece> {
    let readers: [&dyn Fn() -> Option<Piece>; 7] = [
        &|| relative::relative(reader, at, hedge),
        &|| period::period(reader, at),
        &|| numeric::numeric(reader, at),
        &|| with_weekday(reader, at),
        &|| day_and_month(reader, at),
        &|| year_alone(reader, at),
        &|| day_of_month(reader, at),
    ];
    let mut best: Option<Piece> = None;
    for read in readers {
        if let Some(piece) = read()
            && best.as_ref().is_none_or(|best| piece.end > best.end)
        {
            best = Some(piece);
        }
    }
    best
}

/// "Saturday, Aug. 15, 2025", "tuesday the eleventh", "Friday".
fn with_weekday(reader: &Reader, at: usize) -> Option<Piece> {
    let weekday = reader.word(at).weekday?;
    let short = reader.text(at).len() <= 4;
    let mut next = at + 1;
    let goes_on = reader.is_digits(next + 1) || reader.word(next + 1).month.is_some() || reader.text(next + 1) == ",";
    if short && reader.text(next) == "." && reader.glued(next) && goes_on {
        next += 1;
    }
    let mut inner = next;
    while inner < next + 2 && (matches!(reader.text(inner), "," | "(") || reader.is_any(inner, &["the"])) {
        inner += 1;
    }
    let bracket = reader.text(next) == "(";
    let inside =
        day_and_month(reader, inner).or_else(|| numeric::numeric(reader, inner)).filter(|_| reader.joined(inner));
    if let Some(inside) = inside.filter(|inside| inside.day.is_some() && inside.weekday.is_none()) {
        let end = inside.end + usize::from(bracket && reader.text(inside.end) == ")");
        return Some(Piece { weekday: Some(weekday), end, weak: false, ..inside });
    }
    if let Some((day, end)) = day_number(reader, inner).filter(|_| reader.joined(inner) && reader.text(next) != ",") {
        let plain = reader.is_digits(end - 1);
        let code = plain
            && (reader.text(end) == ":"
                || reader.is_any(end, &["am", "pm", "a", "p", "percent", "million"])
                || reader.text(end) == "%"
                || reader.is_dash(end)
                || (reader.is_word(end) && reader.joined(end)));
        if !code && (!plain || reader.text(inner).len() <= 2) {
            return Some(Piece { weekday: Some(weekday), day: Some(day), end, ..Default::default() });
        }
    }
    // "sat", "sun", "wed" and "mon" are other words in lower case.
    let doubtful = reader.is_any(at, &["sat", "sun", "wed", "mon", "thu", "fri"])
        && (!reader.is_capitalised(at) || reader.before(at, &["the", "a", "our"]));
    let sun = reader.is_any(at, &["sun", "sat", "wed"])
        && !reader.text(next - 1).starts_with('.')
        && next == at + 1
        && !reader.claim
        && reader.is_word(at + 1)
        && reader.is_capitalised(at + 1);
    let part = weekday_suffix(reader, next);
    (!doubtful && !sun).then_some(Piece { weekday: Some(weekday), end: part, ..Default::default() })
}

/// "Friday morning" is the Friday.
fn weekday_suffix(_reader: &Reader, next: usize) -> usize {
    next
}

/// Day and month in either order, with or without year; a month alone.
fn day_and_month(reader: &Reader, at: usize) -> Option<Piece> {
    month_first(reader, at).or_else(|| day_first(reader, at)).or_else(|| year_first(reader, at))
}

/// "Aug. 15, 2025", "August the 15th", "September 2013", "Sept. 5", "Dec31 , 1994", "August".
fn month_first(reader: &Reader, at: usize) -> Option<Piece> {
    let (month, next) = month(reader, at)?;
    let mut day_at = next;
    let joiner =
        (reader.is_dash(day_at) || reader.text(day_at) == "/") && reader.glued(day_at) && reader.glued(day_at + 1);
    day_at += usize::from(joiner);
    day_at += usize::from(reader.is(day_at, "the"));
    let year_in_words = !joiner && year::words(reader, day_at).is_some();
    if let Some((day, end)) = day_number(reader, day_at)
        .filter(|&(_, end)| reader.joined(day_at) && !year_in_words && day_stands(reader, day_at, end))
    {
        let (year, end) = year_after(reader, end, joiner);
        return Some(Piece { year, month: Some(month), day: Some(day), end, ..Default::default() });
    }
    let (year, end) = year_after(reader, next, joiner);
    if year.is_none() && !month_stands_alone(reader, at, next) {
        return None;
    }
    // "Jan/3" has a day; "Dec-2018" a year.
    Some(Piece { year, month: Some(month), end, ..Default::default() })
}

/// A number after a month is its day, unless it counts something else.
fn day_stands(reader: &Reader, at: usize, end: usize) -> bool {
    if !reader.is_digits(at) || end != at + 1 {
        return true;
    }
    let next = reader.text(end);
    let glued = reader.glued(end);
    !(glued
        && (reader.is_word(end)
            || next == ":"
            || next == "%"
            || (next == "." && reader.is_digits(end + 1) && reader.glued(end + 1))))
        && !reader
            .is_any(end, &["percent", "million", "billion", "people", "years", "hours", "per", "am", "pm", "days"])
}

/// "may", "march" and "mar" in lower case are verbs; capitalised they need a preposition at a sentence's start.
fn month_stands_alone(reader: &Reader, at: usize, end: usize) -> bool {
    let led = reader.before(
        at,
        &[
            "in", "since", "of", "by", "until", "till", "last", "next", "this", "early", "late", "mid", "from", "to",
            "during", "after", "before", "through", "for", "and", "between", "the",
        ],
    );
    match () {
        () if reader.is(at, "may") => {
            reader.is_capitalised(at) && (led && !reader.before(at, &["and", "the"]) || reader.claim)
        }
        () if reader.is(at, "march") => {
            reader.is_capitalised(at)
                && !(reader.before(at, &["the"]) || reader.is_any(end, &["for", "to", "on"]) && !led)
        }
        () if reader.is_any(at, &["mar", "jun", "jul", "sep", "nov", "oct", "dec", "jan", "feb", "apr", "aug"]) => {
            reader.is_capitalised(at) || led
        }
        () if reader.is_any(at, &["august"]) => reader.is_capitalised(at) || led,
        () if reader.is_any(at, &["april", "june"]) => {
            // First names: "June Smith", "April said".
            led || !(reader.is_capitalised(end)
                && reader.is_word(end)
                && reader.joined(end)
                && reader.word(end).month.is_none())
        }
        () => true,
    }
}

/// "15 August 2025", "second of Aug", "the 09th of May", "22-Jan-2019".
fn day_first(reader: &Reader, at: usize) -> Option<Piece> {
    if reader.glued(at)
        && !reader.after_dots(at)
        && (reader.is_digits(at - 1) || reader.text(at - 1) == "." || reader.text(at - 1) == ",")
    {
        return None;
    }
    let (day, mut next) = day_number(reader, at)?;
    let joiner = (reader.is_dash(next) || reader.text(next) == "/") && reader.glued(next) && reader.glued(next + 1);
    next += usize::from(joiner);
    next += usize::from(reader.is(next, "day") && reader.is(next + 1, "of"));
    next += usize::from(reader.is(next, "of") || reader.text(next) == ",");
    let (month, end) = month(reader, next).filter(|_| reader.joined(next))?;
    // "6,107.31 August 2019" is no 31st; "in 3 may" no third.
    if reader.is(next, "may") && !reader.is_capitalised(next) && !reader.is(next - 1, "of") && !reader.is_digits(end) {
        return None;
    }
    let (year, end) = year_after(reader, end, joiner);
    Some(Piece { year, month: Some(month), day: Some(day), end, ..Default::default() })
}

/// "2016 June", "2015 May 3", "2019-aug-1", "2020/23/Sep", "2016 , nov".
fn year_first(reader: &Reader, at: usize) -> Option<Piece> {
    let (year, mut next) = year::digits(reader, at)?;
    let mut joiner = false;
    if (reader.is_dash(next) || matches!(reader.text(next), "/" | ",")) && reader.joined(next) {
        joiner = reader.text(next) != "," && reader.glued(next);
        next += 1;
    }
    if joiner
        && let Some(day) = day_number(reader, next)
        && (reader.is_dash(day.1) || reader.text(day.1) == "/")
        && let Some((month, end)) = month(reader, day.1 + 1)
    {
        return Some(Piece { year: Some(year), month: Some(month), day: Some(day.0), end, ..Default::default() });
    }
    let (month, end) = month(reader, next).filter(|_| reader.joined(next))?;
    if reader.is(next, "may") && !reader.is_capitalised(next) {
        return None;
    }
    let day_at = if joiner && (reader.is_dash(end) || reader.text(end) == "/") { end + 1 } else { end };
    let day = (joiner || reader.joined(day_at))
        .then(|| day_number(reader, day_at))
        .flatten()
        .filter(|&(_, end)| day_stands(reader, day_at, end) && joiner);
    let end = day.map_or(end, |(_, end)| end);
    Some(Piece { year: Some(year), month: Some(month), day: day.map(|(day, _)| day), end, ..Default::default() })
}

/// "on the 18th", "the 20th of next month", "the 31st of the month".
fn day_of_month(reader: &Reader, at: usize) -> Option<Piece> {
    let (day, end) = day_number(reader, at).filter(|_| ordinal::ordinal(reader, at).is_some())?;
    let of = end + usize::from(reader.is(end, "day"));
    if reader.is(of, "of")
        && let Some((set, end)) =
            period::target(reader, of + 1).filter(|(set, _)| set.precision == Precision::Month && set.relative)
    {
        let Some(first) = set.from else {
            return Some(Piece { set: Some(open(Precision::Day)), end, ..Default::default() });
        };
        return Some(Piece {
            year: Some(first.year()),
            month: Some(first.month()),
            day: Some(day),
            end,
            ..Default::default()
        });
    }
    let led = reader.before(at, &["on"]) || (reader.before(at, &["the"]) && at > 1 && reader.is(at - 2, "on"));
    let counts = reader.is_word(end)
        && reader.joined(end)
        && !reader.is_any(
            end,
            &["and", "or", "at", "in", "to", "with", "for", "after", "before", "when", "as", "by", "from", "but"],
        );
    (led && !counts && !(reader.is_dash(end) && reader.glued(end))).then_some(Piece {
        day: Some(day),
        end,
        ..Default::default()
    })
}

/// A month's name with its period, and the token after it.
pub fn month(reader: &Reader, at: usize) -> Option<(i8, usize)> {
    let month = reader.word(at).month?;
    // Only abbreviations carry a period, and at a sentence's end it is the sentence's.
    let short = reader.text(at).len() <= 4 && !reader.is_any(at, &["may", "june", "july"]);
    let next = at + 2;
    let goes_on = reader.joined(next) && (reader.is_digits(next) || !reader.is_capitalised(next));
    let stop = short && reader.text(at + 1) == "." && reader.glued(at + 1) && goes_on;
    let code = at > 0 && reader.glued(at) && (reader.is_word(at - 1) || matches!(reader.text(at - 1), "$" | "#" | "@"));
    (!code).then_some((month, if stop { next } else { at + 1 }))
}

/// A day of a month: "15", "15th", "fifteenth", "twenty one", "twenty-first".
pub fn day_number(reader: &Reader, at: usize) -> Option<(i8, usize)> {
    let fits = |day: i64| i8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    if let Some((day, end)) = ordinal::ordinal(reader, at).filter(|&(day, _)| day > 0) {
        return fits(day).map(|day| (day, end));
    }
    if let Some(day) = reader.digits(at) {
        return (reader.text(at).len() <= 2).then(|| fits(day).map(|day| (day, at + 1)))?;
    }
    let tens = reader.word(at).cardinal?;
    let next = reader.past_hyphen(at + 1);
    match reader.word(next).cardinal.filter(|&unit| unit < 10 && (tens == 20 || tens == 30) && unit > 0) {
        Some(unit) => fits(tens + unit).map(|day| (day, next + 1)),
        None => fits(tens).map(|day| (day, at + 1)),
    }
}

/// The year behind a day or month: ", 2025", "of 2020", "in 2016", "'87".
fn year_after(reader: &Reader, at: usize, joiner: bool) -> (Option<i16>, usize) {
    let mut next = at;
    if joiner && (reader.is_dash(next) || reader.text(next) == "/") && reader.glued(next) {
        next += 1;
    } else {
        next += usize::from(reader.text(next) == ",");
        next += usize::from(reader.is_any(next, &["of", "in"]));
        if next == at
            && (reader.is_dash(next)
                && reader.glued(next)
                && reader.is_digits(next + 1)
                && reader.text(next + 1).len() == 4)
        {
            next += 1;
        }
    }
    if !reader.joined(next) {
        return (None, at);
    }
    if let Some((year, end)) = year::year(reader, next) {
        return (Some(year), end);
    }
    if let Some((year, end)) = year::short(reader, next, reader.is(next.wrapping_sub(1), "of")) {
        return (Some(year), end);
    }
    if let Some((offset, end)) = relative::year_offset(reader, at).or_else(|| relative::year_offset(reader, next))
        && let Some(today) = reader.today
    {
        return (Some(today.year() + offset), end);
    }
    (None, at)
}

/// "2013" by itself.
fn year_alone(reader: &Reader, at: usize) -> Option<Piece> {
    if reader.is_any(at, &["year", "years"]) {
        let next = at + 1 + usize::from(reader.is(at + 1, "of"));
        let (year, end) = year::year(reader, next).or_else(|| year::any(reader, next))?;
        return Some(Piece { year: Some(year), end, ..Default::default() });
    }
    if let Some((year, end)) = year::digits(reader, at) {
        return Some(Piece { year: Some(year), end, weak: true, ..Default::default() });
    }
    let led = reader.before(at, &["in", "since", "until", "by", "before", "after", "from", "of", "during", "and"]);
    let (year, end) = year::words(reader, at).filter(|_| led || reader.claim)?;
    let counted = reader.is_word(end)
        && reader.joined(end)
        && reader.text(end).ends_with('s')
        && !reader.is_any(end, &["was", "is", "has"]);
    (!counted).then_some(Piece { year: Some(year), end, ..Default::default() })
}

/// Fills in what the words leave open, from the article's date.
pub fn resolve(reader: &Reader, piece: &Piece, at: usize) -> Option<DateSet> {
    if let Some(set) = &piece.set {
        return Some(DateSet { weekday_agrees: set.weekday_agrees, ..set.clone() });
    }
    let today = reader.today;
    match (piece.year, piece.month, piece.day, piece.weekday) {
        (Some(year), Some(month), Some(day), weekday) => {
            let date = Date::new(year, month, day).ok()?;
            let mut set = day_set(date, false);
            set.weekday_agrees = weekday.map(|weekday| calendar::weekday(date) == weekday);
            Some(set)
        }
        (Some(year), Some(month), None, _) => month_set(year, month, false),
        (Some(year), None, _, _) => calendar::year_set(year, false),
        (None, Some(month), Some(day), weekday) => {
            let Some(today) = today else { return Some(open(Precision::Day)) };
            let date = match weekday {
                // The weekday is checked against the nearest year; it does not choose the year.
                Some(_) | None => calendar::nearest(today, month, day, direction(reader, at))?,
            };
            let mut set = day_set(date, true);
            set.weekday_agrees = weekday.map(|weekday| calendar::weekday(date) == weekday);
            Some(set)
        }
        (None, Some(month), None, _) => {
            let Some(today) = today else { return Some(open(Precision::Month)) };
            let year = calendar::nearest_month(today, month, direction(reader, at));
            month_set(year, month, true)
        }
        (None, None, Some(day), weekday) => {
            let Some(today) = today else { return Some(open(Precision::Day)) };
            let date = calendar::nearest_day(today, day, weekday)?;
            Some(day_set(date, true))
        }
        (None, None, None, Some(weekday)) => {
            let Some(today) = today else { return Some(open(Precision::Day)) };
            let back = i64::from((calendar::weekday(today) - weekday).rem_euclid(7));
            let date = match direction(reader, at) {
                Direction::Future => calendar::add_days(today, if back == 0 { 0 } else { 7 - back })?,
                Direction::Past => calendar::add_days(today, -back)?,
            };
            Some(day_set(date, true))
        }
        _ => None,
    }
}

/// Which way an incomplete date looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Past,
    Future,
}

/// News tells what was; a mark of the future before the date in its sentence turns it round.
pub fn direction(reader: &Reader, at: usize) -> Direction {
    let marks = [
        "expects",
        "hope",
        "hopes",
        "aims",
        "will",
        "ll",
        "due",
        "scheduled",
        "upcoming",
        "expected",
        "planned",
        "plans",
        "slated",
        "shall",
        "coming",
        "next",
    ];
    for back in 1..=12 {
        let Some(k) = at.checked_sub(back) else { break };
        if matches!(reader.text(k), "." | ";" | "?" | "!") || !reader.joined(k + 1) {
            break;
        }
        if reader.is_any(k, &marks) {
            return Direction::Future;
        }
    }
    Direction::Past
}
