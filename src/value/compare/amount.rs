//! Amounts as sets of numbers.

use super::super::measure;
use super::super::{Agreement, Amount, Dimension, Hedge, Op, Unit};
use super::is_named;
use rust_decimal::Decimal;

type Answer = (Agreement, &'static str);

const UNRELATED: Answer = (Agreement::Unrelated, "does not compare with");

/// Text's amount against a claim's.
pub fn compare(text: &Amount, op: Op, claim: &Amount) -> Answer {
    match (&text.unit, &claim.unit) {
        (Unit::Percent, Unit::PercentagePoint) | (Unit::PercentagePoint, Unit::Percent) => {
            return (Agreement::Conflict, "is a percentage of another kind than");
        }
        _ => {}
    }
    let Some(text) = aligned(text, claim) else { return UNRELATED };
    match op {
        Op::Equal => equal(&text, claim),
        Op::NotEqual => match equal(&text, claim).0 {
            Agreement::Supported if text.hedge != Hedge::Exact => (Agreement::Imprecise, "may be"),
            agreement => super::turned(agreement),
        },
        Op::About => about(&text, claim),
        _ => inequality(&text, op, claim.nominal),
    }
}

/// The text's amount in the claim's unit; a bare number takes it, prices per month are made prices per year.
fn aligned(text: &Amount, claim: &Amount) -> Option<Amount> {
    match (&text.unit, &claim.unit) {
        (Unit::Count, Unit::Measure { .. } | Unit::Age) => Some(Amount { unit: claim.unit.clone(), ..text.clone() }),
        (Unit::Measure { .. } | Unit::Age, Unit::Count) => Some(Amount { unit: Unit::Count, ..text.clone() }),
        (Unit::Money { currency: one, per: Some(per) }, Unit::Money { currency: two, per: Some(claimed) })
            if per != claimed =>
        {
            let (per, claimed) = (measure::by_id(per)?, measure::by_id(claimed)?);
            let time = per.dimension == Dimension::Time && claimed.dimension == Dimension::Time;
            let factor = claimed.factor.checked_div(per.factor)?;
            (one == two && time).then(|| super::super::quantity::times_factor(text.clone(), factor))
        }
        _ => measure::convert(text, &claim.unit),
    }
}

fn equal(text: &Amount, claim: &Amount) -> Answer {
    let stands = claim.hedge == Hedge::Exact;
    let value = claim.nominal;
    let inside = match stands {
        true => contains(text, value),
        // A range or hedge in the claim: the number named in the text must lie in it, or the text's set hold it all.
        false => within(claim, nearest_end(text, value)) && bounded_like(text, claim) || holds(text, claim),
    };
    if inside {
        return match () {
            () if stands && is_far(text, value) => (Agreement::Imprecise, "is far from"),
            () if stands && is_edge(text, value) => (Agreement::Imprecise, "is not quite"),
            () if stands && is_loose(text, value) => (Agreement::Imprecise, "is a loose rounding of"),
            () => (Agreement::Supported, "agrees with"),
        };
    }
    let near = nearly_there(text, value) || missed_by(text, value).is_some_and(|share| share < tolerance(text));
    if overlap(text, claim) || near || rounds_to(text, value) {
        return (Agreement::Imprecise, "is only roughly");
    }
    (Agreement::Conflict, side(text, claim))
}

/// `~`: the number named in the text decides, of a bound or range the end nearest to the claim.
fn about(text: &Amount, claim: &Amount) -> Answer {
    let value = claim.nominal;
    let contained = contains(text, value) && !is_named(text.hedge);
    if text.hedge == Hedge::Vague {
        let near = missed_by(text, value).is_some_and(|share| share < tolerance(text));
        return match contained || near {
            true => (Agreement::Imprecise, "is only roughly"),
            false => (Agreement::Conflict, side(text, claim)),
        };
    }
    let named = if is_named(text.hedge) { text.nominal } else { nearest_end(text, value) };
    let off = match claim.hedge {
        Hedge::Range if within(claim, named) => Decimal::ZERO,
        Hedge::Range => named.saturating_sub(nearest_end(claim, named)).abs(),
        _ => named.checked_sub(value).map_or(Decimal::MAX, |off| off.abs()),
    };
    let share = |part: i64| value.abs().checked_mul(Decimal::new(part, 2)).unwrap_or(Decimal::MAX);
    let small = value.abs() < Decimal::TEN && is_long_time(&claim.unit) && off < Decimal::new(5, 1);
    match () {
        () if off <= share(10) || small => (Agreement::Supported, "agrees with"),
        () if off <= share(25) || contained => (Agreement::Imprecise, "is only roughly"),
        () => (Agreement::Conflict, side(text, claim)),
    }
}

/// Hours, days, weeks, months and years: half of one is no difference for small numbers.
fn is_long_time(unit: &Unit) -> bool {
    matches!(unit, Unit::Measure { id: "hour" | "day" | "week" | "month" | "year", .. } | Unit::Age)
}

/// `<`, `<=`, `>`, `>=`: a half-line.
fn inequality(text: &Amount, op: Op, limit: Decimal) -> Answer {
    let holds = |value: Decimal| match op {
        Op::Less => value < limit,
        Op::LessOrEqual => value <= limit,
        Op::Greater => value > limit,
        _ => value >= limit,
    };
    let below = matches!(op, Op::Less | Op::LessOrEqual);
    if text.hedge == Hedge::Exact {
        return match holds(text.nominal) {
            true => (Agreement::Supported, "agrees with"),
            // Its rounding may still hold.
            false if text.low.is_some_and(holds) || text.high.is_some_and(holds) => {
                (Agreement::Imprecise, "is only roughly")
            }
            false => (Agreement::Conflict, "contradicts"),
        };
    }
    let low_holds = text.low.map_or(below, holds);
    let high_holds = text.high.map_or(!below, holds);
    // "more than 50" holds all of "> 100".
    let open_alike = if below { text.low.is_none() } else { text.high.is_none() };
    let end = if below { text.high } else { text.low };
    let covers = open_alike && end.is_none_or(|end| if below { end >= limit } else { end <= limit });
    match () {
        () if low_holds && high_holds || covers => (Agreement::Supported, "agrees with"),
        () if low_holds || high_holds => (Agreement::Imprecise, "is only roughly"),
        () => (Agreement::Conflict, "contradicts"),
    }
}

fn contains(set: &Amount, value: Decimal) -> bool {
    within(set, value)
}

fn within(set: &Amount, value: Decimal) -> bool {
    set.low.is_none_or(|low| low <= value) && set.high.is_none_or(|high| value <= high)
}

/// All of the claim's set lies in the text's.
fn holds(text: &Amount, claim: &Amount) -> bool {
    let low = text.low.is_none_or(|low| claim.low.is_some_and(|claimed| low <= claimed));
    let high = text.high.is_none_or(|high| claim.high.is_some_and(|claimed| claimed <= high));
    low && high
}

/// A text without bound on one side is not inside a bounded claim.
fn bounded_like(text: &Amount, claim: &Amount) -> bool {
    match text.hedge {
        Hedge::Range | Hedge::Vague => {
            text.low.is_some_and(|low| within(claim, low)) && text.high.is_some_and(|high| within(claim, high))
        }
        Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::UpTo => true,
        _ => true,
    }
}

fn overlap(one: &Amount, two: &Amount) -> bool {
    // What rounds to three and what rounds to four have only an end in common, which is one of them alone.
    let rounded = |amount: &Amount| amount.hedge == Hedge::Exact && amount.low < amount.high;
    let apart = rounded(one) && rounded(two);
    let meet = |(low, high): (Decimal, Decimal)| if apart { low < high } else { low <= high };
    let starts = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(meet);
    starts(one.low, two.high) && starts(two.low, one.high)
}

/// The end of the set that is nearest to a value.
fn nearest_end(set: &Amount, value: Decimal) -> Decimal {
    if is_named(set.hedge) {
        return set.nominal;
    }
    let distance = |end: &Decimal| end.checked_sub(value).map_or(Decimal::MAX, |off| off.abs());
    [set.low, set.high].into_iter().flatten().min_by_key(distance).unwrap_or(set.nominal)
}

/// How far outside the set the value is, as a share of the end it misses.
fn missed_by(set: &Amount, value: Decimal) -> Option<Decimal> {
    let end = match (set.low, set.high) {
        (Some(low), _) if value < low => low,
        (_, Some(high)) if value > high => high,
        _ => return Some(Decimal::ZERO),
    };
    value.checked_sub(end)?.abs().checked_div(end.abs())
}

/// How much a set may be missed by and still be only imprecise.
fn tolerance(text: &Amount) -> Decimal {
    match text.hedge {
        Hedge::Exact => Decimal::ZERO,
        Hedge::Vague => Decimal::new(5, 1),
        _ => Decimal::new(5, 2),
    }
}

/// "nearly three hours" for a little over three.
fn nearly_there(text: &Amount, value: Decimal) -> bool {
    if text.hedge != Hedge::Nearly || value < text.nominal {
        return false;
    }
    let whole = |value: Decimal| value.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    match text.nominal.fract().is_zero() && text.nominal < Decimal::ONE_HUNDRED {
        true => whole(value) == text.nominal,
        false => missed_by(text, value).is_some_and(|share| share < Decimal::new(5, 2)),
    }
}

/// A bound far from the value: beyond twice "more than N", under half of "up to N".
fn is_far(text: &Amount, value: Decimal) -> bool {
    match text.hedge {
        Hedge::MoreThan | Hedge::AtLeast => text
            .low
            .and_then(|low| low.checked_mul(Decimal::TWO))
            .is_some_and(|twice| value > twice && value > Decimal::ZERO),
        Hedge::LessThan | Hedge::UpTo => {
            text.high.is_some_and(|high| value.checked_mul(Decimal::TWO).is_some_and(|twice| twice < high))
        }
        _ => false,
    }
}

/// "more than eight" and "fewer than eight" for eight.
fn is_edge(text: &Amount, value: Decimal) -> bool {
    match text.hedge {
        Hedge::MoreThan => text.low == Some(value),
        Hedge::LessThan => text.high == Some(value),
        _ => false,
    }
}

/// "100" for 60: a rounding by more than a tenth.
fn is_loose(text: &Amount, value: Decimal) -> bool {
    let off = text.nominal.saturating_sub(value).abs();
    let round = text.nominal.abs() >= Decimal::ONE_HUNDRED;
    text.hedge == Hedge::Exact && round && off > value.abs() / Decimal::TEN
}

/// A measure in tens ("30 minutes") for a value that rounds to it (28).
fn rounds_to(text: &Amount, value: Decimal) -> bool {
    let measure = matches!(text.unit, Unit::Measure { .. });
    let tens = (text.nominal % Decimal::TEN).is_zero() && text.nominal >= Decimal::TEN;
    let off = text.nominal.saturating_sub(value).abs();
    text.hedge == Hedge::Exact && measure && tens && off <= text.nominal / Decimal::TEN && off <= Decimal::from(5)
}

fn side(text: &Amount, claim: &Amount) -> &'static str {
    let above = text.low.zip(claim.high).is_some_and(|(low, high)| low > high) || text.nominal > claim.nominal;
    if above { "is above" } else { "is below" }
}
