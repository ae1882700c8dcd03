//! Training of the network: gradients by hand, steps after Kingma and Ba (2015).

use super::{Example, Random};
use crate::syntax::Deprel;
use crate::syntax::network::layout::{
    ARC, Affine, DISTANCES, HALF, INPUT, LABEL, LAYERS, Layout, PART, TAG, WIDTH, WINDOW, WORD, distance,
};
use crate::syntax::network::matrix::{exp, multiply, transposed};
use crate::syntax::network::pass::{LEAK, Noise, Pass, heads};
use crate::syntax::network::{Cell, Network, Rows, keys};
use std::collections::BTreeMap;
use std::ops::Range;

/// How a network is trained: steps that grow for a while and then shrink to nothing.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    pub rounds: usize,
    /// The size of the largest steps.
    pub rate: f32,
    /// Words of a batch, at least.
    pub batch: usize,
    pub seed: u64,
    /// Whether it is shown the tagger's tags.
    pub sees_tags: bool,
}

/// Words and parts seen less often have no row of their own.
const LEAST: usize = 2;

/// Trains on the tags in `guessed`, which are a tagger's and not the treebank's.
pub fn train(
    examples: &[Example],
    guessed: &[Vec<u8>],
    tags: usize,
    schedule: Schedule,
    tell: &mut dyn FnMut(&str),
) -> Network {
    let (mut words, mut parts) = (BTreeMap::new(), BTreeMap::new());
    for form in examples.iter().flat_map(|example| &example.forms) {
        let (word, seen) = keys(form);
        *words.entry(word).or_insert(0) += 1;
        seen.iter().for_each(|&part| *parts.entry(part).or_insert(0) += 1);
    }
    let rows = Rows::new(&words, LEAST);
    let frequencies: Vec<usize> = [0].into_iter().chain(rows.keys.iter().map(|key| words[key])).collect();
    let parts = Rows::new(&parts, LEAST + 1);
    let layout = Layout::new(rows.count(), parts.count(), tags, Deprel::ALL.len());
    let mut random = Random(schedule.seed);
    let weights = start(&layout, &mut random);
    let mut network = Network { words: rows, parts, sees_tags: schedule.sees_tags, layout, weights };

    let sentences: Vec<Vec<Cell>> =
        examples.iter().zip(guessed).map(|(example, tags)| network.cells(&example.forms, tags)).collect();
    let all: usize = sentences.iter().map(Vec::len).sum();
    let steps = (schedule.rounds * all / schedule.batch) as f32;
    let mut adam = Adam::new(&network.layout);
    let mut gradient = vec![0.0; network.layout.length];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for round in 0..schedule.rounds {
        random.shuffle(&mut order);
        let mut waiting = &order[..];
        let mut loss = Loss::default();
        while !waiting.is_empty() {
            let (mut cells, mut places, mut batch) = (Vec::new(), Vec::new(), Vec::new());
            while let Some((&first, rest)) = waiting.split_first()
                && cells.len() < schedule.batch
            {
                let start = cells.len();
                cells.extend(sentences[first].iter().map(|&cell| hide(cell, &frequencies, &mut random)));
                places.push(start..cells.len());
                batch.push(&examples[first]);
                waiting = rest;
            }
            let mut dropout = Dropout { random: &mut random, masks: Vec::new() };
            let pass = network.pass(&cells, places, &mut dropout);
            let masks = dropout.masks;
            Backward { network: &network, gradient: &mut gradient, masks, loss: &mut loss }.run(&pass, &cells, &batch);
            let done = adam.steps as f32 / steps;
            let rate = schedule.rate * (1.0 - done).max(0.0) * (adam.steps as f32 / 200.0).min(1.0);
            adam.step(&mut network, &mut gradient, &cells, rate);
        }
        tell(&format!(
            "network round {}: {:.2} % heads, {:.2} % relations, {:.2} % tags",
            round + 1,
            loss.share(loss.heads),
            loss.share(loss.labels),
            loss.share(loss.tags)
        ));
    }
    network
}

/// Small weights to start from.
fn start(layout: &Layout, random: &mut Random) -> Vec<f32> {
    let mut weights = vec![0.0_f32; layout.length];
    let mut fill = |range: &Range<usize>, size: f32| {
        weights[range.clone()].iter_mut().for_each(|weight| *weight = (random.unit() * 2.0 - 1.0) * size);
    };
    fill(&layout.words, 0.3);
    fill(&layout.parts, 0.15);
    fill(&layout.tags, 0.3);
    let affine = |affine: &Affine| (affine.matrix.clone(), (6.0 / (affine.rows + affine.columns) as f32).sqrt());
    for part in [
        &layout.window,
        &layout.dependent,
        &layout.head,
        &layout.label_dependent,
        &layout.label_head,
        &layout.label,
        &layout.tag,
    ] {
        let (range, size) = affine(part);
        fill(&range, size);
    }
    for layer in &layout.layers {
        fill(&layer.matrix, (3.0 / layer.rows as f32).sqrt());
    }
    fill(&layout.bilinear.matrix, 0.05);
    fill(&layout.arc_root, 0.1);
    fill(&layout.label_root, 0.1);
    weights
}

