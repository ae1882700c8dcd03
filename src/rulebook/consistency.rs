//! The rule base against itself: what no run can repair and no single file shows.
//!
//! Each check is a file of its own; each finding names both places. Everything is found through hashes,
//! so the work grows with the number of claims and not with its square.

mod aliases;
mod contradictions;
mod cycles;
mod never;
mod terms;

pub use contradictions::subject_key;

use super::fact::Origin;
use super::problem::Problem;
use super::{FactId, Rulebook};
use crate::span::Span;
use jiff::civil::Date;
use rayon::prelude::*;

/// All contradictions of a rulebook, in order of file and place. `today` finds claims that have run out;
/// without it none has.
pub fn check(rulebook: &Rulebook, today: Option<Date>) -> Vec<Problem> {
    let mut problems = contradictions::find(rulebook);
    problems.extend(cycles::find(rulebook));
    problems.extend(terms::find(rulebook));
    problems.extend(aliases::find(rulebook));
    problems.extend(never::find(rulebook, today));
    let order: std::collections::HashMap<&str, usize> =
        rulebook.files.iter().enumerate().map(|(at, file)| (file.path.as_str(), at)).collect();
    problems.sort_by(|a, b| {
        let key = |problem: &Problem| {
            (order.get(problem.path.as_str()).copied(), problem.span.start, problem.span.end, problem.code)
        };
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    problems
}

/// Why no statement can concern a claim, as the reader of articles finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The words that say too little, in bytes of the claim's own text.
    pub span: Span,
    pub kind: GapKind,
}

/// What is missing from a claim that says nothing to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// A sentence in which nobody does anything and nothing is so.
    NoStatement,
    Question,
    Condition,
    /// The subject names a thing, and not what of it the value tells.
    OnlyAThing,
}

impl GapKind {
    /// The problem in one sentence, the words under its place, and the cure.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            GapKind::NoStatement => (
                "This sentence says nothing that an article could contradict.",
                "no statement found here",
                "Say who did what, when or how much: `Obama visited Russia in 2013`, or compare: `summit length ~ 3 hours`.",
            ),
            GapKind::Question => (
                "This is a question; a claim says what is true.",
                "asks, and claims nothing",
                "Write the answer: `Obama visited Russia in 2013`, or `last president to visit Russia = Obama`.",
            ),
            GapKind::Condition => (
                "This says what would be if something else were; a claim says what is true.",
                "true only under a condition",
                "Write what is the case: `Obama visited Russia in 2013`.",
            ),
            GapKind::OnlyAThing => (
                "This names a thing, but not what about it the value tells.",
                "what of it?",
                "Add the word for it: `summit length ~ 3 hours`, `summit date = 15 August 2025`.",
            ),
        }
    }
}

/// Claims in which nothing can be checked. Whether anything can is what the reader of articles knows: `gap` asks it.
pub fn nothing_to_check(rulebook: &Rulebook, gap: impl Fn(FactId) -> Option<Gap> + Sync) -> Vec<Problem> {
    let gaps = rulebook.facts.par_iter().enumerate().filter_map(|(at, fact)| Some((fact, gap(FactId(at))?)));
    gaps.map(|(fact, gap)| {
        let (message, label, help) = gap.kind.words();
        rulebook.problem(fact, "nothing-to-check", gap.span, message, label).help(help)
    })
    .collect()
}

/// Two claims that contradict each other, as the reader of articles finds: `later` stands behind `earlier`.
pub fn contradiction(rulebook: &Rulebook, later: FactId, earlier: FactId, why: &str) -> Option<Problem> {
    Some(contradictions::report(rulebook, rulebook.fact(later)?, rulebook.fact(earlier)?, why))
}

/// A problem at one place of the rules, with another that contradicts it.
fn between(
    rulebook: &Rulebook,
    code: &'static str,
    (here, label): (Origin, String),
    (there, other): (Origin, String),
    message: String,
) -> Problem {
    Problem::error(code, path(rulebook, here), here.span, message, label).related(
        path(rulebook, there),
        there.span,
        other,
    )
}

fn path(rulebook: &Rulebook, origin: Origin) -> &str {
    rulebook.files.get(origin.file).map_or("", |file| file.path.as_str())
}
