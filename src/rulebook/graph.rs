//! Entities, containment, offices over time, events, facts and sources as one petgraph, and the
//! questions asked of it. Only this file names petgraph.

use super::claim::ast::Term;
use super::fact::{EntityId, FactId, Origin};
use super::names::NameIndex;
use super::offices::{self, Office};
use super::{Kind, Rulebook};
use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{HashMap, HashSet, VecDeque};

/// The graph of a rulebook.
#[derive(Debug, Default)]
pub struct Graph {
    graph: DiGraph<Node, Edge>,
    entities: Vec<NodeIndex>,
    facts: Vec<NodeIndex>,
    offices: HashMap<Office, NodeIndex>,
    sources: HashMap<String, NodeIndex>,
}

/// What stands in the graph.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Entity(EntityId),
    /// An office or a class, with its title as first written.
    Office {
        office: Office,
        title: String,
    },
    Fact(FactId),
    Source(String),
}

/// How two of them are connected, and where that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    pub kind: EdgeKind,
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EdgeKind {
    /// Entity → the place it lies in.
    In,
    /// Event → where it happened.
    Where,
    /// Event → who took part.
    Participant,
    /// Entity → office or class.
    Holds(Option<Term>),
    /// Fact → the entity its subject names.
    Subject,
    /// Fact → an entity it names elsewhere.
    Mentions,
    /// Fact → where it comes from.
    SourceOf,
}

/// A line of the rules that an answer rests on, said in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// "St. Petersburg is in Russia".
    pub words: String,
    pub origin: Origin,
}

/// Someone in an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub holder: EntityId,
    pub office: Office,
    /// As the rules write it: "president of the United States".
    pub title: String,
    pub term: Option<Term>,
    pub evidence: Evidence,
}

impl Graph {
    /// The graph of entities and facts.
    pub fn new(rulebook: &Rulebook) -> Self {
        let mut builder = Builder { rulebook, graph: Graph::default() };
        builder.entities();
        builder.facts();
        builder.graph
    }

    /// Whether `inner` lies in `outer`, by which steps. An entity lies in itself, by none.
    pub fn within(&self, rulebook: &Rulebook, inner: EntityId, outer: EntityId) -> Option<Vec<Evidence>> {
        let start = *self.entities.get(inner.0)?;
        let goal = *self.entities.get(outer.0)?;
        let mut came_by: HashMap<NodeIndex, (NodeIndex, Origin, EdgeKind)> = HashMap::new();
        let mut queue = VecDeque::from([start]);
        let mut seen = HashSet::from([start]);
        while let Some(node) = queue.pop_front() {
            if node == goal {
                return Some(self.path(rulebook, &came_by, start, goal));
            }
            for edge in self.graph.edges(node) {
                if matches!(edge.weight().kind, EdgeKind::In | EdgeKind::Where) && seen.insert(edge.target()) {
                    came_by.insert(edge.target(), (node, edge.weight().origin, edge.weight().kind));
                    queue.push_back(edge.target());
                }
            }
        }
        None
    }

    /// Everything that `inner` lies in, the nearest first.
    pub fn containers(&self, inner: EntityId) -> Vec<EntityId> {
        let mut found = Vec::new();
        let mut queue: VecDeque<EntityId> = VecDeque::from([inner]);
        while let Some(at) = queue.pop_front() {
            for next in self.neighbours(at, |kind| matches!(kind, EdgeKind::In | EdgeKind::Where)) {
                if next != inner && !found.contains(&next) {
                    found.push(next);
                    queue.push_back(next);
                }
            }
        }
        found
    }