/// A word with some of what is known of it left out.
fn hide(mut cell: Cell, frequencies: &[usize], random: &mut Random) -> Cell {
    let frequency = frequencies[cell.word as usize] as f32;
    if random.unit() < 0.25 / (0.25 + frequency) + 0.05 {
        cell.word = 0;
    }
    if random.unit() < 0.1 {
        cell.tag = 0;
    }
    cell
}

/// Noise by chance, and what it did. Shares were found on the development treebank: with more, the network learns too little in
/// the rounds it has.
struct Dropout<'a> {
    random: &'a mut Random,
    masks: Vec<Vec<f32>>,
}

impl Dropout<'_> {
    fn drop(&mut self, values: &mut [f32], share: f32) {
        let kept = 1.0 / (1.0 - share);
        let mask: Vec<f32> = values.iter().map(|_| if self.random.unit() < share { 0.0 } else { kept }).collect();
        values.iter_mut().zip(&mask).for_each(|(value, mask)| *value *= mask);
        self.masks.push(mask);
    }
}

impl Noise for Dropout<'_> {
    fn input(&mut self, values: &mut [f32]) {
        self.drop(values, 0.15);
    }

    fn state(&mut self, values: &mut [f32]) {
        self.drop(values, 0.12);
    }

    fn top(&mut self, values: &mut [f32]) {
        self.drop(values, 0.15);
    }
}

/// What was right before the step.
#[derive(Default)]
struct Loss {
    words: usize,
    heads: usize,
    labels: usize,
    tags: usize,
}

impl Loss {
    fn share(&self, part: usize) -> f32 {
        100.0 * part as f32 / self.words.max(1) as f32
    }
}

/// Turns scores into what pulls them: probabilities, less one at the right place. Says whether the right one was the highest.
fn pull(scores: &mut [f32], right: usize, weight: f32) -> bool {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let hit = scores[right] >= top;
    scores.iter_mut().for_each(|score| *score = exp(*score - top));
    let factor = weight / scores.iter().sum::<f32>();
    scores.iter_mut().for_each(|score| *score *= factor);
    scores[right] -= weight;
    hit
}

/// A pass from the top down: what pulls each weight.
struct Backward<'a> {
    network: &'a Network,
    gradient: &'a mut [f32],
    masks: Vec<Vec<f32>>,
    loss: &'a mut Loss,
}

