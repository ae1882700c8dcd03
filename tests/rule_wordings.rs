//! Words that a rule file brings along: `lexicon:`, `patterns:`, `yes` and `no`; and claims in which there is nothing
//! to look for.

use factlint::article::{self, Article};
use factlint::check::{Checker, Options, Verdict};
use factlint::rulebook::{self, Rulebook, consistency, problem};
use std::sync::Arc;

fn load(rules: &str) -> Rulebook {
    let (rulebook, problems) = rulebook::load(&[("rules.yaml".to_owned(), rules.into())]);
    let drawn: String = problems.iter().map(|problem| problem::draw(problem, |_| rules)).collect();
    assert!(problems.is_empty(), "{drawn}");
    rulebook
}

fn read(text: &str) -> Article {
    let (mut articles, _) = article::read_all("article.txt", text.as_bytes(), &article::Options::default());
    articles.remove(0)
}

/// The verdicts of all claims on a text, gravest first.
fn verdicts(rulebook: &Rulebook, text: &str) -> Vec<Verdict> {
    let checked = Checker::new(rulebook).check(&read(text), &Options::default());
    let mut verdicts: Vec<Verdict> =
        checked.findings.into_iter().filter(|finding| finding.fact.is_some()).map(|finding| finding.verdict).collect();
    verdicts.sort();
    verdicts
}

fn expect(rules: &str, cases: &[(&str, &[Verdict])]) {
    let rulebook = load(rules);
    for (text, expected) in cases {
        assert_eq!(verdicts(&rulebook, text), *expected, "{text}");
    }
}

const TEAMS: &str = "
entities:
  city: {name: Milford City, kind: organization, also: [City]}
  rovers: {name: Tarn Rovers, kind: organization, also: [Rovers]}
  carter: {name: Lena Carter, kind: person, also: [Carter]}
";

#[test]
fn words_of_the_field_reach_their_claims() {
    let rules = "
lexicon:
  rebound: {verbs: [grab, pull down, haul in], nouns: [rebound, board]}
claims:
  - number of Carter rebounds in the final = 14
";
    expect(
        &format!("{TEAMS}{rules}"),
        &[
            ("Carter grabbed 12 rebounds in the final.", &[Verdict::Conflict]),
            ("Carter hauled in 9 boards in the final.", &[Verdict::Conflict]),
            ("Carter pulled down 14 boards in the final.", &[Verdict::Supported]),
        ],
    );
}

#[test]
fn inverse_words_turn_the_roles_round() {
    let rules = "
lexicon:
  beat: {verbs: [edge out], inverse: {verbs: [lose to]}}
claims:
  - City beat Rovers in May 2024
";
    expect(
        &format!("{TEAMS}{rules}"),
        &[
            ("Rovers lost to City in May 2024.", &[Verdict::Supported]),
            ("City edged out Rovers in May 2024.", &[Verdict::Supported]),
            ("City lost to Rovers in May 2024.", &[Verdict::Conflict]),
        ],
    );
}

#[test]
fn who_is_named_first_matters_only_where_one_does_it_to_the_other() {
    let rules = "claims:\n  - City beat Rovers in May 2024\n";
    expect(&format!("{TEAMS}{rules}"), &[("Rovers beat City in May 2024.", &[Verdict::Conflict])]);
    let rules = "
entities:
  dahl: {name: Erik Dahl, kind: person, also: [Dahl]}
  moe: {name: Karin Moe, kind: person, also: [Moe]}
claims:
  - Dahl married Moe in May 2014
";
    expect(rules, &[("Moe married Dahl in May 2014.", &[Verdict::Supported])]);
}

#[test]
fn patterns_match_word_by_word() {
    let rules = "
entities:
  summit: {name: Alaska summit, kind: event, also: [summit, talks]}
claims:
  - claim: summit length ~ 3 hours
    patterns: ['{summit} (plodded along|was at it) for [nearly] {value}', 'it took the leaders ... {value}']
";
    expect(
        rules,
        &[
            ("The summit plodded along for six hours.", &[Verdict::Conflict]),
            ("The talks were at it for nearly three hours.", &[Verdict::Supported]),
            ("The summit was long. It took the leaders all of seven hours.", &[Verdict::Conflict]),
            ("Did the summit plod along for six hours?", &[]),
        ],
    );
}

#[test]
fn a_pattern_of_many_gaps_does_not_stop_the_check() {
    let gaps = "a ... ".repeat(12);
    let rules = format!("claims:\n  - claim: bridge length = 3 km\n    patterns: ['{gaps}{{value}}']\n");
    let text = format!("{} end.", "a ".repeat(200));
    let start = std::time::Instant::now();
    verdicts(&load(&rules), &text);
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn yes_and_no_say_whether_there_is_one() {
    let rules = "
entities:
  summit: {name: Alaska summit, kind: event, also: [summit]}
claims:
  - ceasefire deal at the summit = no
  - news conference after the summit = yes
";
    expect(
        rules,
        &[
            ("They signed a ceasefire deal at the summit.", &[Verdict::Conflict]),
            ("There was no ceasefire deal at the summit.", &[Verdict::Supported]),
            ("They held a news conference after the summit.", &[Verdict::Supported]),
            ("There was no news conference after the summit.", &[Verdict::Conflict]),
        ],
    );
}

/// The words that are reported as saying nothing.
fn empty(claim: &str) -> Option<String> {
    let text: Arc<str> =
        format!("entities:\n  summit: {{name: Alaska summit, kind: event, also: [summit]}}\nclaims:\n  - {claim}\n")
            .into();
    let rulebook = load(&text);
    let checker = Checker::new(&rulebook);
    let problems = consistency::nothing_to_check(&rulebook, |fact| checker.gap(fact));
    assert!(problems.len() <= 1);
    problems.first().map(|problem| problem.span.of(&text).to_owned())
}

#[test]
fn claims_with_nothing_to_check_are_reported_at_their_words() {
    for claim in
        ["Hello there", "Did Obama visit Russia in 2013?", "If it rains, the game is off", "A great day in Anchorage"]
    {
        assert_eq!(empty(claim).as_deref(), Some(claim));
    }
    assert_eq!(empty("summit = 3 hours").as_deref(), Some("summit"));
    assert_eq!(empty("'\"summit\" = 3 hours'").as_deref(), Some("\"summit\""));
}

#[test]
fn claims_with_something_to_check_are_not() {
    for claim in [
        "summit length ~ 3 hours",
        "Obama visited St. Petersburg in 2013",
        "Zelenskyy did not attend the summit",
        "The State Department counted eight visits",
        "The mayor is a Democrat",
        "Larkspur was sold to Vantor Capital for $4 million",
        "'Putin said \"Next time in Moscow\" to Trump in English'",
        "last president to visit Russia = Obama, 2013",
        "Putin's visits to the U.S. = 8",
    ] {
        assert_eq!(empty(claim), None, "{claim}");
    }
}
