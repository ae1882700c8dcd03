//! Two claims with one subject and one question, and no value that both allow in a common period.

use super::between;
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Qualifier, Selector, Shape, Subject, Term};
use crate::rulebook::claim::print;
use crate::rulebook::names::{NameIndex, normal};
use crate::rulebook::problem::Problem;
use crate::rulebook::{EntityId, Fact, Rulebook};
use crate::span::Spanned;
use crate::value::{self, Agreement, DateSet, Op, Value};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Contradictions between claims, each at the later of the two.
pub fn find(rulebook: &Rulebook) -> Vec<Problem> {
    let mut groups: BTreeMap<String, Vec<(usize, &Comparison)>> = BTreeMap::new();
    let keyed: Vec<(usize, String, &Comparison)> = rulebook
        .facts
        .par_iter()
        .enumerate()
        .filter_map(|(at, fact)| match &fact.claim {
            Claim::Comparison(comparison) => Some((at, subject_key(&comparison.subject, &rulebook.names), comparison)),
            Claim::Sentence(_) => None,
        })
        .collect();
    for (at, key, comparison) in keyed {
        groups.entry(key).or_default().push((at, comparison));
    }
    groups.par_iter().filter(|(_, group)| group.len() > 1).flat_map_iter(|(_, group)| within(rulebook, group)).collect()
}

/// The subject without what does not change its meaning: articles, "of" and "'s", the order of owner and
/// attribute, the spelling of names.
pub fn subject_key(subject: &Subject, names: &NameIndex) -> String {
    match &subject.shape {
        Shape::Selector { selector, class, action } => {
            let which = match selector {
                Selector::First => "first".to_owned(),
                Selector::Last => "last".to_owned(),
                Selector::Only => "only".to_owned(),
                Selector::Nth(number) => format!("{number}th"),
            };
            format!("{which} {} to {}", phrase_key(&class.value, names), phrase_key(&action.value, names))
        }
        Shape::Count { counted } => format!("number of {}", phrase_key(&counted.value, names)),
        Shape::Plain => phrase_key(&subject.text, names),
    }
}

fn phrase_key(text: &str, names: &NameIndex) -> String {
    const DIRECTED: [&str; 8] = ["from", "to", "by", "against", "over", "than", "with", "after"];
    const EMPTY: [&str; 8] = ["of", "the", "a", "an", "'s", "in", "at", "for"];
    let text = normal(text);
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    let plain = |part: &str, words: &mut Vec<String>| {
        for word in part.split([' ', ',']) {
            let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
            if !word.is_empty() && !EMPTY.contains(&word) && word != "s" {
                words.push(word.to_owned());
            }
        }
    };
    for (entity, start, end) in names.mentions(&text) {
        plain(text.get(at..start).unwrap_or(""), &mut words);
        words.push(format!("#{}", entity.0));
        at = end;
    }
    plain(text.get(at..).unwrap_or(""), &mut words);
    if !words.iter().any(|word| DIRECTED.contains(&word.as_str())) {
        words.sort();
    }
    words.join(" ")
}

fn within(rulebook: &Rulebook, group: &[(usize, &Comparison)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Claims that say exactly the same are compared once.
    let mut distinct: HashMap<String, usize> = HashMap::new();
    let mut earlier: Vec<Said<'_>> = Vec::new();
    for (at, comparison) in group {
        let Some(fact) = rulebook.facts.get(*at) else { continue };
        let said = Said::new(rulebook, fact, comparison);
        let text = print::print(&fact.claim);
        let key = text.split_once(&said.sign()).map_or(text.as_str(), |(_, values)| values).to_owned();
        if distinct.contains_key(&key) {
            continue;
        }
        if let Some((other, why)) = earlier.iter().rev().find_map(|other| Some((other, said.against(other, rulebook)?)))
        {
            problems.push(report(rulebook, fact, other.fact, &why));
        }
        distinct.insert(key, *at);
        // A claim that contradicts is not compared any further: one report for each.
        if earlier.len() < 64 {
            earlier.push(said);
        }
    }
    problems
}

/// Both places of a contradiction.
pub(super) fn report(rulebook: &Rulebook, fact: &Fact, other: &Fact, why: &str) -> Problem {
    let message = format!("`{}` contradicts `{}`: {why}.", fact.id, other.id);
    between(
        rulebook,
        "contradiction",
        (fact.origin, "one says this".to_owned()),
        (other.origin, "the other says this".to_owned()),
        message,
    )
    .help("Correct one of them, or give each its period: `president of Russia = Dmitry Medvedev, 2008-05-07..2012-05-07`.")
}

/// A claim's answers, ready to be compared.
struct Said<'a> {
    fact: &'a Fact,
    comparison: &'a Comparison,
    period: Option<Term>,
    as_of: Option<&'a DateSet>,
    names: Vec<Named>,
}

