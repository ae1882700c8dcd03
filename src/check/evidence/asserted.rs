//! Whether the words around a value assert something of it.

use crate::article::clause::{Modality, heads_clause};
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::check::verdict::modality_of;
use crate::lexicon::words;
use crate::lexicon::words::Phrases;
use crate::syntax::Deprel;

/// What a claim is about, where that is no plain fact: then a plan, a demand or a rule states it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matter {
    /// A forecast, a budget, a rate of a year to come.
    pub to_come: bool,
    /// What somebody demands or seeks.
    demanded: bool,
    /// A price, a limit, a penalty: "you will have to find $5", "if 300 sign it".
    norm: bool,
}

impl Matter {
    pub fn of(frame: &Frame, sentence: &Sentence) -> Self {
        let lists = &words().modality;
        let ahead = frame.period.as_ref().is_some_and(|period| period.to > sentence.scene.date);
        Self {
            to_come: ahead || claim_has(frame, sentence, &lists.plan_claims),
            demanded: claim_has(frame, sentence, &lists.demand_claims),
            norm: claim_has(frame, sentence, &lists.norm_claims),
        }
    }
}

/// Whether the claim's text has one of the words.
pub fn claim_has(frame: &Frame, sentence: &Sentence, list: &Phrases) -> bool {
    let text = sentence.scene.fact(frame).text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|at| list.contains(words[at]) || list.begins(&words[at..]))
}

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
/// nothing is asserted.
pub fn asserted(frame: &Frame, sentence: &Sentence, word: usize) -> Result<Asserted, Modality> {
    let assertion = sentence.assertion(word);
    let said = |sign| Asserted { negated: assertion.negated, refused: assertion.refused, sign };
    let Some(modality) = modality_of(sentence, word, &assertion) else { return Ok(said(None)) };
    let matter = Matter::of(frame, sentence);
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
        (Modality::Plan, _) if matter.to_come => "plan:to-come".to_owned(),
        (Modality::Imagined, _) if matter.demanded && !asks(sentence, word) => "imagined:demanded".to_owned(),
        (Modality::Plan | Modality::Conditional, modal)
            if matter.norm && is_norm(sentence, modal.copied()) && !asks(sentence, word) =>
        {
            format!("norm:{modality:?}")
        }
        (Modality::Plan, Some(modal)) if !asks(sentence, word) => format!("plan:{modal}"),
        (Modality::Conditional, Some(modal)) if !open() => format!("modal:{modal}"),
        (modality, _) => return Err(modality),
    };
    Ok(said(Some(sign)))
}

/// Whether the sentence states a rule or a duty, and no project: "you must pay $5", "if 300 sign it there will be a vote".
fn is_norm(sentence: &Sentence, modal: Option<&str>) -> bool {
    let has = |wanted: &[&str]| sentence.forms.iter().any(|form| wanted.contains(&form.as_str()));
    let project =
        has(&["would", "could", "may", "might", "perhaps", "plan", "plans", "planned", "proposes", "proposed"]);
    let duty = has(&[
        "told", "ordered", "required", "requires", "licensed", "allowed", "allows", "obliged", "entitled", "have",
        "has", "if", "once", "unless",
    ]);
    !project && (duty || matches!(modal, Some("will" | "'ll" | "’ll" | "shall" | "must" | "can")))
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
