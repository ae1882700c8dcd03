//! What pronouns and descriptions stand for: by salience, number, gender, kind and role, careful rather than bold.

use super::mention::{EntityKey, How, Mention, Pronoun, What};
use super::reading::Reading;
use crate::lexicon::words;
use crate::lexicon::words::Gender;
use crate::syntax::{Deprel, Upos};
use std::collections::BTreeMap;

/// What the caller knows of its entities.
pub trait Known {
    /// person, organization, place, event, group, work, thing; `None` where unknown.
    fn kind(&self, entity: EntityKey) -> Option<&'static str>;
    fn name(&self, entity: EntityKey) -> &str;
    /// Whether the lemma can describe the entity beyond its kind: the last word of its name, an office it holds.
    fn describes(&self, entity: EntityKey, lemma: &str) -> bool;
}

/// Somebody or something named before.
#[derive(Clone, Debug)]
struct Referent {
    entity: Option<EntityKey>,
    kind: Option<&'static str>,
    gender: Option<Gender>,
    sentence: usize,
    subject: bool,
    order: usize,
    words: String,
}

/// Fills in `entity` and `how` of the pronouns and descriptions of an article's readings, in text order.
pub fn resolve(text: &str, readings: &mut [Reading], known: &dyn Known) {
    let mut past: Vec<Referent> = Vec::new();
    let mut order = 0;
    for (sentence, reading) in readings.iter_mut().enumerate() {
        for at in 0..reading.mentions.len() {
            let mention = reading.mentions[at].clone();
            order += 1;
            let subject = is_subject(reading, mention.head);
            match &mention.what {
                What::Known => {
                    let Some(entity) = mention.entity else { continue };
                    past.push(Referent {
                        entity: Some(entity),
                        kind: known.kind(entity),
                        gender: gender_of(known.name(entity)).or_else(|| title_gender(reading, &mention)),
                        sentence,
                        subject,
                        order,
                        words: known.name(entity).to_lowercase(),
                    });
                    past.extend(possessed(reading, mention.head, sentence, order));
                }
                What::Other => {
                    let words = mention.span.of(text).to_owned();
                    let (kind, gender) = guess(reading, &mention, &words);
                    past.push(Referent {
                        entity: None,
                        kind,
                        gender,
                        sentence,
                        subject,
                        order,
                        words: words.to_lowercase(),
                    });
                }
                What::Pronoun(pronoun) => {
                    let found = match pronoun {
                        Pronoun::Who => antecedent_of_relative(reading, mention.head),
                        Pronoun::I | Pronoun::We => None,
                        _ => antecedent(*pronoun, sentence, &past),
                    };
                    if let Some((entity, how)) = found {
                        reading.mentions[at].entity = entity;
                        reading.mentions[at].how = if entity.is_some() { how } else { How::Open };
                        if let Some(entity) = entity {
                            past.push(Referent {
                                entity: Some(entity),
                                kind: known.kind(entity),
                                gender: match pronoun {
                                    Pronoun::He => Some(Gender::Male),
                                    Pronoun::She => Some(Gender::Female),
                                    _ => None,
                                },
                                sentence,
                                subject,
                                order,
                                words: known.name(entity).to_lowercase(),
                            });
                        }
                    }
                }
                What::Description(lemma) => {
                    // "Her sister" is somebody else.
                    let anothers = reading
                        .tree
                        .children(mention.head)
                        .any(|child| reading.is(child, Deprel::NmodPoss) && reading.upos(child) == Upos::Pron);
                    if let Some((entity, how)) = described(lemma, anothers, sentence, &past, known) {
                        reading.mentions[at].entity = Some(entity);
                        reading.mentions[at].how = how;
                    }
                }
            }
        }
    }
    resolve_house(readings, known);
}

/// "We", "our" of a memo or a statement by the house that the article is about.
fn resolve_house(readings: &mut [Reading], known: &dyn Known) {
    let is_ours = |reading: &Reading, mention: &Mention| {
        matches!(mention.what, What::Pronoun(Pronoun::We)) && !reading.is_quoted(mention.head)
    };
    let mentions =
        || readings.iter().flat_map(|reading| reading.mentions.iter().map(move |mention| (reading, mention)));
    if mentions().filter(|(reading, mention)| is_ours(reading, mention)).count() < OFTEN {
        return;
    }
    let mut houses: BTreeMap<EntityKey, usize> = BTreeMap::new();
    for entity in mentions().filter_map(|(_, mention)| mention.entity) {
        if known.kind(entity) == Some("organization") {
            *houses.entry(entity).or_default() += 1;
        }
    }
    let mut ranked: Vec<(usize, EntityKey)> = houses.into_iter().map(|(entity, count)| (count, entity)).collect();
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    let house = match ranked.as_slice() {
        [(_, only)] => *only,
        [(most, first), (next, _), ..] if *most >= 2 * *next => *first,
        _ => return,
    };
    for reading in readings {
        for at in 0..reading.mentions.len() {
            if is_ours(reading, &reading.mentions[at]) {
                reading.mentions[at].entity = Some(house);
                reading.mentions[at].how = How::Guessed;
            }
        }
    }
}

/// So many times an article says "we" that it speaks for a house.
const OFTEN: usize = 4;

