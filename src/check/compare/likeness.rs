//! How like what the text says is to what the claim says.

use super::amount::is_rare;
use crate::value::{self, Agreement, Amount, DateSet, Hedge, Precision, Unit, Value};
use rust_decimal::Decimal;

/// How like the two values are: people mistype and misremember, and other things have other figures.
pub fn likeness(stated: &Value, expected: &Value) -> &'static str {
    match (stated, expected) {
        (Value::Amount(a), Value::Amount(b)) => {
            let agree = value::compare(stated, value::Op::Equal, expected).agreement == Agreement::Supported;
            if agree {
                return if is_rare(stated) && a.hedge == Hedge::Exact { "same-rare" } else { "same" };
            }
            if is_amount_slip(a, b) {
                return "slip";
            }
            if is_tenfold(a, b) {
                return "tenfold";
            }
            // What the rest come to: 38 per cent in order, 62 per cent out of it.
            if a.unit == Unit::Percent && b.unit == Unit::Percent && a.nominal + b.nominal == Decimal::ONE_HUNDRED {
                return "complement";
            }
            // The right number with the wrong unit: miles for kilometres, per cent for percentage points.
            if a.unit != b.unit && a.nominal == b.nominal && !a.nominal.is_zero() {
                return "wrong-unit";
            }
            let to = value::Value::Amount(a.clone()).converted_like(expected);
            let nominal = match &to {
                Some(Value::Amount(amount)) => amount.nominal,
                _ => a.nominal,
            };
            if nominal.is_zero() || b.nominal.is_zero() {
                return "far";
            }
            let ratio = nominal.checked_div(b.nominal).unwrap_or(Decimal::from(1000)).abs();
            let within = |low: i64, high: i64| ratio >= Decimal::new(low, 2) && ratio <= Decimal::new(high, 2);
            if within(90, 112) {
                "within-tenth"
            } else if within(66, 150) {
                "within-half"
            } else if within(33, 300) {
                "within-three"
            } else if within(10, 1000) {
                "within-ten"
            } else {
                "far"
            }
        }
        (Value::Date(a), Value::Date(b)) => {
            if a.overlaps(b) {
                return if a.precision <= value::Precision::Day { "same-rare" } else { "same" };
            }
            if is_date_slip(a, b) {
                return "slip";
            }
            match (a.from, b.from) {
                (Some(x), Some(y)) if a.precision == b.precision && x.year() == y.year() && x.day() == y.day() => {
                    "other-month"
                }
                (Some(x), Some(y)) if x.year() == y.year() => "same-year",
                (Some(x), Some(y)) if (x.year() - y.year()).abs() <= 3 => "years-near",
                (Some(x), Some(y)) if (x.year() - y.year()).abs() <= 20 => "years-off",
                _ => "far",
            }
        }
        (a, b) if a == b => "same",
        _ => "other",
    }
}

/// Whether the stated value is the claimed one with a slip of the pen.
pub fn is_slip(stated: &Value, claimed: &Value) -> bool {
    match (stated, claimed) {
        (Value::Amount(stated), Value::Amount(claimed)) => is_amount_slip(stated, claimed),
        (Value::Date(stated), Value::Date(claimed)) => is_date_slip(stated, claimed),
        _ => false,
    }
}

/// Two digits exchanged, in the same unit and exactly worded.
pub fn is_amount_slip(stated: &Amount, claimed: &Amount) -> bool {
    if !are_alike(stated, claimed) {
        return false;
    }
    match (&stated.unit, &claimed.unit) {
        (Unit::Measure { id: a, .. }, Unit::Measure { id: b, .. }) if a != b => return false,
        (Unit::Money { currency: a, .. }, Unit::Money { currency: b, .. }) if a != b => return false,
        _ => {}
    }
    magnitude(stated) == magnitude(claimed) && exchanged(&digits(stated), &digits(claimed))
}

/// A nought too many, or thousands for millions, in whatever unit: "9.3 kg" for 930 g. 30 is no 3,000.
pub fn is_tenfold(stated: &Amount, claimed: &Amount) -> bool {
    let to = value::Value::Amount(stated.clone()).converted_like(&value::Value::Amount(claimed.clone()));
    let stated = match &to {
        Some(value::Value::Amount(to)) => to,
        _ => stated,
    };
    let places = (magnitude(stated) - magnitude(claimed)).abs();
    are_alike(stated, claimed)
        && digits(stated) == digits(claimed)
        && digits(claimed).len() >= 2
        && matches!(places, 1 | 3)
        && !within(stated, claimed)
}

fn are_alike(stated: &Amount, claimed: &Amount) -> bool {
    matches!(stated.hedge, Hedge::Exact | Hedge::About)
        && stated.unit.kind() == claimed.unit.kind()
        && !stated.nominal.is_zero()
        && !claimed.nominal.is_zero()
}

