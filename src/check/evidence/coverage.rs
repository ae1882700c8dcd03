//! How much of what a claim asks for stands around a value.
//!
//! The claim's head, what it counts and its other words count alike here: "the six people aboard slept" has the words of
//! "number of people aboard" in pieces that no one place of the head holds together.

use super::cues::Cues;
use super::region::Region;
use crate::check::scene::Sentence;
use crate::lexicon::{Concept, words};
use std::ops::Range;

/// The part of the claim's content words that stand in the value's clause or above it, outside of the value itself.
pub fn coverage(cues: &Cues, sentence: &Sentence, region: &Region, own: &Range<usize>) -> &'static str {
    let asked = asked(cues);
    let around: Vec<usize> = region.words.iter().copied().filter(|word| !own.contains(word)).collect();
    let met = asked.iter().filter(|concept| around.iter().any(|&word| says(sentence, concept, word))).count();
    match (met, asked.len()) {
        (_, 0) => "none-asked",
        (met, all) if met == all => "all",
        (0, _) => "none",
        (met, all) if met * 5 >= all * 3 => "most",
        (met, all) if met * 5 >= all * 2 => "half",
        _ => "few",
    }
}

/// The claim's content words, each once.
fn asked<'c>(cues: &Cues<'c>) -> Vec<&'c Concept> {
    let frame = cues.frame;
    let mut asked: Vec<&Concept> = Vec::new();
    for concept in std::iter::once(&frame.head.concept).chain(&frame.counted).chain(cues.words.iter().copied()) {
        let text = concept.text.to_lowercase();
        let says_little = text.is_empty() || words().is_light(&text) || words().verbs.people.contains(&text);
        if !says_little && !asked.iter().any(|known| known.text.to_lowercase() == text) {
            asked.push(concept);
        }
    }
    asked
}

/// Whether the word is the concept's, or the one is derived from the other.
fn says(sentence: &Sentence, concept: &Concept, word: usize) -> bool {
    let lemma = sentence.lemma(word).to_lowercase();
    let mut text = concept.text.split_whitespace();
    super::is(sentence, concept, word)
        || text.clone().any(|own| own.eq_ignore_ascii_case(&lemma))
        || text
            .next_back()
            .is_some_and(|last| words().derived(&lemma).iter().any(|(derived, _)| last.eq_ignore_ascii_case(derived)))
}
