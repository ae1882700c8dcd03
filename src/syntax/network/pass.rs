//! A pass through the network, from the words up.

use super::layout::{ARC, Affine, DISTANCES, HALF, INPUT, LABEL, LAYERS, PART, TAG, WIDTH, WINDOW, WORD, distance};
use super::matrix::{multiply, sigmoid};
use super::{Cell, Network};
use std::ops::Range;

/// Slope below nought.
pub const LEAK: f32 = 0.1;

/// What every part of the network gave, for all sentences of a batch one after another.
#[derive(Default)]
pub struct Pass {
    /// Places of the sentences.
    pub sentences: Vec<Range<usize>>,
    /// The words as they are looked up.
    pub input: Vec<f32>,
    /// With their neighbours.
    pub windows: Vec<f32>,
    /// What comes out of the window, then out of each layer.
    pub states: Vec<Vec<f32>>,
    /// Of each layer: candidates and gates, and the cells.
    pub gates: Vec<Vec<f32>>,
    pub memories: Vec<Vec<f32>>,
    pub dependent: Vec<f32>,
    pub head: Vec<f32>,
    /// What every word asks of its head.
    pub asked: Vec<f32>,
    /// For each sentence one row a word: the root, then every word.
    pub arcs: Vec<Vec<f32>>,
    pub label_dependent: Vec<f32>,
    pub label_head: Vec<f32>,
    pub tags: Vec<f32>,
}

/// Hides parts of what goes up, in training.
pub trait Noise {
    /// Multiplies values by nought or by what makes up for it.
    fn input(&mut self, values: &mut [f32]);
    /// The same between layers.
    fn state(&mut self, values: &mut [f32]);
    /// The same where arcs are scored.
    fn top(&mut self, values: &mut [f32]);
}

/// Hides nothing.
pub struct Silence;

impl Noise for Silence {
    fn input(&mut self, _: &mut [f32]) {}
    fn state(&mut self, _: &mut [f32]) {}
    fn top(&mut self, _: &mut [f32]) {}
}

impl Network {
    /// The weights of one part.
    pub fn part(&self, range: &Range<usize>) -> &[f32] {
        &self.weights[range.clone()]
    }

    fn affine(&self, input: &[f32], affine: &Affine) -> Vec<f32> {
        let words = input.len() / affine.rows;
        let mut out = self.part(&affine.bias).repeat(words);
        multiply(&mut out, input, self.part(&affine.matrix), affine.rows, affine.columns);
        out
    }

    /// Reads sentences that lie one after another in `cells`.
    pub fn pass(&self, cells: &[Cell], sentences: Vec<Range<usize>>, noise: &mut impl Noise) -> Pass {
        let mut pass = Pass { sentences, ..Pass::default() };
        pass.input = self.look_up(cells);
        noise.input(&mut pass.input);
        pass.windows = windows(&pass.input, &pass.sentences);
        let mut state = self.affine(&pass.windows, &self.layout.window);
        leak(&mut state);
        noise.state(&mut state);
        pass.states.push(state);
        for layer in 0..LAYERS {
            let below = &pass.states[layer];
            let mut gates = self.affine(below, &self.layout.layers[layer]);
            let (mut state, memory) = recur(below, &mut gates, &pass.sentences);
            noise.state(&mut state);
            pass.states.push(state);
            pass.gates.push(gates);
            pass.memories.push(memory);
        }
        let top = &pass.states[LAYERS];
        let mut side = |affine: &Affine| {
            let mut side = self.affine(top, affine);
            leak(&mut side);
            noise.top(&mut side);
            side
        };
        pass.dependent = side(&self.layout.dependent);
        pass.head = side(&self.layout.head);
        pass.asked = self.affine(&pass.dependent, &self.layout.bilinear);
        pass.arcs = pass.sentences.iter().map(|sentence| self.arcs(&pass, sentence, cells)).collect();
        pass.label_dependent = self.affine(top, &self.layout.label_dependent);
        pass.label_head = self.affine(top, &self.layout.label_head);
        pass.tags = self.affine(top, &self.layout.tag);
        pass
    }

    fn look_up(&self, cells: &[Cell]) -> Vec<f32> {
        let (words, parts, tags) =
            (self.part(&self.layout.words), self.part(&self.layout.parts), self.part(&self.layout.tags));
        let mut input = Vec::with_capacity(cells.len() * INPUT);
        for cell in cells {
            input.extend_from_slice(&words[cell.word as usize * WORD..][..WORD]);
            let mut sum = [0.0; PART];
            for part in cell.parts {
                sum.iter_mut().zip(&parts[part as usize * PART..]).for_each(|(sum, part)| *sum += part);
            }
            input.extend_from_slice(&sum);
            input.extend_from_slice(&tags[cell.tag as usize * TAG..][..TAG]);
        }
        input
    }

