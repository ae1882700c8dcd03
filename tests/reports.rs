//! Reports of hand-made findings, at 80 and 200 columns, in every format.

use factlint::article::{self, Article};
use factlint::check::{Checked, Finding, Suggestion, Verdict, Voice};
use factlint::report::{self, Format, Judged, Run, Show, Style, Trouble, terminal, worksheet};
use factlint::rulebook::{Problem, Rulebook, Severity};
use factlint::span::Span;

const RULES: &str = "\
title: Alaska summit
entities:
  obama: {name: Barack Obama, kind: person, also: [Obama]}
  russia: {name: Russia, kind: place}
  summit: {name: Alaska summit, kind: event, also: [summit]}
claims:
  - claim: last president to visit Russia = Obama, 2013
    id: last-visit
    source: {name: State Department, url: \"https://state.example/visits\", date: 2025-08-15}
    as_of: 2025-08-15
  - id: summit-length
    claim: >-
      summit length
      ~ 3 hours
    note: Counted from the handshake.
";

const ARTICLE: &str = "\
---
title: \"Two hours in Anchorage: how the talks went\"
date: 2025-08-16
---

ANCHORAGE, Alaska — When the two presidents met at Joint Base Elmendorf-Richardson on Friday for what had been billed as the most consequential meeting of the year, the **summit lasted two hours**, according to the Kremlin, which is less than either delegation had planned for; aides who waited outside said that lunch had been cancelled, and that nobody had expected the leaders to come out as early as they did.

- Obama last went to Russia in **20**14&nbsp;for the G-20.

“We’ll meet again,” Putin said.
";

#[test]
fn pretty_at_80_columns() {
    insta::assert_snapshot!(pretty(80, false, false));
}

#[test]
fn pretty_at_200_columns() {
    insta::assert_snapshot!(pretty(200, false, false));
}

#[test]
fn pretty_in_colour() {
    insta::assert_snapshot!(pretty(80, true, false).replace('\u{1b}', "␛"));
}

#[test]
fn narrated() {
    insta::assert_snapshot!(pretty(80, false, true));
}

#[test]
fn for_programs() {
    let (rulebook, judged) = example();
    for (name, format) in [
        ("short", Format::Short),
        ("json", Format::Json),
        ("jsonl", Format::Jsonl),
        ("sarif", Format::Sarif),
        ("github", Format::Github),
        ("html", Format::Html),
    ] {
        let run = Run { rulebook: &rulebook, articles: &judged, show: Show::All };
        let words =
            report::render(format, &run, &style(80, false, false)).replace(env!("CARGO_PKG_VERSION"), "[version]");
        insta::assert_snapshot!(name, words);
    }
}

#[test]
fn a_worksheet() {
    let (rulebook, judged) = example();
    let run = Run { rulebook: &rulebook, articles: &judged, show: Show::Everything };
    insta::assert_snapshot!(worksheet::render(&run, &style(80, false, false)));
}

#[test]
fn what_is_wrong_with_rules_and_articles() {
    let at = |words: &str| RULES.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
    let problem = Problem {
        code: "unknown-entity",
        path: "rules/summit.yaml".into(),
        span: at("Obama"),
        message: "`Obama` is not an entity of these rules.".into(),
        label: "no entity has this name".into(),
        help: Some("Did you mean `Barack Obama`?".into()),
        related: vec![("rules/summit.yaml".into(), at("title"), "the file begins here".into())],
        warning: false,
    };
    let missing = Problem {
        span: Span::new(RULES.len(), RULES.len()),
        code: "missing",
        related: Vec::new(),
        warning: true,
        ..problem.clone()
    };
    let elsewhere = Problem { path: "rules/none.yaml".into(), ..missing.clone() };
    let trouble = Trouble {
        path: Some("a.txt".into()),
        place: None,
        message: "byte 1,234 is not UTF-8 (0xFF)".into(),
        help: "Save the file as UTF-8.".into(),
    };
    let sources = [("rules/summit.yaml".to_owned(), RULES.into())];
    insta::assert_snapshot!(terminal::troubles(
        &[problem, missing, elsewhere],
        &sources,
        &[trouble],
        &style(80, false, false)
    ));
}

#[test]
fn frames_fit_the_width() {
    let (rulebook, judged) = example();
    let run = Run { rulebook: &rulebook, articles: &judged, show: Show::All };
    for width in 40..200 {
        for line in terminal::render(&run, &style(width, false, false)).lines() {
            let frame = line.contains('│') || line.contains("··") || line.contains('╰');
            assert!(!frame || line.chars().count() <= width.max(52), "{width}: {} {line}", line.chars().count());
        }
    }
}

fn pretty(width: usize, colour: bool, narrate: bool) -> String {
    let (rulebook, judged) = example();
    terminal::render(&Run { rulebook: &rulebook, articles: &judged, show: Show::All }, &style(width, colour, narrate))
}

fn style(width: usize, colour: bool, narrate: bool) -> Style {
    Style { width, colour, narrate }
}

fn example() -> (Rulebook, Vec<Judged>) {
    let (rulebook, problems) = factlint::rulebook::load(&[("rules/summit.yaml".to_owned(), RULES.into())]);
    assert_eq!(problems, []);
    let article = article::read("corpus/a.md", ARTICLE.as_bytes(), &Default::default()).unwrap().remove(0);
    let findings = findings(&article, &rulebook);
    let clean = article::read("corpus/b.txt", b"Nothing happened.", &Default::default()).unwrap().remove(0);
    let judged = vec![
        Judged { article, checked: Checked { findings, statements: 7, ..Checked::default() } },
        Judged { article: clean, checked: Checked { statements: 1, ..Checked::default() } },
    ];
    (rulebook, judged)
}

fn findings(article: &Article, rulebook: &Rulebook) -> Vec<Finding> {
    let span = |words: &str| {
        let start = article.text.as_str().find(words).unwrap();
        Span::new(start, start + words.len())
    };
    vec![
        Finding {
            verdict: Verdict::Conflict,
            severity: Severity::Warning,
            code: "quantity-mismatch",
            fact: rulebook.find("summit-length"),
            span: span("summit lasted two hours"),
            says: "2 hours".into(),
            expected: "about 3 hours (2 h 30 min to 3 h 30 min)".into(),
            message: "Rule says about 3 hours; the text says 2 hours.".into(),
            because: vec!["“lasted” asks for the length of the summit".into(), "two hours is below 2 h 30 min".into()],
            voice: Voice::Attributed("the Kremlin".into()),
            suggestion: Some(Suggestion { span: span("two hours"), text: "about three hours".into() }),
        },
        Finding {
            verdict: Verdict::Conflict,
            severity: Severity::Error,
            code: "date-mismatch",
            fact: rulebook.find("last-visit"),
            span: span("in 2014"),
            says: "2014".into(),
            expected: "2013".into(),
            message: "Rule says 2013 (State Department, as of 15 Aug 2025); the text says 2014.".into(),
            because: vec!["“went to” is a visit, and “last” picks the same one".into()],
            voice: Voice::Own,
            suggestion: Some(Suggestion { span: span("2014"), text: "2013".into() }),
        },
        Finding {
            verdict: Verdict::Supported,
            severity: Severity::Info,
            code: "supported",
            fact: rulebook.find("last-visit"),
            span: span("Obama last went to Russia"),
            says: "Obama".into(),
            expected: "Obama".into(),
            message: "The rule says so too.".into(),
            because: Vec::new(),
            voice: Voice::Own,
            suggestion: None,
        },
        Finding {
            verdict: Verdict::Unchecked,
            severity: Severity::Info,
            code: "unchecked",
            fact: None,
            span: span("“We’ll meet again,” Putin said."),
            says: String::new(),
            expected: String::new(),
            message: String::new(),
            because: Vec::new(),
            voice: Voice::Quoted("Putin".into()),
            suggestion: None,
        },
    ]
}
