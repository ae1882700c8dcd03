//! What single words mean beside each other: interchangeable words, derivations, kinds of nouns, hedging and
//! denying words. Read once from lexicon/words.

use super::wording::is_preposition;
use crate::syntax::{Tree, Upos};
use serde_yaml::Value as Yaml;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// All word data.
#[derive(Debug, Default)]
pub struct Words {
    /// Lemma or phrase → groups of words that stand for each other in one report.
    groups: HashMap<String, Vec<usize>>,
    group_members: Vec<Vec<String>>,
    /// Word → derived words with their role (event, agent, result, attribute), both ways.
    derivations: HashMap<String, Vec<(String, &'static str)>>,
    synonyms: HashMap<String, Vec<String>>,
    kinds: HashMap<String, &'static str>,
    classes: HashMap<String, &'static str>,
    hypernyms: HashMap<String, Vec<String>>,
    /// Word → sets of words of which only one can be true of a thing.
    exclusive: HashMap<String, Vec<(usize, usize)>>,
    opposites: HashMap<String, Vec<(usize, bool)>>,
    genders: HashMap<String, Gender>,
    pub titles: HashMap<String, Option<Gender>>,
    pub modality: Modality,
    pub identity: Identity,
    pub verbs: Verbs,
    pub offices: Offices,
    light: HashSet<String>,
    /// Head nouns that a value of the kind says without them.
    carried: HashMap<String, HashSet<String>>,
    pub adjective_of: HashMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    Female,
    Male,
}

/// Words that say how a clause is meant.
#[derive(Debug, Default)]
#[rustfmt::skip]
pub struct Modality {
    pub plan: Phrases, pub conditional: Phrases, pub denial: Phrases, pub debunk: Phrases, pub correction: Phrases,
    pub negators: Phrases, pub attribution: Phrases, pub quoting: Phrases, pub hearsay: Phrases, pub imagination: Phrases,
    pub habitual: Phrases, pub plan_claims: Phrases, pub negative_claims: Phrases,
    /// What a paper calls its own earlier words.
    pub outlets: Phrases,
    /// "Oops: we wrote that …".
    pub slips: Phrases,
    /// Nouns for what somebody says: "her best line".
    pub sayings: Phrases,
}

/// Words that say whether a noun phrase is still the same thing.
#[derive(Debug, Default)]
#[rustfmt::skip]
pub struct Identity { pub other: Phrases, pub colouring: Phrases, pub subset: Phrases, pub partial: Phrases, pub comparison: Phrases }

/// Verbs between a figure's name and the figure.
#[derive(Debug, Default)]
pub struct Verbs {
    pub level: Phrases,
    pub change: Phrases,
    pub light: Phrases,
    /// Verbs whose meaning lies in their object: "make a visit".
    pub support: Phrases,
    /// Things that happen to the same people again and again: a win on another day is another win.
    pub repeatable: Phrases,
    /// Verbs whose opposite cannot be true of the same matter: approve and reject, unlike open and close.
    pub decisive: Phrases,
    /// Only one can do it to one thing: win a toss, start a fire.
    pub sole: Phrases,
    /// What two do to each other: who is named first says nothing.
    pub mutual: Phrases,
    /// What is reached, found or issued exists.
    pub reaching: Phrases,
    /// "It came on Tuesday": what an event noun does when it happens.
    pub occurring: Phrases,
    /// Nouns for people at large.
    pub people: Phrases,
}

/// Titles of offices and what is done with them.
#[derive(Debug, Default)]
pub struct Offices {
    /// One title in several spellings or words: "captain", "skipper".
    same: Vec<Vec<String>>,
    /// Words before a title that make it another office.
    pub other: Phrases,
    /// Adjectives of parties, which leave an office the same.
    pub parties: Phrases,
    /// What somebody who holds the first place does: "has run the bank since 2012".
    pub running: Phrases,
    /// What somebody does on taking over from the holder before.
    pub replacing: Phrases,
    /// Nouns for any office: "the post", "the job".
    pub post: Phrases,
}

impl Offices {
    /// Whether the two words are one title.
    pub fn same(&self, a: &str, b: &str) -> bool {
        let has = |group: &[String], word: &str| group.iter().any(|member| member == word);
        a == b || self.same.iter().any(|group| has(group, a) && has(group, b))
    }
}

/// A list of words and phrases, looked up by lemma.
#[derive(Debug, Default)]
pub struct Phrases {
    single: HashSet<String>,
    /// First word → the words after it.
    longer: HashMap<String, Vec<Vec<String>>>,
}

/// The word data that the binary carries.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::load)
}

