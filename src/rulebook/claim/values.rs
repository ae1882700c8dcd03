//! Pieces behind the operator → values and qualifiers: which commas separate, which words are dates, terms, names.

use super::ast::{ClaimValue, Qualifier, Subject, Term};
use super::period::{bad_date, qualifier, term, trailing_qualifier};
use super::question::{Wanted, wanted};
use super::structure::Piece;
use super::{ClaimError, Names};
use crate::rulebook::date;
use crate::rulebook::suggest::distance;
use crate::span::{Span, Spanned};
use crate::value::{self, Kind, Unit, Value};

/// What stands behind the operator.
#[derive(Default)]
pub struct Read {
    pub values: Vec<Vec<Spanned<ClaimValue>>>,
    pub qualifiers: Vec<Spanned<Qualifier>>,
    pub errors: Vec<ClaimError>,
    /// The subject asks for a number: `1850` is one and no year.
    counts: bool,
}

/// Reads all pieces; what cannot be read is an error, and reading goes on behind it.
pub fn read(text: &str, pieces: &[Piece], subject: &Subject, names: &dyn Names) -> Read {
    let counts = matches!(wanted(&subject.shape, &subject.text), Some(Wanted::Number | Wanted::Amount));
    let mut read = Read { counts, ..Read::default() };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let joined = joined(text, pieces, at, names);
        let piece = match joined {
            Some((span, _)) => vec![span],
            None => piece.clone(),
        };
        at += joined.map_or(1, |(_, taken)| taken);
        read.piece(text, &piece, names);
    }
    read
}

/// Several pieces that are one value: a date, a score in sets, a name with commas.
fn joined(text: &str, pieces: &[Piece], at: usize, names: &dyn Names) -> Option<(Span, usize)> {
    for taken in (2..=4).rev() {
        let Some(run) = pieces.get(at..at + taken) else { continue };
        if run.iter().any(|piece| piece.len() != 1) {
            continue;
        }
        let span = run.first()?.first()?.to(*run.last()?.first()?);
        let words = span.of(text);
        let is_value = is_one_value(text, run, words);
        let is_place = || {
            let (name, place) = (run[0][0].of(text), run[1][0].of(text));
            taken == 2 && names.can_contain(place, name)
        };
        if is_value || names.is_name(words) || is_place() {
            return Some((span, taken));
        }
    }
    None
}

/// Whether pieces that commas separate are one value: `September 5, 2013`, `6-4, 7-5`, `3 hours, 20 minutes`.
fn is_one_value(text: &str, run: &[Piece], words: &str) -> bool {
    if run.iter().flatten().any(|piece| date::is_plainly_no_value(piece.of(text))) {
        return false;
    }
    match value::parse(words) {
        Some(Value::Date(_) | Value::Score(_)) => true,
        Some(whole @ Value::Amount(_)) => {
            let fits = |piece: &Span| value::parse(piece.of(text)).is_some_and(|part| part.kind() == whole.kind());
            !words.contains("..") && !matches!(whole.kind(), Kind::Count) && run.iter().flatten().all(fits)
        }
        _ => date::strict(words).is_some(),
    }
}

impl Read {
    fn piece(&mut self, text: &str, piece: &Piece, names: &dyn Names) {
        let [only] = piece.as_slice() else {
            self.alternatives(text, piece, names);
            return;
        };
        let words = only.of(text);
        if names.is_name(words) {
            self.alternatives(text, piece, names);
        } else if let Some(found) = qualifier(text, *only) {
            match found {
                Ok(qualifier) => self.qualify(text, qualifier),
                Err(error) => self.errors.push(error),
            }
        } else if let Some(term) = self.term(text, *only) {
            match term {
                Ok(term) => self.give_term(term),
                Err(error) => self.errors.push(error),
            }
        } else if let Some((value, qualifier)) = trailing(text, *only) {
            self.alternatives(text, &vec![value], names);
            self.qualify(text, qualifier);
        } else {
            self.alternatives(text, piece, names);
        }
    }

    fn alternatives(&mut self, text: &str, piece: &Piece, names: &dyn Names) {
        let mut alternatives = Vec::with_capacity(piece.len());
        for span in piece {
            match alternative(text, *span, self.counts, names) {
                Ok(value) => alternatives.push(Spanned::new(value, *span)),
                Err(error) => self.errors.push(error),
            }
        }
        if let Some(qualifier) = self.qualifiers.last()
            && self.errors.is_empty()
        {
            let span = piece.first().copied().unwrap_or(qualifier.span);
            self.errors.push(
                ClaimError::new(
                    "value-after-qualifier",
                    span,
                    format!("This value stands behind `{}`.", qualifier.span.of(text)),
                    "values come first",
                )
                .help(format!("Put `{}` before it.", span.of(text))),
            );
        }
        if !alternatives.is_empty() {
            self.values.push(alternatives);
        }
    }

