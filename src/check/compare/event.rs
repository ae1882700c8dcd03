//! What happened: a sentence claim against a statement of the same event.

use super::amount::{comparable, is_rare};
use super::name::{NameMatch, Stated, compare as compare_name, stated};
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Answer, Expected, Frame, Part, PartKind, Role};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, is_passive, sites, slots_of};
use crate::check::unify::{Fit, excluded_by, is_other, modifiers_met, owner_fit};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Kind, Op, Value};

/// How a part of the claim stands in the statement.
#[derive(Clone, Debug)]
enum PartFit {
    Match { word: usize, because: String, agreement: Agreement },
    Mismatch { word: usize, span: Span, says: String, expected: String, because: String, value: bool },
    /// Named in the sentence, not in its slot.
    Loose,
    Missing,
}

/// Judges every occurrence of the claim's event in the sentence.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for site in sites(frame, sentence) {
        judge_site(frame, sentence, &site, out);
    }
}

fn judge_site(frame: &Frame, sentence: &Sentence, site: &Site, out: &mut Vec<Judged>) {
    if frame.parts.is_empty() || is_other(sentence, site.head) {
        return;
    }
    let Ok((_, negated)) = voice_of(sentence, site.head) else { return };
    // Before the day of the event nothing is asserted of it.
    if let (Some(date), Some(period)) = (sentence.scene.date, &frame.period)
        && period.from.is_some_and(|from| date < from)
    {
        return;
    }
    let owner = owner_fit(frame, sentence, site);
    let mut subject_mismatch = None;
    let mut matched: Vec<(usize, String)> = Vec::new();
    let mut mismatches: Vec<PartFit> = Vec::new();
    let mut imprecise: Option<String> = None;
    let mut wanted = 0.0f32;
    let mut got = 0.0f32;
    let mut core_missing = 0;
    for part in &frame.parts {
        let weight = match (&part.role, &part.what) {
            (Role::Subject, _) => 1.0,
            (Role::Object, _) => 1.0,
            (_, PartKind::Entity(_) | PartKind::Value(_) | PartKind::Counted(..)) => 0.7,
            _ => 0.4,
        };
        wanted += weight;
        let fit = if part.role == Role::Subject {
            subject_fit(frame, sentence, site, part, &owner)
        } else {
            part_fit(frame, sentence, site, part)
        };
        match fit {
            PartFit::Match { word, because, agreement } => {
                got += weight;
                if agreement == Agreement::Imprecise {
                    imprecise = Some(because.clone());
                }
                matched.push((word, because));
            }
            PartFit::Mismatch { .. } if part.role == Role::Subject => subject_mismatch = Some(fit),
            PartFit::Mismatch { .. } => mismatches.push(fit),
            PartFit::Loose => got += weight * 0.6,
            PartFit::Missing => {
                if matches!(part.role, Role::Subject | Role::Object) {
                    core_missing += 1;
                }
            }
        }
    }
    let (met, all) = modifiers_met(frame, sentence);
    let share = if all == 0 { 1.0 } else { met as f32 / all as f32 };
    let base = site.weight * (0.45 + 0.55 * (got / wanted.max(0.1)).min(1.0)) * (0.75 + 0.25 * share);
    sentence.note(frame, site.head, || format!("{:?} weight {:.2}, owner {:?} ({}), parts {got:.1} of {wanted:.1}, missing {core_missing}, mismatches {}, base {base:.2}, negated {negated}", site.form, site.weight, owner.fit, owner.reason, mismatches.len() + usize::from(subject_mismatch.is_some())));
    let same_polarity = (negated != site.negative) == frame.negated;
    let text = sentence.text();
    let site_words = sentence.span_of(site.words.iter().copied());
    let mut because = vec![format!("“{}” is how the text words “{}”", site_words.of(text), frame.head.concept.text)];
    because.extend(matched.iter().map(|(_, reason)| reason.clone()).filter(|reason| !reason.is_empty()));
    let whole = |span: Span| if site_words.to(span).len() <= 160 { site_words.to(span) } else { span };
    let fact = sentence.scene.fact(frame);
    let claim = fact_words(fact);
    if !same_polarity {
        let firm = owner.fit >= Fit::Likely && subject_mismatch.is_none() && mismatches.is_empty() && core_missing == 0;
        let confidence = base * 0.95;
        if firm && confidence >= 0.7 {
            because.push(if frame.negated { "the claim denies it".into() } else { "the text denies it".into() });
            out.push(Judged {
                verdict: Verdict::Conflict,
                code: "denied",
                fact: Some(frame.fact),
                sentence: sentence.index,
                word: site.head,
                span: matched.iter().map(|(word, _)| sentence.tree.words[*word].span).fold(site_words, |span, word| if span.to(word).len() <= 160 { span.to(word) } else { span }),
                focus: site_words,
                says: sentence.span_of(matched.iter().map(|(word, _)| *word).chain(site.words.iter().copied())).of(text).to_owned(),
                expected: claim,
                because,
                confidence,
                suggestion: None,
            });
        }
        return;
    }
    if let Some(PartFit::Mismatch { span, says, expected, because: reason, .. }) = subject_mismatch {
        // Somebody else is said to have done just this.
        let specific = matched.iter().any(|(word, _)| sentence.mention_at(*word).is_some()) && core_missing == 0;
        let confidence = base * 1.25;
        if mismatches.is_empty() && specific && !frame.negated && confidence >= 0.66 {
            because.push(reason);
            out.push(conflict(frame, sentence, site, "wrong-agent", whole(span), span, says, expected, because, confidence.min(0.9)));
        }
        return;
    }
    match mismatches.as_slice() {
        [] => {
            let enough = got >= 1.0 && core_missing == 0 || got >= 1.7;
            if enough && base >= 0.45 && owner.fit > Fit::Foreign {
                let verdict = if imprecise.is_some() { Verdict::Imprecise } else { Verdict::Supported };
                let span = matched.iter().map(|(word, _)| sentence.tree.words[*word].span).fold(site_words, |span, word| if span.to(word).len() <= 160 { span.to(word) } else { span });
                out.push(Judged {
                    verdict,
                    code: if verdict == Verdict::Supported { "agrees" } else { "loose" },
                    fact: Some(frame.fact),
                    sentence: sentence.index,
                    word: site.head,
                    span,
                    focus: span,
                    says: span.of(text).to_owned(),
                    expected: claim,
                    because,
                    confidence: base * 0.9,
                    suggestion: None,
                });
            }
        }
        [PartFit::Mismatch { span, says, expected, because: reason, value, word }] => {
            let firm = owner.fit >= Fit::Topic && core_missing == 0 || owner.fit >= Fit::Likely && *value;
            let rest = if *value { 0.55 } else { 0.7 };
            let covered = got / (wanted - 0.7).max(0.5);
            let confidence = (site.weight * (0.4 + 0.6 * covered.min(1.0)) * (0.8 + 0.2 * share)).min(0.95);
            if firm && covered >= rest && confidence >= 0.6 && excluded_by(frame, sentence, &[site.head, *word]).is_none() {
                because.push(reason.clone());
                let code = if *value { "value-mismatch" } else { "wrong-name" };
                out.push(conflict(frame, sentence, site, code, whole(*span), *span, says.clone(), expected.clone(), because, confidence));
            }
        }
        _ => {}
    }
}

