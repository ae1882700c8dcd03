//! Text with offsets: what a reader sees, and for each byte of it where it stood in the file.

use crate::span::Span;
use std::sync::Arc;

/// Decoded text and the way back to the original.
///
/// Built from pieces: a verbatim piece maps byte for byte, a replaced piece (`&nbsp;` → U+00A0)
/// maps as a whole to the bytes it stands for.
#[derive(Clone, Debug, Default)]
pub struct Text {
    decoded: String,
    /// The whole original document, decoded to UTF-8.
    original: Arc<str>,
    /// In text order, without gaps.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the piece starts in the decoded text.
    start: usize,
    original: Span,
    verbatim: bool,
}

impl Text {
    pub fn new(original: Arc<str>) -> Self {
        Self { decoded: String::new(), original, pieces: Vec::new() }
    }

    /// A text that is its own original.
    pub fn plain(original: impl Into<Arc<str>>) -> Self {
        let original = original.into();
        let mut text = Self::new(original.clone());
        text.push_verbatim(Span::new(0, original.len()));
        text
    }

    /// Appends the original's bytes under `span`, unchanged.
    pub fn push_verbatim(&mut self, span: Span) {
        let words = span.of(&self.original).to_owned();
        if words.is_empty() {
            return;
        }
        self.pieces.push(Piece { start: self.decoded.len(), original: span, verbatim: true });
        self.decoded.push_str(&words);
    }

    /// Appends `words`, which stand for the original's bytes under `span`.
    pub fn push_replaced(&mut self, words: &str, span: Span) {
        if words.is_empty() {
            return;
        }
        self.pieces.push(Piece { start: self.decoded.len(), original: span, verbatim: false });
        self.decoded.push_str(words);
    }

    pub fn as_str(&self) -> &str {
        &self.decoded
    }

    pub fn len(&self) -> usize {
        self.decoded.len()
    }

    pub fn is_empty(&self) -> bool {
        self.decoded.is_empty()
    }

    /// The original document, from which spans of reports are cut.
    pub fn original(&self) -> &Arc<str> {
        &self.original
    }

    /// Where the words under `span` stand in the original. Covers every original byte between
    /// the first and the last of them, inline markup included.
    pub fn to_original(&self, span: Span) -> Span {
        let start = self.original_start(span.start);
        let end = if span.is_empty() { start } else { self.original_end(span.end) };
        Span::new(start, end.max(start))
    }

    fn original_start(&self, at: usize) -> usize {
        match self.piece_at(at) {
            None => self.original.len(),
            Some(piece) if piece.verbatim => (piece.original.start + at - piece.start).min(piece.original.end),
            Some(piece) => piece.original.start,
        }
    }

    fn original_end(&self, end: usize) -> usize {
        match self.piece_at(end.saturating_sub(1)) {
            None => self.original.len(),
            Some(piece) if piece.verbatim => (piece.original.start + end - piece.start).min(piece.original.end),
            Some(piece) => piece.original.end,
        }
    }

    fn piece_at(&self, at: usize) -> Option<Piece> {
        if at >= self.decoded.len() {
            return None;
        }
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(after.checked_sub(1)?).copied()
    }
}
