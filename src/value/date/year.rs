//! Years: "2013", "'87", "nineteen ninety six", "two thousand and fifteen".

use super::super::number::number;
use super::super::reader::Reader;

/// A year in digits or words.
pub fn year(reader: &Reader, at: usize) -> Option<(i16, usize)> {
    digits(reader, at).or_else(|| words(reader, at))
}

/// Four digits that can be a year.
pub fn digits(reader: &Reader, at: usize) -> Option<(i16, usize)> {
    let value = reader.digits(at).filter(|year| (1000..=2999).contains(year) && reader.text(at).len() == 4)?;
    let next = at + 1;
    let before = at.checked_sub(1).map_or("", |before| reader.text(before));
    let part_of_number = reader.glued(at)
        && !reader.after_dots(at)
        && (matches!(before, "$" | "£" | "€" | "#" | "@" | "," | ":")
            || reader.is_word(at - 1)
            || reader.is_digits(at - 1)
            || (before == "." && at > 1 && reader.is_digits(at - 2)));
    let goes_on = reader.glued(next)
        && (matches!(reader.text(next), "%" | ":" | "°" | "€" | "£")
            && !reader.text(next + 1).is_empty()
            && reader.glued(next + 1)
            || matches!(reader.text(next), "%" | "°" | "€" | "£")
            || (matches!(reader.text(next), "." | ",")
                && reader.is_digits(next + 1)
                && reader.glued(next + 1)
                && !(reader.text(next) == "." && reader.text(next + 1).len() <= 2))
            || reader.is_word(next));
    (!part_of_number && !goes_on).then_some((i16::try_from(value).ok()?, next))
}

/// "'87", or "87" after "of".
pub fn short(reader: &Reader, at: usize, led: bool) -> Option<(i16, usize)> {
    let apostrophe = matches!(reader.text(at), "'" | "’" | "‘");
    let at = if apostrophe { at + 1 } else { at };
    if !apostrophe && !led {
        return None;
    }
    let year = reader.digits(at).filter(|_| reader.text(at).len() == 2)?;
    let glued = !apostrophe || reader.glued(at);
    glued.then(|| (century(reader, i16::try_from(year).unwrap_or(0)), at + 1))
}

/// Two digits in the century that puts them nearest to the article's date, at most fifteen years ahead.
pub fn century(reader: &Reader, year: i16) -> i16 {
    let this = reader.today.map_or(2025, |today| today.year());
    let base = this - this.rem_euclid(100);
    if base + year > this + 15 { base - 100 + year } else { base + year }
}

/// "nineteen ninety six", "two thousand and fifteen", "two thousand", "twenty twenty-five".
pub fn words(reader: &Reader, at: usize) -> Option<(i16, usize)> {
    let first = reader.word(at).cardinal?;
    if (10..=20).contains(&first) {
        let next = reader.past_hyphen(at + 1);
        if reader.is(next, "hundred") {
            return any(reader, at).filter(|&(year, end)| year >= 1000 && end > next);
        }
        let oh = reader.is_any(next, &["oh", "o"]);
        let tens = reader.word(next + usize::from(oh)).cardinal.filter(|_| reader.joined(next))?;
        let unit_at = reader.past_hyphen(next + usize::from(oh) + 1);
        let unit = reader
            .word(unit_at)
            .cardinal
            .filter(|&unit| (1..10).contains(&unit) && tens >= 20 && reader.joined(unit_at));
        let (low, end) = match unit {
            Some(unit) => (tens + unit, unit_at + 1),
            None => (tens, next + usize::from(oh) + 1),
        };
        let fits = oh || tens >= 10;
        return fits.then(|| i16::try_from(first * 100 + low).ok().map(|year| (year, end)))?;
    }
    let thousand = reader.word(at + 1).scale == Some(1000) && first <= 2;
    let (year, end) = any(reader, at).filter(|_| thousand)?;
    (1000..3000).contains(&year).then_some((year, end))
}

/// Any whole number as a year: "year two hundred and sixty seven".
pub fn any(reader: &Reader, at: usize) -> Option<(i16, usize)> {
    let number = number(reader, at, false)?;
    let year: i64 = number.value.try_into().ok().filter(|_| number.value.fract().is_zero())?;
    let year = i16::try_from(year).ok().filter(|year| (1..3000).contains(year))?;
    Some((year, number.end))
}