#[allow(clippy::too_many_arguments)]
fn conflict(frame: &Frame, sentence: &Sentence, site: &Site, code: &'static str, span: Span, focus: Span, says: String, expected: String, because: Vec<String>, confidence: f32) -> Judged {
    Judged {
        verdict: Verdict::Conflict,
        code,
        fact: Some(frame.fact),
        sentence: sentence.index,
        word: site.head,
        span,
        focus,
        says,
        expected,
        because,
        confidence,
        suggestion: None,
    }
}

fn fact_words(fact: &crate::rulebook::Fact) -> String {
    match &fact.claim {
        crate::rulebook::claim::ast::Claim::Sentence(text) => text.value.clone(),
        crate::rulebook::claim::ast::Claim::Comparison(comparison) => comparison.subject.text.clone(),
    }
}

fn subject_fit(frame: &Frame, sentence: &Sentence, site: &Site, part: &Part, owner: &crate::check::unify::OwnerFit) -> PartFit {
    match owner.fit {
        Fit::Foreign => {
            let Some(word) = owner.word else { return PartFit::Missing };
            if let PartKind::Entity(entity) = part.what
                && let Some(name) = stated(sentence, word)
            {
                let answer = Answer { accepted: vec![Expected::Entity(entity)] };
                if name.proper && name.how <= How::Carried && compare_name(frame, sentence, &name, &answer) == NameMatch::Different {
                    return mismatch(sentence, &name, &part.text);
                }
            }
            PartFit::Missing
        }
        Fit::Missing => {
            let concept_there = match &part.what {
                PartKind::Words(concept) => concept.find(&sentence.tree, &sentence.forms).first().map(|found| found.head),
                _ => None,
            };
            match concept_there {
                Some(_) => PartFit::Loose,
                None => PartFit::Missing,
            }
        }
        Fit::Topic | Fit::Nearby => {
            let _ = site;
            PartFit::Loose
        }
        _ => PartFit::Match { word: owner.word.unwrap_or(site.head), because: owner.reason.clone(), agreement: Agreement::Supported },
    }
}

