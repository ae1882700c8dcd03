//! When a claim holds: `since …`, `as of …`, and the period of an office.

use super::ClaimError;
use super::ast::{Qualifier, Term};
use crate::rulebook::date;
use crate::span::{Span, Spanned};
use crate::value::DateSet;

/// A qualifier that is the whole of a piece: `since 2025-01-21`.
pub fn qualifier(text: &str, span: Span) -> Option<Result<Spanned<Qualifier>, ClaimError>> {
    let words = span.of(text);
    let (keyword, rest) = keyword(words)?;
    let rest_span = Span::new(span.end - rest.len(), span.end);
    if let Some(read) = qualifier_value(keyword, rest) {
        return Some(match read {
            Ok(value) => Ok(Spanned::new(value, span)),
            Err(()) => Err(reversed_term(rest_span)),
        });
    }
    // `in Kenya` and `From Here to Eternity` may be meant as values; the others only go with a date.
    if matches!(keyword, "in" | "from") && !date::looks_like(rest) {
        return None;
    }
    Some(Err(bad_date(rest_span, rest, Some(keyword))))
}

/// A qualifier at the end of a piece, without a comma: `47 as of 2025-08-15`.
pub fn trailing_qualifier(text: &str, span: Span) -> Option<(Span, Spanned<Qualifier>)> {
    let words = span.of(text);
    let starts = words.char_indices().filter(|(_, character)| *character == ' ').map(|(at, _)| at);
    for space in starts {
        let tail = words[space..].trim_start();
        let Some((word, rest)) = keyword(tail) else { continue };
        let Some(Ok(value)) = qualifier_value(word, rest) else { continue };
        let start = span.end - tail.len();
        let before = Span::new(span.start, span.start + words[..space].trim_end().len());
        return (!before.is_empty()).then(|| (before, Spanned::new(value, Span::new(start, span.end))));
    }
    None
}

fn keyword(words: &str) -> Option<(&'static str, &str)> {
    ["since", "until", "as of", "from", "in"].into_iter().find_map(|keyword| {
        let rest = words.get(..keyword.len()).filter(|start| start.eq_ignore_ascii_case(keyword))?;
        let rest = &words[rest.len()..];
        rest.starts_with(' ').then(|| (keyword, rest.trim()))
    })
}

/// `Err` where the dates stand in the wrong order.
fn qualifier_value(keyword: &str, rest: &str) -> Option<Result<Qualifier, ()>> {
    if keyword == "from" {
        let (from, to) = rest.split_once(" to ").or_else(|| rest.split_once(" until "))?;
        let (from, to) = (date::parse(from)?, date::parse(to)?);
        let reversed = from.from.zip(to.to).is_some_and(|(from, to)| from > to);
        return Some(if reversed { Err(()) } else { Ok(Qualifier::FromTo(from, to)) });
    }
    let date = date::parse(rest)?;
    Some(Ok(match keyword {
        "since" => Qualifier::Since(date),
        "until" => Qualifier::Until(date),
        "as of" => Qualifier::AsOf(date),
        _ => Qualifier::In(date),
    }))
}

/// `2009-01-20..2017-01-20`, `2012-05-07..`, `since 2025-01-21`: the period of an office.
pub fn term(text: &str, span: Span) -> Result<Spanned<Term>, ClaimError> {
    let words = span.of(text);
    if let Some((keyword, rest)) = keyword(words) {
        let rest_span = Span::new(span.end - rest.len(), span.end);
        let term = match qualifier_value(keyword, rest) {
            Some(Ok(Qualifier::Since(from))) => Term::new(Some(&from), None),
            Some(Ok(Qualifier::Until(to))) => Term::new(None, Some(&to)),
            Some(Ok(Qualifier::FromTo(from, to))) => Term::new(Some(&from), Some(&to)),
            Some(Ok(Qualifier::In(date) | Qualifier::AsOf(date))) => Term::new(Some(&date), Some(&date)),
            Some(Err(())) => return Err(reversed_term(rest_span)),
            None => return Err(bad_date(rest_span, rest, Some(keyword))),
        };
        return Ok(Spanned::new(term, span));
    }
    let Some(dots) = words.find("..") else {
        return Err(bad_date(span, words, None));
    };
    let (from, to) = (words[..dots].trim(), words[dots + 2..].trim_start_matches('.').trim());
    let from_span = Span::new(span.start, span.start + from.len());
    let to_span = Span::new(span.end - to.len(), span.end);
    let from_date = end(from, from_span)?;
    let to_date = end(to, to_span)?;
    if from_date.is_none() && to_date.is_none() {
        return Err(bad_date(span, words, None));
    }
    let term = Term::new(from_date.as_ref(), to_date.as_ref());
    if term.from.zip(term.to).is_some_and(|(from, to)| from > to) {
        return Err(reversed_term(span));
    }
    Ok(Spanned::new(term, span))
}

fn end(words: &str, span: Span) -> Result<Option<DateSet>, ClaimError> {
    if words.is_empty() {
        return Ok(None);
    }
    date::parse(words).map(Some).ok_or_else(|| bad_date(span, words, None))
}

fn reversed_term(span: Span) -> ClaimError {
    ClaimError::new("reversed-term", span, "This period ends before it begins.", "the later date comes first")
        .help("Put the earlier date first: `2009-01-20..2017-01-20`.")
}

/// Words that were meant for a date. `keyword` is what asks for one.
pub fn bad_date(span: Span, words: &str, keyword: Option<&str>) -> ClaimError {
    let message = match keyword {
        Some(keyword) => format!("`{keyword}` takes a date, and `{words}` is none."),
        None => format!("`{words}` is not a date."),
    };
    let label = if date::looks_like(words) { "no such day" } else { "not a date" };
    ClaimError::new("bad-date", span, message, label)
        .help("Write `2013-09-05`, `5 September 2013`, `September 2013` or `2013`.")
}
