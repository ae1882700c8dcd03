//! Values for people: "about 3 hours (2 h 30 min to 3 h 30 min)", "15 August 2025", "£2.3 billion".

use super::date::calendar;
use super::measure;
use super::{Amount, DateSet, Dimension, Hedge, Op, Precision, Unit, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The value in words as a report shows it.
pub fn describe(value: &Value) -> String {
    match value {
        Value::Amount(amount) => describe_amount(amount),
        Value::Date(set) => describe_date(set),
        Value::Time { from, to, zone, hedge } => describe_time(*from, *to, zone.as_deref(), *hedge),
        Value::Score(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(one, two)| format!("{one}–{two}")).collect();
            pairs.join(", ")
        }
        Value::Ordinal(nth) => nth_of(*nth),
    }
}

/// What a claim with this operator expects.
pub fn describe_as(value: &Value, op: Op) -> String {
    match (op, value) {
        (Op::About, Value::Amount(amount)) if amount.hedge == Hedge::Exact => {
            format!("about {}{}", plain(amount.nominal, &amount.unit), band(amount))
        }
        (Op::Less, value) => format!("less than {}", describe(value)),
        (Op::LessOrEqual, value) => format!("at most {}", describe(value)),
        (Op::Greater, value) => format!("more than {}", describe(value)),
        (Op::GreaterOrEqual, value) => format!("at least {}", describe(value)),
        (_, value) => describe(value),
    }
}

/// The numbers that support `~`: a tenth either way, half a unit of time for small ones.
fn band(amount: &Amount) -> String {
    let long = matches!(amount.unit, Unit::Measure { id: "hour" | "day" | "week" | "month" | "year", .. } | Unit::Age);
    let tenth = amount.nominal.abs() / Decimal::TEN;
    let slack = if long && amount.nominal.abs() < Decimal::TEN { tenth.max(Decimal::new(5, 1)) } else { tenth };
    let (low, high) = (amount.nominal.checked_sub(slack), amount.nominal.checked_add(slack));
    match low.zip(high) {
        Some((low, high)) => format!(" ({} to {})", plain(low, &amount.unit), plain(high, &amount.unit)),
        None => String::new(),
    }
}

fn describe_amount(amount: &Amount) -> String {
    let plain = |value: Decimal| plain(value, &amount.unit);
    let named = plain(amount.nominal);
    match (amount.hedge, amount.low, amount.high) {
        (Hedge::Exact, ..) => named,
        (Hedge::About, Some(low), Some(high)) => format!("about {named} ({} to {})", plain(low), plain(high)),
        (Hedge::About, ..) => format!("about {named}"),
        (Hedge::Nearly, ..) => format!("nearly {named}"),
        (Hedge::MoreThan, ..) => format!("more than {named}"),
        (Hedge::AtLeast, ..) => format!("at least {named}"),
        (Hedge::LessThan, ..) => format!("less than {named}"),
        (Hedge::UpTo, ..) => format!("up to {named}"),
        (_, Some(low), Some(high)) => format!("{} to {}", plain(low), plain(high)),
        (_, Some(low), None) => format!("at least {}", plain(low)),
        (_, None, Some(high)) => format!("up to {}", plain(high)),
        (_, None, None) => named,
    }
}

/// A number with its unit.
fn plain(value: Decimal, unit: &Unit) -> String {
    match unit {
        Unit::Count => grouped(value),
        Unit::Percent => format!("{} %", grouped(value)),
        Unit::PercentagePoint if value == Decimal::ONE => "1 percentage point".to_string(),
        Unit::PercentagePoint => format!("{} percentage points", grouped(value)),
        Unit::Times => format!("{} times", grouped(value)),
        Unit::Age if value == Decimal::ONE => "1 year old".to_string(),
        Unit::Age => format!("{} years old", grouped(value)),
        Unit::Money { currency, per } => {
            let number = grouped(value.abs());
            let sign = if value.is_sign_negative() { "-" } else { "" };
            let money = match currency.as_str() {
                "USD" => format!("{sign}${number}"),
                "EUR" => format!("{sign}€{number}"),
                "GBP" => format!("{sign}£{number}"),
                "JPY" => format!("{sign}¥{number}"),
                code => format!("{sign}{code} {number}"),
            };
            per.as_ref().map_or(money.clone(), |per| format!("{money} a {per}"))
        }
        Unit::Measure { id, dimension: Dimension::Time } => duration(value, id),
        Unit::Measure { id, .. } => {
            let shown = measure::by_id(id).map_or(*id, |unit| unit.show[1].as_str());
            match shown.starts_with('°') && shown.len() > 2 {
                true => format!("{} {shown}", grouped(value)),
                false if shown == "°" => format!("{}°", grouped(value)),
                false => format!("{} {shown}", grouped(value)),
            }
        }
    }
}