/// A name of a claim: the entity it stands for, or the bare words.
struct Named {
    entity: Option<EntityId>,
    /// As names are compared.
    words: String,
    /// As written.
    shown: String,
}

impl<'a> Said<'a> {
    fn new(rulebook: &Rulebook, fact: &'a Fact, comparison: &'a Comparison) -> Self {
        let as_of = comparison.qualifiers.iter().find_map(|qualifier| match &qualifier.value {
            Qualifier::AsOf(date) => Some(date),
            _ => None,
        });
        let mut names = Vec::new();
        for value in comparison.values.iter().flatten() {
            let ClaimValue::Name { name, .. } = &value.value else { continue };
            let entities = rulebook.names.resolve(name);
            let named = |entity| Named { entity, words: normal(name), shown: name.clone() };
            if entities.is_empty() {
                names.push(named(None));
            }
            names.extend(entities.into_iter().map(|entity| named(Some(entity))));
        }
        Self { fact, comparison, period: comparison.term(), as_of, names }
    }

    fn sign(&self) -> String {
        format!(" {} ", if self.comparison.includes { "includes" } else { print::op(self.comparison.op.value) })
    }

    /// Why the two cannot both be true.
    fn against(&self, other: &Said<'_>, rulebook: &Rulebook) -> Option<String> {
        if !self.shares_time(other) {
            return None;
        }
        self.amounts(other).or_else(|| self.listed(other, rulebook)).or_else(|| self.existence(other))
    }

    fn shares_time(&self, other: &Said<'_>) -> bool {
        if let (Some(one), Some(two)) = (&self.period, &other.period)
            && !one.overlaps(two)
        {
            return false;
        }
        match (self.as_of, other.as_of) {
            // Moving figures: a later one takes over.
            (Some(one), Some(two)) => one == two,
            (None, None) => true,
            _ => false,
        }
    }

    /// Numbers and dates without a common value.
    fn amounts(&self, other: &Said<'_>) -> Option<String> {
        if self.comparison.includes || other.comparison.includes {
            return None;
        }
        let (mine, others) = (measured(self.comparison), measured(other.comparison));
        // Several values of one kind are a list.
        let is_list = |values: &[Vec<Value>]| {
            values
                .iter()
                .flatten()
                .enumerate()
                .any(|(at, value)| values.iter().flatten().take(at).any(|earlier| earlier.kind() == value.kind()))
                && values.len() > 1
        };
        if is_list(&mine) || is_list(&others) {
            return None;
        }
        for one in &mine {
            for two in others.iter().filter(|two| two.iter().any(|two| one.iter().any(|one| one.same_kind(two)))) {
                let apart = one.iter().all(|one| {
                    two.iter().all(|two| disjoint(one, self.comparison.op.value, two, other.comparison.op.value))
                });
                if apart {
                    let words = |values: &[Value]| {
                        values
                            .iter()
                            .map(|value| print::value(&ClaimValue::Value(value.clone())))
                            .collect::<Vec<_>>()
                            .join(" or ")
                    };
                    return Some(format!("{} against {}", signed(self, &words(one)), signed(other, &words(two))));
                }
            }
        }
        None
    }

