//! Numbers: digits, words and mixtures of both, fractions included, without what they count.

use super::reader::Reader;
use rust_decimal::Decimal;

/// A number as written.
#[derive(Clone, Debug)]
pub struct Number {
    pub value: Decimal,
    /// The place of the last digit written: 1 for "12", 0.1 for "4.2", 100,000 for "1.4 million".
    pub step: Decimal,
    /// Digits before a scale word count for rounding: 200 of "200 million".
    pub mantissa: Decimal,
    /// "half", "two thirds", "one in five".
    pub fraction: bool,
    /// Only digits, as a year would be.
    pub plain: bool,
    /// The token after it.
    pub end: usize,
}

/// The number that starts at a token. `money` reads "1.4m" as a million without asking.
pub fn number(reader: &Reader, at: usize, money: bool) -> Option<Number> {
    let (sign, start) = sign(reader, at);
    let mut number = unsigned(reader, start, money)?;
    if sign {
        number.value = -number.value;
        number.plain = false;
    }
    Some(number)
}

/// A minus sign or word, and where the number starts.
fn sign(reader: &Reader, at: usize) -> (bool, usize) {
    let text = reader.text(at);
    if reader.is_any(at, &["minus", "negative"]) && (reader.is_digits(at + 1) || reader.word(at + 1).cardinal.is_some())
    {
        return (true, at + 1);
    }
    let dash = matches!(text, "-" | "−" | "–");
    let free = !reader.glued(at) || matches!(reader.text(at.wrapping_sub(1)), "(" | "[");
    let next = reader.is_digits(at + 1) || reader.text(at + 1) == ".";
    let spaced_sign = at == 0 && text == "-" && reader.claim;
    // "-2020-07-01-" is a date between dashes.
    let chain = reader.is_dash(at + 2) && reader.glued(at + 2);
    if dash && free && next && !chain && (reader.glued(at + 1) || spaced_sign) {
        return (true, at + 1);
    }
    if text == "+" && free && reader.is_digits(at + 1) && reader.glued(at + 1) {
        return (false, at + 1);
    }
    (false, at)
}

fn unsigned(reader: &Reader, at: usize, money: bool) -> Option<Number> {
    let number =
        word_fraction(reader, at, true).or_else(|| cardinal(reader, at, money)).or_else(|| glyph(reader, at))?;
    let number = scaled_fraction(reader, number);
    let number = and_fraction(reader, number);
    Some(proportion(reader, at, number))
}

// ---------------------------------------------------------------------------------------------
// Whole and decimal numbers

