//! The person that a title is given to: right after it, in apposition, or equated with it.

use super::title::Occurrence;
use crate::article::mention::{How, Mention, What};
use crate::check::compare::name::{Stated, stated};
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::lexicon::words;
use crate::rulebook::{EntityId, Kind};
use crate::syntax::{Deprel, Upos};
use std::ops::Range;

/// How title and name stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// "Sheriff Tom Alder".
    Before,
    /// "the sheriff, Tom Alder", "Tom Alder, the sheriff".
    Apposition,
    /// "Tom Alder is the sheriff"; `past` where the verb is.
    Equated { past: bool },
}

/// The person named as the holder, if one is.
pub fn of(sentence: &Sentence, title: &Occurrence) -> Option<(Stated, Link)> {
    swallowed(sentence, title)
        .map(|name| (name, Link::Before))
        .or_else(|| following(sentence, title))
        .or_else(|| preceding(sentence, title).map(|name| (name, Link::Apposition)))
        .or_else(|| equated(sentence, title))
}

/// A name whose mention holds the title's own words: an alias "President Stone", an unknown "Sheriff Ann Pell".
fn swallowed(sentence: &Sentence, title: &Occurrence) -> Option<Stated> {
    let mention = sentence
        .mentions
        .iter()
        .find(|mention| mention.words.contains(&title.head) && mention.words.end > title.core.end)?;
    if mention.entity.is_some() {
        return person(sentence, mention);
    }
    unknown(sentence, title.core.end..mention.words.end, mention)
}

fn following(sentence: &Sentence, title: &Occurrence) -> Option<(Stated, Link)> {
    let forms = &sentence.forms;
    let mut at = title.phrase.end;
    // "his predecessor as mayor, Ann Pell" held the office before.
    if title.phrase.start > 0 && forms[title.phrase.start - 1] == "as" {
        return None;
    }
    // "the director of the festival since 2022, Ann Pell" is too far for a title.
    let marked = at < forms.len() && matches!(forms[at].as_str(), "," | ":" | "–" | "—" | "(");
    if marked {
        at += 1;
    }
    let honorific =
        |at: usize| forms.get(at).is_some_and(|form| words().titles.contains_key(form.trim_end_matches('.')));
    let start = at;
    let mention =
        sentence.mentions.iter().find(|mention| mention.words.start == at || mention.words.start == at + 1).filter(
            |mention| {
                mention.words.start == at
                    || honorific(at)
                    || sentence.tree.words[at].span.of(sentence.text()).starts_with(char::is_uppercase)
                        && matches!(mention.what, What::Known | What::Other)
            },
        )?;
    // "Skipper Tom Alder" where the rules know Ann Alder: a first name that is no part of what is known.
    let first_name = mention.words.start == at + 1
        && !honorific(at)
        && sentence.tree.words[at].span.of(sentence.text()).starts_with(char::is_uppercase)
        && mention.entity.is_none_or(|entity| !sentence.base().entities.has_word(EntityId(entity), &forms[at]));
    let name = if first_name {
        unknown(sentence, at..mention.words.end, mention)?
    } else {
        person(sentence, mention).or_else(|| after_honorific(sentence, mention))?
    };
    let end = mention.words.end;
    if !marked {
        // "the president Putin met" and "secretary Anna" in lower case with an article are no titles of the name.
        let title_case = sentence.tree.words[title.head].span.of(sentence.text()).starts_with(char::is_uppercase);
        let relative = title.definite
            && !title_case
            && forms.get(end).is_some_and(|_| sentence.upos(end) == Upos::Verb && sentence.is(end, Deprel::AclRelcl));
        return (!relative && start >= title.phrase.end).then_some((name, Link::Before));
    }
    let heading = forms[title.phrase.end] == ":";
    let closed = forms.get(end).is_none_or(|form| {
        matches!(form.as_str(), "," | "." | ";" | "–" | "—" | ")" | ":" | "!" | "?" | "\"" | "”" | "who" | "whose")
    });
    let apposed = sentence.is(mention.head, Deprel::Appos)
        && sentence.tree.words[mention.head].head.is_some_and(|up| title.phrase.contains(&up));
    let listed = sentence.is(mention.head, Deprel::Conj)
        || forms.get(end).is_some_and(|form| form == "and")
        || in_list(sentence, end);
    let whole = title.definite || title.owned || title.phrase.start == 0 || apposed;
    ((closed && whole || apposed || heading) && !listed).then_some((name, Link::Apposition))
}

