//! `factlint check`: articles and rules → findings → a report.

use super::{Exit, ids, input, output, rule_files};
use crate::article::{self, Article, Format, ReadError};
use crate::check::{self, Verdict};
use crate::report::{self, Judged, Run, Show, Style, Trouble, terminal};
use crate::rulebook::{self, Problem, Rulebook};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use rayon::prelude::*;
use std::path::PathBuf;

/// Check articles and report what conflicts with the rules.
#[derive(Debug, Args)]
pub struct CheckCommand {
    /// Articles: files (.txt .md .html .jsonl), folders, - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    pub common: Common,
    /// How to report
    #[arg(long, value_enum, default_value_t = report::Format::Pretty)]
    format: report::Format,
    /// Write the report to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which findings to report; `flagged` is conflicts and imprecise statements
    #[arg(long, value_enum, default_value_t = Show::Flagged)]
    show: Show,
    /// What makes the run fail with exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Conflict)]
    fail_on: FailOn,
    /// Tell what became of this claim in every article
    #[arg(long, value_name = "CLAIM-ID")]
    trace: Option<String>,
}

/// Options of every command that reads articles.
#[derive(Debug, Args)]
pub struct Common {
    /// A rule file or a folder of them; may be given again [default: ./rules or factlint.yaml, and every folder
    /// `rules` inside PATH]. A .yaml file among the articles is a rule file too
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    /// The date of articles that carry none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
    /// Read every article as this, whatever its name says
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// Columns of the terminal [default: what the terminal says, 100 where there is none]
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Tell the report in words, for screen readers
    #[arg(long)]
    pub narrate: bool,
    /// Colours
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[rustfmt::skip]
pub enum Colour { Auto, Always, Never }

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[rustfmt::skip]
enum FailOn { Conflict, Imprecise, Never }

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[rustfmt::skip]
pub enum InputFormat { Txt, Md, Html, Jsonl }

impl CheckCommand {
    /// Runs the command; whatever can be checked is checked.
    pub fn run(self) -> Exit {
        let style = self.common.style(self.output.is_none());
        let (rules, articles) = rule_files::split(&self.paths);
        let loaded = self.common.load_rules(&rules, &articles);
        let trace = match &self.trace {
            None => None,
            Some(id) => match ids::resolve(&loaded.rulebook, id) {
                Ok(fact) => loaded.rulebook.fact(fact).map(|fact| fact.id.clone()),
                Err(message) => {
                    loaded.complain(std::iter::empty(), &self.common.style_of_errors());
                    output::complain(&message);
                    return Exit::Trouble;
                }
            },
        };
        let options = check::Options { date: self.common.date, trace };
        let (paths, path_errors) = input::articles(&articles);
        let (judged, read_errors) =
            judge(&paths, &loaded.rulebook, &options, self.common.input_format, Keep::Shown(self.show));

        for one in judged.iter().filter(|one| !one.checked.trace.is_empty()) {
            output::complain(&format!("trace in {}:\n  {}\n", one.article.path, one.checked.trace.join("\n  ")));
        }
        let trouble = loaded.complain(path_errors.iter().chain(&read_errors), &self.common.style_of_errors());
        let run = Run { rulebook: &loaded.rulebook, articles: &judged, show: self.show };
        let written = output::write(&report::render(self.format, &run, &style), self.output.as_deref());
        if let Err(message) = &written {
            output::complain(&format!("factlint: {message}\n"));
        }
        if trouble || written.is_err() { Exit::Trouble } else { self.verdict(&judged) }
    }

    fn verdict(&self, judged: &[Judged]) -> Exit {
        let fails = |verdict| match self.fail_on {
            FailOn::Conflict => verdict == Verdict::Conflict,
            FailOn::Imprecise => matches!(verdict, Verdict::Conflict | Verdict::Imprecise),
            FailOn::Never => false,
        };
        let found = judged.iter().any(|one| one.checked.findings.iter().any(|finding| fails(finding.verdict)));
        if found { Exit::Findings } else { Exit::Clean }
    }
}

/// The rules of a run and everything that is wrong with them.
#[derive(Debug)]
pub struct Loaded {
    pub rulebook: Rulebook,
    pub problems: Vec<Problem>,
    /// Texts of all rule files, those with problems too.
    pub sources: Vec<(String, std::sync::Arc<str>)>,
    pub errors: Vec<Trouble>,
}

impl Loaded {
    /// Says what is wrong with rules and articles. Returns whether something is that is not only a warning.
    pub fn complain<'a>(&self, articles: impl Iterator<Item = &'a ReadError>, style: &Style) -> bool {
        let others: Vec<Trouble> = self.errors.iter().cloned().chain(articles.map(Trouble::from)).collect();
        output::complain(&terminal::troubles(&self.problems, &self.sources, &others, style));
        output::complain(self.nothing_claimed());
        !others.is_empty() || self.problems.iter().any(|problem| !problem.warning)
    }

