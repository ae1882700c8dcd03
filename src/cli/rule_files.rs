//! Which rule files a run uses: those of `--rules`, or those that lie where rules lie.

use super::input;
use crate::report::Trouble;
use crate::rulebook::yaml::MAX_BYTES;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rule files with their texts, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct RuleFiles {
    pub sources: Vec<(String, Arc<str>)>,
    pub errors: Vec<Trouble>,
}

/// The rules that `--rules` names. Without it: `rules/` or `factlint.yaml` in the working folder, and every
/// folder `rules/` inside the checked folders.
pub fn load(named: &[PathBuf], checked: &[PathBuf]) -> RuleFiles {
    let mut found = RuleFiles::default();
    let mut paths = Vec::new();
    let defaults = if named.is_empty() { default_places(checked) } else { Vec::new() };
    if named.is_empty() && defaults.is_empty() {
        found.errors.push(Trouble {
            path: None,
            place: None,
            message: "there are no claim rules to check against".to_owned(),
            help: "Put rule files into a folder `rules`, or write one as `factlint.yaml`, or name them: --rules FILE-OR-FOLDER. \
                   The smallest rule file is:\n\nclaims:\n  - last president to visit Russia = Obama, 2013"
                .to_owned(),
        });
    }
    for place in named.iter().chain(&defaults) {
        if place.is_dir() {
            paths.extend(found.folder(place));
        } else {
            paths.push(place.clone());
        }
    }
    paths.sort_by_key(|path| input::shown(path));
    let mut seen = BTreeSet::new();
    for path in paths.into_iter().filter(|path| seen.insert(input::identity(path))) {
        found.file(&path);
    }
    found
}

/// Rule files among the paths of a command, and the others: a shell spreads `--rules *.yaml` over several words.
pub fn split(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<PathBuf>) {
    paths.iter().cloned().partition(|path| is_rule_file(path) && !path.is_dir())
}

impl RuleFiles {
    fn folder(&mut self, folder: &Path) -> Vec<PathBuf> {
        let mut errors = Vec::new();
        let mut files = input::files_under(folder, &mut errors);
        files.retain(|file| is_rule_file(file));
        self.errors.extend(errors.iter().map(Trouble::from));
        if files.is_empty() {
            self.errors.push(Trouble {
                path: Some(input::shown(folder)),
                place: None,
                message: "the folder holds no rule file".to_owned(),
                help: "Rule files end in .yaml or .yml; the smallest one is:\n\nclaims:\n  - last president to visit Russia = Obama, 2013"
                    .to_owned(),
            });
        }
        files
    }

    fn file(&mut self, path: &Path) {
        let shown = input::shown(path);
        match read(path) {
            Ok(text) => self.sources.push((shown, text.into())),
            Err((message, help)) => self.errors.push(Trouble { path: Some(shown), place: None, message, help }),
        }
    }
}

fn read(path: &Path) -> Result<String, (String, String)> {
    let cure = |error: &std::io::Error| (input::reason(error), "Check the path, and that you may read it.".to_owned());
    let size = std::fs::metadata(path).map_err(|error| cure(&error))?.len();
    if size > MAX_BYTES as u64 {
        let message = format!("this file has {} MB; a rule file may have {}", size >> 20, MAX_BYTES >> 20);
        return Err((message, "Split the claims over several files.".to_owned()));
    }
    let bytes = std::fs::read(path).map_err(|error| cure(&error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = crate::article::error::grouped(at as u64);
        let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let cure = "Open the file in an editor and save it as UTF-8 (in some programs: “Unicode”).".to_owned();
        (format!("line {line} holds a character that is not UTF-8 (byte {byte} of the file)"), cure)
    })
}

fn default_places(checked: &[PathBuf]) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = Vec::new();
    if Path::new("rules").is_dir() {
        places.push("rules".into());
    } else {
        places.extend(["factlint.yaml", "factlint.yml"].iter().map(PathBuf::from).filter(|path| path.is_file()));
    }
    for folder in checked.iter().filter(|path| path.is_dir()) {
        let inside = input::files_under(folder, &mut Vec::new());
        places.extend(inside.into_iter().filter(|file| is_rule_file(file) && below_rules(folder, file)));
    }
    places
}

/// Whether `file` lies in a folder `rules` at or below `folder`.
fn below_rules(folder: &Path, file: &Path) -> bool {
    let parents = file.strip_prefix(folder).ok().and_then(Path::parent);
    parents.is_some_and(|parents| parents.components().any(|part| part.as_os_str() == "rules"))
}

fn is_rule_file(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml"))
}
