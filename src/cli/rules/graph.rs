//! `factlint rules graph`: entities, offices, events and claims as a drawing.

use super::{Rules, complain, print};
use crate::cli::{Exit, output};
use crate::rulebook::claim::print::print_term;
use crate::rulebook::graph::{EdgeKind, Node};
use crate::rulebook::{Rulebook, suggest};
use clap::{Args, ValueEnum};
use std::collections::HashSet;

#[derive(Debug, Args)]
pub struct Command {
    #[command(flatten)]
    rules: Rules,
    /// How to draw: for Graphviz (`factlint rules graph | dot -Tsvg > rules.svg`), for Mermaid, or as data
    #[arg(long, value_enum, default_value_t = Format::Dot)]
    format: Format,
    /// Only what lies near this entity: an id or a name
    #[arg(long, value_name = "ENTITY")]
    around: Option<String>,
    /// How many steps away from it
    #[arg(long, value_name = "STEPS", default_value_t = 1)]
    steps: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[rustfmt::skip]
enum Format { Dot, Mermaid, Json }

impl Command {
    /// Prints the drawing.
    pub fn run(self) -> Exit {
        let loaded = self.rules.load();
        let is_broken = complain(&loaded);
        let rulebook = &loaded.rulebook;
        let shown = match &self.around {
            None => None,
            Some(name) => match rulebook.names.reference(name) {
                Some(entity) => Some(rulebook.graph.around(entity, self.steps)),
                None => {
                    let meant = suggest::nearest(name, rulebook.names.all());
                    let advice = meant.map_or(String::new(), |meant| format!(" Did you mean `{meant}`?"));
                    output::complain(&format!("factlint: no entity is called `{name}`.{advice}\n"));
                    return Exit::Trouble;
                }
            },
        };
        let written = print(&draw(rulebook, self.format, shown.as_ref()));
        if is_broken { Exit::Trouble } else { written }
    }
}

fn draw(rulebook: &Rulebook, format: Format, shown: Option<&HashSet<usize>>) -> String {
    let (nodes, edges) = rulebook.graph.parts();
    let is_shown = |at: usize| shown.is_none_or(|shown| shown.contains(&at));
    let nodes = nodes.iter().enumerate().filter(|(at, _)| is_shown(*at));
    let nodes: Vec<(usize, &str, String)> = nodes.map(|(at, node)| (at, kind(node), label(rulebook, node))).collect();
    let edges: Vec<(usize, usize, String)> = edges
        .iter()
        .filter(|(from, to, _)| is_shown(*from) && is_shown(*to))
        .map(|(from, to, edge)| (*from, *to, edge_label(edge.kind)))
        .collect();
    match format {
        Format::Dot => dot(&nodes, &edges),
        Format::Mermaid => mermaid(&nodes, &edges),
        Format::Json => json(&nodes, &edges),
    }
}

type Nodes<'a> = [(usize, &'a str, String)];
type Edges = [(usize, usize, String)];

fn dot(nodes: &Nodes, edges: &Edges) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = String::from("digraph rules {\n  rankdir=LR;\n");
    for (at, kind, label) in nodes {
        let shape = match *kind {
            "entity" => "ellipse",
            "office" => "hexagon",
            "claim" => "box",
            _ => "note",
        };
        text += &format!("  n{at} [label=\"{}\", shape={shape}];\n", escaped(label));
    }
    for (from, to, label) in edges {
        text += &format!("  n{from} -> n{to} [label=\"{}\"];\n", escaped(label));
    }
    text + "}\n"
}

fn mermaid(nodes: &Nodes, edges: &Edges) -> String {
    let escaped = |text: &str| text.replace('"', "#quot;");
    let mut text = String::from("flowchart LR\n");
    for (at, kind, label) in nodes {
        let (open, close) = match *kind {
            "entity" => ("([", "])"),
            "office" => ("{{", "}}"),
            _ => ("[", "]"),
        };
        text += &format!("  n{at}{open}\"{}\"{close}\n", escaped(label));
    }
    for (from, to, label) in edges {
        text += &format!("  n{from} -->|\"{}\"| n{to}\n", escaped(label));
    }
    text
}

fn json(nodes: &Nodes, edges: &Edges) -> String {
    let nodes: Vec<_> =
        nodes.iter().map(|(at, kind, label)| serde_json::json!({"id": at, "kind": kind, "label": label})).collect();
    let edges: Vec<_> =
        edges.iter().map(|(from, to, label)| serde_json::json!({"from": from, "to": to, "label": label})).collect();
    let graph = serde_json::json!({"version": 1, "nodes": nodes, "edges": edges});
    serde_json::to_string_pretty(&graph).map_or(String::new(), |text| text + "\n")
}

fn kind(node: &Node) -> &'static str {
    match node {
        Node::Entity(_) => "entity",
        Node::Office { .. } => "office",
        Node::Fact(_) => "claim",
        Node::Source(_) => "source",
    }
}

fn label(rulebook: &Rulebook, node: &Node) -> String {
    match node {
        Node::Entity(entity) => rulebook.entity(*entity).map_or(String::new(), |entity| entity.name.clone()),
        Node::Office { title, .. } => title.clone(),
        Node::Fact(fact) => rulebook.fact(*fact).map_or(String::new(), |fact| fact.id.clone()),
        Node::Source(name) => name.clone(),
    }
}

fn edge_label(kind: EdgeKind) -> String {
    match kind {
        EdgeKind::In => "in".to_owned(),
        EdgeKind::Where => "where".to_owned(),
        EdgeKind::Participant => "participant".to_owned(),
        EdgeKind::Holds(Some(term)) => format!("is, {}", print_term(&term)),
        EdgeKind::Holds(None) => "is".to_owned(),
        EdgeKind::Subject => "subject".to_owned(),
        EdgeKind::Mentions => "mentions".to_owned(),
        EdgeKind::SourceOf => "source".to_owned(),
    }
}
