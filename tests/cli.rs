//! The command line: exit codes, streams, and clear errors.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const RULES: &str = "claims:\n  - last president to visit Russia = Obama, 2013\n";

struct Case {
    folder: TempDir,
}

struct Output {
    code: i32,
    out: String,
    err: String,
}

impl Case {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let case = Self { folder: tempfile::tempdir().unwrap() };
        for (path, bytes) in files {
            case.write(path, bytes);
        }
        case
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, arguments: &str) -> Output {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &str, stdin: &[u8]) -> Output {
        let mut command = Command::cargo_bin("factlint").unwrap();
        command.current_dir(self.path()).env_remove("NO_COLOR").env_remove("NO_GRAPHICS");
        let output = command.args(arguments.split_whitespace()).write_stdin(stdin.to_vec()).output().unwrap();
        Output {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn json(words: &str) -> serde_json::Value {
    serde_json::from_str(words).unwrap()
}

fn paths(output: &Output) -> Vec<String> {
    let articles = json(&output.out)["articles"].as_array().unwrap().clone();
    articles.iter().map(|article| article["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn clean_articles_are_exit_0() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("a.txt", b"Nothing to see.")]);
    let output = case.run("check a.txt");
    assert_eq!((output.code, output.err.as_str()), (0, ""));
    assert!(output.out.starts_with("0 conflicts, 0 imprecise, 0 supported in 1 article;"), "{}", output.out);
}

#[test]
fn folders_are_walked_in_order_and_rules_inside_them_are_used() {
    let case = Case::new(&[
        ("corpus/b.md", b"b"),
        ("corpus/a.html", b"<p>a"),
        ("corpus/sub/c.jsonl", b"{\"text\": \"c\"}\n{\"id\": \"x\", \"text\": \"d\"}"),
        ("corpus/README.md", b"no"),
        ("corpus/picture.png", b"no"),
        ("corpus/.hidden.md", b"no"),
        ("corpus/rules/r.yaml", RULES.as_bytes()),
        ("corpus/rules/notes.md", b"no"),
        ("rules/s.yaml", RULES.as_bytes()),
    ]);
    let output = case.run("check corpus corpus/b.md ./corpus/b.md --format json");
    assert_eq!(
        paths(&output),
        ["corpus/a.html", "corpus/b.md", "corpus/sub/c.jsonl", "corpus/sub/c.jsonl"],
        "{}",
        output.err
    );
    assert_eq!(json(&output.out)["rules"]["files"], 2);
    assert_eq!(json(&output.out)["articles"][2]["id"], "1");
}

#[cfg(unix)]
#[test]
fn links_that_go_round_do_no_harm() {
    let case = Case::new(&[("corpus/a.md", b"a"), ("rules/a.yaml", RULES.as_bytes())]);
    std::os::unix::fs::symlink(case.path().join("corpus"), case.path().join("corpus/again")).unwrap();
    std::os::unix::fs::symlink("a.md", case.path().join("corpus/b.md")).unwrap();
    assert_eq!(paths(&case.run("check corpus --format json")), ["corpus/a.md"]);
}

#[test]
fn standard_input_is_an_article() {
    let case = Case::new(&[("factlint.yaml", RULES.as_bytes())]);
    let output = case.run_with("check - --format json --date 2025-08-16", b"<!doctype html><h1>Title here</h1><p>Text");
    let article = &json(&output.out)["articles"][0];
    assert_eq!(
        (&article["path"], &article["title"], &article["date"]),
        (&"-".into(), &"Title here".into(), &"2025-08-16".into())
    );
    let output = case.run_with("check - --format json --input-format txt", b"<h1>Title</h1>");
    assert_eq!(json(&output.out)["articles"][0]["title"], serde_json::Value::Null);
}

#[test]
fn rules_may_be_spread_over_the_arguments() {
    let case = Case::new(&[("x/a.yaml", RULES.as_bytes()), ("x/b.yml", RULES.as_bytes()), ("a.txt", b"a")]);
    assert_eq!(json(&case.run("check a.txt --rules x/a.yaml x/b.yml --format json").out)["rules"]["files"], 2);
    assert_eq!(json(&case.run("check --rules x a.txt --format json").out)["rules"]["files"], 2);
}

#[test]
fn missing_rules_say_what_to_do() {
    let case = Case::new(&[("a.txt", b"a"), ("empty/x.txt", b"")]);
    let output = case.run("check a.txt");
    assert_eq!(output.code, 2);
    assert!(output.err.contains("there are no claim rules") && output.err.contains("factlint.yaml"), "{}", output.err);
    let output = case.run("check a.txt --rules empty");
    assert_eq!(output.code, 2);
    assert!(output.err.contains("empty: the folder holds no rule file"), "{}", output.err);
    let output = case.run("check a.txt --rules nowhere");
    assert_eq!(output.code, 2);
    assert!(output.err.contains("nowhere: there is no such file or folder"), "{}", output.err);
}

#[test]
fn one_bad_article_does_not_hide_the_others() {
    let case = Case::new(&[
        ("rules/a.yaml", RULES.as_bytes()),
        ("c/good.txt", b"good"),
        ("c/bad.txt", b"two hours \xff\xff"),
        ("c/lines.jsonl", b"{\"id\": \"ok\", \"text\": \"t\"}\n{\"id\": 1}\n"),
        ("c/date.md", b"---\ndate: someday\n---\ntext"),
    ]);
    let output = case.run("check c missing.txt a.docx --format json");
    assert_eq!(output.code, 2);
    assert_eq!(paths(&output), ["c/date.md", "c/good.txt", "c/lines.jsonl"]);
    for words in [
        "c/bad.txt: byte 10 is not UTF-8 (0xFF)",
        "Save the file as UTF-8",
        "c/lines.jsonl:2:9: this line is not an article: missing field `text`",
        "c/date.md:2:7: `someday` is not a date",
        "missing.txt: there is no such file or folder",
        "a.docx: there is no such file or folder",
    ] {
        let folded = output.err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        assert!(folded.contains(words), "{words}\n{}", output.err);
    }
}

#[test]
fn unknown_formats_and_empty_folders() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("a.docx", b"PK\x03\x04"), ("none/x.png", b"")]);
    let output = case.run("check a.docx none");
    assert_eq!(output.code, 2);
    assert!(output.err.contains("`.docx` is not a format of articles"), "{}", output.err);
    assert!(output.err.contains("none: the folder holds no article"), "{}", output.err);
}

#[test]
fn wrong_usage_is_exit_2() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("a.txt", b"a")]);
    for (arguments, words) in [
        ("check", "PATH"),
        ("check a.txt --format yaml", "possible values: pretty"),
        ("check a.txt --date 2025-13-40", "write it as YYYY-MM-DD"),
        ("check a.txt --date soon", "`soon` is not a date"),
        ("frobnicate", "unrecognized subcommand"),
    ] {
        let output = case.run(arguments);
        assert_eq!(output.code, 2, "{arguments}");
        assert!(output.err.contains(words), "{}", output.err);
    }
}

