//! Durations without a number: "an hour", "another month", "all day", "hours-long", "for years".

use super::measure::{self};
use super::number::Number;
use super::quantity::{Quantity, plain};
use super::reader::Reader;
use super::{Amount, Hedge, Unit};
use rust_decimal::Decimal;

/// One of a unit, or many of it. `hedged` says that a hedge stands before ("nearly an hour").
pub fn of_one(reader: &Reader, at: usize, hedged: bool) -> Option<Quantity> {
    many(reader, at).or_else(|| one(reader, at, hedged))
}

fn one(reader: &Reader, at: usize, hedged: bool) -> Option<Quantity> {
    let article = reader.is_any(at, &["a", "an"]);
    let whole = reader.is_any(at, &["all", "full", "whole", "entire", "another"]);
    if !article && !whole {
        return None;
    }
    let mut next = at + 1;
    if reader.is_any(next, &["full", "whole", "further", "good", "single", "solid", "additional", "extra"]) {
        next += 1;
    } else if whole {
        next = reader.past_hyphen(next);
    }
    let singular = !reader.text(next).ends_with('s');
    let value = Decimal::ONE;
    let number = Number { value, step: value, mantissa: value, fraction: false, plain: false, end: next };
    let Some((_, end)) = measure::time_unit(reader, next).filter(|_| singular && reader.joined(next)) else {
        // "nearly a mile", "over a pound".
        let unit =
            measure::suffixed(reader, &number).filter(|_| hedged && article && singular && reader.joined(next))?;
        return (reader.text(next).len() > 1).then_some(unit);
    };
    if reader.is_any(next, &["h", "d", "min", "sec", "second", "hr", "night"]) && article && !hedged {
        return None;
    }
    let after =
        ["ago", "later", "earlier", "before", "after", "from", "long", "and", "starting", "beginning", "old", "hence"];
    let led = [
        "for", "in", "over", "within", "about", "almost", "nearly", "than", "after", "of", "under", "just", "lasted",
        "took", "takes", "take", "lasts", "last", "spent", "spend", "wait", "waited", "around", "roughly", "least",
        "most", "to", "by", "exactly", "only", "inside", "every", "half", "quarter", "leave",
    ];
    let measured = hedged
        || reader.claim
        || whole
        || reader.is_any(end, &after)
        || reader.before(at, &led)
        || reader.before(at, &["is", "was", "be"]);
    let rate = ["a", "an"].iter().any(|word| reader.is(at, word)) && reader.is_any(end, &["rate"]);
    if !measured || rate {
        return None;
    }
    measure::suffixed(reader, &number).map(|quantity| match whole {
        true => Quantity { core_end: quantity.core_end.max(end), ..quantity },
        false => quantity,
    })
}

/// "hours-long", "for years": some of them, nobody says how many.
fn many(reader: &Reader, at: usize) -> Option<Quantity> {
    if !reader.text(at).ends_with('s') || reader.text(at).len() < 4 {
        return None;
    }
    let (unit, end) = measure::time_unit(reader, at)?;
    let Unit::Measure { id, .. } = unit else { return None };
    let long = reader.past_hyphen(end);
    let adjective = long > end && reader.is(long, "long");
    let led = reader.before(at, &["for", "took", "lasted", "spent", "take", "after"]) && !reader.is(end, "of");
    if !adjective && !led {
        return None;
    }
    let high = match id {
        "second" | "minute" => 60,
        "hour" => 12,
        "day" => 10,
        "week" => 8,
        "month" => 18,
        "year" => 20,
        _ => 10,
    };
    let end = if adjective { long + 1 } else { end };
    let value = Decimal::TWO;
    let number = Number { value, step: Decimal::ONE, mantissa: value, fraction: false, plain: false, end };
    let exact = plain(&number, unit);
    let reading = Amount { low: Some(value), high: Some(Decimal::from(high)), hedge: Hedge::Vague, ..exact };
    Some(Quantity { number, readings: vec![reading], core_end: end, end })
}
