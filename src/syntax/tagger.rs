//! UPOS and XPOS together, left to right, by a linear model over the word and its neighbours.

use super::feature::{Form, key};
use super::weights::Scorer;

/// Tags of the words of a sentence, as indices into the model's tag table of `tags` entries.
pub fn tag(scorer: &impl Scorer, tags: usize, forms: &[Form]) -> Vec<u8> {
    let context = Context::new(forms);
    let mut guessed = Vec::with_capacity(forms.len());
    let mut keys = Vec::with_capacity(64);
    let mut scores = vec![0; tags];
    for at in 0..forms.len() {
        context.keys(at, &guessed, true, &mut keys);
        guessed.push(best(scorer, &keys, &mut scores));
    }
    guessed
}

/// The class that the features say most of; the first of equals.
pub fn best(scorer: &impl Scorer, keys: &[u32], scores: &mut [i32]) -> u8 {
    scores.fill(0);
    for &key in keys {
        scorer.add(key, scores);
    }
    let top = scores.iter().copied().max().unwrap_or(0);
    scores.iter().position(|&score| score == top).unwrap_or(0) as u8
}

/// A sentence as the tagger sees it.
pub struct Context<'a> {
    forms: &'a [Form],
    /// How the sentence as a whole is cased: in headlines capitals say nothing of names.
    casing: u64,
}

/// Stands for the word before the first and after the last.
const NOTHING: u64 = 1;

impl<'a> Context<'a> {
    pub fn new(forms: &'a [Form]) -> Self {
        let words: Vec<_> = forms.iter().skip(1).filter(|form| form.norm.len() > 3).collect();
        let share = |count: usize| count * 10 > words.len() * 8;
        let capitalised = words.iter().filter(|form| form.capitalised).count();
        let casing = match () {
            () if words.len() < 2 => 0,
            () if share(words.iter().filter(|form| form.all_caps).count()) => 1,
            () if share(capitalised) => 2,
            () if capitalised == 0 => 3,
            () => 4,
        };
        Self { forms, casing }
    }

    /// The features of the word at `at`, given the tags before it. Without `known`, the word is
    /// treated as one that training never saw.
    #[rustfmt::skip]
    pub fn keys(&self, at: usize, before: &[u8], known: bool, keys: &mut Vec<u32>) {
        keys.clear();
        let form = &self.forms[at];
        let near = |by: isize| at.checked_add_signed(by).and_then(|near| self.forms.get(near));
        let word = |by: isize| near(by).map_or(NOTHING, |form| form.word);
        let suffix = |by: isize, length| near(by).map_or(NOTHING, |form| form.suffix(length));
        let shape = |by: isize| near(by).map_or(NOTHING, |form| form.shape);
        let tag = |by: usize| at.checked_sub(by).map_or(255, |near| u64::from(before[near]));
        let caps = u64::from(form.capitalised) | u64::from(form.all_caps) << 1 | u64::from(at == 0) << 2 | self.casing << 3;
        let mut push = |template, values| keys.push(key(template, values));

        push(0, [0; 4]);
        if known {
            push(1, [form.word, 0, 0, 0]);
            push(2, [form.word, caps, 0, 0]);
            push(3, [form.word, tag(1), 0, 0]);
            push(4, [form.word, word(1), 0, 0]);
            push(5, [form.word, word(-1), 0, 0]);
            push(6, [form.word, suffix(1, 3), tag(1), 0]);
            push(7, [form.word, tag(1), tag(2), 0]);
        }
        for length in 1..=5 {
            if length < form.norm.len() {
                push(10 + length as u64, [form.suffix(length), 0, 0, 0]);
            }
        }
        for length in 1..=4 {
            if length < form.norm.len() {
                push(20 + length as u64, [form.prefix(length), 0, 0, 0]);
            }
        }
        push(30, [form.shape, u64::from(at == 0), self.casing, 0]);
        push(31, [caps, 0, 0, 0]);
        push(32, [form.suffix(3), caps, 0, 0]);
        push(33, [form.suffix(3), tag(1), 0, 0]);
        push(34, [form.suffix(2), tag(1), caps, 0]);
        push(35, [form.shape, shape(1), self.casing, 0]);
        push(36, [form.shape, shape(-1), self.casing, 0]);
        push(37, [form.suffix(2), suffix(1, 2), suffix(-1, 2), 0]);

        push(40, [tag(1), 0, 0, 0]);
        push(41, [tag(1), tag(2), 0, 0]);
        push(42, [tag(1), tag(2), tag(3), 0]);
        push(43, [tag(1), word(1), 0, 0]);
        push(44, [tag(1), suffix(1, 3), 0, 0]);
        push(45, [tag(1), caps, 0, 0]);
        push(46, [tag(2), 0, 0, 0]);

        push(50, [word(1), 0, 0, 0]);
        push(51, [word(2), 0, 0, 0]);
        push(52, [word(-1), 0, 0, 0]);
        push(53, [word(-2), 0, 0, 0]);
        push(54, [word(1), word(2), 0, 0]);
        push(55, [word(-1), word(-2), 0, 0]);
        push(56, [word(-1), word(1), 0, 0]);
        push(57, [suffix(1, 3), 0, 0, 0]);
        push(58, [suffix(1, 2), shape(1), 0, 0]);
        push(59, [suffix(-1, 3), 0, 0, 0]);
        push(60, [suffix(2, 3), 0, 0, 0]);
        push(61, [suffix(-2, 3), 0, 0, 0]);
        push(62, [word(3), 0, 0, 0]);
        push(63, [word(1), suffix(2, 3), tag(1), 0]);
    }
}
