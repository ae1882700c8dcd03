//! Whom a word of the text names: the name beside a role, the name that a pronoun or a role stands for.

use crate::article::mention::{Mention, Pronoun, What};
use crate::check::compare::office;
use crate::check::scene::Sentence;
use crate::lexicon::words;
use crate::rulebook::{EntityId, Kind};
use crate::syntax::{Deprel, Upos};

/// The name at a word: "Ann Pell", "the producer, Ann Pell", "Trainer Ann Pell", "his sister, Ann".
pub fn named(sentence: &Sentence, word: usize) -> Option<usize> {
    let person = |at: usize| sentence.mention_at(at).is_some_and(|mention| is_person(sentence, mention));
    let tree = &sentence.tree;
    let apposed = |child: usize| {
        sentence.is(child, Deprel::Appos)
            && (person(child)
                || sentence.upos(child) == Upos::Propn
                    && sentence.mention_at(child).is_some_and(|mention| mention.what == What::Other)
                    && words().kind_of(&sentence.lemma(word).to_lowercase()) == Some("person"))
    };
    let behind = |child: usize| {
        child > word && matches!(tree.words[child].deprel, Deprel::Flat | Deprel::Compound) && person(child)
    };
    Some(word)
        .filter(|&word| person(word))
        .or_else(|| tree.children(word).find(|&child| apposed(child)))
        .or_else(|| tree.children(word).find(|&child| behind(child)))
}

/// "Ann Pell was booed when she said", "Ann Pell would not budge. … she barked": the only person that the sentence names
/// before the pronoun, or the sentence before, where nobody known is meant; the sentence and the word.
pub fn stands_for(sentence: &Sentence, pronoun: &Mention) -> Option<(usize, usize)> {
    if pronoun.entity.is_some() || !matches!(pronoun.what, What::Pronoun(Pronoun::He | Pronoun::She)) {
        return None;
    }
    if let Some(only) = only_subject(sentence, pronoun.words.start) {
        return only.map(|word| (sentence.index, word));
    }
    let index = sentence.index.checked_sub(1)?;
    let before = Sentence { scene: sentence.scene, index };
    let whole = before.forms.len();
    only_subject(&before, whole).flatten().map(|word| (index, word))
}

/// The only person named before `end`, where it is the subject; `Some(None)` where others are named.
fn only_subject(sentence: &Sentence, end: usize) -> Option<Option<usize>> {
    let mut named = sentence
        .mentions
        .iter()
        .filter(|mention| mention.words.end <= end && !sentence.is_quoted(mention.head))
        .filter(|mention| is_person(sentence, mention));
    let first = named.next()?;
    let tree = &sentence.tree;
    let subject = |word: usize| matches!(tree.words[word].deprel, Deprel::Nsubj | Deprel::NsubjPass);
    // "Ferry chief Ann Pell": the role may head the name.
    let is_subject = subject(first.head) || beside_name(sentence, first).is_some_and(subject);
    Some(Some(first.head).filter(|_| is_subject && named.next().is_none()))
}

/// The role that the name stands beside: "the harbour engineer, Ann Pell", "ferry chief Ann Pell".
pub fn beside_name(sentence: &Sentence, name: &Mention) -> Option<usize> {
    let word = &sentence.tree.words[name.head];
    let role = word.head.filter(|_| matches!(word.deprel, Deprel::Flat | Deprel::Appos | Deprel::Compound))?;
    (words().kind_of(&sentence.lemma(role).to_lowercase()) == Some("person")).then_some(role)
}

/// "The engineer said", where one of the two sentences before has "the harbour engineer, Ann Pell": that sentence, and the
/// name.
pub fn namesake_of(sentence: &Sentence, word: usize) -> Option<(usize, usize)> {
    let nobody = sentence
        .mention_at(word)
        .is_none_or(|mention| matches!(mention.what, What::Description(_)) && mention.entity.is_none());
    let role = words().kind_of(&sentence.lemma(word).to_lowercase()) == Some("person");
    if sentence.upos(word) != Upos::Noun || !nobody || !role {
        return None;
    }
    (sentence.index.saturating_sub(2)..sentence.index).rev().find_map(|index| {
        let before = Sentence { scene: sentence.scene, index };
        let same = |at: usize| before.lemma(at).eq_ignore_ascii_case(sentence.lemma(word));
        let mut found = before.mentions.iter().filter(|mention| is_person(&before, mention)).filter(|mention| {
            let below = before.tree.children(mention.head).find(|&child| before.is(child, Deprel::Appos));
            beside_name(&before, mention).into_iter().chain(below).any(same)
        });
        let only = found.next().filter(|_| found.next().is_none())?;
        Some((index, only.head))
    })
}

/// Whether the mention is a person's name: known as one, behind a title or a role, or with a first name.
pub fn is_person(sentence: &Sentence, mention: &Mention) -> bool {
    if let Some(entity) = mention.entity.map(EntityId) {
        return mention.what == What::Known && sentence.base().entities.kind_of(entity) == Some(Kind::Person);
    }
    if mention.what != What::Other {
        return false;
    }
    let is_title = |word: usize| words().titles.contains_key(sentence.forms[word].trim_end_matches('.'));
    let titled = is_title(mention.words.start) && mention.words.len() > 1
        || mention.words.start.checked_sub(1).is_some_and(is_title);
    let first = mention.words.clone().find(|&word| !is_title(word));
    // "Quill" where the article has named Ada Quill; a name of two words that nothing else is called.
    let surname = mention.words.len() == 1
        && sentence.scene.readings.iter().flat_map(|reading| &reading.mentions).any(|other| {
            other.words.len() > 1
                && other.what == What::Other
                && other.span.of(sentence.text()).ends_with(mention.span.of(sentence.text()))
                && first_name(sentence, other)
        });
    titled
        || surname
        || first_name(sentence, mention)
        || first.is_some_and(|word| mention.words.len() > 1 && words().gender(&sentence.forms[word]).is_some())
        || office::person_named(sentence, mention)
}

/// Two capitalised words, neither of which names a kind of thing: a first name and a surname.
fn first_name(sentence: &Sentence, mention: &Mention) -> bool {
    let written = mention.span.of(sentence.text());
    let mut parts: Vec<&str> = written.split_whitespace().collect();
    // "Trainer Ann Pell", "Rival Ann Pell".
    if parts.len() == 3 && words().kind_of(&parts[0].to_lowercase()) == Some("person") {
        parts.remove(0);
    }
    let named = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().any(char::is_lowercase)
            && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && words().kind_of(&part.to_lowercase()).is_none_or(|kind| kind == "person")
    };
    parts.len() == 2 && parts.iter().all(named)
}
