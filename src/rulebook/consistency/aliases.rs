//! One name for two entities, and nothing to tell them apart.

use super::between;
use crate::rulebook::fact::{Entity, Origin};
use crate::rulebook::names::normal;
use crate::rulebook::problem::Problem;
use crate::rulebook::{EntityId, Rulebook};
use std::collections::BTreeMap;

/// Shared names, each at the later entity. Two full names that are the same are an error, shared aliases a warning.
pub fn find(rulebook: &Rulebook) -> Vec<Problem> {
    let mut owners: BTreeMap<String, Vec<(EntityId, Origin, bool, &str)>> = BTreeMap::new();
    for (at, entity) in rulebook.entities.iter().enumerate() {
        for (name, origin, is_main) in names(entity) {
            let owners = owners.entry(normal(name)).or_default();
            if !owners.iter().any(|(owner, ..)| *owner == EntityId(at)) {
                owners.push((EntityId(at), origin, is_main, name));
            }
        }
    }
    let mut problems = Vec::new();
    for owners in owners.values() {
        for (at, (owner, origin, is_main, name)) in owners.iter().enumerate().skip(1) {
            let other = owners[..at].iter().find(|(other, ..)| !told_apart(rulebook, *other, *owner));
            let Some((other, first, other_is_main, _)) = other else { continue };
            problems.push(report(rulebook, name, (*owner, *origin), (*other, *first), *is_main && *other_is_main));
        }
    }
    problems
}

fn names(entity: &Entity) -> impl Iterator<Item = (&String, Origin, bool)> {
    let also = entity.also.iter().zip(&entity.spots.also);
    std::iter::once((&entity.name, entity.spots.name, true)).chain(also.map(|(name, origin)| (name, *origin, false)))
}

/// Another kind, another `about:`, another time, or one inside the other.
fn told_apart(rulebook: &Rulebook, one: EntityId, two: EntityId) -> bool {
    let (Some(a), Some(b)) = (rulebook.entity(one), rulebook.entity(two)) else { return true };
    a.kind != b.kind
        || a.about != b.about
        || (a.when.is_some() && b.when.is_some() && a.when != b.when)
        || rulebook.graph.within(rulebook, one, two).is_some()
        || rulebook.graph.within(rulebook, two, one).is_some()
}

fn report(
    rulebook: &Rulebook,
    name: &str,
    (owner, origin): (EntityId, Origin),
    (other, first): (EntityId, Origin),
    are_main: bool,
) -> Problem {
    let id = |entity: EntityId| rulebook.entity(entity).map_or("", |entity| entity.id.as_str());
    let problem = between(
        rulebook,
        "shared-alias",
        (origin, format!("`{}` is called so", id(owner))),
        (first, format!("and `{}` too", id(other))),
        format!("`{name}` names two entities, `{}` and `{}`, and nothing tells them apart.", id(other), id(owner)),
    );
    let problem = problem.help(if are_main {
        "If they are one, give both the same id; if not, tell them apart by `kind:`, `about:` or `when:`.".to_owned()
    } else {
        format!("Remove it from one of them, or tell them apart: `{}: {{about: […]}}`.", id(owner))
    });
    if are_main { problem } else { problem.as_warning() }
}
