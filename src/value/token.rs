//! Text → tokens: runs of digits, runs of letters, single marks. One pass over the bytes.

use super::vocabulary::Vocabulary;

/// A run of digits or letters, or a single mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: TokenKind,
    /// The word's place in the vocabulary; 0 for words that say nothing of values.
    pub word: u16,
    /// A blank line stands before it: no value runs across.
    pub paragraph: bool,
    /// It starts a line.
    pub line: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum TokenKind { Digits, Word, Mark }

/// The tokens of `text`, which starts `offset` bytes into the whole.
pub fn tokenize(text: &str, offset: usize, vocabulary: &Vocabulary) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 5);
    let (mut at, mut newlines) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        if byte == b'\n' {
            newlines += 1;
            at += 1;
            continue;
        }
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (kind, end) = if byte.is_ascii_digit() {
            (TokenKind::Digits, run(bytes, at, |b| b.is_ascii_digit()))
        } else if byte.is_ascii_alphabetic() {
            (TokenKind::Word, letters(text, at))
        } else if byte.is_ascii() {
            (TokenKind::Mark, at + 1)
        } else {
            let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            if first.is_whitespace() || first == '\u{feff}' || first == '\u{200b}' {
                at += first.len_utf8();
                continue;
            }
            match first.is_alphabetic() {
                true => (TokenKind::Word, letters(text, at)),
                false => (TokenKind::Mark, at + first.len_utf8()),
            }
        };
        let word = match kind {
            TokenKind::Digits => 0,
            _ => text.get(at..end).map_or(0, |word| vocabulary.id(word)),
        };
        tokens.push(Token {
            start: offset + at,
            end: offset + end,
            kind,
            word,
            paragraph: newlines > 1,
            line: newlines > 0,
        });
        newlines = 0;
        at = end;
    }
    tokens
}

fn run(bytes: &[u8], from: usize, belongs: impl Fn(u8) -> bool) -> usize {
    from + bytes.get(from..).unwrap_or(&[]).iter().take_while(|&&b| belongs(b)).count()
}

/// The end of the letters that start at `from`.
fn letters(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = run(bytes, from, |b| b.is_ascii_alphabetic());
    while bytes.get(end).is_some_and(|b| !b.is_ascii()) {
        match text.get(end..).and_then(|rest| rest.chars().next()) {
            Some(c) if c.is_alphabetic() => end = run(bytes, end + c.len_utf8(), |b| b.is_ascii_alphabetic()),
            _ => break,
        }
    }
    end
}
