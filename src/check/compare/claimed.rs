//! What the other claims say of a figure: one that another claim states is told by that one, and one that only this claim
//! asks for needs fewer words to be understood.

use super::amount::{agrees, comparable};
use super::likeness::is_slip;
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::value::Value;
use rust_decimal::prelude::ToPrimitive;

/// The signs of a figure in view of the claims of the same file: how many ask for such a figure, and whether it is like
/// what one of them says. Empty where the article is not on the file's matter.
pub fn signs(frame: &Frame, sentence: &Sentence, stated: &Value, expected: &Value) -> Vec<String> {
    let scene = sentence.scene;
    if !scene.is_on_matter(frame) {
        return Vec::new();
    }
    let file = scene.fact(frame).origin.file;
    let alike = || {
        scene
            .claimed()
            .iter()
            .filter(|other| other.fact != frame.fact && other.file == file)
            .map(|other| &other.value)
            .filter(|other| stated.kind() == other.kind() && comparable(stated, other) && !is_coarser(other, stated))
    };
    let many = match alike().count() {
        0 => "none",
        1 => "one",
        2 | 3 => "few",
        _ => "many",
    };
    let kind = crate::check::concern::group(stated);
    let mut signs = vec![format!("asked-alike:{many}"), format!("asked-alike:{many}:{kind}")];
    let apart = distance(stated, expected);
    let elsewhere = if agrees(stated, expected) {
        if alike().any(|other| agrees(stated, other)) { "twice" } else { "here" }
    } else if alike().any(|other| agrees(stated, other)) {
        "same"
    } else if is_slip(stated, expected) {
        if alike().any(|other| is_slip(stated, other)) { "slips" } else { "slip" }
    } else if alike().any(|other| is_slip(stated, other) || distance(stated, other) < apart) {
        "nearer"
    } else {
        "farther"
    };
    signs.push(format!("claimed:{elsewhere}"));
    signs.push(format!("claimed:{elsewhere}:{kind}"));
    signs
}

/// A year says nothing of a day within it.
fn is_coarser(claimed: &Value, stated: &Value) -> bool {
    matches!((claimed, stated), (Value::Date(claimed), Value::Date(stated)) if claimed.precision > stated.precision)
}

/// How far apart two values are: amounts by their ratio, days by their number.
fn distance(stated: &Value, claimed: &Value) -> f64 {
    match (stated, claimed) {
        (Value::Amount(_), Value::Amount(b)) => {
            let Some(Value::Amount(a)) = stated.converted_like(claimed).or_else(|| Some(stated.clone())) else {
                return f64::MAX;
            };
            let (a, b) = (a.nominal.abs().to_f64().unwrap_or(0.0), b.nominal.abs().to_f64().unwrap_or(0.0));
            if a <= 0.0 || b <= 0.0 { f64::MAX } else { (a / b).ln().abs() }
        }
        (Value::Date(a), Value::Date(b)) => match (a.from, b.from) {
            (Some(a), Some(b)) => f64::from(a.until(b).map_or(i32::MAX, |span| span.get_days()).abs()),
            _ => f64::MAX,
        },
        (a, b) if a == b => 0.0,
        _ => f64::MAX,
    }
}
