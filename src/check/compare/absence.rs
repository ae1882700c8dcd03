//! What does not exist: `ceasefire deal at the summit = none` against a statement that there is one.

use super::worded;
use crate::article::clause::is_negation;
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::Frame;
use crate::check::reason::Reason;
use crate::check::scene::{Sentence, another_period};
use crate::check::site::{Site, SiteForm, sites};
use crate::check::unify::{Fit, OwnerFit, foreign_modifier, is_other, owner_fit};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};

/// Judges every mention of the absent thing.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for site in things(frame, sentence) {
        // A word like the claim's own that names something else: "the summit" is no conference.
        let another = !frame.head.concept.is_empty() && sentence.entity_at(site.head).is_some();
        if another && site.weight < 1.0 {
            continue;
        }
        if !matches!(site.form, SiteForm::Noun | SiteForm::Event | SiteForm::Agent) || is_other(sentence, site.head) {
            continue;
        }
        let missing =
            frame.modifiers.iter().filter(|concept| concept.find(&sentence.tree, &sentence.forms).is_empty()).count();
        if missing > 0 && site.weight < 0.9 {
            continue;
        }
        let itself = frame.owner.is_some_and(|owner| is_thing_itself(frame, sentence, owner));
        let missing = if itself { 0 } else { missing };
        let owner = if itself { occasion_fit(frame, sentence) } else { owner_fit(frame, sentence, &site) };
        if owner.fit < Fit::Topic
            || foreign_modifier(frame, sentence, site.head, &site.words)
                .is_some_and(|word| sentence.upos(word) == Upos::Propn)
        {
            continue;
        }
        let Ok((_, negated)) = voice_of(sentence, site.head) else { continue };
        let fact = sentence.scene.fact(frame);
        let elsewhen = sentence
            .date_near(site.head, None)
            .is_some_and(|stated| another_period(&stated, frame, fact, sentence.scene.date));
        if elsewhen {
            sentence.stop(frame, site.head, || Reason::AnotherPeriod("the sentence is about another one".into()));
            continue;
        }
        let denied = negated
            || sentence.tree.children(site.head).any(|child| is_negation(&sentence.forms[child]))
            || sentence.has_case(site.head, &["without"])
            || governed_by_denial(sentence, site.head);
        sentence.note(frame, site.head, || format!("the absent thing, denied {denied}, owner {:?}", owner.fit));
        let governor = sentence.tree.words[site.head].head;
        // Only what is said to have been made or reached exists: "signed a ceasefire", "there was a truce".
        let exists = governor.is_some_and(|verb| {
            let slot = sentence.tree.words[site.head].deprel;
            let real = words().verbs.light.contains(&sentence.lemma(verb).to_lowercase())
                || words().verbs.reaching.contains(&sentence.lemma(verb).to_lowercase());
            sentence.upos(verb) == Upos::Verb
                && match slot {
                    // What does something, is there: "a wave hit the harbour".
                    Deprel::Nsubj => real || is_new(sentence, site.head),
                    Deprel::Obj | Deprel::NsubjPass | Deprel::Obl => real,
                    _ => false,
                }
        });
        let verdict = match (denied, exists) {
            (true, _) if frame.negated => Verdict::Supported,
            // That there is none of another kind, or elsewhere, denies nothing.
            (true, _) if missing == 0 => Verdict::Conflict,
            (true, _) => continue,
            (false, true) if !frame.negated => Verdict::Supported,
            (false, true) if missing == 0 || owner.fit >= Fit::Likely => Verdict::Conflict,
            _ => {
                sentence.note(frame, site.head, || format!("{missing} modifiers missing"));
                sentence.stop(frame, site.head, || Reason::NotSaidToBe);
                continue;
            }
        };
        let says_none = if frame.negated { "the rule says that there is none" } else { "the rule says that there is" };
        let span = sentence.span_of(site.words.iter().copied());
        let span = governor.filter(|_| exists).map_or(span, |verb| span.to(sentence.tree.words[verb].span));
        let written = span.of(sentence.text()).to_owned();
        let words = sentence.span_of(site.words.iter().copied());
        let mut because = vec![worded(frame, words.of(sentence.text()))];
        because.extend((!owner.reason.is_empty()).then(|| owner.reason.clone()));
        because.push(match (verdict, denied) {
            (Verdict::Supported, true) => "the text denies it too".into(),
            (Verdict::Supported, false) => "the text says so too".into(),
            _ => says_none.into(),
        });
        out.push(Judged {
            verdict,
            code: match (verdict, denied) {
                (Verdict::Supported, _) => "agrees",
                (_, true) => "denied",
                (_, false) => "exists",
            },
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span,
            focus: span,
            says: written,
            expected: if frame.negated { "none".into() } else { "yes".into() },
            because,
            confidence: site.weight * 0.85,
            suggestion: None,
        });
    }
}

