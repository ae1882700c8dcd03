//! Entities and facts: what rule files say, resolved, in the shape that the graph and the checker share.

use super::claim::ast::{Claim, Term};
use super::claim::pattern::Pattern;
use crate::span::Span;
use crate::value::DateSet;
use jiff::civil::Date;

/// Index into [`super::Rulebook::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub usize);

/// Index into [`super::Rulebook::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactId(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Kind { Person, Place, Organization, Event, Group, Work, Thing }

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Severity { Info, Warning, Error }

/// A thing that rules speak of.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The key under `entities:`.
    pub id: String,
    pub name: String,
    /// `None` where the rules do not say.
    pub kind: Option<Kind>,
    /// Further names and common nouns, as written.
    pub also: Vec<String>,
    pub demonym: Option<String>,
    /// `in:` of a place or organization.
    pub within: Option<EntityId>,
    /// When an event happened.
    pub when: Option<DateSet>,
    /// Where an event happened.
    pub place: Option<EntityId>,
    pub participants: Vec<EntityId>,
    /// Common-noun aliases count only in articles that mention one of these; empty: in all.
    pub about: Vec<String>,
    /// Classes and offices, with their terms.
    pub classes: Vec<Class>,
    pub origin: Origin,
    /// Where the particulars were written, for evidence and for problems.
    pub spots: Spots,
}

impl Entity {
    /// A place that rules name under `in:` or `where:` without defining it.
    pub fn implicit_place(id: String, name: String, origin: Origin) -> Self {
        Self {
            id,
            name,
            kind: Some(Kind::Place),
            also: Vec::new(),
            demonym: None,
            within: None,
            when: None,
            place: None,
            participants: Vec::new(),
            about: Vec::new(),
            classes: Vec::new(),
            origin,
            spots: Spots { name: origin, ..Spots::default() },
        }
    }
}

/// Where the particulars of an entity were written.
#[derive(Clone, Debug, Default)]
pub struct Spots {
    pub name: Origin,
    /// One for each of `also`.
    pub also: Vec<Origin>,
    pub demonym: Option<Origin>,
    /// The words under `in:`.
    pub within: Option<Origin>,
    /// The words under `where:`.
    pub place: Option<Origin>,
    /// One for each of `participants`.
    pub participants: Vec<Origin>,
}

/// A line under `is:`, such as `president of Russia, 2012-05-07..`.
#[derive(Clone, Debug)]
pub struct Class {
    /// The words before the term: "president of Russia".
    pub title: String,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub span: Span,
    /// `from` and `to` with how exactly they are known; `None` where no period is written.
    pub term: Option<Term>,
    /// The line, also where another file than the entity's first holds it.
    pub origin: Origin,
}

/// Where something was written in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Origin {
    /// Index into [`super::Rulebook::files`].
    pub file: usize,
    /// Bytes of that file.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    pub name: String,
    pub url: Option<String>,
    pub date: Option<Date>,
}

/// A compiled claim.
#[derive(Clone, Debug)]
pub struct Fact {
    /// FILE-STEM/ID.
    pub id: String,
    pub claim: Claim,
    /// The claim's own text, which the spans of `claim` count in.
    pub text: String,
    /// The bytes of `text` in the file, quotation marks included.
    pub raw: Span,
    /// The claim's words; for an office under `is:` that line.
    pub origin: Origin,
    pub source: Option<Source>,
    pub as_of: Option<Date>,
    pub until: Option<Date>,
    pub severity: Severity,
    /// `quote: translated`: any wording, speaker and addressee are checked.
    pub translated: bool,
    pub note: Option<String>,
    /// `about:` of the file. Empty: every article.
    pub about: Vec<String>,
    /// Further wordings of the subject.
    pub also: Vec<String>,
    pub patterns: Vec<Pattern>,
    pub tests: Tests,
    /// The entity whose `is:` line this fact is; `None` for claims.
    pub office_of: Option<EntityId>,
}

impl Fact {
    /// Where the subject ends in `text`: all of it is the subject of a sentence.
    pub fn subject_end(&self) -> usize {
        match &self.claim {
            Claim::Comparison(comparison) => comparison.subject.span.end,
            Claim::Sentence(sentence) => sentence.span.end,
        }
    }

    /// The words of what the claim speaks of.
    pub fn subject(&self) -> &str {
        self.text.get(..self.subject_end()).unwrap_or_default().trim()
    }

    /// The id without the file's stem.
    pub fn short_id(&self) -> &str {
        self.id.split_once('/').map_or(&self.id, |(_, id)| id)
    }
}

/// `tests:` of a claim, by the verdict that each sentence must get.
#[derive(Clone, Debug, Default)]
pub struct Tests {
    pub conflict: Vec<TestSentence>,
    pub imprecise: Vec<TestSentence>,
    pub supported: Vec<TestSentence>,
    pub silent: Vec<TestSentence>,
}

#[derive(Clone, Debug)]
pub struct TestSentence {
    pub text: String,
    pub span: Span,
}
