//! The report for people, drawn by miette. Only this room names miette.

mod diagnostic;

use super::excerpt::{self, Excerpt};
use super::facts::{Located, Places};
use super::words::{self, Counts};
use super::{Judged, Run, Style, Trouble};
use crate::check::Verdict;
use crate::file::LineIndex;
use crate::rulebook::{Problem, Severity};
use crate::span::Span;
use diagnostic::{Drawing, Level};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Problems that are drawn: who has more of them mends the first ones first.
const MOST_DRAWN: usize = 1_000;

/// Columns of the terminal; where there is none, what `COLUMNS` says, or 100.
pub fn width() -> usize {
    let told = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0);
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).or_else(told).unwrap_or(100)
}

/// One report a finding, in text order, and a line of counts.
pub fn render(run: &Run, style: &Style) -> String {
    let places = Places::new(run.rulebook);
    let mut out = String::new();
    for judged in run.articles {
        for located in places.locate(judged, judged.shown(run.show)) {
            out.push_str(&finding(judged, &located, style));
            out.push('\n');
        }
    }
    out.push_str(&Counts::of(run).sentence());
    out.push('\n');
    out
}

/// Everything that is wrong with rules and articles, in the look of the findings.
pub fn troubles(problems: &[Problem], sources: &[(String, Arc<str>)], others: &[Trouble], style: &Style) -> String {
    let mut files: BTreeMap<&str, LineIndex> = BTreeMap::new();
    for (path, text) in sources {
        files.insert(path, LineIndex::new(text));
    }
    let texts: BTreeMap<&str, &str> = sources.iter().map(|(path, text)| (path.as_str(), text.as_ref())).collect();
    let frame = |path: &str, span: Span, label: &str| -> Option<Excerpt> {
        Some(line_excerpt(path, texts.get(path)?, files.get(path)?, span, excerpt::width(label), style))
    };
    let mut out = String::new();
    for problem in problems.iter().take(MOST_DRAWN) {
        let related = problem.related.iter().map(|(path, span, words)| Drawing {
            level: Level::Advice,
            message: sentence(words),
            excerpt: frame(path, *span, ""),
            ..Drawing::default()
        });
        let drawing = Drawing {
            level: if problem.warning { Level::Warning } else { Level::Error },
            code: Some(problem.code.to_owned()),
            message: problem.message.clone(),
            excerpt: frame(&problem.path, problem.span, &problem.label),
            label: Some(problem.label.clone()).filter(|label| !label.is_empty()),
            help: problem.help.clone(),
            related: related.collect(),
        };
        let place_is_drawn = drawing.excerpt.is_some();
        let drawing = if place_is_drawn {
            drawing
        } else {
            Drawing { message: format!("{}: {}", problem.path, problem.message), ..drawing }
        };
        out.push_str(&drawing.draw(style));
        out.push('\n');
    }
    if let Some(more) = problems.len().checked_sub(MOST_DRAWN).filter(|more| *more > 0) {
        out.push_str(&format!("… and {more} more; mend these first.\n\n"));
    }
    for trouble in others {
        let place = trouble.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let path = trouble.path.as_ref().map(|path| format!("{path}{place}: ")).unwrap_or_default();
        let message = format!("{path}{}", trouble.message);
        let drawing = Drawing { message, help: Some(trouble.help.clone()), ..Drawing::default() };
        out.push_str(&drawing.draw(style));
        out.push('\n');
    }
    out
}

fn finding(judged: &Judged, located: &Located, style: &Style) -> String {
    let found = located.finding;
    let claim = located.rule.as_ref().map(|rule| format!(" {}", rule.fact.id)).unwrap_or_default();
    let label = excerpt::cut_end(&format!("the text says {}", one_line(&found.says)), style.width / 2);
    let rule = located.rule.as_ref().map(|rule| Drawing {
        level: Level::Advice,
        message: sentence(&format!("The rule expects {}", one_line(&found.expected))),
        excerpt: Some(claim_excerpt(rule, style)),
        ..Drawing::default()
    });
    let drawing = Drawing {
        level: level(located),
        code: Some(format!("{}{claim} ({})", found.verdict.name(), found.code)),
        message: found.message.clone(),
        excerpt: Some(article_excerpt(judged, located, &label, style)),
        label: Some(label).filter(|_| !found.says.is_empty()),
        help: found.suggestion.as_ref().map(|suggestion| suggestion_words(judged, suggestion)),
        related: rule.into_iter().collect(),
    };
    drawing.draw(style) + &details(located, style)
}

fn level(located: &Located) -> Level {
    match (located.finding.verdict, located.finding.severity) {
        (Verdict::Conflict, Severity::Error) => Level::Error,
        (Verdict::Conflict | Verdict::Imprecise, Severity::Error | Severity::Warning) => Level::Warning,
        _ => Level::Advice,
    }
}

