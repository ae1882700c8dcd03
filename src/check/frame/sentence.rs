//! A sentence claim → frame, by the same analysis that reads articles.

use super::{Answer, Expected, Frame, FrameShape, Part, PartKind, Phrase, Role};
use crate::article::BlockKind;
use crate::article::clause::is_negation;
use crate::article::mention::{Pronoun, What};
use crate::article::reading::{Reading, quotations, read};
use crate::check::base::Entities;
use crate::check::site::{Slot, slots_of};
use crate::lexicon::{Concept, lexicon, words};
use crate::rulebook::claim::ast::Selector;
use crate::rulebook::{EntityId, FactId};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Value};

/// The frame of a declarative sentence. A sentence without a predicate becomes an event frame that nothing reaches.
pub fn frame(id: FactId, text: &str, entities: &Entities) -> Frame {
    let reading = reading(text, entities);
    if let Some(made) = quotation(id, text, &reading) {
        return made;
    }
    let Some(root) = predicate(&reading) else { return Frame::empty(id, FrameShape::Event) };
    let mut made = Frame::empty(id, FrameShape::Event);
    made.negated = reading.assertion(root).negated;
    let lemma = reading.lemma(root).to_lowercase();
    made.head.concept = Concept::of(&lemma);
    for trigger in &reading.triggers {
        if trigger.words.contains(&root) {
            let wording = &lexicon().relation(trigger.relation).wordings[trigger.wording];
            if !wording.negative && !made.head.relations.contains(&(trigger.relation, wording.inverse)) {
                made.head.relations.push((trigger.relation, wording.inverse));
            }
        }
    }
    if let Some(selector) = selector(&reading, root) {
        made.shape = selector;
    }
    let mut seen = Vec::new();
    for (slot, word) in slots_of(&reading, root) {
        let role = match &slot {
            Slot::Subject => Role::Subject,
            Slot::Object | Slot::Patient | Slot::Predicate => Role::Object,
            Slot::Agent => Role::Oblique("by".to_owned()),
            Slot::With(prep) => Role::Oblique(prep.clone()),
            _ => continue,
        };
        if seen.contains(&word) {
            continue;
        }
        seen.push(word);
        add_part(&mut made, &reading, text, role, word, 0);
    }
    for part in &made.parts {
        if let PartKind::Entity(entity) = part.what {
            if part.role == Role::Subject && made.owner.is_none() {
                made.owner = Some(entity);
            } else if Some(entity) != made.owner && !made.others.contains(&entity) {
                made.others.push(entity);
            }
        }
        if let PartKind::Value(Value::Date(date)) = &part.what {
            made.period.get_or_insert(date.clone());
        }
        if let (PartKind::Words(concept), Role::Subject) = (&part.what, &part.role) {
            made.owner_words.get_or_insert(concept.clone());
        }
    }
    made
}

/// Reads a claim's text as an article of one sentence.
pub fn reading(text: &str, entities: &Entities) -> Reading {
    let whole = Span::new(0, text.len());
    let hits = entities.names().find(text);
    let quotes = quotations(text, whole);
    read(text, whole, BlockKind::Paragraph, &hits, &quotes, &value::Context::default())
}

fn predicate(reading: &Reading) -> Option<usize> {
    let root = reading.tree.root()?;
    Some(root)
}

