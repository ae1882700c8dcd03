//! Offices: lines under `is:` as facts, and claims that say the same.
//!
//! An office is a role and the place or organization it belongs to: "U.S. secretary of state",
//! "secretary of state of the United States" and "American secretary of state" are one.

use super::claim::ast::{Claim, ClaimValue, Comparison, Shape, Subject, Term};
use super::claim::print::print;
use super::fact::{Entity, EntityId, Fact, Tests};
use super::facts::Defaults;
use super::names::{NameIndex, normal};
use crate::span::{Span, Spanned};
use crate::value::Op;
use std::collections::HashMap;

/// A role, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Office {
    /// Lower-case words of the role: "president".
    pub role: String,
    /// The place or organization, where the rules know it.
    pub owner: Option<EntityId>,
}

/// The office that a title names.
pub fn office(title: &str, names: &NameIndex) -> Office {
    let title = normal(title);
    let mentions = names.mentions(&title);
    // The owner stands last ("president of Russia") or first ("Russian president").
    let owner = mentions.iter().rev().find(|(_, start, end)| *start == 0 || *end == title.len());
    let Some((owner, start, end)) = owner.copied() else {
        return Office { role: title, owner: None };
    };
    let before = title[..start].trim();
    let before = ["of the", "for the", "at the", "in the", "of", "for", "at", "in", ","]
        .iter()
        .find_map(|link| before.strip_suffix(link).filter(|rest| rest.ends_with(' ')))
        .unwrap_or(before)
        .trim();
    let behind = title[end..].trim_start_matches(['\'', '’']).trim_start_matches("s ").trim();
    let role = if before.is_empty() { behind } else { before };
    if role.is_empty() {
        Office { role: title.clone(), owner: None }
    } else {
        Office { role: role.to_owned(), owner: Some(owner) }
    }
}

/// The lines under `is:` that have a period, as facts; without those that a claim says already.
pub fn facts(
    entities: &[Entity],
    claims: &[Fact],
    defaults: &[Defaults],
    stems: &[String],
    names: &NameIndex,
) -> Vec<Fact> {
    let claimed = claimed(claims, names);
    let mut facts = Vec::new();
    for (at, entity) in entities.iter().enumerate() {
        for class in &entity.classes {
            let Some(term) = class.term else { continue };
            let office = office(&class.title, names);
            let same = claimed.get(&(office, EntityId(at)));
            if same.is_some_and(|terms| terms.iter().any(|claimed| says_the_same(*claimed, term))) {
                continue;
            }
            let Some(defaults) = defaults.get(class.origin.file) else { continue };
            let stem = stems.get(class.origin.file).map_or("", String::as_str);
            let claim = Claim::Comparison(comparison(&class.title, &entity.name, term));
            facts.push(Fact {
                id: format!("{stem}/{}", entity.id),
                text: print(&claim),
                claim,
                raw: class.origin.span,
                origin: class.origin,
                source: defaults.source.clone(),
                as_of: defaults.as_of,
                until: None,
                severity: defaults.severity,
                translated: false,
                note: None,
                about: defaults.about.clone(),
                also: Vec::new(),
                patterns: Vec::new(),
                tests: Tests::default(),
                office_of: Some(EntityId(at)),
            });
        }
    }
    facts
}

/// Who a claim says holds which office, and when.
pub fn holders(claim: &Claim, names: &NameIndex) -> Vec<(Office, EntityId, Option<Term>, Span)> {
    let Claim::Comparison(comparison) = claim else { return Vec::new() };
    if comparison.op.value != Op::Equal || comparison.subject.shape != Shape::Plain {
        return Vec::new();
    }
    let whole = comparison.term();
    let mut found = Vec::new();
    for value in comparison.values.iter().flatten() {
        if let ClaimValue::Name { name, term } = &value.value
            && let [holder] = names.named(name)
        {
            found.push((office(&comparison.subject.text, names), *holder, term.or(whole), value.span));
        }
    }
    found
}

/// Offices that claims give to people. A claim counts when it has a period, or when `is:` knows the office.
fn claimed(claims: &[Fact], names: &NameIndex) -> HashMap<(Office, EntityId), Vec<Option<Term>>> {
    let mut claimed: HashMap<(Office, EntityId), Vec<Option<Term>>> = HashMap::new();
    for fact in claims {
        for (office, holder, term, _) in holders(&fact.claim, names) {
            claimed.entry((office, holder)).or_default().push(term);
        }
    }
    claimed
}

/// A claim without a period says the same as an office that goes on.
fn says_the_same(claimed: Option<Term>, office: Term) -> bool {
    match claimed {
        Some(claimed) => claimed.from == office.from && claimed.to == office.to,
        None => office.to.is_none(),
    }
}

/// `TITLE = NAME, TERM`, with spans in that text.
fn comparison(title: &str, name: &str, term: Term) -> Comparison {
    let title_span = Span::new(0, title.len());
    let op_span = Span::new(title.len() + 1, title.len() + 2);
    let name_span = Span::new(title.len() + 3, title.len() + 3 + name.len());
    Comparison {
        subject: Subject { text: title.to_owned(), span: title_span, shape: Shape::Plain },
        op: Spanned::new(Op::Equal, op_span),
        includes: false,
        values: vec![vec![Spanned::new(ClaimValue::Name { name: name.to_owned(), term: Some(term) }, name_span)]],
        qualifiers: Vec::new(),
    }
}
