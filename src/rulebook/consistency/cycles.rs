//! Circles: a place that lies in itself, an event before itself.

use super::path;
use crate::rulebook::claim::ast::Claim;
use crate::rulebook::fact::Origin;
use crate::rulebook::problem::Problem;
use crate::rulebook::{EntityId, Rulebook};
use std::collections::HashMap;

/// Circles in `in:` and in claims of before and after, each reported once.
pub fn find(rulebook: &Rulebook) -> Vec<Problem> {
    let within = rulebook.entities.iter().enumerate().filter_map(|(at, entity)| {
        let origin = entity.spots.within.unwrap_or(entity.origin);
        Some((EntityId(at), entity.within?, origin))
    });
    let mut problems = circles(rulebook, within.collect(), "cycle-in", "lies in");
    problems.extend(circles(rulebook, orders(rulebook), "cycle-in-time", "comes before"));
    problems
}

/// From an entity to another, and where that was written.
type Step = (EntityId, EntityId, Origin);

fn circles(rulebook: &Rulebook, steps: Vec<Step>, code: &'static str, verb: &str) -> Vec<Problem> {
    let mut next: HashMap<EntityId, Vec<(EntityId, Origin)>> = HashMap::new();
    for (from, to, origin) in &steps {
        next.entry(*from).or_default().push((*to, *origin));
    }
    let mut state: HashMap<EntityId, bool> = HashMap::new();
    let mut problems = Vec::new();
    for (start, _, _) in &steps {
        if let Some(circle) = circle_from(*start, &next, &mut state) {
            problems.push(report(rulebook, &circle, code, verb));
        }
    }
    problems
}

/// The first circle reached from `start` that no earlier start has reached. Entities are done (`true`) or on the way.
fn circle_from(
    start: EntityId,
    next: &HashMap<EntityId, Vec<(EntityId, Origin)>>,
    state: &mut HashMap<EntityId, bool>,
) -> Option<Vec<(EntityId, Origin)>> {
    if state.contains_key(&start) {
        return None;
    }
    let mut way: Vec<(EntityId, usize)> = vec![(start, 0)];
    let mut found = None;
    state.insert(start, false);
    while let Some((at, taken)) = way.last_mut() {
        let here = *at;
        let Some((to, _)) = next.get(&here).and_then(|steps| steps.get(*taken)).copied() else {
            state.insert(here, true);
            way.pop();
            continue;
        };
        *taken += 1;
        match state.get(&to) {
            None => {
                state.insert(to, false);
                way.push((to, 0));
            }
            Some(false) if found.is_none() => {
                let first = way.iter().position(|(entity, _)| *entity == to).unwrap_or(0);
                let origin = |(entity, taken): &(EntityId, usize)| {
                    let step = next.get(entity).and_then(|steps| steps.get(taken - 1));
                    (*entity, step.map_or(Origin::default(), |(_, origin)| *origin))
                };
                found = Some(way[first..].iter().map(origin).collect());
            }
            Some(_) => {}
        }
    }
    found
}

fn report(rulebook: &Rulebook, circle: &[(EntityId, Origin)], code: &'static str, verb: &str) -> Problem {
    let name = |entity: EntityId| rulebook.entity(entity).map_or("", |entity| &entity.name);
    let (first, origin) = circle.first().copied().unwrap_or((EntityId(0), Origin::default()));
    let chain: Vec<&str> = circle.iter().map(|(entity, _)| name(*entity)).chain([name(first)]).collect();
    let message = match chain.as_slice() {
        [only, _] => format!("{only} {verb} itself."),
        chain => format!("This runs in a circle: {}.", chain.join(&format!(" {verb} "))),
    };
    let mut problem = Problem::error(code, path(rulebook, origin), origin.span, message, "one step of the circle");
    for (entity, origin) in circle.iter().skip(1) {
        problem = problem.related(path(rulebook, *origin), origin.span, format!("{} goes on here", name(*entity)));
    }
    problem.help("One of these lines must go.")
}

/// "The Alaska summit took place before the Istanbul talks": what comes before what, by sentence claims that
/// name two entities around "before" or "after" and nothing else of substance.
fn orders(rulebook: &Rulebook) -> Vec<Step> {
    const VERBS: [&str; 12] =
        ["was", "came", "happened", "took", "place", "opened", "ended", "began", "started", "held", "the", "is"];
    let mut steps = Vec::new();
    for fact in &rulebook.facts {
        let Claim::Sentence(sentence) = &fact.claim else { continue };
        let text = sentence.value.trim_end_matches('.');
        let found = [" before ", " after "].iter().find_map(|word| Some((*word, text.split_once(word)?)));
        let Some((word, (left, right))) = found else { continue };
        let (one, two) = (rulebook.names.mentions(left), rulebook.names.mentions(right));
        let ([(a, start, end)], [(b, from, to)]) = (one.as_slice(), two.as_slice()) else { continue };
        let rest = [left.get(..*start), left.get(*end..), right.get(..*from), right.get(*to..)];
        let is_plain = rest
            .iter()
            .flatten()
            .flat_map(|part| part.split_whitespace())
            .all(|word| VERBS.contains(&word.to_lowercase().as_str()));
        if is_plain {
            steps.push(if word == " before " { (*a, *b, fact.origin) } else { (*b, *a, fact.origin) });
        }
    }
    steps
}
