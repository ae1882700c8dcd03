//! How long ago the one before was, and whether there was one: "since 2013", "not in over a decade", "no one ever before".

use super::{Case, date_judgement, fit, is_bound, is_since_claim, judged};
use crate::article::clause::{Modality, is_negation};
use crate::article::mention::{How, What};
use crate::check::Verdict;
use crate::check::compare::expectation;
use crate::check::compare::name::{NameMatch, Stated, compare as compare_name, stated};
use crate::check::frame::{Expected, Frame, FrameShape, PartKind, Role};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::check::unify::{Fit, filler_fit};
use crate::check::verdict::Judged;
use crate::lexicon::{Concept, words};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Selector;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, DateSet, Dimension, Kind, Op, Value};

impl Case<'_, '_, '_> {
    /// "No president has visited since 2013", "the first visit since Obama's", "not in over a decade": how long ago the one
    /// before was.
    pub(super) fn gap(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        if self.selector != Selector::Last && !is_since_claim(frame) {
            return;
        }
        let first = (0..sentence.forms.len()).find(|&word| {
            sentence.forms[word] == "first"
                && matches!(
                    sentence.tree.words[word].deprel,
                    Deprel::Amod
                        | Deprel::Advmod
                        | Deprel::Root
                        | Deprel::Xcomp
                        | Deprel::Obj
                        | Deprel::Nsubj
                        | Deprel::Obl
                )
        });
        // "Putin's first since 2021" leaves its noun out; "his first meeting" names another event than the claim's.
        let elliptic = first.filter(|&word| !sentence.is(word, Deprel::Amod));
        // "The meeting was Pell's first since 2021": the first of its own noun, no visit.
        let of_another_noun = |word: usize| {
            sentence.tree.children(word).any(|child| {
                let lemma = sentence.lemma(child).to_lowercase();
                sentence.is(child, Deprel::Nsubj)
                    && sentence.upos(child) == Upos::Noun
                    && words().kind_of(&lemma) == Some("event")
                    && self.class.weight_of(&lemma).is_none()
            })
        };
        if elliptic.is_some_and(of_another_noun) {
            return;
        }
        for site in self.sites.iter().map(|site| site.head).chain(elliptic.filter(|_| self.sites.is_empty())) {
            let asserted = sentence.assertion(site);
            if matches!(asserted.modality, Some(Modality::Question | Modality::Debunked | Modality::Denial)) {
                continue;
            }
            let clause = sentence.clause(site);
            let not_since = (1..sentence.forms.len())
                .any(|word| sentence.forms[word] == "since" && sentence.forms[word - 1] == "not");
            let negated = asserted.negated
                || not_since
                || (0..sentence.forms.len()).any(|word| {
                    is_negation(&sentence.forms[word])
                        && (sentence.clause(word) == clause
                            || sentence.tree.words[word].head.is_some_and(|head| sentence.clause(head) == clause))
                });
            let first = first.filter(|&word| sentence.distance(word, site) <= 4);
            if !negated && first.is_none() {
                continue;
            }
            if !fit::places_met(frame, sentence) {
                sentence.stop(frame, site, || Reason::AnotherPlace);
                continue;
            }
            if !agents_met(frame, sentence, self.class, site) {
                sentence
                    .stop(frame, site, || Reason::AnotherThing("it is not said of the claim's class or people".into()));
                continue;
            }
            let near = |word: usize| sentence.clause(word) == clause || sentence.distance(word, site) <= 4;
            for since in (0..sentence.forms.len()).filter(|&word| sentence.forms[word] == "since" && near(word)) {
                // "Pell, mayor since 2015, did not …" denies nothing of the time since: the denial opens it, or it opens
                // the clause.
                let denied = (0..since).any(|word| is_negation(&sentence.forms[word]))
                    || since == 0
                    || matches!(sentence.forms[since - 1].as_str(), ";" | "," | "and" | "but" | "that");
                if first.is_some() || denied {
                    self.since(site, since, out);
                }
            }
            for value in sentence.values.iter().filter(|value| near(value.head)) {
                let lapse = sentence.has_case(value.head, &["in", "for", "over", "after"]);
                match value.mention.readings.first() {
                    Some(reading) if lapse && reading.kind() == Kind::Measure(Dimension::Time) => {
                        elapsed_judgement(frame, sentence, reading, site, value.mention.span, out);
                    }
                    // "in over a decade" read as a date.
                    Some(reading @ Value::Date(date)) if lapse && date.relative => {
                        self.dates(site, reading, value.mention.span, out);
                    }
                    _ => {}
                }
            }
        }
    }

    /// "It is 26 years since a woman last crossed the Tarn."
    pub(super) fn years_since(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        if self.selector != Selector::Last || !fit::places_met(frame, sentence) {
            return;
        }
        for value in &sentence.values {
            let since = value.words.end;
            let Some(reading) =
                value.mention.readings.iter().find(|reading| reading.kind() == Kind::Measure(Dimension::Time))
            else {
                continue;
            };
            let passed = value.words.start > 0
                && matches!(sentence.lemma(value.words.start - 1), "be" | "almost" | "nearly" | "only" | "now");
            if !passed || sentence.forms.get(since).is_none_or(|form| form != "since") {
                continue;
            }
            let Some(site) = self.sites.iter().find(|site| site.head > since && !site.negative) else { continue };
            let after = since + 1..sentence.forms.len();
            let classes = self.class.find(&sentence.tree, &sentence.forms);
            let of_class = classes
                .iter()
                .any(|class| after.contains(&class.head) && fit::class_named(frame, sentence, class.head));
            let asserted = !matches!(
                sentence.assertion(site.head).modality,
                Some(Modality::Question | Modality::Debunked | Modality::Denial)
            );
            if of_class && asserted {
                elapsed_judgement(frame, sentence, reading, site.head, value.mention.span, out);
            }
        }
    }

    /// "No Spaniard had ever won it before": there was no one before, so whoever the claim has as the last is denied, and
    /// whoever it has as the first is confirmed.
    pub(super) fn never(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let form = |wanted: &[&str]| sentence.forms.iter().any(|form| wanted.contains(&form.as_str()));
        if !form(&["ever", "before", "until"]) || form(&["since", "but", "except", "other", "besides", "than"]) {
            return;
        }
        let spans =
            sentence.values.iter().any(|value| sentence.has_case(value.head, &["in", "for", "until", "before"]));
        for noun in 1..sentence.forms.len() {
            let lemma = sentence.lemma(noun).to_lowercase();
            let denied = (noun.saturating_sub(3)..noun).find(|&word| sentence.forms[word] == "no");
            let (Some(no), true) = (denied, self.class.weight_of(&lemma).is_some()) else { continue };
            let Some(site) = self
                .sites
                .iter()
                .find(|site| site.head > noun && sentence.clause(site.head) == sentence.clause(noun) && !site.negative)
            else {
                continue;
            };
            let of_class = fit::class_fits(frame, sentence, noun, no) && fit::class_named(frame, sentence, noun);
            let why = match sentence.assertion(site.head).modality {
                _ if !of_class => Some(Reason::NarrowerClass),
                _ if !fit::places_met(frame, sentence) => Some(Reason::AnotherPlace),
                modality => modality.map(Reason::NotAsserted),
            };
            if let Some(why) = why {
                sentence.stop(frame, noun, || why);
                continue;
            }
            let verdict = match self.selector {
                Selector::First if !is_since_claim(frame) && form(&["before", "until"]) => Verdict::Supported,
                Selector::Last if !spans => Verdict::Conflict,
                Selector::First if is_since_claim(frame) && !spans => Verdict::Conflict,
                _ => continue,
            };
            let span = sentence.span_of([no, site.head]);
            let expected =
                frame.answers.iter().map(|answer| expectation(frame, sentence, &answer.accepted)).collect::<Vec<_>>();
            out.push(judged(
                frame,
                sentence,
                site.head,
                verdict,
                "not-the-first",
                span,
                span,
                span.of(sentence.text()).to_owned(),
                expected.join(", "),
                "it has nobody before".to_owned(),
                0.85,
            ));
        }
    }

    /// What "since" at `since` names: a date, a name, or a name with its date ("since Ann Pell in 1998").
    fn since(&self, site: usize, since: usize, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let next = since + 1;
        let value_from = |from: usize, to: usize| {
            sentence.values.iter().find(|value| {
                (from..to).contains(&value.words.start)
                    && matches!(value.mention.readings.first(), Some(Value::Date(date)) if date.is_resolved())
            })
        };
        if let Some(value) = value_from(next, next + 2)
            && let Some(reading) = value.mention.readings.first()
        {
            self.dates(site, reading, value.mention.span, out);
            return;
        }
        let mention = sentence.mentions.iter().find(|mention| {
            (next..next + 2).contains(&mention.words.start) && matches!(mention.what, What::Known | What::Other)
        });
        let Some(name) = mention.and_then(|mention| stated(sentence, mention.head)) else { return };
        let end = mention.map_or(next, |mention| mention.words.end);
        let stop_from = |from: usize| {
            (from..sentence.forms.len())
                .find(|&word| {
                    sentence.upos(word) == Upos::Verb || matches!(sentence.forms[word].as_str(), ";" | "and" | "but")
                })
                .unwrap_or(sentence.forms.len())
        };
        // "since Ann Pell did so in 1998": the verb tells the claim's own deed.
        let first = stop_from(end);
        let deed = first < end + 2
            && sentence.forms.get(first).is_some()
            && (sentence.lemma(first) == "do" || self.sites.iter().any(|site| site.head == first));
        let stop = if deed { stop_from(first + 1) } else { first };
        let before = out.len();
        let mut matched = NameMatch::Unclear;
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            matched = compare_name(frame, sentence, &name, answer);
            let verdict = match matched {
                NameMatch::Same => Verdict::Supported,
                NameMatch::Different if name.proper && is_person_like(frame, sentence, &name) => Verdict::Conflict,
                _ => continue,
            };
            out.push(judged(
                frame,
                sentence,
                site,
                verdict,
                "wrong-name",
                sentence.span_of([site]).to(name.span),
                name.span,
                name.text.clone(),
                expectation(frame, sentence, &answer.accepted),
                format!("“since {}” makes {} the last", name.text, name.text),
                0.9,
            ));
        }
        if let Some(value) = value_from(end, stop.min(end + 8)).filter(|_| matched == NameMatch::Same)
            && let Some(reading) = value.mention.readings.first()
        {
            let supported = out.len();
            self.dates(site, reading, value.mention.span, out);
            if out[supported..].iter().any(|judged| judged.verdict == Verdict::Conflict) {
                out.drain(before..supported);
            }
        }
    }

    /// Compares a date with the day of the one before.
    fn dates(&self, site: usize, reading: &Value, focus: Span, out: &mut Vec<Judged>) {
        for answer in &self.frame.answers {
            if answer.values().any(|value| value.kind() == Kind::Date) {
                let span = self.sentence.span_of([site]).to(focus);
                date_judgement(self.frame, self.sentence, answer, reading, site, focus, span, true, 0.88, out);
            }
        }
    }
}