impl Backward<'_> {
    fn run(mut self, pass: &Pass, cells: &[Cell], batch: &[&Example]) {
        let layout = &self.network.layout;
        let words = cells.len();
        let scale = 1.0 / words as f32;
        let top = &pass.states[LAYERS];
        let mut d_top = vec![0.0; top.len()];
        self.loss.words += words;

        // Tags.
        let mut d_tags = pass.tags.clone();
        let gold = batch.iter().flat_map(|example| &example.tags);
        for (scores, &tag) in d_tags.chunks_exact_mut(layout.tag_count).zip(gold) {
            self.loss.tags += usize::from(pull(scores, usize::from(tag), 0.5 * scale));
        }
        self.affine(&layout.tag, top, &d_tags, &mut d_top);

        // Labels of the right arcs.
        let mut joined = Vec::with_capacity(words * LABEL);
        for (sentence, example) in pass.sentences.iter().zip(batch) {
            for (at, &head) in example.heads.iter().enumerate() {
                joined.extend(self.network.joined(pass, sentence, at + 1, head as usize));
            }
        }
        let mut d_labels = self.network.labels(&joined);
        let gold = batch.iter().flat_map(|example| &example.relations);
        for (scores, &relation) in d_labels.chunks_exact_mut(layout.labels).zip(gold) {
            self.loss.labels += usize::from(pull(scores, usize::from(relation), scale));
        }
        let mut d_joined = vec![0.0; joined.len()];
        self.affine(&layout.label, &joined, &d_labels, &mut d_joined);
        unleak(&mut d_joined, &joined);
        let mut d_head = vec![0.0; words * LABEL];
        for (sentence, example) in pass.sentences.iter().zip(batch) {
            for (at, &head) in example.heads.iter().enumerate() {
                let from = &d_joined[(sentence.start + at) * LABEL..][..LABEL];
                let to = match head as usize {
                    0 => &mut self.gradient[layout.label_root.clone()],
                    head => &mut d_head[(sentence.start + head - 1) * LABEL..][..LABEL],
                };
                add(to, from);
            }
        }
        self.affine(&layout.label_dependent, top, &d_joined, &mut d_top);
        self.affine(&layout.label_head, top, &d_head, &mut d_top);

        // Arcs.
        let (mut d_asked, mut d_heads) = (vec![0.0; words * ARC], vec![0.0; words * ARC]);
        for ((sentence, example), arcs) in pass.sentences.iter().zip(batch).zip(&pass.arcs) {
            let width = sentence.len() + 1;
            let mut d_arcs = arcs.clone();
            for (at, row) in d_arcs.chunks_exact_mut(width).enumerate() {
                self.loss.heads += usize::from(pull(row, example.heads[at] as usize, scale));
                let tag = cells[sentence.start + at].tag as usize;
                for (head, arc) in row.iter().enumerate() {
                    self.gradient[layout.distances.start + tag * DISTANCES + distance(at + 1, head)] += arc;
                }
            }
            let span = sentence.start * ARC..sentence.end * ARC;
            let heads = heads(self.network.part(&layout.arc_root), &pass.head, sentence, ARC);
            multiply(&mut d_asked[span.clone()], &d_arcs, &heads, width, ARC);
            let mut d = vec![0.0; heads.len()];
            multiply(&mut d, &transposed(&d_arcs, width), &pass.asked[span.clone()], sentence.len(), ARC);
            let (root, rest) = d.split_at(ARC);
            add(&mut self.gradient[layout.arc_root.clone()], root);
            add(&mut d_heads[span], rest);
        }
        let mut d_dependent = vec![0.0; words * ARC];
        self.affine(&layout.bilinear, &pass.dependent, &d_asked, &mut d_dependent);
        self.mask(&mut d_heads);
        unleak(&mut d_heads, &pass.head);
        self.affine(&layout.head, top, &d_heads, &mut d_top);
        self.mask(&mut d_dependent);
        unleak(&mut d_dependent, &pass.dependent);
        self.affine(&layout.dependent, top, &d_dependent, &mut d_top);

        // Layers.
        let mut d_state = d_top;
        for layer in (0..LAYERS).rev() {
            self.mask(&mut d_state);
            let below = &pass.states[layer];
            let mut d_below = vec![0.0; below.len()];
            let d_gates =
                unrecur(below, &pass.gates[layer], &pass.memories[layer], &pass.sentences, &d_state, &mut d_below);
            self.affine(&layout.layers[layer], below, &d_gates, &mut d_below);
            d_state = d_below;
        }
        self.mask(&mut d_state);
        unleak(&mut d_state, &pass.states[0]);
        let mut d_windows = vec![0.0; pass.windows.len()];
        self.affine(&layout.window, &pass.windows, &d_state, &mut d_windows);
        let mut d_input = vec![0.0; pass.input.len()];
        for sentence in &pass.sentences {
            for at in sentence.clone() {
                let from = at.saturating_sub(1).max(sentence.start);
                let until = (at + 2).min(sentence.end);
                let skip = (from + 1 - at) * INPUT;
                let length = (until - from) * INPUT;
                add(&mut d_input[from * INPUT..until * INPUT], &d_windows[at * WINDOW * INPUT + skip..][..length]);
            }
        }
        self.mask(&mut d_input);
        for (cell, d) in cells.iter().zip(d_input.chunks_exact(INPUT)) {
            let (word, rest) = d.split_at(WORD);
            let (part, tag) = rest.split_at(PART);
            add(&mut self.gradient[layout.words.start + cell.word as usize * WORD..][..WORD], word);
            for row in cell.parts {
                add(&mut self.gradient[layout.parts.start + row as usize * PART..][..PART], part);
            }
            add(&mut self.gradient[layout.tags.start + cell.tag as usize * TAG..][..TAG], tag);
        }
    }

    fn mask(&mut self, values: &mut [f32]) {
        if let Some(mask) = self.masks.pop() {
            values.iter_mut().zip(mask).for_each(|(value, mask)| *value *= mask);
        }
    }

    /// What pulls the output → what pulls the weights and the input.
    fn affine(&mut self, affine: &Affine, input: &[f32], d_out: &[f32], d_input: &mut [f32]) {
        let words = input.len() / affine.rows;
        let matrix = transposed(self.network.part(&affine.matrix), affine.columns);
        multiply(d_input, d_out, &matrix, affine.columns, affine.rows);
        multiply(
            &mut self.gradient[affine.matrix.clone()],
            &transposed(input, affine.rows),
            d_out,
            words,
            affine.columns,
        );
        let bias = &mut self.gradient[affine.bias.clone()];
        d_out.chunks_exact(affine.columns).for_each(|row| add(bias, row));
    }
}