fn mismatch(sentence: &Sentence, name: &Stated, expected: &str) -> PartFit {
    let _ = sentence;
    PartFit::Mismatch {
        word: name.word,
        span: name.span,
        says: name.text.clone(),
        expected: expected.to_owned(),
        because: format!("“{}” is not {expected}", name.text),
        value: false,
    }
}

fn part_fit(frame: &Frame, sentence: &Sentence, site: &Site, part: &Part) -> PartFit {
    let fillers = fillers(sentence, site, &part.role);
    match &part.what {
        PartKind::Entity(entity) => {
            let answer = Answer { accepted: vec![Expected::Entity(*entity)] };
            let mut different = None;
            for word in &fillers {
                let Some(name) = stated(sentence, *word) else { continue };
                match compare_name(frame, sentence, &name, &answer) {
                    NameMatch::Same => {
                        return PartFit::Match { word: *word, because: format!("“{}” is {}", name.text, sentence.base().entities.name_of(*entity)), agreement: Agreement::Supported };
                    }
                    NameMatch::Wider => return PartFit::Loose,
                    NameMatch::Different if name.proper && name.how <= How::Carried => different = Some(mismatch(sentence, &name, sentence.base().entities.name_of(*entity))),
                    _ => {}
                }
            }
            if sentence.mentions_of(*entity).next().is_some() {
                return PartFit::Loose;
            }
            different.unwrap_or(PartFit::Missing)
        }
        PartKind::Words(concept) => {
            if let Some(word) = fillers.iter().copied().find(|&word| concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some()) {
                return PartFit::Match { word, because: String::new(), agreement: Agreement::Supported };
            }
            if !concept.find(&sentence.tree, &sentence.forms).is_empty() {
                return PartFit::Loose;
            }
            PartFit::Missing
        }
        PartKind::Value(expected) => value_fit(frame, sentence, site, expected, None),
        PartKind::Counted(expected, concept) => value_fit(frame, sentence, site, expected, Some(concept)),
    }
}

