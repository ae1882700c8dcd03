//! `patterns:` of a claim: explicit wordings with slots.

use crate::span::{Span, Spanned};

/// A sequence of items that must match one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    pub text: String,
    /// Bytes of the rule file.
    pub span: Span,
    pub items: Vec<Spanned<Item>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A word, matched by lemma.
    Word(String),
    /// `{value}`: the value sought.
    Value,
    /// `{ID}`: any mention of that entity.
    Entity(String),
    /// `(a|b)`.
    OneOf(Vec<Vec<Item>>),
    /// `[x]`.
    Optional(Vec<Item>),
    /// `...`: a gap inside the clause.
    Gap,
}
