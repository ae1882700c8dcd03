//! Judges the value finder by the English test cases of microsoft/Recognizers-Text:
//! `cargo run --release --example recognizers -- DIR [--misses]`.
//!
//! The conventions that differ are translated here by rule, never by case; docs/values.md lists them.

use factlint::span::Span;
use factlint::value::{
    Amount, Context, DateSet, Dimension, Hedge, Precision, Unit, Value, ValueMention, find, readings, steps,
};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: recognizers DIR [--misses]");
        return;
    };
    let misses = arguments.next().is_some();
    for (file, kind) in FILES {
        judge_file(Path::new(&folder), file, *kind, misses);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Ordinal,
    Percent,
    Currency,
    Age,
    Dimension,
    Temperature,
    Duration,
    Date,
}

const FILES: &[(&str, Kind)] = &[
    ("NumberModel", Kind::Number),
    ("OrdinalModel", Kind::Ordinal),
    ("PercentModel", Kind::Percent),
    ("CurrencyModel", Kind::Currency),
    ("AgeModel", Kind::Age),
    ("DimensionModel", Kind::Dimension),
    ("TemperatureModel", Kind::Temperature),
    ("DurationParser", Kind::Duration),
    ("DateTimeModel", Kind::Date),
    // Not asked for, shown for information.
    ("DateParser", Kind::Date),
    ("DatePeriodParser", Kind::Date),
];

fn judge_file(folder: &Path, file: &str, kind: Kind, misses: bool) {
    let Ok(text) = std::fs::read_to_string(folder.join(format!("{file}.json"))) else {
        println!("{file}: not there");
        return;
    };
    let cases: Vec<Json> = serde_json::from_str(&text).unwrap_or_default();
    let (mut passed, mut all) = (0, 0);
    let mut excluded: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        match judge(case, kind) {
            Verdict::Pass => {
                passed += 1;
                all += 1;
            }
            Verdict::Fail(why) => {
                all += 1;
                if misses {
                    println!("  ✗ {file}: {:?}\n      {why}", case["Input"].as_str().unwrap_or(""));
                }
            }
            Verdict::Excluded(why) => *excluded.entry(why).or_default() += 1,
            Verdict::OtherKind => {}
        }
    }
    let share = 100.0 * f64::from(passed) / f64::from(all.max(1));
    let excluded: Vec<String> = excluded.iter().map(|(why, count)| format!("{count} {why}")).collect();
    let note = if excluded.is_empty() { String::new() } else { format!(", excluded: {}", excluded.join(", ")) };
    println!("{file}: {passed}/{all} ({share:.1} %){note}");
}

enum Verdict {
    Pass,
    Fail(String),
    Excluded(&'static str),
    /// Nothing of this file's kind is expected or denied.
    OtherKind,
}

/// What one case expects of one stretch of its text.
struct Expected<'a> {
    span: Span,
    kind: &'a str,
    result: &'a Json,
}

fn judge(case: &Json, kind: Kind) -> Verdict {
    let input = case["Input"].as_str().unwrap_or("");
    let today = case["Context"]["ReferenceDateTime"].as_str().and_then(|day| day.get(..10)?.parse().ok());
    let results: Vec<&Json> = case["Results"].as_array().map(|all| all.iter().collect()).unwrap_or_default();
    let expected: Vec<Expected> = results.iter().filter_map(|result| expected(input, result)).collect();
    let judged: Vec<&Expected> =
        expected.iter().filter(|one| is_kind(one, kind) && !is_empty_value(one.result)).collect();
    if kind == Kind::Date && judged.is_empty() && !results.is_empty() {
        return Verdict::OtherKind;
    }
    if let Some(why) = exclusion(input, &judged, kind) {
        return Verdict::Excluded(why);
    }
    let mentions = mentions(input, today, kind, &judged);
    for one in &judged {
        if kind == Kind::Date && impossible(one) {
            // "Feb 30" is no date here.
            let found = mentions.iter().any(|mention| {
                mention.span.overlaps(one.span) && mention.readings.iter().any(|value| matches!(value, Value::Date(_)))
            });
            if found {
                return Verdict::Fail(format!("finds a date in {:?}", one.span.of(input)));
            }
            continue;
        }
        match mentions.iter().any(|mention| same_words(input, mention, one, kind) && agrees(mention, one, kind, input))
        {
            true => {}
            false if kind == Kind::Date && anaphoric(input, &mentions, one) => return Verdict::Excluded("anaphoric"),
            false => {
                return Verdict::Fail(format!(
                    "wants {:?} {}, has {}",
                    one.span.of(input),
                    value_of(one.result),
                    show(input, &mentions)
                ));
            }
        }
    }
    // Nothing else of this kind may be found.
    for mention in &mentions {
        let of_kind = mention.readings.first().is_some_and(|value| reading_is_kind(value, kind));
        let known = expected.iter().any(|one| one.span.overlaps(mention.span));
        if of_kind && !known {
            return Verdict::Fail(format!("finds {:?} {:?}", mention.span.of(input), mention.readings));
        }
    }
    Verdict::Pass
}

