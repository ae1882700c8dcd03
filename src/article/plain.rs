//! Plain text: paragraphs between blank lines, lines that are items or headlines, lines that only wrap.

use super::{BlockKind, Builder};
use crate::span::Span;

/// Reads the builder's text from `from` on. `title`: a first short line may be the headline.
pub fn read(builder: &mut Builder, from: usize, title: bool) {
    let original = builder.original();
    let lines = lines(&original, from);
    let width = wrap_width(&original, &lines);
    let mut may_be_title = title;
    let mut blocks: Vec<(BlockKind, Vec<Line>)> = Vec::new();
    for group in lines.split(|line| line.span.is_empty()).filter(|group| !group.is_empty()) {
        let mut rest = group;
        while let Some(first) = rest.first() {
            let length = 1 + rest.windows(2).take_while(|pair| wraps(&original, pair[0], pair[1], width)).count();
            let (block, after) = rest.split_at(length);
            let alone = rest.len() == group.len() && after.is_empty();
            blocks.push((kind(&original, *first, block, alone), block.to_vec()));
            rest = after;
        }
    }
    let last = blocks.len().saturating_sub(1);
    for (index, (kind, lines)) in blocks.iter().enumerate() {
        // A headline is followed by something.
        let kind = match kind {
            BlockKind::Heading if index == last => BlockKind::Paragraph,
            BlockKind::Heading if may_be_title && index == 0 => BlockKind::Title,
            other => *other,
        };
        may_be_title = false;
        builder.open(kind);
        for line in lines {
            builder.verbatim(without_marker(&original, line.span));
            builder.space(Span::new(line.span.end, line.span.end));
            builder.space(Span::new(line.span.end, line.next));
        }
    }
    builder.close();
}

/// A line without the white space around it, and where the next one begins.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    next: usize,
}

fn lines(original: &str, from: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = from;
    while at < original.len() {
        let rest = &original[at..];
        let length = rest.find(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        let end = rest[length..].chars().next().map_or(0, char::len_utf8);
        let next = at + length + if rest[length..].starts_with("\r\n") { 2 } else { end };
        let line = &rest[..length];
        let start = at + line.len() - line.trim_start().len();
        lines.push(Line { span: Span::new(start, start + line.trim().len()), next });
        at = next;
    }
    lines
}

/// The column at which the file's lines were wrapped, were they.
fn wrap_width(original: &str, lines: &[Line]) -> usize {
    let followed = lines.windows(2).filter(|pair| !pair[1].span.is_empty()).map(|pair| columns(original, pair[0]));
    let lengths: Vec<usize> = followed.filter(|length| (1..=LONG).contains(length)).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    let near = lengths.iter().filter(|length| **length + 16 >= longest).count();
    let narrow = lengths.len() >= 5 && near * 2 > lengths.len();
    if narrow { longest } else { longest.max(60) }
}

/// Lines longer than this were not wrapped by hand: each is a paragraph.
const LONG: usize = 120;

/// Whether `next` only continues `line`.
fn wraps(original: &str, line: Line, next: Line, width: usize) -> bool {
    let (words, after) = (line.span.of(original), next.span.of(original));
    if is_item(after) || columns(original, line) > LONG {
        return false;
    }
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    let dangling = words.ends_with([',', '-', '–', '—', ';', '('])
        || matches!(
            last,
            "a" | "an"
                | "the"
                | "of"
                | "in"
                | "on"
                | "at"
                | "to"
                | "and"
                | "or"
                | "for"
                | "by"
                | "with"
                | "from"
                | "that"
        );
    if dangling || (after.starts_with(char::is_lowercase) && columns(original, line) >= 24) {
        return true;
    }
    // Below a headline stands a paragraph that is one long line.
    if columns(original, next) > LONG {
        return false;
    }
    let first = after.split_whitespace().next().unwrap_or("");
    columns(original, line) + 1 + first.chars().count() > width
}

fn columns(original: &str, line: Line) -> usize {
    line.span.of(original).chars().count()
}

fn is_item(words: &str) -> bool {
    marker(words) > 0
}

/// Bytes of a list marker and the white space after it: "- ", "* ", "• ", "1. ".
fn marker(words: &str) -> usize {
    let mut chars = words.chars();
    let bullet = matches!(chars.next(), Some('-' | '*' | '•' | '–' | '·' | '◦' | '▪' | '‣'));
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let after = if bullet {
        chars.as_str()
    } else if (1..=2).contains(&digits) && words[digits..].starts_with(['.', ')']) {
        &words[digits + 1..]
    } else {
        return 0;
    };
    let rest = after.trim_start();
    if rest.len() == after.len() || rest.is_empty() { 0 } else { words.len() - rest.len() }
}

fn without_marker(original: &str, span: Span) -> Span {
    Span::new(span.start + marker(span.of(original)), span.end)
}

/// A headline is one short line without a full stop, alone or above what it heads.
fn kind(original: &str, first: Line, block: &[Line], alone: bool) -> BlockKind {
    let words = first.span.of(original);
    if is_item(words) {
        return BlockKind::ListItem;
    }
    let short = words.chars().count() <= LONG && words.split_whitespace().count() <= 18;
    let closed = words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', ',', ';', ':']);
    let one = block.len() == 1;
    if one && short && !closed && (alone || !words.ends_with(['?', '!'])) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(words: &str) -> Vec<String> {
        let mut builder = Builder::new(words.into());
        read(&mut builder, 0, true);
        let (text, blocks) = builder.finish();
        blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.span.of(text.as_str()))).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "Summit ends\n\nThe two leaders met for three hours at a base in Anchorage, and\nTrump called the talks productive, but neither side would say\nwhat was agreed.\n\nPutin left.";
        assert_eq!(
            blocks(text),
            [
                "Title: Summit ends",
                "Paragraph: The two leaders met for three hours at a base in Anchorage, and Trump called the talks productive, but neither side would say what was agreed.",
                "Paragraph: Putin left."
            ]
        );
    }

    #[test]
    fn long_lines_are_paragraphs_and_short_ones_between_them_headings() {
        let long = "President Trump said the summit was very productive and that a number of agreements had been reached by the two, though he would name none.";
        let text = format!("{long}\nThe Road Ahead\n{long}\n- First item.\n- Second item.\nWhat comes next\n{long}");
        let kinds: Vec<String> =
            blocks(&text).iter().map(|block| block.split(':').next().unwrap_or("").to_owned()).collect();
        assert_eq!(kinds, ["Paragraph", "Heading", "Paragraph", "ListItem", "ListItem", "Heading", "Paragraph"]);
    }

    #[test]
    fn lines_that_are_headlines_stay_apart() {
        assert_eq!(
            blocks("Summit ends early\nBy Jane Doe\nThe talks lasted two hours.\n"),
            ["Title: Summit ends early", "Heading: By Jane Doe", "Paragraph: The talks lasted two hours."]
        );
    }

    #[test]
    fn nothing_and_only_white_space() {
        assert!(blocks("").is_empty());
        assert!(blocks(" \r\n\r\n\t").is_empty());
    }
}
