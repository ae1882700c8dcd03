//! Which value belongs to which words: a value belongs to its own event.

use super::scene::Sentence;
use super::site::Site;
use crate::article::clause::heads_clause;
use crate::lexicon::words;
use crate::syntax::{Deprel, Upos};

/// How firmly a value hangs on a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// In the same sentence.
    Weak,
    /// In the same clause.
    Near,
    /// In the site's own slot.
    Direct,
}

/// The bond between the site and the value headed at `value`, and the words that lie between them in the tree.
/// `None` where the words between show a change or another thing.
pub fn bond(sentence: &Sentence, site: &Site, value: usize) -> Option<(Bond, Vec<usize>)> {
    if site.words.contains(&value) {
        return None;
    }
    let from_value = chain(sentence, value);
    let from_site = chain(sentence, site.head);
    let (i, j) = from_value
        .iter()
        .enumerate()
        .find_map(|(i, word)| from_site.iter().position(|other| other == word).map(|j| (i, j)))?;
    let top = from_value[i];
    let between: Vec<usize> =
        from_value[1..i.max(1)].iter().chain(&from_site[1..j.max(1)]).copied().filter(|&w| w != top).collect();
    let crosses = between.iter().any(|&word| heads_clause(&sentence.tree, word) && !sentence.is(word, Deprel::Xcomp));
    let words = words();
    let bond = if i > 0 && top == site.head {
        // The value hangs below the site.
        if crosses {
            Bond::Weak
        } else if between.len() <= 2 {
            Bond::Direct
        } else {
            Bond::Near
        }
    } else if j > 0 && top == value {
        // "three hours of talks", "3 hours long": the site hangs below the value.
        if crosses {
            Bond::Weak
        } else if between.len() <= 1 {
            Bond::Direct
        } else {
            Bond::Near
        }
    } else {
        let under_site = from_site[j - 1];
        let under_value = from_value[i - 1];
        let subject = matches!(
            sentence.tree.words[under_site].deprel,
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obl | Deprel::Obj
        );
        let complement = matches!(
            sentence.tree.words[under_value].deprel,
            Deprel::Obj
                | Deprel::Obl
                | Deprel::OblUnmarked
                | Deprel::Xcomp
                | Deprel::Advmod
                | Deprel::Nummod
                | Deprel::Nsubj
                | Deprel::NsubjPass
        );
        let verb = sentence.lemma(top).to_lowercase();
        if subject && complement && sentence.upos(top) == Upos::Verb {
            if words.verbs.change.contains(&verb) && is_change(sentence, under_value) {
                return None;
            }
            if crosses {
                Bond::Weak
            } else if words.verbs.level.contains(&verb) || words.verbs.light.contains(&verb) {
                Bond::Direct
            } else {
                Bond::Near
            }
        } else if crosses {
            Bond::Weak
        } else if matches!(sentence.upos(top), Upos::Noun | Upos::Propn | Upos::Sym | Upos::Num) && between.len() <= 1 {
            // Both modify one noun: "a £2bn takeover bid".
            Bond::Direct
        } else if sentence.clause(value) == sentence.clause(site.head) {
            Bond::Near
        } else {
            Bond::Weak
        }
    };
    if (i == 0 || top == site.head)
        && is_change(sentence, value)
        && words.verbs.change.contains(&sentence.lemma(site.head).to_lowercase())
    {
        return Some((Bond::Near.min(bond), between));
    }
    Some((bond, between))
}

/// Whether the value is how much something changed: "by 4 %", "4 % up".
pub fn is_change(sentence: &Sentence, value: usize) -> bool {
    !sentence.has_case(value, &["to", "at"]) || sentence.has_case(value, &["by"])
}

fn chain(sentence: &Sentence, word: usize) -> Vec<usize> {
    let mut all = vec![word];
    all.extend(sentence.ancestors(word));
    all
}
