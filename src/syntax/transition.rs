//! The arc-hybrid transition system: a stack, the words still to come, and the trees built so far.
//!
//! Word 0 is the root and lies at the bottom of the stack; words of the sentence count from 1.
//! A reduction hangs the top of the stack under the front word (left) or under the word below
//! it (right). Every derivation of `n` words has `2n` steps, so scores of one step compare.

use super::Deprel;

/// Number of classes that [`Action::class`] gives.
pub const CLASSES: usize = 1 + 2 * Deprel::ALL.len();

/// A step of a derivation; relations as indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Shift,
    Left(u8),
    Right(u8),
}

impl Action {
    pub fn class(self) -> usize {
        match self {
            Action::Shift => 0,
            Action::Left(relation) => 1 + usize::from(relation),
            Action::Right(relation) => 1 + Deprel::ALL.len() + usize::from(relation),
        }
    }

    pub fn of_class(class: usize) -> Self {
        match class.checked_sub(1) {
            None => Action::Shift,
            Some(class) if class < Deprel::ALL.len() => Action::Left(class as u8),
            Some(class) => Action::Right((class - Deprel::ALL.len()) as u8),
        }
    }
}

/// A word with what hangs under it so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Partial {
    pub word: u32,
    /// Children on the left, outermost first, and on the right; those not there are `Child::NONE`.
    pub left: [Child; 2],
    pub right: [Child; 2],
    pub lefts: u8,
    pub rights: u8,
    /// Relations of the children, one bit each.
    pub left_set: u64,
    pub right_set: u64,
}

#[derive(Clone, Copy, Debug)]
pub struct Child {
    pub word: u32,
    pub relation: u8,
}

impl Child {
    const NONE: Self = Self { word: u32::MAX, relation: u8::MAX };
}

impl Default for Child {
    fn default() -> Self {
        Self::NONE
    }
}

impl Partial {
    fn new(word: u32) -> Self {
        Self { word, ..Self::default() }
    }

    fn with_left(mut self, child: Child) -> Self {
        self.left = [child, self.left[0]];
        self.lefts = self.lefts.saturating_add(1);
        self.left_set |= 1 << child.relation;
        self
    }

    fn with_right(mut self, child: Child) -> Self {
        self.right = [child, self.right[0]];
        self.rights = self.rights.saturating_add(1);
        self.right_set |= 1 << child.relation;
        self
    }
}

/// Stacks of all derivations of one sentence; they share what they have in common.
#[derive(Default)]
pub struct Stacks(Vec<(Partial, u32)>);

const BOTTOM: u32 = u32::MAX;

impl Stacks {
    /// Forgets the last sentence and gives the state in which the next one starts.
    pub fn start(&mut self) -> State {
        self.0.clear();
        self.0.push((Partial::new(0), BOTTOM));
        State { stack: 0, front: Partial::new(1) }
    }

    fn get(&self, at: u32) -> Option<&(Partial, u32)> {
        self.0.get(at as usize)
    }

    /// The three topmost partial trees, the top first.
    pub fn top(&self, state: &State) -> [Option<&Partial>; 3] {
        let first = self.get(state.stack);
        let second = first.and_then(|node| self.get(node.1));
        let third = second.and_then(|node| self.get(node.1));
        [first, second, third].map(|node| node.map(|node| &node.0))
    }
}

/// A point in a derivation.
#[derive(Clone, Copy, Debug)]
pub struct State {
    stack: u32,
    /// The first word that is still to come; past the end of the sentence when there is none.
    pub front: Partial,
}

/// Which actions a state allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    pub shift: bool,
    pub left: bool,
    pub right: bool,
    /// The reduction makes the sentence's root: the relation can only be `root`.
    pub root: bool,
}

impl Allowed {
    pub fn allows(self, action: Action) -> bool {
        const ROOT: u8 = Deprel::Root as u8;
        match action {
            Action::Shift => self.shift,
            Action::Left(relation) => self.left && relation != ROOT,
            Action::Right(relation) => self.right && self.root == (relation == ROOT),
        }
    }
}

impl State {
    /// What can be done next in a sentence of `length` words.
    pub fn allowed(&self, stacks: &Stacks, length: usize) -> Allowed {
        let [top, below, _] = stacks.top(self);
        let coming = self.front.word as usize <= length;
        let has_top = top.is_some_and(|top| top.word > 0);
        let root = below.is_some_and(|below| below.word == 0);
        Allowed { shift: coming, left: coming && has_top, right: has_top && !(root && coming), root }
    }

    /// The state after `action`. Actions that are not allowed change nothing.
    pub fn after(&self, action: Action, stacks: &mut Stacks) -> State {
        let Some(&(top, below)) = stacks.get(self.stack) else { return *self };
        match action {
            Action::Shift => {
                stacks.0.push((self.front, self.stack));
                State { stack: stacks.0.len() as u32 - 1, front: Partial::new(self.front.word + 1) }
            }
            Action::Left(relation) => {
                State { stack: below, front: self.front.with_left(Child { word: top.word, relation }) }
            }
            Action::Right(relation) => {
                let Some(&(head, under)) = stacks.get(below) else { return *self };
                stacks.0.push((head.with_right(Child { word: top.word, relation }), under));
                State { stack: stacks.0.len() as u32 - 1, front: self.front }
            }
        }
    }

    /// Dependent, head and relation of the arc that `action` would draw here.
    pub fn arc(&self, action: Action, stacks: &Stacks) -> Option<(u32, u32, u8)> {
        let [top, below, _] = stacks.top(self);
        match action {
            Action::Shift => None,
            Action::Left(relation) => Some((top?.word, self.front.word, relation)),
            Action::Right(relation) => Some((top?.word, below?.word, relation)),
        }
    }
}
