//! Tokens of one sentence → its tree, with a given model.

use super::feature::Form;
use super::model::{Model, relation};
use super::parser::{Reading, readings};
use super::template::Input;
use super::{Deprel, Tree, Upos, Word, repair, tagger};
use crate::article::token::Token;

/// Width of the beam, in training and in use.
pub const BEAM: usize = 4;

/// Longer sentences are read in pieces of this many words.
const LONGEST: usize = 400;

impl Model {
    /// Tokens of one sentence → its tree. Never fails; no tokens give an empty tree.
    pub fn parse(&self, text: &str, tokens: &[Token]) -> Tree {
        let mut words = Vec::with_capacity(tokens.len());
        for piece in tokens.chunks(LONGEST) {
            let start = words.len();
            words.extend(self.piece(text, piece).into_iter().map(|mut word| {
                word.head = word.head.map(|head| head + start);
                word
            }));
            if start > 0 {
                hang_under_first(&mut words, start);
            }
        }
        repair::repair(text, &mut words);
        Tree::new(words)
    }

    fn piece(&self, text: &str, tokens: &[Token]) -> Vec<Word> {
        let forms: Vec<Form> = tokens.iter().map(|token| Form::new(token.span.of(text))).collect();
        let mut tags = tagger::tag(&self.tagger, self.tags.0.len().max(1), &forms);
        if let Some(name) = self.tags.index(Upos::Propn, "NNP") {
            for (tag, token) in tags.iter_mut().zip(tokens) {
                if token.is_name {
                    *tag = name;
                }
            }
        }
        let readings = readings(&self.forwards, &Input::new(&forms, &tags, false), BEAM);
        let empty = Reading { score: 0, heads: vec![0; tokens.len()], relations: vec![0; tokens.len()] };
        let best = readings.first().unwrap_or(&empty);
        tokens
            .iter()
            .enumerate()
            .map(|(at, token)| {
                let (upos, xpos) = if token.is_name { (Upos::Propn, "NNP") } else { self.tags.get(tags[at]) };
                let form = token.span.of(text);
                let lemma = if token.is_name {
                    form.split_whitespace().collect::<Vec<_>>().join(" ")
                } else {
                    self.lemmas.lemma(form, tags[at], upos == Upos::Propn)
                };
                let head = best.heads[at].checked_sub(1).map(|head| head as usize);
                let deprel = relation(best.relations[at]);
                Word { span: token.span, lemma, upos, xpos, head, deprel, sure: true }
            })
            .collect()
    }
}

/// Makes the root of the piece that starts at `start` a part of the tree before it.
fn hang_under_first(words: &mut [Word], start: usize) {
    let (before, piece) = words.split_at_mut(start);
    let first = before.iter().position(|word| word.head.is_none());
    if let Some(root) = piece.iter_mut().find(|word| word.head.is_none()) {
        root.head = first;
        root.deprel = Deprel::Parataxis;
    }
}
