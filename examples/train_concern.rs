//! Learns the weights of the signs in `src/check/concern.tsv` from packs of judged statements.
//!
//!     cargo run --release --example train_concern -- PACK…
//!
//! The test sentences of the lexicon (`src/lexicon/en`) teach plain statements: each must be recognised by a claim in the
//! words of its relation. They weigh less than the packs, where what is not meant stands beside what is.
//!
//! So do the tests of the rules that come with the program.
//!
//! For every figure that a fact might be about, the packs say whether it is. A logistic regression learns from that,
//! whole batches at a time, so that the same packs give the same weights. Every pack's figures are also judged by weights
//! learned from the other packs alone; that is what the printed figures say.

use factlint::article::{self, Article};
use factlint::check::{Checker, Options, Table, setting};
use factlint::rulebook::{self, FactId};
use factlint::value::Agreement;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Deserialize)]
struct Row {
    article: String,
    claim: Claims,
    verdict: String,
    quote: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Claims {
    One(String),
    Many(Vec<String>),
}

/// A figure with what the pack says of it.
struct Sample {
    table: Table,
    pack: usize,
    /// Where it stands: figures at one place rival each other.
    place: (usize, usize),
    claim: String,
    agreement: Agreement,
    barred: Option<String>,
    signs: Vec<usize>,
    /// Whether it answers the claim's question; `None` where the pack does not say.
    answers: Option<bool>,
    text: String,
    names: Vec<String>,
    weight: f32,
}

/// The number under which plain statements are kept; no pack has it.
const PLAIN: usize = usize::MAX;
/// How much a plain statement counts beside one of a pack.
const PLAIN_WEIGHT: f32 = 0.25;
/// How much a statement of a pack made from triples counts.
const TRIPLES_WEIGHT: f32 = 0.3;

const ROUNDS: usize = 400;
const STEP: f32 = 0.5;

fn main() {
    let packs: Vec<PathBuf> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    let verbose = std::env::args().any(|a| a == "--verbose");
    let mut samples = Vec::new();
    let mut gold_conflicts = 0;
    for (index, pack) in packs.iter().enumerate() {
        gold_conflicts += read_pack(index, pack, &mut samples);
    }
    let judged_by_packs = samples.len();
    plain_statements(&mut samples);
    shipped_tests(&mut samples);
    eprintln!("{} plain statements", samples.len() - judged_by_packs);
    for (table, file, decay) in TABLES {
        let of_table = |sample: &Sample| sample.table == table;
        let (mut ours, others): (Vec<Sample>, Vec<Sample>) = samples.into_iter().partition(of_table);
        println!("== {table:?}: {} places", ours.len());
        train(&mut ours, &packs, file, decay, verbose);
        samples = others;
    }
    eprintln!("{gold_conflicts} conflicts in the packs");
}

/// The tables, their files, and how much a weight costs: the fewer the samples, the more.
const TABLES: [(Table, &str, f32); 5] = [
    (Table::Figures, "src/check/concern.tsv", 0.0006),
    (Table::Names, "src/check/compare/name/answer.tsv", 0.001),
    (Table::Differences, "src/check/compare/event/difference.tsv", 0.01),
    (Table::Occasions, "src/check/compare/event/occasion.tsv", 0.001),
    (Table::Agreements, "src/check/compare/event/agreement.tsv", 0.004),
];

fn train(samples: &mut [Sample], packs: &[PathBuf], file: &str, decay: f32, verbose: bool) {
    let names: BTreeSet<&String> = samples.iter().flat_map(|sample| &sample.names).collect();
    let names: Vec<String> = names.into_iter().cloned().collect();
    let index: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    for sample in samples.iter_mut() {
        sample.signs = sample.names.iter().map(|name| index[name.as_str()]).collect();
    }
    // Each pack by the others.
    let left_out = |pack: usize| -> Vec<(usize, f32)> {
        let weights = learn(samples, names.len(), decay, Some(pack));
        let of_pack = samples.iter().enumerate().filter(|(_, sample)| sample.pack == pack);
        of_pack.map(|(at, sample)| (at, probability(&weights, &sample.signs))).collect()
    };
    let judged: Vec<(usize, f32)> = (0..packs.len()).into_par_iter().flat_map_iter(left_out).collect();
    for threshold in [0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        report(samples, &judged, threshold);
    }
    if verbose {
        for sample in
            samples.iter().filter(|s| s.pack != PLAIN && s.answers == Some(true) && s.agreement == Agreement::Conflict)
        {
            if let Some(why) = &sample.barred {
                let pack = packs[sample.pack].file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
                println!("BARRED {why} {pack} {}: {}", sample.claim, sample.text);
            }
        }
        for (at, sure) in &judged {
            let sample = &samples[*at];
            if sample.agreement == Agreement::Conflict
                && sample.barred.is_none()
                && sample.answers != Some(*sure >= 0.5)
            {
                println!(
                    "{} {sure:.2} {} {}: {} [{}]",
                    if sample.answers == Some(true) { "MISS" } else { "FALSE" },
                    packs[sample.pack].file_name().map(|n| n.to_string_lossy()).unwrap_or_default(),
                    sample.claim,
                    sample.text,
                    sample.names.join(" ")
                );
            }
        }
    }
    let weights = learn(samples, names.len(), decay, None);
    let plain = || samples.iter().filter(|s| s.pack == PLAIN && s.barred.is_none() && s.answers == Some(true));
    let sure = plain().filter(|sample| probability(&weights, &sample.signs) >= 0.5).count();
    println!("plain statements: {sure} of {}", plain().count());
    if verbose {
        for sample in plain().filter(|sample| probability(&weights, &sample.signs) < 0.5) {
            println!(
                "PLAIN {:.2} {} | {} [{}]",
                probability(&weights, &sample.signs),
                sample.claim,
                sample.text,
                sample.names.join(" ")
            );
        }
    }
    let mut table: Vec<String> = vec![format!("bias\t{:.3}", weights[names.len()])];
    let mut seen = vec![0usize; names.len()];
    samples.iter().flat_map(|sample| &sample.signs).for_each(|&sign| seen[sign] += 1);
    table.extend(
        names
            .iter()
            .enumerate()
            .filter(|(at, _)| weights[*at].abs() >= 0.02 && seen[*at] >= 3)
            .map(|(at, name)| format!("{name}\t{:.3}", weights[at])),
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::write(path, table.join("\n") + "\n").expect("the table is written");
}

fn report(samples: &[Sample], judged: &[(usize, f32)], threshold: f32) {
    // The surest claim of a place has it, and so has one that the place supports.
    let mut best: BTreeMap<(usize, usize, usize), f32> = BTreeMap::new();
    let mut support = best.clone();
    for (at, sure) in judged {
        let sample = &samples[*at];
        if sample.barred.is_some() {
            continue;
        }
        let key = (sample.pack, sample.place.0, sample.place.1);
        let raise = |known: &mut BTreeMap<_, f32>| {
            let known = known.entry(key).or_insert(0.0);
            *known = known.max(*sure);
        };
        raise(&mut best);
        if sample.agreement == Agreement::Supported {
            raise(&mut support);
        }
    }
    let (mut right, mut wrong, mut supported, mut supports, mut loosely) = (0, 0, 0, 0, 0);
    for (at, sure) in judged {
        let sample = &samples[*at];
        let key = (sample.pack, sample.place.0, sample.place.1);
        let conflict = sample.agreement == Agreement::Conflict;
        if sample.agreement == Agreement::Supported && sample.barred.is_none() && *sure >= threshold {
            loosely += usize::from(sample.answers == Some(false));
            supported += usize::from(sample.answers == Some(true));
        }
        supports += usize::from(sample.agreement == Agreement::Supported && sample.answers == Some(true));
        let told = support.get(&key).is_some_and(|other| *other >= 0.35 && *other + 0.15 >= *sure);
        if conflict && sample.barred.is_none() && *sure >= threshold && best[&key] <= *sure && !told {
            if sample.answers == Some(true) { right += 1 } else { wrong += 1 }
        }
    }
    let all = samples
        .iter()
        .filter(|s| s.pack != PLAIN && s.agreement == Agreement::Conflict && s.answers == Some(true))
        .count();
    let barred = samples
        .iter()
        .filter(|s| {
            s.pack != PLAIN && s.agreement == Agreement::Conflict && s.answers == Some(true) && s.barred.is_some()
        })
        .count();
    println!(
        "{threshold:.1}: conflicts {right} right, {wrong} wrong ({:.3}), of {all} ({barred} barred); supports {supported} of {supports}, {loosely} that nobody lists",
        right as f32 / (right + wrong).max(1) as f32
    );
}

fn learn(samples: &[Sample], count: usize, decay: f32, without: Option<usize>) -> Vec<f32> {
    let used: Vec<&Sample> = samples
        .iter()
        .filter(|sample| Some(sample.pack) != without && sample.answers.is_some() && sample.barred.is_none())
        .collect();
    let mut weights = vec![0f32; count + 1];
    let mut memory = vec![1e-6f32; count + 1];
    for _ in 0..ROUNDS {
        let mut slope = vec![0f32; count + 1];
        for sample in &used {
            let wanted = if sample.answers == Some(true) { 1.0 } else { 0.0 };
            let error = sample.weight * (probability(&weights, &sample.signs) - wanted);
            for &sign in &sample.signs {
                slope[sign] += error;
            }
            slope[count] += error;
        }
        for at in 0..=count {
            let this = slope[at] / used.len() as f32 + if at < count { decay * weights[at] } else { 0.0 };
            memory[at] = 0.9 * memory[at] + 0.1 * this * this;
            weights[at] -= STEP * 0.1 * this / memory[at].sqrt().max(0.003);
        }
    }
    weights
}

fn probability(weights: &[f32], signs: &[usize]) -> f32 {
    let sum: f32 = signs.iter().map(|&sign| weights[sign]).sum::<f32>() + weights[weights.len() - 1];
    1.0 / (1.0 + (-sum).exp())
}

fn read_pack(index: usize, pack: &Path, samples: &mut Vec<Sample>) -> usize {
    let files = |folder: &str| -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = std::fs::read_dir(pack.join(folder))
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        all.sort();
        all
    };
    let sources: Vec<(String, Arc<str>)> = files("rules")
        .iter()
        .filter_map(|path| Some((path.display().to_string(), std::fs::read_to_string(path).ok()?.into())))
        .collect();
    let (book, _) = rulebook::load(&sources);
    let checker = Checker::new(&book);
    let before = samples.len();
    let rows: Vec<Row> = std::fs::read_to_string(pack.join("gold.jsonl"))
        .unwrap_or_default()
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let mut number = 0;
    for path in files("articles") {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let (articles, _) = article::read_all(&path.display().to_string(), &bytes, &article::Options::default());
        for one in &articles {
            number += 1;
            let key = one.id.clone().unwrap_or_else(|| name(&path));
            let gold: Vec<(&Row, usize, usize)> = rows
                .iter()
                .filter(|row| row.article == key)
                .filter_map(|row| {
                    let start = one.text.original().find(&row.quote)?;
                    Some((row, start, start + row.quote.len()))
                })
                .collect();
            learn_from(index, number, &checker, one, &gold, &book, samples);
        }
    }
    // What a data set's sentences say, one triple each, is plainer than any newsroom's.
    if pack.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webnlg")) {
        samples[before..].iter_mut().for_each(|sample| sample.weight *= TRIPLES_WEIGHT);
    }
    rows.iter().filter(|row| row.verdict == "conflict").count()
}

