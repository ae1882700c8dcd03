//! The command line: one file per command.

mod check;
mod exit;
mod ids;
mod input;
mod output;
mod rule_files;
pub mod rules;
mod syntax;
mod worksheet;

pub use exit::Exit;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks articles against claim rules: what is known to be true, written in YAML.
#[derive(Debug, Parser)]
#[command(name = "factlint", version, max_term_width = 100, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  wrong usage, unreadable input or broken rules (findings of the good files are still printed)";

#[derive(Debug, Subcommand)]
enum Command {
    /// Check articles and report what conflicts with the rules
    Check(check::CheckCommand),
    /// List every checkable statement of an article with its verdict
    Worksheet(worksheet::WorksheetCommand),
    /// Write, check and explain claim rules
    #[command(subcommand)]
    Rules(rules::RulesCommand),
    /// Show how the sentences of a text file are read: words, tags and trees, as CoNLL-U
    Syntax {
        /// A text file, or - for standard input
        file: String,
    },
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Check(command) => command.run().into(),
        Command::Worksheet(command) => command.run().into(),
        Command::Rules(command) => rules::run(command),
        Command::Syntax { file } => syntax::run(&file),
    }
}
