//! Ages from birth dates and from each other: "Pell, 72", "the 58-year-old", "aged 72", "nearly 73".

mod bearer;
mod day;

use super::expectation;
use crate::article::clause::{Modality, is_negation};
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape, PartKind};
use crate::check::scene::Sentence;
use crate::check::verdict::{Judged, voice_of};
use crate::rulebook::{EntityId, Kind as EntityKind};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Amount, DateSet, Hedge, Kind, Unit, Value};
use bearer::{Bearer, Link};
use rust_decimal::Decimal;

/// Judges ages of the frame's person, where the frame gives a birth date or an age.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let Some(person) =
        frame.entities().find(|owner| is_person(sentence, *owner)).or_else(|| unknown_kind(frame, sentence))
    else {
        return;
    };
    let birth = birth_date(frame, sentence, person);
    let age = stated_age(frame);
    if birth.is_none() && age.is_none() {
        return;
    }
    for value in &sentence.values {
        let Some(years) = years_of(sentence, value.head, &value.mention.readings) else { continue };
        if sentence.quotes.iter().any(|quote| quote.contains(value.mention.span))
            && sentence.span != value.mention.span
            && spoken_by_another(sentence, value.head)
        {
            continue;
        }
        let Some(bearer) = bearer::of(sentence, value.words.clone()) else { continue };
        sentence.note(frame, value.head, || format!("an age of {:?}, {:?}", bearer.how, bearer.link));
        if bearer.person != person || !is_told(sentence, &bearer, value.head) {
            continue;
        }
        let told = match (&birth, &age) {
            (Some(birth), _) => day::against_birth(sentence, &bearer, value, &years, birth),
            (None, Some(age)) => against_age(frame, sentence, &bearer, value.head, &years, age),
            _ => None,
        };
        let Some((verdict, expected, reason)) = told else { continue };
        let name = sentence.base().entities.name_of(person).to_owned();
        out.push(Judged {
            verdict,
            code: if verdict == Verdict::Supported { "agrees" } else { "age-mismatch" },
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: value.head,
            span: value.mention.span,
            focus: value.mention.span,
            says: value.mention.span.of(sentence.text()).to_owned(),
            expected,
            because: vec![format!("it is the age of {name}"), reason],
            confidence: if bearer.how <= How::Alias { 0.95 } else { 0.85 },
            suggestion: None,
        });
    }
}

/// Whether the age is said as a fact. What stands beside a name is presupposed, however the clause goes on.
fn is_told(sentence: &Sentence, bearer: &Bearer, word: usize) -> bool {
    match bearer.link {
        Link::Beside => {
            !matches!(voice_of(sentence, word), Err(Modality::Imagined | Modality::Corrected | Modality::Debunked))
        }
        // "She will be 40 in June" is as sure as a birth date.
        Link::Birthday(verb) => {
            let denied = sentence.tree.children(verb).any(|child| is_negation(&sentence.forms[child]));
            !denied && !matches!(voice_of(sentence, word), Err(Modality::Question))
        }
        Link::Told(_) => matches!(voice_of(sentence, word), Ok((_, false))),
    }
}

/// An age against the age that the claim gives.
fn against_age(
    frame: &Frame,
    sentence: &Sentence,
    bearer: &Bearer,
    word: usize,
    years: &Amount,
    age: &Value,
) -> Option<(Verdict, String, String)> {
    if matches!(bearer.link, Link::Birthday(_)) || day::is_at_another_time(sentence, word) {
        return None;
    }
    let comparison = value::compare(&Value::Amount(years.clone()), frame.op, age);
    let verdict = match comparison.agreement {
        Agreement::Conflict => Verdict::Conflict,
        Agreement::Imprecise => Verdict::Imprecise,
        Agreement::Supported => Verdict::Supported,
        Agreement::Unrelated => return None,
    };
    let expected =
        frame.answers.first().map(|answer| expectation(frame, sentence, &answer.accepted)).unwrap_or_default();
    Some((verdict, expected, comparison.because))
}

/// Whether the frame is about somebody's birth date or age, so that other comparers should leave ages alone.
fn birth_date(frame: &Frame, sentence: &Sentence, person: EntityId) -> Option<DateSet> {
    let birth = frame.head.relations.iter().any(|(relation, _)| {
        crate::lexicon::lexicon().relation(*relation).id.contains("birth")
            || crate::lexicon::lexicon().relation(*relation).id.contains("born")
    });
    let text = sentence.scene.fact(frame).text.to_lowercase();
    let worded = text.contains("birth") || text.contains(" born ");
    if !birth && !worded || text.contains("birth to") {
        return None;
    }
    // "Ann Pell's son was born on …" is not when she was.
    if let Some((before, _)) = text.split_once(" was born ")
        && !before.split_whitespace().next_back().is_some_and(|last| sentence.base().entities.has_word(person, last))
    {
        return None;
    }
    let answers = frame.answers.iter().flat_map(|answer| answer.values());
    let parts = frame.parts.iter().filter_map(|part| match &part.what {
        PartKind::Value(value) => Some(value),
        _ => None,
    });
    answers.chain(parts).find_map(|value| match value {
        Value::Date(date) => Some(date.clone()),
        _ => None,
    })
}

