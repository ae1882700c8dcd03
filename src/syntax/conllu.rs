//! CoNLL-U, read for training and evaluation, written for people who debug a rule.

use super::{Deprel, Tree, Upos, label};
use std::fmt::Write;

/// A sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    pub id: String,
    pub words: Vec<GoldWord>,
}

/// A word of a treebank: syntactic words, so "didn't" gives two.
#[derive(Clone, Debug)]
pub struct GoldWord {
    pub form: String,
    pub lemma: String,
    pub upos: Upos,
    pub xpos: &'static str,
    /// Index of the governing word; `None` at the root.
    pub head: Option<usize>,
    pub deprel: Deprel,
    /// White space follows in the running text.
    pub space_after: bool,
}

/// The sentences of a CoNLL-U text. Lines that are not well formed are left out.
pub fn read(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    // The last word of a multiword token and whether white space follows the token.
    let mut multiword: Option<(usize, bool)> = None;
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            multiword = None;
        } else if let Some(id) = line.strip_prefix("# sent_id = ") {
            sentence.id = id.to_owned();
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns[..] else { continue };
            let space_after = !misc.contains("SpaceAfter=No");
            if let Some((_, last)) = id.split_once('-') {
                multiword = last.parse().ok().map(|last| (last, space_after));
                continue;
            }
            let Ok(id) = id.parse::<usize>() else { continue };
            sentence.words.push(GoldWord {
                form: form.to_owned(),
                lemma: lemma.to_owned(),
                upos: Upos::of(upos),
                xpos: label::xpos(xpos),
                head: head.parse::<usize>().ok().and_then(|head| head.checked_sub(1)),
                deprel: Deprel::of(deprel),
                space_after: match multiword {
                    Some((last, space_after)) if id == last => space_after,
                    Some((last, _)) if id < last => false,
                    _ => space_after,
                },
            });
        }
    }
    sentences
}

/// The tree as CoNLL-U, without comments, with the blank line that closes a sentence.
pub fn write(text: &str, tree: &Tree) -> String {
    let mut lines = String::new();
    for (at, word) in tree.words.iter().enumerate() {
        let glued = tree.words.get(at + 1).is_some_and(|next| next.span.start == word.span.end);
        let form = word.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let (upos, deprel) = (word.upos.name(), word.deprel.name());
        let head = word.head.map_or(0, |head| head + 1);
        let misc = match (glued, word.sure) {
            (false, true) => "_",
            (true, true) => "SpaceAfter=No",
            (false, false) => "Sure=No",
            (true, false) => "SpaceAfter=No|Sure=No",
        };
        let (id, lemma, xpos) = (at + 1, &word.lemma, word.xpos);
        let _ = writeln!(lines, "{id}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t{misc}");
    }
    lines.push('\n');
    lines
}
