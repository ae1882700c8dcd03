//! Who is put forward by a phrase that selects: "Ann Pell, a clerk, was the first", "the first was a clerk, Ann Pell".

use super::Case;
use super::phrase::Ranked;
use crate::article::mention::{Mention, What};
use crate::article::reading::ValueAt;
use crate::check::compare::name::{Stated, stated, stated_names};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, slots_of};
use crate::lexicon::words;
use crate::syntax::Upos;

impl Case<'_, '_, '_> {
    /// The names that the phrase is given to.
    pub(super) fn names(&self, ranked: &Ranked) -> Vec<Stated> {
        let sentence = self.sentence;
        let mut names = self.of_tree(ranked);
        names.extend(self.beside(ranked));
        names.extend(self.after(ranked));
        if names.iter().all(|name| !name.proper) {
            names.extend(before_copula(sentence, ranked.words.start));
        }
        if names.is_empty() && ranked.told == Some(sentence.index) {
            let deeds = self.sites.iter().filter(|site| !ranked.words.contains(&site.head));
            names.extend(deeds.flat_map(|site| subjects(sentence, site.head)));
        }
        // "The clerk, Ann Pell, was": the name beside the noun says who it is.
        let named: Vec<Stated> =
            names.iter().filter(|name| !name.proper).filter_map(|noun| apposed(sentence, noun.word)).collect();
        names.extend(named);
        names.retain(|name| {
            !(ranked.noun..ranked.words.end).contains(&name.word) || name.entity.is_none() && !name.proper
        });
        names.sort_by_key(|name| name.word);
        names.dedup_by(|a, b| a.word == b.word);
        names
    }

    /// Subjects, predicates and appositions of the class noun.
    fn of_tree(&self, ranked: &Ranked) -> Vec<Stated> {
        let sentence = self.sentence;
        let noun = ranked.noun;
        let as_noun = Site {
            form: SiteForm::Noun,
            head: noun,
            words: vec![noun],
            weight: 1.0,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        };
        let mut names = stated_names(sentence, &as_noun);
        names.extend(subjects(sentence, noun));
        let verb = sentence.tree.words[noun].head;
        if let Some(verb) = verb.filter(|&verb| matches!(sentence.lemma(verb), "become" | "be" | "remain" | "make")) {
            names.extend(subjects(sentence, verb));
        }
        names
    }

    /// "Ann Pell, the first woman to", "Ann Pell, 41, who in 2016 became the first woman to".
    fn beside(&self, ranked: &Ranked) -> Vec<Stated> {
        let sentence = self.sentence;
        let forms = &sentence.forms;
        let mut names = Vec::new();
        let mark =
            ranked.words.start.checked_sub(1).filter(|&mark| matches!(forms[mark].as_str(), "," | "–" | "—" | "("));
        if let Some(mark) = mark {
            let age = mark
                .checked_sub(1)
                .filter(|&word| sentence.value_at(word).is_some() && word > 0 && forms[word - 1] == ",");
            names.extend(name_ending(sentence, age.map_or(mark, |word| word - 1)));
        }
        names.extend(sentence.name_before_who(ranked.words.start).and_then(|mention| proper(sentence, mention.head)));
        names
    }

    /// "was Ann Pell", ", Ann Pell", ", a clerk called Ann Pell", "was a clerk, Ann Pell", "belonged to Pell".
    fn after(&self, ranked: &Ranked) -> Option<Stated> {
        let sentence = self.sentence;
        let forms = &sentence.forms;
        let end = ranked.words.end;
        let mark = forms.get(end)?.as_str();
        let equated = matches!(mark, "is" | "was" | "are" | "were" | "remains" | "remained" | ":" | "belonged");
        if !equated && !matches!(mark, "," | "–" | "—" | "(") {
            return None;
        }
        let start = end + 1;
        let next = sentence.mentions.iter().filter(named).find(|mention| {
            let first = mention.words.start;
            let called = first > start && first <= start + 5 && matches!(forms[first - 1].as_str(), "called" | "named");
            first == start
                || first == start + 1 && (is_title(sentence, start) || mark == "belonged" && forms[start] == "to")
                || called
                || equated && first > start && first <= start + 6 && describes(sentence, start, first)
        })?;
        // "Defence Minister Ann Pell": the name behind the title.
        let next = sentence
            .mentions
            .iter()
            .filter(named)
            .find(|mention| mention.words.start == next.words.end && describes(sentence, start, mention.words.start))
            .unwrap_or(next);
        let ends =
            forms.get(next.words.end).is_none_or(|form| matches!(form.as_str(), "," | "." | ")" | "–" | "—" | ";"));
        (equated || ends).then(|| proper(sentence, next.head)).flatten()
    }

    /// Whether a date says when the selected one acted: beside the phrase or its name, no other verb between.
    pub(super) fn dates_it(&self, ranked: &Ranked, value: &ValueAt, name: Option<&Stated>) -> bool {
        let sentence = self.sentence;
        let below = sentence.subtree(ranked.noun);
        if ranked.words.contains(&value.head) || below.contains(&value.head) {
            return true;
        }
        let (mut from, mut to) = (ranked.words.start, ranked.words.end);
        if let Some(name) = name {
            from = from.min(name.word);
            to = to.max(name.word + 1);
        }
        let gap = if value.words.end <= from {
            value.words.end..from
        } else if value.words.start >= to {
            to..value.words.start
        } else {
            return true;
        };
        gap.clone().all(|word| {
            !matches!(sentence.forms[word].as_str(), ";" | "." | "and" | "but" | "while" | "when")
                && (sentence.upos(word) != Upos::Verb
                    || matches!(sentence.lemma(word), "become" | "be" | "do")
                    || words().verbs.occurring.contains(sentence.lemma(word))
                    || self.sites.iter().any(|site| site.head == word))
        }) && gap.len() <= 8
    }
}