    /// What to say where files were read, nothing is wrong with them, and yet there is nothing to check against.
    pub fn nothing_claimed(&self) -> &'static str {
        if self.sources.is_empty() || !self.problems.is_empty() || !self.rulebook.facts.is_empty() {
            return "";
        }
        "factlint: the rule files hold no claims, so there is nothing to check. The smallest rule file is:\n\n\
         claims:\n  - last president to visit Russia = Obama, 2013\n\n"
    }
}

impl Common {
    /// The rules that the options name and those among the paths, or those beside the checked ones.
    pub fn load_rules(&self, more: &[PathBuf], checked: &[PathBuf]) -> Loaded {
        let named: Vec<PathBuf> = self.rules.iter().chain(more).cloned().collect();
        let files = rule_files::load(&named, checked);
        let (rulebook, problems) = rulebook::load(&files.sources);
        Loaded { rulebook, problems, sources: files.sources, errors: files.errors }
    }

    /// How a report looks that goes to standard output.
    pub fn style(&self, to_terminal: bool) -> Style {
        let colour = self.wants_colour(to_terminal && std::io::IsTerminal::is_terminal(&std::io::stdout()));
        self.style_with(colour)
    }

    /// How complaints look.
    pub fn style_of_errors(&self) -> Style {
        self.style_with(self.wants_colour(std::io::IsTerminal::is_terminal(&std::io::stderr())))
    }

    fn style_with(&self, colour: bool) -> Style {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        let width = self.width.unwrap_or_else(terminal::width).clamp(40, 400);
        Style { width, colour, narrate: self.narrate || set("NO_GRAPHICS") }
    }

    fn wants_colour(&self, terminal: bool) -> bool {
        match self.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Txt => Self::Plain,
            InputFormat::Md => Self::Markdown,
            InputFormat::Html => Self::Html,
            InputFormat::Jsonl => Self::JsonLines,
        }
    }
}

/// Which articles keep their text after the check: archives are larger than their findings.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    Shown(Show),
    All,
}

/// Reads and checks every file, in parallel; the result stands in the order of `paths`.
pub fn judge(
    paths: &[String],
    rulebook: &Rulebook,
    options: &check::Options,
    format: Option<InputFormat>,
    keep: Keep,
) -> (Vec<Judged>, Vec<ReadError>) {
    let read_options = article::Options { format: format.map(Format::from) };
    let checker = check::Checker::new(rulebook);
    let checker = &checker;
    let one = |path: &String| -> (Vec<Judged>, Vec<ReadError>) {
        let bytes = match input::read(path, read_options.format) {
            Ok(bytes) => bytes,
            Err(error) => return (Vec::new(), vec![error]),
        };
        let (articles, errors) = article::read_all(path, &bytes, &read_options);
        drop(bytes);
        (articles.into_par_iter().map(|article| judge_one(article, checker, options, keep)).collect(), errors)
    };
    let (mut judged, mut errors) = (Vec::new(), Vec::new());
    for (some, faults) in paths.par_iter().map(one).collect::<Vec<_>>() {
        judged.extend(some);
        errors.extend(faults);
    }
    (judged, errors)
}

fn judge_one(mut article: Article, checker: &check::Checker, options: &check::Options, keep: Keep) -> Judged {
    let mut checked = checker.check(&article, options);
    checked.findings.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.fact, finding.verdict));
    article.date = article.date.or(options.date);
    if let Keep::Shown(show) = keep
        && !checked.findings.iter().any(|finding| show.shows(finding.verdict))
    {
        article.text = Default::default();
        article.blocks = Vec::new();
    }
    Judged { article, checked }
}

/// A date of the command line.
pub fn date(words: &str) -> Result<Date, String> {
    let exact = words.len() == 10 && words.as_bytes().get(4) == Some(&b'-');
    let date = if exact { article::date::parse(words) } else { None };
    date.ok_or_else(|| format!("`{words}` is not a date; write it as YYYY-MM-DD, such as 2025-08-16"))
}
