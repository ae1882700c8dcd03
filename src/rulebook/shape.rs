//! Tree → tree that the typed pass accepts. Unknown keys and values of the wrong kind are reported and left out.

use super::problem::Problem;
use super::suggest::nearest;
use super::yaml::{Content, Node, ScalarId, Tree};
use crate::lexicon::wording::capitalised;
use crate::span::Span;

/// What may stand at a place of a rule file.
pub enum Shape {
    Text,
    /// A list of texts; a single one needs no list.
    Texts,
    ListOf(&'static Shape),
    /// A mapping with these keys.
    Keys(&'static str, &'static [Key]),
    /// A mapping from ids of the writer's choice.
    Named(&'static Shape),
    /// A text, or a mapping.
    TextOr(&'static Shape),
}

/// A key of a mapping, with a line that shows its use.
pub struct Key {
    pub name: &'static str,
    pub shape: &'static Shape,
    pub example: &'static str,
}

/// Keeps of `root` what fits a rule file. Mappings from ids become lists of pairs.
pub fn conform(path: &str, text: &str, tree: &Tree, root: &Node) -> (Option<Node>, Vec<Problem>) {
    let mut conform = Conform { path, text, tree, problems: Vec::new() };
    let place = Place { name: "A rule file", example: "claims:\n  - summit length ~ 3 hours" };
    let node = conform.node(root, &FILE, &place);
    (node, conform.problems)
}

/// What is being looked at, in words, and how it looks when it is right.
struct Place<'a> {
    name: &'a str,
    example: &'a str,
}

struct Conform<'a> {
    path: &'a str,
    text: &'a str,
    tree: &'a Tree,
    problems: Vec<Problem>,
}

impl Conform<'_> {
    fn node(&mut self, node: &Node, shape: &'static Shape, place: &Place<'_>) -> Option<Node> {
        match (shape, &node.content) {
            (_, Content::Empty | Content::Broken) => None,
            (Shape::Text | Shape::Texts | Shape::TextOr(_), Content::Scalar(id)) => {
                if !self.tree.text(*id).trim().is_empty() {
                    return Some(node.clone());
                }
                let problem = Problem::error(
                    "empty-text",
                    self.path,
                    node.span,
                    format!("{} is empty.", place.name),
                    "nothing between the marks",
                );
                self.problems.push(problem.help(for_example(place.example)));
                None
            }
            (Shape::Texts, Content::List(items)) => {
                let place = Place { name: &format!("An entry of {}", place.name), example: place.example };
                Some(self.list(node, items, &Shape::Text, &place))
            }
            (Shape::ListOf(item), Content::List(items)) => {
                let place = Place { name: &format!("An entry of {}", place.name), example: place.example };
                Some(self.list(node, items, item, &place))
            }
            (Shape::Keys(what, keys), Content::Map(entries)) => Some(self.keys(node, entries, what, keys)),
            (Shape::Named(item), Content::Map(entries)) => Some(self.named(node, entries, item)),
            (Shape::TextOr(shape), Content::Map(_)) => self.node(node, shape, place),
            _ => {
                self.wrong_kind(node, shape, place);
                None
            }
        }
    }

    fn list(&mut self, node: &Node, items: &[Node], shape: &'static Shape, place: &Place<'_>) -> Node {
        let items = items.iter().filter_map(|item| self.node(item, shape, place)).collect();
        Node { span: node.span, content: Content::List(items) }
    }

    fn keys(&mut self, node: &Node, entries: &[(ScalarId, Node)], what: &str, keys: &'static [Key]) -> Node {
        let mut kept = Vec::with_capacity(entries.len());
        let before = self.problems.len();
        for (id, value) in entries {
            let name = self.tree.text(*id);
            let Some(key) = keys.iter().find(|key| key.name == name) else {
                self.unknown_key(*id, value, what, keys, entries);
                continue;
            };
            let place = Place { name: &format!("`{name}`"), example: key.example };
            if let Some(value) = self.node(value, key.shape, &place) {
                kept.push((*id, value));
            }
        }
        let has_claim = entries
            .iter()
            .any(|(id, value)| self.tree.text(*id) == "claim" && !matches!(value.content, Content::Empty));
        if std::ptr::eq(keys, CLAIM_KEYS) && !has_claim && self.problems.len() == before {
            self.missing_claim(node, entries);
        }
        Node { span: node.span, content: Content::Map(kept) }
    }

