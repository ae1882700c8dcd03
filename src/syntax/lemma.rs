//! Dictionary forms: edits of a word's end, learnt per tag for endings and for irregular words.

use super::bytes::{Reader, write_number, write_text};
use super::feature::key;
use std::collections::BTreeMap;

/// Replaces the last `cut` letters by `add`: "men" − 2 + "an".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Edit {
    pub cut: usize,
    pub add: String,
}

impl Edit {
    /// What makes `lemma` of `form`.
    pub fn between(form: &str, lemma: &str) -> Self {
        let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
        Self { cut: form.chars().count() - same, add: lemma.chars().skip(same).collect() }
    }

    fn apply(&self, form: &str) -> Option<String> {
        let keep = form.chars().count().checked_sub(self.cut)?;
        Some(form.chars().take(keep).chain(self.add.chars()).collect())
    }
}

/// Longest ending that a rule looks at.
pub const LONGEST: usize = 5;

/// Which edit an ending or a whole word takes.
#[derive(Clone, Debug, Default)]
pub struct Lemmas {
    pub edits: Vec<Edit>,
    pub rules: BTreeMap<u32, u32>,
}

impl Lemmas {
    /// The lemma of `form`, whose tag has the index `tag`. Unless `keep_case`, it is in lower case.
    pub fn lemma(&self, form: &str, tag: u8, keep_case: bool) -> String {
        let form = plain(form, keep_case);
        let edit = self.edit(&form, tag, LONGEST + 1);
        edit.and_then(|edit| edit.apply(&form)).filter(|lemma| !lemma.is_empty()).unwrap_or(form)
    }

    /// The edit of the longest known ending shorter than `limit`; whole words count as longest.
    pub fn edit(&self, form: &str, tag: u8, limit: usize) -> Option<&Edit> {
        let rule = (0..=limit).rev().find_map(|length| self.rules.get(&rule_key(form, tag, length)))?;
        self.edits.get(*rule as usize)
    }

    pub fn read(reader: &mut Reader) -> Option<Self> {
        let mut lemmas = Self::default();
        for _ in 0..reader.number()? {
            let cut = reader.number()?;
            lemmas.edits.push(Edit { cut, add: reader.text()?.to_owned() });
        }
        let mut key = 0_u32;
        for _ in 0..reader.number()? {
            key = key.wrapping_add(reader.number()? as u32);
            lemmas.rules.insert(key, reader.number()? as u32);
        }
        Some(lemmas)
    }

    pub fn write(&self, out: &mut Vec<u8>) {
        write_number(self.edits.len(), out);
        for edit in &self.edits {
            write_number(edit.cut, out);
            write_text(&edit.add, out);
        }
        write_number(self.rules.len(), out);
        let mut last = 0;
        for (&key, &rule) in &self.rules {
            write_number((key - last) as usize, out);
            write_number(rule as usize, out);
            last = key;
        }
    }
}

/// The form that edits apply to.
pub fn plain(form: &str, keep_case: bool) -> String {
    let form = form.replace(['’', '‘'], "'");
    if keep_case { form } else { form.to_lowercase() }
}

/// The key of the ending of `length` letters; beyond [`LONGEST`], of the whole word.
pub fn rule_key(form: &str, tag: u8, length: usize) -> u32 {
    let letters = form.chars().count();
    let skip = if length > LONGEST { 0 } else { letters.saturating_sub(length) };
    let ending = form
        .chars()
        .skip(skip)
        .fold(7_u64, |hash, letter| (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01B3));
    key(1000 + length as u64, [u64::from(tag), ending, 0, 0])
}
