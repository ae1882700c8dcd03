//! How a figure stands in its clause: said by whom, of what subject, how far from the owner's name.

use super::{Evidence, is_general};
use crate::article::mention::{How, What};
use crate::check::scene::Sentence;
use crate::check::unify::is_other;
use crate::check::verdict::modality_of;
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};

/// So many sentences back the owner's name is looked for.
const REACH: usize = 6;

impl Evidence<'_, '_, '_> {
    /// The signs of a figure.
    pub fn stance_signs(&mut self) {
        let sentence = self.sentence;
        let at = self.at;
        let assertion = sentence.assertion(at);
        self.sign(if modality_of(sentence, at, &assertion).is_some() {
            "voice:none"
        } else if sentence.is_quoted(at) {
            "voice:quoted"
        } else if assertion.attributed.flatten().is_some() {
            "voice:attributed"
        } else {
            "voice:own"
        });
        let further = self.own.start.checked_sub(1).map(|word| sentence.forms[word].as_str());
        if matches!(further, Some("another" | "further" | "additional" | "extra" | "other")) {
            self.sign("further");
        }
        if let Some(subject) = self.region.subject.filter(|&subject| subject != at) {
            if is_other(sentence, subject) {
                self.sign("subject-other");
            }
            if self.is_narrowed_behind(subject) {
                self.sign("subject-narrowed-behind");
                self.sign(format!("subject-narrowed-behind:{}", self.words));
            }
            if matches!(sentence.forms[subject].as_str(), "that" | "this" | "those" | "these" | "it" | "they") {
                self.sign(format!("subject-is:{}", sentence.forms[subject]));
            }
        }
        if let Some(owner) = self.cues.frame.owner {
            self.owner_distance_signs(owner);
        }
        if self.is_on_stranger() {
            self.sign("on-stranger");
        }
    }

    /// "The vote on the budget", for a claim about the ferry vote.
    fn is_narrowed_behind(&self, noun: usize) -> bool {
        let sentence = self.sentence;
        sentence.tree.children(noun).any(|child| {
            child > noun
                && sentence.is(child, Deprel::Nmod)
                && sentence.has_case(child, &["on", "of", "over", "about", "against", "for", "to", "in"])
                && matches!(sentence.upos(child), Upos::Noun | Upos::Propn)
                && sentence.value_at(child).is_none()
                && !self.cues.is_own(sentence, child)
                && !is_general(sentence, child)
        })
    }

    /// "The ten-metre Quill", for a claim about another machine: the figure stands by a name that is not the claim's.
    fn is_on_stranger(&self) -> bool {
        let sentence = self.sentence;
        let near = sentence.tree.words[self.at].head.into_iter().chain(sentence.tree.children(self.at));
        let strange = |word: usize| {
            sentence.mention_at(word).is_some_and(|mention| {
                let own = || mention.entity.is_some_and(|entity| self.cues.entities.contains(&EntityId(entity)));
                matches!(mention.what, What::Other | What::Known) && !own()
            })
        };
        near.into_iter().any(|word| !self.own.contains(&word) && sentence.value_at(word).is_none() && strange(word))
    }

    /// How many sentences back the owner was named last, and whether another of its kind has been since.
    fn owner_distance_signs(&mut self, owner: EntityId) {
        let sentence = self.sentence;
        let scene = sentence.scene;
        let entities = &sentence.base().entities;
        let mut rival = false;
        let mut last = None;
        for back in 0..=REACH.min(sentence.index) {
            let here = Sentence { scene, index: sentence.index - back };
            if here.mentions_of(owner).any(|mention| mention.how <= How::Carried) {
                last = Some(back);
                break;
            }
            rival |= here.mentions.iter().any(|mention| match (mention.entity.map(EntityId), &mention.what) {
                (Some(entity), What::Known) => {
                    entity != owner
                        && entities.kind_of(entity) == entities.kind_of(owner)
                        && !entities.within(owner, entity)
                }
                (None, What::Other) => back > 0 || !self.own.contains(&mention.head),
                _ => false,
            });
        }
        let far = match last {
            Some(0) => "here",
            Some(1) => "one",
            Some(2) => "two",
            Some(_) => "few",
            None => "far",
        };
        self.sign(format!("owner-back:{far}"));
        if rival {
            self.sign(format!("since-owner:rival:{far}"));
        }
    }
}
