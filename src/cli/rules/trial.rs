//! One sentence against one claim, as it would be judged in an article about the claim's subject.

use crate::check::reason::Reason;
use crate::check::setting;
use crate::check::{Checked, Checker, Finding, Options, Verdict};
use crate::rulebook::{FactId, Rulebook};

/// What became of a sentence.
pub struct Outcome {
    /// The gravest finding of the claim.
    pub came: Option<Finding>,
    /// Why there is none.
    pub silence: Option<Reason>,
    pub trace: Vec<String>,
}

impl Outcome {
    pub fn verdict(&self) -> Option<Verdict> {
        self.came.as_ref().map(|finding| finding.verdict)
    }
}

/// Judges `sentence` by the claim alone.
pub fn run(checker: &Checker, rulebook: &Rulebook, id: FactId, sentence: &str) -> Outcome {
    let Some(fact) = rulebook.fact(id) else { return Outcome { came: None, silence: None, trace: Vec::new() } };
    let (article, body) = setting::article(rulebook, id, fact, sentence);
    let Checked { findings, trace, silences, .. } =
        checker.check(&article, &Options { date: None, trace: Some(fact.id.clone()) });
    let ours = findings.into_iter().filter(|finding| finding.fact == Some(id) && finding.span.start >= body);
    let silences = silences.into_iter().filter(|(span, _)| span.start >= body).map(|(_, why)| why);
    Outcome { came: ours.min_by_key(|finding| finding.verdict), silence: silences.max_by_key(Reason::nearness), trace }
}
