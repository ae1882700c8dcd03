//! What ties a value of a sentence, figure or name, to a claim: the signs that the weighing of both shares.
//!
//! A sign is a name, such as `head:clause`; what it is worth stands in a table that `examples/train_concern.rs` learns.

mod asserted;
mod before;
mod coverage;
mod cues;
mod region;
mod stance;

pub use asserted::{Asserted, Matter, asks, asserted, bounds, claim_has, in_one_phrase};
pub use before::{Before, is_brief, is_fragment};
pub use cues::{Cues, is, is_general, is_light_verb};
pub use region::{Place, Region};

use super::binding::{Bond, bond};
use super::scene::Sentence;
use super::site::{Site, SiteForm};
use super::unify::{Fit, OwnerFit, excluded_by, foreign_modifier, is_other, owner_fit};
use super::weigh::block_sign;
use crate::article::mention::{How, Pronoun, What};
use crate::lexicon::{lexicon, words};
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};
use std::ops::Range;

/// The signs for and against one value, as they are gathered.
pub struct Evidence<'c, 's, 'a> {
    cues: &'c Cues<'c>,
    sentence: &'s Sentence<'s, 'a>,
    /// The value's head word.
    at: usize,
    /// The value's words.
    own: Range<usize>,
    pub region: Region,
    /// Where the claim's head words stand nearest to the value.
    pub nearest: Option<(Place, &'c Site)>,
    pub owner: OwnerFit,
    /// How near the head's words stand; `carried` where the value itself says what they say.
    pub head: &'static str,
    /// How many of the claim's other words stand near.
    pub words: &'static str,
    pub signs: Vec<String>,
}

impl<'c, 's, 'a> Evidence<'c, 's, 'a> {
    /// Looks for the claim's words around the value at `at`. `carried`: the value alone says what the claim's head does;
    /// `prefers`: of several places of the claim's words, which one takes the value.
    pub fn new(
        cues: &'c Cues<'c>,
        sentence: &'s Sentence<'s, 'a>,
        at: usize,
        own: Range<usize>,
        carried: bool,
        prefers: impl Fn(&Site) -> bool,
    ) -> Self {
        let region = Region::of(sentence, at, &own);
        let nearest = cues
            .sites
            .iter()
            .filter(|site| !site.words.iter().all(|word| own.contains(word)))
            .map(|site| (!prefers(site), region::place(&region, site, at), site))
            .min_by(|a, b| {
                (a.0, a.1, sentence.distance(a.2.head, at))
                    .cmp(&(b.0, b.1, sentence.distance(b.2.head, at)))
                    .then(b.2.weight.total_cmp(&a.2.weight))
            })
            .map(|(_, place, site)| (place, site));
        let head = match nearest {
            Some((place, _)) => place.name(),
            None if carried => "carried",
            None => "none",
        };
        let all = cues.words.len();
        let near = cues.met.iter().filter(|words| words.iter().any(|&word| region.has(word))).count();
        let far = cues.met.iter().filter(|words| !words.is_empty()).count();
        let words = match (all, near, far) {
            (0, ..) => "none-asked",
            (all, near, _) if near == all => "all",
            (_, near, _) if near > 0 => "some",
            (all, _, far) if far == all => "all-far",
            (_, _, far) if far > 0 => "some-far",
            _ => "missing",
        };
        let owner = match nearest {
            Some((_, site)) => owner_fit(cues.frame, sentence, site),
            None => OwnerFit { fit: Fit::Missing, word: None, reason: String::new() },
        };
        Self { cues, sentence, at, own, region, nearest, owner, head, words, signs: Vec::new() }
    }

    pub fn sign(&mut self, name: impl Into<String>) {
        self.signs.push(name.into());
    }

    pub fn has(&self, name: &str) -> bool {
        self.signs.iter().any(|sign| sign == name)
    }

