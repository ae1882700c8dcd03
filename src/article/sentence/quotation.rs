//! Which bytes of a block are inside a quotation.

/// Quotations shorter than this, in bytes, are not cut.
const SHORT: usize = 48;

/// The short quotations of a block, from the opening mark to the closing one.
pub fn short(text: &str) -> Vec<(usize, usize)> {
    let mut quotations = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match letter {
            '\n' => open = None,
            '“' => open = Some(at),
            '”' => quotations.extend(open.take().map(|start| (start, at))),
            '"' if open.is_some() && !before.is_whitespace() => quotations.extend(open.take().map(|start| (start, at))),
            '"' => open = Some(at),
            _ => {}
        }
        before = letter;
    }
    quotations.retain(|(start, end)| end - start < SHORT);
    quotations
}