/// The age that the claim gives.
fn stated_age(frame: &Frame) -> Option<Value> {
    if !matches!(frame.shape, FrameShape::Attribute) {
        return None;
    }
    frame.answers.iter().flat_map(|answer| answer.values()).find(|value| value.kind() == Kind::Age).cloned()
}

fn is_person(sentence: &Sentence, entity: EntityId) -> bool {
    matches!(sentence.base().entities.kind_of(entity), Some(EntityKind::Person))
}

/// The owner where the rules give no kind.
fn unknown_kind(frame: &Frame, sentence: &Sentence) -> Option<EntityId> {
    frame.owner.filter(|owner| sentence.base().entities.kind_of(*owner).is_none())
}

/// Reads a value as years of age: an age, or a bare number between commas after a name.
fn years_of(sentence: &Sentence, head: usize, readings: &[Value]) -> Option<Amount> {
    let age = readings.iter().find_map(|reading| match reading {
        Value::Amount(amount) if amount.unit == Unit::Age => Some(amount.clone()),
        _ => None,
    });
    if age.is_some() {
        return age;
    }
    let amount = readings.iter().find_map(|reading| match reading {
        Value::Amount(amount)
            if amount.unit == Unit::Count
                && amount.nominal.fract().is_zero()
                && amount.nominal >= Decimal::from(2)
                && amount.nominal <= Decimal::from(115) =>
        {
            Some(amount)
        }
        _ => None,
    })?;
    let years = Amount { unit: Unit::Age, ..amount.clone() };
    let apart = sentence.forms.get(head + 1).is_some_and(|form| matches!(form.as_str(), "," | ")" | "." | ";"));
    let counts_noun =
        !apart && sentence.tree.words[head].head.is_some_and(|noun| noun > head && sentence.is(head, Deprel::Nummod));
    (!counts_noun).then_some(years)
}

/// Words in quotation marks in which nobody known is named before the age.
fn spoken_by_another(sentence: &Sentence, word: usize) -> bool {
    sentence.mentions.iter().all(|mention| mention.words.start >= word || mention.entity.is_none())
}

/// An age in words against the ages that the birth date allows.
fn against(years: &Amount, least: i64, most: i64) -> Verdict {
    let (least, most) = (Decimal::from(least), Decimal::from(most));
    let (low, high) = (years.low.unwrap_or(Decimal::ZERO), years.high.unwrap_or(Decimal::from(200)));
    let next = most + Decimal::ONE;
    match years.hedge {
        Hedge::Nearly => {
            if years.nominal == next || years.nominal == least + Decimal::ONE {
                Verdict::Supported
            } else if low <= most && least <= high {
                Verdict::Imprecise
            } else {
                Verdict::Conflict
            }
        }
        _ if low <= least && most <= high => Verdict::Supported,
        _ if low <= most && least <= high => Verdict::Imprecise,
        _ => Verdict::Conflict,
    }
}

/// Whether the words under `span` give an age by their form, so that no other count may take them.
pub fn is_age(sentence: &Sentence, word: usize) -> bool {
    sentence.value_at(word).is_some_and(|value| {
        let span: Span = value.mention.span;
        span.of(sentence.text()).contains("old")
            || years_of(sentence, value.head, &value.mention.readings).is_some()
                && owner_comma(sentence, value.words.start, value.words.end)
    })
}

/// "NAME, 72,": a number between commas behind a name.
fn owner_comma(sentence: &Sentence, start: usize, end: usize) -> bool {
    let forms = &sentence.forms;
    start > 1
        && forms[start - 1] == ","
        && sentence.upos(start - 2) == Upos::Propn
        && forms.get(end).is_none_or(|form| matches!(form.as_str(), "," | "." | ")" | ";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(n: i64, hedge: Hedge) -> Amount {
        let nominal = Decimal::from(n);
        Amount {
            nominal,
            low: Some(nominal - if hedge == Hedge::Nearly { Decimal::from(5) } else { Decimal::ZERO }),
            high: Some(nominal),
            unit: Unit::Age,
            hedge,
        }
    }

    #[test]
    fn an_age_is_right_where_every_possible_birthday_gives_it() {
        assert_eq!(against(&years(41, Hedge::Exact), 41, 41), Verdict::Supported);
        assert_eq!(against(&years(41, Hedge::Exact), 40, 41), Verdict::Imprecise);
        assert_eq!(against(&years(14, Hedge::Exact), 41, 41), Verdict::Conflict);
        assert_eq!(against(&years(42, Hedge::Nearly), 41, 41), Verdict::Supported);
    }
}
