//! "Not since 2013 has a president been invited": the subject stands after the auxiliary.

use super::{has_child, is_under};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(words: &mut [Word]) {
    for finite in 0..words.len() {
        if is_auxiliary(&words[finite]) && is_fronted(words, finite) {
            demote(words, finite);
        }
    }
    for verb in 0..words.len() {
        find_subject(words, verb);
    }
}

/// "has" was taken for the verb and what follows for its object: makes it the auxiliary it is.
fn demote(words: &mut [Word], finite: usize) {
    let subject = (finite + 1..words.len()).find(|&at| {
        words[at].head == Some(finite)
            && words[at].upos.is_nominal()
            && (is_object(words[at].deprel) || words[at].deprel.is_subject())
    });
    let Some(subject) = subject else { return };
    let main = (subject + 1..words.len()).find(|&at| {
        words[at].head.is_some_and(|head| head == subject || head == finite)
            && (words[at].xpos == fitting(&words[finite]) || has_child(words, at, |word| word.deprel == Deprel::Cop))
    });
    let Some(main) = main else { return };
    (words[main].head, words[main].deprel) = (words[finite].head, words[finite].deprel);
    for word in words.iter_mut().filter(|word| word.head == Some(finite)) {
        word.head = Some(main);
    }
    (words[finite].head, words[finite].deprel, words[finite].upos) = (Some(main), Deprel::Aux, Upos::Aux);
    set_subject(words, subject, main);
}

/// Gives a verb without a subject the nominal between its auxiliary and itself.
fn find_subject(words: &mut [Word], verb: usize) {
    let subject_like = |word: &Word| word.deprel.is_subject() || matches!(word.deprel, Deprel::Csubj | Deprel::Expl);
    let is_auxiliary =
        |at: &usize| words[*at].head == Some(verb) && matches!(words[*at].deprel, Deprel::Aux | Deprel::AuxPass);
    let Some(auxiliary) = (0..verb).find(is_auxiliary) else { return };
    if has_child(words, verb, subject_like) || !is_fronted(words, auxiliary) {
        return;
    }
    let subject = (auxiliary + 1..verb).find(|&at| {
        words[at].upos.is_nominal()
            && words[at].head.is_some_and(|head| head <= auxiliary || head == verb)
            && !has_child(words, at, |word| word.deprel == Deprel::Case)
            && !matches!(words[at].deprel, Deprel::Conj | Deprel::Appos)
    });
    if let Some(subject) = subject.filter(|&subject| !is_under(words, verb, subject)) {
        set_subject(words, subject, verb);
    }
}

fn set_subject(words: &mut [Word], subject: usize, verb: usize) {
    let passive = has_child(words, verb, |word| word.deprel == Deprel::AuxPass);
    words[subject].head = Some(verb);
    words[subject].deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
}

fn is_object(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Obj | Deprel::Iobj | Deprel::Ccomp)
}

fn is_auxiliary(word: &Word) -> bool {
    word.upos == Upos::Verb
        && matches!(word.lemma.as_str(), "have" | "do")
        && matches!(word.xpos, "VBZ" | "VBP" | "VBD")
}

/// The tag of the verb that goes with an auxiliary.
fn fitting(auxiliary: &Word) -> &'static str {
    if auxiliary.lemma == "have" { "VBN" } else { "VB" }
}

/// Whether a word that calls for inversion begins the clause of the auxiliary.
fn is_fronted(words: &[Word], auxiliary: usize) -> bool {
    let fronts = |word: &Word| {
        matches!(
            word.lemma.as_str(),
            "not" | "never" | "only" | "rarely" | "seldom" | "nor" | "neither" | "hardly" | "nowhere" | "little"
        )
    };
    let clause = words[..auxiliary].iter().rev().take(12);
    clause.take_while(|word| !matches!(word.xpos, "." | "``" | "''") && !word.deprel.is_subject()).any(fronts)
}
