//! Claim text → tree.

use super::ast::{Claim, Comparison};
use super::lex::{Token, TokenKind, lex};
use super::question::wrong_question;
use super::structure::{Failure, pieces};
use super::subject::subject;
use super::{ClaimError, Names, values};
use crate::span::{Span, Spanned};
use crate::value::Op;

/// Reads one claim. All mistakes of the claim are reported, not only the first.
pub fn parse(text: &str, names: &dyn Names) -> Result<Claim, Vec<ClaimError>> {
    let whole = Span::new(text.len() - text.trim_start().len(), text.trim_end().len());
    if whole.is_empty() {
        return Err(vec![
            ClaimError::new("empty-claim", Span::new(0, text.len()), "This claim is empty.", "no words").help(EXAMPLES),
        ]);
    }
    let tokens = lex(text).map_err(|error| vec![error])?;
    if let Some(error) = wholly_quoted(text, &tokens) {
        return Err(vec![error]);
    }
    match operator(text, &tokens) {
        Some(operator) => comparison(text, &tokens, operator, names).map(Claim::Comparison),
        None => match unspaced(text, whole, &tokens) {
            Some(error) => Err(vec![error]),
            None => Ok(Claim::Sentence(Spanned::new(whole.of(text).to_owned(), whole))),
        },
    }
}

const EXAMPLES: &str = "For example `summit length ~ 3 hours`, or a sentence: `Obama visited Russia in 2013`.";

/// What compares: its meaning, its place, and the tokens on both sides.
#[derive(Clone, Copy)]
struct Operator {
    op: Op,
    includes: bool,
    span: Span,
    at: usize,
}

fn operator(text: &str, tokens: &[Token]) -> Option<Operator> {
    let sign = tokens.iter().enumerate().find_map(|(at, token)| match token.kind {
        TokenKind::Op(op) => Some(Operator { op, includes: false, span: token.span, at }),
        _ => None,
    });
    sign.or_else(|| includes(text, tokens))
}

/// `includes` as an operator: a list of values follows. "The deal includes a ceasefire" is a sentence.
fn includes(text: &str, tokens: &[Token]) -> Option<Operator> {
    let at = tokens.iter().position(|token| token.kind == TokenKind::Word && token.span.of(text) == "includes")?;
    let first = tokens.first().filter(|_| at > 0)?.span.of(text);
    let Some(next) = tokens.get(at + 1) else {
        return Some(Operator { op: Op::Equal, includes: true, span: tokens[at].span, at });
    };
    let follows = next.span.of(text);
    const OPENERS: [&str; 26] = [
        "a", "an", "the", "its", "his", "her", "their", "our", "all", "some", "no", "more", "several", "many", "most",
        "both", "every", "any", "these", "those", "this", "that", "such", "only", "not", "at",
    ];
    let is_determined =
        matches!(first, "The" | "A" | "An" | "This" | "That" | "These" | "Those" | "Its" | "His" | "Her" | "Their");
    let is_sentence = OPENERS.contains(&follows)
        || is_determined
            && next.kind == TokenKind::Word
            && !follows.starts_with(char::is_uppercase)
            && !only_values(text, tokens, at);
    (!is_sentence).then(|| Operator { op: Op::Equal, includes: true, span: tokens[at].span, at })
}

/// Whether everything behind `includes` is one bare value, as in `A Severed Wasp pages includes 388`.
fn only_values(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .all(|token| token.kind != TokenKind::Word || token.span.of(text).starts_with(|c: char| c.is_ascii_digit()))
}

/// The whole claim in quotation marks: marks of a word processor, or YAML's doubled.
fn wholly_quoted(text: &str, tokens: &[Token]) -> Option<ClaimError> {
    let [Token { kind: TokenKind::Quote { marks }, span }] = tokens else { return None };
    let inner = Span::new(span.start + marks.0, span.end - marks.1);
    let mark = Span::new(span.start, span.start + marks.0);
    let is_smart = !mark.of(text).starts_with('"');
    let error = if is_smart {
        ClaimError::new(
            "smart-quote",
            mark,
            format!("`{}` is a typographic quotation mark, which YAML takes for a letter.", mark.of(text)),
            "not a quotation mark to YAML",
        )
    } else {
        ClaimError::new("quoted-claim", mark, "The whole claim is a quotation, so nothing is claimed.", "opens here")
    };
    Some(error.help(format!("Leave the marks out: `{}`.", inner.of(text).trim())))
}

