//! Tokens of one sentence → its tree, with a given model.

use super::feature::Form;
use super::model::{Model, relation};
use super::parser::{Reading, readings};
use super::template::Input;
use super::{Deprel, Tree, Upos, Word, dateline, irregular, repair, tagger, vote};
use crate::article::token::Token;

/// Width of the beam, in training and in use.
pub const BEAM: usize = 4;

/// Longer sentences are read in pieces of this many words.
const LONGEST: usize = 400;

impl Model {
    /// Tokens of one sentence → its tree. Never fails; no tokens give an empty tree.
    pub fn parse(&self, text: &str, tokens: &[Token]) -> Tree {
        let (dateline, body) = tokens.split_at(dateline::length(text, tokens));
        let mut words = Vec::with_capacity(tokens.len());
        let mut roots = Vec::new();
        for piece in dateline.chunks(LONGEST).chain(body.chunks(LONGEST)) {
            let start = words.len();
            words.extend(self.piece(text, piece).into_iter().map(|mut word| {
                word.head = word.head.map(|head| head + start);
                word
            }));
            roots.extend((start..words.len()).find(|&word| words[word].head.is_none()));
        }
        let main = roots.iter().copied().find(|&root| root >= dateline.len());
        for root in roots.into_iter().filter(|&root| Some(root) != main) {
            words[root].head = main;
            words[root].deprel = Deprel::Parataxis;
        }
        repair::repair(text, &mut words);
        Tree::new(words)
    }

    fn piece(&self, text: &str, tokens: &[Token]) -> Vec<Word> {
        let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        let forms: Vec<Form> = (0..words.len()).map(|at| Form::new(plain_dash(&words, at))).collect();
        let mut tags = tagger::tag(&self.taggers, self.tags.0.len(), &forms);
        if let Some(name) = self.tags.index(Upos::Propn, "NNP") {
            tags.iter_mut().zip(tokens).filter(|(_, token)| token.is_name).for_each(|(tag, _)| *tag = name);
        }
        let mut tagged = self.lemmas.tagged(&words, tags, &self.tags);
        irregular::mend(&words, |at| tokens[at].is_name, &mut tagged, &self.tags);
        let forwards = readings(&self.forwards, &Input::new(&forms, &tagged, false), BEAM);
        let backwards = readings(&self.backwards, &Input::new(&forms, &tagged, true), BEAM);
        let backwards: Vec<Reading> = backwards.into_iter().map(vote::reversed).collect();
        let choice = vote::choose(&forwards, &backwards);
        let word = |at: usize| {
            let token: Token = tokens[at];
            let (upos, xpos) = if token.is_name { (Upos::Propn, "NNP") } else { self.tags.get(tagged.tags[at]) };
            let lemma = if token.is_name {
                words[at].split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                std::mem::take(&mut tagged.lemmas[at])
            };
            let head = choice.heads[at].checked_sub(1).map(|head| head as usize);
            Word {
                span: token.span,
                lemma,
                upos,
                xpos,
                head,
                deprel: relation(choice.relations[at]),
                sure: choice.sure[at],
            }
        };
        (0..tokens.len()).map(word).collect()
    }
}

/// The word at `at`, but the long dash for a short one that stands for no hyphen and no range.
fn plain_dash<'a>(words: &[&'a str], at: usize) -> &'a str {
    let is_number =
        |at: usize| words.get(at).is_some_and(|word| word.ends_with(|letter: char| letter.is_ascii_digit()));
    let in_range = at > 0 && is_number(at - 1) && is_number(at + 1);
    if words[at] == "–" && !in_range { "—" } else { words[at] }
}
