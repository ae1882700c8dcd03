//! Dates where a rule can only hold a date: terms, qualifiers, `as_of:`, `until:`, `when:`.

use crate::value::{self, DateSet, Hedge, MONTHS, Precision, Value};
use jiff::civil::{Date, date};

/// The date that the whole of `text` is: `2013`, `2013-09-05`, `September 2013`, `5 September 2013`.
pub fn parse(text: &str) -> Option<DateSet> {
    let text = text.trim();
    if is_plainly_no_value(text) {
        return None;
    }
    strict(text).or_else(|| match value::parse(text) {
        Some(Value::Date(date)) if !date.relative => Some(date),
        _ => None,
    })
}

/// One day: the first of a longer date.
pub fn first_day(text: &str) -> Option<Date> {
    parse(text).and_then(|date| date.from)
}

/// The same for the forms that most dates in rules have, without the value grammar.
pub fn strict(text: &str) -> Option<DateSet> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return words(text);
    }
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i16>().ok());
    let dash = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    match text.len() {
        4 => stretch(number(0..4)?, None, None),
        7 if dash(4) => stretch(number(0..4)?, Some(i8::try_from(number(5..7)?).ok()?), None),
        10 if dash(4) && dash(7) => {
            let (month, day) = (i8::try_from(number(5..7)?).ok()?, i8::try_from(number(8..10)?).ok()?);
            stretch(number(0..4)?, Some(month), Some(day))
        }
        _ => None,
    }
}

/// `September 2013`, `5 September 2013`, `September 5, 2013`.
fn words(text: &str) -> Option<DateSet> {
    if !text.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let month = |word: &str| -> Option<i8> {
        let at = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(word))?;
        i8::try_from(at + 1).ok()
    };
    let year = |word: &str| if word.len() == 4 { word.parse::<i16>().ok() } else { None };
    match words.as_slice() {
        [name, y] => stretch(year(y)?, Some(month(name)?), None),
        [d, name, y] if month(name).is_some() => stretch(year(y)?, month(name), Some(d.parse().ok()?)),
        [name, d, y] => stretch(year(y)?, Some(month(name)?), Some(d.strip_suffix(',')?.parse().ok()?)),
        _ => None,
    }
}

fn stretch(year: i16, month: Option<i8>, day: Option<i8>) -> Option<DateSet> {
    let (from, to, precision) = match (month, day) {
        (None, _) => (date_of(year, 1, 1)?, date_of(year, 12, 31)?, Precision::Year),
        (Some(month), None) => {
            let first = date_of(year, month, 1)?;
            (first, first.last_of_month(), Precision::Month)
        }
        (Some(month), Some(day)) => {
            let day = date_of(year, month, day)?;
            (day, day, Precision::Day)
        }
    };
    let (from, to) = (Some(from), Some(to));
    Some(DateSet { from, to, precision, relative: false, hedge: Hedge::Exact, weekday_agrees: None })
}

fn date_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|_| year > 0)
}

/// Whether `text` is a name at first sight: a capital, no digit, no word of number or time.
pub fn is_plainly_no_value(text: &str) -> bool {
    const FIRST: [&str; 50] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "half",
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "more",
        "less",
        "up",
        "at",
        "a",
        "last",
        "next",
        "this",
        "dozens",
        "hundreds",
    ];
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_name = text.starts_with(char::is_uppercase) && !text.contains(|c: char| c.is_numeric() || c == '%');
    is_name && {
        let first = text.split([' ', '-', ',']).next().unwrap_or(text).trim_end_matches('.').to_lowercase();
        let lists: [&[&str]; 2] = [&FIRST, &DAYS];
        let is_month = MONTHS.iter().any(|month| {
            month.eq_ignore_ascii_case(&first) || month.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(&first))
        });
        !lists.iter().any(|list| list.contains(&first.as_str())) && !is_month
    }
}

/// Whether `text` was meant for a date, though it may be none: `2013-02-30`, `31 June 2013`.
pub fn looks_like(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let [y, m, d] = parts.as_slice()
        && [y, m, d].iter().all(|part| digits(part))
        && y.len() == 4
        && m.len() <= 2
        && d.len() <= 2
    {
        return true;
    }
    let slashes: Vec<&str> = text.split('/').collect();
    if let [a, b, y] = slashes.as_slice() {
        return [a, b, y].iter().all(|part| digits(part)) && (y.len() == 4 || y.len() == 2);
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&str| word.len() >= 3 && MONTHS.iter().any(|month| near_month(month, word));
    let months = words.iter().filter(|word| is_month(word)).count();
    let numbers = words.iter().filter(|word| digits(word)).count();
    months == 1 && numbers >= 1 && months + numbers == words.len() && words.len() <= 3
}

fn near_month(month: &str, word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let month = month.to_lowercase();
    month.starts_with(&word) || (word.len() > 4 && super::suggest::distance(&month, &word, 2).is_some())
}

/// A day in the form that rules are written in.
pub fn print(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// An end of a term in the shortest form that means the same stretch.
pub fn print_end(date: Date, precision: Precision) -> String {
    match precision {
        Precision::Year => format!("{:04}", date.year()),
        Precision::Month => format!("{:04}-{:02}", date.year(), date.month()),
        _ => print(date),
    }
}

/// The first day that can be written.
pub const EARLIEST: Date = date(1, 1, 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_editors_write_them() {
        let days = |text: &str| parse(text).map(|set| (set.from.map(print), set.to.map(print)));
        let of = |from: &str, to: &str| Some((Some(from.to_owned()), Some(to.to_owned())));
        assert_eq!(days("2013"), of("2013-01-01", "2013-12-31"));
        assert_eq!(days("2012-02"), of("2012-02-01", "2012-02-29"));
        assert_eq!(days("5 September 2013"), of("2013-09-05", "2013-09-05"));
        assert_eq!(days("September 5, 2013"), of("2013-09-05", "2013-09-05"));
        assert_eq!(days("2013-02-30"), None);
        assert!(looks_like("2013-02-30") && looks_like("31 Febuary 2013") && looks_like("13/25/2013"));
        assert!(!looks_like("Obama") && !looks_like("1634: The Baltic War") && !looks_like("1732-2421"));
    }
}
