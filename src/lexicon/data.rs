//! The lexicon as the build packs it and the program unpacks it. The build reads the data files under `en/` and
//! `words/` with code of its own; both sides share these shapes and nothing else.

use super::wording::Wording;
use serde::{Deserialize, Serialize};

/// What one kind of fact can be worded as.
#[derive(Clone, Debug, Serialize, Deserialize)]
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

/// What single words mean beside each other, in the order of the files. Texts stay where the packed bytes lie.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct WordData<'a> {
    /// Verb, noun, and the noun's role, sorted by the word in question: both ways.
    #[serde(borrow)]
    pub derivations: Vec<(&'a str, Vec<(&'a str, &'a str)>)>,
    /// Noun and the kind of thing that it names, sorted.
    #[serde(borrow)]
    pub kinds: Vec<(&'a str, &'a str)>,
    /// Noun and what it is a kind of, the nearest first; sorted.
    #[serde(borrow)]
    pub hypernyms: Vec<(&'a str, Vec<&'a str>)>,
    /// Word and others for it, sorted.
    #[serde(borrow)]
    pub synonyms: Vec<(&'a str, Vec<&'a str>)>,
    /// A plain word and what news copy says for it, sorted.
    #[serde(borrow)]
    pub idioms: Vec<(&'a str, Vec<&'a str>)>,
    /// Words that stand for each other in one report.
    #[serde(borrow)]
    pub groups: Vec<Vec<&'a str>>,
    /// Lists of words and phrases by file and key: `modality.plan`; sorted.
    #[serde(borrow)]
    pub lists: Vec<(&'a str, Vec<&'a str>)>,
    /// Sets of which only one member can be true of a thing; each member with its spellings.
    #[serde(borrow)]
    pub exclusive: Vec<Vec<Vec<&'a str>>>,
    /// Words that deny each other: one side, the other side.
    #[serde(borrow)]
    pub opposites: Vec<(Vec<&'a str>, Vec<&'a str>)>,
    /// Noun and the kind of thing that it names, before `kinds`.
    #[serde(borrow)]
    pub classes: Vec<(&'a str, &'a str)>,
    /// Titles of one office in several spellings or words.
    #[serde(borrow)]
    pub offices: Vec<Vec<&'a str>>,
    /// What ministers and directors are charged with, one charge a group.
    #[serde(borrow)]
    pub portfolios: Vec<Vec<&'a str>>,
    /// First name, and whether women bear it.
    #[serde(borrow)]
    pub first_names: Vec<(&'a str, bool)>,
    /// Title, and whether women bear it, where it tells.
    #[serde(borrow)]
    pub titles: Vec<(&'a str, Option<bool>)>,
    #[serde(borrow)]
    pub light: Vec<&'a str>,
    /// A kind of value and the head nouns that such a value says without them.
    #[serde(borrow)]
    pub carried: Vec<(&'a str, Vec<&'a str>)>,
    /// Adjective and the attribute that it gives a value of.
    #[serde(borrow)]
    pub adjectives: Vec<(&'a str, &'a str)>,
}
