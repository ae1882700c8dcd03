//! Phrases that select: where they stand, what they rank, and whether they speak of the claim's action.

use super::Case;
use crate::check::frame::FrameShape;
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::sites;
use crate::lexicon::words;
use crate::rulebook::claim::ast::Selector;
use crate::syntax::{Deprel, Upos};
use crate::value::Value;
use std::ops::Range;

/// A noun phrase that selects: "only the second woman to command the boat".
#[derive(Debug)]
pub(super) struct Ranked {
    pub rank: Selector,
    /// The word that ranks.
    pub word: usize,
    /// The class noun.
    pub noun: usize,
    /// From the determiner up to what follows the action.
    pub words: Range<usize>,
    pub class: Class,
    /// Where the action is worded.
    pub site: usize,
    /// The action is known by its words, not only by whom and what it concerns.
    pub own_action: bool,
    /// "… to do so": the sentence before, or this one, that tells what was done.
    pub told: Option<usize>,
}

/// How the class noun of a phrase stands to the claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Own,
    /// It holds more: "person" for "employee".
    Wider,
    /// "The first to leave": the noun is left out.
    Left,
}

impl Case<'_, '_, '_> {
    /// The phrases that select one of the claim's class by the claim's action. They are read from the words in their
    /// order: the parts of such a phrase follow each other so strictly that the order is surer than the tree.
    pub(super) fn ranked(&self) -> Vec<Ranked> {
        let sentence = self.sentence;
        let ranks = (0..sentence.forms.len()).filter_map(|word| Some((word, rank_at(sentence, word)?)));
        ranks.filter_map(|(word, rank)| self.phrase_at(word, rank)).collect()
    }

    /// The phrase that `word` ranks so, if it is about the claim's class and action.
    pub(super) fn phrase_at(&self, word: usize, rank: Selector) -> Option<Ranked> {
        let sentence = self.sentence;
        let (noun, class) = self.class_noun(word)?;
        let start = (0..word)
            .rev()
            .take_while(|&at| {
                matches!(
                    sentence.forms[at].as_str(),
                    "the" | "only" | "just" | "a" | "an" | "most" | "very" | "still" | "one" | "of"
                )
            })
            .last()
            .unwrap_or(word);
        // "One of the first to leave" was perhaps the third.
        if matches!(rank, Selector::First | Selector::Last) && (start..word).any(|at| sentence.forms[at] == "of") {
            return None;
        }
        let end = self.phrase_end(noun);
        let below = sentence.subtree(noun);
        let inside = |at: usize| (noun + 1..end).contains(&at) || below.contains(&at) && at > noun;
        let site = self.sites.iter().find(|site| inside(site.head) || site.head == noun);
        let told = || self.done_so(noun + 1..end);
        let found = match site {
            Some(site) => Some((site.head, true, None)),
            None => match told() {
                Some((verb, told)) => Some((verb, true, Some(told))),
                None => self.unworded(noun + 1..end).map(|verb| (verb, false, None)),
            },
        };
        let found = found.filter(|(site, ..)| !self.acts_on_another(*site));
        let Some((site, own_action, told)) = found else {
            sentence.stop(self.frame, word, || Reason::AnotherAction);
            return None;
        };
        Some(Ranked { rank, word, noun, words: start..end, class, site, own_action, told })
    }

    /// "To run a ward", for a claim about who ran the hospital: the deed is done to something else.
    fn acts_on_another(&self, verb: usize) -> bool {
        let FrameShape::Selector { action, .. } = &self.frame.shape else { return false };
        let sentence = self.sentence;
        let named = |word: usize| {
            let below = sentence.subtree(word);
            action
                .entities
                .iter()
                .any(|entity| sentence.mentions_of(*entity).any(|mention| below.contains(&mention.head)))
        };
        let another = |word: usize| {
            sentence.tree.children(word).any(|child| matches!(sentence.forms[child].as_str(), "a" | "an" | "another"))
        };
        let own = |word: usize| {
            let lemma = sentence.lemma(word).to_lowercase();
            self.frame
                .modifiers
                .iter()
                .chain([&self.frame.head.concept])
                .any(|concept| concept.weight_of(&lemma).is_some())
        };
        !action.entities.is_empty()
            && sentence.tree.children(verb).any(|object| {
                sentence.is(object, Deprel::Obj)
                    && sentence.upos(object) == Upos::Noun
                    && another(object)
                    && !own(object)
                    && !named(object)
            })
    }

    /// The class noun that the rank at `word` narrows, and how it stands to the claim's own.
    fn class_noun(&self, word: usize) -> Option<(usize, Class)> {
        let sentence = self.sentence;
        let FrameShape::Selector { class, .. } = &self.frame.shape else { return None };
        let own = class.head_lemma().unwrap_or_default();
        if self.opens_action(word + 1) {
            return Some((word, if words().verbs.people.contains(&own) { Class::Own } else { Class::Left }));
        }
        let mut of = false;
        for noun in word + 1..sentence.forms.len().min(word + 7) {
            let lemma = sentence.lemma(noun).to_lowercase();
            if rank_at(sentence, noun).is_some() {
                return None;
            }
            // "The first Norwegian": the class is a people.
            let people = class.attribute.is_empty()
                && sentence.entity_at(noun).is_some_and(|(entity, _)| class.entities.contains(&entity));
            // Whoever lived through it is "the last person to be rescued": the class is people at large.
            let large = words().verbs.people.contains(&own) && words().verbs.people.contains(&lemma);
            let own_class = self.class.weight_of(&lemma).is_some() || people || large;
            let wider = lemma == "one"
                || words().verbs.people.contains(&lemma)
                || words().is_a(&own, &lemma) && words().kind_of(&lemma).is_some();
            let next_is_noun = sentence.forms.get(noun + 1).is_some_and(|_| {
                matches!(sentence.upos(noun + 1), Upos::Noun) && sentence.value_at(noun + 1).is_none()
            });
            if (own_class || wider) && !next_is_noun {
                return Some((noun, if own_class { Class::Own } else { Class::Wider }));
            }
            // "The last of our kings to".
            of |= sentence.forms[noun] == "of" && noun == word + 1;
            let form = sentence.forms[noun].as_str();
            let between = matches!(sentence.upos(noun), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part | Upos::Num)
                || matches!(form, "-" | "-ever" | "sitting" | "serving")
                || of && matches!(form, "of" | "the" | "our" | "its" | "their" | "his" | "her");
            if !between {
                return None;
            }
        }
        None
    }

    /// "to leave": the infinitive right after a rank whose noun is left out, one of the claim's own words.
    fn opens_action(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let verb = (at + 1..sentence.forms.len().min(at + 4)).find(|&word| sentence.upos(word) == Upos::Verb);
        sentence.forms.get(at).is_some_and(|form| form == "to")
            && verb.is_some_and(|verb| self.sites.iter().any(|site| site.head == verb))
    }

    /// Where the phrase around `noun` ends: at a mark, or at the verb that equates the whole with something.
    fn phrase_end(&self, noun: usize) -> usize {
        let sentence = self.sentence;
        let total = sentence.forms.len();
        let mut acted = false;
        for word in noun + 1..total {
            let form = sentence.forms[word].as_str();
            let mark = sentence.upos(word) == Upos::Punct && !matches!(form, "-" | "\"" | "“" | "”" | "'" | "’");
            let equates =
                matches!(form, "is" | "was" | "are" | "were" | "remains" | "remained") || form == "belonged" && acted;
            if mark
                || equates
                    && (acted || word == noun + 1)
                    && !matches!(sentence.upos(word + 1.min(total - word - 1)), Upos::Verb)
            {
                return word;
            }
            acted |= sentence.upos(word) == Upos::Verb;
        }
        total
    }

    /// The verb of an action in other words: it concerns everybody and everything that the claim's action names.
    fn unworded(&self, range: Range<usize>) -> Option<usize> {
        let FrameShape::Selector { action, .. } = &self.frame.shape else { return None };
        let sentence = self.sentence;
        let verb = range.clone().take(6).find(|&word| sentence.upos(word) == Upos::Verb)?;
        let opened = (range.start..verb).any(|word| matches!(sentence.forms[word].as_str(), "to" | "who" | "that"));
        let all = !action.entities.is_empty()
            && action
                .entities
                .iter()
                .filter(|entity| !self.is_bound(**entity))
                .all(|&wanted| sentence.mentions_of(wanted).any(|mention| range.contains(&mention.head)));
        (opened && all).then_some(verb)
    }

    /// "to do so": the verb, and the sentence that tells the claim's action, this one or the one before.
    fn done_so(&self, range: Range<usize>) -> Option<(usize, usize)> {
        let sentence = self.sentence;
        let verb = range.clone().take(4).find(|&word| sentence.lemma(word) == "do")?;
        let so = sentence.forms.get(verb + 1).is_some_and(|form| matches!(form.as_str(), "so" | "it" | "that"));
        if !so {
            return None;
        }
        if self.sites.iter().any(|site| !range.contains(&site.head)) {
            return Some((verb, sentence.index));
        }
        let before = sentence.index.checked_sub(1)?;
        let told = Sentence { scene: sentence.scene, index: before };
        let own = |lemma: &str| self.frame.head.concept.weight_of(lemma).is_some_and(|weight| weight >= 0.75);
        let told_there = sites(self.frame, &told).iter().any(|site| own(&told.lemma(site.head).to_lowercase()));
        told_there.then_some((verb, before))
    }
}

