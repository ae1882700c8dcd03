//! The shape of the program: which room may name which, and what may stand only in one place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A room of src, and the rooms it may use besides itself, in reading order. `article::token` names only that part.
const LAYERS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("file", &["span"]),
    ("value", &["span"]),
    // Sentences and tokens are cut before they are tagged.
    ("syntax", &["span", "article::sentence", "article::token"]),
    ("lexicon", &["span", "syntax"]),
    ("article", &["span", "file", "value", "syntax", "lexicon"]),
    ("rulebook", &["span", "file", "value", "lexicon"]),
    ("check", &["span", "value", "syntax", "lexicon", "article", "rulebook"]),
    ("report", &["span", "file", "article", "rulebook", "check"]),
    ("cli", &["span", "value", "syntax", "lexicon", "article", "rulebook", "check", "report"]),
    ("lib", &["cli"]),
    ("main", &["factlint::cli"]),
];

/// Words that may stand only under these paths.
const HOMES: &[(&str, &[&str])] = &[
    ("petgraph", &["rulebook/graph.rs"]),
    ("miette", &["report/terminal.rs", "report/terminal/"]),
    ("granit_parser", &["rulebook/yaml.rs", "rulebook/yaml/"]),
    ("serde_yaml", &["rulebook/yaml.rs", "rulebook/yaml/", "value/vocabulary.rs"]),
    ("postcard", &["lexicon.rs", "lexicon/words.rs"]),
    ("clap", &["cli.rs", "cli/", "report.rs"]),
    ("println!", &["cli/"]),
    ("print!", &["cli/"]),
    ("eprintln!", &["cli/"]),
    ("std::fs", &["cli/"]),
    ("std::env", &["cli/", "report/terminal.rs"]),
];

/// Calls that end the program, outside tests: the file, the words of the line, and why input cannot reach it.
const MAY_PANIC: &[(&str, &str, &str)] = &[];

const PANICS: &[&str] = &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];

const MOST_LINES: usize = 900;

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let allowed: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let mut faults = Vec::new();
    for file in sources() {
        let Some(may) = allowed.get(file.room.as_str()) else {
            faults.push(format!("{}: the room has no line in LAYERS", file.path));
            continue;
        };
        for (number, line) in file.lines() {
            for used in uses(line).into_iter().filter(|used| room(used) != file.room) {
                if !may.iter().any(|prefix| used == *prefix || used.starts_with(&format!("{prefix}::"))) {
                    faults.push(format!("{}:{number}: {} may not use {used}", file.path, file.room));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_room_is_in_the_table_once() {
    let listed: Vec<&str> = LAYERS.iter().map(|(room, _)| *room).collect();
    let rooms: BTreeSet<String> = sources().into_iter().map(|file| file.room).collect();
    assert_eq!(listed.iter().map(|room| (*room).to_owned()).collect::<BTreeSet<_>>(), rooms);
    assert_eq!(listed.len(), rooms.len());
}

#[test]
fn crates_and_printing_keep_to_their_rooms() {
    let mut faults = Vec::new();
    for file in sources() {
        for (word, homes) in HOMES.iter().filter(|(_, homes)| !homes.iter().any(|home| file.path.starts_with(home))) {
            let found = file.lines().filter(|(_, line)| names(line, word));
            faults.extend(found.map(|(number, _)| format!("{}:{number}: only {homes:?} may name {word}", file.path)));
        }
    }
    none(&faults);
}

#[test]
fn input_cannot_end_the_program() {
    let mut faults = Vec::new();
    for file in sources() {
        for (number, line) in file.lines() {
            let excused = MAY_PANIC.iter().any(|(path, words, _)| file.path == *path && line.contains(words));
            if !excused && PANICS.iter().any(|call| line.contains(call)) {
                faults.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none(&faults);
}

#[test]
fn excuses_are_still_needed() {
    for (path, words, _) in MAY_PANIC {
        assert!(sources().iter().any(|file| file.path == *path && file.text.contains(words)), "{path}: {words}");
    }
}

#[test]
fn files_are_short() {
    let long = sources().into_iter().filter(|file| file.text.lines().count() > MOST_LINES);
    none(&long.map(|file| format!("{} has more than {MOST_LINES} lines", file.path)).collect::<Vec<_>>());
}

#[test]
fn files_open_with_what_they_are_for() {
    let silent = sources().into_iter().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| format!("{} does not open with `//!`", file.path)).collect::<Vec<_>>());
}

#[test]
fn the_architecture_names_every_room() {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let missing: Vec<&str> = LAYERS
        .iter()
        .map(|(room, _)| *room)
        .filter(|room| !page.contains(&format!("{room}.rs")) && !page.contains(&format!("{room}/")))
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md does not name {missing:?}");
}

/// A file of src.
struct Source {
    /// Below src, with `/`.
    path: String,
    /// The module of lib.rs that it belongs to.
    room: String,
    text: String,
}

impl Source {
    /// Lines of code outside tests, with their numbers.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.path.ends_with("/tests.rs");
        let lines = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().lines();
        let code = lines.enumerate().filter(move |(_, line)| !tests && !line.trim_start().starts_with("//"));
        code.map(|(at, line)| (at + 1, line))
    }
}

/// What a line names of the crate: `article::token::Token` for `use crate::article::token::Token`.
fn uses(line: &str) -> Vec<String> {
    let starts = ["crate::", "factlint::"];
    let mut found = Vec::new();
    for start in starts {
        for (at, _) in line.match_indices(start) {
            let rest = &line[at + start.len()..];
            if let Some(list) = rest.strip_prefix('{') {
                let list = list.split('}').next().unwrap_or(list);
                found.extend(list.split(',').map(|word| path(word.trim())));
            } else {
                found.push(path(rest));
            }
        }
    }
    if line.contains("factlint::") {
        found.iter_mut().for_each(|used| used.insert_str(0, "factlint::"));
    }
    found.retain(|used| !used.is_empty());
    found
}

/// The path that `words` begin with, as far as its modules go; a list of modules (`article::{sentence, token}`) is
/// named by its first.
fn path(words: &str) -> String {
    let words = words.replacen("::{", "::", 1);
    words
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, ':' | '_'))
        .collect::<String>()
        .trim_end_matches(':')
        .to_owned()
}

fn room(used: &str) -> &str {
    used.split("::").next().unwrap_or(used)
}

/// Whether `line` names `word`, not a longer word around it.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
            && !line[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    let source = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a source file");
        let path = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        let room = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        Source { path, room, text }
    };
    paths.into_iter().map(source).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of src").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
