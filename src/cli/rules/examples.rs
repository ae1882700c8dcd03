//! Example sentences for a claim: made from the lexicon's wordings, its tests and plain frames, then run through the
//! check. Only those that behave as said are shown.

use super::trial;
use crate::check::{Checker, Verdict};
use crate::lexicon::wording::capitalised;
use crate::lexicon::{lexicon, words};
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Selector, Shape};
use crate::rulebook::claim::print;
use crate::rulebook::fact::TestSentence;
use crate::rulebook::{Entity, EntityId, Fact, FactId, Kind, Rulebook};
use crate::value::{self, Op, Value};
use rust_decimal::Decimal;

/// Sentences by what the claim makes of them.
#[derive(Default)]
pub struct Examples {
    pub catches: Vec<String>,
    pub supports: Vec<String>,
    pub spares: Vec<String>,
}

/// How many sentences of a kind are shown.
const SHOWN: usize = 3;

/// How many sentences are tried for a kind.
const TRIED: usize = 24;

/// Sentences that the claim was seen to catch, to support, and to leave alone.
pub fn examples(checker: &Checker, rulebook: &Rulebook, id: FactId) -> Examples {
    let Some(fact) = rulebook.fact(id) else { return Examples::default() };
    let judge = |sentence: &str| trial::run(checker, rulebook, id, sentence).verdict();
    let choose = |tests: &[TestSentence], made: Vec<String>, wanted: Option<Verdict>| {
        let mut chosen: Vec<String> = Vec::new();
        for sentence in tests.iter().map(|test| test.text.clone()).chain(made).take(TRIED) {
            // "was" and "is" make no other example.
            let bare = |sentence: &str| sentence.replace(" was ", " is ");
            let is_new = chosen.iter().all(|known| bare(known) != bare(&sentence));
            if chosen.len() < SHOWN && is_new && judge(&sentence) == wanted {
                chosen.push(sentence);
            }
        }
        chosen
    };
    let wrong = statements(checker, rulebook, id, fact, &Values::Wrong);
    let right = statements(checker, rulebook, id, fact, &Values::Right);
    let catches = choose(&fact.tests.conflict, wrong, Some(Verdict::Conflict));
    let supports = choose(&fact.tests.supported, right, Some(Verdict::Supported));
    let spares = choose(&fact.tests.silent, unasserted(catches.first(), rulebook), None);
    let quoted = |list: Vec<String>| list.into_iter().map(|sentence| format!("“{sentence}”")).collect();
    Examples { catches: quoted(catches), supports: quoted(supports), spares: quoted(spares) }
}

/// Whether sentences are made with the claim's own value or with another.
enum Values {
    Right,
    Wrong,
}

/// The same words asked, denied and doubted.
fn unasserted(statement: Option<&String>, rulebook: &Rulebook) -> Vec<String> {
    let Some(statement) = statement else { return Vec::new() };
    let bare = statement.trim_end_matches('.');
    // "Is it true that it is not true that …" is nobody's sentence.
    if bare.starts_with("It is not true") || bare.ends_with(['"', '”']) {
        return Vec::new();
    }
    let inner = inside(bare, rulebook);
    vec![
        format!("Is it true that {inner}?"),
        format!("Officials denied that {inner}."),
        format!("It is false that {inner}."),
    ]
}

/// A sentence as it stands inside another one: a name keeps its capital.
fn inside(sentence: &str, rulebook: &Rulebook) -> String {
    let first = sentence.split_whitespace().next().unwrap_or("");
    let starts_with_name = rulebook.names.mentions(sentence).iter().any(|(_, start, _)| *start == 0);
    let is_plain = first.chars().skip(1).all(|letter| letter.is_lowercase()) && words().is_light(&first.to_lowercase())
        || words().has_noun(&first.to_lowercase());
    match sentence.chars().next() {
        Some(letter) if is_plain && (!starts_with_name || first == "The") => {
            letter.to_lowercase().collect::<String>() + &sentence[letter.len_utf8()..]
        }
        _ => sentence.to_owned(),
    }
}