/// "Ann Pell, they say, is the first", "It was Ann Pell, says the clerk, who was the first": the name before the verb
/// that equates, across one aside.
fn before_copula(sentence: &Sentence, phrase: usize) -> Option<Stated> {
    let forms = &sentence.forms;
    let linking = |word: usize| {
        matches!(sentence.upos(word), Upos::Aux | Upos::Adv) && sentence.value_at(word).is_none()
            || matches!(sentence.lemma(word), "become" | "be" | "remain")
    };
    let opening = (0..phrase).rev().take_while(|&word| linking(word)).last()?;
    if !(opening..phrase).any(|word| matches!(sentence.lemma(word), "become" | "be" | "remain")) {
        return None;
    }
    let mut end = opening;
    let who = end.checked_sub(1).filter(|&word| matches!(forms[word].as_str(), "who" | "that"));
    if let Some(who) = who {
        end = who;
    }
    if let Some(name) = name_ending(sentence, end) {
        // "The boat of Ann Pell was the first": what is hers is not she.
        return (who.is_none() || is_cleft(sentence, name.word))
            .then_some(name)
            .filter(|name| stands_free(sentence, name));
    }
    let closing = end.checked_sub(1).filter(|&mark| matches!(forms[mark].as_str(), "," | "–" | "—" | ")"))?;
    let opens = (closing.saturating_sub(12)..closing)
        .rev()
        .find(|&mark| matches!(forms[mark].as_str(), "," | "–" | "—" | "("))?;
    if opens + 1 == closing {
        return None;
    }
    // Either the aside is the name itself, "the clerk, Ann Pell, was", or the name comes before it.
    let aside = sentence.mentions.iter().filter(named).find(|mention| mention.words == (opens + 1..closing));
    let the = sentence.mentions.iter().filter(named).find(|mention| {
        mention.words.end == closing && mention.words.start == opens + 2 && sentence.upos(opens + 1) == Upos::Det
    });
    let before = name_ending(sentence, opens);
    match (before, aside.or(the)) {
        (Some(name), None) => Some(name).filter(|name| stands_free(sentence, name)),
        (None, Some(aside)) => proper(sentence, aside.head),
        _ => None,
    }
}

