//! Dates as stretches of days, at the coarser precision.

use super::super::date::calendar;
use super::super::{Agreement, DateSet, Hedge, Op, Precision};
use jiff::civil::Date;

type Answer = (Agreement, &'static str);

/// Text's date against a claim's.
pub fn compare(text: &DateSet, op: Op, claim: &DateSet) -> Answer {
    if !text.is_resolved() || !claim.is_resolved() {
        return (Agreement::Unrelated, "does not compare with");
    }
    match op {
        Op::Equal | Op::About => equal(text, claim),
        Op::NotEqual => match (equal(text, claim).0, text.precision) {
            (Agreement::Supported, precision) if precision > claim.precision => (Agreement::Imprecise, "may be"),
            (agreement, _) => super::turned(agreement),
        },
        Op::Less => ordered(text.before(claim), claim.before(text) || same(text, claim), text, claim),
        Op::Greater => ordered(claim.before(text), text.before(claim) || same(text, claim), text, claim),
        Op::LessOrEqual => ordered(text.before(claim) || same(text, claim), claim.before(text), text, claim),
        Op::GreaterOrEqual => ordered(claim.before(text) || same(text, claim), text.before(claim), text, claim),
    }
}

fn equal(text: &DateSet, claim: &DateSet) -> Answer {
    if text.overlaps(claim) {
        return match at_the_edge(text, claim) {
            true => (Agreement::Imprecise, "is only roughly"),
            false => (Agreement::Supported, "agrees with"),
        };
    }
    if same_day_of_the_year(text, claim) {
        return (Agreement::Supported, "agrees with");
    }
    let near = gap(text, claim).is_some_and(|gap| gap <= slack(text));
    match near {
        true => (Agreement::Imprecise, "is only roughly"),
        false => (Agreement::Conflict, if text.before(claim) { "is before" } else { "is after" }),
    }
}

fn ordered(holds: bool, fails: bool, text: &DateSet, claim: &DateSet) -> Answer {
    match () {
        () if holds => (Agreement::Supported, "agrees with"),
        () if fails && !partly(text, claim) => (Agreement::Conflict, "contradicts"),
        () => (Agreement::Imprecise, "is only roughly"),
    }
}

/// The stretches overlap without being the same: the order is open.
fn partly(text: &DateSet, claim: &DateSet) -> bool {
    text.overlaps(claim) && !same(text, claim)
}

fn same(text: &DateSet, claim: &DateSet) -> bool {
    (text.from, text.to) == (claim.from, claim.to)
}

/// "on 17 March" in a text that looks back: which year is meant was only inferred.
fn same_day_of_the_year(text: &DateSet, claim: &DateSet) -> bool {
    let day = |set: &DateSet| {
        let one = set.from == set.to && set.precision == Precision::Day;
        set.from.filter(|_| one).map(|date| (date.month(), date.day()))
    };
    text.relative && day(text).is_some() && day(text) == day(claim)
}

/// "early August" for the 15th: the last third of a soft stretch counts only roughly.
fn at_the_edge(text: &DateSet, claim: &DateSet) -> bool {
    let (Some(from), Some(to)) = (text.from, text.to) else { return false };
    let soft = text.hedge == Hedge::About
        && !text.relative_count()
        && matches!(text.precision, Precision::Month | Precision::Year | Precision::Week);
    let finer = claim.precision < text.precision || claim.precision == Precision::Day;
    let (Some(first), Some(last)) = (claim.from, claim.to) else { return false };
    if !soft || !finer {
        return false;
    }
    let third = (calendar::days_between(from, to) + 1) / 3;
    let early = from.day() == 1;
    let late = calendar::add_days(to, 1).is_some_and(|next| next.day() == 1);
    match (early, late) {
        (true, false) => calendar::add_days(to, -third).is_some_and(|edge| first > edge),
        (false, true) => calendar::add_days(from, third).is_some_and(|edge| last < edge),
        _ => false,
    }
}

/// The days between two stretches that do not overlap.
fn gap(text: &DateSet, claim: &DateSet) -> Option<i64> {
    let between = |one: Date, two: Date| calendar::days_between(one, two);
    match text.before(claim) {
        true => Some(between(text.to?, claim.from?)),
        false => Some(between(claim.to?, text.from?)),
    }
}

/// By how many days hedged words may miss and still be only imprecise.
fn slack(text: &DateSet) -> i64 {
    let unit = match text.precision {
        Precision::Day => 1,
        Precision::Week => 7,
        Precision::Month => 31,
        Precision::Season | Precision::Quarter => 92,
        Precision::Year => 365,
        Precision::Decade => 3652,
        Precision::Century => 36524,
    };
    match text.hedge {
        Hedge::Exact | Hedge::Range => 0,
        Hedge::Vague => unit,
        Hedge::About => match (text.from, text.to) {
            (Some(from), Some(to)) => (calendar::days_between(from, to) + 1) / 3,
            _ => unit / 3,
        },
        // A bound missed by a little: five in a hundred of what is counted from.
        _ => unit / 6,
    }
}

impl DateSet {
    /// Counted from another day ("about ten years ago"), not a part of a month or year.
    fn relative_count(&self) -> bool {
        let starts = self.from.is_some_and(|from| from.day() == 1);
        let ends = self.to.and_then(|to| calendar::add_days(to, 1)).is_some_and(|next| next.day() == 1);
        self.relative && !starts && !ends
    }
}
