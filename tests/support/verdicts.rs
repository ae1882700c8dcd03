//! What one claim makes of a text, for tests of reading. Each test file takes the part it needs.

#![allow(dead_code)]

use factlint::article;
use factlint::check::{Options, Verdict, check};
use factlint::rulebook::load;

/// A file of rules, and what comes before each text that is laid against it.
pub struct Rules {
    pub yaml: &'static str,
    pub opening: &'static str,
}

impl Rules {
    /// Among the verdicts is the wanted one, and what is supported is not in conflict as well.
    #[track_caller]
    pub fn says(&self, claim: &str, wanted: Verdict, text: &str) {
        let found = self.verdicts(claim, text);
        assert!(found.contains(&wanted), "{text}\n  {found:?}, not {wanted:?}");
        assert!(wanted != Verdict::Supported || !found.contains(&Verdict::Conflict), "{text}\n  {found:?}");
    }

    /// There is the wanted verdict and no other.
    #[track_caller]
    pub fn says_only(&self, claim: &str, wanted: Verdict, text: &str) {
        assert_eq!(self.verdicts(claim, text), [wanted], "{text}");
    }

    #[track_caller]
    pub fn no_conflict(&self, claim: &str, text: &str) {
        let found = self.verdicts(claim, text);
        assert!(!found.contains(&Verdict::Conflict), "{text}\n  {found:?}");
    }

    #[track_caller]
    pub fn no_support(&self, claim: &str, text: &str) {
        let found = self.verdicts(claim, text);
        assert!(!found.contains(&Verdict::Supported), "{text}\n  {found:?}");
    }

    fn verdicts(&self, claim: &str, text: &str) -> Vec<Verdict> {
        verdicts(self.yaml, &format!("{}{text}", self.opening), claim)
    }
}

/// The verdicts of the claim whose id ends so, in text order, on an article of 10 March 2026.
fn verdicts(rules: &str, text: &str, claim: &str) -> Vec<Verdict> {
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
