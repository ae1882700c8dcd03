//! One article laid out for checking: its readings, what it is mainly about, and its date.

use super::base::Base;
use super::frame::Frame;
use super::reason::Reason;
use crate::article::mention::{How, Mention};
use crate::article::reading::{Reading, ValueAt};
use crate::rulebook::{EntityId, Fact, FactId};
use crate::value::{DateSet, Precision, Value};
use jiff::civil::Date;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

/// An article and the rules that may apply to it.
pub struct Scene<'a> {
    pub text: &'a str,
    pub base: &'a Base<'a>,
    /// The facts that share names or words with the text, in their order.
    pub near: Vec<FactId>,
    /// In text order.
    pub readings: Vec<Reading>,
    pub date: Option<Date>,
    /// Whether the article itself bears that date.
    pub is_dated: bool,
    /// How often each entity is named, and whether the title or the first sentences name it.
    pub topics: HashMap<EntityId, Topic>,
    /// The rule files on whose matter the article is.
    pub matters: HashSet<usize>,
    /// What the claims on that matter state, once it has been asked for.
    pub claimed: OnceCell<Vec<Claimed>>,
    pub trace: Option<Trace>,
}

/// A value that a claim near the article states.
#[derive(Debug)]
pub struct Claimed {
    pub fact: FactId,
    /// The number of its rule file.
    pub file: usize,
    pub value: Value,
}

/// What became of one claim, told sentence by sentence.
#[derive(Debug)]
pub struct Trace {
    pub fact: FactId,
    /// What was weighed, with the index of the sentence.
    pub lines: RefCell<Vec<(usize, String)>>,
    /// What stopped the claim, with the index of the sentence.
    pub stops: RefCell<Vec<(usize, Reason)>>,
    /// Sentences that some comparison judged, whatever became of it.
    pub judged: RefCell<Vec<usize>>,
}

impl Trace {
    pub fn new(fact: FactId) -> Self {
        Self { fact, lines: RefCell::default(), stops: RefCell::default(), judged: RefCell::default() }
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Topic {
    pub mentions: usize,
    pub leads: bool,
}

/// A sentence of the scene, the unit that statements are read from.
#[derive(Clone, Copy)]
pub struct Sentence<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub index: usize,
}

impl<'a> Scene<'a> {
    pub fn fact(&self, frame: &Frame) -> &'a Fact {
        &self.base.rulebook.facts[frame.fact.0]
    }

    pub fn is_topic(&self, entity: EntityId) -> bool {
        self.topics.get(&entity).is_some_and(|topic| topic.leads || topic.mentions >= 3)
    }

    /// Whether the article speaks of the entity more than twice as often as of any other of its kind.
    pub fn is_main(&self, entity: EntityId) -> bool {
        let entities = &self.base.entities;
        let kind = entities.kind_of(entity);
        let own = self.topics.get(&entity).map_or(0, |topic| topic.mentions);
        self.is_topic(entity)
            && self.topics.iter().all(|(&other, topic)| {
                other == entity
                    || entities.kind_of(other) != kind
                    || entities.within(other, entity)
                    || topic.mentions * 2 <= own
            })
    }

    /// Whether the article speaks of days from `from` on: it bears such a date, or names one.
    pub fn reaches(&self, from: Date) -> bool {
        self.is_dated
            || self.readings.iter().flat_map(|reading| &reading.values).any(|value| {
                matches!(value.mention.readings.first(), Some(Value::Date(date))
                    if !date.relative && date.to.is_some_and(|to| to >= from))
            })
    }

    /// Whether the article begins with the entity.
    pub fn leads_with(&self, entity: EntityId) -> bool {
        self.topics.get(&entity).is_some_and(|topic| topic.leads)
    }

    /// Whether the article names several things of the claim's rule file: it is on that file's matter.
    pub fn is_on_matter(&self, frame: &Frame) -> bool {
        self.matters.contains(&self.fact(frame).origin.file)
    }

