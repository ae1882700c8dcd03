//! TODO
use super::Run;

pub fn render(run: &Run) -> String {
    super::short::render(run)
}