/// Sentences that say the claim, with a right or a wrong value.
fn statements(checker: &Checker, rulebook: &Rulebook, id: FactId, fact: &Fact, values: &Values) -> Vec<String> {
    match &fact.claim {
        Claim::Comparison(comparison) => {
            let texts: Vec<String> = comparison
                .values
                .iter()
                .flatten()
                .filter_map(|value| match values {
                    Values::Right => right(&value.value, comparison),
                    Values::Wrong => wrong(&value.value, comparison, rulebook, fact.origin.file),
                })
                .collect();
            let owner = checker.understanding(id).and_then(|understood| understood.owner);
            texts
                .iter()
                .flat_map(|text| of_comparison(checker, rulebook, id, comparison, owner.as_deref(), text))
                .collect()
        }
        Claim::Sentence(sentence) => {
            let text = sentence.value.trim_end_matches('.');
            match values {
                Values::Right => vec![format!("{text}.")],
                Values::Wrong => changed(text, rulebook, fact.origin.file),
            }
        }
    }
}

/// A comparison in sentences with `value`: those by which the lexicon tests its relations, then plain ones.
fn of_comparison(
    checker: &Checker,
    rulebook: &Rulebook,
    id: FactId,
    comparison: &Comparison,
    owner: Option<&str>,
    value: &str,
) -> Vec<String> {
    let subject = comparison.subject.text.trim_start_matches("the ");
    let mut made = Vec::new();
    match &comparison.subject.shape {
        Shape::Selector { selector, class, action } => {
            let which = match selector {
                Selector::First => "first",
                Selector::Last => "last",
                Selector::Only => "only",
                Selector::Nth(_) => return Vec::new(),
            };
            let answers_who = !value.starts_with("in ") && !value.starts_with("on ");
            if answers_who {
                made.push(format!("{value} was the {which} {} to {}.", class.value, action.value));
            } else if let Some(who) = comparison.values.iter().flatten().find_map(|value| name(&value.value)) {
                made.push(format!("{who} was the {which} {} to {}, {value}.", class.value, action.value));
                made.push(format!("{who} became the {which} {} to {} {value}.", class.value, action.value));
            }
        }
        Shape::Count { counted } => {
            let number = if value == "0" { "no" } else { value };
            made.push(format!("There were {number} {}.", counted.value));
            made.push(format!("The number of {} is {value}.", counted.value));
        }
        Shape::Plain => {
            let value = value.trim_start_matches("in ").trim_start_matches("on ");
            let named = named(subject, rulebook);
            if comparison.includes {
                made.push(format!("{value} was among {}.", inside(&named, rulebook)));
            } else if comparison.values.len() > 1 {
                made.push(format!("{value} was one of {}.", inside(&named, rulebook)));
            } else {
                made.push(format!("{named} was {value}."));
                made.push(format!("{named} is {value}."));
            }
            if comparison.values.len() == 1 && value.starts_with(char::is_uppercase) {
                made.push(format!("{value} is {}.", inside(&named, rulebook)));
            }
            made.extend(of_lexicon(checker, rulebook, id, owner, value));
        }
    }
    made.iter().map(|sentence| capitalised(sentence)).collect()
}

/// Sentences by which the lexicon tests the claim's relation. A word that belongs to the relations of many fields
/// would give sentences about exams and tours.
fn of_lexicon(checker: &Checker, rulebook: &Rulebook, id: FactId, owner: Option<&str>, value: &str) -> Vec<String> {
    let relations = checker.understanding(id).map(|understood| understood.relations).unwrap_or_default();
    let (Some(owner), [relation]) = (owner, &relations[..]) else { return Vec::new() };
    // "The Alaska summit", but no "the Obama".
    let kinds = rulebook.names.resolve(owner).into_iter().filter_map(|id| rulebook.entity(id)?.kind);
    let is_name = kinds.into_iter().any(|kind| matches!(kind, Kind::Person | Kind::Place | Kind::Organization));
    let tests = &lexicon().relation(*relation).tests;
    tests.iter().filter_map(|test| filled(test, owner, is_name, value)).take(TRIED / 2).collect()
}

