//! Which facts an article may concern, told by names and words alone, so that a claim's grammar is read only when an
//! article, or another claim, speaks of the same things.

use crate::article::mention::{Hit, Names};
use crate::lexicon::words;
use crate::rulebook::claim::ast::{Claim, ClaimValue, Shape};
use crate::rulebook::{EntityId, Fact, FactId, Rulebook};
use crate::span::Span;
use crate::value;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Claims of one name or word that are looked at for what they say beside a statement: more would not end.
pub const MOST_CLAIMS: usize = 300;

/// How many things of one rule file an article on its matter names at least.
const THINGS_OF_A_MATTER: usize = 3;

/// Claims of the largest rule file that is about one matter; a larger one is a list of many.
const LARGEST_MATTER: usize = 64;

/// Facts by the entities and the words of their claims.
#[derive(Debug, Default)]
pub struct Index {
    cues: Vec<Cues>,
    by_entity: HashMap<EntityId, Vec<FactId>>,
    by_word: HashMap<Stem, Vec<FactId>>,
    /// Claims whose subject has no name that an article must have.
    anywhere: Vec<FactId>,
    by_file: HashMap<usize, Vec<FactId>>,
}

/// A word as far as its inflected forms have it in common: its first letters, in lower case.
type Stem = [char; 4];

/// What stands in a claim.
#[derive(Debug, Default)]
struct Cues {
    /// Those of the subject first.
    entities: Vec<EntityId>,
    in_subject: usize,
    stems: Vec<Stem>,
    needs: Needs,
    file: usize,
}

/// What an article must have for the claim beside, or instead of, an entity of the claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Needs {
    /// An entity of the claim.
    #[default]
    Entity,
    /// Nothing: the subject bears no name.
    Nothing,
    /// One of the names that no entity bears, the first so many stems.
    Name(usize),
    /// So many words, where something else of the same file is named.
    Words(usize),
    /// So many words, whatever else is named.
    WordsAlone(usize),
}

impl Index {
    /// Reads every claim once; no claim is parsed.
    pub fn new(rulebook: &Rulebook, names: &Names) -> Self {
        let cues: Vec<Cues> = rulebook.facts.par_iter().map(|fact| cues(fact, names)).collect();
        let mut index = Self::default();
        for (at, cues) in cues.iter().enumerate() {
            index.by_file.entry(cues.file).or_default().push(FactId(at));
            for entity in &cues.entities {
                index.by_entity.entry(*entity).or_default().push(FactId(at));
            }
            for stem in &cues.stems {
                index.by_word.entry(*stem).or_default().push(FactId(at));
            }
            if cues.needs == Needs::Nothing {
                index.anywhere.push(FactId(at));
            }
        }
        index.cues = cues;
        index
    }

    /// The facts that an article with these names may concern, in their order. The work grows with the article and with
    /// the facts that share its words.
    pub fn near(&self, text: &str, hits: &[Hit]) -> Vec<FactId> {
        let named: HashSet<EntityId> =
            hits.iter().flat_map(|hit| &hit.entities).map(|(entity, _)| EntityId(*entity)).collect();
        let mut near: BTreeSet<FactId> = self.anywhere.iter().copied().collect();
        near.extend(named.iter().filter_map(|entity| self.by_entity.get(entity)).flatten());
        let files: HashSet<usize> =
            named.iter().flat_map(|entity| self.with(*entity)).filter_map(|id| self.file(*id)).collect();
        let stems: HashSet<Stem> = stems(text).collect();
        let mut shared: HashMap<FactId, usize> = HashMap::new();
        for fact in stems.iter().filter_map(|stem| self.by_word.get(stem)).flatten() {
            *shared.entry(*fact).or_default() += 1;
        }
        near.extend(shared.into_iter().filter_map(|(fact, count)| {
            let cues = self.cues.get(fact.0)?;
            let enough = match cues.needs {
                Needs::Words(least) => count >= least && files.contains(&cues.file),
                Needs::WordsAlone(least) => count >= least,
                Needs::Name(names) => cues.stems[..names].iter().any(|name| stems.contains(name)),
                Needs::Entity | Needs::Nothing => false,
            };
            enough.then_some(fact)
        }));
        // "Turnout was 74 per cent", where the article has no name for the election and names all else of it.
        let told = self.matters(named.iter().copied());
        near.extend(told.iter().filter_map(|file| self.by_file.get(file)).flatten());
        near.into_iter().collect()
    }

    /// The rule files of one matter of which several things are among `named`: what names them is on that matter.
    pub fn matters(&self, named: impl IntoIterator<Item = EntityId>) -> HashSet<usize> {
        let mut things: HashMap<usize, usize> = HashMap::new();
        for entity in named {
            let files: HashSet<usize> = self.with(entity).iter().filter_map(|id| self.file(*id)).collect();
            let of_one = |file: &usize| self.by_file.get(file).is_some_and(|facts| facts.len() <= LARGEST_MATTER);
            for file in files.into_iter().filter(of_one) {
                *things.entry(file).or_default() += 1;
            }
        }
        things.into_iter().filter(|(_, count)| *count >= THINGS_OF_A_MATTER).map(|(file, _)| file).collect()
    }

