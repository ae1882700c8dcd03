//! Fact → frame: what a claim asks, who owns it, which words reach it.

mod phrase;
mod question;
pub mod sentence;

use super::base::Entities;
use crate::article::coreference::Known;
use crate::lexicon::{Concept, DomainEntry, DomainLexicon, Form, RelationId, Wording, words};
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Qualifier, Selector, Shape, Term};
use crate::rulebook::{EntityId, Fact, FactId, Kind};
use crate::value::{DateSet, Op, Value};
use std::collections::HashMap;

pub use phrase::{Phrase, action_phrase, class_phrase, phrase};

/// A fact made ready for matching.
#[derive(Clone, Debug)]
pub struct Frame {
    pub fact: FactId,
    pub shape: FrameShape,
    /// The entity that owns the attribute, or does what the sentence says.
    pub owner: Option<EntityId>,
    /// The owner in words where no entity bears it: "women", "Corwen shareholders".
    pub owner_words: Option<Concept>,
    /// Further entities of the subject: places, rivals, occasions.
    pub others: Vec<EntityId>,
    pub head: Head,
    /// Further content words of the subject.
    pub modifiers: Vec<Concept>,
    /// What a count counts.
    pub counted: Option<Concept>,
    /// Dates inside the subject and `in`, `from … to` qualifiers: the period the claim is about.
    pub period: Option<DateSet>,
    pub since: Option<DateSet>,
    pub as_of: Option<DateSet>,
    pub op: Op,
    pub includes: bool,
    pub answers: Vec<Answer>,
    /// The claim denies: "did not attend", "= none".
    pub negated: bool,
    /// For sentence claims: the roles of its parts.
    pub parts: Vec<Part>,
    /// The words of the claim's patterns with their lemmas, as a verb and as a noun.
    pub pattern_lemmas: HashMap<String, Vec<String>>,
    /// The sentence equates its subject with a noun: "X is Y's fourth takeover".
    pub nominal: bool,
    /// "was first performed", "was last seen": the claim is about that one time.
    pub once: Option<&'static str>,
    /// The claim itself speaks of what holds or is to be: "Arvonia returns the valley".
    pub present: bool,
    /// The figures and days of a sentence claim, each asked for by itself.
    pub questions: Vec<Frame>,
    /// Of such a question: the signs that it brings along, which tell what kind of event it asks about. Else empty.
    pub occasion: Vec<String>,
}

/// Which reader of statements a frame needs.
#[derive(Clone, Debug)]
pub enum FrameShape {
    /// `summit length ~ 3 hours`, `capital of France = Paris`.
    Attribute,
    /// `number of …`.
    Count,
    /// `last president to visit Russia`.
    Selector { selector: Selector, class: Phrase, action: Phrase },
    /// An office with its holder: "president of the United States".
    Office { title: Vec<String>, term: Option<Term>, holder: Option<EntityId> },
    /// Somebody's words.
    Quotation { words: String, addressee: Option<EntityId> },
    /// A sentence about what happened.
    Event,
    /// `… = none`.
    Absence,
}

/// The words that a statement must have to concern the frame.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Relations of the lexicon, and whether the value is their owner side.
    pub relations: Vec<(RelationId, bool)>,
    /// The claim's own head word and what stands for it.
    pub concept: Concept,
    /// Words that assert the opposite.
    pub opposite: Concept,
    /// Wordings that the claim's own file gives under `lexicon:`.
    pub own: Vec<Wording>,
    /// The value does what the head verb says: "operating organisation".
    pub agentive: bool,
}

/// One question with the values that answer it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Any one of these is right.
    pub accepted: Vec<Expected>,
}

#[derive(Clone, Debug)]
pub enum Expected {
    Value(Value),
    Entity(EntityId),
    /// A name that no entity bears.
    Name(String),
    None,
    Yes,
    No,
}

/// A part of a sentence claim and its role.
#[derive(Clone, Debug)]
pub struct Part {
    pub role: Role,
    pub what: PartKind,
    /// As written in the claim.
    pub text: String,
    /// It hangs below another part ("the takeover *of Corwen*") and only narrows that one.
    pub below: bool,
    /// "not guilty": the part itself is denied.
    pub denied: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Subject,
    Object,
    /// With its preposition.
    Oblique(String),
}

#[derive(Clone, Debug)]
pub enum PartKind {
    Entity(EntityId),
    Value(Value),
    /// A number with what it counts.
    Counted(Value, Concept),
    Words(Concept),
}

