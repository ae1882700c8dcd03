//! `factlint rules test`: every sentence under `tests:` must get its verdict.

use super::{Rules, complain, facts, print, trial};
use crate::check::{Checker, Verdict};
use crate::cli::{Exit, output};
use crate::report::excerpt::wrap;
use crate::report::terminal;
use crate::rulebook::fact::TestSentence;
use crate::rulebook::{Fact, FactId, Problem, Rulebook};
use clap::Args;
use rayon::prelude::*;

#[derive(Debug, Args)]
pub struct Command {
    /// Ids of claims [default: all]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    rules: Rules,
    /// List the claims that have no test of a verdict
    #[arg(long)]
    coverage: bool,
    /// Tell for every failing sentence what was weighed
    #[arg(long)]
    trace: bool,
}

impl Command {
    /// Runs the tests. A sentence with another verdict than expected ends with code 1.
    pub fn run(self) -> Exit {
        let loaded = self.rules.load();
        let is_broken = complain(&loaded);
        let wanted = match facts(&loaded, &self.ids) {
            Ok(wanted) => wanted,
            Err(message) => {
                output::complain(&message);
                return Exit::Trouble;
            }
        };
        let rulebook = &loaded.rulebook;
        let chosen: Vec<FactId> = if wanted.is_empty() {
            (0..rulebook.facts.len())
                .map(FactId)
                .filter(|id| rulebook.fact(*id).is_some_and(|f| f.office_of.is_none()))
                .collect()
        } else {
            wanted
        };
        let outcomes = outcomes(&Checker::new(rulebook), rulebook, &chosen);
        let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.passed()).collect();
        let mut report = String::new();
        for outcome in &failed {
            report += &outcome.words(rulebook, self.trace);
        }
        if self.coverage {
            report += &coverage(rulebook, &chosen);
        }
        report += &summary(outcomes.len() - failed.len(), outcomes.len());
        let written = print(&report);
        match (is_broken, failed.is_empty()) {
            (true, _) => Exit::Trouble,
            (false, false) => Exit::Findings,
            (false, true) => written,
        }
    }
}

fn summary(passed: usize, all: usize) -> String {
    if all == 0 {
        return "No claim has tests. Add some under the claim:\n\n  tests:\n    conflict: [\"The summit lasted two hours.\"]\n    \
                supported: [\"The summit lasted three hours.\"]\n    silent: [\"The flight lasted two hours.\"]\n"
            .to_owned();
    }
    format!("{passed} of {all} test {} as expected\n", if all == 1 { "sentence" } else { "sentences" })
}

/// Failing tests as problems of the rule files.
pub fn failures(checker: &Checker, rulebook: &Rulebook) -> Vec<Problem> {
    let all: Vec<FactId> = (0..rulebook.facts.len()).map(FactId).collect();
    let outcomes = outcomes(checker, rulebook, &all);
    outcomes.iter().filter(|outcome| !outcome.passed()).map(|outcome| outcome.problem(rulebook)).collect()
}

/// What a test sentence should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Verdict(Verdict),
    Silent,
}

/// What a test sentence got.
struct Outcome {
    fact: FactId,
    sentence: TestSentence,
    expected: Expected,
    trial: trial::Outcome,
}

fn outcomes(checker: &Checker, rulebook: &Rulebook, chosen: &[FactId]) -> Vec<Outcome> {
    let tests: Vec<(FactId, Expected, &TestSentence)> = chosen
        .iter()
        .filter_map(|id| Some((*id, rulebook.fact(*id)?)))
        .flat_map(|(id, fact)| sentences(fact).map(move |(expected, sentence)| (id, expected, sentence)))
        .collect();
    let run = |&(fact, expected, sentence): &(FactId, Expected, &TestSentence)| Outcome {
        fact,
        sentence: sentence.clone(),
        expected,
        trial: trial::run(checker, rulebook, fact, &sentence.text),
    };
    tests.par_iter().map(run).collect()
}

fn sentences(fact: &Fact) -> impl Iterator<Item = (Expected, &TestSentence)> {
    let tests = &fact.tests;
    let conflict = tests.conflict.iter().map(|sentence| (Expected::Verdict(Verdict::Conflict), sentence));
    let imprecise = tests.imprecise.iter().map(|sentence| (Expected::Verdict(Verdict::Imprecise), sentence));
    let supported = tests.supported.iter().map(|sentence| (Expected::Verdict(Verdict::Supported), sentence));
    let silent = tests.silent.iter().map(|sentence| (Expected::Silent, sentence));
    conflict.chain(imprecise).chain(supported).chain(silent)
}

impl Outcome {
    fn passed(&self) -> bool {
        match (self.expected, self.trial.verdict()) {
            (Expected::Silent, came) => came.is_none(),
            (Expected::Verdict(expected), came) => came == Some(expected),
        }
    }

    fn words(&self, rulebook: &Rulebook, trace: bool) -> String {
        let id = rulebook.fact(self.fact).map_or("", |fact| fact.id.as_str());
        let wide = terminal::width().max(40);
        let mut words = wrap(&format!("{id}: “{}”", self.sentence.text), wide, "", "  ");
        words += &format!("  expected {}, came {}\n", name(self.expected), self.came());
        for because in self.reasons() {
            words += &wrap(&because, wide, "  because ", "          ");
        }
        if trace {
            for line in self.trial.trace.iter().flat_map(|line| line.lines()) {
                words += &format!("    {line}\n");
            }
        }
        words
    }

    fn came(&self) -> &'static str {
        self.trial.verdict().map_or("silent", Verdict::name)
    }

    /// Why it came as it came: what the finding rests on, or what keeps the claim silent.
    fn reasons(&self) -> Vec<String> {
        match &self.trial.came {
            Some(finding) if finding.because.is_empty() => vec![finding.message.clone()],
            Some(finding) => finding.because.clone(),
            None => self.trial.silence.iter().map(|reason| reason.to_string()).collect(),
        }
    }

    fn problem(&self, rulebook: &Rulebook) -> Problem {
        let fact = rulebook.fact(self.fact);
        let file = fact.and_then(|fact| rulebook.files.get(fact.origin.file));
        let path = file.map_or("", |file| file.path.as_str());
        let id = fact.map_or("", |fact| fact.id.as_str());
        let message = format!("A test of `{id}` fails: expected {}, came {}.", name(self.expected), self.came());
        let label = self.reasons().pop().unwrap_or_default();
        Problem::error("failing-test", path, self.sentence.span, message, label)
            .help(format!("To see what was weighed:\n`factlint rules test {id} --trace`"))
    }
}

fn name(expected: Expected) -> &'static str {
    match expected {
        Expected::Silent => "silent",
        Expected::Verdict(verdict) => verdict.name(),
    }
}

/// Claims without a test of a verdict.
fn coverage(rulebook: &Rulebook, chosen: &[FactId]) -> String {
    let mut report = String::new();
    for fact in chosen.iter().filter_map(|id| rulebook.fact(*id)).filter(|fact| fact.office_of.is_none()) {
        let tests = [
            ("conflict", &fact.tests.conflict),
            ("imprecise", &fact.tests.imprecise),
            ("supported", &fact.tests.supported),
            ("silent", &fact.tests.silent),
        ];
        let missing: Vec<&str> = tests.iter().filter(|(_, list)| list.is_empty()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            report += &format!("{}: no test of {}\n", fact.id, missing.join(", "));
        }
    }
    report
}
