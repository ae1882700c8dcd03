//! Money: symbols, codes and names, pence and cents as hundredths, "a share" and "per barrel".

use super::number::{Number, number};
use super::quantity::{Quantity, plain, times_factor};
use super::reader::Reader;
use super::vocabulary::Coin;
use super::{Amount, Unit};
use rust_decimal::Decimal;

/// Codes and names of money that are mostly other words.
const EVERYDAY: &[&str] = &[
    "won", "try", "all", "real", "rand", "mark", "marks", "rub", "gel", "ron", "pen", "bob", "bam", "php", "kip",
    "dong", "lei", "lek", "som", "kina", "pula", "cop", "mop", "buck", "ether", "sterling", "rm", "nis", "top", "leva",
    "cup", "sen", "fen", "mad", "sos", "fr", "tl", "tk",
];

/// "$1.4bn", "US$ 20", "EUR 5 million", "MAUD 60".
pub fn prefixed(reader: &Reader, at: usize) -> Option<Quantity> {
    let (end, coin, million) = match reader.phrase(&reader.vocabulary.currency_prefixes, at) {
        Some((end, coin)) => (end, coin, false),
        None => match millions(reader, at) {
            Some(coin) => (at + 1, coin, true),
            None => return named_first(reader, at),
        },
    };
    let symbol = !reader.is_word(end - 1);
    // "Batman's $ 500 million" is no Singapore money.
    let apart = end > at + 1 && symbol && !reader.glued(end - 1);
    let code = reader.text(end - 1).chars().all(char::is_uppercase);
    let everyday = !symbol && reader.is_any(end - 1, EVERYDAY);
    let shouted = at > 0 && reader.is_word(at - 1) && reader.text(at - 1).chars().all(char::is_uppercase);
    if everyday && (!code || shouted) {
        return None;
    }
    if apart && !(reader.is_any(at, &["c", "us", "hk", "nt", "canadian"]) || end > at + 2) {
        return None;
    }
    if !symbol && !code && reader.is_digits(end) && reader.glued(end) && !reader.claim && reader.text(end - 1).len() < 3
    {
        return None;
    }
    if reader.glued(at) && at > 0 && reader.is_word(at - 1) && reader.is_word(at) {
        return None;
    }
    let number = number(reader, end, symbol || code).filter(|number| !number.fraction || symbol)?;
    let factor = if million { Decimal::from(1_000_000) } else { Decimal::ONE };
    let mut core_end = number.end;
    // "$5 USD", "£12p" say it again.
    if let Some((end, again)) =
        reader.phrase(&reader.vocabulary.currency_names, core_end).filter(|_| code_at(reader, core_end))
        && again.currency == coin.currency
        && symbol
    {
        core_end = end;
    }
    Some(finish(reader, number, coin, factor, core_end))
}

/// "dollar 22.5 million", "sen 100,000": the name first, before a number that is plainly money.
fn named_first(reader: &Reader, at: usize) -> Option<Quantity> {
    let (end, coin) = reader.phrase(&reader.vocabulary.currency_names, at)?;
    let counted =
        at.checked_sub(1).is_some_and(|before| reader.is_digits(before) || reader.word(before).scale.is_some());
    if end != at + 1 || reader.text(at).len() < 3 || !reader.is_digits(end) || counted || reader.text(at).ends_with('s')
    {
        return None;
    }
    let number = number(reader, end, false).filter(|number| !number.plain && !number.fraction)?;
    let another = coin_at(reader, number.end, &number).is_some();
    let core_end = number.end;
    (!another).then(|| finish(reader, number, coin, Decimal::ONE, core_end))
}

/// "5 dollars", "470 pence", "1.2bn euros", "75 USD million", "15 dollars 50".
pub fn suffixed(reader: &Reader, number: &Number) -> Option<Quantity> {
    let mut at = reader.past_hyphen(number.end);
    let mut number = number.clone();
    if number.fraction {
        let of_a = at + usize::from(reader.is(at, "of"));
        at = of_a + usize::from(reader.is_any(of_a, &["a", "one"]));
    }
    // "1.4m euros": the m is a million where a currency follows.
    let short = ["m", "M", "t", "MM"];
    if reader.glued(at) && short.contains(&reader.text(at)) && coin_at(reader, at + 1, &number).is_some() {
        let scale = if reader.text(at) == "t" { 1_000_000_000_000_i64 } else { 1_000_000 };
        number = scale_by(number, scale.into())?;
        at += 1;
    }
    let (mut end, coin, factor) = match coin_at(reader, at, &number) {
        Some((end, coin)) => (end, coin, Decimal::ONE),
        None => (at + 1, millions(reader, at)?, Decimal::from(1_000_000)),
    };
    if let Some(scale) = reader.word(end).scale.filter(|&scale| scale > 100 && number.step <= Decimal::ONE) {
        number = scale_by(number, scale.into())?;
        end += 1;
        return Some(finish(reader, number, coin, factor, end));
    }
    let mut quantity = finish(reader, number, coin, factor, end);
    if coin.divisor == 1
        && quantity.end == end
        && let Some((small, end)) = small_change(reader, end, coin)
    {
        let hundredth = Decimal::ONE / Decimal::ONE_HUNDRED;
        for amount in &mut quantity.readings {
            amount.nominal = amount.nominal.checked_add(small)?;
            let half = hundredth / Decimal::TWO;
            (amount.low, amount.high) = (amount.nominal.checked_sub(half), amount.nominal.checked_add(half));
        }
        (quantity.core_end, quantity.end) = (end, end);
    }
    Some(quantity)
}