fn learn_from(
    pack: usize,
    number: usize,
    checker: &Checker,
    article: &Article,
    gold: &[(&Row, usize, usize)],
    book: &rulebook::Rulebook,
    samples: &mut Vec<Sample>,
) {
    for doubt in checker.doubts(article, &Options::default()) {
        let span = article.text.to_original(doubt.span);
        let claim = &book.facts[doubt.fact.0].id;
        let about = |row: &Row| match &row.claim {
            Claims::One(one) => one == claim,
            Claims::Many(many) => many.contains(claim),
        };
        let says = |verdict: &str| {
            gold.iter()
                .any(|(row, start, end)| row.verdict == verdict && about(row) && span.start < *end && *start < span.end)
        };
        let answers = match doubt.agreement {
            Agreement::Conflict => Some(says("conflict")),
            Agreement::Imprecise => says("imprecise").then_some(true),
            Agreement::Supported if says("conflict") && !says("supported") => Some(false),
            Agreement::Supported => says("supported").then_some(true),
            Agreement::Unrelated => None,
        };
        // What nobody lists as supported hardly is.
        let listed = says("silent") || says("conflict") || says("supported");
        let (answers, weight) = match doubt.table {
            Table::Occasions | Table::Agreements if doubt.agreement == Agreement::Supported => {
                (Some(says("supported")), if listed { 1.0 } else { 0.4 })
            }
            _ => (answers, 1.0),
        };
        // A place where the pack lays a trap for this claim, or speaks of another fact.
        let answers = if answers.is_none() && says("silent") { Some(false) } else { answers };
        samples.push(Sample {
            table: doubt.table,
            pack,
            place: (number, span.start),
            claim: claim.clone(),
            agreement: doubt.agreement,
            barred: doubt.barred,
            signs: Vec::new(),
            answers,
            text: article.text.as_str()[doubt.span.start.saturating_sub(0)..doubt.span.end].to_owned(),
            names: doubt.signs,
            weight,
        });
    }
}

