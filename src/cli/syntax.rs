//! `factlint syntax FILE`: how the sentences of a plain text file are read, as CoNLL-U.

use crate::article::{sentence, token};
use crate::span::Span;
use crate::syntax::{self, conllu};
use std::io::{Read, Write};
use std::process::ExitCode;

/// Prints the trees of the sentences of the file at `path`; `-` is standard input.
pub fn run(path: &str) -> ExitCode {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("error: cannot read {path}: {error}");
            return ExitCode::from(2);
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (at, sentence) in sentence::sentences(&text, Span::new(0, text.len())).into_iter().enumerate() {
        let tree = syntax::parse(&text, &token::tokens(&text, sentence, &[]));
        let words = sentence.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        let written = write!(out, "# sent_id = {}\n# text = {words}\n{}", at + 1, conllu::write(&text, &tree));
        // A reader that has seen enough closes the pipe.
        if written.is_err() {
            break;
        }
    }
    let _ = out.flush();
    ExitCode::SUCCESS
}

fn read(path: &str) -> std::io::Result<Vec<u8>> {
    if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(path)
    }
}
