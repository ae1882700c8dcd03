//! `lexicon:` of a rule file → the lexicon of its domain.

use super::facts::texts;
use super::raw::{InverseWording, Texts, Wording};
use super::read::RawFile;
use crate::lexicon::{DomainEntry, DomainLexicon, DomainWords};

/// The wordings of a file, in order.
pub fn lexicon(file: &RawFile) -> DomainLexicon {
    let entry = |(name, wording): &(super::yaml::ScalarId, Wording)| DomainEntry {
        name: file.text(*name).trim().to_owned(),
        span: file.words(*name),
        words: DomainWords {
            verbs: texts(file, &wording.verbs),
            nouns: texts(file, &wording.nouns),
            adjectives: texts(file, &wording.adjectives),
            prepositions: texts(file, &wording.prepositions),
        },
        inverse: wording.inverse.as_ref().map(|inverse| self::inverse(file, inverse)).unwrap_or_default(),
    };
    DomainLexicon { entries: file.raw.lexicon.iter().map(entry).collect() }
}

fn inverse(file: &RawFile, wording: &InverseWording) -> DomainWords {
    let words = |list: &Texts| texts(file, list);
    DomainWords {
        verbs: words(&wording.verbs),
        nouns: words(&wording.nouns),
        adjectives: words(&wording.adjectives),
        prepositions: words(&wording.prepositions),
    }
}