/// The subject of a claim as a sentence begins with it: "The date of the summit", "Kenya's population".
fn named(subject: &str, rulebook: &Rulebook) -> String {
    let first =
        rulebook.names.mentions(subject).into_iter().filter(|(_, start, _)| *start == 0).max_by_key(|hit| hit.2);
    if let Some((entity, _, end)) = first
        && let (Some(owner), Some(rest)) = (subject.get(..end), subject.get(end..))
    {
        let kind = rulebook.entity(entity).and_then(|entity| entity.kind);
        let is_name = matches!(kind, Some(Kind::Person | Kind::Place | Kind::Organization));
        return match rest.strip_prefix(' ') {
            None => capitalised(subject),
            Some(rest) if is_name => format!("{owner}'s {rest}"),
            Some(rest) => format!("The {rest} of the {owner}"),
        };
    }
    if subject.contains("'s ") { capitalised(subject) } else { format!("The {subject}") }
}

/// A test of the lexicon with the claim's owner and value in the marked places; only where no other name is in it.
fn filled(test: &str, owner: &str, is_name: bool, value: &str) -> Option<String> {
    let (before, rest) = test.split_once('[')?;
    let (marked, after) = rest.split_once(']')?;
    let owner = match marked.split_whitespace().next() {
        Some(article @ ("The" | "the")) if !is_name => format!("{article} {owner}"),
        _ => owner.to_owned(),
    };
    let test = format!("{before}{owner}{after}");
    let (before, rest) = test.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    let value = if before.ends_with(" in ") || before.ends_with(" on ") {
        value.trim_start_matches("in ").trim_start_matches("on ")
    } else {
        value
    };
    let sentence = format!("{before}{value}{after}");
    // The wordings' own people and places would make it a sentence about them.
    let strange = |word: &str| word.starts_with(char::is_uppercase) && !owner.contains(word.trim_end_matches("'s"));
    let others = format!("{before} {after}").replace(&owner, "");
    let strangers = others.split_whitespace().skip(1).any(strange);
    (!strangers).then_some(sentence)
}

fn name(value: &ClaimValue) -> Option<String> {
    match value {
        ClaimValue::Name { name, .. } => Some(name.clone()),
        _ => None,
    }
}

/// The claim's own value as a sentence says it.
fn right(value: &ClaimValue, comparison: &Comparison) -> Option<String> {
    match value {
        ClaimValue::Value(Value::Date(date)) => Some(dated(date.from?, date.precision)),
        ClaimValue::Value(value) if matches!(comparison.op.value, Op::Equal | Op::About) => Some(print::spoken(value)),
        ClaimValue::Name { name, .. } if comparison.op.value == Op::Equal => Some(name.clone()),
        _ => None,
    }
}

/// A value that is clearly another.
fn wrong(value: &ClaimValue, comparison: &Comparison, rulebook: &Rulebook, file: usize) -> Option<String> {
    match (value, comparison.op.value) {
        (ClaimValue::Value(Value::Date(date)), Op::Equal) => {
            let earlier = date.from?.checked_sub(jiff::Span::new().years(2)).ok()?;
            Some(dated(earlier, date.precision))
        }
        (ClaimValue::Value(Value::Amount(amount)), op) => {
            let factor = match op {
                Op::Greater | Op::GreaterOrEqual => Decimal::new(25, 2),
                _ => Decimal::from(3),
            };
            Some(print::spoken(&times(amount, factor)?))
        }
        (ClaimValue::Value(Value::Score(score)), _) => {
            let turned: Vec<String> = Value::Score(score.clone()).print().split('-').rev().map(str::to_owned).collect();
            Some(turned.join("-"))
        }
        (ClaimValue::Name { name, .. }, Op::Equal) => Some(another_name(name, comparison, rulebook, file)),
        (ClaimValue::Name { name, .. }, Op::NotEqual) => Some(name.clone()),
        _ => None,
    }
}

