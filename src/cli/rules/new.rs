//! `factlint rules new`: a claim from standard input, shown as understood, then written into a rule file.

use super::{explain, rewrite};
use crate::check::Checker;
use crate::cli::{Exit, input, output};
use crate::report::excerpt::wrap;
use crate::report::{Style, terminal};
use crate::rulebook::claim::{parse, print};
use crate::rulebook::{self, FactId, Problem, Rulebook, yaml};
use clap::Args;
use std::io::{BufRead, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Command {
    /// The rule file to write into; it is made where there is none
    #[arg(value_name = "FILE", default_value = "factlint.yaml")]
    file: PathBuf,
    /// Do not ask before writing
    #[arg(long, short)]
    yes: bool,
}

impl Command {
    /// Asks until the input ends.
    pub fn run(self) -> Exit {
        match self.ask(&mut std::io::stdin().lock(), &mut std::io::stdout().lock()) {
            Ok(exit) => exit,
            Err(error) => {
                let cure = match error.kind() {
                    ErrorKind::InvalidData => "it is not UTF-8. Save the file as UTF-8.".to_owned(),
                    ErrorKind::IsADirectory => "this is a folder. Name a file in it.".to_owned(),
                    ErrorKind::NotFound => "its folder does not exist. Make the folder first.".to_owned(),
                    _ => input::reason(&error),
                };
                output::complain(&format!("factlint: {}: {cure}\n", input::shown(&self.file)));
                Exit::Trouble
            }
        }
    }

    fn ask(&self, input: &mut impl BufRead, out: &mut impl Write) -> std::io::Result<Exit> {
        let mut exit = Exit::Clean;
        loop {
            write!(out, "What is true? (an empty line ends)\n> ")?;
            out.flush()?;
            let Some(line) = line(input)? else { return Ok(exit) };
            // The file may have been written to since the last claim.
            let text = if self.file.exists() { std::fs::read_to_string(&self.file)? } else { String::new() };
            let known = self.loaded(&text);
            let claim = match parse::parse(&line, &known.names) {
                Ok(claim) => claim,
                Err(errors) => {
                    exit = Exit::Trouble;
                    let problems = errors.into_iter().map(|error| {
                        Problem::error(error.code, TYPED, error.span, error.message, error.label).maybe_help(error.help)
                    });
                    write!(out, "{}", told(&problems.collect::<Vec<_>>(), &line))?;
                    continue;
                }
            };
            let normal = print::print(&claim);
            let Some(changed) = self.with_claim(&text, &normal) else {
                writeln!(
                    out,
                    "The claims of this file do not stand on lines of their own. Add it yourself:\n  - {line}"
                )?;
                exit = Exit::Trouble;
                continue;
            };
            let (meaning, gap) = self.understood(&changed);
            if let Some(problem) = gap {
                write!(out, "{}", told(&[problem], &normal))?;
                exit = Exit::Trouble;
                continue;
            }
            write!(out, "{}{meaning}", wrap(&normal, terminal::width(), "  understood     ", "                 "))?;
            if !self.yes {
                write!(out, "Write it into {}? [Y/n] ", self.file.display())?;
                out.flush()?;
                let answer = line_of(input)?;
                if !std::io::stdin().is_terminal() {
                    // Nobody pressed Enter where the answer was piped in.
                    writeln!(out)?;
                }
                if answer.trim().to_lowercase().starts_with('n') {
                    continue;
                }
            }
            std::fs::write(&self.file, changed)?;
            writeln!(out, "Written into {}.", input::shown(&self.file))?;
        }
    }

    /// The rules of the file with this text.
    fn loaded(&self, text: &str) -> Rulebook {
        rulebook::load(&[(self.file.display().to_string(), text.into())]).0
    }

    /// The file's text with the claim at the end of the list. `None` where the file leaves no place for it.
    fn with_claim(&self, text: &str, claim: &str) -> Option<String> {
        let path = self.file.display().to_string();
        let (tree, _) = yaml::read(&path, text);
        let changed = rewrite::with_claim(text, &tree, claim)?;
        // Nothing is written that could not be read again.
        let (_, problems) = yaml::read(&path, &changed);
        (!problems.iter().any(|problem| !problem.warning)).then_some(changed)
    }

    /// What the check takes the last claim of a file to say, and what is wrong with it if it says nothing.
    fn understood(&self, text: &str) -> (String, Option<Problem>) {
        let rulebook = self.loaded(text);
        let last = rulebook.facts.iter().rposition(|fact| fact.office_of.is_none()).map(FactId);
        let Some(id) = last else { return (String::new(), None) };
        let checker = Checker::new(&rulebook);
        let problem = checker.gap(id).map(|gap| {
            let (message, label, help) = gap.kind.words();
            Problem::error("nothing-to-check", TYPED, gap.span, message, label).help(help)
        });
        let mut rows = explain::Rows::default();
        if problem.is_none() {
            explain::meaning(&mut rows, &checker, &rulebook, id);
        }
        (rows.text(), problem)
    }
}

/// What stands for a file where a claim was typed.
const TYPED: &str = "your claim";

/// Mistakes of a claim under its words, as those of a file are drawn.
fn told(problems: &[Problem], claim: &str) -> String {
    let style = Style { width: terminal::width().clamp(40, 400), colour: false, narrate: false };
    terminal::troubles(problems, &[(TYPED.to_owned(), claim.into())], &[], &style)
}

/// The next line with words; `None` at an empty one or at the end.
fn line(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let line = line_of(input)?;
    let line = line.trim();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

fn line_of(input: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line)
}
