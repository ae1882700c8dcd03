//! HTML: what a reader of the page reads, block by block, with the place of every character.

mod entity;
mod furniture;
mod meta;
mod tokens;

use super::{Block, BlockKind, Builder, markdown::OBJECT};
use crate::span::Span;
use furniture::Role;
use jiff::civil::Date;
use tokens::{Attributes, Token};

/// What a page says of itself beside its text.
#[derive(Debug, Default)]
pub struct Page {
    pub title: Option<String>,
    pub date: Option<Date>,
}

/// Reads the builder's text as a page.
pub fn read(builder: &mut Builder) -> (Page, Vec<Scope>) {
    let original = builder.original();
    let tokens = tokens::tokens(&original, Span::new(0, original.len()));
    let has_heading = tokens.iter().any(|token| matches!(token, Token::Start { name, .. } if name == "h1"));
    let mut reader = Reader { page_title: !has_heading, ..Reader::new(builder) };
    for token in &tokens {
        reader.token(token);
    }
    let scopes = reader.finish();
    let meta = meta::read(&original, &tokens);
    (Page { title: meta.title, date: meta.date }, scopes)
}

/// Reads the HTML under `span`, a part of another format, into the builder.
pub fn fragment(builder: &mut Builder, span: Span) {
    let original = builder.original();
    let mut reader = Reader::new(builder);
    for token in tokens::tokens(&original, span) {
        reader.token(&token);
    }
    reader.finish();
}

/// Which part of the page a block stands in, in the order of blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Number of the outermost `<article>` around the block, from 1; 0 outside.
    article: usize,
    main: bool,
    /// A class name says that this is furniture.
    named_furniture: bool,
}

