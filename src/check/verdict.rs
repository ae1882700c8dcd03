//! A judged statement → finding: severity by voice, message, and which of several judgements stands.

use super::compare::amount::agrees;
use super::frame::{Answer, Frame, FrameShape};
use super::index::MOST_CLAIMS;
use super::scene::{Scene, Sentence};
use super::{Finding, Suggestion, Verdict, Voice};
use crate::article::clause::{Assertion, Modality};
use crate::article::mention::What;
use crate::rulebook::{Fact, FactId, Severity};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};

/// What a comparer says of a statement before voice and rivals are weighed.
#[derive(Clone, Debug)]
pub struct Judged {
    pub verdict: Verdict,
    pub code: &'static str,
    pub fact: Option<FactId>,
    /// Index of the sentence in the scene.
    pub sentence: usize,
    /// The word whose clause asserts it.
    pub word: usize,
    /// The words that assert.
    pub span: Span,
    /// The value or name inside it that was compared.
    pub focus: Span,
    pub says: String,
    pub expected: String,
    pub because: Vec<String>,
    /// From 0 to 1: how sure it is that the statement concerns the claim.
    pub confidence: f32,
    pub suggestion: Option<Suggestion>,
}

/// Why a clause is not judged, or the voice it is asserted in.
pub fn voice_of(sentence: &Sentence, word: usize) -> Result<(Voice, bool), Modality> {
    let assertion = sentence.assertion(word);
    if let Some(modality) = modality_of(sentence, word, &assertion) {
        return Err(modality);
    }
    let speaker = assertion.attributed.flatten().map(|word| {
        let entity = sentence.entity_at(word).map(|(entity, _)| sentence.base().entities.name_of(entity).to_owned());
        entity.unwrap_or_else(|| written(sentence, word))
    });
    let voice = if sentence.is_quoted(word) {
        Voice::Quoted(speaker.unwrap_or_default())
    } else if let Some(speaker) = speaker {
        Voice::Attributed(speaker)
    } else {
        Voice::Own
    };
    Ok((voice, assertion.negated))
}

/// What keeps the clause of `word`, put forward so, from being judged.
pub fn modality_of(sentence: &Sentence, word: usize, assertion: &Assertion) -> Option<Modality> {
    if assertion.modality.is_some() {
        return assertion.modality;
    }
    // "“Is there a deal?” a reporter shouted."
    let at = sentence.tree.words[word].span;
    let asked = sentence.quotes.iter().any(|quote| {
        let rest = quote.of(sentence.text()).get(at.end.saturating_sub(quote.start)..).unwrap_or_default();
        quote.contains(at) && rest.chars().find(|c| matches!(c, '.' | '!' | '?')) == Some('?')
    });
    if asked {
        Some(Modality::Question)
    } else if assertion.attributed.is_some() && is_rebutted(sentence) {
        Some(Modality::Debunked)
    } else if is_taken_back(sentence, word, assertion.attributed.flatten()) {
        Some(Modality::Corrected)
    } else {
        planned_before(sentence, word).then_some(Modality::Plan)
    }
}

/// The speaker's name with all of its words; a pronoun that stands for nobody known names nobody.
fn written(sentence: &Sentence, word: usize) -> String {
    // "The 24-year-old" is nobody's name.
    let nameless = sentence.mention_at(word).is_some_and(|mention| matches!(mention.what, What::Pronoun(_)));
    if sentence.upos(word) == Upos::Pron || nameless {
        return String::new();
    }
    let named =
        |part: &usize| *part == word || matches!(sentence.tree.words[*part].deprel, Deprel::Flat | Deprel::Compound);
    let name = sentence.subtree(word).into_iter().filter(named);
    sentence.span_of(name).of(sentence.text()).to_owned()
}

