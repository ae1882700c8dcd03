//! `check(article, rulebook) → findings`.

pub mod among;
pub mod base;
pub mod binding;
pub mod compare;
pub mod concern;
pub mod evidence;
pub mod frame;
pub mod index;
mod lines;
pub mod reason;
pub mod rerank;
pub mod scene;
pub mod setting;
pub mod site;
pub mod understand;
pub mod unify;
pub mod verdict;
pub mod weigh;

use crate::article::mention::{Hit, NameKind};
use crate::article::reading::{quotations, read};
use crate::article::sentence::sentences;
use crate::article::{Article, BlockKind, coreference};
use crate::lexicon::wording::capitalised;
use crate::rulebook::EntityId;
use crate::rulebook::{FactId, Rulebook, Severity};
use crate::span::Span;
use crate::syntax;
use crate::value;
use base::Base;
use jiff::civil::Date;
use reason::Reason;
use scene::{Scene, Sentence, Topic, Trace};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[rustfmt::skip]
pub enum Verdict { Conflict, Imprecise, Supported, Unchecked }

impl Verdict {
    /// The word for it in reports and under `tests:`.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Conflict => "conflict",
            Verdict::Imprecise => "imprecise",
            Verdict::Supported => "supported",
            Verdict::Unchecked => "unchecked",
        }
    }
}

/// A judged statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub verdict: Verdict,
    /// After the step down for statements outside the paper's own voice. Meaningless for support.
    pub severity: Severity,
    /// Stable, named for the problem: `quantity-mismatch`, `wrong-name`, `misquotation` …
    pub code: &'static str,
    /// `None` for what contradicts itself (a weekday and its date) and for unchecked statements.
    pub fact: Option<FactId>,
    /// The words that assert, in the article's text.
    pub span: Span,
    /// What the article says, in a few words: "2 hours".
    pub says: String,
    /// What the rule expects: "about 3 hours (2 h 30 min to 3 h 30 min)".
    pub expected: String,
    /// One sentence for a person: "Rule says 2013 (State Department, as of 15 Aug 2025); the text says 2014."
    pub message: String,
    /// Why the statement concerns the claim, and how the values were compared, in order.
    pub because: Vec<String>,
    pub voice: Voice,
    pub suggestion: Option<Suggestion>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    Own,
    Attributed(String),
    Quoted(String),
}

/// Words that would make the statement agree, in place of the words under `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub span: Span,
    pub text: String,
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    /// For articles that carry no date.
    pub date: Option<Date>,
    /// The claim whose way through the check is to be told in [`Checked::trace`].
    pub trace: Option<String>,
}

/// Findings of one article in text order, and how many checkable statements it makes.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub findings: Vec<Finding>,
    /// Checkable statements, judged or not.
    pub statements: usize,
    /// What became of the claim that [`Options::trace`] names, line by line.
    pub trace: Vec<String>,
    /// Why that claim is silent about a sentence: the nearest reason for each sentence that it does not judge.
    pub silences: Vec<(Span, Reason)>,
}

/// Something in an article that a fact may be about, or not.
#[derive(Clone, Debug)]
pub struct Doubt {
    pub weighed: rerank::Weighed,
    pub span: Span,
    pub agreement: value::Agreement,
    /// What keeps the statement from being judged.
    pub barred: Option<String>,
    pub signs: Vec<String>,
}

/// A rulebook made ready once, to check many articles.
pub struct Checker<'a> {
    base: Base<'a>,
}

impl<'a> Checker<'a> {
    pub fn new(rulebook: &'a Rulebook) -> Self {
        // Whoever checks needs both; neither waits for the other.
        rayon::join(crate::syntax::warm_up, crate::lexicon::warm_up);
        Self { base: Base::new(rulebook) }
    }

