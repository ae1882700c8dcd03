//! `factlint worksheet`: every checkable statement of an article, judged or not.

use super::check::{Common, Keep, judge};
use super::{Exit, input, output, rule_files};
use crate::check;
use crate::report::{Run, Show, worksheet};
use clap::Args;
use std::path::PathBuf;

/// List every checkable statement of an article with its verdict.
#[derive(Debug, Args)]
pub struct WorksheetCommand {
    /// Articles: files (.txt .md .html .jsonl), folders, - for standard input
    #[arg(required = true, value_name = "ARTICLE")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    common: Common,
    /// Print JSON, with unchecked statements among the findings
    #[arg(long)]
    json: bool,
    /// Write the worksheet to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl WorksheetCommand {
    /// Runs the command. A worksheet never fails for what it finds.
    pub fn run(self) -> Exit {
        let (rules, articles) = rule_files::split(&self.paths);
        let loaded = self.common.load_rules(&rules, &articles);
        let options = check::Options { date: self.common.date, trace: None };
        let (paths, path_errors) = input::articles(&articles);
        let (judged, read_errors) = judge(&paths, &loaded.rulebook, &options, self.common.input_format, Keep::All);
        let trouble = loaded.complain(path_errors.iter().chain(&read_errors), &self.common.style_of_errors());
        let run = Run { rulebook: &loaded.rulebook, articles: &judged, show: Show::Everything };
        let words = if self.json {
            crate::report::json::render(&run)
        } else {
            worksheet::render(&run, &self.common.style(self.output.is_none()))
        };
        let written = output::write(&words, self.output.as_deref());
        if let Err(message) = &written {
            output::complain(&format!("factlint: {message}\n"));
        }
        if trouble || written.is_err() { Exit::Trouble } else { Exit::Clean }
    }
}
