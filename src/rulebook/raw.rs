//! What a rule file may hold, key by key: the typed pass and the JSON Schema come from these types.
//!
//! A [`ScalarId`] is a text that knows where it was written. The descriptions are what an editor's
//! completion shows, so they speak to the people who write rules.

use super::yaml::ScalarId;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Claim rules for factlint: what is true, in words that a machine can check articles against.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "RuleFile")]
pub struct File {
    /// Version of the format: 1.
    pub factlint: Option<ScalarId>,
    /// What the file is about, for reports.
    pub title: Option<ScalarId>,
    /// When these claims were last confirmed: `2025-08-16`.
    pub as_of: Option<ScalarId>,
    /// Where the claims come from, unless a claim says otherwise: a name, or `{name, url, date}`.
    pub source: Option<SourceEntry>,
    /// How grave a conflict with these claims is: `error` (default), `warning` or `info`.
    #[schemars(with = "Option<SeverityWord>")]
    pub severity: Option<ScalarId>,
    /// The whole file applies only to articles that mention one of these.
    pub about: Texts,
    /// The people, places, events and things that the claims speak of, by id.
    #[schemars(with = "BTreeMap<String, Entity>")]
    pub entities: Vec<(ScalarId, Entity)>,
    /// Wordings of this file's domain, by relation or attribute.
    #[schemars(with = "BTreeMap<String, Wording>")]
    pub lexicon: Vec<(ScalarId, Wording)>,
    /// What is true: `last president to visit Russia = Obama, 2013`.
    pub claims: Vec<ClaimEntry>,
}

/// A source: its name, or more about it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SourceEntry {
    Name(ScalarId),
    Full(SourceDetails),
}

/// Where a claim comes from.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SourceDetails {
    /// Who said it: `State Department`.
    pub name: Option<ScalarId>,
    /// Where it can be read.
    pub url: Option<ScalarId>,
    /// When it was published: `2025-08-15`.
    pub date: Option<ScalarId>,
}

/// Someone or something that claims speak of.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Entity {
    /// The full name: `Barack Obama`. The id, where it is absent.
    pub name: Option<ScalarId>,
    /// person, place, organization, event, group, work or thing.
    #[schemars(with = "Option<KindWord>")]
    pub kind: Option<ScalarId>,
    /// Further names, and common nouns such as `summit` for "the summit".
    pub also: Texts,
    /// The adjective of a place: `Russian`.
    pub demonym: Option<ScalarId>,
    /// The place or organization that this one lies in: an id or a name.
    #[serde(rename = "in")]
    pub within: Option<ScalarId>,
    /// When an event happened: `2025-08-15`, `September 2013`.
    pub when: Option<ScalarId>,
    /// Where an event happened: an id or a name.
    #[serde(rename = "where")]
    pub place: Option<ScalarId>,
    /// Who took part in an event: ids or names.
    pub participants: Texts,
    /// Common nouns under `also` count only in articles that mention one of these.
    pub about: Texts,
    /// Classes and offices, with their term: `president of Russia, 2012-05-07..`.
    pub is: Texts,
}

/// Wordings of a relation or attribute.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wording {
    /// Verbs that say it, in their basic form: `grab`, `pull down`.
    pub verbs: Texts,
    /// Nouns that say it: `rebound`.
    pub nouns: Texts,
    /// Adjectives that say it: `jobless`.
    pub adjectives: Texts,
    /// Prepositions that say it.
    pub prepositions: Texts,
    /// Wordings with the roles turned round: `{verbs: [lose to]}`.
    pub inverse: Option<InverseWording>,
}

/// Wordings with the roles turned round.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InverseWording {
    /// Verbs with the roles turned round.
    pub verbs: Texts,
    /// Nouns with the roles turned round.
    pub nouns: Texts,
    /// Adjectives with the roles turned round.
    pub adjectives: Texts,
    /// Prepositions with the roles turned round.
    pub prepositions: Texts,
}

/// A claim: its words, or its words and more.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ClaimEntry {
    Words(ScalarId),
    Full(Box<Claim>),
}

/// A claim with its particulars.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Claim {
    /// A short name, unique in this file. Made of the subject, where it is absent.
    pub id: Option<ScalarId>,
    /// What is true: `summit length ~ 3 hours`, or a sentence.
    #[schemars(required)]
    pub claim: Option<ScalarId>,
    /// Where this claim comes from: a name, or `{name, url, date}`.
    pub source: Option<SourceEntry>,
    /// When this claim was last confirmed.
    pub as_of: Option<ScalarId>,
    /// The claim does not apply to articles dated later.
    pub until: Option<ScalarId>,
    /// error, warning or info.
    #[schemars(with = "Option<SeverityWord>")]
    pub severity: Option<ScalarId>,
    /// `verbatim` (default), or `translated`: any wording is right, only who said it to whom is checked.
    #[schemars(with = "Option<QuoteWord>")]
    pub quote: Option<ScalarId>,
    /// Shown under every report of this claim.
    pub note: Option<ScalarId>,
    /// Further wordings of the claim's subject.
    pub also: Texts,
    /// Explicit wordings: `{summit} dragged on for {value}`.
    pub patterns: Texts,
    /// Sentences, by the verdict that each must get.
    pub tests: Option<Tests>,
}

/// Sentences for `factlint rules test`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tests {
    /// Sentences that cannot be true.
    pub conflict: Texts,
    /// Sentences that are worded too loosely.
    pub imprecise: Texts,
    /// Sentences that the claim makes true.
    pub supported: Texts,
    /// Sentences that do not concern the claim.
    pub silent: Texts,
}

/// A list of texts; a single one needs no list.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(from = "OneOrMany")]
#[schemars(with = "OneOrMany")]
pub struct Texts(pub Vec<ScalarId>);

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum OneOrMany {
    One(ScalarId),
    Many(Vec<ScalarId>),
}

impl From<OneOrMany> for Texts {
    fn from(texts: OneOrMany) -> Self {
        match texts {
            OneOrMany::One(text) => Texts(vec![text]),
            OneOrMany::Many(texts) => Texts(texts),
        }
    }
}

impl JsonSchema for ScalarId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "number", "boolean"] })
    }
}

/// How grave a conflict is.
#[derive(JsonSchema)]
#[schemars(rename = "Severity", rename_all = "lowercase")]
#[expect(dead_code, reason = "stands in the schema only")]
enum SeverityWord {
    Error,
    Warning,
    Info,
}

/// What sort of thing an entity is.
#[derive(JsonSchema)]
#[schemars(rename = "Kind", rename_all = "lowercase")]
#[expect(dead_code, reason = "stands in the schema only")]
enum KindWord {
    Person,
    Place,
    Organization,
    Event,
    Group,
    Work,
    Thing,
}

/// How quotations are compared.
#[derive(JsonSchema)]
#[schemars(rename = "Quote", rename_all = "lowercase")]
#[expect(dead_code, reason = "stands in the schema only")]
enum QuoteWord {
    Verbatim,
    Translated,
}
