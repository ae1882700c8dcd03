//! A sentence claim → frame, by the same analysis that reads articles.

use super::{Answer, Expected, Frame, FrameShape, Head, Part, PartKind, Phrase, Role, phrase};
use crate::article::BlockKind;
use crate::article::clause::is_negation;
use crate::article::coreference::Known;
use crate::article::mention::{Pronoun, What};
use crate::article::reading::{Reading, quotations, read};
use crate::check::base::Entities;
use crate::check::site::{Slot, is_passive, slots_of};
use crate::lexicon::{Concept, Form, RelationId, lexicon, words};
use crate::rulebook::claim::ast::Selector;
use crate::rulebook::{EntityId, FactId};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Dimension, Kind, Value};

/// The frame of a declarative sentence. A sentence without a predicate becomes an event frame that nothing reaches.
pub fn frame(id: FactId, text: &str, entities: &Entities) -> Frame {
    let reading = reading(text, entities);
    if let Some(made) = quotation(id, text, &reading) {
        return made;
    }
    let Some(root) = predicate(&reading) else { return Frame::empty(id, FrameShape::Event) };
    let mut made = Frame::empty(id, FrameShape::Event);
    made.negated = reading.assertion(root).negated;
    made.nominal = is_nominal(&reading, root);
    let carried = carried_noun(&reading, root);
    let fixed = fixed_noun(&reading, root).filter(|_| carried.is_none());
    made.head = head(&match fixed {
        Some(noun) => format!("{} {} {}", reading.lemma(root), reading.forms[noun - 1], reading.forms[noun]),
        None => predicate_words(&reading, root, carried),
    });
    made.present = matches!(reading.tree.words[root].xpos, "VBZ" | "VBP") && !made.nominal;
    made.once = ONCE
        .iter()
        .copied()
        .find(|&form| {
            reading.tree.children(root).any(|child| reading.is(child, Deprel::Advmod) && reading.forms[child] == form)
        })
        .filter(|_| !made.nominal);
    let selector = selector(&reading, root, text, entities);
    if let Some((shape, _)) = &selector {
        made.shape = shape.clone();
    }
    let mut seen = Vec::new();
    let slots = slots_of(&reading, root);
    for (slot, word) in slots.iter().cloned().chain(carried.into_iter().flat_map(|noun| slots_of(&reading, noun))) {
        let Some(role) = role_of(&slot, made.nominal) else { continue };
        if seen.contains(&word) || Some(word) == carried || word == root || Some(word) == fixed {
            continue;
        }
        // "at Dusk" of "The Ferry at Dusk".
        if inside_name(&reading, word).is_some_and(|head| head == root || slots.iter().any(|(_, other)| *other == head))
        {
            continue;
        }
        seen.push(word);
        add_part(&mut made, &reading, text, role, word, 0);
    }
    if selector.is_none() && !made.nominal {
        add_controlled(&mut made, &reading, text, root);
        add_values(&mut made, &reading, text, root);
        add_manner(&mut made, &reading, root);
    }
    if made.nominal {
        add_rank(&mut made, &reading, text, root);
    }
    made.own(&reading, root, entities);
    if let Some((_, head)) = selector {
        if let Some(head) = head {
            made.head = head;
        }
        made.since_what(&reading, text);
    }
    made
}

impl Frame {
    /// "the first … since Pell in 1998": what follows "since" is what the sentence tells of the one before.
    fn since_what(&mut self, reading: &Reading, text: &str) {
        let Some(since) = reading.forms.iter().position(|form| form == "since") else { return };
        let is_part = |part: &Part| part.role == Role::Oblique("since".to_owned());
        self.answers.clear();
        for mention in reading.mentions.iter().filter(|mention| mention.words.start == since + 1) {
            let accepted = match mention.entity {
                Some(entity) => Expected::Entity(EntityId(entity)),
                None if mention.what == What::Other => Expected::Name(mention.span.of(text).to_owned()),
                None => continue,
            };
            self.answers.push(Answer { accepted: vec![accepted] });
        }
        for value in reading.values.iter().filter(|value| value.words.start > since) {
            if let Some(date @ Value::Date(_)) = value.mention.readings.first() {
                self.answers.push(Answer { accepted: vec![Expected::Value(date.clone())] });
            }
        }
        if !self.parts.iter().any(is_part) {
            self.parts.push(Part {
                role: Role::Oblique("since".to_owned()),
                what: PartKind::Words(Concept::default()),
                text: String::new(),
                below: true,
                denied: false,
            });
        }
    }

