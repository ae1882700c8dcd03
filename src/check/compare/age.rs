//! Ages from birth dates and from each other: "Putin, 72", "the 58-year-old", "aged 72", "nearly 73".

use super::expectation;
use crate::article::mention::{How, What};
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape, PartKind};
use crate::check::scene::Sentence;
use crate::check::verdict::{Judged, voice_of};
use crate::rulebook::{EntityId, Kind as EntityKind};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Amount, DateSet, Hedge, Kind, Precision, Unit, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Judges ages of the frame's person, where the frame gives a birth date or an age.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let Some(person) =
        frame.entities().find(|owner| is_person(sentence, *owner)).or_else(|| unknown_kind(frame, sentence))
    else {
        return;
    };
    let birth = birth_date(frame, sentence);
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
        let Some((owner, how)) = owner(sentence, value.words.clone()) else { continue };
        if owner != person {
            continue;
        }
        let Ok((_, false)) = voice_of(sentence, value.head) else { continue };
        let Some(day) = day_of(sentence, value.head) else { continue };
        let (verdict, expected, reason) = match (&birth, &age) {
            (Some(birth), _) => {
                let Some((least, most)) = value::age_on(birth, day) else { continue };
                let verdict = against(&years, least, most);
                let expected = if least == most { format!("{least}") } else { format!("{least} or {most}") };
                (
                    verdict,
                    format!("{expected} (born {})", Value::Date(birth.clone()).describe()),
                    format!("the birth date makes it {expected} on {}", day.strftime("%-d %b %Y")),
                )
            }
            (None, Some(age)) => {
                let comparison = value::compare(&Value::Amount(years.clone()), frame.op, age);
                let verdict = match comparison.agreement {
                    Agreement::Conflict => Verdict::Conflict,
                    Agreement::Imprecise => Verdict::Imprecise,
                    Agreement::Supported => Verdict::Supported,
                    Agreement::Unrelated => continue,
                };
                (
                    verdict,
                    frame
                        .answers
                        .first()
                        .map(|answer| expectation(frame, sentence, &answer.accepted))
                        .unwrap_or_default(),
                    comparison.because,
                )
            }
            _ => continue,
        };
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
            confidence: if how <= How::Alias { 0.95 } else { 0.85 },
            suggestion: None,
        });
    }
}

