//! What is wrong with a rule file: the place, the words, the cure.

use crate::span::Span;

/// A mistake in a rule file, as a person should read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Stable, named for the problem: `unknown-key`, `reversed-term`.
    pub code: &'static str,
    pub path: String,
    /// Bytes of that file; empty at the place where something is missing.
    pub span: Span,
    /// One sentence: "`lenght` is not a key of a claim."
    pub message: String,
    /// Short words under the place.
    pub label: String,
    /// "Did you mean …", and an example that works.
    pub help: Option<String>,
    /// Other places that matter, such as the first of two definitions, with short words.
    pub related: Vec<(String, Span, String)>,
    /// Warnings do not make a run fail.
    pub warning: bool,
}
