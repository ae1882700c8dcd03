//! The selected one did it, and when: "Pell crossed the Tarn in 1998", of the last one to cross it.

use super::{Case, date_judgement, fit, is_since_claim};
use crate::check::compare::amount::comparable;
use crate::check::compare::name::{NameMatch, Stated, compare as compare_name, stated};
use crate::check::frame::FrameShape;
use crate::check::site::{Site, SiteForm, Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::wording::is_preposition;
use crate::lexicon::words;
use crate::rulebook::claim::ast::Selector;
use crate::value::{self, Agreement, Op, Value};

impl Case<'_, '_, '_> {
    /// Judges the day on which the selected one is said to have done it. Who is first did nothing of it before, who is
    /// last nothing after; on the other side of the day it may have been done again, if it is such a thing.
    pub(super) fn deeds(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        if is_since_claim(frame) {
            return;
        }
        for site in self.sites.iter().filter(|site| site.form == SiteForm::Verb && !site.negative && !site.inverse) {
            let asserted = matches!(voice_of(sentence, site.head), Ok((_, false)));
            let own = frame.head.concept.weight_of(&sentence.lemma(site.head).to_lowercase());
            if !asserted
                || own.is_none_or(|weight| weight < 0.9)
                || !fit::places_met(frame, sentence)
                || fit::elsewhere(frame, sentence, site)
            {
                continue;
            }
            let Some(name) = self.doers(site).into_iter().find(|name| self.is_answer(name) && !self.is_any(name))
            else {
                continue;
            };
            for answer in &frame.answers {
                for value in &sentence.values {
                    let reading =
                        value.mention.readings.iter().find(|reading| answer.values().any(|v| comparable(reading, v)));
                    let inside = sentence.clause(value.head) == sentence.clause(site.head);
                    let bound =
                        sentence.has_case(value.head, &["since", "until", "before", "after", "than", "from", "by"]);
                    let (Some(reading @ Value::Date(_)), true, false) = (reading, inside, bound) else { continue };
                    let firm = answer.values().all(|expected| self.excludes_day(site, reading, expected));
                    let span = sentence.span_of([site.head]).to(value.mention.span).to(name.span);
                    date_judgement(
                        frame,
                        sentence,
                        answer,
                        reading,
                        site.head,
                        value.mention.span,
                        span,
                        firm,
                        0.85,
                        out,
                    );
                }
            }
        }
    }

    /// Who does what `site` words, in the voice in which the claim words it.
    pub(super) fn doers(&self, site: &Site) -> Vec<Stated> {
        let FrameShape::Selector { action, .. } = &self.frame.shape else { return Vec::new() };
        let passive = action.text.starts_with("be ");
        // "Was connected to" is what "connect to" says: with a preposition the verb has no object of its own.
        let either = action.text.split_whitespace().nth(1).is_some_and(is_preposition);
        let fillers = slots_of(self.sentence, site.head)
            .into_iter()
            .filter(|(slot, _)| *slot == Slot::Patient && (passive || either) || *slot == Slot::Subject && !passive);
        fillers.filter_map(|(_, word)| stated(self.sentence, word)).collect()
    }

    /// "Another probe": one of the kind, not the one that the rules know by that noun.
    fn is_any(&self, name: &Stated) -> bool {
        let sentence = self.sentence;
        let first = sentence.mention_at(name.word).map_or(name.word, |mention| mention.words.start);
        let children = sentence.tree.children(name.word).filter(|&child| child < name.word);
        let vague =
            |word: usize| matches!(sentence.forms[word].as_str(), "a" | "an" | "another" | "other" | "no" | "any");
        children.chain(first.checked_sub(1)).any(vague)
    }

    pub(super) fn is_answer(&self, name: &Stated) -> bool {
        let mut answers = self.frame.answers.iter().filter(|answer| answer.is_name());
        answers.any(|answer| compare_name(self.frame, self.sentence, name, answer) == NameMatch::Same)
    }

    /// Whether the deed cannot have been done on the stated day as well as on the claim's.
    fn excludes_day(&self, site: &Site, stated: &Value, expected: &Value) -> bool {
        let (Value::Date(stated), Value::Date(expected)) = (stated, expected) else { return false };
        if value::compare(&Value::Date(stated.clone()), Op::Equal, &Value::Date(expected.clone())).agreement
            != Agreement::Conflict
        {
            return true;
        }
        let earlier = matches!((stated.to, expected.from), (Some(to), Some(from)) if to < from);
        let later = matches!((stated.from, expected.to), (Some(from), Some(to)) if from > to);
        let again = words().verbs.repeatable.contains(self.sentence.lemma(site.head));
        match self.selector {
            Selector::First => earlier || !again,
            Selector::Last => later || !again,
            Selector::Only => true,
            Selector::Nth(_) => false,
        }
    }
}
