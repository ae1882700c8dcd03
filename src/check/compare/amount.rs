//! How much, how many, how long, when: a value in the slot of the claim's own words.

use super::expectation;
use crate::check::Verdict;
use crate::check::binding::{Bond, bond};
use crate::check::frame::{Answer, Frame, FrameShape};
use crate::check::reason::{Reason, silence};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, sites};
use crate::check::unify::{Fit, excluded_by, foreign_modifier, is_other, modifiers_met, owner_fit, wrong_period};
use crate::check::verdict::{Judged, voice_of};
use crate::check::{Finding, Suggestion};
use crate::lexicon::{lexicon, words};
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Comparison, Kind, Value};

/// Judges every value of the sentence that stands in a slot of the frame's words.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let sites = sites(frame, sentence);
    for answer in &frame.answers {
        if answer.values().next().is_none() {
            continue;
        }
        for site in &sites {
            judge_site(frame, sentence, site, answer, &sites, out);
        }
    }
}

fn judge_site(frame: &Frame, sentence: &Sentence, site: &Site, answer: &Answer, sites: &[Site], out: &mut Vec<Judged>) {
    let is_date = answer.values().any(|value| value.kind() == Kind::Date);
    let mut bound: Vec<(Bond, usize, Vec<usize>)> = Vec::new();
    for (index, candidate) in sentence.values.iter().enumerate() {
        // What is first of all a date is no count.
        if !is_date && matches!(candidate.mention.readings.first(), Some(Value::Date(_))) {
            continue;
        }
        let fits =
            candidate.mention.readings.iter().any(|reading| {
                answer.values().any(|value| comparable(reading, value) && units_fit(frame, reading, value))
            });
        if !fits
            || !is_date && super::coincidence::compared(sentence, candidate.head)
            || !counts_the_same(frame, sentence, candidate.head, answer)
        {
            continue;
        }
        if let Some((bond, between)) = bond(sentence, site, candidate.head) {
            bound.push((bond, index, between));
        }
    }
    if bound.is_empty() {
        sentence.stop(frame, site.head, || silence(frame, sentence, site));
    }
    let Some(best) = bound.iter().map(|(bond, ..)| *bond).max() else { return };
    let nearest = bound
        .iter()
        .filter(|(bond, ..)| *bond == best)
        .min_by_key(|(_, index, _)| sentence.distance(site.head, sentence.values[*index].head))
        .map(|(_, index, _)| *index);
    for (bond, index, between) in bound {
        let candidate = &sentence.values[index];
        // A nearer site of the same frame speaks for this value.
        if sites.iter().any(|other| {
            other.head != site.head
                && other.weight >= site.weight
                && sentence.distance(other.head, candidate.head) < sentence.distance(site.head, candidate.head)
        }) {
            continue;
        }
        let Some((comparison, reading)) = best_comparison(&candidate.mention.readings, frame, answer) else { continue };
        let verdict = match comparison.agreement {
            Agreement::Conflict => Verdict::Conflict,
            Agreement::Imprecise => Verdict::Imprecise,
            Agreement::Supported => Verdict::Supported,
            Agreement::Unrelated => continue,
        };
        let owner = owner_fit(frame, sentence, site);
        if owner.fit == Fit::Foreign {
            sentence.stop(frame, site.head, || Reason::AnotherThing(owner.reason.clone()));
            continue;
        }
        let Ok((_, negated)) = voice_of(sentence, site.head)
            .inspect_err(|modality| sentence.stop(frame, site.head, || Reason::NotAsserted(*modality)))
        else {
            continue;
        };
        if let Err(modality) = voice_of(sentence, candidate.head) {
            sentence.stop(frame, candidate.head, || Reason::NotAsserted(modality));
            continue;
        }
        if negated != site.negative {
            sentence.stop(frame, candidate.head, || Reason::Negated);
            continue;
        }
        if !is_date && let Some(reason) = wrong_period(frame, sentence, site.head, None) {
            sentence.stop(frame, site.head, || Reason::AnotherPeriod(reason));
            continue;
        }
        let (met, all) = modifiers_met(frame, sentence);
        let share = if all == 0 { 1.0 } else { met as f32 / all as f32 };
        let mut confidence = site.weight
            * match bond {
                Bond::Direct => 1.0,
                Bond::Near => 0.62,
                Bond::Weak => 0.35,
            }
            * match owner.fit {
                Fit::Explicit => 1.0,
                Fit::Likely => 0.95,
                Fit::Nearby => 0.8,
                Fit::Topic => 0.8,
                _ => 0.4,
            }
            * (0.72 + 0.28 * share);
        if nearest != Some(index) {
            confidence *= 0.5;
        }
        if verdict != Verdict::Supported
            && let Some(reason) =
                doubt(frame, sentence, site, bond, owner.fit, &reading, answer, candidate.head, &between)
        {
            sentence.stop(frame, candidate.head, || Reason::Doubt(reason));
            continue;
        }
        if verdict != Verdict::Supported {
            let near: Vec<usize> = between.iter().copied().chain([site.head, candidate.head]).collect();
            let around: Vec<usize> =
                near.iter().flat_map(|&word| sentence.tree.children(word)).chain(near.iter().copied()).collect();
            let noun = matches!(site.form, SiteForm::Noun | SiteForm::Event);
            if noun && foreign_modifier(frame, sentence, site.head, &site.words).is_some() {
                confidence *= 0.55;
            }
            if between.iter().any(|&word| {
                matches!(sentence.upos(word), Upos::Noun | Upos::Propn) && !own_noun(frame, sentence, word)
            }) {
                confidence *= 0.7;
            }
            if excluded_by(frame, sentence, &around).is_some()
                || is_other(sentence, site.head)
                || is_subset(sentence, candidate.head)
            {
                sentence
                    .stop(frame, candidate.head, || Reason::Doubt("it is of a part, or of something set against it"));
                continue;
            }
            if !sentence.tree.words[candidate.head].sure && bond < Bond::Direct {
                confidence *= 0.8;
            }
        }
        let threshold = if verdict == Verdict::Supported { if is_rare(&reading) { 0.18 } else { 0.3 } } else { 0.6 };
        sentence.note(frame, candidate.head, || {
            format!(
                "{verdict:?}, {bond:?}, owner {:?}, modifiers {met}/{all}, sure {confidence:.2} of {threshold:.2}: {}",
                owner.fit, comparison.because
            )
        });
        if confidence < threshold {
            sentence.stop(frame, candidate.head, || Reason::Loose);
            continue;
        }
        let text = sentence.text();
        let words = sentence.span_of(site.words.iter().copied());
        let value_span = candidate.mention.span;
        let span = if words.to(value_span).len() <= 160 { words.to(value_span) } else { value_span };
        let mut because = vec![format!("“{}” is how the text words “{}”", words.of(text), frame.head.concept.text)];
        if !owner.reason.is_empty() {
            because.push(owner.reason.clone());
        }
        because.push(comparison.because.clone());
        out.push(Judged {
            verdict,
            code: code_of(&reading, verdict),
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span,
            focus: candidate.mention.core,
            says: value_span.of(text).to_owned(),
            expected: expectation(frame, sentence, &answer.accepted),
            because,
            confidence,
            suggestion: suggestion(&reading, answer, candidate.mention.span),
        });
    }
}

