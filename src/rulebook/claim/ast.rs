//! A claim as it was written. Spans count bytes of the claim's own text.

use crate::span::{Span, Spanned};
use crate::value::{DateSet, Op, Value};
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
}

#[derive(Clone, Debug, PartialEq)]
pub enum Qualifier {
    Since(DateSet),
    Until(DateSet),
    AsOf(DateSet),
    FromTo(DateSet, DateSet),
    In(DateSet),
}