/// "Ann Pell, the sheriff", "Ann Pell, sheriff of Hale County,".
fn preceding(sentence: &Sentence, title: &Occurrence) -> Option<Stated> {
    let forms = &sentence.forms;
    let comma = title.phrase.start.checked_sub(1)?;
    if !matches!(forms[comma].as_str(), "," | "–" | "—" | "(") {
        return None;
    }
    let apposed = sentence.is(title.head, Deprel::Appos);
    let mut mention = sentence.mentions.iter().find(|mention| mention.words.end == comma)?;
    // "Ann Pell, 52, the sheriff" has her age between.
    if mention.entity.is_none() && sentence.value_at(comma.checked_sub(1)?).is_some() {
        mention = sentence.mentions.iter().find(|other| other.words.end + 2 == comma)?;
    }
    let closed = forms.get(title.phrase.end).is_none_or(|form| {
        matches!(
            form.as_str(),
            "," | "." | ";" | "–" | "—" | ")" | ":" | "who" | "since" | "until" | "from" | "in" | "!" | "?"
        )
    });
    // "After meeting Pell, the sheriff left": a verb follows and no apposition does.
    if !closed && !apposed || sentence.is(mention.head, Deprel::Conj) && !apposed && in_list(sentence, title.phrase.end)
    {
        return None;
    }
    let inside_oblique = sentence.subtree(mention.head).is_empty();
    if inside_oblique || !(title.definite || title.owned || apposed || closed) {
        return None;
    }
    // "In Juneau, the governor, Ann Pell, said": what stands before is an adverbial of its own.
    if !apposed
        && forms.get(title.phrase.end).is_some_and(|form| form == ",")
        && sentence
            .mentions
            .iter()
            .any(|next| next.words.start == title.phrase.end + 1 && person(sentence, next).is_some())
    {
        return None;
    }
    person(sentence, mention)
}

/// What a copula or "as" equates the title with.
fn equated(sentence: &Sentence, title: &Occurrence) -> Option<(Stated, Link)> {
    let head = title.head;
    let past_of = |verb: usize| {
        matches!(sentence.tree.words[verb].xpos, "VBD")
            || sentence
                .tree
                .children(verb)
                .any(|child| matches!(sentence.forms[child].as_str(), "was" | "were" | "had"))
    };
    let copula = sentence.tree.children(head).find(|&child| sentence.is(child, Deprel::Cop));
    if copula.is_some() {
        let past = past_of(head);
        let name = slots_of(sentence, head)
            .into_iter()
            .filter(|(slot, _)| *slot == Slot::Subject)
            .find_map(|(_, word)| at(sentence, word))?;
        return Some((name, Link::Equated { past }));
    }
    // "The sheriff is Ann Pell": the name is the predicate.
    if sentence.is(head, Deprel::Nsubj)
        && let Some(predicate) = sentence.tree.words[head].head
        && sentence.tree.children(predicate).any(|child| sentence.is(child, Deprel::Cop))
        && let Some(name) = at(sentence, predicate)
    {
        return Some((name, Link::Equated { past: past_of(predicate) }));
    }
    // "Ann Pell, who has been the sheriff since": wherever the parse hangs the clause.
    if let Some(name) = sentence.name_before_who(title.phrase.start).and_then(|mention| person(sentence, mention)) {
        let past = (name.word..head).any(|word| matches!(sentence.forms[word].as_str(), "was" | "were" | "had"));
        return Some((name, Link::Equated { past }));
    }
    let verb = sentence.tree.words[head].head?;
    let remains = matches!(sentence.lemma(verb), "remain" | "stay")
        && matches!(sentence.tree.words[head].deprel, Deprel::Xcomp | Deprel::Obj);
    let serves = sentence.has_case(head, &["as"])
        && matches!(sentence.lemma(verb), "serve" | "act" | "continue" | "sit" | "work");
    if remains || serves {
        let name = slots_of(sentence, verb)
            .into_iter()
            .filter(|(slot, _)| *slot == Slot::Subject)
            .find_map(|(_, word)| at(sentence, word))?;
        return Some((name, Link::Equated { past: past_of(verb) || sentence.tree.words[verb].xpos == "VBD" }));
    }
    None
}

