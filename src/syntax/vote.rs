//! What several networks say of a sentence → tags, heads and relations, by their mean probabilities.

use super::Deprel;
use super::arborescence;
use super::feature::Form;
use super::network::Network;
use super::network::matrix::exp;
use super::network::pass::{Pass, Silence};

/// The networks' passes over one sentence.
pub struct Opinion<'a> {
    networks: &'a [Network],
    passes: Vec<Pass>,
    words: usize,
}

/// A word's place in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// Counts words from 1; 0 is the root.
    pub head: usize,
    pub relation: Deprel,
    /// The mean probability of both.
    pub share: f32,
}

/// Asks every network of a sentence, given the tagger's tags.
pub fn poll<'a>(networks: &'a [Network], forms: &[Form], tags: &[u8]) -> Opinion<'a> {
    let words = forms.len();
    let ask = |network: &Network| {
        let sentence = std::iter::once(0..words).collect();
        network.pass(&network.cells(forms, tags), sentence, &mut Silence)
    };
    Opinion { networks, passes: networks.iter().map(ask).collect(), words }
}

/// How slowly the taggers' trust falls with their sums, which count in squares of eight-bit weights. Found on the
/// development treebank.
const TEMPERATURE: f32 = 6_000.0;

impl Opinion<'_> {
    /// The tag of each word with the highest probability, the taggers' `sums` heard as well.
    pub fn tags(&self, sums: &[Vec<i32>]) -> Vec<u8> {
        let tag = |(at, sums): (usize, &Vec<i32>)| {
            let mut shares: Vec<f32> = sums.iter().map(|&sum| sum as f32 / TEMPERATURE).collect();
            to_shares(&mut shares);
            for pass in &self.passes {
                let mut said = pass.tags[at * sums.len()..][..sums.len()].to_vec();
                to_shares(&mut said);
                shares.iter_mut().zip(said).for_each(|(share, said)| *share += said);
            }
            highest(&shares) as u8
        };
        sums.iter().enumerate().map(tag).collect()
    }

    /// The tree with the highest probability.
    pub fn arcs(&mut self) -> Vec<Arc> {
        let width = self.words + 1;
        let mut shares = vec![0.0; self.words * width];
        for pass in &mut self.passes {
            for arcs in &mut pass.arcs {
                arcs.chunks_exact_mut(width).for_each(to_shares);
                shares.iter_mut().zip(arcs).for_each(|(share, said)| *share += *said);
            }
        }
        let count = self.passes.len().max(1) as f32;
        shares.iter_mut().for_each(|share| *share /= count);
        // Probabilities rather than their logarithms: as many right arcs as can be expected.
        let heads = arborescence::best(&shares, self.words);
        let arc = |(at, head): (usize, usize)| {
            let (relation, share) = self.relation(at + 1, head);
            Arc { head, relation, share: share * shares[at * width + head] }
        };
        heads.into_iter().enumerate().map(arc).collect()
    }

    /// The relation with the highest mean probability, given the head. `root` is for the root alone.
    fn relation(&self, word: usize, head: usize) -> (Deprel, f32) {
        if head == 0 {
            return (Deprel::Root, 1.0);
        }
        let mut shares = vec![0.0; Deprel::ALL.len()];
        for (network, pass) in self.networks.iter().zip(&self.passes) {
            let mut said = network.labels(&network.joined(pass, &(0..self.words), word, head));
            to_shares(&mut said);
            shares.iter_mut().zip(said).for_each(|(share, said)| *share += said);
        }
        shares[Deprel::Root as usize] = 0.0;
        let best = highest(&shares);
        (Deprel::ALL[best].0, shares[best] / self.networks.len().max(1) as f32)
    }
}

/// The place of the highest; the first of equals.
fn highest(shares: &[f32]) -> usize {
    (0..shares.len()).reduce(|best, at| if shares[at] > shares[best] { at } else { best }).unwrap_or(0)
}

/// Scores → probabilities.
fn to_shares(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.iter_mut().for_each(|score| *score = exp(*score - top));
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}
