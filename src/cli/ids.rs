//! Ids of claims as people type them.

use crate::rulebook::{Fact, FactId, Rulebook, suggest};

/// How many ids are suggested for one that nothing has.
const SUGGESTED: usize = 3;

/// The fact that an id names, or what to say about an id that names none or several.
pub fn resolve(rulebook: &Rulebook, id: &str) -> Result<FactId, String> {
    rulebook.find(id).ok_or_else(|| {
        let same: Vec<&str> = ids(rulebook, |fact| fact.short_id() == id);
        if same.len() > 1 {
            return format!("factlint: several files have a claim `{id}`. Write {}.\n", listed(&same));
        }
        let near = near(rulebook, id);
        if near.is_empty() {
            format!("factlint: no claim has the id `{id}`. `factlint rules list` shows all ids.\n")
        } else {
            format!("factlint: no claim has the id `{id}`. Did you mean {}?\n", listed(&near))
        }
    })
}

/// Ids that are spelled alike, and those that have the words in them.
fn near<'a>(rulebook: &'a Rulebook, id: &str) -> Vec<&'a str> {
    let all = rulebook.facts.iter().flat_map(|fact| [fact.id.as_str(), fact.short_id()]);
    let mut near: Vec<&str> = suggest::nearest(id, all).into_iter().collect();
    let wanted = suggest::slug(id.rsplit('/').next().unwrap_or(id));
    let holds = |fact: &Fact| wanted.len() > 2 && fact.short_id().contains(&wanted);
    for other in ids(rulebook, holds) {
        if !near.iter().any(|known| other == *known || other.ends_with(&format!("/{known}"))) {
            near.push(other);
        }
    }
    near.truncate(SUGGESTED);
    near
}

fn ids(rulebook: &Rulebook, wanted: impl Fn(&Fact) -> bool) -> Vec<&str> {
    rulebook.facts.iter().filter(|fact| wanted(fact)).map(|fact| fact.id.as_str()).collect()
}

/// "`a`, `b` or `c`".
fn listed(ids: &[&str]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    match ids.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}