/// Why a differing value may still be about something else.
#[allow(clippy::too_many_arguments)]
fn doubt(
    frame: &Frame,
    sentence: &Sentence,
    site: &Site,
    bond: Bond,
    fit: Fit,
    stated: &Value,
    answer: &Answer,
    value: usize,
    between: &[usize],
) -> Option<&'static str> {
    let scene = sentence.scene;
    let bare = matches!(stated.kind(), Kind::Count)
        && counted_noun(sentence, value).is_none()
        && !sentence.tree.children(value).any(|child| sentence.has_case(child, &["of"]));
    if site.form == SiteForm::Verb && fit < Fit::Likely && stated.kind() != Kind::Score {
        return Some("the verb's subject is not known to be the claim's");
    }
    if bond < Bond::Direct && fit < Fit::Likely {
        return Some("neither the owner nor the value stands in its slot");
    }
    if between.iter().any(|&word| {
        matches!(sentence.upos(word), Upos::Noun | Upos::Propn)
            && !own_noun(frame, sentence, word)
            && sentence.value_at(word).is_none()
    }) {
        return Some("another noun stands between the words and the value");
    }
    if let Value::Amount(amount) = stated
        && is_count(frame)
        && (amount.unit == value::Unit::Times || bare && (bond < Bond::Direct || amount.hedge == value::Hedge::Vague))
    {
        return Some("the number does not say what it counts");
    }
    if let Value::Amount(amount) = stated
        && matches!(stated.kind(), Kind::Count)
        && answer
            .values()
            .all(|value| matches!(value, Value::Amount(claimed) if other_order(amount.nominal, claimed.nominal)))
    {
        return Some("a number of another order counts something else");
    }
    if let Value::Date(date) = stated
        && date.relative
        && date.precision <= value::Precision::Week
        && answer.values().all(|value| matches!((value, date.from), (Value::Date(claimed), Some(day)) if claimed.to.is_some_and(|to| to.year() + 1 < day.year())))
    {
        return Some("a day of the article's own week is not that event's");
    }
    if let Value::Date(date) = stated {
        let planned = answer.values().any(|value| matches!(value, Value::Date(claimed) if claimed.from > scene.date));
        if date.from.is_some() && date.from > scene.date && !planned {
            return Some("the date lies ahead");
        }
        if date.precision >= value::Precision::Year && fit < Fit::Explicit {
            return Some("a year alone may be another event's");
        }
        return None;
    }
    let now = scene.fact(frame).as_of.or(scene.date);
    let elsewhere = sentence.values.iter().any(|other| match (other.mention.readings.first(), now) {
        (Some(Value::Date(date)), Some(now)) => {
            date.to.is_some_and(|to| to.year() < now.year())
                && frame.period.as_ref().is_none_or(|period| !period.overlaps(date))
                && !sentence.has_case(other.head, &["since"])
        }
        _ => false,
    });
    if elsewhere && frame.as_of.is_none() {
        return Some("the sentence speaks of an earlier year");
    }
    let partial = (0..sentence.forms.len()).any(|word| {
        sentence.clause(word) == sentence.clause(value)
            && words().identity.partial.matches(&sentence.tree, &sentence.forms, word)
    });
    if partial && frame.as_of.is_none() {
        return Some("the figure is for a part of the period");
    }
    None
}