/// "3 hours", "2 h 30 min", "1.5 years".
fn duration(value: Decimal, id: &str) -> String {
    let sixty = Decimal::from(60);
    let minutes = match id {
        "hour" if !value.fract().is_zero() => value.checked_mul(sixty).map(|minutes| minutes.round()),
        "minute" if value > sixty && !(value % sixty).is_zero() => Some(value.round()),
        "minute" if value > sixty => {
            return duration(value / sixty, "hour");
        }
        _ => None,
    };
    if let Some(minutes) = minutes.filter(|minutes| *minutes >= sixty && *minutes < Decimal::from(100_000)) {
        let (hours, rest) = ((minutes / sixty).trunc().normalize(), (minutes % sixty).normalize());
        return if rest.is_zero() { format!("{hours} h") } else { format!("{hours} h {rest} min") };
    }
    let one = value == Decimal::ONE;
    let word = measure::by_id(id).map_or(id, |unit| unit.show[usize::from(!one)].as_str());
    format!("{} {word}", grouped(value))
}

/// "12,500", "1.4 million", at most six places.
pub fn grouped(value: Decimal) -> String {
    let rounded = if value.abs() < Decimal::ONE { value.round_sf(4).unwrap_or(value) } else { value.round_dp(4) };
    let value = rounded.normalize();
    for (size, word) in [(1_000_000_000_000_i64, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")] {
        let size = Decimal::from(size);
        if value.abs() >= size {
            let part = (value / size).normalize();
            if part.scale() <= 3 {
                return format!("{} {word}", commas(part));
            }
        }
    }
    commas(value)
}

fn commas(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, places) = text.split_once('.').map_or((text.as_str(), None), |(whole, places)| (whole, Some(places)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
    places.map_or(format!("{sign}{grouped}"), |places| format!("{sign}{grouped}.{places}"))
}

/// "8th", "last".
fn nth_of(nth: i64) -> String {
    match nth {
        -1 => return "last".to_string(),
        -2 => return "second to last".to_string(),
        -3 => return "third to last".to_string(),
        _ => {}
    }
    let suffix = match (nth.rem_euclid(10), nth.rem_euclid(100)) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{nth}{suffix}")
}

fn describe_time(from: u16, to: u16, zone: Option<&str>, hedge: Hedge) -> String {
    let clock = |minutes: u16| format!("{}:{:02}", minutes / 60 % 24, minutes % 60);
    let middle = if to >= from { from + (to - from) / 2 } else { from };
    let hour = (to.wrapping_sub(from)) == 59 || to + 1440 - from == 59;
    let time = match hour && hedge == Hedge::Exact {
        true => {
            let hour = (from + 30) / 60 % 24;
            let twelve = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
            format!("{twelve} {}", if hour < 12 { "a.m." } else { "p.m." })
        }
        false => clock(middle),
    };
    let time = match hedge {
        Hedge::Exact => time,
        Hedge::About => format!("about {time}"),
        Hedge::Nearly => format!("nearly {time}"),
        _ => format!("{} {time}", if matches!(hedge, Hedge::MoreThan | Hedge::AtLeast) { "after" } else { "before" }),
    };
    zone.map_or(time.clone(), |zone| format!("{time} {zone}"))
}

fn describe_date(set: &DateSet) -> String {
    match (set.from, set.to) {
        (None, None) => "a date that the text does not fix".to_string(),
        (Some(from), None) => format!("{} or later", day(from)),
        (None, Some(to)) => format!("{} or earlier", day(to)),
        (Some(from), Some(to)) => stretch(from, to, set.precision),
    }
}

/// The shortest words for a stretch of days.
pub fn stretch(from: Date, to: Date, precision: Precision) -> String {
    let month =
        calendar::month_set(from.year(), from.month(), false).is_some_and(|set| set.to == Some(to) && from.day() == 1);
    let year = |date: Date| date.month() == 1 && date.day() == 1;
    let year_end = to.month() == 12 && to.day() == 31;
    let years = to.year() - from.year() + 1;
    match () {
        () if from == to => day(from),
        () if month => format!("{} {}", month_name(from.month()), from.year()),
        () if year(from) && year_end && years == 1 => from.year().to_string(),
        () if year(from) && year_end && years == 10 && from.year() % 10 == 0 && precision == Precision::Decade => {
            format!("the {}s", from.year())
        }
        () if year(from) && year_end && years == 100 && precision == Precision::Century => {
            format!("the {} century", nth_of(i64::from(from.year() / 100 + 1)))
        }
        () if year(from) && year_end => format!("{} to {}", from.year(), to.year()),
        () if from.year() == to.year() && from.month() == to.month() => format!("{} to {}", from.day(), day(to)),
        () if from.year() == to.year() => format!("{} {} to {}", from.day(), month_name(from.month()), day(to)),
        () => format!("{} to {}", day(from), day(to)),
    }
}

pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// The months in order, as they are written in full.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name; empty for what is no month.
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

/// The month that a word names in full or by its first letters, three at least: "September", "Sept".
pub fn month_named(word: &str) -> Option<i8> {
    let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let at = MONTHS.iter().position(|name| word.len() >= 3 && begins(name))?;
    i8::try_from(at + 1).ok()
}