    fn qualify(&mut self, text: &str, qualifier: Spanned<Qualifier>) {
        let same = |other: &&Spanned<Qualifier>| {
            std::mem::discriminant(&other.value) == std::mem::discriminant(&qualifier.value)
        };
        if let Some(first) = self.qualifiers.iter().find(same) {
            self.errors.push(
                ClaimError::new(
                    "two-qualifiers",
                    qualifier.span,
                    format!("`{}` says already what this says.", first.span.of(text)),
                    "a second time",
                )
                .help("Keep one of the two, or make two claims."),
            );
        }
        self.qualifiers.push(qualifier);
    }

    /// The period behind a name; a range of amounts is none.
    fn term(&self, text: &str, span: Span) -> Option<Result<Spanned<Term>, ClaimError>> {
        let words = span.of(text);
        if !self.takes_term() || !words.contains("..") {
            return None;
        }
        let read = term(text, span);
        (read.is_ok() || value_range(words).is_none()).then_some(read)
    }

    /// Whether the last value is a name that has no term yet.
    fn takes_term(&self) -> bool {
        let last = self.values.last().and_then(|alternatives| alternatives.last());
        last.is_some_and(|last| matches!(last.value, ClaimValue::Name { term: None, .. }))
    }

    fn give_term(&mut self, given: Spanned<Term>) {
        if let Some(last) = self.values.last_mut().and_then(|alternatives| alternatives.last_mut())
            && let ClaimValue::Name { term, .. } = &mut last.value
        {
            *term = Some(given.value);
            last.span = last.span.to(given.span);
        }
    }
}

/// A qualifier behind a value, but no words at the end of a quotation.
fn trailing(text: &str, span: Span) -> Option<(Span, Spanned<Qualifier>)> {
    let is_quotation = quoted(span.of(text)).is_some_and(|quoted| quoted.is_ok());
    if is_quotation { None } else { trailing_qualifier(text, span) }
}

/// `2.5..3.5 hours` or `$20 million..$30 million`, but no stretch of days.
fn value_range(words: &str) -> Option<Value> {
    value::parse(words).filter(|value| !matches!(value, Value::Date(_)))
}

fn alternative(text: &str, span: Span, counts: bool, names: &dyn Names) -> Result<ClaimValue, ClaimError> {
    let words = span.of(text);
    if let Some(quoted) = quoted(words) {
        return quoted.map(ClaimValue::Quote).map_err(|(inner, message)| {
            ClaimError::new("text-after-quotation", inner.shift(span.start), message, "outside the marks").help(
                "Separate values with commas: `Putin's words = \"Next time in Moscow\", Anchorage`. A name with quotation marks goes under `entities:`.",
            )
        }).or_else(|error| if names.is_name(words) { Ok(name(words)) } else { Err(error) });
    }
    if names.is_name(words) {
        return Ok(name(words));
    }
    match words.to_ascii_lowercase().as_str() {
        "yes" | "true" => return Ok(ClaimValue::Yes),
        "no" | "false" => return Ok(ClaimValue::No),
        "none" | "nothing" | "nobody" => return Ok(ClaimValue::None),
        _ => {}
    }
    if date::is_plainly_no_value(words) {
        return Ok(name(words));
    }
    if let Some(number) = four_digits(words).filter(|number| counts || !(1000..2200).contains(number)) {
        if let Some(value) = value::parse(&grouped(number)) {
            return Ok(ClaimValue::Value(value));
        }
    } else if let Some(date) = date::strict(words) {
        return Ok(ClaimValue::Value(Value::Date(date)));
    }
    if is_identifier(words) {
        return Ok(name(words));
    }
    if is_reversed(words) {
        return Err(reversed_range(text, span));
    }
    if let Some(value) = value::parse(words) {
        return match value {
            // "Q1", "Friday": each article would read another day into it.
            // "4/22" without a year is a runway.
            Value::Date(date) if date.from.is_none() && date.to.is_none() => {
                if words.contains(char::is_alphabetic) {
                    Err(without_year(span, words))
                } else {
                    Ok(name(words))
                }
            }
            value => Ok(ClaimValue::Value(value)),
        };
    }
    if let Some(error) = misspelt(text, span) {
        return Err(error);
    }
    Ok(number_of_things(words).map_or_else(|| name(words), ClaimValue::Value))
}

/// `12,000 lorries`: the number is the value, whatever it counts.
fn number_of_things(words: &str) -> Option<Value> {
    let (number, things) = words.split_once(' ')?;
    let plain = things.split(' ').count() <= 3
        && things.chars().all(|character| character.is_lowercase() || matches!(character, ' ' | '-'));
    let noun = things.rsplit(' ').next().is_some_and(|last| crate::lexicon::words().has_noun(last));
    value::parse(number)
        .filter(|value| number.starts_with(|first: char| first.is_ascii_digit()) && value.kind() == Kind::Count)
        .filter(|_| plain && noun)
}

