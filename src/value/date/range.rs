//! Two dates as one stretch: "from 4 to 22 January", "Nov 18 2014-Dec 19 2015", "2013-14", "between March and May".

use super::super::reader::Reader;
use super::super::{DateSet, Hedge, Precision};
use super::{Piece, calendar, day_number, piece, resolve, year};
use jiff::civil::Date;

/// "from A to B", "between A and B".
pub fn led(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let start = at + 1 + usize::from(reader.is(at + 1, "the"));
    let one = first(reader, start)?;
    joined(reader, at, one, true, reader.is(at, "between"))
}

/// The range whose first end is this date, or a bare day.
pub fn range(reader: &Reader, at: usize, one: Option<&Piece>) -> Option<(DateSet, usize)> {
    let one = match one {
        Some(one) => one.clone(),
        None => bare_day(reader, at)?,
    };
    joined(reader, at, one, false, false)
}

fn joined(reader: &Reader, at: usize, one: Piece, named: bool, between: bool) -> Option<(DateSet, usize)> {
    let (joint, next) = connector(reader, one.end, between)?;
    let next = next + usize::from(reader.is_any(next, &["the"]));
    let two = second(reader, next, &one)?;
    // A bare number on either side needs a date on the other, and a dash between years is no sum.
    let lone_day =
        |piece: &Piece| piece.day.is_some() && piece.month.is_none() && piece.weekday.is_none() && piece.set.is_none();
    if lone_day(&one) && lone_day(&two) || (lone_day(&one) && two.month.is_none() && two.set.is_none()) {
        return None;
    }
    let weak = |piece: &Piece| piece.weak;
    if weak(&one) && weak(&two) && !named && joint == "-" {
        return None;
    }
    let (one, two) = share(one, two);
    let end = two.end;
    let high = resolve(reader, &two, at)?;
    let mut one = one;
    if one.year.is_none() && one.set.is_none() && one.month.is_some() && two.year.is_none() && two.month.is_some() {
        // The second end says which year; the first is before it.
        let later = (one.month, one.day) > (two.month, two.day) && one.month != two.month;
        one.year = high.to.map(|to| to.year() - i16::from(later));
    }
    let low = resolve(reader, &one, at)?;
    let (Some(low_day), Some(high_day)) = (low.from, high.to) else {
        return Some((calendar::open(Precision::Day), end));
    };
    let complete = |piece: &Piece| piece.year.is_some() || piece.set.is_some();
    let (low_day, high_day) = match low_day <= high_day {
        true => (low_day, high_day),
        // "Nov to March", "Friday to Tuesday": the second is the next one.
        false if !complete(&two) && two.month.is_some() => (low_day, calendar::add_years(high_day, 1)?),
        false if !complete(&two) => (low_day, calendar::add_days(high_day, 7)?),
        false if !complete(&one) && one.month.is_some() => (calendar::add_years(low_day, -1)?, high_day),
        false => return None,
    };
    let set = DateSet {
        from: Some(low_day),
        to: Some(high_day),
        precision: low.precision.min(high.precision),
        relative: low.relative || high.relative,
        hedge: Hedge::Range,
        weekday_agrees: low.weekday_agrees.and(high.weekday_agrees),
    };
    (low_day < high_day).then_some((set, end))
}

/// "2014-2018", "1999–2004", "2013-14", "2014 to 2018".
pub fn years(reader: &Reader, at: usize) -> Option<(DateSet, usize)> {
    let named = reader.is_any(at, &["from", "between"]);
    let start = at + usize::from(named);
    let (one, next) = year::digits(reader, start)?;
    let dash =
        (reader.is_dash(next) || reader.text(next) == "~" || reader.text(next) == "/") && reader.is_digits(next + 1);
    let slash = reader.text(next) == "/";
    let two = next + 1;
    let (last, end) = match dash {
        true if reader.text(two).len() == 4 && !slash => year::digits(reader, two)?,
        // A season or a fiscal year: the next year or a later one of the same century.
        true if reader.text(two).len() == 2
            && reader.glued(next)
            && reader.glued(two)
            && !code_after(reader, two + 1) =>
        {
            let short = i16::try_from(reader.digits(two)?).ok()?;
            let last = one - one.rem_euclid(100) + short;
            let next_year = last == one + 1 || (short == 0 && one.rem_euclid(100) == 99);
            let fits = next_year || (!slash && last > one && short > 12);
            let last = if next_year { one + 1 } else { last };
            (fits.then_some(last)?, two + 1)
        }
        _ => return None,
    };
    let from = calendar::year_set(one, false)?.from?;
    let to = Date::new(last, 12, 31).ok()?;
    let set = DateSet { hedge: Hedge::Range, ..calendar::stretch(from, to, Precision::Year, false) };
    (one < last && last - one < 600).then_some((set, end))
}

