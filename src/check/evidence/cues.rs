//! The words and names by which a sentence may take up a claim.

use super::Before;
use crate::check::frame::{Frame, FrameShape, PartKind};
use crate::check::scene::Sentence;
use crate::check::site::{Site, sites};
use crate::lexicon::{Concept, words};
use crate::rulebook::EntityId;
use std::cell::OnceCell;

/// The parts of a frame that a statement may take up in words.
pub struct Cues<'f> {
    pub frame: &'f Frame,
    /// Content words beyond the head and the entities.
    pub words: Vec<&'f Concept>,
    pub entities: Vec<EntityId>,
    pub sites: Vec<Site>,
    /// Word numbers of each of `words`, where it occurs in the sentence.
    pub met: Vec<Vec<usize>>,
    before: OnceCell<Option<Before>>,
}

impl<'f> Cues<'f> {
    /// The cues of `frame` as far as they occur in `sentence`.
    pub fn new(frame: &'f Frame, sentence: &Sentence) -> Self {
        let mut all: Vec<&Concept> = frame.modifiers.iter().collect();
        if matches!(frame.shape, FrameShape::Event) {
            all.extend(frame.parts.iter().filter_map(|part| match &part.what {
                PartKind::Words(concept) => Some(concept),
                _ => None,
            }));
        }
        all.extend(&frame.owner_words);
        let met = all
            .iter()
            .map(|concept| concept.find(&sentence.tree, &sentence.forms).into_iter().map(|found| found.head).collect())
            .collect();
        Self {
            frame,
            words: all,
            entities: frame.entities().collect(),
            sites: sites(frame, sentence),
            met,
            before: OnceCell::new(),
        }
    }

    /// What the sentence before tells of the claim.
    pub fn before(&self, sentence: &Sentence) -> Option<&Before> {
        self.before.get_or_init(|| Before::of(self, sentence)).as_ref()
    }

    /// Whether the word is one of the claim's, or names one of its things.
    pub fn is_own(&self, sentence: &Sentence, word: usize) -> bool {
        let lemma = sentence.lemma(word).to_lowercase();
        let own = |concept: &Concept| {
            concept.weight_of(&lemma).is_some() || concept.weight_of(&sentence.forms[word]).is_some()
        };
        own(&self.frame.head.concept)
            || self.frame.counted.as_ref().is_some_and(own)
            || self.words.iter().any(|concept| own(concept))
            || self.sites.iter().any(|site| site.words.contains(&word))
            || self.met.iter().flatten().any(|&met| met == word)
            || sentence.entity_at(word).is_some_and(|(entity, _)| self.entities.contains(&entity))
            || self.entities.iter().any(|&entity| sentence.base().entities.has_word(entity, &sentence.forms[word]))
    }

    /// A noun under or over what the claim counts: residents for people, fishermen for crew.
    pub fn is_kin(&self, sentence: &Sentence, noun: usize) -> bool {
        let lemma = sentence.lemma(noun).to_lowercase();
        self.frame.counted.iter().chain(self.words.iter().copied()).any(|own| {
            words().kind_of(&own.text).is_some() && (words().is_a(&lemma, &own.text) || words().is_a(&own.text, &lemma))
        })
    }
}

/// Whether the word is one of the concept's.
pub fn is(sentence: &Sentence, concept: &Concept, word: usize) -> bool {
    concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some()
        || concept.weight_of(&sentence.forms[word]).is_some()
}

/// A verb that says nothing of what is meant: "has", "takes".
pub fn is_light_verb(sentence: &Sentence, verb: usize) -> bool {
    let lemma = sentence.lemma(verb).to_lowercase();
    words().verbs.light.contains(&lemma) || words().is_light(&lemma)
}

/// A noun that says nothing of what is meant.
pub fn is_general(sentence: &Sentence, word: usize) -> bool {
    let lemma = sentence.lemma(word).to_lowercase();
    words().is_light(&lemma) || words().verbs.people.contains(&lemma) || words().is_light(&sentence.forms[word])
}
