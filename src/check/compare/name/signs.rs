//! The signs by which a name is weighed in view of a claim, beside those it shares with figures (`check::evidence`).

use super::{NameMatch, Stated, stated_names, telling_words};
use crate::article::coreference::Known;
use crate::article::mention::What;
use crate::check::evidence::{Evidence, is_light_verb};
use crate::check::frame::{Answer, Expected, Frame, FrameShape};
use crate::check::index::MOST_CLAIMS;
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, slots_of};
use crate::check::unify::{Fit, filler_fit, foreign_modifier, modifiers_met};
use crate::check::verdict::voice_of;
use crate::lexicon::{lexicon, words};
use crate::syntax::{Deprel, Upos};
use crate::value::Value;
use std::ops::Range;

/// A name of the sentence with its words, and how it stands to what is accepted.
pub struct Found<'f> {
    pub name: Stated,
    pub words: Range<usize>,
    pub answer: &'f Answer,
    pub matched: NameMatch,
    /// It is a value that the same attribute has in another claim.
    pub sibling: bool,
}

/// How the name hangs on the claim's own words.
pub fn link_signs(frame: &Frame, sentence: &Sentence, found: &Found, on_owner: Option<&str>, evidence: &mut Evidence) {
    let link = match (evidence.nearest, on_owner) {
        (Some((_, site)), _) => link(sentence, site, found),
        (None, Some(how)) => format!("owner-{how}"),
        (None, None) => "none".to_owned(),
    };
    evidence.sign(format!("link:{link}"));
    let Some((_, site)) = evidence.nearest else { return };
    let form = format!("{:?}{}", site.form, if site.inverse { "-inverse" } else { "" });
    evidence.sign(format!("link-form:{link}:{form}"));
    let word = if site.weight >= 0.94 { "own" } else { "alike" };
    evidence.sign(format!("link-word:{link}:{word}"));
    let owner = match evidence.owner.fit {
        Fit::Explicit | Fit::Likely => "slot",
        Fit::Nearby => "near",
        Fit::Topic => "topic",
        Fit::Missing => "missing",
        Fit::Foreign => "foreign",
    };
    evidence.sign(format!("link-owner:{link}:{owner}"));
    let value = stated_names(sentence, site).iter().any(|name| name.word == found.name.word);
    // "Its headquarters in Orley".
    let located = matches!(link.as_str(), "with-in" | "with-at") && matches!(site.form, SiteForm::Noun);
    let slot = if value || located && asked_kind(sentence, found.answer) != "person" {
        "value"
    } else if evidence.owner.word == Some(found.name.word) {
        "owner"
    } else {
        "none"
    };
    evidence.sign(format!("slot:{slot}"));
    evidence.sign(format!("slot-owner:{slot}:{owner}"));
    evidence.sign(format!("slot-words:{slot}:{}", evidence.words));
    if is_anothers(frame, sentence, site.head) {
        evidence.sign("anothers");
    }
    let (met, all) = modifiers_met(frame, sentence);
    let narrowed = foreign_modifier(frame, sentence, site.head, &site.words).is_some();
    // "The opening film" for a claim about the longest: each narrows the noun in its own way.
    if narrowed && met == 0 && all > 0 {
        evidence.sign("narrowed-otherwise");
    }
    if is_ranked(frame, sentence, site.head) {
        evidence.sign("ranked");
    }
    let leads = frame.owner.is_none_or(|owner| sentence.scene.leads_with(owner));
    evidence.sign(format!("leads:{leads}:{owner}"));
    let nature = if found.name.entity.is_some() { "known" } else { "unknown" };
    evidence.sign(format!("slot-word-owner:{slot}:{word}:{owner}"));
    evidence.sign(format!("slot-nature:{slot}:{nature}"));
    evidence.sign(format!("link-nature:{link}:{nature}"));
    // "Made of granite and called the Ark": what follows another verb is no value of this one.
    let (from, to) = (site.head.min(found.name.word), site.head.max(found.name.word));
    if (from + 1..to).any(|word| matches!(sentence.upos(word), Upos::Aux | Upos::Verb)) {
        evidence.sign("verb-between");
    }
    if matches!(frame.shape, FrameShape::Office { .. }) {
        evidence.sign(format!("office-link:{link}"));
    }
}

/// "the capital of the state", "the state capital": the words beside the noun say whose it is, and it is not the claim's.
fn is_anothers(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    // "Chief executive of Quill", where "chief" is the claim's word.
    let narrows = matches!(sentence.tree.words[noun].deprel, Deprel::Compound | Deprel::Amod);
    let whole = sentence.tree.words[noun].head.filter(|_| narrows);
    let of = [Some(noun), whole].into_iter().flatten().flat_map(|noun| slots_of(sentence, noun)).any(|(slot, word)| {
        // "A representative for the sheriff".
        let whose = slot == Slot::With("of".into()) || slot == Slot::With("for".into());
        whose && filler_fit(frame, sentence, word, true).fit == Fit::Foreign
    });
    let before = sentence.tree.children(noun).any(|child| {
        child < noun
            && matches!(sentence.tree.words[child].deprel, Deprel::Compound | Deprel::Amod | Deprel::NmodPoss)
            && sentence.upos(child) == Upos::Noun
            && matches!(
                words().kind_of(&sentence.lemma(child).to_lowercase()),
                Some("place" | "organization" | "group")
            )
    });
    of || before
}