    /// Judges every statement of `article` that concerns a fact. Does no IO and cannot fail.
    pub fn check(&self, article: &Article, options: &Options) -> Checked {
        let mut scene = self.scene(article, options);
        scene.trace = options
            .trace
            .as_deref()
            .and_then(|id| self.base.rulebook.facts.iter().position(|fact| fact.id == id))
            .map(|at| Trace::new(FactId(at)));
        let facts = self.facts_for(&scene);
        let mut judged = Vec::new();
        for index in 0..scene.readings.len() {
            let sentence = Sentence { scene: &scene, index };
            if scene.readings[index].block == BlockKind::Boilerplate {
                continue;
            }
            compare::weekday::judge(&sentence, &mut judged);
            for &fact in &facts {
                compare::judge(self.base.frame(fact), &sentence, &mut judged);
            }
        }
        let frames: Vec<&frame::Frame> = facts.iter().map(|fact| self.base.frame(*fact)).collect();
        compare::judge_article(&frames, &scene, &mut judged);
        if let Some(trace) = &scene.trace {
            let ours = judged.iter().filter(|judged| judged.fact == Some(trace.fact));
            trace.judged.borrow_mut().extend(ours.map(|judged| judged.sentence));
        }
        let mut findings = verdict::settle(&scene, judged);
        let unchecked = unchecked(&scene, &findings);
        findings.extend(unchecked);
        findings.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.fact));
        let silences = silences(&scene, &findings);
        let trace = told(&scene, &silences, &findings);
        Checked { statements: findings.len(), findings, trace, silences }
    }

    /// What the checker takes a claim to say.
    pub fn understanding(&self, fact: FactId) -> Option<understand::Understanding> {
        understand::understanding(&self.base, fact)
    }

    /// Why no statement can ever concern a claim, where none can.
    pub fn gap(&self, fact: FactId) -> Option<crate::rulebook::consistency::Gap> {
        understand::gap(&self.base, fact)
    }

    /// What in `article` a fact might be about, with the signs for and against: what `examples/train_concern.rs` learns
    /// from.
    pub fn doubts(&self, article: &Article, options: &Options) -> Vec<Doubt> {
        let scene = self.scene(article, options);
        let facts = self.facts_for(&scene);
        let found = facts.iter().flat_map(|fact| compare::survey(self.base.frame(*fact), &scene));
        found
            .map(|candidate| Doubt {
                weighed: candidate.weighed(&scene),
                span: candidate.span(&scene),
                agreement: candidate.agreement(),
                barred: candidate.barred().map(|why| why.to_string()),
                signs: candidate.signs().to_vec(),
            })
            .collect()
    }

    fn scene<'s>(&'s self, article: &'s Article, options: &Options) -> Scene<'s> {
        self.scene_of(article, options, None)
    }

    /// The article laid out. `alike` where it is a claim, which some other is known to concern.
    fn scene_of<'s>(&'s self, article: &'s Article, options: &Options, alike: Option<&syntax::Alike>) -> Scene<'s> {
        let text: &str = article.text.as_str();
        let date = article.date.or(options.date);
        let context = value::Context { date };
        let hits = self.known_names(text);
        // An article that no fact can concern is read only where it may contradict itself.
        let near = self.facts_near(text, &hits);
        let concerned = alike.is_some() || self.may_concern(&near, &hits);
        let stands = alike.map(|alike| (alike, self.base.entities.stands(text, &hits)));
        let alike = stands.as_ref().map(|(alike, stands)| (*alike, stands.as_slice()));
        let mut readings = Vec::new();
        let mut topics: HashMap<EntityId, Topic> = HashMap::new();
        let numbered = lines::numbers(text, article.blocks.iter().map(|block| block.span));
        let live = lines::is_live(text, article.blocks.iter().map(|block| block.span));
        for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
            let quotes = quotations(text, block.span);
            let paragraph = block.span.of(text);
            let stamp = if live { lines::stamp(paragraph) } else { 0 };
            let body = Span::new(block.span.start + stamp + dateline(&paragraph[stamp..]), block.span.end);
            let (spans, figure) = lines::joined(text, sentences(text, body), &numbered);
            for span in spans {
                if !concerned && !names_weekday(span.of(text)) {
                    continue;
                }
                let mut reading = read(text, span, block.kind, &hits, &quotes, &context, alike);
                if let Some(figure) = figure.filter(|figure| span.contains(*figure)) {
                    reading.open_with(text, figure, &context);
                }
                readings.push(reading);
            }
        }
        readings.iter_mut().for_each(|reading| unify::disown(text, reading, &self.base.entities));
        coreference::resolve(text, &mut readings, &self.base.entities);
        for (index, reading) in readings.iter().enumerate() {
            for mention in &reading.mentions {
                if let Some(entity) = mention.entity {
                    let topic = topics.entry(EntityId(entity)).or_default();
                    topic.mentions += 1;
                    topic.leads |= index < 3 || reading.block == BlockKind::Title;
                }
            }
        }
        let matters = self.base.index.matters(topics.keys().copied());
        let is_dated = article.date.is_some();
        Scene {
            text,
            base: &self.base,
            near,
            readings,
            date,
            is_dated,
            topics,
            matters,
            claimed: OnceCell::new(),
            trace: None,
        }
    }
}

