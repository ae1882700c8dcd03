//! `read(file) → Articles`: the whole reading of an article's format on one screen.
//!
//! Formats become a [`Text`] that remembers where every byte came from; everything later
//! counts in that text and only reports map back to the file.

pub mod clause;
pub mod coreference;
pub mod html;
pub mod jsonl;
pub mod markdown;
pub mod mention;
pub mod plain;
pub mod reading;
pub mod sentence;
pub mod text;
pub mod token;

pub use text::Text;

use crate::span::Span;
use jiff::civil::Date;

/// One article as it was read: its text, its date, and which parts are what.
#[derive(Clone, Debug)]
pub struct Article {
    /// The path as the user named it; `-` for standard input.
    pub path: String,
    /// The `id` of a JSON line, when the article is one.
    pub id: Option<String>,
    pub date: Option<Date>,
    /// The title, where the format keeps it outside the text (JSON) or inside it (front matter, HTML).
    pub title: Option<String>,
    /// What a reader reads. Spans of every later stage count in it.
    pub text: Text,
    /// Blocks in text order; they do not overlap. Text outside every block is not read.
    pub blocks: Vec<Block>,
}

/// A stretch of an article that sentences do not cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's title or headline: front matter `title:`, `<h1>`/`<title>`, `# …`.
    Title,
    Heading,
    Paragraph,
    ListItem,
    /// A block quotation.
    Quote,
    Caption,
    /// A table cell.
    Cell,
    /// Byline, biography, navigation, share buttons: read by nobody, judged by nobody.
    Boilerplate,
}
