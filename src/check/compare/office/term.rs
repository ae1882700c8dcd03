//! When a term began and ended: "mayor since 2019", "took office in March", "stepped down as minister in 2022".

use super::title::{Occurrence, Prefix, Title};
use crate::article::mention::{How, What};
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Term;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, DateSet, Hedge, Op, Precision, Value};
use jiff::civil::Date;

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// Judges the dates that are given for the holder's taking or leaving office.
pub fn judge(frame: &Frame, sentence: &Sentence, title: &Title, found: &[Occurrence], out: &mut Vec<Judged>) {
    let FrameShape::Office { term: Some(term), holder: Some(holder), .. } = &frame.shape else { return };
    for verb in 0..sentence.forms.len() {
        let Some(end) = event(sentence, title, found, verb) else { continue };
        let subject = slots_of(sentence, verb)
            .into_iter()
            .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
            .find_map(|(_, word)| holder_at(sentence, word));
        if !subject.is_some_and(|(entity, how)| entity == *holder && how <= How::Carried)
            || !matches!(voice_of(sentence, verb), Ok((_, false)))
        {
            continue;
        }
        let Some(expected) = date_of(term, end) else { continue };
        for value in &sentence.values {
            let Some(reading @ Value::Date(date)) = value.mention.readings.first() else { continue };
            let own =
                nearest_verb(sentence, value.head) == Some(verb) || sentence.tree.words[value.head].head == Some(verb);
            let bound = sentence.has_case(value.head, &["until", "before", "after", "from", "than", "for", "by"]);
            let since = sentence.has_case(value.head, &["since"]);
            if !own || bound || since != is_state(sentence, verb) || !date.is_resolved() {
                continue;
            }
            // Somebody with several terms took office several times.
            if others(frame, sentence, title).iter().any(|other| {
                date_of(other, end).is_some_and(|known| {
                    value::compare(reading, Op::Equal, &Value::Date(known)).agreement == Agreement::Supported
                })
            }) {
                continue;
            }
            let comparison = value::compare(reading, Op::Equal, &Value::Date(expected.clone()));
            let verdict = match comparison.agreement {
                Agreement::Conflict => Verdict::Conflict,
                Agreement::Imprecise => Verdict::Imprecise,
                Agreement::Supported => Verdict::Supported,
                Agreement::Unrelated => continue,
            };
            let span = sentence.span_of([verb]).to(value.mention.span);
            out.push(Judged {
                verdict,
                code: if verdict == Verdict::Supported { "agrees" } else { "wrong-term" },
                fact: Some(frame.fact),
                sentence: sentence.index,
                word: verb,
                span: if span.len() <= 160 { span } else { value.mention.span },
                focus: value.mention.span,
                says: value.mention.span.of(sentence.text()).to_owned(),
                expected: Value::Date(expected.clone()).describe(),
                because: vec![
                    format!(
                        "“{}” is when the term {}",
                        span.of(sentence.text()),
                        if end == End::From { "began" } else { "ended" }
                    ),
                    comparison.because,
                ],
                confidence: 0.88,
                suggestion: None,
            });
        }
    }
}

/// Who stands at `word`: "the sheriff, Ann Pell" is Ann Pell, whoever else was sheriff.
fn holder_at(sentence: &Sentence, word: usize) -> Option<(EntityId, How)> {
    let apposed = sentence
        .tree
        .children(word)
        .find(|&child| sentence.is(child, Deprel::Appos))
        .and_then(|child| sentence.entity_at(child));
    apposed.or_else(|| {
        sentence
            .entity_at(word)
            .filter(|_| !sentence.mention_at(word).is_some_and(|mention| matches!(mention.what, What::Description(_))))
    })
}

