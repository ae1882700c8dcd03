//! The parser's features: words, tags and relations around the top of the stack and the front,
//! after Zhang and Nivre (2011), for arc-hybrid.

use super::Upos;
use super::feature::{Form, key};
use super::transition::{Child, Partial, Stacks, State};

/// A sentence as the parser sees it: the root, the words, and room past the end.
pub struct Input {
    words: Vec<u64>,
    tags: Vec<u64>,
    coarse: Vec<u64>,
    suffixes: Vec<u64>,
    length: usize,
}

/// What the tagger and the lemma rules said of each word.
#[derive(Clone, Debug, Default)]
pub struct Tagged {
    pub tags: Vec<u8>,
    pub coarse: Vec<Upos>,
    pub lemmas: Vec<String>,
}

const NOTHING: u64 = 251;
const ROOT: u64 = 252;

impl Input {
    /// Words with their lemmas, tags and coarse tags; from the last to the first where `backwards`.
    pub fn new(forms: &[Form], tagged: &Tagged, backwards: bool) -> Self {
        // Tags tell inflected forms apart, so the lemma is enough, and seen more often.
        let mut words: Vec<u64> = tagged.lemmas.iter().map(|lemma| Form::new(lemma).word).collect();
        let mut suffixes: Vec<u64> = forms.iter().map(|form| form.suffix(3)).collect();
        let mut tags: Vec<u64> = tagged.tags.iter().map(|&tag| u64::from(tag)).collect();
        let mut coarse: Vec<u64> = tagged.coarse.iter().map(|&upos| upos as u64).collect();
        for column in [&mut words, &mut suffixes, &mut tags, &mut coarse] {
            if backwards {
                column.reverse();
            }
            column.insert(0, ROOT);
        }
        Self { words, tags, coarse, suffixes, length: forms.len() }
    }

    /// Number of words, the root not counted.
    pub fn length(&self) -> usize {
        self.length
    }

    fn word(&self, at: usize) -> u64 {
        self.words.get(at).copied().unwrap_or(NOTHING)
    }

    fn tag(&self, at: usize) -> u64 {
        self.tags.get(at).copied().unwrap_or(NOTHING)
    }

    fn coarse(&self, at: usize) -> u64 {
        self.coarse.get(at).copied().unwrap_or(NOTHING)
    }

    fn suffix(&self, at: usize) -> u64 {
        self.suffixes.get(at).copied().unwrap_or(NOTHING)
    }

    fn child(&self, child: Child) -> [u64; 3] {
        let at = child.word as usize;
        [self.word(at), self.tag(at), u64::from(child.relation)]
    }