/// Where the sentence names the absent thing: by the claim's head word, or by the entity that is said not to be.
fn things(frame: &Frame, sentence: &Sentence) -> Vec<Site> {
    let Some(thing) = frame.owner.filter(|&owner| is_thing_itself(frame, sentence, owner)) else {
        return sites(frame, sentence);
    };
    sentence
        .mentions_of(thing)
        .filter(|mention| mention.how <= How::Alias)
        .map(|mention| Site {
            head: mention.head,
            words: mention.words.clone().collect(),
            weight: 1.0,
            form: SiteForm::Noun,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        })
        .collect()
}

/// Whether the claim denies the entity itself: "ceasefire deal at the summit = none".
fn is_thing_itself(frame: &Frame, sentence: &Sentence, owner: EntityId) -> bool {
    let claim = sentence.scene.fact(frame).text.to_lowercase();
    let opens = || {
        let entity = sentence.base().rulebook.entity(owner);
        let names = entity.map(|entity| std::iter::once(entity.name.clone()).chain(entity.also.iter().cloned()));
        names.into_iter().flatten().any(|name| {
            claim.trim_start_matches("the ").strip_prefix(&name.to_lowercase()).is_some_and(|rest| {
                let next = rest.split_whitespace().next().unwrap_or_default();
                matches!(next, "at" | "in" | "on" | "during" | "after" | "=" | "between" | "under")
            })
        })
    };
    frame.head.concept.text.is_empty() || opens()
}

/// The occasion at which the thing is absent: named here, or what the article is about.
fn occasion_fit(frame: &Frame, sentence: &Sentence) -> OwnerFit {
    let scene = sentence.scene;
    let named = frame
        .others
        .iter()
        .all(|&other| sentence.mentions_of(other).next().is_some() || takes_place_here(sentence, other));
    let known = frame.others.iter().all(|&other| {
        let participants = sentence.base().rulebook.entity(other).map_or(&[][..], |event| &event.participants);
        scene.is_named(other)
            || participants.len() > 1 && participants.iter().all(|&participant| scene.is_named(participant))
    });
    let fit = if named {
        Fit::Explicit
    } else if known || frame.others.is_empty() {
        Fit::Topic
    } else {
        Fit::Missing
    };
    OwnerFit { fit, word: None, reason: String::new() }
}

/// Whether the sentence names the place of an event: what happened there happened at it.
fn takes_place_here(sentence: &Sentence, event: EntityId) -> bool {
    let place = sentence.base().rulebook.entity(event).and_then(|event| event.place);
    place.is_some_and(|place| {
        sentence.mentions.iter().filter_map(|mention| mention.entity.map(EntityId)).any(|named| {
            sentence.base().entities.within(place, named)
                && sentence.base().rulebook.entity(named).is_some_and(|named| named.within.is_some())
        })
    })
}

/// Whether the noun is brought in as something that happened: "a wave", "two warnings", not "any warning".
fn is_new(sentence: &Sentence, noun: usize) -> bool {
    let children = || sentence.tree.children(noun);
    children().any(|child| {
        matches!(sentence.forms[child].as_str(), "a" | "an" | "several" | "some" | "many")
            || sentence.is(child, Deprel::Nummod)
    }) && !children().any(|child| matches!(sentence.forms[child].as_str(), "any" | "no"))
}

fn governed_by_denial(sentence: &Sentence, noun: usize) -> bool {
    let lists = &words().modality;
    let governor = sentence.tree.words[noun].head;
    // "the absence of a deal", "short of a truce".
    let lack = governor.is_some_and(|up| {
        matches!(sentence.lemma(up), "absence" | "lack" | "short" | "fall")
            && (sentence.has_case(noun, &["of"]) || sentence.lemma(up) == "fall")
    }) && sentence.forms.iter().any(|form| matches!(form.as_str(), "absence" | "lack" | "short"));
    lack || governor.is_some_and(|verb| lists.negators.matches(&sentence.tree, &sentence.forms, verb))
}
