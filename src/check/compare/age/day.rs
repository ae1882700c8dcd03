//! The days that an age may be given for, and what a birth date makes of it then.

use super::against;
use super::bearer::{Bearer, Link};
use crate::article::reading::ValueAt;
use crate::check::Verdict;
use crate::check::scene::Sentence;
use crate::syntax::Deprel;
use crate::value::{self, Amount, DateSet, Precision, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What is found, what was expected, and why.
type Told = (Verdict, String, String);

/// An age against a birth date.
pub fn against_birth(
    sentence: &Sentence,
    bearer: &Bearer,
    value: &ValueAt,
    years: &Amount,
    birth: &DateSet,
) -> Option<Told> {
    let today = sentence.scene.date?;
    match bearer.link {
        Link::Birthday(verb) => birthday(sentence, verb, years, birth, today),
        Link::Beside => at(&days(sentence, value.head, today), years, birth),
        Link::Told(word) => {
            if is_at_another_time(sentence, value.head) {
                return None;
            }
            if is_past(sentence, word) {
                past(sentence, value.head, years, birth, today)
            } else {
                at(&[(today, today)], years, birth)
            }
        }
    }
}

/// Whether the clause is about a time that another clause tells: "She was 19 when she moved there".
pub fn is_at_another_time(sentence: &Sentence, word: usize) -> bool {
    let clause = sentence.clause(word);
    sentence.tree.children(clause).chain(sentence.tree.children(word)).any(|child| {
        matches!(sentence.tree.words[child].deprel, Deprel::Advcl)
            && sentence.tree.children(child).any(|mark| sentence.forms[mark] == "when")
    })
}

/// The article's day, and the days that the sentence and the one before it date themselves by.
fn days(sentence: &Sentence, word: usize, today: Date) -> Vec<(Date, Date)> {
    let mut days = vec![(today, today)];
    let before = sentence.index.checked_sub(1).and_then(|index| sentence.scene.readings.get(index));
    let values = sentence.values.iter().filter(|value| value.head != word);
    for value in before.into_iter().flat_map(|reading| &reading.values).chain(values) {
        if let Some(Value::Date(date)) = value.mention.readings.first()
            && let (Some(from), Some(to)) = (date.from, date.to)
            && date.precision <= Precision::Year
            && to < today
        {
            days.push((from, to));
        }
    }
    days
}

/// An age on one of several days: wrong only if it is wrong on each.
fn at(days: &[(Date, Date)], years: &Amount, birth: &DateSet) -> Option<Told> {
    let told: Vec<Told> = days
        .iter()
        .filter_map(|(from, to)| {
            let (least, _) = value::age_on(birth, *from)?;
            let (_, most) = value::age_on(birth, *to)?;
            let expected = if least == most { format!("{least}") } else { format!("{least} or {most}") };
            Some((
                against(years, least, most),
                format!("{expected} (born {})", Value::Date(birth.clone()).describe()),
                format!("the birth date makes it {expected} on {}", to.strftime("%-d %b %Y")),
            ))
        })
        .collect();
    let best = |wanted: Verdict| told.iter().find(|(verdict, ..)| *verdict == wanted).cloned();
    best(Verdict::Supported).or_else(|| best(Verdict::Imprecise)).or_else(|| told.first().cloned())
}

/// "She was 51": on the day that the clause gives. Without one somebody may have had any age but one not yet reached.
fn past(sentence: &Sentence, word: usize, years: &Amount, birth: &DateSet, today: Date) -> Option<Told> {
    if let Some(date) = sentence.date_near(word, None) {
        let (from, to) = (date.from?, date.to?);
        return if to <= today { at(&[(to, to), (from, from)], years, birth) } else { None };
    }
    let told = at(&days(sentence, word, today), years, birth)?;
    let (_, most) = value::age_on(birth, today)?;
    (told.0 != Verdict::Conflict || years.nominal > Decimal::from(most)).then_some(told)
}

fn is_past(sentence: &Sentence, word: usize) -> bool {
    let past = |word: usize| {
        matches!(sentence.tree.words[word].xpos, "VBD")
            || matches!(sentence.forms[word].as_str(), "was" | "were" | "had")
    };
    past(word)
        || sentence
            .tree
            .children(word)
            .any(|child| matches!(sentence.tree.words[child].deprel, Deprel::Cop | Deprel::Aux) && past(child))
}

/// "turned 52 in May", "turns 31 in April", "will be 60 on Monday": the age that the birthday spoken of brings.
fn birthday(sentence: &Sentence, verb: usize, years: &Amount, birth: &DateSet, today: Date) -> Option<Told> {
    let (first, last) = (birth.from?, birth.to?);
    let stated = years.nominal.to_i64()?;
    let date = sentence.date_near(verb, None);
    let (_, now) = value::age_on(birth, today)?;
    let has =
        |forms: &[&str]| sentence.tree.children(verb).any(|child| forms.contains(&sentence.forms[child].as_str()));
    let ahead = has(&["will", "'ll", "’ll"])
        || matches!(sentence.tree.words[verb].xpos, "VBZ" | "VBP" | "VBG") && !has(&["was", "were"]);
    let year = |day: Date| i64::from(day.year());
    // The birthday itself must be one that the words can mean.
    let in_month = |date: &DateSet| {
        let (Some(from), Some(to)) = (date.from, date.to) else { return false };
        date.precision > Precision::Month || first.month() >= from.month() && last.month() <= to.month()
    };
    let expected = if ahead {
        // "turns 40 this month" may be said after the day.
        let just = (0..45).any(|back| {
            today
                .checked_sub(jiff::Span::new().days(back))
                .is_ok_and(|day| (day.month(), day.day()) == (last.month(), last.day()))
        });
        match &date {
            Some(date) if !in_month(date) => return None,
            Some(date) if date.precision >= Precision::Year => year(date.from?) - year(first),
            _ if just && stated == now => now,
            _ => now + 1,
        }
    } else if let Some(date) = &date {
        let (from, to) = (date.from?, date.to?);
        if !in_month(date) || from > today && !date.relative || year(from) != year(to) {
            return None;
        }
        // "in May" of what is past is the last May.
        year(to) - year(first) - i64::from(from > today)
    } else if has(&["has", "have", "'s", "’s"]) {
        now
    } else {
        return None;
    };
    let certain = year(first) == year(last);
    if !certain && (stated - expected).abs() <= 1 {
        return None;
    }
    let verdict = if stated == expected { Verdict::Supported } else { Verdict::Conflict };
    Some((
        verdict,
        format!("{expected} (born {})", Value::Date(birth.clone()).describe()),
        format!("the birth date makes it {expected} on that birthday"),
    ))
}