    fn missing_claim(&mut self, node: &Node, entries: &[(ScalarId, Node)]) {
        let empty = entries.iter().find(|(id, _)| self.tree.text(*id) == "claim");
        let span = empty.or(entries.first()).map_or(node.span, |(id, _)| self.tree.words(self.text, *id));
        let label = if empty.is_some() { "nothing behind this" } else { "no `claim:` in this entry" };
        self.problems.push(
            Problem::error("missing-claim", self.path, span, "This entry claims nothing.", label)
                .help("Add the claim: `claim: summit length ~ 3 hours`."),
        );
    }

    fn named(&mut self, node: &Node, entries: &[(ScalarId, Node)], shape: &'static Shape) -> Node {
        let mut pairs = Vec::with_capacity(entries.len());
        for (id, value) in entries {
            let key = Node { span: self.tree.raw(*id), content: Content::Scalar(*id) };
            let place =
                Place { name: &format!("`{}`", self.tree.text(*id)), example: "russia: {name: Russia, kind: place}" };
            let value = match value.content {
                Content::Empty => Some(Node { span: value.span, content: Content::Map(Vec::new()) }),
                _ => self.node(value, shape, &place),
            };
            let Some(value) = value else { continue };
            pairs.push(Node { span: key.span.to(value.span), content: Content::List(vec![key, value]) });
        }
        Node { span: node.span, content: Content::List(pairs) }
    }

    fn unknown_key(
        &mut self,
        id: ScalarId,
        value: &Node,
        what: &str,
        keys: &'static [Key],
        entries: &[(ScalarId, Node)],
    ) {
        let name = self.tree.text(id);
        let span = self.tree.words(self.text, id);
        let problem = |message: String| Problem::error("unknown-key", self.path, span, message, "not a key here");
        let is_claim = what == "a claim";
        let problem = match &value.content {
            // `- summit: 3 hours` in the list of claims.
            Content::Scalar(value) if is_claim && (entries.len() == 1 || name.contains(' ')) => {
                let message = format!("A claim needs an operator; `{name}:` with a colon is a key to YAML.");
                problem(message).help(format!("Write `{name} = {}`.", shortened(self.tree.text(*value))))
            }
            _ => {
                let names = || keys.iter().map(|key| key.name);
                let help = match nearest(name, names()) {
                    Some(meant) => {
                        let example = keys.iter().find(|key| key.name == meant).map_or("", |key| key.example);
                        format!("Did you mean `{meant}`? For example: `{example}`")
                    }
                    None => elsewhere(name, what).unwrap_or_else(|| {
                        format!("The keys of {what} are {}.", names().collect::<Vec<_>>().join(", "))
                    }),
                };
                problem(format!("`{}` is not a key of {what}.", shortened(name))).help(help)
            }
        };
        self.problems.push(problem);
    }

    fn wrong_kind(&mut self, node: &Node, shape: &'static Shape, place: &Place<'_>) {
        let found = match node.content {
            Content::Scalar(_) => "a text",
            Content::List(_) => "a list",
            _ => "a mapping",
        };
        let message = format!("{} takes {}, and this is {found}.", capitalised(place.name), wanted(shape));
        let mut help = for_example(place.example);
        // `claim: {summit} lasted` and `[a] b` are texts that start with a bracket.
        if matches!(shape, Shape::Text | Shape::Texts) && matches!(node.content, Content::Map(_)) {
            help = format!(
                "{help} If this is one text, put it into quotation marks: `'{}'`.",
                shortened(first_line(node.span.of(self.text))).replace('\'', "''")
            );
        }
        let span = self.visible(node);
        self.problems.push(Problem::error("wrong-kind", self.path, span, message, format!("{found} here")).help(help));
    }