/// A single day that does not exist.
fn impossible(one: &Expected) -> bool {
    let unresolved = value_of(one.result)["values"]
        .as_array()
        .is_some_and(|values| values.iter().all(|value| value["value"] == "not resolved"));
    unresolved && one.kind.trim_start_matches("datetimeV2.") == "date"
}

/// Categories that are no values here on purpose.
fn exclusion(input: &str, judged: &[&Expected], kind: Kind) -> Option<&'static str> {
    let lower = input.to_ascii_lowercase();
    match kind {
        Kind::Number if lower.contains("phone number") => Some("phone numbers"),
        // "the day", "the month" without more is whichever the text speaks of.
        Kind::Date if judged.iter().any(|one| bare_period(one.span.of(input))) => Some("bare periods"),
        _ => None,
    }
}

fn bare_period(text: &str) -> bool {
    let word = text.strip_prefix("the ").or(text.strip_prefix("The "));
    word.is_some_and(|word| matches!(word, "day" | "week" | "month" | "year" | "fortnight"))
}

/// Our mentions; a text that is nothing but the value is read as a claim's value.
fn mentions(input: &str, today: Option<Date>, kind: Kind, judged: &[&Expected]) -> Vec<ValueMention> {
    let trimmed = input.trim().trim_end_matches('.');
    let start = input.find(trimmed).unwrap_or(0);
    let whole = Span::new(start, start + trimmed.len());
    let dated = matches!(kind, Kind::Date);
    if !dated && judged.len() == 1 && judged[0].span.len() + 1 >= trimmed.len() {
        let readings = readings(trimmed);
        if !readings.is_empty() {
            return vec![ValueMention { span: whole, core: whole, readings }];
        }
    }
    let mut found = find(input, Span::new(0, input.len()), &Context { date: today });
    if kind == Kind::Ordinal {
        for (span, step) in steps(input, Span::new(0, input.len())) {
            found.push(ValueMention { span, core: span, readings: vec![Value::Ordinal(step + STEP)] });
        }
    }
    found
}

/// Steps from the current place are kept apart from places by a large offset.
const STEP: i64 = 1 << 40;

fn expected<'a>(input: &str, result: &'a Json) -> Option<Expected<'a>> {
    let start = usize::try_from(result["Start"].as_i64()?).ok()?;
    let end = match result["End"].as_i64() {
        Some(end) => usize::try_from(end).ok()? + 1,
        None => start + usize::try_from(result["Length"].as_i64()?).ok()?,
    };
    let byte = |units: usize| {
        let mut seen = 0;
        input.char_indices().find_map(|(at, c)| {
            let here = (seen >= units).then_some(at);
            seen += c.len_utf16();
            here
        })
    };
    let span = Span::new(byte(start)?, byte(end).unwrap_or(input.len()));
    let kind = result["TypeName"].as_str().or(result["Type"].as_str())?;
    Some(Expected { span, kind, result })
}

fn is_kind(one: &Expected, kind: Kind) -> bool {
    let name = one.kind.trim_start_matches("datetimeV2.");
    match kind {
        Kind::Date => matches!(name, "date" | "daterange"),
        _ => true,
    }
}

fn value_of(result: &Json) -> &Json {
    if result["Resolution"].is_null() { &result["Value"] } else { &result["Resolution"] }
}

/// A unit without a number is no value.
fn is_empty_value(result: &Json) -> bool {
    let value = &value_of(result)["value"];
    value_of(result).get("value").is_some() && (value.is_null() || value == "null")
}