/// An amount that many times as large, whole where it was whole; `None` where no number is that large.
fn times(amount: &value::Amount, factor: Decimal) -> Option<Value> {
    let is_whole = amount.nominal.fract().is_zero();
    let times = |number: Decimal| {
        let product = number.checked_mul(factor)?;
        Some(if is_whole { product.round() } else { product })
    };
    Some(Value::Amount(value::Amount {
        nominal: times(amount.nominal)?,
        low: amount.low.and_then(times),
        high: amount.high.and_then(times),
        ..amount.clone()
    }))
}

/// Another thing of the same kind that the rules know and the claim does not name; a stranger where there is none.
fn another_name(name: &str, comparison: &Comparison, rulebook: &Rulebook, file: usize) -> String {
    let ids = rulebook.names.resolve(name);
    let kind = ids.first().and_then(|id| rulebook.entity(*id)).and_then(|entity| entity.kind);
    let accepted = print::print(&Claim::Comparison(comparison.clone()));
    let related = |other: usize| {
        let other = crate::rulebook::EntityId(other);
        ids.iter().any(|id| {
            *id == other
                || rulebook.graph.within(rulebook, *id, other).is_some()
                || rulebook.graph.within(rulebook, other, *id).is_some()
        })
    };
    let others = rulebook.entities.iter().enumerate().filter(|(at, entity)| {
        kind.is_some() && entity.kind == kind && !related(*at) && !accepted.contains(&entity.name)
    });
    // What the same file knows is the likelier mistake.
    let found = others.min_by_key(|(_, entity)| (entity.origin.file != file, is_continent(entity)));
    match (found, kind) {
        (Some((_, entity)), _) => entity.name.clone(),
        (None, Some(Kind::Place)) => "Springfield".to_owned(),
        (None, _) => "John Smith".to_owned(),
    }
}

/// A place that lies in nothing: nobody takes one for a capital or a venue.
fn is_continent(entity: &Entity) -> bool {
    entity.kind == Some(Kind::Place) && entity.within.is_none()
}

/// A sentence claim with its first date two years earlier, its first number trebled, or its verb denied.
fn changed(text: &str, rulebook: &Rulebook, file: usize) -> Vec<String> {
    let mut made = Vec::new();
    let whole = crate::span::Span::new(0, text.len());
    for mention in value::find(text, whole, &value::Context::default()) {
        let other = match mention.readings.first() {
            Some(Value::Date(date)) => date.from.and_then(|from| {
                let earlier = from.checked_sub(jiff::Span::new().years(2)).ok()?;
                let words = dated(earlier, date.precision);
                Some(words.trim_start_matches("in ").trim_start_matches("on ").to_owned())
            }),
            Some(Value::Amount(amount)) => times(amount, Decimal::from(3)).map(|other| print::spoken(&other)),
            _ => None,
        };
        if let Some(other) = other {
            made.push(format!("{}{other}{}.", &text[..mention.span.start], &text[mention.span.end..]));
        }
    }
    let mentions = rulebook.names.mentions(text);
    let named: Vec<EntityId> = mentions.iter().map(|(entity, ..)| *entity).collect();
    for (entity, start, end) in mentions {
        let Some(this) = rulebook.entity(entity) else { continue };
        let others = rulebook.entities.iter().enumerate().filter(|(at, other)| {
            this.kind.is_some() && other.kind == this.kind && !named.contains(&EntityId(*at)) && other.id != this.id
        });
        let other = others.map(|(_, other)| other).min_by_key(|other| (other.origin.file != file, is_continent(other)));
        if let (Some(other), Some(before), Some(after)) = (other, text.get(..start), text.get(end..)) {
            made.push(format!("{before}{}{after}.", other.name));
        }
    }
    made.push(format!("It is not true that {}.", inside(text, rulebook)));
    if text.contains(" did not ") {
        made.insert(0, format!("{}.", text.replacen(" did not ", " did ", 1)));
    }
    made
}

fn dated(day: jiff::civil::Date, precision: value::Precision) -> String {
    match precision {
        value::Precision::Day => format!("on {}", day.strftime("%-d %B %Y")),
        value::Precision::Month => format!("in {}", day.strftime("%B %Y")),
        _ => format!("in {}", day.year()),
    }
}
