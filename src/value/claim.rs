//! Values as an editor writes them in a claim: the whole text is one value.

use super::find;
use super::reader::Reader;
use super::{Amount, DateSet, Hedge, Value, ValueMention};
use crate::span::Span;

/// The readings of the whole text; none where it is no single value.
pub fn readings(text: &str) -> Vec<Value> {
    let trimmed = text.trim();
    if trimmed.len() > 400 {
        return Vec::new();
    }
    if let Some(open) = trimmed.strip_suffix("..").filter(|open| !open.ends_with('.')) {
        return whole(open.trim_end()).into_iter().filter_map(opened).collect();
    }
    let found = whole(trimmed);
    if !found.is_empty() {
        return found;
    }
    whole(trimmed.trim_end_matches(['.', ',', ';', '!', '?']))
}

fn whole(text: &str) -> Vec<Value> {
    let reader = Reader::new(text, Span::new(0, text.len()), None, true);
    let start = usize::from(reader.is(0, "the"));
    for start in [start, 0] {
        let Some(mentions) = find::mention(&reader, start) else { continue };
        if let [placed] = mentions.as_slice()
            && placed.end == reader.len()
        {
            let ValueMention { readings, .. } = placed.mention.clone();
            return readings;
        }
    }
    Vec::new()
}

/// "2009..": from there on.
fn opened(value: Value) -> Option<Value> {
    match value {
        Value::Amount(amount) if amount.hedge == Hedge::Exact => {
            Some(Value::Amount(Amount { low: Some(amount.nominal), high: None, hedge: Hedge::Range, ..amount }))
        }
        Value::Date(set) => Some(Value::Date(DateSet { to: None, hedge: Hedge::Range, ..set })),
        _ => None,
    }
}