    /// The first line of a node: a whole block under a caret helps nobody.
    fn visible(&self, node: &Node) -> Span {
        if let Content::Scalar(id) = node.content {
            return self.tree.words(self.text, id);
        }
        let line = first_line(node.span.of(self.text));
        let line = if line.is_empty() { node.span.of(self.text).trim_start() } else { line };
        let offset = node.span.of(self.text).find(line).unwrap_or(0);
        Span::new(node.span.start + offset, node.span.start + offset + line.len())
    }
}

fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "one text",
        Shape::Texts => "a list of texts",
        Shape::ListOf(_) => "a list",
        Shape::Keys(..) => "a mapping (`key: value`)",
        Shape::Named(_) => "a mapping from ids",
        Shape::TextOr(_) => "a text or a mapping",
    }
}

/// A key that belongs to another place of the file.
fn elsewhere(name: &str, what: &str) -> Option<String> {
    let places: [(&str, &[Key]); 4] =
        [("a rule file", FILE_KEYS), ("a claim", CLAIM_KEYS), ("an entity", ENTITY_KEYS), ("`tests`", TEST_KEYS)];
    let common = [
        ("aliases", "also"),
        ("alias", "also"),
        ("type", "kind"),
        ("date", "when"),
        ("location", "where"),
        ("parent", "in"),
        ("title", "is"),
        ("office", "is"),
        ("statement", "claim"),
        ("fact", "claim"),
        ("facts", "claims"),
        ("rules", "claims"),
        ("level", "severity"),
        ("valid_until", "until"),
        ("expires", "until"),
        ("comment", "note"),
        ("examples", "tests"),
    ];
    let known = |keys: &[Key], name: &str| keys.iter().any(|key| key.name == name);
    let keys = places.iter().find(|(place, _)| *place == what).map(|(_, keys)| *keys)?;
    if let Some((_, meant)) = common.iter().find(|(other, meant)| *other == name && known(keys, meant)) {
        return Some(format!("Did you mean `{meant}`?"));
    }
    let (place, _) = places.iter().find(|(place, keys)| *place != what && known(keys, name))?;
    Some(format!("`{name}` is a key of {place}; check the indentation."))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_end()
}

fn for_example(example: &str) -> String {
    if example.contains('\n') { format!("For example:\n\n{example}") } else { format!("For example: `{example}`.") }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 80 { text.to_owned() } else { text.chars().take(79).chain(['…']).collect() }
}

const fn key(name: &'static str, shape: &'static Shape, example: &'static str) -> Key {
    Key { name, shape, example }
}

static FILE: Shape = Shape::Keys("a rule file", FILE_KEYS);

static FILE_KEYS: &[Key] = &[
    key("factlint", &Shape::Text, "factlint: 1"),
    key("title", &Shape::Text, "title: Alaska summit"),
    key("as_of", &Shape::Text, "as_of: 2025-08-16"),
    key("source", &SOURCE, "source: State Department"),
    key("severity", &Shape::Text, "severity: warning"),
    key("about", &Shape::Texts, "about: [Alaska, Anchorage]"),
    key(
        "entities",
        &Shape::Named(&Shape::Keys("an entity", ENTITY_KEYS)),
        "entities:\n  russia: {name: Russia, kind: place}",
    ),
    key(
        "lexicon",
        &Shape::Named(&Shape::Keys("a wording", WORDING_KEYS)),
        "lexicon:\n  rebound: {verbs: [grab, pull down], nouns: [rebound]}",
    ),
    key(
        "claims",
        &Shape::ListOf(&Shape::TextOr(&Shape::Keys("a claim", CLAIM_KEYS))),
        "claims:\n  - summit length ~ 3 hours",
    ),
];

static SOURCE: Shape = Shape::TextOr(&Shape::Keys("a source", SOURCE_KEYS));

static SOURCE_KEYS: &[Key] = &[
    key("name", &Shape::Text, "name: State Department"),
    key("url", &Shape::Text, "url: https://example.org/visits"),
    key("date", &Shape::Text, "date: 2025-08-15"),
];

