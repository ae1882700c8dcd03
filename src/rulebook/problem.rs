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

/// A problem in plain text: place, line, carets, advice. `text_of` gives the text of a file.
pub fn draw<'t>(problem: &Problem, text_of: impl Fn(&str) -> &'t str) -> String {
    let kind = if problem.warning { "warning" } else { "error" };
    let text = text_of(&problem.path);
    let (line, column) = place(text, problem.span.start);
    let mut drawn = format!("{kind}[{}] {}:{line}:{column}: {}\n", problem.code, problem.path, problem.message);
    drawn += &carets(text, problem.span, &problem.label);
    for (path, span, words) in &problem.related {
        let text = text_of(path);
        let (line, column) = place(text, span.start);
        drawn += &format!("  {path}:{line}:{column}\n{}", carets(text, *span, words));
    }
    if let Some(help) = &problem.help {
        drawn += &format!("  = {}\n", help.replace('\n', "\n    "));
    }
    drawn
}

/// Line and column of a byte, counted from one.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The line of a span's start with carets under it; long lines are cut around it.
fn carets(text: &str, span: Span, label: &str) -> String {
    let start = span.start.min(text.len());
    let before = text.get(..start).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| start + newline);
    let lead: String = before[line_start..].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    let marked = text.get(start..span.end.min(line_end)).unwrap_or("");
    let tail = text.get(start + marked.len()..line_end).unwrap_or("");
    let tail: String = tail.chars().take(40).collect();
    let marked: String = marked.chars().take(80).collect();
    let carets = "^".repeat(marked.chars().count().max(1));
    let blank: String = lead.chars().map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
    format!("  | {lead}{marked}{tail}\n  | {blank}{carets} {label}\n").replace('\r', "")
}
