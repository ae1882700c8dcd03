//! Dates in digits: 2013-09-05, 9/5/2013, 21.04.2016, 4/22, 2015/3.

use super::super::reader::Reader;
use super::{Piece, year};

/// A date of two or three numbers.
pub fn numeric(reader: &Reader, at: usize) -> Option<Piece> {
    if reader.glued(at)
        && at > 0
        && !reader.after_dots(at)
        && (reader.is_digits(at - 1)
            || matches!(reader.text(at - 1), "." | "/" | ":" | "$" | "£" | "€")
            || reader.is_word(at - 1) && !reader.is(at - 1, "T"))
    {
        return None;
    }
    three(reader, at).or_else(|| two(reader, at))
}

/// The mark between two numbers of a date, and where the next number is.
fn mark(reader: &Reader, at: usize) -> Option<(char, usize)> {
    let mark = reader.text(at).chars().next()?;
    let known = matches!(mark, '/' | '-' | '.' | '–' | ',');
    (known && reader.joined(at) && reader.is_digits(at + 1)).then_some((mark, at + 1))
}

fn three(reader: &Reader, at: usize) -> Option<Piece> {
    let one = reader.digits(at)?;
    let (first_mark, second) = match mark(reader, at + 1) {
        Some((mark, next)) if mark != ',' && reader.glued(at + 1) && reader.glued(next) => (mark, next),
        // "2016 10 16"
        None if reader.text(at).len() == 4
            && reader.text(at + 1).len() == 2
            && reader.text(at + 2).len() == 2
            && reader.is_digits(at + 2) =>
        {
            (' ', at + 1)
        }
        _ => return None,
    };
    let two = reader.digits(second)?;
    let third = match mark(reader, second + 1) {
        Some((mark, next)) if (mark == first_mark || mark == ',') && reader.glued(second + 1) && reader.glued(next) => {
            next
        }
        None if first_mark == ' ' => second + 1,
        _ => return None,
    };
    let three = reader.digits(third)?;
    let end = third + 1;
    let more = reader.glued(end)
        && (reader.is_digits(end)
            || matches!(reader.text(end), "." | "/") && reader.glued(end + 1) && reader.is_digits(end + 1));
    if more {
        return None;
    }
    let lengths = (reader.text(at).len(), reader.text(second).len(), reader.text(third).len());
    let end = if reader.is(end, "T") && reader.glued(end) { past_time(reader, end) } else { end };
    let (year, month, day) = match lengths {
        (4, 1..=2, 1..=2) => (one, two, three),
        // Day first where it must be, or with periods; else the American order.
        (1..=2, 1..=2, 4) if one > 12 || first_mark == '.' => (three, two, one),
        (1..=2, 1..=2, 4) => (three, one, two),
        (1..=2, 1..=2, 2) if first_mark != '.' && (1..=12).contains(&one) => (century(reader, three), one, two),
        (1..=2, 1..=2, 2) if first_mark == '/' && (1..=12).contains(&two) => (century(reader, three), two, one),
        _ => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(Piece {
        year: i16::try_from(year).ok(),
        month: Some(month),
        day: Some(day),
        end,
        ..Default::default()
    })
}

/// "2013-09-05T10:30:00Z": the time behind the date is passed.
fn past_time(reader: &Reader, mut at: usize) -> usize {
    at += 1;
    while reader.glued(at) && (reader.is_digits(at) || matches!(reader.text(at), ":" | "." | "Z" | "+" | "-")) {
        at += 1;
    }
    at
}

fn century(reader: &Reader, year: i64) -> i64 {
    i64::from(year::century(reader, i16::try_from(year).unwrap_or(0)))
}

/// "4/22", "22/04", "2015/3", "12-2015", "2016 - 11".
fn two(reader: &Reader, at: usize) -> Option<Piece> {
    let one = reader.digits(at)?;
    let (mark, second) = mark(reader, at + 1).filter(|&(mark, _)| mark != ',')?;
    let two = reader.digits(second)?;
    let end = second + 1;
    let glued = reader.glued(at + 1) && reader.glued(second);
    let more = reader.glued(end)
        && (reader.is_digits(end)
            || reader.is_word(end)
            || matches!(reader.text(end), "." | "/" | "-" | "–" | "%" | ",")
                && !(reader.is_dash(end) && reader.text(end + 2) == "/")
                && reader.glued(end + 1)
                && reader.is_digits(end + 1));
    let lengths = (reader.text(at).len(), reader.text(second).len());
    let month = |value: i64| i8::try_from(value).ok().filter(|month| (1..=12).contains(month));
    let year = |value: i64| i16::try_from(value).ok().filter(|year| (1500..2500).contains(year));
    let of_year =
        |y: i64, m: i64| Some(Piece { year: Some(year(y)?), month: Some(month(m)?), end, ..Default::default() });
    match lengths {
        (4, 1..=2)
            if !(more)
                && (mark == '/'
                    || (mark == '-' && (two <= 12 && (lengths.1 == 2 || !glued)))
                    || (mark == '.' && lengths.1 == 1 && (1900..=2100).contains(&one))) =>
        {
            // "2013-14" is a season, not a month; "2010-12" could be both: the month of ISO 8601 only where asked.
            let iso = mark != '-' || !glued || reader.claim || two < one % 100;
            iso.then(|| of_year(one, two))?
        }
        (1..=2, 4) if !more && (mark == '/' || mark == '-') => of_year(two, one),
        (1..=2, 1..=2) if mark == '/' && glued && !more => {
            let (month, day) = if one <= 12 { (one, two) } else { (two, one) };
            let usual_fraction = one < two
                && [2, 3, 4, 5, 8, 10, 16].contains(&two)
                && !reader.before(
                    at,
                    &[
                        "on",
                        "from",
                        "to",
                        "by",
                        "until",
                        "since",
                        "friday",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "saturday",
                        "sunday",
                    ],
                );
            let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && !usual_fraction;
            let (year, end) = match year::digits(reader, end + 1).filter(|_| reader.text(end) == ",") {
                Some((year, end)) => (Some(year), end),
                None => (None, end),
            };
            valid.then(|| Piece {
                year,
                month: i8::try_from(month).ok(),
                day: i8::try_from(day).ok(),
                end,
                ..Default::default()
            })
        }
        (1..=2, 1..=2) if (mark == '-' || mark == '.') && glued && !more && dated(reader, at) => {
            let valid = (1..=12).contains(&one) && (1..=31).contains(&two);
            valid.then(|| Piece {
                month: i8::try_from(one).ok(),
                day: i8::try_from(two).ok(),
                end,
                ..Default::default()
            })
        }
        _ => None,
    }
}

/// "on 4-22", "friday 7.6": words that promise a date.
fn dated(reader: &Reader, at: usize) -> bool {
    at > 0 && (reader.is(at - 1, "on") || reader.word(at - 1).weekday.is_some())
}