// ---------------------------------------------------------------------------------------------
// Words

/// Prepositions and articles that their spans carry and ours do not, or the reverse.
const LEADING: &[&str] = &[
    "the",
    "a",
    "from",
    "between",
    "since",
    "after",
    "before",
    "until",
    "till",
    "by",
    "on",
    "in",
    "for",
    "at",
    "to",
    "starting",
    "beginning",
    "no",
    "later",
    "than",
    "as",
    "early",
    "late",
    "up",
    "during",
    "over",
    "within",
    "year",
    "my",
    "of",
    "all",
    "any",
    "around",
    "earlier",
    "-",
    "=",
    ">",
    "<",
    "(",
    "sometime",
    "this",
];
const TRAILING: &[&str] = &["one", "or", "later", "and", "earlier", "after", "before", "onwards", ")", ".", ","];

fn same_words(input: &str, mention: &ValueMention, one: &Expected, kind: Kind) -> bool {
    let bare = |span: Span| trimmed(input, span, kind);
    match kind {
        // Numbers stand inside our amounts.
        Kind::Number => mention.span.contains(one.span) || bare(mention.core) == bare(one.span),
        // A range is one value here; theirs is often its second number alone.
        _ if mention.core.end == one.span.end && mention.core.contains(one.span) && is_range(mention) => true,
        _ => {
            mention.span == one.span
                || mention.core == one.span
                || bare(mention.span) == bare(one.span)
                || bare(mention.core) == bare(one.span)
        }
    }
}

fn is_range(mention: &ValueMention) -> bool {
    mention.readings.iter().any(|value| matches!(value, Value::Amount(amount) if amount.hedge == Hedge::Range))
}

fn trimmed(input: &str, mut span: Span, kind: Kind) -> Span {
    let keep = !matches!(kind, Kind::Date | Kind::Ordinal);
    loop {
        let text = span.of(input);
        let front = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ',')).len();
        let back =
            text.len() - text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ',' | '.')).len();
        span = if front + back < text.len() { Span::new(span.start + front, span.end - back) } else { span };
        if keep {
            return span;
        }
        let text = span.of(input);
        let (first, last) =
            (text.split_whitespace().next().unwrap_or(""), text.split_whitespace().next_back().unwrap_or(""));
        if text.len() > first.len() && LEADING.iter().any(|word| word.eq_ignore_ascii_case(first)) {
            span.start += first.len();
        } else if text.len() > last.len() && TRAILING.iter().any(|word| word.eq_ignore_ascii_case(last)) {
            span.end -= last.len();
        } else {
            return span;
        }
    }
}

// ---------------------------------------------------------------------------------------------
// Values

fn reading_is_kind(value: &Value, kind: Kind) -> bool {
    let Value::Amount(amount) = value else {
        return match value {
            Value::Date(_) => kind == Kind::Date,
            Value::Ordinal(_) => kind == Kind::Ordinal,
            _ => false,
        };
    };
    match (kind, &amount.unit) {
        (Kind::Number, unit) => *unit == Unit::Count && amount.hedge != Hedge::Vague,
        (Kind::Percent, unit) => *unit == Unit::Percent,
        (Kind::Currency, unit) => matches!(unit, Unit::Money { .. }),
        (Kind::Age, unit) => *unit == Unit::Age,
        (Kind::Temperature, Unit::Measure { dimension, .. }) => *dimension == Dimension::Temperature,
        (Kind::Dimension, Unit::Measure { dimension, .. }) => {
            !matches!(dimension, Dimension::Time | Dimension::Temperature)
        }
        (Kind::Duration, Unit::Measure { dimension, .. }) => *dimension == Dimension::Time,
        _ => false,
    }
}

