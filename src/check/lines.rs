//! Lines that open with a figure and then say what it is, "**52.** Boats in the race.", and lines that open with the time at
//! which they were written, "19.25 Here they come."

use crate::span::Span;
use crate::value::{self, Kind};
use std::collections::BTreeSet;

/// The numbers by which an article numbers its paragraphs: 1, 2, 3.
pub fn numbers(text: &str, blocks: impl Iterator<Item = Span>) -> BTreeSet<u32> {
    let opening: Vec<u32> = blocks.filter_map(|block| number(block.of(text))).collect();
    let mut found = BTreeSet::new();
    let mut next = 1;
    for number in opening {
        if number == next {
            found.insert(number);
            next += 1;
        }
    }
    if found.len() < 3 { BTreeSet::new() } else { found }
}

/// Whether the article is told as it happens: each of its paragraphs opens with the time at which it was written.
pub fn is_live(text: &str, blocks: impl Iterator<Item = Span>) -> bool {
    blocks.filter(|block| stamp(block.of(text)) > 0).count() >= STAMPED
}

/// As many paragraphs that open with a time are no chance.
const STAMPED: usize = 3;

/// The length of the time of day that a paragraph opens with, and of what parts it from the words: "**19.25** ", "3:16 p.m. – ".
pub fn stamp(paragraph: &str) -> usize {
    let marks = |c: char| c.is_whitespace() || "*_[]()|–—-:".contains(c);
    let bare = paragraph.trim_start_matches(marks);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(bare);
    let Some(rest) = bare[hour..].strip_prefix([':', '.', 'h']).filter(|_| matches!(hour, 1 | 2)) else { return 0 };
    let in_day = |digits: &str, end: u8| digits.parse::<u8>().is_ok_and(|number| number < end);
    if digits(rest) != 2 || !in_day(&bare[..hour], 25) || !in_day(&rest[..2], 60) {
        return 0;
    }
    let after = rest[2..].trim_start();
    let half = ["a.m.", "p.m.", "am", "pm", "AM", "PM"].iter().find_map(|half| after.strip_prefix(half));
    let after = half.unwrap_or(&rest[2..]);
    let zone = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_zone =
        matches!(zone.len(), 3 | 4) && zone.ends_with('T') && zone.bytes().all(|byte| byte.is_ascii_uppercase());
    let after = if is_zone { &after.trim_start()[zone.len()..] } else { after };
    let words = after.trim_start_matches(marks);
    let parted = words.len() < after.len() && words.starts_with(|c: char| !c.is_lowercase());
    if parted { paragraph.len() - words.len() } else { 0 }
}

/// The sentences of a block, and the figure with which the first opens. A figure that is a sentence of its own is joined to
/// what explains it.
pub fn joined(text: &str, mut sentences: Vec<Span>, numbered: &BTreeSet<u32>) -> (Vec<Span>, Option<Span>) {
    let (Some(&first), second) = (sentences.first(), sentences.get(1).copied()) else { return (sentences, None) };
    let words = first.of(text);
    let mark = words.split_whitespace().next().unwrap_or_default();
    // "**12 May 2026.** The mill opens": the day is no sentence of its own.
    if let Some(second) = second.filter(|_| is_date(words)) {
        sentences.splice(..2, [first.to(second)]);
        return (sentences, None);
    }
    let figure = if is_figure(words) { words } else { mark };
    if !is_figure(figure) || number(figure).is_some_and(|number| numbered.contains(&number)) {
        return (sentences, None);
    }
    match second {
        Some(second) if figure.len() == words.len() => drop(sentences.splice(..2, [first.to(second)])),
        None if figure.len() == words.len() => return (sentences, None),
        _ => {}
    }
    let bare = figure.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%');
    (sentences, Some(Span::new(first.start, first.start + bare.len())))
}