/// Two digits of the day or of the year exchanged, the rest the same: "31 May" for "13 May", "1938" for "1983".
fn is_date_slip(stated: &DateSet, claimed: &DateSet) -> bool {
    let (Some(a), Some(b)) = (stated.from, claimed.from) else { return false };
    if stated.relative || stated.hedge != Hedge::Exact || claimed.hedge != Hedge::Exact {
        return false;
    }
    let digits = |number: i16| format!("{number:02}").into_bytes();
    let days = || exchanged(&digits(a.day().into()), &digits(b.day().into()));
    let years = exchanged(&digits(a.year()), &digits(b.year()));
    match (stated.precision, claimed.precision) {
        (Precision::Day, Precision::Day) => {
            let same_month = a.year() == b.year() && a.month() == b.month();
            same_month && days() || years && (a.month(), a.day()) == (b.month(), b.day())
        }
        (Precision::Month, Precision::Day | Precision::Month) => years && a.month() == b.month(),
        (Precision::Year, Precision::Day | Precision::Month | Precision::Year) => years,
        _ => false,
    }
}

/// Whether the digits are each other's with two of them exchanged.
fn exchanged(a: &[u8], b: &[u8]) -> bool {
    let differing: Vec<usize> = (0..a.len().min(b.len())).filter(|&at| a[at] != b[at]).collect();
    a.len() == b.len() && matches!(differing.as_slice(), [i, j] if a[*i] == b[*j] && a[*j] == b[*i])
}

fn within(stated: &Amount, claimed: &Amount) -> bool {
    claimed.low.is_some_and(|low| low <= stated.nominal) && claimed.high.is_some_and(|high| stated.nominal <= high)
}

/// The significant digits: 53,100 → 5 3 1.
pub fn digits(amount: &Amount) -> Vec<u8> {
    let all = amount.nominal.normalize().mantissa().unsigned_abs().to_string();
    all.trim_end_matches('0').bytes().collect()
}

/// The place of the first digit.
fn magnitude(amount: &Amount) -> i32 {
    let number = amount.nominal.abs().normalize();
    let length = number.mantissa().unsigned_abs().to_string().len() as i32;
    length - number.scale() as i32
}

/// How the digits of two figures differ: how many of them in figures of one length, by how much in small counts. A figure
/// misremembered keeps most of its digits, another thing's figure does not.
pub fn strokes(stated: &Value, expected: &Value) -> Option<String> {
    let (stated, claimed) = match (stated, expected) {
        (Value::Amount(stated), Value::Amount(claimed)) => (stated, claimed),
        (Value::Date(stated), Value::Date(claimed)) => return Some(format!("date:{}", date_strokes(stated, claimed)?)),
        _ => return None,
    };
    if stated.nominal == claimed.nominal {
        return Some("same".to_owned());
    }
    let (a, b) = (digits(stated), digits(claimed));
    // 210 is no 24 with another digit.
    if a.len() == b.len() && a.len() >= 2 && (a == b || magnitude(stated) == magnitude(claimed)) {
        let differing = a.iter().zip(&b).filter(|(a, b)| a != b).count();
        return Some(format!("{}:{differing}", a.len().min(4)));
    }
    let small = |amount: &Amount| amount.nominal.is_integer() && amount.nominal.abs() <= Decimal::from(SMALL);
    if small(stated) && small(claimed) {
        let apart = (stated.nominal - claimed.nominal).abs().min(Decimal::from(4));
        return Some(format!("small:{}", apart.normalize()));
    }
    Some(format!("lengths:{}:{}", a.len().min(3), b.len().min(3)))
}

/// How far apart two dates are, as people misremember them: by a day or two, with the right day in another year, by a decade.
fn date_strokes(stated: &DateSet, claimed: &DateSet) -> Option<&'static str> {
    if stated.overlaps(claimed) {
        return Some("same");
    }
    let (a, b) = (stated.from?, claimed.from?);
    let years = (a.year() - b.year()).abs();
    let day = stated.precision <= Precision::Day && claimed.precision <= Precision::Day;
    let month = stated.precision <= Precision::Month && claimed.precision <= Precision::Month;
    let same_day = (a.month(), a.day()) == (b.month(), b.day());
    let days = (a - b).get_days().abs();
    Some(match () {
        () if day && days == 1 => "next-day",
        () if day && days <= 3 => "days",
        () if day && days <= 8 => "week",
        () if day && same_day => "same-day-other-year",
        () if month && !day && a.month() == b.month() => "same-month-other-year",
        () if day && days <= 31 => "month",
        () => match years {
            0 => "year",
            1 => "next-year",
            10 | 100 => "decade",
            2..=3 => "years",
            4..=20 => "many-years",
            _ => "far",
        },
    })
}

/// Up to here figures are counted on fingers, and differ by one or two rather than by a digit.
const SMALL: i64 = 12;

#[cfg(test)]
mod tests {
    use super::is_slip;
    use crate::value::{Kind, Value, parse};

    fn slip(stated: &str, claimed: &str) -> bool {
        let date = |text: &str| parse(text).filter(|value: &Value| value.kind() == Kind::Date);
        match (date(stated), date(claimed)) {
            (Some(stated), Some(claimed)) => is_slip(&stated, &claimed),
            _ => panic!("{stated} or {claimed} is no date"),
        }
    }

    #[test]
    fn a_date_slips_by_two_digits_of_its_day_or_year() {
        assert!(slip("1938", "1983"));
        assert!(slip("31 May 2026", "13 May 2026"));
        assert!(slip("May 1938", "13 May 1983"));
        assert!(!slip("1939", "1983"));
        assert!(!slip("31 July 2026", "13 May 2026"));
        assert!(!slip("13 May 2026", "13 May 2026"));
        assert!(!slip("about 1938", "1983"));
    }
}
