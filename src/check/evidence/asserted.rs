//! Whether the words around a value assert something of it.

use crate::article::clause::{Modality, heads_clause};
use crate::check::scene::Sentence;
use crate::check::verdict::modality_of;
use crate::syntax::Deprel;

/// How a clause states what it says of a value.
#[derive(Clone, Debug, Default)]
pub struct Asserted {
    pub negated: bool,
    /// It is a verb that denies: "turned down", where that may be the claim's own.
    pub refused: bool,
    /// The sign of a clause that is no plain assertion and may state a fact all the same.
    pub sign: Option<String>,
}

/// Whether the clause of `word` asserts something of a figure, and how. A clause that is no plain assertion may still state a
/// fact, with a sign of its own: "can hold 450", "said it would cost €5 million", "will be 60 kilometres long". `Err` where
/// nothing is asserted. `to_come`: the claim itself is about what lies ahead.
pub fn asserted(sentence: &Sentence, word: usize, to_come: bool) -> Result<Asserted, Modality> {
    let assertion = sentence.assertion(word);
    let said = |sign| Asserted { negated: assertion.negated, refused: assertion.refused, sign };
    let Some(modality) = modality_of(sentence, word, &assertion) else { return Ok(said(None)) };
    let clause = sentence.clause(word);
    let modal = sentence
        .tree
        .children(clause)
        .filter(|&child| sentence.is(child, Deprel::Aux))
        .find_map(|child| MODALS.iter().find(|modal| **modal == sentence.forms[child]));
    // "Would have measured 29 metres" tells what did not come to be.
    let unreal = modal.is_some_and(|modal| matches!(*modal, "would" | "'d" | "’d" | "could" | "might"))
        && sentence
            .tree
            .children(word)
            .chain(sentence.tree.children(clause))
            .any(|child| sentence.is(child, Deprel::Aux) && sentence.forms[child] == "have");
    let open = || {
        let forms = || sentence.forms.iter().map(String::as_str);
        unreal
            || asks(sentence, word)
            || forms().any(|form| matches!(form, "if" | "unless" | "whether" | "had"))
            || forms().next() == Some("were")
    };
    let sign = match (modality, modal) {
        (Modality::Plan, _) if to_come => "plan:to-come".to_owned(),
        (Modality::Plan, Some(modal)) if !asks(sentence, word) => format!("plan:{modal}"),
        (Modality::Conditional, Some(modal)) if !open() => format!("modal:{modal}"),
        (modality, _) => return Err(modality),
    };
    Ok(said(Some(sign)))
}

/// Whether both words belong to one noun phrase: "a fund of €9 million" is one, whatever is to come of it.
pub fn in_one_phrase(sentence: &Sentence, one: usize, other: usize) -> bool {
    let tree = &sentence.tree;
    let above = |word: usize| std::iter::successors(Some(word), |&at| tree.words[at].head).take(tree.words.len());
    let Some(top) = above(one).find(|&word| above(other).any(|up| up == word)) else { return false };
    let within = |word: usize| above(word).take_while(|&up| up != top).all(|up| !heads_clause(tree, up));
    !heads_clause(tree, top) && within(one) && within(other)
}

/// Whether the word is what such a preposition or conjunction of its clause bounds: "since 2010", "until the quay burnt in 2010".
pub fn bounds(sentence: &Sentence, word: usize, cases: &[&str]) -> bool {
    let clause = sentence.clause(word);
    let up = std::iter::successors(Some(word), |&at| sentence.tree.words[at].head.filter(|_| at != clause));
    up.take(sentence.tree.words.len()).any(|at| {
        sentence.has_case(at, cases)
            || sentence
                .tree
                .children(at)
                .any(|child| sentence.is(child, Deprel::Mark) && cases.contains(&sentence.forms[child].as_str()))
    })
}

/// Whether the words from here to the end of what is said are a question: "Will turnout reach 50 per cent?"
pub fn asks(sentence: &Sentence, word: usize) -> bool {
    let ends = ["?", ".", "!", "\"", "”"];
    let end = sentence.forms[word..].iter().find(|form| ends.contains(&form.as_str()));
    end.is_some_and(|form| form == "?")
}

const MODALS: [&str; 13] =
    ["will", "'ll", "’ll", "shall", "would", "'d", "’d", "can", "could", "may", "might", "must", "should"];
