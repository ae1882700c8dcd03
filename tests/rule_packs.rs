//! The packs that lie beside the project load without problems, each folder as one run. Skipped where they are absent.

use factlint::rulebook::{self, Problem, Rulebook, claim};
use std::path::{Path, PathBuf};
use std::sync::Arc;

type Sources = Vec<(String, Arc<str>)>;

#[test]
fn every_pack_loads_without_problems() {
    for (pack, sources) in packs() {
        let (rulebook, problems) = rulebook::load(&sources);
        assert!(problems.is_empty(), "{}: {}", pack.display(), shown(&problems, &sources));
        assert!(!rulebook.facts.is_empty(), "{}", pack.display());
    }
}

#[test]
fn every_claim_prints_and_parses_to_the_same() {
    for (_, sources) in packs() {
        let (rulebook, _) = rulebook::load(&sources);
        for fact in rulebook.facts.iter().filter(|fact| fact.office_of.is_none()) {
            prints_to_itself(&rulebook, fact);
        }
    }
}

fn prints_to_itself(rulebook: &Rulebook, fact: &rulebook::Fact) {
    let printed = claim::print::print(&fact.claim);
    let again = claim::parse::parse(&printed, &rulebook.names)
        .unwrap_or_else(|errors| panic!("{}\n{printed}\n{errors:?}", fact.text));
    assert_eq!(claim::print::print(&again), printed, "{}", fact.text);
    assert_eq!(claim::print::skeleton(&again), claim::print::skeleton(&fact.claim), "{}", fact.text);
}

fn packs() -> Vec<(PathBuf, Sources)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/packs");
    let root = if root.is_dir() { root } else { Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/eval/packs") };
    let Ok(entries) = std::fs::read_dir(&root) else {
        eprintln!("skipped: no packs beside the project");
        return Vec::new();
    };
    let mut packs: Vec<PathBuf> = entries.flatten().map(|entry| entry.path().join("rules")).collect();
    packs.sort();
    packs.into_iter().map(|pack| (pack.clone(), sources(&pack))).filter(|(_, sources)| !sources.is_empty()).collect()
}

fn sources(folder: &Path) -> Sources {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(path).ok()?;
            Some((path.display().to_string(), text.into()))
        })
        .collect()
}

fn shown(problems: &[Problem], sources: &Sources) -> String {
    let mut shown = String::new();
    for problem in problems.iter().take(10) {
        let text = sources.iter().find(|(path, _)| *path == problem.path).map_or("", |(_, text)| text);
        shown += &format!("\n{} {:?} {}", problem.path, problem.span.of(text), problem.message);
    }
    shown
}

#[test]
fn packs_do_not_contradict_themselves() {
    for (pack, sources) in packs() {
        let (rulebook, _) = rulebook::load(&sources);
        let problems = rulebook::consistency::check(&rulebook, None);
        let errors: Vec<Problem> = problems.into_iter().filter(|problem| !problem.warning).collect();
        assert!(errors.is_empty(), "{}: {}", pack.display(), shown(&errors, &sources));
    }
}
