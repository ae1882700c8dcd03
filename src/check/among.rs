//! Sentence claims against the other claims: each is read as an article of one sentence and judged by those that speak
//! of the same thing in the same words. What the judges find wrong with it is a contradiction in the rules.

use super::base::Base;
use super::compare;
use super::frame::{Expected, Frame, FrameShape, PartKind, Role};
use super::scene::Sentence;
use super::understand::unnamed_words;
use super::verdict::{Judged, settle};
use super::{Checker, Options, Verdict, setting};
use crate::article::Article;
use crate::lexicon::{RelationId, lexicon, words};
use crate::rulebook::claim::ast::{Claim, Selector};
use crate::rulebook::{EntityId, Fact, FactId};
use crate::syntax::{Upos, lemmas_of};
use crate::value::{DateSet, Value};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Two claims that cannot both be true, the later one first, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub later: FactId,
    pub earlier: FactId,
    pub why: String,
}

/// How sure a wrong name must be to set two claims against each other.
const SURE_OF_NAMES: f32 = 0.9;
/// The same for a wrong day or number.
const SURE_OF_VALUES: f32 = 0.84;

/// How near a verb must come to the claim's own for both to speak of one event.
const OWN_WORD: f32 = 0.9;

/// How many claims of one thing in the same words are held against a sentence: more would not end.
const MOST: usize = 64;

impl Checker<'_> {
    /// Contradictions that sentence claims take part in, in the order of the claims. The work grows with the number of
    /// claims, not with its square: only claims about one entity in the same words meet.
    pub fn clashes(&self) -> Vec<Clash> {
        let base = &self.base;
        let claims = (0..base.rulebook.facts.len()).into_par_iter().map(FactId);
        let sentences: Vec<FactId> = claims.filter(|id| is_sentence(base, *id)).collect();
        if sentences.is_empty() {
            return Vec::new();
        }
        let wordings = Wordings::new(base);
        let found: Vec<Vec<Clash>> =
            sentences.into_par_iter().map(|id| self.clashes_of(id, &near(base, &wordings, id))).collect();
        let mut seen = BTreeSet::new();
        let mut clashes: Vec<Clash> = found.into_iter().flatten().collect();
        clashes.sort_by_key(|clash| (clash.later, clash.earlier));
        clashes.retain(|clash| seen.insert((clash.later, clash.earlier)));
        clashes
    }

    fn clashes_of(&self, id: FactId, others: &[FactId]) -> Vec<Clash> {
        let Some(fact) = self.base.rulebook.fact(id).filter(|_| !others.is_empty()) else { return Vec::new() };
        let frame = self.base.frame(id);
        let mut clashes: Vec<Clash> = others
            .iter()
            .filter_map(|&other| Some(clash(id, other, order_broken(&self.base, frame, self.base.frame(other))?)))
            .collect();
        let alike = |other: &FactId| {
            self.base.rulebook.fact(*other).is_some_and(|other| ranks(&other.text) == ranks(&fact.text))
        };
        let judged = others
            .iter()
            .copied()
            .filter(|other| clashes.iter().all(|clash| clash.earlier != *other && clash.later != *other))
            .filter(alike);
        let judged: Vec<FactId> = judged.collect();
        if judged.is_empty() {
            return clashes;
        }
        let article = article(&self.base, id, fact);
        let scene = self.scene_of(&article, &Options::default(), Some(self.base.entities.alike()));
        let Some(last) = scene.readings.len().checked_sub(1) else { return clashes };
        let sentence = Sentence { scene: &scene, index: last };
        let mut out = Vec::new();
        let frames: Vec<&Frame> = judged.iter().map(|other| self.base.frame(*other)).collect();
        frames.iter().for_each(|other| compare::judge(other, &sentence, &mut out));
        compare::judge_article(&frames, &scene, &mut out);
        // A claim's names have a place each; only what surely stands in another's contradicts it.
        // What one claim says of another event, another day or another game, no article stands around to tell.
        let is_rule = |judged: &Judged| matches!(judged.code, "denied" | "roles-swapped") && judged.confidence == 0.8;
        // Who came in 2010 may have come again.
        let again = |judged: &Judged| {
            judged.fact.is_some_and(|fact| words().verbs.repeatable.contains(&self.base.frame(fact).head.concept.text))
                && judged.code.ends_with("-mismatch")
        };
        let wanted = |judged: &Judged| if judged.code.ends_with("-mismatch") { SURE_OF_VALUES } else { SURE_OF_NAMES };
        // A film's premiere and its opening have a day each.
        let own_words = |judged: &Judged| {
            let concept = judged.fact.map(|fact| &self.base.frame(fact).head.concept);
            let verb = sentence.clause(judged.word);
            let lemma = sentence.lemma(verb).to_lowercase();
            let own = concept.and_then(|concept| concept.weight_of(&lemma)).is_some_and(|weight| weight >= OWN_WORD);
            own || sentence.upos(verb) != Upos::Verb || words().verbs.level.contains(&lemma)
        };
        out.retain(|judged| {
            is_rule(judged) || judged.confidence >= wanted(judged) && !again(judged) && own_words(judged)
        });
        let conflicts = settle(&scene, out).into_iter().filter(|finding| finding.verdict == Verdict::Conflict);
        clashes.extend(conflicts.filter_map(|finding| {
            let other = finding.fact?;
            // One person can have been the 22nd and the 24th president.
            if frame.nominal && self.base.frame(other).nominal && finding.code != "denied" {
                return None;
            }
            let why = match finding.code {
                "denied" => "one denies what the other says".to_owned(),
                _ => finding.because.last().cloned().unwrap_or(finding.message),
            };
            Some(clash(id, other, why))
        }));
        clashes
    }
}

