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
    according::repair(words);
    year::repair(text, words);
    duration::repair(words);
    inversion::repair(words);
    score::repair(words);
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
