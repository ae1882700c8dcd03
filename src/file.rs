//! Line and column of every byte of a text.

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl<'a> LineIndex<'a> {
    /// Lines end in `\n`, `\r\n` or a lone `\r`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// The place of the byte at `at`; past the end, that of the end. A byte order mark has no width.
    pub fn place(&self, at: usize) -> Place {
        let at = at.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or("");
        let mark = usize::from(start == 0 && before.starts_with('\u{feff}'));
        Place { line, column: before.chars().count() - mark + 1 }
    }

    /// The bytes of the line that holds `at`, without its line end.
    pub fn line_around(&self, at: usize) -> std::ops::Range<usize> {
        let line = self.starts.partition_point(|start| *start <= at.min(self.text.len()));
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let words = self.text.get(start..end).unwrap_or("");
        start..start + words.trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_and_every_kind_of_line_end() {
        let index = LineIndex::new("aé\r\nb\rc\nd");
        let place = |at| {
            let place = index.place(at);
            (place.line, place.column)
        };
        assert_eq!(
            [place(0), place(3), place(5), place(7), place(9), place(99)],
            [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1), (4, 2)]
        );
        assert_eq!(index.line_around(1), 0..3);
        assert_eq!(index.line_around(9), 9..10);
    }

    #[test]
    fn a_byte_order_mark_has_no_width() {
        assert_eq!(LineIndex::new("\u{feff}ab").place(3), Place { line: 1, column: 1 });
    }
}
