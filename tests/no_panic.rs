//! Hostile input: nothing panics, nothing hangs.

use factlint::article::{self, Format, Options};
use factlint::check::{Checked, Finding, Verdict, Voice};
use factlint::report::{self, Judged, Run, Show, Style};
use factlint::rulebook::{Problem, Rulebook, Severity};
use factlint::span::Span;
use proptest::prelude::*;
use std::time::{Duration, Instant};

const FORMATS: [Format; 4] = [Format::Plain, Format::Markdown, Format::Html, Format::JsonLines];

fn read(bytes: &[u8]) -> Vec<article::Article> {
    FORMATS.iter().flat_map(|format| article::read_all("a", bytes, &Options { format: Some(*format) }).0).collect()
}

#[test]
fn repeated_marks_are_read_in_time() {
    let started = Instant::now();
    for unit in [
        "<div>",
        "<p>",
        "</p>",
        "<b>",
        "<li>",
        "<table><td>",
        "&",
        "&#",
        "&amp",
        "> ",
        "- ",
        "* ",
        "[",
        "![",
        "](",
        "`",
        "**",
        "_",
        "~",
        "|",
        "---\n",
        "\r",
        "\n\n",
        "<!--",
        "\"",
        "'",
        "{",
        "[[",
        "<article>",
        "<h1>",
        "<title>",
        "\u{ad}",
        "é",
        "\0",
        "a: b\n",
        "By Jane\n",
    ] {
        read(unit.repeat(20_000).as_bytes());
        read(format!("---\n{}\n---\n", unit.repeat(5_000)).as_bytes());
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn a_label_far_to_the_right_is_drawn() {
    let text = format!("{} lasted two hours {}", "word ".repeat(30_000), "more ".repeat(30_000));
    for words in [text.clone(), text.replace(' ', "\u{a0}"), "x".repeat(300_000)] {
        let start = words.find("two").unwrap_or(70_000);
        for drawn in draw(words.as_bytes(), Span::new(start, start + 200)) {
            assert!(drawn.contains("a:1:"), "{drawn}");
        }
    }
}

/// A finding at `span` of the text, in every format of report.
fn draw(bytes: &[u8], span: Span) -> Vec<String> {
    let article = article::read("a", bytes, &Options { format: Some(Format::Plain) }).unwrap_or_default().remove(0);
    let finding = Finding {
        verdict: Verdict::Conflict,
        severity: Severity::Error,
        code: "test",
        fact: None,
        span,
        says: "two\n hours".repeat(20),
        expected: "three".into(),
        message: "m \u{1b}[31m".into(),
        because: vec!["b".repeat(500)],
        voice: Voice::Quoted(String::new()),
        suggestion: Some(factlint::check::Suggestion { span, text: "s".into() }),
    };
    let checked = Checked { findings: vec![finding], statements: 1, ..Checked::default() };
    let judged = [Judged { article, checked }];
    let rulebook = Rulebook::default();
    let run = Run { rulebook: &rulebook, articles: &judged, show: Show::Everything };
    let style = |width, narrate| Style { width, colour: true, narrate };
    for format in [
        report::Format::Json,
        report::Format::Sarif,
        report::Format::Github,
        report::Format::Html,
        report::Format::Jsonl,
    ] {
        report::render(format, &run, &style(80, false));
    }
    report::worksheet::render(&run, &style(80, false));
    let pretty = |width, narrate| report::render(report::Format::Pretty, &run, &style(width, narrate));
    vec![
        pretty(40, false),
        pretty(80, false),
        pretty(200, false),
        report::render(report::Format::Short, &run, &style(80, false)),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn any_markup_is_read(words in "(<(p|b|div|li|h1|title|script|table|td|article|nav)( class=\"(share|x)\")?/?>|</(p|b|div|li|h1|title|table)>|&(nbsp|#8217|amp|zz)?;?|[a-z “”\u{a0}\r\n.#*>|-]){0,80}") {
        read(words.as_bytes());
    }

    #[test]
    fn any_span_is_drawn(words in "\\PC{1,300}", start in 0..400_usize, length in 0..400_usize) {
        draw(words.as_bytes(), Span::new(start, start + length));
    }

    #[test]
    fn any_problem_is_drawn(words in "(\\PC|[\r\n\t]){0,300}", start in 0..400_usize, length in 0..400_usize, narrate in any::<bool>(), width in 40..200_usize) {
        let span = Span::new(start, start + length);
        let problem = Problem {
            code: "c", path: "r.yaml".into(), span, message: "m".into(), label: "l".into(), help: None,
            related: vec![("r.yaml".into(), span, "w".into())], warning: false,
        };
        let sources = [("r.yaml".to_owned(), words.as_str().into())];
        report::terminal::troubles(&[problem], &sources, &[], &Style { width, colour: false, narrate });
    }
}

#[test]
#[ignore = "takes a while in a debug build"]
fn large_articles_are_read_in_time() {
    for unit in [
        "<div>",
        "<p>x</p>",
        "&a",
        "<b>&nbsp;",
        "x ",
        "x\n",
        "x\n\n",
        "- x\n",
        "> ",
        "*a_",
        "[a](",
        "|a|b|\n",
        "<p class=\"share\">x",
        "a: \"\n",
    ] {
        let words = unit.repeat((30 << 20) / unit.len());
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let started = Instant::now();
            article::read_all("a", words.as_bytes(), &Options { format: Some(format) });
            let took = started.elapsed();
            assert!(took < Duration::from_secs(60), "{unit:?} {format:?} {took:?}");
        }
    }
}