/// What the tests of the project's own rules say of their claims.
fn shipped_tests(samples: &mut Vec<Sample>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources: Vec<(String, Arc<str>)> = Vec::new();
    for folder in ["rules", "corpus/rules"] {
        let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.sort();
        sources.extend(
            files
                .iter()
                .filter_map(|path| Some((path.display().to_string(), std::fs::read_to_string(path).ok()?.into()))),
        );
    }
    let (book, _) = rulebook::load(&sources);
    let checker = Checker::new(&book);
    for (at, fact) in book.facts.iter().enumerate() {
        let tests = [
            (&fact.tests.conflict, Agreement::Conflict),
            (&fact.tests.supported, Agreement::Supported),
            (&fact.tests.silent, Agreement::Unrelated),
        ];
        for (test, expected) in tests.iter().flat_map(|(list, expected)| list.iter().map(|test| (test, *expected))) {
            let (article, body) = setting::article(&book, FactId(at), fact, &test.text);
            for doubt in checker.doubts(&article, &Options::default()) {
                if doubt.fact != FactId(at) || doubt.span.start < body {
                    continue;
                }
                let answers = match expected {
                    Agreement::Unrelated => Some(false),
                    expected => (doubt.agreement == expected).then_some(true),
                };
                samples.push(Sample {
                    table: doubt.table,
                    pack: PLAIN,
                    place: (0, 0),
                    claim: fact.id.clone(),
                    agreement: doubt.agreement,
                    barred: doubt.barred,
                    signs: Vec::new(),
                    answers,
                    text: test.text.clone(),
                    names: doubt.signs,
                    weight: 1.0,
                });
            }
        }
    }
}