/// Digits, number words and scales: "4 thousand 3 hundred and 21", "1.4 million", "twenty-one".
fn cardinal(reader: &Reader, start: usize, money: bool) -> Option<Number> {
    let mut total = Decimal::ZERO;
    let mut group: Option<Group> = None;
    let (mut at, mut end) = (start, start);
    let mut last_scale = Decimal::MAX;
    let (mut plain, mut step, mut mantissa) = (false, Decimal::ONE, Decimal::ZERO);
    let mut scaled = false;
    if let Some(next) = article(reader, at) {
        group = Some(Group { value: Decimal::ONE, from_digits: false });
        at = next;
    }
    while reader.joined(at) || at == start {
        let word = reader.word(at);
        let hyphen = reader.is_dash(at) && end > start && word_sum(reader, at - 1, at + 1);
        if hyphen {
            at += 1;
            continue;
        }
        if reader.is_digits(at) || (reader.text(at) == "." && reader.is_digits(at + 1) && end == start) {
            if let Some(hundreds) = &mut group
                && reader.before(at, &["and"])
                && let Some(rest) = reader.digits(at)
            {
                hundreds.value = hundreds.value.checked_add(rest.into())?;
                mantissa = hundreds.value;
                at += 1;
                end = at;
                continue;
            }
            if group.is_some() || (end > start && last_scale == Decimal::MAX) {
                break;
            }
            let digits = digits(reader, at)?;
            if digits.value >= last_scale {
                break;
            }
            plain = end == start && digits.plain;
            step = digits.step;
            mantissa = digits.value;
            group = Some(Group { value: digits.value, from_digits: true });
            at = digits.end;
            end = at;
            continue;
        }
        if let Some(value) = word.cardinal.filter(|_| group.as_ref().is_none_or(|group| !group.from_digits)) {
            let value = Decimal::from(value);
            group = Some(match group {
                None if value < last_scale => Group { value, from_digits: false },
                Some(group) if group.takes(value) => Group { value: group.value + value, from_digits: false },
                _ => break,
            });
            mantissa = group.as_ref().map_or(Decimal::ZERO, |group| group.value);
            at += 1;
            end = at;
            plain = false;
            continue;
        }
        if let Some(scale) = word.scale.map(Decimal::from) {
            let hundred = scale == Decimal::ONE_HUNDRED;
            let value = match &group {
                Some(group) => group.value,
                None if end == start && hundred_free(reader, at) => Decimal::ONE,
                None if scale > last_scale && total > Decimal::ZERO => {
                    total = total.checked_mul(scale)?;
                    step = step.checked_mul(scale)?;
                    last_scale = scale;
                    at += 1;
                    end = at;
                    continue;
                }
                None => break,
            };
            if hundred {
                if value >= Decimal::ONE_HUNDRED {
                    break;
                }
                let from_digits = false;
                group = Some(Group { value: value.checked_mul(scale)?, from_digits });
                mantissa = value.checked_mul(scale)?;
                if step < Decimal::ONE {
                    step = step.checked_mul(scale)?;
                }
            } else {
                if scale > last_scale && total > Decimal::ZERO {
                    break;
                }
                let product = value.checked_mul(scale)?;
                total = total.checked_add(product)?;
                step = step.min(Decimal::ONE).checked_mul(scale)?;
                group = None;
                last_scale = scale;
                scaled = true;
            }
            at += 1;
            end = at;
            plain = false;
            continue;
        }
        if let Some(size) = word.group.filter(|_| !reader.is(at, "score") || group.is_some()) {
            let many = reader.is(at, "dozens") && group.is_none();
            let free = end == start && reader.is(at, "dozen") && reader.before(at, &["a", "half"]);
            if many || (group.is_none() && !free) {
                break;
            }
            let value = group.as_ref().map_or(Decimal::ONE, |group| group.value);
            total = total.checked_add(value.checked_mul(Decimal::from(size))?)?;
            group = None;
            step = Decimal::ONE;
            mantissa = total;
            end = at + 1;
            plain = false;
            break;
        }
        if let Some(scale) = abbreviation(reader, at, group.as_ref().is_some_and(|group| group.from_digits), money) {
            let value = group.as_ref().map_or(Decimal::ONE, |group| group.value);
            total = total.checked_add(value.checked_mul(scale)?)?;
            step = step.checked_mul(scale)?;
            group = None;
            scaled = true;
            end = at + 1;
            plain = false;
            break;
        }
        if reader.is(at, "and") && end > start && continues(reader, at, &group, last_scale, scaled) {
            at += 1;
            continue;
        }
        break;
    }
    if end == start {
        return None;
    }
    let value = total.checked_add(group.map_or(Decimal::ZERO, |group| group.value))?;
    let whole = Number { value, step, mantissa, fraction: false, plain, end };
    if !plain && !scaled && is_pronoun(reader, start, end) {
        return None;
    }
    point(reader, power(reader, whole)?)
}

struct Group {
    value: Decimal,
    from_digits: bool,
}

impl Group {
    /// Whether a number word may be added: "twenty" + "one", "hundred" + "six".
    fn takes(&self, value: Decimal) -> bool {
        let ten = Decimal::TEN;
        if self.value >= Decimal::ONE_HUNDRED && (self.value % Decimal::ONE_HUNDRED).is_zero() {
            return value < Decimal::ONE_HUNDRED;
        }
        let tens = self.value % Decimal::ONE_HUNDRED;
        tens >= Decimal::TWO * ten && (tens % ten).is_zero() && value < ten && value > Decimal::ZERO
    }
}

/// "a" or "an" as one, before a scale or a dozen.
fn article(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.word(at + 1);
    let counts = next.scale.is_some() || (next.group.is_some() && reader.is_any(at + 1, &["dozen", "doz"]));
    (reader.is_any(at, &["a", "an"]) && counts).then_some(at + 1)
}

/// A scale word may stand without a number: "hundred thousand dollars", not "Million Dollar Baby".
fn hundred_free(reader: &Reader, at: usize) -> bool {
    reader.word(at + 1).scale.is_some()
        || reader.before(at, &["a", "half", "quarter"])
        || (!reader.claim
            && (at == 0 || !reader.is_word(at - 1) && !reader.is_digits(at - 1) && !reader.is_capitalised(at)))
}

