//! Where findings and their rules stand: lines and columns in articles and rule files.

use super::Judged;
use crate::check::Finding;
use crate::file::{LineIndex, Place};
use crate::rulebook::{Fact, Rulebook};
use crate::span::Span;

/// A finding with everything that reports say about its place.
pub struct Located<'a> {
    pub finding: &'a Finding,
    /// Bytes of the original document.
    pub span: Span,
    /// In the original document; for a JSON line in its decoded text.
    pub start: Place,
    pub end: Place,
    /// The words as they are read, white space folded.
    pub words: &'a str,
    pub rule: Option<Rule<'a>>,
}

/// A claim's words in its file.
pub struct Rule<'a> {
    pub fact: &'a Fact,
    pub path: &'a str,
    pub text: &'a str,
    pub span: Span,
    pub start: Place,
}

impl Located<'_> {
    /// Line and column in the file: a JSON line's article stands on one line.
    pub fn place_in_file(&self, judged: &Judged) -> Place {
        judged.article.line.map_or(self.start, |line| Place { line, column: 1 })
    }
}

/// Finds places; the lines of rule files are indexed once.
pub struct Places<'a> {
    rulebook: &'a Rulebook,
    files: Vec<LineIndex<'a>>,
}

impl<'a> Places<'a> {
    pub fn new(rulebook: &'a Rulebook) -> Self {
        Self { rulebook, files: rulebook.files.iter().map(|file| LineIndex::new(&file.text)).collect() }
    }

    /// `findings` of one article with their places.
    pub fn locate(&self, judged: &'a Judged, findings: impl Iterator<Item = &'a Finding>) -> Vec<Located<'a>> {
        let mut findings = findings.peekable();
        if findings.peek().is_none() {
            return Vec::new();
        }
        let text = &judged.article.text;
        let lines = LineIndex::new(text.original());
        findings
            .map(|finding| {
                let span = text.to_original(finding.span);
                Located {
                    finding,
                    span,
                    start: lines.place(span.start),
                    end: lines.place(span.end),
                    words: finding.span.of(text.as_str()),
                    rule: self.rule(finding),
                }
            })
            .collect()
    }

    fn rule(&self, finding: &Finding) -> Option<Rule<'a>> {
        let fact = self.rulebook.facts.get(finding.fact?.0)?;
        let file = self.rulebook.files.get(fact.origin.file)?;
        let start = self.files.get(fact.origin.file)?.place(fact.origin.span.start);
        Some(Rule { fact, path: &file.path, text: &file.text, span: fact.origin.span, start })
    }
}
