//! `factlint rules schema`: what completion in editors works from.

use super::print;
use crate::cli::Exit;
use crate::rulebook::raw;

/// Prints the JSON Schema of rule files.
pub fn run() -> Exit {
    print(&schema())
}

/// The schema as text.
pub fn schema() -> String {
    let schema = schemars::schema_for!(raw::File);
    serde_json::to_string_pretty(schema.as_value()).map_or(String::new(), |text| text + "\n")
}
