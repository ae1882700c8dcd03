//! Whose age a number gives, and how it is put: "Pell, 72,", "the 58-year-old", "she turns 73 in May", "aged 72 and well, Pell".

use super::is_person;
use crate::article::mention::{How, Mention, What};
use crate::check::scene::Sentence;
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};
use std::ops::Range;

/// The person that an age is given for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bearer {
    pub person: EntityId,
    pub how: How,
    pub link: Link,
}

/// How an age is joined to the person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Link {
    /// "Pell, 72,", "the 72-year-old": presupposed.
    Beside,
    /// "Pell is 72": the word whose tense counts.
    Told(usize),
    /// "Pell turns 72 in May": the verb.
    Birthday(usize),
}

/// Whose age the value at `words` is.
pub fn of(sentence: &Sentence, words: Range<usize>) -> Option<Bearer> {
    let with = |link: Link| move |(person, how): (EntityId, How)| Bearer { person, how, link };
    let before = start_of(sentence, words.start);
    match apposed(sentence, before, &words) {
        Apposed::To(person) => return Some(with(Link::Beside)(person)),
        Apposed::ToOther => return None,
        Apposed::No => {}
    }
    if let Some(told) = told(sentence, &words) {
        return told;
    }
    let head = head_of(sentence, &words);
    of_age(sentence, head)
        .or_else(|| among(sentence, head, &words))
        .map(with(Link::Beside))
        .or_else(|| heading(sentence, before, &words))
        .or_else(|| within_relative(sentence, &words))
        .or_else(|| described(sentence, head, &words).map(with(Link::Beside)))
        .or_else(|| alone(sentence, &words).map(with(Link::Beside)))
}

/// Where the phrase begins whose number is at `start`: "just 72", "now aged 72".
fn start_of(sentence: &Sentence, start: usize) -> usize {
    let adverb = |form: &str| {
        matches!(
            form,
            "just" | "only" | "now" | "aged" | "nearly" | "almost" | "about" | "barely" | "still" | "today" | "already"
        )
    };
    let first = (0..start).rev().take_while(|&at| adverb(&sentence.forms[at])).last().unwrap_or(start);
    // "Pell, at 38, leads".
    let form = |back: usize| first.checked_sub(back).map(|at| sentence.forms[at].as_str());
    if form(1) == Some("at") && form(2) == Some(",") { first - 1 } else { first }
}

fn head_of(sentence: &Sentence, words: &Range<usize>) -> usize {
    words
        .clone()
        .find(|&word| sentence.tree.words[word].head.is_none_or(|up| !words.contains(&up)))
        .unwrap_or(words.start)
}

enum Apposed {
    To((EntityId, How)),
    ToOther,
    No,
}

/// "Pell, 72," "Pell (72)" "Pell, just 72,": a comma and the name before, the clause going on behind.
fn apposed(sentence: &Sentence, before: usize, words: &Range<usize>) -> Apposed {
    let forms = &sentence.forms;
    let Some(comma) = before.checked_sub(1).filter(|&at| matches!(forms[at].as_str(), "," | "(" | "–" | "—"))
    else {
        return Apposed::No;
    };
    let closed = forms.get(words.end).is_none_or(|form| {
        matches!(form.as_str(), "," | ")" | "." | "–" | "—" | ";" | "who" | "and" | ":" | "!" | "?")
    });
    if !closed && !years_are_written(sentence, words) {
        return Apposed::No;
    }
    let more_numbers = forms.get(words.end).is_some_and(|form| form == ",")
        && forms.get(words.end + 1).is_some_and(|form| form.chars().all(|c| c.is_ascii_digit()));
    if let Some(mention) = sentence
        .mentions
        .iter()
        .find(|mention| mention.words.end == comma && (mention.what == What::Other || mention.entity.is_some()))
    {
        return match known(sentence, mention).or_else(|| the_person(sentence, mention.head)) {
            Some(person) if !more_numbers => Apposed::To(person),
            _ => Apposed::ToOther,
        };
    }
    let noun = comma.checked_sub(1).filter(|_| !more_numbers).and_then(|noun| the_person(sentence, noun));
    noun.map_or(Apposed::No, Apposed::To)
}

