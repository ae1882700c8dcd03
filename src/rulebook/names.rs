//! Names → entities, as rules and articles may spell them.

use super::claim::Names;
use super::fact::{Entity, EntityId, Kind};
use std::collections::HashMap;

/// Ids and names of all entities.
#[derive(Debug, Default)]
pub struct NameIndex {
    ids: HashMap<String, EntityId>,
    names: HashMap<String, Vec<EntityId>>,
    demonyms: HashMap<String, Vec<EntityId>>,
    /// `in:` and kind of each entity, for names with commas.
    places: Vec<(Option<Kind>, Option<EntityId>)>,
    /// First words of names and demonyms, with the number of words of the longest such name.
    firsts: HashMap<String, usize>,
}

impl NameIndex {
    /// Indexes ids, names, `also` and demonyms.
    pub fn new(entities: &[Entity]) -> Self {
        let mut index = Self::default();
        for (at, entity) in entities.iter().enumerate() {
            index.insert(EntityId(at), entity);
        }
        index
    }

    /// Adds an entity that came later. Entities come in order of their ids.
    pub fn insert(&mut self, id: EntityId, entity: &Entity) {
        self.ids.entry(entity.id.clone()).or_insert(id);
        for name in std::iter::once(&entity.name).chain(&entity.also) {
            let key = normal(name);
            self.starts(&key);
            let ids = self.names.entry(key).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if let Some(demonym) = &entity.demonym {
            let key = normal(demonym);
            self.starts(&key);
            self.demonyms.entry(key).or_default().push(id);
        }
        self.places.push((entity.kind, entity.within));
    }

    fn starts(&mut self, key: &str) {
        let first = key.split(' ').next().unwrap_or(key);
        let length = key.split(' ').count();
        match self.firsts.get_mut(first) {
            Some(longest) => *longest = length.max(*longest),
            None => {
                self.firsts.insert(first.to_owned(), length);
            }
        }
    }

    /// Words of the longest name that may start with this word.
    fn longest_from(&self, word: &str) -> usize {
        let word = normal(word);
        let bare = word.strip_suffix("'s").unwrap_or(&word);
        [word.as_str(), bare].iter().filter_map(|word| self.firsts.get(*word)).copied().max().unwrap_or(0)
    }

    /// The entity with this id.
    pub fn id(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// The entities that bear this name, in any case, with or without "the".
    pub fn named(&self, name: &str) -> &[EntityId] {
        self.names.get(&normal(name)).map_or(&[], Vec::as_slice)
    }

    /// The places whose people or things are called so: "Russian".
    pub fn demonym(&self, word: &str) -> &[EntityId] {
        self.demonyms.get(&normal(word)).map_or(&[], Vec::as_slice)
    }

    /// What an id or name in a rule refers to: the id, else the only entity of that name.
    pub fn reference(&self, text: &str) -> Option<EntityId> {
        self.id(text).or_else(|| self.named(text).first().copied())
    }

    /// The entities that a value names: one of that name, the first half of `Wheeler, Texas`, or both of "Virginia
    /// DeMarce and Eric Flint" where both are known. Empty where nobody is known.
    pub fn resolve(&self, value: &str) -> Vec<EntityId> {
        if let Some(id) = self.named(value).first() {
            return vec![*id];
        }
        if let Some((name, place)) = value.split_once(", ")
            && self.can_contain(place, name)
        {
            return self.named(name).first().map(|id| vec![*id]).unwrap_or_default();
        }
        let halves: Option<Vec<EntityId>> =
            value.split(" and ").map(|half| self.named(half.trim()).first().copied()).collect();
        halves.filter(|halves| halves.len() > 1).unwrap_or_default()
    }

    /// All ids and names, for suggestions.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().chain(self.names.keys()).map(String::as_str)
    }

    /// The longest names and demonyms in `text`, in order: entity, first byte, end. Where several entities
    /// share a name the first is taken.
    pub fn mentions(&self, text: &str) -> Vec<(EntityId, usize, usize)> {
        let words = word_ranges(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let first = text.get(words[at].0..words[at].1).unwrap_or("");
            let longest = self.longest_from(first).min(words.len() - at).min(12);
            let hit = (1..=longest).rev().find_map(|length| {
                let (start, mut end) = (words[at].0, words[at + length - 1].1);
                let words = text.get(start..end)?;
                let bare = words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")).unwrap_or(words);
                let id = [words, bare].into_iter().find_map(|words| {
                    let id = self.named(words).first().or_else(|| self.demonym(words).first())?;
                    Some((*id, words.len()))
                })?;
                end = end.min(start + id.1);
                Some((id.0, start, end, length))
            });
            match hit {
                Some((id, start, end, length)) => {
                    found.push((id, start, end));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether `inner` lies in `outer`, through any number of `in:`.
    fn lies_in(&self, inner: EntityId, outer: EntityId) -> bool {
        let mut at = inner;
        for _ in 0..32 {
            match self.places.get(at.0).and_then(|(_, within)| *within) {
                Some(within) if within == outer => return true,
                Some(within) => at = within,
                None => return false,
            }
        }
        false
    }
}

impl Names for NameIndex {
    fn is_name(&self, name: &str) -> bool {
        !self.named(name).is_empty()
    }

    fn can_contain(&self, place: &str, name: &str) -> bool {
        let is_place = |id: &&EntityId| self.places.get(id.0).is_some_and(|(kind, _)| *kind == Some(Kind::Place));
        let Some(outer) = self.named(place).iter().find(is_place) else { return false };
        if !name.starts_with(char::is_uppercase) || self.id(name).is_some() {
            return false;
        }
        let known = self.named(name);
        known.is_empty() || known.iter().any(|inner| self.lies_in(*inner, *outer))
    }
}

/// A name as it is compared: lower case, single spaces, straight apostrophes, no leading "the".
pub fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        for character in word.chars() {
            match character {
                '’' | '‘' => normal.push('\''),
                '–' | '‑' => normal.push('-'),
                _ => normal.extend(character.to_lowercase()),
            }
        }
    }
    match normal.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => normal,
    }
}

/// Words between spaces, without the commas, full stops and brackets around them.
fn word_ranges(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|character: char| {
            character.is_whitespace() || matches!(character, ',' | ';' | ':' | '?' | '(' | ')' | '"' | '“' | '”' | '=')
        });
        if !bare.is_empty() {
            let start = at + word.find(bare).unwrap_or(0);
            words.push((start, start + bare.len()));
        }
        at += word.len();
    }
    words
}
