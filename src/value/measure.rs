//! Lengths, masses, speeds, times and all other units of the table; conversion between them.

use super::number::{Number, hyphened_half, number};
use super::quantity::{Quantity, plain};
use super::reader::Reader;
use super::vocabulary::{UnitDef, vocabulary};
use super::{Amount, Dimension, Unit};
use rust_decimal::Decimal;

/// A number's unit: "8,849 m", "68-ounce", "5 ft 2 in", "2 h 45 min".
pub fn suffixed(reader: &Reader, number: &Number) -> Option<Quantity> {
    let mut at = reader.past_hyphen(number.end);
    if number.fraction {
        let of = at + usize::from(reader.is(at, "of"));
        at = of + usize::from(reader.is_any(of, &["a", "an"]));
    }
    let mut dimension_also = true;
    let bracket = matches!(reader.text(at), "[" | "<");
    let (mut end, index) = unit_at(reader, at + usize::from(bracket), number)?;
    if bracket {
        let closed = matches!(reader.text(end), "]" | ">");
        end = if closed { end + 1 } else { return None };
    }
    let definition = reader.vocabulary.units.get(index)?;
    // "two Cup finals"
    if definition.noun && reader.is_capitalised(at) && !reader.claim {
        return None;
    }
    let angle = definition.also.is_some()
        && (reader.is_any(
            end,
            &[
                "angle",
                "angles",
                "north",
                "south",
                "east",
                "west",
                "turn",
                "clockwise",
                "counterclockwise",
                "latitude",
                "longitude",
            ],
        ) || (number.end.saturating_sub(6)..number.end).any(|at| {
            reader.is_any(at, &["angle", "rotate", "rotated", "turn", "turned", "tilt", "tilted", "rotation"])
        }));
    let mut readings = Vec::new();
    if let Some(also) = definition.also.and_then(|also| reader.vocabulary.units.get(also)) {
        readings.push(plain(number, unit(also)));
        dimension_also = !angle;
    }
    readings.push(plain(number, unit(definition)));
    if !dimension_also {
        readings.reverse();
        readings.truncate(1);
    }
    if definition.noun {
        readings.push(plain(number, Unit::Count));
    }
    if reader.is(at, "m") && reader.glued(at) {
        // "1.5m people": a million is as likely.
        let million = Decimal::from(1_000_000);
        let counted = reader.is_word(end) && reader.joined(end) && !is_extent(reader, end);
        if let (Some(value), Some(step)) = (number.value.checked_mul(million), number.step.checked_mul(million)) {
            readings.push(plain(&Number { value, step, ..number.clone() }, Unit::Count));
        }
        if counted && !reader.claim {
            readings.reverse();
        }
    }
    let quantity = Quantity { number: number.clone(), readings, core_end: end, end };
    Some(compound(reader, quantity, definition))
}

/// Words that go on after a length: "1.5m tall", "12 m from".
fn is_extent(reader: &Reader, at: usize) -> bool {
    let words = [
        "is",
        "isn",
        "was",
        "are",
        "were",
        "has",
        "will",
        "tall",
        "long",
        "wide",
        "high",
        "deep",
        "thick",
        "away",
        "from",
        "x",
        "by",
        "above",
        "below",
        "in",
        "of",
        "and",
        "or",
        "to",
        "at",
        "freestyle",
        "hurdles",
        "sprint",
        "dash",
        "race",
        "butterfly",
        "relay",
        "final",
        "north",
        "south",
        "east",
        "west",
        "under",
        "down",
        "up",
        "off",
        "along",
        "on",
        "for",
        "apart",
        "underground",
        "behind",
        "ahead",
    ];
    reader.is_any(at, &words)
}

