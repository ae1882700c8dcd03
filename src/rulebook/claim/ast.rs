//! A claim as it was written. Spans count bytes of the claim's own text.

use crate::span::{Span, Spanned};
use crate::value::{DateSet, Op, Precision, Value};
use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    Comparison(Comparison),
    /// A declarative sentence, read like an article's.
    Sentence(Spanned<String>),
}

/// `subject op value, value, qualifier`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub subject: Subject,
    pub op: Spanned<Op>,
    /// `includes`: the values are an incomplete list.
    pub includes: bool,
    /// Comma-separated values; each a list of `|` alternatives.
    pub values: Vec<Vec<Spanned<ClaimValue>>>,
    pub qualifiers: Vec<Spanned<Qualifier>>,
}

/// The controlled noun phrase before the operator.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The whole phrase as written.
    pub text: String,
    pub span: Span,
    pub shape: Shape,
}

/// What the words of a subject show without knowing any entity.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// `last president to visit Russia`: selector, class, verb phrase after "to".
    Selector { selector: Selector, class: Spanned<String>, action: Spanned<String> },
    /// `number of …`: what is counted.
    Count { counted: Spanned<String> },
    /// `A of B`, `A's B`, `A B`: which of them is the owner is decided with the entities at hand.
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Selector {
    First,
    Last,
    Only,
    /// "second", "third" …: 2, 3 …
    Nth(u32),
}

#[derive(Clone, Debug, PartialEq)]
pub enum ClaimValue {
    /// Number, quantity, money, date, time, score … with `±` and ranges folded into its set.
    Value(Value),
    /// Words in quotation marks, without the marks.
    Quote(String),
    /// A name; "Wheeler, Texas" is one name. `term` where a period of office stands after it.
    Name {
        name: String,
        term: Option<Term>,
    },
    Yes,
    No,
    /// The thing does not exist.
    None,
}

/// `2009-01-20..2017-01-20`; an open end is still true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// How exactly the ends are known: `2009..2017` has years.
    pub from_precision: Precision,
    pub to_precision: Precision,
}

impl Term {
    /// From the first day of one date to the last day of another.
    pub fn new(from: Option<&DateSet>, to: Option<&DateSet>) -> Self {
        let precision = |date: Option<&DateSet>| date.map_or(Precision::Day, |date| date.precision);
        Self {
            from: from.and_then(|date| date.from),
            to: to.and_then(|date| date.to),
            from_precision: precision(from),
            to_precision: precision(to),
        }
    }

    /// A period whose ends are days.
    pub fn days(from: Option<Date>, to: Option<Date>) -> Self {
        Self { from, to, from_precision: Precision::Day, to_precision: Precision::Day }
    }

    /// Whether it is open or longer than a year: "2019..", not "2013" or a day.
    pub fn is_stretch(&self) -> bool {
        match (self.from, self.to) {
            (Some(from), Some(to)) => from.year() < to.year(),
            _ => true,
        }
    }

    /// Whether the day lies in this period, its ends included.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two periods share time beyond a boundary day. Ends known to the year only overlap
    /// where even their latest start and earliest end do.
    pub fn overlaps(&self, other: &Term) -> bool {
        self.surely_starts_before_end_of(other) && other.surely_starts_before_end_of(self)
    }

    fn surely_starts_before_end_of(&self, other: &Term) -> bool {
        match (self.latest_start(), other.earliest_end()) {
            (Some(start), Some(end)) => start < end,
            _ => true,
        }
    }

    fn latest_start(&self) -> Option<Date> {
        let from = self.from?;
        Some(match self.from_precision {
            Precision::Day => from,
            Precision::Month => from.last_of_month(),
            _ => from.last_of_year(),
        })
    }

    fn earliest_end(&self) -> Option<Date> {
        let to = self.to?;
        Some(match self.to_precision {
            Precision::Day => to,
            Precision::Month => to.first_of_month(),
            _ => to.first_of_year(),
        })
    }
}

impl Comparison {
    /// The period in which the claim's names hold: the term of its last name, or `since`, `until`, `from … to`.
    pub fn term(&self) -> Option<Term> {
        let named = self.values.iter().flatten().rev().find_map(|value| match &value.value {
            ClaimValue::Name { term, .. } => *term,
            _ => None,
        });
        named.or_else(|| {
            let mut term: Option<Term> = None;
            for qualifier in &self.qualifiers {
                let (from, to) = match &qualifier.value {
                    Qualifier::Since(from) => (Some(from), None),
                    Qualifier::Until(to) => (None, Some(to)),
                    Qualifier::FromTo(from, to) => (Some(from), Some(to)),
                    Qualifier::In(date) => (Some(date), Some(date)),
                    Qualifier::AsOf(_) => continue,
                };
                let found = Term::new(from, to);
                term = Some(match term {
                    None => found,
                    Some(term) => Term {
                        from: term.from.or(found.from),
                        to: term.to.or(found.to),
                        from_precision: if term.from.is_some() { term.from_precision } else { found.from_precision },
                        to_precision: if term.to.is_some() { term.to_precision } else { found.to_precision },
                    },
                });
            }
            term
        })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Qualifier {
    Since(DateSet),
    Until(DateSet),
    AsOf(DateSet),
    FromTo(DateSet, DateSet),
    In(DateSet),
}