    /// The head: in which words, how bound to the value. `rivals`: the heads of other values that could answer.
    pub fn head_signs(&mut self, rivals: &[usize]) {
        let (cues, sentence, at) = (self.cues, self.sentence, self.at);
        if let Some((place, site)) = self.nearest {
            let word = match site.weight {
                weight if weight >= 0.99 => "own",
                weight if weight >= 0.94 => "listed",
                weight if weight >= 0.75 => "alike",
                _ => "idiom",
            };
            self.sign(format!("head-word:{word}"));
            if site.negative && place <= Place::Clause {
                self.sign("head-negative");
            }
            // A word that very many relations use says little of which is meant.
            if lexicon().headed_by(&sentence.lemma(site.head).to_lowercase()).len() >= 8 {
                self.sign("head-common");
            }
            self.sign(format!("head-form:{}", form_name(site.form)));
            let bound = bond(sentence, site, at);
            self.sign(format!(
                "bond:{}",
                match &bound {
                    Some((Bond::Direct, _)) => "direct",
                    Some((Bond::Near, _)) => "near",
                    Some((Bond::Weak, _)) => "weak",
                    None => "broken",
                }
            ));
            let foreign = |word: usize| {
                matches!(sentence.upos(word), Upos::Noun | Upos::Propn)
                    && !self.own.contains(&word)
                    && !cues.is_own(sentence, word)
                    && !is_general(sentence, word)
                    && sentence.value_at(word).is_none()
            };
            if bound.is_some_and(|(_, between)| between.into_iter().any(foreign)) {
                self.sign("foreign-between");
            }
            let here = sentence.distance(site.head, at);
            if rivals.iter().any(|&other| sentence.distance(site.head, other) < here) {
                self.sign("rival-nearer");
            }
            if matches!(site.form, SiteForm::Noun | SiteForm::Event)
                && foreign_modifier(cues.frame, sentence, site.head, &site.words).is_some()
            {
                self.sign("head-narrowed");
            }
            if is_other(sentence, site.head) {
                self.sign("head-other");
            }
        }
        self.sign(format!("head:{}", self.head));
        self.sign(format!("words:{}", self.words));
        self.sign(format!("head-and-words:{}:{}", self.head, self.words));
        // Another value stands nearer to the words that narrow the claim.
        let narrowing: Vec<usize> = cues.met.iter().flatten().copied().filter(|&word| word != at).collect();
        if !narrowing.is_empty() {
            let near =
                |value: usize| narrowing.iter().map(|&word| sentence.distance(word, value)).min().unwrap_or(usize::MAX);
            if rivals.iter().any(|&other| near(other) < near(at)) {
                self.sign("rival-nearer-words");
            }
        }
        self.sign(format!("rivals:{}", rivals.len().min(3)));
    }

    /// The owner and the claim's other things: in its slot, in the clause, told before.
    pub fn owner_signs(&mut self) {
        let (cues, sentence) = (self.cues, self.sentence);
        let owner = owner_sign(cues, sentence, &self.region, &self.owner);
        self.sign(format!("owner:{owner}"));
        self.sign(format!("owner-and-head:{owner}:{}", self.head));
        self.sign(format!("owner-and-words:{owner}:{}", self.words));
        if self.owner.fit == Fit::Foreign {
            self.sign("owner-foreign");
        }
        // "That boat", "a foreign boat": by a noun of its own, the owner is only as sure as what stands before the noun.
        if let Some(word) = self.owner.word
            && self.owner.fit >= Fit::Nearby
            && sentence.upos(word) == Upos::Noun
        {
            let determiner = sentence.tree.children(word).find(|&child| {
                matches!(sentence.tree.words[child].deprel, Deprel::Det | Deprel::NmodPoss) && child < word
            });
            let before = match determiner.map(|child| sentence.forms[child].as_str()) {
                Some("the") => "the",
                Some("that" | "those") => "that",
                Some("this" | "these") => "this",
                Some("a" | "an" | "another" | "one") => "a",
                Some(_) => "other",
                None => "none",
            };
            self.sign(format!("owner-by-noun:{before}"));
            if foreign_modifier(cues.frame, sentence, word, &[]).is_some() {
                self.sign("owner-narrowed");
            }
        }
        let others = cues.entities.iter().filter(|&&entity| Some(entity) != cues.frame.owner);
        let (mut asked, mut here, mut told) = (0, 0, 0);
        for &entity in others {
            asked += 1;
            here += usize::from(sentence.mentions_of(entity).any(|mention| mention.how <= How::Carried));
            told += usize::from(sentence.scene.is_named(entity));
        }
        self.sign(format!(
            "others:{}",
            match (asked, here, told) {
                (0, ..) => "none-asked",
                (asked, here, _) if here == asked => "all",
                (asked, _, told) if told == asked => "told",
                _ => "missing",
            }
        ));
    }

