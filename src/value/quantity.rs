//! Numbers with what they count or measure, with hedges and ranges: text → amounts.

use super::number::{Number, number};
use super::reader::Reader;
use super::{Amount, Hedge, Unit, Value, age, duration, measure, money, percent};
use rust_decimal::Decimal;

/// A value in the text, in tokens.
#[derive(Clone, Debug)]
pub struct Found {
    /// The first token of number and unit, without the hedge.
    pub start: usize,
    /// The token after number and unit.
    pub core_end: usize,
    /// The token after all words of the value ("412 pence a share").
    pub end: usize,
    pub readings: Vec<Value>,
}

/// A number with its unit: the readings share the words.
#[derive(Clone, Debug)]
pub struct Quantity {
    pub number: Number,
    pub readings: Vec<Amount>,
    pub core_end: usize,
    pub end: usize,
}

/// The amount that starts at a token, hedges aside: a number with or without unit, or a range of two.
/// `hedged` says that a hedge stands before it. A second found value is the other end of "from 18 to 15 percent".
pub fn amount(reader: &Reader, at: usize, hedged: bool) -> Option<(Found, Option<Found>)> {
    let between = reader.is(at, "between");
    let from = reader.is(at, "from");
    let start = if between || from { at + 1 } else { at };
    if between || from {
        let first = quantity(reader, start, true)?;
        let (joint, second) = second(reader, &first, between)?;
        if from && !reader.claim && joint != Joint::Dash {
            let second_start = first.end + 1;
            let first = levels(first, &second);
            return Some((found(start, first), Some(found(second_start, second))));
        }
        let found = range(start, first, second)?;
        return Some((Found { start: at, ..found }, None));
    }
    let first = quantity(reader, start, hedged)?;
    if let Some((joint, second)) = second(reader, &first, false) {
        if joint == Joint::PlusMinus {
            return tolerance(start, &first, &second).map(|found| (found, None));
        }
        if let Some(found) = range(start, first.clone(), second) {
            return Some((found, None));
        }
    }
    Some((found(start, first), None))
}

fn found(start: usize, quantity: Quantity) -> Found {
    let Quantity { readings, core_end, end, .. } = quantity;
    Found { start, core_end, end, readings: readings.into_iter().map(Value::Amount).collect() }
}

/// One number with its unit.
pub fn quantity(reader: &Reader, at: usize, hedged: bool) -> Option<Quantity> {
    if let Some(found) = money::prefixed(reader, at) {
        return Some(found);
    }
    if let Some(found) = percent::prefixed(reader, at) {
        return Some(found);
    }
    if let Some(found) = age::prefixed(reader, at) {
        return Some(found);
    }
    if let Some(found) = vague(reader, at) {
        return Some(found);
    }
    if let Some(found) = duration::of_one(reader, at, hedged) {
        return Some(found);
    }
    if let Some(found) = multiplier(reader, at) {
        return Some(found);
    }
    if let Some(found) = set(reader, at) {
        return Some(found);
    }
    let number = number(reader, at, false)?;
    if is_cut_short(reader, at, &number) {
        return None;
    }
    Some(with_unit(reader, number))
}

/// "A trio of": so many.
fn set(reader: &Reader, at: usize) -> Option<Quantity> {
    let size = reader.word(at + 1).set?;
    if !reader.is_any(at, &["a", "another"]) || !reader.is(at + 2, "of") {
        return None;
    }
    let (value, end) = (Decimal::from(size), at + 2);
    let number = Number { value, step: Decimal::ONE, mantissa: Decimal::ONE, fraction: false, plain: true, end };
    Some(Quantity { readings: vec![plain(&number, Unit::Count)], number, core_end: end, end })
}

/// The number with the unit after it, where one stands there.
pub fn with_unit(reader: &Reader, number: Number) -> Quantity {
    let at = number.end;
    if reader.joined(at) {
        let unit = percent::suffixed(reader, &number)
            .or_else(|| age::suffixed(reader, &number))
            .or_else(|| unit_of(reader, &number))
            .or_else(|| times(reader, &number));
        if let Some(quantity) = unit {
            return quantity;
        }
    }
    bare(number)
}