/// `summit length=3 hours`: a sign that belongs between spaces makes the claim a sentence that nobody says. The sign
/// in "E=mc2" belongs to a name.
fn unspaced(text: &str, whole: Span, tokens: &[Token]) -> Option<ClaimError> {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.span);
    let sign = words.into_iter().find_map(|span| {
        let word = span.of(text);
        let (before, rest) = word.split_at(word.find(['=', '~', '<', '>'])?);
        let after = rest.trim_start_matches(['=', '~', '<', '>']);
        let is_value = after.starts_with(|first: char| first.is_ascii_digit() || "$€£\"“".contains(first))
            || after.starts_with(char::is_uppercase) && before.chars().count() > 1;
        let is_word = before.chars().all(|character| character.is_alphanumeric() || "'’-".contains(character));
        let start = span.start + before.len();
        (is_word && !before.is_empty() && is_value).then(|| Span::new(start, start + rest.len() - after.len()))
    })?;
    let [before, after] = [Span::new(whole.start, sign.start), Span::new(sign.end, whole.end)];
    Some(
        ClaimError::new(
            "unspaced-operator",
            sign,
            format!("`{}` stands between two words without spaces, so this is no comparison.", sign.of(text)),
            "needs a space on both sides",
        )
        .help(format!("Did you mean `{} {} {}`?", before.of(text), sign.of(text), after.of(text))),
    )
}

fn comparison(
    text: &str,
    tokens: &[Token],
    operator: Operator,
    names: &dyn Names,
) -> Result<Comparison, Vec<ClaimError>> {
    let (before, behind) = (&tokens[..operator.at], &tokens[operator.at + 1..]);
    let sign = operator.span.of(text);
    let mut errors = Vec::new();
    if !before.iter().any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quote { .. })) {
        errors.push(
            ClaimError::new(
                "missing-subject",
                operator.span,
                format!("Nothing stands before `{sign}`."),
                "what is this about?",
            )
            .help("Say what the value belongs to: `summit length ~ 3 hours`."),
        );
    }
    let subject = subject(text, before);
    let read = match pieces(behind) {
        Ok(pieces) => values::read(text, &pieces, &subject, names),
        Err((at, failure)) => {
            errors.push(misplaced(text, operator, behind, at, &failure));
            return Err(errors);
        }
    };
    let values::Read { values, qualifiers, errors: found, .. } = read;
    errors.extend(found);
    if errors.is_empty() {
        if values.is_empty() {
            let message = format!("`{sign}` is followed by no value, only by a date it holds for.");
            errors.push(
                ClaimError::new("missing-value", operator.span, message, "which value?")
                    .help(format!("For example `{} {sign} 8, as of 2025-08-15`.", subject.text)),
            );
        }
        errors.extend(wrong_question(&subject.shape, &subject.text, operator.op, operator.includes, &values));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let op = Spanned::new(operator.op, operator.span);
    Ok(Comparison { subject, op, includes: operator.includes, values, qualifiers })
}

/// A mark where a value is due, or a second operator.
fn misplaced(text: &str, operator: Operator, behind: &[Token], at: usize, failure: &Failure) -> ClaimError {
    let sign = operator.span.of(text);
    let expected = failure.expected.join(" or ");
    match behind.get(at) {
        Some(token) => match token.kind {
            TokenKind::Op(_) => ClaimError::new(
                "second-operator",
                token.span,
                format!("A claim has one operator; `{sign}` stands before already."),
                format!("`{}` again", token.span.of(text)),
            )
            .help("Make two claims of it, or put a name with such a sign into quotation marks."),
            _ => ClaimError::new(
                "missing-value",
                token.span,
                format!("A value is missing before `{}`.", token.span.of(text)),
                format!("expected {expected}"),
            )
            .help("Values stand between commas: `last president to visit Russia = Obama, 2013`."),
        },
        None if at == 0 => ClaimError::new(
            "missing-value",
            operator.span,
            format!("`{sign}` is followed by no value."),
            "which value?",
        )
        .help(format!(
            "For example `{} {sign} {}`.",
            text[..operator.span.start].trim(),
            if operator.includes { "Rubio, Witkoff" } else { "8" }
        )),
        None => {
            let last = behind.last().map_or(operator.span, |token| token.span);
            ClaimError::new(
                "missing-value",
                last,
                format!("A value is missing behind this `{}`.", last.of(text)),
                format!("expected {expected}"),
            )
            .help("Remove it, or add the value that was meant.")
        }
    }
}
