//! Results and votes: "3–1", "52-48", "6-4, 7-5".

use super::Unit;
use super::number::number;
use super::quantity::quantity;
use super::reader::Reader;
use rust_decimal::prelude::ToPrimitive;

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

/// "52 votes to 9", "six to three": a result in words, the higher number first; the token after it.
pub fn spelled(reader: &Reader, at: usize) -> Option<((u32, u32), usize)> {
    let side = |at: usize| {
        let number = number(reader, at, false).filter(|number| !number.fraction && number.value.is_integer())?;
        let value = number.value.to_u32().filter(|value| *value < 1000)?;
        Some((value, number.end))
    };
    let counted = |at: usize| {
        let nouns = ["votes", "vote", "points", "goals", "seats", "frames", "games", "sets", "runs"];
        if reader.is_any(at, &nouns) && reader.joined(at) { at + 1 } else { at }
    };
    // "from nine to five", "odds of ten to one", "open nine to five".
    let another = reader.before(at, &["from", "between"])
        || (at.saturating_sub(3)..at).any(|at| reader.is_any(at, &["odds", "ratio", "chance", "outnumbered"]));
    let (one, end) = side(at).filter(|_| !another)?;
    let to = counted(end);
    if !reader.is(to, "to") || !reader.joined(to) {
        return None;
    }
    let (two, end) = side(to + 1)?;
    let bare = quantity(reader, to + 1, true)
        .is_none_or(|second| second.readings.iter().all(|reading| reading.unit == Unit::Count));
    (one > two && (one, two) != (9, 5) && bare).then(|| ((one, two), counted(end)))
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
