//! What the checker takes a claim to say, and whether any statement could ever concern it.

use super::base::{Base, Entities};
use super::frame::sentence::{kinds_of, reading};
use super::frame::{Frame, FrameShape, PartKind, Role};
use super::index::words_at;
use super::reason::question;
use crate::article::clause::Modality;
use crate::article::coreference::Known;
use crate::article::reading::Reading;
use crate::lexicon::wording::is_preposition;
use crate::lexicon::{Form, RelationId, lexicon, words};
use crate::rulebook::FactId;
use crate::rulebook::claim::ast::Claim;
use crate::rulebook::consistency::{Gap, GapKind};
use crate::syntax::{Upos, lemmas_of};

/// A claim as the checker reads it, in words.
#[derive(Clone, Debug, Default)]
pub struct Understanding {
    /// What kind of claim it is: "a figure or feature of a thing".
    pub kind: &'static str,
    /// The word that a statement must have, or one that stands for it.
    pub word: String,
    pub relations: Vec<RelationId>,
    /// Who or what has it, did it or said it.
    pub owner: Option<String>,
    /// Further people, places and things that the claim names.
    pub others: Vec<String>,
    /// Words that narrow it: "annual", "third-quarter".
    pub narrowed: Vec<String>,
    /// The parts of a sentence claim with their roles: ("who", "Obama").
    pub parts: Vec<(String, String)>,
    /// The question that a statement must answer: "how long".
    pub question: &'static str,
    pub negated: bool,
}

/// What the claim was understood to say.
pub fn understanding(base: &Base, fact: FactId) -> Option<Understanding> {
    let frame = base.rulebook.fact(fact).map(|_| base.frame(fact))?;
    let name = |entity| base.entities.name_of(entity).to_owned();
    Some(Understanding {
        kind: kind(frame),
        word: frame.head.concept.text.clone(),
        relations: relations(frame, &base.entities),
        owner: frame.owner.map(name).or_else(|| frame.owner_words.as_ref().map(|words| words.text.clone())),
        others: frame.others.iter().copied().map(name).collect(),
        narrowed: frame.modifiers.iter().map(|concept| concept.text.clone()).collect(),
        parts: frame.parts.iter().filter(|part| !part.below).map(|part| (role(part), part.text.clone())).collect(),
        question: question(frame),
        negated: frame.negated,
    })
}

fn kind(frame: &Frame) -> &'static str {
    match &frame.shape {
        FrameShape::Attribute => "a figure or feature of a thing",
        FrameShape::Count => "a number of things or deeds",
        FrameShape::Selector { .. } => "which one of a kind did something",
        FrameShape::Office { .. } => "who holds an office",
        FrameShape::Quotation { .. } => "somebody's words",
        FrameShape::Event => "something that happened",
        FrameShape::Absence => "whether there is such a thing",
    }
}

fn role(part: &super::frame::Part) -> String {
    match (&part.role, &part.what) {
        (_, PartKind::Value(value)) if value.kind() == crate::value::Kind::Date && part.tells_when() => "when".into(),
        (Role::Subject, _) => "who or what".into(),
        (Role::Object, _) => "whom or what".into(),
        (Role::Oblique(prep), _) if prep.is_empty() => "with it".into(),
        (Role::Oblique(prep), _) => prep.clone(),
    }
}

/// Each relation once, whichever way its roles stand; first those that take values of the claim's kind for owners of
/// its owner's kind.
fn relations(frame: &Frame, entities: &Entities) -> Vec<RelationId> {
    let mut relations: Vec<RelationId> = Vec::new();
    for (relation, _) in &frame.head.relations {
        if !relations.contains(relation) && !lexicon().relation(*relation).means.is_empty() {
            relations.push(*relation);
        }
    }
    let value = frame.answers.iter().flat_map(|answer| answer.values()).next();
    let owner = frame.owner.and_then(|owner| entities.kind(owner.0));
    relations.sort_by_key(|relation| {
        let relation = lexicon().relation(*relation);
        // The narrowest kind of a value stands first among its kinds.
        let rank = |kinds: &[&str]| {
            let has = |kind: &str| relation.value.iter().any(|known| known == kind);
            kinds.iter().position(|kind| has(kind)).unwrap_or(kinds.len())
        };
        let owner_fits = owner.is_none_or(|kind| relation.owner.iter().any(|known| known == kind || known == "any"));
        (value.map_or(0, |value| rank(kinds_of(value))), !owner_fits)
    });
    relations
}

