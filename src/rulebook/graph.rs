//! Entities, containment, offices over time, events, facts and sources as one petgraph, and the
//! questions asked of it. Only this file names petgraph.

/// The graph of a rulebook.
#[derive(Debug, Default)]
pub struct Graph {}
