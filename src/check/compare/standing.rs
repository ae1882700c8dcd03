//! Differing figures of one article in view of each other: where several could contradict a claim, only the surest does.

use super::figure::Candidate;
use crate::value::Agreement;

/// From here a figure is so sure that saying it twice makes it surer.
const SURE_TWICE: f32 = 0.3;

/// Adds to each differing figure how it stands among the others, and whether the article says it again.
pub fn weigh(found: &mut [(usize, Candidate)]) {
    let differing: Vec<usize> = (0..found.len())
        .filter(|&at| found[at].1.comparison.agreement == Agreement::Conflict && found[at].1.barred.is_none())
        .collect();
    let signs: Vec<(usize, Vec<&'static str>)> = differing
        .iter()
        .map(|&at| {
            let others: Vec<&(usize, Candidate)> =
                differing.iter().filter(|&&other| other != at).map(|&other| &found[other]).collect();
            (at, [Some(standing(&found[at].1, &others)), again(&found[at], &others)].into_iter().flatten().collect())
        })
        .collect();
    for (at, signs) in signs {
        signs.into_iter().for_each(|sign| found[at].1.concern.add(sign));
    }
}

fn standing(candidate: &Candidate, others: &[&(usize, Candidate)]) -> &'static str {
    let sure = candidate.concern.sure;
    match others.iter().map(|(_, other)| other.concern.sure).reduce(f32::max) {
        None => "standing:only",
        Some(best) if sure > best + 0.2 => "standing:ahead",
        Some(best) if sure >= best - 0.1 => "standing:near",
        Some(_) => "standing:behind",
    }
}

/// Whether another sentence says the same.
fn again((sentence, candidate): &(usize, Candidate), others: &[&(usize, Candidate)]) -> Option<&'static str> {
    let best = others
        .iter()
        .filter(|(other, twin)| other != sentence && twin.reading == candidate.reading)
        .map(|(_, twin)| twin.concern.sure)
        .reduce(f32::max)?;
    Some(if best > SURE_TWICE { "again:sure" } else { "again" })
}