    /// How much of the whole claim stands around the value, and whether its owner is by.
    pub fn coverage_signs(&mut self) {
        let covered = coverage::coverage(self.cues, self.sentence, &self.region, &self.own);
        let owner = match owner_sign(self.cues, self.sentence, &self.region, &self.owner) {
            "slot" | "likely" | "clause" | "carried" => "here",
            "none-asked" | "words" => "none-asked",
            _ => "away",
        };
        self.sign(format!("covered:{covered}"));
        self.sign(format!("covered-and-owner:{covered}:{owner}"));
    }

    /// What the sentence before tells of the claim, where this one tells less.
    pub fn before_signs(&mut self, before: Option<&Before>) {
        let sentence = self.sentence;
        let fragment = if is_fragment(sentence) { "fragment" } else { "sentence" };
        self.sign(format!("clause:{fragment}"));
        let Some(before) = before else {
            self.sign("before:nothing");
            return;
        };
        let here = !matches!(self.head, "none" | "carried");
        if !here {
            self.sign(format!("before-head:{}", before.head));
            self.sign(format!("before-head:{}:{fragment}:{}", before.head, before.form));
            self.sign(format!("before-form:{}", before.form));
        }
        if self.words == "missing" {
            self.sign(format!("before-words:{}", before.words));
            self.sign(format!("before-head-and-words:{}:{}", if here { "here" } else { before.head }, before.words));
        }
        if !here || self.words == "missing" {
            self.sign(format!("before-owner:{}", before.owner));
        }
    }

    /// Other things that the clause is about.
    pub fn stranger_signs(&mut self) {
        let (cues, sentence) = (self.cues, self.sentence);
        let (named, unknown, person) = self.strangers();
        for (is, name) in [(named, "known"), (unknown, "unknown"), (person, "pronoun")] {
            if is {
                self.sign(format!("stranger:{name}"));
            }
        }
        if let Some(subject) = self.region.subject
            && subject != self.at
            && !self.own.contains(&subject)
            && sentence.value_at(subject).is_none()
        {
            let name = if cues.is_own(sentence, subject) {
                "own"
            } else if sentence.upos(subject) == Upos::Pron {
                "pronoun"
            } else if is_general(sentence, subject) {
                "general"
            } else {
                "foreign"
            };
            self.sign(format!("subject:{name}"));
            // "The night ferry leaves", for a claim about the car ferry.
            if name == "own"
                && sentence.upos(subject) == Upos::Noun
                && foreign_modifier(cues.frame, sentence, subject, &[]).is_some()
            {
                self.sign("subject-narrowed");
            }
        }
    }

    /// The verb of the value's clause.
    pub fn verb_sign(&mut self) {
        let (cues, sentence) = (self.cues, self.sentence);
        let verb = sentence.clause(self.at);
        let lemma = sentence.lemma(verb).to_lowercase();
        let verbs = &words().verbs;
        self.sign(format!(
            "verb:{}",
            if verb == self.at || !matches!(sentence.upos(verb), Upos::Verb | Upos::Aux) {
                let copula = sentence.tree.children(verb).any(|child| sentence.is(child, Deprel::Cop));
                if copula { "copula" } else { "none" }
            } else if cues.is_own(sentence, verb) {
                "own"
            } else if verbs.level.contains(&lemma) {
                "level"
            } else if verbs.change.contains(&lemma) {
                "change"
            } else if is_light_verb(sentence, verb) {
                "light"
            } else {
                "foreign"
            }
        ));
    }

    /// Whether the article is a line or two, with the claim's own words.
    pub fn is_brief(&self) -> bool {
        is_brief(self.sentence) && self.has("head-word:own") && !matches!(self.head, "none" | "carried")
    }

