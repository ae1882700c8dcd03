//! Character references: `&nbsp;`, `&#8217;`, `&amp` — what they stand for and the bytes they stand on.

use crate::span::Span;
use html5gum::{Token, Tokenizer};

/// A stretch of a page's text: its own bytes, or what a reference stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    pub stands_for: Option<String>,
}

/// The text under `span`, cut at its character references.
pub fn pieces(original: &str, span: Span) -> Vec<Piece> {
    let words = span.of(original);
    let mut pieces = Vec::new();
    let mut run = 0;
    let mut at = 0;
    while let Some(found) = words[at..].find('&') {
        let start = at + found;
        let Some((length, stands_for)) = reference(&words[start..]) else {
            at = start + 1;
            continue;
        };
        if run < start {
            pieces.push(Piece { span: Span::new(run, start).shift(span.start), stands_for: None });
        }
        at = start + length;
        run = at;
        pieces.push(Piece { span: Span::new(start, at).shift(span.start), stands_for: Some(stands_for) });
    }
    if run < words.len() {
        pieces.push(Piece { span: Span::new(run, words.len()).shift(span.start), stands_for: None });
    }
    pieces
}

/// The text under `span` with its references decoded.
pub fn decode(original: &str, span: Span) -> String {
    let pieces = pieces(original, span);
    pieces.iter().map(|piece| piece.stands_for.as_deref().unwrap_or(piece.span.of(original))).collect()
}

/// The reference at the head of `words`: its bytes, and what it stands for.
fn reference(words: &str) -> Option<(usize, String)> {
    let name = words[1..].bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    if name == 0 {
        return None;
    }
    let end = 1 + name + usize::from(words[1 + name..].starts_with(';'));
    let raw = &words[..end];
    let decoded = Tokenizer::new(raw).flatten().find_map(|token| match token {
        Token::String(decoded) => Some(String::from_utf8_lossy(&decoded.value).into_owned()),
        _ => None,
    })?;
    if decoded == raw {
        return None;
    }
    // `&notit;` is `¬` and `it;`: what follows the reference is left as it is.
    let mut tail = 0;
    for (one, other) in raw.chars().rev().zip(decoded.chars().rev()) {
        if one != other || tail + one.len_utf8() >= decoded.len() || tail + 2 >= raw.len() {
            break;
        }
        tail += one.len_utf8();
    }
    Some((raw.len() - tail, decoded[..decoded.len() - tail].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_their_bytes() {
        let read = |words: &str| {
            let pieces = pieces(words, Span::new(0, words.len()));
            pieces
                .iter()
                .map(|piece| format!("{}={}", piece.span.of(words), piece.stands_for.as_deref().unwrap_or("·")))
                .collect::<Vec<_>>()
        };
        assert_eq!(read("St.&nbsp;P &#8217;s"), ["St.=·", "&nbsp;=\u{a0}", "P =·", "&#8217;=’", "s=·"]);
        assert_eq!(read("AT&T &amp; &#x2019;"), ["AT&T =·", "&amp;=&", " =·", "&#x2019;=’"]);
        assert_eq!(read("&notit; &amp"), ["&not=¬", "it; =·", "&amp=&"]);
        assert_eq!(read("& &; &zzz; &"), ["& &; &zzz; &=·"]);
        assert_eq!(decode("a&lt;b", Span::new(0, 6)), "a<b");
    }
}