/// Makes the frame of `fact`. Never fails: what it cannot place becomes words to look for.
pub fn frame(id: FactId, fact: &Fact, lexicon: &DomainLexicon, entities: &Entities) -> Frame {
    let mut made = match &fact.claim {
        Claim::Comparison(comparison) => of_comparison(id, fact, comparison, entities),
        Claim::Sentence(text) => sentence::frame(id, &text.value, entities),
    };
    for wording in &fact.also {
        let phrase = phrase(wording, entities);
        if let Some(head) = phrase.head_lemma() {
            made.head.concept.add(&head, 0.95);
        }
        made.head.relations.extend(phrase.relations.iter().copied());
    }
    for entry in &lexicon.entries {
        if made.head.is_called(&entry.name, entities) {
            made.extend(entry);
        }
    }
    for word in fact.patterns.iter().flat_map(|pattern| pattern.words()) {
        let lemmas = ["they", "the"].map(|before| entities.lemmas(&format!("{before} {word}")));
        let last = lemmas.into_iter().filter_map(|mut lemmas| lemmas.pop()).collect();
        made.pattern_lemmas.insert(word.to_lowercase(), last);
    }
    // The relation that a word names comes before relations that merely list it.
    let names_it =
        |relation: &(RelationId, bool)| crate::lexicon::lexicon().relation(relation.0).id == made.head.concept.text;
    if made.head.relations.iter().any(names_it) {
        let named: Vec<(RelationId, bool)> = made.head.relations.iter().copied().filter(names_it).collect();
        made.head.relations = named;
    }
    made.head.relations.sort_unstable_by_key(|(id, inverse)| (id.0, *inverse));
    made.head.relations.dedup();
    made.questions = question::questions(&made, entities);
    made
}

impl PartKind {
    /// Whether it is that entity.
    pub fn is(&self, entity: EntityId) -> bool {
        matches!(self, PartKind::Entity(own) if *own == entity)
    }
}

impl Frame {
    fn empty(fact: FactId, shape: FrameShape) -> Self {
        Self {
            fact,
            shape,
            owner: None,
            owner_words: None,
            others: Vec::new(),
            head: Head::default(),
            modifiers: Vec::new(),
            counted: None,
            period: None,
            since: None,
            as_of: None,
            op: Op::Equal,
            includes: false,
            answers: Vec::new(),
            negated: false,
            parts: Vec::new(),
            pattern_lemmas: HashMap::new(),
            nominal: false,
            once: None,
            present: false,
            questions: Vec::new(),
            occasion: Vec::new(),
        }
    }