    /// What speaks for each head of each word of a sentence.
    fn arcs(&self, pass: &Pass, sentence: &Range<usize>, cells: &[Cell]) -> Vec<f32> {
        let width = sentence.len() + 1;
        let heads = heads(self.part(&self.layout.arc_root), &pass.head, sentence, ARC);
        let heads = super::matrix::transposed(&heads, ARC);
        let distances = self.part(&self.layout.distances);
        let mut arcs = vec![0.0; sentence.len() * width];
        multiply(&mut arcs, &pass.asked[sentence.start * ARC..sentence.end * ARC], &heads, ARC, width);
        for (at, row) in arcs.chunks_exact_mut(width).enumerate() {
            let tag = cells[sentence.start + at].tag as usize;
            for (head, arc) in row.iter_mut().enumerate() {
                *arc += distances[tag * DISTANCES + distance(at + 1, head)];
            }
            row[at + 1] = f32::NEG_INFINITY;
        }
        arcs
    }

    /// What is common to both ends of an arc, before the labels are told apart. Words count from 1 in
    /// their sentence; head 0 is the root.
    pub fn joined(&self, pass: &Pass, sentence: &Range<usize>, word: usize, head: usize) -> [f32; LABEL] {
        let mut joined = [0.0; LABEL];
        let dependent = &pass.label_dependent[(sentence.start + word - 1) * LABEL..];
        let head = match head {
            0 => self.part(&self.layout.label_root),
            head => &pass.label_head[(sentence.start + head - 1) * LABEL..],
        };
        joined.iter_mut().zip(dependent).zip(head).for_each(|((joined, a), b)| *joined = a + b);
        leak(&mut joined);
        joined
    }

    /// What speaks for each label of an arc.
    pub fn labels(&self, joined: &[f32]) -> Vec<f32> {
        self.affine(joined, &self.layout.label)
    }
}

/// The root, and the words of a sentence.
pub fn heads(root: &[f32], words: &[f32], sentence: &Range<usize>, width: usize) -> Vec<f32> {
    [root, &words[sentence.start * width..sentence.end * width]].concat()
}

/// Every word with the words beside it, nought where there are none.
fn windows(input: &[f32], sentences: &[Range<usize>]) -> Vec<f32> {
    let mut windows = vec![0.0; input.len() * WINDOW];
    for sentence in sentences {
        for at in sentence.clone() {
            let from = at.saturating_sub(1).max(sentence.start);
            let until = (at + 2).min(sentence.end);
            let skip = (from + 1 - at) * INPUT;
            let seen = &input[from * INPUT..until * INPUT];
            windows[at * WINDOW * INPUT + skip..][..seen.len()].copy_from_slice(seen);
        }
    }
    windows
}

/// Lets little through below nought.
pub fn leak(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = if *value > 0.0 { *value } else { LEAK * *value });
}

/// Runs over each sentence both ways. Of `gates`, candidates stay as they are and gates become
/// what they let through.
fn recur(below: &[f32], gates: &mut [f32], sentences: &[Range<usize>]) -> (Vec<f32>, Vec<f32>) {
    let mut state = vec![0.0; below.len()];
    let mut memory = vec![0.0; below.len()];
    for gates in gates.chunks_exact_mut(3 * HALF) {
        gates[HALF..].iter_mut().for_each(|gate| *gate = sigmoid(*gate));
    }
    for sentence in sentences {
        for backwards in [false, true] {
            let side = usize::from(backwards) * HALF;
            let mut held = [0.0; HALF];
            for step in 0..sentence.len() {
                let at = if backwards { sentence.end - 1 - step } else { sentence.start + step };
                let gates = &gates[at * 6 * HALF + 3 * side..][..3 * HALF];
                let (candidate, gates) = gates.split_at(HALF);
                let (forget, reset) = gates.split_at(HALF);
                let place = at * WIDTH + side;
                let below = &below[place..place + HALF];
                let (state, memory) = (&mut state[place..place + HALF], &mut memory[place..place + HALF]);
                for cell in 0..HALF {
                    held[cell] = candidate[cell] + forget[cell] * (held[cell] - candidate[cell]);
                    memory[cell] = held[cell];
                    state[cell] = below[cell] + reset[cell] * (held[cell] - below[cell]);
                }
            }
        }
    }
    (state, memory)
}