/// Which end of a term the verb tells, if it speaks of this office.
fn event(sentence: &Sentence, title: &Title, found: &[Occurrence], verb: usize) -> Option<End> {
    let lemma = sentence.lemma(verb);
    let below = sentence.subtree(verb);
    let titled = found.iter().any(|occurrence| {
        matches!(occurrence.prefix, Prefix::None)
            && (occurrence.head == verb || sentence.tree.words[occurrence.head].head == Some(verb))
    });
    if is_state(sentence, verb) {
        return titled.then_some(End::From);
    }
    if sentence.upos(verb) != Upos::Verb {
        return None;
    }
    let office = below.iter().any(|&word| {
        sentence.tree.words[word].head == Some(verb)
            && matches!(sentence.lemma(word), "office" | "post" | "power" | "helm" | "job" | "role" | "charge")
    });
    let owner =
        below.iter().any(|&word| sentence.entity_at(word).is_some_and(|(entity, _)| title.owners.contains(&entity)));
    let over = sentence.tree.children(verb).any(|child| sentence.forms[child] == "over");
    match lemma {
        "become" | "appoint" | "name" | "elect" | "install" | "inaugurate" if titled => Some(End::From),
        "swear" if titled => Some(End::From),
        "take" | "assume"
            if titled && over || office && (titled || owner || sole(title, sentence, verb)) || over && owner =>
        {
            Some(End::From)
        }
        "resign" | "quit" | "retire" | "leave" if titled => Some(End::To),
        "step" | "stand"
            if titled
                && sentence
                    .tree
                    .children(verb)
                    .any(|child| matches!(sentence.forms[child].as_str(), "down" | "aside")) =>
        {
            Some(End::To)
        }
        "leave" | "quit" if office && sole(title, sentence, verb) => Some(End::To),
        _ => None,
    }
}

/// "has been mayor", "has served as mayor": a state that a "since" bounds.
fn is_state(sentence: &Sentence, verb: usize) -> bool {
    let perfect = sentence
        .tree
        .children(verb)
        .any(|child| matches!(sentence.forms[child].as_str(), "has" | "have" | "'s" | "’s"));
    let been = sentence.tree.children(verb).any(|child| sentence.forms[child] == "been");
    perfect
        && (been && sentence.upos(verb) != Upos::Verb
            || matches!(sentence.lemma(verb), "serve" | "act" | "lead" | "head" | "chair"))
}

/// Whether the subject holds no other office that the rules know.
fn sole(title: &Title, sentence: &Sentence, verb: usize) -> bool {
    let Some((person, _)) = slots_of(sentence, verb)
        .into_iter()
        .filter(|(slot, _)| *slot == Slot::Subject)
        .find_map(|(_, word)| sentence.entity_at(word))
    else {
        return false;
    };
    let held: Vec<Title> = sentence
        .base()
        .frames
        .iter()
        .filter(|other| matches!(&other.shape, FrameShape::Office { holder, .. } if *holder == Some(person)))
        .filter_map(|other| Title::of(other, sentence))
        .collect();
    held.iter().all(|other| other.same_office(title))
}

/// Further terms of the same holder in the same office.
fn others(frame: &Frame, sentence: &Sentence, title: &Title) -> Vec<Term> {
    let FrameShape::Office { holder, .. } = &frame.shape else { return Vec::new() };
    sentence
        .base()
        .frames
        .iter()
        .filter(|other| other.fact != frame.fact)
        .filter_map(|other| match &other.shape {
            FrameShape::Office { holder: theirs, term, .. }
                if theirs == holder && Title::of(other, sentence).is_some_and(|theirs| theirs.same_office(title)) =>
            {
                *term
            }
            _ => None,
        })
        .collect()
}

fn date_of(term: &Term, end: End) -> Option<DateSet> {
    let (day, precision) = match end {
        End::From => (term.from?, term.from_precision),
        End::To => (term.to?, term.to_precision),
    };
    let (from, to) = match (precision, end) {
        (Precision::Year, _) => (Date::new(day.year(), 1, 1).ok()?, Date::new(day.year(), 12, 31).ok()?),
        (Precision::Month, _) => (day.first_of_month(), day.last_of_month()),
        _ => (day, day),
    };
    Some(DateSet {
        from: Some(from),
        to: Some(to),
        precision,
        relative: false,
        hedge: Hedge::Exact,
        weekday_agrees: None,
    })
}

fn nearest_verb(sentence: &Sentence, word: usize) -> Option<usize> {
    sentence.ancestors(word).into_iter().find(|&up| sentence.upos(up) == Upos::Verb || sentence.clause(up) == up)
}