fn without_year(span: Span, words: &str) -> ClaimError {
    let message = format!("`{words}` is another day in every article.");
    ClaimError::new("date-without-year", span, message, "of which year?")
        .help("Write the year too: `5 September 2013`, `September 2013`, `Q1 2013`.")
}

fn name(words: &str) -> ClaimValue {
    ClaimValue::Name { name: words.to_owned(), term: None }
}

/// The words inside the marks; an error with the bytes that stand outside them.
fn quoted(words: &str) -> Option<Result<String, (Span, &'static str)>> {
    let first = words.chars().next()?;
    let closers: &[char] = match first {
        '"' => &['"'],
        // An editor who opens with “ may close with "; but "…" may also stand inside.
        '“' | '„' if words[first.len_utf8()..].contains(['”', '“']) => &['”', '“'],
        '“' | '„' => &['"'],
        '«' => &['»'],
        '‘' => &['’'],
        '\'' if words.len() > 2 && words.ends_with('\'') => &['\''],
        _ => return None,
    };
    let open = first.len_utf8();
    let (at, closer) = if matches!(first, '\'' | '‘') {
        words.char_indices().rev().find(|(at, character)| *at >= open && closers.contains(character))?
    } else {
        words.char_indices().find(|(at, character)| *at >= open && closers.contains(character))?
    };
    let inner = words[open..at].trim().to_owned();
    let rest = at + closer.len_utf8();
    if rest < words.len() {
        return Some(Err((Span::new(rest, words.len()), "More words follow the quotation.")));
    }
    if inner.is_empty() {
        return Some(Err((Span::new(0, words.len()), "This quotation is empty.")));
    }
    Some(Ok(inner))
}

/// A number that could be a year.
pub(super) fn four_digits(words: &str) -> Option<u32> {
    words.parse().ok().filter(|_| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `1588-2632`: digits and hyphens that are neither a date nor years.
fn is_identifier(words: &str) -> bool {
    let Some((first, last)) = words.split_once('-') else { return false };
    let is_year = |part: &str| four_digits(part).is_some_and(|number| (1000..2200).contains(&number));
    let is_group = |part: &str| part.len() >= 4 && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X');
    is_group(first) && is_group(last) && !(is_year(first) && is_year(last))
}

/// The same number as nobody writes a year.
pub(super) fn grouped(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

/// `4..3 hours`: a range whose first end is the larger.
fn is_reversed(words: &str) -> bool {
    let Some((low, high)) = words.split_once("..") else { return false };
    match (value::parse(low), value::parse(high)) {
        (Some(Value::Amount(low)), Some(Value::Amount(high))) => {
            (low.unit == high.unit || low.unit == Unit::Count) && low.nominal > high.nominal
        }
        (Some(Value::Date(low)), Some(Value::Date(high))) => low.from.zip(high.to).is_some_and(|(from, to)| from > to),
        _ => false,
    }
}

fn reversed_range(text: &str, span: Span) -> ClaimError {
    let words = span.of(text);
    ClaimError::new("reversed-range", span, format!("`{words}` holds no value at all."), "the larger end comes first")
        .help("Put the smaller end first: `2.5..3.5 hours`.")
}

/// Words that are nearly a value: a date that does not exist, a unit with a slip.
fn misspelt(text: &str, span: Span) -> Option<ClaimError> {
    let words = span.of(text);
    if date::looks_like(words) {
        return Some(bad_date(span, words, None));
    }
    let starts_with_number = words.starts_with(|character: char| character.is_ascii_digit());
    let (number, unit) = words.split_once(' ').filter(|_| starts_with_number)?;
    if unit.contains(' ')
        || UNITS.contains(&unit.to_lowercase().as_str())
        || crate::lexicon::words().has_noun(&unit.to_lowercase())
        || !number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','))
    {
        return None;
    }
    let meant = UNITS.iter().copied().find(|known| {
        let limit = if known.len() > 5 { 2 } else { 1 };
        known.len() > 3 && distance(&unit.to_lowercase(), known, limit).is_some()
    })?;
    let unit_span = Span::new(span.end - unit.len(), span.end);
    Some(
        ClaimError::new("unknown-unit", unit_span, format!("`{unit}` is not a unit."), "unknown unit")
            .help(format!("Did you mean `{number} {meant}`?")),
    )
}

/// Units that people misspell most.
const UNITS: [&str; 25] = [
    "hours",
    "minutes",
    "seconds",
    "days",
    "weeks",
    "months",
    "years",
    "percent",
    "million",
    "billion",
    "trillion",
    "metres",
    "meters",
    "kilometres",
    "kilometers",
    "miles",
    "feet",
    "inches",
    "acres",
    "hectares",
    "tonnes",
    "pounds",
    "kilograms",
    "degrees",
    "dollars",
];
