//! Two parsers' readings → one tree, by votes that their scores weigh.

use super::parser::Reading;

/// What was chosen, and for each word whether the two parsers' best readings agree on it.
pub struct Choice {
    pub heads: Vec<u32>,
    pub relations: Vec<u8>,
    pub sure: Vec<bool>,
}

/// Chooses among the readings of the forward and the backward parser, each the best first.
///
/// Every word takes the head and relation with the most votes. Where that makes no tree, the
/// whole reading is taken that the others agree with most.
pub fn choose(forwards: &[Reading], backwards: &[Reading]) -> Choice {
    let weighed: Vec<(&Reading, f64)> = weigh(forwards, 1.0).chain(weigh(backwards, BACKWARDS)).collect();
    let length = weighed.first().map_or(0, |(reading, _)| reading.heads.len());
    let (mut heads, mut relations): (Vec<u32>, Vec<u8>) = (0..length).map(|word| elect(&weighed, word)).unzip();
    if !is_tree(&heads)
        && let Some(reading) = most_agreed(&weighed)
    {
        heads.clone_from(&reading.heads);
        relations.clone_from(&reading.relations);
    }
    let tops: Vec<&Reading> = [forwards, backwards].into_iter().filter_map(<[Reading]>::first).collect();
    let agrees = |top: &&Reading, word: usize| top.heads[word] == heads[word] && top.relations[word] == relations[word];
    let sure = (0..length).map(|word| tops.iter().all(|top| agrees(top, word))).collect();
    Choice { heads, relations, sure }
}

/// The head of a word with the most votes, and with that head the relation with the most.
fn elect(weighed: &[(&Reading, f64)], word: usize) -> (u32, u8) {
    let mut best = (0, 0);
    let mut most = (0.0, 0.0);
    for (candidate, _) in weighed {
        let (head, relation) = (candidate.heads[word], candidate.relations[word]);
        let for_head = weighed.iter().filter(|(other, _)| other.heads[word] == head);
        let votes = for_head.clone().map(|(_, weight)| weight).sum::<f64>();
        let both =
            for_head.filter(|(other, _)| other.relations[word] == relation).map(|(_, weight)| weight).sum::<f64>();
        if (votes, both) > most {
            most = (votes, both);
            best = (head, relation);
        }
    }
    best
}

/// Whether there is one root, and a way to it from every word.
fn is_tree(heads: &[u32]) -> bool {
    let reaches_root = |word: usize| {
        let above = std::iter::successors(Some(word as u32 + 1), |&at| match at {
            0 => None,
            at => Some(heads[at as usize - 1]),
        });
        above.take(heads.len() + 1).any(|at| at == 0)
    };
    heads.iter().filter(|&&head| head == 0).count() == 1 && (0..heads.len()).all(reaches_root)
}

fn most_agreed<'a>(weighed: &[(&'a Reading, f64)]) -> Option<&'a Reading> {
    let mut best: Option<(&Reading, f64)> = None;
    for (reading, _) in weighed {
        let shared = |other: &Reading| (0..reading.heads.len()).map(|word| agree(reading, other, word)).sum::<u32>();
        let value = weighed.iter().map(|(other, weight)| weight * f64::from(shared(other))).sum();
        if best.is_none_or(|(_, most)| value > most) {
            best = Some((reading, value));
        }
    }
    best.map(|(reading, _)| reading)
}

/// The reading of the reversed sentence, told of the sentence as it stands.
pub fn reversed(mut reading: Reading) -> Reading {
    let length = reading.heads.len() as u32;
    reading.heads.reverse();
    reading.relations.reverse();
    reading.heads.iter_mut().filter(|head| **head > 0).for_each(|head| *head = length + 1 - *head);
    reading
}

/// Two for the same head, and one more for the same relation.
fn agree(left: &Reading, right: &Reading, word: usize) -> u32 {
    let head = left.heads[word] == right.heads[word];
    let relation = left.relations[word] == right.relations[word];
    if head { 2 + u32::from(relation) } else { 0 }
}

/// Readings with their shares of a parser's trust, which falls with the distance from the best.
fn weigh(readings: &[Reading], trust: f64) -> impl Iterator<Item = (&Reading, f64)> {
    let best = readings.first().map_or(0, |reading| reading.score);
    let weight = move |reading: &Reading| ((reading.score - best) as f64 / TEMPERATURE).exp();
    let whole: f64 = readings.iter().map(weight).sum();
    readings.iter().map(move |reading| (reading, trust * weight(reading) / whole.max(f64::MIN_POSITIVE)))
}

/// How slowly trust falls with the score, which counts in squares of eight-bit weights. As
/// [`BACKWARDS`], found on the development treebank and held-out news.
const TEMPERATURE: f64 = 12_000.0;

/// English is read less well from its end: what the backward parser's votes count.
const BACKWARDS: f64 = 0.85;