/// Two number words that a hyphen joins: "twenty-one", "fifty-four hundredths".
fn word_sum(reader: &Reader, before: usize, after: usize) -> bool {
    let next = reader.word(after);
    match reader.word(before) {
        word if word.cardinal.is_some_and(|value| value >= 20) => {
            next.cardinal.is_some_and(|value| value < 10) || next.scale.is_some()
        }
        word => next.scale.is_some() && (word.cardinal.is_some() || word.scale.is_some() || reader.is_digits(before)),
    }
}

/// Whether "and" goes on with the same number.
fn continues(reader: &Reader, at: usize, group: &Option<Group>, last_scale: Decimal, scaled: bool) -> bool {
    let room = match group {
        Some(group) if (group.value % Decimal::ONE_HUNDRED).is_zero() && group.value >= Decimal::ONE_HUNDRED => {
            Decimal::ONE_HUNDRED
        }
        None if scaled => last_scale,
        _ => return false,
    };
    if group.as_ref().is_some_and(|group| group.from_digits) {
        return false;
    }
    let next = reader.word(at + 1);
    if reader.is_digits(at + 1) {
        return scaled_or_words(reader, at)
            && digits(reader, at + 1).is_some_and(|digits| {
                digits.value < room && digits.end == at + 2 && reader.word(digits.end).scale.is_none()
            });
    }
    let Some(value) = next.cardinal else { return false };
    // "one hundred and two hundred" are two numbers, "one hundred and three and two thirds" is one.
    let after = reader.word(at + 2);
    let bigger = group.is_some() && after.scale == Some(100);
    let fraction = after.plural && room == Decimal::ONE_HUNDRED && after.scale_ordinal.is_none();
    Decimal::from(value) < room && !bigger && !fraction && !direct_fraction(reader, at + 1)
}

/// A fraction without "and" inside.
fn direct_fraction(reader: &Reader, at: usize) -> bool {
    word_fraction(reader, at, false).is_some_and(|part| !(at..part.end).any(|at| reader.is(at, "and")))
}

fn scaled_or_words(reader: &Reader, at: usize) -> bool {
    at > 0 && reader.word(at - 1).scale.is_some()
}

/// "one" as a pronoun: "this one", "no one", "one of the".
fn is_pronoun(reader: &Reader, start: usize, end: usize) -> bool {
    if end != start + 1 || !reader.is(start, "one") {
        return false;
    }
    let pronoun = [
        "this", "that", "the", "no", "any", "every", "each", "which", "these", "those", "some", "another", "current",
        "previous", "other", "own", "right", "wrong", "only", "good", "new", "big", "loved",
    ];
    let adjective = start.checked_sub(1).is_some_and(|before| {
        reader.word(before).ordinal.is_some()
            || reader.is_any(before, &["last", "next"])
            || reader.is_any(before, &pronoun)
    });
    let of_them = reader.is(end, "of")
        && reader.is_any(
            end + 1,
            &["the", "his", "her", "its", "their", "our", "my", "your", "those", "these", "them", "us"],
        );
    let address = reader.is(end, "another") || (matches!(reader.text(end), "'" | "’") && reader.is(end + 1, "s"));
    (adjective && !reader.is_any(end, &["hundred", "million"])) || of_them || address
}

/// A scale written short after digits: "1.4bn", "10k".
fn abbreviation(reader: &Reader, at: usize, after_digits: bool, money: bool) -> Option<Decimal> {
    if !after_digits || !reader.joined(at) {
        return None;
    }
    let scale = reader.word(at).abbreviation?;
    let text = reader.text(at);
    let glued = reader.glued(at);
    let fits = match text {
        "m" => money && glued,
        "M" => !matches!(reader.text(at + 1), "." | "'" | "’") || glued,
        "k" | "K" => true,
        "b" | "B" => glued,
        "t" | "T" => money && glued,
        "G" => glued && reader.digits(at - 1).is_some_and(|digits| digits >= 10),
        "g" => false,
        _ => true,
    };
    fits.then(|| Decimal::from(scale))
}

struct Digits {
    value: Decimal,
    step: Decimal,
    plain: bool,
    end: usize,
}

