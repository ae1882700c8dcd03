//! The only ones: how many they are, and who is among them.

use super::{Case, fit, judged};
use crate::check::Verdict;
use crate::check::compare::expectation;
use crate::check::compare::name::{NameMatch, Stated, compare as compare_name};
use crate::check::frame::FrameShape;
use crate::check::site::{Site, SiteForm, Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::wording::is_preposition;
use crate::rulebook::claim::ast::Selector;
use crate::value::{Hedge, Value};

impl Case<'_, '_, '_> {
    /// "One of two zoos that keep okapis", "four members voted against", "Ann Pell, Ida Orley and Carl Tarn voted against".
    pub(super) fn only(&self, out: &mut Vec<Judged>) {
        if self.selector != Selector::Only {
            return;
        }
        self.one_of_several(out);
        for site in self.sites.iter().filter(|site| site.form == SiteForm::Verb && !site.negative && !site.inverse) {
            if matches!(voice_of(self.sentence, site.head), Ok((_, false))) && self.is_deed(site) {
                self.number_of(site, out);
                self.list_of(site, out);
            }
        }
    }

    /// How many the claim has.
    fn many(&self) -> i64 {
        self.frame.answers.iter().filter(|answer| answer.is_name()).count() as i64
    }

    /// "One of two …": nobody is the only one.
    fn one_of_several(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        for number in 2..sentence.forms.len() {
            let of = if sentence.forms[number - 1] == "the" { number - 2 } else { number - 1 };
            let one = of.checked_sub(1).filter(|&one| sentence.forms[of] == "of" && sentence.forms[one] == "one");
            let several = whole(sentence, number).filter(|&several| several > self.many());
            if one.is_none() || several.is_none() {
                continue;
            }
            let Some(ranked) = self.phrase_at(number, Selector::Nth(2)) else { continue };
            let names = self.names(&ranked);
            let Some(name) = names.iter().find(|name| self.is_answer(name)) else { continue };
            let asserted = matches!(voice_of(sentence, ranked.noun), Ok((_, false)));
            if !asserted
                || !ranked.own_action
                || ranked.class != super::Class::Own
                || !fit::class_fits(frame, sentence, ranked.noun, ranked.word)
                || !fit::places_met(frame, sentence)
            {
                continue;
            }
            let focus = sentence.span_of(one.into_iter().chain([number]));
            self.conflict(
                "wrong-rank",
                ranked.word,
                focus,
                focus.to(name.span),
                format!("“{}” is not alone", name.text),
                out,
            );
        }
    }

    /// "Four of the members voted against".
    fn number_of(&self, site: &Site, out: &mut Vec<Judged>) {
        let sentence = self.sentence;
        for (slot, word) in slots_of(sentence, site.head) {
            if !matches!(slot, Slot::Subject | Slot::Patient) {
                continue;
            }
            let number = sentence.tree.children(word).find(|&child| whole(sentence, child).is_some());
            let counts = number.is_some() && self.class.weight_of(&sentence.lemma(word).to_lowercase()).is_some();
            let below = sentence.subtree(word);
            let of_class =
                below.iter().any(|&noun| self.class.weight_of(&sentence.lemma(noun).to_lowercase()).is_some())
                    && below.iter().any(|&of| sentence.forms[of] == "of");
            let number = if counts { number } else { Some(word).filter(|_| of_class) };
            let others = below.iter().any(|&word| {
                matches!(
                    sentence.forms[word].as_str(),
                    "other" | "others" | "more" | "further" | "least" | "most" | "first" | "last"
                )
            });
            let Some((number, several)) = number.and_then(|number| Some((number, whole(sentence, number)?))) else {
                continue;
            };
            if others {
                continue;
            }
            let focus = sentence.span_of([number]);
            let span = focus.to(sentence.span_of([site.head]));
            if several == self.many() {
                self.agrees(site.head, focus, span, "as many as the claim names".to_owned(), out);
            } else {
                let reason = format!("the claim names {}", self.many());
                self.conflict("wrong-number", site.head, focus, span, reason, out);
            }
        }
    }

    /// "Pell, Orley and Tarn voted against": all of one list, so one who is not the claim's stands in another's place.
    fn list_of(&self, site: &Site, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let mut doers: Vec<Stated> = self.doers(site).into_iter().filter(|name| name.proper).collect();
        let heads: Vec<usize> = slots_of(sentence, site.head)
            .into_iter()
            .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
            .map(|(_, word)| word)
            .collect();
        // "Three of them, Pell, Orley and Tarn, voted".
        if let [head] = heads.as_slice()
            && doers.is_empty()
        {
            let below = sentence.subtree(*head);
            doers.extend(
                sentence
                    .mentions
                    .iter()
                    .filter(|mention| below.contains(&mention.head) && mention.words.start > *head)
                    .filter_map(|mention| crate::check::compare::name::stated(sentence, mention.head))
                    .filter(|name| name.proper),
            );
        }
        let is_own = |name: &Stated| self.is_answer(name);
        let own = doers.iter().filter(|name| is_own(name)).count() as i64;
        let different = |name: &&Stated| {
            let mut answers = frame.answers.iter().filter(|answer| answer.is_name());
            answers.all(|answer| compare_name(frame, sentence, name, answer) == NameMatch::Different)
        };
        if own > 0 && own == self.many() && doers.len() as i64 == own {
            let span = doers.iter().fold(doers[0].span, |span, name| span.to(name.span));
            self.agrees(
                site.head,
                span,
                span.to(sentence.span_of([site.head])),
                "they are those of the claim".to_owned(),
                out,
            );
        } else if let Some(name) = doers.iter().find(different)
            && (own >= 2 || self.many() == 1 && doers.len() == 1 && self.is_told_apart(name))
        {
            let reason = format!("“{}” is none of the claim's", name.text);
            self.conflict("wrong-name", site.head, name.span, name.span.to(sentence.span_of([site.head])), reason, out);
        }
    }

    /// "It was Orley that voted against": who is singled out so, and is of the answer's kind, did it in the answer's place.
    fn is_told_apart(&self, name: &Stated) -> bool {
        let entities = &self.sentence.base().entities;
        let kind = name.entity.and_then(|entity| entities.kind_of(entity));
        super::named::is_cleft(self.sentence, name.word)
            && kind.is_some()
            && super::gap::answer_entities(self.frame).all(|answer| entities.kind_of(answer) == kind)
    }

    /// Whether the words around the site are the claim's deed: its places, the preposition after its verb, and what else it
    /// says.
    fn is_deed(&self, site: &Site) -> bool {
        let (frame, sentence) = (self.frame, self.sentence);
        let FrameShape::Selector { action, .. } = &frame.shape else { return false };
        let own = frame.head.concept.weight_of(&sentence.lemma(site.head).to_lowercase());
        let preposition = action.text.split_whitespace().nth(1).filter(|word| is_preposition(word));
        let clause = sentence.clause(site.head);
        let said = |wanted: &str| {
            (site.head + 1..sentence.forms.len())
                .any(|word| sentence.forms[word] == wanted && sentence.distance(word, site.head) <= 3)
        };
        let met = |lemma: &crate::lexicon::Concept| !lemma.find(&sentence.tree, &sentence.forms).is_empty();
        let modifiers = frame.modifiers.iter().filter(|modifier| met(modifier)).count();
        let first = (0..sentence.forms.len())
            .any(|word| sentence.clause(word) == clause && super::phrase::rank_at(sentence, word).is_some());
        own.is_some_and(|weight| weight >= 0.9)
            && preposition.is_none_or(said)
            && modifiers * 2 >= frame.modifiers.len()
            && !first
            && fit::places_met(frame, sentence)
            && !fit::elsewhere(frame, sentence, site)
    }

    fn agrees(
        &self,
        word: usize,
        focus: crate::span::Span,
        span: crate::span::Span,
        why: String,
        out: &mut Vec<Judged>,
    ) {
        self.say(Verdict::Supported, "agrees", word, (focus, span), why, out);
    }

    fn conflict(
        &self,
        code: &'static str,
        word: usize,
        focus: crate::span::Span,
        span: crate::span::Span,
        why: String,
        out: &mut Vec<Judged>,
    ) {
        self.say(Verdict::Conflict, code, word, (focus, span), why, out);
    }

    fn say(
        &self,
        verdict: Verdict,
        code: &'static str,
        word: usize,
        (focus, span): (crate::span::Span, crate::span::Span),
        why: String,
        out: &mut Vec<Judged>,
    ) {
        let (frame, sentence) = (self.frame, self.sentence);
        let expected: Vec<String> =
            frame.answers.iter().map(|answer| expectation(frame, sentence, &answer.accepted)).collect();
        out.push(judged(
            frame,
            sentence,
            word,
            verdict,
            code,
            span,
            focus,
            focus.of(sentence.text()).to_owned(),
            expected.join(", "),
            why,
            0.86,
        ));
    }
}

/// The whole number that stands at `word`, if it is exact.
fn whole(sentence: &crate::check::scene::Sentence, word: usize) -> Option<i64> {
    let value = sentence.value_at(word)?;
    value.mention.readings.iter().find_map(|reading| match reading {
        Value::Amount(amount) if reading.kind() == crate::value::Kind::Count && amount.hedge == Hedge::Exact => {
            i64::try_from(amount.nominal).ok()
        }
        _ => None,
    })
}
