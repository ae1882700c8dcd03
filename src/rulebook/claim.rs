//! The claim language: text → tokens → tree, and back.

pub mod ast;
pub mod lex;
pub mod parse;
pub mod pattern;
pub mod period;
pub mod print;
mod question;
mod structure;
mod subject;
mod values;

use crate::span::Span;

/// A mistake in a claim's words, before it is known where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimError {
    pub code: &'static str,
    /// Bytes of the claim's text.
    pub span: Span,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
}

impl ClaimError {
    pub fn new(code: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), label: label.into(), help: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// What the reader of claims must know of the entities: which commas belong to names.
pub trait Names {
    /// Whether an entity bears this name.
    fn is_name(&self, name: &str) -> bool;
    /// Whether `name, place` is one name because `place` is a place that can contain `name`.
    fn can_contain(&self, place: &str, name: &str) -> bool;
}

/// Nobody is known.
pub struct NoNames;

impl Names for NoNames {
    fn is_name(&self, _: &str) -> bool {
        false
    }

    fn can_contain(&self, _: &str, _: &str) -> bool {
        false
    }
}