    /// Everything that lies in `outer`, the nearest first.
    pub fn contents(&self, outer: EntityId) -> Vec<EntityId> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([outer]);
        let mut queue: VecDeque<EntityId> = VecDeque::from([outer]);
        while let Some(at) = queue.pop_front() {
            let Some(node) = self.entities.get(at.0) else { continue };
            let mut inner: Vec<EntityId> = self
                .graph
                .edges_directed(*node, Direction::Incoming)
                .filter(|edge| matches!(edge.weight().kind, EdgeKind::In))
                .filter_map(|edge| self.entity_of(edge.source()))
                .collect();
            inner.sort();
            for next in inner {
                if seen.insert(next) {
                    found.push(next);
                    queue.push_back(next);
                }
            }
        }
        found
    }

    /// The offices and classes of an entity on a day; of all times where no day is given.
    pub fn offices_of(&self, rulebook: &Rulebook, holder: EntityId, day: Option<Date>) -> Vec<Held> {
        let Some(node) = self.entities.get(holder.0) else { return Vec::new() };
        let edges = self.graph.edges(*node);
        let held = edges.filter_map(|edge| self.held(rulebook, edge.source(), edge.target(), edge.weight()));
        in_order(held.filter(|held| on(held, day)).collect())
    }

    /// Who holds the office that `title` names on a day; who ever did where no day is given.
    pub fn holders(&self, rulebook: &Rulebook, title: &str, day: Option<Date>) -> Vec<Held> {
        self.holders_of(rulebook, &offices::office(title, &rulebook.names), day)
    }

    /// The same for an office that is known already.
    pub fn holders_of(&self, rulebook: &Rulebook, office: &Office, day: Option<Date>) -> Vec<Held> {
        let Some(node) = self.offices.get(office) else { return Vec::new() };
        let edges = self.graph.edges_directed(*node, Direction::Incoming);
        let held = edges.filter_map(|edge| self.held(rulebook, edge.source(), edge.target(), edge.weight()));
        in_order(held.filter(|held| on(held, day)).collect())
    }

    /// All offices that rules know, in order of their words.
    pub fn offices(&self) -> Vec<&Office> {
        let mut offices: Vec<&Office> = self.offices.keys().collect();
        offices.sort_by(|a, b| (&a.role, a.owner).cmp(&(&b.role, b.owner)));
        offices
    }

    /// The facts that name an entity, in order.
    pub fn facts_about(&self, entity: EntityId) -> Vec<FactId> {
        let Some(node) = self.entities.get(entity.0) else { return Vec::new() };
        let mut facts: Vec<FactId> = self
            .graph
            .edges_directed(*node, Direction::Incoming)
            .filter(|edge| matches!(edge.weight().kind, EdgeKind::Subject | EdgeKind::Mentions))
            .filter_map(|edge| match self.graph.node_weight(edge.source()) {
                Some(Node::Fact(fact)) => Some(*fact),
                _ => None,
            })
            .collect();
        facts.sort();
        facts.dedup();
        facts
    }

    /// The entities that a fact names, its subject's first.
    pub fn entities_of(&self, fact: FactId) -> Vec<EntityId> {
        let Some(node) = self.facts.get(fact.0) else { return Vec::new() };
        let mut edges: Vec<(bool, EntityId)> = self
            .graph
            .edges(*node)
            .filter(|edge| matches!(edge.weight().kind, EdgeKind::Subject | EdgeKind::Mentions))
            .filter_map(|edge| Some((edge.weight().kind != EdgeKind::Subject, self.entity_of(edge.target())?)))
            .collect();
        edges.sort();
        edges.into_iter().map(|(_, entity)| entity).collect()
    }

    /// The events in which all of these took part, with the lines that say so.
    pub fn events_with(&self, rulebook: &Rulebook, participants: &[EntityId]) -> Vec<(EntityId, Vec<Evidence>)> {
        let Some(first) = participants.first() else { return Vec::new() };
        let Some(node) = self.entities.get(first.0) else { return Vec::new() };
        let mut events: Vec<EntityId> = self
            .graph
            .edges_directed(*node, Direction::Incoming)
            .filter(|edge| edge.weight().kind == EdgeKind::Participant)
            .filter_map(|edge| self.entity_of(edge.source()))
            .collect();
        events.sort();
        events.dedup();
        events
            .into_iter()
            .filter_map(|event| {
                let evidence: Option<Vec<Evidence>> =
                    participants.iter().map(|who| self.took_part(rulebook, event, *who)).collect();
                Some((event, evidence?))
            })
            .collect()
    }

    /// The line that says that `who` took part in `event`.
    pub fn took_part(&self, rulebook: &Rulebook, event: EntityId, who: EntityId) -> Option<Evidence> {
        let (event_node, who_node) = (self.entities.get(event.0)?, self.entities.get(who.0)?);
        let edge = self
            .graph
            .edges_connecting(*event_node, *who_node)
            .find(|edge| edge.weight().kind == EdgeKind::Participant)?;
        let words = format!("{} took part in the {}", name(rulebook, who), name(rulebook, event));
        Some(Evidence { words, origin: edge.weight().origin })
    }

    /// The event's place, with the line that says so.
    pub fn place_of(&self, rulebook: &Rulebook, event: EntityId) -> Option<(EntityId, Evidence)> {
        let node = self.entities.get(event.0)?;
        let edge = self.graph.edges(*node).find(|edge| edge.weight().kind == EdgeKind::Where)?;
        let place = self.entity_of(edge.target())?;
        let words = format!("{} was in {}", name(rulebook, event), name(rulebook, place));
        Some((place, Evidence { words, origin: edge.weight().origin }))
    }

    /// All nodes and edges, for drawing: nodes by number.
    pub fn parts(&self) -> (Vec<&Node>, Vec<(usize, usize, &Edge)>) {
        let nodes = self.graph.node_weights().collect();
        let edges = self.graph.edge_references();
        (nodes, edges.map(|edge| (edge.source().index(), edge.target().index(), edge.weight())).collect())
    }

    /// The numbers of the nodes at most `steps` away from an entity, itself included.
    pub fn around(&self, entity: EntityId, steps: usize) -> HashSet<usize> {
        let mut found = HashSet::new();
        let Some(start) = self.entities.get(entity.0) else { return found };
        let mut frontier = vec![*start];
        found.insert(start.index());
        for _ in 0..steps {
            let mut next = Vec::new();
            for node in frontier {
                for neighbour in self.graph.neighbors_undirected(node) {
                    if found.insert(neighbour.index()) {
                        next.push(neighbour);
                    }
                }
            }
            frontier = next;
        }
        found
    }

    fn neighbours(&self, entity: EntityId, fits: impl Fn(EdgeKind) -> bool) -> Vec<EntityId> {
        let Some(node) = self.entities.get(entity.0) else { return Vec::new() };
        let mut found: Vec<EntityId> = self
            .graph
            .edges(*node)
            .filter(|edge| fits(edge.weight().kind))
            .filter_map(|edge| self.entity_of(edge.target()))
            .collect();
        found.sort();
        found
    }

    fn entity_of(&self, node: NodeIndex) -> Option<EntityId> {
        match self.graph.node_weight(node) {
            Some(Node::Entity(entity)) => Some(*entity),
            _ => None,
        }
    }

    fn held(&self, rulebook: &Rulebook, holder: NodeIndex, office: NodeIndex, edge: &Edge) -> Option<Held> {
        let EdgeKind::Holds(term) = edge.kind else { return None };
        let holder = self.entity_of(holder)?;
        let Some(Node::Office { office, title }) = self.graph.node_weight(office) else { return None };
        let words = match term {
            Some(term) => format!("{}: {title}, {}", name(rulebook, holder), super::claim::print::print_term(&term)),
            None => format!("{}: {title}", name(rulebook, holder)),
        };
        let evidence = Evidence { words, origin: edge.origin };
        Some(Held { holder, office: office.clone(), title: title.clone(), term, evidence })
    }

    fn path(
        &self,
        rulebook: &Rulebook,
        came_by: &HashMap<NodeIndex, (NodeIndex, Origin, EdgeKind)>,
        start: NodeIndex,
        goal: NodeIndex,
    ) -> Vec<Evidence> {
        let mut path = Vec::new();
        let mut at = goal;
        while at != start {
            let Some((from, origin, kind)) = came_by.get(&at) else { break };
            if let (Some(inner), Some(outer)) = (self.entity_of(*from), self.entity_of(at)) {
                let verb = if *kind == EdgeKind::Where { "was" } else { "is" };
                let words = format!("{} {verb} in {}", name(rulebook, inner), name(rulebook, outer));
                path.push(Evidence { words, origin: *origin });
            }
            at = *from;
        }
        path.reverse();
        path
    }
}

