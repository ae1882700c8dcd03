//! Claims that no statement can meet, claims said twice, and claims that have run out.

use super::{between, path};
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Qualifier, Shape};
use crate::rulebook::names::normal;
use crate::rulebook::problem::Problem;
use crate::rulebook::{Fact, Rulebook, date};
use crate::value::{Op, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Such claims, each at its words.
pub fn find(rulebook: &Rulebook, today: Option<Date>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut said: HashMap<String, &Fact> = HashMap::new();
    for fact in rulebook.facts.iter().filter(|fact| fact.office_of.is_none()) {
        problems.extend(expired(rulebook, fact, today));
        problems.extend(over_before_it_starts(rulebook, fact));
        problems.extend(impossible(rulebook, fact));
        if let Some(first) = said.insert(normal(&fact.text), fact) {
            let message = format!("`{}` says the same as `{}`.", fact.id, first.id);
            let problem = between(
                rulebook,
                "same-claim",
                (fact.origin, "said again".to_owned()),
                (first.origin, "said first".to_owned()),
                message,
            );
            problems.push(problem.help("Keep one of the two: each conflict would be reported twice.").as_warning());
        }
    }
    problems
}

fn expired(rulebook: &Rulebook, fact: &Fact, today: Option<Date>) -> Option<Problem> {
    let (until, today) = (fact.until?, today?);
    (until < today).then(|| {
        let message = format!("`{}` ran out on {}.", fact.id, date::print(until));
        Problem::error("expired-claim", path(rulebook, fact.origin), fact.origin.span, message, "past its `until:`")
            .help("Confirm it and move `until:` on, or remove it.")
            .as_warning()
    })
}

/// `until:` before the day that the claim itself speaks of.
fn over_before_it_starts(rulebook: &Rulebook, fact: &Fact) -> Option<Problem> {
    let until = fact.until?;
    let Claim::Comparison(comparison) = &fact.claim else { return None };
    let start = comparison.qualifiers.iter().find_map(|qualifier| match &qualifier.value {
        Qualifier::Since(date) | Qualifier::AsOf(date) | Qualifier::FromTo(date, _) => date.from,
        Qualifier::Until(_) | Qualifier::In(_) => None,
    });
    let start = start.or_else(|| comparison.term().and_then(|term| term.from))?;
    (until < start).then(|| {
        let message = format!(
            "`{}` can never match: it is true from {} and ends on {}.",
            fact.id,
            date::print(start),
            date::print(until)
        );
        Problem::error(
            "never-matches",
            path(rulebook, fact.origin),
            fact.origin.span,
            message,
            "starts after its `until:`",
        )
        .help("Correct `until:` or the date in the claim.")
    })
}

/// A count below zero.
fn impossible(rulebook: &Rulebook, fact: &Fact) -> Option<Problem> {
    let Claim::Comparison(comparison) = &fact.claim else { return None };
    let value = below_zero(comparison)?;
    let message = format!("`{}` can never match: nothing can be counted to less than zero.", fact.id);
    let span = rulebook.locate(fact, value);
    Some(
        Problem::error("never-matches", path(rulebook, fact.origin), span, message, "below zero")
            .help("A count is zero or more: `number of survivors = 0`."),
    )
}

fn below_zero(comparison: &Comparison) -> Option<crate::span::Span> {
    if !matches!(comparison.subject.shape, Shape::Count { .. }) {
        return None;
    }
    let op = comparison.op.value;
    comparison.values.iter().flatten().find_map(|value| {
        let ClaimValue::Value(Value::Amount(amount)) = &value.value else { return None };
        let is_negative = amount.nominal < Decimal::ZERO;
        let nothing_is_less = amount.nominal <= Decimal::ZERO && op == Op::Less;
        let holds = matches!(op, Op::Greater | Op::GreaterOrEqual | Op::NotEqual);
        ((is_negative && !holds) || nothing_is_less).then_some(value.span)
    })
}
