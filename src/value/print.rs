//! The normal form of a value for claims. `parse(print(value))` is the value again: each form is tried
//! against the parser, the plainest first.

use super::describe::grouped;
use super::{Amount, DateSet, Hedge, Precision, Unit, Value, describe, measure, readings};
use rust_decimal::Decimal;

/// The normal form.
pub fn print(value: &Value) -> String {
    let forms = forms(value);
    let first = forms.iter().find(|form| readings(form).first() == Some(value));
    let exact = first.or_else(|| forms.iter().find(|form| readings(form).contains(value)));
    exact.or(forms.first()).cloned().unwrap_or_default()
}

fn forms(value: &Value) -> Vec<String> {
    match value {
        Value::Amount(amount) => amounts(amount),
        Value::Date(set) => dates(set),
        Value::Time { from, to, zone, hedge } => times(*from, *to, zone.as_deref(), *hedge),
        Value::Score(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(one, two)| format!("{one}-{two}")).collect();
            vec![pairs.join(", ")]
        }
        Value::Ordinal(_) => vec![describe::describe(value).replace("third to last", "antepenultimate")],
    }
}

/// The forms with each of the unit's words.
fn amounts(amount: &Amount) -> Vec<String> {
    let words = match &amount.unit {
        Unit::Measure { id, .. } => measure::by_id(id).map_or(1, |unit| unit.print.len()),
        _ => 1,
    };
    (0..words.max(1)).flat_map(|word| amounts_with(amount, word)).collect()
}

fn amounts_with(amount: &Amount, unit_word: usize) -> Vec<String> {
    let with_unit = |number: &str, unit: &Unit| with_unit(number, unit, unit_word);
    let numbers = |value: Decimal| numbers(value, half_step(amount));
    let mut forms = Vec::new();
    let spread =
        amount.high.zip(amount.low).and_then(|(high, low)| high.checked_sub(low)).map(|width| width / Decimal::TWO);
    match (amount.hedge, amount.low, amount.high) {
        (Hedge::Range, Some(low), Some(high)) if low == amount.nominal => {
            for (low, high) in numbers(low).into_iter().zip(numbers(high)) {
                forms.push(with_unit(&format!("{low}..{high}"), &amount.unit));
                forms.push(format!("{}..{}", with_unit(&low, &amount.unit), with_unit(&high, &amount.unit)));
            }
        }
        (Hedge::Range, Some(_), Some(_)) => {
            let spread = spread.unwrap_or_default().normalize();
            for number in numbers(amount.nominal) {
                let center = with_unit(&number, &amount.unit);
                forms.push(format!("{center} ± {}", with_unit(&spread.to_string(), &amount.unit)));
                forms.extend(spreads(spread, &amount.unit).iter().map(|spread| format!("{center} ± {spread}")));
                forms.push(format!("{center} ± {}%", share_of(spread, amount.nominal)));
            }
        }
        (Hedge::Range, Some(low), None) => {
            forms.extend(numbers(low).iter().map(|number| format!("{}..", with_unit(number, &amount.unit))));
        }
        (hedge, ..) => {
            let word = hedge_word(hedge);
            if matches!(hedge, Hedge::Exact | Hedge::About)
                && let Some(form) = fraction(amount)
            {
                forms.push(format!("{word}{form}"));
            }
            if hedge == Hedge::Vague
                && let Some(form) = vague(amount)
            {
                forms.push(form);
            }
            for number in numbers(amount.nominal) {
                forms.push(format!("{word}{}", with_unit(&number, &amount.unit)));
                if let Some(mixed) = mixed_number(amount.nominal) {
                    forms.push(format!("{word}{}", with_unit(&mixed, &amount.unit)));
                }
            }
            if amount.unit == Unit::Times {
                forms.push(format!("{word}{}x", amount.nominal.normalize()));
            }
            forms.extend(parts_of_age(amount).into_iter().map(|form| format!("{word}{form}")));
        }
    }
    forms
}

/// The spread in each other unit of its kind: a third of an hour is no decimal number, 20 minutes are.
fn spreads(spread: Decimal, unit: &Unit) -> Vec<String> {
    let Unit::Measure { id, .. } = unit else { return Vec::new() };
    let others = measure::like(id).filter(|other| other.id != *id);
    let forms = others.filter_map(|other| {
        let from = Amount { nominal: spread, low: None, high: None, unit: unit.clone(), hedge: Hedge::Exact };
        let there = measure::convert_difference(&from, &measure::unit(other))?.round_dp(PLACES).normalize();
        let words = other.print.first()?;
        (!there.is_zero()).then(|| format!("{there} {words}"))
    });
    forms.collect()
}

