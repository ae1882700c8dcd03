//! Questions asked of a dependency tree.

use super::Word;
use crate::span::Span;

/// A dependency tree; words in text order. Every head chain ends at the root.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub words: Vec<Word>,
    /// Children of all words one after another; `starts[w]..starts[w + 1]` are those of `w`.
    children: Vec<usize>,
    starts: Vec<usize>,
    root: Option<usize>,
}

impl Tree {
    /// A tree of `words`. Heads that are no words or go round in a circle are cut: such words
    /// hang under the root.
    pub fn new(mut words: Vec<Word>) -> Self {
        make_well_formed(&mut words);
        let mut starts = vec![0; words.len() + 1];
        for head in words.iter().filter_map(|word| word.head) {
            starts[head + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut children = vec![0; words.len().saturating_sub(1)];
        for (child, word) in words.iter().enumerate() {
            if let Some(head) = word.head {
                children[next[head]] = child;
                next[head] += 1;
            }
        }
        let root = words.iter().position(|word| word.head.is_none());
        Self { words, children, starts, root }
    }

    pub fn root(&self) -> Option<usize> {
        self.root
    }

    /// Words directly under `head`, in text order.
    pub fn children(&self, head: usize) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + '_ {
        let start = self.starts.get(head).copied().unwrap_or(0);
        let end = self.starts.get(head.saturating_add(1)).copied().unwrap_or(start);
        self.children[start..end].iter().copied()
    }

    /// The heads above `word`, the nearest first; the root comes last.
    pub fn ancestors(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(word), |&word| self.head(word))
    }

    fn head(&self, word: usize) -> Option<usize> {
        self.words.get(word)?.head
    }

    /// `word` and all words below it, in text order.
    pub fn subtree(&self, word: usize) -> Vec<usize> {
        let mut below: Vec<usize> = if word < self.words.len() { vec![word] } else { Vec::new() };
        let mut at = 0;
        while let Some(&head) = below.get(at) {
            below.extend(self.children(head));
            at += 1;
        }
        below.sort_unstable();
        below
    }

    /// From the first to the last word of the subtree of `word`.
    pub fn subtree_span(&self, word: usize) -> Span {
        let below = self.subtree(word);
        match (below.first(), below.last()) {
            (Some(&first), Some(&last)) => self.words[first].span.to(self.words[last].span),
            _ => Span::default(),
        }
    }

    /// The highest word of those that share bytes with `span`; the first of equals.
    pub fn head_of(&self, span: Span) -> Option<usize> {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        let inside = (first..self.words.len()).take_while(|&word| self.words[word].span.overlaps(span));
        inside.min_by_key(|&word| self.ancestors(word).count())
    }

    /// The word that holds the byte at `byte`.
    pub fn word_at(&self, byte: usize) -> Option<usize> {
        let at = self.words.partition_point(|word| word.span.end <= byte);
        (self.words.get(at)?.span.start <= byte).then_some(at)
    }
}

/// One root, and from every word a way up to it.
fn make_well_formed(words: &mut [Word]) {
    let Some(first) = (0..words.len()).find(|&word| words[word].head.is_none()).or((!words.is_empty()).then_some(0))
    else {
        return;
    };
    words[first].head = None;
    let count = words.len();
    let mut reaches_root = vec![false; count];
    reaches_root[first] = true;
    for word in 0..count {
        let mut path = Vec::new();
        let mut at = word;
        while !reaches_root[at] {
            path.push(at);
            match words[at].head.filter(|head| *head < count && !path.contains(head)) {
                Some(head) => at = head,
                None => {
                    words[at].head = Some(first);
                    at = first;
                }
            }
        }
        path.into_iter().for_each(|word| reaches_root[word] = true);
    }
}
