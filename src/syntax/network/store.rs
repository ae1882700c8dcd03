//! The network in the model file: keys by their distances, weights in eight bits.

use super::layout::Layout;
use super::{Network, Rows};
use crate::syntax::Deprel;
use crate::syntax::bytes::{Reader, write_number};

impl Rows {
    fn read(reader: &mut Reader) -> Option<Self> {
        let count = reader.number()?;
        if count > reader.left() {
            return None;
        }
        let mut keys = Vec::with_capacity(count);
        let mut key = 0_u32;
        for _ in 0..count {
            key = key.wrapping_add(reader.number()? as u32);
            keys.push(key);
        }
        Some(Self { keys })
    }

    fn write(&self, out: &mut Vec<u8>) {
        write_number(self.keys.len(), out);
        let mut last = 0;
        for &key in &self.keys {
            write_number((key - last) as usize, out);
            last = key;
        }
    }
}

impl Network {
    /// The network that [`Self::write`] wrote, for a table of `tags` tags. `None` where the bytes are not such.
    pub fn read(reader: &mut Reader, tags: usize) -> Option<Self> {
        let sees_tags = reader.number()? > 0;
        let (words, parts) = (Rows::read(reader)?, Rows::read(reader)?);
        let layout = Layout::new(words.count(), parts.count(), tags, Deprel::ALL.len());
        // What is no model must not ask for memory.
        if layout.length > reader.left() {
            return None;
        }
        let mut weights = Vec::with_capacity(layout.length);
        for (range, width) in layout.blocks() {
            for _ in 0..range.len() / width {
                let step = f32::from_le_bytes(reader.take(4)?.try_into().ok()?);
                weights.extend(reader.take(width)?.iter().map(|&byte| f32::from(byte as i8) * step));
            }
        }
        Some(Self { words, parts, sees_tags, layout, weights })
    }

    /// Each row of weights is scaled by the largest of them.
    pub fn write(&self, out: &mut Vec<u8>) {
        write_number(usize::from(self.sees_tags), out);
        self.words.write(out);
        self.parts.write(out);
        for (range, width) in self.layout.blocks() {
            for row in self.weights[range].chunks_exact(width) {
                let largest = row.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
                let step = largest.max(f32::MIN_POSITIVE) / 127.0;
                out.extend(step.to_le_bytes());
                out.extend(row.iter().map(|weight| (weight / step).round() as i8 as u8));
            }
        }
    }
}
