//! Entities and facts: what rule files say, resolved, in the shape that the graph and the checker share.

use super::claim::ast::Claim;
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
}

/// A line under `is:`, such as `president of Russia, 2012-05-07..`.
#[derive(Clone, Debug)]
pub struct Class {
    /// The words before the term: "president of Russia".
    pub title: String,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub span: Span,
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