#[test]
fn an_article_of_100_mb_is_refused() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("good.txt", b"good")]);
    fs::File::create(case.path().join("large.txt")).unwrap().set_len(100_000_000).unwrap();
    let output = case.run("check large.txt good.txt --format json");
    assert_eq!((output.code, paths(&output)), (2, vec!["good.txt".to_owned()]));
    assert!(output.err.contains("100,000,000 bytes; the limit is 33,554,432"), "{}", output.err);
}

#[test]
fn the_report_goes_to_a_file() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("a.txt", b"a")]);
    let output = case.run("check a.txt --format html --output report.html");
    assert_eq!((output.code, output.out.as_str()), (0, ""));
    assert!(fs::read_to_string(case.path().join("report.html")).unwrap().starts_with("<!doctype html>"));
    assert_eq!(case.run("check a.txt --output no/such/folder").code, 2);
}

#[test]
fn the_order_of_arguments_and_threads_changes_nothing() {
    let files: Vec<(String, String)> = (0..20)
        .map(|number| (format!("c/{number}.txt"), format!("Obama last visited Russia in {}.", 2000 + number)))
        .collect();
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes())]);
    for (path, text) in &files {
        case.write(path, text.as_bytes());
    }
    let forward: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    for format in ["pretty", "json"] {
        let one = case.run(&format!("check --show all --format {format} {}", forward.join(" ")));
        let other = case.run(&format!("check --show all --format {format} {}", backward.join(" ")));
        assert_eq!(one.out, other.out);
        let mut single = Command::cargo_bin("factlint").unwrap();
        single
            .current_dir(case.path())
            .env("RAYON_NUM_THREADS", "1")
            .args(["check", "c", "--show", "all", "--format", format]);
        assert_eq!(String::from_utf8(single.output().unwrap().stdout).unwrap(), one.out);
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let case = Case::new(&[("rules/a.yaml", RULES.as_bytes())]);
    for number in 0..2000 {
        case.write(&format!("c/{number:04}-{}.txt", "x".repeat(60)), b"a");
    }
    let binary = assert_cmd::cargo::cargo_bin("factlint");
    let script = format!("{} check c --format json | head -c 10; exit ${{PIPESTATUS[0]}}", binary.display());
    let output = std::process::Command::new("bash").current_dir(case.path()).args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_worksheet_lists_the_article() {
    let case =
        Case::new(&[("rules/a.yaml", RULES.as_bytes()), ("a.md", b"---\ntitle: Talks\ndate: 2025-08-16\n---\nText.")]);
    let output = case.run("worksheet a.md");
    assert_eq!(output.code, 0, "{}", output.err);
    assert!(output.out.starts_with("a.md, 16 Aug 2025: Talks\n"), "{}", output.out);
}
