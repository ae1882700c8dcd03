//! Where each part of the network lies among its weights.

use std::ops::Range;

/// Width of a row for a word, for a part of a word, for a tag.
pub const WORD: usize = 64;
pub const PART: usize = 48;
pub const TAG: usize = 32;
/// What is known of one word at the bottom.
pub const INPUT: usize = WORD + PART + TAG;
/// Words that the window shows: the word before, itself, the word after.
pub const WINDOW: usize = 3;
/// Width of one direction of a layer.
pub const HALF: usize = 96;
/// Width of a layer, both directions side by side.
pub const WIDTH: usize = 2 * HALF;
/// How many layers lie above the window.
pub const LAYERS: usize = 3;
/// What of a word takes part in choosing its head or being one, and in naming the relation.
pub const ARC: usize = 80;
pub const LABEL: usize = 96;
/// Kinds of distance between a word and its head.
pub const DISTANCES: usize = 20;

/// A matrix and what is added to its products.
#[derive(Clone, Debug, Default)]
pub struct Affine {
    pub matrix: Range<usize>,
    pub bias: Range<usize>,
    pub rows: usize,
    pub columns: usize,
}

/// Ranges of one long list of weights.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub words: Range<usize>,
    pub parts: Range<usize>,
    pub tags: Range<usize>,
    pub window: Affine,
    /// Candidate and two gates of one direction, then of the other.
    pub layers: [Affine; LAYERS],
    /// Dependents and heads of arcs.
    pub dependent: Affine,
    pub head: Affine,
    pub arc_root: Range<usize>,
    /// What a dependent asks of its head.
    pub bilinear: Affine,
    /// For each tag of a dependent, what each kind of distance is worth.
    pub distances: Range<usize>,
    /// Dependents and heads of labelled arcs.
    pub label_dependent: Affine,
    pub label_head: Affine,
    pub label_root: Range<usize>,
    pub label: Affine,
    pub tag: Affine,
    /// Number of all weights.
    pub length: usize,
    pub tag_count: usize,
    pub labels: usize,
}

impl Layout {
    /// Room for tables of so many rows, and for so many tags and labels.
    pub fn new(words: usize, parts: usize, tags: usize, labels: usize) -> Self {
        let mut length = 0;
        let mut take = |count: usize| {
            length += count;
            length - count..length
        };
        let mut layout = Self {
            words: take(words * WORD),
            parts: take(parts * PART),
            tags: take((tags + 1) * TAG),
            tag_count: tags,
            labels,
            ..Self::default()
        };
        let mut affine =
            |rows: usize, columns: usize| Affine { matrix: take(rows * columns), bias: take(columns), rows, columns };
        layout.window = affine(WINDOW * INPUT, WIDTH);
        layout.layers = std::array::from_fn(|_| affine(WIDTH, 6 * HALF));
        layout.dependent = affine(WIDTH, ARC);
        layout.head = affine(WIDTH, ARC);
        layout.bilinear = affine(ARC, ARC);
        layout.label_dependent = affine(WIDTH, LABEL);
        layout.label_head = affine(WIDTH, LABEL);
        layout.label = affine(LABEL, labels);
        layout.tag = affine(WIDTH, tags);
        layout.arc_root = take(ARC);
        layout.label_root = take(LABEL);
        layout.distances = take((tags + 1) * DISTANCES);
        layout.length = length;
        layout
    }

    /// Every part in the order in which the weights lie, with the width of its rows.
    pub fn blocks(&self) -> Vec<(Range<usize>, usize)> {
        let mut blocks = vec![(self.words.clone(), WORD), (self.parts.clone(), PART), (self.tags.clone(), TAG)];
        let sides = [&self.dependent, &self.head, &self.bilinear, &self.label_dependent, &self.label_head];
        let affines = [&self.window].into_iter().chain(&self.layers).chain(sides).chain([&self.label, &self.tag]);
        for affine in affines {
            blocks.push((affine.matrix.clone(), affine.columns));
            blocks.push((affine.bias.clone(), affine.columns));
        }
        blocks.push((self.arc_root.clone(), ARC));
        blocks.push((self.label_root.clone(), LABEL));
        blocks.push((self.distances.clone(), DISTANCES));
        blocks
    }
}

/// The kind of distance from a word to its head, both counted from 1; 0 is the root.
pub fn distance(word: usize, head: usize) -> usize {
    let steps = match word.abs_diff(head) {
        near @ 0..=5 => near,
        6..=7 => 6,
        8..=11 => 7,
        12..=20 => 8,
        _ => 9,
    };
    match head {
        0 => 0,
        head if head < word => steps,
        _ => 9 + steps,
    }
}
