//! `last murder in Corley = 1997`: what "no murder since", "the first murder since" and "the last time" say of the last
//! event of a kind.

use super::gap::elapsed_judgement;
use super::{date_judgement, fit};
use crate::article::clause::{Modality, is_negation};
use crate::article::mention::What;
use crate::check::compare::name::{NameMatch, compare as compare_name, stated};
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::unify::foreign_modifier;
use crate::check::verdict::Judged;
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Claim;
use crate::syntax::Upos;
use crate::value::{Dimension, Kind, Value};
use std::ops::Range;

/// Judges what a sentence says of the time since the last event of the claim's kind.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    if !asks_when_last(frame) {
        return;
    }
    let own = |word: &usize| {
        matches!(sentence.upos(*word), Upos::Noun)
            && frame.head.concept.weight_of(&sentence.lemma(*word).to_lowercase()).is_some_and(|weight| weight >= 0.9)
    };
    let nouns: Vec<usize> = (0..sentence.forms.len()).filter(own).collect();
    for noun in nouns {
        let Some(way) = way(frame, sentence, noun) else { continue };
        let modality = sentence.assertion(noun).modality;
        if matches!(modality, Some(Modality::Question | Modality::Debunked | Modality::Denial))
            || !is_of_kind(frame, sentence, noun)
            || !is_placed(frame, sentence)
        {
            continue;
        }
        told(frame, sentence, noun, &way, out);
    }
}

/// How a sentence speaks of the last one.
enum Way {
    /// "no murder", "the first murder": the last was when "since" says, or as long ago as "in" says.
    Since,
    /// "the last time there was a murder was": the words that say when.
    LastTime(Range<usize>),
}

/// The claim has the last event of a kind and its day.
fn asks_when_last(frame: &Frame) -> bool {
    matches!(frame.shape, FrameShape::Attribute)
        && frame.modifiers.first().is_some_and(|first| first.text == "last")
        && frame.answers.iter().any(|answer| answer.values().any(|value| value.kind() == Kind::Date))
}

fn way(frame: &Frame, sentence: &Sentence, noun: usize) -> Option<Way> {
    let forms = &sentence.forms;
    let last = (1..noun).find(|&time| forms[time] == "time" && forms[time - 1] == "last" && noun - time <= 8);
    if let Some(was) =
        last.and_then(|_| (noun + 1..forms.len()).find(|&word| matches!(forms[word].as_str(), "was" | "came")))
    {
        return Some(Way::LastTime(was + 1..forms.len().min(was + 4)));
    }
    let first = (noun.saturating_sub(5)..noun).any(|word| {
        forms[word] == "first" && (word + 1..noun).all(|word| !matches!(sentence.upos(word), Upos::Verb | Upos::Punct))
    });
    let clause = sentence.clause(noun);
    let denied = (0..forms.len()).any(|word| {
        (is_negation(&forms[word]) || forms[word] == "no")
            && (word < noun || forms.get(word + 1).is_some_and(|next| next == "since"))
            && (sentence.clause(word) == clause || noun > word && noun - word <= 4)
    });
    (first || denied && happens(frame, sentence, noun)).then_some(Way::Since)
}

/// Whether the clause of the noun says that there was one: "there was no murder", not "no murder was solved".
fn happens(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let verb = sentence.clause(noun);
    if sentence.upos(verb) != Upos::Verb {
        return true;
    }
    let lemma = sentence.lemma(verb).to_lowercase();
    let lists = &words().verbs;
    lists.light.contains(&lemma)
        || lists.support.contains(&lemma)
        || lists.occurring.contains(&lemma)
        || frame.modifiers.iter().any(|own| own.weight_of(&lemma).is_some())
}

/// Whether the noun is of the claim's kind, no narrower and no wider: "hosepipe ban", not "smoking ban".
fn is_of_kind(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let bound = bound_words(frame, sentence);
    let ranks: Vec<usize> = (0..noun).filter(|&word| super::phrase::rank_at(sentence, word).is_some()).collect();
    frame
        .modifiers
        .iter()
        .skip(1)
        .filter(|modifier| !bound.iter().any(|word| modifier.weight_of(word).is_some()))
        .all(|modifier| !modifier.find(&sentence.tree, &sentence.forms).is_empty())
        && foreign_modifier(frame, sentence, noun, &ranks).is_none()
}

