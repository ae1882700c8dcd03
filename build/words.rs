//! `words/*` → what single words mean beside each other.

use super::lexicon::data::WordData;
use serde_yaml::Value as Yaml;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The texts of the files, which the packed words are cut from.
pub struct Texts {
    files: BTreeMap<String, String>,
    yaml: BTreeMap<String, Yaml>,
    /// First names and titles as they are looked up.
    lower: Vec<String>,
}

impl Texts {
    pub fn read(folder: &Path) -> Result<Self, String> {
        let name = |path: &Path| path.file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
        let files = super::files(folder, "tsv")?.into_iter().map(|(path, text)| (name(&path), text)).collect();
        let mut yaml = BTreeMap::new();
        for (path, text) in super::files(folder, "yaml")? {
            let read = serde_yaml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            yaml.insert(name(&path), read);
        }
        let mut texts = Self { files, yaml, lower: Vec::new() };
        let names = texts.yaml("names")?;
        let titles = names.get("titles");
        let listed = [names.get("female"), names.get("male")]
            .into_iter()
            .chain(["male", "female", "neutral"].map(|key| titles.and_then(|titles| titles.get(key))));
        let lower = listed.flat_map(strings).map(lowered).collect();
        texts.lower = lower;
        Ok(texts)
    }

    fn table(&self, name: &str) -> Result<impl Iterator<Item = Vec<&str>>, String> {
        let text = self.files.get(name).ok_or_else(|| format!("words/{name}.tsv is missing"))?;
        Ok(text.lines().map(|line| line.split('\t').collect()))
    }

    fn yaml(&self, name: &str) -> Result<&Yaml, String> {
        self.yaml.get(name).ok_or_else(|| format!("words/{name}.yaml is missing"))
    }

    /// A name or title in the form in which it is looked up.
    fn lower(&self, name: &str) -> &str {
        let wanted = lowered(name);
        self.lower.iter().find(|known| **known == wanted).map_or("", String::as_str)
    }
}

fn lowered(name: &str) -> String {
    name.to_lowercase().trim_end_matches('.').to_owned()
}

/// The words of all files.
pub fn words(texts: &Texts) -> Result<WordData<'_>, String> {
    let mut data = WordData::default();
    tables(texts, &mut data)?;
    lists(texts, &mut data)?;
    relations_of_words(texts, &mut data)?;
    people(texts, &mut data)?;
    Ok(data)
}

fn tables<'t>(texts: &'t Texts, data: &mut WordData<'t>) -> Result<(), String> {
    let mut derivations: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for cells in texts.table("derivations")? {
        let [verb, noun, role, ..] = cells[..] else { continue };
        derivations.entry(verb).or_default().push((noun, role));
        derivations.entry(noun).or_default().push((verb, role));
    }
    data.derivations = derivations.into_iter().collect();
    let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
    for cells in texts.table("supersense")? {
        let [noun, sense, ..] = cells[..] else { continue };
        let kind = match sense {
            "person" => "person",
            "group" => "organization",
            "place" => "place",
            "event" | "act" => "event",
            "work" => "work",
            "artifact" | "food" | "animal" | "plant" => "thing",
            _ => continue,
        };
        kinds.insert(noun, kind);
    }
    data.kinds = kinds.into_iter().collect();
    let mut hypernyms: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for cells in texts.table("hypernyms")? {
        let [noun, chain, ..] = cells[..] else { continue };
        hypernyms.insert(noun, chain.split('|').collect());
    }
    data.hypernyms = hypernyms.into_iter().collect();
    let mut synonyms: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for cells in texts.table("synonyms")? {
        let [word, _, list, ..] = cells[..] else { continue };
        synonyms.entry(word).or_default().extend(list.split('|'));
    }
    data.synonyms = synonyms.into_iter().collect();
    Ok(())
}

