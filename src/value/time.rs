//! Times of day: "11:26 a.m. local time", "2 p.m.", "14:00 GMT", "noon".

use super::number::number;
use super::reader::Reader;
use super::{Hedge, Value, measure, quantity};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const DAY: u16 = 24 * 60;

/// The time that starts at a token: its readings (before and after noon where it does not say) and its end.
pub fn time(reader: &Reader, at: usize) -> Option<(Vec<Value>, usize)> {
    if reader.is_any(at, &["noon", "midday"]) {
        return Some((vec![exact(720, None)], at + 1));
    }
    if reader.is(at, "midnight") {
        return Some((vec![exact(0, None)], at + 1));
    }
    if let Some(told) = spoken(reader, at) {
        return Some(told);
    }
    let free =
        !reader.glued(at) || matches!(reader.text(at.wrapping_sub(1)), "(" | "\"" | "“" | "[" | "—" | "-" | "–" | "T");
    if !free {
        return None;
    }
    let hour = u16::try_from(reader.digits(at)?).ok().filter(|&hour| hour <= 24)?;
    if reader.text(at).len() > 2 {
        return None;
    }
    if let Some(taken) = minutes_taken(reader, at) {
        return Some((vec![taken], at + 5));
    }
    let (minute, end) = minutes(reader, at + 1);
    let half = half_of_day(reader, end);
    let (minute, end) = match (minute, half) {
        (None, None) => return None,
        (minute, _) => (minute, half.map_or(end, |(_, end)| end)),
    };
    let (zone, end) = zone(reader, end);
    let base = hour * 60 + minute.unwrap_or(0);
    let times: Vec<u16> = match half {
        Some((afternoon, _)) if (1..=12).contains(&hour) => {
            let hour = hour % 12 + if afternoon { 12 } else { 0 };
            vec![hour * 60 + minute.unwrap_or(0)]
        }
        Some(_) => return None,
        None if (1..=12).contains(&hour) && zone.is_none() && !reader.text(at).starts_with('0') => {
            let other = (base + DAY / 2) % DAY;
            vec![base % DAY, other]
        }
        None => vec![base % DAY],
    };
    let whole = minute.is_none();
    let mut readings: Vec<Value> = times
        .into_iter()
        .map(|time| match whole {
            true => {
                Value::Time { from: (time + DAY - 30) % DAY, to: time + 29, zone: zone.clone(), hedge: Hedge::Exact }
            }
            false => exact(time, zone.clone()),
        })
        .collect();
    // "2:06:41" is a race time first.
    if let Some(taken) = stopwatch(reader, at) {
        readings.insert(0, taken);
    }
    Some((readings, end))
}

/// "A quarter to nine", "half past two", "eleven minutes to four", "ten past one in the morning", "seven o'clock": its
/// readings before and after noon where it does not say which.
fn spoken(reader: &Reader, at: usize) -> Option<(Vec<Value>, usize)> {
    let hour_at = |at: usize| {
        let hour = reader.digits(at).or(reader.word(at).cardinal).and_then(|hour| u16::try_from(hour).ok());
        hour.filter(|hour| (1..=12).contains(hour))
    };
    if let Some(hour) = hour_at(at).filter(|_| !reader.is_digits(at) && reader.is_any(at + 1, &["o", "in", "am", "pm"]))
    {
        let told = halves(reader, hour * 60, at + 1);
        if told.1 > at + 1 {
            return Some(told);
        }
    }
    let halved = reader.is(at, "half");
    let start = at + usize::from(reader.is(at, "a"));
    let (minutes, next, plain) = if reader.is(start, "quarter") {
        (15, start + 1, false)
    } else if halved {
        (30, at + 1, false)
    } else {
        let count = number(reader, at, false).filter(|count| !count.fraction && count.value.is_integer())?;
        let minutes = count.value.to_u16().filter(|minutes| (1..60).contains(minutes))?;
        let named = reader.is_any(count.end, &["minutes", "minute"]);
        (minutes, count.end + usize::from(named), !named)
    };
    let past = reader.is_any(next, &["past", "after"]);
    let to = reader.is_any(next, &["to", "before"]);
    if !(past || to) || halved && !reader.is(next, "past") {
        return None;
    }
    // "Ten to six" may be a vote, "five minutes after two" hardly.
    let told = reader.before(at, &["at", "by", "until", "till", "since", "nearly", "almost", "about", "around"]);
    if plain && !(reader.is(next, "past") || told && minutes.is_multiple_of(5) && reader.is(next, "to")) {
        return None;
    }
    let hour = hour_at(next + 1).filter(|_| reader.joined(next + 1))?;
    let base = if past { hour * 60 + minutes } else { hour * 60 - minutes };
    Some(halves(reader, base, next + 2))
}

/// The time before and after noon, unless what follows says which.
fn halves(reader: &Reader, minutes: u16, at: usize) -> (Vec<Value>, usize) {
    let clock = reader.is(at, "o") && matches!(reader.text(at + 1), "'" | "’") && reader.is(at + 2, "clock");
    let at = if clock { at + 3 } else { at };
    let base = minutes % (DAY / 2);
    match half_of_day(reader, at) {
        Some((afternoon, end)) => (vec![exact(base + if afternoon { DAY / 2 } else { 0 }, None)], end),
        None => (vec![exact(base, None), exact(base + DAY / 2, None)], at),
    }
}

