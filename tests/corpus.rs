//! The program on the articles written for this project: what a careful editor expects of each is in
//! corpus/expected.json. What the program finds is a snapshot, so that every change of a verdict is seen.

mod floors;

use assert_cmd::Command;
use factlint::article::{self, Article};
use factlint::span::Span;
use floors::Figure;
use serde::Deserialize;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

#[derive(Deserialize)]
struct Expected {
    articles: Vec<ExpectedArticle>,
}

#[derive(Deserialize)]
struct ExpectedArticle {
    path: String,
    id: Option<String>,
    findings: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    claim: Option<String>,
    verdict: String,
    quote: String,
}

/// A finding of the program.
#[derive(Debug)]
struct Found {
    path: String,
    id: Option<String>,
    claim: Option<String>,
    verdict: String,
    start: usize,
    end: usize,
    text: String,
}

#[test]
fn the_corpus_as_an_editor_expects_it() {
    let found = findings();
    let mut tally = Tally::default();
    let mut expected_places = Vec::new();
    for article in expected().articles {
        let text = read(&article.path, article.id.as_deref());
        for row in &article.findings {
            let (start, end) = place(&text, &row.quote).unwrap_or_else(|| panic!("{}: {}", article.path, row.quote));
            let hit = found.iter().position(|one| {
                (&one.path, &one.id, &one.claim) == (&article.path, &article.id, &row.claim)
                    && one.verdict == row.verdict
                    && one.start < end
                    && start < one.end
            });
            tally.add(&row.verdict, hit.is_some());
            if row.verdict == "conflict" {
                expected_places.extend(hit);
            }
            if hit.is_none() {
                println!("missed {}: {} {}: {}", row.verdict, article.path, claim(&row.claim), row.quote);
            }
        }
    }
    let mut false_conflicts = 0;
    for (at, one) in found.iter().enumerate().filter(|(_, one)| one.verdict == "conflict") {
        if !expected_places.contains(&at) {
            false_conflicts += 1;
            println!("false conflict: {} {}: {}", one.path, claim(&one.claim), one.text);
        }
    }
    println!("{tally:?}, {false_conflicts} false conflicts");
    floors::hold(&[
        Figure::rising("corpus: conflicts found", tally.conflicts.0 as f64),
        Figure::rising("corpus: imprecise statements found", tally.imprecise.0 as f64),
        Figure::rising("corpus: supported statements found", tally.supported.0 as f64),
        Figure::falling("corpus: false conflicts", f64::from(false_conflicts)),
    ]);
}

#[test]
fn verdicts() {
    let mut shown = String::new();
    for one in findings() {
        let place = one.id.as_ref().map_or(one.path.clone(), |id| format!("{} ({id})", one.path));
        let _ = writeln!(shown, "{place} | {} | {} | {}", claim(&one.claim), one.verdict, one.text);
    }
    insta::assert_snapshot!(shown);
}

/// Rows found and rows expected.
#[derive(Debug, Default)]
struct Tally {
    conflicts: (usize, usize),
    imprecise: (usize, usize),
    supported: (usize, usize),
}

impl Tally {
    fn add(&mut self, verdict: &str, hit: bool) {
        let count = match verdict {
            "conflict" => &mut self.conflicts,
            "imprecise" => &mut self.imprecise,
            _ => &mut self.supported,
        };
        count.0 += usize::from(hit);
        count.1 += 1;
    }
}

/// What `factlint check corpus` finds.
fn findings() -> &'static [Found] {
    static FINDINGS: OnceLock<Vec<Found>> = OnceLock::new();
    FINDINGS.get_or_init(run)
}

fn run() -> Vec<Found> {
    let output = Command::cargo_bin("factlint")
        .expect("the program")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["check", "corpus", "--format", "json", "--show", "all"])
        .output()
        .expect("a run");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "rules and articles are read without complaint");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
    let mut found = Vec::new();
    for article in report["articles"].as_array().into_iter().flatten() {
        for finding in article["findings"].as_array().into_iter().flatten() {
            let statement = &finding["statement"];
            found.push(Found {
                path: word(&article["path"]).unwrap_or_default(),
                id: word(&article["id"]),
                claim: word(&finding["claim"]),
                verdict: word(&finding["verdict"]).unwrap_or_default(),
                start: number(&statement["start"]),
                end: number(&statement["end"]),
                text: word(&statement["text"]).unwrap_or_default(),
            });
        }
    }
    found
}

fn expected() -> Expected {
    let text = std::fs::read_to_string(root().join("corpus/expected.json")).expect("corpus/expected.json");
    serde_json::from_str(&text).expect("expected.json")
}

fn read(path: &str, id: Option<&str>) -> Article {
    let bytes = std::fs::read(root().join(path)).expect(path);
    let articles = article::read(path, &bytes, &article::Options::default()).expect(path);
    articles.into_iter().find(|article| article.id.as_deref() == id).expect(path)
}

/// The bytes of the file (for JSON lines: of the line's text) under the only occurrence of `quote`.
fn place(article: &Article, quote: &str) -> Option<(usize, usize)> {
    let text = article.text.as_str();
    let plain = text.replace('\u{a0}', " ");
    let at = plain.find(quote)?;
    // A no-break space has more bytes than a space: characters are counted.
    let start = bytes_of(text, plain[..at].chars().count());
    let end = start + bytes_of(&text[start..], quote.chars().count());
    let span = article.text.to_original(Span::new(start, end));
    Some((span.start, span.end))
}

/// Bytes of the first `chars` characters.
fn bytes_of(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

fn claim(id: &Option<String>) -> &str {
    id.as_deref().unwrap_or("-")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
