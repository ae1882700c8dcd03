//! The claim's holder called by an office that differs in what it is charged with: "health minister Ann Pell", where the rules
//! have her at the treasury.

use super::holder::{self, Link};
use super::title::{Prefix, Title};
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::rulebook::EntityId;

/// Judges every such title that stands beside the holder's name while the term lasts.
pub fn judge(frame: &Frame, sentence: &Sentence, title: &Title, out: &mut Vec<Judged>) {
    let FrameShape::Office { term: Some(term), holder: Some(holder), .. } = &frame.shape else { return };
    let own = charges(title);
    let today = sentence.scene.date.filter(|today| sentence.scene.is_dated && term.contains(*today));
    if own.is_empty() || title.elect || today.is_none() {
        return;
    }
    for head in 0..sentence.forms.len() {
        let Some((other, charge)) = otherwise(sentence, title, head, &own) else { continue };
        let Some(occurrence) = other.at(sentence, head).filter(|found| found.prefix == Prefix::None) else { continue };
        let Some((name, link)) = holder::of(sentence, &occurrence) else { continue };
        // What somebody was, they may have been before.
        let said = match link {
            Link::Equated { past } => !past && matches!(voice_of(sentence, head), Ok((_, false))),
            Link::Before | Link::Apposition => true,
        };
        if name.entity != Some(*holder)
            || !said
            || sentence.date_near(occurrence.head, None).is_some()
            || holds_too(sentence, *holder, charge)
        {
            continue;
        }
        let text = sentence.text();
        let words = sentence.span_of(occurrence.phrase.clone());
        let span = words.to(name.span);
        let (says, claimed) = (words.of(text), sentence.scene.fact(frame).subject());
        out.push(Judged {
            verdict: Verdict::Conflict,
            code: "wrong-office",
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: occurrence.head,
            span: if span.len() <= 160 { span } else { name.span },
            focus: name.span,
            says: span.of(text).to_owned(),
            expected: format!("{}, {claimed}", name.text),
            because: vec![format!("“{says}” is another office than “{claimed}”")],
            confidence: 0.85,
            suggestion: None,
        });
    }
}

/// Whether the title at `head` is one of another charge than the claim's, or of a charge where the claim has none.
pub fn is_otherwise(frame: &Frame, sentence: &Sentence, head: usize) -> bool {
    let Some(title) = Title::of(frame, sentence) else { return false };
    let own = charges(&title);
    let before = head.checked_sub(1).and_then(|at| words().offices.portfolio(&sentence.forms[at]));
    before.is_some_and(|charge| !own.contains(&charge)) && own.is_empty()
        || otherwise(sentence, &title, head, &own).is_some()
}

/// The title that the words around `head` make with another charge, and that charge.
fn otherwise(sentence: &Sentence, title: &Title, head: usize, own: &[usize]) -> Option<(Title, usize)> {
    if !words().offices.same(&sentence.forms[head], &title.head) {
        return None;
    }
    let form = |at: Option<usize>| at.and_then(|at| sentence.forms.get(at)).map_or("", String::as_str);
    let charge = |form: &str| words().offices.portfolio(form);
    // "Finance and health minister", "minister for health and finance".
    let near = head.saturating_sub(4)..(head + 5).min(sentence.forms.len());
    if near.into_iter().filter_map(|at| charge(&sentence.forms[at])).any(|found| own.contains(&found)) {
        return None;
    }
    let other = Title { head: title.head.clone(), owners: title.owners.clone(), ..Title::default() };
    let before = form(head.checked_sub(1));
    if let Some(found) = charge(before) {
        return Some((Title { before: vec![before.to_owned()], ..other }, found));
    }
    let after = form(Some(head + 2));
    let found = charge(after).filter(|_| matches!(form(Some(head + 1)), "of" | "for"))?;
    Some((Title { after: vec![after.to_owned()], ..other }, found))
}

fn charges(title: &Title) -> Vec<usize> {
    title.before.iter().chain(&title.after).filter_map(|word| words().offices.portfolio(word)).collect()
}

/// Whether the rules give the person an office with that charge as well.
fn holds_too(sentence: &Sentence, person: EntityId, charge: usize) -> bool {
    let base = sentence.base();
    let is_charge = |word: &str| words().offices.portfolio(word) == Some(charge);
    let named = base.rulebook.entity(person).is_some_and(|entity| {
        entity.classes.iter().any(|class| class.title.to_lowercase().split_whitespace().any(is_charge))
    });
    named
        || base.frames_with(person).any(|other| {
            matches!(&other.shape, FrameShape::Office { holder, .. } if *holder == Some(person))
                && Title::of(other, sentence).is_some_and(|title| charges(&title).contains(&charge))
        })
}
