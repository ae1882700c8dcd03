//! Tags, lemmas and dependency trees, from a model of our own that the binary carries.

mod alike;
mod arborescence;
mod bytes;
pub mod conllu;
mod dateline;
pub mod evaluate;
mod feature;
mod irregular;
pub mod label;
mod lemma;
pub mod model;
mod network;
mod read;
mod repair;
mod tagger;
pub mod train;
mod tree;
mod vote;
mod weights;

pub use alike::{Alike, Stand};
pub use tree::Tree;

use crate::article::token::Token;
use crate::span::Span;

/// Universal part-of-speech tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Upos { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X }

/// Universal dependency relations, subtypes stripped except those a reader of statements needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Deprel {
    Acl, AclRelcl, Advcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, Ccomp, Clf, Compound, CompoundPrt, Conj, Cop,
    Csubj, CsubjPass, Dep, Det, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodPoss,
    NmodUnmarked, Nsubj, NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Root, Vocative, Xcomp,
}

/// One word of a parsed sentence.
#[derive(Clone, Debug)]
pub struct Word {
    /// Bytes of the article's text.
    pub span: Span,
    /// The dictionary form, in lower case except for names.
    pub lemma: String,
    pub upos: Upos,
    /// Penn Treebank tag, such as `VBD`.
    pub xpos: &'static str,
    /// Index of the governing word; `None` at the root.
    pub head: Option<usize>,
    pub deprel: Deprel,
    /// `head` and `deprel` are probable enough to rely on; where they are not, be careful.
    pub sure: bool,
}

/// Tokens of one sentence → its tree. Never fails; no tokens give an empty tree.
pub fn parse(text: &str, tokens: &[Token]) -> Tree {
    model::Model::embedded().parse(text, tokens)
}

/// The dictionary forms that a word can have as a verb or a noun, each once: for looking words up without reading the
/// sentence.
pub fn lemmas_of(form: &str) -> Vec<String> {
    const ENDINGS: [(&str, &[(Upos, &str)]); 3] = [
        ("s", &[(Upos::Verb, "VBZ"), (Upos::Noun, "NNS")]),
        ("ed", &[(Upos::Verb, "VBD")]),
        ("ing", &[(Upos::Verb, "VBG")]),
    ];
    let model = model::Model::embedded();
    let mut lemmas = vec![form.to_lowercase()];
    lemmas.extend(irregular::lemma(form).map(str::to_owned));
    for (upos, xpos) in ENDINGS.iter().filter(|(ending, _)| form.ends_with(ending)).flat_map(|(_, tags)| *tags) {
        if let Some(tag) = model.tags.index(*upos, xpos) {
            lemmas.push(model.lemmas.lemma(form, tag, false));
        }
    }
    lemmas.sort_unstable();
    lemmas.dedup();
    lemmas
}

/// Unpacks the model, for those who will need it soon.
pub fn warm_up() {
    model::Model::embedded();
}