    /// The features of a state.
    #[rustfmt::skip]
    pub fn keys(&self, state: &State, stacks: &Stacks, keys: &mut Vec<u32>) {
        const ABSENT: Partial = Partial {
            word: u32::MAX, left: [Child { word: u32::MAX, relation: u8::MAX }; 2], right: [Child { word: u32::MAX, relation: u8::MAX }; 2],
            lefts: 0, rights: 0, left_set: 0, right_set: 0,
        };
        let [s0, s1, s2] = stacks.top(state).map(|partial| partial.unwrap_or(&ABSENT));
        let n0 = &state.front;
        let at = |partial: &Partial| partial.word as usize;
        let (i0, i1, i2, b) = (at(s0), at(s1), at(s2), at(n0));
        let (s0w, s0t) = (self.word(i0), self.tag(i0));
        let (s1w, s1t) = (self.word(i1), self.tag(i1));
        let (s2w, s2t) = (self.word(i2), self.tag(i2));
        let (n0w, n0t) = (self.word(b), self.tag(b));
        let (n1w, n1t) = (self.word(b + 1), self.tag(b + 1));
        let (n2w, n2t) = (self.word(b + 2), self.tag(b + 2));
        let [s0c, s1c, s2c, n0c, n1c, n2c, n3c] = [i0, i1, i2, b, b + 1, b + 2, b + 3].map(|at| self.coarse(at));
        let (s0x, s1x, n0x) = (self.suffix(i0), self.suffix(i1), self.suffix(b));
        let [s0lw, s0lt, s0ll] = self.child(s0.left[0]);
        let [s0mw, s0mt, s0ml] = self.child(s0.left[1]);
        let [s0rw, s0rt, s0rl] = self.child(s0.right[0]);
        let [_, s0qt, s0ql] = self.child(s0.right[1]);
        let [s1lw, s1lt, s1ll] = self.child(s1.left[0]);
        let [s1rw, s1rt, s1rl] = self.child(s1.right[0]);
        let [_, s1qt, s1ql] = self.child(s1.right[1]);
        let [n0lw, n0lt, n0ll] = self.child(n0.left[0]);
        let [n0mw, n0mt, n0ml] = self.child(n0.left[1]);
        let near = distance(i0, b);
        let far = distance(i1, i0);
        let (s0l, s0r) = (u64::from(s0.lefts), u64::from(s0.rights));
        let (s1l, s1r, n0l) = (u64::from(s1.lefts), u64::from(s1.rights), u64::from(n0.lefts));
        let before_s0 = self.tag(i0.wrapping_sub(1));
        let after_s0 = self.tag(i0.wrapping_add(1));
        let before_n0 = self.tag(b - 1);
        let after_s1 = self.tag(i1.wrapping_add(1));

        keys.clear();
        let mut template = 0;
        let mut push = |values| { template += 1; keys.push(key(template, values)); };
        macro_rules! features {
            ($([$($value:expr),+]),+ $(,)?) => { $(push(four([$($value),+]));)+ };
        }
        features![
            // Words by themselves.
            [s0w, s0t], [s0w], [s0t], [s1w, s1t], [s1w], [s1t], [n0w, n0t], [n0w], [n0t], [s2w, s2t], [s2t],
            [n1w, n1t], [n1w], [n1t], [n2w, n2t], [n2t], [s0x, s0t], [s1x, s1t], [n0x, n0t],
            // Top and front.
            [s0w, s0t, n0w, n0t], [s0w, s0t, n0w], [s0w, n0w, n0t], [s0w, s0t, n0t], [s0t, n0w, n0t], [s0w, n0w],
            [s0t, n0t], [n0t, n1t], [n0w, n1t], [n0t, n1w], [s0x, n0x, s0t, n0t], [s0w, n1t, n0t], [s0w, n1w],
            // The two topmost.
            [s1w, s1t, s0w, s0t], [s1w, s1t, s0t], [s1t, s0w, s0t], [s1w, s0w], [s1t, s0t], [s1w, s0w, s0t], [s1w, s1t, s0w],
            [s1x, s0x, s1t, s0t], [s1t, n0t], [s1w, n0t], [s1t, n0w], [s1w, n0w], [s2t, s0t], [s2w, s0w],
            // Three and four.
            [n0t, n1t, n2t], [s0t, n0t, n1t], [s1t, s0t, n0t], [s2t, s1t, s0t], [s1t, s0t, n0t, n1t], [s2t, s1t, s0t, n0t],
            [s0c, n0c, n1c], [s1c, s0c, n0c], [s2c, s1c, s0c], [s1c, s0c, n0c, n1c], [s2c, s1c, s0c, n0c], [s0c, n0c], [s1c, s0c], [s1c, n0c],
            [s1w, s0c], [s1c, s0w], [s0w, n0c], [s0c, n0w], [s1w, s0c, n0c], [s1c, s0w, n0c], [s1c, s0c, n0w],
            [s1w, s0t, n0t], [s1t, s0w, n0t], [s1t, s0t, n0w], [s0c, n0c, n1c, n2c], [n0c, n1c, n2c, n3c], [s1t, s0w, n0w], [s1w, s0t, n0w],
            [s1w, s0w, n0t], [s0w, n0t, n1t], [s0t, n0w, n1t],
            [before_s0, s0t, n0t], [after_s0, s0t, n0t], [before_n0, s0t, n0t], [after_s0, s0t, before_n0, n0t], [s1t, after_s1, before_s0, s0t],
            // Children.
            [s0lw], [s0lt], [s0ll], [s0rw], [s0rt], [s0rl], [s0mw], [s0mt], [s0ml], [s0qt], [s0ql],
            [s1lw], [s1lt], [s1ll], [s1rw], [s1rt], [s1rl], [s1qt, s1ql], [n0lw], [n0lt], [n0ll], [n0mw], [n0mt], [n0ml],
            [s0t, s0lt, n0t], [s0t, s0rt, n0t], [s0t, n0t, n0lt], [s0t, n0t, n0lt, n0mt], [s1t, s0t, s0lt], [s1t, s0t, s0rt],
            [s1t, s1lt, s0t], [s1t, s1rt, s0t], [s1t, s1rl, s0t], [s1t, s0ll, s0t], [s1w, s1rl, s0t], [s1t, s1rl, s1ql, s0t],
            [s0t, s0lt, s0mt], [s0t, s0rt, s0qt], [s0w, s0ll], [s0w, s0rl], [s1w, s1ll], [n0w, n0ll], [s0t, s0ll, n0t], [s0t, s0rl, n0t],
            [s0t, n0ll, n0t], [s1w, s0w, s0lw], [s1t, s0lw, s0t], [s0w, s0lw], [s1w, s0lw], [s1w, s0lw, s0t], [s0lw, s0t, n0t],
            [s1w, s1rw, s0w], [s0w, n0w, n0lw], [s1rw, s0lw, s1t, s0t],
            [s1w, n0w, n0lw], [s0w, n0lw], [s1w, n0lw], [s0w, n0lw, n0t], [s1w, n0lw, n0t], [s0t, n0lw, n0t], [s1t, s0t, n0lw], [s1w, s0w, n0lw], [s1t, s0w, n0lw], [s1w, s0t, n0lw],
            // Distances and numbers of children.
            [s0w, near], [s0t, near], [n0w, near], [n0t, near], [s0w, n0w, near], [s0t, n0t, near],
            [s1w, far], [s1t, far], [s0w, far], [s0t, far], [s1w, s0w, far], [s1t, s0t, far],
            [s0w, s0l], [s0t, s0l], [s0w, s0r], [s0t, s0r], [n0w, n0l], [n0t, n0l], [s1w, s1r], [s1t, s1r], [s1w, s1l], [s1t, s1l],
            // Sets of relations.
            [s0w, s0.left_set], [s0t, s0.left_set], [s0w, s0.right_set], [s0t, s0.right_set], [n0w, n0.left_set], [n0t, n0.left_set],
            [s1w, s1.right_set], [s1t, s1.right_set], [s1w, s1.left_set], [s1t, s1.left_set],
            [s1t, s1.right_set, s0t, s0.left_set], [s0t, s0.left_set, s0.right_set, n0t], [s1t, s1.left_set, s1.right_set, s0t], [n0t, n0.left_set, s0t],
        ];
    }
}

fn four<const N: usize>(values: [u64; N]) -> [u64; 4] {
    let mut four = [0; 4];
    four[..N].copy_from_slice(&values);
    four
}

/// Distances in steps that grow.
fn distance(from: usize, to: usize) -> u64 {
    match to.saturating_sub(from) {
        near @ 0..=4 => near as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}
