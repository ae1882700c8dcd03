//! Text and blocks as a reader builds them: white space folded, invisible characters left out, offsets kept.

use super::{Block, BlockKind, Text};
use crate::span::Span;
use std::sync::Arc;

/// Collects the text of one article, block by block, in file order.
#[derive(Debug)]
pub struct Builder {
    original: Arc<str>,
    text: Text,
    blocks: Vec<Block>,
    /// Kind of the block being written and where it starts, once it holds a word.
    open: Option<(BlockKind, Option<usize>)>,
    /// White space seen since the last word.
    space: Option<Span>,
}

impl Builder {
    pub fn new(original: Arc<str>) -> Self {
        Self { text: Text::new(original.clone()), original, blocks: Vec::new(), open: None, space: None }
    }

    pub fn original(&self) -> Arc<str> {
        self.original.clone()
    }

    /// Starts a block; one that is open ends. Blocks without words leave no trace.
    pub fn open(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some((kind, None));
    }

    /// Ends the open block. What is written outside every block makes a paragraph of its own.
    pub fn close(&mut self) {
        if let Some((kind, Some(start))) = self.open.take() {
            self.blocks.push(Block { kind, span: Span::new(start, self.text.len()) });
        }
        self.space = None;
    }

    /// Whether the open block holds a word yet.
    pub fn has_words(&self) -> bool {
        matches!(self.open, Some((_, Some(_))))
    }

    /// Adds the original's bytes under `span`. Runs of white space become one space that stands for them.
    pub fn verbatim(&mut self, span: Span) {
        let original = self.original.clone();
        let words = span.of(&original);
        let mut run: Option<usize> = None;
        for (at, char) in words.char_indices() {
            let (from, to) = (span.start + at, span.start + at + char.len_utf8());
            if !is_space(char) && !is_invisible(char) {
                run.get_or_insert(from);
                continue;
            }
            if char == ' ' && run.is_some() && words[at + 1..].starts_with(|next| !is_space(next)) {
                continue;
            }
            if let Some(start) = run.take() {
                self.word(Span::new(start, from));
            }
            if is_space(char) {
                self.space(Span::new(from, to));
            }
        }
        if let Some(start) = run {
            self.word(Span::new(start, span.end));
        }
    }

    /// Adds `words`, which stand for the original's bytes under `span`.
    pub fn replaced(&mut self, words: &str, span: Span) {
        if words == span.of(&self.original) {
            return self.verbatim(span);
        }
        if words.chars().all(is_space) {
            return self.space(span);
        }
        self.before_word(span.start);
        self.text.push_replaced(words, span);
    }

    /// Notes white space, which shows only between two words of a block.
    pub fn space(&mut self, span: Span) {
        self.space = Some(self.space.map_or(span, |before| before.to(span)));
    }

    /// Where in the original the last word that was written ends.
    pub fn last_end(&self) -> Option<usize> {
        let end = self.text.len();
        let last = self.text.as_str().chars().next_back()?;
        Some(self.text.to_original(Span::new(end - last.len_utf8(), end)).end)
    }

    /// The words written to the open block so far.
    pub fn open_words(&self) -> &str {
        match self.open {
            Some((_, Some(start))) => self.text.as_str().get(start..).unwrap_or(""),
            _ => "",
        }
    }

    pub fn finish(mut self) -> (Text, Vec<Block>) {
        self.close();
        (self.text, self.blocks)
    }

    fn word(&mut self, span: Span) {
        self.before_word(span.start);
        self.text.push_verbatim(span);
    }

    /// Opens the block at its first word, or writes the white space between two words.
    fn before_word(&mut self, at: usize) {
        let (kind, start) = self.open.unwrap_or((BlockKind::Paragraph, None));
        match (start, self.space.take()) {
            (None, _) => {
                if !self.text.is_empty() {
                    self.text.push_replaced("\n\n", Span::new(at, at));
                }
                self.open = Some((kind, Some(self.text.len())));
            }
            (Some(_), Some(space)) if space.of(&self.original) == " " => self.text.push_verbatim(space),
            (Some(_), Some(space)) => self.text.push_replaced(" ", space),
            (Some(_), None) => {}
        }
    }
}

/// White space that folds. A no-break space does not: it can stand inside a number.
fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{2028}' | '\u{2029}')
}

/// Characters that a reader does not see: soft hyphen, zero-width space and joiners, byte order mark.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> (Text, Vec<Block>) {
        let mut builder = Builder::new(words.into());
        builder.open(BlockKind::Paragraph);
        builder.verbatim(Span::new(0, words.len()));
        builder.finish()
    }

    #[test]
    fn white_space_folds_and_keeps_its_place() {
        let (text, blocks) = read("  in St.\r\n   Petersburg  twice ");
        assert_eq!(text.as_str(), "in St. Petersburg twice");
        assert_eq!(blocks.len(), 1);
        let at = text.as_str().find("Petersburg").unwrap();
        assert_eq!(text.to_original(Span::new(at, at + 10)), Span::new(13, 23));
        assert_eq!(text.to_original(Span::new(at - 1, at)), Span::new(8, 13));
    }

    #[test]
    fn invisible_characters_leave_no_hole_in_a_word() {
        let (text, _) = read("\u{feff}sum\u{ad}mit");
        assert_eq!(text.as_str(), "summit");
        assert_eq!(text.to_original(Span::new(0, 6)), Span::new(3, 11));
    }

    #[test]
    fn a_no_break_space_stays() {
        assert_eq!(read("12\u{a0}500 people").0.as_str(), "12\u{a0}500 people");
    }
}
