//! docs/check.schema.json is what the program's types say. `UPDATE=1 cargo test --test schema` writes it anew.

use factlint::report::json;

#[test]
fn the_schema_in_the_docs_is_that_of_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.schema.json");
    let schema = json::schema();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), schema, "run `UPDATE=1 cargo test --test schema`");
}
