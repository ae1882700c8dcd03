//! Where the wordings of relations occur in a parsed sentence.

use super::{Form, Lexicon, RelationId, Wording};
use crate::syntax::{Deprel, Tree, Upos};

/// An occurrence of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    pub relation: RelationId,
    /// Index of the wording in its relation.
    pub wording: usize,
    /// The word that heads it.
    pub head: usize,
    /// All words of it, in text order.
    pub words: Vec<usize>,
}

/// All occurrences of `lexicon`'s wordings in `tree`. `forms` are the words as written, in lower case.
pub fn triggers(lexicon: &Lexicon, tree: &Tree, forms: &[String]) -> Vec<Trigger> {
    let mut found = Vec::new();
    for head in 0..tree.words.len() {
        be_at(lexicon, tree, forms, head, &mut found);
        let lemma = tree.words[head].lemma.to_lowercase();
        let mut keys = vec![lemma.as_str()];
        if forms[head] != lemma {
            keys.push(&forms[head]);
        }
        for key in keys {
            for &(relation, index) in lexicon.headed_by(key) {
                let wording = &lexicon.relation(relation).wordings[index];
                if let Some(words) = occurs(wording, tree, forms, head) {
                    let trigger = Trigger { relation, wording: index, head, words };
                    if !found.contains(&trigger) {
                        found.push(trigger);
                    }
                }
            }
        }
    }
    found
}

/// "is in", "was with": a copula whose predicate stands after one of the wording's prepositions. The predicate is the
/// trigger's head, and the value.
fn be_at(lexicon: &Lexicon, tree: &Tree, forms: &[String], head: usize, found: &mut Vec<Trigger>) {
    for &(relation, index) in lexicon.headed_by("be") {
        if let Some(words) = copula(&lexicon.relation(relation).wordings[index], tree, forms, head) {
            found.push(Trigger { relation, wording: index, head, words });
        }
    }
}

/// The words of a wording "be PREPOSITION" whose value is at `head`, if it is there.
pub fn copula(wording: &Wording, tree: &Tree, forms: &[String], head: usize) -> Option<Vec<usize>> {
    let copula = tree.children(head).find(|&child| tree.words[child].deprel == Deprel::Cop)?;
    let case = tree.children(head).find(|&child| child < head && tree.words[child].deprel == Deprel::Case)?;
    let is_it = wording.words.len() == 1 && wording.preps.contains(&forms[case]);
    is_it.then(|| vec![copula.min(case), copula.max(case), head])
}

/// The words of `wording` in `tree` with its head at `head`, if it is there.
pub fn occurs(wording: &Wording, tree: &Tree, forms: &[String], head: usize) -> Option<Vec<usize>> {
    let is = |word: usize, alternatives: &[String]| {
        let lemma = &tree.words[word].lemma;
        alternatives.iter().any(|alt| alt.eq_ignore_ascii_case(lemma) || *alt == forms[word])
    };
    if wording.words[wording.head].iter().any(|word| word == "be") {
        return None;
    }
    let upos = tree.words[head].upos;
    let fits = match wording.form {
        Form::Verb => matches!(upos, Upos::Verb | Upos::Aux | Upos::Adj) || (upos == Upos::Noun && is_ing(forms, head)),
        // "above sea level" begins with a preposition.
        Form::Adjective => {
            matches!(upos, Upos::Adj | Upos::Adv | Upos::Verb | Upos::Noun)
                || upos == Upos::Adp && wording.words.len() > 1
        }
        Form::Event | Form::Noun | Form::Agent => {
            matches!(upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num)
        }
    };
    if !fits {
        return None;
    }
    let mut words = vec![head];
    match wording.form {
        Form::Verb | Form::Adjective => {
            let mut at = head;
            for alternatives in &wording.words[1..] {
                let reach = (at + 5).min(tree.words.len());
                at = (at + 1..reach)
                    .take_while(|&word| tree.words[word].upos != Upos::Verb || is(word, alternatives))
                    .find(|&word| is(word, alternatives))?;
                words.push(at);
            }
        }
        _ => {
            for (back, alternatives) in wording.words[..wording.head].iter().rev().enumerate() {
                let mut at = head.checked_sub(1 + back)?;
                while at > 0 && tree.words[at].upos == Upos::Punct && forms[at] == "-" {
                    at -= 1;
                }
                if !is(at, alternatives) {
                    return None;
                }
                words.push(at);
            }
            let mut at = head;
            for alternatives in &wording.words[wording.head + 1..] {
                let reach = (at + 3).min(tree.words.len());
                at = (at + 1..reach).find(|&word| is(word, alternatives))?;
                words.push(at);
            }
        }
    }
    words.sort_unstable();
    Some(words)
}

fn is_ing(forms: &[String], word: usize) -> bool {
    forms[word].ends_with("ing")
}