impl Checker<'_> {
    /// Names in the text, without those that do not count in it: common nouns of an event the article does not mention,
    /// surnames of people it does not name in full.
    fn known_names(&self, text: &str) -> Vec<Hit> {
        let entities = &self.base.entities;
        let mut hits = entities.names().find(text);
        let named = proper(&hits);
        let mut in_text: HashMap<usize, bool> = HashMap::new();
        hits.retain_mut(|hit| {
            hit.entities.retain(|&(entity, kind)| match kind {
                NameKind::Proper | NameKind::Demonym => true,
                NameKind::Short => named.contains(&entity),
                NameKind::Common => *in_text
                    .entry(entity)
                    .or_insert_with(|| self.mentions_any(text, entities.about(EntityId(entity)), &named)),
            });
            !hit.entities.is_empty()
        });
        hits
    }

    /// Whether any fact can apply, as far as names alone tell.
    fn may_concern(&self, near: &[FactId], hits: &[Hit]) -> bool {
        let named: HashSet<usize> = hits.iter().flat_map(|hit| &hit.entities).map(|(entity, _)| *entity).collect();
        near.iter().any(|id| {
            let frame = self.base.frame(*id);
            let mut entities = frame.entities().peekable();
            let answer = |entity: &frame::Expected| matches!(entity, frame::Expected::Entity(entity) if named.contains(&entity.0));
            entities.peek().is_none()
                || entities.any(|entity| named.contains(&entity.0))
                || frame.answers.iter().flat_map(|answer| &answer.accepted).any(answer)
        })
    }

    /// The facts that share names or words with the text and whose file is about it.
    fn facts_near(&self, text: &str, hits: &[Hit]) -> Vec<FactId> {
        let mut about: HashMap<&[String], bool> = HashMap::new();
        let mut near = self.base.index.near(text, hits);
        let named = proper(hits);
        near.retain(|id| {
            let words = &self.base.rulebook.facts[id.0].about;
            *about.entry(words).or_insert_with(|| self.mentions_any(text, words, &named))
        });
        near
    }

    /// Whether the text has one of the words, or, for what one of them names, another proper name: "Quill Air 12" for
    /// "Flight 12". An empty list asks for none.
    fn mentions_any(&self, text: &str, words: &[String], named: &HashSet<usize>) -> bool {
        let is_named = |word: &String| {
            let hits = self.base.entities.names().find(word);
            hits.iter()
                .filter(|hit| hit.span.len() == word.len())
                .flat_map(|hit| &hit.entities)
                .any(|(entity, kind)| *kind == NameKind::Proper && named.contains(entity))
        };
        has_any(text, words) || words.iter().any(is_named)
    }

    /// The facts that may apply to the article: it names their owner, or several other things of their file.
    fn facts_for(&self, scene: &Scene) -> Vec<FactId> {
        let concerns = |id: &FactId| {
            let frame = self.base.frame(*id);
            frame.entities().next().is_none()
                    || matches!(frame.shape, frame::FrameShape::Office { .. } | frame::FrameShape::Quotation { .. })
                    || frame.entities().any(|entity| scene.is_named(entity))
                    || is_named_value(scene, frame)
                    // "The rowers were brought ashore at Orley", in an article on the same matter that names another place.
                    || frame.owner.is_none()
                        && matches!(frame.shape, frame::FrameShape::Event)
                        && scene.topics.keys().any(|&entity| scene.is_topic(entity))
                    // "The operation took nine hours", where the article nowhere gives the operation its name.
                    || scene.is_on_matter(frame)
        };
        scene.near.iter().copied().filter(concerns).collect()
    }
}

