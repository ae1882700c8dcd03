//! Last, first, only, nth — and what follows from them: "since", "in over a decade", "never before".

use super::amount::comparable;
use super::expectation;
use super::name::{NameMatch, Stated, compare as compare_name, stated, stated_names};
use crate::article::clause::{Modality, is_negation};
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Answer, Expected, Frame, FrameShape, PartKind, Role};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, sites, slots_of};
use crate::check::unify::{Fit, filler_fit, foreign_modifier};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::Concept;
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Selector;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, DateSet, Dimension, Kind, Op, Value};

/// Judges statements about the selected one, and about the time since.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Selector { selector, class, .. } = &frame.shape else { return };
    let class = class.head_lemma().map(|lemma| Concept::of(&lemma)).unwrap_or_default();
    // "falsely claims that …": whatever the parse makes of the claim, it is called untrue.
    if sentence
        .forms
        .iter()
        .any(|form| matches!(form.as_str(), "falsely" | "wrongly" | "mistakenly" | "erroneously" | "incorrectly"))
    {
        return;
    }
    let mut sites = sites(frame, sentence);
    sites.extend(presences(frame, sentence, &class, &sites));
    if sites.is_empty() && frame.parts.is_empty() {
        return;
    }
    since_statements(frame, sentence, *selector, &class, &sites, out);
    ranked(frame, sentence, *selector, &class, &sites, out);
    selected(frame, sentence, *selector, &class, &sites, out);
}

/// "the last president to visit Russia was …", "Obama, the first woman to …", "last visited Russia in 2013".
fn selected(
    frame: &Frame,
    sentence: &Sentence,
    selector: Selector,
    class: &Concept,
    sites: &[Site],
    out: &mut Vec<Judged>,
) {
    for word in 0..sentence.forms.len() {
        if !is_selector(sentence, word, selector) {
            continue;
        }
        let Some(anchor) = sentence.tree.words[word].head else { continue };
        let noun = matches!(sentence.upos(anchor), Upos::Noun | Upos::Propn | Upos::Adj);
        let of_class = noun && class.weight_of(&sentence.lemma(anchor).to_lowercase()).is_some();
        // The action: below the class noun, or the verb that "last" modifies.
        let mut below = sentence.subtree(anchor);
        if of_class {
            below.extend(infinitive_beside(sentence, anchor).into_iter().flat_map(|verb| sentence.subtree(verb)));
        }
        let Some(site) = sites.iter().find(|site| below.contains(&site.head) || site.head == anchor) else { continue };
        if noun && !of_class && anchor != site.head || since_word(sentence, &below) {
            continue;
        }
        if noun && of_class && !class_fits(frame, sentence, anchor, word)
            || !places_met(frame, sentence)
            || elsewhere(frame, sentence, site)
        {
            continue;
        }
        let Ok((_, negated)) = voice_of(sentence, word) else { continue };
        if negated {
            continue;
        }
        let mut names: Vec<Stated> = Vec::new();
        if noun && of_class {
            let as_noun = Site { form: SiteForm::Noun, head: anchor, words: vec![anchor], ..site.clone() };
            names.extend(stated_names(sentence, &as_noun));
            for (slot, filler) in slots_of(sentence, anchor) {
                if slot == Slot::Subject {
                    names.extend(stated(sentence, filler));
                }
            }
            // "became the first woman to …"
            if let Some(verb) = sentence.tree.words[anchor].head
                && matches!(sentence.lemma(verb), "become" | "be" | "remain" | "make")
            {
                names.extend(
                    slots_of(sentence, verb)
                        .into_iter()
                        .filter(|(slot, _)| *slot == Slot::Subject)
                        .filter_map(|(_, w)| stated(sentence, w)),
                );
            }
        } else {
            names.extend(
                slots_of(sentence, site.head)
                    .into_iter()
                    .filter(|(slot, _)| *slot == Slot::Subject)
                    .filter_map(|(_, w)| stated(sentence, w)),
            );
        }
        let mut right_name = names.is_empty();
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            for name in &names {
                let matched = compare_name(frame, sentence, name, answer);
                right_name |= matched == NameMatch::Same;
                let verdict = match matched {
                    NameMatch::Same => Verdict::Supported,
                    // "Obama last visited …" speaks of Obama's own visits only.
                    NameMatch::Different
                        if name.proper && (name.entity.is_none() || name.how <= How::Carried) && noun && of_class =>
                    {
                        Verdict::Conflict
                    }
                    _ => continue,
                };
                let span = sentence.span_of([word, site.head]).to(name.span);
                out.push(judged(
                    frame,
                    sentence,
                    word,
                    verdict,
                    "wrong-name",
                    span,
                    name.span,
                    name.text.clone(),
                    expectation(frame, sentence, &answer.accepted),
                    format!("“{}” is put forward as the {}", name.text, title(selector)),
                    0.9,
                ));
            }
        }
        if !right_name {
            continue;
        }
        for answer in frame.answers.iter().filter(|answer| answer.values().any(|value| value.kind() == Kind::Date)) {
            for value in &sentence.values {
                let Some(reading) =
                    value.mention.readings.iter().find(|reading| answer.values().any(|v| comparable(reading, v)))
                else {
                    continue;
                };
                let inside = below.contains(&value.head)
                    || sentence.clause(value.head) == sentence.clause(anchor)
                    || sentence.clause(value.head) == sentence.clause(site.head);
                if !inside || sentence.has_case(value.head, &["since", "until", "before", "after", "than"]) {
                    continue;
                }
                let names_it =
                    names.iter().any(|name| answer_entities(frame).any(|entity| name.entity == Some(entity)));
                date_judgement(
                    frame,
                    sentence,
                    answer,
                    reading,
                    word,
                    value.mention.span,
                    if names_it { value.mention.span } else { sentence.span_of([word]).to(value.mention.span) },
                    names_it || names.is_empty() && noun && of_class,
                    out,
                );
            }
        }
    }
}

