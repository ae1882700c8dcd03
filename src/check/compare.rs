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
pub mod weekday;

use super::frame::{Expected, Frame, FrameShape};
use super::reason::Reason;
use super::rerank::{self, Table, Weighed};
use super::scene::{Scene, Sentence};
use super::verdict::Judged;
use crate::span::Span;
use crate::value::{Agreement, Op};

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

/// What the article may say about a claim, weighed by its own signs.
pub enum Candidate<'f> {
    /// With the number of its sentence.
    Figure(&'f Frame, usize, figure::Candidate<'f>),
    Name(&'f Frame, name::Candidate),
    Event(&'f Frame, event::Candidate),
}

/// Judgements that one sentence alone does not give: what the article says elsewhere, and the other claims, count for or
/// against each.
pub fn judge_article(frames: &[&Frame], scene: &Scene, out: &mut Vec<Judged>) {
    let found: Vec<Candidate> = frames.iter().flat_map(|frame| survey(frame, scene)).collect();
    let pool: Vec<Weighed> = found.iter().map(|candidate| candidate.weighed(scene)).collect();
    let others = rerank::others(&pool);
    for ((candidate, weighed), others) in found.into_iter().zip(&pool).zip(&others) {
        let sure = rerank::sure(weighed, others);
        match candidate {
            Candidate::Figure(frame, index, figure) => {
                figure::judge(frame, &Sentence { scene, index }, figure, sure, out)
            }
            Candidate::Name(frame, name) => name::judge(frame, scene, name, sure, out),
            Candidate::Event(frame, event) => event::judge_difference(frame, scene, event, sure, out),
        }
    }
}

/// Everything in the article that the claim may be about.
pub fn survey<'f>(frame: &'f Frame, scene: &Scene) -> Vec<Candidate<'f>> {
    let mut found = Vec::new();
    let own = Some(frame).filter(|frame| asks_for_figures(frame, scene));
    for asked in own.into_iter().chain(&frame.questions) {
        let figures = figure::survey(asked, scene).into_iter();
        found.extend(figures.map(|(index, figure)| Candidate::Figure(asked, index, figure)));
    }
    if asks_for_names(frame, scene) {
        found.extend(name::survey(frame, scene).into_iter().map(|name| Candidate::Name(frame, name)));
    }
    if matches!(frame.shape, FrameShape::Event) {
        found.extend(event::survey(frame, scene).into_iter().map(|event| Candidate::Event(frame, event)));
    }
    found
}

impl Candidate<'_> {
    /// The candidate as the others see it.
    pub fn weighed(&self, scene: &Scene) -> Weighed {
        match self {
            Candidate::Figure(frame, index, figure) => {
                let mention = &scene.readings[*index].values[figure.index].mention;
                Weighed {
                    table: if frame.occasion.is_empty() { Table::Figures } else { Table::Occasions },
                    fact: frame.fact,
                    sentence: *index,
                    place: mention.span.start,
                    says: mention.span.of(scene.text).to_owned(),
                    differs: figure.comparison.agreement == Agreement::Conflict,
                    barred: figure.barred.is_some(),
                    sure: figure.concern.sure,
                }
            }
            Candidate::Name(frame, name) => Weighed {
                table: Table::Names,
                fact: frame.fact,
                sentence: name.sentence,
                place: name.name.span.start,
                says: name.name.text.clone(),
                differs: name.agreement == Agreement::Conflict,
                barred: name.barred.is_some(),
                sure: name.sure,
            },
            Candidate::Event(frame, event) => Weighed {
                table: if event.differs { Table::Differences } else { Table::Agreements },
                fact: frame.fact,
                sentence: event.judged.sentence,
                place: event.judged.focus.start,
                says: event.judged.says.clone(),
                differs: event.differs,
                barred: false,
                sure: event.sure,
            },
        }
    }

    pub fn agreement(&self) -> Agreement {
        match self {
            Candidate::Figure(_, _, figure) => figure.comparison.agreement,
            Candidate::Name(_, name) => name.agreement,
            Candidate::Event(_, event) if event.differs => Agreement::Conflict,
            Candidate::Event(..) => Agreement::Supported,
        }
    }

    /// The words that would be judged.
    pub fn span(&self, scene: &Scene) -> Span {
        match self {
            Candidate::Figure(_, index, figure) => scene.readings[*index].values[figure.index].mention.span,
            Candidate::Name(_, name) => name.name.span,
            Candidate::Event(_, event) => event.judged.span,
        }
    }

    /// What keeps it from being judged.
    pub fn barred(&self) -> Option<&Reason> {
        match self {
            Candidate::Figure(_, _, figure) => figure.barred.as_ref(),
            Candidate::Name(_, name) => name.barred.as_ref(),
            Candidate::Event(..) => None,
        }
    }

    pub fn signs(&self) -> &[String] {
        match self {
            Candidate::Figure(_, _, figure) => &figure.concern.signs,
            Candidate::Name(_, name) => &name.signs,
            Candidate::Event(_, event) => &event.signs,
        }
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
