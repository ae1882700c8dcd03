//! Markdown through pulldown-cmark's byte ranges: emphasis and links are read through, code is left out.

use super::{BlockKind, Builder, html};
use crate::span::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A character that stands for what is not read: "run `x` for 3 hours" keeps its shape.
pub(super) const OBJECT: &str = "\u{fffc}";

/// Reads the builder's text from `from` on. `title`: a `# heading` is the article's title.
pub fn read(builder: &mut Builder, from: usize, title: bool) {
    let original = builder.original();
    let Some(source) = original.get(from..) else { return };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader { builder, kinds: Vec::new(), silent: 0, title, columns: 0, cells: 0, label_end: None };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, Span::from(range).shift(from));
    }
    builder.close();
}

struct Reader<'a> {
    builder: &'a mut Builder,
    /// Kinds of the containers that are open: quotations, list items.
    kinds: Vec<BlockKind>,
    /// How many open elements are not read.
    silent: usize,
    title: bool,
    /// Columns of the table that is open, and the cells of its row so far.
    columns: usize,
    cells: usize,
    /// Where the first cell of a row of two ends: the second is read with it, "Cases: 184".
    label_end: Option<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            _ if self.silent > 0 => {}
            Event::Text(words) => {
                self.join_cells(span);
                self.builder.replaced(&words, span);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.builder.replaced(OBJECT, span),
            Event::SoftBreak | Event::HardBreak => self.builder.space(span),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.builder.space(span),
            Event::Rule => self.builder.close(),
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, span: Span) {
        match tag {
            Tag::Paragraph => self.builder.open(self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)),
            Tag::Heading { level: HeadingLevel::H1, .. } if self.title => self.builder.open(BlockKind::Title),
            Tag::Heading { .. } => self.builder.open(BlockKind::Heading),
            Tag::BlockQuote(_) => self.container(BlockKind::Quote),
            Tag::Item => self.container(BlockKind::ListItem),
            Tag::FootnoteDefinition(_) => self.container(BlockKind::Paragraph),
            Tag::Table(columns) => self.columns = columns.len(),
            Tag::TableHead | Tag::TableRow => self.cells = 0,
            Tag::TableCell => {
                self.cells += 1;
                if self.cells != 2 || self.label_end.is_none() {
                    self.builder.open(BlockKind::Cell);
                }
            }
            Tag::HtmlBlock => {
                self.builder.close();
                html::fragment(self.builder, span);
                self.silent += 1;
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.builder.close();
                self.silent += 1;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.silent += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell if self.columns == 2 && self.cells == 1 && self.builder.has_words() => {
                self.label_end = self.builder.last_end();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => {
                self.label_end = None;
                self.builder.close();
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.builder.close();
                self.kinds.pop();
            }
            TagEnd::CodeBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::HtmlBlock => {
                self.silent = self.silent.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// Writes a colon between the cells of a row of two.
    fn join_cells(&mut self, span: Span) {
        if let Some(end) = self.label_end.take().filter(|_| self.cells == 2) {
            let colon = if self.builder.open_words().ends_with(':') { " " } else { ": " };
            self.builder.replaced(colon, Span::new(end, span.start));
        }
    }

    /// Tight list items hold text without a paragraph of their own.
    fn container(&mut self, kind: BlockKind) {
        self.kinds.push(kind);
        self.builder.open(kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(words: &str) -> Vec<String> {
        let mut builder = Builder::new(words.into());
        read(&mut builder, 0, true);
        let (text, blocks) = builder.finish();
        for block in &blocks {
            let original = text.to_original(block.span);
            assert!(original.of(words).len() >= block.span.len() || words.contains('&'), "{block:?} {original:?}");
        }
        blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.span.of(text.as_str()))).collect()
    }

    #[test]
    fn markup_is_read_through() {
        assert_eq!(
            blocks(
                "# Summit *ends*\n\nIn **20**13 [Obama](x \"t\") visited\nSt.&nbsp;Petersburg.\\* ~~2014~~\n\n> Quoted\n> words\n\n- one\n- two `x`\n\n```\ncode\n```\n"
            ),
            [
                "Title: Summit ends",
                "Paragraph: In 2013 Obama visited St.\u{a0}Petersburg.*",
                "Quote: Quoted words",
                "ListItem: one",
                "ListItem: two \u{fffc}"
            ]
        );
    }

    #[test]
    fn rows_of_more_than_two_cells_stay_apart() {
        assert_eq!(
            blocks("| a | b | c |\n|---|---|---|\n| 1 | | 3 |"),
            ["Cell: a", "Cell: b", "Cell: c", "Cell: 1", "Cell: 3"]
        );
        assert_eq!(blocks("| a | b |\n|---|---|\n| 1 | |\n| | *2* |"), ["Cell: a: b", "Cell: 1", "Cell: 2"]);
    }

    #[test]
    fn tables_and_html() {
        assert_eq!(
            blocks("| a | b |\n|---|---|\n| 1 | 2 |\n\n<div><p>In <b>20</b>13</p></div>\n\nEnd"),
            ["Cell: a: b", "Cell: 1: 2", "Paragraph: In 2013", "Paragraph: End"]
        );
    }
}
