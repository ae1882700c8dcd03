//! Words that several reports share.

use super::{Judged, Run};
use crate::check::{Verdict, Voice};
use crate::rulebook::Source;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How many findings of each verdict there are, whatever is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub articles: usize,
    pub statements: usize,
    pub supported: usize,
    pub imprecise: usize,
    pub conflict: usize,
    pub unchecked: usize,
}

impl Counts {
    pub fn of(run: &Run) -> Self {
        let mut counts = Self { articles: run.articles.len(), ..Self::default() };
        for judged in run.articles {
            counts.add(judged);
        }
        counts
    }

    fn add(&mut self, judged: &Judged) {
        let findings = &judged.checked.findings;
        let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
        let places: BTreeSet<_> = findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Unchecked)
            .map(|finding| finding.span)
            .collect();
        let listed = count(Verdict::Unchecked);
        self.statements += judged.checked.statements;
        self.supported += count(Verdict::Supported);
        self.imprecise += count(Verdict::Imprecise);
        self.conflict += count(Verdict::Conflict);
        self.unchecked += if listed > 0 { listed } else { judged.checked.statements.saturating_sub(places.len()) };
    }

    /// "3 conflicts, 1 imprecise, 5 supported in 2 articles; 26 checkable statements no rule covers."
    pub fn sentence(&self) -> String {
        let covered = match self.unchecked {
            _ if self.statements == 0 => "no checkable statement was found".to_owned(),
            0 => "every checkable statement is covered by a rule".to_owned(),
            number => format!("{} no rule covers", plural(number, "checkable statement")),
        };
        format!(
            "{}, {} imprecise, {} supported in {}; {covered}.",
            plural(self.conflict, "conflict"),
            self.imprecise,
            self.supported,
            plural(self.articles, "article"),
        )
    }
}

/// "1 article", "2 articles".
pub fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// "15 Aug 2025".
pub fn day(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// "State Department, 15 Aug 2025, https://…".
pub fn source(source: &Source) -> String {
    let date = source.date.map(day);
    let parts = [Some(source.name.clone()).filter(|name| !name.is_empty()), date, source.url.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "said by Putin", "quoted from Putin"; nothing in the paper's own voice.
pub fn voice(voice: &Voice) -> Option<String> {
    match voice {
        Voice::Own => None,
        Voice::Attributed(who) if who.is_empty() => Some("the article attributes this to somebody".to_owned()),
        Voice::Attributed(who) => Some(format!("the article attributes this to {who}")),
        Voice::Quoted(who) if who.is_empty() => Some("the article quotes somebody".to_owned()),
        Voice::Quoted(who) => Some(format!("the article quotes {who}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_words() {
        let counts = Counts { articles: 2, statements: 35, supported: 5, imprecise: 1, conflict: 3, unchecked: 26 };
        assert_eq!(
            counts.sentence(),
            "3 conflicts, 1 imprecise, 5 supported in 2 articles; 26 checkable statements no rule covers."
        );
        let counts = Counts { articles: 1, statements: 1, supported: 0, imprecise: 0, conflict: 1, unchecked: 0 };
        assert_eq!(
            counts.sentence(),
            "1 conflict, 0 imprecise, 0 supported in 1 article; every checkable statement is covered by a rule."
        );
    }

    #[test]
    fn days() {
        assert_eq!(day(Date::constant(2025, 8, 15)), "15 Aug 2025");
    }
}