/// Money and measures share words ("pounds"): the longer words win, else both are kept.
fn unit_of(reader: &Reader, number: &Number) -> Option<Quantity> {
    let coins = money::suffixed(reader, number);
    let measures = measure::suffixed(reader, number);
    match (coins, measures) {
        (Some(coins), Some(mut measures)) if coins.core_end == measures.core_end => {
            // Millions of pounds are money.
            let money_first = number.value >= Decimal::from(1_000_000);
            measures.readings.extend(coins.readings);
            if money_first {
                measures.readings.reverse();
            }
            Some(measures)
        }
        (Some(coins), Some(measures)) => Some(if coins.core_end > measures.core_end { coins } else { measures }),
        (coins, measures) => coins.or(measures),
    }
}

/// A number without unit: a count, or a share where it is a fraction.
fn bare(number: Number) -> Quantity {
    let end = number.end;
    let reading = match number.fraction {
        true => share(&number),
        false => plain(&number, Unit::Count),
    };
    Quantity { number, readings: vec![reading], core_end: end, end }
}

/// A fraction as percent, ±10 %.
fn share(number: &Number) -> Amount {
    let nominal = number.value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(number.value);
    let tenth = nominal.abs() / Decimal::TEN;
    Amount {
        nominal,
        low: Some(nominal - tenth),
        high: Some(nominal + tenth),
        unit: Unit::Percent,
        hedge: Hedge::Exact,
    }
}

/// Exactly so many of a unit.
pub fn amount_of(nominal: Decimal, unit: Unit) -> Amount {
    Amount { nominal, low: Some(nominal), high: Some(nominal), unit, hedge: Hedge::Exact }
}

/// The number as an amount of a unit, with its own rounding.
pub fn plain(number: &Number, unit: Unit) -> Amount {
    let half = rounding(number, &unit);
    let nominal = number.value;
    Amount {
        nominal,
        low: Some(nominal.checked_sub(half).unwrap_or(nominal)),
        high: Some(nominal.checked_add(half).unwrap_or(nominal)),
        unit,
        hedge: Hedge::Exact,
    }
}

/// Half the last place that the number was rounded to; nothing for exact counts.
fn rounding(number: &Number, unit: &Unit) -> Decimal {
    let half = |place: Decimal| place / Decimal::TWO;
    let whole_words = number.mantissa.fract().is_zero();
    if number.step < Decimal::ONE
        && !number.step.is_zero()
        && number.value.fract() != Decimal::ZERO
        && !is_tenth(number.step)
    {
        // "two and a half", "3/4": a tenth of it.
        return number.value.abs() / Decimal::TEN;
    }
    if number.step >= Decimal::ONE && !is_power_of_ten(number.step) {
        // "half a million", "two and a half million".
        return number.value.abs() / Decimal::TEN;
    }
    let round = if whole_words && number.step >= Decimal::ONE { round_place(number) } else { number.step };
    match unit {
        Unit::Count | Unit::Age if round <= Decimal::ONE && number.step >= Decimal::ONE => Decimal::ZERO,
        Unit::Times => number.value.abs() / Decimal::TEN,
        _ => half(round),
    }
}

fn is_tenth(step: Decimal) -> bool {
    (step.normalize().mantissa() == 1) && step < Decimal::ONE
}

fn is_power_of_ten(step: Decimal) -> bool {
    let mantissa = step.normalize().mantissa();
    mantissa > 0 && mantissa.to_string().trim_end_matches('0') == "1"
}

/// The place of the last digit that is not nought, for numbers of three digits and more.
fn round_place(number: &Number) -> Decimal {
    let mut place = Decimal::ONE;
    let mantissa = number.mantissa.abs();
    if mantissa < Decimal::ONE_HUNDRED {
        return number.step;
    }
    while let Some(next) =
        place.checked_mul(Decimal::TEN).filter(|next| *next <= mantissa && (mantissa % *next).is_zero())
    {
        place = next;
    }
    number.step.checked_mul(place).unwrap_or(number.step)
}

/// "three times as many", "3x".
fn times(reader: &Reader, number: &Number) -> Option<Quantity> {
    let at = reader.past_hyphen(number.end);
    let compared = [
        "as", "more", "higher", "larger", "bigger", "greater", "faster", "longer", "the", "that", "what", "its",
        "their", "his", "her", "better", "stronger", "likelier", "less", "worse",
    ];
    let word = reader.is(at, "times") && reader.is_any(at + 1, &compared);
    let x = matches!(reader.text(at), "x" | "×") && reader.glued(at) && !reader.is_digits(at + 1);
    let fold = reader.is(at, "fold") && (at > number.end || reader.glued(at));
    (word || x || fold).then(|| {
        let reading = plain(number, Unit::Times);
        Quantity { number: number.clone(), readings: vec![reading], core_end: at + 1, end: at + 1 }
    })
}