/// "only the second woman to …" of her who is the first.
fn ranked(
    frame: &Frame,
    sentence: &Sentence,
    selector: Selector,
    class: &Concept,
    sites: &[Site],
    out: &mut Vec<Judged>,
) {
    let rank = match selector {
        Selector::First => 1,
        Selector::Nth(n) => i64::from(n),
        _ => return,
    };
    for value in &sentence.values {
        let Some(stated_rank) = value.mention.readings.iter().find_map(|reading| match reading {
            Value::Ordinal(n) if *n > 0 && *n != rank => Some(*n),
            _ => None,
        }) else {
            continue;
        };
        let Some(anchor) = sentence.tree.words[value.head].head else { continue };
        if class.weight_of(&sentence.lemma(anchor).to_lowercase()).is_none()
            || !class_fits(frame, sentence, anchor, value.head)
        {
            continue;
        }
        let below = sentence.subtree(anchor);
        let Some(site) = sites.iter().find(|site| below.contains(&site.head)) else { continue };
        if !matches!(voice_of(sentence, anchor), Ok((_, false))) {
            continue;
        }
        let as_noun = Site { form: SiteForm::Noun, head: anchor, words: vec![anchor], ..site.clone() };
        let mut names = stated_names(sentence, &as_noun);
        names.extend(
            slots_of(sentence, anchor)
                .into_iter()
                .filter(|(slot, _)| *slot == Slot::Subject)
                .filter_map(|(_, word)| stated(sentence, word)),
        );
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            if let Some(name) = names.iter().find(|name| compare_name(frame, sentence, name, answer) == NameMatch::Same)
            {
                let span = sentence.span_of([anchor, site.head]).to(name.span).to(value.mention.span);
                let reason = format!("“{}” is put in place {stated_rank}", name.text);
                out.push(judged(
                    frame,
                    sentence,
                    anchor,
                    Verdict::Conflict,
                    "wrong-rank",
                    span,
                    value.mention.span,
                    value.mention.span.of(sentence.text()).to_owned(),
                    format!("the {}", title(selector)),
                    reason,
                    0.88,
                ));
            }
        }
    }
}