    /// Whether the claim's event is one time of many (`repeatable`), the first or last of its kind (`once`), or comes but once
    /// (`single`): "fell ill" is no fall, and one match, talk or vote is held or played once.
    pub fn turn(&self, entities: &Entities) -> &'static str {
        let completed = self.parts.iter().any(|part| {
            part.role == Role::Object
                && match &part.what {
                    PartKind::Words(concept) => concept.text == part.text,
                    PartKind::Entity(entity) => entities.kind(entity.0) == Some("event"),
                    _ => false,
                }
        });
        if self.once.is_some() {
            "once"
        } else if !completed && words().verbs.repeatable.contains(&self.head.concept.text) {
            "repeatable"
        } else {
            "single"
        }
    }

    /// The classes of verbs, as signs name them, to which the claim's own belongs.
    pub fn verb_classes(&self) -> impl Iterator<Item = &'static str> {
        let verbs = &words().verbs;
        let classes = [("decisive", &verbs.decisive), ("sole", &verbs.sole), ("mutual", &verbs.mutual)];
        let head = &self.head.concept.text;
        classes.into_iter().filter(move |(_, list)| list.contains(head)).map(|(class, _)| class)
    }

    /// Whether what happened is asked about, or a figure of it.
    pub fn is_of_event(&self) -> bool {
        matches!(self.shape, FrameShape::Event) || !self.occasion.is_empty()
    }

    /// Every value that the claim states.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        let parts = self.parts.iter().filter_map(|part| match &part.what {
            PartKind::Value(value) | PartKind::Counted(value, _) => Some(value),
            _ => None,
        });
        self.answers.iter().flat_map(Answer::values).chain(parts)
    }

    /// What the claim was understood to say, on a few lines.
    pub fn explain(&self, base: &super::base::Base) -> String {
        let lexicon = crate::lexicon::lexicon();
        let name = |entity: EntityId| base.entities.name_of(entity).to_owned();
        let shape = match &self.shape {
            FrameShape::Attribute => "attribute".to_owned(),
            FrameShape::Count => "count".to_owned(),
            FrameShape::Selector { selector, class, action } => {
                format!("{selector:?} “{}” to “{}”", class.text, action.text)
            }
            FrameShape::Office { title, .. } => format!("office “{}”", title.join(" ")),
            FrameShape::Quotation { .. } => "quotation".to_owned(),
            FrameShape::Event => "event".to_owned(),
            FrameShape::Absence => "absence".to_owned(),
        };
        let mut lines = vec![format!("{}: {shape}", base.rulebook.facts[self.fact.0].id)];
        let relations: Vec<String> = self
            .head
            .relations
            .iter()
            .map(|(id, inverse)| {
                format!("{}{}", lexicon.relation(*id).id, if *inverse { " (turned round)" } else { "" })
            })
            .collect();
        lines.push(format!("  head: {} [{}]", self.head.concept.text, relations.join(", ")));
        lines.push(format!(
            "  owner: {} {}",
            self.owner.map(name).unwrap_or_default(),
            self.owner_words.as_ref().map_or("", |words| &words.text)
        ));
        lines.push(format!(
            "  others: {}",
            self.others.iter().map(|entity| name(*entity)).collect::<Vec<_>>().join(", ")
        ));
        lines.push(format!(
            "  modifiers: {}",
            self.modifiers.iter().map(|concept| concept.text.as_str()).collect::<Vec<_>>().join(", ")
        ));
        lines.push(format!("  counted: {}", self.counted.as_ref().map_or("", |concept| &concept.text)));
        lines
            .push(format!("  parts: {:?}", self.parts.iter().map(|part| (&part.role, &part.text)).collect::<Vec<_>>()));
        lines.push(format!(
            "  period: {:?} as of: {:?} negated: {}",
            self.period.as_ref().map(|p| (p.from, p.to)),
            self.as_of.as_ref().map(|p| p.from),
            self.negated
        ));
        lines.join("\n")
    }

    /// All entities of the subject, the owner first.
    pub fn entities(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.owner.into_iter().chain(self.others.iter().copied())
    }
}

impl Answer {
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.accepted.iter().filter_map(|expected| match expected {
            Expected::Value(value) => Some(value),
            _ => None,
        })
    }

    pub fn is_name(&self) -> bool {
        self.accepted.iter().any(|expected| match expected {
            Expected::Entity(_) => true,
            Expected::Name(name) => name.contains(char::is_alphabetic),
            _ => false,
        })
    }
}

