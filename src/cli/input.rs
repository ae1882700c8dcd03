//! Paths → files to check: folders are walked, `-` is standard input.

use crate::article::{Fault, Format, MAX_LINES_BYTES, ReadError};
use ignore::WalkBuilder;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The path that means standard input.
pub const STDIN: &str = "-";

/// The articles under `paths`, sorted, each once, and what is wrong with the paths.
pub fn articles(paths: &[PathBuf]) -> (Vec<String>, Vec<ReadError>) {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            for file in files_under(path, &mut errors) {
                if is_article(&file) {
                    found.push(file);
                }
            }
            if found.len() == before {
                let message = "the folder holds no article (.txt, .md, .html or .jsonl)".to_owned();
                errors.push(ReadError::new(&shown(path), Fault::Unreadable { message }));
            }
        } else {
            found.push(path.clone());
        }
    }
    found.sort_by_key(|path| shown(path));
    let mut seen = BTreeSet::new();
    found.retain(|path| seen.insert(identity(path)));
    (found.iter().map(|path| shown(path)).collect(), errors)
}

/// Every file under a folder, in order. Hidden files and what a `.gitignore` there names are left out;
/// links are followed, once round.
pub fn files_under(folder: &Path, errors: &mut Vec<ReadError>) -> Vec<PathBuf> {
    let mut walk = WalkBuilder::new(folder);
    walk.follow_links(true).parents(false).git_global(false).git_exclude(false).sort_by_file_name(Ord::cmp);
    let mut files = Vec::new();
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) if is_loop(&error) => {}
            Err(error) => errors.push(ReadError::new(&shown(folder), Fault::Unreadable { message: error.to_string() })),
        }
    }
    files
}

/// The bytes of an article, unless there are too many of them.
pub fn read(path: &str, format: Option<Format>) -> Result<Vec<u8>, ReadError> {
    let limit = format.or_else(|| Format::of(path, &[]).ok()).map_or(MAX_LINES_BYTES, Format::limit);
    let unreadable = |error: io::Error| ReadError::new(path, Fault::Unreadable { message: reason(&error) });
    let too_large = |bytes| ReadError::new(path, Fault::TooLarge { bytes, limit });
    if path == STDIN {
        return take(io::stdin().lock(), limit).map_err(unreadable)?.ok_or(too_large(limit + 1));
    }
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?;
    if size.is_dir() {
        return Err(ReadError::new(path, Fault::Unreadable { message: "this is a folder".to_owned() }));
    }
    if size.len() > limit {
        return Err(too_large(size.len()));
    }
    take(file, limit).map_err(unreadable)?.ok_or(too_large(limit + 1))
}

/// What is wrong with a file, without the operating system's number for it.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission to read it was denied".to_owned(),
        _ => error.to_string(),
    }
}

/// A path as reports show it: with `/`, without a leading `./`.
pub fn shown(path: &Path) -> String {
    let words = path.to_string_lossy().replace('\\', "/");
    words.strip_prefix("./").filter(|rest| !rest.is_empty()).map_or(words.clone(), str::to_owned)
}

/// What makes two paths the same file.
pub fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Files of an article's format that are not in a folder of rules and not a README.
fn is_article(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let in_rules = path.parent().is_some_and(|folder| folder.components().any(|part| part.as_os_str() == "rules"));
    let known = path.extension().and_then(|extension| Format::of_extension(&extension.to_string_lossy())).is_some();
    known && !in_rules && !name.starts_with("readme")
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}

/// All bytes, or `None` where there are more than `limit`.
fn take(source: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}
