//! Whether the values of a claim answer the question of its subject, and answer it once.

use super::ClaimError;
use super::ast::{ClaimValue, Shape};
use crate::span::{Span, Spanned};
use crate::value::{Kind, Op, Unit, Value};

/// Values that cannot answer the subject's question, or answer it twice.
pub fn wrong_question(
    shape: &Shape,
    subject: &str,
    op: Op,
    includes: bool,
    values: &[Vec<Spanned<ClaimValue>>],
) -> Vec<ClaimError> {
    let mut errors = Vec::new();
    for value in values.iter().flatten() {
        errors.extend(question_error(shape, subject, op, value));
    }
    if errors.is_empty() && !includes {
        errors.extend(answered_twice(shape, values));
    }
    errors
}

/// `= 3 hours, 4 hours`: two amounts of one kind cannot both be right.
fn answered_twice(shape: &Shape, values: &[Vec<Spanned<ClaimValue>>]) -> Option<ClaimError> {
    let kind = |value: &Vec<Spanned<ClaimValue>>| match value.first().map(|first| &first.value) {
        Some(ClaimValue::Value(value)) => Some(value.kind()),
        _ => None,
    };
    let is_amount = |kind: Kind| !matches!(kind, Kind::Date | Kind::Time | Kind::Ordinal);
    let one_date = matches!(shape, Shape::Selector { .. });
    let twice = |kind: Kind| is_amount(kind) || (one_date && kind == Kind::Date);
    for (at, value) in values.iter().enumerate() {
        let Some(this) = kind(value).filter(|kind| twice(*kind)) else { continue };
        if values[..at].iter().any(|earlier| kind(earlier) == Some(this)) {
            let what = if this == Kind::Date { "when" } else { "how much" };
            return Some(
                ClaimError::new(
                    "two-values",
                    value.first().map_or(Span::default(), |first| first.span),
                    format!("This claim answers the question \"{what}\" twice."),
                    "a second value of the same kind",
                )
                .help("If either is right, write `3 hours | 4 hours`; if anything between is right, `3..4 hours`."),
            );
        }
    }
    None
}

/// A value of the wrong kind for its question.
fn question_error(shape: &Shape, subject: &str, op: Op, value: &Spanned<ClaimValue>) -> Option<ClaimError> {
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
    let wanted = wanted(shape, subject)?;
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

/// What a subject asks for.
#[derive(Clone, Copy)]
pub enum Wanted {
    Number,
    Someone,
    Date,
    Amount,
}

/// The question of a subject, where its words leave no doubt.
pub fn wanted(shape: &Shape, subject: &str) -> Option<Wanted> {
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