/// Digits with separators: "12,500", "40 000", "1,674,200.5", ".25".
fn digits(reader: &Reader, at: usize) -> Option<Digits> {
    let mut written = String::new();
    let mut end = at;
    let mut plain = true;
    if reader.is_digits(at) {
        written.push_str(reader.text(at));
        end = at + 1;
        let short = reader.text(at).len() <= 3;
        let three = |at: usize| reader.is_digits(at) && reader.text(at).len() == 3;
        let comma = |end: usize| {
            short && reader.text(end) == "," && reader.glued(end) && three(end + 1) && reader.glued(end + 1)
        };
        let blank = |end: usize| {
            let apart = |end: usize| match (reader.token(end - 1), reader.token(end)) {
                (Some(a), Some(b)) => b.start > a.end && b.start <= a.end + 3 && !b.paragraph,
                _ => false,
            };
            let code = reader.is_dash(end + 1) && reader.glued(end + 1);
            short && three(end) && apart(end) && !code && (three(end + 1) || !reader.is_digits(end + 1))
        };
        if comma(end) {
            while comma(end) {
                written.push_str(reader.text(end + 1));
                end += 2;
                plain = false;
            }
            if reader.text(end) == "," && reader.glued(end) && reader.is_digits(end + 1) && reader.glued(end + 1) {
                return None;
            }
        } else if blank(end) && !reader.text(at).starts_with('0') {
            while blank(end) {
                written.push_str(reader.text(end));
                end += 1;
                plain = false;
            }
        }
    } else {
        written.push('0');
    }
    let mut step = Decimal::ONE;
    if reader.text(end) == "."
        && (reader.glued(end) || end == at)
        && reader.is_digits(end + 1)
        && reader.glued(end + 1)
        && !(end == at && reader.glued(end))
    {
        let places = reader.text(end + 1);
        written.push('.');
        written.push_str(places.get(..places.len().min(20)).unwrap_or(places));
        step = Decimal::try_new(1, u32::try_from(places.len().min(20)).unwrap_or(20)).ok()?;
        end += 2;
        plain = false;
    }
    if written.len() > 28 {
        return None;
    }
    let value: Decimal = written.parse().ok()?;
    Some(Digits { value, step, plain, end })
}

/// "1.1^23", "1.3x10^6", "12.32e+14".
fn power(reader: &Reader, number: Number) -> Option<Number> {
    let at = number.end;
    if !reader.is_digits(at.wrapping_sub(1)) {
        return Some(number);
    }
    if reader.text(at) == "^" && reader.glued(at) {
        let Some((exponent, end)) = exponent(reader, at + 1) else { return Some(number) };
        let value = raise(number.value, exponent)?;
        return Some(Number { value, step: Decimal::ZERO, plain: false, end, ..number });
    }
    let times_ten =
        matches!(reader.text(at), "x" | "×" | "X") && reader.text(at + 1) == "10" && reader.text(at + 2) == "^";
    if times_ten && let Some((exponent, end)) = exponent(reader, at + 3) {
        return tens(number, exponent, end);
    }
    let scientific = reader.is(at, "e") && reader.glued(at) && matches!(reader.text(at + 1), "+" | "-");
    if scientific && let Some((exponent, end)) = exponent(reader, at + 1) {
        return tens(number, exponent, end);
    }
    Some(number)
}

fn tens(number: Number, exponent: i64, end: usize) -> Option<Number> {
    let factor = raise(Decimal::TEN, exponent)?;
    let (value, step) = (number.value.checked_mul(factor)?, number.step.checked_mul(factor)?);
    Some(Number { value, step, plain: false, end, ..number })
}

fn exponent(reader: &Reader, mut at: usize) -> Option<(i64, usize)> {
    let mut negative = false;
    while matches!(reader.text(at), "+" | "-" | "−") && reader.glued(at) {
        negative ^= reader.text(at) != "+";
        at += 1;
    }
    let digits = reader.digits(at).filter(|_| reader.glued(at))?;
    Some((if negative { -digits } else { digits }, at + 1))
}

/// A power, where a Decimal can hold it.
fn raise(base: Decimal, exponent: i64) -> Option<Decimal> {
    if exponent.abs() > 400 {
        return None;
    }
    let mut result = Decimal::ONE;
    for _ in 0..exponent.abs() {
        result = result.checked_mul(base)?;
    }
    if exponent < 0 { Decimal::ONE.checked_div(result) } else { Some(result) }
}