fn on(held: &Held, day: Option<Date>) -> bool {
    match (day, held.term) {
        (Some(day), Some(term)) => term.contains(day),
        _ => true,
    }
}

/// By time, then by place in the rules.
fn in_order(mut held: Vec<Held>) -> Vec<Held> {
    held.sort_by_key(|held| {
        let from = held.term.and_then(|term| term.from);
        (from, held.holder, held.evidence.origin.file, held.evidence.origin.span)
    });
    held.dedup_by(|a, b| a.holder == b.holder && a.term == b.term && a.office == b.office);
    held
}

fn name(rulebook: &Rulebook, entity: EntityId) -> &str {
    rulebook.entity(entity).map_or("", |entity| &entity.name)
}

struct Builder<'a> {
    rulebook: &'a Rulebook,
    graph: Graph,
}

impl Builder<'_> {
    fn entities(&mut self) {
        for at in 0..self.rulebook.entities.len() {
            let node = self.graph.graph.add_node(Node::Entity(EntityId(at)));
            self.graph.entities.push(node);
        }
        for (at, entity) in self.rulebook.entities.iter().enumerate() {
            let node = self.graph.entities[at];
            let origin = entity.origin;
            if let Some(within) = entity.within {
                // An organization lies in a place as a place does.
                self.link(node, within, EdgeKind::In, entity.spots.within.unwrap_or(origin));
            }
            if let Some(place) = entity.place {
                let kind = if entity.kind == Some(Kind::Event) || entity.within.is_some() {
                    EdgeKind::Where
                } else {
                    EdgeKind::In
                };
                self.link(node, place, kind, entity.spots.place.unwrap_or(origin));
            }
            for (participant, spot) in entity.participants.iter().zip(&entity.spots.participants) {
                self.link(node, *participant, EdgeKind::Participant, *spot);
            }
            for class in &entity.classes {
                let office = self.office(&class.title);
                let edge = Edge { kind: EdgeKind::Holds(class.term), origin: class.origin };
                self.graph.graph.add_edge(node, office, edge);
            }
        }
    }

    fn facts(&mut self) {
        let rulebook = self.rulebook;
        for (at, fact) in rulebook.facts.iter().enumerate() {
            let node = self.graph.graph.add_node(Node::Fact(FactId(at)));
            self.graph.facts.push(node);
            self.mentions(node, &fact.text, fact.subject_end(), fact.origin, &rulebook.names);
            if let Some(source) = &fact.source {
                let target = self.source(&source.name);
                self.graph.graph.add_edge(node, target, Edge { kind: EdgeKind::SourceOf, origin: fact.origin });
            }
            if fact.office_of.is_none() {
                self.claimed_office(FactId(at));
            }
        }
    }

    /// A claim such as `president of Russia = Putin, 2012-05-07..` fills an office.
    fn claimed_office(&mut self, fact: FactId) {
        let Some(fact) = self.rulebook.fact(fact) else { return };
        let has_term = |term: Option<Term>| term.is_some();
        for (office, holder, term, _) in offices::holders(&fact.claim, &self.rulebook.names) {
            let is_known = self.graph.offices.contains_key(&office);
            if !is_known && !has_term(term) {
                continue;
            }
            let super::claim::ast::Claim::Comparison(comparison) = &fact.claim else { continue };
            let target = self.office(&comparison.subject.text);
            let Some(node) = self.graph.entities.get(holder.0).copied() else { continue };
            self.graph.graph.add_edge(node, target, Edge { kind: EdgeKind::Holds(term), origin: fact.origin });
        }
    }

    fn mentions(&mut self, fact: NodeIndex, text: &str, subject_end: usize, origin: Origin, names: &NameIndex) {
        let mut linked: Vec<EntityId> = Vec::new();
        for (entity, start, _) in names.mentions(text) {
            if linked.contains(&entity) {
                continue;
            }
            linked.push(entity);
            let kind = if start < subject_end { EdgeKind::Subject } else { EdgeKind::Mentions };
            self.link(fact, entity, kind, origin);
        }
    }

    fn link(&mut self, from: NodeIndex, to: EntityId, kind: EdgeKind, origin: Origin) {
        if let Some(target) = self.graph.entities.get(to.0).copied() {
            self.graph.graph.add_edge(from, target, Edge { kind, origin });
        }
    }

    fn office(&mut self, title: &str) -> NodeIndex {
        let office = offices::office(title, &self.rulebook.names);
        if let Some(node) = self.graph.offices.get(&office) {
            return *node;
        }
        let node = self.graph.graph.add_node(Node::Office { office: office.clone(), title: title.to_owned() });
        self.graph.offices.insert(office, node);
        node
    }

    fn source(&mut self, name: &str) -> NodeIndex {
        if let Some(node) = self.graph.sources.get(name) {
            return *node;
        }
        let node = self.graph.graph.add_node(Node::Source(name.to_owned()));
        self.graph.sources.insert(name.to_owned(), node);
        node
    }
}
