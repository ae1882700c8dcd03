//! Wordings → relations: the data files under lexicon/en, read once.

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