/// The unit at a token and its end: the longest name, or a symbol in its own case.
fn unit_at(reader: &Reader, at: usize, number: &Number) -> Option<(usize, usize)> {
    if !reader.joined(at) {
        return None;
    }
    let name = reader.phrase(&reader.vocabulary.unit_phrases, at);
    let symbol =
        reader.phrase(&reader.vocabulary.unit_symbols, at).filter(|&(end, _)| symbol_fits(reader, at, end, number));
    let (end, &index) = match (name, symbol) {
        (Some(name), Some(symbol)) => {
            if symbol.0 > name.0 {
                symbol
            } else {
                name
            }
        }
        (name, symbol) => name.or(symbol)?,
    };
    if reader.is(at, "h")
        && reader.is_digits(end)
        && !reader.claim
        && !reader.is_any(end + 1, &["m", "min", "mins", "minutes"])
    {
        return None;
    }
    if reader.is_any(at, &["second", "sec", "seconds"])
        && reader.is(at, "second")
        && number.value > Decimal::ONE
        && !reader.is_dash(at.wrapping_sub(1))
    {
        return None;
    }
    // "20 [kg]", "2 years' time" stay; "5 m²" is longer than "5 m".
    Some((end, index))
}

/// Short symbols are other things as well: "1990s", "10 in the morning", "Boeing 777F".
fn symbol_fits(reader: &Reader, at: usize, end: usize, number: &Number) -> bool {
    let text = reader.text(at);
    let glued = reader.glued(at);
    // "2.6 million km": a scale behind digits is as good as digits.
    let scale =
        |at: usize| reader.word(at).scale.is_some_and(|scale| scale > 100) || reader.word(at).abbreviation.is_some();
    let scaled = at >= 2 && scale(at - 1) && reader.is_digits(at - 2);
    let digits = scaled || reader.is_digits(at.wrapping_sub(1)) || !reader.is_word(at.wrapping_sub(1));
    if !digits {
        return false;
    }
    if end > at + 1 {
        return true;
    }
    // Another letter or digit glued behind makes it a code.
    let code = reader.glued(end) && (reader.is_digits(end) || reader.is_word(end));
    let number_start_glued = number.end.checked_sub(1).is_some_and(|last| {
        let mut first = last;
        while first > 0
            && reader.glued(first)
            && (reader.is_digits(first - 1) || matches!(reader.text(first - 1), "." | ","))
        {
            first -= 1;
        }
        let before = first.wrapping_sub(1);
        (reader.is_dash(before) && reader.glued(first) && reader.glued(before))
            || (reader.glued(first) && reader.is_word(before))
    });
    if code || number_start_glued {
        return false;
    }
    let reaching = [
        "of", "to", "at", "reached", "hit", "about", "above", "below", "over", "under", "nearly", "around", "from",
        "and", "high", "low", "than", "exceeded",
    ];
    match text {
        "s" => reader.claim || number.step < Decimal::ONE || !glued,
        "d" | "in" => reader.claim || (text == "in" && !glued && reader.ends(end) && inches_after_feet(reader, at)),
        "\"" | "”" => {
            reader.is_any(end, &["long", "tall", "wide", "high", "deep", "thick", "diameter", "x"]) || reader.claim
        }
        "C" | "F" => {
            let start = at.wrapping_sub(1);
            let word = (0..=3).find_map(|back| start.checked_sub(back).filter(|&k| reader.is_word(k)));
            reader.claim
                || (glued && reader.text(end) != "/" && word.is_some_and(|word| reader.is_any(word, &reaching)))
        }
        "A" | "V" | "K" | "N" | "J" | "W" | "L" => glued || reader.claim,
        "t" | "g" | "l" => glued || !reader.is_word(end),
        _ => true,
    }
}

fn inches_after_feet(reader: &Reader, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|feet| reader.is_any(feet, &["ft", "feet", "foot", "'"]))
}

