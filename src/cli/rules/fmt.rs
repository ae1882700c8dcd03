//! `factlint rules fmt`: claims in their normal form; comments, order and everything else untouched.

use super::{complain, load, print, rewrite};
use crate::cli::{Exit, output};
use crate::rulebook::claim::{parse, print};
use crate::rulebook::{Fact, Rulebook};
use crate::span::Span;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Command {
    /// Rule files or folders of them [default: ./rules or factlint.yaml]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; end with code 1 where something would change
    #[arg(long)]
    check: bool,
}

impl Command {
    /// Rewrites the files. A file with mistakes keeps its bytes.
    pub fn run(self) -> Exit {
        let loaded = load(&self.paths);
        let is_broken = complain(&loaded);
        let mut changed = Vec::new();
        for (at, file) in loaded.rulebook.files.iter().enumerate() {
            if loaded.problems.iter().any(|problem| problem.path == file.path && !problem.warning) {
                continue;
            }
            let text = formatted(&loaded.rulebook, at, &file.text);
            if *text == *file.text {
                continue;
            }
            if !self.check
                && let Err(error) = std::fs::write(&file.path, &text)
            {
                output::complain(&format!("factlint: cannot write {}: {error}\n", file.path));
                return Exit::Trouble;
            }
            changed.push(file.path.clone());
        }
        let verb = if self.check { "would change" } else { "changed" };
        let report: String = changed.iter().map(|path| format!("{verb} {path}\n")).collect();
        let written = print(&report);
        match (is_broken, self.check && !changed.is_empty()) {
            (true, _) => Exit::Trouble,
            (false, true) => Exit::Findings,
            (false, false) => written,
        }
    }
}

/// The text of a file with its claims in normal form.
fn formatted(rulebook: &Rulebook, file: usize, text: &str) -> String {
    let claims = rulebook.facts.iter().filter(|fact| fact.origin.file == file && fact.office_of.is_none());
    rewrite::replaced(text, claims.filter_map(|fact| change(rulebook, fact, text)).collect())
}

/// The claim's new words, where they differ and surely mean the same.
fn change(rulebook: &Rulebook, fact: &Fact, text: &str) -> Option<(Span, String)> {
    let normal = print::print(&fact.claim);
    let raw = fact.raw.of(text);
    // Text over several lines keeps the lines that a person gave it.
    if normal == fact.text.trim() || raw.contains('\n') || raw.starts_with(['|', '>']) {
        return None;
    }
    let again = parse::parse(&normal, &rulebook.names).ok()?;
    if print::skeleton(&again) != print::skeleton(&fact.claim) {
        return None;
    }
    let is_flow = inside_brackets(text, fact.raw.start);
    let plain = rewrite::scalar(&normal);
    let words = match raw.as_bytes().first() {
        Some(b'"') => format!("\"{}\"", normal.replace('\\', "\\\\").replace('"', "\\\"")),
        Some(b'\'') => format!("'{}'", normal.replace('\'', "''")),
        _ if is_flow && normal.contains([',', '[', ']', '{', '}']) => format!("'{}'", normal.replace('\'', "''")),
        _ => plain,
    };
    Some((fact.raw, words))
}

/// Whether the line before `at` has a bracket open: commas would end the text there.
fn inside_brackets(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[line..at];
    before.matches(['{', '[']).count() > before.matches(['}', ']']).count()
}