/// The claim's words after "before": they say what came after the last one.
fn bound_words(frame: &Frame, sentence: &Sentence) -> Vec<String> {
    let Claim::Comparison(claim) = &sentence.scene.fact(frame).claim else { return Vec::new() };
    let tail = claim.subject.text.split_once(" before ").map_or("", |(_, tail)| tail);
    tail.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether the sentence is about the claim's places and parties.
fn is_placed(frame: &Frame, sentence: &Sentence) -> bool {
    let entities = &sentence.base().entities;
    let bound = bound_words(frame, sentence);
    let all: Vec<EntityId> = frame.entities().collect();
    let is_bound = |entity: EntityId| bound.iter().any(|word| entities.has_word(entity, word));
    all.iter().filter(|&&wanted| !is_bound(wanted)).all(|&wanted| {
        let here = sentence.mentions.iter().filter_map(|mention| mention.entity.map(EntityId));
        here.into_iter().any(|entity| entities.within(entity, wanted)) || fit::is_meant(frame, sentence, &all, wanted)
    })
}

fn told(frame: &Frame, sentence: &Sentence, noun: usize, way: &Way, out: &mut Vec<Judged>) {
    let forms = &sentence.forms;
    let day_in = |range: Range<usize>| {
        sentence.values.iter().find_map(|value| match value.mention.readings.first() {
            Some(reading @ Value::Date(date)) if range.contains(&value.words.start) && date.is_resolved() => {
                Some((value, reading))
            }
            _ => None,
        })
    };
    let found = match way {
        Way::LastTime(range) => day_in(range.clone()),
        Way::Since => (0..forms.len())
            .filter(|&since| forms[since] == "since")
            .filter(|&since| since < noun || sentence.distance(since, noun) <= 5 || since - noun <= 8)
            .find_map(|since| {
                let end = (since + 1..forms.len().min(since + 10))
                    .find(|&word| {
                        sentence.upos(word) == Upos::Verb || matches!(forms[word].as_str(), ";" | "and" | "but" | "had")
                    })
                    .unwrap_or(forms.len().min(since + 10));
                names_agree(frame, sentence, since + 1..end).then(|| day_in(since + 1..end)).flatten()
            }),
    };
    if let Some((value, reading)) = found {
        for answer in frame.answers.iter().filter(|answer| answer.values().any(|value| value.kind() == Kind::Date)) {
            let focus = value.mention.span;
            let span = sentence.span_of([noun]).to(focus);
            date_judgement(frame, sentence, answer, reading, noun, focus, span, true, 0.9, out);
        }
        return;
    }
    let lapse = sentence.values.iter().find(|value| {
        value.words.start > noun && value.words.start - noun <= 8 && sentence.has_case(value.head, &["in", "for"])
    });
    if let (Way::Since, Some(value)) = (way, lapse)
        && let Some(reading) =
            value.mention.readings.first().filter(|reading| reading.kind() == Kind::Measure(Dimension::Time))
    {
        elapsed_judgement(frame, sentence, reading, noun, value.mention.span, out);
    }
}

/// "since that of Ann Pell in 1989": a name before the day is the claim's own.
fn names_agree(frame: &Frame, sentence: &Sentence, range: Range<usize>) -> bool {
    let named = sentence
        .mentions
        .iter()
        .filter(|mention| range.contains(&mention.words.start) && matches!(mention.what, What::Known | What::Other));
    let own = |word: usize| {
        stated(sentence, word).is_some_and(|name| {
            frame
                .answers
                .iter()
                .filter(|answer| answer.is_name())
                .any(|answer| compare_name(frame, sentence, &name, answer) == NameMatch::Same)
        })
    };
    named.into_iter().all(|mention| own(mention.head) || sentence.value_at(mention.head).is_some())
}
