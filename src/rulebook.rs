//! `load(files) → (Rulebook, problems)`: rule files become entities and facts in one graph.

pub mod claim;
pub mod consistency;
pub mod date;
pub mod fact;
pub mod graph;
pub mod raw;
pub mod shape;
pub mod suggest;
pub mod problem;
pub mod resolve;
pub mod yaml;

pub use fact::{Entity, EntityId, Fact, FactId, Kind, Severity, Source};
pub use problem::Problem;

use crate::lexicon::DomainLexicon;

/// All rules of a run.
#[derive(Debug, Default)]
pub struct Rulebook {
    pub files: Vec<RuleFile>,
    pub entities: Vec<Entity>,
    /// Claims in order of file and place, then the offices under `is:`.
    pub facts: Vec<Fact>,
    pub graph: graph::Graph,
}

/// A rule file as it was read.
#[derive(Debug, Default)]
pub struct RuleFile {
    pub path: String,
    /// The file name without its ending: the first part of every claim id.
    pub stem: String,
    pub text: std::sync::Arc<str>,
    pub title: Option<String>,
    /// The whole file applies only to articles that mention one of these; empty: to all.
    pub about: Vec<String>,
    pub lexicon: DomainLexicon,
}

/// Reads rule files, each with its path, into one rulebook, and says what is wrong with them.
pub fn load(sources: &[(String, std::sync::Arc<str>)]) -> (Rulebook, Vec<Problem>) {
    let files =
        sources.iter().map(|(path, text)| RuleFile { path: path.clone(), text: text.clone(), ..RuleFile::default() });
    (Rulebook { files: files.collect(), ..Rulebook::default() }, Vec::new())
}