static ENTITY_KEYS: &[Key] = &[
    key("name", &Shape::Text, "name: Barack Obama"),
    key("kind", &Shape::Text, "kind: person"),
    key("also", &Shape::Texts, "also: [Obama, President Obama]"),
    key("demonym", &Shape::Text, "demonym: Russian"),
    key("in", &Shape::Text, "in: russia"),
    key("when", &Shape::Text, "when: 2025-08-15"),
    key("where", &Shape::Text, "where: Anchorage"),
    key("participants", &Shape::Texts, "participants: [trump, putin]"),
    key("about", &Shape::Texts, "about: [Alaska, Anchorage]"),
    key("is", &Shape::Texts, "is: [\"president of Russia, 2012-05-07..\"]"),
];

static WORDING_KEYS: &[Key] = &[
    key("verbs", &Shape::Texts, "verbs: [grab, pull down]"),
    key("nouns", &Shape::Texts, "nouns: [rebound, board]"),
    key("adjectives", &Shape::Texts, "adjectives: [jobless]"),
    key("prepositions", &Shape::Texts, "prepositions: [ahead of]"),
    key("inverse", &Shape::Keys("an inverse wording", INVERSE_KEYS), "inverse: {verbs: [lose to]}"),
];

static INVERSE_KEYS: &[Key] = &[
    key("verbs", &Shape::Texts, "verbs: [lose to]"),
    key("nouns", &Shape::Texts, "nouns: [defeat]"),
    key("adjectives", &Shape::Texts, "adjectives: [beaten]"),
    key("prepositions", &Shape::Texts, "prepositions: [behind]"),
];

static CLAIM_KEYS: &[Key] = &[
    key("id", &Shape::Text, "id: summit-length"),
    key("claim", &Shape::Text, "claim: summit length ~ 3 hours"),
    key("source", &SOURCE, "source: Kremlin pool report"),
    key("as_of", &Shape::Text, "as_of: 2025-08-15"),
    key("until", &Shape::Text, "until: 2025-12-31"),
    key("severity", &Shape::Text, "severity: warning"),
    key("quote", &Shape::Text, "quote: translated"),
    key("note", &Shape::Text, "note: Talks only, without the news conference."),
    key("also", &Shape::Texts, "also: [how long the talks lasted]"),
    key("patterns", &Shape::Texts, "patterns: [\"{summit} dragged on for {value}\"]"),
    key("tests", &Shape::Keys("`tests`", TEST_KEYS), "tests: {conflict: [\"The summit lasted two hours.\"]}"),
];

static TEST_KEYS: &[Key] = &[
    key("conflict", &Shape::Texts, "conflict: [\"The summit lasted two hours.\"]"),
    key("imprecise", &Shape::Texts, "imprecise: [\"The summit lasted several hours.\"]"),
    key("supported", &Shape::Texts, "supported: [\"They talked for nearly three hours.\"]"),
    key("silent", &Shape::Texts, "silent: [\"Trump then took a six-hour flight home.\"]"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::raw;

    #[test]
    fn the_schema_knows_the_same_keys() {
        let schema = schemars::schema_for!(raw::File);
        let schema = schema.as_value();
        let keys_of = |value: &serde_json::Value| -> Vec<String> {
            let mut keys: Vec<String> = value["properties"].as_object().expect("properties").keys().cloned().collect();
            keys.sort();
            keys
        };
        let names = |keys: &[Key]| {
            let mut names: Vec<String> = keys.iter().map(|key| key.name.to_owned()).collect();
            names.sort();
            names
        };
        assert_eq!(keys_of(schema), names(FILE_KEYS));
        for (name, keys) in [
            ("Entity", ENTITY_KEYS),
            ("Claim", CLAIM_KEYS),
            ("Wording", WORDING_KEYS),
            ("InverseWording", INVERSE_KEYS),
            ("SourceDetails", SOURCE_KEYS),
            ("Tests", TEST_KEYS),
        ] {
            assert_eq!(keys_of(&schema["$defs"][name]), names(keys), "{name}");
        }
    }
}