    /// Fills in what follows from the parts: who owns the event, its day, the relations it words.
    fn own(&mut self, reading: &Reading, root: usize, entities: &Entities) {
        let parts = std::mem::take(&mut self.parts);
        let whose = |role: Role| parts.iter().find(|part| part.role == role && !part.below);
        let actor = whose(Role::Subject).or_else(|| whose(Role::Object));
        match actor.map(|part| &part.what) {
            Some(PartKind::Entity(entity)) => self.owner = Some(*entity),
            Some(PartKind::Words(concept) | PartKind::Counted(_, concept)) => self.owner_words = Some(concept.clone()),
            _ => {}
        }
        for part in &parts {
            match &part.what {
                PartKind::Entity(entity) if Some(*entity) != self.owner && !self.others.contains(entity) => {
                    self.others.push(*entity)
                }
                PartKind::Value(Value::Date(date)) if part.tells_when() => {
                    self.period.get_or_insert(date.clone());
                }
                _ => {}
            }
        }
        if !self.nominal {
            self.head.relations = relations(reading, root, &parts, entities);
        }
        self.parts = parts;
    }
}

impl Part {
    /// Whether a date in this place is the day of the event, not a bound.
    pub fn tells_when(&self) -> bool {
        !matches!(&self.role, Role::Oblique(prep) if matches!(prep.as_str(), "since" | "until" | "till" | "before" | "after" | "from" | "than" | "for" | "by" | "of"))
    }
}

/// "X is Y's fourth takeover": a noun with a copula.
fn is_nominal(reading: &Reading, root: usize) -> bool {
    matches!(reading.upos(root), Upos::Noun | Upos::Propn)
        && reading.tree.children(root).any(|child| reading.is(child, Deprel::Cop))
}

/// The object of a verb that only carries it: "made a visit", "took part".
fn carried_noun(reading: &Reading, root: usize) -> Option<usize> {
    if !words().verbs.support.contains(reading.lemma(root)) {
        return None;
    }
    reading.tree.children(root).find(|&child| {
        let lemma = reading.lemma(child).to_lowercase();
        reading.is(child, Deprel::Obj)
            && reading.upos(child) == Upos::Noun
            && reading.mention_at(child).is_none_or(|mention| mention.entity.is_none())
            && words().derived(&lemma).iter().any(|(_, role)| *role == "event")
            && words().kind_of(&lemma).is_none_or(|kind| kind == "event")
    })
}

/// Adverbs that single out one of several times.
const ONCE: &[&str] = &["first", "last", "finally"];

/// "went on sale", "is on loan": the bare noun whose preposition follows a verb that says nothing by itself.
fn fixed_noun(reading: &Reading, root: usize) -> Option<usize> {
    let noun = root + 2;
    let bare = noun < reading.tree.words.len()
        && words().verbs.support.contains(reading.lemma(root))
        && reading.upos(root + 1) == Upos::Adp
        && reading.upos(noun) == Upos::Noun
        && reading.tree.words[noun].head == Some(root)
        && reading.tree.words[root + 1].head == Some(noun)
        && reading.mention_at(noun).is_none_or(|mention| mention.entity.is_none())
        && reading.value_at(noun).is_none()
        && reading.tree.children(noun).filter(|&child| child < noun).count() == 1;
    bare.then_some(noun)
}

/// The head of the known name that `word` only belongs to.
fn inside_name(reading: &Reading, word: usize) -> Option<usize> {
    let mention = reading.mention_at(word).filter(|mention| mention.what == What::Known)?;
    (mention.head != word && mention.entity.is_some()).then_some(mention.head)
}