/// The words by which a claim tells one of several from the others: the first fair was held elsewhere than this year's.
fn ranks(text: &str) -> BTreeSet<String> {
    const RANKS: [&str; 8] = ["first", "second", "third", "last", "previous", "earlier", "original", "next"];
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| RANKS.contains(&word.as_str())).collect()
}

fn clash(one: FactId, other: FactId, why: String) -> Clash {
    Clash { later: one.max(other), earlier: one.min(other), why }
}

fn is_sentence(base: &Base, id: FactId) -> bool {
    base.rulebook.fact(id).is_some_and(|fact| matches!(fact.claim, Claim::Sentence(_)))
}

/// What the words of claims can mean, told without reading the claims: numbers of dictionary forms and of relations.
struct Wordings(Vec<Vec<usize>>);

impl Wordings {
    fn new(base: &Base) -> Self {
        let claims: Vec<Vec<&str>> = base.rulebook.facts.par_iter().map(|fact| subject(base, fact)).collect();
        let distinct: BTreeSet<&str> = claims.iter().flatten().copied().collect();
        let distinct: Vec<&str> = distinct.into_iter().collect();
        let meant: Vec<Vec<String>> = distinct.par_iter().map(|word| meanings(word)).collect();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for meaning in meant.iter().flatten() {
            let next = numbers.len();
            numbers.entry(meaning).or_insert(next);
        }
        let number = |meaning: &String| numbers.get(meaning.as_str()).copied();
        let numbered = meant.iter().map(|meant| meant.iter().filter_map(number).collect::<Vec<usize>>());
        let by_word: HashMap<&str, Vec<usize>> = distinct.into_iter().zip(numbered).collect();
        let of_claim = |claim: &Vec<&str>| {
            let meant: BTreeSet<usize> = claim.iter().filter_map(|word| by_word.get(word)).flatten().copied().collect();
            meant.into_iter().collect()
        };
        Self(claims.par_iter().map(of_claim).collect())
    }

    fn share(&self, one: FactId, other: FactId) -> bool {
        let (Some(one), Some(other)) = (self.0.get(one.0), self.0.get(other.0)) else { return false };
        one.iter().any(|meaning| other.binary_search(meaning).is_ok())
    }
}

/// The words of what the claim speaks of, without names.
fn subject<'a>(base: &Base<'a>, fact: &'a Fact) -> Vec<&'a str> {
    unnamed_words(fact.subject(), &base.entities).collect()
}

/// The dictionary forms of a word and the relations that it words by itself.
fn meanings(word: &str) -> Vec<String> {
    let lemmas = lemmas_of(word);
    let alone = |&(relation, wording): &(RelationId, usize)| {
        (lexicon().relation(relation).wordings[wording].words.len() == 1).then_some(relation.0)
    };
    let relations: BTreeSet<usize> =
        lemmas.iter().flat_map(|lemma| lexicon().headed_by(lemma)).filter_map(alone).collect();
    relations.into_iter().map(|relation| format!("#{relation}")).chain(lemmas.iter().cloned()).collect()
}