/// "five point five", "two hundred point seventy-one".
fn point(reader: &Reader, number: Number) -> Option<Number> {
    let at = number.end;
    if !reader.is(at, "point") || reader.is_digits(at - 1) || reader.word(at + 1).cardinal.is_none() {
        return Some(number);
    }
    let (mut written, mut end) = (String::from("0."), at + 1);
    while let Some(value) = reader.word(end).cardinal.filter(|_| reader.joined(end)) {
        let next = reader.past_hyphen(end + 1);
        match reader.word(next).cardinal {
            Some(unit) if value >= 20 && (1..10).contains(&unit) && reader.joined(next) => {
                written.push_str(&(value + unit).to_string());
                end = next + 1;
            }
            _ => {
                written.push_str(&value.to_string());
                end += 1;
            }
        }
    }
    let places = written.len().saturating_sub(2).min(20);
    let part: Decimal = written.get(..places + 2)?.parse().ok()?;
    let mut value = number.value.checked_add(part)?;
    let mut step = Decimal::try_new(1, u32::try_from(places).ok()?).ok()?;
    if let Some(scale) = reader.word(end).scale {
        value = value.checked_mul(Decimal::from(scale))?;
        step = step.checked_mul(Decimal::from(scale))?;
        end += 1;
    }
    Some(Number { value, step, plain: false, end, ..number })
}

// ---------------------------------------------------------------------------------------------
// Fractions

/// "two thirds", "a half", "half", "one hundred thirty fifths", "three quarters". `alone` accepts
/// a bare "half".
fn word_fraction(reader: &Reader, at: usize, alone: bool) -> Option<Number> {
    if let Some(number) = slashed(reader, at) {
        return Some(number);
    }
    if alone && let Some(end) = bare_half(reader, at) {
        return ratio(Decimal::ONE, if reader.is(at, "quarter") { 4.into() } else { Decimal::TWO }, end);
    }
    let article = reader.is_any(at, &["a", "an"]);
    if article && reader.is_any(at + 1, &["half", "quarter"]) && !reader.is_dash(at + 2) {
        let quarter = reader.is(at + 1, "quarter");
        return (!quarter || quarter_counts(reader, at + 2))
            .then(|| ratio(Decimal::ONE, if quarter { 4.into() } else { Decimal::TWO }, at + 2))?;
    }
    if article && !reader.word(at + 1).plural && reader.word(at + 1).scale.is_none() {
        let (bottom, end) = denominator(reader, at + 1)?;
        let counts = reader.ends(end)
            || reader.is_any(end, &["of", "as", "less", "more", "larger", "smaller", "higher", "lower", "fewer"]);
        let scale = reader.word(at + 1).scale_ordinal.is_some();
        return (counts || scale).then(|| ratio(Decimal::ONE, bottom, end))?;
    }
    // The numerator is as short as leaves a denominator behind it.
    let first =
        reader.is_digits(at) || reader.word(at).cardinal.is_some() || (article && reader.word(at + 1).scale.is_some());
    if !first {
        return None;
    }
    let mut last = at;
    while is_number_word(reader, last) && last < at + 12 {
        last += 1;
    }
    let word = reader.word(last);
    let one_part = reader.is(at, "one") || reader.text(at) == "1";
    if reader.is_any(last, &["half", "quarter"]) && reader.is(at, "one") && plain_gap(reader, at + 1, last) {
        let bottom = if reader.is(last, "half") { Decimal::TWO } else { 4.into() };
        return ratio(Decimal::ONE, bottom, last + 1);
    }
    if word.ordinal.is_none() && word.scale_ordinal.is_none() {
        return None;
    }
    if reader.is_digits(at) && !(word.plural && last == at + 1 && reader.word(last).ordinal.is_some()) {
        return None;
    }
    if word.plural {
        return split(reader, at, last);
    }
    if !one_part || reader.is_digits(at) {
        return None;
    }
    let from = if reader.is_dash(at + 1) { at + 2 } else { at + 1 };
    if reader.word(from).scale.is_some() {
        return None;
    }
    let (bottom, end) = denominator(reader, from)?;
    ratio(Decimal::ONE, bottom, end)
}

fn plain_gap(reader: &Reader, from: usize, to: usize) -> bool {
    from == to || (from + 1 == to && reader.is_dash(from))
}

/// "half" without an article, where it counts something; "quarter" before a scale.
fn bare_half(reader: &Reader, at: usize) -> Option<usize> {
    let next = at + 1;
    if reader.is(at, "quarter") {
        let scale = reader.word(next).scale.is_some_and(|scale| scale > 100);
        return (scale && !reader.before(at, &["a", "one"])).then_some(next);
    }
    if !reader.is(at, "half") || reader.is_dash(next) {
        return None;
    }
    let part = at.checked_sub(1).is_some_and(|before| {
        reader.word(before).ordinal.is_some()
            || reader.is_any(before, &["the", "other", "better", "latter", "opening", "final", "last", "next", "each"])
            || reader.is_dash(before)
    });
    let counts = reader.is_any(
        next,
        &["of", "a", "an", "the", "its", "his", "her", "their", "our", "my", "those", "these", "all", "that"],
    ) || reader.word(next).scale.is_some()
        || reader.word(next).group.is_some()
        || reader.phrase(&reader.vocabulary.unit_phrases, next).is_some()
        || (reader.ends(next) && at > 0);
    // "the first half an hour" is half an hour all the same.
    let measured =
        reader.is_any(next, &["a", "an"]) && reader.phrase(&reader.vocabulary.unit_phrases, next + 1).is_some();
    (measured || counts && !part).then_some(next)
}

