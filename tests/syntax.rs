//! The syntax layer as its users see it: segmentation, trees, and what must hold of any input.

use factlint::article::sentence::sentences;
use factlint::article::token::{is_space, tokens};
use factlint::span::Span;
use factlint::syntax::{Deprel, Tree, conllu, parse};
use proptest::prelude::*;

fn read(text: &str) -> Tree {
    parse(text, &tokens(text, Span::new(0, text.len()), &[]))
}

/// Asserts arcs written as `head relation dependent`; the root's head is `ROOT`.
#[track_caller]
fn check(text: &str, arcs: &[&str]) {
    let tree = read(text);
    let form = |word: usize| tree.words[word].span.of(text);
    for arc in arcs {
        let found = tree.words.iter().enumerate().any(|(at, word)| {
            format!("{} {} {}", word.head.map_or("ROOT", form), word.deprel.name(), form(at)) == *arc
        });
        assert!(found, "no arc “{arc}” in\n{}", conllu::write(text, &tree));
    }
}

#[test]
fn who_did_what() {
    check(
        "Obama visited Russia in 2013.",
        &["ROOT root visited", "visited nsubj Obama", "visited obj Russia", "visited obl 2013", "2013 case in"],
    );
    check(
        "Putin was met by Trump at the airport.",
        &["met nsubj:pass Putin", "met obl:agent Trump", "met obl airport"],
    );
    check(
        "The last president to visit Russia was Obama.",
        &["visit mark to", "visit obj Russia", "president acl visit", "president amod last"],
    );
    check("Biden didn't meet Putin in Moscow.", &["meet nsubj Biden", "meet advmod n't", "meet obj Putin"]);
    check(
        "The minister said that the talks had ended.",
        &["said nsubj minister", "said ccomp ended", "ended nsubj talks"],
    );
    check(
        "France won the match and Croatia lost it.",
        &["won nsubj France", "won obj match", "won conj lost", "lost nsubj Croatia"],
    );
    check(
        "Paris is the capital of France.",
        &["ROOT root capital", "capital nsubj Paris", "capital cop is", "capital nmod France"],
    );
    check("She gave him the book.", &["gave nsubj She", "gave iobj him", "gave obj book"]);
}

#[test]
fn how_long() {
    check(
        "The meeting lasted three hours.",
        &["lasted nsubj meeting", "lasted obl:unmarked hours", "hours nummod three"],
    );
    check("It was a short meeting, lasting only a few minutes.", &["lasting obl:unmarked minutes"]);
    check("The talks stretched over three hours.", &["stretched obl hours", "hours case over"]);
}

#[test]
fn constructions_that_are_repaired() {
    check("Not since 2013 has a president been invited.", &["invited nsubj:pass president", "2013 case since"]);
    check(
        "According to the White House, Trump left Alaska on Friday.",
        &["left nsubj Trump", "left obl House", "House case According", "According fixed to"],
    );
    check(
        "WASHINGTON (AP) — The president left Washington on Friday.",
        &["ROOT root left", "left nsubj president", "left obj Washington"],
    );
    check("The ferry struck at noon.", &["struck nsubj ferry"]);
    check("Bramhope beat Ostrel by two lengths.", &["ROOT root beat", "beat nsubj Bramhope", "beat obj Ostrel"]);
    check("Ostrel won the regatta 5-2.", &["won obj regatta", "won obl:unmarked 5"]);
}

#[test]
fn marks_of_every_kind() {
    for (open, close) in [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»")] {
        check(
            &format!("{open}We won the war,{close} Smith said."),
            &["said nsubj Smith", "won nsubj We", "won obj war"],
        );
    }
    for dash in ["—", "–", "--", " — ", " – "] {
        check(
            &format!("The president{dash}who was ill{dash}signed the treaty."),
            &["signed nsubj president", "signed obj treaty"],
        );
    }
}

