//! Ordinals: "eighth", "27th", "one hundred twenty-fifth"; -1 for "last", -2 for "penultimate".

use super::reader::Reader;
use crate::span::Span;
use rust_decimal::Decimal;

/// The ordinal that starts at a token, and the token after it.
pub fn ordinal(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    if reader.is_digits(at) {
        return suffixed(reader, at);
    }
    let word = reader.word(at);
    let number = word.ordinal.is_some()
        || word.cardinal.is_some()
        || word.scale.is_some()
        || word.scale_ordinal.is_some()
        || word.lead;
    let worded = if number { worded(reader, at) } else { None };
    worded.or_else(|| from_the_end(reader, at))
}

/// "next one", "previous", "current one": steps from where the text is.
pub fn steps(reader: &Reader) -> Vec<(Span, i64)> {
    let step = |at: usize| {
        let step = match reader.lower(at) {
            "next" if reader.is_any(at + 1, &["of", "to"]) => return None,
            "next" | "following" => 1,
            "previous" | "preceding" => -1,
            "current" => 0,
            _ => return None,
        };
        let end = at + 1 + usize::from(reader.is(at + 1, "one"));
        Some((reader.span(at, end), step))
    };
    (0..reader.len()).filter_map(step).collect()
}

/// "27th", "1st".
fn suffixed(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    let mut value = reader.digits(at)?;
    let mut end = at + 1;
    if value < 1000 && reader.text(end) == "," && reader.glued(end) && reader.text(end + 1).len() == 3 {
        value = value.checked_mul(1000)?.checked_add(reader.digits(end + 1)?)?;
        end += 2;
    }
    let suffix = reader.glued(end) && reader.is_any(end, &["st", "nd", "rd", "th"]);
    (suffix && value < 1_000_000_000).then_some((value, end + 1))
}

fn worded(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    let (mut total, mut group) = (Decimal::ZERO, Decimal::ZERO);
    let mut k = at;
    if reader.is(k, "a") && reader.word(k + 1).scale.is_some() {
        k += 1;
    }
    while k < at + 16 && (k == at || reader.joined(k)) {
        let word = reader.word(k);
        if word.plural {
            return None;
        }
        if let Some(value) = word.ordinal {
            if value == 2 && unit_of_time(reader, at, k) {
                return None;
            }
            let sum = total.checked_add(group)?.checked_add(value.into())?;
            return sum.try_into().ok().map(|sum| (sum, k + 1));
        }
        if let Some(scale) = word.scale_ordinal {
            let factor = if group.is_zero() { Decimal::ONE } else { group };
            let sum = total.checked_add(factor.checked_mul(scale.into())?)?;
            return sum.try_into().ok().map(|sum| (sum, k + 1));
        }
        if let Some(value) = word.cardinal {
            group = group.checked_add(value.into())?;
        } else if let Some(scale) = word.scale {
            let value = group.max(Decimal::ONE);
            if scale == 100 {
                group = value.checked_mul(scale.into())?;
            } else {
                total = total.checked_add(value.checked_mul(scale.into())?)?;
                group = Decimal::ZERO;
            }
        } else if !(k > at && (reader.is(k, "and") || (reader.is_dash(k) && reader.glued(k)))) {
            return None;
        }
        k += 1;
    }
    None
}

/// "thirty second": "second" after a number counts time, unless hyphened ("thirty-second").
fn unit_of_time(reader: &Reader, at: usize, k: usize) -> bool {
    k > at && !reader.is_dash(k - 1) && reader.word(k - 1).cardinal.is_none_or(|value| value < 20)
}

fn from_the_end(reader: &Reader, at: usize) -> Option<(i64, usize)> {
    match reader.lower(at) {
        "penultimate" => Some((-2, at + 1)),
        "antepenultimate" => Some((-3, at + 1)),
        "next" if reader.is(at + 1, "to") && reader.is(at + 2, "last") => Some((-2, at + 3)),
        "second" if reader.is(at + 1, "to") && reader.is(at + 2, "last") => Some((-2, at + 3)),
        "the" if one_before_last(reader, at + 1) => Some((-2, at + 6)),
        "one" if one_before_last(reader, at) => Some((-2, at + 5)),
        "last" => Some((-1, at + 1)),
        _ => None,
    }
}

/// "one before the last one".
fn one_before_last(reader: &Reader, at: usize) -> bool {
    ["one", "before", "the", "last", "one"].iter().zip(at..).all(|(word, at)| reader.is(at, word))
}
