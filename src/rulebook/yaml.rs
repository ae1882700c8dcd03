//! YAML text → a tree that knows where every scalar stands, and from it typed values.
//!
//! The first pass (`granit-parser`) keeps byte ranges and the budgets: depth, nodes, size of scalars and
//! what aliases expand to. The second (`serde_yaml`) only sees trees that passed the first; in its input every
//! scalar is replaced by its number, so that the typed values still know where they were written.
//! Only this file names YAML crates.

pub mod align;
mod repair;

use super::problem::Problem;
use crate::span::Span;
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle};
use repair::Fault;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

pub const MAX_BYTES: usize = 16 << 20;
const MAX_DEPTH: usize = 24;
const MAX_NODES: usize = 1_000_000;
const MAX_SCALAR: usize = 64 << 10;
const MAX_ALIASED: usize = 10_000;
const MAX_REPAIRS: usize = 50;

/// The number of a scalar in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScalarId(pub u32);

/// A rule file as YAML sees it.
#[derive(Debug, Default)]
pub struct Tree {
    pub root: Option<Node>,
    scalars: Vec<Scalar>,
}

#[derive(Debug)]
struct Scalar {
    text: Box<str>,
    /// With its quotation marks or block indicator.
    raw: Span,
}

/// One YAML node.
#[derive(Clone, Debug)]
pub struct Node {
    pub span: Span,
    pub content: Content,
}

#[derive(Clone, Debug)]
pub enum Content {
    Scalar(ScalarId),
    List(Vec<Node>),
    Map(Vec<(ScalarId, Node)>),
    /// Nothing, `~` or `null`.
    Empty,
    /// Refused, and reported as a problem already.
    Broken,
}

/// Text → tree and problems. The tree holds everything that could be read.
pub fn read(path: &str, text: &str) -> (Tree, Vec<Problem>) {
    if text.len() > MAX_BYTES {
        let message = format!("This file has {} MB; a rule file may have {}.", text.len() >> 20, MAX_BYTES >> 20);
        let problem = Problem::error("file-too-large", path, Span::new(0, 0), message, "too large")
            .help("Split the claims over several files.");
        return (Tree::default(), vec![problem]);
    }
    let mut problems = Vec::new();
    let mut patched: Option<String> = None;
    for _ in 0..MAX_REPAIRS {
        let current = patched.as_deref().unwrap_or(text);
        let mut builder = Builder { path, text: current, ..Builder::default() };
        let fault = builder.run();
        let (tree, found) = builder.finish();
        let Some(fault) = fault else {
            problems.extend(found);
            return (tree, problems);
        };
        let is_flood = matches!(fault, Fault::TooManyNodes(_));
        let (problem, repaired) = repair::explain(path, current, fault);
        problems.push(problem);
        if is_flood {
            // A million claims out of a flood of them are nobody's rules, and cost gigabytes to understand.
            return (Tree::default(), problems);
        }
        match repaired {
            Some(repaired) => patched = Some(repaired),
            None => {
                problems.extend(found);
                return (tree, problems);
            }
        }
    }
    (Tree::default(), problems)
}

impl Tree {
    /// The words of a scalar, quotation marks and escapes resolved.
    pub fn text(&self, id: ScalarId) -> &str {
        self.scalars.get(id.0 as usize).map_or("", |scalar| &scalar.text)
    }

    /// The bytes of a scalar, quotation marks included.
    pub fn raw(&self, id: ScalarId) -> Span {
        self.scalars.get(id.0 as usize).map_or(Span::default(), |scalar| scalar.raw)
    }

    /// Where the bytes `inner` of a scalar's words stand in `file`.
    pub fn locate(&self, file: &str, id: ScalarId, inner: Span) -> Span {
        let raw = self.raw(id);
        align::locate(raw.of(file), self.text(id), inner).shift(raw.start)
    }

    /// The words of a scalar in `file`, without quotation marks.
    pub fn words(&self, file: &str, id: ScalarId) -> Span {
        self.locate(file, id, Span::new(0, self.text(id).len()))
    }
}

impl Node {
    /// The value under `key`, where this is a mapping.
    pub fn get(&self, tree: &Tree, key: &str) -> Option<&Node> {
        match &self.content {
            Content::Map(entries) => entries.iter().find(|(id, _)| tree.text(*id) == key).map(|(_, node)| node),
            _ => None,
        }
    }
}

/// A node as a typed value. Fields of type [`ScalarId`] are scalars.
pub fn typed<T: DeserializeOwned>(tree: &Tree, node: &Node) -> Result<T, String> {
    serde_yaml::from_value(skeleton(tree, node)).map_err(|error| error.to_string())
}

impl<'de> serde::Deserialize<'de> for ScalarId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(ScalarId)
    }
}