    fn file(&self, fact: FactId) -> Option<usize> {
        self.cues.get(fact.0).map(|cues| cues.file)
    }

    /// The facts whose claims name the entity, in their order.
    pub fn with(&self, entity: EntityId) -> &[FactId] {
        self.by_entity.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// The facts whose claims have a word that begins like `word`, in their order.
    pub fn worded(&self, word: &str) -> &[FactId] {
        self.by_word.get(&stem(word)).map_or(&[], Vec::as_slice)
    }

    /// The entities that the subject of the fact's claim names; of a sentence, all.
    pub fn subject(&self, fact: FactId) -> &[EntityId] {
        self.cues.get(fact.0).map_or(&[], |cues| &cues.entities[..cues.in_subject])
    }
}

fn cues(fact: &Fact, names: &Names) -> Cues {
    let mut cues = Cues { file: fact.origin.file, ..Cues::default() };
    let subject = match &fact.claim {
        Claim::Comparison(comparison) => comparison.subject.text.as_str(),
        Claim::Sentence(sentence) => sentence.value.as_str(),
    };
    let mut seen = HashSet::new();
    let hits = names.find(subject);
    let known = hits.iter().flat_map(|hit| &hit.entities).map(|(entity, _)| EntityId(*entity));
    cues.entities = known.filter(|entity| seen.insert(*entity)).collect();
    cues.in_subject = cues.entities.len();
    let is_anonymous = cues.entities.is_empty();
    let proper: Vec<Stem> = if is_anonymous { proper_names(subject) } else { Vec::new() };
    cues.stems = proper.clone();
    for text in std::iter::once(subject).chain(fact.also.iter().map(String::as_str)) {
        for stem in stems(text) {
            if !cues.stems.contains(&stem) {
                cues.stems.push(stem);
            }
        }
    }
    let least = |most: usize| most.min(cues.stems.len()).max(1);
    cues.needs = match &fact.claim {
        Claim::Comparison(comparison) => {
            let values = comparison.values.iter().flatten().map(|value| &value.value);
            let named: Vec<&str> = values
                .filter_map(|value| match value {
                    ClaimValue::Name { name, .. } => Some(name.as_str()),
                    _ => None,
                })
                .collect();
            for hit in named.iter().flat_map(|name| names.find(name)) {
                let known = hit.entities.iter().map(|(entity, _)| EntityId(*entity));
                cues.entities.extend(known.filter(|entity| seen.insert(*entity)));
            }
            match comparison.subject.shape {
                // An article may leave out whose office it is.
                Shape::Plain if !named.is_empty() && !is_anonymous => Needs::Words(1),
                _ if !is_anonymous => Needs::Entity,
                _ if proper.is_empty() => Needs::Nothing,
                _ => Needs::Name(proper.len()),
            }
        }
        Claim::Sentence(sentence) if sentence.value.contains(['"', '“', '‘', '«']) => Needs::WordsAlone(least(2)),
        Claim::Sentence(_) => match proper.is_empty() {
            // "The rowers were brought ashore at Orley": an article on the same matter may name another place.
            false if is_anonymous => Needs::Name(proper.len()),
            true if is_anonymous => Needs::Nothing,
            _ => Needs::Words(least(2)),
        },
    };
    cues
}

/// The stems of the words that say something, each word's own; a text's are not told apart here.
fn stems(text: &str) -> impl Iterator<Item = Stem> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 1 && word.chars().any(char::is_alphabetic))
        .filter(|word| !words().is_light(&word.to_lowercase()))
        .map(stem)
}

fn stem(word: &str) -> Stem {
    let mut stem = ['\0'; 4];
    for (slot, letter) in stem.iter_mut().zip(word.chars().flat_map(char::to_lowercase)) {
        *slot = letter;
    }
    stem
}

/// The stems of words with a capital letter, other than the first and those of dates.
fn proper_names(text: &str) -> Vec<Stem> {
    let values = value::find(text, Span::new(0, text.len()), &value::Context::default());
    let mut names: Vec<Stem> = Vec::new();
    for (span, word) in words_at(text) {
        let is_name = span.start > 0 && word.len() > 1 && word.starts_with(char::is_uppercase);
        if is_name && !values.iter().any(|value| value.span.overlaps(span)) && !names.contains(&stem(word)) {
            names.push(stem(word));
        }
    }
    names
}

/// The words of a text and where they stand; an empty one for each mark without a word.
pub fn words_at(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).map(move |piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let span = Span::new(at, at + word.len());
        at += piece.len();
        (span, word)
    })
}
