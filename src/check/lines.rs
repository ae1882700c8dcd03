//! Lines that open with a figure and then say what it is: "**52.** Boats in the race."

use crate::span::Span;
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

/// The sentences of a block, and the figure with which the first opens. A figure that is a sentence of its own is joined to
/// what explains it.
pub fn joined(text: &str, mut sentences: Vec<Span>, numbered: &BTreeSet<u32>) -> (Vec<Span>, Option<Span>) {
    let (Some(&first), second) = (sentences.first(), sentences.get(1).copied()) else { return (sentences, None) };
    let words = first.of(text);
    let mark = words.split_whitespace().next().unwrap_or_default();
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
    }

    #[test]
    fn numbers_of_paragraphs_are_no_figures() {
        assert_eq!(opening("1. Orley won.\n2. Tarn lost.\n3. Quill drew."), [None, None, None]);
        assert_eq!(opening("4. Boats that sank."), [Some("4".to_owned())]);
    }
}