    /// Names where a complete list has no place for them.
    fn listed(&self, other: &Said<'_>, rulebook: &Rulebook) -> Option<String> {
        if self.names.is_empty() || other.names.is_empty() {
            return None;
        }
        let (mine, theirs) = (self.comparison, other.comparison);
        let missing = |names: &[Named], list: &[Named]| {
            names
                .iter()
                .find(|name| !list.iter().any(|listed| same(rulebook, name, listed)))
                .map(|name| name.shown.clone())
        };
        match (mine.op.value, mine.includes, theirs.op.value, theirs.includes) {
            (Op::Equal, true, Op::Equal, true) => None,
            (Op::Equal, true, Op::Equal, false) => {
                missing(&self.names, &other.names).map(|name| format!("{name} is not on the complete list"))
            }
            (Op::Equal, false, Op::Equal, true) => {
                missing(&other.names, &self.names).map(|name| format!("{name} is not on the complete list"))
            }
            // Who held an office when is checked with the terms.
            (Op::Equal, false, Op::Equal, false) if self.period.is_some() && other.period.is_some() => None,
            (Op::Equal, false, Op::Equal, false) => {
                let common =
                    self.names.iter().any(|name| other.names.iter().any(|theirs| same(rulebook, name, theirs)));
                (!common).then(|| format!("{} against {}", self.words(), other.words()))
            }
            (Op::NotEqual, _, Op::Equal, _) | (Op::Equal, _, Op::NotEqual, _) => {
                let common = self.names.iter().find(|name| other.names.iter().any(|theirs| name.words == theirs.words));
                common.map(|name| format!("one says {}, the other that it is not", name.shown))
            }
            _ => None,
        }
    }

    /// `none` against something, `yes` against `no`.
    fn existence(&self, other: &Said<'_>) -> Option<String> {
        let has = |said: &Said<'_>, wanted: &ClaimValue| {
            said.comparison.op.value == Op::Equal
                && said.comparison.values.iter().flatten().any(|value| value.value == *wanted)
        };
        let none = |said: &Said<'_>| has(said, &ClaimValue::None);
        if none(self) != none(other) {
            return Some("one says that there is none".to_owned());
        }
        let opposed = has(self, &ClaimValue::Yes) && has(other, &ClaimValue::No)
            || has(self, &ClaimValue::No) && has(other, &ClaimValue::Yes);
        opposed.then(|| "one says yes, the other no".to_owned())
    }

    fn words(&self) -> String {
        self.names.iter().map(|name| name.shown.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The numbers and dates of a claim: what is separated by commas, and the alternatives of each.
fn measured(comparison: &Comparison) -> Vec<Vec<Value>> {
    let alternatives = |alternatives: &Vec<Spanned<ClaimValue>>| -> Vec<Value> {
        let values = alternatives.iter().filter_map(|value| match &value.value {
            ClaimValue::Value(value) => Some(value.clone()),
            _ => None,
        });
        values.collect()
    };
    comparison.values.iter().map(alternatives).filter(|values| !values.is_empty()).collect()
}

fn signed(said: &Said<'_>, words: &str) -> String {
    match said.comparison.op.value {
        Op::Equal => words.to_owned(),
        op => format!("{} {words}", print::op(op)),
    }
}

/// Whether two names can stand for one thing: the same entity, the same words, or one inside the other.
fn same(rulebook: &Rulebook, one: &Named, two: &Named) -> bool {
    if one.words == two.words {
        return true;
    }
    match (one.entity, two.entity) {
        (Some(one), Some(two)) => {
            one == two
                || rulebook.graph.within(rulebook, one, two).is_some()
                || rulebook.graph.within(rulebook, two, one).is_some()
        }
        // A name nobody defines may be a longer form of the other: "Obama", "Barack Obama".
        _ => one.words.ends_with(&format!(" {}", two.words)) || two.words.ends_with(&format!(" {}", one.words)),
    }
}

/// Whether no value satisfies both.
fn disjoint(one: &Value, one_op: Op, two: &Value, two_op: Op) -> bool {
    if one_op == Op::NotEqual || two_op == Op::NotEqual {
        return one_op != two_op && one == two;
    }
    if let (Value::Date(one), Value::Date(two), Op::Equal, Op::Equal) = (one, two, one_op, two_op) {
        return !one.overlaps(two);
    }
    let conflict =
        |text: &Value, op: Op, claim: &Value| value::compare(text, op, claim).agreement == Agreement::Conflict;
    conflict(one, two_op, two) && conflict(two, one_op, one)
}
