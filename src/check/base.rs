//! The rule base made ready for checking: names to look for, frames, and what is known of each entity.

use super::frame::{Frame, Phrase, frame};
use super::index::Index;
use crate::article::coreference::Known;
use crate::article::mention::{EntityKey, Hit, Name, NameKind, Names};
use crate::article::token::tokens;
use crate::lexicon::{DomainLexicon, words};
use crate::rulebook::{Entity, EntityId, FactId, Kind, Rulebook};
use crate::span::Span;
use crate::syntax::{self, Stand};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Everything about a rulebook that does not depend on an article.
#[derive(Debug)]
pub struct Base<'a> {
    pub rulebook: &'a Rulebook,
    pub entities: Entities,
    pub index: Index,
    /// In the order of `rulebook.facts`, each made when first asked for.
    frames: Vec<OnceLock<Frame>>,
}

impl<'a> Base<'a> {
    pub fn new(rulebook: &'a Rulebook) -> Self {
        let entities = Entities::new(rulebook);
        let index = Index::new(rulebook, entities.names());
        let frames = rulebook.facts.iter().map(|_| OnceLock::new()).collect();
        Self { rulebook, entities, index, frames }
    }

    /// The frame of a fact that the rulebook has.
    pub fn frame(&self, id: FactId) -> &Frame {
        self.frames[id.0].get_or_init(|| {
            let fact = &self.rulebook.facts[id.0];
            let lexicon = self.rulebook.files.get(fact.origin.file).map(|file| &file.lexicon);
            frame(id, fact, lexicon.unwrap_or(&DomainLexicon::default()), &self.entities)
        })
    }

    /// The frames of the facts whose claims name the entity.
    pub fn frames_with(&self, entity: EntityId) -> impl Iterator<Item = &Frame> {
        self.index.with(entity).iter().map(|id| self.frame(*id))
    }
}

/// What names and descriptions the entities answer to.
#[derive(Debug, Default)]
pub struct Entities {
    names: Names,
    by_name: HashMap<String, EntityId>,
    facts: Vec<Facts>,
    /// Titles of all offices, as lemmas without function words.
    titles: HashSet<Vec<String>>,
    alike: syntax::Alike,
}

/// What one entity is known by.
#[derive(Debug, Default)]
struct Facts {
    name: String,
    kind: Option<Kind>,
    /// Lemmas that describe it.
    described: HashSet<String>,
    /// Lower-case words of all its names.
    words: HashSet<String>,
    within: Option<EntityId>,
    about: Vec<String>,
}

impl Entities {
    pub fn new(rulebook: &Rulebook) -> Self {
        let mut made = Self::default();
        let mut names = Vec::new();
        let mut shorts: HashMap<String, Vec<EntityId>> = HashMap::new();
        for (at, entity) in rulebook.entities.iter().enumerate() {
            let id = EntityId(at);
            let mut facts = Facts {
                name: entity.name.clone(),
                kind: entity.kind,
                within: entity.within,
                about: entity.about.clone(),
                ..Facts::default()
            };
            for text in std::iter::once(&entity.name).chain(&entity.also) {
                let kind = if is_common(text) { NameKind::Common } else { NameKind::Proper };
                let bare = text.trim().trim_start_matches("the ").trim_start_matches("The ");
                names.push(Name { text: bare.to_owned(), entity: at, kind });
                let plain = unaccented(bare);
                if plain != bare {
                    names.push(Name { text: plain, entity: at, kind });
                }
                made.by_name.entry(bare.to_lowercase()).or_insert(id);
                facts.words.extend(bare.to_lowercase().split([' ', '-']).map(str::to_owned));
                if let Some(last) = bare.split_whitespace().next_back() {
                    let last = last.to_lowercase();
                    if crate::article::mention::kind_of_noun(&last).is_some() {
                        facts.described.insert(last);
                    }
                }
            }
            made.by_name.entry(entity.id.to_lowercase()).or_insert(id);
            if let Some(demonym) = &entity.demonym {
                names.push(Name { text: demonym.clone(), entity: at, kind: NameKind::Demonym });
                facts.words.insert(demonym.to_lowercase());
            }
            for short in short_names(entity) {
                shorts.entry(short).or_default().push(id);
            }
            made.facts.push(facts);
        }
        for (short, owners) in shorts {
            // A surname that two people bear, or that names something else, tells nobody apart.
            if let [owner] = owners.as_slice()
                && !made.by_name.contains_key(&short.to_lowercase())
            {
                names.push(Name { text: short, entity: owner.0, kind: NameKind::Short });
            }
        }
        names.sort_by(|a, b| (&a.text, a.entity).cmp(&(&b.text, b.entity)));
        made.names = Names::new(names);
        made.describe_by_offices(rulebook);
        made
    }

    /// Whoever is president may be called so.
    fn describe_by_offices(&mut self, rulebook: &Rulebook) {
        let mut titles: HashMap<&str, Vec<String>> = HashMap::new();
        for (at, entity) in rulebook.entities.iter().enumerate() {
            for class in &entity.classes {
                let lemmas = titles.entry(&class.title).or_insert_with(|| self.lemmas(&class.title));
                if let Some(head) = lemmas.first() {
                    self.facts[at].described.insert(head.clone());
                }
            }
        }
        self.titles = titles.into_values().collect();
    }

    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The entity that bears `name` in full, with or without "the".
    pub fn named(&self, name: &str) -> Option<EntityId> {
        let name = name.trim().to_lowercase();
        let bare = name.strip_prefix("the ").unwrap_or(&name);
        self.by_name.get(bare).copied()
    }

