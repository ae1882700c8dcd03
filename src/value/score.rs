//! Results and votes: "3–1", "52-48", "6-4, 7-5".

use super::reader::Reader;

/// The pairs that start at a token, and the token after them.
pub fn score(reader: &Reader, at: usize) -> Option<(Vec<(u32, u32)>, usize)> {
    let (first, mut end) = pair(reader, at)?;
    let mut pairs = vec![first];
    while reader.text(end) == "," && reader.joined(end) {
        match pair(reader, end + 1) {
            Some((next, after)) => {
                pairs.push(next);
                end = after;
            }
            None => break,
        }
    }
    Some((pairs, end))
}

fn pair(reader: &Reader, at: usize) -> Option<((u32, u32), usize)> {
    if reader.glued(at) && at > 0 && !matches!(reader.text(at - 1), "(" | "[" | "\"" | "“" | "'" | "—") {
        return None;
    }
    let dash = reader.is_dash(at + 1) && reader.text(at + 1) != "—" && reader.glued(at + 1) && reader.glued(at + 2);
    let side = |at: usize| reader.digits(at).filter(|&side| side < 1000).and_then(|side| u32::try_from(side).ok());
    let (one, two) = (side(at)?, side(at + 2)?);
    let end = at + 3;
    let more = reader.glued(end)
        && (reader.is_dash(end)
            || reader.is_digits(end)
            || reader.is_word(end)
            || matches!(reader.text(end), "/" | "%"))
        || (reader.text(end) == "." && reader.glued(end) && reader.is_digits(end + 1) && reader.glued(end + 1))
        || (reader.text(end) == "," && reader.glued(end) && reader.is_digits(end + 1) && reader.glued(end + 1));
    let odd = |at: usize| reader.text(at).len() > 1 && reader.text(at).starts_with('0');
    (dash && !more && !odd(at) && !odd(at + 2)).then_some(((one, two), end))
}