fn skeleton(tree: &Tree, node: &Node) -> serde_yaml::Value {
    match &node.content {
        Content::Scalar(id) => serde_yaml::Value::Number(id.0.into()),
        Content::List(items) => serde_yaml::Value::Sequence(items.iter().map(|item| skeleton(tree, item)).collect()),
        Content::Map(entries) => serde_yaml::Value::Mapping(
            entries
                .iter()
                .map(|(key, value)| (serde_yaml::Value::String(tree.text(*key).to_owned()), skeleton(tree, value)))
                .collect(),
        ),
        Content::Empty | Content::Broken => serde_yaml::Value::Null,
    }
}

/// Events → tree, within budgets.
#[derive(Default)]
struct Builder<'t> {
    path: &'t str,
    text: &'t str,
    scalars: Vec<Scalar>,
    open: Vec<Open>,
    root: Option<Node>,
    problems: Vec<Problem>,
    anchors: HashMap<usize, (Node, usize)>,
    nodes: usize,
    aliased: usize,
    documents: usize,
}

/// A list or mapping whose end has not been seen.
struct Open {
    start: usize,
    anchor: usize,
    /// How many nodes had been seen before it.
    nodes: usize,
    content: OpenContent,
}

enum OpenContent {
    List(Vec<Node>),
    Map {
        entries: Vec<(ScalarId, Node)>,
        key: Key,
        /// Keys so far, once there are many.
        seen: HashMap<Box<str>, ScalarId>,
    },
}

/// What a mapping waits for.
enum Key {
    /// The next node is a key.
    Awaited,
    /// The next node is the value of this key.
    Named(ScalarId),
    /// The next node is the value of a key that was refused.
    Refused,
}

impl Builder<'_> {
    /// Reads all events. A fault is what stopped the reading early.
    fn run(&mut self) -> Option<Fault> {
        let mut options = Options::default();
        options.set_emit_comments(false);
        options.disallow_directives = true;
        options.simple_key_max_lookahead = 4096;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = match event {
                Ok((event, span)) => (event, span.byte_range().map_or(Span::default(), Span::from)),
                Err(error) => return Some(fault(error.kind(), error.marker().byte_offset().unwrap_or(0))),
            };
            if let Err(fault) = self.event(event, span) {
                return Some(fault);
            }
        }
        None
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Fault::SecondDocument(span.start));
                }
            }
            Event::Scalar(text, style, anchor, _) => {
                self.count(span)?;
                let node = self.scalar(&text, style, span);
                self.anchor(anchor, &node, 1);
                self.push(node);
            }
            Event::SequenceStart(_, anchor, _) => {
                self.count(span)?;
                self.start(span.start, anchor, OpenContent::List(Vec::new()))?;
            }
            Event::MappingStart(_, anchor, _) => {
                self.count(span)?;
                let content = OpenContent::Map { entries: Vec::new(), key: Key::Awaited, seen: HashMap::new() };
                self.start(span.start, anchor, content)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span.end),
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor).cloned_within(MAX_ALIASED - self.aliased) else {
                    return Err(Fault::AliasBomb(span));
                };
                self.aliased += size;
                self.nodes += size;
                self.push(node);
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, span: Span) -> Result<(), Fault> {
        self.nodes += 1;
        if self.nodes > MAX_NODES { Err(Fault::TooManyNodes(span.start)) } else { Ok(()) }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Node {
        let id = ScalarId(self.scalars.len() as u32);
        if text.len() > MAX_SCALAR {
            let message = format!("This text has {} KB; a text in a rule file may have 64.", text.len() >> 10);
            let start = Span::new(span.start, floor(self.text, span.start + 40.min(span.len())));
            self.problems.push(
                Problem::error("text-too-long", self.path, start, message, "too long, starts here")
                    .help("A claim is one short line. Move longer material to a document and link it in `note:`."),
            );
            return Node { span, content: Content::Broken };
        }
        let is_null = style == ScalarStyle::Plain && matches!(text, "" | "~" | "null");
        self.scalars.push(Scalar { text: text.into(), raw: span });
        let awaits_key =
            matches!(self.open.last(), Some(Open { content: OpenContent::Map { key: Key::Awaited, .. }, .. }));
        let content = if is_null && !awaits_key { Content::Empty } else { Content::Scalar(id) };
        Node { span, content }
    }

    fn start(&mut self, start: usize, anchor: usize, content: OpenContent) -> Result<(), Fault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::TooDeep(start));
        }
        self.open.push(Open { start, anchor, nodes: self.nodes, content });
        Ok(())
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let content = match open.content {
            OpenContent::List(items) => Content::List(items),
            OpenContent::Map { entries, .. } => Content::Map(entries),
        };
        let node = Node { span: Span::new(open.start, end.max(open.start)), content };
        self.anchor(open.anchor, &node, self.nodes + 1 - open.nodes);
        self.push(node);
    }

    fn anchor(&mut self, anchor: usize, node: &Node, size: usize) {
        if anchor != 0 && size <= MAX_ALIASED {
            self.anchors.insert(anchor, (node.clone(), size));
        }
    }

    /// Puts a finished node where it belongs.
    fn push(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.content {
            OpenContent::List(items) => items.push(node),
            OpenContent::Map { entries, key, seen } => match *key {
                Key::Awaited => *key = next_key(self.path, &self.scalars, entries, seen, &node, &mut self.problems),
                Key::Named(id) => {
                    entries.push((id, node));
                    *key = Key::Awaited;
                }
                Key::Refused => *key = Key::Awaited,
            },
        }
    }

    /// Closes what a fault left open. Inner lists and mappings that were cut off say nothing.
    fn finish(mut self) -> (Tree, Vec<Problem>) {
        while let Some(open) = self.open.last() {
            let span = Span::new(open.start, self.text.len());
            if self.open.len() > 2 {
                self.open.pop();
                self.push(Node { span, content: Content::Broken });
            } else {
                self.end(self.text.len());
            }
        }
        (Tree { root: self.root, scalars: self.scalars }, self.problems)
    }
}

