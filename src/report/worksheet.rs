//! TODO
use super::{Run, Style};

pub fn render(run: &Run, style: &Style) -> String {
    let _ = style;
    super::short::render(run)
}