/// "a quarter" is a fraction where it is one of something, else three months.
fn quarter_counts(reader: &Reader, end: usize) -> bool {
    reader.ends(end)
        || reader.is_any(
            end,
            &[
                "of",
                "as",
                "more",
                "less",
                "fewer",
                "million",
                "billion",
                "trillion",
                "mile",
                "century",
                "percentage",
                "point",
                "percent",
                "pound",
                "inch",
            ],
        )
}

fn is_number_word(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    (word.cardinal.is_some() || word.scale.is_some() || reader.is_any(at, &["a", "an"]) || reader.is_digits(at))
        || (reader.is(at, "and") && reader.word(at + 1).cardinal.is_some())
        || (reader.is_dash(at)
            && (reader.word(at + 1).ordinal.is_some()
                || reader.word(at + 1).cardinal.is_some()
                || reader.word(at + 1).scale_ordinal.is_some()))
}

/// Number words before a plural ordinal, cut into numerator and denominator: "one hundred | thirty fifths".
fn split(reader: &Reader, at: usize, last: usize) -> Option<Number> {
    // "two hundred and fifty-four hundredths" is 200 and 54/100.
    let and = (at..last).rev().find(|&k| reader.is(k, "and"));
    if let Some(and) = and
        && and > at
    {
        let whole = cardinal(reader, at, false)?;
        if reader.word(and - 1).scale.is_some_and(|scale| scale > 100) {
            return None;
        }
        let part = split(reader, and + 1, last)?;
        if whole.end < and {
            return None;
        }
        let whole = whole_before(reader, at, and)?;
        return Some(Number { value: whole.checked_add(part.value)?, fraction: false, ..part });
    }
    let mut from = last;
    let word = reader.word(last);
    let dashed = |k: usize| k.checked_sub(1).filter(|&p| p > at && reader.is_dash(p)).map_or(k, |p| p);
    if word.ordinal.is_some_and(|value| value < 10) {
        let before = dashed(from).checked_sub(1)?;
        if before > at && reader.word(before).cardinal.is_some_and(|value| value >= 20) {
            from = before;
        }
    }
    if word.ordinal.is_some() {
        // "one hundred fifth", "one thousand fifths": a scale with its own number belongs below.
        while from >= at + 3
            && !(reader.is_dash(from - 3) || reader.word(from - 3).cardinal.is_some_and(|value| value >= 20))
            && reader.word(from - 1).scale.is_some()
            && reader.word(from - 2).cardinal.is_some()
        {
            from -= 2;
        }
    }
    let (bottom, end) = denominator(reader, from)?;
    if end != last + 1 {
        return None;
    }
    let top_end = if from > at && reader.is_dash(from - 1) { from - 1 } else { from };
    let top = whole_before(reader, at, top_end)?;
    ratio(top, bottom, end)
}

/// The number that fills exactly these tokens.
fn whole_before(reader: &Reader, at: usize, end: usize) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    let mut group = Decimal::ZERO;
    for k in at..end {
        let word = reader.word(k);
        if let Some(value) = word.cardinal.or_else(|| reader.digits(k)) {
            group = group.checked_add(value.into())?;
        } else if let Some(scale) = word.scale {
            let value = if group.is_zero() { Decimal::ONE } else { group };
            if scale == 100 {
                group = value.checked_mul(scale.into())?;
            } else {
                total = total.checked_add(value.checked_mul(scale.into())?)?;
                group = Decimal::ZERO;
            }
        }
    }
    total.checked_add(group)
}

