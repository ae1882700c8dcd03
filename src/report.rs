//! Findings → what people and programs read. Only this room and `cli` print or serialise.

pub mod excerpt;
mod facts;
pub mod github;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod sarif;
pub mod short;
pub mod terminal;
mod words;
pub mod worksheet;

use crate::article::{Article, ReadError};
use crate::check::{Checked, Finding, Verdict};
use crate::rulebook::Rulebook;
use clap::ValueEnum;

/// An article and what the check found in it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub article: Article,
    pub checked: Checked,
}

/// What a report tells of.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    pub rulebook: &'a Rulebook,
    /// In the order in which they are reported.
    pub articles: &'a [Judged],
    pub show: Show,
}

/// Which findings a report shows. Counts are always those of all findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Show {
    Conflicts,
    /// Conflicts and imprecise statements.
    Flagged,
    /// Supported statements as well.
    All,
    /// Unchecked statements as well: worksheets.
    #[value(skip)]
    Everything,
}

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the words in their place, the rule, and why
    Pretty,
    /// One line a finding
    Short,
    /// One document; its schema is docs/check.schema.json
    Json,
    /// One JSON object a finding and line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// One page: the articles with marks and side notes
    Html,
}

/// How a report for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns.
    pub width: usize,
    pub colour: bool,
    /// In words, without drawings.
    pub narrate: bool,
}

/// Something that kept an article or a rule file from being read: the place, the words, the cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub path: Option<String>,
    /// Line and column.
    pub place: Option<(usize, usize)>,
    pub message: String,
    pub help: String,
}

/// The report of a run.
pub fn render(format: Format, run: &Run, style: &Style) -> String {
    match format {
        Format::Pretty => terminal::render(run, style),
        Format::Short => short::render(run),
        Format::Json => json::render(run),
        Format::Jsonl => jsonl::render(run),
        Format::Sarif => sarif::render(run),
        Format::Github => github::render(run),
        Format::Html => html::render(run),
    }
}

impl Show {
    /// Whether findings with this verdict are reported.
    pub fn shows(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Conflict => true,
            Verdict::Imprecise => self != Self::Conflicts,
            Verdict::Supported => matches!(self, Self::All | Self::Everything),
            Verdict::Unchecked => self == Self::Everything,
        }
    }
}

impl Judged {
    /// The findings that `show` shows, in text order.
    pub fn shown(&self, show: Show) -> impl Iterator<Item = &Finding> {
        self.checked.findings.iter().filter(move |finding| show.shows(finding.verdict))
    }
}

impl From<&ReadError> for Trouble {
    fn from(error: &ReadError) -> Self {
        Self { path: Some(error.path.clone()), place: error.place, message: error.to_string(), help: error.help() }
    }
}