/// "doubled", "twice".
fn multiplier(reader: &Reader, at: usize) -> Option<Quantity> {
    let value = Decimal::from(reader.word(at).multiplier?);
    let number = Number { value, step: Decimal::ONE, mantissa: value, fraction: false, plain: false, end: at + 1 };
    let mut readings = vec![plain(&number, Unit::Times)];
    if reader.is_any(at, &["twice", "thrice"]) {
        readings.push(plain(&number, Unit::Count));
        let factor = reader.is_any(at + 1, &["as", "the", "that", "what", "its", "their"]);
        if !factor {
            readings.reverse();
        }
    }
    Some(Quantity { number, readings, core_end: at + 1, end: at + 1 })
}

/// "several", "dozens", "a few minutes", "a couple of weeks".
fn vague(reader: &Reader, at: usize) -> Option<Quantity> {
    let (mut end, &[low, high, nominal]) = reader.phrase(&reader.vocabulary.vague, at)?;
    if reader.is_any(end - 1, &["handful", "couple"]) && reader.is(end, "of") {
        end += 1;
    }
    let unit = measure::time_unit(reader, reader.past_hyphen(end)).filter(|_| reader.joined(end));
    if reader.is_any(at, &["few", "couple", "some"]) && unit.is_none() {
        return None;
    }
    let wide = |unit: Unit, factor: Decimal| Amount {
        nominal: Decimal::from(nominal) * factor,
        low: Some(Decimal::from(low) * factor),
        high: Some(Decimal::from(high) * factor),
        unit,
        hedge: Hedge::Vague,
    };
    let value = Decimal::from(nominal);
    let number = Number { value, step: Decimal::ONE, mantissa: value, fraction: false, plain: false, end };
    let (reading, core_end) = match unit {
        Some((unit, end)) => (wide(unit, Decimal::ONE), end),
        None => {
            let before_of = if reader.is(end - 1, "of") { end - 1 } else { end };
            (wide(Unit::Count, Decimal::ONE), before_of)
        }
    };
    Some(Quantity { number, readings: vec![reading], core_end, end: core_end })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Word,
    PlusMinus,
}

/// The second number of a range, its connector passed.
fn second(reader: &Reader, first: &Quantity, between: bool) -> Option<(Joint, Quantity)> {
    let at = first.end;
    if !reader.joined(at) {
        return None;
    }
    let (joint, next) = match reader.text(at) {
        "to" | "or" | "through" if !between => (Joint::Word, at + 1),
        "and" if between => (Joint::Word, at + 1),
        "." if reader.text(at + 1) == "." && reader.glued(at + 1) => (Joint::Dash, at + 2),
        "±" if reader.claim => (Joint::PlusMinus, at + 1),
        "+" if reader.text(at + 1) == "/" && reader.claim => (Joint::PlusMinus, at + 3),
        _ if reader.is_dash(at) && !reader.is_dash(at + 1) && reader.glued(at) == reader.glued(at + 1) => {
            (Joint::Dash, at + 1)
        }
        _ => return None,
    };
    if joint == Joint::Dash && next == at + 1 && !reader.glued(at) && reader.text(at) == "-" && !reader.claim {
        return None;
    }
    if reader.text(at) == "or" && !first.number.value.is_sign_positive() {
        return None;
    }
    let second = quantity(reader, next, true)?;
    if reader.text(at) == "or" {
        // "two or three hours" is a range, "3 or 20 people" are two numbers.
        let near = second.number.value == first.number.value.checked_add(Decimal::ONE)?;
        if !near {
            return None;
        }
    }
    Some((joint, second))
}