/// "fifths", "twenty-first", "one hundred fifth", "trillionth".
fn denominator(reader: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let mut sum = Decimal::ZERO;
    let mut k = at;
    while k < at + 8 {
        let word = reader.word(k);
        if let Some(value) = word.ordinal {
            return Some((sum.checked_add(value.into())?, k + 1)).filter(|(sum, _)| *sum > Decimal::TWO || word.plural);
        }
        if let Some(scale) = word.scale_ordinal {
            let factor = if sum.is_zero() { Decimal::ONE } else { sum };
            return Some((factor.checked_mul(scale.into())?, k + 1));
        }
        if let Some(value) = word.cardinal {
            sum = sum.checked_add(value.into())?;
        } else if let Some(scale) = word.scale {
            sum = sum.max(Decimal::ONE).checked_mul(scale.into())?;
        } else if !reader.is_dash(k) {
            return None;
        }
        k += 1;
    }
    None
}

/// "1/4", "2 1/4", "¾", "2½".
fn slashed(reader: &Reader, at: usize) -> Option<Number> {
    let top = reader.digits(at)?;
    if let Some(part) = glyph(reader, at + 1).filter(|_| reader.joined(at + 1)) {
        return Some(Number { value: part.value.checked_add(top.into())?, fraction: false, ..part });
    }
    let is_slash = |at: usize| matches!(reader.text(at), "/" | "⁄") && reader.glued(at) && reader.glued(at + 1);
    if is_slash(at + 1) {
        let bottom = reader.digits(at + 2)?;
        let dated = is_slash(at + 3) || reader.glued(at) && reader.text(at.wrapping_sub(1)) == "/";
        let usual = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100].contains(&bottom);
        return (usual && top < bottom && !dated).then(|| ratio(top.into(), bottom.into(), at + 3))?;
    }
    let whole = reader.joined(at + 1) && reader.is_digits(at + 1) && is_slash(at + 2) && !is_slash(at + 4);
    let bottom = reader.digits(at + 3).filter(|_| whole)?;
    let part = reader.digits(at + 1).filter(|&part| part < bottom && bottom <= 64)?;
    let part = ratio(part.into(), bottom.into(), at + 4)?;
    Some(Number { value: part.value.checked_add(top.into())?, fraction: false, ..part })
}

