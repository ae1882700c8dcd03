//! Words of a scalar → where they stand in the raw bytes: inside quotation marks, escapes, folded lines and
//! block scalars.

use crate::span::Span;

/// Where the bytes `inner` of `words` stand in `raw`, the scalar as written with its quotation marks or block
/// indicator. Never fails; what cannot be aligned gives the nearest place.
pub fn locate(raw: &str, words: &str, inner: Span) -> Span {
    if raw == words {
        return inner;
    }
    let map = align(raw, words);
    let last = inner.end.saturating_sub(1);
    let start = place(&map, inner.start).map_or(raw.len(), |span| span.start);
    if inner.is_empty() {
        let start = if inner.start >= words.len() { place(&map, last).map_or(start, |span| span.end) } else { start };
        return Span::new(start, start);
    }
    let end = place(&map, last).map_or(start, |span| span.end);
    Span::new(start, end.max(start))
}

/// For each character of the words: its first byte in them, and its bytes in the raw scalar.
type Map = Vec<(usize, Span)>;

fn place(map: &Map, at: usize) -> Option<Span> {
    let after = map.partition_point(|(start, _)| *start <= at);
    map.get(after.checked_sub(1)?).map(|(_, span)| *span)
}

fn align(raw: &str, words: &str) -> Map {
    match raw.as_bytes().first() {
        Some(b'"') => flow(raw, words, Style::Double),
        Some(b'\'') => flow(raw, words, Style::Single),
        Some(b'|' | b'>') => block(raw, words),
        _ => flow(raw, words, Style::Plain),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Plain,
    Single,
    Double,
}

fn flow(raw: &str, words: &str, style: Style) -> Map {
    let mut map = Map::with_capacity(words.len());
    let mut at = if style == Style::Plain { 0 } else { 1 };
    for (start, wanted) in words.char_indices() {
        at = skip_joined_lines(raw, at, wanted, style);
        let end = at + length(raw, at, wanted, style);
        map.push((start, Span::new(at, end)));
        at = end;
    }
    map
}

/// `\` at the end of a line joins two lines without a space.
fn skip_joined_lines(raw: &str, mut at: usize, wanted: char, style: Style) -> usize {
    while style == Style::Double && (raw[at..].starts_with("\\\n") || raw[at..].starts_with("\\\r\n")) {
        at += raw[at..].find('\n').map_or(1, |newline| newline + 1);
        if wanted != ' ' || !raw[at..].starts_with(' ') {
            at += leading(&raw[at..], [' ', '\t']);
        }
    }
    at
}

/// How many raw bytes stand for the next character of the words.
fn length(raw: &str, at: usize, wanted: char, style: Style) -> usize {
    let rest = &raw[at..];
    let Some(found) = rest.chars().next() else { return 0 };
    if style == Style::Single && rest.starts_with("''") {
        return 2;
    }
    if style == Style::Double && found == '\\' {
        return escape_length(rest);
    }
    if wanted == ' ' || wanted == '\n' {
        let blank = leading(rest, [' ', '\t', '\n', '\r']);
        if rest[..blank].contains('\n') {
            return folded_length(&rest[..blank], wanted);
        }
    }
    found.len_utf8()
}

/// A line break is a space, each further one a newline; the last takes the indentation along.
fn folded_length(blank: &str, wanted: char) -> usize {
    let breaks: Vec<usize> = blank.match_indices('\n').map(|(at, _)| at).collect();
    match (wanted, breaks.as_slice()) {
        ('\n', [_, second, third, ..]) if third > second => second + 1,
        _ => blank.len(),
    }
}

fn escape_length(rest: &str) -> usize {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        _ => 0,
    };
    let first = rest.chars().nth(1).map_or(0, char::len_utf8);
    let length = (1 + first + digits).min(rest.len());
    // A pair of surrogates is one character.
    let is_high = digits == 4
        && matches!(rest.as_bytes().get(2..4), Some([b'd' | b'D', b'8'..=b'9' | b'a' | b'b' | b'A' | b'B']));
    let length =
        if is_high && rest.get(length..).is_some_and(|more| more.starts_with("\\u")) { length + 6 } else { length };
    if rest.is_char_boundary(length) { length } else { rest.len() }
}