fn add(to: &mut [f32], from: &[f32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
}

fn unleak(d: &mut [f32], values: &[f32]) {
    d.iter_mut().zip(values).filter(|(_, value)| **value <= 0.0).for_each(|(d, _)| *d *= LEAK);
}

/// What pulls the states of a layer → what pulls its gates; adds what pulls the layer below past them.
fn unrecur(
    below: &[f32],
    gates: &[f32],
    memory: &[f32],
    sentences: &[Range<usize>],
    d_state: &[f32],
    d_below: &mut [f32],
) -> Vec<f32> {
    let mut d_gates = vec![0.0; gates.len()];
    for sentence in sentences {
        for backwards in [false, true] {
            let side = usize::from(backwards) * HALF;
            let mut d_held = [0.0; HALF];
            for step in (0..sentence.len()).rev() {
                let at = if backwards { sentence.end - 1 - step } else { sentence.start + step };
                let before = if step == 0 {
                    &[0.0; HALF][..]
                } else {
                    let at = if backwards { at + 1 } else { at - 1 };
                    &memory[at * WIDTH + side..][..HALF]
                };
                let gates = &gates[at * 6 * HALF + 3 * side..][..3 * HALF];
                let d_gates = &mut d_gates[at * 6 * HALF + 3 * side..][..3 * HALF];
                let (candidate, gates) = gates.split_at(HALF);
                let (forget, reset) = gates.split_at(HALF);
                let (d_candidate, d_gates) = d_gates.split_at_mut(HALF);
                let (d_forget, d_reset) = d_gates.split_at_mut(HALF);
                let place = at * WIDTH + side..at * WIDTH + side + HALF;
                let (below, memory) = (&below[place.clone()], &memory[place.clone()]);
                let (d_state, d_below) = (&d_state[place.clone()], &mut d_below[place]);
                for cell in 0..HALF {
                    let (f, r) = (forget[cell], reset[cell]);
                    d_reset[cell] = d_state[cell] * (memory[cell] - below[cell]) * r * (1.0 - r);
                    d_below[cell] += d_state[cell] * (1.0 - r);
                    let d = d_held[cell] + d_state[cell] * r;
                    d_forget[cell] = d * (before[cell] - candidate[cell]) * f * (1.0 - f);
                    d_candidate[cell] = d * (1.0 - f);
                    d_held[cell] = d * f;
                }
            }
        }
    }
    d_gates
}

/// Running means of gradients and of their squares.
struct Adam {
    means: Vec<f32>,
    squares: Vec<f32>,
    steps: usize,
    /// What the noughts they started from still weigh.
    left_of_mean: f32,
    left_of_square: f32,
}

impl Adam {
    fn new(layout: &Layout) -> Self {
        Self {
            means: vec![0.0; layout.length],
            squares: vec![0.0; layout.length],
            steps: 0,
            left_of_mean: 1.0,
            left_of_square: 1.0,
        }
    }

    /// Goes one step down and clears the gradient. Of the tables, rows move that the batch looked up.
    fn step(&mut self, network: &mut Network, gradient: &mut [f32], cells: &[Cell], rate: f32) {
        self.steps += 1;
        let layout = &network.layout;
        let rows = |table: &Range<usize>, width: usize, mut rows: Vec<u32>| {
            rows.sort_unstable();
            rows.dedup();
            let start = table.start;
            rows.into_iter().map(move |row| start + row as usize * width..start + (row as usize + 1) * width)
        };
        let words = rows(&layout.words, WORD, cells.iter().map(|cell| cell.word).collect());
        let parts = rows(&layout.parts, PART, cells.iter().flat_map(|cell| cell.parts).collect());
        let ranges: Vec<Range<usize>> =
            words.chain(parts).chain(std::iter::once(layout.tags.start..layout.length)).collect();
        let size =
            ranges.iter().map(|range| gradient[range.clone()].iter().map(|d| d * d).sum::<f32>()).sum::<f32>().sqrt();
        let clip = (5.0 / size.max(1e-9)).min(1.0);
        let (fade_mean, fade_square) = (0.9_f32, 0.98_f32);
        self.left_of_mean *= fade_mean;
        self.left_of_square *= fade_square;
        let correct_square = 1.0 - self.left_of_square;
        let rate = rate / (1.0 - self.left_of_mean);
        for range in ranges {
            let weights = network.weights[range.clone()].iter_mut();
            let state = self.means[range.clone()].iter_mut().zip(&mut self.squares[range.clone()]);
            for ((weight, d), (mean, square)) in weights.zip(&mut gradient[range]).zip(state) {
                let slope = *d * clip;
                *mean = fade_mean * *mean + (1.0 - fade_mean) * slope;
                *square = fade_square * *square + (1.0 - fade_square) * slope * slope;
                *weight -= rate * *mean / ((*square / correct_square).sqrt() + 1e-8);
                *d = 0.0;
            }
        }
    }
}