    /// The values of the claims on whose matter the article is.
    pub fn claimed(&self) -> &[Claimed] {
        self.claimed.get_or_init(|| {
            let mut claimed = Vec::new();
            for &fact in &self.near {
                let file = self.base.rulebook.facts[fact.0].origin.file;
                if self.matters.contains(&file) {
                    let values = self.base.frame(fact).values().cloned();
                    claimed.extend(values.map(|value| Claimed { fact, file, value }));
                }
            }
            claimed
        })
    }

    pub fn is_named(&self, entity: EntityId) -> bool {
        self.topics.contains_key(&entity)
    }
}

impl<'s, 'a> std::ops::Deref for Sentence<'s, 'a> {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.scene.readings[self.index]
    }
}

impl<'s, 'a> Sentence<'s, 'a> {
    pub fn text(&self) -> &'a str {
        self.scene.text
    }

    pub fn base(&self) -> &'a Base<'a> {
        self.scene.base
    }

    /// The entity that `word` stands for and how sure that is.
    pub fn entity_at(&self, word: usize) -> Option<(EntityId, How)> {
        let mention = self.mention_at(word)?;
        Some((EntityId(mention.entity?), mention.how))
    }

    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.scene.readings[self.index].mentions.iter().filter(move |mention| mention.entity == Some(entity.0))
    }

    /// The name that a relative clause before `at` says something of: "Pell, 41, who in 2016 became *the first*".
    pub fn name_before_who(&self, at: usize) -> Option<&Mention> {
        use crate::syntax::Upos;
        let mut word = at;
        while let Some(before) = word.checked_sub(1) {
            let skipped = matches!(self.upos(before), Upos::Aux | Upos::Adv | Upos::Adp | Upos::Num | Upos::Det)
                || matches!(self.lemma(before), "become" | "be" | "serve" | "remain")
                || self.value_at(before).is_some();
            if self.forms[before] == "who" {
                word = before;
                break;
            }
            // "who as mayor vetoed" tells of the time in office, not who holds it.
            if !skipped || self.forms[before] == "as" {
                return None;
            }
            word = before;
        }
        if self.forms.get(word).is_none_or(|form| form != "who") {
            return None;
        }
        let mut end = word.checked_sub(1).filter(|&comma| self.forms[comma] == ",").unwrap_or(word);
        let age =
            end.checked_sub(1).filter(|&age| self.value_at(age).is_some() && age > 0 && self.forms[age - 1] == ",");
        if let Some(age) = age {
            end = age - 1;
        }
        let reading = &self.scene.readings[self.index];
        let ends = |mention: &&Mention| {
            mention.words.end == end
                && matches!(mention.what, crate::article::mention::What::Known | crate::article::mention::What::Other)
        };
        reading.mentions.iter().find(ends)
    }

    /// Tells the trace how far the frame came at `word`.
    pub fn note(&self, frame: &Frame, word: usize, what: impl FnOnce() -> String) {
        if let Some(trace) = self.scene.trace.as_ref().filter(|trace| trace.fact == frame.fact) {
            let at = self.tree.words.get(word).map_or("", |word| word.span.of(self.text()));
            trace.lines.borrow_mut().push((self.index, format!("“{at}”: {}", what())));
        }
    }

    /// Tells the trace what stopped the frame at `word`.
    pub fn stop(&self, frame: &Frame, word: usize, why: impl FnOnce() -> Reason) {
        if let Some(trace) = self.scene.trace.as_ref().filter(|trace| trace.fact == frame.fact) {
            let why = why();
            self.note(frame, word, || why.to_string());
            trace.stops.borrow_mut().push((self.index, why));
        }
    }

    /// Whether the word narrows the noun above it.
    pub fn is_modifier(&self, word: usize) -> bool {
        use crate::syntax::Deprel;
        matches!(
            self.tree.words[word].deprel,
            Deprel::Amod | Deprel::Compound | Deprel::Nmod | Deprel::NmodPoss | Deprel::NmodUnmarked | Deprel::Flat
        )
    }

    /// Whether a mention of the entity stands after one of the prepositions.
    pub fn has_case_of(&self, entity: EntityId, cases: &[&str]) -> bool {
        self.mentions_of(entity).any(|mention| self.has_case(mention.head, cases))
    }

    /// "Last year, when Quill was the host": the date that the clause hangs on.
    fn date_above(&self, clause: usize) -> Option<DateSet> {
        use crate::syntax::Deprel;
        let word = &self.tree.words[clause];
        let hangs = matches!(word.deprel, Deprel::AclRelcl | Deprel::Advcl);
        let above = word.head.filter(|&above| hangs && above < clause)?;
        let when = self.tree.children(clause).any(|child| child < clause && self.forms[child] == "when");
        let value = self.value_at(above).filter(|_| when)?;
        match value.mention.readings.first() {
            Some(Value::Date(date)) if date.is_resolved() => Some(date.clone()),
            _ => None,
        }
    }

    /// The date that the clause around `word` gives, other than the words in `but`.
    pub fn date_near(&self, word: usize, but: Option<std::ops::Range<usize>>) -> Option<DateSet> {
        let clause = self.clause(word);
        if let Some(date) = self.date_above(clause) {
            return Some(date);
        }
        let mut best: Option<(usize, DateSet)> = None;
        for value in &self.values {
            let Some(Value::Date(date)) = value.mention.readings.first() else { continue };
            if but.as_ref().is_some_and(|but| but.contains(&value.head)) || !date.is_resolved() {
                continue;
            }
            let here = self.clause(value.head) == clause || self.subtree(word).contains(&value.head);
            // "since 2010", "until May" bound a stretch; they do not say when.
            let bound = self.clause(value.head) != clause
                && self.has_case(self.clause(value.head), &["since", "until", "before", "after", "when", "while"]);
            if bound {
                continue;
            }
            // "For two days" says how long, "for 2026" when.
            let long = self.has_case(value.head, &["for"]) && date.precision < Precision::Year;
            if !here || long || self.has_case(value.head, &["since", "until", "before", "after", "from", "than"]) {
                continue;
            }
            let distance = self.distance(word, value.head);
            // "48 per cent, against 61 per cent in 2024": the date belongs to the figure that it stands nearest to.
            let own = self.value_at(word).is_some();
            // What hangs on the verb holds for all of its figures: "last year there were 60 boats from nine clubs".
            let shared = self.tree.words[value.head].head == Some(clause);
            let beside = |other: &ValueAt| (0..4).contains(&(value.words.start as i64 - other.words.end as i64));
            let taken = own
                && self.values.iter().any(|other| {
                    !other.words.contains(&word)
                        && !other.words.contains(&value.head)
                        && !matches!(other.mention.readings.first(), Some(Value::Date(_)))
                        && self.distance(other.head, value.head) < distance
                        && (!shared || beside(other))
                });
            if taken {
                continue;
            }
            if best.as_ref().is_none_or(|(known, _)| distance < *known) {
                best = Some((distance, date.clone()));
            }
        }
        best.map(|(_, date)| date)
    }
}

/// Whether a date that a statement gives lies outside the period that a level claim speaks of.
pub fn another_period(stated: &DateSet, frame: &Frame, fact: &Fact, today: Option<Date>) -> bool {
    if let Some(day) = &frame.as_of {
        return !stated.overlaps(day);
    }
    if let Some(period) = &frame.period {
        return !stated.overlaps(period);
    }
    if stated.precision < Precision::Month {
        return false;
    }
    let now = fact.as_of.or(today);
    match (stated.to, now) {
        (Some(to), Some(now)) => {
            to.year() < now.year() && stated.precision >= Precision::Year
                || i32::from(to.year()) + 1 < i32::from(now.year())
        }
        _ => false,
    }
}