/// Words that a figure by itself may have.
const SCALES: [&str; 12] =
    ["million", "billion", "trillion", "thousand", "bn", "m", "km", "kg", "per", "cent", "percent", "hours"];

fn is_figure(sentence: &str) -> bool {
    let bare = sentence.trim_matches(['*', '_', ' ']);
    let mut words = bare.trim_end_matches(['.', ':']).split_whitespace();
    let first = words
        .next()
        .is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic));
    first && bare.ends_with(['.', ':']) && words.all(|word| SCALES.contains(&word.to_lowercase().as_str()))
}

/// Whether the words are a date and nothing else.
fn is_date(sentence: &str) -> bool {
    let bare = sentence.trim_matches(|c: char| c.is_whitespace() || "*_.:".contains(c));
    bare.len() <= 30
        && bare.contains(|c: char| c.is_ascii_digit())
        && value::find(bare, Span::new(0, bare.len()), &value::Context::default()).first().is_some_and(|found| {
            found.span == Span::new(0, bare.len())
                && found.readings.first().is_some_and(|reading| reading.kind() == Kind::Date)
        })
}

/// The whole number that the text opens with.
fn number(text: &str) -> Option<u32> {
    let bare = text.trim_start_matches(['*', '_', ' ']);
    let end = bare.find(|c: char| !c.is_ascii_digit())?;
    bare[end..].starts_with(['.', ')']).then(|| bare[..end].parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::sentence::sentences;

    fn blocks(text: &str) -> Vec<Span> {
        let line = |at: &mut usize, line: &str| {
            let span = Span::new(*at, *at + line.len());
            *at += line.len() + 1;
            Some(span)
        };
        text.split('\n').scan(0, line).collect()
    }

    /// The figures that the lines open with.
    fn opening(text: &str) -> Vec<Option<String>> {
        let numbered = numbers(text, blocks(text).into_iter());
        let figure = |block: Span| Some(joined(text, sentences(text, block), &numbered).1?.of(text).to_owned());
        blocks(text).into_iter().map(figure).collect()
    }

    fn lines(text: &str) -> Vec<String> {
        let blocks = blocks(text);
        let numbered = numbers(text, blocks.iter().copied());
        let joined = |block: &Span| joined(text, sentences(text, *block), &numbered).0;
        blocks.iter().flat_map(joined).map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_figure_is_joined_to_what_it_is() {
        assert_eq!(lines("**52.** Boats in the race."), ["**52.** Boats in the race."]);
        assert_eq!(
            lines("£5 million. What the pier cost. It was late."),
            ["£5 million. What the pier cost.", "It was late."]
        );
        assert_eq!(lines("Fifty. Boats in the race.").len(), 2);
        assert_eq!(
            lines("**12 May 2026.** The mill opens. It rains."),
            ["**12 May 2026.** The mill opens.", "It rains."]
        );
    }

    #[test]
    fn the_time_of_writing_is_no_figure() {
        let rest = |text: &'static str| &text[stamp(text)..];
        assert_eq!(rest("**19.25** Here they come."), "Here they come.");
        assert_eq!(rest("**3:16 p.m.** And that's it."), "And that's it.");
        assert_eq!(rest("- 08:05 GMT – Six boats are out."), "Six boats are out.");
        for text in ["19.25 metres is the record.", "1.5 million came.", "3:16", "9.99 The price", "25.00 The price"] {
            assert_eq!(stamp(text), 0, "{text}");
        }
        assert!(!is_live("", std::iter::empty()));
        let text = "09.05 Good morning.\n09.40 Rain.\n10.10 They are off.";
        assert!(is_live(text, blocks(text).into_iter()));
    }

    #[test]
    fn numbers_of_paragraphs_are_no_figures() {
        assert_eq!(opening("1. Orley won.\n2. Tarn lost.\n3. Quill drew."), [None, None, None]);
        assert_eq!(opening("4. Boats that sank."), [Some("4".to_owned())]);
    }
}