/// "The Pilots' choir sang": who is spoken of next is the choir.
fn possessed(reading: &Reading, owner: usize, sentence: usize, order: usize) -> Option<Referent> {
    let noun = reading.tree.words[owner].head.filter(|_| reading.is(owner, Deprel::NmodPoss))?;
    let kind = words().kind_of(reading.lemma(noun)).filter(|kind| matches!(*kind, "organization" | "group"))?;
    let free = is_subject(reading, noun) && reading.mention_at(noun).is_none_or(|mention| mention.entity.is_none());
    free.then(|| Referent {
        entity: None,
        kind: Some(kind),
        gender: None,
        sentence,
        subject: true,
        order,
        words: reading.lemma(noun).to_owned(),
    })
}

fn is_subject(reading: &Reading, head: usize) -> bool {
    matches!(reading.tree.words[head].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Root)
}

fn title_gender(reading: &Reading, mention: &Mention) -> Option<Gender> {
    let before = mention.words.start.checked_sub(1)?;
    let first = reading.forms[mention.words.start].trim_end_matches('.').to_owned();
    let title = reading.forms[before].trim_end_matches('.').to_owned();
    [title, first].iter().find_map(|word| words().titles.get(word).copied().flatten())
}

fn gender_of(name: &str) -> Option<Gender> {
    words().gender(name.split_whitespace().next()?)
}

/// What an unknown proper name seems to be.
fn guess(reading: &Reading, mention: &Mention, name: &str) -> (Option<&'static str>, Option<Gender>) {
    let gender = gender_of(name).or_else(|| title_gender(reading, mention));
    if gender.is_some() {
        return (Some("person"), gender);
    }
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    (words().kind_of(&last), None)
}

/// `Some(None)`: the antecedent is something no rule knows.
fn antecedent(pronoun: Pronoun, sentence: usize, past: &[Referent]) -> Option<(Option<EntityKey>, How)> {
    let fits = |referent: &&Referent| match pronoun {
        Pronoun::He => matches!(referent.kind, Some("person") | None) && referent.gender != Some(Gender::Female),
        Pronoun::She => matches!(referent.kind, Some("person") | None) && referent.gender != Some(Gender::Male),
        Pronoun::Whoever => matches!(referent.kind, Some("person") | None),
        Pronoun::It => !matches!(referent.kind, Some("person")) && referent.gender.is_none(),
        Pronoun::They => matches!(referent.kind, Some("organization" | "group")),
        _ => false,
    };
    let near: Vec<&Referent> = past.iter().filter(|r| sentence - r.sentence <= 2).filter(fits).collect();
    let score = |r: &Referent| {
        let age = (sentence - r.sentence) as i32;
        let sure_gender = (r.gender.is_some() && matches!(pronoun, Pronoun::He | Pronoun::She)) as i32;
        let typed = r.kind.is_some() as i32;
        100 - 30 * age + 25 * r.subject as i32 + 20 * sure_gender + 10 * typed
    };
    let best = near.iter().max_by_key(|r| (score(r), r.order))?;
    let rival = near.iter().filter(|r| !same(r, best)).map(|r| score(r)).max().unwrap_or(-100);
    let how = if score(best) - rival >= 15 { How::Carried } else { How::Guessed };
    Some((best.entity, how))
}

fn same(a: &Referent, b: &Referent) -> bool {
    match (a.entity, b.entity) {
        (Some(x), Some(y)) => x == y,
        (None, None) => a.words == b.words || a.words.ends_with(&b.words) || b.words.ends_with(&a.words),
        _ => false,
    }
}

/// "who", "which": the noun that the relative clause modifies.
fn antecedent_of_relative(reading: &Reading, word: usize) -> Option<(Option<EntityKey>, How)> {
    let clause = reading.ancestors(word).into_iter().find(|&up| reading.is(up, Deprel::AclRelcl))?;
    let noun = reading.tree.words[clause].head?;
    let mention = reading.mention_at(noun).filter(|mention| mention.entity.is_some());
    // "Ann Pell, a doctor who …": the name that the noun stands beside.
    let apposed = || reading.tree.words[noun].head.filter(|_| reading.is(noun, Deprel::Appos));
    let mention = mention.or_else(|| reading.mention_at(apposed()?)).or_else(|| reading.mention_at(noun))?;
    Some((mention.entity, How::Carried))
}

fn described(
    lemma: &str,
    anothers: bool,
    sentence: usize,
    past: &[Referent],
    known: &dyn Known,
) -> Option<(EntityKey, How)> {
    // An entity that bears the noun, then the only recent entity of the kind the noun names.
    let bearing = past
        .iter()
        .rev()
        .filter(|r| sentence - r.sentence <= 12)
        .find_map(|r| r.entity.filter(|&e| known.describes(e, lemma)).map(|e| (e, r.sentence)));
    if let Some((entity, _)) = bearing {
        let rival = past.iter().rev().filter(|r| sentence - r.sentence <= 2).any(|r| match r.entity {
            Some(other) => other != entity && known.describes(other, lemma),
            None => r.words.split([' ', '-']).next_back() == Some(lemma),
        });
        return Some((entity, if rival || anothers { How::Guessed } else { How::Carried }));
    }
    let kind = words().kind_of(lemma).filter(|_| !anothers)?;
    let recent: Vec<&Referent> = past.iter().filter(|r| sentence - r.sentence <= 2 && r.kind == Some(kind)).collect();
    let last = recent.last()?;
    let entity = last.entity?;
    let alone = recent.iter().all(|r| r.entity == Some(entity));
    (alone && matches!(kind, "person" | "organization" | "place")).then_some((entity, How::Guessed))
}
