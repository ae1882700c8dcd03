//! The lexicon against its own examples: each sentence under a relation's `tests:` must be read as that relation.
//! `cargo test --test lexicon -- --nocapture` lists those that are not.

mod floors;

use factlint::article::token::tokens;
use factlint::lexicon::{Relation, lexicon, triggers};
use factlint::span::Span;
use factlint::syntax;
use floors::Figure;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn examples_are_read_as_their_relation() {
    let (mut read, mut all) = (0, 0);
    for relation in &lexicon().relations {
        for example in &relation.tests {
            all += 1;
            if wordings_in(&plain(example)).contains(relation.id.as_str()) {
                read += 1;
            } else {
                println!("{}/{}: {example}", relation.desk, relation.id);
            }
        }
    }
    println!("{read} of {all} examples are read as their relation");
    assert!(all > 0);
    floors::hold(&[Figure::rising("lexicon: examples read", f64::from(read) / f64::from(all))]);
}

#[test]
fn examples_mark_owner_and_value() {
    let unmarked = examples_where(|example| {
        let once = |mark| example.matches(mark).count() == 1;
        !(once('{') && once('}') && example.matches('[').count() <= 1 && once('[') == once(']'))
    });
    assert!(unmarked.is_empty(), "{}", unmarked.join("\n"));
}

#[test]
fn ids_are_unique() {
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> =
        lexicon().relations.iter().map(|relation| relation.id.as_str()).filter(|id| !seen.insert(*id)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn relations_have_wordings_meaning_and_known_kinds() {
    const OWNERS: &[&str] = &["person", "place", "organization", "event", "group", "work", "thing", "any"];
    const VALUES: &[&str] = &[
        "number", "quantity", "money", "percent", "date", "time", "duration", "age", "score", "quote", "ordinal",
        "text",
    ];
    for relation in &lexicon().relations {
        let Relation { id, means, wordings, owner, value, .. } = relation;
        assert!(!means.is_empty() && !wordings.is_empty(), "{id}");
        assert!(owner.iter().all(|kind| OWNERS.contains(&kind.as_str())), "{id}: {owner:?}");
        assert!(
            value.iter().all(|kind| OWNERS.contains(&kind.as_str()) || VALUES.contains(&kind.as_str())),
            "{id}: {value:?}"
        );
    }
}

#[test]
fn every_file_of_the_folder_is_in_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the lexicon")
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().strip_suffix(".yaml").map(str::to_owned))
        .collect();
    let desks: BTreeSet<String> = lexicon().relations.iter().map(|relation| relation.desk.clone()).collect();
    assert_eq!(desks, files);
}

/// Ids of the relations that the sentence words.
fn wordings_in(sentence: &str) -> BTreeSet<&'static str> {
    let tokens = tokens(sentence, Span::new(0, sentence.len()), &[]);
    let tree = syntax::parse(sentence, &tokens);
    let forms: Vec<String> = tokens.iter().map(|token| token.span.of(sentence).to_lowercase()).collect();
    triggers(lexicon(), &tree, &forms).iter().map(|trigger| lexicon().relation(trigger.relation).id.as_str()).collect()
}

/// The examples for which `fault` holds, with their relations.
fn examples_where(fault: impl Fn(&str) -> bool) -> Vec<String> {
    let with = |relation: &'static Relation| relation.tests.iter().map(move |example| (relation, example));
    let faulty = lexicon().relations.iter().flat_map(with).filter(|(_, example)| fault(example));
    faulty.map(|(relation, example)| format!("{}: {example}", relation.id)).collect()
}

/// The sentence without its marks.
fn plain(example: &str) -> String {
    example.replace(['[', ']', '{', '}'], "")
}
