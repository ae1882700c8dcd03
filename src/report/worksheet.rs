//! The worksheet: every checkable statement of an article in text order, with its verdict or a gap to fill.

use super::facts::{Located, Places};
use super::words::{self, Counts};
use super::{Judged, Run, Style, excerpt};
use crate::check::Verdict;

/// A list of statements for each article, and a line of counts.
pub fn render(run: &Run, style: &Style) -> String {
    let places = Places::new(run.rulebook);
    let mut out = String::new();
    for judged in run.articles {
        out.push_str(&heading(judged));
        let located = places.locate(judged, judged.shown(run.show));
        if located.is_empty() {
            out.push_str("  No checkable statement.\n");
        }
        let place_width = located.iter().map(|located| place(judged, located).len()).max().unwrap_or(0);
        for located in &located {
            out.push_str(&statement(judged, located, place_width, style));
        }
        out.push('\n');
    }
    out.push_str(&Counts::of(run).sentence());
    out.push('\n');
    out
}

fn heading(judged: &Judged) -> String {
    let article = &judged.article;
    let id = article.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let date = article.date.map_or("no date".to_owned(), words::day);
    let title = article.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    format!("{}{id}, {date}{title}\n", article.path)
}

fn place(judged: &Judged, located: &Located) -> String {
    let place = located.place_in_file(judged);
    format!("{}:{}", place.line, place.column)
}

fn statement(judged: &Judged, located: &Located, place_width: usize, style: &Style) -> String {
    let finding = located.finding;
    let verdict = finding.verdict.name();
    let place = place(judged, located);
    let indent = place_width + 15;
    let room = style.width.saturating_sub(indent).max(20);
    let words = excerpt::cut_end(&one_line(located.words), room);
    let paint = paint(finding.verdict, style);
    let mut out = format!("  {place:<place_width$}  {paint}{verdict:<9}{paint:#}  {words}\n");
    let claim = located.rule.as_ref().map(|rule| format!(" [{}]", rule.fact.id)).unwrap_or_default();
    if !finding.message.is_empty() && finding.verdict != Verdict::Unchecked {
        let margin = " ".repeat(indent);
        let message = format!("{}{claim}", one_line(&finding.message));
        out.push_str(&excerpt::wrap(&message, style.width.max(indent + 20), &margin, &margin));
    }
    out
}

fn paint(verdict: Verdict, style: &Style) -> anstyle::Style {
    let colour = match verdict {
        Verdict::Conflict => anstyle::AnsiColor::Red,
        Verdict::Imprecise => anstyle::AnsiColor::Yellow,
        Verdict::Supported => anstyle::AnsiColor::Green,
        Verdict::Unchecked => return anstyle::Style::new(),
    };
    if style.colour { anstyle::Style::new().fg_color(Some(colour.into())) } else { anstyle::Style::new() }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