/// "The last president to visit", for a claim about the president: another question.
fn is_ranked(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let own = |lemma: &str| frame.modifiers.iter().any(|concept| concept.weight_of(lemma).is_some());
    sentence.tree.children(noun).any(|child| {
        let form = sentence.forms[child].as_str();
        matches!(form, "first" | "second" | "third" | "last" | "next" | "only" | "previous") && !own(form)
    })
}

fn link(sentence: &Sentence, site: &Site, found: &Found) -> String {
    let tree = &sentence.tree;
    let last = site.words.iter().copied().max().unwrap_or(site.head);
    let noun = matches!(site.form, SiteForm::Noun | SiteForm::Event | SiteForm::Agent);
    if noun && found.words.start == last + 1 {
        return "title".into();
    }
    let after = |form: &str| sentence.forms.get(last + 1).is_some_and(|next| next == form);
    if found.words.start == last + 2 && after(":") {
        return "colon".into();
    }
    let slot_of = |around: usize, wanted: &dyn Fn(usize) -> bool| {
        slots_of(sentence, around).into_iter().find(|(_, word)| wanted(*word)).map(|(slot, _)| slot_name(&slot))
    };
    let is_name = |word: usize| found.words.contains(&word) || word == found.name.word;
    if let Some(slot) = slot_of(site.head, &is_name) {
        return slot;
    }
    if let Some(slot) = slot_of(found.name.word, &|word| word == site.head) {
        return format!("of-name-{slot}");
    }
    if noun && sentence.has_case(site.head, &["as"]) {
        return "as".into();
    }
    // "She has a seat in Orley": both hang on one verb.
    let verb = sentence.clause(site.head);
    if verb == sentence.clause(found.name.word)
        && let (Some(name), Some(words)) = (slot_of(verb, &is_name), slot_of(verb, &|word| word == site.head))
    {
        let light = tree.words[verb].upos == Upos::Aux || is_light_verb(sentence, verb);
        return format!("verb-{name}-{words}-{}", if light { "light" } else { "own" });
    }
    // Below something that is below the claim's words.
    let below = |word: usize, above: usize| sentence.subtree(above).contains(&word);
    if below(found.name.word, site.head) {
        "below".into()
    } else if below(site.head, found.name.word) {
        "above".into()
    } else {
        "none".into()
    }
}

fn slot_name(slot: &Slot) -> String {
    match slot {
        Slot::Subject => "subject".into(),
        Slot::Patient => "patient".into(),
        Slot::Object => "object".into(),
        Slot::Agent => "agent".into(),
        Slot::With(prep) if PREPOSITIONS.contains(&prep.as_str()) => format!("with-{prep}"),
        Slot::With(_) => "with".into(),
        Slot::Possessor => "possessor".into(),
        Slot::Modifier => "modifier".into(),
        Slot::Predicate => "predicate".into(),
        Slot::Apposition => "apposition".into(),
    }
}

/// Prepositions common enough to be signs of their own.
const PREPOSITIONS: [&str; 12] = ["of", "in", "at", "by", "on", "from", "to", "for", "with", "as", "under", "after"];

/// What kind of name it is, beside the kind that is asked for.
pub fn name_signs(frame: &Frame, sentence: &Sentence, found: &Found, evidence: &mut Evidence) {
    let entities = &sentence.base().entities;
    let name = &found.name;
    let asked = asked_kind(sentence, found.answer);
    evidence.sign(format!("asks:{asked}"));
    let mention = sentence.mention_at(name.word);
    let nature = match (name.entity, mention.map(|mention| &mention.what)) {
        (Some(_), Some(What::Pronoun(_))) => "pronoun",
        (Some(_), Some(What::Description(_))) => "description",
        (Some(_), _) => "known",
        (None, Some(What::Other)) => "unknown",
        (None, _) => "common",
    };
    evidence.sign(format!("name:{nature}"));
    evidence.sign(format!("name-asks:{nature}:{asked}"));
    if let Some(entity) = name.entity {
        let kind = entities.kind(entity.0).unwrap_or("unknown");
        evidence.sign(format!("kinds:{}", if kind == asked { "same" } else { "different" }));
    } else if let Some(first) = name.text.split_whitespace().next() {
        let person = words().gender(first).is_some();
        evidence.sign(format!("kinds:{asked}:{}", if person { "first-name" } else { "no-first-name" }));
    }
    if found.sibling {
        evidence.sign("value-of-attribute");
    }
    let case = sentence.cases(name.word).last().unwrap_or("none");
    let place = frame.head.relations.iter().any(|&(relation, inverse)| {
        !inverse && lexicon().relation(relation).asks.iter().any(|question| question == "where")
    });
    if case == "none" || PREPOSITIONS.contains(&case) {
        evidence.sign(format!("case-question:{case}:{}", if place { "where" } else { "who" }));
        evidence.sign(format!("case:{case}"));
        evidence.sign(format!("case-asks:{case}:{asked}"));
    }
    // What the rules say of the name elsewhere: another attribute's value, the holder of another office.
    if let Some(entity) = name.entity {
        let elsewhere = sentence.base().index.with(entity).iter().take(MOST_CLAIMS).any(|id| {
            let other = sentence.base().frame(*id);
            other.fact != frame.fact
                && other.head.concept.text != frame.head.concept.text
                && other
                    .answers
                    .iter()
                    .flat_map(|answer| &answer.accepted)
                    .any(|expected| matches!(expected, Expected::Entity(known) if *known == entity))
        });
        evidence.sign(if elsewhere { "role:another" } else { "role:none" });
    }
    let clause = sentence.clause(name.word);
    if !matches!(voice_of(sentence, clause), Ok((crate::check::Voice::Own, _))) {
        evidence.sign("voice:other");
    }
}

