//! `factlint rules new`: a claim from standard input, shown as understood, then written into a rule file.

use super::{load, rewrite};
use crate::cli::{Exit, output};
use crate::rulebook::claim::ast::Claim;
use crate::rulebook::claim::parse;
use crate::rulebook::claim::print;
use crate::rulebook::problem::{Problem, draw};
use crate::rulebook::{Rulebook, yaml};
use clap::Args;
use std::io::{BufRead, Write};
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
                output::complain(&format!("factlint: {}: {error}\n", self.file.display()));
                Exit::Trouble
            }
        }
    }

    fn ask(&self, input: &mut impl BufRead, out: &mut impl Write) -> std::io::Result<Exit> {
        let rulebook =
            if self.file.exists() { load(std::slice::from_ref(&self.file)).rulebook } else { Rulebook::default() };
        let mut exit = Exit::Clean;
        loop {
            write!(out, "What is true? (an empty line ends)\n> ")?;
            out.flush()?;
            let Some(line) = line(input)? else { return Ok(exit) };
            match parse::parse(&line, &rulebook.names) {
                Ok(claim) => {
                    write!(out, "{}", understood(&claim))?;
                    if !self.yes {
                        write!(out, "Write it into {}? [Y/n] ", self.file.display())?;
                        out.flush()?;
                        let answer = line_of(input)?;
                        if answer.trim().to_lowercase().starts_with('n') {
                            continue;
                        }
                    }
                    if !self.write(&print::print(&claim))? {
                        writeln!(out, "The list of claims is not written line by line; add it yourself:\n  - {line}")?;
                        exit = Exit::Trouble;
                    }
                }
                Err(errors) => {
                    exit = Exit::Trouble;
                    for error in errors {
                        let problem = Problem::error(error.code, "claim", error.span, error.message, error.label);
                        write!(out, "{}", draw(&problem.maybe_help(error.help), |_| &line))?;
                    }
                }
            }
        }
    }

    /// Adds the claim at the end of the list. `false` where the file leaves no place for it.
    fn write(&self, claim: &str) -> std::io::Result<bool> {
        let text = if self.file.exists() { std::fs::read_to_string(&self.file)? } else { String::new() };
        let path = self.file.display().to_string();
        let (tree, _) = yaml::read(&path, &text);
        let Some(changed) = rewrite::with_claim(&text, &tree, claim) else { return Ok(false) };
        // Nothing is written that could not be read again.
        let (_, problems) = yaml::read(&path, &changed);
        if problems.iter().any(|problem| !problem.warning) {
            return Ok(false);
        }
        std::fs::write(&self.file, changed)?;
        Ok(true)
    }
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

fn understood(claim: &Claim) -> String {
    let normal = print::print(claim);
    match claim {
        Claim::Sentence(_) => format!("  a sentence, read as an article's: {normal}\n"),
        Claim::Comparison(comparison) => {
            let mut text = format!("  understood: {normal}\n  subject:    {}\n", comparison.subject.text);
            for value in comparison.values.iter().flatten() {
                text += &format!("  value:      {}\n", print::value(&value.value));
            }
            for qualifier in &comparison.qualifiers {
                text += &format!("  when:       {}\n", print::print_qualifier(&qualifier.value));
            }
            text
        }
    }
}
