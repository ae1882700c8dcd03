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
    assert!(code == 2 && out.contains("understood     summit date = 15 August 2025"), "{code} {out}");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(out.contains("no such day"), "{out}");
    assert_eq!(text, format!("{RULES}  - summit date = 15 August 2025\n"));
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

#[test]
fn an_id_that_nothing_has_brings_those_that_are_near() {
    let folder = folder();
    let suggests = |arguments: &[&str], meant: &str| {
        let (code, _, err) = rules(folder.path(), arguments, "");
        assert!(code == 2 && err.contains(meant), "{arguments:?}: {err}");
    };
    suggests(&["test", "lenght"], "Did you mean `length`?");
    suggests(&["explain", "visit"], "Did you mean `visits`?");
    suggests(&["explain", "leng"], "Did you mean `factlint/length`?");
    suggests(&["explain", "banana"], "`factlint rules list` shows all ids");
    suggests(&["graph", "--around", "puttin"], "Did you mean `putin`?");
    std::fs::write(folder.path().join("other.yaml"), "claims:\n  - {id: length, claim: bridge length = 3 m}\n")
        .expect("a file");
    let both = ["explain", "length", "--rules", "factlint.yaml", "other.yaml"];
    suggests(&both, "several files have a claim `length`. Write `factlint/length` or `other/length`.");
    std::fs::write(folder.path().join("draft.txt"), "The summit lasted two hours.\n").expect("an article");
    let output = Command::cargo_bin("factlint")
        .expect("the program")
        .current_dir(folder.path())
        .args(["check", "draft.txt", "--trace", "lenght"])
        .output()
        .expect("a run");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.code() == Some(2) && told.contains("Did you mean `length`?"), "{told}");
}

#[test]
fn rules_that_hold_nothing_say_what_to_do() {
    let folder = folder();
    for text in ["", "# nothing yet\n", "claims: []\n", "entities:\n  a: {name: Ada, kind: person}\n"] {
        std::fs::write(folder.path().join("factlint.yaml"), text).expect("a file");
        for command in [&["check"][..], &["test"], &["list"], &["graph"]] {
            let (code, _, err) = rules(folder.path(), command, "");
            assert!(
                code == 0 && err.contains("hold no claims") && err.contains("\nclaims:\n  - "),
                "{command:?}: {err}"
            );
        }
    }
    std::fs::write(folder.path().join("factlint.yaml"), b"claims:\n  - caf\xe9 = 1\n").expect("a file");
    let (code, _, err) = rules(folder.path(), &["check"], "");
    assert!(code == 2 && err.contains("line 2 holds a character that is not UTF-8"), "{err}");
}

#[test]
fn fmt_writes_values_as_editors_do() {
    let folder = folder();
    let path = folder.path().join("factlint.yaml");
    let claims = [
        ("line cost = EUR 412000000", "line cost = €412 million"),
        ("ticket price = €2.80", "ticket price = €2.80"),
        ("number of visitors in 2024 = 210000", "number of visitors in 2024 = 210,000"),
        ("riders ~  1.2 million", "riders ~ 1.2 million"),
        ("opening date = 2025-09-06", "opening date = 6 September 2025"),
        ("share of women = 4.2%", "share of women = 4.2%"),
        ("toll = 14, as of 15 August 2026", "toll = 14, as of 15 August 2026"),
    ];
    let file = |side: fn(&(&str, &str)) -> String| {
        let lines: String = claims.iter().map(|claim| format!("  - {}\n", side(claim))).collect();
        format!("claims:\n{lines}")
    };
    std::fs::write(&path, file(|(before, _)| (*before).to_owned())).expect("a file");
    assert_eq!(rules(folder.path(), &["fmt"], "").0, 0);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), file(|(_, after)| (*after).to_owned()));
}

#[test]
fn what_is_told_fits_the_terminal() {
    let folder = folder();
    let long = "  - number of passengers who travelled on the Harbour Line in May = 1.2 million\n";
    std::fs::write(folder.path().join("factlint.yaml"), format!("{RULES}{long}")).expect("a file");
    for arguments in [&["list"][..], &["explain", "length", "visits"], &["test"], &["check", "--help"]] {
        let output = Command::cargo_bin("factlint")
            .expect("the program")
            .current_dir(folder.path())
            .env("COLUMNS", "80")
            .arg("rules")
            .args(arguments)
            .output()
            .expect("a run");
        let told = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(!told.is_empty() && told.lines().all(|line| line.chars().count() <= 80), "{arguments:?}:\n{told}");
    }
}

#[test]
fn bombs_are_refused_with_the_right_words() {
    let folder = folder();
    let aliases: String = (1..10)
        .map(|level| format!("key{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", ")))
        .collect();
    let bombs = [
        (format!("about: &a0 [{}]\n{aliases}", ["x"; 10].join(", ")), "too-many-aliases"),
        ("[".repeat(100_000), "too-deep"),
        ((0..4_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect(), "too-deep"),
        (format!("claims:\n  - {}\n", "word ".repeat(2 << 20)), "text-too-long"),
        (format!("claims: [{}]", "a,".repeat(1_100_000)), "too-many-nodes"),
        (format!("claims:\n{}", "  - a = 1\n".repeat(2 << 20)), "this file has 20 MB; a rule file may have 16"),
    ];
    for (text, problem) in bombs {
        std::fs::write(folder.path().join("factlint.yaml"), &text).expect("a file");
        let (code, out, err) = rules(folder.path(), &["check"], "");
        assert!(code == 2 && err.contains(problem), "{problem}: {out}{}", err.get(..2_000).unwrap_or(&err));
        assert!(err.len() < 1 << 20, "{problem}: {} bytes", err.len());
    }
}
