//! Tokens with the questions that the parsers of all kinds ask of them.

use super::token::{Token, TokenKind, tokenize};
use super::vocabulary::{Phrases, Vocabulary, Word, vocabulary};
use crate::span::Span;
use jiff::civil::Date;

/// A text under a span, cut into tokens.
pub struct Reader<'a> {
    text: &'a str,
    pub tokens: Vec<Token>,
    pub vocabulary: &'static Vocabulary,
    /// The article's date.
    pub today: Option<Date>,
    /// The text is one value of a claim, not running text.
    pub claim: bool,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, span: Span, today: Option<Date>, claim: bool) -> Self {
        let vocabulary = vocabulary();
        let tokens = tokenize(span.of(text), span.start, vocabulary);
        Self { text, tokens, vocabulary, today, claim }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The words of a token; empty beyond the ends.
    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or("")
    }

    /// The bytes from the start of one token to the end of the token before `end`.
    pub fn span(&self, from: usize, end: usize) -> Span {
        match (self.token(from), end.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }

    pub fn word(&self, at: usize) -> &'static Word {
        self.vocabulary.word(self.token(at).map_or(0, |token| token.word))
    }

    /// The word in lower case, where the vocabulary knows it; else empty.
    pub fn lower(&self, at: usize) -> &'static str {
        self.vocabulary.lower(self.token(at).map_or(0, |token| token.word))
    }

    /// Whether a value can start at a token, as far as this and the next two show.
    pub fn can_start(&self, at: usize) -> bool {
        let strong = |at: usize| self.is_digits(at) || (self.word(at).start && !self.word(at).lead);
        let follows = |at: usize| strong(at) || self.word(at).scale.is_some() || self.word(at).hedge;
        strong(at)
            || self.word(at).lead
                && (follows(at + 1)
                    || self.is_part(at + 1)
                    || (self.word(at + 1).lead && (follows(at + 2) || self.is_part(at + 2))))
    }

    /// A word that stands inside values: units, scales, ordinals.
    fn is_part(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = self.vocabulary.word(token.word);
        word.ordinal.is_some()
            || word.scale_ordinal.is_some()
            || word.calendar.is_some()
            || !self.vocabulary.unit_phrases.starting(token.word).is_empty()
            || !self.vocabulary.vague.starting(token.word).is_empty()
    }

    /// Whether one of the next `count` tokens is a unit of the calendar or a weekday.
    pub fn near_calendar(&self, at: usize, count: usize) -> bool {
        (at..at + count)
            .any(|at| self.word(at).calendar.is_some() || self.word(at).weekday.is_some() || self.is_weekday_plural(at))
    }

    fn is_weekday_plural(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() > 6 && text.ends_with("days")
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at).as_bytes();
        let Some(first) = text.first().map(u8::to_ascii_lowercase) else { return false };
        words.iter().any(|word| word.as_bytes().first() == Some(&first) && text.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Like `is_any` for the token before.
    pub fn before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_any(before, words))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn is_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Digits)
    }

    pub fn is_capitalised(&self, at: usize) -> bool {
        self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// No space between this token and the one before.
    pub fn glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.token(before)), self.token(at)) {
            (Some(before), Some(this)) => before.end == this.start,
            _ => false,
        }
    }

    /// A value may run from the token before into this one.
    pub fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.paragraph)
    }

    /// A hyphen or dash.
    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–" | "—" | "‑" | "‐" | "−")
    }

    /// The digits here as a number.
    pub fn digits(&self, at: usize) -> Option<i64> {
        match self.is_digits(at) {
            true => self.text(at).parse().ok(),
            false => None,
        }
    }

    /// The longest of these phrases here: its end and meaning.
    pub fn phrase<T>(&self, phrases: &'static Phrases<T>, at: usize) -> Option<(usize, &'static T)> {
        let first = self.token(at)?.word;
        phrases.starting(first).iter().find_map(|phrase| {
            let end = at + phrase.words.len();
            let same = phrase.words.iter().zip(at..).all(|(&word, at)| self.token(at).is_some_and(|t| t.word == word));
            let whole = (at + 1..end).all(|at| self.joined(at));
            let exact = phrase.exact.as_ref().is_none_or(|exact| self.span(at, end).of(self.text) == exact);
            (same && whole && exact).then_some((end, &phrase.means))
        })
    }

    /// Past a hyphen that joins two words ("three-hour"); `at` where there is none.
    pub fn past_hyphen(&self, at: usize) -> usize {
        match self.is_dash(at) && self.glued(at) && self.glued(at + 1) {
            true => at + 1,
            false => at,
        }
    }

    /// The second end of "2009..2017" starts here.
    pub fn after_dots(&self, at: usize) -> bool {
        at >= 2 && self.text(at - 1) == "." && self.text(at - 2) == "." && self.glued(at - 1)
    }

    /// A sentence or the text ends before this token.
    pub fn ends(&self, at: usize) -> bool {
        !self.joined(at) || matches!(self.text(at), "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "\"" | "”")
    }
}