/// Why the traced claim is silent about each sentence that it does not judge.
fn silences(scene: &Scene, findings: &[Finding]) -> Vec<(Span, Reason)> {
    let Some(trace) = &scene.trace else { return Vec::new() };
    let frame = scene.base.frame(trace.fact);
    let fact = scene.fact(frame);
    let mut silences = Vec::new();
    for (index, reading) in scene.readings.iter().enumerate() {
        let sentence = Sentence { scene, index };
        if findings.iter().any(|finding| finding.fact == Some(trace.fact) && finding.span.overlaps(reading.span)) {
            continue;
        }
        let stops = trace.stops.borrow();
        let nearest =
            stops.iter().filter(|(at, _)| *at == index).map(|(_, why)| why).max_by_key(|why| why.nearness()).cloned();
        let judged = trace.judged.borrow().contains(&index);
        silences.push((
            reading.span,
            match nearest {
                _ if judged => Reason::Overruled,
                Some(why) => why,
                None if !scene.near.contains(&trace.fact) && !has_any(scene.text, &fact.about) => {
                    Reason::OffTopic(fact.about.clone())
                }
                None => reason::plain(frame, &sentence),
            },
        ));
    }
    silences
}

/// The trace as lines: what the claim was understood to say, then each sentence with its verdict or the reason why it
/// has none, and what was weighed on the way.
fn told(scene: &Scene, silences: &[(Span, Reason)], findings: &[Finding]) -> Vec<String> {
    let Some(trace) = &scene.trace else { return Vec::new() };
    let mut lines = vec![scene.base.frame(trace.fact).explain(scene.base)];
    let notes = trace.lines.borrow();
    for (index, reading) in scene.readings.iter().enumerate() {
        lines.push(reading.span.of(scene.text).split_whitespace().collect::<Vec<_>>().join(" "));
        let verdicts = findings
            .iter()
            .filter(|finding| finding.fact == Some(trace.fact) && finding.span.overlaps(reading.span))
            .map(|finding| format!("  → {}: {}", finding.verdict.name(), finding.message));
        lines.extend(verdicts);
        let silence = silences.iter().find(|(span, _)| *span == reading.span);
        lines.extend(silence.map(|(_, why)| format!("  → silent: {why}")));
        lines.extend(notes.iter().filter(|(at, _)| *at == index).map(|(_, note)| format!("    {note}")));
    }
    lines
}

