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

impl Problem {
    /// An error at `span` of the file at `path`.
    pub fn error(
        code: &'static str,
        path: &str,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self {
            code,
            path: path.to_owned(),
            span,
            message: message.into(),
            label: label.into(),
            help: None,
            related: Vec::new(),
            warning: false,
        }
    }

    /// The cure, as advice to a person.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, where there is advice to give.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Another place that matters.
    #[must_use]
    pub fn related(mut self, path: &str, span: Span, words: impl Into<String>) -> Self {
        self.related.push((path.to_owned(), span, words.into()));
        self
    }

    /// The same as a warning: it does not make a run fail.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.warning = true;
        self
    }
}
