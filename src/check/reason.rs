//! Why a claim is silent about a sentence: every reason, in words an editor understands.
//!
//! `--trace`, `rules test` and `rules check` all say these words. Variants stand in the order in which a sentence gets
//! nearer to the claim; of several reasons the nearest is told.

use super::frame::{Frame, FrameShape};
use super::scene::Sentence;
use super::site::{Site, sites};
use super::unify::wrong_period;
use super::verdict::voice_of;
use crate::article::clause::Modality;
use crate::rulebook::EntityId;
use crate::value::{Dimension, Kind};
use std::fmt;

/// What stopped a claim at a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The article mentions none of the words that the claim's file is about.
    OffTopic(Vec<String>),
    /// What the claim speaks of is not named.
    NoMention(String),
    /// No word for what the claim says of it.
    NoWording(String),
    /// A verb of the claim's that says too little by itself.
    MeansLittle(String),
    /// The thing is named, but nothing is told of it.
    OnlyNamed(String),
    /// The words are there, but nothing that answers the claim's question.
    NoAnswer(&'static str),
    /// The value or deed is another thing's; who or what has it.
    AnotherThing(String),
    /// The class is named, but another deed than the claim's.
    AnotherAction,
    /// A part of the claim's class: "the first French woman" for "the first woman".
    NarrowerClass,
    /// Another place or rival than the claim's.
    AnotherPlace,
    /// A thing is named that the claim says there is or is not, and nothing says that it is there.
    NotSaidToBe,
    /// Asked, planned, denied …
    NotAsserted(Modality),
    Negated,
    /// Another day or period than the claim's.
    AnotherPeriod(String),
    /// The claim is about the first or last time, and the sentence does not say that it is.
    AnotherTurn(&'static str),
    /// A part of the claim's event is not told.
    Missing(String),
    /// A part of the event differs, which may make it another event.
    AnotherEvent {
        says: String,
        expected: String,
    },
    /// A value that differs, but of something else for all that can be seen.
    Doubt(&'static str),
    /// Everything is there, too loosely tied to be sure.
    Loose,
    /// It would do by itself; beside the rest of the article it does not.
    Rivalled,
    /// Another claim, or a surer reading, accounts for the same words.
    Overruled,
}

impl Reason {
    /// How near the sentence came to the claim.
    pub fn nearness(&self) -> usize {
        match self {
            Reason::OffTopic(_) => 0,
            Reason::NoMention(_) => 1,
            Reason::NoWording(_) => 2,
            Reason::MeansLittle(_) | Reason::OnlyNamed(_) | Reason::NoAnswer(_) => 3,
            Reason::AnotherThing(_)
            | Reason::AnotherAction
            | Reason::NarrowerClass
            | Reason::AnotherPlace
            | Reason::NotSaidToBe => 4,
            Reason::NotAsserted(_) => 5,
            Reason::Negated => 6,
            Reason::AnotherPeriod(_) | Reason::AnotherTurn(_) => 7,
            Reason::Missing(_) => 8,
            Reason::AnotherEvent { .. } => 9,
            Reason::Doubt(_) => 10,
            Reason::Loose => 11,
            Reason::Rivalled => 12,
            Reason::Overruled => 13,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::OffTopic(words) => {
                write!(f, "the article does not mention {}, which the claim's file is about", words.join(" or "))
            }
            Reason::NoMention(name) => write!(f, "no mention of {name} in this sentence"),
            Reason::NoWording(word) if word.is_empty() => write!(f, "no words of the claim in this sentence"),
            Reason::NoWording(word) => write!(f, "no word for “{word}” in this sentence"),
            Reason::NoAnswer(question) => write!(f, "the sentence does not say {question}"),
            Reason::AnotherThing(why) => write!(f, "another thing: {why}"),
            Reason::MeansLittle(verb) => write!(f, "“{verb}” says too little by itself"),
            Reason::OnlyNamed(name) => write!(f, "“{name}” only names it and tells nothing of it"),
            Reason::AnotherAction => write!(f, "the claim's class, but another deed"),
            Reason::NarrowerClass => write!(f, "the class is not the claim's whole one"),
            Reason::AnotherPlace => write!(f, "another place or rival"),
            Reason::NotSaidToBe => write!(f, "nothing says that it exists"),
            Reason::NotAsserted(modality) => write!(f, "not said as a fact: {}", modality.name()),
            Reason::Negated => write!(f, "negated"),
            Reason::AnotherPeriod(why) => write!(f, "another time: {why}"),
            Reason::AnotherTurn(once) => {
                write!(f, "the claim is about the {once} time, the sentence may be about another")
            }
            Reason::Missing(part) => write!(f, "the sentence does not say “{part}”, so it may be another event"),
            Reason::AnotherEvent { says, expected } => {
                write!(f, "another event: “{says}” where the claim has “{expected}”")
            }
            Reason::Doubt(why) => write!(f, "the value may be of something else: {why}"),
            Reason::Loose => write!(f, "the words stand too far apart to be sure that they belong together"),
            Reason::Rivalled => {
                write!(f, "other words of the article answer the claim better, or these answer another claim")
            }
            Reason::Overruled => write!(f, "another claim or a surer reading accounts for these words"),
        }
    }
}

/// What a frame asks, as a sentence that leaves it open is told: "how long".
pub fn question(frame: &Frame) -> &'static str {
    if matches!(frame.shape, FrameShape::Quotation { .. }) {
        return "the words that the claim quotes";
    }
    let Some(answer) = frame.answers.first() else { return "what the claim says" };
    if answer.is_name() {
        return "who, what or where";
    }
    match answer.values().next().map(|value| value.kind()) {
        Some(Kind::Date) => "when",
        Some(Kind::Time) => "at what time",
        Some(Kind::Measure(Dimension::Time)) => "how long",
        Some(Kind::Count | Kind::Times) => "how many",
        Some(Kind::Age) => "how old",
        Some(Kind::Ordinal) => "which in a row",
        Some(Kind::Score) => "with what result",
        Some(_) => "how much",
        None => "whether",
    }
}

/// The reason that the sentence itself shows, where no comparison got far enough to give one.
pub fn plain(frame: &Frame, sentence: &Sentence) -> Reason {
    let entities = &sentence.base().entities;
    let found = sites(frame, sentence);
    // What the article is about need not be named in every sentence.
    let absent = |entity: &EntityId| {
        let topic = frame.owner == Some(*entity) && sentence.scene.is_topic(*entity) && !found.is_empty();
        sentence.mentions_of(*entity).next().is_none() && !topic
    };
    if let FrameShape::Quotation { .. } = frame.shape {
        return Reason::NoAnswer(question(frame));
    }
    if let Some(entity) = frame.entities().find(absent) {
        return Reason::NoMention(entities.name_of(entity).to_owned());
    }
    let Some(site) = found.first() else { return Reason::NoWording(frame.head.concept.text.clone()) };
    silence(frame, sentence, site)
}

/// Why words of the claim lead to no value: the clause around them asserts nothing, or nothing beside them answers.
pub fn silence(frame: &Frame, sentence: &Sentence, site: &Site) -> Reason {
    at_site(frame, sentence, site).unwrap_or(Reason::NoAnswer(question(frame)))
}

/// What the clause around the claim's words shows.
fn at_site(frame: &Frame, sentence: &Sentence, site: &Site) -> Option<Reason> {
    match voice_of(sentence, site.head) {
        Err(modality) => return Some(Reason::NotAsserted(modality)),
        Ok((_, negated)) if (negated != site.negative) != frame.negated => return Some(Reason::Negated),
        Ok(_) => {}
    }
    wrong_period(frame, sentence, site.head, None).map(Reason::AnotherPeriod)
}