/// The words that say what happens: the verb with its particle, or the noun that a support verb carries.
fn predicate_words(reading: &Reading, root: usize, carried: Option<usize>) -> String {
    let head = reading.lemma(carried.unwrap_or(root)).to_lowercase();
    let after = root + 1;
    let loose = reading
        .forms
        .get(after)
        .is_some_and(|form| matches!(form.as_str(), "out" | "off" | "up" | "down" | "away" | "back" | "over"));
    let particle = reading
        .tree
        .children(root)
        .find(|&child| carried.is_none() && reading.is(child, Deprel::CompoundPrt))
        .or((loose && carried.is_none() && reading.upos(root) == Upos::Verb).then_some(after));
    match particle {
        Some(particle) => format!("{head} {}", reading.forms[particle]),
        None => head,
    }
}

/// What stands for the predicate and what denies it.
fn head(predicate: &str) -> Head {
    let mut made = Head { concept: Concept::of(predicate), ..Head::default() };
    made.opposite.text = predicate.to_owned();
    for word in words().opposites_of(predicate) {
        made.opposite.add(&word, 0.9);
        for (noun, role) in words().derived(&word) {
            if *role == "event" {
                made.opposite.add(noun, 0.85);
            }
        }
    }
    made
}

fn role_of(slot: &Slot, nominal: bool) -> Option<Role> {
    Some(match slot {
        Slot::Subject | Slot::Agent => Role::Subject,
        Slot::Predicate if nominal => return None,
        Slot::Object | Slot::Patient | Slot::Predicate => Role::Object,
        Slot::With(prep) => Role::Oblique(prep.clone()),
        Slot::Possessor if nominal => Role::Oblique("of".to_owned()),
        _ => return None,
    })
}

/// "Agreed to buy Orley Mill", "began running the ferry": what the verb below the first one concerns.
fn add_controlled(made: &mut Frame, reading: &Reading, text: &str, root: usize) {
    let controlled = reading.tree.children(root).filter(|&child| {
        reading.upos(child) == Upos::Verb
            && (reading.is(child, Deprel::Xcomp)
                || reading.is(child, Deprel::Advcl)
                    && reading.tree.children(child).any(|mark| reading.forms[mark] == "to"))
    });
    for verb in controlled {
        made.modifiers.push(Concept::of(&reading.lemma(verb).to_lowercase()));
        for (slot, word) in slots_of(reading, verb) {
            let role = match slot {
                Slot::Object => Role::Object,
                Slot::With(prep) => Role::Oblique(prep),
                _ => continue,
            };
            if reading.value_at(word).is_none() {
                add_part(made, reading, text, role, word, 0);
            }
        }
    }
}

/// Dates, ranks, ages and hours that no part has yet: in a claim of one clause they are the event's, wherever the parser
/// hangs them.
fn add_values(made: &mut Frame, reading: &Reading, text: &str, root: usize) {
    for value in &reading.values {
        let Some(first) = value.mention.readings.first() else { continue };
        let known =
            |part: &Part| matches!(&part.what, PartKind::Value(known) | PartKind::Counted(known, _) if known == first);
        let narrows = matches!(
            reading.tree.words[value.head].deprel,
            Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nummod
        );
        let named = reading.mention_at(value.head).is_some_and(|mention| mention.entity.is_some());
        let loose = match first.kind() {
            Kind::Date | Kind::Time | Kind::Age => true,
            Kind::Ordinal => reading.tree.words[value.head].head == Some(root),
            _ => false,
        };
        if !loose || narrows || named || made.parts.iter().any(|part| known(part) && !part.below) {
            continue;
        }
        made.parts.retain(|part| !known(part));
        let role = match reading.cases(value.head).last() {
            Some(prep) => Role::Oblique(prep.to_owned()),
            None if first.kind() == Kind::Ordinal => Role::Object,
            None => Role::Oblique(String::new()),
        };
        made.answers.push(Answer { accepted: vec![Expected::Value(first.clone())] });
        made.parts.push(Part {
            role,
            what: PartKind::Value(first.clone()),
            text: value.mention.span.of(text).to_owned(),
            below: false,
            denied: false,
        });
    }
}