#[test]
fn lemmas() {
    let lemmas = |text: &str| read(text).words.into_iter().map(|word| word.lemma).collect::<Vec<_>>().join(" ");
    assert_eq!(lemmas("The men were taller."), "the man be tall .");
    assert_eq!(lemmas("He went home and she was happier."), "he go home and she be happy .");
    assert_eq!(lemmas("Obama visited two countries."), "Obama visit two country .");
    assert_eq!(lemmas("The leaders’ wives didn't speak."), "the leader 's wife do not speak .");
}

#[test]
fn names_stay_proper_nouns() {
    let text = "He flew to St. Petersburg on Friday.";
    let at = text.find("St.").unwrap();
    let name = Span::new(at, at + "St. Petersburg".len());
    let tree = parse(text, &tokens(text, Span::new(0, text.len()), &[name]));
    let word = &tree.words[tree.word_at(at).unwrap()];
    assert_eq!((word.span, word.xpos, word.lemma.as_str()), (name, "NNP", "St. Petersburg"));
    assert_eq!(tree.words[word.head.unwrap()].lemma, "fly");
}

#[test]
fn questions_asked_of_trees() {
    let text = "The old king of Spain visited Rome.";
    let tree = read(text);
    let king = tree.words.iter().position(|word| word.lemma == "king").unwrap();
    assert_eq!(tree.subtree_span(king).of(text), "The old king of Spain");
    assert_eq!(tree.head_of(Span::new(0, 21)), Some(king));
    assert_eq!(tree.ancestors(king).last(), tree.root());
    assert_eq!(tree.children(king).count(), 3);
    assert_eq!(tree.word_at(3), None);
    assert_eq!((tree.word_at(1000), tree.children(1000).count()), (None, 0));
}

#[test]
fn empty_and_endless_sentences() {
    assert!(read("").words.is_empty() && read("").root().is_none());
    let endless = "The old man saw the sea, ".repeat(300);
    assert_well_formed(&read(&endless));
}

fn assert_well_formed(tree: &Tree) {
    let count = tree.words.len();
    assert_eq!(tree.words.iter().filter(|word| word.head.is_none()).count(), usize::from(count > 0));
    assert_eq!(tree.root().map_or(0, |root| tree.subtree(root).len()), count);
    for (at, word) in tree.words.iter().enumerate() {
        assert_eq!(word.head.is_none(), word.deprel == Deprel::Root);
        assert!(tree.ancestors(at).take(count + 1).count() < count);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in r#"([A-Za-z0-9.,!?'’"“”()\-–—… \n$%@/:&_]|[A-Z]\. |n't |https://|\PC){0,80}"#) {
        assert_invariants(&text);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        assert_invariants(&String::from_utf8_lossy(&bytes));
    }
}

/// Sentences and tokens are in order and cover all that is not white space; trees are trees.
fn assert_invariants(text: &str) {
    let mut covered = 0;
    let gap = |from: usize, to: usize| text[from..to].chars().all(is_space);
    for sentence in sentences(text, Span::new(0, text.len())) {
        let found = tokens(text, sentence, &[]);
        for token in &found {
            assert!(token.span.start >= covered && !token.span.is_empty());
            assert!(gap(covered, token.span.start), "{:?} is not covered", &text[covered..token.span.start]);
            covered = token.span.end;
        }
        let tree = parse(text, &found);
        assert_eq!(tree.words.len(), found.len());
        assert_well_formed(&tree);
    }
    assert!(gap(covered, text.len()));
}

#[test]
fn figures_on_the_development_treebank() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/ud/en_ewt-dev.conllu.gz");
    let Ok(file) = std::fs::File::open(path) else {
        println!("skipped: {path} is not there");
        return;
    };
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut text).unwrap();
    let treebank = conllu::read(&text);
    let model = factlint::syntax::model::Model::embedded();
    let figures = factlint::syntax::evaluate::figures(model, &treebank[..500]);
    let figure = |name: &str| figures.iter().find(|(other, _)| *other == name).unwrap().1;
    assert!(figure("UPOS") > 93.0 && figure("LAS") > 80.0, "{figures:?}");
}