/// Two quantities as one range; the first takes unit and scale of the second where it has none.
fn range(start: usize, first: Quantity, second: Quantity) -> Option<Found> {
    let first = levels(first, &second);
    let mut readings = Vec::new();
    for high in &second.readings {
        let low = first.readings.iter().find(|low| low.unit == high.unit || convertible(low, high));
        let Some(low) = low.and_then(|low| measure::convert(low, &high.unit)) else { continue };
        if low.nominal < high.nominal {
            let mut unit = high.unit.clone();
            if let (Unit::Money { per, .. }, Unit::Money { per: first, .. }) = (&mut unit, &low.unit) {
                *per = per.take().or_else(|| first.clone());
            }
            readings.push(Value::Amount(Amount {
                nominal: low.nominal,
                low: Some(low.nominal),
                high: Some(high.nominal),
                unit,
                hedge: Hedge::Range,
            }));
        }
    }
    (!readings.is_empty()).then_some(Found { start, core_end: second.core_end, end: second.end, readings })
}

fn convertible(low: &Amount, high: &Amount) -> bool {
    low.unit.kind() == high.unit.kind()
}

/// The first of two numbers with the unit and scale of the second: "18 to 15 percent", "20 to 30 million".
fn levels(first: Quantity, second: &Quantity) -> Quantity {
    let bare = first.readings.iter().all(|amount| amount.unit == Unit::Count);
    let same_money = matches!(
        (first.readings.first().map(|a| &a.unit), second.readings.first().map(|a| &a.unit)),
        (Some(Unit::Money { .. }), Some(Unit::Money { .. } | Unit::Count))
    );
    if !bare && !same_money {
        return first;
    }
    let mut number = first.number.clone();
    let scale = second.number.value.checked_div(second.number.mantissa).unwrap_or(Decimal::ONE);
    let unscaled = number.value == number.mantissa && number.value < second.number.mantissa;
    if unscaled
        && scale > Decimal::ONE
        && second.number.step > Decimal::ONE
        && let (Some(value), Some(step)) = (number.value.checked_mul(scale), number.step.checked_mul(scale))
    {
        number = Number { value, step, ..number };
    }
    let readings = match bare {
        true => second.readings.iter().map(|amount| scaled_like(&number, amount, second)).collect(),
        false => first.readings.iter().map(|amount| plain(&number, amount.unit.clone())).collect(),
    };
    Quantity { readings, number, ..first }
}

/// The bare number in the other's unit; pence stay hundredths.
fn scaled_like(number: &Number, other: &Amount, second: &Quantity) -> Amount {
    let factor = other.nominal.checked_div(second.number.value).filter(|factor| !factor.is_zero());
    let mut amount = plain(number, other.unit.clone());
    if let Some(factor) = factor
        && factor != Decimal::ONE
    {
        amount = times_factor(amount, factor);
    }
    amount
}

/// All numbers of an amount times a factor.
pub fn times_factor(amount: Amount, factor: Decimal) -> Amount {
    let scale = |value: Decimal| value.checked_mul(factor).unwrap_or(value);
    Amount { nominal: scale(amount.nominal), low: amount.low.map(scale), high: amount.high.map(scale), ..amount }
}

/// "3 hours ± 20 min".
fn tolerance(start: usize, first: &Quantity, second: &Quantity) -> Option<Found> {
    let center = first.readings.first()?;
    let spread = match second.readings.first()? {
        bare if bare.unit == Unit::Count => bare.nominal,
        // "4 % ± 0.5 %", "3 hours ± 10 %": a percentage of anything else is relative.
        share if share.unit == Unit::Percent && center.unit != Unit::Percent => {
            center.nominal.checked_mul(share.nominal)? / Decimal::ONE_HUNDRED
        }
        other => measure::convert_difference(other, &center.unit)?,
    };
    let amount = Amount {
        nominal: center.nominal,
        low: Some(center.nominal.checked_sub(spread)?),
        high: Some(center.nominal.checked_add(spread)?),
        unit: center.unit.clone(),
        hedge: Hedge::Range,
    };
    Some(Found { start, core_end: second.core_end, end: second.end, readings: vec![Value::Amount(amount)] })
}

/// A number that goes on with letters or marks is part of a code: "scp-173m", "12345-A1B2C3".
fn is_cut_short(reader: &Reader, at: usize, number: &Number) -> bool {
    let end = number.end;
    let glued_before = reader.glued(at) && (reader.is_word(at - 1) || reader.is_digits(at - 1));
    let glued_after = reader.is_digits(end) && reader.glued(end);
    glued_before || glued_after
}