pub(super) fn elapsed_judgement(
    frame: &Frame,
    sentence: &Sentence,
    stated: &Value,
    word: usize,
    focus: Span,
    out: &mut Vec<Judged>,
) {
    let Some(today) = sentence.scene.date else { return };
    for answer in &frame.answers {
        for expected in answer.values() {
            let Value::Date(date) = expected else { continue };
            let Some(passed) = value::elapsed(&latest_sure(date, today), today) else { continue };
            let comparison = value::compare(stated, Op::Equal, &passed);
            let verdict = match comparison.agreement {
                Agreement::Conflict => Verdict::Conflict,
                Agreement::Imprecise => Verdict::Imprecise,
                Agreement::Supported => Verdict::Supported,
                Agreement::Unrelated => continue,
            };
            let span = sentence.span_of([word]).to(focus);
            let expected = format!("{} ({} ago)", expected.describe(), rounded(&passed).describe());
            out.push(judged(
                frame,
                sentence,
                word,
                verdict,
                "elapsed-mismatch",
                span,
                focus,
                focus.of(sentence.text()).to_owned(),
                expected,
                comparison.because,
                0.86,
            ));
        }
    }
}

/// An elapsed time to the tenth, as a person would say it.
fn rounded(passed: &Value) -> Value {
    match passed.clone() {
        Value::Amount(amount) => Value::Amount(value::Amount {
            nominal: amount.nominal.round_dp(1),
            low: amount.low.map(|low| low.round_dp(1)),
            high: amount.high.map(|high| high.round_dp(1)),
            ..amount
        }),
        other => other,
    }
}

