//! Training: treebanks → the bytes of a model file. The same treebanks give the same bytes.

mod lemma;
mod network;
mod perceptron;
mod tagger;

use super::conllu::Sentence;
use super::feature::Form;
use super::model::{Model, TagTable};
use super::network::Network;
use super::tagger::{Taggers, highest};

pub use network::Schedule;

/// How long a linear model is trained, and how much of it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Rounds in which every feature may come in.
    pub open: usize,
    /// Rounds with the best features alone.
    pub closed: usize,
    /// How many are the best.
    pub features: usize,
    /// Weights that the model file keeps.
    pub weights: usize,
}

impl Plan {
    fn rounds(&self) -> usize {
        self.open + self.closed
    }
}

/// How taggers and networks are trained.
#[derive(Clone, Debug)]
pub struct Settings {
    pub tagger: Plan,
    pub folds: usize,
    pub networks: Vec<Schedule>,
}

impl Default for Settings {
    fn default() -> Self {
        let network = Schedule { rounds: 12, rate: 0.003, batch: 400, seed: 1, sees_tags: true };
        Self {
            tagger: Plan { open: 5, closed: 3, features: 300_000, weights: 420_000 },
            folds: 5,
            networks: vec![network, Schedule { seed: 2, sees_tags: false, ..network }],
        }
    }
}

/// Trains on `sentences`; tells of its progress by `tell`.
pub fn train(sentences: &[Sentence], settings: &Settings, tell: &mut dyn FnMut(&str)) -> Vec<u8> {
    let tags = tag_table(sentences);
    let examples: Vec<Example> = sentences.iter().filter_map(|sentence| Example::new(sentence, &tags)).collect();
    let lemmas = lemma::train(sentences, &tags);

    let everything: Vec<usize> = (0..examples.len()).collect();
    let taggers = tagger::train(&examples, &everything, tags.0.len(), settings.tagger);
    let weights = settings.tagger.weights;
    let taggers = Taggers { forwards: taggers.forwards.pack(weights), backwards: taggers.backwards.pack(weights) };
    tell("taggers");
    let guessed = jack_knife(&examples, tags.0.len(), settings);
    let right: usize = examples.iter().zip(&guessed).map(|(example, tags)| equal(&example.tags, tags)).sum();
    let words: usize = examples.iter().map(|example| example.tags.len()).sum();
    tell(&format!("jack-knifed tags, {:.2} % right", 100.0 * right as f64 / words as f64));

    let train = |schedule: &Schedule| network::train(&examples, &guessed, tags.0.len(), *schedule, tell);
    let networks: Vec<Network> = settings.networks.iter().map(train).collect();
    Model::write(&tags, &taggers, &networks, &lemmas)
}

/// A sentence as training uses it.
struct Example {
    forms: Vec<Form>,
    tags: Vec<u8>,
    /// Heads count words from 1; 0 is the root.
    heads: Vec<u32>,
    relations: Vec<u8>,
}

impl Example {
    fn new(sentence: &Sentence, tags: &TagTable) -> Option<Self> {
        let words = &sentence.words;
        Some(Self {
            forms: words.iter().map(|word| Form::new(&word.form)).collect(),
            tags: words.iter().map(|word| tags.index(word.upos, word.xpos)).collect::<Option<_>>()?,
            heads: words.iter().map(|word| word.head.map_or(0, |head| head as u32 + 1)).collect(),
            relations: words.iter().map(|word| word.deprel as u8).collect(),
        })
    }
}

/// Pairs of tags, without those that occur once or twice and so are slips or curiosities.
fn tag_table(sentences: &[Sentence]) -> TagTable {
    let mut counts = std::collections::BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry((word.upos, word.xpos)).or_insert(0) += 1;
    }
    TagTable(counts.into_iter().filter(|&(_, count)| count > 2).map(|(pair, _)| pair).take(127).collect())
}

/// Tags of every sentence by a tagger that never saw it nor its neighbours: the networks have to
/// learn from tags as wrong as those that it will get.
fn jack_knife(examples: &[Example], tags: usize, settings: &Settings) -> Vec<Vec<u8>> {
    const NEIGHBOURS: usize = 20;
    let fold = |at: usize| at / NEIGHBOURS % settings.folds;
    let mut guessed = vec![Vec::new(); examples.len()];
    for held_out in 0..settings.folds {
        let seen: Vec<usize> = (0..examples.len()).filter(|&at| fold(at) != held_out).collect();
        let taggers = tagger::train(examples, &seen, tags, Plan { open: 5, closed: 0, ..settings.tagger });
        let taggers = Taggers { forwards: taggers.forwards.averaged(), backwards: taggers.backwards.averaged() };
        for at in (0..examples.len()).filter(|&at| fold(at) == held_out) {
            let sums = super::tagger::sums(&taggers, tags, &examples[at].forms);
            guessed[at] = sums.iter().map(|sums| highest(sums)).collect();
        }
    }
    guessed
}

fn equal(left: &[u8], right: &[u8]) -> usize {
    left.iter().zip(right).filter(|(left, right)| left == right).count()
}

/// A small generator of pseudo-random numbers, the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    /// From nought up to one, one not included.
    fn unit(&mut self) -> f32 {
        self.below(1 << 24) as f32 / (1 << 24) as f32
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}
