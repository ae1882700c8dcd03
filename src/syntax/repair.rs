//! Rules that mend what the parser is known to get wrong. Each rule looks for one construction,
//! by words and tags rather than by the tree, and leaves trees alone that are right already.

mod according;
mod duration;
mod inversion;
mod score;
mod year;

use super::Word;

/// Mends the words of a sentence in place; no rule makes a circle.
pub fn repair(text: &str, words: &mut [Word]) {
    subjects(words);
    according::repair(words);
    year::repair(text, words);
    duration::repair(words);
    inversion::repair(words);
    score::repair(words);
}

/// A verb that was read as a noun ("the ferry struck") has its subject as a modifier, and that noun's article for its own.
fn subjects(words: &mut [Word]) {
    use super::{Deprel, Upos};
    for verb in 0..words.len() {
        let noun = (0..verb).rev().find(|&at| {
            words[at].head == Some(verb)
                && words[at].deprel == Deprel::Compound
                && matches!(words[at].upos, Upos::Noun | Upos::Propn)
        });
        let Some(noun) = noun.filter(|_| words[verb].upos == Upos::Verb) else { continue };
        if has_child(words, verb, |word| matches!(word.deprel, Deprel::Nsubj | Deprel::NsubjPass)) {
            continue;
        }
        words[noun].deprel = Deprel::Nsubj;
        for word in &mut words[..noun] {
            let of_noun = matches!(word.deprel, Deprel::Det | Deprel::Amod | Deprel::Compound | Deprel::NmodPoss);
            if word.head == Some(verb) && of_noun {
                word.head = Some(noun);
            }
        }
    }
}

/// Whether `word` is `ancestor` or below it.
fn is_under(words: &[Word], word: usize, ancestor: usize) -> bool {
    std::iter::successors(Some(word), |&at| words[at].head).take(words.len()).any(|at| at == ancestor)
}

fn has_child(words: &[Word], head: usize, is: impl Fn(&Word) -> bool) -> bool {
    words.iter().any(|word| word.head == Some(head) && is(word))
}

/// Hangs `word` elsewhere, unless that would make a circle.
fn hang(words: &mut [Word], word: usize, head: usize, deprel: super::Deprel) {
    if words[word].head.is_some() && !is_under(words, head, word) {
        words[word].head = Some(head);
        words[word].deprel = deprel;
    }
}