impl Words {
    /// What a noun can name: person, organization, place, event, group, work or thing. `None` for what names
    /// no such thing ("way", "percent").
    pub fn kind_of(&self, noun: &str) -> Option<&'static str> {
        let last = noun.rsplit([' ', '-']).next().unwrap_or(noun);
        [noun, last].into_iter().find_map(|word| self.classes.get(word).or_else(|| self.kinds.get(word)).copied())
    }

    pub fn gender(&self, first_name: &str) -> Option<Gender> {
        self.genders.get(&first_name.to_lowercase()).copied()
    }

    pub fn is_light(&self, lemma: &str) -> bool {
        self.light.contains(lemma)
    }

    /// Whether a value of the kind ("percent", "duration") says what the noun says: "share", "length".
    pub fn carried(&self, noun: &str, kind: &str) -> bool {
        self.carried.get(kind).is_some_and(|nouns| nouns.contains(noun))
    }

    /// Words derived from `word` (visit → visitor, long → length), with the role of the noun.
    pub fn derived(&self, word: &str) -> &[(String, &'static str)] {
        self.derivations.get(word).map_or(&[], Vec::as_slice)
    }

    pub fn is_a(&self, noun: &str, class: &str) -> bool {
        noun == class || self.hypernyms.get(noun).is_some_and(|chain| chain.iter().any(|up| up == class))
    }

    /// Whether the two words exclude each other as modifiers or heads: "annual" and "quarterly".
    pub fn exclude(&self, a: &str, b: &str) -> bool {
        if a == b {
            return false;
        }
        let (Some(left), Some(right)) = (self.exclusive.get(a), self.exclusive.get(b)) else {
            return self.opposed(a, b);
        };
        let apart = left.iter().any(|(set, member)| right.iter().any(|(other, twin)| set == other && member != twin));
        apart || self.opposed(a, b)
    }

    /// Whether the two words deny each other: "win" and "lose".
    pub fn opposed(&self, a: &str, b: &str) -> bool {
        let (Some(left), Some(right)) = (self.opposites.get(a), self.opposites.get(b)) else { return false };
        left.iter().any(|(pair, side)| right.contains(&(*pair, !side)))
    }

    /// The words and phrases that deny `word`: "reject", "turn down" for "accept".
    pub fn opposites_of(&self, word: &str) -> Vec<String> {
        let Some(pairs) = self.opposites.get(word) else { return Vec::new() };
        let mut found: Vec<String> = self
            .opposites
            .iter()
            .filter(|(_, sides)| sides.iter().any(|(pair, side)| pairs.contains(&(*pair, !side))))
            .map(|(other, _)| other.strip_prefix("be ").unwrap_or(other).to_owned())
            .collect();
        found.sort();
        found
    }

    /// Words that may stand for `word`, with a weight from 0 to 1.
    pub fn alike(&self, word: &str) -> Vec<(String, f32)> {
        let mut all = vec![(word.to_owned(), 1.0)];
        for (derived, _) in self.derived(word) {
            all.push((derived.clone(), 0.9));
        }
        for &group in self.groups.get(word).map_or(&[][..], Vec::as_slice) {
            all.extend(self.group_members[group].iter().map(|member| (member.clone(), 0.85)));
        }
        for synonym in self.synonyms.get(word).map_or(&[][..], Vec::as_slice) {
            all.push((synonym.clone(), 0.75));
        }
        all
    }

    fn load() -> Self {
        let mut words = Self::default();
        for line in include_str!("words/derivations.tsv").lines() {
            let mut cells = line.split('\t');
            let (Some(verb), Some(noun), Some(role)) = (cells.next(), cells.next(), cells.next()) else { continue };
            words.derivations.entry(verb.to_owned()).or_default().push((noun.to_owned(), role));
            words.derivations.entry(noun.to_owned()).or_default().push((verb.to_owned(), role));
        }
        for line in include_str!("words/supersense.tsv").lines() {
            let Some((noun, kind)) = line.split_once('\t') else { continue };
            let kind = match kind {
                "person" => "person",
                "group" => "organization",
                "place" => "place",
                "event" | "act" => "event",
                "work" => "work",
                "artifact" | "food" | "animal" | "plant" => "thing",
                _ => continue,
            };
            words.kinds.insert(noun.to_owned(), kind);
        }
        for line in include_str!("words/hypernyms.tsv").lines() {
            let Some((noun, chain)) = line.split_once('\t') else { continue };
            words.hypernyms.insert(noun.to_owned(), chain.split('|').map(str::to_owned).collect());
        }
        for line in include_str!("words/synonyms.tsv").lines() {
            let mut cells = line.split('\t');
            let (Some(word), Some(_), Some(list)) = (cells.next(), cells.next(), cells.next()) else { continue };
            words.synonyms.entry(word.to_owned()).or_default().extend(list.split('|').map(str::to_owned));
        }
        words.load_lists();
        words
    }

    fn load_lists(&mut self) {
        let modality = yaml(include_str!("words/modality.yaml"));
        let list = |key: &str| Phrases::new(strings(modality.get(key)));
        self.modality = Modality {
            plan: list("plan"),
            conditional: list("conditional"),
            denial: list("denial"),
            debunk: list("debunk"),
            correction: list("correction"),
            outlets: Phrases::new(strings(modality.get("correction").and_then(|group| group.get("outlets")))),
            slips: Phrases::new(strings(modality.get("correction").and_then(|group| group.get("slips")))),
            negators: list("negators"),
            attribution: list("attribution"),
            quoting: Phrases::new(quoting(modality.get("attribution"))),
            hearsay: list("hearsay"),
            imagination: list("imagination"),
            habitual: list("habitual"),
            plan_claims: list("plan_claims"),
            negative_claims: list("negative_claims"),
            sayings: list("sayings"),
        };
        let identity = yaml(include_str!("words/other_event.yaml"));
        let list = |key: &str, parts: &[&str]| {
            let group = identity.get(key);
            Phrases::new(parts.iter().flat_map(|part| strings(group.and_then(|group| group.get(*part)))).collect())
        };
        self.identity = Identity {
            other: list("other", &["determiners", "adjectives"]),
            colouring: list("same", &["determiners", "colouring"]),
            subset: list("subset", &["phrases"]),
            partial: list("partial_period", &["phrases"]),
            comparison: list("record_comparison", &["comparators"]),
        };
        let verbs = yaml(include_str!("words/verbs.yaml"));
        let list = |key: &str| Phrases::new(strings(verbs.get(key)));
        self.verbs = Verbs {
            level: list("level"),
            change: list("change"),
            light: list("light"),
            support: list("support"),
            repeatable: list("repeatable"),
            decisive: list("decisive"),
            sole: list("sole"),
            mutual: list("mutual"),
            reaching: list("reaching"),
            occurring: list("occurring"),
            people: list("people"),
        };
        let offices = yaml(include_str!("words/offices.yaml"));
        let list = |key: &str| Phrases::new(strings(offices.get(key)));
        self.offices = Offices {
            same: sequence(offices.get("same")).iter().map(|group| strings(Some(group))).collect(),
            other: list("other"),
            parties: list("parties"),
            running: list("running"),
            replacing: list("replacing"),
            post: list("post"),
        };
        let siblings = yaml(include_str!("words/siblings.yaml"));
        for (index, set) in sequence(siblings.get("exclusive")).iter().enumerate() {
            for (member, names) in strings(Some(set)).iter().enumerate() {
                for word in names.split('|') {
                    self.exclusive.entry(word.to_owned()).or_default().push((index, member));
                }
            }
        }
        for (index, pair) in sequence(siblings.get("opposites")).iter().enumerate() {
            for (key, side) in [("a", false), ("b", true)] {
                for word in strings(pair.get(key)) {
                    self.opposites.entry(word).or_default().push((index, side));
                }
            }
        }
        let concepts = yaml(include_str!("words/concepts.yaml"));
        let actions = yaml(include_str!("words/actions.yaml"));
        for group in groups_of(&concepts).into_iter().chain(groups_of(&actions)) {
            let index = self.group_members.len();
            for member in &group {
                self.groups.entry(member.clone()).or_default().push(index);
            }
            self.group_members.push(group);
        }
        let classes = yaml(include_str!("words/classes.yaml"));
        for kind in ["event", "work", "thing", "place", "group", "organization", "person"] {
            for noun in strings(classes.get(kind)) {
                self.classes.insert(noun, kind);
            }
        }
        let names = yaml(include_str!("words/names.yaml"));
        for (key, gender) in [("female", Gender::Female), ("male", Gender::Male)] {
            for name in strings(names.get(key)) {
                let name = name.to_lowercase();
                // A name that both bear says nothing.
                if self.genders.get(&name).is_some_and(|known| *known != gender) {
                    self.genders.remove(&name);
                } else {
                    self.genders.insert(name, gender);
                }
            }
        }
        if let Some(titles) = names.get("titles") {
            for (key, gender) in [("male", Some(Gender::Male)), ("female", Some(Gender::Female)), ("neutral", None)] {
                for title in strings(titles.get(key)) {
                    self.titles.insert(title.to_lowercase().trim_end_matches('.').to_owned(), gender);
                }
            }
        }
        let light = yaml(include_str!("words/light.yaml"));
        let without = ["support_verbs", "generic"];
        self.light = match light.get("light") {
            Some(Yaml::Mapping(map)) => map
                .iter()
                .filter(|(key, _)| key.as_str().is_none_or(|key| !without.contains(&key)))
                .flat_map(|(_, list)| strings(Some(list)))
                .collect(),
            other => strings(other).into_iter().collect(),
        };
        if let Some(Yaml::Mapping(map)) = light.get("carried") {
            for (kind, nouns) in map {
                if let Some(kind) = kind.as_str() {
                    self.carried.insert(kind.to_owned(), strings(Some(nouns)).into_iter().collect());
                }
            }
        }
        for pair in sequence(light.get("attributes")) {
            if let (Some(adjective), Some(attribute)) =
                (pair.get("adjective").and_then(Yaml::as_str), pair.get("attribute").and_then(Yaml::as_str))
            {
                self.adjective_of.insert(adjective.to_owned(), attribute.to_owned());
            }
        }
    }
}

