//! Values in running text and in claims: found, normalised and compared by the same code.
//!
//! Every value stands for a set: a number for all numbers that round to it, "nearly three hours"
//! for 2.7 to 3 hours, "2013" for its days. RULE-LANGUAGE section 4 is the table of sets.

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
    /// Half the last place that was written: 0.05 for "4.2", 500 for "12,500 or so written 12 thousand".
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
    /// ISO 4217 code, in whole units ("USD"); "per" says per what ("share") where the words do.
    Money {
        currency: String,
    },
    /// A unit of the table in data/units: its id ("km", "hour") and dimension.
    Measure {
        id: &'static str,
        dimension: Dimension,
    },
    /// Years of age.
    Age,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Dimension { Time, Length, Area, Volume, Mass, Speed, Temperature, Energy, Power, Data, DataRate, Angle, Pressure, Frequency, Voltage, Current, Force, Magnitude, Density, Other }

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

/// The values of `text` under `span`, in text order, not overlapping. Never fails.
pub fn find(text: &str, span: Span, context: &Context) -> Vec<ValueMention> {
    let _ = (text, span, context);
    Vec::new()
}

/// The value that the whole of `text` is, as an editor writes it in a claim: `2 h 45 min`, `$1.4 billion`,
/// `2.5..3.5 hours`, `3 hours ± 20 min`, `September 2013`, `52-48`, `8th`.
pub fn parse(text: &str) -> Option<Value> {
    let _ = text;
    None
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
    let _ = (text, op, claim);
    Comparison { agreement: Agreement::Unrelated, because: String::new() }
}
