//! Training of the tagger.

use super::perceptron::Perceptron;
use super::{Example, Plan, Random};
use crate::syntax::tagger::{Context, Taggers, highest};
use crate::syntax::weights::Scorer;
use std::collections::BTreeMap;

/// The right tag must win by this much, or else the weights change.
const MARGIN: i32 = 30;

/// Trains on the examples that `seen` names.
pub fn train(examples: &[Example], seen: &[usize], tags: usize, plan: Plan) -> Taggers<Perceptron> {
    let one = |backwards| train_one(examples, seen, tags, plan, backwards);
    Taggers { forwards: one(false), backwards: one(true) }
}

fn train_one(examples: &[Example], seen: &[usize], tags: usize, plan: Plan, backwards: bool) -> Perceptron {
    let mut frequencies: BTreeMap<u64, usize> = BTreeMap::new();
    for form in seen.iter().flat_map(|&at| &examples[at].forms) {
        *frequencies.entry(form.word).or_default() += 1;
    }
    let mut perceptron = Perceptron::default();
    let mut random = Random(11);
    let mut order = seen.to_vec();
    let mut keys = Vec::new();
    let mut scores = vec![0; tags];
    for round in 0..plan.rounds() {
        if round == plan.open {
            perceptron.close(plan.features);
        }
        random.shuffle(&mut order);
        for &example in &order {
            let example = &examples[example];
            let context = Context::new(&example.forms, backwards);
            let length = example.forms.len();
            let mut guessed: Vec<u8> = Vec::with_capacity(length);
            for at in 0..length {
                let word = if backwards { length - 1 - at } else { at };
                // A rare word is now and then taken as unknown, so that its ending learns too.
                let frequency = frequencies.get(&example.forms[word].word).copied().unwrap_or(0);
                let known = random.below(1 + 4 * frequency) > 0;
                context.keys(at, &guessed, known, &mut keys);
                scores.fill(0);
                perceptron.add(&keys, &mut scores);
                guessed.push(highest(&scores));
                let gold = example.tags[word];
                scores[usize::from(gold)] -= MARGIN;
                let rival = highest(&scores);
                if rival != gold {
                    for &key in &keys {
                        perceptron.update(key, gold, 1);
                        perceptron.update(key, rival, -1);
                    }
                }
                perceptron.next_example();
            }
        }
    }
    perceptron
}
