//! A large rule base is checked like a small one: what contradicts is found among thousands, and nothing else.

#[path = "support/many_claims.rs"]
mod many_claims;

use factlint::article;
use factlint::check::{Checker, Options, Verdict};
use factlint::rulebook::{self, consistency};
use std::sync::Arc;

const CLAIMS: usize = 5_000;

#[test]
fn one_contradiction_among_thousands_is_found() {
    let mut sources = many_claims::sources(CLAIMS);
    let more = "factlint: 1\nclaims:\n  - {id: late, claim: Mayor7x3 opened the bridge in Town7x3 on 9 May 2026}\n";
    sources.push(("rules/late.yaml".to_owned(), Arc::from(more)));
    let (rulebook, problems) = rulebook::load(&sources);
    assert!(problems.is_empty(), "{:?}", problems.first());
    assert_eq!(rulebook.facts.len(), CLAIMS + 1);
    assert!(consistency::check(&rulebook, None).is_empty());
    let checker = Checker::new(&rulebook);
    assert!(consistency::nothing_to_check(&rulebook, |fact| checker.gap(fact)).is_empty());
    let ids = |clash: &factlint::check::among::Clash| {
        [clash.earlier, clash.later].map(|id| rulebook.fact(id).map_or("", |fact| fact.id.as_str()))
    };
    let clashes: Vec<[&str; 2]> = checker.clashes().iter().map(ids).collect();
    assert_eq!(clashes, [["file-7/flood-3", "late/late"]]);
}

#[test]
fn an_article_meets_its_own_claims_among_thousands() {
    let (rulebook, _) = rulebook::load(&many_claims::sources(CLAIMS));
    let text = "Town7x3 has a population of 7,777. Ada Mayor7x3 opened the bridge in Town7x3 on 9 May 2026.";
    let articles = article::read("a.md", text.as_bytes(), &article::Options::default()).unwrap();
    let checked = Checker::new(&rulebook).check(&articles[0], &Options::default());
    let conflicts: Vec<&str> = checked
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Conflict)
        .filter_map(|finding| Some(rulebook.fact(finding.fact?)?.id.as_str()))
        .collect();
    assert_eq!(conflicts, ["file-7/population-3", "file-7/flood-3"]);
}
