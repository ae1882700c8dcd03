//! `load(files) → (Rulebook, problems)`: rule files become entities and facts in one graph.
//!
//! ```text
//! text ─ yaml ─▶ Tree ─ shape ─▶ raw::File ─ entities, claim ─▶ Entity, Fact ─ graph ─▶ Rulebook
//! ```

pub mod claim;
pub mod consistency;
pub mod date;
pub mod entities;
pub mod fact;
pub mod facts;
pub mod graph;
pub mod names;
pub mod offices;
pub mod problem;
pub mod raw;
pub mod read;
pub mod shape;
pub mod suggest;
pub mod wordings;
pub mod yaml;

pub use fact::{Entity, EntityId, Fact, FactId, Kind, Severity, Source};
pub use names::NameIndex;
pub use problem::Problem;

use crate::lexicon::DomainLexicon;
use rayon::prelude::*;
use std::sync::Arc;

/// All rules of a run.
#[derive(Debug, Default)]
pub struct Rulebook {
    pub files: Vec<RuleFile>,
    pub entities: Vec<Entity>,
    /// Claims in order of file and place, then the offices under `is:`.
    pub facts: Vec<Fact>,
    /// Names, ids and demonyms of the entities.
    pub names: NameIndex,
    pub graph: graph::Graph,
}

/// A rule file as it was read.
#[derive(Debug, Default)]
pub struct RuleFile {
    pub path: String,
    /// The file name without its ending: the first part of every claim id.
    pub stem: String,
    pub text: Arc<str>,
    pub title: Option<String>,
    /// The whole file applies only to articles that mention one of these; empty: to all.
    pub about: Vec<String>,
    pub lexicon: DomainLexicon,
}

/// Reads rule files, each with its path. Never fails: problems of all files come with everything that is good.
/// The order of the files decides the order of facts and problems; threads do not.
pub fn load(sources: &[(String, Arc<str>)]) -> (Rulebook, Vec<Problem>) {
    let mut raw: Vec<read::RawFile> =
        sources.par_iter().enumerate().map(|(index, (path, text))| read::read(index, path, text)).collect();
    let mut problems: Vec<Problem> = raw.iter_mut().flat_map(|file| std::mem::take(&mut file.problems)).collect();
    let (entities, names, found) = entities::entities(&raw);
    problems.extend(found);
    let claims: Vec<(Vec<Fact>, Vec<Problem>)> = raw.par_iter().map(|file| facts::facts(file, &names)).collect();
    let mut facts = Vec::with_capacity(claims.iter().map(|(facts, _)| facts.len()).sum());
    for (of_file, found) in claims {
        facts.extend(of_file);
        problems.extend(found);
    }
    let defaults: Vec<facts::Defaults> = raw.iter().map(|file| facts::defaults(file, &names)).collect();
    let stems: Vec<String> = raw.iter().map(|file| file.stem.clone()).collect();
    facts.extend(offices::facts(&entities, &facts, &defaults, &stems, &names));
    let files = raw.into_iter().map(rule_file).collect();
    let mut rulebook = Rulebook { files, entities, facts, names, graph: graph::Graph::default() };
    problems.extend(same_ids(&rulebook));
    rulebook.graph = graph::Graph::new(&rulebook);
    sort(&mut problems, sources);
    for problem in &mut problems {
        clip(problem, sources);
    }
    (rulebook, problems)
}

impl Rulebook {
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0)
    }

    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(id.0)
    }

    /// The fact with this id: `FILE-STEM/ID`, or `ID` where only one file has it.
    pub fn find(&self, id: &str) -> Option<FactId> {
        let full = self.facts.iter().position(|fact| fact.id == id);
        let short = || {
            let mut found = self.facts.iter().enumerate().filter(|(_, fact)| fact.short_id() == id);
            let first = found.next()?.0;
            found.next().is_none().then_some(first)
        };
        full.or_else(short).map(FactId)
    }

    /// Where the bytes `inner` of a claim's own text stand in its rule file.
    pub fn locate(&self, fact: &Fact, inner: crate::span::Span) -> crate::span::Span {
        let Some(file) = self.files.get(fact.origin.file) else { return fact.origin.span };
        if fact.office_of.is_some() {
            return fact.origin.span;
        }
        yaml::align::locate(fact.raw.of(&file.text), &fact.text, inner).shift(fact.raw.start)
    }

    /// The problem to report for a fact, such as a sentence that says nothing checkable: `inner` are bytes of
    /// the claim's own text.
    pub fn problem(
        &self,
        fact: &Fact,
        code: &'static str,
        inner: crate::span::Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Problem {
        let path = self.files.get(fact.origin.file).map_or("", |file| file.path.as_str());
        Problem::error(code, path, self.locate(fact, inner), message, label)
    }
}

fn rule_file(file: read::RawFile) -> RuleFile {
    RuleFile {
        title: file.raw.title.map(|title| file.text(title).trim().to_owned()),
        about: facts::texts(&file, &file.raw.about),
        lexicon: wordings::lexicon(&file),
        path: file.path,
        stem: file.stem,
        text: file.text,
    }
}

/// Claims of different files with one full id: the files have the same name.
fn same_ids(rulebook: &Rulebook) -> Vec<Problem> {
    let mut seen: std::collections::HashMap<&str, &Fact> = std::collections::HashMap::new();
    let mut problems = Vec::new();
    for fact in rulebook.facts.iter().filter(|fact| fact.office_of.is_none()) {
        let Some(first) = seen.insert(&fact.id, fact) else { continue };
        if first.origin.file == fact.origin.file {
            continue;
        }
        let path = |fact: &Fact| rulebook.files.get(fact.origin.file).map_or("", |file| file.path.as_str());
        problems.push(
            Problem::error(
                "duplicate-id",
                path(fact),
                fact.origin.span,
                format!("Two claims have the id `{}`, because their files have the same name.", fact.id),
                "the second",
            )
            .related(path(first), first.origin.span, "the first")
            .help("Rename one of the files, or give one of the claims another id."),
        );
    }
    problems
}

/// A place of thousands of bytes shows a person nothing: its start does.
fn clip(problem: &mut Problem, sources: &[(String, Arc<str>)]) {
    const LONGEST: usize = 400;
    if problem.span.len() > LONGEST
        && let Some((_, text)) = sources.iter().find(|(path, _)| *path == problem.path)
    {
        let end = (problem.span.start + LONGEST..).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        problem.span.end = end.min(text.len());
    }
}

/// By file in the order given, then by place.
fn sort(problems: &mut [Problem], sources: &[(String, Arc<str>)]) {
    let order: std::collections::HashMap<&str, usize> =
        sources.iter().enumerate().map(|(at, (path, _))| (path.as_str(), at)).collect();
    problems.sort_by_key(|problem| (order.get(problem.path.as_str()).copied(), problem.span.start, problem.span.end));
}