/// "No president has visited since 2013", "the first visit since", "not in over a decade".
fn since_statements(
    frame: &Frame,
    sentence: &Sentence,
    selector: Selector,
    class: &Concept,
    sites: &[Site],
    out: &mut Vec<Judged>,
) {
    let since_claim = frame.parts.iter().any(|part| part.role == Role::Oblique("since".into()));
    if selector != Selector::Last && !since_claim {
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
    for site in sites.iter().map(|site| site.head).chain(elliptic.filter(|_| sites.is_empty())) {
        let asserted = sentence.assertion(site);
        if matches!(asserted.modality, Some(Modality::Question | Modality::Debunked | Modality::Denial)) {
            continue;
        }
        let clause = sentence.clause(site);
        let negated = asserted.negated
            || (0..sentence.forms.len()).any(|word| {
                is_negation(&sentence.forms[word])
                    && (sentence.clause(word) == clause
                        || sentence.tree.words[word].head.is_some_and(|head| sentence.clause(head) == clause))
            });
        let first = first.filter(|&word| sentence.distance(word, site) <= 4);
        if !negated && first.is_none() {
            continue;
        }
        if !places_met(frame, sentence) || !agents_met(frame, sentence, class, site) {
            continue;
        }
        for value in &sentence.values {
            let near = sentence.clause(value.head) == clause || sentence.distance(value.head, site) <= 4;
            if !near {
                continue;
            }
            match value.mention.readings.first() {
                Some(reading @ Value::Date(date))
                    if sentence.has_case(value.head, &["since"]) || since_before(sentence, value.words.start) =>
                {
                    if !date.is_resolved() {
                        continue;
                    }
                    for answer in &frame.answers {
                        if answer.values().any(|v| v.kind() == Kind::Date) {
                            date_judgement(
                                frame,
                                sentence,
                                answer,
                                reading,
                                site,
                                value.mention.span,
                                sentence.span_of([site]).to(value.mention.span),
                                true,
                                out,
                            );
                        }
                    }
                }
                Some(reading)
                    if reading.kind() == Kind::Measure(Dimension::Time)
                        && sentence.has_case(value.head, &["in", "for", "over", "after"]) =>
                {
                    elapsed_judgement(frame, sentence, reading, site, value.mention.span, out);
                }
                Some(Value::Date(date)) if date.relative && sentence.has_case(value.head, &["in", "for"]) => {
                    // "in over a decade" read as a date.
                    let reading = Value::Date(date.clone());
                    for answer in &frame.answers {
                        if answer.values().any(|v| v.kind() == Kind::Date) {
                            date_judgement(
                                frame,
                                sentence,
                                answer,
                                &reading,
                                site,
                                value.mention.span,
                                sentence.span_of([site]).to(value.mention.span),
                                true,
                                out,
                            );
                        }
                    }
                }
                _ => {}
            }
        }
        // "since Obama", "not since George W. Bush".
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            for mention in &sentence.mentions {
                if !sentence.has_case(mention.head, &["since"]) {
                    continue;
                }
                let Some(name) = stated(sentence, mention.head) else { continue };
                let verdict = match compare_name(frame, sentence, &name, answer) {
                    NameMatch::Same => Verdict::Supported,
                    NameMatch::Different if name.proper && is_person_like(frame, sentence, &name) => Verdict::Conflict,
                    _ => continue,
                };
                let span = sentence.span_of([site]).to(name.span);
                out.push(judged(
                    frame,
                    sentence,
                    site,
                    verdict,
                    "wrong-name",
                    span,
                    name.span,
                    name.text.clone(),
                    expectation(frame, sentence, &answer.accepted),
                    format!("“since {}” makes {} the last", name.text, name.text),
                    0.9,
                ));
            }
        }
    }
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

#[allow(clippy::too_many_arguments)]
fn date_judgement(
    frame: &Frame,
    sentence: &Sentence,
    answer: &Answer,
    stated: &Value,
    word: usize,
    focus: Span,
    span: Span,
    firm: bool,
    out: &mut Vec<Judged>,
) {
    for expected in answer.values().filter(|value| value.kind() == Kind::Date) {
        let comparison = value::compare(stated, Op::Equal, expected);
        let verdict = match comparison.agreement {
            Agreement::Conflict if firm => Verdict::Conflict,
            Agreement::Imprecise => Verdict::Imprecise,
            Agreement::Supported => Verdict::Supported,
            _ => continue,
        };
        out.push(judged(
            frame,
            sentence,
            word,
            verdict,
            "date-mismatch",
            span,
            focus,
            focus.of(sentence.text()).to_owned(),
            expectation(frame, sentence, &answer.accepted),
            comparison.because,
            0.88,
        ));
    }
}

fn elapsed_judgement(
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

fn answer_entities(frame: &Frame) -> impl Iterator<Item = EntityId> + '_ {
    frame.answers.iter().flat_map(|answer| &answer.accepted).filter_map(|expected| match expected {
        Expected::Entity(entity) => Some(*entity),
        _ => None,
    })
}

fn is_selector(sentence: &Sentence, word: usize, selector: Selector) -> bool {
    let form = sentence.forms[word].as_str();
    match selector {
        Selector::First => form == "first",
        Selector::Last => {
            matches!(form, "last" | "latest") || form == "recent" && word > 0 && sentence.forms[word - 1] == "most"
        }
        Selector::Only => matches!(form, "only" | "sole" | "lone"),
        Selector::Nth(n) => {
            sentence.value_at(word).is_some_and(|value| value.mention.readings.contains(&Value::Ordinal(i64::from(n))))
        }
    }
}

fn title(selector: Selector) -> &'static str {
    match selector {
        Selector::First => "first",
        Selector::Last => "last",
        Selector::Only => "only one",
        Selector::Nth(_) => "one in that place",
    }
}

fn since_word(sentence: &Sentence, below: &[usize]) -> bool {
    below.iter().any(|&word| sentence.forms[word] == "since")
}