/// "She is 51", "Pell turned 52": the subject of a copula or of "turn". `Some(None)` where it is nobody known.
fn told(sentence: &Sentence, words: &Range<usize>) -> Option<Option<Bearer>> {
    let head = head_of(sentence, words);
    let copular = sentence.tree.children(head).any(|child| sentence.is(child, Deprel::Cop));
    let governor = sentence.tree.words[head].head;
    let lemma = governor.filter(|&up| sentence.upos(up) != Upos::Noun).map(|up| sentence.lemma(up));
    let turned = lemma == Some("turn");
    let is_age = years_are_written(sentence, words);
    // "She is 13 under", "Orley were 20 up": a score, no age.
    let scored = |word: usize| {
        matches!(sentence.upos(word), Upos::Adp | Upos::Adv | Upos::Adj)
            && !matches!(
                sentence.forms[word].as_str(),
                "at" | "in" | "on" | "as" | "now" | "today" | "next" | "already" | "when"
            )
    };
    let spare = words.end >= sentence.forms.len()
        || !matches!(sentence.upos(words.end), Upos::Noun | Upos::Propn | Upos::Num) && !scored(words.end)
        || is_age;
    if !(copular || turned || lemma == Some("be")) || !spare {
        return None;
    }
    let verb = if copular { head } else { governor? };
    let subject =
        sentence.tree.children(verb).find(|&child| matches!(sentence.tree.words[child].deprel, Deprel::Nsubj));
    let person = subject.and_then(|word| {
        let named =
            if sentence.forms[word] == "who" { sentence.name_before_who(word + 1) } else { sentence.mention_at(word) };
        named.and_then(|mention| known(sentence, mention)).or_else(|| the_person(sentence, word))
    });
    let will =
        sentence.tree.children(verb).any(|child| matches!(sentence.forms[child].as_str(), "will" | "'ll" | "’ll"));
    let link = if turned || will { Link::Birthday(verb) } else { Link::Told(verb) };
    Some(person.map(|(person, how)| Bearer { person, how, link }))
}

/// "Pell, a man of 72".
fn of_age(sentence: &Sentence, head: usize) -> Option<(EntityId, How)> {
    let noun = sentence.tree.words[head]
        .head
        .filter(|&noun| matches!(sentence.lemma(noun), "man" | "woman") && sentence.has_case(head, &["of"]))?;
    let name = if sentence.is(noun, Deprel::Appos) {
        sentence.tree.words[noun].head
    } else {
        sentence.tree.children(noun).find(|&child| sentence.is(child, Deprel::Nsubj))
    };
    known(sentence, sentence.mention_at(name?)?)
}

/// "Pell, a 58-year-old piano tuner", "Pell is a 58-year-old piano tuner": what the age describes is said of the name.
fn among(sentence: &Sentence, head: usize, words: &Range<usize>) -> Option<(EntityId, How)> {
    if !years_are_written(sentence, words) {
        return None;
    }
    let noun = sentence.tree.words[head]
        .head
        .filter(|&noun| noun > head && noun <= words.end + 4 && sentence.is_modifier(head))
        .unwrap_or(head);
    let name = sentence.tree.words[noun].head.filter(|_| sentence.is(noun, Deprel::Appos));
    // "Pell, the harbour's 58-year-old pilot".
    let first = name.and_then(|_| sentence.subtree(noun).into_iter().filter(|&word| word < words.start).min());
    let indefinite = || words.start.checked_sub(1).filter(|&at| matches!(sentence.forms[at].as_str(), "a" | "an"));
    let article = first.or_else(indefinite)?;
    let subject = || {
        let copular = sentence.tree.children(noun).any(|child| sentence.is(child, Deprel::Cop));
        sentence.tree.children(noun).find(|&child| copular && sentence.is(child, Deprel::Nsubj))
    };
    // "Pell, Tom Grey, a 58-year-old driver": of several it is the last.
    let nearest = |mention: &&Mention| {
        let between = |other: &Mention| other.words.start >= mention.words.end && other.words.end < words.start;
        !sentence.mentions.iter().any(|other| matches!(other.what, What::Known | What::Other) && between(other))
    };
    let linked = name.or_else(subject).and_then(|word| sentence.mention_at(word));
    if let Some(person) = linked.filter(nearest).and_then(|mention| known(sentence, mention)) {
        return Some(person);
    }
    // The parse may hang it elsewhere: the name stands right before the comma.
    let comma = article.checked_sub(1).filter(|&comma| sentence.forms[comma] == ",")?;
    let named = sentence.mentions.iter().find(|mention| mention.words.end == comma && mention.what == What::Known)?;
    // "Quill met Pell, a coach, and …" describes whom it stands behind; a list of people does not.
    let listed = sentence.is(noun, Deprel::Conj) || sentence.is(named.head, Deprel::Conj);
    known(sentence, named).filter(|_| !listed)
}