fn asked_kind(sentence: &Sentence, answer: &Answer) -> &'static str {
    let entities = &sentence.base().entities;
    match answer.accepted.first() {
        Some(Expected::Entity(entity)) => entities.kind(entity.0).unwrap_or("unknown"),
        Some(Expected::Name(name)) if name.starts_with(char::is_uppercase) => {
            let person = name.split_whitespace().next().is_some_and(|first| words().gender(first).is_some());
            if person { "person-name" } else { "name" }
        }
        _ => "word",
    }
}

/// Where what the claim says stands, and how like it the stated name is.
pub fn expected_signs(frame: &Frame, sentence: &Sentence, found: &Found, evidence: &mut Evidence) {
    let entities = &sentence.base().entities;
    let names = || frame.answers.iter().filter(|answer| answer.is_name());
    let (mut here, mut told) = (false, false);
    let mut like = "none";
    for expected in names().flat_map(|answer| &answer.accepted) {
        let written = match expected {
            Expected::Entity(entity) => {
                here |= sentence.mentions_of(*entity).next().is_some();
                told |= sentence.scene.is_named(*entity);
                entities.name_of(*entity)
            }
            Expected::Name(name) => {
                here |= sentence.span.of(sentence.text()).contains(name.as_str());
                name
            }
            _ => continue,
        };
        let (ours, theirs) = (telling_words(written), telling_words(&found.name.text));
        if ours.len() > 1 && theirs.len() > 1 {
            if ours.last() == theirs.last() {
                like = "last";
            } else if ours.first() == theirs.first() && like == "none" {
                like = "first";
            }
        }
    }
    evidence.sign(format!(
        "expected:{}",
        if here {
            "sentence"
        } else if told {
            "article"
        } else {
            "nowhere"
        }
    ));
    if found.matched == NameMatch::Different {
        evidence.sign(format!("like:{like}"));
    }
    evidence.sign(if names().count() > 1 { "answers:several" } else { "answers:one" });
    if found.matched == NameMatch::Wider {
        evidence.sign("wider");
    }
}

/// Of what time it is said.
pub fn time_signs(frame: &Frame, sentence: &Sentence, word: usize, evidence: &mut Evidence) {
    let at = evidence.nearest.map_or(word, |(_, site)| site.head);
    let clause = sentence.clause(at);
    let had = [at, clause].into_iter().any(|word| {
        sentence.tree.children(word).any(|child| {
            matches!(sentence.tree.words[child].deprel, Deprel::Aux | Deprel::Cop) && sentence.forms[child] == "had"
        })
    });
    if had {
        evidence.sign("had");
    }
    let dated = sentence.values.iter().any(|value| matches!(value.mention.readings.first(), Some(Value::Date(_))));
    evidence.sign(format!("dated:{dated}"));
    let before = |word: usize| word.checked_sub(1).map(|before| sentence.forms[before].as_str());
    let first = evidence.nearest.and_then(|(_, site)| site.words.iter().min().copied()).unwrap_or(at);
    if before(first).is_some_and(|form| words().offices.other.contains(form))
        || sentence.tree.children(at).any(|child| words().offices.other.contains(&sentence.forms[child]))
    {
        evidence.sign("another-office");
    }
    let past = match sentence.tree.words[clause].xpos {
        "VBD" => true,
        _ => sentence.tree.children(clause).any(|child| {
            matches!(sentence.tree.words[child].deprel, Deprel::Cop | Deprel::Aux | Deprel::AuxPass)
                && matches!(sentence.forms[child].as_str(), "was" | "were" | "had")
        }),
    };
    let tense = if past { "past" } else { "present" };
    evidence.sign(format!("tense:{tense}"));
    if let FrameShape::Office { term, .. } = &frame.shape {
        let term = if term.is_some() { "term" } else { "no-term" };
        evidence.sign(format!("office:{term}"));
        evidence.sign(format!("office-tense:{term}:{tense}"));
    }
}
