//! "Last visited Corley in 2013": the verb itself is ranked.

use super::named::subjects;
use super::phrase::rank_at;
use super::{Case, date_judgement, fit, judged, title};
use crate::check::Verdict;
use crate::check::compare::amount::comparable;
use crate::check::compare::expectation;
use crate::check::compare::name::{NameMatch, compare as compare_name};
use crate::check::frame::{Frame, FrameShape};
use crate::check::site::{Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::syntax::Upos;
use crate::value::Kind;

impl Case<'_, '_, '_> {
    /// "last visited Russia in 2013": the verb itself is ranked.
    pub(super) fn verb_ranked(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        for word in 0..sentence.forms.len() {
            if rank_at(sentence, word) != Some(self.selector) {
                continue;
            }
            let Some(verb) = sentence.tree.words[word].head else { continue };
            let Some(site) = self.sites.iter().find(|site| site.head == verb) else { continue };
            let below = sentence.subtree(verb);
            if sentence.upos(verb) != Upos::Verb
                || below.iter().any(|&word| sentence.forms[word] == "since")
                || !fit::places_met(frame, sentence)
                || fit::elsewhere(frame, sentence, site)
                || !matches!(voice_of(sentence, word), Ok((_, false)))
            {
                continue;
            }
            let names = subjects(sentence, verb);
            let name = names.iter().find(|name| {
                frame
                    .answers
                    .iter()
                    .filter(|answer| answer.is_name())
                    .any(|answer| compare_name(frame, sentence, name, answer) == NameMatch::Same)
            });
            let mine = name.is_some() || names.is_empty() || frame.answers.iter().all(|answer| !answer.is_name());
            if let (Some(name), Some(answer)) = (name, frame.answers.iter().find(|answer| answer.is_name())) {
                out.push(judged(
                    frame,
                    sentence,
                    word,
                    Verdict::Supported,
                    "agrees",
                    sentence.span_of([word, verb]).to(name.span),
                    name.span,
                    name.text.clone(),
                    expectation(frame, sentence, &answer.accepted),
                    format!("“{}” is put forward as the {}", name.text, title(self.selector)),
                    0.9,
                ));
            }
            if !mine {
                continue;
            }
            // "It was last inspected in 2012", of what the claim's action is done to.
            let done_to = slots_of(sentence, verb).into_iter().any(|(slot, word)| {
                slot == Slot::Patient && sentence.entity_at(word).is_some_and(|(entity, _)| is_done_to(frame, entity))
            });
            let firm = name.is_some() || done_to;
            for answer in frame.answers.iter().filter(|answer| answer.values().any(|value| value.kind() == Kind::Date))
            {
                for value in &sentence.values {
                    let reading =
                        value.mention.readings.iter().find(|reading| answer.values().any(|v| comparable(reading, v)));
                    let inside = below.contains(&value.head) || sentence.clause(value.head) == sentence.clause(verb);
                    let bound = sentence.has_case(value.head, &["since", "until", "before", "after", "than"]);
                    if let (Some(reading), true, false) = (reading, inside, bound) {
                        let focus = value.mention.span;
                        let span = sentence.span_of([word]).to(focus);
                        date_judgement(frame, sentence, answer, reading, word, focus, span, firm, 0.88, out);
                    }
                }
            }
        }
    }
}

/// Whether the claim's action is done to the entity by anybody: "first woman to swim it" leaves room for men before.
fn is_done_to(frame: &Frame, entity: EntityId) -> bool {
    let FrameShape::Selector { class, action, .. } = &frame.shape else { return false };
    let anybody = class.attribute.len() == 1
        && class.entities.is_empty()
        && class
            .head_lemma()
            .is_some_and(|own| words().verbs.people.contains(&own) || words().kind_of(&own) == Some("organization"));
    anybody && action.entities.first() == Some(&entity)
}