/// Whether the frame is about somebody's birth date or age, so that other comparers should leave ages alone.
fn birth_date(frame: &Frame, sentence: &Sentence) -> Option<DateSet> {
    let birth = frame.head.relations.iter().any(|(relation, _)| {
        crate::lexicon::lexicon().relation(*relation).id.contains("birth")
            || crate::lexicon::lexicon().relation(*relation).id.contains("born")
    });
    let text = sentence.scene.fact(frame).text.to_lowercase();
    let worded = text.contains("birth") || text.contains(" born ");
    if !birth && !worded {
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

/// Whose age it is.
fn owner(sentence: &Sentence, words: std::ops::Range<usize>) -> Option<(EntityId, How)> {
    let forms = &sentence.forms;
    let (start, end) = (words.start, words.end);
    let is_age = years_are_written(sentence, words.clone());
    // "Putin, 72," "Putin (72)" "Putin, just 72,": a comma and the name before, the clause going on behind.
    let mut before = start;
    while before > 0
        && matches!(
            forms[before - 1].as_str(),
            "just" | "only" | "now" | "aged" | "nearly" | "almost" | "about" | "barely" | "still"
        )
    {
        before -= 1;
    }
    let comma = before.checked_sub(1).filter(|&at| matches!(forms[at].as_str(), "," | "(" | "–" | "—"));
    let closed = forms.get(end).is_none_or(|form| {
        matches!(form.as_str(), "," | ")" | "." | "–" | "—" | ";" | "who" | "and" | ":" | "!" | "?")
    });
    if let Some(comma) = comma
        && (closed || is_age)
        && let Some(mention) = sentence.mentions.iter().find(|mention| mention.words.end == comma)
    {
        if matches!(mention.what, What::Known) || mention.entity.is_some() {
            let more_numbers = forms.get(end).is_some_and(|form| form == ",")
                && forms.get(end + 1).is_some_and(|form| form.chars().all(|c| c.is_ascii_digit()));
            return if more_numbers { None } else { known(sentence, mention) };
        }
        return None;
    }
    // "She is 46", "Pell turned 47": the subject of a copula or of "turn".
    let head = (start..end)
        .find(|&word| sentence.tree.words[word].head.is_none_or(|up| !(start..end).contains(&up)))
        .unwrap_or(start);
    let copular = sentence.tree.children(head).any(|child| sentence.is(child, Deprel::Cop));
    let governor = sentence.tree.words[head].head;
    let turned =
        governor.is_some_and(|up| matches!(sentence.lemma(up), "turn" | "be") && sentence.upos(up) != Upos::Noun);
    let spare = end >= forms.len() || !matches!(sentence.upos(end), Upos::Noun | Upos::Propn | Upos::Num) || is_age;
    if (copular || turned) && spare {
        let subject = if copular { head } else { governor? };
        let word = sentence
            .tree
            .children(subject)
            .find(|&child| matches!(sentence.tree.words[child].deprel, Deprel::Nsubj))?;
        return known(sentence, sentence.mention_at(word)?);
    }
    // "Pell, a man of 72".
    if let Some(noun) =
        governor.filter(|&noun| matches!(sentence.lemma(noun), "man" | "woman") && sentence.has_case(head, &["of"]))
    {
        let name = if sentence.is(noun, Deprel::Appos) {
            sentence.tree.words[noun].head
        } else {
            slots_subject(sentence, noun)
        };
        return known(sentence, sentence.mention_at(name?)?);
    }
    if !is_age {
        return None;
    }
    described(sentence, head, words)
}

/// "the 58-year-old" and "58-year-old Ann Pell".
fn described(sentence: &Sentence, head: usize, words: std::ops::Range<usize>) -> Option<(EntityId, How)> {
    let forms = &sentence.forms;
    if let Some(noun) = sentence.tree.words[head]
        .head
        .filter(|&noun| noun > head && noun <= words.end + 3 && sentence.is_modifier(head))
    {
        let mention = sentence.mention_at(noun)?;
        return matches!(mention.what, What::Known).then(|| known(sentence, mention)).flatten();
    }
    // "aged 72" below the name.
    if forms[words.start] == "aged" || forms.get(words.start.wrapping_sub(1)).is_some_and(|form| form == "aged") {
        let name = sentence.tree.words[head].head?;
        return known(sentence, sentence.mention_at(name)?);
    }
    let article = words.start.checked_sub(1).map(|at| forms[at].as_str());
    if article != Some("the")
        || !matches!(
            sentence.tree.words[head].deprel,
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::Root
        )
    {
        return None;
    }
    // The only person that the sentences around speak of.
    let mut people: Vec<EntityId> = Vec::new();
    let mut strangers = false;
    for index in sentence.index.saturating_sub(1)..=sentence.index {
        let Some(reading) = sentence.scene.readings.get(index) else { continue };
        for mention in
            reading.mentions.iter().filter(|mention| mention.words.start < words.start || index < sentence.index)
        {
            match mention.entity.map(EntityId) {
                Some(entity) if is_person(sentence, entity) && !people.contains(&entity) => people.push(entity),
                None if mention.what == What::Other => {
                    let name = mention.span.of(sentence.text());
                    strangers |= name
                        .split_whitespace()
                        .next()
                        .is_some_and(|first| crate::lexicon::words().gender(first).is_some());
                }
                _ => {}
            }
        }
    }
    match people.as_slice() {
        [one] if !strangers => Some((*one, How::Carried)),
        _ => None,
    }
}

fn slots_subject(sentence: &Sentence, noun: usize) -> Option<usize> {
    sentence.tree.children(noun).find(|&child| sentence.is(child, Deprel::Nsubj))
}

fn known(sentence: &Sentence, mention: &crate::article::mention::Mention) -> Option<(EntityId, How)> {
    let entity = EntityId(mention.entity?);
    // "Kinsella's husband, 50," and a surname behind an unknown first name are other people.
    let stranger = mention.words.start.checked_sub(1).is_some_and(|before| {
        sentence.upos(before) == Upos::Propn
            && sentence.mention_at(before).is_none_or(|other| other.entity.is_none())
            && !crate::lexicon::words().titles.contains_key(sentence.forms[before].trim_end_matches('.'))
            && crate::lexicon::words().gender(sentence.tree.words[before].span.of(sentence.text())).is_some()
    });
    (!stranger && mention.how <= How::Carried).then_some((entity, mention.how))
}

fn years_are_written(sentence: &Sentence, words: std::ops::Range<usize>) -> bool {
    let span = sentence.span_of(words.clone());
    let text = span.of(sentence.text()).to_lowercase();
    text.contains("year")
        || text.contains("aged")
        || text.contains("old")
        || words.start > 0 && sentence.forms[words.start - 1] == "aged"
}

fn spoken_by_another(sentence: &Sentence, word: usize) -> bool {
    sentence.mentions.iter().all(|mention| mention.words.start >= word || mention.entity.is_none())
}

/// The day that the age is given for: the article's, or a dated past of the clause.
fn day_of(sentence: &Sentence, word: usize) -> Option<Date> {
    let today = sentence.scene.date?;
    let clause = sentence.clause(word);
    // "She was 19 when she moved there": that day is not today.
    let at_another_time = sentence.tree.children(clause).chain(sentence.tree.children(word)).any(|child| {
        matches!(sentence.tree.words[child].deprel, Deprel::Advcl)
            && sentence.tree.children(child).any(|mark| sentence.forms[mark] == "when")
    });
    if at_another_time {
        return None;
    }
    let governs = matches!(sentence.lemma(clause), "turn" | "be")
        || sentence.tree.children(clause).any(|child| sentence.is(child, Deprel::Cop));
    match sentence.date_near(word, None) {
        Some(date) if governs && date.precision <= Precision::Month => date.to.filter(|to| *to <= today),
        Some(date) if governs => date.from.filter(|from| from.year() == today.year()).map(|_| today),
        _ => Some(today),
    }
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