/// The claims that a sentence claim may contradict, in their order: of the same thing and in the same words. What happened
/// in St. Petersburg happened in Russia.
fn near(base: &Base, wordings: &Wordings, id: FactId) -> Vec<FactId> {
    let mut entities: BTreeSet<EntityId> = BTreeSet::new();
    for entity in base.index.subject(id) {
        let mut at = Some(*entity);
        while let Some(entity) = at.filter(|entity| entities.insert(*entity)) {
            at = base.rulebook.entity(entity).and_then(|entity| entity.within);
        }
    }
    let sharing = |entity: &EntityId| {
        let claims = base.index.with(*entity).iter().take(MOST * MOST);
        claims.copied().filter(|other| *other != id && wordings.share(id, *other)).take(MOST).collect::<Vec<_>>()
    };
    let worded: BTreeSet<FactId> = entities.iter().flat_map(sharing).collect();
    let mut own = None;
    let meets = |other: &FactId| {
        let frame = base.frame(*other);
        let own = own.get_or_insert_with(|| keys(base.frame(id), true));
        frame.entities().any(|entity| entities.contains(&entity)) && !keys(frame, false).is_disjoint(own)
    };
    worded.into_iter().filter(meets).take(MOST).collect()
}

/// The verb or noun of a claim and its relations. `wide`: all that the verb can word, since a comparison names its
/// relation and a sentence words it.
fn keys(frame: &Frame, wide: bool) -> BTreeSet<String> {
    let verb = &frame.head.concept.text;
    let worded = if wide { lexicon().headed_by(verb) } else { &[] };
    let relations = frame.head.relations.iter().map(|(relation, _)| relation.0);
    let relations = relations.chain(worded.iter().map(|(relation, _)| relation.0));
    let relations = relations.map(|relation| format!("#{relation}"));
    std::iter::once(verb.clone()).chain(relations).filter(|word| !word.is_empty()).collect()
}

/// The claim's sentence below a line that names what the claim speaks of, so that common nouns count.
fn article(base: &Base, id: FactId, fact: &Fact) -> Article {
    let mut names: Vec<&str> = Vec::new();
    for entity in base.frame(id).entities().filter_map(|entity| base.rulebook.entity(entity)) {
        names.push(&entity.name);
        names.extend(entity.about.iter().map(String::as_str));
    }
    setting::below_title(&fact.id, names.join(", "), fact.text.trim_end()).0
}

/// Why something that a sentence dates cannot have come before the first, or after the last, of its kind.
fn order_broken(base: &Base, frame: &Frame, other: &Frame) -> Option<String> {
    let FrameShape::Selector { selector, class, action } = &other.shape else { return None };
    if frame.negated || !matches!(frame.shape, FrameShape::Event) || !other.parts.is_empty() {
        return None;
    }
    let who = frame.parts.iter().find_map(|part| match part.what {
        PartKind::Entity(entity) if part.role == Role::Subject && !part.below => Some(entity),
        _ => None,
    })?;
    let stated = frame.period.as_ref()?;
    let places =
        action.entities.iter().all(|place| frame.entities().any(|entity| base.entities.within(entity, *place)));
    if !places || action.entities.is_empty() || !is_of_class(base, who, &class.head_lemma()?, other, stated) {
        return None;
    }
    let chosen = other.answers.iter().flat_map(|answer| answer.values()).find_map(|value| match value {
        Value::Date(date) => Some(date),
        _ => None,
    })?;
    let after = stated.from.zip(chosen.to).is_some_and(|(stated, chosen)| stated > chosen);
    let before = stated.to.zip(chosen.from).is_some_and(|(stated, chosen)| stated < chosen);
    let (which, how) = match selector {
        Selector::Last if after => ("last", "later"),
        Selector::First if before => ("first", "earlier"),
        _ => return None,
    };
    let describe = |date: &DateSet| Value::Date(date.clone()).describe();
    Some(format!("{} is {how} than {}, when the {which} one did", describe(stated), describe(chosen)))
}

/// Whether the entity is the one that the claim names, or held an office of the class's name at the time.
fn is_of_class(base: &Base, who: EntityId, class: &str, other: &Frame, when: &DateSet) -> bool {
    let answers = other.answers.iter().flat_map(|answer| &answer.accepted);
    let named = answers.into_iter().any(|expected| matches!(expected, Expected::Entity(entity) if *entity == who));
    named
        || base.rulebook.entity(who).is_some_and(|entity| {
            entity.classes.iter().any(|held| {
                let began = held.from.zip(when.to).is_none_or(|(from, to)| from <= to);
                let lasted = held.to.zip(when.from).is_none_or(|(to, from)| to >= from);
                began && lasted && held.title.split_whitespace().next() == Some(class)
            })
        })
}
