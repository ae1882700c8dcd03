//! `read(file) → Articles`: the whole reading of an article's format on one screen.
//!
//! Formats become a [`Text`] that remembers where every byte came from; everything later
//! counts in that text and only reports map back to the file.

pub mod builder;
pub mod clause;
pub mod coreference;
pub mod date;
pub mod decode;
pub mod error;
mod front;
mod furniture;
pub mod html;
pub mod jsonl;
pub mod markdown;
pub mod mention;
pub mod plain;
pub mod reading;
pub mod sentence;
pub mod text;
pub mod token;

pub use builder::Builder;
pub use error::{Fault, ReadError};
pub use text::Text;

use crate::file::LineIndex;
use crate::span::Span;
use jiff::civil::Date;
use std::sync::Arc;

/// One article as it was read: its text, its date, and which parts are what.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The path as the user named it; `-` for standard input.
    pub path: String,
    /// The `id` of a JSON line, when the article is one; its line number where it has none.
    pub id: Option<String>,
    /// The line of the file that holds a JSON line's article, counted from 1.
    pub line: Option<usize>,
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

/// How articles are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Format { Plain, Markdown, Html, JsonLines }

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Instead of what the file's name says.
    pub format: Option<Format>,
}

/// Bytes an article may have; a file of JSON lines may have [`MAX_LINES_BYTES`].
pub const MAX_BYTES: u64 = 32 << 20;
/// Bytes a file of JSON lines may have.
pub const MAX_LINES_BYTES: u64 = 1 << 30;

/// The articles of a file, or the first thing that is wrong with it.
pub fn read(path: &str, bytes: &[u8], options: &Options) -> Result<Vec<Article>, ReadError> {
    let (articles, errors) = read_all(path, bytes, options);
    errors.into_iter().next().map_or(Ok(articles), Err)
}

/// Every article of a file that can be read, and everything that is wrong with the file.
pub fn read_all(path: &str, bytes: &[u8], options: &Options) -> (Vec<Article>, Vec<ReadError>) {
    let fail = |fault| (Vec::new(), vec![ReadError::new(path, fault)]);
    let format = match options.format.map_or_else(|| Format::of(path, bytes), Ok) {
        Ok(format) => format,
        Err(fault) => return fail(fault),
    };
    if bytes.len() as u64 > format.limit() {
        return fail(Fault::TooLarge { bytes: bytes.len() as u64, limit: format.limit() });
    }
    let text = match decode::decode(bytes, format == Format::Html) {
        Ok(text) => text,
        Err(fault) => return fail(fault),
    };
    match format {
        Format::JsonLines => jsonl::read(path, &text),
        Format::Plain | Format::Markdown => prose(path, text.into(), format),
        Format::Html => (vec![page(path, text.into())], Vec::new()),
    }
}

impl Format {
    /// What the ending of `path` says; without one, what the first bytes say.
    pub fn of(path: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
            Some((_, extension)) => {
                Self::of_extension(extension).ok_or(Fault::UnknownFormat { extension: extension.to_owned() })
            }
            None => Ok(Self::of_bytes(bytes)),
        }
    }

    /// The format of files with this ending.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// Bytes a file of this format may have.
    pub fn limit(self) -> u64 {
        if self == Self::JsonLines { MAX_LINES_BYTES } else { MAX_BYTES }
    }

    fn of_bytes(bytes: &[u8]) -> Self {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)])
            .trim_start_matches('\u{feff}')
            .trim_start()
            .to_lowercase();
        if ["<!doctype", "<html", "<head", "<body", "<article", "<p>", "<h1"].iter().any(|tag| head.starts_with(tag)) {
            Self::Html
        } else if head.starts_with('{') && head.contains('"') {
            Self::JsonLines
        } else if ["---\n", "---\r", "+++\n", "# "].iter().any(|mark| head.starts_with(mark)) {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

fn prose(path: &str, original: Arc<str>, format: Format) -> (Vec<Article>, Vec<ReadError>) {
    let mut builder = Builder::new(original.clone());
    let front = front::read(&mut builder);
    let own_title = front.title.is_none();
    match format {
        Format::Markdown => markdown::read(&mut builder, front.end, own_title),
        _ => plain::read(&mut builder, front.end, own_title),
    }
    let (text, mut blocks) = builder.finish();
    furniture::mark(text.as_str(), &mut blocks);
    let headline =
        blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span.of(text.as_str()).to_owned());
    let error = front.bad_date.map(|(words, at)| {
        let place = LineIndex::new(&original).place(at);
        ReadError::at(path, place.line, place.column, Fault::Date { words })
    });
    let title = front.title.or(headline);
    let article = Article { path: path.to_owned(), id: None, line: None, date: front.date, title, text, blocks };
    (vec![article], error.into_iter().collect())
}

fn page(path: &str, original: Arc<str>) -> Article {
    let mut builder = Builder::new(original);
    let (page, scopes) = html::read(&mut builder);
    let (text, mut blocks) = builder.finish();
    html::keep_article(text.as_str(), &mut blocks, &scopes);
    furniture::mark(text.as_str(), &mut blocks);
    Article { path: path.to_owned(), id: None, line: None, date: page.date, title: page.title, text, blocks }
}
