//! `en/*.yaml` → relations.

use super::lexicon::data::Relation;
use super::lexicon::wording::{Form, Wording};
use serde::Deserialize;
use std::path::Path;

/// The relations of all files, in order of the files' names.
pub fn read(folder: &Path) -> Result<Vec<Relation>, String> {
    let mut relations = Vec::new();
    for (path, text) in super::files(folder, "yaml")? {
        let file: File = serde_yaml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        for entry in file.relations {
            let wordings = entry.wordings();
            if wordings.is_empty() {
                return Err(format!("{}: the relation `{}` has no wording", path.display(), entry.id));
            }
            relations.push(Relation {
                wordings,
                id: entry.id,
                desk: file.desk.clone(),
                means: entry.means,
                owner: entry.owner,
                value: entry.value,
                asks: entry.asks,
                counts: entry.counts,
                tests: entry.tests,
            });
        }
    }
    Ok(relations)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    desk: String,
    relations: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(default)]
    means: String,
    #[serde(default)]
    owner: Vec<String>,
    #[serde(default)]
    value: Vec<String>,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    agents: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    counts: Vec<String>,
    #[serde(default)]
    inverse: Side,
    #[serde(default)]
    negative: Side,
    #[serde(default)]
    tests: Vec<String>,
}

/// Wordings with the roles turned round, or that deny.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Side {
    verbs: Vec<String>,
    events: Vec<String>,
    nouns: Vec<String>,
    agents: Vec<String>,
    adjectives: Vec<String>,
}

impl Entry {
    /// Plain wordings first, then the inverse, then the negative ones.
    fn wordings(&self) -> Vec<Wording> {
        let sides: [([&Vec<String>; 5], bool, bool); 3] = [
            ([&self.verbs, &self.events, &self.nouns, &self.agents, &self.adjectives], false, false),
            (self.inverse.lists(), true, false),
            (self.negative.lists(), false, true),
        ];
        let forms = [Form::Verb, Form::Event, Form::Noun, Form::Agent, Form::Adjective];
        let mut all = Vec::new();
        for (lists, inverse, negative) in sides {
            for (form, texts) in forms.into_iter().zip(lists) {
                let read = texts.iter().filter_map(|text| Wording::parse(form, text));
                all.extend(read.map(|wording| Wording { inverse, negative, ..wording }));
            }
        }
        all
    }
}

impl Side {
    fn lists(&self) -> [&Vec<String>; 5] {
        [&self.verbs, &self.events, &self.nouns, &self.agents, &self.adjectives]
    }
}