/// "Ran aground", "unanimously recommended": how it happened narrows what happened.
fn add_manner(made: &mut Frame, reading: &Reading, root: usize) {
    let adverbs = reading.tree.children(root).filter(|&child| {
        reading.is(child, Deprel::Advmod)
            && reading.upos(child) == Upos::Adv
            && !ONCE.contains(&reading.forms[child].as_str())
            && !is_negation(&reading.forms[child])
            && !words().is_light(reading.lemma(child))
            && reading.value_at(child).is_none()
    });
    made.modifiers.extend(adverbs.map(|adverb| Concept::of(&reading.lemma(adverb).to_lowercase())));
}

/// "its fourth takeover": the rank is what the sentence tells.
fn add_rank(made: &mut Frame, reading: &Reading, text: &str, root: usize) {
    let rank = reading.values.iter().find(|value| {
        reading.tree.words[value.head].head == Some(root)
            && matches!(value.mention.readings.first(), Some(Value::Ordinal(_)))
    });
    if let Some(value) = rank
        && let Some(first) = value.mention.readings.first().cloned()
    {
        made.answers.push(Answer { accepted: vec![Expected::Value(first.clone())] });
        made.parts.push(Part {
            role: Role::Object,
            what: PartKind::Value(first),
            text: value.mention.span.of(text).to_owned(),
            below: false,
            denied: false,
        });
    }
}

/// The relations of the lexicon that the predicate words here: all words of a wording stand in the claim, and its parts
/// are of the kinds that the relation joins. One verb has many senses; its arguments choose.
fn relations(reading: &Reading, root: usize, parts: &[Part], entities: &Entities) -> Vec<(RelationId, bool)> {
    let mut found = Vec::new();
    let top: Vec<&Part> = parts.iter().filter(|part| !part.below).collect();
    for trigger in reading.triggers.iter().filter(|trigger| trigger.words.contains(&root)) {
        let relation = lexicon().relation(trigger.relation);
        let wording = &relation.wordings[trigger.wording];
        if wording.negative
            || wording.form != Form::Verb
            || wording.words.len() == 1 && words().verbs.support.contains(reading.lemma(root))
        {
            continue;
        }
        let value = top.iter().find(|part| match &part.role {
            Role::Oblique(prep) => wording.preps.contains(prep),
            Role::Object => wording.preps.is_empty(),
            Role::Subject => false,
        });
        let subject = top.iter().find(|part| part.role == Role::Subject);
        let (owner, value) = if wording.inverse { (value, subject) } else { (subject, value) };
        let Some(value) = value else { continue };
        if has_kind(value, &relation.value, entities)
            && owner.is_none_or(|owner| has_kind(owner, &relation.owner, entities))
            && !found.contains(&(trigger.relation, wording.inverse))
        {
            found.push((trigger.relation, wording.inverse));
        }
    }
    found
}

/// Whether the part is of one of the kinds; what has no known kind may be any.
fn has_kind(part: &Part, kinds: &[String], entities: &Entities) -> bool {
    if kinds.is_empty() || kinds.iter().any(|kind| kind == "any") {
        return true;
    }
    let is = |wanted: &[&str]| kinds.iter().any(|kind| wanted.contains(&kind.as_str()));
    match &part.what {
        PartKind::Entity(entity) => entities.kind(entity.0).is_none_or(|kind| is(&[kind])),
        PartKind::Value(value) | PartKind::Counted(value, _) => is(kinds_of(value)),
        PartKind::Words(concept) => words().kind_of(&concept.text).is_some_and(|kind| is(&[kind])),
    }
}