fn of_comparison(id: FactId, fact: &Fact, comparison: &Comparison, entities: &Entities) -> Frame {
    let mut term = None;
    let mut things = None;
    let answers: Vec<Answer> = comparison
        .values
        .iter()
        .map(|alternatives| Answer {
            accepted: alternatives
                .iter()
                .flat_map(|value| match &value.value {
                    ClaimValue::Value(value) => vec![Expected::Value(value.clone())],
                    ClaimValue::Quote(words) => vec![Expected::Name(words.clone())],
                    ClaimValue::Name { name, term: period } => {
                        term = term.or(*period);
                        match number_of_things(name, entities) {
                            Some((number, thing)) => {
                                things = Some(thing);
                                vec![Expected::Value(number)]
                            }
                            None => names(name, entities),
                        }
                    }
                    ClaimValue::Yes => vec![Expected::Yes],
                    ClaimValue::No => vec![Expected::No],
                    ClaimValue::None => vec![Expected::None],
                })
                .collect(),
        })
        .collect();
    let says = |wanted: fn(&Expected) -> bool| answers.iter().flat_map(|answer| &answer.accepted).any(wanted);
    // `no` says of a thing what `none` does; `yes` that there is one.
    let absent = says(|expected| matches!(expected, Expected::None | Expected::No));
    let present = says(|expected| matches!(expected, Expected::Yes));
    let subject = &comparison.subject;
    let mut answers = answers;
    let mut made = match &subject.shape {
        Shape::Selector { selector, class, action } => {
            let class = class_phrase(&class.value, entities);
            let action = action_phrase(&action.value, entities);
            let mut made = Frame::empty(
                id,
                FrameShape::Selector { selector: *selector, class: class.clone(), action: action.clone() },
            );
            made.head = action.head();
            made.head.relations.extend(deeds(&action, entities));
            made.others = action.entities.iter().chain(&class.entities).copied().collect();
            made.period = action.period.clone();
            made.modifiers = action.modifiers.clone();
            made
        }
        Shape::Count { counted } => {
            let counted = phrase(&counted.value, entities);
            let mut made = Frame::empty(id, FrameShape::Count);
            made.take(&counted);
            made.head.relations.extend(phrase::number_of(&comparison.subject.text, entities));
            made.counted = counted.head_lemma().map(|lemma| Concept::of(&lemma));
            made
        }
        Shape::Plain => {
            let subject = phrase(&subject.text, entities);
            // Whatever a person is for a term is an office: "host of the show = Ann Pell, 2019..".
            let accepted = || {
                answers.iter().flat_map(|answer| &answer.accepted).filter_map(|expected| match expected {
                    Expected::Entity(entity) => Some(*entity),
                    _ => None,
                })
            };
            let held = term.is_some_and(|term| term.is_stretch())
                && accepted().any(|entity| entities.kind_of(entity) == Some(Kind::Person));
            let office = fact.office_of.is_some()
                || held
                || (answers.iter().any(Answer::is_name) && entities.is_office(&subject));
            let shape = if absent || present {
                FrameShape::Absence
            } else if office {
                FrameShape::Office { title: entities.title_words(&subject), term, holder: accepted().next() }
            } else if answers.iter().any(|a| a.values().any(|v| v.kind() == crate::value::Kind::Count))
                && subject.counts()
            {
                FrameShape::Count
            } else {
                FrameShape::Attribute
            };
            let mut made = Frame::empty(id, shape);
            made.take(&subject);
            if matches!(made.shape, FrameShape::Count) {
                made.counted = subject.head_lemma().map(|lemma| Concept::of(&lemma));
            }
            if subject.counted.is_some() {
                answers.iter_mut().for_each(years_as_counts);
            }
            if let Some(counted) = &subject.counted
                && answers.iter().any(|answer| answer.values().any(|value| value.kind() == crate::value::Kind::Count))
            {
                made.count_things(counted, entities);
            }
            made
        }
    };
    if let Some(things) = things
        && made.counted.is_none()
    {
        made.counted = Some(Concept::of(&things));
    }
    made.answers = answers;
    made.op = comparison.op.value;
    made.includes = comparison.includes;
    made.negated = absent;
    for qualifier in &comparison.qualifiers {
        match &qualifier.value {
            Qualifier::Since(date) => {
                if let FrameShape::Office { term, .. } = &mut made.shape
                    && term.is_none()
                {
                    *term = Some(Term::new(Some(date), None));
                } else {
                    made.since = Some(date.clone());
                }
            }
            Qualifier::AsOf(date) => made.as_of = Some(date.clone()),
            Qualifier::In(date) => made.period = Some(date.clone()),
            Qualifier::FromTo(from, to) => {
                made.period = Some(DateSet { from: from.from, to: to.to, ..from.clone() });
            }
            Qualifier::Until(date) => {
                if let FrameShape::Office { term, .. } = &mut made.shape {
                    let until = Term::new(None, Some(date));
                    *term = Some(term.map_or(until, |term| Term {
                        to: until.to,
                        to_precision: until.to_precision,
                        ..term
                    }));
                }
            }
        }
    }
    made
}

impl Head {
    /// Whether a name under `lexicon:` means what the claim's own word or one of its relations means.
    fn is_called(&self, name: &str, entities: &Entities) -> bool {
        let name = name.to_lowercase();
        let lexicon = crate::lexicon::lexicon();
        let lemmas = entities.lemmas(&name).join(" ");
        self.concept.weight_of(&name).is_some_and(|weight| weight >= 0.9)
            || self.concept.text == lemmas
            || self.relations.iter().any(|(relation, _)| lexicon.relation(*relation).id == name)
    }
}

