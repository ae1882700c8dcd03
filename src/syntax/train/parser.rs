//! Training of a parser: beam search with updates at the largest violation (Huang et al. 2012).

use super::perceptron::Perceptron;
use super::{Example, Plan, Random};
use crate::syntax::parser::{Beam, Item};
use crate::syntax::read::BEAM;
use crate::syntax::template::{Input, Tagged};
use crate::syntax::transition::{Action, CLASSES, Stacks, State};
use crate::syntax::weights::Scorer;

/// Features seen less often are left out.
const CUTOFF: u8 = 3;

/// The tree must win by this much for every arc that another has wrong, or else the weights change.
const MARGIN: i64 = 100;

/// Trains on the heads of `examples` and what `tagged` says.
pub fn train(
    examples: &[Example],
    tagged: &[Tagged],
    backwards: bool,
    plan: Plan,
    tell: &mut dyn FnMut(&str),
) -> Perceptron {
    let sentences: Vec<(Input, Gold)> = examples
        .iter()
        .zip(tagged)
        .map(|(example, tagged)| (Input::new(&example.forms, tagged, backwards), Gold::new(example, backwards)))
        .collect();
    let mut perceptron = Perceptron::with_cutoff(CUTOFF);
    let mut keys = Vec::new();
    let mut stacks = Stacks::default();
    for (input, gold) in &sentences {
        let mut state = stacks.start();
        for &action in &gold.steps {
            input.keys(&state, &stacks, &mut keys);
            keys.iter().for_each(|&key| perceptron.count(key));
            state = state.after(action, &mut stacks);
        }
    }
    let mut random = Random(23);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for round in 0..plan.rounds() {
        if round == plan.open {
            perceptron.close(plan.features);
        }
        random.shuffle(&mut order);
        let wrong: usize = order.iter().map(|&at| learn(&mut perceptron, &sentences[at].0, &sentences[at].1)).sum();
        tell(&format!("parser round {}: {wrong} of {} sentences wrong", round + 1, order.len()));
    }
    perceptron
}

/// Reads one sentence and learns from it; 1 where the reading was wrong.
fn learn(perceptron: &mut Perceptron, input: &Input, tree: &Gold) -> usize {
    let gold = &tree.steps;
    let wrong = |word: u32, head: u32, relation: u8| {
        let word = word as usize;
        if tree.heads[word] == head as usize && tree.relations[word] == relation { 0 } else { MARGIN }
    };
    let mut stacks = Stacks::default();
    let mut state = stacks.start();
    let mut score = 0;
    let mut keys = Vec::new();
    let mut states: Vec<State> = Vec::with_capacity(gold.len());
    let mut beam = Beam::new(input);
    let mut worst: Option<(i64, Item)> = None;
    // The gold derivation, as long as it is in the beam.
    let mut kept = beam.items.first().copied();
    for &action in gold {
        beam.step(perceptron, BEAM, wrong);
        kept = kept.and_then(|before| beam.successor(&before, action));
        if let Some(item) = kept {
            score = item.score;
        } else {
            input.keys(&state, &stacks, &mut keys);
            let mut scores = [0; CLASSES];
            perceptron.add(&keys, &mut scores);
            score += i64::from(scores[action.class()]);
        }
        states.push(state);
        state = state.after(action, &mut stacks);
        let best = beam.items[0];
        if worst.is_none_or(|(violation, _)| best.score - score >= violation) {
            worst = Some((best.score - score, best));
        }
    }
    perceptron.next_example();
    let same = |steps: &[(State, Action)]| steps.iter().zip(gold).all(|((_, action), gold)| action == gold);
    if beam.items.first().is_some_and(|best| same(&beam.derivation(best))) {
        return 0;
    }
    let Some((_, worst)) = worst else { return 0 };
    let guess = beam.derivation(&worst);
    let shared = guess.iter().zip(gold).take_while(|((_, action), gold)| action == *gold).count();
    for at in shared..guess.len() {
        input.keys(&states[at], &stacks, &mut keys);
        keys.iter().for_each(|&key| perceptron.update(key, gold[at].class() as u8, 1));
        let (state, action) = guess[at];
        input.keys(&state, &beam.stacks, &mut keys);
        keys.iter().for_each(|&key| perceptron.update(key, action.class() as u8, -1));
    }
    1
}

/// A tree and the way to build it; lists start with the root.
struct Gold {
    heads: Vec<usize>,
    relations: Vec<u8>,
    steps: Vec<Action>,
}

impl Gold {
    fn new(example: &Example, backwards: bool) -> Self {
        let length = example.heads.len();
        let mut heads = vec![0; length + 1];
        let mut relations = vec![0; length + 1];
        for (at, (&head, &relation)) in example.heads.iter().zip(&example.relations).enumerate() {
            let turn = |word: usize| if backwards { length + 1 - word } else { word };
            let head = head as usize;
            heads[turn(at + 1)] = if head == 0 { 0 } else { turn(head) };
            relations[turn(at + 1)] = relation;
        }
        make_projective(&mut heads);
        let steps = steps(&heads, &relations);
        Self { heads, relations, steps }
    }
}

/// The steps that build the sentence's tree. A word goes under the one below it as late as it
/// can: by then the front has its own left children, and "for" has told whose a phrase is.
fn steps(heads: &[usize], relations: &[u8]) -> Vec<Action> {
    let length = heads.len() - 1;
    let mut waiting = vec![0; length + 1];
    heads.iter().skip(1).for_each(|&head| waiting[head] += 1);

    let mut steps = Vec::with_capacity(2 * length);
    let mut stack = vec![0];
    let mut front = 1;
    while steps.len() < 2 * length {
        let top = stack[stack.len() - 1];
        let done = top > 0 && waiting[top] == 0;
        if done && front <= length && heads[top] == front {
            steps.push(Action::Left(relations[top]));
        } else if done && is_in_the_way(&stack, heads, front) {
            steps.push(Action::Right(relations[top]));
        } else {
            steps.push(Action::Shift);
            stack.push(front);
            front += 1;
            continue;
        }
        waiting[heads[top]] -= 1;
        stack.pop();
    }
    steps
}

/// Whether the front has to reach below the top of the stack, or there is no front.
fn is_in_the_way(stack: &[usize], heads: &[usize], front: usize) -> bool {
    let below = &stack[..stack.len() - 1];
    heads
        .get(front)
        .is_none_or(|head| below.contains(head) || below.iter().any(|&word| word > 0 && heads[word] == front))
}

/// Lifts heads until no arc crosses another; few sentences of English need it.
fn make_projective(heads: &mut [usize]) {
    let is_under = |heads: &[usize], mut word: usize, ancestor: usize| loop {
        if word == ancestor {
            return true;
        }
        if word == 0 {
            return false;
        }
        word = heads[word];
    };
    // The shortest crossing arc is lifted first.
    loop {
        let crossing = (1..heads.len())
            .filter(|&word| heads[word] > 0)
            .filter(|&word| {
                let (low, high) = (word.min(heads[word]), word.max(heads[word]));
                (low + 1..high).any(|between| !is_under(heads, between, heads[word]))
            })
            .min_by_key(|&word| word.abs_diff(heads[word]));
        let Some(word) = crossing else { return };
        heads[word] = heads[heads[word]];
    }
}