/// The kinds of the lexicon that a value is of.
pub fn kinds_of(value: &Value) -> &'static [&'static str] {
    match value.kind() {
        Kind::Count | Kind::Times => &["number", "quantity"],
        Kind::Percent | Kind::PercentagePoint => &["percent"],
        Kind::Money => &["money"],
        Kind::Measure(Dimension::Time) => &["duration", "quantity"],
        Kind::Measure(_) => &["quantity"],
        Kind::Age => &["age"],
        Kind::Date => &["date"],
        Kind::Time => &["time"],
        Kind::Score => &["score"],
        Kind::Ordinal => &["ordinal"],
    }
}

/// Reads a claim's text as an article of one sentence.
pub fn reading(text: &str, entities: &Entities) -> Reading {
    let whole = Span::new(0, text.len());
    let hits = entities.names().find(text);
    let quotes = quotations(text, whole);
    read(
        text,
        whole,
        BlockKind::Paragraph,
        &hits,
        &quotes,
        &value::Context::default(),
        Some((entities.alike(), &entities.stands(text, &hits))),
    )
}

fn predicate(reading: &Reading) -> Option<usize> {
    let root = reading.tree.root()?;
    Some(root)
}

fn add_part(made: &mut Frame, reading: &Reading, text: &str, role: Role, word: usize, depth: usize) {
    let written = reading.span_of(reading.subtree(word)).of(text).to_owned();
    let below = depth > 0;
    let denied = reading.upos(word) != Upos::Verb
        && reading
            .tree
            .children(word)
            .any(|child| reading.is(child, Deprel::Advmod) && is_negation(&reading.forms[child]));
    let mut push = |what: PartKind, text: String| {
        if let PartKind::Value(value) | PartKind::Counted(value, _) = &what {
            made.answers.push(Answer { accepted: vec![Expected::Value(value.clone())] });
        }
        made.parts.push(Part { role: role.clone(), what, text, below, denied });
    };
    let known = named_at(reading, word);
    if let Some(value) = reading.values.iter().find(|value| value.head == word || value.words.contains(&word)) {
        let Some(first) = value.mention.readings.first().cloned() else { return };
        let ranked = ranked_noun(reading, value.head);
        match ranked {
            Some((noun, rank)) => push(PartKind::Counted(rank, Concept::of(reading.lemma(noun))), written),
            None => push(PartKind::Value(first), value.mention.span.of(text).to_owned()),
        }
        return;
    }
    if let Some(entity) = known {
        push(PartKind::Entity(EntityId(entity)), written.clone());
    } else if !matches!(reading.upos(word), Upos::Pron | Upos::Adp)
        || matches!(reading.mention_at(word).map(|m| &m.what), Some(What::Pronoun(Pronoun::It)))
    {
        let concept = Concept::of(&reading.lemma(word).to_lowercase());
        match number_of(reading, word) {
            Some(value) => push(PartKind::Counted(value, concept), written),
            None => push(PartKind::Words(concept), written),
        }
    }
    if depth > 2 {
        return;
    }
    // What hangs below a part ("the emergency declaration", "an offer from Vantor Capital") narrows the claim.
    let name = reading.mention_at(word).filter(|mention| known.is_some() && mention.entity == known);
    // All words of a name are one word here: what hangs on its last ("The Ferry at Dusk in Rome") hangs on it.
    let whole = name.map_or(word..word + 1, |name| name.words.clone());
    let outside =
        |child: usize| !whole.contains(&child) && reading.tree.words[child].head.is_some_and(|up| whole.contains(&up));
    for child in (0..reading.tree.words.len()).filter(|&child| outside(child)) {
        match reading.tree.words[child].deprel {
            Deprel::Nmod | Deprel::NmodUnmarked if rank_after(reading, word, child).is_some() => {}
            Deprel::Nmod
            | Deprel::NmodPoss
            | Deprel::NmodUnmarked
            | Deprel::Obl
            | Deprel::OblUnmarked
            | Deprel::Appos => {
                let prep = reading.cases(child).next().unwrap_or("of").to_owned();
                // A date belongs to the event, wherever the parser hangs it.
                let date = reading
                    .values
                    .iter()
                    .any(|value| value.head == child && matches!(value.mention.readings.first(), Some(Value::Date(_))));
                add_part(made, reading, text, Role::Oblique(prep), child, if date { 0 } else { depth + 1 });
            }
            Deprel::Amod | Deprel::Compound if !is_negation(&reading.forms[child]) => {
                let entity = reading
                    .mention_at(child)
                    .filter(|mention| mention.what == What::Known)
                    .and_then(|mention| mention.entity);
                if let Some(entity) = entity.filter(|entity| Some(*entity) != known) {
                    made.parts.push(Part {
                        role: Role::Oblique("of".to_owned()),
                        what: PartKind::Entity(EntityId(entity)),
                        text: reading.forms[child].clone(),
                        below: true,
                        denied: false,
                    });
                } else if entity.is_none()
                    && !words().is_light(reading.lemma(child))
                    && reading.value_at(child).is_none()
                {
                    made.modifiers.push(Concept::of(&reading.lemma(child).to_lowercase()));
                }
            }
            // Coordinated participants have slots of their own.
            Deprel::Conj if depth > 0 => add_part(made, reading, text, role.clone(), child, depth + 1),
            _ => {}
        }
    }
}