/// Lists of words and phrases: the name that the program knows each by, its file, and the keys that lead to it.
const LISTS: &[(&str, &str, &[&str])] = &[
    ("identity.colouring", "other_event", &["same.determiners", "same.colouring"]),
    ("identity.comparison", "other_event", &["record_comparison.comparators"]),
    ("identity.marks", "other_event", &["marks"]),
    ("identity.other", "other_event", &["other.determiners", "other.adjectives"]),
    ("identity.partial", "other_event", &["partial_period.phrases"]),
    ("identity.rates", "other_event", &["rates"]),
    ("identity.starting", "other_event", &["starting"]),
    ("identity.bounding", "other_event", &["bounding"]),
    ("identity.other_side", "other_event", &["other_side"]),
    ("identity.subset", "other_event", &["subset.phrases"]),
    ("modality.attribution", "modality", &["attribution"]),
    ("modality.conditional", "modality", &["conditional"]),
    ("modality.correction", "modality", &["correction"]),
    ("modality.debunk", "modality", &["debunk"]),
    ("modality.denial", "modality", &["denial"]),
    ("modality.habitual", "modality", &["habitual"]),
    ("modality.hearsay", "modality", &["hearsay"]),
    ("modality.imagination", "modality", &["imagination"]),
    ("modality.negative_claims", "modality", &["negative_claims"]),
    ("modality.negators", "modality", &["negators"]),
    ("modality.outlets", "modality", &["correction.outlets"]),
    ("modality.put_right", "modality", &["correction.put_right"]),
    ("modality.pieces", "modality", &["correction.pieces"]),
    ("modality.posts", "modality", &["hearsay.posts"]),
    ("modality.plan", "modality", &["plan"]),
    ("modality.plan_claims", "modality", &["plan_claims"]),
    ("modality.rebuttals", "modality", &["rebuttals"]),
    ("modality.demand_claims", "modality", &["demand_claims"]),
    ("modality.norm_claims", "modality", &["norm_claims"]),
    ("modality.sayings", "modality", &["sayings"]),
    ("offices.other", "offices", &["other"]),
    ("offices.parties", "offices", &["parties"]),
    ("offices.post", "offices", &["post"]),
    ("offices.replacing", "offices", &["replacing"]),
    ("offices.running", "offices", &["running"]),
    ("modality.slips", "modality", &["correction.slips"]),
    ("modality.rumours", "modality", &["hearsay.rumours"]),
    ("modality.falsehoods", "modality", &["falsehoods"]),
    ("modality.truths", "modality", &["truths"]),
    ("modality.suppositions", "modality", &["suppositions"]),
    ("modality.falsely", "modality", &["falsely"]),
    ("modality.proposals", "modality", &["proposals"]),
    ("verbs.change", "verbs", &["change"]),
    ("verbs.decisive", "verbs", &["decisive"]),
    ("verbs.level", "verbs", &["level"]),
    ("verbs.light", "verbs", &["light"]),
    ("verbs.mutual", "verbs", &["mutual"]),
    ("verbs.occurring", "verbs", &["occurring"]),
    ("verbs.people", "verbs", &["people"]),
    ("verbs.reaching", "verbs", &["reaching"]),
    ("verbs.repeatable", "verbs", &["repeatable"]),
    ("verbs.returned", "verbs", &["returned"]),
    ("verbs.sole", "verbs", &["sole"]),
    ("verbs.support", "verbs", &["support"]),
];

fn lists<'t>(texts: &'t Texts, data: &mut WordData<'t>) -> Result<(), String> {
    for (name, file, paths) in LISTS {
        let root = texts.yaml(file)?;
        let mut list = Vec::new();
        for path in *paths {
            let found = path.split('.').try_fold(root, |at, key| at.get(key));
            let found = found.ok_or_else(|| format!("words/{file}.yaml: `{path}` is missing"))?;
            list.extend(strings(Some(found)));
        }
        data.lists.push((name, list));
    }
    data.lists.push(("modality.quoting", quoting(texts.yaml("modality")?.get("attribution"))));
    let light = texts.yaml("light")?;
    // Verbs that carry a noun and nouns that say nothing have lists of their own.
    let without = ["support_verbs", "generic"];
    data.light = match light.get("light") {
        Some(Yaml::Mapping(map)) => map
            .iter()
            .filter(|(key, _)| key.as_str().is_none_or(|key| !without.contains(&key)))
            .flat_map(|(_, list)| strings(Some(list)))
            .collect(),
        other => strings(other),
    };
    if let Some(Yaml::Mapping(map)) = light.get("carried") {
        let kinds = map.iter().filter_map(|(kind, nouns)| Some((kind.as_str()?, strings(Some(nouns)))));
        data.carried = kinds.collect();
    }
    let text = |pair: &'t Yaml, key: &str| pair.get(key).and_then(Yaml::as_str);
    let pairs = sequence(light.get("attributes")).iter();
    data.adjectives = pairs.filter_map(|pair| Some((text(pair, "adjective")?, text(pair, "attribute")?))).collect();
    Ok(())
}

