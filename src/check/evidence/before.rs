//! What the sentence before says of a claim, for a statement that goes on from it: "And the price? £3 million."

use super::Cues;
use crate::article::BlockKind;
use crate::check::scene::Sentence;
use crate::syntax::{Deprel, Upos};

/// What of the claim stands in the sentence before.
#[derive(Debug)]
pub struct Before {
    /// How near its words come to the claim's head.
    pub head: &'static str,
    pub words: &'static str,
    pub owner: bool,
    /// What kind of sentence it is.
    pub form: &'static str,
}

impl Before {
    /// `None` at the beginning of the article and after furniture.
    pub fn of(cues: &Cues, sentence: &Sentence) -> Option<Self> {
        let index = sentence.index.checked_sub(1)?;
        let before = Sentence { scene: sentence.scene, index };
        if before.block == BlockKind::Boilerplate {
            return None;
        }
        let frame = cues.frame;
        let told = Cues::new(frame, &before);
        let weight = told.sites.iter().map(|site| site.weight).reduce(f32::max);
        let met = told.met.iter().filter(|words| !words.is_empty()).count();
        let text = before.span.of(sentence.text()).trim_end_matches(['*', '_', '"', '”', '’', '\'', ' ']);
        Some(Self {
            head: match weight {
                Some(weight) if weight >= 0.94 => "own",
                Some(_) => "alike",
                None => "none",
            },
            words: match (met, told.met.len()) {
                (_, 0) => "none-asked",
                (0, _) => "none",
                (met, all) if met == all => "all",
                _ => "some",
            },
            owner: frame.owner.is_some_and(|owner| before.mentions_of(owner).next().is_some()),
            form: match text.chars().next_back() {
                Some('?') => "question",
                Some(':') => "label",
                _ if before.block != sentence.block => "another-block",
                _ => "statement",
            },
        })
    }

    /// Whether it says anything that the claim is about.
    pub fn says_any(&self) -> bool {
        self.head != "none" || matches!(self.words, "all" | "some")
    }
}

/// A line or two of text: what is told there is told of whom it names.
pub fn is_brief(sentence: &Sentence) -> bool {
    sentence.scene.readings.len() <= BRIEF
}

/// As many sentences a line or two has at most, a title among them.
const BRIEF: usize = 3;

/// Whether the sentence has no verb of its own: an answer, a label, a line of a list.
pub fn is_fragment(sentence: &Sentence) -> bool {
    let tree = &sentence.tree;
    let verb = |word: usize| {
        matches!(sentence.upos(word), Upos::Verb | Upos::Aux)
            || tree.children(word).any(|child| sentence.is(child, Deprel::Cop))
    };
    !(0..tree.words.len()).any(|word| tree.words[word].head.is_none() && verb(word))
}
