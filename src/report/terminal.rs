//! TODO
use super::words::Counts;
use super::{Run, Style, Trouble};
use crate::rulebook::Problem;
use std::sync::Arc;

/// Columns of the terminal; 100 where there is none.
pub fn width() -> usize {
    100
}

pub fn render(run: &Run, style: &Style) -> String {
    let _ = style;
    super::short::render(run) + &Counts::of(run).sentence() + "\n"
}

pub fn troubles(problems: &[Problem], sources: &[(String, Arc<str>)], others: &[Trouble], style: &Style) -> String {
    let _ = (sources, style);
    let mut out = String::new();
    for problem in problems {
        out.push_str(&format!("{}: {}\n", problem.path, problem.message));
    }
    for other in others {
        out.push_str(&format!("{}: {}\n{}\n", other.path.as_deref().unwrap_or("factlint"), other.message, other.help));
    }
    out
}
