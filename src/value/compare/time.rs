//! Times of day.

use super::super::{Agreement, Hedge, Op, Value};

type Answer = (Agreement, &'static str);

/// Text's time of day against a claim's.
pub fn compare(text: &Value, op: Op, claim: &Value) -> Answer {
    let unrelated = (Agreement::Unrelated, "does not compare with");
    let (Value::Time { from, to, zone, hedge }, Value::Time { from: low, to: high, zone: other, .. }) = (text, claim)
    else {
        return unrelated;
    };
    if let (Some(zone), Some(other)) = (zone, other)
        && !zone.eq_ignore_ascii_case(other)
    {
        return unrelated;
    }
    let overlap = from <= high && low <= to;
    let before = to < low;
    let gap = if before { low - to } else { from.saturating_sub(*high) };
    let equal = match () {
        () if overlap => (Agreement::Supported, "agrees with"),
        () if gap <= if *hedge == Hedge::Exact { 5 } else { 20 } => (Agreement::Imprecise, "is only roughly"),
        () => (Agreement::Conflict, if before { "is before" } else { "is after" }),
    };
    let order = |holds: bool| match (holds, overlap) {
        (true, _) => (Agreement::Supported, "agrees with"),
        (false, true) if from != to || low != high => (Agreement::Imprecise, "is only roughly"),
        (false, _) => (Agreement::Conflict, "contradicts"),
    };
    match op {
        Op::Equal | Op::About => equal,
        Op::NotEqual => super::turned(equal.0),
        Op::Less => order(to < low),
        Op::LessOrEqual => order(to <= high),
        Op::Greater => order(from > high),
        Op::GreaterOrEqual => order(from >= low),
    }
}