/// Drops blocks outside the page's article, where it is plain which part that is.
pub fn keep_article(text: &str, blocks: &mut [Block], scopes: &[Scope]) {
    let weight = |wanted: &dyn Fn(&Scope) -> bool| -> usize {
        let pairs =
            blocks.iter().zip(scopes).filter(|(block, scope)| block.kind == BlockKind::Paragraph && wanted(scope));
        pairs.map(|(block, _)| block.span.of(text).split_whitespace().count()).sum()
    };
    let all = weight(&|_| true);
    let trust_names = weight(&|scope| !scope.named_furniture) * 2 >= all;
    let main = weight(&|scope| scope.main) * 2 > all;
    let articles = scopes.iter().map(|scope| scope.article).max().unwrap_or(0);
    let article = (1..=articles).find(|number| weight(&|scope| scope.article == *number) * 2 > all);
    for (block, scope) in blocks.iter_mut().zip(scopes) {
        let inside = article.map_or(!main || scope.main, |number| scope.article == number);
        let outside = !inside && block.kind != BlockKind::Title;
        if outside || (trust_names && scope.named_furniture) {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// Elements inside one another beyond this are read as if their tags were not there, as browsers do.
const MAX_DEPTH: usize = 512;

struct Reader<'a> {
    builder: &'a mut Builder,
    stack: Vec<Element>,
    scopes: Vec<Scope>,
    /// Scope of the block that is open.
    scope: Scope,
    articles: usize,
    /// Whether `<title>` stands in for a headline the page lacks.
    page_title: bool,
}

struct Element {
    name: String,
    role: Role,
    article: usize,
}

impl<'a> Reader<'a> {
    fn new(builder: &'a mut Builder) -> Self {
        Self { builder, stack: Vec::new(), scopes: Vec::new(), scope: Scope::default(), articles: 0, page_title: false }
    }

    fn finish(mut self) -> Vec<Scope> {
        self.close();
        self.scopes
    }

    fn token(&mut self, token: &Token) {
        match token {
            Token::Start { name, attributes, span, self_closing } => self.start(name, attributes, *span, *self_closing),
            Token::End { name } => self.end(name),
            Token::Text(span) => self.text(*span),
        }
    }

    fn start(&mut self, name: &str, attributes: &Attributes, span: Span, self_closing: bool) {
        self.end_implied(name);
        if furniture::is_block(name) {
            self.close();
        }
        match name {
            "br" if self.builder.open_words().is_empty() => {}
            "br" => self.builder.space(span),
            "hr" => self.close(),
            "code" | "kbd" | "samp" if self.is_read() => self.write(|builder| builder.replaced(OBJECT, span)),
            _ => {}
        }
        if furniture::is_void(name) || (self_closing && self.inside("svg")) {
            return;
        }
        if self.stack.len() >= MAX_DEPTH && !matches!(name, "script" | "style") {
            return;
        }
        let role = match furniture::role(name, attributes) {
            // The head of an article holds its headline; that of a page holds the site's name.
            Role::Header if self.inside("article") || self.inside("main") => Role::Read,
            role => role,
        };
        if name == "article" && !self.inside("article") {
            self.articles += 1;
        }
        let article = if self.inside("article") || name == "article" { self.articles } else { 0 };
        self.stack.push(Element { name: name.to_owned(), role, article });
    }

    fn end(&mut self, name: &str) {
        let block = furniture::is_block(name);
        let Some(at) = self.stack.iter().rposition(|element| element.name == name) else {
            if block {
                self.close();
            }
            return;
        };
        // An inline end tag does not close the block around it.
        if !block && self.stack[at..].iter().any(|element| furniture::is_block(&element.name)) {
            return;
        }
        if block {
            self.close();
        }
        self.stack.truncate(at);
    }

    fn text(&mut self, span: Span) {
        if !self.is_read() {
            return;
        }
        let original = self.builder.original();
        if span.of(&original).trim().is_empty() {
            return self.builder.space(span);
        }
        for piece in entity::pieces(&original, span) {
            self.write(|builder| match &piece.stands_for {
                Some(words) => builder.replaced(words, piece.span),
                None => builder.verbatim(piece.span),
            });
        }
    }

    /// Writes into the open block; opens one of the kind that the open elements say.
    fn write(&mut self, write: impl FnOnce(&mut Builder)) {
        if !self.builder.has_words() {
            self.builder.open(self.kind());
            self.scope = Scope {
                article: self.stack.last().map_or(0, |element| element.article),
                main: self.inside("main"),
                named_furniture: self.stack.iter().any(|element| element.role == Role::NamedFurniture),
            };
        }
        write(self.builder);
    }

    fn close(&mut self) {
        if self.builder.has_words() {
            self.scopes.push(self.scope);
        }
        self.builder.close();
    }

    fn kind(&self) -> BlockKind {
        for element in self.stack.iter().rev() {
            match element.name.as_str() {
                "h1" | "title" => return BlockKind::Title,
                "h2" | "h3" | "h4" | "h5" | "h6" => return BlockKind::Heading,
                "li" | "dt" | "dd" => return BlockKind::ListItem,
                "td" | "th" => return BlockKind::Cell,
                "figcaption" | "caption" => return BlockKind::Caption,
                "blockquote" => return BlockKind::Quote,
                _ => {}
            }
        }
        BlockKind::Paragraph
    }

    fn inside(&self, name: &str) -> bool {
        self.stack.iter().any(|element| element.name == name)
    }

    /// Whether text here is shown to a reader of the article.
    fn is_read(&self) -> bool {
        let mut headline = false;
        for element in self.stack.iter().rev() {
            match element.role {
                Role::Headline => headline = true,
                Role::Header if headline => {}
                Role::Head => return self.page_title && self.inside("title"),
                Role::Skip | Role::Header => return false,
                Role::Read | Role::NamedFurniture => {}
            }
        }
        true
    }

    /// Start tags that end an element whose end tag may be left out.
    fn end_implied(&mut self, name: &str) {
        let (ends, until): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "option" => (&["option"], &["select"]),
            "body" => (&["head"], &[]),
            _ if furniture::is_block(name) => {
                (&["p"], &["div", "article", "section", "li", "td", "blockquote", "main", "figure"])
            }
            _ => return,
        };
        for at in (0..self.stack.len()).rev() {
            let open = self.stack[at].name.as_str();
            if ends.contains(&open) {
                self.close();
                self.stack.truncate(at);
                return;
            }
            if until.contains(&open) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str) -> (Page, Vec<String>) {
        let mut builder = Builder::new(words.into());
        let (page, scopes) = read(&mut builder);
        let (text, mut blocks) = builder.finish();
        assert_eq!(blocks.len(), scopes.len());
        keep_article(text.as_str(), &mut blocks, &scopes);
        super::super::furniture::mark(text.as_str(), &mut blocks);
        blocks.retain(|block| block.kind != BlockKind::Boilerplate);
        (page, blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.span.of(text.as_str()))).collect())
    }

    #[test]
    fn a_page_is_its_article() {
        let (page, blocks) = page(
            r#"<!doctype html><html><head><title>Two hours - The Bugle</title>
            <meta property="article:published_time" content="2025-08-16T09:00:00Z"><style>p {}</style></head>
            <body class="has-sidebar"><header><a>The Bugle</a><nav><ul><li>World</ul></nav></header>
            <main><article><header><h1>Two&nbsp;hours in Alaska</h1><p class="byline">By <a rel="author">Jane Doe</a></p>
            <time datetime="2025-08-15">Friday</time></header>
            <p>In <b>20</b>13 Obama&#8217;s
               visit<script>var x = "2014";</script> ended.<p>Putin left &amp; <em>Trump</em> stayed.
            <div class="share-tools"><a>Share</a></div><del>Wrong</del>
            <figure><img src=x><figcaption>The base</figcaption></figure>
            <aside><p>Related story</p></aside><p hidden>Hidden</p>
            <ul><li>One<li>Two</ul></article></main><footer>© Bugle</footer></body></html>"#,
        );
        assert_eq!(page.title.as_deref(), Some("Two\u{a0}hours in Alaska"));
        assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2025-08-16"));
        assert_eq!(
            blocks,
            [
                "Title: Two\u{a0}hours in Alaska",
                "Paragraph: Friday",
                "Paragraph: In 2013 Obama’s visit ended.",
                "Paragraph: Putin left & Trump stayed.",
                "Caption: The base",
                "ListItem: One",
                "ListItem: Two"
            ]
        );
    }

    #[test]
    fn a_page_without_a_headline_has_its_title() {
        let (page, blocks) = page("<title>Two hours | The Bugle</title><p>Text<br>more<br><br>end");
        assert_eq!(page.title.as_deref(), Some("Two hours"));
        assert_eq!(blocks, ["Title: Two hours | The Bugle", "Paragraph: Text more end"]);
    }

    #[test]
    fn odd_input() {
        for words in [
            "",
            "<",
            "<p",
            "</p></p>",
            "<b><p></b>x",
            "&#xffffffff;&",
            "<table><td>a<td>b</table>",
            "<svg/><svg><p>x",
            "<article>",
        ] {
            page(words);
        }
    }
}