/// The rank that a word gives, if it gives one.
pub(super) fn rank_at(sentence: &Sentence, word: usize) -> Option<Selector> {
    let form = sentence.forms[word].as_str();
    match form {
        "first" => Some(Selector::First),
        // "last year", "last Monday night": when, not which.
        "last" | "latest"
            if sentence
                .value_at(word)
                .is_some_and(|value| matches!(value.mention.readings.first(), Some(Value::Date(_)))) =>
        {
            None
        }
        "last" | "latest" | "final" => Some(Selector::Last),
        "recent" if word > 0 && sentence.forms[word - 1] == "most" => Some(Selector::Last),
        "only" | "sole" | "lone" => Some(Selector::Only),
        _ => sentence.value_at(word)?.mention.readings.iter().find_map(|reading| match reading {
            Value::Ordinal(1) => Some(Selector::First),
            Value::Ordinal(rank) if *rank > 0 => u32::try_from(*rank).ok().map(Selector::Nth),
            _ => None,
        }),
    }
}

/// Whether one and the same cannot be both: the first is not the second, the only one no third.
pub(super) fn excludes(claimed: Selector, stated: Selector) -> bool {
    match (claimed, stated) {
        (Selector::First | Selector::Only, Selector::Nth(_)) | (Selector::Nth(_), Selector::First | Selector::Only) => {
            true
        }
        (Selector::Nth(a), Selector::Nth(b)) => a != b,
        _ => false,
    }
}
