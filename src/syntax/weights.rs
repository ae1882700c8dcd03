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

/// Marks a class byte that another entry follows. Classes stay below it.
const MORE: u8 = 128;

/// Read-only weights. Weights are kept as signed square roots in eight bits, scaled to the true
/// maximum, so small weights stay apart and none is clipped.
#[derive(Default)]
pub struct Weights {
    /// Open addressing by key; the length is a power of two, or nought.
    slots: Vec<Slot>,
    rows: Vec<(u8, i16)>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    start: u32,
    /// Nought marks an empty slot.
    length: u32,
}

impl Weights {
    /// Rows that [`write`] wrote. `None` where the bytes are not such.
    pub fn read(reader: &mut Reader) -> Option<Self> {
        let features = reader.number()?;
        let entries = reader.number()?;
        let mut weights = Self {
            slots: vec![Slot::default(); (features * 2).next_power_of_two().max(2)],
            rows: Vec::with_capacity(entries),
        };
        let mut key = 0_u32;
        for _ in 0..features {
            key = key.wrapping_add(reader.number()? as u32);
            let start = weights.rows.len() as u32;
            loop {
                let [class, root] = *reader.take(2)? else { return None };
                let root = i16::from(root as i8);
                weights.rows.push((class & !MORE, root * root.abs()));
                if class & MORE == 0 {
                    break;
                }
            }
            weights.insert(Slot { key, start, length: weights.rows.len() as u32 - start });
        }
        Some(weights)
    }

    fn insert(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.key as usize & mask;
        while self.slots[at].length > 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

impl Weights {
    /// The row of a feature; nought long where it has none.
    #[inline]
    fn row(&self, key: u32) -> (u32, u32) {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.key == key || slot.length == 0 {
                return (slot.start, slot.length);
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
        let mut rows = [(0, 0); GROUP];
        for keys in keys.chunks(GROUP) {
            keys.iter().zip(&mut rows).for_each(|(&key, row)| *row = self.row(key));
            for &(start, length) in &rows[..keys.len()] {
                for &(class, weight) in &self.rows[start as usize..(start + length) as usize] {
                    if let Some(score) = scores.get_mut(usize::from(class)) {
                        *score += i32::from(weight);
                    }
                }
            }
        }
    }
}

/// Rows → bytes. Rows must be in the order of their keys; empty rows are left out.
pub fn write(rows: &[(u32, Vec<Entry>)], out: &mut Vec<u8>) {
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
