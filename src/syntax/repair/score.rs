//! "City beat United 3-1", "won the series 2-1": the score says how, not what.

use super::{hang, is_under};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(words: &mut [Word]) {
    for score in 0..words.len() {
        if words[score].upos != Upos::Num || !is_score(words, score) {
            continue;
        }
        let Some(head) = words[score].head else { continue };
        match words[score].deprel {
            // The score was taken for the object, and the loser for a part of it.
            Deprel::Obj | Deprel::OblUnmarked if words[head].upos == Upos::Verb => {
                let loser = (head + 1..score).rev().find(|&at| {
                    words[at].head == Some(score)
                        && words[at].upos.is_nominal()
                        && words[at].upos != Upos::Num
                        && !words.iter().any(|word| word.head == Some(at) && word.deprel == Deprel::Case)
                });
                if let Some(loser) = loser {
                    hang(words, loser, head, Deprel::Obj);
                }
                words[score].deprel = Deprel::OblUnmarked;
            }
            Deprel::Appos | Deprel::Nmod | Deprel::NmodUnmarked | Deprel::Flat | Deprel::Dep | Deprel::Nummod
                if words[head].deprel == Deprel::Obj && head < score =>
            {
                if let Some(verb) = words[head].head
                    && words[verb].upos == Upos::Verb
                    && !is_under(words, verb, score)
                {
                    hang(words, score, verb, Deprel::OblUnmarked);
                }
            }
            _ => {}
        }
    }
}

/// "3-1": a number, a dash, a number.
fn is_score(words: &[Word], first: usize) -> bool {
    let (Some(dash), Some(second)) = (words.get(first + 1), words.get(first + 2)) else { return false };
    matches!(dash.lemma.as_str(), "-" | "–")
        && second.upos == Upos::Num
        && words[first].span.end == dash.span.start
        && dash.span.end == second.span.start
}
