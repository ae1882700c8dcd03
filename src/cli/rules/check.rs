//! `factlint rules check`: mistakes, contradictions, claims with nothing to check, failing tests.

use super::{complain, drawn, load, print, test, today};
use crate::check::Checker;
use crate::cli::check::date;
use crate::cli::{Exit, output};
use crate::rulebook::{Problem, Rulebook, consistency};
use clap::Args;
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Command {
    /// Rule files or folders of them [default: ./rules or factlint.yaml]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The same
    #[arg(long, value_name = "PATH", num_args = 1..)]
    rules: Vec<PathBuf>,
    /// The day on which claims must still hold [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    today: Option<Date>,
    /// Leave the sentences under `tests:` alone
    #[arg(long)]
    no_tests: bool,
}

impl Command {
    /// Checks the rules. Errors end with code 2; warnings alone with 0.
    pub fn run(self) -> Exit {
        let paths: Vec<PathBuf> = self.paths.iter().chain(&self.rules).cloned().collect();
        let loaded = load(&paths);
        let is_broken = complain(&loaded);
        let rulebook = &loaded.rulebook;
        let found = consistency::check(rulebook, Some(self.today.unwrap_or_else(today)));
        let (empty, clashes, failed) = if rulebook.facts.is_empty() {
            // A file that is refused as a whole needs no model of the language to be refused.
            Default::default()
        } else {
            self.read(rulebook)
        };
        for problems in [&found, &clashes, &empty, &failed] {
            output::complain(&drawn(&loaded, problems, &[]));
        }
        let all = || loaded.problems.iter().chain(&found).chain(&clashes).chain(&empty).chain(&failed);
        let errors = all().filter(|problem| !problem.warning).count() + loaded.errors.len();
        let warnings = all().filter(|problem| problem.warning).count();
        let counted = |number: usize, noun: &str| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
        let claims = loaded.rulebook.facts.iter().filter(|fact| fact.office_of.is_none()).count();
        let summary = format!(
            "{} in {}: {}, {}\n",
            counted(claims, "claim"),
            counted(loaded.sources.len(), "file"),
            counted(errors, "error"),
            counted(warnings, "warning")
        );
        let written = print(&summary);
        std::mem::forget(loaded);
        if is_broken || errors > 0 { Exit::Trouble } else { written }
    }

    /// Claims that say nothing, claims that contradict each other once they are read, and failing tests.
    fn read(&self, rulebook: &Rulebook) -> (Vec<Problem>, Vec<Problem>, Vec<Problem>) {
        let checker = Checker::new(rulebook);
        let empty = consistency::nothing_to_check(rulebook, |fact| checker.gap(fact));
        let clashes = checker
            .clashes()
            .iter()
            .filter_map(|clash| consistency::contradiction(rulebook, clash.later, clash.earlier, &clash.why))
            .collect();
        let failed = if self.no_tests { Vec::new() } else { test::failures(&checker, rulebook) };
        // The process ends soon: taking a hundred thousand claims apart again would only make people wait.
        std::mem::forget(checker);
        (empty, clashes, failed)
    }
}