impl Phrases {
    fn new(list: Vec<String>) -> Self {
        let mut phrases = Self::default();
        for text in list {
            for words in expand(&text) {
                match words.as_slice() {
                    [] => {}
                    [word] => {
                        phrases.single.insert(word.clone());
                    }
                    [first, rest @ ..] => phrases.longer.entry(first.clone()).or_default().push(rest.to_vec()),
                }
            }
        }
        phrases
    }

    pub fn contains(&self, lemma: &str) -> bool {
        self.single.contains(lemma)
    }

    /// Whether a phrase of the list begins `words`, as written.
    pub fn begins(&self, words: &[&str]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        self.longer.get(*first).is_some_and(|list| {
            list.iter().any(|phrase| phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(a, b)| a == b))
        })
    }

    /// Whether the word at `at` is on the list, or begins a phrase of it.
    pub fn matches(&self, tree: &Tree, forms: &[String], at: usize) -> bool {
        let lemma = tree.words[at].lemma.to_lowercase();
        [lemma.as_str(), forms[at].as_str()].into_iter().any(|word| {
            self.single.contains(word)
                || self.longer.get(word).is_some_and(|list| list.iter().any(|rest| follows(tree, forms, at, rest)))
        })
    }

    /// The first word between the two at which the list matches.
    pub fn find(&self, tree: &Tree, forms: &[String], range: std::ops::Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| self.matches(tree, forms, at))
    }
}

