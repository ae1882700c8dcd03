//! html5gum's tokens with the bytes they stand on.

use crate::span::Span;
use html5gum::{DefaultEmitter, Tokenizer};
use std::collections::BTreeMap;

/// Attribute values, decoded, by name.
pub type Attributes = BTreeMap<String, String>;

/// What the page is made of; comments and doctypes are left out.
pub enum Token {
    Start { name: String, attributes: Attributes, span: Span, self_closing: bool },
    End { name: String },
    Text(Span),
}

/// The tokens of `original` under `span`. Never fails: HTML has a meaning for every input.
pub fn tokens(original: &str, span: Span) -> Vec<Token> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let place = |found: html5gum::Span<usize>| Span::new(found.start, found.end).shift(span.start);
    let mut tokens = Vec::new();
    for token in Tokenizer::new_with_emitter(span.of(original), emitter).flatten() {
        match token {
            html5gum::Token::StartTag(tag) => {
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (lossy(name), lossy(&value.value))).collect();
                tokens.push(Token::Start {
                    name: lossy(&tag.name),
                    attributes,
                    span: place(tag.span),
                    self_closing: tag.self_closing,
                });
            }
            html5gum::Token::EndTag(tag) => tokens.push(Token::End { name: lossy(&tag.name) }),
            html5gum::Token::String(words) => tokens.push(Token::Text(place(words.span))),
            html5gum::Token::Comment(_) | html5gum::Token::Doctype(_) | html5gum::Token::Error(_) => {}
        }
    }
    tokens
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