/// "Corrections. On Monday we gave the length as": under such a head, what the house said is what it takes back; so is what a
/// correction itself is made to say, and what the next sentence puts right.
fn is_taken_back(sentence: &Sentence, word: usize, speaker: Option<usize>) -> bool {
    let lists = &crate::lexicon::words().modality;
    if speaker.is_some_and(|speaker| lists.slips.matches(&sentence.tree, &sentence.forms, speaker)) {
        return true;
    }
    // "Our bulletin", "Monday's e-mail".
    let is_paper = |word: usize| {
        let lemma = sentence.lemma(word).to_lowercase();
        (lists.outlets.contains(&lemma) || lists.pieces.contains(&lemma))
            && sentence.tree.children(word).any(|child| {
                sentence.is(child, Deprel::NmodPoss)
                    || matches!(sentence.forms[child].as_str(), "earlier" | "previous" | "original")
            })
    };
    let is_house = |word: usize| matches!(sentence.forms[word].as_str(), "we" | "i") || is_paper(word);
    let subject = |clause: usize| sentence.tree.children(clause).find(|&child| sentence.is(child, Deprel::Nsubj));
    // "We told you that the tower stood": the house says what the clause within its own says.
    let above = || sentence.ancestors(word).into_iter().filter_map(subject).any(is_house);
    let own = speaker.or_else(|| subject(sentence.clause(word))).is_some_and(is_house);
    if !own && !above() {
        return false;
    }
    let has = |other: &Sentence, words: std::ops::Range<usize>, list: &crate::lexicon::words::Phrases| {
        words.into_iter().any(|at| list.matches(&other.tree, &other.forms, at))
    };
    let beside = |index: Option<usize>| {
        let index = index.filter(|&index| index < sentence.scene.readings.len())?;
        Some(Sentence { scene: sentence.scene, index })
    };
    let headed = beside(sentence.index.checked_sub(1))
        .is_some_and(|head| head.forms.len() <= HEAD_WORDS && has(&head, 0..head.forms.len(), &lists.slips));
    let opened = || has(sentence, 0..word.min(2), &lists.slips);
    let put_right = || {
        beside(Some(sentence.index + 1)).is_some_and(|next| {
            next.forms.len() <= ANSWER_WORDS
                && (has(&next, 0..next.forms.len(), &lists.slips) || has(&next, 0..next.forms.len(), &lists.put_right))
        })
    };
    headed || opened() || put_right()
}

/// "Some say that the mill was never insured. In fact …": what somebody says, and the next sentence sets aside.
fn is_rebutted(sentence: &Sentence) -> bool {
    let index = sentence.index + 1;
    let rebuttals = &crate::lexicon::words().modality.rebuttals;
    sentence.scene.readings.get(index).is_some_and(|next| {
        let words: Vec<&str> = next.forms.iter().map(String::as_str).take(4).collect();
        // "Nonsense, of course." "But that is not so."
        let first = usize::from(words.first().is_some_and(|word| matches!(*word, "but" | "this" | "that" | "it")));
        rebuttals.contains(words.get(first).copied().unwrap_or_default())
            || rebuttals.begins(&words)
            || words.get(first..).is_some_and(|words| rebuttals.begins(words))
    })
}

/// As many words a head over corrections has at most.
const HEAD_WORDS: usize = 6;
/// As many words a sentence has at most that puts the one before right.
const ANSWER_WORDS: usize = 16;

/// "scheduled to last", "budgeted at": a plan right before the word, whatever the tree makes of it.
fn planned_before(sentence: &Sentence, word: usize) -> bool {
    let plan = &crate::lexicon::words().modality.plan;
    let from = word.saturating_sub(4);
    (from..word).any(|at| {
        let verb = matches!(sentence.upos(at), crate::syntax::Upos::Verb | crate::syntax::Upos::Adj);
        verb && sentence.forms.get(at + 1).is_some_and(|next| next == "to")
            && sentence.upos(word) == crate::syntax::Upos::Verb
            && plan.matches(&sentence.tree, &sentence.forms, at)
    }) || sentence.upos(word) == crate::syntax::Upos::Verb
        && matches!(sentence.lemma(word), "budget" | "schedule" | "forecast" | "project" | "plan" | "expect")
}

/// By how much one claim must be surer than another to have a place for itself.
const MARGIN: f32 = 0.15;