/// Whether the words after the one at `at` are those of `rest`; `*` stands for up to [`GAP`] words of any kind.
fn follows(tree: &Tree, forms: &[String], at: usize, rest: &[String]) -> bool {
    let Some((word, rest)) = rest.split_first() else { return true };
    if word == "*" {
        return (0..=GAP).any(|skipped| follows(tree, forms, at + skipped, rest));
    }
    let next = at + 1;
    let is_next = next < forms.len()
        && (forms[next] == *word || tree.words[next].lemma.eq_ignore_ascii_case(word))
        && !(tree.words[next].upos == Upos::Punct && word != &forms[next]);
    is_next && follows(tree, forms, next, rest)
}

/// Words that a gap in a phrase may hold: "told *reporters on the steps* to", "say *the reports were* untrue".
const GAP: usize = 10;

/// "be due|set to" → ["due"], ["set"]: leading "be" and one trailing function word fall away where more is left; after a gap
/// ("want * to") they stay.
fn expand(text: &str) -> Vec<Vec<String>> {
    let mut words: Vec<Vec<String>> = text
        .split_whitespace()
        .map(|w| w.split('|').map(str::to_lowercase).collect())
        .collect();
    if words.len() > 1 && words[0] == ["be"] {
        words.remove(0);
    }
    let gap = words.iter().any(|word| word == &["*"]);
    if !gap && words.len() > 1 && words.last().is_some_and(|w| w.iter().all(|w| is_preposition(w) || w == "that" || w == "to"))
    {
        words.pop();
    }
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for alternatives in words {
        all =
            all.iter().flat_map(|head| alternatives.iter().map(|w| [head.clone(), vec![w.clone()]].concat())).collect();
    }
    all
}

