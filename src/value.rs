//! Values in running text and in claims: found, normalised and compared by the same code.
//!
//! Every value stands for a set: a number for all numbers that round to it, "nearly three hours"
//! for 2.7 to 3 hours, "2013" for its days. RULE-LANGUAGE section 4 is the table of sets.

mod age;
mod claim;
mod compare;
mod date;
mod describe;
mod duration;
mod find;
mod hedge;
mod measure;
mod money;
mod name;
mod number;
mod ordinal;
mod percent;
mod print;
mod quantity;
mod reader;
mod score;
#[cfg(test)]
mod tests;
mod time;
mod token;
mod vocabulary;

pub use describe::{MONTHS, month_named};

use crate::span::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A value and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueMention {
    /// All words of the value, hedge and unit included: "nearly three hours".
    pub span: Span,
    /// Number and unit without the hedge: "three hours".
    pub core: Span,
    /// The readings, the likeliest first; more than one only where the words are ambiguous
    /// ("10-19": a score or a range). Never empty.
    pub readings: Vec<Value>,
}

/// What a value says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Amount(Amount),
    Date(DateSet),
    /// Minutes after midnight; `zone` as written ("EDT").
    Time {
        from: u16,
        to: u16,
        zone: Option<String>,
        hedge: Hedge,
    },
    /// A result or vote as written, the first side first: "52-48", "3–1", "6-4, 7-5" has two pairs.
    Score(Vec<(u32, u32)>),
    /// "eighth", "8th"; -1 for "last".
    Ordinal(i64),
}

/// A number with what it counts or measures, as the set of numbers it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The number named, in `unit`. For a range its lower end.
    pub nominal: Decimal,
    /// The set it stands for, in `unit`; `None` is unbounded. Ends are inclusive unless `open`.
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub unit: Unit,
    pub hedge: Hedge,
}

/// What a number counts or measures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A bare number or a count; what is counted stands beside it in the text.
    Count,
    Percent,
    PercentagePoint,
    /// Twice, tripled, "three times as many".
    Times,
    /// ISO 4217 code, in whole units ("USD"); `per` says per what ("share") where the words do.
    Money {
        currency: String,
        per: Option<String>,
    },
    /// A unit of the table in data/units: its id ("km", "hour") and dimension.
    Measure {
        id: &'static str,
        dimension: Dimension,
    },
    /// Years of age.
    Age,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
#[rustfmt::skip]
pub enum Dimension { Time, Length, Area, Volume, Mass, Speed, Temperature, Energy, Power, Data, DataRate, Angle, Pressure, Frequency, Voltage, Current, Force, Magnitude, Density, Flow, Dose, Radioactivity, Yield, Other }

/// How a number was worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[rustfmt::skip]
pub enum Hedge { Exact, About, Nearly, MoreThan, AtLeast, LessThan, UpTo, Range, Vague }

/// A stretch of days: from the first to the last, both inclusive; `None` is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSet {
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub precision: Precision,
    /// Resolved against the article's date ("Friday", "over a decade ago").
    pub relative: bool,
    pub hedge: Hedge,
    /// A weekday written beside a full date, with its agreement: `Some(false)` for "Saturday, Aug. 15, 2025".
    pub weekday_agrees: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Precision { Day, Week, Month, Season, Quarter, Year, Decade, Century }

/// What relative words are resolved against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The article's date. Without it relative dates are found, with open ends.
    pub date: Option<Date>,
}

/// What a value answers, without its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Kind { Count, Percent, PercentagePoint, Times, Money, Measure(Dimension), Age, Date, Time, Score, Ordinal }

/// How two results stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[rustfmt::skip]
pub enum ScoreMatch { Equal, Swapped, Different }

/// The values of `text` under `span`, in text order, not overlapping. Never fails.
pub fn find(text: &str, span: Span, context: &Context) -> Vec<ValueMention> {
    let reader = reader::Reader::new(text, span, context.date, false);
    find::find(&reader)
}

/// Words that point on or back from where the text is, with the number of places: "next" 1, "previous" -1, "current" 0.
pub fn steps(text: &str, span: Span) -> Vec<(Span, i64)> {
    let reader = reader::Reader::new(text, span, None, false);
    ordinal::steps(&reader)
}

/// The value that the whole of `text` is, as an editor writes it in a claim: `2 h 45 min`, `$1.4 billion`,
/// `2.5..3.5 hours`, `3 hours ± 20 min`, `September 2013`, `52-48`, `8th`.
pub fn parse(text: &str) -> Option<Value> {
    readings(text).into_iter().next()
}

/// All that the whole of `text` can mean, the likeliest first: "10-19" is a result or a range, "2000" a year or a number.
pub fn readings(text: &str) -> Vec<Value> {
    claim::readings(text)
}

