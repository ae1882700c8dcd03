//! One page that holds everything: articles with their statements marked, and a note beside each.

use super::facts::{Located, Places};
use super::words::{self, Counts};
use super::{Judged, Run};
use crate::article::{Block, BlockKind};
use crate::check::Verdict;
use crate::span::Span;
use minijinja::{Environment, context};
use serde::Serialize;

#[derive(Serialize)]
struct Article {
    path: String,
    id: Option<String>,
    date: Option<String>,
    title: Option<String>,
    flagged: usize,
    blocks: Vec<Row>,
}

/// A block and the notes beside it.
#[derive(Serialize)]
struct Row {
    element: &'static str,
    class: &'static str,
    pieces: Vec<Piece>,
    notes: Vec<Note>,
}

/// A stretch of text under the same findings.
#[derive(Serialize)]
struct Piece {
    text: String,
    /// Numbers of the findings, and the gravest verdict of them.
    notes: Vec<usize>,
    verdict: Option<&'static str>,
}

#[derive(Serialize)]
struct Note {
    number: usize,
    verdict: &'static str,
    claim: Option<String>,
    message: String,
    because: Vec<String>,
    says: String,
    expected: String,
    voice: Option<String>,
    source: Option<String>,
    url: Option<String>,
    as_of: Option<String>,
    note: Option<String>,
    suggestion: Option<String>,
    line: usize,
    column: usize,
    rule: Option<String>,
}

/// The page of a run. It asks for nothing from elsewhere.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let mut number = 0;
    let articles: Vec<Article> = run.articles.iter().map(|judged| article(run, judged, &places, &mut number)).collect();
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    let page = context! { articles => minijinja::Value::from(minijinja::value::Serde(&articles)), summary => Counts::of(run).sentence(), style => include_str!("html/page.css") };
    let drawn = environment.render_named_str("page.html", include_str!("html/page.html"), page);
    // The template is part of the program and is tested; should it fail all the same, say so on the page.
    drawn.unwrap_or_else(|error| format!("<!doctype html><title>factlint</title><p>{error:#}\n"))
}

fn article(run: &Run, judged: &Judged, places: &Places, number: &mut usize) -> Article {
    let located = places.locate(judged, judged.shown(run.show));
    let numbered: Vec<(usize, &Located)> = located
        .iter()
        .map(|located| {
            *number += 1;
            (*number, located)
        })
        .collect();
    let blocks = if numbered.is_empty() { &[][..] } else { &judged.article.blocks };
    let flagged = located.iter().filter(|located| located.finding.verdict <= Verdict::Imprecise).count();
    Article {
        path: judged.article.path.clone(),
        id: judged.article.id.clone(),
        date: judged.article.date.map(words::day),
        title: judged.article.title.clone(),
        flagged,
        blocks: blocks.iter().map(|block| row(judged, block, &numbered)).collect(),
    }
}

fn row(judged: &Judged, block: &Block, numbered: &[(usize, &Located)]) -> Row {
    let here: Vec<(usize, &Located)> =
        numbered.iter().filter(|(_, located)| located.finding.span.overlaps(block.span)).copied().collect();
    let starts_here = |located: &Located| located.finding.span.start >= block.span.start;
    Row {
        element: match block.kind {
            BlockKind::Title => "h2",
            BlockKind::Heading => "h3",
            BlockKind::Quote => "blockquote",
            _ => "p",
        },
        class: match block.kind {
            BlockKind::ListItem => "item",
            BlockKind::Caption => "caption",
            BlockKind::Cell => "cell",
            BlockKind::Boilerplate => "boilerplate",
            _ => "text",
        },
        pieces: pieces(judged.article.text.as_str(), block.span, &here),
        notes: here
            .iter()
            .filter(|(_, located)| starts_here(located))
            .map(|(number, located)| note(judged, *number, located))
            .collect(),
    }
}

/// The block cut wherever a finding begins or ends.
fn pieces(text: &str, block: Span, here: &[(usize, &Located)]) -> Vec<Piece> {
    let spans = here.iter().map(|(_, located)| located.finding.span);
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).chain([block.start, block.end]).collect();
    cuts.retain(|cut| (block.start..=block.end).contains(cut) && text.is_char_boundary(*cut));
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |pair: &[usize]| {
        let span = Span::new(pair[0], pair[1]);
        let under: Vec<&(usize, &Located)> =
            here.iter().filter(|(_, located)| located.finding.span.contains(span)).collect();
        Piece {
            text: span.of(text).to_owned(),
            notes: under.iter().map(|(number, _)| *number).collect(),
            verdict: under.iter().map(|(_, located)| located.finding.verdict).min().map(crate::check::Verdict::name),
        }
    };
    cuts.windows(2).map(piece).collect()
}

fn note(judged: &Judged, number: usize, located: &Located) -> Note {
    let finding = located.finding;
    let fact = located.rule.as_ref().map(|rule| rule.fact);
    let source = fact.and_then(|fact| fact.source.as_ref());
    let place = located.place_in_file(judged);
    Note {
        number,
        verdict: finding.verdict.name(),
        claim: fact.map(|fact| fact.id.clone()),
        message: finding.message.clone(),
        because: finding.because.clone(),
        says: finding.says.clone(),
        expected: finding.expected.clone(),
        voice: words::voice(&finding.voice),
        source: source.map(|source| source.name.clone()).filter(|name| !name.is_empty()),
        url: source
            .and_then(|source| source.url.clone())
            .filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        as_of: fact.and_then(|fact| fact.as_of).map(words::day),
        note: fact.and_then(|fact| fact.note.clone()),
        suggestion: finding.suggestion.as_ref().map(|suggestion| suggestion.text.clone()),
        line: place.line,
        column: place.column,
        rule: located.rule.as_ref().map(|rule| format!("{}:{}:{}", rule.path, rule.start.line, rule.start.column)),
    }
}