fn code_after(reader: &Reader, at: usize) -> bool {
    reader.glued(at) && (reader.is_dash(at) || reader.is_digits(at) || reader.is_word(at) || reader.text(at) == "/")
}

/// What stands between the two ends, and the token after it.
fn connector<'a>(reader: &Reader<'a>, at: usize, between: bool) -> Option<(&'a str, usize)> {
    if !reader.joined(at) {
        return None;
    }
    let text = reader.text(at);
    let word = reader.is_any(at, &["to", "through", "thru", "until", "till"]) || (between && reader.is(at, "and"));
    if word {
        return Some((text, at + 1));
    }
    if reader.is_dash(at) || text == "~" {
        return Some(("-", at + 1));
    }
    let dots = text == "." && reader.text(at + 1) == "." && reader.glued(at + 1);
    dots.then_some((text, at + 2))
}

/// The first end: a date, a bare day, or "now".
fn first(reader: &Reader, at: usize) -> Option<Piece> {
    if reader.is(at, "now") {
        return Some(Piece { set: Some(now(reader)), end: at + 1, ..Default::default() });
    }
    piece(reader, at, Hedge::Exact).or_else(|| bare_day(reader, at))
}

fn bare_day(reader: &Reader, at: usize) -> Option<Piece> {
    if reader.glued(at) && at > 0 && !(matches!(reader.text(at - 1), "(" | "\"") || reader.is_dash(at - 1)) {
        return None;
    }
    let (day, end) = day_number(reader, at)?;
    Some(Piece { day: Some(day), end, ..Default::default() })
}

fn now(reader: &Reader) -> DateSet {
    reader.today.map_or(calendar::open(Precision::Day), |today| calendar::day_set(today, true))
}

fn second(reader: &Reader, at: usize, one: &Piece) -> Option<Piece> {
    if reader.is(at, "now") || (reader.is(at, "current") && reader.is(at + 1, "date")) {
        let end = at + 1 + usize::from(reader.is(at, "current"));
        return Some(Piece { set: Some(now(reader)), end, ..Default::default() });
    }
    // "4 to 22 this month", "9 to 12 of June next year": day, then the month in relative words.
    if let Some((day, next)) = day_number(reader, at).filter(|_| one.day.is_some() && one.month.is_none()) {
        let of = next + usize::from(reader.is(next, "of"));
        if let Some((set, end)) = super::relative::named(reader, of)
            && set.precision == Precision::Month
            && let Some(first) = set.from
        {
            return Some(Piece {
                year: Some(first.year()),
                month: Some(first.month()),
                day: Some(day),
                end,
                ..Default::default()
            });
        }
    }
    let found =
        piece(reader, at, Hedge::Exact).filter(|found| !(found.weak && one.day.is_some() && one.year.is_none()));
    if let Some(found) = found {
        return Some(found);
    }
    // "November 19-20", "April 9th through seventeenth", with the year behind.
    let piece = bare_day(reader, at).filter(|_| one.month.is_some() && one.day.is_some())?;
    let comma = piece.end + usize::from(reader.text(piece.end) == ",");
    match year::year(reader, comma).filter(|_| one.year.is_none() && reader.joined(comma)) {
        Some((year, end)) => Some(Piece { year: Some(year), end, ..piece }),
        None => Some(piece),
    }
}

/// What one end says counts for the other: month and year.
fn share(mut one: Piece, mut two: Piece) -> (Piece, Piece) {
    if one.set.is_none() && two.set.is_none() {
        if one.month.is_none() && one.day.is_some() && one.weekday.is_none() {
            one.month = two.month;
            // "from the 27th to the third of April" begins in March.
            if one.day > two.day && two.month.is_some_and(|month| month > 1) {
                one.month = two.month.map(|month| month - 1);
            }
        }
        if two.month.is_none() && two.day.is_some() && two.weekday.is_none() {
            two.month = one.month;
            two.year = two.year.or(one.year);
        }
        if one.year.is_none() && one.month.is_some() && two.month.is_some() {
            let later = (one.month, one.day) > (two.month, two.day) && one.month != two.month;
            one.year = two.year.map(|year| if later { year - 1 } else { year });
        } else if two.year.is_none() && two.month.is_some() && one.month.is_some() {
            let earlier = two.month < one.month;
            two.year = one.year.map(|year| if earlier { year + 1 } else { year });
        }
    }
    (one, two)
}