/// The entity that `word` names, by itself or as the title before the name: "Mayor Dana Ruiz".
fn named_at(reading: &Reading, word: usize) -> Option<usize> {
    let known = |at: usize| {
        reading
            .mention_at(at)
            .filter(|mention| mention.what == What::Known && mention.head == at)
            .and_then(|mention| mention.entity)
    };
    let titled = || {
        let name = word + 1;
        let joined = name < reading.tree.words.len()
            && reading.tree.words[name].head == Some(word)
            && matches!(reading.tree.words[name].deprel, Deprel::Flat | Deprel::Appos | Deprel::Compound);
        joined
            .then(|| {
                reading
                    .mention_at(name)
                    .filter(|mention| mention.what == What::Known && mention.words.start == name)?
                    .entity
            })
            .flatten()
    };
    known(word).or_else(titled)
}

/// The number before a noun, or the rank that a number after it gives: "12,000 bottles", "the 74th minute", "stage four".
fn number_of(reading: &Reading, noun: usize) -> Option<Value> {
    reading.tree.children(noun).find_map(|child| {
        if !matches!(
            reading.tree.words[child].deprel,
            Deprel::Nummod
                | Deprel::Amod
                | Deprel::Nmod
                | Deprel::NmodUnmarked
                | Deprel::Flat
                | Deprel::Compound
                | Deprel::Dep
        ) {
            return None;
        }
        rank_after(reading, noun, child).or_else(|| {
            reading
                .value_at(child)
                .filter(|_| !reading.is(child, Deprel::Nmod))?
                .mention
                .readings
                .first()
                .filter(|value| value.kind() != Kind::Date)
                .cloned()
        })
    })
}

/// "stage four" where the number heads the phrase.
fn ranked_noun(reading: &Reading, value: usize) -> Option<(usize, Value)> {
    let noun = value.checked_sub(1)?;
    let joined = reading.tree.words[noun].head == Some(value) || reading.tree.words[value].head == Some(noun);
    if reading.upos(noun) != Upos::Noun || !joined {
        return None;
    }
    Some((noun, rank_after(reading, noun, value)?))
}

/// A whole number right after its noun ranks it.
pub fn rank_after(reading: &Reading, noun: usize, number: usize) -> Option<Value> {
    if number != noun + 1 {
        return None;
    }
    match reading.value_at(number)?.mention.readings.iter().find(|value| value.kind() == Kind::Count)? {
        Value::Amount(amount) => {
            i64::try_from(amount.nominal.mantissa()).ok().filter(|_| amount.nominal.scale() == 0).map(Value::Ordinal)
        }
        _ => None,
    }
}

