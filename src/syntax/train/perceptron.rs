//! Averaged perceptron over sparse rows.

use crate::syntax::weights::{Entry, GROUP, Row, Scorer};

/// Weights in training. Rows come to be when a mistake touches them.
pub struct Perceptron {
    /// Open addressing by key.
    slots: Vec<Slot>,
    used: usize,
    /// Class and weight. Rows that outgrow their place move to the end.
    weights: Vec<(u8, i32)>,
    /// For each weight the sum of its changes times the number of their example, from which the
    /// average follows exactly.
    sums: Vec<i64>,
    /// No feature is taken in any more.
    closed: bool,
    /// Number of the current example.
    now: i64,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    start: u32,
    length: u16,
    /// Nought marks a free slot.
    room: u16,
}

impl Slot {
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + usize::from(self.length)
    }
}

impl Default for Perceptron {
    fn default() -> Self {
        Self {
            slots: vec![Slot::default(); 1 << 16],
            used: 0,
            weights: Vec::new(),
            sums: Vec::new(),
            closed: false,
            now: 1,
        }
    }
}

impl Perceptron {
    /// An example begins.
    pub fn next_example(&mut self) {
        self.now += 1;
    }

    pub fn update(&mut self, key: u32, class: u8, change: i32) {
        let mut at = self.slot(key);
        if self.slots[at].room == 0 {
            if self.closed {
                return;
            }
            if self.used * 2 > self.slots.len() {
                self.rebuild(self.slots.len() * 2, |_| true);
                at = self.slot(key);
            }
            self.used += 1;
            self.slots[at].key = key;
        }
        let place = self.place(at, class);
        self.weights[place].1 += change;
        self.sums[place] += i64::from(change) * self.now;
    }

    /// Where the weight of `class` is; it is made where there is none.
    fn place(&mut self, at: usize, class: u8) -> usize {
        let slot = self.slots[at];
        if let Some(found) = self.weights[slot.range()].iter().position(|entry| entry.0 == class) {
            return slot.start as usize + found;
        }
        if slot.length == slot.room {
            let room = (slot.room * 2).max(2);
            self.slots[at].start = self.weights.len() as u32;
            self.slots[at].room = room;
            self.weights.extend_from_within(slot.range());
            self.sums.extend_from_within(slot.range());
            let end = self.slots[at].start as usize + usize::from(room);
            self.weights.resize(end, (0, 0));
            self.sums.resize(end, 0);
        }
        let place = self.slots[at].range().end;
        self.slots[at].length += 1;
        self.weights[place].0 = class;
        place
    }

    /// The slot that holds `key`, or the free one where it belongs.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].room != 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }

    /// A table of `size` slots with the features that `keep` likes.
    fn rebuild(&mut self, size: usize, keep: impl Fn(&Slot) -> bool) {
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        self.used = 0;
        for slot in old.into_iter().filter(|slot| slot.room > 0 && keep(slot)) {
            let at = self.slot(slot.key);
            self.slots[at] = slot;
            self.used += 1;
        }
    }

    /// Keeps the `features` whose weights are largest on average and takes in no others. Averages
    /// start anew: what follows teaches the rest to do without those that went.
    pub fn close(&mut self, features: usize) {
        let size = |slot: &Slot| self.averages(slot).map(|(_, value)| value.abs()).max().unwrap_or(0);
        let mut sizes: Vec<(i64, u32)> = self.rows().map(|slot| (size(slot), slot.key)).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.truncate(features);
        let mut kept: Vec<u32> = sizes.into_iter().map(|(_, key)| key).collect();
        kept.sort_unstable();
        self.rebuild(self.slots.len(), |slot| kept.binary_search(&slot.key).is_ok());
        self.sums = self.weights.iter().map(|entry| i64::from(entry.1)).collect();
        self.now = 1;
        self.closed = true;
    }

    /// The average weights, for use inside training.
    pub fn averaged(&self) -> Averaged {
        let mut averaged = Perceptron::default();
        let largest = self.largest();
        for slot in self.rows() {
            for (class, value) in self.averages(slot) {
                // Sixteen bits a weight: far finer than what the model file keeps.
                let value = (i128::from(value) * 32_767 / i128::from(largest)) as i32;
                if value != 0 {
                    averaged.update(slot.key, class, value);
                }
            }
        }
        Averaged(averaged)
    }

    /// The `keep` largest average weights as signed square roots in eight bits, by key.
    pub fn pack(&self, keep: usize) -> Vec<Row> {
        let largest = self.largest() as f64;
        let root = |value: i64| ((value.abs() as f64 / largest).sqrt() * 127.0).round() as i8;
        let mut sizes = [0_usize; 128];
        for (_, value) in self.rows().flat_map(|slot| self.averages(slot)) {
            sizes[root(value) as usize] += 1;
        }
        let mut kept = 0;
        let too_small = (1..128_usize).rev().find(|&size| {
            kept += sizes[size];
            kept > keep
        });
        let least = too_small.map_or(1, |size| size as i8 + 1);
        let mut rows: Vec<Row> = Vec::new();
        for slot in self.rows() {
            let signed = |(class, value): (u8, i64)| (class, if value < 0 { -root(value) } else { root(value) });
            let mut entries: Vec<Entry> =
                self.averages(slot).map(signed).filter(|entry| entry.1.abs() >= least).collect();
            entries.sort_unstable();
            if !entries.is_empty() {
                rows.push((slot.key, entries));
            }
        }
        rows.sort_unstable_by_key(|row| row.0);
        rows
    }

    fn rows(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.room > 0)
    }

    fn largest(&self) -> i64 {
        let values = self.rows().flat_map(|slot| self.averages(slot));
        values.map(|(_, value)| value.abs()).max().unwrap_or(1).max(1)
    }

    /// Sums over all examples so far, which are the averages times their number.
    fn averages(&self, slot: &Slot) -> impl Iterator<Item = (u8, i64)> {
        let entries = self.weights[slot.range()].iter().zip(&self.sums[slot.range()]);
        entries.map(|(&(class, weight), sum)| (class, i64::from(weight) * self.now - sum))
    }
}

impl Scorer for Perceptron {
    fn add(&self, keys: &[u32], scores: &mut [i32]) {
        let mut rows = [Slot::default(); GROUP];
        for keys in keys.chunks(GROUP) {
            keys.iter().zip(&mut rows).for_each(|(&key, row)| *row = self.slots[self.slot(key)]);
            for row in &rows[..keys.len()] {
                for &(class, weight) in &self.weights[row.range()] {
                    scores[usize::from(class)] += weight;
                }
            }
        }
    }
}

/// Weights that training is done with.
#[derive(Default)]
pub struct Averaged(Perceptron);

impl Scorer for Averaged {
    fn add(&self, keys: &[u32], scores: &mut [i32]) {
        self.0.add(keys, scores);
    }
}
