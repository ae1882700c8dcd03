//! Packs the lexicon's data files into the form in which the program carries them, so that no run parses YAML that
//! never changes. A mistake in a data file is an error of the build, with the file's name and the place.

mod relations;
mod words;

/// The shapes that the program unpacks.
#[allow(dead_code)]
#[path = "../src/lexicon"]
mod lexicon {
    #[path = "data.rs"]
    pub mod data;
    #[path = "wording.rs"]
    pub mod wording;
}

use std::path::{Path, PathBuf};

fn main() -> Result<(), String> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let data = root.join("src/lexicon");
    for path in ["build", "src/lexicon/en", "src/lexicon/words", "src/lexicon/data.rs", "src/lexicon/wording.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    write(&out.join("relations.bin"), &relations::read(&data.join("en"))?)?;
    let texts = words::Texts::read(&data.join("words"))?;
    write(&out.join("words.bin"), &words::words(&texts)?)
}

fn write<T: serde::Serialize>(path: &Path, data: &T) -> Result<(), String> {
    let packed = postcard::to_allocvec(data).map_err(|error| format!("{}: {error}", path.display()))?;
    std::fs::write(path, packed).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files of a folder with this ending, with their texts, in order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<(PathBuf, String)>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            paths.push(path);
        }
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok((path, text))
        })
        .collect()
}
