//! `factlint rules …`: one file per subcommand.

mod check;
mod examples;
mod explain;
mod fmt;
mod graph;
mod list;
mod new;
mod rewrite;
mod schema;
mod table;
mod test;
mod trial;

use super::check::Loaded;
use super::{Exit, ids, output, rule_files};
use crate::report::{Style, Trouble, terminal};
use crate::rulebook::{self, FactId, Problem};
use clap::{Args, Subcommand};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// Write, check and explain claim rules.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Find mistakes and contradictions in rule files, and run their tests
    Check(check::Command),
    /// Run the sentences under `tests:` of claims
    Test(test::Command),
    /// List all claims, those that are old, or those that no article touches
    List(list::Command),
    /// Tell what a claim means and what it would catch
    Explain(explain::Command),
    /// Draw entities, offices, events and claims
    Graph(graph::Command),
    /// Ask for a claim, show what was understood, and write it into a rule file
    New(new::Command),
    /// Print the JSON Schema of rule files, for completion in editors
    Schema,
    /// Write claims in their normal form, in place
    Fmt(fmt::Command),
}

/// Runs a subcommand.
pub fn run(command: RulesCommand) -> ExitCode {
    let exit = match command {
        RulesCommand::Check(command) => command.run(),
        RulesCommand::Test(command) => command.run(),
        RulesCommand::List(command) => command.run(),
        RulesCommand::Explain(command) => command.run(),
        RulesCommand::Graph(command) => command.run(),
        RulesCommand::New(command) => command.run(),
        RulesCommand::Schema => schema::run(),
        RulesCommand::Fmt(command) => command.run(),
    };
    exit.into()
}

/// Which rules a subcommand reads.
#[derive(Debug, Args)]
struct Rules {
    /// Rule files or folders of them [default: ./rules or factlint.yaml]
    #[arg(long, value_name = "PATH", num_args = 1..)]
    rules: Vec<PathBuf>,
}

impl Rules {
    fn load(&self) -> Loaded {
        load(&self.rules)
    }
}

fn load(paths: &[PathBuf]) -> Loaded {
    let files = rule_files::load(paths, &[]);
    let (rulebook, problems) = rulebook::load(&files.sources);
    Loaded { rulebook, problems, sources: files.sources, errors: files.errors }
}

/// Says what is wrong with the rules. Returns whether anything is that is not only a warning.
fn complain(loaded: &Loaded) -> bool {
    output::complain(&drawn(loaded, &loaded.problems, &loaded.errors));
    output::complain(loaded.nothing_claimed());
    has_errors(loaded)
}

fn has_errors(loaded: &Loaded) -> bool {
    !loaded.errors.is_empty() || loaded.problems.iter().any(|problem| !problem.warning)
}

/// Problems and other troubles as the terminal shows them; nothing where there is none.
fn drawn(loaded: &Loaded, problems: &[Problem], errors: &[Trouble]) -> String {
    if problems.is_empty() && errors.is_empty() {
        return String::new();
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let style = Style { width: terminal::width().clamp(40, 400), colour, narrate: false };
    terminal::troubles(problems, &loaded.sources, errors, &style)
}

/// Writes a report; a reader that went away is no trouble.
fn print(report: &str) -> Exit {
    match output::write(report, None) {
        Ok(()) => Exit::Clean,
        Err(message) => {
            output::complain(&format!("factlint: {message}\n"));
            Exit::Trouble
        }
    }
}

/// The facts that ids name, or what to say about an id that names none.
fn facts(loaded: &Loaded, ids: &[String]) -> Result<Vec<FactId>, String> {
    ids.iter().map(|id| ids::resolve(&loaded.rulebook, id)).collect()
}

/// Today, for claims that have run out.
fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
