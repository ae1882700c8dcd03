//! A claim's subject phrase → owner, head, modifiers: "the owning entity leads in `E attribute` and comes last in
//! `attribute of E`".

use super::Head;
use crate::article::token::tokens;
use crate::check::base::Entities;
use crate::lexicon::wording::is_preposition;
use crate::lexicon::{Concept, RelationId, lexicon, words};
use crate::rulebook::EntityId;
use crate::span::Span;
use crate::syntax::Upos;
use crate::value::{self, DateSet, Value};

/// A phrase taken apart.
#[derive(Clone, Debug, Default)]
pub struct Phrase {
    pub text: String,
    pub owner: Option<EntityId>,
    /// All entities in the phrase, in order.
    pub entities: Vec<EntityId>,
    /// Lemmas of the attribute: "peak gust", "date of birth".
    pub attribute: Vec<String>,
    /// Index of the head in `attribute`.
    pub head: usize,
    pub relations: Vec<(RelationId, bool)>,
    /// Words whose form is not their lemma, with that form.
    pub forms: Vec<(String, String)>,
    /// Content words beyond the head and the entities.
    pub modifiers: Vec<Concept>,
    pub period: Option<DateSet>,
    pub since: Option<DateSet>,
    /// The verb of an infinitive or participle, where the phrase has one.
    pub verb: Option<String>,
    /// What "number of …" or "… size" counts.
    pub counted: Option<String>,
    /// The attribute names who does what its verb says: "operating organisation", "governing body".
    pub agentive: bool,
}

#[derive(Clone, Debug)]
enum Item {
    Entity(EntityId),
    Date(DateSet),
    Preposition(String),
    Word { lemma: String, upos: Upos, form: String },
}

/// Takes `text` apart with the entities at hand. Never fails.
pub fn phrase(text: &str, entities: &Entities) -> Phrase {
    of_items(text, items(text, entities, false))
}

/// The class of "first *ship* to …": a common noun in it is the class, whatever in the file also answers to "ship".
pub fn class_phrase(text: &str, entities: &Entities) -> Phrase {
    of_items(text, items(text, entities, true))
}

/// The action of "first ship to *block the canal*", read as the infinitive that it is: "board" alone may be a plank.
pub fn action_phrase(text: &str, entities: &Entities) -> Phrase {
    let mut items = items(&format!("to {text}"), entities, false);
    if matches!(items.first(), Some(Item::Preposition(to)) if to == "to") {
        items.remove(0);
    }
    of_items(text, items)
}

fn of_items(text: &str, items: Vec<Item>) -> Phrase {
    let mut made = Phrase { text: text.to_owned(), ..Phrase::default() };
    let mut leading: Vec<(String, Upos)> = Vec::new();
    let mut trailing: Vec<(String, Upos)> = Vec::new();
    let mut lead_entity = None;
    let mut of_entity = None;
    let mut last_entity = None;
    let mut prep: Option<String> = None;
    let mut attribute_done = false;
    for item in &items {
        match item {
            Item::Entity(entity) => {
                made.entities.push(*entity);
                if prep.is_none() && !attribute_done {
                    lead_entity.get_or_insert(*entity);
                } else if prep.as_deref() == Some("of") {
                    of_entity.get_or_insert(*entity);
                }
                last_entity = Some(*entity);
            }
            Item::Date(date) => {
                if prep.as_deref() == Some("since") {
                    made.since = Some(date.clone());
                } else {
                    made.period.get_or_insert(date.clone());
                }
            }
            Item::Preposition(word) => {
                if !leading.is_empty() {
                    attribute_done = true;
                }
                prep = Some(word.clone());
            }
            Item::Word { lemma, upos, form } => {
                // A tree may take "operating" for a verb in one place and for none in another.
                if form != lemma {
                    made.forms.push((lemma.clone(), form.clone()));
                }
                if attribute_done || prep.is_some() && !leading.is_empty() {
                    trailing.push((lemma.clone(), *upos));
                } else {
                    if *upos == Upos::Verb && !leading.is_empty() {
                        attribute_done = true;
                        trailing.push((lemma.clone(), *upos));
                        continue;
                    }
                    leading.push((lemma.clone(), *upos));
                }
            }
        }
    }
    made.owner = lead_entity.or(of_entity).or(last_entity);
    if leading.is_empty() {
        std::mem::swap(&mut leading, &mut trailing);
    }
    made.verb = leading.iter().chain(&trailing).find(|(_, upos)| *upos == Upos::Verb).map(|(lemma, _)| lemma.clone());
    made.attribute = leading.iter().map(|(lemma, _)| lemma.clone()).collect();
    made.head = made.attribute.len().saturating_sub(1);
    if leading.first().is_some_and(|(_, upos)| *upos == Upos::Verb) {
        made.head = 0;
    }
    made.agentive = made.head == 0
        && made.attribute.len() > 1
        && leading[0].1 == Upos::Verb
        && made
            .attribute
            .last()
            .is_some_and(|last| matches!(words().kind_of(last), Some("organization" | "person" | "group")));
    made.look_up(&trailing);
    if made.agentive {
        // The verb's other senses say nothing of who does it.
        made.relations.clear();
    }
    made.counted = counted(&leading, &trailing);
    made
}