impl Frame {
    /// Takes in the wordings of a name under `lexicon:`.
    fn extend(&mut self, entry: &DomainEntry) {
        let (plain, turned) = (&entry.words, &entry.inverse);
        for noun in &plain.nouns {
            self.head.concept.add(noun, 0.95);
            if let Some(counted) = &mut self.counted {
                counted.add(noun, 0.95);
            }
        }
        for (words, inverse) in [(plain, false), (turned, true)] {
            let forms = [
                (Form::Verb, words.verbs.clone()),
                (Form::Noun, if inverse { words.nouns.clone() } else { Vec::new() }),
                (Form::Adjective, words.adjectives.clone()),
            ];
            let prepositions = words.prepositions.iter().map(|word| Wording::copula(word));
            self.head.own.extend(prepositions.map(|wording| Wording { inverse, ..wording }));
            for (form, texts) in forms {
                let read = texts.iter().filter_map(|text| Wording::parse(form, text));
                self.head.own.extend(read.map(|wording| Wording { inverse, ..wording }));
            }
        }
    }

    fn take(&mut self, phrase: &Phrase) {
        self.owner = phrase.owner;
        self.others = phrase.entities.iter().copied().filter(|entity| Some(*entity) != phrase.owner).collect();
        self.head = phrase.head();
        self.modifiers = phrase.modifiers.clone();
        self.period = phrase.period.clone();
        self.since = phrase.since.clone();
    }

    /// "X number of members", "X staff size": how many of them X has.
    fn count_things(&mut self, counted: &str, entities: &Entities) {
        let concept = Concept::of(counted);
        self.shape = FrameShape::Count;
        self.head.relations.extend(phrase::number_of(&format!("number of {counted}"), entities));
        if crate::lexicon::words().is_light(&self.head.concept.text) || self.head.concept.text == "number" {
            self.head.concept = concept.clone();
        } else {
            self.head.concept.add(counted, 0.95);
        }
        self.modifiers.retain(|modifier| modifier.text != counted);
        self.counted = Some(concept);
    }
}

/// "1,127 votes", "4 wickets": a number with what it counts, by the lemma of its last word.
fn number_of_things(text: &str, entities: &Entities) -> Option<(Value, String)> {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "2.6 million km": a unit is nothing to count.
    if crate::value::parse(text).is_some_and(|value| value.kind() != crate::value::Kind::Count) {
        return None;
    }
    // "2.5 million eggs": the longest number that leaves something to count.
    text.rmatch_indices(' ').find_map(|(space, _)| {
        let (number, things) = (&text[..space], &text[space + 1..]);
        let plain =
            things.split(' ').count() <= 3 && things.chars().all(|c| c.is_lowercase() || matches!(c, ' ' | '-'));
        let mut readings = crate::value::readings(number).into_iter().filter(|_| plain);
        let value = readings.find(|value| value.kind() == crate::value::Kind::Count)?;
        Some((value, entities.lemmas(things).pop()?))
    })
}

/// "= 1500" counts where the subject says that something is counted.
fn years_as_counts(answer: &mut Answer) {
    for expected in &mut answer.accepted {
        if let Expected::Value(value @ Value::Date(_)) = expected
            && let Some(count) = crate::value::readings(&value.print())
                .into_iter()
                .find(|reading| reading.kind() == crate::value::Kind::Count)
        {
            *value = count;
        }
    }
}

/// Relations that the first word of "visit Russia" is a verb of, with what follows as a value that they take.
fn deeds(action: &Phrase, entities: &Entities) -> Vec<(RelationId, bool)> {
    use crate::article::coreference::Known;
    let lexicon = crate::lexicon::lexicon();
    let kind = action
        .entities
        .first()
        .and_then(|entity| entities.kind(entity.0))
        .filter(|kind| matches!(*kind, "place" | "person" | "organization"));
    let (Some(kind), Some(verb)) = (kind, action.text.split_whitespace().next()) else { return Vec::new() };
    let fits = |relation: RelationId| lexicon.relation(relation).value.iter().any(|value| value == kind);
    lexicon
        .headed_by(&verb.to_lowercase())
        .iter()
        .filter(|(relation, wording)| {
            let wording = &lexicon.relation(*relation).wordings[*wording];
            wording.form == crate::lexicon::Form::Verb
                && wording.words.len() == 1
                && !wording.negative
                && !wording.inverse
                && fits(*relation)
        })
        .map(|(relation, _)| (*relation, false))
        .collect()
}

/// A name of a claim: the entity that bears it, or the entities joined by "and", or the words.
fn names(name: &str, entities: &Entities) -> Vec<Expected> {
    if let Some(entity) = entities.named(name) {
        return vec![Expected::Entity(entity)];
    }
    vec![Expected::Name(name.to_owned())]
}
