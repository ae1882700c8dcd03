//! Pieces behind the operator → values and qualifiers: which commas separate, which words are dates, terms, names.

use super::ast::{ClaimValue, Qualifier, Shape, Subject, Term};
use super::structure::Piece;
use super::{ClaimError, Names};
use crate::rulebook::date;
use crate::rulebook::suggest::distance;
use crate::span::{Span, Spanned};
use crate::value::{self, DateSet, Kind, Op, Unit, Value};

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
        } else if let Some((value, qualifier)) = trailing_qualifier(text, *only) {
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
        return Ok(ClaimValue::Value(value));
    }
    match misspelt(text, span) {
        Some(error) => Err(error),
        None => Ok(name(words)),
    }
}

fn name(words: &str) -> ClaimValue {
    ClaimValue::Name { name: words.to_owned(), term: None }
}

/// The words inside the marks; an error with the bytes that stand outside them.
fn quoted(words: &str) -> Option<Result<String, (Span, &'static str)>> {
    let first = words.chars().next()?;
    let closers: &[char] = match first {
        '"' => &['"'],
        '“' | '„' => &['”', '“', '"'],
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

/// A qualifier that is the whole of a piece: `since 2025-01-21`.
fn qualifier(text: &str, span: Span) -> Option<Result<Spanned<Qualifier>, ClaimError>> {
    let words = span.of(text);
    let (keyword, rest) = keyword(words)?;
    let rest_span = Span::new(span.end - rest.len(), span.end);
    if let Some(read) = qualifier_value(keyword, rest) {
        return Some(match read {
            Ok(value) => Ok(Spanned::new(value, span)),
            Err(()) => Err(reversed_term(rest_span)),
        });
    }
    // `in Kenya` may be meant as a value; the others only go with a date.
    if keyword == "in" && !date::looks_like(rest) {
        return None;
    }
    if matches!(keyword, "since" | "until" | "from")
        && rest.starts_with(char::is_uppercase)
        && !date::looks_like(rest)
        && keyword == "from"
    {
        return None;
    }
    Some(Err(bad_date(rest_span, rest, Some(keyword))))
}

/// A qualifier at the end of a piece, without a comma: `47 as of 2025-08-15`.
fn trailing_qualifier(text: &str, span: Span) -> Option<(Span, Spanned<Qualifier>)> {
    let words = span.of(text);
    if words.starts_with(['"', '“', '«']) && quoted(words).is_some_and(|quoted| quoted.is_ok()) {
        return None;
    }
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

pub fn bad_date(span: Span, words: &str, keyword: Option<&str>) -> ClaimError {
    let message = match keyword {
        Some(keyword) => format!("`{keyword}` takes a date, and `{words}` is none."),
        None => format!("`{words}` is not a date."),
    };
    let label = if date::looks_like(words) { "no such day" } else { "not a date" };
    ClaimError::new("bad-date", span, message, label)
        .help("Write `2013-09-05`, `5 September 2013`, `September 2013` or `2013`.")
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

/// A value of the wrong kind for its question.
pub fn question_error(shape: &Shape, subject: &str, op: Op, value: &Spanned<ClaimValue>) -> Option<ClaimError> {
    let orders = matches!(op, Op::About | Op::Less | Op::LessOrEqual | Op::Greater | Op::GreaterOrEqual);
    let is_amount = matches!(&value.value, ClaimValue::Value(_));
    if orders && !is_amount {
        return Some(
            ClaimError::new(
                "wrong-kind-of-value",
                value.span,
                "This operator compares numbers, and this is none.",
                "not a number, amount or date",
            )
            .help("Write `=` for names and quotations: `host of the summit = Anchorage`."),
        );
    }
    let wanted = super::values::wanted(shape, subject)?;
    let (fits, example) = match (wanted, &value.value) {
        (_, ClaimValue::None) => (true, ""),
        (Wanted::Number, ClaimValue::Value(Value::Amount(amount))) => {
            (matches!(amount.unit, Unit::Count), "`number of Putin visits to the U.S. = 8`")
        }
        (Wanted::Number, _) => (false, "`number of Putin visits to the U.S. = 8`"),
        (Wanted::Someone, ClaimValue::Name { .. } | ClaimValue::Value(Value::Date(_)) | ClaimValue::Quote(_)) => {
            (true, "")
        }
        // A bare year or number may be meant for a name or a time of its own.
        (Wanted::Someone, ClaimValue::Value(Value::Amount(amount))) => {
            (matches!(amount.unit, Unit::Count), "`last president to visit Russia = Obama, 2013`")
        }
        (Wanted::Someone, _) => (false, "`last president to visit Russia = Obama, 2013`"),
        (Wanted::Date, ClaimValue::Value(Value::Date(_))) => (true, ""),
        (Wanted::Date, _) => (false, "`summit date = 15 August 2025`"),
        (Wanted::Amount, ClaimValue::Value(Value::Amount(_))) => (true, ""),
        (Wanted::Amount, ClaimValue::Name { .. }) => (true, ""),
        (
            Wanted::Amount,
            ClaimValue::Value(Value::Date(_) | Value::Score(_) | Value::Ordinal(_) | Value::Time { .. }),
        ) => (true, ""),
        (Wanted::Amount, _) => (false, "`summit length ~ 3 hours`"),
    };
    let question = match wanted {
        Wanted::Number => "how many",
        Wanted::Someone => "who or what, and when",
        Wanted::Date => "when",
        Wanted::Amount => "how much or how long",
    };
    (!fits).then(|| {
        ClaimError::new(
            "wrong-kind-of-value",
            value.span,
            format!("`{subject}` asks {question}, and this does not answer that."),
            kind_words(&value.value),
        )
        .help(format!("For example {example}."))
    })
}

#[derive(Clone, Copy)]
enum Wanted {
    Number,
    Someone,
    Date,
    Amount,
}

/// The question of a subject, where its words leave no doubt.
fn wanted(shape: &Shape, subject: &str) -> Option<Wanted> {
    match shape {
        Shape::Count { .. } => return Some(Wanted::Number),
        Shape::Selector { .. } => return Some(Wanted::Someone),
        Shape::Plain => {}
    }
    let head = subject.split(" of ").next()?.split_whitespace().last()?.to_lowercase();
    match head.as_str() {
        "date" | "birthday" | "birthdate" => Some(Wanted::Date),
        "length" | "height" | "duration" | "population" | "toll" | "weight" | "distance" | "depth" | "width" => {
            Some(Wanted::Amount)
        }
        _ => None,
    }
}

fn kind_words(value: &ClaimValue) -> &'static str {
    match value {
        ClaimValue::Quote(_) => "a quotation",
        ClaimValue::Name { .. } => "a name",
        ClaimValue::Yes | ClaimValue::No => "yes or no",
        ClaimValue::None => "nothing",
        ClaimValue::Value(Value::Date(_)) => "a date",
        ClaimValue::Value(Value::Time { .. }) => "a time of day",
        ClaimValue::Value(Value::Score(_)) => "a score",
        ClaimValue::Value(Value::Ordinal(_)) => "a place in a row",
        ClaimValue::Value(Value::Amount(amount)) => match amount.unit {
            Unit::Count => "a number",
            Unit::Percent | Unit::PercentagePoint => "a share",
            Unit::Money { .. } => "an amount of money",
            _ => "a measure",
        },
    }
}
