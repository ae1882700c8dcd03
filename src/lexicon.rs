//! Wordings → relations: the data files under lexicon/en and lexicon/words, read once.
//!
//! A relation joins an owner and a value ("length" joins a summit and a duration, "visit" a person and a
//! place). Its wordings say which grammatical slot holds which of the two; `docs/lexicon.md` has the format.

pub mod trigger;
pub mod wording;
pub mod words;

pub use trigger::{Trigger, triggers};
pub use wording::{Form, Wording};
pub use words::{Concept, words};

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Index into [`Lexicon::relations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationId(pub usize);

/// What one kind of fact can be worded as.
#[derive(Clone, Debug)]
pub struct Relation {
    pub id: String,
    pub desk: String,
    /// One line that says what the relation means, for explanations.
    pub means: String,
    /// Kinds that the owner may have: person, place, organization, event, group, work, thing, any.
    pub owner: Vec<String>,
    /// Kinds that the value may have: those of the owner, and number, quantity, money, percent, date, time,
    /// duration, age, score, quote, ordinal, text.
    pub value: Vec<String>,
    pub asks: Vec<String>,
    /// Nouns that a counted value may stand before; empty: any.
    pub counts: Vec<String>,
    pub wordings: Vec<Wording>,
    /// Sentences with `[owner]` and `{value}` that must be read as this relation.
    pub tests: Vec<String>,
}

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
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for (name, text) in FILES {
            match serde_yaml::from_str::<RawFile>(text) {
                Ok(file) => lexicon.add(file),
                Err(error) => debug_assert!(false, "lexicon/en/{name}.yaml: {error}"),
            }
        }
        lexicon
    })
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

    fn add(&mut self, file: RawFile) {
        for raw in file.relations {
            let id = RelationId(self.relations.len());
            let wordings = raw.wordings();
            for (index, wording) in wordings.iter().enumerate() {
                for head in wording.heads() {
                    self.by_head.entry(head.clone()).or_default().push((id, index));
                }
            }
            self.relations.push(Relation {
                id: raw.id,
                desk: file.desk.clone(),
                means: raw.means,
                owner: raw.owner,
                value: raw.value,
                asks: raw.asks,
                counts: raw.counts,
                wordings,
                tests: raw.tests,
            });
        }
    }
}

use crate::span::Span;

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
    pub verbs: Vec<String>,
    pub nouns: Vec<String>,
    pub adjectives: Vec<String>,
    pub prepositions: Vec<String>,
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

const FILES: &[(&str, &str)] = &[
    ("budgets-taxes", include_str!("lexicon/en/budgets-taxes.yaml")),
    ("careers", include_str!("lexicon/en/careers.yaml")),
    ("companies-markets", include_str!("lexicon/en/companies-markets.yaml")),
    ("crime-police", include_str!("lexicon/en/crime-police.yaml")),
    ("culture-prizes", include_str!("lexicon/en/culture-prizes.yaml")),
    ("disasters", include_str!("lexicon/en/disasters.yaml")),
    ("education", include_str!("lexicon/en/education.yaml")),
    ("elections-parliament", include_str!("lexicon/en/elections-parliament.yaml")),
    ("food-nature", include_str!("lexicon/en/food-nature.yaml")),
    ("general", include_str!("lexicon/en/general.yaml")),
    ("health", include_str!("lexicon/en/health.yaml")),
    ("law-courts", include_str!("lexicon/en/law-courts.yaml")),
    ("offices", include_str!("lexicon/en/offices.yaml")),
    ("people", include_str!("lexicon/en/people.yaml")),
    ("places-buildings", include_str!("lexicon/en/places-buildings.yaml")),
    ("science-space", include_str!("lexicon/en/science-space.yaml")),
    ("speech", include_str!("lexicon/en/speech.yaml")),
    ("sport", include_str!("lexicon/en/sport.yaml")),
    ("technology", include_str!("lexicon/en/technology.yaml")),
    ("transport", include_str!("lexicon/en/transport.yaml")),
    ("travel-meetings", include_str!("lexicon/en/travel-meetings.yaml")),
    ("weather", include_str!("lexicon/en/weather.yaml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    desk: String,
    relations: Vec<RawRelation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRelation {
    id: String,
    #[serde(default)]
    means: String,
    #[serde(default)]
    owner: Vec<String>,
    #[serde(default)]
    value: Vec<String>,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    agents: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    counts: Vec<String>,
    #[serde(default)]
    inverse: RawSide,
    #[serde(default)]
    negative: RawSide,
    #[serde(default)]
    tests: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawSide {
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    agents: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
}

impl RawRelation {
    fn wordings(&self) -> Vec<Wording> {
        let mut all = Vec::new();
        let mut add = |form: Form, texts: &[String], inverse: bool, negative: bool| {
            for text in texts {
                all.extend(Wording::parse(form, text).map(|wording| Wording { inverse, negative, ..wording }));
            }
        };
        add(Form::Verb, &self.verbs, false, false);
        add(Form::Event, &self.events, false, false);
        add(Form::Noun, &self.nouns, false, false);
        add(Form::Agent, &self.agents, false, false);
        add(Form::Adjective, &self.adjectives, false, false);
        for (side, inverse, negative) in [(&self.inverse, true, false), (&self.negative, false, true)] {
            add(Form::Verb, &side.verbs, inverse, negative);
            add(Form::Event, &side.events, inverse, negative);
            add(Form::Noun, &side.nouns, inverse, negative);
            add(Form::Agent, &side.agents, inverse, negative);
            add(Form::Adjective, &side.adjectives, inverse, negative);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_read() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.unwrap().path().file_stem().map(|stem| stem.to_string_lossy().into_owned()))
            .collect();
        there.sort();
        let read: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(read, there);
        for (name, text) in FILES {
            assert!(serde_yaml::from_str::<RawFile>(text).is_ok(), "lexicon/en/{name}.yaml");
        }
    }
}