/// The spread as a percentage of what it is around.
fn share_of(spread: Decimal, center: Decimal) -> Decimal {
    let share = spread.checked_div(center).and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
    share.unwrap_or_default().round_dp(PLACES).normalize()
}

/// Places after which a quotient that was written as a decimal number is that number again.
const PLACES: u32 = 9;

fn hedge_word(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::About => "about ",
        Hedge::Nearly => "nearly ",
        Hedge::MoreThan => "more than ",
        Hedge::AtLeast => "at least ",
        Hedge::LessThan => "less than ",
        Hedge::UpTo => "up to ",
        Hedge::Exact | Hedge::Range | Hedge::Vague => "",
    }
}

/// Half the last place written, as the set shows it.
fn half_step(amount: &Amount) -> Option<Decimal> {
    let half = amount.high?.checked_sub(amount.nominal)?;
    (half > Decimal::ZERO).then_some(half)
}

/// A number in digits, then with the scale word and the places that its rounding asks for.
fn numbers(value: Decimal, half: Option<Decimal>) -> Vec<String> {
    let mut forms = vec![value.normalize().to_string(), grouped(value)];
    let Some(step) = half.and_then(|half| half.checked_mul(Decimal::TWO)) else { return forms };
    for places in 1..=6u32 {
        let tenth = Decimal::new(1, places);
        if step.normalize() == tenth.normalize() {
            let places = usize::try_from(places).unwrap_or(6);
            forms.push(fixed(value, places));
        }
    }
    for (size, word) in
        [(1_000, "thousand"), (1_000_000, "million"), (1_000_000_000, "billion"), (1_000_000_000_000_i64, "trillion")]
    {
        let size = Decimal::from(size);
        let part = value / size;
        for places in 0..=6usize {
            if part.round_dp(u32::try_from(places).unwrap_or(6)) == part {
                forms.push(format!("{} {word}", fixed(part, places)));
            }
        }
    }
    forms
}

/// The number with this many places. (The formatter's own precision fails on very large numbers.)
fn fixed(value: Decimal, places: usize) -> String {
    let text = value.normalize().to_string();
    let written = text.split_once('.').map_or(0, |(_, part)| part.len());
    let dot = if written == 0 && places > 0 { "." } else { "" };
    format!("{text}{dot}{}", "0".repeat(places.saturating_sub(written)))
}

/// "2 1/2": thirds, quarters and their like.
fn mixed_number(value: Decimal) -> Option<String> {
    let (whole, part) = (value.trunc(), value.fract());
    let bottom = (2..=16).find(|&bottom| near_whole(part * Decimal::from(bottom)))?;
    let top = (part * Decimal::from(bottom)).round();
    (!part.is_zero()).then(|| match whole.is_zero() {
        true => format!("{top}/{bottom}"),
        false => format!("{whole} {top}/{bottom}"),
    })
}

fn near_whole(value: Decimal) -> bool {
    (value - value.round()).abs() < Decimal::new(1, 12)
}

/// A share of ±10 %: "2/3".
fn fraction(amount: &Amount) -> Option<String> {
    (amount.unit == Unit::Percent).then(|| mixed_number(amount.nominal / Decimal::ONE_HUNDRED))?
}

fn vague(amount: &Amount) -> Option<String> {
    let words = [
        "several",
        "a few",
        "a couple of",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "tens of thousands",
        "hundreds of thousands",
        "millions",
        "tens of millions",
        "hundreds of millions",
        "billions",
        "trillions",
        "a handful",
        "tens of billions",
        "hundreds of billions",
        "tens of",
        "quite a few",
    ];
    let unit = match &amount.unit {
        Unit::Measure { id, .. } => measure::by_id(id).map_or("", |unit| unit.show[1].as_str()),
        _ => "",
    };
    let fits =
        |form: &String| readings(form).iter().any(|value| matches!(value, Value::Amount(found) if found == amount));
    let long = format!("{unit}-long");
    words.iter().map(|word| format!("{word} {unit}").trim_end().to_string()).chain([long]).find(fits)
}

