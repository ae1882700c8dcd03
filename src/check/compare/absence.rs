//! What does not exist: `ceasefire deal at the summit = none` against a statement that there is one.

use crate::check::Verdict;
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::check::site::{SiteForm, sites};
use crate::check::unify::{is_other, owner_fit, Fit};
use crate::check::verdict::{Judged, voice_of};
use crate::article::clause::is_negation;
use crate::lexicon::words;
use crate::syntax::{Deprel, Upos};

/// Judges every mention of the absent thing.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for site in sites(frame, sentence) {
        if !matches!(site.form, SiteForm::Noun | SiteForm::Event | SiteForm::Agent) || is_other(sentence, site.head) {
            continue;
        }
        let missing = frame.modifiers.iter().filter(|concept| concept.find(&sentence.tree, &sentence.forms).is_empty()).count();
        if missing > 0 && site.weight < 0.9 {
            continue;
        }
        let owner = owner_fit(frame, sentence, &site);
        if owner.fit < Fit::Topic {
            continue;
        }
        let Ok((_, negated)) = voice_of(sentence, site.head) else { continue };
        let denied = negated
            || sentence.tree.children(site.head).any(|child| is_negation(&sentence.forms[child]))
            || sentence.has_case(site.head, &["without"])
            || governed_by_denial(sentence, site.head);
        let governor = sentence.tree.words[site.head].head;
        // Only what is said to have been made or reached exists: "signed a ceasefire", "there was a truce".
        let exists = governor.is_some_and(|verb| {
            sentence.upos(verb) == Upos::Verb
                && matches!(sentence.tree.words[site.head].deprel, Deprel::Obj | Deprel::NsubjPass | Deprel::Nsubj | Deprel::Obl)
                && (words().verbs.light.contains(&sentence.lemma(verb).to_lowercase()) || REACHED.contains(&sentence.lemma(verb)))
        });
        let verdict = match (denied, exists) {
            (true, _) => Verdict::Supported,
            (false, true) if missing == 0 || owner.fit >= Fit::Likely => Verdict::Conflict,
            _ => continue,
        };
        let span = sentence.span_of(site.words.iter().copied());
        let span = governor.filter(|_| exists).map_or(span, |verb| span.to(sentence.tree.words[verb].span));
        let written = span.of(sentence.text()).to_owned();
        let mut because = vec![format!("“{}” is how the text words “{}”", sentence.span_of(site.words.iter().copied()).of(sentence.text()), frame.head.concept.text)];
        because.extend((!owner.reason.is_empty()).then(|| owner.reason.clone()));
        because.push(if denied { "the text denies it too".into() } else { "the rule says that there is none".into() });
        out.push(Judged {
            verdict,
            code: if denied { "agrees" } else { "exists" },
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span,
            focus: span,
            says: written,
            expected: "none".into(),
            because,
            confidence: site.weight * 0.85,
            suggestion: None,
        });
    }
}

const REACHED: &[&str] = &["reach", "sign", "agree", "secure", "announce", "find", "win", "strike", "seal", "clinch", "ink", "declare", "broker", "achieve", "conclude", "emerge", "exist", "discover", "detect", "confirm"];

fn governed_by_denial(sentence: &Sentence, noun: usize) -> bool {
    let lists = &words().modality;
    sentence.tree.words[noun].head.is_some_and(|verb| lists.negators.contains(&sentence.lemma(verb).to_lowercase()))
}
