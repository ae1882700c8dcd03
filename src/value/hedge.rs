//! Hedges: the words around a number and the sets that they make of it.

use super::reader::Reader;
use super::vocabulary::HedgeWord;
use super::{Amount, Hedge};
use rust_decimal::Decimal;

/// The hedge that starts at a token and the token after it; emphasis ("just", "only") is passed over.
/// The flag says that some hedge was there.
pub fn before(reader: &Reader, start: usize) -> (Hedge, usize) {
    let mut hedge = Hedge::Exact;
    let mut at = start;
    if reader.is(start, "about")
        && reader.before(start, &["how", "what", "talk", "talked", "know", "asked", "said", "book", "film"])
    {
        return (Hedge::Exact, start);
    }
    for _ in 0..4 {
        let Some((end, &HedgeWord::Hedge(word))) = reader.phrase(&reader.vocabulary.hedges_before, at) else { break };
        if hedge == Hedge::Exact {
            hedge = word;
        }
        at = end;
    }
    (hedge, at)
}

/// The hedge after a value: "200 or so", "30-odd", "5,000+".
pub fn after(reader: &Reader, at: usize) -> Option<(Hedge, usize)> {
    if !reader.joined(at) {
        return None;
    }
    let from = reader.past_hyphen(at);
    let (end, word) = reader.phrase(&reader.vocabulary.hedges_after, from)?;
    let suffix = reader.is_any(from, &["plus", "+", "odd", "ish"]);
    let fits = match reader.text(from) {
        "+" => reader.glued(from) && !reader.is_digits(from + 1),
        _ if reader.is_any(from, &["odd", "ish"]) => from > at || reader.glued(at) || reader.is(from, "odd"),
        _ if reader.is(from, "plus") => from > at || reader.ends(end),
        _ => !suffix,
    };
    // "three at least five": a hedge that belongs to the next number.
    let next = reader.is_digits(end) || reader.word(end).cardinal.is_some();
    match word {
        HedgeWord::Hedge(hedge) if fits && !next => Some((*hedge, end)),
        _ => None,
    }
}

/// The set of a hedged number: RULE-LANGUAGE section 4. `low` and `high` are its own rounding.
pub fn set(nominal: Decimal, low: Decimal, high: Decimal, hedge: Hedge) -> (Option<Decimal>, Option<Decimal>) {
    let tenth = nominal.abs() / Decimal::TEN;
    match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (Some(low), Some(high)),
        Hedge::About => (
            Some(low.min(nominal.checked_sub(tenth).unwrap_or(low))),
            Some(high.max(nominal.checked_add(tenth).unwrap_or(high))),
        ),
        Hedge::Nearly => (Some(nominal.checked_sub(tenth).unwrap_or(low)), Some(nominal)),
        Hedge::MoreThan | Hedge::AtLeast => (Some(nominal), None),
        Hedge::LessThan | Hedge::UpTo => (None, Some(nominal)),
    }
}

/// The amount with a hedge put on it; a range or a vague word keeps its own set.
pub fn hedged(amount: Amount, hedge: Hedge) -> Amount {
    if hedge == Hedge::Exact {
        return amount;
    }
    let (low, high) = match (amount.hedge, amount.low, amount.high) {
        (Hedge::Exact, Some(low), Some(high)) => set(amount.nominal, low, high, hedge),
        // "more than several hours", "at least two to three hours": the nearer end opens.
        (Hedge::Range | Hedge::Vague, low, high) => match hedge {
            Hedge::MoreThan | Hedge::AtLeast => (low, None),
            Hedge::LessThan | Hedge::UpTo => (None, high),
            _ => return amount,
        },
        _ => return amount,
    };
    Amount { low, high, hedge, ..amount }
}