/// What the attribute counts: "number of members", "academic staff size".
fn counted(leading: &[(String, Upos)], trailing: &[(String, Upos)]) -> Option<String> {
    let noun = |word: &&(String, Upos)| matches!(word.1, Upos::Noun | Upos::Propn);
    let (last, before) = leading.split_last()?;
    match last.0.as_str() {
        "number" | "count" | "total" if before.is_empty() => trailing.iter().find(noun).map(|(lemma, _)| lemma.clone()),
        // "LCCN number" names a thing; it counts none.
        "count" | "total" | "size" => before.last().filter(noun).map(|(lemma, _)| lemma.clone()),
        _ => None,
    }
}

impl Phrase {
    pub fn head_lemma(&self) -> Option<String> {
        self.attribute.get(self.head).cloned()
    }

    pub fn head(&self) -> Head {
        let mut concept = self.head_lemma().map(|lemma| Concept::of(&lemma)).unwrap_or_default();
        if let Some(verb) = self.verb.as_deref().filter(|verb| self.is_participial(verb)) {
            concept.add(verb, 0.9);
        }
        Head { relations: self.relations.clone(), concept, agentive: self.agentive, ..Head::default() }
    }

    /// What stands for the word, its own form among it.
    fn concept(&self, lemma: &str) -> Concept {
        let mut concept = Concept::of(lemma);
        for (_, form) in self.forms.iter().filter(|(known, _)| known == lemma) {
            concept.add(form, 1.0);
        }
        concept
    }

    /// "city served", "prize won": a noun and the participle whose object it is, at the end of the phrase.
    fn is_participial(&self, verb: &str) -> bool {
        let last = self.text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        self.head_lemma().is_some_and(|head| head != verb)
            && last != verb
            && last.starts_with(verb.trim_end_matches('e'))
            && last.ends_with("ed")
    }

    /// Whether the head is a noun in the plural or an event that can be counted ("Putin's visits").
    pub fn counts(&self) -> bool {
        self.text
            .split_whitespace()
            .any(|word| word.ends_with('s') && self.head_lemma().is_some_and(|head| word.trim_end_matches('s') == head))
    }

    /// The whole attribute phrase first, then its longest suffix; what is left over becomes modifiers.
    fn look_up(&mut self, trailing: &[(String, Upos)]) {
        let lexicon = lexicon();
        let whole = &self.attribute;
        let with_of: Vec<String> =
            whole.iter().cloned().chain(["of".to_owned()]).chain(trailing.iter().map(|(l, _)| l.clone())).collect();
        let mut used_trailing = false;
        let mut start = 0;
        self.relations = lexicon.named_by(&with_of);
        if self.relations.is_empty() {
            for from in 0..whole.len() {
                self.relations = lexicon.named_by(&whole[from..]);
                if !self.relations.is_empty() {
                    start = from;
                    break;
                }
            }
        } else {
            used_trailing = true;
        }
        if self.relations.is_empty()
            && let Some(head) = whole.get(self.head)
        {
            start = self.head;
            for &(relation, index) in lexicon.headed_by(head) {
                let wording = &lexicon.relation(relation).wordings[index];
                if wording.words.len() == 1
                    && !wording.negative
                    && !self.relations.contains(&(relation, wording.inverse))
                {
                    self.relations.push((relation, wording.inverse));
                }
            }
        }
        let left: Vec<String> = whole[..start.min(whole.len())].to_vec();
        let rest = if used_trailing { &[] } else { trailing };
        self.modifiers = left
            .iter()
            .chain(rest.iter().map(|(lemma, _)| lemma))
            .filter(|lemma| !words().is_light(lemma) && !is_preposition(lemma))
            .map(|lemma| self.concept(lemma))
            .collect();
    }
}