fn scale_by(number: Number, scale: Decimal) -> Option<Number> {
    Some(Number { value: number.value.checked_mul(scale)?, step: number.step.checked_mul(scale)?, ..number })
}

/// A currency's name or code at a token, where it can be meant.
fn coin_at(reader: &Reader, at: usize, number: &Number) -> Option<(usize, &'static Coin)> {
    if !reader.joined(at) {
        return None;
    }
    let (end, coin) = reader.phrase(&reader.vocabulary.currency_names, at)?;
    let text = reader.text(at);
    // These need a big number or the code's capitals.
    let big = number.value >= Decimal::ONE_THOUSAND;
    let capitals = text.len() == 3 && text.chars().all(char::is_uppercase);
    if end == at + 1 && reader.is_any(at, EVERYDAY) && !big && !capitals {
        return None;
    }
    let letter = text.len() == 1 && text.is_ascii() && reader.is_word(at);
    let price = letter && text.chars().all(char::is_lowercase) && reader.glued(at) && reader.is_digits(at - 1);
    if letter && !price {
        return None;
    }
    // "10 $30": the sign belongs to what follows.
    if !reader.is_word(at)
        && reader.is_digits(end)
        && (reader.glued(end) || !reader.glued(at) && !reader.ends(end) && sign_pairs(reader, at))
    {
        return None;
    }
    Some((end, coin))
}

/// In "10 $ 30 $" the signs stand after their numbers.
fn sign_pairs(reader: &Reader, at: usize) -> bool {
    reader.text(at + 2) != reader.text(at)
}

fn code_at(reader: &Reader, at: usize) -> bool {
    let text = reader.text(at);
    text.len() == 3 && text.chars().all(char::is_uppercase)
}

/// "MEUR", "MAUD": a million of a currency, as accountants write it.
fn millions(reader: &Reader, at: usize) -> Option<&'static Coin> {
    let text = reader.text(at);
    let code = text.strip_prefix('M').filter(|code| code.len() == 3 && text.is_ascii())?;
    if !code.chars().all(char::is_uppercase) {
        return None;
    }
    let id = reader.vocabulary.id(code);
    reader
        .vocabulary
        .currency_names
        .starting(id)
        .iter()
        .find(|phrase| phrase.words.len() == 1)
        .map(|phrase| &phrase.means)
}

/// "and forty-five cents", "50" after "15 dollars", "five mao five".
fn small_change(reader: &Reader, end: usize, coin: &Coin) -> Option<(Decimal, usize)> {
    let and = usize::from(reader.is(end, "and"));
    let part = number(reader, end + and, false)
        .filter(|part| !part.fraction && part.step == Decimal::ONE && reader.joined(end))?;
    let cents = reader.phrase(&reader.vocabulary.currency_names, part.end);
    if let Some((after, small)) = cents
        && small.divisor > 1
        && small.currency == coin.currency
    {
        let mut value = part.value / Decimal::from(small.divisor);
        let mut after = after;
        if small.divisor == 10
            && let Some(last) = number(reader, after, false).filter(|last| last.value < Decimal::TEN)
        {
            value += last.value / Decimal::ONE_HUNDRED;
            after = last.end;
        }
        return Some((value, after));
    }
    let two_digits = part.value >= Decimal::TEN && part.value < Decimal::ONE_HUNDRED;
    let free = reader.ends(part.end) || reader.token(part.end).is_none() || reader.is_any(part.end, &["more", "each"]);
    (and == 0 && two_digits && free && cents.is_none()).then(|| (part.value / Decimal::ONE_HUNDRED, part.end))
}

/// The amount in whole units, with what it is per.
fn finish(reader: &Reader, number: Number, coin: &Coin, factor: Decimal, core_end: usize) -> Quantity {
    let (per, end) = per(reader, core_end);
    let currency = reader.vocabulary.currency_codes.get(coin.currency).cloned().unwrap_or_default();
    let mut reading: Amount = plain(&number, Unit::Money { currency, per });
    if factor != Decimal::ONE {
        reading = times_factor(reading, factor);
    }
    if coin.divisor != 1 {
        let part = Decimal::ONE / Decimal::from(coin.divisor);
        reading = times_factor(reading, part);
    }
    Quantity { number, readings: vec![reading], core_end, end }
}

/// "a share", "per barrel", "/bbl", "-a-share".
fn per(reader: &Reader, at: usize) -> (Option<String>, usize) {
    let dash = |at: usize| if reader.is_dash(at) { at + 1 } else { at };
    let from = dash(at);
    let slash = reader.text(at) == "/" && reader.is_word(at + 1);
    let word = reader.is_any(from, &["a", "an", "per", "every"]);
    if !(slash || word) || !reader.joined(from) {
        return (None, at);
    }
    let noun = if slash { at + 1 } else { dash(from + 1) };
    let known = [
        "share",
        "barrel",
        "ounce",
        "ton",
        "tonne",
        "pound",
        "gallon",
        "litre",
        "liter",
        "bushel",
        "unit",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "year",
        "person",
        "head",
        "ticket",
        "litre",
        "kilo",
        "kilogram",
        "kg",
        "bbl",
        "acre",
        "hectare",
        "mile",
        "household",
        "trip",
        "piece",
        "dose",
        "word",
        "minute",
        "seat",
        "square",
    ];
    if !reader.is_any(noun, &known) {
        return (None, at);
    }
    let text = if reader.is(noun, "bbl") { "barrel".to_string() } else { reader.text(noun).to_ascii_lowercase() };
    (Some(text), noun + 1)
}