/// Words that stand for each other, exclude each other, or name things of one kind.
fn relations_of_words<'t>(texts: &'t Texts, data: &mut WordData<'t>) -> Result<(), String> {
    let siblings = texts.yaml("siblings")?;
    let spellings = |set: &'t Yaml| strings(Some(set)).into_iter().map(|names| names.split('|').collect()).collect();
    data.exclusive = sequence(siblings.get("exclusive")).iter().map(spellings).collect();
    let sides = |pair: &'t Yaml| (strings(pair.get("a")), strings(pair.get("b")));
    data.opposites = sequence(siblings.get("opposites")).iter().map(sides).collect();
    data.groups = groups(texts.yaml("concepts")?).into_iter().chain(groups(texts.yaml("actions")?)).collect();
    let idioms: BTreeMap<&str, Vec<&str>> = texts
        .yaml("idioms")?
        .as_mapping()
        .map(|map| map.iter().filter_map(|(word, list)| Some((word.as_str()?, strings(Some(list))))).collect())
        .unwrap_or_default();
    data.idioms = idioms.into_iter().collect();
    let classes = texts.yaml("classes")?;
    // A noun on two lists is of the kind that stands last.
    let mut kinds: HashMap<&str, &str> = HashMap::new();
    for kind in ["event", "work", "thing", "place", "group", "organization", "person"] {
        kinds.extend(strings(classes.get(kind)).into_iter().map(|noun| (noun, kind)));
    }
    data.classes = kinds.into_iter().collect();
    data.classes.sort_unstable();
    Ok(())
}

fn people<'t>(texts: &'t Texts, data: &mut WordData<'t>) -> Result<(), String> {
    let names = texts.yaml("names")?;
    for (key, is_female) in [("female", true), ("male", false)] {
        data.first_names.extend(strings(names.get(key)).into_iter().map(|name| (texts.lower(name), is_female)));
    }
    let groups = |key: &str| -> Result<Vec<Vec<&'t str>>, String> {
        Ok(sequence(texts.yaml("offices")?.get(key)).iter().map(|group| strings(Some(group))).collect())
    };
    data.offices = groups("same")?;
    data.portfolios = groups("portfolios")?;
    let titles = names.get("titles").ok_or("words/names.yaml: `titles` is missing")?;
    for (key, is_female) in [("male", Some(false)), ("female", Some(true)), ("neutral", None)] {
        data.titles.extend(strings(titles.get(key)).into_iter().map(|title| (texts.lower(title), is_female)));
    }
    Ok(())
}

fn sequence(value: Option<&Yaml>) -> &[Yaml] {
    value.and_then(Yaml::as_sequence).map_or(&[], Vec::as_slice)
}

/// The strings of a list, however it is nested; of entries such as `{w: say, q: true}` the `w`.
fn strings(value: Option<&Yaml>) -> Vec<&str> {
    match value {
        Some(Yaml::Sequence(list)) => list.iter().flat_map(|item| strings(Some(item))).collect(),
        Some(Yaml::String(text)) => vec![text],
        Some(Yaml::Mapping(map)) => match map.get("w") {
            Some(word) => strings(Some(word)),
            None => map.values().flat_map(|item| strings(Some(item))).collect(),
        },
        _ => Vec::new(),
    }
}

/// The entries of a list, however it is nested, that are marked `q: true`.
fn quoting(value: Option<&Yaml>) -> Vec<&str> {
    match value {
        Some(Yaml::Sequence(list)) => list.iter().flat_map(|item| quoting(Some(item))).collect(),
        Some(Yaml::Mapping(map)) if map.contains_key("w") => match map.get("q") {
            Some(Yaml::Bool(true)) => strings(map.get("w")),
            _ => Vec::new(),
        },
        Some(Yaml::Mapping(map)) => map.values().flat_map(|item| quoting(Some(item))).collect(),
        _ => Vec::new(),
    }
}

/// Every list of strings in a document, however it is nested.
fn groups(value: &Yaml) -> Vec<Vec<&str>> {
    match value {
        Yaml::Sequence(list) if list.iter().all(|item| item.as_str().is_some()) => vec![strings(Some(value))],
        Yaml::Sequence(list) => list.iter().flat_map(groups).collect(),
        Yaml::Mapping(map) => map.values().flat_map(groups).collect(),
        _ => Vec::new(),
    }
}
