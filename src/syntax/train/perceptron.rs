//! Averaged perceptron over sparse rows.

use crate::syntax::weights::{Entry, Scorer};

/// Weights in training. Rows come to be when a mistake touches them.
pub struct Perceptron {
    /// Open addressing by key: key and row; the row is 0 where the slot is free, else counts from 1.
    slots: Vec<(u32, u32)>,
    rows: Vec<Row>,
    /// How often each key occurred in the treebank; keys share a counter now and then.
    counts: Vec<u8>,
    cutoff: u8,
    /// Number of the current example.
    now: i64,
}

#[derive(Default)]
struct Row {
    key: u32,
    weights: Vec<(u8, i32)>,
    /// Each change times the number of its example, from which the average follows exactly.
    sums: Vec<i64>,
}

/// Counters are shared by keys that agree in all but their last bits.
const COUNTER_BITS: u32 = 28;

impl Default for Perceptron {
    fn default() -> Self {
        Self { slots: vec![(0, 0); 1 << 16], rows: Vec::new(), counts: Vec::new(), cutoff: 0, now: 1 }
    }
}

impl Perceptron {
    /// Features must be counted `cutoff` times before they may carry weights.
    pub fn with_cutoff(cutoff: u8) -> Self {
        Self { counts: vec![0; 1 << COUNTER_BITS], cutoff, ..Self::default() }
    }

    pub fn count(&mut self, key: u32) {
        let counter = &mut self.counts[(key >> (32 - COUNTER_BITS)) as usize];
        *counter = counter.saturating_add(1);
    }

    /// An example begins.
    pub fn next_example(&mut self) {
        self.now += 1;
    }

    pub fn update(&mut self, key: u32, class: u8, change: i32) {
        let counted = self.counts.get((key >> (32 - COUNTER_BITS)) as usize);
        if counted.is_some_and(|&count| count < self.cutoff) {
            return;
        }
        let now = self.now;
        let row = self.row(key);
        let at = row.weights.iter().position(|entry| entry.0 == class).unwrap_or_else(|| {
            row.weights.push((class, 0));
            row.sums.push(0);
            row.weights.len() - 1
        });
        row.weights[at].1 += change;
        row.sums[at] += i64::from(change) * now;
    }

    fn row(&mut self, key: u32) -> &mut Row {
        let mut slot = self.slot(key);
        if self.slots[slot].1 == 0 {
            if self.rows.len() * 2 > self.slots.len() {
                self.grow();
                slot = self.slot(key);
            }
            self.rows.push(Row { key, ..Row::default() });
            self.slots[slot] = (key, self.rows.len() as u32);
        }
        &mut self.rows[self.slots[slot].1 as usize - 1]
    }

    /// The slot that holds `key`, or the free one where it belongs.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = key as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![(0, 0); self.slots.len() * 2];
        for at in 0..self.rows.len() {
            let key = self.rows[at].key;
            let slot = self.slot(key);
            self.slots[slot] = (key, at as u32 + 1);
        }
    }

    /// The average weights, for use inside training.
    pub fn averaged(&self) -> Averaged {
        let mut averaged = Perceptron::default();
        let largest = self.largest();
        for row in &self.rows {
            for (class, value) in self.averages(row) {
                // Sixteen bits a weight: far finer than what the model file keeps.
                let value = (i128::from(value) * 32_767 / i128::from(largest)) as i32;
                if value != 0 {
                    averaged.update(row.key, class, value);
                }
            }
        }
        Averaged(averaged)
    }

    /// The `keep` largest average weights as signed square roots in eight bits, by key.
    pub fn pack(&self, keep: usize) -> Vec<(u32, Vec<Entry>)> {
        let largest = self.largest() as f64;
        let root = |value: i64| ((value.abs() as f64 / largest).sqrt() * 127.0).round() as i8;
        let mut sizes = [0_usize; 128];
        for row in &self.rows {
            for (_, value) in self.averages(row) {
                sizes[root(value) as usize] += 1;
            }
        }
        let mut kept = 0;
        let least = (1..128_usize).rev().find(|&size| {
            kept += sizes[size];
            kept > keep
        });
        let least = least.map_or(1, |size| size as i8 + 1);
        let mut rows: Vec<(u32, Vec<Entry>)> = Vec::new();
        for row in &self.rows {
            let mut entries: Vec<Entry> = Vec::new();
            for (class, value) in self.averages(row) {
                let root = root(value);
                if root >= least {
                    entries.push((class, if value < 0 { -root } else { root }));
                }
            }
            entries.sort_unstable();
            if !entries.is_empty() {
                rows.push((row.key, entries));
            }
        }
        rows.sort_unstable_by_key(|row| row.0);
        rows
    }

    fn largest(&self) -> i64 {
        let values = self.rows.iter().flat_map(|row| self.averages(row));
        values.map(|(_, value)| value.abs()).max().unwrap_or(1).max(1)
    }

    /// Sums over all examples so far, which are the averages times their number.
    fn averages<'a>(&self, row: &'a Row) -> impl Iterator<Item = (u8, i64)> + 'a {
        let now = self.now;
        row.weights.iter().zip(&row.sums).map(move |(&(class, weight), sum)| (class, i64::from(weight) * now - sum))
    }
}

impl Scorer for Perceptron {
    #[inline]
    fn add(&self, key: u32, scores: &mut [i32]) {
        let row = self.slots[self.slot(key)].1;
        if row > 0 {
            for &(class, weight) in &self.rows[row as usize - 1].weights {
                scores[usize::from(class)] += weight;
            }
        }
    }
}

/// Weights that training is done with.
pub struct Averaged(Perceptron);

impl Scorer for Averaged {
    #[inline]
    fn add(&self, key: u32, scores: &mut [i32]) {
        self.0.add(key, scores);
    }
}
