//! Wordings → relations: the data files under lexicon/en and lexicon/words, packed by the build and unpacked once.
//!
//! A relation joins an owner and a value ("length" joins a summit and a duration, "visit" a person and a
//! place). Its wordings say which grammatical slot holds which of the two; `docs/lexicon.md` has the format.

pub mod data;
pub mod trigger;
pub mod wording;
pub mod words;

pub use data::Relation;
pub use trigger::{Trigger, triggers};
pub use wording::{Form, Wording};
pub use words::{Concept, words};

use crate::span::Span;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Index into [`Lexicon::relations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationId(pub usize);

/// All relations, and which of them a lemma can word.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub relations: Vec<Relation>,
    /// Head lemma → (relation, index of the wording).
    by_head: HashMap<String, Vec<(RelationId, usize)>>,
}

/// The lexicon that the binary carries.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    // The build has packed it: what it wrote can be read.
    LEXICON.get_or_init(|| {
        let packed = include_bytes!(concat!(env!("OUT_DIR"), "/relations.bin"));
        Lexicon::new(postcard::from_bytes(packed).unwrap_or_default())
    })
}

/// Unpacks everything that the binary carries, on as many threads as there are, so that the first sentence does not
/// wait for one table after the other.
pub fn warm_up() {
    rayon::join(lexicon, words);
}

impl Lexicon {
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.0]
    }

    pub fn named(&self, id: &str) -> Option<RelationId> {
        self.relations.iter().position(|relation| relation.id == id).map(RelationId)
    }

    /// The wordings whose head word is `lemma`.
    pub fn headed_by(&self, lemma: &str) -> &[(RelationId, usize)] {
        self.by_head.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Relations of which `phrase` (lemmas, separated by one space) is a noun that names the value, or names
    /// the owner (`true`). The whole phrase only.
    pub fn named_by(&self, phrase: &[String]) -> Vec<(RelationId, bool)> {
        let Some(last) = phrase.last() else { return Vec::new() };
        let heads = phrase.iter().chain(std::iter::once(last));
        let mut found: Vec<(RelationId, bool)> = Vec::new();
        for head in heads {
            for &(relation, index) in self.headed_by(head) {
                let wording = &self.relation(relation).wordings[index];
                let names_value = match wording.form {
                    Form::Noun => true,
                    Form::Agent => false,
                    _ => continue,
                };
                if wording.is_phrase(phrase) && !found.contains(&(relation, !names_value)) {
                    found.push((relation, !names_value));
                }
            }
        }
        found
    }

    fn new(relations: Vec<Relation>) -> Self {
        let mut by_head: HashMap<String, Vec<(RelationId, usize)>> = HashMap::new();
        for (at, relation) in relations.iter().enumerate() {
            for (index, wording) in relation.wordings.iter().enumerate() {
                for head in wording.heads() {
                    match by_head.get_mut(head) {
                        Some(known) => known.push((RelationId(at), index)),
                        None => _ = by_head.insert(head.clone(), vec![(RelationId(at), index)]),
                    }
                }
            }
        }
        Self { relations, by_head }
    }
}

/// `lexicon:` of a rule file: wordings for that file's claims.
#[derive(Clone, Debug, Default)]
pub struct DomainLexicon {
    pub entries: Vec<DomainEntry>,
}

/// One name under `lexicon:` with its wordings.
#[derive(Clone, Debug, Default)]
pub struct DomainEntry {
    pub name: String,
    /// The name, in bytes of the rule file.
    pub span: Span,
    pub words: DomainWords,
    /// Wordings with the roles turned round.
    pub inverse: DomainWords,
}

/// Wordings by part of speech.
#[derive(Clone, Debug, Default)]
pub struct DomainWords {
    pub verbs: Vec<String>,
    pub nouns: Vec<String>,
    pub adjectives: Vec<String>,
    pub prepositions: Vec<String>,
}