fn agrees(mention: &ValueMention, one: &Expected, kind: Kind, input: &str) -> bool {
    let value = value_of(one.result);
    let number = value["value"].as_str().and_then(decimal);
    mention.readings.iter().any(|reading| match (kind, reading) {
        (Kind::Number, Value::Amount(amount)) => {
            let share = amount.nominal / Decimal::ONE_HUNDRED;
            let plain = close(number, amount.nominal) || (amount.unit == Unit::Percent && close(number, share));
            // The ends of a range are numbers of their own; pence are written as they are counted.
            plain
                || [amount.low, amount.high]
                    .into_iter()
                    .flatten()
                    .any(|end| amount.hedge == Hedge::Range && close(number, end))
        }
        (Kind::Number, Value::Score(pairs)) => {
            pairs.iter().any(|pair| close(number, pair.0.into()) || close(number, pair.1.into()))
        }
        (Kind::Percent, Value::Amount(amount)) => {
            let number = value["value"].as_str().and_then(|text| decimal(text.trim_end_matches('%')));
            amount.unit == Unit::Percent && close(number, amount.nominal)
        }
        (Kind::Ordinal, Value::Ordinal(nth)) => {
            let offset = value["offset"].as_str().and_then(|offset| offset.parse::<i64>().ok());
            match value["relativeTo"].as_str() {
                Some("end") => offset.map(|offset| offset - 1) == Some(*nth),
                Some("current") => offset.map(|offset| offset + STEP) == Some(*nth),
                _ => offset == Some(*nth),
            }
        }
        (Kind::Duration, Value::Amount(amount)) => {
            let seconds = value["Timex"].as_str().and_then(seconds);
            let unit = Value::Amount(amount.clone());
            let ours = parse_amount("1 second").and_then(|second| unit.converted_like(&second));
            matches!(ours, Some(Value::Amount(ours)) if close(seconds, ours.nominal))
        }
        (Kind::Date, Value::Date(set)) => dates_agree(set, one, input),
        (_, Value::Amount(amount)) => {
            let second = amount.high.filter(|_| amount.hedge == Hedge::Range && mention.core != one.span);
            let amount = Amount { nominal: second.unwrap_or(amount.nominal), ..amount.clone() };
            unit_agrees(&amount, value, number, kind)
        }
        _ => false,
    })
}

fn parse_amount(text: &str) -> Option<Value> {
    readings(text).into_iter().find(|value| matches!(value, Value::Amount(_)))
}