/// "5 ft 2 in", "2 h 45 min", "seven pounds three ounces", "an hour and a half", "2 days 1 month".
fn compound(reader: &Reader, mut quantity: Quantity, mut definition: &'static UnitDef) -> Quantity {
    let first = definition;
    loop {
        let mut at = quantity.end;
        if let Some(half) = half_after(reader, at, &quantity, definition) {
            return half;
        }
        if !matches!(definition.dimension, Dimension::Time | Dimension::Length | Dimension::Mass) || !reader.joined(at)
        {
            return quantity;
        }
        if reader.text(at) == "." && reader.is_digits(at + 1) && reader.glued(at) {
            at += 1;
        }
        if reader.text(at) == "," {
            at += 1;
        }
        if reader.is(at, "and") {
            at += 1;
        }
        let spelled = quantity.end > 1 && !reader.glued(quantity.end - 1) && definition.id.len() > 1;
        let Some(next) = number(reader, at, false).filter(|next| reader.joined(at) && !next.value.is_sign_negative())
        else {
            return quantity;
        };
        let unit_at_next = reader.past_hyphen(next.end);
        let Some((end, index)) = smaller_unit(reader, unit_at_next, &next, definition, at == quantity.end || spelled)
        else {
            return quantity;
        };
        let Some(small) = reader.vocabulary.units.get(index) else { return quantity };
        let pairs = match definition.dimension {
            Dimension::Time => small.dimension == Dimension::Time && small.id != definition.id,
            Dimension::Length => definition.id == "ft" && small.id == "in",
            _ => matches!((definition.id, small.id), ("lb", "oz") | ("st", "lb")),
        };
        let smaller = small.factor < first.factor || at == quantity.end;
        // "1.5 hours, 105 minutes" are two durations: a compound counts whole units, and less than one of them after.
        let whole = quantity.readings.iter().all(|amount| amount.nominal.fract().is_zero());
        let less = small.factor >= definition.factor
            || next.value.checked_mul(small.factor).is_some_and(|rest| rest < definition.factor);
        if !pairs || !smaller || !whole || !less {
            return quantity;
        }
        let Some(amount) = quantity.readings.iter().find(|amount| amount.unit == unit(definition)) else {
            return quantity;
        };
        let (base, target) = if small.factor < definition.factor { (small, small) } else { (definition, definition) };
        let added = convert(&plain(&next, unit(small)), &unit(target));
        let sum = convert(amount, &unit(base)).zip(added).and_then(|(one, two)| {
            let nominal = one.nominal.checked_add(two.nominal)?.round_dp(12).normalize();
            let half = Decimal::ONE / Decimal::TWO;
            Some(Amount { nominal, low: nominal.checked_sub(half), high: nominal.checked_add(half), ..two })
        });
        let Some(sum) = sum else { return quantity };
        quantity = Quantity { readings: vec![sum], core_end: end, end, ..quantity };
        definition = base;
    }
}

/// A unit after the second number of a compound; "m" after hours is minutes, a bare number after feet is inches.
fn smaller_unit(reader: &Reader, at: usize, next: &Number, first: &UnitDef, _close: bool) -> Option<(usize, usize)> {
    let index = |id: &str| reader.vocabulary.units.iter().position(|unit| unit.id == id);
    if first.dimension == Dimension::Time {
        if reader.text(at) == "m" && first.id == "hour" {
            return Some((at + 1, index("minute")?));
        }
        if reader.text(at) == "s" && first.id == "minute" {
            return Some((at + 1, index("second")?));
        }
    }
    if first.id == "ft" && reader.is_any(at, &["in", "in.", "\"", "”"]) {
        return Some((at + 1, index("in")?));
    }
    unit_at(reader, at, next)
}

/// "an hour and a half", "a year and three quarters".
fn half_after(reader: &Reader, at: usize, quantity: &Quantity, definition: &UnitDef) -> Option<Quantity> {
    if let Some(end) = hyphened_half(reader, at).filter(|_| quantity.number.value.fract().is_zero()) {
        let half = Decimal::new(5, 1);
        let value = quantity.number.value.checked_add(half)?;
        let number = Number { value, step: half, mantissa: Decimal::ONE, fraction: false, plain: false, end };
        return Some(Quantity { readings: vec![plain(&number, unit(definition))], number, core_end: end, end });
    }
    if !reader.is(at, "and") || quantity.number.value.fract() != Decimal::ZERO {
        return None;
    }
    let part = number(reader, at + 1, false).filter(|part| part.fraction && reader.is_word(at + 1))?;
    if unit_at(reader, part.end, &part).is_some() || reader.is(part.end, "of") {
        return None;
    }
    let value = quantity.number.value.checked_add(part.value)?;
    let number =
        Number { value, step: part.step, mantissa: Decimal::ONE, fraction: false, plain: false, end: part.end };
    let readings = vec![plain(&number, unit(definition))];
    Some(Quantity { number, readings, core_end: part.end, end: part.end })
}

