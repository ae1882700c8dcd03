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

use super::claim::ast::Claim;
use super::fact::Origin;
use super::problem::Problem;
use super::{FactId, Rulebook};
use jiff::civil::Date;

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

/// Sentence claims in which nothing can be checked. Whether anything can is what the reader of articles knows:
/// `is_read` asks it.
pub fn nothing_to_check(rulebook: &Rulebook, is_read: impl Fn(FactId) -> bool) -> Vec<Problem> {
    let sentences = rulebook.facts.iter().enumerate().filter_map(|(at, fact)| match &fact.claim {
        Claim::Sentence(sentence) if !is_read(FactId(at)) => Some((fact, sentence)),
        _ => None,
    });
    sentences
        .map(|(fact, sentence)| {
            let message = "This sentence says nothing that an article could contradict.";
            rulebook
                .problem(fact, "nothing-to-check", sentence.span, message, "no statement found here")
                .help("Say who did what, when or how much: `Obama visited Russia in 2013`, or compare: `summit length ~ 3 hours`.")
        })
        .collect()
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