fn glyph(reader: &Reader, at: usize) -> Option<Number> {
    let (top, bottom) = match reader.text(at) {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    ratio(top.into(), bottom.into(), at + 1)
}

fn ratio(top: Decimal, bottom: Decimal, end: usize) -> Option<Number> {
    let value = top.checked_div(bottom)?;
    let step = Decimal::ONE.checked_div(bottom)?;
    let fraction = value > Decimal::ZERO && value < Decimal::ONE;
    Some(Number { value, step, mantissa: value, fraction, plain: false, end })
}

/// "half a million", "quarter million", "three quarters of a billion", "half a dozen".
fn scaled_fraction(reader: &Reader, number: Number) -> Number {
    if !number.fraction {
        return number;
    }
    let mut at = number.end;
    if reader.is(at, "of") {
        at += 1;
    }
    if reader.is_any(at, &["a", "an"]) {
        at += 1;
    }
    let word = reader.word(at);
    let size = word.scale.or(word.group.filter(|_| reader.is(at, "dozen")));
    let Some(size) = size.map(Decimal::from).filter(|_| reader.joined(at)) else { return number };
    match (number.value.checked_mul(size), number.step.checked_mul(size)) {
        (Some(value), Some(step)) if word.group.is_none() => {
            Number { value, step, mantissa: Decimal::ONE, fraction: false, end: at + 1, ..number }
        }
        (Some(value), _) => {
            Number { value, step: Decimal::ONE, mantissa: value, fraction: false, end: at + 1, ..number }
        }
        _ => number,
    }
}

/// "two and a half", "3 million and a half", "one billion and three quarters million".
fn and_fraction(reader: &Reader, number: Number) -> Number {
    if number.fraction {
        return number;
    }
    if let Some(end) = hyphened_half(reader, number.end) {
        let half = Decimal::new(5, 1);
        let value = number.value.checked_add(half).unwrap_or(number.value);
        return Number { value, step: half, mantissa: Decimal::ONE, fraction: false, plain: false, end };
    }
    if !reader.is(number.end, "and") {
        return number;
    }
    if let Some((quarters, end)) = quarters(reader, number.end + 1) {
        let value = number.value.checked_add(quarters).unwrap_or(number.value);
        let step = Decimal::new(25, 2);
        return Number { value, step, mantissa: Decimal::ONE, fraction: false, plain: false, end };
    }
    let last = number.end - 1;
    let Some(part) = word_fraction(reader, number.end + 1, false).filter(|part| part.fraction) else { return number };
    let half = part.end - number.end <= 3 || reader.word(part.end - 1).plural;
    if !half || !and_part(reader, &part) {
        return number;
    }
    // "two and a half million" against "one billion and a half million".
    let scale_before = reader.word(last).scale.is_some_and(|scale| scale > 100);
    let scaled = if scale_before { scaled_fraction(reader, part.clone()) } else { part.clone() };
    let (part, factor) = match (scaled.fraction, reader.word(last).scale.filter(|&scale| scale > 100)) {
        (false, _) => (scaled, Decimal::ONE),
        (true, Some(scale)) => (part, Decimal::from(scale)),
        (true, None) => (part, Decimal::ONE),
    };
    let value = part.value.checked_mul(factor).and_then(|part| number.value.checked_add(part));
    match (value, part.step.checked_mul(factor)) {
        (Some(value), Some(step)) => {
            let end = part.end;
            let number = Number { value, step, mantissa: Decimal::ONE, fraction: false, plain: false, end };
            trailing_scale(reader, number, factor)
        }
        _ => number,
    }
}

/// "A quarter", "three-quarter", "three quarters" before a unit: how much, and the token after it.
fn quarters(reader: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let word = reader.past_hyphen(at + 1);
    let (part, all) = match () {
        () if reader.is(at, "a") && reader.is(at + 1, "quarter") => (25, at + 2),
        () if reader.is(at, "three") && reader.is_any(word, &["quarter", "quarters"]) => (75, word + 1),
        () => return None,
    };
    let unit = reader.phrase(&reader.vocabulary.unit_phrases, all).is_some() && reader.joined(all);
    unit.then(|| (Decimal::new(part, 2), all))
}

/// "-and-a-half".
pub fn hyphened_half(reader: &Reader, at: usize) -> Option<usize> {
    let words = ["and", "a", "half"];
    let fits = words.iter().enumerate().all(|(k, word)| {
        let dash = at + 2 * k;
        reader.is_dash(dash) && reader.glued(dash) && reader.glued(dash + 1) && reader.is(dash + 1, word)
    });
    fits.then_some(at + 6)
}

/// After "and", a single ordinal is a fraction only as "a half", "a third" or a plural.
fn and_part(reader: &Reader, part: &Number) -> bool {
    let last = part.end - 1;
    reader.word(last).plural
        || reader.is_any(last, &["half", "quarter"])
        || reader.word(last).ordinal.is_some_and(|value| value < 20)
        || !reader.is_word(last)
}

/// "two and a half million".
fn trailing_scale(reader: &Reader, number: Number, factor: Decimal) -> Number {
    let Some(scale) = reader.word(number.end).scale.map(Decimal::from).filter(|_| factor == Decimal::ONE) else {
        return number;
    };
    match (number.value.checked_mul(scale), number.step.checked_mul(scale)) {
        (Some(value), Some(step)) => Number { value, step, end: number.end + 1, ..number },
        _ => number,
    }
}

/// "one in five", "7 out of 10", "1 over twenty-one".
fn proportion(reader: &Reader, start: usize, number: Number) -> Number {
    let at = number.end;
    if number.fraction || number.value <= Decimal::ZERO || !reader.joined(at) {
        return number;
    }
    let (from, kind) = match () {
        () if reader.is(at, "in") => (at + 1, "in"),
        () if reader.is(at, "out") && reader.is(at + 1, "of") => (at + 2, "out of"),
        () if reader.is(at, "of") && reader.is_any(at + 1, &["every", "each"]) => (at + 1, "in"),
        () if reader.is(at, "over") => (at + 1, "over"),
        () => return number,
    };
    let from = from + usize::from(reader.is_any(from, &["every", "each"]));
    let Some(whole) = cardinal(reader, from, false).filter(|whole| whole.value > Decimal::ZERO) else { return number };
    let every = from;
    let year = whole.plain && whole.value >= Decimal::from(1000);
    let fits = match kind {
        "in" => {
            let round = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10000, 100_000, 1_000_000];
            let usual = whole.value.try_into().is_ok_and(|whole: i64| round.contains(&whole));
            let unit = reader.phrase(&reader.vocabulary.unit_phrases, reader.past_hyphen(whole.end)).is_some();
            usual
                && !year
                && !unit
                && number.value < whole.value
                && number.step == Decimal::ONE
                && !reader.is(every, "a")
        }
        "over" => !reader.is_any(whole.end, &["years", "percent", "days"]) && reader.ends(whole.end) && start == 0,
        _ => number.value < whole.value,
    };
    if !fits {
        return number;
    }
    match ratio(number.value, whole.value, whole.end) {
        Some(part) => part,
        None => number,
    }
}
