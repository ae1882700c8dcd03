//! The article that a single sentence is judged in: one about the claim's subject.

use crate::article::{Article, Block, BlockKind, Text};
use crate::rulebook::{Fact, FactId, Rulebook};
use crate::span::Span;
use std::collections::HashSet;

/// The sentence as it would stand in an article that is about the claim's subject: a headline names what the
/// claim and its file name. Gives the first byte of the sentence too.
pub fn article(rulebook: &Rulebook, id: FactId, fact: &Fact, sentence: &str) -> (Article, usize) {
    let mut names: Vec<String> = Vec::new();
    for entity in rulebook.graph.entities_of(id).iter().filter_map(|entity| rulebook.entity(*entity)) {
        names.push(entity.name.clone());
        names.extend(entity.about.iter().cloned());
        names.extend(entity.participants.iter().filter_map(|who| rulebook.entity(*who)).map(|who| who.name.clone()));
    }
    names.extend(fact.about.iter().cloned());
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let (article, body) = below_title(&fact.id, names.join(", "), sentence);
    let date = fact.as_of.or_else(|| fact.source.as_ref().and_then(|source| source.date));
    (Article { date, ..article }, body)
}

/// The sentence below a headline, which may be empty, and its first byte.
pub fn below_title(path: &str, title: String, sentence: &str) -> (Article, usize) {
    let text = format!("{title}\n\n{sentence}\n");
    let body = title.len() + 2;
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    let mut blocks = vec![block(BlockKind::Paragraph, body, body + sentence.len())];
    if !title.is_empty() {
        blocks.insert(0, block(BlockKind::Title, 0, title.len()));
    }
    let article = Article {
        path: path.to_owned(),
        id: None,
        line: None,
        date: None,
        title: (!title.is_empty()).then_some(title),
        text: Text::plain(text),
        blocks,
    };
    (article, body)
}
