//! A small recurrent network that reads a whole sentence at once: which word governs which, by
//! which relation, and what the tags are, now that the whole sentence is known.

pub mod layout;
pub mod matrix;
pub mod pass;
mod store;

use super::feature::{Form, key};
use layout::Layout;
use std::collections::BTreeMap;

/// Rows of an embedding table by the key of what they stand for.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Sorted.
    pub keys: Vec<u32>,
}

impl Rows {
    /// The keys that occur at least `least` times.
    pub fn new(counts: &BTreeMap<u32, usize>, least: usize) -> Self {
        Self { keys: counts.iter().filter(|&(_, &count)| count >= least).map(|(&key, _)| key).collect() }
    }

    /// The row of a key, counted from 1; row 0 stands for all that are not in the table.
    pub fn row(&self, key: u32) -> u32 {
        self.keys.binary_search(&key).map_or(0, |at| at as u32 + 1)
    }

    /// Number of rows.
    pub fn count(&self) -> usize {
        self.keys.len() + 1
    }
}

/// How many parts of a word are looked up.
pub const PARTS: usize = 6;

/// The key of a word, and those of its parts.
pub fn keys(form: &Form) -> (u32, [u32; PARTS]) {
    let caps = u64::from(form.capitalised) | u64::from(form.all_caps) << 1;
    let part = |template: u64, value: u64| key(2000 + template, [value, 0, 0, 0]);
    let parts = [
        part(1, form.suffix(2)),
        part(2, form.suffix(3)),
        part(3, form.suffix(4)),
        part(4, form.prefix(3)),
        part(5, form.shape),
        part(6, caps),
    ];
    (part(0, form.word), parts)
}

/// What the network sees of a word: rows of its tables.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cell {
    pub word: u32,
    pub parts: [u32; PARTS],
    /// The tag that the tagger gave it, counted from 1; 0 for none.
    pub tag: u32,
}

/// A trained network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    pub words: Rows,
    pub parts: Rows,
    /// Whether it is shown the tagger's tags; one that is not judges for itself.
    pub sees_tags: bool,
    pub layout: Layout,
    pub weights: Vec<f32>,
}

impl Network {
    /// What the network sees of a sentence.
    pub fn cells(&self, forms: &[Form], tags: &[u8]) -> Vec<Cell> {
        let cell = |(form, &tag): (&Form, &u8)| {
            let (word, parts) = keys(form);
            let tag = if self.sees_tags { u32::from(tag) + 1 } else { 0 };
            Cell { word: self.words.row(word), parts: parts.map(|part| self.parts.row(part)), tag }
        };
        forms.iter().zip(tags).map(cell).collect()
    }
}
