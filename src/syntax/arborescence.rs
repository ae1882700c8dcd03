//! Scores of arcs → the tree whose scores add up to most, after Chu and Liu, and Edmonds.

/// The head of every word, words counted from 1 and 0 for the root. `scores` has a row a word: what
/// speaks for the root as its head, then for each word. Exactly one word hangs under the root.
pub fn best(scores: &[f32], words: usize) -> Vec<usize> {
    let mut rows: Vec<Vec<f64>> = vec![vec![0.0; words + 1]];
    rows.extend(scores.chunks_exact(words + 1).map(|row| row.iter().map(|&score| f64::from(score)).collect()));
    let mut heads = highest(&rows);
    let roots = heads.iter().skip(1).filter(|&&head| head == 0).count();
    if roots != 1 || circle(&heads).is_some() {
        // A root costs more than all arcs together can be worth, so one is taken and no second.
        rows.iter_mut().skip(1).for_each(|row| row[0] -= 1e6);
        heads = solve(&rows);
    }
    heads.split_off(1)
}

/// For each node the head that scores highest, whatever comes of it; node 0 has none.
fn highest(rows: &[Vec<f64>]) -> Vec<usize> {
    let best = |(node, row): (usize, &Vec<f64>)| {
        let others = (0..row.len()).filter(|&head| head != node);
        others.reduce(|best, head| if row[head] > row[best] { head } else { best }).unwrap_or(0)
    };
    let mut heads: Vec<usize> = rows.iter().enumerate().map(best).collect();
    heads[0] = 0;
    heads
}

/// The nodes of a circle, if there is one.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    // Which walk up the heads came by first.
    let mut walks = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && walks[at] == 0 {
            walks[at] = start;
            at = heads[at];
        }
        if at != 0 && walks[at] == start {
            let round = std::iter::successors(Some(heads[at]), |&next| Some(heads[next]));
            return Some([at].into_iter().chain(round.take_while(|&node| node != at)).collect());
        }
    }
    None
}

/// The best tree of all: a circle is made one node, and opened where that costs least.
fn solve(rows: &[Vec<f64>]) -> Vec<usize> {
    let mut heads = highest(rows);
    let Some(circle) = circle(&heads) else { return heads };
    let outside: Vec<usize> = (0..rows.len()).filter(|node| !circle.contains(node)).collect();
    // For each node outside its best head in the circle, and the node of the circle that it would best govern.
    let best = |nodes: &[usize], score: &dyn Fn(usize) -> f64| {
        let better = |best: usize, node: usize| if score(node) > score(best) { node } else { best };
        nodes.iter().copied().reduce(better).unwrap_or(0)
    };
    let gain = |node: usize, head: usize| rows[node][head] - rows[node][heads[node]];
    let leaving: Vec<usize> = outside.iter().map(|&node| best(&circle, &|head| rows[node][head])).collect();
    let entering: Vec<usize> = outside.iter().map(|&head| best(&circle, &|node| gain(node, head))).collect();

    let mut smaller: Vec<Vec<f64>> = outside
        .iter()
        .zip(&leaving)
        .map(|(&node, &head)| outside.iter().map(|&other| rows[node][other]).chain([rows[node][head]]).collect())
        .collect();
    smaller.push(outside.iter().zip(&entering).map(|(&head, &node)| gain(node, head)).chain([0.0]).collect());
    let solved = solve(&smaller);

    let whole = outside.len();
    for (at, &node) in outside.iter().enumerate().skip(1) {
        heads[node] = if solved[at] == whole { leaving[at] } else { outside[solved[at]] };
    }
    let from = solved[whole];
    heads[entering[from]] = outside[from];
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_open_where_it_costs_least() {
        // Words 1 and 2 would govern each other; word 1 under the root costs less.
        assert_eq!(best(&[5.0, 0.0, 10.0, 1.0, 10.0, 0.0], 2), [0, 1]);
        assert_eq!(best(&[0.0, -9.0, -9.0, 0.0, -9.0, -9.0], 2).iter().filter(|&&head| head == 0).count(), 1);
        assert!(best(&[], 0).is_empty());
    }

    #[test]
    fn as_good_as_any_tree() {
        // All trees of four words, against scores drawn from a small generator.
        let mut state = 7_u32;
        for _ in 0..200 {
            let scores: Vec<f32> = (0..20)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 24) as f32
                })
                .collect();
            let value =
                |heads: &[usize]| heads.iter().enumerate().map(|(at, &head)| scores[at * 5 + head]).sum::<f32>();
            let is_tree = |heads: &[usize]| {
                let full: Vec<usize> = [0].into_iter().chain(heads.iter().copied()).collect();
                heads.iter().filter(|&&head| head == 0).count() == 1
                    && heads.iter().enumerate().all(|(at, &head)| head != at + 1)
                    && circle(&full).is_none()
            };
            let all = (0..625).map(|code| [code % 5, code / 5 % 5, code / 25 % 5, code / 125]);
            let most = all.filter(|heads| is_tree(heads)).map(|heads| value(&heads)).fold(0.0, f32::max);
            let found = best(&scores, 4);
            assert!(is_tree(&found) && value(&found) == most, "{found:?}");
        }
    }
}
