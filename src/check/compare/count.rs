//! How many times: ordinals, "times", and counts of what went before.

use super::expectation;
use crate::article::mention::{How, What};
use crate::check::Verdict;
use crate::check::frame::Frame;
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, sites, slots_of};
use crate::check::unify::{Fit, foreign_modifier, owner_fit, wrong_period};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Amount, Hedge, Kind, Unit, Value};
use rust_decimal::Decimal;

/// Judges ordinals and "times" around the counted event: "his eighth visit", "for the eighth time", "seven times before".
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for site in sites(frame, sentence) {
        if !is_event(sentence, &site) || !is_counted(frame, sentence, &site) {
            continue;
        }
        judge_site(frame, sentence, &site, out);
    }
}

fn judge_site(frame: &Frame, sentence: &Sentence, site: &Site, out: &mut Vec<Judged>) {
    let owner = owner_fit(frame, sentence, site);
    if owner.fit < Fit::Topic || frame.owner.is_some() && owner.fit == Fit::Topic {
        return;
    }
    let Ok((_, negated)) = voice_of(sentence, site.head) else { return };
    if negated {
        return sentence.stop(frame, site.head, || Reason::Negated);
    }
    if let Some(period) = wrong_period(frame, sentence, site.head, None) {
        return sentence.stop(frame, site.head, || Reason::AnotherPeriod(period));
    }
    if !others_met(frame, sentence) || narrowed(frame, sentence, site) {
        return sentence
            .stop(frame, site.head, || Reason::Doubt("it is counted where, or of what, the claim does not count"));
    }
    for answer in &frame.answers {
        for value in &sentence.values {
            // What is first of all a date is no tally.
            if matches!(value.mention.readings.first(), Some(Value::Date(_))) {
                continue;
            }
            if super::age::is_age(sentence, value.head) {
                continue;
            }
            let Some((count, kind)) =
                value.mention.readings.iter().find_map(|reading| counted(sentence, site, reading, value.head))
            else {
                continue;
            };
            // "once under her father and six times before that": parts of a sum.
            if kind == Tally::Times && tallies(sentence) > 1 {
                continue;
            }
            let before = (kind == Tally::Times || kind == Tally::Number) && speaks_of_before(sentence, value.head);
            // A plain number is weighed as a figure; here it counts only what went before.
            if kind == Tally::Number && !before {
                continue;
            }
            let stated = count_value(if before { count + 1 } else { count });
            let since = sentence.forms.iter().any(|form| form == "since");
            // "first visit since 2015" counts from another start.
            if kind == Tally::Ordinal && since && (frame.since.is_none() || count == 1) {
                continue;
            }
            for expected in answer.values().filter(|value| value.kind() == Kind::Count) {
                let comparison = value::compare(&stated, frame.op, expected);
                // "The fourth round" was one of them; only what is said to be the latest counts them.
                let below = matches!(expected, Value::Amount(amount) if Decimal::from(count) < amount.nominal);
                if kind == Tally::Ordinal
                    && below
                    && comparison.agreement == Agreement::Conflict
                    && !is_latest(sentence, site)
                {
                    continue;
                }
                let verdict = match comparison.agreement {
                    Agreement::Conflict => Verdict::Conflict,
                    Agreement::Imprecise => Verdict::Imprecise,
                    Agreement::Supported => Verdict::Supported,
                    Agreement::Unrelated => continue,
                };
                let confidence = site.weight * if owner.fit >= Fit::Likely { 0.95 } else { 0.75 };
                if verdict != Verdict::Supported && confidence < 0.7 {
                    continue;
                }
                let words = sentence.span_of(site.words.iter().copied());
                let span: Span = if words.to(value.mention.span).len() <= 160 {
                    words.to(value.mention.span)
                } else {
                    value.mention.span
                };
                let says = value.mention.span.of(sentence.text()).to_owned();
                let counted = if before {
                    format!("{says} before makes {}", count + 1)
                } else {
                    format!("“{says}” counts {count}")
                };
                out.push(Judged {
                    verdict,
                    code: if verdict == Verdict::Supported { "agrees" } else { "count-mismatch" },
                    fact: Some(frame.fact),
                    sentence: sentence.index,
                    word: site.head,
                    span,
                    focus: value.mention.core,
                    says,
                    expected: expectation(frame, sentence, &answer.accepted),
                    because: vec![
                        format!("“{}” is what the claim counts", words.of(sentence.text())),
                        owner.reason.clone(),
                        counted,
                        comparison.because,
                    ]
                    .into_iter()
                    .filter(|line| !line.is_empty())
                    .collect(),
                    confidence,
                    suggestion: None,
                });
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tally {
    Ordinal,
    Times,
    Number,
}

/// Whether the occasion at the site is told as somebody's, or as what today's was: "his eighth visit", "it was the eighth".
/// "The fourth round of the talks" tells of one among others.
fn is_latest(sentence: &Sentence, site: &Site) -> bool {
    let tree = &sentence.tree;
    let has = |deprel: Deprel| tree.children(site.head).any(|child| sentence.is(child, deprel));
    let the = tree.children(site.head).any(|child| sentence.is(child, Deprel::Det) && sentence.forms[child] == "the");
    let bare = !the && !has(Deprel::NmodPoss) && !has(Deprel::Det);
    site.form == SiteForm::Verb || has(Deprel::Cop) || !the && !(bare && sentence.upos(site.head) == Upos::Noun)
}

/// How many separate counts of times the sentence makes.
pub fn tallies(sentence: &Sentence) -> usize {
    let word = |form: &str| matches!(form, "once" | "twice" | "thrice");
    let counts = sentence.forms.iter().filter(|form| word(form.as_str())).count();
    counts + sentence.forms.windows(2).filter(|pair| pair[1] == "times" && !word(&pair[0])).count()
}

/// What a value near the site counts.
fn counted(sentence: &Sentence, site: &Site, reading: &Value, head: usize) -> Option<(i64, Tally)> {
    let below_site = sentence.tree.words[head].head == Some(site.head);
    match reading {
        Value::Ordinal(n) if *n > 0 => {
            if below_site && site.form != SiteForm::Verb {
                return Some((*n, Tally::Ordinal));
            }
            // "for the eighth time", "the trip was his ninth".
            let noun = sentence.tree.words[head].head;
            let time = noun.is_some_and(|noun| {
                matches!(sentence.lemma(noun), "time" | "occasion") && sentence.distance(noun, site.head) <= 2
            });
            let elliptic = sentence.tree.children(head).any(|child| sentence.is(child, Deprel::NmodPoss))
                && slots_of(sentence, head).iter().any(|(slot, word)| {
                    matches!(slot, Slot::Subject | Slot::Predicate) && (*word == site.head || site.words.contains(word))
                });
            (time || elliptic).then_some((*n, Tally::Ordinal))
        }
        Value::Amount(amount) if matches!(amount.unit, Unit::Times | Unit::Count) && amount.hedge == Hedge::Exact => {
            let n = i64::try_from(amount.nominal).ok().filter(|n| Decimal::from(*n) == amount.nominal)?;
            if amount.unit == Unit::Times {
                return (sentence.distance(head, site.head) <= 2).then_some((n, Tally::Times));
            }
            let noun = sentence.tree.words[head].head?;
            if matches!(sentence.lemma(noun), "time" | "occasion") && sentence.distance(noun, site.head) <= 2 {
                return Some((n, Tally::Times));
            }
            (noun == site.head && site.form != SiteForm::Verb).then_some((n, Tally::Number))
        }
        _ => None,
    }
}

/// "seven times before", "seven previous visits": what went before the one spoken of.
fn speaks_of_before(sentence: &Sentence, value: usize) -> bool {
    let near = value.saturating_sub(2)..(value + 5).min(sentence.forms.len());
    near.into_iter().any(|word| {
        matches!(
            sentence.forms[word].as_str(),
            "previous" | "previously" | "before" | "earlier" | "prior" | "past" | "already" | "other"
        )
    }) && !sentence.forms[value..(value + 5).min(sentence.forms.len())]
        .iter()
        .any(|form| form == "this" || form == "last")
}

/// Whether the deed at the site is what the claim counts: flights for "number of flights", not for "number of aircraft".
fn is_counted(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    let Some(counted) = &frame.counted else { return true };
    let lemma = sentence.lemma(site.head).to_lowercase();
    words().is_light(&counted.text)
        || counted.weight_of(&lemma).is_some()
        || words().kind_of(&counted.text) == Some("event") && site.form != SiteForm::Verb
        || matches!(counted.text.as_str(), "time" | "occasion")
}

/// So many, exactly.
pub fn count_value(n: i64) -> Value {
    let nominal = Decimal::from(n);
    Value::Amount(Amount { nominal, low: Some(nominal), high: Some(nominal), unit: Unit::Count, hedge: Hedge::Exact })
}

fn is_event(sentence: &Sentence, site: &Site) -> bool {
    match site.form {
        SiteForm::Verb | SiteForm::Event => true,
        SiteForm::Noun => words().kind_of(&sentence.lemma(site.head).to_lowercase()) == Some("event"),
        _ => false,
    }
}

/// Every other entity of the claim is in the sentence or is the article's subject, and no rival of its kind is.
fn others_met(frame: &Frame, sentence: &Sentence) -> bool {
    let entities = &sentence.base().entities;
    let named = |sentence: &Sentence, wanted: EntityId| {
        sentence.mentions.iter().filter(|mention| mention.how <= How::Alias).filter_map(|m| m.entity.map(EntityId)).any(
            |entity| {
                entities.within(entity, wanted) && (entity == wanted || !sentence.has_case_of(entity, &["to", "in"]))
            },
        )
    };
    let before = sentence.index.checked_sub(1).map(|index| Sentence { scene: sentence.scene, index });
    // Named right before and nothing of its kind since: "Records show it was her fifth visit."
    let carried = |wanted: EntityId| {
        let rival = sentence.mentions.iter().any(|mention| match mention.entity.map(EntityId) {
            Some(entity) => entity != wanted && entities.kind_of(entity) == entities.kind_of(wanted),
            None => mention.what == What::Other && sentence.has_case(mention.head, &["to", "in", "at", "of"]),
        });
        !rival && before.as_ref().is_some_and(|before| named(before, wanted))
    };
    frame.others.iter().all(|&wanted| named(sentence, wanted) || carried(wanted))
}

/// A narrower event than the claim's: "his first official visit", "second visit this year", "first visit to Alaska".
fn narrowed(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    if site.form != SiteForm::Verb && foreign_modifier(frame, sentence, site.head, &site.words).is_some() {
        return true;
    }
    let period = sentence.values.iter().any(|value| {
        let date = value.mention.readings.iter().any(|reading| {
            matches!(reading, Value::Date(_)) || matches!(reading.kind(), Kind::Measure(value::Dimension::Time))
        });
        date && sentence.clause(value.head) == sentence.clause(site.head)
            && !sentence.has_case(value.head, &["since", "on"])
            && sentence.has_case(value.head, &["in", "within", "over"])
    });
    let this = sentence
        .forms
        .windows(2)
        .any(|pair| pair[0] == "this" && matches!(pair[1].as_str(), "year" | "month" | "week" | "season" | "term"));
    let foreign_place = sentence.mentions.iter().any(|mention| {
        mention.what == What::Other
            && sentence.tree.words[mention.head].head == Some(site.head)
            && sentence.has_case(mention.head, &["to", "in"])
            && sentence.upos(mention.head) == Upos::Propn
    });
    period || this || foreign_place
}