fn block(raw: &str, words: &str) -> Map {
    let mut map = Map::with_capacity(words.len());
    let folded = raw.starts_with('>');
    let header = raw.find('\n').map_or(raw.len(), |newline| newline + 1);
    let indent = indentation(raw, header);
    let mut at = skip_indent(raw, header, indent);
    for (start, wanted) in words.char_indices() {
        let rest = &raw[at..];
        if folded && wanted == ' ' && leading(rest, [' ', '\t', '\r']) < rest.len() && starts_with_break(rest) {
            let newline = rest.find('\n').map_or(0, |newline| newline + 1);
            let end = skip_indent(raw, at + newline, indent);
            map.push((start, Span::new(at, end)));
            at = end;
        } else if wanted == '\n' {
            let newline = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
            let mut end = at + newline;
            // In folded text the first of several breaks is none.
            if folded && !words[..start].ends_with('\n') && starts_with_break(&raw[end..]) {
                end += raw[end..].find('\n').map_or(0, |newline| newline + 1);
            }
            map.push((start, Span::new(at, end)));
            at = skip_indent(raw, end, indent);
        } else {
            let end = at + rest.chars().next().map_or(0, char::len_utf8);
            map.push((start, Span::new(at, end)));
            at = end;
        }
    }
    map
}

fn starts_with_break(rest: &str) -> bool {
    let blank = leading(rest, [' ', '\t', '\r']);
    rest[blank..].starts_with('\n')
}

/// The indentation of the first line with words.
fn indentation(raw: &str, header: usize) -> usize {
    raw[header..].lines().find(|line| !line.trim().is_empty()).map_or(0, |line| leading(line, [' ', ' ']))
}

fn skip_indent(raw: &str, at: usize, indent: usize) -> usize {
    at + leading(&raw[at..], [' ', ' ']).min(indent)
}

fn leading<const N: usize>(text: &str, of: [char; N]) -> usize {
    text.len() - text.trim_start_matches(of).len()
}

#[cfg(test)]
mod tests {
    use super::super::{Content, read};
    use super::*;

    /// The raw text found under `needle` of the first value in the file.
    fn found(file: &str, needle: &str) -> String {
        let (tree, problems) = read("a.yaml", file);
        assert!(problems.is_empty(), "{problems:?}");
        let root = tree.root.as_ref().expect("a root");
        let Content::Map(entries) = &root.content else { panic!("no mapping") };
        let Content::Scalar(id) = entries[0].1.content else { panic!("no scalar") };
        let start = tree.text(id).find(needle).expect("needle");
        tree.locate(file, id, Span::new(start, start + needle.len())).of(file).to_owned()
    }

    #[test]
    fn words_are_found_in_every_style() {
        assert_eq!(found("claim: summit length = 3 hours\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: 'it''s 3 hours'\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: 'it''s 3 hours'\n", "it's"), "it''s");
        assert_eq!(found("claim: \"caf\\u00e9 \\\"x\\\" 3 hours\"\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: \"caf\\u00e9 \\\"x\\\" 3 hours\"\n", "café"), "caf\\u00e9");
        assert_eq!(found("claim: summit\n  length\n  = 3 hours\n", "length = 3"), "length\n  = 3");
        assert_eq!(found("claim: >\n  summit\n  length\n  = 3 hours\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: >-\n  summit\n\n  length\n  = 3 hours\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: |\n  summit\n    length\n  = 3 hours\n", "3 hours"), "3 hours");
        assert_eq!(found("claim: \"summit \\\n  length = 3 hours\"\n", "length"), "length");
        assert_eq!(found("claim: 'summit\n\n  length'\n", "length"), "length");
        assert_eq!(found("claim: \"\\ud83d\\ude00 3 hours\"\n", "3 hours"), "3 hours");
    }
}