fn value_fit(frame: &Frame, sentence: &Sentence, site: &Site, expected: &Value, counted: Option<&crate::lexicon::Concept>) -> PartFit {
    let is_date = expected.kind() == Kind::Date;
    let mut best: Option<(usize, PartFit)> = None;
    for candidate in &sentence.values {
        let Some(reading) = candidate.mention.readings.iter().find(|reading| comparable(reading, expected)) else { continue };
        let here = sentence.clause(candidate.head) == sentence.clause(site.head) || sentence.subtree(site.head).contains(&candidate.head);
        if !here || voice_of(sentence, candidate.head).is_err() {
            continue;
        }
        if is_date && sentence.has_case(candidate.head, &["since", "until", "before", "after", "from", "than", "for"]) {
            continue;
        }
        // A date belongs to its own verb.
        if is_date && site.form == SiteForm::Verb && nearest_verb(sentence, candidate.head) != Some(site.head) && !sentence.subtree(site.head).contains(&candidate.head) {
            continue;
        }
        if let Some(concept) = counted {
            let noun = super::amount::counted_noun(sentence, candidate.head);
            if noun.is_none_or(|noun| concept.weight_of(&sentence.lemma(noun).to_lowercase()).is_none()) {
                continue;
            }
        } else if !is_date && super::amount::counted_noun(sentence, candidate.head).is_some_and(|noun| !super::amount::own_noun(frame, sentence, noun)) {
            continue;
        }
        let comparison = value::compare(reading, Op::Equal, expected);
        let fit = match comparison.agreement {
            Agreement::Unrelated => continue,
            Agreement::Conflict => PartFit::Mismatch {
                word: candidate.head,
                span: candidate.mention.span,
                says: candidate.mention.span.of(sentence.text()).to_owned(),
                expected: expected.describe(),
                because: comparison.because,
                value: true,
            },
            agreement => PartFit::Match { word: candidate.head, because: comparison.because, agreement },
        };
        let distance = sentence.distance(candidate.head, site.head);
        let good = matches!(fit, PartFit::Match { .. });
        let rank = if good { 0 } else { 100 } + distance;
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, fit));
        }
    }
    let _ = is_rare;
    best.map_or(PartFit::Missing, |(_, fit)| fit)
}

fn nearest_verb(sentence: &Sentence, word: usize) -> Option<usize> {
    sentence.ancestors(word).into_iter().find(|&up| sentence.upos(up) == Upos::Verb)
}

/// Words in the slot where the statement would name the part of that role.
fn fillers(sentence: &Sentence, site: &Site, role: &Role) -> Vec<usize> {
    let passive = is_passive(sentence, site.head);
    let slots = slots_of(sentence, site.head);
    let mut found: Vec<usize> = slots
        .into_iter()
        .filter(|(slot, _)| match (role, site.form) {
            (Role::Object, SiteForm::Verb) => match slot {
                Slot::Object => !passive && !site.inverse,
                Slot::Patient => passive,
                Slot::Subject => site.inverse,
                Slot::With(prep) => site.preps.contains(prep),
                _ => false,
            },
            (Role::Object, SiteForm::Adjective | SiteForm::Copula) => matches!(slot, Slot::Subject | Slot::With(_)),
            (Role::Object, _) => match slot {
                Slot::With(prep) => site.preps.contains(prep) || matches!(prep.as_str(), "of" | "to" | "for" | "in" | "on" | "against"),
                Slot::Possessor | Slot::Modifier | Slot::Predicate => true,
                _ => false,
            },
            (Role::Oblique(prep), _) => matches!(slot, Slot::With(other) if other == prep) || matches!(slot, Slot::With(_)) && matches!(prep.as_str(), "in" | "at" | "on" | "of" | "for" | "to" | "from") || prep == "of" && *slot == Slot::Possessor,
            (Role::Subject, _) => false,
        })
        .map(|(_, word)| word)
        .collect();
    // "the recovery of the chisel from the canal": what hangs below a filler is in reach for an oblique part.
    if matches!(role, Role::Oblique(_)) {
        let below: Vec<usize> = slots_of(sentence, site.head)
            .into_iter()
            .flat_map(|(_, word)| sentence.tree.children(word).collect::<Vec<_>>())
            .filter(|&word| matches!(sentence.tree.words[word].deprel, Deprel::Nmod | Deprel::NmodPoss))
            .collect();
        found.extend(below);
    }
    let _ = words;
    found
}
