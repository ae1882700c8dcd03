//! Tokens behind the operator → values: commas between them, bars between alternatives.
//!
//! Errors keep the furthest place that was reached and everything that could have stood there.

use super::lex::{Token, TokenKind};
use crate::span::Span;
use nom::combinator::{all_consuming, cut, map};
use nom::error::ParseError;
use nom::multi::{many1, separated_list1};
use nom::{Err, IResult, Input, Parser};

/// The tokens that are left, as nom takes its input.
#[derive(Clone, Copy, Debug)]
struct Tokens<'t>(&'t [Token]);

impl<'t> nom::Input for Tokens<'t> {
    type Item = &'t Token;
    type Iter = std::slice::Iter<'t, Token>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'t, Token>>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, count: usize) -> Self {
        Tokens(self.0.get(..count).unwrap_or(self.0))
    }

    fn take_from(&self, count: usize) -> Self {
        Tokens(self.0.get(count..).unwrap_or(&[]))
    }

    fn take_split(&self, count: usize) -> (Self, Self) {
        (self.take_from(count), self.take(count))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.0.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, nom::Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(nom::Needed::new(count - self.0.len())) }
    }
}

/// Where reading stopped for good, and what would have been read.
#[derive(Debug, PartialEq)]
pub struct Failure {
    /// How many tokens were left.
    left: usize,
    pub expected: Vec<&'static str>,
}

impl ParseError<Tokens<'_>> for Failure {
    fn from_error_kind(input: Tokens<'_>, _: nom::error::ErrorKind) -> Self {
        Failure { left: input.input_len(), expected: Vec::new() }
    }

    fn append(_: Tokens<'_>, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }

    fn or(mut self, mut other: Self) -> Self {
        match self.left.cmp(&other.left) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => {
                self.expected.append(&mut other.expected);
                self
            }
        }
    }
}

/// One comma-separated piece: its alternatives.
pub type Piece = Vec<Span>;

/// `value { "," value }` where `value = alternative { "|" alternative }`.
/// The failure comes with the number of tokens read before it.
pub fn pieces(tokens: &[Token]) -> Result<Vec<Piece>, (usize, Failure)> {
    let piece = separated_list1(mark(TokenKind::Bar, "`|`"), cut(alternative));
    let mut list = all_consuming(separated_list1(mark(TokenKind::Comma, "`,`"), piece));
    match list.parse(Tokens(tokens)) {
        Ok((_, pieces)) => Ok(pieces),
        Err(Err::Error(failure) | Err::Failure(failure)) => Err((tokens.len() - failure.left, failure)),
        Err(Err::Incomplete(_)) => Ok(Vec::new()),
    }
}

/// The words of one alternative.
fn alternative(input: Tokens<'_>) -> IResult<Tokens<'_>, Span, Failure> {
    let words = many1(one(|kind| matches!(kind, TokenKind::Word | TokenKind::Quote { .. }), "a value"));
    map(words, |words: Vec<Token>| words.iter().map(|token| token.span).reduce(Span::to).unwrap_or_default())
        .parse(input)
}

fn mark<'t>(wanted: TokenKind, name: &'static str) -> impl Parser<Tokens<'t>, Output = Token, Error = Failure> {
    one(move |kind| kind == wanted, name)
}

fn one<'t>(
    fits: impl Fn(TokenKind) -> bool,
    expected: &'static str,
) -> impl Parser<Tokens<'t>, Output = Token, Error = Failure> {
    move |input: Tokens<'t>| match input.0.split_first() {
        Some((token, rest)) if fits(token.kind) => Ok((Tokens(rest), *token)),
        _ => Err(Err::Error(Failure { left: input.0.len(), expected: vec![expected] })),
    }
}