/// Their unit's name is read by our table: value and unit must then be ours.
fn unit_agrees(amount: &Amount, value: &Json, number: Option<Decimal>, kind: Kind) -> bool {
    let name = value["unit"].as_str().unwrap_or("");
    let words = match (kind, name) {
        (Kind::Age, "Age") => "1 year old".to_string(),
        (Kind::Age, name) => format!("1 {name} old"),
        (Kind::Temperature, "Degree") => "1 degrees".to_string(),
        (Kind::Temperature, name) => format!("1 °{name}"),
        (Kind::Currency, name) => format!("1000 {name}s"),
        (_, name) => format!("1 {name}"),
    };
    let words = [words.clone(), words.trim_end_matches('s').to_string(), words.to_uppercase()];
    let theirs = words.iter().flat_map(|words| readings(words)).find_map(|reading| match reading {
        Value::Amount(one) if reading_is_kind(&Value::Amount(one.clone()), kind) => Some(one),
        _ => None,
    });
    if let (Kind::Currency, Some(code)) = (kind, value["isoCurrency"].as_str()) {
        let factor = theirs.map_or(Decimal::ONE, |one| one.nominal / Decimal::ONE_THOUSAND);
        let same = matches!(&amount.unit, Unit::Money { currency, .. } if currency == code);
        return same && number.is_some_and(|number| close(Some(number * factor), amount.nominal));
    }
    let Some(theirs) = theirs else { return false };
    let one = if kind == Kind::Currency { theirs.nominal / Decimal::ONE_THOUSAND } else { theirs.nominal };
    match (&amount.unit, &theirs.unit) {
        (Unit::Money { currency: ours, .. }, Unit::Money { currency: theirs, .. }) if ours != theirs => false,
        (Unit::Money { .. }, Unit::Money { .. }) | (Unit::Age, Unit::Age) => {
            number.is_some_and(|number| close(Some(number * one), amount.nominal))
        }
        (Unit::Measure { .. }, Unit::Measure { .. }) => {
            let ours = Value::Amount(amount.clone()).converted_like(&Value::Amount(theirs));
            matches!(ours, Some(Value::Amount(ours)) if close(number, ours.nominal))
        }
        _ => false,
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_scientific(text).or_else(|_| text.parse()).ok()
}

/// Equal to the ten digits that they print.
fn close(theirs: Option<Decimal>, ours: Decimal) -> bool {
    theirs.is_some_and(|theirs| (theirs - ours).abs() <= theirs.abs().max(ours.abs()) / Decimal::from(10_000_000))
}

/// ISO 8601 durations with our lengths of months and years; theirs are 30 and 365 days.
fn seconds(timex: &str) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    let (mut number, mut time) = (String::new(), false);
    for c in timex.strip_prefix('P')?.chars() {
        let factor = match c {
            'T' => {
                time = true;
                continue;
            }
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            'Y' => 31_556_952,
            'M' if !time => 2_629_746,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        total += number.parse::<Decimal>().ok()? * Decimal::from(factor);
        number.clear();
    }
    Some(total)
}

// ---------------------------------------------------------------------------------------------
// Dates

/// Any of their resolutions is ours: they give past and future, we choose one.
fn dates_agree(set: &DateSet, one: &Expected, input: &str) -> bool {
    let value = value_of(one.result);
    let counted = ["ago", "later", "from", "before", "after", "hence", "in "]
        .iter()
        .any(|word| one.span.of(input).to_ascii_lowercase().contains(word));
    let options: Vec<Json> = match value["values"].as_array() {
        Some(values) => values.clone(),
        None => vec![value["FutureResolution"].clone(), value["PastResolution"].clone()],
    };
    let unresolved = options
        .iter()
        .all(|option| option["value"] == "not resolved" || option.as_object().is_some_and(|o| o.is_empty()));
    if unresolved {
        // Seasons and school years have no days there.
        return set.precision >= Precision::Season;
    }
    let text = one.span.of(input).to_ascii_lowercase();
    let soft = text.starts_with("earlier") || text.starts_with("later");
    options.iter().any(|option| option_agrees(set, option, counted, soft))
}

fn option_agrees(set: &DateSet, option: &Json, counted: bool, soft: bool) -> bool {
    let day = |key: &str| option[key].as_str().and_then(|text| text.get(..10)?.parse::<Date>().ok());
    if let Some(date) = day("value").or(day("date")) {
        let exact = set.from == Some(date) && set.to == Some(date);
        // They name a day; we the stretch that "three weeks ago" rounds to.
        let width = set.from.zip(set.to).map(|(from, to)| (to - from).get_days());
        let around = counted && set.relative && set.contains(date) && width.is_some_and(|width| width <= 550);
        return exact || around;
    }
    let (start, end) = (day("start").or(day("startDate")), day("end").or(day("endDate")));
    let next = |date: Date| date.checked_add(1.day()).ok();
    let one_sided = |date: Date| {
        let ends = [set.from, set.to, set.to.and_then(next), set.from.and_then(|from| from.checked_sub(1.day()).ok())];
        ends.contains(&Some(date))
    };
    match (start, end) {
        (Some(start), Some(end)) => {
            let Some((from, to)) = set.from.zip(set.to) else { return false };
            // The end is excluded, or named as the first day of its month or year.
            let month = Date::new(to.year(), to.month(), 1).ok();
            let year = Date::new(to.year(), 1, 1).ok();
            let two_ended = set.hedge == Hedge::Range;
            let week = to.checked_sub(6.days()).ok();
            // "Earlier this month": theirs is the half of it on that side of today, ours all of it.
            let soft = soft && from <= start && next(to).is_some_and(|after| end <= after);
            let ends = next(to) == Some(end)
                || to == end
                || (two_ended && (month == Some(end) || year == Some(end) || week == Some(end)));
            (from == start && ends) || soft
        }
        (Some(date), None) | (None, Some(date)) => one_sided(date),
        (None, None) => false,
    }
}

/// Dates counted from another date of the text: found, and left open.
fn anaphoric(input: &str, mentions: &[ValueMention], one: &Expected) -> bool {
    mentions.iter().any(|mention| {
        let open = matches!(mention.readings.first(), Some(Value::Date(set)) if !set.is_resolved());
        open && same_words(input, mention, one, Kind::Date)
    })
}

fn show(input: &str, mentions: &[ValueMention]) -> String {
    let one = |mention: &ValueMention| {
        let values: Vec<String> = mention.readings.iter().map(|value| value.describe()).collect();
        format!("[{}: {}]", mention.span.of(input), values.join(" | "))
    };
    mentions.iter().map(one).collect::<Vec<_>>().join(" ")
}
