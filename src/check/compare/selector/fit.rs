//! Whether a phrase speaks of the claim's class, of its places and rivals.

use super::gap::answer_entities;
use super::is_bound;
use crate::article::mention::How;
use crate::check::frame::{Frame, FrameShape, Phrase};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm};
use crate::check::unify::foreign_modifier;
use crate::lexicon::Concept;
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};

/// Whether the class noun carries no modifier that narrows it beyond the claim: "the last Republican president".
pub(super) fn class_fits(frame: &Frame, sentence: &Sentence, noun: usize, selector: usize) -> bool {
    let FrameShape::Selector { class, action, .. } = &frame.shape else { return false };
    let entities = &sentence.base().entities;
    let own = |word: usize| {
        let lemma = sentence.lemma(word).to_lowercase();
        class.attribute.contains(&lemma)
            || class.entities.iter().any(|entity| entities.has_word(*entity, &sentence.forms[word]))
            || matches!(lemma.as_str(), "sitting" | "serving" | "ever")
    };
    sentence.tree.children(noun).all(|child| {
        let modifies = matches!(
            sentence.tree.words[child].deprel,
            Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nmod
        );
        if !modifies || child == selector || own(child) {
            return true;
        }
        if let Some((entity, _)) = sentence.entity_at(child) {
            // A place of the action beside the class turns the direction round; a class entity is the claim's own.
            let own = class.entities.iter().any(|own| entities.within(entity, *own) || entities.within(*own, entity));
            return (own || class.entities.is_empty() && owns_office(frame, sentence, entity))
                && !action.entities.contains(&entity)
                // "the first person at the bank to …" is one of its own.
                || action.entities.contains(&entity) && sentence.has_case(child, &["at", "in"]);
        }
        foreign_modifier(frame, sentence, noun, &[selector]).is_none()
    })
}

/// Whether the entity owns an office of the holder that the claim names: "U.S." before "president" says no more than
/// the claim where its answer was president of the United States.
fn owns_office(frame: &Frame, sentence: &Sentence, owner: EntityId) -> bool {
    let rulebook = sentence.base().rulebook;
    let held = answer_entities(frame).filter_map(|holder| rulebook.entity(holder)).flat_map(|holder| &holder.classes);
    held.flat_map(|class| rulebook.names.mentions(&class.title)).any(|(named, ..)| named == owner)
}

/// Whether the class noun carries what narrows the claim's own: "French" of "French woman".
pub(super) fn class_named(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let FrameShape::Selector { class, .. } = &frame.shape else { return false };
    let around = noun.saturating_sub(4)..noun;
    class.entities.iter().all(|entity| sentence.mentions_of(*entity).any(|mention| around.contains(&mention.head)))
        && class.attribute.iter().enumerate().all(|(at, word)| {
            at == class.head || around.clone().any(|near| sentence.lemma(near).eq_ignore_ascii_case(word))
        })
}

/// Every place and rival of the claim's action is named in the sentence, is spoken of as "there" or "it", or is what the
/// article is about.
pub(super) fn places_met(frame: &Frame, sentence: &Sentence) -> bool {
    let FrameShape::Selector { action, .. } = &frame.shape else { return true };
    action
        .entities
        .iter()
        .filter(|&&wanted| !is_bound(frame, sentence, wanted))
        .all(|&wanted| is_here(sentence, action, wanted) || is_meant(frame, sentence, &action.entities, wanted))
}

/// Whether the sentence names the entity, or what lies in it.
fn is_here(sentence: &Sentence, action: &Phrase, wanted: EntityId) -> bool {
    let entities = &sentence.base().entities;
    sentence
        .mentions
        .iter()
        .filter(|mention| !(rivals(sentence, action, wanted) && sentence.has_case(mention.head, &["in", "at"])))
        .filter_map(|mention| mention.entity.map(EntityId))
        .any(|entity| entities.within(entity, wanted))
}

/// Whether a sentence that does not name the entity can only mean it: it names no other of the kind, and the article is
/// about the entity, or was speaking of it just before. `parties`: all that the claim's deed concerns.
pub(super) fn is_meant(frame: &Frame, sentence: &Sentence, parties: &[EntityId], wanted: EntityId) -> bool {
    let entities = &sentence.base().entities;
    let own = |entity: EntityId| {
        parties.contains(&entity)
            // Who is asked for may be of the kind of what the deed is done to: a book and its author's other book.
            || entities.kind_of(wanted).is_none_or(|kind| kind != crate::rulebook::Kind::Person)
                && answer_entities(frame).any(|answer| answer == entity)
            || frame.entities().any(|own| own == entity && entities.within(wanted, own))
    };
    let rival = |at: &Sentence| {
        at.mentions
            .iter()
            .filter_map(|mention| mention.entity.map(EntityId))
            .any(|entity| entities.kind_of(entity) == entities.kind_of(wanted) && !own(entity))
    };
    if rival(sentence) {
        return false;
    }
    sentence.scene.is_topic(wanted)
        || !sentence.scene.is_named(wanted) && sentence.scene.is_on_matter(frame)
        || points_back(sentence, wanted) && told_before(sentence, wanted, rival)
}

