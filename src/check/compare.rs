//! Frame × sentence → judgements: one question type, one file.

pub mod absence;
pub mod age;
pub mod amount;
pub mod claimed;
pub mod code;
pub mod coincidence;
pub mod count;
pub mod event;
pub mod figure;
pub mod likeness;
pub mod name;
pub mod nobody;
pub mod office;
pub mod pattern;
pub mod quotation;
pub mod selector;
pub mod standing;
pub mod weekday;

use super::frame::{Expected, Frame, FrameShape};
use super::scene::{Scene, Sentence};
use super::verdict::Judged;
use crate::value::Op;

/// All judgements of one sentence by one frame.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    pattern::judge(frame, sentence, out);
    age::judge(frame, sentence, out);
    nobody::judge(frame, sentence, out);
    match &frame.shape {
        FrameShape::Attribute => {
            selector::judge_kind(frame, sentence, out);
            if code::is_code(frame, sentence.scene) {
                code::judge(frame, sentence, out);
            }
        }
        FrameShape::Count => {
            count::judge(frame, sentence, out);
        }
        FrameShape::Selector { .. } => selector::judge(frame, sentence, out),
        FrameShape::Office { .. } => office::judge(frame, sentence, out),
        FrameShape::Quotation { .. } => quotation::judge(frame, sentence, out),
        FrameShape::Event => {
            event::judge(frame, sentence, out);
            coincidence::judge(frame, sentence, out);
        }
        FrameShape::Absence => absence::judge(frame, sentence, out),
    }
}

/// Judgements that one sentence alone does not give: what the article says elsewhere counts for or against them.
pub fn judge_article(frame: &Frame, scene: &Scene, out: &mut Vec<Judged>) {
    if asks_for_figures(frame, scene) {
        figure::judge(frame, scene, out);
    }
    if asks_for_names(frame, scene) {
        name::judge_article(frame, scene, out);
    }
    frame.questions.iter().for_each(|question| figure::judge(question, scene, out));
    if matches!(frame.shape, FrameShape::Event) {
        event::judge_differences(frame, scene, out);
    }
}

/// Whether names answer the frame's question.
pub fn asks_for_names(frame: &Frame, scene: &Scene) -> bool {
    match frame.shape {
        FrameShape::Attribute => !code::is_code(frame, scene),
        FrameShape::Office { .. } => true,
        _ => false,
    }
}

/// Whether figures answer the frame's question.
pub fn asks_for_figures(frame: &Frame, scene: &Scene) -> bool {
    match frame.shape {
        FrameShape::Attribute => !code::is_code(frame, scene),
        FrameShape::Count => true,
        _ => false,
    }
}

/// Why `words` of the text are about the claim: they are how it puts the claim's head.
pub fn worded(frame: &Frame, words: &str) -> String {
    format!("“{words}” is how the text words “{}”", frame.head.concept.text)
}

/// What a claim accepts, in words: "about 3 hours (2 h 30 min to 3 h 30 min)", "Obama or Bush".
pub fn expectation(frame: &Frame, sentence: &Sentence, accepted: &[Expected]) -> String {
    let words: Vec<String> = accepted
        .iter()
        .map(|expected| match expected {
            Expected::Value(value) => match frame.op {
                Op::About => format!("about {}", value.describe().trim_start_matches("about ")),
                Op::Less => format!("less than {}", value.describe()),
                Op::LessOrEqual => format!("at most {}", value.describe()),
                Op::Greater => format!("more than {}", value.describe()),
                Op::GreaterOrEqual => format!("at least {}", value.describe()),
                Op::NotEqual => format!("not {}", value.describe()),
                Op::Equal => value.describe(),
            },
            Expected::Entity(entity) => sentence.base().entities.name_of(*entity).to_owned(),
            Expected::Name(name) => name.clone(),
            Expected::None => "none".to_owned(),
            Expected::Yes => "yes".to_owned(),
            Expected::No => "no".to_owned(),
        })
        .collect();
    words.join(" or ")
}