/// How a claim compares its value. `includes` compares as `Equal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[rustfmt::skip]
pub enum Op { Equal, NotEqual, About, Less, LessOrEqual, Greater, GreaterOrEqual }

/// What comparing a text's value with a claim's comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The two cannot both be true.
    Conflict,
    Imprecise,
    Supported,
    /// The two do not compare: another currency, another dimension, a relative date without an article date.
    Unrelated,
}

/// An agreement and the reason for it in words, for a finding's `because`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub agreement: Agreement,
    /// One clause that names both sets: "two hours is below 2 h 30 min to 3 h 30 min".
    pub because: String,
}

/// Text's value ⋚ claim's value, by the table of RULE-LANGUAGE section 4.
pub fn compare(text: &Value, op: Op, claim: &Value) -> Comparison {
    compare::compare(text, op, claim)
}

/// Whether two results are the same, the same with the sides turned round, or different.
pub fn compare_scores(text: &[(u32, u32)], claim: &[(u32, u32)]) -> ScoreMatch {
    let swapped = text.len() == claim.len() && text.iter().zip(claim).all(|(a, b)| a.0 == b.1 && a.1 == b.0);
    match (text == claim, swapped) {
        (true, _) => ScoreMatch::Equal,
        (false, true) => ScoreMatch::Swapped,
        (false, false) => ScoreMatch::Different,
    }
}

/// The time that passes from one time of day to the next.
pub fn between(from: &Value, to: &Value) -> Option<Value> {
    compare::between(from, to)
}

/// The age in whole years on `day` of someone born then: the least and the greatest possible.
pub fn age_on(birth: &DateSet, day: Date) -> Option<(i64, i64)> {
    compare::age_on(birth, day)
}

/// The time from a date to a day, as an amount of years, months or days.
pub fn elapsed(from: &DateSet, to: Date) -> Option<Value> {
    compare::elapsed(from, to)
}

impl Value {
    /// What kind of question this value answers.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Amount(amount) => amount.unit.kind(),
            Value::Date(_) => Kind::Date,
            Value::Time { .. } => Kind::Time,
            Value::Score(_) => Kind::Score,
            Value::Ordinal(_) => Kind::Ordinal,
        }
    }

    /// Whether the two compare in principle; a bare number goes with a measure that lacks its unit.
    pub fn same_kind(&self, other: &Value) -> bool {
        compare::same_kind(self, other)
    }

    /// For people: "about 3 hours (2 h 30 min to 3 h 30 min)", "15 August 2025", "£2.3 billion".
    pub fn describe(&self) -> String {
        describe::describe(self)
    }

    /// The same amount in the other's unit, where the two convert: 180 minutes like "1 hour" is 3 hours.
    pub fn converted_like(&self, other: &Value) -> Option<Value> {
        let (Value::Amount(amount), Value::Amount(other)) = (self, other) else { return None };
        measure::convert(amount, &other.unit).map(Value::Amount)
    }

    /// What a claim with this operator expects: "about 3 hours (2 h 30 min to 3 h 30 min)" for `~ 3 hours`.
    pub fn describe_as(&self, op: Op) -> String {
        describe::describe_as(self, op)
    }

    /// The normal form for claims, which parses to the same value.
    pub fn print(&self) -> String {
        print::print(self)
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.describe())
    }
}

impl Unit {
    /// What kind of question an amount in this unit answers.
    pub fn kind(&self) -> Kind {
        match self {
            Unit::Count => Kind::Count,
            Unit::Percent => Kind::Percent,
            Unit::PercentagePoint => Kind::PercentagePoint,
            Unit::Times => Kind::Times,
            Unit::Money { .. } => Kind::Money,
            Unit::Measure { dimension, .. } => Kind::Measure(*dimension),
            Unit::Age => Kind::Age,
        }
    }
}

impl DateSet {
    /// One day, as written.
    pub fn day(date: Date) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
            precision: Precision::Day,
            relative: false,
            hedge: Hedge::Exact,
            weekday_agrees: None,
        }
    }

    /// Whether anything is known of it: a relative date without an article's date is not.
    pub fn is_resolved(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether the day is one of these.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two have a day in common.
    pub fn overlaps(&self, other: &DateSet) -> bool {
        let starts_in_time = |a: Option<Date>, b: Option<Date>| a.is_none() || b.is_none() || a <= b;
        starts_in_time(self.from, other.to) && starts_in_time(other.from, self.to)
    }

    /// Whether all days of this are before all days of the other.
    pub fn before(&self, other: &DateSet) -> bool {
        self.to.zip(other.from).is_some_and(|(to, from)| to < from)
    }
}