/// "4:07.3": minutes and seconds taken, as the fraction shows.
fn minutes_taken(reader: &Reader, at: usize) -> Option<Value> {
    let glued = (at + 1..at + 5).all(|at| reader.glued(at));
    if !glued || reader.text(at + 1) != ":" || reader.text(at + 3) != "." || reader.text(at + 2).len() != 2 {
        return None;
    }
    let whole = reader.digits(at)? * 60 + reader.digits(at + 2).filter(|seconds| *seconds < 60)?;
    let fraction = reader.is_digits(at + 4).then(|| reader.text(at + 4))?;
    let seconds: Decimal = format!("{whole}.{fraction}").parse().ok()?;
    Some(Value::Amount(quantity::amount_of(seconds, measure::unit(measure::by_id("second")?))))
}

/// "2:06:41" as hours, minutes and seconds taken.
fn stopwatch(reader: &Reader, at: usize) -> Option<Value> {
    let two = |at: usize| {
        let short =
            reader.glued(at) && reader.text(at).len() == 2 && reader.text(at - 1) == ":" && reader.glued(at - 1);
        short.then(|| reader.digits(at)).flatten().filter(|&digits| digits < 60)
    };
    let seconds = reader.digits(at)? * 3600 + two(at + 2)? * 60 + two(at + 4)?;
    let unit = measure::unit(measure::by_id("second")?);
    Some(Value::Amount(quantity::amount_of(seconds.into(), unit)))
}

fn exact(time: u16, zone: Option<String>) -> Value {
    Value::Time { from: time, to: time, zone, hedge: Hedge::Exact }
}

/// ":26", ".26" before "a.m.", ":26:40".
fn minutes(reader: &Reader, at: usize) -> (Option<u16>, usize) {
    let colon = matches!(reader.text(at), ":" | "h");
    // "at 9.45": a full stop as British papers put it, where a time is expected.
    let led =
        at >= 2 && reader.before(at - 1, &["at", "by", "before", "after", "until", "till", "since", "around", "about"]);
    let dot = reader.text(at) == "." && (led || half_of_day(reader, at + 2).is_some());
    let glued = reader.glued(at) && reader.glued(at + 1) && reader.text(at + 1).len() == 2;
    let minute = reader.digits(at + 1).and_then(|minute| u16::try_from(minute).ok()).filter(|&minute| minute < 60);
    match minute {
        Some(minute) if (colon || dot) && glued => {
            let seconds = reader.text(at + 2) == ":"
                && reader.glued(at + 2)
                && reader.text(at + 3).len() == 2
                && reader.is_digits(at + 3);
            (Some(minute), if seconds { at + 4 } else { at + 2 })
        }
        _ => (None, at),
    }
}

/// "a.m.", "PM", "o'clock in the afternoon": whether it is after noon, and the end.
fn half_of_day(reader: &Reader, at: usize) -> Option<(bool, usize)> {
    if !reader.joined(at) {
        return None;
    }
    if reader.is_any(at, &["am", "pm"]) {
        let followed = reader.text(at) == "am" && reader.is_any(at + 1, &["not", "a", "the"]);
        return (!followed).then(|| (reader.is(at, "pm"), at + 1));
    }
    let dotted = reader.is_any(at, &["a", "p"]) && reader.text(at + 1) == "." && reader.is(at + 2, "m");
    if dotted {
        let end = at + 3 + usize::from(reader.text(at + 3) == "." && reader.glued(at + 3));
        return Some((reader.is(at, "p"), end));
    }
    if reader.is(at, "o") && matches!(reader.text(at + 1), "'" | "’") && reader.is(at + 2, "clock") {
        return part_of_day(reader, at + 3).or(None);
    }
    part_of_day(reader, at)
}

/// "in the morning", "in the afternoon", "in the evening".
fn part_of_day(reader: &Reader, at: usize) -> Option<(bool, usize)> {
    let part = reader.is(at, "in") && reader.is(at + 1, "the");
    match part {
        true if reader.is(at + 2, "morning") => Some((false, at + 3)),
        true if reader.is_any(at + 2, &["afternoon", "evening"]) => Some((true, at + 3)),
        _ => None,
    }
}

fn zone(reader: &Reader, at: usize) -> (Option<String>, usize) {
    let open = usize::from(reader.text(at) == "(");
    match reader.phrase(&reader.vocabulary.zones, at + open).filter(|_| reader.joined(at)) {
        Some((end, ())) => {
            let words: Vec<&str> = (at + open..end).map(|k| reader.text(k)).collect();
            let upper = words.len() > 1 || words.iter().all(|word| word.chars().all(char::is_uppercase));
            match upper {
                true => (Some(words.join(" ")), end + open),
                false => (None, at),
            }
        }
        None => (None, at),
    }
}
