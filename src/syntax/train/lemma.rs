//! Learning of lemma rules: for each ending the edit that most of its words take, where it
//! differs from what the shorter ending says.

use super::TagTable;
use crate::syntax::Upos;
use crate::syntax::conllu::Sentence;
use crate::syntax::lemma::{Edit, LONGEST, Lemmas, plain, rule_key};
use std::collections::BTreeMap;

pub fn train(sentences: &[Sentence], tags: &TagTable) -> Lemmas {
    // Tag and form → lemma → how often.
    let mut lemmas: BTreeMap<(u8, String), BTreeMap<&str, usize>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        if let Some(tag) = tags.index(word.upos, word.xpos) {
            let form = plain(&word.form, word.upos == Upos::Propn);
            *lemmas.entry((tag, form)).or_default().entry(&word.lemma).or_default() += 1;
        }
    }
    let words: Vec<(u8, &str, Edit)> = lemmas
        .iter()
        .filter_map(|((tag, form), lemmas)| {
            let (lemma, _) = lemmas.iter().max_by_key(|(_, count)| **count)?;
            Some((*tag, form.as_str(), Edit::between(form, lemma)))
        })
        .collect();

    let mut learnt = Lemmas::default();
    let mut numbers: BTreeMap<Edit, u32> = BTreeMap::new();
    for length in 0..=LONGEST + 1 {
        let mut votes: BTreeMap<u32, BTreeMap<&Edit, usize>> = BTreeMap::new();
        let mut before: BTreeMap<u32, Option<Edit>> = BTreeMap::new();
        for (tag, form, edit) in &words {
            let key = rule_key(form, *tag, length);
            *votes.entry(key).or_default().entry(edit).or_default() += 1;
            if length > 0 {
                before.entry(key).or_insert_with(|| learnt.edit(form, *tag, length - 1).cloned());
            }
        }
        let least = if length > LONGEST { 1 } else { 2 };
        for (key, votes) in votes {
            let Some((edit, &count)) = votes.iter().max_by_key(|(_, count)| **count) else { continue };
            let said = before.get(&key).and_then(Option::as_ref);
            if count >= least && said != Some(*edit) {
                let next = numbers.len() as u32;
                let number = *numbers.entry((*edit).clone()).or_insert(next);
                if number as usize == learnt.edits.len() {
                    learnt.edits.push((*edit).clone());
                }
                learnt.rules.insert(key, number);
            }
        }
    }
    learnt
}
