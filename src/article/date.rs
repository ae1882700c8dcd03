//! The date an article carries: ISO dates, and dates as newsrooms write them.

use crate::value::month_named;
use jiff::civil::Date;

/// The day that `words` name: `2025-08-16`, `2025-08-16T10:00:00Z`, `20250816`, `Aug. 16, 2025`, `16 August 2025`.
/// A time of day and a time zone are passed over: the day counts as it is written.
pub fn parse(words: &str) -> Option<Date> {
    let words = words.trim();
    iso(words).or_else(|| written(words))
}

fn iso(words: &str) -> Option<Date> {
    let digits = |range: std::ops::Range<usize>| -> Option<i32> {
        let part = words.get(range)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let separator = words.as_bytes().get(4).copied()?;
    let (year, month, day, rest) = if matches!(separator, b'-' | b'/' | b'.') {
        if words.as_bytes().get(7) != Some(&separator) {
            return None;
        }
        (digits(0..4)?, digits(5..7)?, digits(8..10)?, words.get(10..)?)
    } else {
        (digits(0..4)?, digits(4..6)?, digits(6..8)?, words.get(8..)?)
    };
    if rest.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    civil(year, month, day)
}

fn written(words: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words.split(|char: char| char.is_whitespace() || matches!(char, ',' | '.' | '|' | '·')) {
        let number = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
        if let (Ok(number), true) = (number.parse::<i32>(), word.starts_with(|char: char| char.is_ascii_digit())) {
            match (number, day, year) {
                (1..=31, None, _) => day = Some(number),
                (1000..=9999, _, None) if word.len() == 4 => year = Some(number),
                _ if year.is_some() && day.is_some() && month.is_some() => break,
                _ => return None,
            }
        } else if month.is_none() {
            month = month_named(word).map(i32::from);
        }
    }
    civil(year?, month?, day?)
}

fn civil(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_articles() {
        let day = Some(Date::constant(2025, 8, 16));
        for words in [
            "2025-08-16",
            "2025-08-16T10:00:00Z",
            "2025-08-16 10:00",
            "2025/08/16",
            "20250816",
            "Aug. 16, 2025",
            "Saturday, August 16, 2025",
            "16 August 2025",
            "16th August 2025",
            "August 16, 2025 at 11:26 am",
        ] {
            assert_eq!(parse(words), day, "{words}");
        }
        for words in ["", "2025-13-40", "2025-08", "yesterday", "August 2025", "2025-08-161", "é025-08-16"] {
            assert_eq!(parse(words), None, "{words}");
        }
    }
}
