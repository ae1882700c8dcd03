//! UPOS and XPOS together, by two linear models over the word and its neighbours.

use super::feature::{Form, key};
use super::weights::Scorer;

/// What both taggers together say of each of `tags` tags, for each word of a sentence.
pub fn sums<S: Scorer>(taggers: &Taggers<S>, tags: usize, forms: &[Form]) -> Vec<Vec<i32>> {
    let forwards = scores(&taggers.forwards, tags, &Context::new(forms, false));
    let mut backwards = scores(&taggers.backwards, tags, &Context::new(forms, true));
    backwards.reverse();
    let sum =
        |(left, right): (&Vec<i32>, &Vec<i32>)| left.iter().zip(right).map(|(left, right)| left + right).collect();
    forwards.iter().zip(&backwards).map(sum).collect()
}

/// A tagger from the first word to the last, and one from the last to the first. Each sees the
/// tags of one side; what both say together is far better than either.
#[derive(Default)]
pub struct Taggers<S> {
    pub forwards: S,
    pub backwards: S,
}

/// What one tagger says of each word, in the order in which it goes.
fn scores(scorer: &impl Scorer, tags: usize, context: &Context) -> Vec<Vec<i32>> {
    let mut guessed = Vec::with_capacity(context.forms.len());
    let mut keys = Vec::with_capacity(64);
    let mut all = Vec::with_capacity(context.forms.len());
    for at in 0..context.forms.len() {
        context.keys(at, &guessed, true, &mut keys);
        let mut scores = vec![0; tags];
        scorer.add(&keys, &mut scores);
        guessed.push(highest(&scores));
        all.push(scores);
    }
    all
}

/// The class with the highest score; the first of equals.
pub fn highest(scores: &[i32]) -> u8 {
    let top = scores.iter().copied().max().unwrap_or(0);
    scores.iter().position(|&score| score == top).unwrap_or(0) as u8
}

/// A sentence as the tagger sees it.
pub struct Context<'a> {
    /// In the order in which the tagger goes.
    forms: Vec<&'a Form>,
    /// The word that begins the sentence, where capitals say little.
    first: usize,
    /// How the sentence as a whole is cased: in headlines capitals say nothing of names.
    casing: u64,
}

/// Stands for the word before the first and after the last.
const NOTHING: u64 = 1;

impl<'a> Context<'a> {
    pub fn new(forms: &'a [Form], backwards: bool) -> Self {
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
        let first = if backwards { forms.len().saturating_sub(1) } else { 0 };
        let forms = if backwards { forms.iter().rev().collect() } else { forms.iter().collect() };
        Self { forms, first, casing }
    }

    /// The features of the word at `at`, given the tags of those that the tagger has passed. Without `known`, the word is
    /// treated as one that training never saw.
    #[rustfmt::skip]
    pub fn keys(&self, at: usize, before: &[u8], known: bool, keys: &mut Vec<u32>) {
        keys.clear();
        let form = self.forms[at];
        let first = u64::from(at == self.first);
        let near = |by: isize| at.checked_add_signed(by).and_then(|near| self.forms.get(near));
        let word = |by: isize| near(by).map_or(NOTHING, |form| form.word);
        let suffix = |by: isize, length| near(by).map_or(NOTHING, |form| form.suffix(length));
        let shape = |by: isize| near(by).map_or(NOTHING, |form| form.shape);
        let tag = |by: usize| at.checked_sub(by).map_or(255, |near| u64::from(before[near]));
        let caps = u64::from(form.capitalised) | u64::from(form.all_caps) << 1 | first << 2 | self.casing << 3;
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
        push(30, [form.shape, first, self.casing, 0]);
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
