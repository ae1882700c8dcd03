//! One line a form: what is written, and what it is read as.

use super::{Context, Value, find, readings};
use crate::span::Span;

/// All values of a text with their words and first readings.
fn f(text: &str) -> String {
    let context = Context { date: "2025-08-16".parse().ok() };
    let found = find(text, Span::new(0, text.len()), &context);
    let one = |mention: &super::ValueMention| format!("{} = {}", mention.span.of(text), first(&mention.readings));
    found.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A claim's value.
fn p(text: &str) -> String {
    first(&readings(text))
}

fn first(readings: &[Value]) -> String {
    readings.first().map(Value::describe).unwrap_or_default()
}

#[test]
fn numbers() {
    assert_eq!(p("12,500"), "12,500");
    assert_eq!(p("two dozen"), "24");
    assert_eq!(p("half a million"), "500,000");
    assert_eq!(p("two and a half million"), "2.5 million");
    assert_eq!(p("1.4bn"), "1.4 billion");
    assert_eq!(p("twenty-one"), "21");
    assert_eq!(p("a hundred and six"), "106");
    assert_eq!(p("2.5..3.5"), "2.5 to 3.5");
    assert_eq!(p("zero"), "0");
    assert_eq!(p("2013"), "2013");
    assert_eq!(f("12 out of 10 games"), "12 = 12; 10 = 10");
}

#[test]
fn shares() {
    assert_eq!(p("35%"), "35 %");
    assert_eq!(p("two thirds"), "66.6667 %");
    assert_eq!(f("one in five voters"), "one in five = 20 %");
    assert_eq!(f("it rose 1.4 percentage points"), "1.4 percentage points = 1.4 percentage points");
    assert_eq!(f("by 25 basis points"), "25 basis points = 0.25 percentage points");
    assert_eq!(f("a third of voters"), "a third = 33.3333 %");
    assert_eq!(f("his third term"), "third = 3rd");
    assert_eq!(f("half past the first half"), "first = 1st");
}

#[test]
fn parts_of_a_whole_in_words() {
    assert_eq!(f("46pc of voters"), "46pc = 46 %");
    assert_eq!(f("12 cents of every dollar"), "12 cents of every dollar = 12 %");
    assert_eq!(f("64 in every 100"), "64 in every 100 = 64 %");
    assert_eq!(f("one PC was stolen"), "one = 1");
}

#[test]
fn clocks_in_words() {
    assert_eq!(f("a quarter to nine in the evening"), "a quarter to nine in the evening = 20:45");
    assert_eq!(f("it was eleven minutes to four"), "eleven minutes to four = 3:49");
    assert_eq!(f("at seven o'clock in the morning"), "seven o'clock in the morning = 7:00");
    assert_eq!(f("by ten to six"), "ten to six = 5:50");
    assert_eq!(f("the vote was ten to six"), "ten to six = 10–6");
    assert_eq!(f("half of the past five years"), "half = 50 %; the past five years = 16 August 2020 to 15 August 2025");
    assert_eq!(f("a record of 4:07.3"), "4:07.3 = 247.3 seconds");
}

#[test]
fn sets_and_quarters() {
    assert_eq!(f("a trio of barges"), "a trio = 3");
    assert_eq!(f("the Kelby Trio"), "");
    assert_eq!(f("three and a quarter hours"), "three and a quarter hours = 3 h 15 min");
    assert_eq!(f("two and three-quarter hours"), "two and three-quarter hours = 2 h 45 min");
    assert_eq!(p("2.6 million km"), "2.6 million km");
}

#[test]
fn money() {
    assert_eq!(p("$1.4bn"), "$1.4 billion");
    assert_eq!(p("US$1,400 million"), "$1.4 billion");
    assert_eq!(p("€1.2 billion"), "€1.2 billion");
    assert_eq!(f("at 412 pence a share"), "412 pence a share = £4.12 a share");
    assert_eq!(f("13 dollars and 45 cents"), "13 dollars and 45 cents = $13.45");
    assert_eq!(f("$20 a barrel"), "$20 a barrel = $20 a barrel");
    assert_eq!(f("from $18 to $20"), "$18 = $18; $20 = $20");
}

#[test]
fn measures_and_durations() {
    assert_eq!(p("2 h 45 min"), "2 h 45 min");
    assert_eq!(p("8,849 m"), "8,849 m");
    assert_eq!(f("a three-hour meeting"), "three-hour = 3 hours");
    assert_eq!(f("a two-and-a-half-year term"), "two-and-a-half-year = 2.5 years");
    assert_eq!(f("an hour and a half later"), "an hour and a half = 1 h 30 min");
    assert_eq!(f("he is 5 ft 2 in"), "5 ft 2 in = 62 in");
    assert_eq!(f("the hours-long talks"), "hours-long = 2 hours to 12 hours");
    assert_eq!(f("1.5m people"), "1.5m = 1.5 million");
    assert_eq!(f("1.5m tall"), "1.5m = 1.5 m");
    assert_eq!(f("eight seconds pass"), "eight seconds = 8 seconds");
    assert_eq!(f("two Cup finals"), "two = 2");
}

#[test]
fn hedges() {
    assert_eq!(f("nearly three hours"), "nearly three hours = nearly 3 hours");
    assert_eq!(f("as many as 300 people"), "as many as 300 = up to 300");
    assert_eq!(f("200 or so"), "200 or so = about 200 (150 to 250)");
    assert_eq!(f("well over 40 boats"), "well over 40 = more than 40");
    assert_eq!(f("no more than six"), "no more than six = up to 6");
    assert_eq!(f("between 20 and 30 people"), "between 20 and 30 = 20 to 30");
    assert_eq!(f("the best part of eleven minutes"), "the best part of eleven minutes = nearly 11 minutes");
    assert_eq!(f("just 21"), "21 = 21");
}

#[test]
fn dates() {
    assert_eq!(p("15 August 2025"), "15 August 2025");
    assert_eq!(p("2009-01-20..2017-01-20"), "20 January 2009 to 20 January 2017");
    assert_eq!(f("in September 2013"), "September 2013 = September 2013");
    assert_eq!(f("on Friday"), "Friday = 15 August 2025");
    assert_eq!(f("it will open on Monday"), "Monday = 18 August 2025");
    assert_eq!(f("last month"), "last month = July 2025");
    assert_eq!(f("over a decade ago"), "over a decade ago = 16 August 2015 or earlier");
    assert_eq!(f("the 2013-14 season"), "2013-14 = 2013 to 2014");
    assert_eq!(f("the 1990s"), "the 1990s = the 1990s");
    assert_eq!(f("Q3 2016"), "Q3 2016 = 1 July to 30 September 2016");
    assert_eq!(f("Easter 2018"), "Easter 2018 = 1 April 2018");
    assert_eq!(f("2,000 people in 2013"), "2,000 = 2,000; 2013 = 2013");
}

#[test]
fn times_scores_ordinals() {
    assert_eq!(f("at 11:26 a.m. local time"), "11:26 a.m. local time = 11:26 local time");
    assert_eq!(f("won 52-48"), "52-48 = 52–48");
    assert_eq!(f("6-4, 7-5"), "6-4, 7-5 = 6–4, 7–5");
    assert_eq!(f("by 52 votes to 9"), "52 votes to 9 = 52–9");
    assert_eq!(f("They say six to three."), "six to three = 6–3");
    assert_eq!(f("open nine to five"), "nine = 9; five = 5");
    assert_eq!(f("odds of ten to one"), "ten = 10; one = 1");
    assert_eq!(f("his eighth visit"), "eighth = 8th");
    assert_eq!(p("8th"), "8th");
}

#[test]
fn not_values() {
    assert_eq!(f("an ATR 72-600 of the G20 on 5th Avenue"), "");
    assert_eq!(f("- 41 recommendations"), "41 = 41");
}

#[test]
fn every_unit_reads_back_what_it_prints() {
    for unit in &super::vocabulary::vocabulary().units {
        let number = super::number::Number {
            value: 12.into(),
            step: 1.into(),
            mantissa: 12.into(),
            fraction: false,
            plain: true,
            end: 0,
        };
        let value = Value::Amount(super::quantity::plain(&number, super::measure::unit(unit)));
        let printed = value.print();
        assert!(readings(&printed).contains(&value), "{printed}: {:?}", readings(&printed));
        assert!(!value.describe().is_empty());
    }
}

#[test]
fn every_currency_reads_back_what_it_prints() {
    for code in &super::vocabulary::vocabulary().currency_codes {
        let text = format!("{code} 5 million");
        let found = readings(&text);
        let named = |value: &Value| matches!(value, Value::Amount(amount) if matches!(&amount.unit, super::Unit::Money { currency, .. } if currency == code));
        assert!(found.iter().any(named), "{text}: {found:?}");
        assert!(found.iter().all(|value| super::parse(&value.print()).as_ref() == Some(value)), "{text}: {found:?}");
    }
}

#[test]
fn a_year_that_reads_as_a_number_first_prints_as_a_year() {
    let readings = super::readings("1000");
    assert_eq!(readings.len(), 2, "{readings:?}");
    for value in readings {
        assert_eq!(super::parse(&value.print()), Some(value.clone()), "{}", value.print());
    }
}