/// "Now 39, she sells …": what opens the sentence is said of the subject behind the comma.
fn heading(sentence: &Sentence, before: usize, words: &Range<usize>) -> Option<Bearer> {
    let forms = &sentence.forms;
    let first = if before > 0 && forms[before - 1] == "at" { before - 1 } else { before };
    let opens = (0..first).all(|word| sentence.upos(word) == Upos::Punct);
    if !opens {
        return None;
    }
    let comma = (words.end..forms.len()).find(|&word| forms[word] == ",")?;
    // "Aged 61 and well, Pell": nothing between has a subject or is a thing counted.
    let short = comma <= words.end + 6
        && (words.end..comma)
            .all(|word| matches!(sentence.upos(word), Upos::Cconj | Upos::Adv | Upos::Adj | Upos::Verb));
    let marked = first < words.start || words.end == comma || years_are_written(sentence, words);
    let subject = sentence.mentions.iter().find(|mention| mention.words.start == comma + 1)?;
    let verb = sentence.tree.words[subject.head].head.filter(|_| sentence.is(subject.head, Deprel::Nsubj))?;
    let (person, how) = known(sentence, subject).filter(|_| short && marked)?;
    let now = (0..comma).any(|word| matches!(forms[word].as_str(), "now" | "still" | "today" | "already"));
    let link = if now { Link::Beside } else { Link::Told(verb) };
    Some(Bearer { person, how, link })
}

/// "Pell, who at 42 is the tallest".
fn within_relative(sentence: &Sentence, words: &Range<usize>) -> Option<Bearer> {
    let at = words.start.checked_sub(1).filter(|&at| sentence.forms[at] == "at")?;
    let verb = words.end;
    let present = sentence.forms.get(verb).is_some_and(|form| matches!(form.as_str(), "is" | "has" | "'s" | "’s"));
    let mention = sentence.name_before_who(at).filter(|_| present)?;
    let (person, how) = known(sentence, mention)?;
    Some(Bearer { person, how, link: Link::Told(verb) })
}

