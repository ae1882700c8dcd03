//! Whether a phrase speaks of the claim's class, of its places and rivals.

use super::gap::answer_entities;
use super::is_bound;
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

/// Every place and rival of the claim's action is named in the sentence, or is what the article is about.
pub(super) fn places_met(frame: &Frame, sentence: &Sentence) -> bool {
    let FrameShape::Selector { action, .. } = &frame.shape else { return true };
    let entities = &sentence.base().entities;
    action.entities.iter().filter(|&&wanted| !is_bound(frame, sentence, wanted)).all(|&wanted| {
        let named = sentence
            .mentions
            .iter()
            .filter(|mention| !(rivals(sentence, action, wanted) && sentence.has_case(mention.head, &["in", "at"])))
            .filter_map(|m| m.entity.map(EntityId))
            .any(|entity| entities.within(entity, wanted));
        named
            || sentence.scene.is_topic(wanted)
                && !sentence.mentions.iter().any(|m| {
                    m.entity.map(EntityId).is_some_and(|entity| {
                        entities.kind_of(entity) == entities.kind_of(wanted) && !action.entities.contains(&entity)
                    })
                })
    })
}

/// "win a series against Norway": a win in Norway is another matter.
pub(super) fn rivals(sentence: &Sentence, action: &Phrase, entity: EntityId) -> bool {
    let entities = &sentence.base().entities;
    let parts: Vec<String> = action.text.split_whitespace().map(str::to_lowercase).collect();
    parts.windows(2).any(|pair| matches!(pair[0].as_str(), "against" | "over") && entities.has_word(entity, &pair[1]))
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
        .map(|head| Site {
            head,
            words: vec![head],
            weight: 0.9,
            form: SiteForm::Copula,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        })
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