/// Judgements → findings in text order. Of several judgements of one claim on the same words the surest stands, support
/// before conflict where they tie; a conflict about words that support a sibling claim falls away.
pub fn settle(scene: &Scene, judged: Vec<Judged>) -> Vec<Finding> {
    let mut kept: Vec<Judged> = Vec::new();
    let mut judged = judged;
    judged.sort_by(|a, b| {
        (a.fact, a.span.start, a.span.end, a.verdict)
            .cmp(&(b.fact, b.span.start, b.span.end, b.verdict))
            .then(b.confidence.total_cmp(&a.confidence))
    });
    // "The mill burnt down on 3 June": that it burnt down makes the day no righter.
    let wrong_figure = |judged: &Judged| judged.verdict == Verdict::Conflict && judged.code.ends_with("-mismatch");
    let event = |judged: &Judged| {
        let is_event = |fact| matches!(scene.base.frame(fact).shape, FrameShape::Event);
        judged.verdict == Verdict::Supported && judged.code == "agrees" && judged.fact.is_some_and(is_event)
    };
    for candidate in &judged {
        let rival = judged.iter().any(|other| {
            !std::ptr::eq(other, candidate)
                && other.fact == candidate.fact
                && other.sentence == candidate.sentence
                && other.span.overlaps(candidate.span)
                && (wrong_figure(other) && event(candidate)
                    || !(wrong_figure(candidate) && event(other)) && beats(other, candidate))
        });
        let own_words = |judged: &Judged| {
            let lemma = scene.readings[judged.sentence].lemma(judged.word);
            judged.fact.is_some_and(|fact| says(scene.base.frame(fact), lemma))
        };
        // What contradicts itself does so whatever else its words support. A name may well have a part in two statements.
        let same_statement = |other: &Judged| {
            let at = scene.readings[other.sentence].tree.words[other.word].span;
            other.word == candidate.word || other.focus.contains(at)
        };
        let sibling = candidate.verdict != Verdict::Supported
            && candidate.fact.is_some()
            && judged.iter().any(|other| {
                other.fact != candidate.fact
                    && other.verdict == Verdict::Supported
                    && other.sentence == candidate.sentence
                    && other.focus.overlaps(candidate.focus)
                    && same_statement(other)
                    && (!own_words(candidate) || own_words(other))
                    && other.confidence + 0.15 >= candidate.confidence
            });
        // Of several claims that one figure or name contradicts, the surest is meant.
        let meant = candidate.verdict == Verdict::Conflict
            && candidate.fact.is_some()
            && judged.iter().any(|other| {
                other.verdict == Verdict::Conflict
                    && other.fact != candidate.fact
                    && other.fact.is_some()
                    && other.sentence == candidate.sentence
                    && other.focus == candidate.focus
                    && other.confidence >= candidate.confidence + MARGIN
            });
        let anothers = candidate.verdict == Verdict::Conflict && belongs_to_another(scene, candidate);
        // One finding for each claim and place, however many ways lead to it.
        let again = kept.iter().any(|known| {
            known.fact == candidate.fact
                && (known.span == candidate.span
                    || known.verdict == candidate.verdict && known.focus == candidate.focus)
        });
        let put_right = candidate.verdict == Verdict::Conflict && is_put_right(scene, candidate);
        if !rival && !sibling && !meant && !anothers && !again && !put_right {
            kept.push(candidate.clone());
        }
    }
    let mut findings: Vec<Finding> = kept.into_iter().filter_map(|judged| finding(scene, judged)).collect();
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.fact));
    findings
}

/// "Opened" belongs to the claim that says "opened", not to the one about the same film that says "premiered".
fn belongs_to_another(scene: &Scene, judged: &Judged) -> bool {
    let Some(fact) = judged.fact else { return false };
    let lemma = scene.readings[judged.sentence].lemma(judged.word);
    let frame = scene.base.frame(fact);
    // "The last to leave" says nothing of how long anything lasted: a rank is no claim's word.
    let rank = matches!(frame.shape, FrameShape::Selector { .. })
        && scene.readings[judged.sentence].upos(judged.word) != crate::syntax::Upos::Verb;
    if rank || says(frame, lemma) {
        return false;
    }
    let is_closer = |other: &Frame| {
        other.fact != fact
            && says(other, lemma)
            && other.head.relations.iter().all(|relation| !frame.head.relations.contains(relation))
            && other.entities().any(|entity| frame.entities().any(|own| own == entity))
    };
    scene.base.index.worded(lemma).iter().take(MOST_CLAIMS).any(|id| is_closer(scene.base.frame(*id)))
}

/// Whether the claim itself says the word.
fn says(frame: &Frame, lemma: &str) -> bool {
    frame.head.concept.text.eq_ignore_ascii_case(lemma)
}

/// The code of a support that speaks of one figure of a sentence claim, and leaves the rest of it open.
pub const AGREES_IN_PART: &str = "agrees-in-part";

