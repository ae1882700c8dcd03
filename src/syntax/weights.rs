//! A linear model as the binary carries it: sparse rows of 8-bit weights under 32-bit keys.

use super::bytes::{Reader, write_number};

/// Adds what a feature says of each class.
pub trait Scorer {
    fn add(&self, key: u32, scores: &mut [i32]);
}

/// One non-zero weight: class, and the signed square root of its value.
pub type Entry = (u8, i8);

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
            let length = reader.number()?;
            let start = weights.rows.len() as u32;
            for _ in 0..length {
                let [class, root] = *reader.take(2)? else { return None };
                let root = i16::from(root as i8);
                weights.rows.push((class, root * root.abs()));
            }
            weights.insert(Slot { key, start, length: length as u32 });
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

impl Scorer for Weights {
    #[inline]
    fn add(&self, key: u32, scores: &mut [i32]) {
        let Some(mask) = self.slots.len().checked_sub(1) else { return };
        let mut at = key as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.length == 0 {
                return;
            }
            if slot.key == key {
                let row = &self.rows[slot.start as usize..(slot.start + slot.length) as usize];
                for &(class, weight) in row {
                    if let Some(score) = scores.get_mut(usize::from(class)) {
                        *score += i32::from(weight);
                    }
                }
                return;
            }
            at = (at + 1) & mask;
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
        write_number(row.len(), out);
        for &(class, root) in row {
            out.extend([class, root as u8]);
        }
        last = *key;
    }
}
