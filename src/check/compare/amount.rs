//! What figures and their claims are: comparable, rare, parts of a whole; their codes and suggestions.

use crate::check::frame::{Answer, Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::{Suggestion, Verdict};
use crate::lexicon::words;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Comparison, Hedge, Kind, Op, Value};

/// Whether the two can be compared at all: the same kind, or percent against percentage points.
pub fn comparable(stated: &Value, expected: &Value) -> bool {
    // "The first to resign" is no place in the row of all.
    if let (Value::Ordinal(1), Value::Ordinal(place)) = (stated, expected)
        && *place > 2
    {
        return false;
    }
    stated.same_kind(expected)
        || matches!(
            (stated.kind(), expected.kind()),
            (Kind::Percent, Kind::PercentagePoint) | (Kind::PercentagePoint, Kind::Percent)
        )
}

/// Whether what is stated is what is claimed.
pub fn agrees(stated: &Value, claimed: &Value) -> bool {
    comparable(stated, claimed) && value::compare(stated, Op::Equal, claimed).agreement == Agreement::Supported
}

/// A number without a unit in the claim takes a measure ("3500" and "3,500 metres"), but a count takes no hours.
pub fn units_fit(frame: &Frame, stated: &Value, expected: &Value) -> bool {
    // "The last president" is no number of presidents.
    if matches!(stated, Value::Ordinal(place) if *place <= 0) {
        return false;
    }
    match (stated.kind(), expected.kind()) {
        (Kind::Measure(dimension), Kind::Count) => {
            !matches!(frame.shape, FrameShape::Count) && frame.counted.is_none() && dimension != value::Dimension::Time
        }
        (Kind::Age | Kind::Money | Kind::Percent, Kind::Count) => false,
        // "The mean age is 41", for a claim in years.
        (Kind::Count, Kind::Measure(value::Dimension::Time)) if frame.head.concept.text == "age" => true,
        // "A couple", "three hamburgers" are no length of time.
        (Kind::Count | Kind::Times, Kind::Measure(value::Dimension::Time) | Kind::Money) => false,
        _ => true,
    }
}

/// The noun that a number counts, if it stands before one.
pub fn counted_noun(sentence: &Sentence, value: usize) -> Option<usize> {
    if matches!(sentence.tree.words[value].deprel, Deprel::Nummod | Deprel::Amod | Deprel::Compound) {
        return sentence.tree.words[value].head.filter(|&head| matches!(sentence.upos(head), Upos::Noun | Upos::Propn));
    }
    None
}

/// Whether the noun belongs to the frame's own words, or is too general to matter.
pub fn own_noun(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let lemma = sentence.lemma(noun).to_lowercase();
    let own = |concept: &crate::lexicon::Concept| concept.weight_of(&lemma).is_some();
    if own(&frame.head.concept)
        || frame.counted.as_ref().is_some_and(own)
        || frame.modifiers.iter().any(own)
        || matches!(lemma.as_str(), "number" | "total" | "figure" | "count" | "tally")
    {
        return true;
    }
    if frame.entities().any(|entity| sentence.entity_at(noun).is_some_and(|(found, _)| found == entity)) {
        return true;
    }
    super::figure::relation_counts(frame, sentence, noun)
}

/// "among them 12 firefighters", "11 of them seriously": a part of what was counted.
pub fn is_subset(sentence: &Sentence, value: usize) -> bool {
    let form = |at: usize| sentence.forms.get(at).map_or("", String::as_str);
    if form(value + 1) == "of"
        && matches!(
            form(value + 2),
            "the" | "them" | "those" | "these" | "its" | "their" | "his" | "her" | "whom" | "which" | "our"
        )
    {
        return true;
    }
    let around = value.saturating_sub(3)..(value + 4).min(sentence.forms.len());
    words().identity.subset.find(&sentence.tree, &sentence.forms, around).is_some()
}

/// The best agreement that any reading reaches with any accepted value.
pub fn best_comparison(readings: &[Value], frame: &Frame, answer: &Answer) -> Option<(Comparison, Value)> {
    readings
        .iter()
        .filter(|reading| answer.values().any(|value| comparable(reading, value)))
        .flat_map(|reading| {
            answer.values().map(move |value| (value::compare(reading, frame.op, value), reading.clone()))
        })
        .filter(|(comparison, _)| comparison.agreement != Agreement::Unrelated)
        .max_by_key(|(comparison, _)| comparison.agreement)
}

/// A value that nobody writes by chance: three significant digits, or a day.
pub fn is_rare(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => {
            let digits = amount.nominal.normalize().mantissa().unsigned_abs().to_string();
            digits.trim_end_matches('0').len() >= 3
        }
        Value::Date(date) => date.precision == value::Precision::Day && !date.relative,
        Value::Time { .. } | Value::Score(_) => true,
        Value::Ordinal(_) => false,
    }
}

/// The code of a finding about a value of this kind.
pub fn code_of(value: &Value, verdict: Verdict) -> &'static str {
    if verdict == Verdict::Supported {
        return "agrees";
    }
    match value.kind() {
        Kind::Date => "date-mismatch",
        Kind::Time => "time-mismatch",
        Kind::Score => "score-mismatch",
        Kind::Count | Kind::Ordinal => "count-mismatch",
        _ => "quantity-mismatch",
    }
}

pub fn suggestion(stated: &Value, answer: &Answer, span: crate::span::Span) -> Option<Suggestion> {
    let expected = answer.values().next()?;
    // "$3.4 billion", not "USD 3400000000".
    let text = match expected {
        Value::Amount(amount) if stated.kind() == Kind::Money && amount.hedge == Hedge::Exact => expected.describe(),
        _ => expected.print(),
    };
    (stated.kind() == expected.kind() && answer.accepted.len() == 1).then_some(Suggestion { span, text })
}

pub use super::coincidence::compared;
