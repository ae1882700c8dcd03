//! Text's value ⋚ claim's value: the table of RULE-LANGUAGE section 4.

mod amount;
mod date;
mod derive;
mod time;

use super::{Agreement, Comparison, Dimension, Hedge, Kind, Op, ScoreMatch, Value, compare_scores};
pub use derive::{age_on, between, elapsed};

/// Compares by the kinds of both; kinds that do not compare are unrelated.
pub fn compare(text: &Value, op: Op, claim: &Value) -> Comparison {
    let (agreement, how) = match (text, claim) {
        (Value::Amount(text), Value::Amount(claim)) => amount::compare(text, op, claim),
        (Value::Date(text), Value::Date(claim)) => date::compare(text, op, claim),
        (Value::Time { .. }, Value::Time { .. }) => time::compare(text, op, claim),
        (Value::Score(text), Value::Score(claim)) => scores(text, op, claim),
        (Value::Ordinal(text), Value::Ordinal(claim)) => ordinals(*text, op, *claim),
        _ => (Agreement::Unrelated, "does not compare with"),
    };
    Comparison { agreement, because: format!("{} {how} {}", text.describe(), claim.describe_as(op)) }
}

/// Whether two values answer the same question; a bare number goes with a measure, an age with years.
pub fn same_kind(one: &Value, two: &Value) -> bool {
    match (one.kind(), two.kind()) {
        (one, two) if one == two => true,
        (Kind::Count, Kind::Measure(_) | Kind::Age) | (Kind::Measure(_) | Kind::Age, Kind::Count) => true,
        (Kind::Age, Kind::Measure(Dimension::Time)) | (Kind::Measure(Dimension::Time), Kind::Age) => true,
        (Kind::Percent, Kind::PercentagePoint) | (Kind::PercentagePoint, Kind::Percent) => true,
        _ => false,
    }
}

fn scores(text: &[(u32, u32)], op: Op, claim: &[(u32, u32)]) -> (Agreement, &'static str) {
    let same = match compare_scores(text, claim) {
        ScoreMatch::Equal => (Agreement::Supported, "is"),
        ScoreMatch::Swapped => (Agreement::Conflict, "is the other way round than"),
        ScoreMatch::Different => (Agreement::Conflict, "is not"),
    };
    match op {
        Op::Equal | Op::About => same,
        Op::NotEqual => turned(same.0),
        _ => (Agreement::Unrelated, "does not compare with"),
    }
}

fn ordinals(text: i64, op: Op, claim: i64) -> (Agreement, &'static str) {
    // "last" is no place that can be compared with a number.
    if text != claim && (text < 0 || claim < 0) {
        return (Agreement::Unrelated, "does not compare with");
    }
    let holds = match op {
        Op::Equal | Op::About => text == claim,
        Op::NotEqual => text != claim,
        Op::Less => text < claim,
        Op::LessOrEqual => text <= claim,
        Op::Greater => text > claim,
        Op::GreaterOrEqual => text >= claim,
    };
    match holds {
        true => (Agreement::Supported, "is"),
        false => (Agreement::Conflict, "is not"),
    }
}

/// What an agreement with `=` is with `!=`.
fn turned(agreement: Agreement) -> (Agreement, &'static str) {
    match agreement {
        Agreement::Supported => (Agreement::Conflict, "is"),
        Agreement::Conflict => (Agreement::Supported, "is not"),
        Agreement::Imprecise => (Agreement::Imprecise, "may be"),
        Agreement::Unrelated => (Agreement::Unrelated, "does not compare with"),
    }
}

/// Whether a hedge leaves the number itself standing.
fn is_named(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Exact | Hedge::About | Hedge::Nearly)
}