/// A unit of time at a token, without a number: "hours".
pub fn time_unit(reader: &Reader, at: usize) -> Option<(Unit, usize)> {
    let (end, &index) = reader.phrase(&reader.vocabulary.unit_phrases, at).filter(|_| reader.joined(at))?;
    let definition = reader.vocabulary.units.get(index).filter(|unit| unit.dimension == Dimension::Time)?;
    Some((unit(definition), end))
}

/// The unit of years.
pub fn year() -> Unit {
    Unit::Measure { id: "year", dimension: Dimension::Time }
}

/// A unit of the table by its id.
pub fn by_id(id: &str) -> Option<&'static UnitDef> {
    vocabulary().units.iter().find(|unit| unit.id == id)
}

/// The units that measure the same as the one with this id, itself too.
pub fn like(id: &str) -> impl Iterator<Item = &'static UnitDef> + use<> {
    let dimension = by_id(id).map(|unit| unit.dimension);
    vocabulary().units.iter().filter(move |unit| Some(unit.dimension) == dimension)
}

pub fn unit(definition: &UnitDef) -> Unit {
    Unit::Measure { id: definition.id, dimension: definition.dimension }
}

/// The same amount in another unit of its kind; `None` where the units do not convert.
pub fn convert(amount: &Amount, to: &Unit) -> Option<Amount> {
    let same = match (&amount.unit, to) {
        (Unit::Money { currency: one, .. }, Unit::Money { currency: two, .. }) => one == two,
        (one, two) => one == two,
    };
    if same {
        return Some(Amount { unit: to.clone(), ..amount.clone() });
    }
    let convert = converter(&amount.unit, to)?;
    let end = |end: Option<Decimal>| match end {
        Some(value) => convert(value).map(Some),
        None => Some(None),
    };
    Some(Amount {
        nominal: convert(amount.nominal)?,
        low: end(amount.low)?,
        high: end(amount.high)?,
        unit: to.clone(),
        hedge: amount.hedge,
    })
}

/// A difference ("± 20 min") in another unit: no offsets.
pub fn convert_difference(amount: &Amount, to: &Unit) -> Option<Decimal> {
    match (&amount.unit, to) {
        (Unit::Measure { id: from, .. }, Unit::Measure { id: to, .. }) if from != to => {
            let (from, to) = (by_id(from)?, by_id(to)?);
            (from.dimension == to.dimension).then(|| rescale(amount.nominal, from.factor, to.factor))?
        }
        _ => convert(amount, to).map(|amount| amount.nominal),
    }
}

fn converter(from: &Unit, to: &Unit) -> Option<impl Fn(Decimal) -> Option<Decimal> + use<>> {
    let (from, to) = match (from, to) {
        (Unit::Measure { id: from, .. }, Unit::Measure { id: to, .. }) => (by_id(from)?, by_id(to)?),
        // "72 years" beside an age.
        (Unit::Age, Unit::Measure { id: to, .. }) => (by_id("year")?, by_id(to)?),
        (Unit::Measure { id: from, .. }, Unit::Age) => (by_id(from)?, by_id("year")?),
        _ => return None,
    };
    if from.dimension != to.dimension || from.offset.is_some() != to.offset.is_some() {
        return None;
    }
    // Degrees without a scale stand for themselves only; so do the decibel and its like.
    let alone = |unit: &UnitDef| unit.id == "degree" || unit.dimension == Dimension::Other;
    if (alone(from) || alone(to)) && from.id != to.id {
        return None;
    }
    Some(move |value: Decimal| match (from.offset, to.offset) {
        (Some(one), Some(two)) => {
            let kelvin = value.checked_mul(from.factor)?.checked_add(one)?.checked_sub(two)?;
            Some(kelvin.checked_div(to.factor)?.round_dp(10).normalize())
        }
        _ => rescale(value, from.factor, to.factor),
    })
}

/// value × from ÷ to, by whichever order stays in range and exact.
fn rescale(value: Decimal, from: Decimal, to: Decimal) -> Option<Decimal> {
    let ratio = from.checked_div(to).filter(|ratio| ratio.checked_mul(to) == Some(from) && !ratio.is_zero());
    match ratio {
        Some(ratio) => value.checked_mul(ratio),
        None => value.checked_mul(from).and_then(|base| base.checked_div(to)),
    }
    .map(|value| value.normalize())
}
