//! Broken rule files, each with what a person reads about it. `# expect: CODE at WORDS` in a file says what must be
//! reported, and the exact words that must be pointed at.

use factlint::report;
use factlint::rulebook::{self, Problem, consistency, problem};
use factlint::span::Span;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[test]
fn broken_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rule_errors");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder of cases")
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 80, "only {} cases", names.len());
    let mut failures = Vec::new();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for name in names {
        let path = format!("{name}.yaml");
        let text: Arc<str> = std::fs::read_to_string(folder.join(&path)).expect("a case").into();
        let problems = problems_of(&path, &text);
        failures.extend(misses(&path, &text, &problems));
        let drawn: String = problems.iter().map(|problem| problem::draw(problem, |_| &text)).collect();
        settings.bind(|| insta::assert_snapshot!(name.as_str(), drawn));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn problems_of(path: &str, text: &Arc<str>) -> Vec<Problem> {
    let (rulebook, mut problems) = rulebook::load(&[(path.to_owned(), text.clone())]);
    problems.extend(consistency::check(&rulebook, Some(jiff::civil::date(2026, 11, 22))));
    problems
}

/// What the file expects and does not get, and places that help nobody.
fn misses(path: &str, text: &str, problems: &[Problem]) -> Vec<String> {
    let mut misses = Vec::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("# expect: ")) {
        let (code, words) = line.split_once(" at ").map_or((line, None), |(code, words)| (code, Some(words)));
        let fits = |problem: &Problem| problem.code == code && words.is_none_or(|words| problem.span.of(text) == words);
        if !problems.iter().any(fits) {
            let found: Vec<(&str, &str)> =
                problems.iter().map(|problem| (problem.code, problem.span.of(text))).collect();
            misses.push(format!("{path}: expected {line:?}, found {found:?}"));
        }
    }
    if !text.contains("# expect: ") {
        misses.push(format!("{path}: no line says what is expected"));
    }
    if problems.is_empty() {
        misses.push(format!("{path}: no problem found"));
    }
    for problem in problems {
        let is_whole_file = problem.span.len() + 40 > text.len() && text.lines().count() > 4;
        let is_outside = problem.span.end > text.len() || !text.is_char_boundary(problem.span.start);
        if is_whole_file || is_outside {
            misses.push(format!("{path}: {} points at {:?}", problem.code, problem.span));
        }
    }
    misses
}

/// Refused with the expected code, and quickly.
fn refused(name: &str, text: String, code: &str, limit: Duration) {
    let text: Arc<str> = text.into();
    let start = Instant::now();
    let (_, problems) = rulebook::load(&[(name.to_owned(), text.clone())]);
    let took = start.elapsed();
    assert!(problems.iter().any(|problem| problem.code == code), "{name}: {problems:?}");
    assert!(problems.iter().all(|problem| problem.span.end <= text.len() && problem.span.len() <= 4096), "{name}");
    // Four times the bar, because other tests run beside this one.
    assert!(took < limit * 4, "{name} took {took:?}");
}

#[test]
fn bombs_are_refused_at_once() {
    let limit = Duration::from_millis(50);
    let mut bomb = String::from("about: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("key{level}: &a{level} [{aliases}]\n"));
    }
    refused("alias-bomb", bomb, "too-many-aliases", limit);
    refused("deep-lists", "[".repeat(100_000), "too-deep", limit);
    refused("deep-mappings", "{a: ".repeat(100_000), "too-deep", limit);
    let deep_blocks: String = (0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    refused("deep-blocks", deep_blocks, "too-deep", limit);
    refused("deep-dashes", "- ".repeat(100_000), "too-deep", limit);
    let deep_pattern = format!("claims:\n  - claim: a = 1\n    patterns: ['{}']\n", "(".repeat(30_000));
    refused("deep-pattern", deep_pattern, "bad-pattern", limit);
}

#[test]
fn huge_scalars_are_refused() {
    let words = "word ".repeat(2 << 20);
    refused("huge-plain", format!("claims:\n  - {words}\n"), "text-too-long", Duration::from_secs(1));
    refused("huge-quoted", format!("claims:\n  - \"{words}\"\n"), "text-too-long", Duration::from_secs(1));
    refused("huge-block", format!("claims:\n  - |\n    {words}\n"), "text-too-long", Duration::from_secs(1));
    refused("huge-key", format!("{}: x\n", "k".repeat(10 << 20)), "text-too-long", Duration::from_secs(1));
}

#[test]
fn sentences_that_say_nothing_are_pointed_at() {
    let text: Arc<str> = "claims:\n  - 'It isn''t over'\n  - Obama visited Russia in 2013\n".into();
    let (rulebook, _) = rulebook::load(&[("a.yaml".to_owned(), text.clone())]);
    // What the reader of articles knows is played here by the year.
    let problems = consistency::nothing_to_check(&rulebook, |fact| {
        let text = &rulebook.facts[fact.0].text;
        let gap = consistency::Gap { span: Span::new(0, text.len()), kind: consistency::GapKind::NoStatement };
        (!text.contains("2013")).then_some(gap)
    });
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].span.of(&text)), ("nothing-to-check", "It isn''t over"));
}

/// Files of one line of megabytes: read to the end, and told in a report that a person can read.
#[test]
fn endless_lines_are_told_shortly() {
    let line = "a b: [c, 'd] = 5, ".repeat(60_000);
    for text in [
        line.clone(),
        format!("claims:\n  - {line}"),
        "{x ".repeat(20),
        "claims:\n".to_owned() + &"  - a =\n".repeat(1_500),
    ] {
        let text: Arc<str> = text.into();
        let sources = [("line.yaml".to_owned(), text.clone())];
        let (_, problems) = rulebook::load(&sources);
        assert!(!problems.is_empty() && problems.iter().all(|problem| problem.span.end <= text.len()));
        let style = report::Style { width: 80, colour: false, narrate: false };
        let told = report::terminal::troubles(&problems, &sources, &[], &style);
        assert!(told.lines().all(|line| line.chars().count() <= 80), "{}", told.get(..2_000).unwrap_or(&told));
        assert!(problems.len() <= 1_000 || told.contains("more; mend these first"), "{}", problems.len());
    }
}

/// Each claim gets an id of its own in one step, however many are about the same thing.
#[test]
fn thousands_of_claims_about_one_thing_have_their_own_ids() {
    let text: Arc<str> = format!("claims:\n{}", "  - summit length = 3 hours\n".repeat(20_000)).into();
    let start = Instant::now();
    let (rulebook, _) = rulebook::load(&[("same.yaml".to_owned(), text)]);
    assert_eq!(rulebook.facts.len(), 20_000);
    assert_eq!(rulebook.facts[19_999].id, "same/summit-length-20000");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