fn suggestion_words(judged: &Judged, suggestion: &crate::check::Suggestion) -> String {
    let old = one_line(suggestion.span.of(judged.article.text.as_str()));
    if old.is_empty() {
        format!("Write “{}”.", suggestion.text)
    } else {
        format!("Write “{}” for “{old}”.", suggestion.text)
    }
}

/// Why, whose voice, source and note: what stands below the drawing.
fn details(located: &Located, style: &Style) -> String {
    let found = located.finding;
    let mut rows: Vec<(&str, String)> = Vec::new();
    let why = found.because.iter().cloned().chain(words::voice(&found.voice));
    rows.extend(why.enumerate().map(|(index, words)| (if index == 0 { "why" } else { "" }, sentence(&words))));
    if let Some(rule) = &located.rule {
        let confirmed = rule.fact.as_of.map(|date| format!("as of {}", words::day(date)));
        let source = rule.fact.source.as_ref().map(words::source).filter(|words| !words.is_empty());
        let words: Vec<String> = source.into_iter().chain(confirmed).collect();
        if !words.is_empty() {
            rows.push(("source", words.join("; ")));
        }
        rows.extend(rule.fact.note.as_ref().map(|note| ("note", one_line(note))));
    }
    rows.iter().map(|(key, words)| row(key, words, style)).collect()
}

fn row(key: &str, words: &str, style: &Style) -> String {
    if style.narrate {
        let key = if key.is_empty() { "why" } else { key };
        return format!("{key}: {words}\n");
    }
    let bold = if style.colour { anstyle::Style::new().bold() } else { anstyle::Style::new() };
    let key = if key.is_empty() { String::new() } else { format!("{key}:") };
    let head = format!("  {bold}{key}{bold:#}{}", " ".repeat(8_usize.saturating_sub(key.len())));
    excerpt::wrap(words, style.width, &head, "          ")
}

/// The words in a window of their paragraph.
fn article_excerpt(judged: &Judged, located: &Located, label: &str, style: &Style) -> Excerpt {
    let text = &judged.article.text;
    let span = located.finding.span;
    let blocks = &judged.article.blocks;
    let block = blocks.iter().map(|block| block.span).find(|block| block.contains(span)).unwrap_or(span);
    // Paragraphs can be megabytes; no terminal shows more than this.
    let from = floor_boundary(text.as_str(), block.start.max(span.start.saturating_sub(4000)));
    let to = floor_boundary(text.as_str(), block.end.min(span.end.saturating_add(4000)));
    let line = Span::new(from, to).of(text.as_str());
    let mark = span.start.saturating_sub(from)..span.end.saturating_sub(from);
    let name = match &judged.article.id {
        Some(id) => format!("{} ({id})", judged.article.path),
        None => judged.article.path.clone(),
    };
    let columns = columns(style, located.start.line);
    Excerpt::window(&name, located.start, line, mark, columns, excerpt::width(label))
}

/// The line of a claim; a claim of several lines is shown as one.
fn claim_excerpt(rule: &super::facts::Rule, style: &Style) -> Excerpt {
    let lines = LineIndex::new(rule.text);
    let start = lines.line_around(rule.span.start).start;
    let end = lines.line_around(rule.span.end.saturating_sub(1).max(rule.span.start)).end;
    let before = Span::new(start, rule.span.start).of(rule.text);
    let claim = one_line(rule.span.of(rule.text));
    let after = Span::new(rule.span.end, end.max(rule.span.end)).of(rule.text);
    let line = format!("{before}{claim}{after}");
    let mark = before.len()..before.len() + claim.len();
    // The rule's half is indented under the arrow that leads to it.
    Excerpt::window(rule.path, rule.start, &line, mark, columns(style, rule.start.line).saturating_sub(6), 0)
}

/// The line of a place in a rule file; a place of several lines is marked up to the end of the first.
fn line_excerpt(path: &str, text: &str, lines: &LineIndex, span: Span, label: usize, style: &Style) -> Excerpt {
    let start = floor_boundary(text, span.start);
    let line = lines.line_around(start);
    let mark_end = floor_boundary(text, span.end).clamp(start, line.end.max(start));
    // A file can be one line of megabytes, with thousands of problems in it.
    let reach = style.width * 8;
    let from = floor_boundary(text, line.start.max(start.saturating_sub(reach)));
    let to = floor_boundary(text, line.end.min(mark_end.saturating_add(reach)).max(start));
    let words = text.get(from..to).unwrap_or("");
    let place = lines.place(start);
    Excerpt::window(path, place, words, start - from..mark_end - from, columns(style, place.line), label)
}

/// What a frame leaves of the width for text.
fn columns(style: &Style, line: usize) -> usize {
    style.width.saturating_sub(line.to_string().len() + 6)
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a full stop at the end.
fn sentence(words: &str) -> String {
    let words = words.trim_end();
    if words.is_empty() || words.ends_with(['.', '?', '!', '”', '"', ':']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}
