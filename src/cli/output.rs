//! Where reports go: standard output, or the file of `--output`.

use std::io::{self, Write};
use std::path::Path;

/// Writes a report. A reader that stopped reading is no error.
pub fn write(report: &str, file: Option<&Path>) -> Result<(), String> {
    match file {
        Some(path) => std::fs::write(path, report)
            .map_err(|error| format!("cannot write {}: {}", super::input::shown(path), super::input::reason(&error))),
        None => {
            quiet(print(&mut io::stdout().lock(), report)).map_err(|error| format!("cannot write the report: {error}"))
        }
    }
}

/// Writes to standard error what is wrong with the input.
pub fn complain(report: &str) {
    // Nobody is left to tell when this fails.
    let _ = print(&mut io::stderr().lock(), report);
}

fn print(to: &mut impl Write, report: &str) -> io::Result<()> {
    to.write_all(report.as_bytes())?;
    to.flush()
}

fn quiet(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
