//! "Not since 2013 has a president been to Moscow": the subject stands after the auxiliary.

use super::{has_child, is_under};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(words: &mut [Word]) {
    for verb in 0..words.len() {
        let has_subject = has_child(words, verb, |word| {
            word.deprel.is_subject() || word.deprel == Deprel::Csubj || word.deprel == Deprel::Expl
        });
        if has_subject || matches!(words[verb].upos, Upos::Punct) {
            continue;
        }
        let auxiliary = (0..verb)
            .find(|&at| words[at].head == Some(verb) && matches!(words[at].deprel, Deprel::Aux | Deprel::AuxPass));
        let Some(auxiliary) = auxiliary else { continue };
        if !is_fronted(words, auxiliary) {
            continue;
        }
        let subject = (auxiliary + 1..verb).find(|&at| {
            words[at].upos.is_nominal()
                && words[at].head.is_some_and(|head| head <= auxiliary || head == verb)
                && !has_child(words, at, |word| word.deprel == Deprel::Case)
                && !matches!(words[at].deprel, Deprel::Conj | Deprel::Appos)
        });
        if let Some(subject) = subject.filter(|&subject| !is_under(words, verb, subject)) {
            let passive = has_child(words, verb, |word| word.deprel == Deprel::AuxPass);
            words[subject].head = Some(verb);
            words[subject].deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
        }
    }
}

/// Whether a word that calls for inversion begins the clause of the auxiliary.
fn is_fronted(words: &[Word], auxiliary: usize) -> bool {
    let fronts = |word: &Word| {
        matches!(
            word.lemma.as_str(),
            "not" | "never" | "only" | "rarely" | "seldom" | "nor" | "neither" | "hardly" | "nowhere" | "little"
        )
    };
    words[..auxiliary].iter().rev().take(12).take_while(|word| !matches!(word.xpos, "." | "``" | "''")).any(fronts)
}
