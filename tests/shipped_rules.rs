//! The rules that come with the program against their own tests, as `factlint rules test` runs them.

mod floors;

use assert_cmd::Command;
use floors::Figure;

#[test]
fn shipped_rules_judge_their_own_tests() {
    let output = Command::cargo_bin("factlint")
        .expect("the program")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["rules", "test", "--rules", "rules", "corpus/rules"])
        .output()
        .expect("a run");
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    let last = report.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = last.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [passed, all] = numbers[..] else { panic!("{report}") };
    println!("{report}");
    floors::hold(&[Figure::rising("rules: tests as expected", passed / all)]);
}
