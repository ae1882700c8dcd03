//! "lasting only a few minutes", "stretched over three hours": how long, not what.

use super::{hang, has_child};
use crate::syntax::{Deprel, Upos, Word};

pub fn repair(words: &mut [Word]) {
    for at in 0..words.len() {
        if words[at].upos != Upos::Noun || !is_time_unit(&words[at].lemma) {
            continue;
        }
        let Some(head) = words[at].head.filter(|&head| head < at && words[head].upos == Upos::Verb) else { continue };
        if is_spreading(&words[head].lemma) && words[head + 1].lemma == "over" && head + 1 < at {
            hang(words, head + 1, at, Deprel::Case);
            words[head + 1].upos = Upos::Adp;
        }
        let marked = has_child(words, at, |word| word.deprel == Deprel::Case);
        let measured = |words: &[Word]| {
            has_child(words, at, |word| {
                word.deprel == Deprel::Nummod || word.deprel == Deprel::Det || word.deprel == Deprel::Amod
            })
        };
        match words[at].deprel {
            Deprel::Obj | Deprel::Iobj | Deprel::OblUnmarked if marked => words[at].deprel = Deprel::Obl,
            Deprel::Obj | Deprel::Iobj if is_lasting(&words[head].lemma) && measured(words) => {
                words[at].deprel = Deprel::OblUnmarked;
            }
            _ => {}
        }
    }
}

fn is_time_unit(lemma: &str) -> bool {
    matches!(
        lemma,
        "second" | "minute" | "hour" | "day" | "night" | "week" | "fortnight" | "month" | "year" | "decade" | "century"
    )
}

/// Verbs after which a stretch of time is never an object.
#[rustfmt::skip]
fn is_lasting(lemma: &str) -> bool {
    matches!(
        lemma,
        "last" | "stretch" | "wait" | "stay" | "remain" | "continue" | "talk" | "speak" | "sleep" | "live" | "sit" | "stand" | "linger" | "reign"
            | "rule" | "work" | "meet" | "travel" | "rage" | "drag" | "extend" | "endure" | "persist" | "arrive" | "die" | "happen" | "occur"
    )
}

fn is_spreading(lemma: &str) -> bool {
    matches!(lemma, "stretch" | "spread" | "extend" | "drag")
}
