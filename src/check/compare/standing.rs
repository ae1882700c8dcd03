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
    let sure = |at: usize| found[at].1.concern.sure;
    // The surest, and the one next to it: all that any figure has to be held against.
    let mut surest = differing.clone();
    surest.sort_by(|&a, &b| sure(b).total_cmp(&sure(a)));
    surest.truncate(2);
    // What is said alike, so that an article's cost follows its length.
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for &at in &differing {
        alike.entry(found[at].1.reading.describe()).or_default().push(at);
    }
    let signs: Vec<(usize, &str, Option<&str>)> = differing
        .iter()
        .map(|&at| {
            let best = surest.iter().find(|&&other| other != at).map(|&other| sure(other));
            let twins = alike.get(&found[at].1.reading.describe()).map_or(&[][..], Vec::as_slice);
            (at, standing(sure(at), best), again(&found[at], twins.iter().map(|&twin| &found[twin])))
        })
        .collect();
    for (at, standing, again) in signs {
        let concern = &mut found[at].1.concern;
        // The surest of an article's figures, and a slip of the claim's own: together they say more than each.
        let likeness = concern.signs.iter().find_map(|sign| sign.strip_prefix("likeness:").filter(|like| !like.contains(':')));
        let both = likeness.map(|likeness| format!("{standing}:{likeness}"));
        concern.add_all(both.into_iter().chain([standing.to_owned()]));
        again.into_iter().for_each(|sign| found[at].1.concern.add(sign));
    }
}

/// How sure the figure is beside the surest of the others.
fn standing(sure: f32, best: Option<f32>) -> &'static str {
    match best {
        None => "standing:only",
        Some(best) if sure > best + 0.2 => "standing:ahead",
        Some(best) if sure >= best - 0.1 => "standing:near",
        Some(_) => "standing:behind",
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
