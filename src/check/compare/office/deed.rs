//! Who does what the office is named for: "the film, directed by Ann Pell", "Pell, who chaired the panel".

use super::holder::person;
use super::title::Title;
use crate::check::Verdict;
use crate::check::compare::expectation;
use crate::check::compare::name::{NameMatch, Stated, compare};
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::syntax::{Deprel, Upos};

/// Judges verbs of an office that the claim gives to one person for good.
pub fn judge(frame: &Frame, sentence: &Sentence, title: &Title, out: &mut Vec<Judged>) {
    let FrameShape::Office { term: None, .. } = &frame.shape else { return };
    for verb in 0..sentence.forms.len() {
        if sentence.upos(verb) != Upos::Verb
            || !names_deed(&title.head, sentence.lemma(verb))
            || !matches!(voice_of(sentence, verb), Ok((_, false)))
        {
            continue;
        }
        let slots = slots_of(sentence, verb);
        let done = slots
            .iter()
            .any(|(slot, word)| matches!(slot, Slot::Object | Slot::Patient) && is_owner(sentence, title, *word));
        let doer = slots
            .iter()
            .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Agent))
            .find_map(|(_, word)| named(sentence, *word));
        let (true, Some(name)) = (done, doer) else { continue };
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            let verdict = match compare(frame, sentence, &name, answer) {
                NameMatch::Same => Verdict::Supported,
                NameMatch::Different if name.proper => Verdict::Conflict,
                _ => continue,
            };
            let span = sentence.span_of([verb]).to(name.span);
            let expected = expectation(frame, sentence, &answer.accepted);
            out.push(Judged {
                verdict,
                code: if verdict == Verdict::Supported { "agrees" } else { "wrong-office" },
                fact: Some(frame.fact),
                sentence: sentence.index,
                word: verb,
                span: if span.len() <= 160 { span } else { name.span },
                focus: name.span,
                says: name.text.clone(),
                because: vec![
                    format!("“{}” is what the {} does", sentence.forms[verb], title.head),
                    format!("“{}” against {expected}", name.text),
                ],
                expected,
                confidence: 0.88,
                suggestion: None,
            });
        }
    }
}

/// The person at `word`, or in apposition to the noun there: "producer Ann Pell".
fn named(sentence: &Sentence, word: usize) -> Option<Stated> {
    let below = sentence
        .tree
        .children(word)
        .filter(|&child| matches!(sentence.tree.words[child].deprel, Deprel::Appos | Deprel::Flat | Deprel::Compound));
    std::iter::once(word)
        .chain(below)
        .filter_map(|word| sentence.mention_at(word))
        .find_map(|mention| person(sentence, mention))
}

fn is_owner(sentence: &Sentence, title: &Title, word: usize) -> bool {
    sentence
        .entity_at(word)
        .is_some_and(|(entity, how)| title.owners.contains(&entity) && how <= crate::article::mention::How::Carried)
        || title.owners.is_empty()
            && title.after.iter().any(|own| sentence.lemma(word).eq_ignore_ascii_case(own))
            && !crate::check::unify::is_other(sentence, word)
}

/// Whether the verb is what the title's agent noun is made from, or means its work.
fn names_deed(head: &str, verb: &str) -> bool {
    let made = ["or", "er", "r"].iter().any(|ending| head.strip_suffix(ending) == Some(verb)) && verb.len() > 3;
    let leads =
        matches!(head, "president" | "chair" | "chairman" | "chairwoman" | "head" | "leader" | "chief" | "chairperson")
            && matches!(verb, "chair" | "head" | "lead" | "preside");
    made || leads || head == verb
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_inside_a_title_is_its_deed() {
        assert!(names_deed("director", "direct"));
        assert!(names_deed("commander", "command"));
        assert!(names_deed("chair", "head"));
        assert!(!names_deed("officer", "offend"));
    }
}
