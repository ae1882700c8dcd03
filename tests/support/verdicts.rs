//! What one claim makes of a text, for tests of reading.

use factlint::article;
use factlint::check::{Options, Verdict, check};
use factlint::rulebook::load;

/// The verdicts of the claim whose id ends so, in text order, on an article of 10 March 2026.
pub fn verdicts(rules: &str, text: &str, claim: &str) -> Vec<Verdict> {
    let (rulebook, problems) = load(&[("rules.yaml".to_owned(), rules.into())]);
    assert!(problems.is_empty(), "{problems:?}");
    let text = format!("---\ndate: 2026-03-10\n---\n\n{text}\n");
    let article = article::read("article.md", text.as_bytes(), &article::Options::default()).expect("reads").remove(0);
    let findings = check(&article, &rulebook, &Options::default()).findings;
    findings
        .iter()
        .filter(|finding| finding.fact.is_some_and(|fact| rulebook.facts[fact.0].id.ends_with(claim)))
        .map(|finding| finding.verdict)
        .collect()
}