fn add_part(made: &mut Frame, reading: &Reading, text: &str, role: Role, word: usize, depth: usize) {
    let written = reading.span_of(reading.subtree(word)).of(text).to_owned();
    if let Some(value) = reading.values.iter().find(|value| value.head == word || value.words.contains(&word)) {
        let Some(first) = value.mention.readings.first().cloned() else { return };
        made.answers.push(Answer { accepted: vec![Expected::Value(first.clone())] });
        made.parts.push(Part { role, what: PartKind::Value(first), text: value.mention.span.of(text).to_owned() });
        return;
    }
    if let Some(mention) = reading.mention_at(word)
        && let (What::Known, Some(entity)) = (&mention.what, mention.entity)
        && mention.head == word
    {
        made.parts.push(Part { role: role.clone(), what: PartKind::Entity(EntityId(entity)), text: written.clone() });
    } else if !matches!(reading.upos(word), Upos::Pron) || matches!(reading.mention_at(word).map(|m| &m.what), Some(What::Pronoun(Pronoun::It))) {
        let concept = Concept::of(&reading.lemma(word).to_lowercase());
        let number = reading.tree.children(word).find(|&child| reading.is(child, Deprel::Nummod)).and_then(|child| reading.value_at(child));
        match number.and_then(|value| value.mention.readings.first().cloned()) {
            Some(value) => {
                made.answers.push(Answer { accepted: vec![Expected::Value(value.clone())] });
                made.parts.push(Part { role: role.clone(), what: PartKind::Counted(value, concept), text: written });
            }
            None => made.parts.push(Part { role: role.clone(), what: PartKind::Words(concept), text: written }),
        }
    }
    if depth > 2 {
        return;
    }
    // What hangs below a part ("the emergency declaration", "an offer from Vantor Capital") narrows the claim.
    for child in reading.tree.children(word).collect::<Vec<_>>() {
        match reading.tree.words[child].deprel {
            Deprel::Nmod | Deprel::NmodPoss | Deprel::NmodUnmarked | Deprel::Obl | Deprel::OblUnmarked | Deprel::Appos => {
                let prep = reading.cases(child).next().unwrap_or("of").to_owned();
                add_part(made, reading, text, Role::Oblique(prep), child, depth + 1);
            }
            Deprel::Amod | Deprel::Compound if !is_negation(&reading.forms[child]) => {
                if let Some(mention) = reading.mention_at(child)
                    && let (What::Known, Some(entity)) = (&mention.what, mention.entity)
                {
                    made.others.push(EntityId(entity));
                } else if !words().is_light(reading.lemma(child)) && reading.value_at(child).is_none() {
                    made.modifiers.push(Concept::of(&reading.lemma(child).to_lowercase()));
                }
            }
            Deprel::Conj => add_part(made, reading, text, role.clone(), child, depth + 1),
            _ => {}
        }
    }
}

/// "… is the first/last/deadliest X since Y": the selector of the predicate noun.
fn selector(reading: &Reading, root: usize) -> Option<FrameShape> {
    let candidates: Vec<usize> = reading.tree.children(root).chain([root]).collect();
    let (word, selector) = candidates.into_iter().find_map(|word| {
        let selector = match reading.forms[word].as_str() {
            "first" => Selector::First,
            "last" => Selector::Last,
            "only" => Selector::Only,
            _ => return None,
        };
        let rel = reading.tree.words[word].deprel;
        (word == root || matches!(rel, Deprel::Amod | Deprel::Advmod)).then_some((word, selector))
    })?;
    let nominal = matches!(reading.upos(root), Upos::Noun | Upos::Adj | Upos::Propn) && reading.tree.children(root).any(|c| reading.is(c, Deprel::Cop));
    if !nominal && word != root {
        return None;
    }
    let class = Phrase { text: reading.lemma(root).to_owned(), attribute: vec![reading.lemma(root).to_owned()], ..Phrase::default() };
    Some(FrameShape::Selector { selector, class: class.clone(), action: class })
}

/// `X said "…" [to Y]`.
fn quotation(id: FactId, text: &str, reading: &Reading) -> Option<Frame> {
    let quote = reading.quotes.iter().max_by_key(|quote| quote.len())?;
    if quote.len() * 3 < text.len() && quote.of(text).split_whitespace().count() < 3 {
        return None;
    }
    let outside = |word: usize| !quote.overlaps(reading.tree.words[word].span);
    let known = reading
        .mentions
        .iter()
        .filter(|mention| mention.what == What::Known && outside(mention.head))
        .filter_map(|mention| Some((mention, EntityId(mention.entity?))));
    let mut made = Frame::empty(id, FrameShape::Quotation { words: quote.of(text).to_owned(), addressee: None });
    for (mention, entity) in known {
        let to = mention.words.start > 0 && reading.forms[mention.words.start - 1] == "to";
        if let (true, FrameShape::Quotation { addressee, .. }) = (to, &mut made.shape) {
            *addressee = Some(entity);
        } else if mention.span.start < quote.start && made.owner.is_none() {
            made.owner = Some(entity);
        } else {
            made.others.push(entity);
        }
    }
    if made.owner.is_none() {
        // "The mayor said …": the speaker in words.
        let speaker = (0..reading.tree.words.len()).find(|&word| outside(word) && reading.is(word, Deprel::Nsubj))?;
        made.owner_words = Some(Concept::of(&reading.lemma(speaker).to_lowercase()));
    }
    Some(made)
}
