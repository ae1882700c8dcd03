//! Differing figures of one article in view of each other: where several could contradict a claim, only the surest does.

use super::figure::Candidate;
use crate::value::Agreement;
use std::collections::HashMap;

/// From here a figure is so sure that saying it twice makes it surer.
const SURE_TWICE: f32 = 0.3;

/// Adds to each differing figure how it stands among the others, and whether the article says it again.
pub fn weigh(found: &mut [(usize, Candidate)]) {
    let differing: Vec<usize> = (0..found.len())
        .filter(|&at| found[at].1.comparison.agreement == Agreement::Conflict && found[at].1.barred.is_none())
        .collect();
    let firm: HashMap<usize, i32> = differing.iter().map(|&at| (at, firmness(&found[at].1.concern.signs))).collect();
    // The firmest, and the one next to it: all that any figure has to be held against.
    let mut firmest = differing.clone();
    firmest.sort_by_key(|at| -firm[at]);
    firmest.truncate(2);
    // What is said alike, so that an article's cost follows its length.
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for &at in &differing {
        alike.entry(found[at].1.reading.describe()).or_default().push(at);
    }
    let signs: Vec<(usize, &str, Option<&str>)> = differing
        .iter()
        .map(|&at| {
            let best = firmest.iter().find(|&&other| other != at).map(|other| firm[other]);
            let twins = alike.get(&found[at].1.reading.describe()).map_or(&[][..], Vec::as_slice);
            (at, standing(firm[&at], best), again(&found[at], twins.iter().map(|&twin| &found[twin])))
        })
        .collect();
    for (at, standing, again) in signs {
        found[at].1.concern.add(standing);
        again.into_iter().for_each(|sign| found[at].1.concern.add(sign));
    }
}

/// How firmly the figure stands beside the firmest of the others.
fn standing(firm: i32, best: Option<i32>) -> &'static str {
    match best.map(|best| firm - best) {
        None => "standing:only",
        Some(2..) => "standing:ahead",
        Some(-1..2) => "standing:near",
        Some(-4..-1) => "standing:behind",
        Some(_) => "standing:far-behind",
    }
}

/// A tally of what speaks for a figure. Not the weighing's own sureness, which the judged statements that teach it would have
/// taught already: a sign must mean the same for texts that nobody has seen.
fn firmness(signs: &[String]) -> i32 {
    signs.iter().map(|sign| points(sign)).sum()
}

fn points(sign: &str) -> i32 {
    match sign {
        "head:phrase" => 4,
        "head:clause" | "likeness:slip" => 3,
        "words:all" | "owner:slot" | "owner:likely" | "owner:clause" | "owner:carried" | "covered:all"
        | "before-head:own" => 2,
        "head:sentence"
        | "head:carried"
        | "head-word:own"
        | "bond:direct"
        | "words:some"
        | "owner:sentence"
        | "owner:before"
        | "covered:most"
        | "covered:half"
        | "likeness:within-tenth" => 1,
        "words:missing" | "subject:foreign" | "stranger:known" | "stranger:unknown" | "head-narrowed" => -1,
        "likeness:far" | "further" => -2,
        _ => 0,
    }
}

/// Whether another sentence says the same.
fn again<'a: 'f, 'f>(
    (sentence, candidate): &(usize, Candidate),
    twins: impl Iterator<Item = &'f (usize, Candidate<'a>)>,
) -> Option<&'static str> {
    let best = twins
        .filter(|(other, twin)| other != sentence && twin.reading == candidate.reading)
        .map(|(_, twin)| twin.concern.sure)
        .reduce(f32::max)?;
    Some(if best > SURE_TWICE { "again:sure" } else { "again" })
}
