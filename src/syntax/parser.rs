//! Beam search over derivations.

use super::template::Input;
use super::transition::{Action, CLASSES, Stacks, State};
use super::weights::Scorer;

/// One reading of a sentence. Heads count words from 1, 0 is the root; both lists are in the
/// order of the input.
#[derive(Clone, Debug)]
pub struct Reading {
    pub score: i64,
    pub heads: Vec<u32>,
    pub relations: Vec<u8>,
}

/// The readings that are left in a beam of `width` at the end of the sentence, the best first.
pub fn readings(scorer: &impl Scorer, input: &Input, width: usize) -> Vec<Reading> {
    let mut beam = Beam::new(input);
    for _ in 0..2 * input.length() {
        beam.step(scorer, width, |_, _, _| 0);
    }
    beam.items.iter().map(|item| beam.reading(item)).collect()
}

/// A derivation in the beam.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub score: i64,
    pub state: State,
    /// The last step, in the history.
    pub last: u32,
}

/// Derivations of equal length, the best first.
pub struct Beam<'a> {
    pub input: &'a Input,
    pub items: Vec<Item>,
    pub stacks: Stacks,
    /// Steps of all derivations: the step before, the state it was taken in, and the step.
    history: Vec<(u32, State, Action)>,
    candidates: Vec<(i64, u32, Action)>,
    keys: Vec<u32>,
}

/// The step before the first.
const START: u32 = u32::MAX;

impl<'a> Beam<'a> {
    pub fn new(input: &'a Input) -> Self {
        let mut stacks = Stacks::default();
        let items = vec![Item { score: 0, state: stacks.start(), last: START }];
        Self { input, items, stacks, history: Vec::new(), candidates: Vec::new(), keys: Vec::with_capacity(256) }
    }

    /// Extends every derivation by one step and keeps the best `width`. Arcs (dependent, head and
    /// relation) are worth what `bonus` says beyond what their features do.
    pub fn step(&mut self, scorer: &impl Scorer, width: usize, bonus: impl Fn(u32, u32, u8) -> i64) {
        self.candidates.clear();
        for (at, item) in self.items.iter().enumerate() {
            let allowed = item.state.allowed(&self.stacks, self.input.length());
            self.input.keys(&item.state, &self.stacks, &mut self.keys);
            let mut scores = [0; CLASSES];
            scorer.add(&self.keys, &mut scores);
            for (class, score) in scores.into_iter().enumerate() {
                let action = Action::of_class(class);
                if allowed.allows(action) {
                    let arc = item.state.arc(action, &self.stacks);
                    let bonus = arc.map_or(0, |(word, head, relation)| bonus(word, head, relation));
                    self.candidates.push((item.score + i64::from(score) + bonus, at as u32, action));
                }
            }
        }
        // A stable order among equals: the better derivation first, then the lower class.
        let better = |a: &(i64, u32, Action), b: &(i64, u32, Action)| {
            b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.class().cmp(&b.2.class()))
        };
        if self.candidates.len() > width {
            self.candidates.select_nth_unstable_by(width, better);
            self.candidates.truncate(width);
        }
        self.candidates.sort_unstable_by(better);
        let mut items = Vec::with_capacity(self.candidates.len());
        for &(score, at, action) in &self.candidates {
            let before = self.items[at as usize];
            self.history.push((before.last, before.state, action));
            let state = before.state.after(action, &mut self.stacks);
            items.push(Item { score, state, last: self.history.len() as u32 - 1 });
        }
        self.items = items;
    }

    /// What became of a derivation of the last step by `action`, if it is still in the beam.
    pub fn successor(&self, before: &Item, action: Action) -> Option<Item> {
        let is = |item: &&Item| {
            self.history.get(item.last as usize).is_some_and(|(last, _, done)| *last == before.last && *done == action)
        };
        self.items.iter().find(is).copied()
    }

    /// The states that a derivation went through and what it did in each, in order.
    pub fn derivation(&self, item: &Item) -> Vec<(State, Action)> {
        let mut steps = Vec::with_capacity(2 * self.input.length());
        let mut at = item.last;
        while let Some(&(before, state, action)) = self.history.get(at as usize) {
            steps.push((state, action));
            at = before;
        }
        steps.reverse();
        steps
    }

    fn reading(&self, item: &Item) -> Reading {
        let length = self.input.length();
        let mut reading = Reading { score: item.score, heads: vec![0; length], relations: vec![0; length] };
        let mut at = item.last;
        while let Some(&(before, state, action)) = self.history.get(at as usize) {
            if let Some((word, head, relation)) = state.arc(action, &self.stacks)
                && let Some(word) = (word as usize).checked_sub(1)
                && word < length
            {
                reading.heads[word] = head;
                reading.relations[word] = relation;
            }
            at = before;
        }
        reading
    }
}