/// Relations that a phrase "number of people killed in …" names by its longest beginning.
pub fn number_of(text: &str, entities: &Entities) -> Vec<(RelationId, bool)> {
    let tree = entities.parse(text);
    let lemmas: Vec<String> = tree.words.iter().map(|word| word.lemma.to_lowercase()).collect();
    let forms: Vec<String> = tree.words.iter().map(|word| word.span.of(text).to_lowercase()).collect();
    (3..=lemmas.len())
        .rev()
        .flat_map(|end| [lexicon().named_by(&lemmas[..end]), lexicon().named_by(&forms[..end])])
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && written.parse::<u16>().is_ok_and(|year| (1800..=2100).contains(&year))
}

/// "on the", "of": what follows is no attribute of what went before.
fn follows_preposition(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let preposition = if matches!(last, "the" | "The" | "a" | "an") { words.next().unwrap_or_default() } else { last };
    is_preposition(preposition)
}

fn items(text: &str, entities: &Entities, is_class: bool) -> Vec<Item> {
    let whole = Span::new(0, text.len());
    let mut hits = entities.names().find(text);
    hits.retain(|hit| !is_class || hit.span.of(text).chars().any(char::is_uppercase));
    let tokens = tokens(text, whole, &[]);
    let tree = entities.alike().parse(text, &tokens, &entities.stands(text, &hits));
    let values = value::find(text, whole, &value::Context::default());
    let mut items = Vec::new();
    let attribute_is_alias = |hit: Span| {
        // "X country" where another entity answers to "country": the last words of a phrase are its attribute.
        let before = text[..hit.start].trim_end();
        hit.end == text.trim_end().len()
            && !before.is_empty()
            && !follows_preposition(before)
            && !hit.of(text).chars().any(char::is_uppercase)
    };
    let mut at = 0;
    while at < tree.words.len() {
        let word = &tree.words[at];
        if let Some(hit) = hits.iter().find(|hit| hit.span.overlaps(word.span) && !attribute_is_alias(hit.span)) {
            items.push(Item::Entity(EntityId(hit.entities[0].0)));
            while at < tree.words.len() && tree.words[at].span.overlaps(hit.span) {
                at += 1;
            }
            continue;
        }
        if let Some((mention, date)) = values.iter().find_map(|mention| match mention.readings.first() {
            Some(Value::Date(date)) if mention.span.overlaps(word.span) => Some((mention, date)),
            // "the bank's 2025 loss": four digits of our times name the year, whatever they could count.
            _ if mention.span.overlaps(word.span) && is_year(mention.core.of(text)) => {
                mention.readings.iter().find_map(|reading| match reading {
                    Value::Date(date) => Some((mention, date)),
                    _ => None,
                })
            }
            _ => None,
        }) {
            items.push(Item::Date(date.clone()));
            while at < tree.words.len() && tree.words[at].span.overlaps(mention.span) {
                at += 1;
            }
            continue;
        }
        let form = word.span.of(text).to_lowercase();
        if is_preposition(&form) && !matches!(word.upos, Upos::Noun | Upos::Propn) {
            items.push(Item::Preposition(form));
        } else if !matches!(
            word.upos,
            Upos::Punct | Upos::Det | Upos::Part | Upos::Aux | Upos::Pron | Upos::Cconj | Upos::Sconj
        ) {
            items.push(Item::Word { lemma: word.lemma.to_lowercase(), upos: word.upos, form });
        }
        at += 1;
    }
    items
}
