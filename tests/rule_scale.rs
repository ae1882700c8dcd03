//! Ten times the claims take about ten times as long. `cargo test --release --test rule_scale -- --ignored --nocapture`
//! measures 100,000.

use factlint::rulebook;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[test]
fn the_work_grows_with_the_claims() {
    let small = took(500);
    let large = took(5_000);
    // Far from quadratic, which would be a hundred times.
    assert!(large < small * 40 + Duration::from_millis(500), "{small:?} for 500 claims, {large:?} for 5,000");
}

#[test]
#[ignore = "measures; takes seconds"]
fn a_hundred_thousand_claims() {
    for claims in [1_000, 10_000, 100_000] {
        println!("{claims} claims: {:?}", took(claims));
    }
}

fn took(claims: usize) -> Duration {
    let sources = sources(claims);
    let start = Instant::now();
    let (rulebook, problems) = rulebook::load(&sources);
    let loaded = start.elapsed();
    assert!(problems.is_empty(), "{:?}", problems.first());
    let found = rulebook::consistency::check(&rulebook, None);
    println!("  load {loaded:?}, check {:?}, {} findings", start.elapsed() - loaded, found.len());
    assert_eq!(rulebook.facts.len(), claims);
    start.elapsed()
}

/// `claims` claims over 20 files: offices, amounts, counts, selectors, sentences, and the entities they speak of.
fn sources(claims: usize) -> Vec<(String, Arc<str>)> {
    (0..20).map(|file| (format!("rules/file-{file}.yaml"), Arc::from(text(file, claims / 20)))).collect()
}

fn text(file: usize, claims: usize) -> String {
    let mut text = format!("factlint: 1\ntitle: File {file}\nas_of: 2026-01-01\nsource: Bench\nentities:\n");
    for at in 0..claims / 5 {
        text += &format!("  town-{file}-{at}: {{name: Town{file}x{at}, kind: place, in: country-{file}}}\n");
        text +=
            &format!("  mayor-{file}-{at}: {{name: Ada Mayor{file}x{at}, kind: person, also: [Mayor{file}x{at}]}}\n");
    }
    text += &format!("  country-{file}: {{name: Country{file}, kind: place}}\nclaims:\n");
    for at in 0..claims / 5 {
        let town = format!("Town{file}x{at}");
        text += &format!(
            "  - {{id: mayor-{at}, claim: 'mayor of {town} = Ada Mayor{file}x{at}, 2016-01-04..2024-02-02'}}\n"
        );
        text +=
            &format!("  - {{id: population-{at}, claim: '{town} population = {},{:03}'}}\n", 1 + at % 90, at % 1000);
        text += &format!("  - id: visits-{at}\n    claim: number of visits to {town} since 1999 = {}\n", at % 50);
        text += &format!("  - id: last-{at}\n    claim: last president to visit {town} = Obama, 20{:02}\n", at % 25);
        text += &format!(
            "  - id: flood-{at}\n    claim: Mayor{file}x{at} opened the bridge in {town} on 4 February 2026\n"
        );
    }
    text
}
