//! The words around a value: its phrase, its clause, and what its clause hangs on.

use crate::check::scene::Sentence;
use crate::check::site::Site;
use crate::syntax::{Deprel, Upos};
use std::ops::Range;

/// How far from a value a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the value's own noun phrase.
    Phrase,
    Clause,
    /// In the noun or clause that the value's clause hangs on.
    Above,
    Sentence,
}

impl Place {
    pub fn name(self) -> &'static str {
        match self {
            Place::Phrase => "phrase",
            Place::Clause => "clause",
            Place::Above => "above",
            Place::Sentence => "sentence",
        }
    }
}

/// Where `site` stands in view of the value at `at`.
pub fn place(region: &Region, site: &Site, at: usize) -> Place {
    if site.words.iter().any(|word| region.phrase.contains(word)) || site.head == at {
        Place::Phrase
    } else if region.clause.contains(&site.head) {
        Place::Clause
    } else if region.above.contains(&site.head) {
        Place::Above
    } else {
        Place::Sentence
    }
}

/// The words around a value.
pub struct Region {
    /// Its noun phrase.
    pub phrase: Vec<usize>,
    /// Its clause.
    pub clause: Vec<usize>,
    /// The noun its clause modifies, the subject it shares.
    pub above: Vec<usize>,
    /// The value opens its line, and the rest says what it is: "52 – boats in the race".
    pub leads: bool,
    /// All of them.
    pub words: Vec<usize>,
    pub subject: Option<usize>,
}

impl Region {
    pub fn of(sentence: &Sentence, at: usize, own: &Range<usize>) -> Self {
        if let Some(rest) = explained_by(sentence, own) {
            let words: Vec<usize> = rest.collect();
            return Self {
                phrase: words.clone(),
                clause: words.clone(),
                above: Vec::new(),
                leads: true,
                words,
                subject: None,
            };
        }
        let tree = &sentence.tree;
        let clause_head = sentence.clause(at);
        let clause: Vec<usize> = (0..tree.words.len()).filter(|&word| sentence.clause(word) == clause_head).collect();
        let mut top = at;
        while let Some(head) = tree.words[top].head {
            let nominal = matches!(sentence.upos(head), Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym | Upos::Adj);
            if !nominal || !sentence.is_modifier(top) && !sentence.is(top, Deprel::Nummod) || head == clause_head {
                break;
            }
            top = head;
        }
        let phrase: Vec<usize> =
            sentence.subtree(top).into_iter().filter(|word| clause.contains(word) && *word != at).collect();
        let own_subject = tree
            .children(clause_head)
            .find(|&child| matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj));
        let relative = own_subject
            .is_none_or(|word| matches!(sentence.forms[word].as_str(), "which" | "that" | "who" | "whom" | "whose"));
        let mut above = Vec::new();
        let mut subject = own_subject;
        if relative && let Some(head) = tree.words[clause_head].head {
            match tree.words[clause_head].deprel {
                Deprel::Acl | Deprel::AclRelcl => {
                    above = sentence
                        .subtree(head)
                        .into_iter()
                        .filter(|&word| sentence.clause(word) == sentence.clause(head) && word < clause_head)
                        .collect();
                    above.push(head);
                    subject = Some(head);
                }
                Deprel::Xcomp | Deprel::Advcl | Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp => {
                    let governor = sentence.clause(head);
                    if let Some(word) = tree.children(governor).find(|&child| {
                        matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj)
                    }) {
                        above = sentence.subtree(word);
                        subject = Some(word);
                    }
                    if tree.words[clause_head].deprel == Deprel::Xcomp {
                        above.extend(
                            (0..tree.words.len()).filter(|&word| sentence.clause(word) == governor && word != at),
                        );
                    }
                }
                _ => {}
            }
        }
        let mut words: Vec<usize> = clause.iter().chain(&above).copied().collect();
        words.sort_unstable();
        words.dedup();
        Self { phrase, clause, above, leads: false, words, subject }
    }

    pub fn has(&self, word: usize) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

/// The words that explain a value with which a line opens: "**52.** Boats in the race", "£5 million – what it cost".
fn explained_by(sentence: &Sentence, own: &Range<usize>) -> Option<Range<usize>> {
    let forms = &sentence.forms;
    let opens = forms[..own.start].iter().all(|form| !form.contains(char::is_alphanumeric));
    let mark = forms.get(own.end).is_some_and(|form| matches!(form.as_str(), "." | ":" | "-" | "–" | "—" | ";"));
    let rest = own.end + 1..forms.len();
    let says = rest.clone().any(|word| sentence.upos(word) == Upos::Noun);
    (opens && mark && says).then_some(rest)
}
