//! "according to the White House": a preposition of two words, not a verb.

use super::{hang, is_under};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(words: &mut [Word]) {
    for at in 0..words.len().saturating_sub(2) {
        if words[at].lemma.starts_with("accord") && words[at + 1].lemma == "to" && words[at].xpos == "VBG" {
            mend(words, at);
        }
    }
}

fn mend(words: &mut [Word], at: usize) {
    // What it is according to: the highest nominal after "to" that this phrase holds.
    let inside = |word: &usize| is_under(words, *word, at) || is_under(words, at, *word);
    let nominal = |word: &usize| words[*word].upos.is_nominal();
    let source = (at + 2..words.len()).filter(nominal).find(|word| {
        inside(word) && words[*word].head.is_none_or(|head| head <= at + 1 || !words[head].upos.is_nominal())
    });
    let Some(source) = source else { return };
    if is_under(words, source, at) {
        let Some(head) = words[at].head else { return };
        words[source].head = Some(head);
        words[source].deprel =
            if words[head].upos.is_nominal() && words[at].deprel != Deprel::Case { Deprel::Nmod } else { Deprel::Obl };
    }
    if words[at].head.is_some() {
        words[at].head = Some(source);
        words[at].deprel = Deprel::Case;
        words[at].lemma = "accord".to_owned();
        words[at].upos = Upos::Verb;
    }
    hang(words, at + 1, at, Deprel::Fixed);
}