/// More than thirty times more or less, and not by noughts alone.
fn other_order(stated: rust_decimal::Decimal, claimed: rust_decimal::Decimal) -> bool {
    let thirty = rust_decimal::Decimal::from(30);
    let digits = |number: rust_decimal::Decimal| {
        number.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').to_owned()
    };
    let far = match (stated.checked_mul(thirty), claimed.checked_mul(thirty)) {
        (Some(more), Some(other)) => more < claimed || other < stated,
        _ => true,
    };
    far && digits(stated) != digits(claimed)
}

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

/// A number without a unit in the claim takes a measure ("3500" and "3,500 metres"), but a count takes no hours.
pub fn units_fit(frame: &Frame, stated: &Value, expected: &Value) -> bool {
    // "The last president" is no number of presidents.
    if matches!(stated, Value::Ordinal(place) if *place <= 0) {
        return false;
    }
    match (stated.kind(), expected.kind()) {
        (Kind::Measure(dimension), Kind::Count) => {
            !is_count(frame) && frame.counted.is_none() && dimension != value::Dimension::Time
        }
        (Kind::Age | Kind::Money | Kind::Percent, Kind::Count) => false,
        _ => true,
    }
}

/// A bare number must count what the claim counts.
fn counts_the_same(frame: &Frame, sentence: &Sentence, value: usize, answer: &Answer) -> bool {
    if !answer.values().any(|value| matches!(value.kind(), Kind::Count)) {
        return true;
    }
    let noun = counted_noun(sentence, value);
    let Some(noun) = noun else { return true };
    own_noun(frame, sentence, noun)
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
    // Of what a relation can count, only what names the whole: firefighters among the dead are a part of them.
    let person = words().is_a(&lemma, "person") || words().kind_of(&lemma) == Some("person");
    if person && !words().verbs.people.contains(&lemma) {
        return false;
    }
    let plural = format!("{lemma}s");
    let form = &sentence.forms[noun];
    frame.head.relations.iter().any(|(relation, _)| {
        lexicon()
            .relation(*relation)
            .counts
            .iter()
            .any(|counted| *counted == lemma || counted == form || *counted == plural)
    })
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
    let _: Option<&Finding> = None;
    (stated.kind() == expected.kind() && answer.accepted.len() == 1)
        .then(|| Suggestion { span, text: expected.print() })
}

/// Whether the frame asks for a number of things.
pub fn is_count(frame: &Frame) -> bool {
    matches!(frame.shape, FrameShape::Count)
}

pub use super::coincidence::compared;
