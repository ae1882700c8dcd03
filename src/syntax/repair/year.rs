//! "in 2013": a year after a preposition is when, whatever stands around it.

use super::{has_child, is_under};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(text: &str, words: &mut [Word]) {
    for at in 1..words.len() {
        let year = words[at].span.of(text);
        let before = words[at - 1].lemma.as_str();
        // A noun after it is counted by the number: "in 2000 cases".
        let counts = words.get(at + 1).is_some_and(|next| {
            matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn) && words[at].head == Some(at + 1)
        });
        if is_year(year)
            && !counts
            && matches!(before, "in" | "since" | "until" | "till")
            && words[at - 1].upos != Upos::Adv
        {
            mend(words, at);
        }
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && ("1000"..="2199").contains(&text)
}

fn mend(words: &mut [Word], year: usize) {
    let preposition = year - 1;
    if is_under(words, year, preposition) {
        // The preposition was taken for the head: the year takes its place.
        let Some(head) = words[preposition].head else { return };
        words[year].head = Some(head);
        words[year].deprel = Deprel::Obl;
    }
    let Some(head) = words[year].head else { return };
    if words[preposition].head.is_none() {
        return;
    }
    words[preposition].head = Some(year);
    if !matches!(words[preposition].deprel, Deprel::Case | Deprel::Mark) {
        words[preposition].deprel = Deprel::Case;
    }
    let wrong = matches!(
        words[year].deprel,
        Deprel::Nummod
            | Deprel::Obj
            | Deprel::OblUnmarked
            | Deprel::NmodUnmarked
            | Deprel::Dep
            | Deprel::Compound
            | Deprel::Flat
            | Deprel::Nsubj
    );
    let lone_conjunct = words[year].deprel == Deprel::Conj && !has_child(words, year, |word| word.deprel == Deprel::Cc);
    if wrong || lone_conjunct {
        words[year].deprel = if words[head].upos.is_nominal() { Deprel::Nmod } else { Deprel::Obl };
    }
}
