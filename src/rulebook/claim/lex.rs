//! Claim text → tokens. Operators, commas and bars count outside quotation marks only.

use super::ClaimError;
use crate::span::Span;
use crate::value::Op;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::{map, value};
use nom::multi::many0;
use nom::{IResult, Parser};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TokenKind {
    Op(Op),
    Comma,
    Bar,
    /// Words in quotation marks; the span holds the marks.
    Quote {
        /// Bytes of the opening and the closing mark.
        marks: (usize, usize),
    },
    Word,
}

/// The tokens of `text` in order. The only mistake there can be is a quotation that does not end.
pub fn lex(text: &str) -> Result<Vec<Token>, ClaimError> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(tokens);
        }
        let start = text.len() - rest.len();
        if let Some((open, closers)) = opening(rest) {
            let inner = &rest[open..];
            let Some((at, close)) = closing(inner, closers) else {
                return Err(unclosed(text, start, open));
            };
            let end = start + open + at + close;
            tokens.push(Token { kind: TokenKind::Quote { marks: (open, close) }, span: Span::new(start, end) });
            rest = &text[end..];
            continue;
        }
        // `chunk` takes at least one character of a text that is not empty.
        let Ok((after, kind)) = chunk(rest) else { return Ok(tokens) };
        let end = text.len() - after.len();
        tokens.push(Token { kind, span: Span::new(start, end) });
        rest = after;
    }
}

/// An operator, a mark or a word at the start of `input`.
fn chunk(input: &str) -> IResult<&str, TokenKind> {
    alt((map(operator, TokenKind::Op), value(TokenKind::Comma, tag(",")), value(TokenKind::Bar, tag("|")), word))
        .parse(input)
}

fn operator(input: &str) -> IResult<&str, Op> {
    alt((
        value(Op::NotEqual, alt((tag("!="), tag("≠")))),
        value(Op::LessOrEqual, alt((tag("<="), tag("≤")))),
        value(Op::GreaterOrEqual, alt((tag(">="), tag("≥")))),
        value(Op::Equal, alt((tag("=="), tag("=")))),
        value(Op::About, alt((tag("~"), tag("≈")))),
        value(Op::Less, tag("<")),
        value(Op::Greater, tag(">")),
    ))
    .parse(input)
}

/// A word: up to white space, a bar, or a comma that separates.
fn word(input: &str) -> IResult<&str, TokenKind> {
    let plain = take_while1(|character: char| !character.is_whitespace() && !matches!(character, ',' | '|' | '='));
    let (rest, _) = many0(alt((plain, inner_comma(input), inner_equals(input)))).parse(input)?;
    Ok((rest, TokenKind::Word))
}

/// The comma of `12,500`, which is part of the word. One behind `Rubio,Witkoff` separates.
fn inner_comma<'a>(whole: &'a str) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    move |input: &'a str| {
        let (rest, comma) = tag(",").parse(input)?;
        let before = whole[..whole.len() - input.len()].chars().next_back();
        let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        if is_digit(before) && is_digit(rest.chars().next()) {
            Ok((rest, comma))
        } else {
            Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
        }
    }
}

/// The sign in `a=b`, which is part of the word; `length= 3` has an operator.
fn inner_equals<'a>(whole: &'a str) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    move |input: &'a str| {
        let (rest, sign) = tag("=").parse(input)?;
        let is_first = whole.len() == input.len();
        if !is_first && rest.starts_with(|next: char| !next.is_whitespace() && !matches!(next, '=' | ',' | '|')) {
            Ok((rest, sign))
        } else {
            Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
        }
    }
}

/// The length of a quotation mark that opens here, and what closes it.
fn opening(rest: &str) -> Option<(usize, &'static [char])> {
    let mark = rest.chars().next()?;
    let closers: &[char] = match mark {
        '"' => &['"'],
        '“' | '„' => &['”', '“'],
        '«' => &['»'],
        _ => return None,
    };
    Some((mark.len_utf8(), closers))
}

/// Where the quotation ends, and the length of its mark.
fn closing(inner: &str, closers: &[char]) -> Option<(usize, usize)> {
    let found = inner.char_indices().find(|(_, character)| closers.contains(character));
    // An editor who opens with “ may close with ". What opens with " closes with ": a ” inside is part of the words.
    let other = || inner.char_indices().find(|(_, character)| matches!(character, '"' | '”'));
    let found = found.or_else(|| if closers.contains(&'"') { None } else { other() });
    found.map(|(at, mark)| (at, mark.len_utf8()))
}

fn unclosed(text: &str, start: usize, open: usize) -> ClaimError {
    let words = text[start + open..].trim();
    ClaimError::new(
        "unclosed-quotation",
        Span::new(start, start + open),
        "This quotation mark is never closed.",
        "opens here",
    )
    .help(format!("Close it: `\"{}\"`.", words.chars().take(60).collect::<String>()))
}