/// The date itself; a claim without a day leaves its elapsed time as wide as its precision.
fn latest_sure(date: &DateSet, _today: jiff::civil::Date) -> DateSet {
    date.clone()
}

/// Only a name of the expected kind can be the one before: "since the Cold War" names no president.
fn is_person_like(frame: &Frame, sentence: &Sentence, name: &Stated) -> bool {
    let entities = &sentence.base().entities;
    let expected = answer_entities(frame).next().and_then(|entity| entities.kind_of(entity));
    match name.entity {
        Some(entity) => entities.kind_of(entity) == expected,
        None => {
            name.text.split_whitespace().next().is_some_and(|first| crate::lexicon::words().gender(first).is_some())
        }
    }
}

pub(super) fn answer_entities(frame: &Frame) -> impl Iterator<Item = EntityId> + '_ {
    frame.answers.iter().flat_map(|answer| &answer.accepted).filter_map(|expected| match expected {
        Expected::Entity(entity) => Some(*entity),
        _ => None,
    })
}

/// Whether the event is one of the claim's class and owner.
fn agents_met(frame: &Frame, sentence: &Sentence, class: &Concept, site: usize) -> bool {
    if let FrameShape::Selector { class: claimed, action, .. } = &frame.shape
        && (frame.parts.is_empty() || claimed.text != action.text)
    {
        let entities = &sentence.base().entities;
        let named = |wanted: &EntityId| {
            sentence
                .mentions
                .iter()
                .filter_map(|mention| mention.entity.map(EntityId))
                .any(|entity| entities.within(entity, *wanted))
        };
        let free: Vec<&EntityId> =
            action.entities.iter().filter(|entity| !is_bound(frame, sentence, **entity)).collect();
        return !class.find(&sentence.tree, &sentence.forms).is_empty()
            || (0..sentence.forms.len())
                .any(|word| matches!(sentence.forms[word].as_str(), "none" | "nobody" | "no-one"))
            // "the Reds' first win over Hull since": the captain's is his side's.
            || !claimed.entities.is_empty() && claimed.entities.iter().all(|own| does(sentence, site, *own))
            // Everybody and everything of the deed is there.
            || free.len() > 1 && free.into_iter().all(named);
    }
    // A sentence claim: its named parts must be there, or be what the article is about.
    frame.parts.iter().all(|part| match &part.what {
        PartKind::Entity(entity) => {
            sentence.mentions_of(*entity).next().is_some()
                || slots_of(sentence, site).into_iter().any(|(slot, word)| {
                    matches!(slot, Slot::Subject | Slot::Possessor)
                        && filler_fit(frame, sentence, word, true).fit >= Fit::Likely
                })
                || sentence.scene.is_topic(*entity)
                    && !(part.role == Role::Subject && has_rival(sentence, *entity))
                    && !(part.role == Role::Object && has_object(sentence, site))
        }
        PartKind::Words(concept) => {
            part.role == Role::Subject || !concept.find(&sentence.tree, &sentence.forms).is_empty()
        }
        _ => true,
    })
}

/// Whether the entity stands where the doer of what `site` words does: its subject or possessor.
fn does(sentence: &Sentence, site: usize, entity: EntityId) -> bool {
    slots_of(sentence, site).into_iter().any(|(slot, word)| {
        matches!(slot, Slot::Subject | Slot::Possessor | Slot::Modifier)
            && sentence.entity_at(word).is_some_and(|(found, how)| found == entity && how <= How::Carried)
    })
}

/// "had not seen a murder": the deed is done to something else.
fn has_object(sentence: &Sentence, site: usize) -> bool {
    slots_of(sentence, site)
        .into_iter()
        .any(|(slot, word)| matches!(slot, Slot::Object | Slot::Patient) && sentence.upos(word) != Upos::Pron)
}

/// Whether the sentence names another of the entity's kind.
fn has_rival(sentence: &Sentence, entity: EntityId) -> bool {
    let entities = &sentence.base().entities;
    sentence
        .mentions
        .iter()
        .filter_map(|mention| mention.entity.map(EntityId))
        .any(|other| other != entity && entities.kind_of(other) == entities.kind_of(entity))
}
