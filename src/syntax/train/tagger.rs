//! Training of the tagger.

use super::perceptron::Perceptron;
use super::{Example, Random};
use crate::syntax::tagger::{Context, best};
use std::collections::BTreeMap;

/// Trains on the examples that `seen` names.
pub fn train(examples: &[Example], seen: &[usize], tags: usize, rounds: usize) -> Perceptron {
    let mut frequencies: BTreeMap<u64, usize> = BTreeMap::new();
    for form in seen.iter().flat_map(|&at| &examples[at].forms) {
        *frequencies.entry(form.word).or_default() += 1;
    }
    let mut perceptron = Perceptron::default();
    let mut random = Random(11);
    let mut order = seen.to_vec();
    let mut keys = Vec::new();
    let mut scores = vec![0; tags];
    for _ in 0..rounds {
        random.shuffle(&mut order);
        for &example in &order {
            let example = &examples[example];
            let context = Context::new(&example.forms);
            let mut guessed: Vec<u8> = Vec::with_capacity(example.forms.len());
            for at in 0..example.forms.len() {
                // A rare word is now and then taken as unknown, so that its ending learns too.
                let frequency = frequencies.get(&example.forms[at].word).copied().unwrap_or(0);
                let known = random.below(100 * (1 + 4 * frequency)) >= 100;
                context.keys(at, &guessed, known, &mut keys);
                let guess = best(&perceptron, &keys, &mut scores);
                let gold = example.tags[at];
                if guess != gold {
                    for &key in &keys {
                        perceptron.update(key, gold, 1);
                        perceptron.update(key, guess, -1);
                    }
                }
                perceptron.next_example();
                guessed.push(guess);
            }
        }
    }
    perceptron
}
