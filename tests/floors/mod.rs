//! Figures that may only rise (or only fall), kept in tests/floors.json. `RAISE=1 cargo test` moves the floors of the
//! tests' own figures to where the figures are; `.ci/floors.py --raise` does it for those of the packs.

use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// A figure with its name; the name is its key in tests/floors.json.
pub struct Figure {
    pub name: &'static str,
    pub value: f64,
    pub better: Better,
}

/// Which way a figure may go.
#[derive(Clone, Copy, PartialEq)]
pub enum Better {
    Higher,
    Lower,
}

/// Fails where a figure is worse than its floor, or has none.
pub fn hold(figures: &[Figure]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/floors.json");
    let mut floors: Map<String, Value> = std::fs::read_to_string(&path)
        .map_or_else(|_| Map::new(), |text| serde_json::from_str(&text).expect("floors.json"));
    if std::env::var_os("RAISE").is_some() {
        for figure in figures {
            floors.insert(figure.name.to_owned(), figure.bound());
        }
        floors.sort_keys();
        let text = serde_json::to_string_pretty(&floors).expect("floors as JSON");
        std::fs::write(&path, text + "\n").expect("tests/floors.json can be written");
        return;
    }
    let worse: Vec<String> = figures.iter().filter_map(|figure| figure.fault(&floors)).collect();
    assert!(worse.is_empty(), "{}\nIf this is meant: RAISE=1 cargo test", worse.join("\n"));
}

impl Figure {
    /// A figure that should rise.
    pub fn rising(name: &'static str, value: f64) -> Self {
        Self { name, value, better: Better::Higher }
    }

    /// A figure that should fall.
    #[allow(dead_code, reason = "not every test that holds floors counts faults")]
    pub fn falling(name: &'static str, value: f64) -> Self {
        Self { name, value, better: Better::Lower }
    }

    fn bound(&self) -> Value {
        let key = if self.better == Better::Higher { "min" } else { "max" };
        let value = rounded(self.value);
        if value.fract() == 0.0 { json!({ key: value as i64 }) } else { json!({ key: value }) }
    }

    fn fault(&self, floors: &Map<String, Value>) -> Option<String> {
        let Some(bound) = floors.get(self.name) else {
            return Some(format!("{} is {}; it has no floor yet", self.name, rounded(self.value)));
        };
        let value = rounded(self.value);
        let low = bound["min"].as_f64().is_some_and(|min| value < min);
        let high = bound["max"].as_f64().is_some_and(|max| value > max);
        (low || high).then(|| format!("{} is {value}; the floor is {bound}", self.name))
    }
}

/// Three decimals: what a floor is written with.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).floor() / 1000.0
}
