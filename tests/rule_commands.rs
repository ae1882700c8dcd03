//! `factlint rules …` as people meet it.

use assert_cmd::Command;
use std::path::Path;
use tempfile::TempDir;

const RULES: &str = "\
# Facts of the summit.
source: Desk
as_of: 2025-08-16
entities:
  russia: {name: Russia, kind: place}
  st-petersburg: {name: St. Petersburg, kind: place, in: russia}   # the city
  putin: {name: Vladimir Putin, kind: person, also: [Putin], is: [\"president of Russia, 2012-05-07..\"]}
claims:
  - id: length
    claim:   summit length ~  3 hours   # talks only
  - {id: visits, claim: 'number of Putin visits to Russia = 8'}
";

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("factlint.yaml"), RULES).expect("a rule file");
    folder
}

/// Exit code, standard output and standard error of `factlint rules …` in a folder.
fn rules(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let output = Command::cargo_bin("factlint")
        .expect("the program")
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .arg("rules")
        .args(arguments)
        .write_stdin(input)
        .output()
        .expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn check_counts_and_fails_on_errors() {
    let folder = folder();
    let (code, out, err) = rules(folder.path(), &["check"], "");
    assert_eq!((code, out.as_str(), err.as_str()), (0, "2 claims in 1 file: 0 errors, 0 warnings\n", ""));
    std::fs::write(folder.path().join("factlint.yaml"), "claims:\n  - summit date = 2013-02-30\n").expect("a file");
    let (code, out, err) = rules(folder.path(), &["check"], "");
    assert_eq!(code, 2);
    assert!(out.contains("1 error"), "{out}");
    assert!(err.contains("2013-02-30") && err.contains("no such day"), "{err}");
}

#[test]
fn fmt_changes_claims_and_nothing_else() {
    let folder = folder();
    let path = folder.path().join("factlint.yaml");
    let (code, out, _) = rules(folder.path(), &["fmt", "--check"], "");
    assert_eq!((code, out.as_str()), (1, "would change factlint.yaml\n"));
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), RULES);
    assert_eq!(rules(folder.path(), &["fmt"], "").0, 0);
    let expected = RULES.replace("summit length ~  3 hours", "summit length ~ 3 hours");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), expected);
    assert_eq!(rules(folder.path(), &["fmt", "--check"], "").0, 0);
}

#[test]
fn new_writes_a_claim_at_the_end() {
    let folder = folder();
    let path = folder.path().join("factlint.yaml");
    let (code, out, _) =
        rules(folder.path(), &["new"], "summit date = 2013-02-30\nsummit  date = 15 August 2025\ny\n\n");
    assert!(code == 2 && out.contains("understood     summit date = 2025-08-15"), "{code} {out}");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(out.contains("no such day"), "{out}");
    assert_eq!(text, format!("{RULES}  - summit date = 2025-08-15\n"));
    assert_eq!(rules(folder.path(), &["check"], "").0, 0);
}

#[test]
fn list_explain_graph_and_schema_speak() {
    let folder = folder();
    let (code, out, _) = rules(folder.path(), &["list"], "");
    assert!(code == 0 && out.contains("factlint/length") && out.contains("2025-08-16"), "{out}");
    let (code, out, _) = rules(folder.path(), &["list", "--stale", "30", "--today", "2025-08-20"], "");
    assert!(code == 0 && !out.contains("factlint/length"), "{out}");
    let (code, out, _) = rules(folder.path(), &["explain", "length"], "");
    assert!(code == 0 && out.contains("about 3 hours") && out.contains("factlint.yaml:10"), "{out}");
    let (code, _, err) = rules(folder.path(), &["explain", "lenght"], "");
    assert!(code == 2 && err.contains("Did you mean `length`?"), "{err}");
    for format in ["dot", "mermaid", "json"] {
        let (code, out, _) = rules(folder.path(), &["graph", "--format", format, "--around", "putin"], "");
        assert!(code == 0 && out.contains("Vladimir Putin") && out.contains("2012-05-07.."), "{out}");
        assert!(!out.contains("St. Petersburg"), "{out}");
    }
    let (code, out, _) = rules(folder.path(), &["schema"], "");
    assert!(code == 0 && out.contains("\"additionalProperties\": false"), "{out}");
}

#[test]
fn tests_of_claims_run() {
    let folder = folder();
    let text = "entities:\n  summit: {name: Alaska summit, kind: event, also: [summit]}\nclaims:\n  - id: length\n    claim: summit length ~ 3 hours\n    tests:\n      silent: [\"Trump then flew home.\"]\n      conflict: [\"Trump ate two hamburgers.\"]\n";
    std::fs::write(folder.path().join("factlint.yaml"), text).expect("a file");
    let (code, out, _) = rules(folder.path(), &["test", "--coverage"], "");
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("expected conflict, came silent"), "{out}");
    assert!(out.contains("1 of 2 test sentences as expected"), "{out}");
    assert!(out.contains("factlint/length: no test of imprecise, supported"), "{out}");
}
