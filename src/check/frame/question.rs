//! The figures and days of a claim that tells of an event, each asked for by itself: "Orley opened the bridge on 4 May"
//! answers when Orley opened it, "last mayor to resign = Pell, 2011" when that was, and an article may say so in other words
//! and in other places of the sentence.

use super::{Answer, Expected, Frame, FrameShape, Part, PartKind, Phrase, Role};
use crate::check::base::Entities;
use crate::lexicon::Concept;
use crate::rulebook::claim::ast::Selector;
use crate::value::{Kind, Value};

/// The questions that such a claim answers; none where it denies.
pub fn questions(frame: &Frame, entities: &Entities) -> Vec<Frame> {
    if frame.negated {
        return Vec::new();
    }
    if let FrameShape::Selector { selector, class, .. } = &frame.shape {
        return frame.answers.iter().filter_map(|answer| of_rank(frame, *selector, class, answer)).collect();
    }
    if !matches!(frame.shape, FrameShape::Event) {
        return Vec::new();
    }
    let asked = (0..frame.parts.len()).filter_map(|at| {
        let (value, counted) = match &frame.parts[at].what {
            PartKind::Value(value) => (value, None),
            PartKind::Counted(value, noun) => (value, Some(noun)),
            _ => return None,
        };
        Some(question(frame, at, value, counted, entities))
    });
    asked.collect()
}

/// When the first, last or only one did what the claim says.
fn of_rank(frame: &Frame, selector: Selector, class: &Phrase, answer: &Answer) -> Option<Frame> {
    let values: Vec<Expected> = answer.values().cloned().map(Expected::Value).collect();
    if values.is_empty() {
        return None;
    }
    let (rank, word) = match selector {
        Selector::First => ("first", Some("first")),
        Selector::Last => ("last", Some("last")),
        Selector::Only => ("only", Some("only")),
        _ => ("nth", None),
    };
    let mut asked = frame.clone();
    asked.shape = FrameShape::Attribute;
    asked.answers = vec![Answer { accepted: values }];
    asked.modifiers.extend(class.head_lemma().map(|lemma| Concept::of(&lemma)));
    asked.modifiers.extend(class.modifiers.iter().cloned());
    asked.modifiers.extend(word.map(Concept::of));
    asked.parts.clear();
    asked.occasion = vec![format!("turn:{rank}"), "asks:when".to_owned(), format!("turn:{rank}:when")];
    Some(asked)
}

fn question(frame: &Frame, at: usize, value: &Value, counted: Option<&Concept>, entities: &Entities) -> Frame {
    let part = &frame.parts[at];
    let is_date = value.kind() == Kind::Date;
    let mut asked = frame.clone();
    asked.shape = FrameShape::Attribute;
    asked.answers = vec![Answer { accepted: vec![Expected::Value(value.clone())] }];
    asked.counted = counted.cloned();
    asked.occasion = occasion(frame, part, is_date, entities);
    if is_date {
        asked.period = None;
    }
    asked.parts.remove(at);
    for other in asked.parts.drain(..) {
        match other.what {
            PartKind::Words(concept) | PartKind::Counted(_, concept) => asked.modifiers.push(concept),
            PartKind::Entity(entity) if asked.owner != Some(entity) && !asked.others.contains(&entity) => {
                asked.others.push(entity)
            }
            _ => {}
        }
    }
    asked
}

/// What the weighing is told of the question: which part of what kind of event it asks for.
fn occasion(frame: &Frame, part: &Part, is_date: bool, entities: &Entities) -> Vec<String> {
    let turn = frame.turn(entities);
    let asks = match &part.role {
        _ if is_date && part.tells_when() => "when",
        _ if is_date => "bound",
        Role::Subject => "subject",
        Role::Object => "object",
        Role::Oblique(_) => "oblique",
    };
    let mut signs = vec![format!("turn:{turn}"), format!("asks:{asks}"), format!("turn:{turn}:{asks}")];
    if part.below {
        signs.push(format!("asks-below:{asks}"));
    }
    signs.extend(frame.verb_classes().map(|class| format!("verb-class:{class}:{asks}")));
    if frame.nominal {
        signs.push(format!("nominal:{asks}"));
    }
    signs
}