/// Statements that could be checked and that no fact covers: asserted clauses with a value in them.
fn unchecked(scene: &Scene, findings: &[Finding]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (index, reading) in scene.readings.iter().enumerate() {
        let sentence = Sentence { scene, index };
        let mut clauses: Vec<usize> = Vec::new();
        for value in &reading.values {
            let clause = reading.clause(value.head);
            let judged = findings.iter().any(|finding| finding.span.overlaps(value.mention.span));
            if judged || clauses.contains(&clause) || reading.is_quoted(value.head) {
                continue;
            }
            let Ok((voice, _)) = verdict::voice_of(&sentence, value.head) else { continue };
            clauses.push(clause);
            found.push(Finding {
                verdict: Verdict::Unchecked,
                severity: Severity::Info,
                code: "unchecked",
                fact: None,
                span: value.mention.span,
                says: value.mention.span.of(scene.text).to_owned(),
                expected: String::new(),
                message: String::new(),
                because: Vec::new(),
                voice,
                suggestion: None,
            });
        }
    }
    found
}

/// The length of a dateline at the beginning of a paragraph: "WASHINGTON (AP) — ", "Anchorage, Alaska — ".
fn dateline(paragraph: &str) -> usize {
    let Some(at) = ["—", "–", "-- "].iter().filter_map(|dash| paragraph.find(dash)).min() else { return 0 };
    let head = &paragraph[..at];
    let place = head.chars().count() <= 60
        && head.ends_with(char::is_whitespace)
        && head.contains(char::is_alphabetic)
        && head.split_whitespace().all(|word| {
            let first = word.trim_start_matches('(').chars().next();
            first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                || matches!(word, "of" | "de" | "and" | "the" | "via" | "/")
        })
        && head.split_whitespace().any(|word| {
            word.ends_with(',')
                || word.starts_with('(')
                || word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        });
    if !place {
        return 0;
    }
    let rest = paragraph[at..].trim_start_matches(['—', '–', '-', ' ']);
    paragraph.len() - rest.len()
}

fn names_weekday(words: &str) -> bool {
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mon.",
        "Tue",
        "Wed.",
        "Thu",
        "Fri.",
        "Sat.",
        "Sun.",
    ]
    .iter()
    .any(|day| words.contains(day))
}

/// Whether one of the entities that a frame accepts as its value is named: "France's capital" may go unsaid.
fn is_named_value(scene: &Scene, frame: &frame::Frame) -> bool {
    frame
        .answers
        .iter()
        .flat_map(|answer| &answer.accepted)
        .any(|expected| matches!(expected, frame::Expected::Entity(entity) if scene.is_named(*entity)))
}

/// What the text calls by a proper name.
fn proper(hits: &[Hit]) -> HashSet<usize> {
    let entities = hits.iter().flat_map(|hit| &hit.entities);
    entities.filter(|(_, kind)| *kind == NameKind::Proper).map(|(entity, _)| *entity).collect()
}

/// Whether the text has one of the words; an empty list asks for none.
fn has_any(text: &str, words: &[String]) -> bool {
    let has = |word: &str| {
        text.match_indices(word).any(|(at, found)| {
            let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            let after = text[at + found.len()..].chars().next().is_some_and(char::is_alphanumeric);
            !before && !after
        })
    };
    // "harvest" is met by "the Harvest Fair" and at the head of a sentence; a name is met as it is written.
    words.is_empty()
        || words.iter().any(|word| has(word) || has(&capitalised(word)) || text.contains(&word.to_uppercase()))
}

/// Judges every statement of `article` that concerns a fact. Does no IO and cannot fail.
/// For many articles make one [`Checker`].
pub fn check(article: &Article, rulebook: &Rulebook, options: &Options) -> Checked {
    Checker::new(rulebook).check(article, options)
}

#[cfg(test)]
mod tests {
    use super::has_any;

    #[test]
    fn a_word_in_lower_case_is_met_with_a_capital_and_a_name_as_it_is_written() {
        let met = |text: &str, word: &str| has_any(text, &[word.to_owned()]);
        assert!(met("The Harvest Fair was long.", "harvest"));
        assert!(met("HARVEST IS IN", "harvest"));
        assert!(!met("Harvesters sing.", "harvest"));
        assert!(met("In Reading, it rained.", "Reading"));
        assert!(!met("She was reading.", "Reading"));
        assert!(met("Über allem", "über"));
    }
}