/// "We said that it began at nine. It was ten." Where the next sentence gives the claim's own figure, the one before it is
/// taken back.
fn is_put_right(scene: &Scene, judged: &Judged) -> bool {
    let (Some(fact), Some(next)) = (judged.fact, scene.readings.get(judged.sentence + 1)) else { return false };
    let opens = next.forms.iter().find(|form| form.chars().any(char::is_alphanumeric)).is_some_and(|form| {
        matches!(form.as_str(), "it" | "they" | "that" | "make" | "not" | "no" | "actually" | "sorry" | "wrong")
    });
    let frame = scene.base.frame(fact);
    let accepted =
        || std::iter::once(frame).chain(&frame.questions).flat_map(|frame| &frame.answers).flat_map(Answer::values);
    opens
        && next.block == scene.readings[judged.sentence].block
        && next.values.iter().take(2).any(|value| {
            value.mention.readings.iter().any(|reading| accepted().any(|claimed| agrees(reading, claimed)))
        })
}

fn beats(one: &Judged, other: &Judged) -> bool {
    // That one figure is right makes no other one right.
    let conflict = |judged: &Judged| judged.verdict == Verdict::Conflict;
    if conflict(one) && other.code == AGREES_IN_PART || conflict(other) && one.code == AGREES_IN_PART {
        return conflict(one) || one.focus == other.focus && one.confidence > other.confidence;
    }
    let rank = |judged: &Judged| (judged.confidence * 20.0).round() as i32;
    let support = |judged: &Judged| judged.verdict == Verdict::Supported;
    // What agrees as a whole agrees in its parts.
    if support(one) && support(other) && one.code != other.code {
        return other.code == AGREES_IN_PART;
    }
    (rank(one), support(one)) > (rank(other), support(other))
}

fn finding(scene: &Scene, judged: Judged) -> Option<Finding> {
    let sentence = Sentence { scene, index: judged.sentence };
    let (voice, _) = voice_of(&sentence, judged.word).unwrap_or((Voice::Own, false));
    let fact = judged.fact.map(|id| &scene.base.rulebook.facts[id.0]);
    let own = fact.map_or(Severity::Error, |fact| fact.severity);
    let severity = match judged.verdict {
        Verdict::Conflict if voice == Voice::Own => own,
        Verdict::Conflict => lower(own),
        Verdict::Imprecise => own.min(Severity::Warning),
        _ => Severity::Info,
    };
    let message = message(&judged, fact, &voice);
    let mut because = judged.because;
    match &voice {
        Voice::Attributed(who) => because.push(format!("the article attributes it to {who}")),
        Voice::Quoted(who) if !who.is_empty() => because.push(format!("it stands in a quotation of {who}")),
        _ => {}
    }
    Some(Finding {
        verdict: judged.verdict,
        severity,
        code: judged.code,
        fact: judged.fact,
        span: judged.span,
        says: judged.says,
        expected: judged.expected,
        message,
        because,
        voice,
        suggestion: judged.suggestion.filter(|_| judged.verdict != Verdict::Supported),
    })
}

fn lower(severity: Severity) -> Severity {
    match severity {
        Severity::Error => Severity::Warning,
        _ => Severity::Info,
    }
}

fn message(judged: &Judged, fact: Option<&Fact>, voice: &Voice) -> String {
    let Some(fact) = fact else {
        return format!("The text says {}; it should be {}.", judged.says, judged.expected);
    };
    let day = |date: jiff::civil::Date| date.strftime("%-d %b %Y").to_string();
    let mut from: Vec<String> = fact.source.iter().map(|source| source.name.clone()).collect();
    from.extend(fact.as_of.map(|date| format!("as of {}", day(date))));
    let from = if from.is_empty() { String::new() } else { format!(" ({})", from.join(", ")) };
    if judged.code == "wrong-speaker" {
        return format!("Rule says {}{from}; the text says {}.", judged.expected, judged.says);
    }
    let speaker = match voice {
        Voice::Quoted(who) if !who.is_empty() => format!("{who}, quoted, says"),
        Voice::Attributed(who) if !who.is_empty() => format!("the text, citing {who}, says"),
        _ => "the text says".to_owned(),
    };
    match judged.verdict {
        Verdict::Supported => format!("Rule says {}{from}; {speaker} {}, which agrees.", judged.expected, judged.says),
        Verdict::Imprecise => {
            format!("Rule says {}{from}; {speaker} {}, which is loose.", judged.expected, judged.says)
        }
        _ => format!("Rule says {}{from}; {speaker} {}.", judged.expected, judged.says),
    }
}