/// The figures of the lexicon's own test sentences, "[The Ferris bridge] is {540 metres} long.", in view of a claim that
/// names the relation: "Ferris bridge length = 540 metres", and the same with another number.
fn plain_statements(samples: &mut Vec<Sample>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let desk: Desk = serde_yaml::from_str(&text).unwrap_or_default();
        for relation in desk.relations {
            let Some(noun) = relation.nouns.first() else { continue };
            for (at, test) in relation.tests.iter().enumerate() {
                let other = relation.tests.iter().cycle().skip(at + 1).take(relation.tests.len());
                plain_statement(noun, test, other.filter_map(|test| between(test, '{', '}')).next(), samples);
            }
        }
    }
}

#[derive(Default, Deserialize)]
struct Desk {
    relations: Vec<Relation>,
}

#[derive(Deserialize)]
struct Relation {
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    tests: Vec<String>,
}

fn between(test: &str, open: char, close: char) -> Option<&str> {
    let start = test.find(open)? + 1;
    Some(&test[start..start + test[start..].find(close)?])
}

/// The statement with a claim that it agrees with, and with one that it contradicts: other digits, or the value of another
/// test of the relation.
fn plain_statement(noun: &str, test: &str, another: Option<&str>, samples: &mut Vec<Sample>) {
    let (Some(owner), Some(value)) = (between(test, '[', ']'), between(test, '{', '}')) else { return };
    let owner = owner.trim_start_matches("The ").trim_start_matches("the ");
    let is_name = |text: &str| text.starts_with(char::is_uppercase) && !text.contains('"');
    let noun = noun.split('|').next().unwrap_or(noun);
    let figure = value.contains(|c: char| c.is_ascii_digit());
    if !is_name(owner) || !figure && !is_name(value) {
        return;
    }
    let sentence: String = test.chars().filter(|c| !"[]{}".contains(*c)).collect();
    let digits = |c: char| if c.is_ascii_digit() { char::from(b'1' + (c as u8 - b'0' + 3) % 9) } else { c };
    let other = if figure {
        value.chars().map(digits).collect()
    } else {
        another.filter(|name| is_name(name) && *name != value).unwrap_or_default().to_owned()
    };
    for expected in [value, &other].into_iter().filter(|expected| !expected.is_empty()) {
        let rules = format!(
            "entities:\n  owner: {{name: \"{owner}\"}}\nclaims:\n  - {{id: plain, claim: \"{owner} {noun} = {expected}\"}}\n"
        );
        let (book, problems) = rulebook::load(&[("plain.yaml".to_owned(), rules.into())]);
        if !problems.is_empty() {
            continue;
        }
        let (articles, _) = article::read_all("plain.txt", sentence.as_bytes(), &article::Options::default());
        let checker = Checker::new(&book);
        for doubt in articles.iter().flat_map(|article| checker.doubts(article, &Options::default())) {
            samples.push(Sample {
                table: doubt.table,
                pack: PLAIN,
                place: (0, 0),
                claim: noun.to_owned(),
                agreement: doubt.agreement,
                barred: doubt.barred,
                signs: Vec::new(),
                answers: Some(true),
                text: sentence.clone(),
                names: doubt.signs,
                weight: PLAIN_WEIGHT,
            });
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