/// Whether `node` can be the next key, and which it is; a key that was there before is a problem.
fn next_key(
    path: &str,
    scalars: &[Scalar],
    entries: &[(ScalarId, Node)],
    seen: &mut HashMap<Box<str>, ScalarId>,
    node: &Node,
    problems: &mut Vec<Problem>,
) -> Key {
    let Content::Scalar(id) = node.content else {
        if !matches!(node.content, Content::Broken) {
            problems.push(
                Problem::error(
                    "key-is-not-a-word",
                    path,
                    node.span,
                    "A key must be a word; this is a list or a mapping.",
                    "starts with a bracket",
                )
                .help(
                    "A text that starts with `{` or `[` needs quotation marks: `\"{summit} dragged on for {value}\"`.",
                ),
            );
        }
        return Key::Refused;
    };
    let text_of = |id: ScalarId| scalars.get(id.0 as usize).map_or("", |scalar| &*scalar.text);
    let text = text_of(id);
    let first = if entries.len() < 12 {
        entries.iter().map(|(key, _)| *key).find(|key| text_of(*key) == text)
    } else {
        if seen.is_empty() {
            seen.extend(entries.iter().map(|(key, _)| (text_of(*key).into(), *key)));
        }
        seen.get(text).copied()
    };
    let Some(first) = first else {
        if entries.len() >= 12 {
            seen.insert(text.into(), id);
        }
        return Key::Named(id);
    };
    let first = scalars.get(first.0 as usize).map_or(Span::default(), |scalar| scalar.raw);
    problems.push(
        Problem::error("duplicate-key", path, node.span, format!("`{text}` stands here twice."), "the second time")
            .related(path, first, "the first time")
            .help("Keep one of the two, or put both values into one list."),
    );
    Key::Refused
}

/// What the scanner could not read, in terms of what people do.
fn fault(kind: &ErrorKind, at: usize) -> Fault {
    use ErrorKind as E;
    match kind {
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::InvalidMappingValueWhitespace
        | E::MappingKeyNotAllowed => Fault::Colon(at),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar
        | E::InvalidBlockEntryWhitespace => Fault::Tab(at),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => {
            Fault::OpenQuote(at)
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => Fault::AfterQuote(at),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => Fault::Escape(at),
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::BlockEntryInFlowCollection
        | E::FlowMappingValueAdjacentCollection
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::InvalidFlowScalarIndent => Fault::Bracket(at),
        E::RecursionLimitExceeded => Fault::TooDeep(at),
        E::UnexpectedCharacter { .. } => Fault::Character(at),
        E::UnknownAnchor | E::MissingAnchorOrAliasName => Fault::Star(at),
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidTagTerminator
        | E::InvalidGlobalTagCharacter
        | E::MissingTagUri
        | E::UnclosedVerbatimTag => Fault::Exclamation(at),
        E::DirectiveDisallowed => Fault::Directive(at),
        E::BlockSequenceEntryNotAllowed | E::ExpectedBlockSequenceEntry => Fault::Dash(at),
        _ => Fault::Indentation(at),
    }
}

trait ClonedWithin {
    fn cloned_within(self, budget: usize) -> Option<(Node, usize)>;
}

impl ClonedWithin for Option<&(Node, usize)> {
    fn cloned_within(self, budget: usize) -> Option<(Node, usize)> {
        self.filter(|(_, size)| *size <= budget).cloned()
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
