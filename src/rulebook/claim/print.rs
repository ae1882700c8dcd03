//! Tree → claim text in normal form, which parses to the same tree.

use super::ast::{Claim, ClaimValue, Comparison, Qualifier, Shape, Term};
use super::values::{four_digits, grouped};
use crate::rulebook::date;
use crate::span::Span;
use crate::value::{self, Amount, DateSet, Op, Precision, Unit, Value};
use std::fmt::Write;

/// The normal form of a claim.
pub fn print(claim: &Claim) -> String {
    match claim {
        Claim::Sentence(sentence) => spaced(&sentence.value),
        Claim::Comparison(comparison) => print_comparison(comparison),
    }
}

fn print_comparison(comparison: &Comparison) -> String {
    let mut text = spaced(&comparison.subject.text);
    text.push(' ');
    text.push_str(if comparison.includes { "includes" } else { op(comparison.op.value) });
    for (at, alternatives) in comparison.values.iter().enumerate() {
        text.push_str(if at == 0 { " " } else { ", " });
        for (at, alternative) in alternatives.iter().enumerate() {
            if at > 0 {
                text.push_str(" | ");
            }
            text.push_str(&value(&alternative.value));
        }
    }
    for qualifier in &comparison.qualifiers {
        text.push_str(", ");
        text.push_str(&print_qualifier(&qualifier.value));
    }
    text
}

/// The sign of an operator.
pub fn op(op: Op) -> &'static str {
    match op {
        Op::Equal => "=",
        Op::NotEqual => "!=",
        Op::About => "~",
        Op::Less => "<",
        Op::LessOrEqual => "<=",
        Op::Greater => ">",
        Op::GreaterOrEqual => ">=",
    }
}

/// A value as a claim writes it.
pub fn value(value: &ClaimValue) -> String {
    match value {
        ClaimValue::Value(Value::Date(date)) => print_date(date),
        ClaimValue::Value(value) => in_words(value).unwrap_or_else(|| {
            let group = |part: &str| four_digits(part).map(grouped).unwrap_or_else(|| part.to_owned());
            value.print().split("..").map(group).collect::<Vec<_>>().join("..")
        }),
        ClaimValue::Quote(words) if words.contains('"') && words.contains(['“', '”']) => format!("«{words}»"),
        ClaimValue::Quote(words) if words.contains('"') => format!("“{words}”"),
        ClaimValue::Quote(words) => format!("\"{words}\""),
        ClaimValue::Name { name, term: None } => spaced(name),
        ClaimValue::Name { name, term: Some(term) } => format!("{}, {}", spaced(name), print_term(term)),
        ClaimValue::Yes => "yes".to_owned(),
        ClaimValue::No => "no".to_owned(),
        ClaimValue::None => "none".to_owned(),
    }
}

/// An amount as an editor writes it, "€412 million" or "210,000": the first form that reads back as the same amount.
fn in_words(value: &Value) -> Option<String> {
    if !matches!(value, Value::Amount(_)) {
        return None;
    }
    let forms = [spoken(value), with_commas(&with_sign(&value.print()))];
    forms.into_iter().find(|form| value::readings(form).first() == Some(value))
}

/// A value as a sentence says it, rounded where it has many places: "€412 million", "4.2%", "15 August 2025".
pub fn spoken(value: &Value) -> String {
    let described = value.describe().replace(" %", "%");
    match value {
        Value::Amount(Amount { unit: Unit::Money { .. }, .. }) => with_cents(described),
        _ => described,
    }
}

/// "€2.80" for "€2.8": nobody writes a price with one digit behind the point.
fn with_cents(money: String) -> String {
    let places = money.rsplit_once('.').map_or("", |(_, places)| places);
    if places.len() == 1 && places.bytes().all(|byte| byte.is_ascii_digit()) { money + "0" } else { money }
}

/// "€50000" for "EUR 50000".
fn with_sign(money: &str) -> String {
    let signs = [("USD ", "$"), ("EUR ", "€"), ("GBP ", "£"), ("JPY ", "¥")];
    let sign = signs.iter().find_map(|(code, sign)| Some((money.strip_prefix(code)?, sign)));
    sign.map_or_else(|| money.to_owned(), |(number, sign)| format!("{sign}{number}"))
}

/// Whole numbers of four digits and more in groups of three.
fn with_commas(text: &str) -> String {
    let mut grouped = String::with_capacity(text.len() + 4);
    for piece in text.split_inclusive(|character: char| !character.is_ascii_digit()) {
        let digits = piece.trim_end_matches(|character: char| !character.is_ascii_digit());
        let is_fraction = grouped.ends_with('.');
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && !is_fraction && (digits.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped.push_str(&piece[digits.len()..]);
    }
    grouped
}

/// `2009-01-20..2017-01-20`.
pub fn print_term(term: &Term) -> String {
    let mut text = String::new();
    if let Some(from) = term.from {
        text.push_str(&date::print_end(from, term.from_precision));
    }
    text.push_str("..");
    if let Some(to) = term.to {
        text.push_str(&date::print_end(to, term.to_precision));
    }
    text
}

/// `since 2025-01-21`.
pub fn print_qualifier(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::Since(date) => format!("since {}", print_date(date)),
        Qualifier::Until(date) => format!("until {}", print_date(date)),
        Qualifier::AsOf(date) => format!("as of {}", print_date(date)),
        Qualifier::FromTo(from, to) => format!("from {} to {}", print_date(from), print_date(to)),
        Qualifier::In(date) => format!("in {}", print_date(date)),
    }
}

/// `2013`, `September 2013`, `5 September 2013`; what has no such form is printed as values are.
fn print_date(date: &DateSet) -> String {
    let whole = match (date.from, date.to, date.precision) {
        (Some(from), Some(to), Precision::Day) if from == to => Some(from.strftime("%-d %B %Y").to_string()),
        (Some(from), Some(to), Precision::Month) if from == from.first_of_month() && to == from.last_of_month() => {
            Some(format!("{} {}", from.strftime("%B"), from.year()))
        }
        (Some(from), Some(to), Precision::Year) if from == from.first_of_year() && to == from.last_of_year() => {
            Some(format!("{:04}", from.year()))
        }
        _ => None,
    };
    match whole {
        Some(text) if date::parse(&text).as_ref() == Some(date) => text,
        _ => Value::Date(date.clone()).print(),
    }
}

/// The same words with single spaces between them.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let gap = if spaced.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(spaced, "{gap}{word}");
    }
    spaced
}

/// The tree without its spans, to compare what two texts say.
pub fn skeleton(claim: &Claim) -> Claim {
    let mut bare = claim.clone();
    match &mut bare {
        Claim::Sentence(sentence) => {
            sentence.span = Span::default();
            sentence.value = spaced(&sentence.value);
        }
        Claim::Comparison(comparison) => {
            comparison.op.span = Span::default();
            comparison.subject.span = Span::default();
            comparison.subject.text = spaced(&comparison.subject.text);
            match &mut comparison.subject.shape {
                Shape::Selector { class, action, .. } => {
                    for part in [class, action] {
                        part.span = Span::default();
                        part.value = spaced(&part.value);
                    }
                }
                Shape::Count { counted } => {
                    counted.span = Span::default();
                    counted.value = spaced(&counted.value);
                }
                Shape::Plain => {}
            }
            for value in comparison.values.iter_mut().flatten() {
                value.span = Span::default();
                if let ClaimValue::Name { name, .. } = &mut value.value {
                    *name = spaced(name);
                }
            }
            for qualifier in &mut comparison.qualifiers {
                qualifier.span = Span::default();
            }
        }
    }
    bare
}
