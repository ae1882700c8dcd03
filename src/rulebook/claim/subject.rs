//! The noun phrase before the operator → what its words show without knowing any entity.

use super::ast::{Selector, Shape, Subject};
use super::lex::{Token, TokenKind};
use crate::span::{Span, Spanned};

/// The subject made of `tokens`, which are all tokens before the operator and at least one.
pub fn subject(text: &str, tokens: &[Token]) -> Subject {
    let span = tokens.iter().map(|token| token.span).reduce(Span::to).unwrap_or_default();
    let words: Vec<Span> = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quote { .. }))
        .map(|token| token.span)
        .collect();
    let shape = selector(text, &words, span).or_else(|| count(text, &words, span)).unwrap_or(Shape::Plain);
    Subject { text: span.of(text).to_owned(), span, shape }
}

/// `last president to visit Russia`, `only player who scored in three finals`.
fn selector(text: &str, words: &[Span], whole: Span) -> Option<Shape> {
    let skip = usize::from(is_word(text, words.first(), &["the"]));
    let (selector, length) = selecting(text, words.get(skip..)?)?;
    let class_start = skip + length;
    let link = words
        .iter()
        .enumerate()
        .skip(class_start + 1)
        .find(|(_, word)| matches!(word.of(text), "to" | "who" | "that" | "which"))
        .map(|(at, _)| at)?;
    let first_of_action = words.get(link + 1)?;
    let class = words.get(class_start)?.to(*words.get(link - 1)?);
    let action = Span::new(first_of_action.start, whole.end);
    Some(Shape::Selector { selector, class: spanned(text, class), action: spanned(text, action) })
}

/// The selector at the start of `words`, and how many of them it takes.
fn selecting(text: &str, words: &[Span]) -> Option<(Selector, usize)> {
    let first = words.first()?.of(text).to_lowercase();
    if first == "most" && is_word(text, words.get(1), &["recent"]) {
        return Some((Selector::Last, 2));
    }
    let selector = match first.as_str() {
        "first" | "earliest" => Selector::First,
        "last" | "latest" => Selector::Last,
        "only" | "sole" => Selector::Only,
        other => Selector::Nth(ordinal(other)?),
    };
    Some((selector, 1))
}

fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 19] = [
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = WORDS.iter().position(|ordinal| *ordinal == word) {
        return u32::try_from(at + 2).ok();
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| *number > 0)
}

/// `number of Putin visits to the U.S.`, `how many people died`.
fn count(text: &str, words: &[Span], whole: Span) -> Option<Shape> {
    let skip = usize::from(is_word(text, words.first(), &["the"]));
    let skip = skip + usize::from(is_word(text, words.get(skip), &["total"]));
    let second = words.get(skip + 1);
    let counts = is_word(text, words.get(skip), &["number", "count"]) && is_word(text, second, &["of"])
        || is_word(text, words.get(skip), &["how"]) && is_word(text, second, &["many"]);
    let counted = words.get(skip + 2)?;
    counts.then(|| Shape::Count { counted: spanned(text, Span::new(counted.start, whole.end)) })
}

fn is_word(text: &str, word: Option<&Span>, wanted: &[&str]) -> bool {
    word.is_some_and(|word| wanted.iter().any(|wanted| word.of(text).eq_ignore_ascii_case(wanted)))
}

fn spanned(text: &str, span: Span) -> Spanned<String> {
    Spanned::new(span.of(text).to_owned(), span)
}