fn yaml(text: &str) -> Yaml {
    match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            debug_assert!(false, "lexicon/words: {error}");
            Yaml::Null
        }
    }
}

fn sequence(value: Option<&Yaml>) -> &[Yaml] {
    value.and_then(Yaml::as_sequence).map_or(&[], Vec::as_slice)
}

/// The strings of a list; of entries such as `{w: say, q: true}` the `w`.
fn strings(value: Option<&Yaml>) -> Vec<String> {
    match value {
        Some(Yaml::Sequence(list)) => list.iter().flat_map(|item| strings(Some(item))).collect(),
        Some(Yaml::String(text)) => vec![text.clone()],
        Some(Yaml::Mapping(map)) => match map.get("w") {
            Some(word) => strings(Some(word)),
            None => map.values().flat_map(|item| strings(Some(item))).collect(),
        },
        _ => Vec::new(),
    }
}

/// The entries of a list, however it is nested, that are marked `q: true`.
fn quoting(value: Option<&Yaml>) -> Vec<String> {
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
fn groups_of(value: &Yaml) -> Vec<Vec<String>> {
    match value {
        Yaml::Sequence(list) if list.iter().all(|item| item.as_str().is_some()) => vec![strings(Some(value))],
        Yaml::Sequence(list) => list.iter().flat_map(groups_of).collect(),
        Yaml::Mapping(map) => map.values().flat_map(groups_of).collect(),
        _ => Vec::new(),
    }
}

/// A content word or phrase of a claim, with everything that may stand for it in an article.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// The claim's own words.
    pub text: String,
    singles: HashMap<String, f32>,
    phrases: Vec<(Vec<String>, f32)>,
}

/// An occurrence of a concept.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    pub head: usize,
    pub words: std::ops::Range<usize>,
    /// 1 for the claim's own word, less for words that stand for it.
    pub weight: f32,
}

impl Concept {
    /// The concept of one lemma.
    pub fn of(lemma: &str) -> Self {
        let mut concept = Self { text: lemma.to_owned(), ..Self::default() };
        for (word, weight) in words().alike(lemma) {
            concept.add(&word, weight);
        }
        concept
    }

    /// Adds a word or phrase that may stand for the concept.
    pub fn add(&mut self, phrase: &str, weight: f32) {
        let parts: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
        match parts.as_slice() {
            [] => {}
            [word] => {
                let known = self.singles.entry(word.clone()).or_insert(0.0);
                *known = known.max(weight);
            }
            _ => self.phrases.push((parts, weight)),
        }
    }

    pub fn weight_of(&self, lemma: &str) -> Option<f32> {
        self.singles.get(lemma).copied()
    }

    pub fn lemmas(&self) -> impl Iterator<Item = &str> {
        self.singles
            .keys()
            .map(String::as_str)
            .chain(self.phrases.iter().filter_map(|(words, _)| words.first().map(String::as_str)))
    }

    /// Where the concept occurs in `tree`.
    pub fn find(&self, tree: &Tree, forms: &[String]) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for at in 0..tree.words.len() {
            if let Some(occurrence) = self.at(tree, forms, at) {
                found.push(occurrence);
            }
        }
        found
    }

    /// The concept at the word `at`, if a word or phrase of it begins there.
    pub fn at(&self, tree: &Tree, forms: &[String], at: usize) -> Option<Occurrence> {
        let word = &tree.words[at];
        if word.upos == Upos::Punct {
            return None;
        }
        let phrase = self
            .phrases
            .iter()
            .filter(|(words, _)| {
                words.first().is_some_and(|first| *first == forms[at] || word.lemma.eq_ignore_ascii_case(first))
                    && follows(tree, forms, at, &words[1..])
            })
            .map(|(words, weight)| (words.len(), *weight))
            .max_by_key(|(len, _)| *len);
        if let Some((len, weight)) = phrase {
            let range = at..at + len;
            return Some(Occurrence { head: crate::lexicon::words::top(tree, &range), words: range, weight });
        }
        let weight = self.singles.get(&word.lemma.to_lowercase()).or_else(|| self.singles.get(&forms[at])).copied()?;
        Some(Occurrence { head: at, words: at..at + 1, weight })
    }
}

fn top(tree: &Tree, range: &std::ops::Range<usize>) -> usize {
    range.clone().find(|&word| tree.words[word].head.is_none_or(|head| !range.contains(&head))).unwrap_or(range.start)
}
