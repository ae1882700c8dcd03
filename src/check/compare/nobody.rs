//! That nobody did: "no one died" says that the number of dead is nought. It supports a claim that says so; where a claim
//! counts some, nobody can be a part of them ("no one died on the second day"), and nothing is said.

use super::{expectation, worded};
use crate::check::Verdict;
use crate::check::concern::out_of_time;
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, sites};
use crate::check::unify::{Fit, foreign_modifier, is_other, is_told_of_elsewhere, owner_fit};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::syntax::Deprel;
use crate::value::{Kind, Value};

/// How sure a plain denial of all is.
const SURE: f32 = 0.8;

/// Judges what the sentence says that nobody did, where the claim counts who did.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let counts = matches!(frame.shape, FrameShape::Count | FrameShape::Attribute);
    let nought = |value: &Value| matches!(value, Value::Amount(amount) if value.kind() == Kind::Count && amount.nominal.is_zero());
    if !counts || !frame.answers.iter().flat_map(|answer| answer.values()).any(nought) {
        return;
    }
    for site in sites(frame, sentence) {
        if !matches!(site.form, SiteForm::Verb | SiteForm::Adjective) || site.negative {
            continue;
        }
        let Some(nobody) = nobody(frame, sentence, &site) else { continue };
        let owner = owner_fit(frame, sentence, &site);
        let theirs = owner.fit >= Fit::Topic || owner.word == Some(nobody) || sentence.scene.is_on_matter(frame);
        let Ok((_, negated)) = voice_of(sentence, site.head) else { continue };
        let limited = is_limited(frame, sentence, &site);
        if !theirs || !negated || limited || out_of_time(frame, sentence, site.head).is_some() {
            continue;
        }
        let span = sentence.span_of(site.words.iter().copied().chain(sentence.subtree(nobody)));
        let written = span.of(sentence.text()).to_owned();
        let accepted: Vec<_> = frame.answers.iter().flat_map(|answer| answer.accepted.iter().cloned()).collect();
        out.push(Judged {
            verdict: Verdict::Supported,
            code: "agrees",
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span,
            focus: span,
            says: written,
            expected: expectation(frame, sentence, &accepted),
            because: vec![
                worded(frame, sentence.span_of(site.words.iter().copied()).of(sentence.text())),
                "the text says that nobody did".to_owned(),
            ],
            confidence: SURE,
            suggestion: None,
        });
    }
}

/// The word by which the sentence says that nobody did: "nobody", "no one", "not a single passenger".
fn nobody(frame: &Frame, sentence: &Sentence, site: &Site) -> Option<usize> {
    sentence.tree.children(site.head).find(|&word| {
        let role = matches!(sentence.tree.words[word].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj);
        let form = sentence.forms[word].as_str();
        let none = |child: usize| matches!(sentence.forms[child].as_str(), "no" | "single");
        let counted = || {
            let lemma = sentence.lemma(word).to_lowercase();
            let own = frame.counted.as_ref().and_then(|counted| counted.weight_of(&lemma));
            own.is_some_and(|weight| weight >= 0.85)
                || words().verbs.people.contains(&lemma)
                || matches!(lemma.as_str(), "one" | "life")
        };
        role && !is_other(sentence, word)
            && (matches!(form, "nobody" | "none" | "no-one") || sentence.tree.children(word).any(none) && counted())
    })
}

/// "No one else died", "nobody died in the second fire": not of all that the claim counts.
fn is_limited(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    let clause = sentence.clause(site.head);
    let around = |word: &usize| sentence.clause(*word) == clause;
    is_told_of_elsewhere(frame, sentence, site.head)
        || foreign_modifier(frame, sentence, site.head, &site.words).is_some()
        || (0..sentence.forms.len()).filter(around).any(|word| {
            let stranger =
                sentence.entity_at(word).is_some_and(|(entity, _)| !frame.entities().any(|own| own == entity));
            let dated = sentence.value_at(word).is_some();
            let else_ = matches!(
                sentence.forms[word].as_str(),
                "else" | "yet" | "initially" | "before" | "since" | "until" | "more" | "further"
            );
            stranger || dated || else_
        })
}
