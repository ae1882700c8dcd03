//! Wordings → relations: the data files under lexicon/en, read once.

/// `lexicon:` of a rule file: wordings for that file's claims.
#[derive(Clone, Debug, Default)]
pub struct DomainLexicon {}