/// "the 58-year-old" and "58-year-old Ann Pell".
fn described(sentence: &Sentence, head: usize, words: &Range<usize>) -> Option<(EntityId, How)> {
    if !years_are_written(sentence, words) {
        return None;
    }
    let forms = &sentence.forms;
    let article = words.start.checked_sub(1).map(|at| forms[at].as_str());
    // "The 58-year-old laughed", whatever the parser makes of it.
    let noun = |at: usize| matches!(sentence.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    if article == Some("the") && (words.end >= forms.len() || !noun(words.end)) {
        return only_person(sentence, words.start);
    }
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
    None
}

/// "And only 33 years old!": a sentence of nothing else, after one about a single person.
fn alone(sentence: &Sentence, words: &Range<usize>) -> Option<(EntityId, How)> {
    let filler = |word: usize| {
        matches!(sentence.upos(word), Upos::Punct | Upos::Cconj | Upos::Adv | Upos::Intj)
            || matches!(sentence.forms[word].as_str(), "aged" | "at")
    };
    let nothing_else = (0..sentence.forms.len()).all(|word| words.contains(&word) || filler(word));
    (nothing_else && years_are_written(sentence, words)).then(|| only_person(sentence, words.start)).flatten()
}

/// "The gardener, 31": a noun for a person with "the", where the sentences around speak of one person only.
fn the_person(sentence: &Sentence, noun: usize) -> Option<(EntityId, How)> {
    let start = (0..noun).rev().take_while(|&at| sentence.tree.words[at].head == Some(noun)).last()?;
    let people = sentence.upos(noun) == Upos::Adj && words().kind_of(sentence.lemma(noun)) == Some("person");
    if sentence.forms[start] != "the" || !(people || names_person(sentence, noun)) {
        return None;
    }
    let found = only_person(sentence, noun)?;
    // Who has something done to them is followed by who did it.
    let before = Sentence { scene: sentence.scene, index: sentence.index.checked_sub(1)? };
    if !before.mentions_of(found.0).any(|mention| before.is(mention.head, Deprel::Nsubj)) {
        return None;
    }
    // "Her attacker fled. The attacker, 36, …" is not she.
    let near = sentence.index.saturating_sub(1)..=sentence.index;
    let others = near.filter(|&index| index < sentence.scene.readings.len()).any(|index| {
        let here = Sentence { scene: sentence.scene, index };
        (0..here.forms.len()).any(|word| {
            (index, word) != (sentence.index, noun)
                && names_person(&here, word)
                && here.mention_at(word).is_none_or(|mention| mention.entity != Some(found.0.0))
        })
    });
    (!others).then_some(found)
}

/// The only person that the sentences around speak of, up to the word `before` in this one: this and the one before, or the
/// nearest further back that speaks of anybody.
fn only_person(sentence: &Sentence, before: usize) -> Option<(EntityId, How)> {
    let mut people: Vec<EntityId> = Vec::new();
    for (back, index) in (sentence.index.saturating_sub(FURTHEST_BACK)..=sentence.index).rev().enumerate() {
        let Some(reading) = sentence.scene.readings.get(index) else { continue };
        let here = Sentence { scene: sentence.scene, index };
        for mention in reading.mentions.iter().filter(|mention| mention.words.start < before || back > 0) {
            match mention.entity.map(EntityId) {
                Some(entity) if is_person(sentence, entity) && !people.contains(&entity) => people.push(entity),
                None if mention.what == What::Other => {
                    let name = mention.span.of(sentence.text());
                    if name.split_whitespace().next().is_some_and(|first| words().gender(first).is_some()) {
                        return None;
                    }
                }
                _ => {}
            }
        }
        // "A diver was hurt. … The 58-year-old" is the diver.
        if back > 1 && (0..here.forms.len()).any(|word| introduces_person(&here, word)) {
            return None;
        }
        if back > 0 && !people.is_empty() {
            break;
        }
    }
    match people.as_slice() {
        [one] => Some((*one, How::Carried)),
        _ => None,
    }
}

/// So many sentences back a description may reach.
const FURTHEST_BACK: usize = 4;

fn names_person(sentence: &Sentence, word: usize) -> bool {
    matches!(sentence.upos(word), Upos::Noun | Upos::Propn)
        && words().kind_of(&sentence.lemma(word).to_lowercase()) == Some("person")
}

/// "A man", "another driver": somebody new.
fn introduces_person(sentence: &Sentence, word: usize) -> bool {
    sentence.upos(word) == Upos::Noun
        && names_person(sentence, word)
        && sentence
            .tree
            .children(word)
            .any(|child| matches!(sentence.forms[child].as_str(), "a" | "an" | "another" | "one"))
}

fn known(sentence: &Sentence, mention: &Mention) -> Option<(EntityId, How)> {
    let entity = EntityId(mention.entity?);
    // "Pell's husband, 50," and a surname behind an unknown first name are other people.
    let stranger = mention.words.start.checked_sub(1).is_some_and(|before| {
        sentence.upos(before) == Upos::Propn
            && sentence.mention_at(before).is_none_or(|other| other.entity.is_none())
            && !words().titles.contains_key(sentence.forms[before].trim_end_matches('.'))
            && words().gender(sentence.tree.words[before].span.of(sentence.text())).is_some()
    });
    (!stranger && mention.how <= How::Carried).then_some((entity, mention.how))
}

fn years_are_written(sentence: &Sentence, words: &Range<usize>) -> bool {
    let text = sentence.span_of(words.clone()).of(sentence.text()).to_lowercase();
    text.contains("year")
        || text.contains("aged")
        || text.contains("old")
        || words.start > 0 && sentence.forms[words.start - 1] == "aged"
}
