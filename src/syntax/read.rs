//! Tokens of one sentence → its tree, with a given model.

use super::feature::Form;
use super::irregular::{self, Tagged};
use super::model::Model;
use super::{Deprel, Tree, Upos, Word, dateline, repair, tagger, vote};
use crate::article::token::Token;

/// An arc is sure from this probability of head and relation on. Found on the development treebank: as many
/// words are sure as those on which two parsers agreed, and more of them are right.
const SURE: f32 = 0.68;

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
        let sums = tagger::sums(&self.taggers, self.tags.0.len(), &forms);
        let named = |tags: &mut [u8]| {
            let Some(name) = self.tags.index(Upos::Propn, "NNP") else { return };
            tags.iter_mut().zip(tokens).filter(|(_, token)| token.is_name).for_each(|(tag, _)| *tag = name);
        };
        let mut tags: Vec<u8> = sums.iter().map(|sums| tagger::highest(sums)).collect();
        named(&mut tags);
        let mut opinion = vote::poll(&self.networks, &forms, &tags);
        let mut tags = opinion.tags(&sums);
        named(&mut tags);
        let arcs = opinion.arcs();
        let coarse: Vec<Upos> = tags.iter().map(|&tag| self.tags.get(tag).0).collect();
        let lemmas =
            (0..words.len()).map(|at| self.lemmas.lemma(words[at], tags[at], coarse[at] == Upos::Propn)).collect();
        let mut tagged = Tagged { tags, coarse, lemmas };
        irregular::mend(&words, |at| tokens[at].is_name, &mut tagged, &self.tags);
        let word = |at: usize| {
            let token: Token = tokens[at];
            let (upos, xpos) = if token.is_name { (Upos::Propn, "NNP") } else { self.tags.get(tagged.tags[at]) };
            let lemma = if token.is_name {
                words[at].split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                tagged.lemmas[at].clone()
            };
            let arc = arcs[at];
            let head = arc.head.checked_sub(1);
            Word { span: token.span, lemma, upos, xpos, head, deprel: arc.relation, sure: arc.share > SURE }
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
