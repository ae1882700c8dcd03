//! Signs for and against, weighed together: a logistic regression whose weights `examples/train_concern.rs` learns from
//! judged statements of many topics.

use crate::article::BlockKind;
use std::collections::HashMap;

/// Weights by the names of signs.
#[derive(Debug)]
pub struct Weights(HashMap<&'static str, f32>);

impl Weights {
    /// Reads a table of lines, each a name, a tab and a weight. What is not such a line counts for nothing.
    pub fn read(table: &'static str) -> Self {
        let line = |line: &'static str| {
            let (name, weight) = line.split_once('\t')?;
            Some((name, weight.trim().parse().ok()?))
        };
        Self(table.lines().filter_map(line).collect())
    }

    /// How sure the signs make it, from 0 to 1.
    pub fn probability(&self, signs: &[String]) -> f32 {
        let sum: f32 = signs.iter().filter_map(|sign| self.0.get(sign.as_str())).sum();
        probability_of(sum + self.of("bias"))
    }

    /// The weight of one sign; none where the table does not list it.
    pub fn of(&self, sign: &str) -> f32 {
        self.0.get(sign).copied().unwrap_or_default()
    }
}

/// Those of the signs that begin so, each once more behind a name of its own: what ties one kind of statement to a claim may not
/// tie another.
pub fn crossed(signs: &[String], beginnings: &[&str], with: &str) -> Vec<String> {
    let own = signs.iter().filter(|sign| beginnings.iter().any(|beginning| sign.starts_with(beginning)));
    own.map(|sign| format!("{with}{sign}")).collect()
}

/// Log-odds as a probability.
pub fn probability_of(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

/// A probability as log-odds.
pub fn odds_of(probability: f32) -> f32 {
    (probability / (1.0 - probability)).ln()
}

/// The sign that tells headlines and list items from running text.
pub fn block_sign(block: BlockKind) -> String {
    let name = match block {
        BlockKind::Title | BlockKind::Heading => "title",
        BlockKind::ListItem | BlockKind::Cell | BlockKind::Caption => "item",
        _ => "text",
    };
    format!("block:{name}")
}