    pub fn kind_of(&self, id: EntityId) -> Option<Kind> {
        self.facts.get(id.0).and_then(|facts| facts.kind)
    }

    pub fn name_of(&self, id: EntityId) -> &str {
        self.facts.get(id.0).map_or("", |facts| &facts.name)
    }

    pub fn about(&self, id: EntityId) -> &[String] {
        self.facts.get(id.0).map_or(&[], |facts| &facts.about)
    }

    /// Whether the lower-case word is part of one of the entity's names.
    pub fn has_word(&self, id: EntityId, word: &str) -> bool {
        self.facts.get(id.0).is_some_and(|facts| facts.words.contains(word))
    }

    /// Whether `inner` lies in `outer`, or is it.
    pub fn within(&self, inner: EntityId, outer: EntityId) -> bool {
        let mut at = Some(inner);
        for _ in 0..64 {
            let Some(id) = at else { return false };
            if id == outer {
                return true;
            }
            at = self.facts.get(id.0).and_then(|facts| facts.within);
        }
        false
    }

    /// Whether the phrase is the title of an office that somebody holds, or of the kind that people hold.
    pub fn is_office(&self, phrase: &Phrase) -> bool {
        let title = self.title_words(phrase);
        self.titles.contains(&title)
            || phrase.relations.iter().any(|(relation, inverse)| {
                let relation = crate::lexicon::lexicon().relation(*relation);
                relation.desk == "offices" && !inverse
            })
    }

    /// The lemmas of an office's title without its function words and without its owner: "secretary state".
    pub fn title_words(&self, phrase: &Phrase) -> Vec<String> {
        self.lemmas(&phrase.text)
    }

    /// The lemmas of a phrase, function words left out.
    pub fn lemmas(&self, text: &str) -> Vec<String> {
        use syntax::Upos;
        let tree = self.parse(text);
        let says = |word: &&syntax::Word| !matches!(word.upos, Upos::Det | Upos::Punct | Upos::Adp | Upos::Part);
        tree.words.iter().filter(says).map(|word| word.lemma.to_lowercase()).collect()
    }

    /// The tree of a phrase of the rules.
    pub fn parse(&self, text: &str) -> syntax::Tree {
        let stands = self.stands(text, &self.names.find(text));
        self.alike.parse(text, &tokens(text, Span::new(0, text.len()), &[]), &stands)
    }

    /// What stands for the names of a text while its pattern is read.
    pub fn stands(&self, text: &str, hits: &[Hit]) -> Vec<Stand> {
        let stand = |hit: &Hit| {
            let is_person =
                hit.entities.iter().any(|(entity, _)| self.kind_of(EntityId(*entity)) == Some(Kind::Person));
            let last = hit.span.of(text).rsplit(' ').next().unwrap_or_default().to_lowercase();
            if is_person { Stand::person(hit.span) } else { Stand::thing(hit.span, words().has_noun(&last)) }
        };
        hits.iter().map(stand).collect()
    }

    /// Where the trees of claims come from.
    pub fn alike(&self) -> &syntax::Alike {
        &self.alike
    }
}

impl Known for Entities {
    fn kind(&self, entity: EntityKey) -> Option<&'static str> {
        Some(match self.facts.get(entity)?.kind? {
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Organization => "organization",
            Kind::Event => "event",
            Kind::Group => "group",
            Kind::Work => "work",
            Kind::Thing => "thing",
        })
    }

    fn name(&self, entity: EntityKey) -> &str {
        self.name_of(EntityId(entity))
    }

    fn describes(&self, entity: EntityKey, lemma: &str) -> bool {
        self.facts.get(entity).is_some_and(|facts| facts.described.contains(lemma))
    }
}

/// A name as papers without its accents print it.
fn unaccented(name: &str) -> String {
    let plain = |c: char| {
        let folded = super::compare::name::fold(&c.to_string());
        if c.is_uppercase() { folded.to_uppercase() } else { folded }
    };
    name.chars().map(plain).collect()
}

/// An alias without a capital letter is a common noun.
fn is_common(text: &str) -> bool {
    let bare = text.trim().trim_start_matches("the ");
    !bare.chars().any(char::is_uppercase) && !bare.chars().any(|c| c.is_ascii_digit())
}

/// Surname and first name of a person, where the rules do not give them.
fn short_names(entity: &Entity) -> Vec<String> {
    if entity.kind != Some(Kind::Person) {
        return Vec::new();
    }
    let parts: Vec<&str> = entity.name.split_whitespace().collect();
    match parts.as_slice() {
        [first, .., last] => [*last, *first]
            .into_iter()
            .filter(|part| part.chars().count() > 2 && part.chars().next().is_some_and(char::is_uppercase))
            .filter(|part| !entity.also.iter().any(|alias| alias == part))
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}
