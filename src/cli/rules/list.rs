//! `factlint rules list`: all claims; the old ones; those that no article touches.

use super::table::table;
use super::{Rules, complain, print};
use crate::check::Options;
use crate::cli::check::{Keep, date, judge};
use crate::cli::{Exit, input, output};
use crate::report::{Judged, Trouble, terminal};
use crate::rulebook::date::print as day;
use crate::rulebook::{Fact, FactId, Rulebook};
use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Command {
    #[command(flatten)]
    rules: Rules,
    /// Articles, to show when each claim last matched
    #[arg(value_name = "ARTICLE")]
    articles: Vec<PathBuf>,
    /// Only claims confirmed more than DAYS ago, never confirmed, or past `until:`
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "365", value_parser = days)]
    stale: Option<u32>,
    /// Only claims that match nothing in these articles
    #[arg(long, value_name = "ARTICLES", num_args = 1..)]
    unused: Vec<PathBuf>,
    /// The day from which age is counted [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    today: Option<Date>,
}

impl Command {
    /// Prints the table.
    pub fn run(self) -> Exit {
        let loaded = self.rules.load();
        let is_broken = complain(&loaded);
        let articles: Vec<PathBuf> = self.articles.iter().chain(&self.unused).cloned().collect();
        let (paths, mut errors) = input::articles(&articles);
        let mut judged = Vec::new();
        if !paths.is_empty() {
            let (read, unreadable) = judge(&paths, &loaded.rulebook, &Options::default(), None, Keep::All);
            judged = read;
            errors.extend(unreadable);
        }
        for error in &errors {
            let trouble = Trouble::from(error);
            output::complain(&format!("factlint: {}: {}\n", trouble.path.unwrap_or_default(), trouble.message));
        }
        let matched = matched(&judged);
        let today = self.today.unwrap_or_else(super::today);
        let oldest = self.stale.and_then(|days| today.checked_sub(i64::from(days).days()).ok());
        let rows: Vec<Vec<String>> = claims(&loaded.rulebook)
            .filter(|(_, fact)| self.stale.is_none() || is_stale(fact, oldest, today))
            .filter(|(id, _)| self.unused.is_empty() || !matched.contains_key(id))
            .map(|(id, fact)| row(fact, matched.get(&id)))
            .collect();
        let written = print(&self.report(&loaded.rulebook, &rows));
        if is_broken || !errors.is_empty() { Exit::Trouble } else { written }
    }
}

impl Command {
    fn report(&self, rulebook: &Rulebook, rows: &[Vec<String>]) -> String {
        let report = table(&["id", "claim", "source", "as of", "last matched"], rows, columns());
        match (rows.is_empty(), self.stale.is_some(), self.unused.is_empty()) {
            (false, ..) => report,
            (true, ..) if claims(rulebook).next().is_none() => String::new(),
            (true, true, true) => "No claim is stale.\n".to_owned(),
            (true, false, false) => "Every claim matches something in these articles.\n".to_owned(),
            (true, ..) => "No claim is stale and matches nothing in these articles.\n".to_owned(),
        }
    }
}

/// What a line may have: nothing is cut where no terminal shows it.
fn columns() -> usize {
    let is_shown = std::io::stdout().is_terminal() || std::env::var_os("COLUMNS").is_some();
    if is_shown { terminal::width() } else { usize::MAX }
}

/// The number of days behind `--stale`.
fn days(words: &str) -> Result<u32, String> {
    words.parse().map_err(|_| format!("`{words}` is not a number of days; write it as in --stale 180"))
}

fn claims(rulebook: &Rulebook) -> impl Iterator<Item = (FactId, &Fact)> {
    rulebook.facts.iter().enumerate().filter(|(_, fact)| fact.office_of.is_none()).map(|(at, fact)| (FactId(at), fact))
}

fn is_stale(fact: &Fact, oldest: Option<Date>, today: Date) -> bool {
    let is_old = match (fact.as_of, oldest) {
        (Some(as_of), Some(oldest)) => as_of < oldest,
        (None, _) => true,
        (Some(_), None) => false,
    };
    is_old || fact.until.is_some_and(|until| until < today)
}

/// The latest article that each claim matched, dated ones before others.
fn matched(judged: &[Judged]) -> HashMap<FactId, (Option<Date>, String)> {
    let mut matched: HashMap<FactId, (Option<Date>, String)> = HashMap::new();
    for one in judged {
        for fact in one.checked.findings.iter().filter_map(|finding| finding.fact) {
            let seen = (one.article.date, one.article.path.clone());
            let latest = matched.entry(fact).or_insert_with(|| seen.clone());
            if seen.0 > latest.0 {
                *latest = seen;
            }
        }
    }
    matched
}

fn row(fact: &Fact, matched: Option<&(Option<Date>, String)>) -> Vec<String> {
    let source = fact.source.as_ref().map_or(String::new(), |source| source.name.clone());
    let as_of = fact.as_of.map_or(String::new(), day);
    let seen = match matched {
        Some((Some(dated), path)) => format!("{} {path}", day(*dated)),
        Some((None, path)) => path.clone(),
        None => String::new(),
    };
    let claim = fact.text.split_whitespace().collect::<Vec<_>>().join(" ");
    vec![fact.id.clone(), claim, source, as_of, seen]
}