/// "there", "here", "it", "the cave": words that can stand for what was named before.
fn points_back(sentence: &Sentence, wanted: EntityId) -> bool {
    use crate::article::coreference::Known;
    let entities = &sentence.base().entities;
    let person = entities.kind_of(wanted) == Some(crate::rulebook::Kind::Person);
    (0..sentence.forms.len()).any(|word| match sentence.forms[word].as_str() {
        "there" | "here" | "it" => !person,
        "him" | "her" | "his" => person,
        "the" => (word + 1..sentence.forms.len().min(word + 3))
            .any(|noun| entities.describes(wanted.0, &sentence.lemma(noun).to_lowercase())),
        _ => false,
    })
}

/// How many sentences back something can have been named that a sentence points at.
const BACK: usize = 3;

/// Whether one of the sentences before names the entity by its name, and none between a rival.
fn told_before(sentence: &Sentence, wanted: EntityId, rival: impl Fn(&Sentence) -> bool) -> bool {
    for index in (sentence.index.saturating_sub(BACK)..sentence.index).rev() {
        let before = Sentence { scene: sentence.scene, index };
        if before.mentions_of(wanted).any(|mention| mention.how <= How::Alias) {
            return true;
        }
        if rival(&before) {
            return false;
        }
    }
    false
}

/// "win a series against Norway": a win in Norway is another matter.
pub(super) fn rivals(sentence: &Sentence, action: &Phrase, entity: EntityId) -> bool {
    let entities = &sentence.base().entities;
    let parts: Vec<String> = action.text.split_whitespace().map(str::to_lowercase).collect();
    parts.windows(2).any(|pair| matches!(pair[0].as_str(), "against" | "over") && entities.has_word(entity, &pair[1]))
}

/// The claim's own verb where the tree gives it a lemma of its own making.
pub(super) fn inflections(frame: &Frame, sentence: &Sentence, known: &[Site]) -> Vec<Site> {
    let verb = frame.head.concept.text.as_str();
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let ends = |form: &str| {
        form.strip_prefix(stem).is_some_and(|end| matches!(end, "ed" | "ing" | "es" | "s")) && stem.len() > 3
    };
    (0..sentence.forms.len())
        .filter(|&word| sentence.upos(word) == Upos::Verb && ends(&sentence.forms[word]))
        .filter(|word| known.iter().all(|site| site.head != *word))
        .map(|head| Site { weight: 1.0, form: SiteForm::Verb, ..presence(head) })
        .collect()
}

fn presence(head: usize) -> Site {
    Site {
        head,
        words: vec![head],
        weight: 0.9,
        form: SiteForm::Copula,
        inverse: false,
        negative: false,
        participle: false,
        preps: Vec::new(),
    }
}

/// "has been to Norway", "the first king in Norway since": being there is how one visits.
pub(super) fn presences(frame: &Frame, sentence: &Sentence, class: &Concept, known: &[Site]) -> Vec<Site> {
    let FrameShape::Selector { action, .. } = &frame.shape else { return Vec::new() };
    let visit = crate::lexicon::lexicon().named("visit");
    if !frame.head.relations.iter().any(|(relation, _)| Some(*relation) == visit) {
        return Vec::new();
    }
    let entities = &sentence.base().entities;
    let here = |entity: EntityId| action.entities.iter().any(|&place| entities.within(entity, place));
    sentence
        .mentions
        .iter()
        .filter(|mention| {
            mention.entity.map(EntityId).is_some_and(here) && sentence.has_case(mention.head, &["in", "to", "on"])
        })
        .map(|mention| mention.head)
        .filter(|&head| known.iter().all(|site| site.head != head && sentence.tree.words[head].head != Some(site.head)))
        .filter(|&head| {
            let copular = sentence.tree.children(head).any(|child| sentence.is(child, Deprel::Cop))
                || sentence.tree.words[head].head.is_some_and(|up| sentence.lemma(up) == "be");
            copular
                || sentence.tree.words[head]
                    .head
                    .is_some_and(|up| class.weight_of(&sentence.lemma(up).to_lowercase()).is_some())
        })
        .map(presence)
        .collect()
}

/// Whether the deed is placed somewhere that no rule knows: "a killing in Rotterdam".
pub(super) fn elsewhere(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    let own = |word: usize| {
        let lemma = sentence.lemma(word).to_lowercase();
        frame.modifiers.iter().any(|concept| concept.weight_of(&lemma).is_some())
    };
    sentence.tree.children(site.head).any(|child| {
        sentence.upos(child) == Upos::Propn
            && !own(child)
            && sentence.has_case(child, &["in", "at", "near"])
            && sentence.mention_at(child).is_none_or(|mention| mention.entity.is_none())
            && sentence.value_at(child).is_none()
    })
}
