//! Percent, percentage points and basis points.

use super::Unit;
use super::number::{Number, number};
use super::quantity::{Quantity, plain, times_factor};
use super::reader::Reader;
use rust_decimal::Decimal;

/// "percent of 10".
pub fn prefixed(reader: &Reader, at: usize) -> Option<Quantity> {
    let end = sign(reader, at)?;
    let free = at == 0 || !(reader.is_digits(at - 1) || reader.word(at - 1).cardinal.is_some());
    if !free || reader.text(at) == "%" || !reader.is(end, "of") {
        return None;
    }
    let number = number(reader, end + 1, false)?;
    let end = number.end;
    Some(Quantity { readings: vec![plain(&number, Unit::Percent)], number, core_end: end, end })
}

/// "4.2%", "1.4 percentage points", "25 basis points", "half a percentage point".
pub fn suffixed(reader: &Reader, number: &Number) -> Option<Quantity> {
    let mut at = reader.past_hyphen(number.end);
    if number.fraction {
        at += usize::from(reader.is(at, "of"));
        at += usize::from(reader.is_any(at, &["a", "one"]));
    }
    let (reading, end) = if let Some(end) = of_money(reader, at) {
        (plain(number, Unit::Percent), end)
    } else if let Some(end) = points(reader, at) {
        (plain(number, Unit::PercentagePoint), end)
    } else if let Some(end) = basis_points(reader, at) {
        let hundredth = Decimal::ONE / Decimal::ONE_HUNDRED;
        (times_factor(plain(number, Unit::PercentagePoint), hundredth), end)
    } else {
        (plain(number, Unit::Percent), sign(reader, at)?)
    };
    Some(Quantity { number: number.clone(), readings: vec![reading], core_end: end, end })
}

/// "Cents of every dollar", "pence in the pound".
fn of_money(reader: &Reader, at: usize) -> Option<usize> {
    let coins = reader.is_any(at, &["cents", "cent", "pence", "p", "c"]);
    let next = at + 1 + usize::from(reader.is(at + 1, "out"));
    let of = reader.is_any(next, &["of", "in", "on"]) && reader.is_any(next + 1, &["every", "each", "the"]);
    (coins && of && reader.is_any(next + 2, &["dollar", "pound", "euro"])).then_some(next + 3)
}

fn points(reader: &Reader, at: usize) -> Option<usize> {
    let point = |at: usize| reader.is_any(at, &["point", "points", "pt", "pts"]);
    let next = reader.past_hyphen(at + 1);
    if reader.is_any(at, &["percentage", "percent", "%"]) && point(next) {
        return Some(next + 1);
    }
    if reader.is(at, "per") && reader.is(at + 1, "cent") && point(at + 2) {
        return Some(at + 3);
    }
    reader.is_any(at, &["pp", "ppt", "ppts", "pps"]).then_some(at + 1)
}

fn basis_points(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.past_hyphen(at + 1);
    if reader.is(at, "basis") && reader.is_any(next, &["point", "points"]) {
        return Some(next + 1);
    }
    reader.is_any(at, &["bp", "bps"]).then_some(at + 1)
}

fn sign(reader: &Reader, at: usize) -> Option<usize> {
    if reader.is_any(at, &["%", "％", "percent", "percents", "percentage", "pct"]) || reader.text(at) == "pc" {
        return Some(at + 1);
    }
    (reader.is(at, "per") && reader.is(at + 1, "cent")).then_some(at + 2)
}