    /// What kind of text it stands in, and whether the text itself sets it apart.
    pub fn setting_signs(&mut self) {
        let sentence = self.sentence;
        if self.is_brief() {
            self.sign("brief");
            self.sign(format!("brief:{}", self.head));
            self.sign(format!("brief-owner:{:?}", self.owner.fit).to_lowercase());
        }
        if self.region.leads {
            self.sign(format!("line:leads:{}", self.head));
        } else if self.own.start > 1 && sentence.forms[self.own.start - 1] == ":" {
            // "Final cost: £5 million".
            let label = self.nearest.is_some_and(|(_, site)| site.head < self.own.start);
            self.sign(format!("line:ends:{label}"));
        }
        // "The regatta on May 3", "the two-hour concert": the owner's own phrase has the value.
        if let Some(owner) = self.cues.frame.owner {
            let head = sentence.tree.words[self.at].head;
            let names = |word: usize| sentence.entity_at(word).is_some_and(|(entity, _)| entity == owner);
            if let Some(governor) = head.filter(|&governor| names(governor) && !self.own.contains(&governor)) {
                let side = if governor > self.at { "before" } else { "behind" };
                self.sign(format!("on-owner:{side}"));
                self.sign(format!("on-owner:{side}:{}", self.head));
            } else if sentence.tree.children(self.at).any(names) {
                self.sign("under-value:owner");
            }
        }
        let around = sentence.clause(self.at);
        if (0..sentence.forms.len()).any(|word| {
            sentence.clause(word) == around && words().identity.partial.matches(&sentence.tree, &sentence.forms, word)
        }) {
            self.sign("partial");
        }
        if excluded_by(self.cues.frame, sentence, &self.region.words).is_some() {
            self.sign("excluded");
        }
        if !sentence.tree.words[self.at].sure {
            self.sign("unsure-tree");
        }
        self.sign(block_sign(sentence.block));
    }

    /// Whether another thing of the owner's kind is named in the clause: one that the rules know, one that they do not, a
    /// person.
    fn strangers(&self) -> (bool, bool, bool) {
        let (cues, sentence) = (self.cues, &self.sentence);
        let entities = &sentence.base().entities;
        let own = |entity: EntityId| {
            cues.entities.iter().any(|&known| entities.within(known, entity) || entities.within(entity, known))
        };
        let (mut known, mut unknown, mut person) = (false, false, false);
        for mention in &sentence.mentions {
            // "May" of a date is no name.
            let dated = sentence.values.iter().any(|value| value.words.contains(&mention.head));
            let value = self.own.contains(&mention.head);
            if value || !self.region.has(mention.head) || dated && mention.entity.is_none() {
                continue;
            }
            match (mention.entity.map(EntityId), &mention.what) {
                (Some(entity), What::Pronoun(Pronoun::He | Pronoun::She | Pronoun::Whoever)) if !own(entity) => {
                    person = true
                }
                (Some(entity), _) if !own(entity) => {
                    let alike = cues.entities.iter().any(|&mine| {
                        entities.kind_of(mine).is_some() && entities.kind_of(mine) == entities.kind_of(entity)
                    });
                    known |= alike;
                }
                (None, What::Other) => unknown = true,
                (None, What::Pronoun(Pronoun::He | Pronoun::She | Pronoun::Whoever | Pronoun::I | Pronoun::We)) => {
                    person = true
                }
                _ => {}
            }
        }
        (known, unknown, person)
    }
}

fn owner_sign(cues: &Cues, sentence: &Sentence, region: &Region, fit: &OwnerFit) -> &'static str {
    match fit.fit {
        Fit::Explicit => return "slot",
        Fit::Likely => return "likely",
        _ => {}
    }
    let Some(owner) = cues.frame.owner else {
        return if cues.frame.owner_words.is_some() { "words" } else { "none-asked" };
    };
    let best = sentence
        .mentions_of(owner)
        .map(|mention| (mention.how, region.has(mention.head)))
        .min_by_key(|(how, near)| (!near, *how));
    match best {
        Some((How::Named | How::Alias, true)) => "clause",
        Some((How::Carried, true)) => "carried",
        Some((_, true)) => "guessed",
        Some(_) => "sentence",
        None if sentence.index > 0
            && (Sentence { scene: sentence.scene, index: sentence.index - 1 }).mentions_of(owner).next().is_some() =>
        {
            "before"
        }
        None if sentence.scene.is_topic(owner) => "topic",
        None if sentence.scene.is_named(owner) => "told",
        None if sentence.scene.is_on_matter(cues.frame) => "matter",
        None => "missing",
    }
}

fn form_name(form: SiteForm) -> &'static str {
    match form {
        SiteForm::Verb => "verb",
        SiteForm::Event => "event",
        SiteForm::Noun => "noun",
        SiteForm::Agent => "agent",
        SiteForm::Adjective => "adjective",
        SiteForm::Copula => "copula",
    }
}