/// Why no statement can ever concern the claim: there is nothing to look for in it. `None` where there is something.
pub fn gap(base: &Base, id: FactId) -> Option<Gap> {
    let fact = base.rulebook.fact(id)?;
    if fact.office_of.is_some() || !fact.patterns.is_empty() {
        return None;
    }
    match &fact.claim {
        Claim::Sentence(text) if is_plain(&text.value, &base.entities) => None,
        Claim::Sentence(text) => {
            let kind = match &base.frame(id).shape {
                FrameShape::Quotation { .. } => return None,
                _ => of_sentence(base.frame(id), &reading(&text.value, &base.entities))?,
            };
            Some(Gap { span: text.span, kind })
        }
        Claim::Comparison(comparison) if unnamed_words(&comparison.subject.text, &base.entities).next().is_some() => {
            None
        }
        Claim::Comparison(comparison) => {
            let frame = base.frame(id);
            // A count may be of a thing that bears a name of its own.
            let looks_for_words = matches!(frame.shape, FrameShape::Attribute);
            let has_words = !frame.head.concept.is_empty() || !frame.head.relations.is_empty();
            (looks_for_words && !has_words).then_some(Gap { span: comparison.subject.span, kind: GapKind::OnlyAThing })
        }
    }
}

/// Words in small letters that say something and belong to no known name: told without reading the phrase.
pub fn unnamed_words<'t>(text: &'t str, entities: &Entities) -> impl Iterator<Item = &'t str> {
    let hits = entities.names().find(text);
    words_at(text).filter_map(move |(span, word)| {
        let says = word.len() > 1 && word.chars().all(char::is_lowercase) && !words().is_light(word);
        (says && !is_preposition(word) && !hits.iter().any(|hit| hit.span.overlaps(span))).then_some(word)
    })
}

/// Whether a sentence shows at a glance that it states something: it begins with a known name, asks nothing, sets no
/// condition, and has a word that can be a verb of the lexicon.
fn is_plain(text: &str, entities: &Entities) -> bool {
    let begins = entities.names().find(text).first().is_some_and(|hit| hit.span.start == 0);
    let forms: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let list = &words().modality.conditional;
    let conditional = || (0..forms.len()).any(|at| list.contains(forms[at]) || list.begins(&forms[at..]));
    let verb = |word: &str| {
        lemmas_of(word)
            .iter()
            .flat_map(|lemma| lexicon().headed_by(lemma))
            .any(|&(relation, wording)| lexicon().relation(relation).wordings[wording].form == Form::Verb)
    };
    begins && !text.contains('?') && !conditional() && unnamed_words(text, entities).any(verb)
}

/// The "it" of "it rained", which names nothing.
fn is_empty_it(part: &super::frame::Part) -> bool {
    part.role == Role::Subject && part.text.eq_ignore_ascii_case("it")
}

/// Why a sentence claim says nothing that an article could contradict.
fn of_sentence(frame: &Frame, reading: &Reading) -> Option<GapKind> {
    let Some(root) = reading.tree.root() else { return Some(GapKind::NoStatement) };
    match reading.assertion(root).modality {
        Some(Modality::Question) => return Some(GapKind::Question),
        Some(Modality::Conditional) => return Some(GapKind::Condition),
        _ => {}
    }
    // What the parser makes of a short sentence is no proof: only one without any verb, or without anything that the
    // verb is about, says nothing.
    let verb = (0..reading.tree.words.len()).any(|word| matches!(reading.upos(word), Upos::Verb | Upos::Aux));
    let tells = frame.parts.iter().any(|part| {
        !part.below
            && (frame.nominal || !matches!(part.what, PartKind::Value(_)) || part.role != Role::Subject)
            && !is_empty_it(part)
    }) || frame.owner.is_some();
    (!verb || !tells).then_some(GapKind::NoStatement)
}