fn since_before(sentence: &Sentence, word: usize) -> bool {
    word > 0 && sentence.forms[word - 1] == "since"
}

/// "became the first president to resign": the infinitive, where the parser hangs it on the verb above the noun.
fn infinitive_beside(sentence: &Sentence, noun: usize) -> Option<usize> {
    let governor = sentence.tree.words[noun].head?;
    let next = (noun + 1..sentence.forms.len()).find(|&word| sentence.upos(word) == Upos::Verb)?;
    let infinitive = sentence.tree.children(next).any(|child| sentence.forms[child] == "to" && child > noun);
    (infinitive
        && sentence.tree.words[next].head == Some(governor)
        && matches!(sentence.tree.words[next].deprel, Deprel::Xcomp | Deprel::Advcl))
    .then_some(next)
}

/// Whether the entity owns an office of the holder that the claim names: "U.S." before "president" says no more than
/// the claim where its answer was president of the United States.
fn owns_office(frame: &Frame, sentence: &Sentence, owner: EntityId) -> bool {
    let rulebook = sentence.base().rulebook;
    let held = answer_entities(frame).filter_map(|holder| rulebook.entity(holder)).flat_map(|holder| &holder.classes);
    held.flat_map(|class| rulebook.names.mentions(&class.title)).any(|(named, ..)| named == owner)
}

/// Whether the class noun carries no modifier that narrows it beyond the claim: "the last Republican president".
fn class_fits(frame: &Frame, sentence: &Sentence, noun: usize, selector: usize) -> bool {
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
                && !action.entities.contains(&entity);
        }
        foreign_modifier(frame, sentence, noun, &[selector]).is_none()
    })
}

/// Every place and rival of the claim's action is named in the sentence, or is what the article is about.
fn places_met(frame: &Frame, sentence: &Sentence) -> bool {
    let FrameShape::Selector { action, .. } = &frame.shape else { return true };
    let entities = &sentence.base().entities;
    action.entities.iter().all(|&wanted| {
        let named = sentence
            .mentions
            .iter()
            .filter_map(|m| m.entity.map(EntityId))
            .any(|entity| entities.within(entity, wanted));
        named
            || sentence.scene.is_topic(wanted)
                && !sentence.mentions.iter().any(|m| {
                    m.entity
                        .map(EntityId)
                        .is_some_and(|entity| entities.kind_of(entity) == entities.kind_of(wanted) && entity != wanted)
                })
    })
}

/// "has been to Norway", "the first king in Norway since": being there is how one visits.
fn presences(frame: &Frame, sentence: &Sentence, class: &Concept, known: &[Site]) -> Vec<Site> {
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
fn elsewhere(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
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

/// Whether the event is one of the claim's class and owner.
fn agents_met(frame: &Frame, sentence: &Sentence, class: &Concept, site: usize) -> bool {
    if frame.parts.is_empty() {
        return !class.find(&sentence.tree, &sentence.forms).is_empty()
            || (0..sentence.forms.len())
                .any(|word| matches!(sentence.forms[word].as_str(), "none" | "nobody" | "no-one"));
    }
    // A sentence claim: its named parts must be there, or be what the article is about.
    frame.parts.iter().all(|part| match &part.what {
        PartKind::Entity(entity) => {
            sentence.mentions_of(*entity).next().is_some()
                || slots_of(sentence, site).into_iter().any(|(slot, word)| {
                    matches!(slot, Slot::Subject | Slot::Possessor)
                        && filler_fit(frame, sentence, word, true).fit >= Fit::Likely
                })
                || sentence.scene.is_topic(*entity) && !(part.role == Role::Subject && has_rival(sentence, *entity))
        }
        PartKind::Words(concept) => {
            part.role == Role::Subject || !concept.find(&sentence.tree, &sentence.forms).is_empty()
        }
        _ => true,
    })
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

#[allow(clippy::too_many_arguments)]
fn judged(
    frame: &Frame,
    sentence: &Sentence,
    word: usize,
    verdict: Verdict,
    code: &'static str,
    span: Span,
    focus: Span,
    says: String,
    expected: String,
    reason: String,
    confidence: f32,
) -> Judged {
    let span = if span.len() <= 200 { span } else { focus };
    let claim = match &frame.shape {
        FrameShape::Selector { class, action, selector } => {
            format!("the {} {} to {}", title(*selector), class.text, action.text)
        }
        _ => String::new(),
    };
    Judged {
        verdict,
        code: if verdict == Verdict::Supported { "agrees" } else { code },
        fact: Some(frame.fact),
        sentence: sentence.index,
        word,
        span,
        focus,
        says,
        expected,
        because: vec![format!("the text speaks of {claim}"), reason],
        confidence,
        suggestion: None,
    }
}