/// "… is the first/last X to do Y since Z": the selector of the predicate noun, and the words of the action where the
/// sentence gives one of its own.
fn selector(reading: &Reading, root: usize, text: &str, entities: &Entities) -> Option<(FrameShape, Option<Head>)> {
    let candidates: Vec<usize> = reading.tree.children(root).chain([root]).collect();
    let (word, selector) = candidates.into_iter().find_map(|word| {
        let selector = match reading.forms[word].as_str() {
            "first" => Selector::First,
            "last" => Selector::Last,
            "only" => Selector::Only,
            _ => return None,
        };
        let rel = reading.tree.words[word].deprel;
        (word == root || matches!(rel, Deprel::Amod | Deprel::Advmod)).then_some((word, selector))
    })?;
    let nominal = matches!(reading.upos(root), Upos::Noun | Upos::Adj | Upos::Propn)
        && reading.tree.children(root).any(|c| reading.is(c, Deprel::Cop));
    // "had last visited the United States in 2015" says when the last of its visits was.
    // Who was last seen is no visitor among visitors: a passive tells of that one time, unless it looks back ("had last
    // been robbed").
    let last_time = selector == Selector::Last
        && reading.upos(root) == Upos::Verb
        && reading.is(word, Deprel::Advmod)
        && (!is_passive(reading, root) || reading.tree.children(root).any(|child| reading.forms[child] == "had"));
    if !nominal && word != root && !last_time {
        return None;
    }
    let since = reading.forms.iter().position(|form| form == "since").unwrap_or(reading.forms.len());
    // "the first Spaniard to win the race": what comes between "to" and "since" is the action.
    let to = (word + 1..since).find(|&at| {
        reading.forms[at] == "to"
            && at + 1 < since
            && reading.upos(at + 1) == Upos::Verb
            && reading.upos(at) == Upos::Part
    });
    if let Some(to) = to.filter(|to| nominal && *to > word + 1) {
        let class = phrase(reading.span_of(word + 1..to).of(text), entities);
        let action = phrase(reading.span_of(to + 1..since).of(text).trim_end_matches(['.', ' ']), entities);
        let mut head = action.head();
        head.relations.extend(super::deeds(&action, entities));
        return Some((FrameShape::Selector { selector, class, action }, Some(head)));
    }
    // "The strike was the first since": the noun is the subject's.
    let noun = reading
        .tree
        .children(root)
        .find(|&child| word == root && reading.is(child, Deprel::Nsubj) && reading.upos(child) == Upos::Noun)
        .unwrap_or(root);
    let lemma = reading.lemma(noun).to_lowercase();
    let class = Phrase { text: lemma.clone(), attribute: vec![lemma.clone()], ..Phrase::default() };
    let head = (noun != root).then(|| head(&lemma));
    Some((FrameShape::Selector { selector, class: class.clone(), action: class }, head))
}

/// `X said "…" [to Y]`.
fn quotation(id: FactId, text: &str, reading: &Reading) -> Option<Frame> {
    let quote = reading.quotes.iter().max_by_key(|quote| quote.len())?;
    if quote.len() * 3 < text.len() && quote.of(text).split_whitespace().count() < 3 {
        return None;
    }
    let outside = |word: usize| !quote.overlaps(reading.tree.words[word].span);
    let known = reading
        .mentions
        .iter()
        .filter(|mention| mention.what == What::Known && outside(mention.head))
        .filter_map(|mention| Some((mention, EntityId(mention.entity?))));
    let mut made = Frame::empty(id, FrameShape::Quotation { words: quote.of(text).to_owned(), addressee: None });
    for (mention, entity) in known {
        let to = mention.words.start > 0 && reading.forms[mention.words.start - 1] == "to";
        if let (true, FrameShape::Quotation { addressee, .. }) = (to, &mut made.shape) {
            *addressee = Some(entity);
        } else if mention.span.start < quote.start && made.owner.is_none() {
            made.owner = Some(entity);
        } else {
            made.others.push(entity);
        }
    }
    if made.owner.is_none() {
        // "The mayor said …": the speaker in words.
        let speaker = (0..reading.tree.words.len()).find(|&word| outside(word) && reading.is(word, Deprel::Nsubj))?;
        made.owner_words = Some(Concept::of(&reading.lemma(speaker).to_lowercase()));
    }
    Some(made)
}
