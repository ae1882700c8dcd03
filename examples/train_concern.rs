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
//! learned from the other packs alone. How sure those make each statement teaches the second weighing
//! (`src/check/rerank.tsv`), and the printed figures say what both come to on packs that taught neither.

use factlint::article::{self, Article};
use factlint::check::rerank::{self, Table, Weighed};
use factlint::check::{Checker, Options, setting};
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
    /// Once each pack is judged by the others, with how sure these make it.
    weighed: Weighed,
    pack: usize,
    /// The number of its article in the pack.
    article: usize,
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
/// How far on in the list the packs are whose articles a pack's rules are laid against as well: they are about other things.
const ELSEWHERE: [usize; 3] = [7, 31, 61];
/// How much a statement of such an article counts.
const ELSEWHERE_WEIGHT: f32 = 0.3;
/// From this number on the articles are of other packs.
const OTHER_ARTICLES: usize = 100_000;

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
        for step in ELSEWHERE {
            elsewhere(index, pack, &packs[(index + step) % packs.len()], &mut samples);
        }
    }
    let judged_by_packs = samples.len();
    plain_statements(&mut samples);
    shipped_tests(&mut samples);
    eprintln!("{} plain statements", samples.len() - judged_by_packs);
    for (table, file, decay) in TABLES {
        let (ours, others): (Vec<Sample>, Vec<Sample>) = samples.into_iter().partition(|s| s.weighed.table == table);
        samples = ours;
        println!("== {table:?}: {} places", samples.len());
        train(&mut samples, &packs, file, decay, verbose);
        samples.extend(others);
    }
    second::train(&samples, &packs, verbose);
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
    for (at, sure) in &judged {
        samples[*at].weighed.sure = *sure;
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

/// The second weighing: every statement that would contradict, beside the others of its article.
mod second {
    use super::*;

    /// How much a weight costs in all, whatever the number of samples; of features with a spread of 1.
    const COST: f64 = 33.0;
    const STEPS: usize = 25;
    const FOLDS: usize = 12;
    const TABLES: [(Table, Agreement); 6] = [
        (Table::Figures, Agreement::Conflict),
        (Table::Names, Agreement::Conflict),
        (Table::Differences, Agreement::Conflict),
        (Table::Occasions, Agreement::Conflict),
        (Table::Occasions, Agreement::Supported),
        (Table::Agreements, Agreement::Supported),
    ];

    /// Learns `src/check/rerank.tsv` from the odds that other packs give, and prints what each pack comes to by both weighings.
    pub fn train(samples: &[Sample], packs: &[PathBuf], verbose: bool) {
        let mut articles: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (at, sample) in samples.iter().enumerate().filter(|(_, sample)| sample.pack != PLAIN) {
            articles.entry((sample.pack, sample.article)).or_default().push(at);
        }
        let mut features: Vec<Vec<f64>> = vec![Vec::new(); samples.len()];
        for indices in articles.values() {
            let pool: Vec<Weighed> = indices.iter().map(|at| samples[*at].weighed.clone()).collect();
            for ((at, this), others) in indices.iter().zip(&pool).zip(rerank::others(&pool)) {
                features[*at] = rerank::features(this.sure, &others).into_iter().map(f64::from).collect();
            }
        }
        let mut lines = Vec::new();
        let mut sure: Vec<f32> = samples.iter().map(|sample| sample.weighed.sure).collect();
        for (table, agreement) in TABLES {
            let ours: Vec<usize> = (0..samples.len())
                .filter(|&at| {
                    let sample = &samples[at];
                    sample.weighed.table == table
                        && sample.pack != PLAIN
                        && sample.agreement == agreement
                        && sample.barred.is_none()
                        && sample.answers.is_some()
                })
                .collect();
            let rows = |folds: &dyn Fn(usize) -> bool| -> Vec<(&[f64], bool)> {
                let ours = ours.iter().filter(|&&at| folds(samples[at].pack % FOLDS));
                ours.map(|&at| (features[at].as_slice(), samples[at].answers == Some(true))).collect()
            };
            let judged: Vec<(usize, f32)> = (0..FOLDS)
                .into_par_iter()
                .flat_map_iter(|fold| {
                    let weights = fit(&rows(&|of| of != fold));
                    let left_out = ours.iter().filter(move |&&at| samples[at].pack % FOLDS == fold);
                    left_out.map(|&at| (at, odds(&weights, &features[at]))).collect::<Vec<_>>()
                })
                .map(|(at, odds)| (at, (1.0 / (1.0 + (-odds).exp())) as f32))
                .collect();
            judged.into_iter().for_each(|(at, judged)| sure[at] = judged);
            let weights = fit(&rows(&|_| true));
            let table = rerank::section(table, agreement == Agreement::Conflict);
            lines.push(format!("{table}:bias\t{:.4}", weights[weights.len() - 1]));
            let named = rerank::feature_names().iter().zip(&weights).filter(|(_, weight)| weight.abs() >= 0.0005);
            lines.extend(named.map(|(name, weight)| format!("{table}:{name}\t{weight:.4}")));
        }
        for table in TABLES.map(|(table, _)| table) {
            println!("== {table:?}, by both weighings");
            for threshold in [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] {
                report(samples, &sure, table, threshold);
            }
        }
        if verbose {
            tell(samples, &sure, packs);
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rerank.tsv");
        std::fs::write(path, lines.join("\n") + "\n").expect("the table is written");
    }

    fn tell(samples: &[Sample], sure: &[f32], packs: &[PathBuf]) {
        for (sample, sure) in samples.iter().zip(sure) {
            if sample.pack != PLAIN
                && sample.agreement == Agreement::Conflict
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

    fn report(samples: &[Sample], sure: &[f32], table: Table, threshold: f32) {
        // The surest claim of a place has it, and so has one that the place supports.
        let mut best: BTreeMap<(usize, usize, usize), f32> = BTreeMap::new();
        let mut support = best.clone();
        let key = |sample: &Sample| (sample.pack, sample.article, sample.weighed.place);
        for (sample, sure) in samples.iter().zip(sure).filter(|(sample, _)| sample.barred.is_none()) {
            let known = match sample.agreement {
                Agreement::Supported => support.entry(key(sample)).or_insert(0.0),
                _ => best.entry(key(sample)).or_insert(0.0),
            };
            *known = known.max(*sure);
        }
        let (mut right, mut wrong, mut supported, mut supports, mut loosely, mut all, mut barred) =
            (0, 0, 0, 0, 0, 0, 0);
        let ours = samples.iter().zip(sure).filter(|(s, _)| s.weighed.table == table && s.pack != PLAIN);
        let off = |(sample, sure): &(&Sample, &f32)| sample.article >= OTHER_ARTICLES && **sure >= threshold;
        let elsewhere = ours.clone().filter(off).count();
        let ours = ours.filter(|(sample, _)| sample.article < OTHER_ARTICLES);
        for (sample, sure) in ours {
            let open = sample.barred.is_none() && *sure >= threshold;
            let answers = sample.answers == Some(true);
            match sample.agreement {
                Agreement::Supported => {
                    loosely += usize::from(open && sample.answers == Some(false));
                    supported += usize::from(open && answers);
                    supports += usize::from(answers);
                }
                Agreement::Conflict => {
                    all += usize::from(answers);
                    barred += usize::from(answers && sample.barred.is_some());
                    let told = support.get(&key(sample)).is_some_and(|other| *other >= 0.35 && *other + 0.15 >= *sure);
                    if open && best[&key(sample)] <= *sure && !told {
                        if answers { right += 1 } else { wrong += 1 }
                    }
                }
                _ => {}
            }
        }
        println!(
            "{threshold:.2}: conflicts {right} right, {wrong} wrong ({:.3}), of {all} ({barred} barred), {elsewhere} elsewhere; supports {supported} of {supports}, {loosely} that nobody lists",
            right as f32 / (right + wrong).max(1) as f32
        );
    }

    fn odds(weights: &[f64], features: &[f64]) -> f64 {
        features.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>() + weights[weights.len() - 1]
    }

    /// Ridge logistic regression by Newton's method; the last weight is the bias.
    fn fit(rows: &[(&[f64], bool)]) -> Vec<f64> {
        let count = rerank::feature_names().len();
        let spread: Vec<f64> = (0..count)
            .map(|at| {
                let mean = rows.iter().map(|(row, _)| row[at]).sum::<f64>() / rows.len() as f64;
                let square = rows.iter().map(|(row, _)| (row[at] - mean).powi(2)).sum::<f64>() / rows.len() as f64;
                square.sqrt()
            })
            .collect();
        let mut weights = vec![0.0; count + 1];
        for _ in 0..STEPS {
            let mut slope = vec![0.0; count + 1];
            let mut curve = vec![vec![0.0; count + 1]; count + 1];
            for at in 0..count {
                let cost = COST * spread[at] * spread[at] + 1e-6;
                slope[at] = cost * weights[at];
                curve[at][at] = cost;
            }
            for (row, answers) in rows {
                let sure = 1.0 / (1.0 + (-odds(&weights, row)).exp());
                let error = sure - f64::from(u8::from(*answers));
                let bend = sure * (1.0 - sure);
                let met: Vec<(usize, f64)> =
                    row.iter().copied().enumerate().filter(|(_, value)| *value != 0.0).chain([(count, 1.0)]).collect();
                for &(one, value) in &met {
                    slope[one] += error * value;
                    met.iter().for_each(|&(other, theirs)| curve[one][other] += bend * value * theirs);
                }
            }
            curve[count][count] += 1e-6;
            let step = solve(curve, slope);
            weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight -= step);
            if step.iter().all(|step| step.abs() < 1e-6) {
                break;
            }
        }
        weights
    }

    /// Gaussian elimination; the matrix is positive definite.
    fn solve(mut matrix: Vec<Vec<f64>>, mut wanted: Vec<f64>) -> Vec<f64> {
        let count = wanted.len();
        for at in 0..count {
            let pivot = matrix[at].clone();
            for below in at + 1..count {
                let share = matrix[below][at] / pivot[at];
                if share != 0.0 {
                    matrix[below].iter_mut().zip(&pivot).skip(at).for_each(|(cell, above)| *cell -= share * above);
                    wanted[below] -= share * wanted[at];
                }
            }
        }
        for at in (0..count).rev() {
            let known: f64 = (at + 1..count).map(|right| matrix[at][right] * wanted[right]).sum();
            wanted[at] = (wanted[at] - known) / matrix[at][at];
        }
        wanted
    }
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

fn files(pack: &Path, folder: &str) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(pack.join(folder))
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    all.sort();
    all
}

fn rules_of(pack: &Path) -> rulebook::Rulebook {
    let sources: Vec<(String, Arc<str>)> = files(pack, "rules")
        .iter()
        .filter_map(|path| Some((path.display().to_string(), std::fs::read_to_string(path).ok()?.into())))
        .collect();
    rulebook::load(&sources).0
}

/// What the articles of another pack might say of this one's claims, and do not. Packs of invented names share some: where
/// the claim's owner is named nobody can tell.
fn elsewhere(index: usize, pack: &Path, other: &Path, samples: &mut Vec<Sample>) {
    let book = rules_of(pack);
    let checker = Checker::new(&book);
    for path in files(other, "articles").iter().take(6) {
        let Ok(bytes) = std::fs::read(path) else { continue };
        let (articles, _) = article::read_all(&path.display().to_string(), &bytes, &article::Options::default());
        for one in articles.iter().take(12) {
            let number = OTHER_ARTICLES + samples.len();
            for doubt in checker.doubts(one, &Options::default()) {
                let nobody = doubt.signs.iter().any(|sign| {
                    matches!(
                        sign.as_str(),
                        "owner:missing"
                            | "owner:matter"
                            | "owner:none-asked"
                            | "owner:words"
                            | "core:strange"
                            | "core:open"
                            | "subject-topic:false"
                    )
                });
                if !nobody || doubt.agreement != Agreement::Conflict || doubt.barred.is_some() {
                    continue;
                }
                samples.push(Sample {
                    pack: index,
                    article: number,
                    claim: book.facts[doubt.weighed.fact.0].id.clone(),
                    weighed: doubt.weighed,
                    agreement: doubt.agreement,
                    barred: None,
                    signs: Vec::new(),
                    answers: Some(false),
                    text: doubt.span.of(one.text.as_str()).to_owned(),
                    names: doubt.signs,
                    weight: ELSEWHERE_WEIGHT,
                });
            }
        }
    }
}

fn read_pack(index: usize, pack: &Path, samples: &mut Vec<Sample>) -> usize {
    let book = rules_of(pack);
    let checker = Checker::new(&book);
    let before = samples.len();
    let rows: Vec<Row> = std::fs::read_to_string(pack.join("gold.jsonl"))
        .unwrap_or_default()
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let mut number = 0;
    for path in files(pack, "articles") {
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
        let claim = &book.facts[doubt.weighed.fact.0].id;
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
        let (answers, weight) = match doubt.weighed.table {
            Table::Occasions | Table::Agreements if doubt.agreement == Agreement::Supported => {
                (Some(says("supported")), if listed { 1.0 } else { 0.4 })
            }
            _ => (answers, 1.0),
        };
        // A place where the pack lays a trap for this claim, or speaks of another fact.
        let answers = if answers.is_none() && says("silent") { Some(false) } else { answers };
        samples.push(Sample {
            weighed: doubt.weighed,
            pack,
            article: number,
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
                if doubt.weighed.fact != FactId(at) || doubt.span.start < body {
                    continue;
                }
                let answers = match expected {
                    Agreement::Unrelated => Some(false),
                    expected => (doubt.agreement == expected).then_some(true),
                };
                samples.push(Sample {
                    weighed: doubt.weighed,
                    pack: PLAIN,
                    article: 0,
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
                weighed: doubt.weighed,
                pack: PLAIN,
                article: 0,
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