fn at(sentence: &Sentence, word: usize) -> Option<Stated> {
    let mention = sentence.mention_at(word)?;
    person(sentence, mention)
}

/// Whether a list goes on at `word`: ", X and Y".
fn in_list(sentence: &Sentence, word: usize) -> bool {
    let forms = &sentence.forms;
    let next_and = (word..(word + 6).min(forms.len())).find(|&at| forms[at] == "and");
    forms.get(word).is_some_and(|form| form == ",")
        && next_and.is_some_and(|and| {
            (word + 1..and).all(|at| matches!(sentence.upos(at), Upos::Propn | Upos::Punct)) && and > word + 1
        })
}

/// The mention as a person, known or by the look of the name.
pub fn person(sentence: &Sentence, mention: &Mention) -> Option<Stated> {
    match mention.entity.map(EntityId) {
        Some(entity) => {
            let is_person = matches!(sentence.base().entities.kind_of(entity), Some(Kind::Person));
            let carried = matches!(mention.what, What::Pronoun(_) | What::Description(_));
            (is_person && mention.how <= How::Carried).then(|| {
                stated(sentence, mention.head)
                    .filter(|name| name.entity == Some(entity) || carried)
                    .unwrap_or_else(|| known_with_more(sentence, mention, entity))
            })
        }
        None if mention.what == What::Other => unknown(sentence, mention.words.clone(), mention),
        None => None,
    }
}

/// A known name with a further word: "Aidan Kinsella" where the rules know Orla. Another person.
fn known_with_more(sentence: &Sentence, mention: &Mention, entity: EntityId) -> Stated {
    let same = stated(sentence, mention.head);
    same.unwrap_or(Stated {
        word: mention.head,
        span: mention.span,
        entity: Some(entity),
        text: mention.span.of(sentence.text()).to_owned(),
        proper: true,
        how: mention.how,
    })
}

fn after_honorific(sentence: &Sentence, mention: &Mention) -> Option<Stated> {
    (mention.what == What::Other).then(|| stated(sentence, mention.head)).flatten()
}

/// An unknown name that looks like a person's: two to four capitalised words, none of which names another kind of thing.
fn unknown(sentence: &Sentence, range: Range<usize>, mention: &Mention) -> Option<Stated> {
    let text = sentence.text();
    let start = range.clone().find(|&word| !words().titles.contains_key(sentence.forms[word].trim_end_matches('.')))?;
    let span = sentence.span_of(start..range.end);
    let written = span.of(text);
    let parts: Vec<&str> = written.split_whitespace().collect();
    let capital = parts.iter().all(|part| {
        part.starts_with(char::is_uppercase) || matches!(*part, "de" | "van" | "von" | "da" | "der" | "di" | "al")
    });
    let thing =
        parts.iter().any(|part| matches!(words().kind_of(&part.to_lowercase()), Some(kind) if kind != "person"))
            && words().gender(parts[0]).is_none();
    let initials = parts.iter().any(|part| part.len() > 1 && part.chars().all(|c| c.is_uppercase()));
    let headline = sentence.block == crate::article::BlockKind::Title;
    let fits = (2..=4).contains(&parts.len())
        && capital
        && !thing
        && (!initials || !headline && words().gender(parts[0]).is_some());
    fits.then(|| Stated {
        word: mention.head.clamp(start, range.end - 1),
        span,
        entity: None,
        text: written.to_owned(),
        proper: true,
        how: mention.how,
    })
}