/// Whether a clause can begin with the name: nothing before it hangs it on another noun or lists it after another.
fn stands_free(sentence: &Sentence, name: &Stated) -> bool {
    let first = sentence.mention_at(name.word).map_or(name.word, |mention| mention.words.start);
    let Some(mut before) = first.checked_sub(1) else { return true };
    while before > 0 && (is_title(sentence, before) || matches!(sentence.forms[before].as_str(), "the" | "The")) {
        before -= 1;
    }
    let after_title = is_title(sentence, before) || sentence.forms[before] == "the";
    after_title
        || sentence.upos(before) == Upos::Punct
        || matches!(sentence.upos(before), Upos::Verb | Upos::Aux | Upos::Sconj)
        || matches!(sentence.forms[before].as_str(), "but" | "and" | "that" | "so" | "then" | "because")
            && !before.checked_sub(1).is_some_and(|word| sentence.upos(word) == Upos::Propn)
}

/// "It was Ann Pell who".
pub(super) fn is_cleft(sentence: &Sentence, name: usize) -> bool {
    let first = sentence.mention_at(name).map_or(name, |mention| mention.words.start);
    first >= 2
        && matches!(sentence.forms[first - 1].as_str(), "was" | "is" | "'s" | "’s")
        && sentence.forms[first - 2] == "it"
}

/// "the clerk, Ann Pell": the name right after the noun, between marks, or "a clerk called Ann Pell".
fn apposed(sentence: &Sentence, noun: usize) -> Option<Stated> {
    let forms = &sentence.forms;
    let next = forms.get(noun + 1)?.as_str();
    let called = matches!(next, "called" | "named");
    if !called && next != "," {
        return None;
    }
    let start = noun + 2 + usize::from(matches!(forms.get(noun + 2)?.as_str(), "the" | "The"));
    let mention = sentence.mentions.iter().filter(named).find(|mention| mention.words.start == start)?;
    let closed = forms.get(mention.words.end).is_some_and(|form| form == ",");
    (called || closed).then(|| proper(sentence, mention.head)).flatten()
}

/// "a police corporal, " between `start` and `end`: nothing but what describes the name that follows.
fn describes(sentence: &Sentence, start: usize, end: usize) -> bool {
    let noun = |word: usize| matches!(sentence.upos(word), Upos::Noun);
    (start..end).any(noun)
        && matches!(sentence.forms[start].as_str(), "a" | "an" | "the")
        && (start..end).all(|word| {
            matches!(sentence.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num)
                || matches!(sentence.forms[word].as_str(), "-")
                || word + 1 == end && sentence.forms[word] == ","
        })
}

fn named(mention: &&Mention) -> bool {
    matches!(mention.what, What::Known | What::Other)
}

fn proper(sentence: &Sentence, word: usize) -> Option<Stated> {
    stated(sentence, word).filter(|name| name.proper)
}

/// The proper name whose last word stands right before `end`.
fn name_ending(sentence: &Sentence, end: usize) -> Option<Stated> {
    let mention = sentence.mentions.iter().filter(named).find(|mention| mention.words.end == end)?;
    proper(sentence, mention.head)
}

pub(super) fn subjects(sentence: &Sentence, word: usize) -> Vec<Stated> {
    slots_of(sentence, word)
        .into_iter()
        .filter(|(slot, _)| *slot == Slot::Subject)
        .filter_map(|(_, word)| stated(sentence, word))
        .collect()
}

fn is_title(sentence: &Sentence, word: usize) -> bool {
    words().titles.contains_key(sentence.forms[word].trim_end_matches('.'))
}
