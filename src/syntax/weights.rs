//! A linear model as the binary carries it: sparse rows of 8-bit weights under 32-bit keys.

use super::bytes::{Reader, write_number};

/// Adds up what features say of each class.
pub trait Scorer {
    fn add(&self, keys: &[u32], scores: &mut [i32]);
}

/// Features are looked up in groups: rows are found for the whole group before the first is
/// read, so that the processor waits for many of them at once.
pub const GROUP: usize = 64;

/// One non-zero weight: class, and the signed square root of its value.
pub type Entry = (u8, i8);

/// A feature's key and its weights, in the order of their classes.
pub type Row = (u32, Vec<Entry>);

/// Marks a class byte that another entry follows. Classes stay below it.
const MORE: u8 = 128;

/// Read-only weights. Weights are kept as signed square roots in eight bits, scaled to the true
/// maximum, so small weights stay apart and none is clipped.
#[derive(Default)]
pub struct Weights {
    /// One bit for each range of keys in which there is a feature: most lookups end here, in a
    /// table that is small enough for the processor's cache.
    filter: Vec<u64>,
    /// Open addressing by key; the length is a power of two, or nought.
    slots: Vec<Slot>,
    /// Classes, marked where another entry of the row follows, and weights.
    rows: Vec<(u8, i16)>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    /// Where the row starts, counted from 1; nought marks an empty slot.
    start: u32,
}

/// Keys are told apart by this many of their bits in the filter.
const FILTER_BITS: u32 = 23;

impl Weights {
    /// Rows that [`write`] wrote. `None` where the bytes are not such.
    pub fn read(reader: &mut Reader) -> Option<Self> {
        let features = reader.number()?;
        let entries = reader.number()?;
        // A table can't be larger than the file: what is not a model must not ask for memory.
        if features.max(entries) > reader.left() {
            return None;
        }
        let mut weights = Self {
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            slots: vec![Slot::default(); (features * 3 / 2).next_power_of_two().max(2)],
            rows: Vec::with_capacity(entries + 1),
        };
        // Nothing starts at nought.
        weights.rows.push((0, 0));
        let mut key = 0_u32;
        for _ in 0..features {
            key = key.wrapping_add(reader.number()? as u32);
            weights.insert(Slot { key, start: weights.rows.len() as u32 });
            loop {
                let [class, root] = *reader.take(2)? else { return None };
                let root = i16::from(root as i8);
                weights.rows.push((class, root * root.abs()));
                if class & MORE == 0 {
                    break;
                }
            }
        }
        Some(weights)
    }

    fn insert(&mut self, slot: Slot) {
        let bit = slot.key >> (32 - FILTER_BITS);
        self.filter[(bit >> 6) as usize] |= 1 << (bit & 63);
        let (mut at, mask) = self.home(slot.key);
        while self.slots[at].start > 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// The slot in which to look first, and the last slot. It follows the order of the keys, so
    /// that a file, which has them in order, fills the table from front to back.
    #[inline]
    fn home(&self, key: u32) -> (usize, usize) {
        let bits = self.slots.len().trailing_zeros();
        ((u64::from(key) << bits >> 32) as usize, self.slots.len() - 1)
    }

    #[inline]
    fn may_have(&self, key: u32) -> bool {
        let bit = key >> (32 - FILTER_BITS);
        self.filter.get((bit >> 6) as usize).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    /// Where the row of a feature starts; nought where it has none.
    #[inline]
    fn row(&self, key: u32) -> u32 {
        let (mut at, mask) = self.home(key);
        loop {
            let slot = self.slots[at];
            if slot.key == key || slot.start == 0 {
                return slot.start;
            }
            at = (at + 1) & mask;
        }
    }
}

impl Scorer for Weights {
    fn add(&self, keys: &[u32], scores: &mut [i32]) {
        if self.slots.is_empty() {
            return;
        }
        let mut found = [0; GROUP];
        for keys in keys.chunks(GROUP) {
            let mut count = 0;
            for &key in keys {
                // Written always and counted where it may be there: no branch to mispredict.
                found[count] = key;
                count += usize::from(self.may_have(key));
            }
            found[..count].iter_mut().for_each(|key| *key = self.row(*key));
            for &start in found[..count].iter().filter(|&&start| start > 0) {
                for &(class, weight) in &self.rows[start as usize..] {
                    if let Some(score) = scores.get_mut(usize::from(class & !MORE)) {
                        *score += i32::from(weight);
                    }
                    if class & MORE == 0 {
                        break;
                    }
                }
            }
        }
    }
}

/// Rows → bytes. Rows must be in the order of their keys; empty rows are left out.
pub fn write(rows: &[Row], out: &mut Vec<u8>) {
    let rows: Vec<_> = rows.iter().filter(|(_, row)| !row.is_empty()).collect();
    write_number(rows.len(), out);
    write_number(rows.iter().map(|(_, row)| row.len()).sum(), out);
    let mut last = 0;
    for (key, row) in rows {
        write_number((key - last) as usize, out);
        for (at, &(class, root)) in row.iter().enumerate() {
            let more = if at + 1 < row.len() { MORE } else { 0 };
            out.extend([class | more, root as u8]);
        }
        last = *key;
    }
}
