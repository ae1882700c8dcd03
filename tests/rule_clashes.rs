//! Sentence claims against the other claims of the rules: contradictions with both places, and none that is not there.

use factlint::check::Checker;
use factlint::rulebook::{self, consistency};
use std::sync::Arc;

const ENTITIES: &str = "\
entities:
  russia: {name: Russia, kind: place}
  st-petersburg: {name: St. Petersburg, kind: place, in: russia}
  obama: {name: Barack Obama, kind: person, also: [Obama], is: ['president of the United States, 2009-01-20..2017-01-20']}
  merkel: {name: Angela Merkel, kind: person, is: ['chancellor of Germany, 2005-11-22..2021-12-08']}
  bridge: {name: Tarn Bridge, kind: thing, also: [bridge]}
  summit: {name: Alaska summit, kind: event, also: [summit]}
claims:
";

/// Pairs of the words that are reported to contradict each other, the later ones first.
fn clashes(claims: &[&str]) -> Vec<(String, String)> {
    let text: Arc<str> =
        (ENTITIES.to_owned() + &claims.iter().map(|claim| format!("  - {claim}\n")).collect::<String>()).into();
    let (rulebook, problems) = rulebook::load(&[("rules.yaml".to_owned(), text.clone())]);
    assert!(problems.is_empty(), "{problems:?}");
    let found = Checker::new(&rulebook).clashes();
    let problem = |clash: &factlint::check::among::Clash| {
        let problem =
            consistency::contradiction(&rulebook, clash.later, clash.earlier, &clash.why).expect("both claims");
        (problem.span.of(&text).to_owned(), problem.related[0].1.of(&text).to_owned())
    };
    found.iter().map(problem).collect()
}

fn clash(claims: [&str; 2]) {
    assert_eq!(clashes(&claims), [(claims[1].to_owned(), claims[0].to_owned())]);
}

#[test]
fn a_later_deed_than_the_last_one() {
    clash(["Obama visited Russia in 2013", "last president to visit Russia = Obama, 2012"]);
    clash(["last president to visit Russia = Obama, 2012", "Obama visited St. Petersburg in September 2013"]);
    clash(["first president to visit Russia = Obama, 2012", "Obama visited Russia in 2010"]);
}

#[test]
fn two_values_of_one_question() {
    clash(["Tarn Bridge opened in May 2019", "Tarn Bridge opened in June 2020"]);
}

#[test]
fn one_denies_what_the_other_says() {
    clash(["Obama did not attend the summit", "Obama attended the summit"]);
}

#[test]
fn what_can_both_be_true_is_left_alone() {
    for claims in [
        ["Obama visited Russia in 2010", "last president to visit Russia = Obama, 2012"],
        ["Merkel visited Russia in 2018", "last president to visit Russia = Obama, 2012"],
        ["Obama visited Russia in 2010", "Obama visited Russia in 2012"],
        ["Obama attended the summit", "Merkel did not attend the summit"],
        ["The first Tarn Bridge opened in May 1909", "Tarn Bridge opened in June 2020"],
        ["Obama was the 44th president of the United States", "Obama visited Russia in 2012"],
        ["Tarn Bridge opened in May 2019", "Tarn Bridge closed in June 2020"],
    ] {
        assert_eq!(clashes(&claims), [], "{claims:?}");
    }
}

#[test]
fn many_sentences_take_time_by_their_number() {
    let time = |number: usize| {
        let claims: Vec<String> =
            (0..number).map(|at| format!("Obama visited Town{at} in {}", 1900 + at % 100)).collect();
        let start = std::time::Instant::now();
        clashes(&claims.iter().map(String::as_str).collect::<Vec<_>>());
        start.elapsed().as_secs_f64()
    };
    time(10);
    let (few, many) = (time(100), time(800));
    // Eight times as many; the square would be sixty-four.
    assert!(many < few.max(0.02) * 32.0, "{few} s for 100, {many} s for 800");
}
