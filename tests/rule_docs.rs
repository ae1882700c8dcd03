//! Every example of docs/rule-language.md loads, and the claims in its tables parse.

use factlint::rulebook::{self, claim, consistency, problem};
use std::sync::Arc;

const PAGE: &str = include_str!("../docs/rule-language.md");

#[test]
fn every_example_loads() {
    let mut examples = 0;
    for (at, block) in PAGE.split("```yaml\n").skip(1).enumerate() {
        let text: Arc<str> = block.split("```").next().unwrap_or("").into();
        let (rulebook, mut problems) = rulebook::load(&[(format!("example-{at}.yaml"), text.clone())]);
        problems.extend(consistency::check(&rulebook, None));
        let drawn: String = problems.iter().map(|problem| problem::draw(problem, |_| &text)).collect();
        assert!(problems.is_empty(), "{text}\n{drawn}");
        examples += 1;
    }
    assert!(examples >= 10, "only {examples} examples");
}

/// What an editor does first: save an example, and let the program check it. Its tests run as well.
#[test]
fn the_program_finds_nothing_wrong_with_any_example() {
    let folder = tempfile::TempDir::new().expect("a folder");
    for (at, block) in PAGE.split("```yaml\n").skip(1).enumerate() {
        let text = block.split("```").next().unwrap_or("");
        let path = folder.path().join(format!("example-{at}.yaml"));
        std::fs::write(&path, text).expect("an example");
        let output = assert_cmd::Command::cargo_bin("factlint")
            .expect("the program")
            .args(["rules", "check", "--today", "2026-11-22"])
            .arg(&path)
            .output()
            .expect("a run");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && told.is_empty(), "{text}\n{told}");
    }
}

/// The first rule, the draft beside it, and what the page promises to be said about them.
#[test]
fn the_first_rule_says_what_the_page_says() {
    let block = |at: usize, kind: &str| {
        let rest = PAGE.split(&format!("```{kind}\n")).nth(at).expect("a block");
        rest.split("```").next().expect("its end").to_owned()
    };
    let folder = tempfile::TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("factlint.yaml"), block(1, "yaml")).expect("the rule");
    std::fs::write(folder.path().join("draft.txt"), block(1, "text")).expect("the draft");
    let output = assert_cmd::Command::cargo_bin("factlint")
        .expect("the program")
        .current_dir(folder.path())
        .args(["check", "draft.txt", "--format", "short"])
        .output()
        .expect("a run");
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(told.lines().next().unwrap_or_default(), block(2, "text").trim_end());
}

/// Every command that the page names is one.
#[test]
fn commands_of_the_page_exist() {
    for words in PAGE.split("`factlint ").skip(1) {
        let words = words.split('`').next().unwrap_or("");
        let command: Vec<&str> =
            words.split_whitespace().take_while(|word| word.starts_with(char::is_lowercase)).collect();
        let command = if command.first() == Some(&"rules") { &command[..2] } else { &command[..1] };
        let help =
            assert_cmd::Command::cargo_bin("factlint").expect("the program").args(command).arg("--help").output();
        assert!(help.expect("a run").status.success(), "{words}");
    }
}

#[test]
fn claims_in_tables_parse() {
    let rows = PAGE
        .lines()
        .filter(|line| line.starts_with("| `=`") || line.starts_with("| `!=`") || line.starts_with("| `~`"));
    let rows = rows.chain(PAGE.lines().filter(|line| line.starts_with("| `<`") || line.starts_with("| `includes`")));
    let mut claims = 0;
    for row in rows {
        let example = row.rsplit('`').nth(1).unwrap_or("");
        let claim = claim::parse::parse(example, &claim::NoNames);
        assert!(matches!(claim, Ok(claim::ast::Claim::Comparison(_))), "{example}: {claim:?}");
        claims += 1;
    }
    assert_eq!(claims, 5);
}

#[test]
fn values_in_the_table_are_values() {
    let section = PAGE.split("## Values").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("the section");
    for row in section.lines().filter(|line| line.starts_with("| a ") || line.starts_with("| money")) {
        let cell = row.split('|').nth(2).unwrap_or("");
        if row.starts_with("| a name") {
            continue;
        }
        for value in cell.split('`').skip(1).step_by(2) {
            let text = format!("thing = {value}");
            let claim =
                claim::parse::parse(&text, &claim::NoNames).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
            let claim::ast::Claim::Comparison(comparison) = claim else { panic!("{text} is no comparison") };
            let first = &comparison.values[0][0].value;
            assert!(matches!(first, claim::ast::ClaimValue::Value(_)), "{text}: {first:?}");
        }
    }
}

#[test]
fn the_schema_is_the_one_in_docs() {
    let schema = schemars::schema_for!(rulebook::raw::File);
    let text = serde_json::to_string_pretty(schema.as_value()).expect("a schema") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &text).expect("docs can be written");
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == text, "docs/rules.schema.json is old: run this test with UPDATE_SCHEMA=1");
}