/// "10 months old", for ages that are no whole years.
fn parts_of_age(amount: &Amount) -> Vec<String> {
    if amount.unit != Unit::Age {
        return Vec::new();
    }
    let days = Decimal::from(146_097) / Decimal::from(400);
    let part = |factor: Decimal, unit: &str| {
        let count = amount.nominal.checked_mul(factor)?.round_dp(6).normalize();
        Some(format!("{count} {unit}s old"))
    };
    let parts = [part(Decimal::from(12), "month"), part(days / Decimal::from(7), "week"), part(days, "day")];
    parts.into_iter().flatten().collect()
}

fn with_unit(number: &str, unit: &Unit, word: usize) -> String {
    match unit {
        Unit::Count => number.to_string(),
        Unit::Percent => format!("{number}%"),
        Unit::PercentagePoint => format!("{number} percentage points"),
        Unit::Times => format!("{number} times as many"),
        Unit::Age => format!("{number} years old"),
        Unit::Money { currency, per } => {
            let per = per.as_ref().map_or(String::new(), |per| format!(" a {per}"));
            format!("{currency} {number}{per}")
        }
        Unit::Measure { id, .. } => {
            let words = measure::by_id(id).and_then(|unit| unit.print.get(word));
            format!("{number} {}", words.map_or(*id, String::as_str))
        }
    }
}

fn times(from: u16, to: u16, zone: Option<&str>, hedge: Hedge) -> Vec<String> {
    let zone = zone.map_or(String::new(), |zone| format!(" {zone}"));
    let word = hedge_word(hedge);
    let middle = if to >= from { from + (to - from) / 2 } else { (from + 30) % 1440 };
    let (hour, minute) = (middle / 60 % 24, middle % 60);
    let (twelve, half) =
        (if hour.is_multiple_of(12) { 12 } else { hour % 12 }, if hour < 12 { "a.m." } else { "p.m." });
    let whole = (from + 30) / 60 % 24;
    let whole_twelve = if whole.is_multiple_of(12) { 12 } else { whole % 12 };
    let whole_half = if whole < 12 { "a.m." } else { "p.m." };
    vec![
        format!("{word}{hour:02}:{minute:02}{zone}"),
        format!("{word}{twelve}:{minute:02} {half}{zone}"),
        format!("{word}{whole_twelve} {whole_half}{zone}"),
    ]
}

fn dates(set: &DateSet) -> Vec<String> {
    match (set.from, set.to) {
        (Some(from), Some(to)) => {
            let words = describe::stretch(from, to, set.precision);
            let mut forms = vec![words.clone(), format!("about {words}")];
            if from == to {
                let week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
                forms.extend(week.iter().map(|day| format!("{day}, {words}")));
            }
            forms.push(format!("Q{} {}", (from.month() + 2) / 3, from.year()));
            forms.extend([format!("H{} {}", (from.month() + 5) / 6, from.year())]);
            for part in ["early", "mid", "late"] {
                forms.push(format!("{part} {} {}", describe::month_name(from.month()), from.year()));
                forms.push(format!("{part} {}", from.year()));
                forms.push(format!("{part} {}", to.year()));
            }
            for season in ["spring", "summer", "autumn", "winter"] {
                forms.push(format!("{season} {}", from.year()));
            }
            forms.push(format!("fiscal {}", from.year()));
            forms.push(format!("week {} of {}", 1, from.year()));
            let (year_start, year_end) = (from.month() == 1 && from.day() == 1, to.month() == 12 && to.day() == 31);
            if set.precision >= Precision::Year && year_start && year_end {
                // "1000" alone reads as a number first.
                forms.push(format!("the year {}", from.year()));
                forms.push(format!("{}..{}", from.year(), to.year()));
            }
            forms.push(format!("about {}", (from.year() + to.year()) / 2));
            forms.push(format!("{from}..{to}"));
            if set.precision == Precision::Month {
                let month = |date: jiff::civil::Date| format!("{} {}", describe::month_name(date.month()), date.year());
                forms.push(format!("{}..{}", month(from), month(to)));
            }
            forms
        }
        (Some(from), None) => vec![
            format!("{from}.."),
            format!("{} {}..", describe::month_name(from.month()), from.year()),
            format!("{}..", from.year()),
        ],
        _ => vec![String::from("today")],
    }
}
