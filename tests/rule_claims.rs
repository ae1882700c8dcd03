//! What is printed parses to the same claim, for claims of every form; and nothing that a person can type panics.

use factlint::rulebook::claim::ast::Claim;
use factlint::rulebook::claim::print::{print, skeleton};
use factlint::rulebook::claim::{NoNames, parse, pattern};
use factlint::rulebook::{self, yaml};
use factlint::span::Span;
use proptest::prelude::*;
use std::sync::Arc;

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Barack Obama",
        "St. Petersburg",
        "Zelenskyy",
        "Real Madrid C.F.",
        "AT&T",
        "Wembley",
        "O'Hare",
        "İstanbulspor A.Ş.",
        "1634: The Baltic War",
        "the Leiehuis",
        "5 Seconds of Summer",
        "Apollo 11",
        "U.S. Steel",
        "03R/21L",
        "1588-2632",
    ])
    .prop_map(str::to_owned)
}

fn subject() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "summit",
        "summit venue",
        "price of the painting",
        "Kenya's capital",
        "last president to visit Russia",
        "first woman who won the Fields Medal",
        "number of Putin visits to the U.S. since 1999",
        "20th player to score",
        "summit length",
        "birth date",
        "share of A-level entries",
        "the total number of riders",
        "winner of the 2022 World Cup",
    ])
    .prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = String> {
    (1900..2100i16, 1..13i8, 1..29i8, 0..4).prop_map(|(year, month, day, form)| match form {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}-{day:02}"),
        2 => format!("{day} September {year}"),
        _ => format!("March {year}"),
    })
}

fn amount() -> impl Strategy<Value = String> {
    (1..99_999u32, 0..16, 1..10u32).prop_map(|(number, form, small)| match form {
        0 => format!("{number}"),
        1 => format!("{small}.5 hours"),
        2 => format!("${small}.4 billion"),
        3 => format!("{small}.2%"),
        4 => format!("{small}..{} hours", small + 1),
        5 => format!("{small} hours ± 30 min"),
        6 => format!("{number} m"),
        7 => format!("{small} h 45 min"),
        8 => format!("€{number}"),
        9 => format!("£{small}.{:02}", number % 100),
        10 => format!("{small}.{number} million"),
        11 => format!("{number} years old"),
        12 => format!("{small} percentage points"),
        13 => format!("{number} km/h"),
        14 => format!("€{small}.1 billion..€{}.2 billion", small + 1),
        _ => format!("{number}{:03}", number % 1000),
    })
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        name(),
        date(),
        amount(),
        Just("\"Next time in Moscow\"".to_owned()),
        Just("yes".to_owned()),
        Just("none".to_owned()),
        (name(), date()).prop_map(|(name, from)| format!("{name}, {from}..")),
        (name(), name()).prop_map(|(one, two)| format!("{one} | {two}")),
    ]
}

fn qualifier() -> impl Strategy<Value = String> {
    (prop::sample::select(vec!["since", "until", "as of", "in"]), date())
        .prop_map(|(word, date)| format!("{word} {date}"))
}

fn comparison() -> impl Strategy<Value = String> {
    let op = prop::sample::select(vec!["=", "!=", "~", "<=", ">", "includes"]);
    let values = prop::collection::vec(value(), 1..4);
    let qualifiers = prop::collection::vec(qualifier(), 0..2);
    (subject(), op, values, qualifiers).prop_map(|(subject, op, values, qualifiers)| {
        let rest: Vec<String> = values.into_iter().chain(qualifiers).collect();
        format!("{subject} {op} {}", rest.join(", "))
    })
}

/// What the claim prints as says the same, and prints as itself.
fn comes_back(text: &str, claim: &Claim) -> Result<(), TestCaseError> {
    let printed = print(claim);
    let again = parse::parse(&printed, &NoNames);
    prop_assert!(again.is_ok(), "{text} → {printed}: {again:?}");
    let again = again.expect("checked");
    prop_assert_eq!(skeleton(&again), skeleton(claim), "{} → {}", text, &printed);
    prop_assert_eq!(print(&again), printed, "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printing_and_parsing_is_the_identity(text in comparison()) {
        // Many of these are refused, for instance names after `~`; those that are not must come back.
        if let Ok(claim) = parse::parse(&text, &NoNames) {
            comes_back(&text, &claim)?;
        }
    }

    #[test]
    fn no_text_is_too_strange(text in r#"[a-zA-Z0-9 ,.|="“”'~<>!±:\-{}\[\]()…\n\t$€%é😀]{0,60}"#) {
        if let Ok(claim) = parse::parse(&text, &NoNames) {
            comes_back(&text, &claim)?;
        }
        for error in parse::parse(&text, &NoNames).err().into_iter().flatten() {
            prop_assert!(error.span.end <= text.len() && text.is_char_boundary(error.span.start), "{error:?}");
            prop_assert!(text.is_char_boundary(error.span.end), "{error:?}");
        }
        if let Err(error) = pattern::parse(&text, Span::default()) {
            prop_assert!(text.get(error.span.range()).is_some(), "{error:?}");
        }
    }

    #[test]
    fn no_file_is_too_strange(text in r#"(claims:\n|entities:\n|  - |  a: |\{|\}|\[|\]|"|'|\||>|&a |\*a|[a-z ]{1,8}|: |, |\n|\t|= 3 hours|é|😀){0,30}"#) {
        let text: Arc<str> = text.into();
        let (rulebook, problems) = rulebook::load(&[("a.yaml".to_owned(), text.clone())]);
        for problem in problems {
            prop_assert!(text.get(problem.span.range()).is_some(), "{problem:?}");
        }
        rulebook::consistency::check(&rulebook, None);
        prop_assert!(rulebook.facts.iter().all(|fact| text.get(fact.origin.span.range()).is_some()));
    }

    #[test]
    fn words_are_found_where_they_were_written(words in "[a-z]{1,5}( [a-z]{1,5}){1,6}", style in 0..4, at in 0..6usize) {
        let parts: Vec<&str> = words.split(' ').collect();
        let needle = parts[at.min(parts.len() - 1)];
        let file = match style {
            0 => format!("claim: {}\n", parts.join("\n  ")),
            1 => format!("claim: \"{}\"\n", parts.join("\n   ")),
            2 => format!("claim: >-\n  {}\n", parts.join("\n  ")),
            _ => format!("claim: '{}'\n", parts.join("\n\n  ")),
        };
        let (tree, _) = yaml::read("a.yaml", &file);
        let node = tree.root.as_ref().and_then(|root| root.get(&tree, "claim")).cloned();
        // Words like `null` are none.
        if let Some(yaml::Node { content: yaml::Content::Scalar(id), .. }) = node {
            let start = tree.text(id).find(needle).expect("the word is there");
            let place = tree.locate(&file, id, Span::new(start, start + needle.len()));
            prop_assert_eq!(place.of(&file), needle);
        }
    }
}
