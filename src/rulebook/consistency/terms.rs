//! Two holders of an office that only one can hold, at one time. A shared boundary day is none.

use super::between;
use crate::rulebook::Rulebook;
use crate::rulebook::claim::print::print_term;
use crate::rulebook::graph::Held;
use crate::rulebook::problem::Problem;

/// Overlapping terms, each at the later holder's line.
pub fn find(rulebook: &Rulebook) -> Vec<Problem> {
    let mut problems = Vec::new();
    for office in rulebook.graph.offices() {
        if !has_one_holder(&office.role) {
            continue;
        }
        let held = rulebook.graph.holders_of(rulebook, office, None);
        // In order of their start: only the one that lasts longest so far can overlap the next.
        let mut longest: Option<&Held> = None;
        for next in held.iter().filter(|held| held.term.is_some()) {
            if let Some(earlier) = longest
                && earlier.holder != next.holder
                && earlier.term.zip(next.term).is_some_and(|(a, b)| a.overlaps(&b))
            {
                problems.push(report(rulebook, earlier, next));
            }
            let end = |held: &Held| held.term.map(|term| (term.to.is_none(), term.to));
            if longest.is_none_or(|earlier| end(next) > end(earlier)) {
                longest = Some(next);
            }
        }
    }
    problems
}

fn report(rulebook: &Rulebook, earlier: &Held, later: &Held) -> Problem {
    let name = |held: &Held| rulebook.entity(held.holder).map_or("", |entity| &entity.name);
    let term = |held: &Held| held.term.map_or(String::new(), |term| print_term(&term));
    let message = format!("{} and {} are both {} at one time.", name(earlier), name(later), later.title);
    between(
        rulebook,
        "overlapping-terms",
        (later.evidence.origin, format!("{}: {}", name(later), term(later))),
        (earlier.evidence.origin, format!("{}: {}", name(earlier), term(earlier))),
        message,
    )
    .help("End the earlier term where the later begins: `president of Russia, 2008-05-07..2012-05-07`.")
}

/// Offices with many holders at a time, by the words of their role.
fn has_one_holder(role: &str) -> bool {
    const MANY: [&str; 32] = [
        "member",
        "members",
        "player",
        "senator",
        "representative",
        "congressman",
        "congresswoman",
        "judge",
        "justice",
        "adviser",
        "advisor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "deputy",
        "professor",
        "partner",
        "councillor",
        "councilor",
        "commissioner",
        "employee",
        "founder",
        "cofounder",
        "co-founder",
        "co-chair",
        "co-president",
        "resident",
        "citizen",
        "forward",
        "former",
        "fellow",
        "correspondent",
    ];
    !role.split([' ', '-']).any(|word| MANY.contains(&word)) && !role.starts_with("co-")
}
