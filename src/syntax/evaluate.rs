//! Figures of a model on a treebank.

use super::conllu::Sentence;
use super::model::Model;
use super::{Deprel, Tree, Upos};
use crate::article::sentence::sentences;
use crate::article::token::{Token, tokens};
use crate::span::Span;
use std::time::Instant;

/// The figures of `model` on a treebank, in per cent, by name.
pub fn figures(model: &Model, treebank: &[Sentence]) -> Vec<(&'static str, f64)> {
    let mut figures = with_gold_tokens(model, treebank);
    figures.extend(from_raw_text(treebank));
    figures
}

/// Correct, said and true; from which precision, recall and their mean follow.
#[derive(Default)]
struct Counts {
    correct: usize,
    said: usize,
    truth: usize,
}

impl Counts {
    fn f(&self) -> f64 {
        200.0 * self.correct as f64 / (self.said + self.truth).max(1) as f64
    }

    fn spans(said: &[Span], truth: &[Span]) -> Self {
        let correct = said.iter().filter(|span| truth.binary_search(span).is_ok()).count();
        Self { correct, said: said.len(), truth: truth.len() }
    }
}

fn with_gold_tokens(model: &Model, treebank: &[Sentence]) -> Vec<(&'static str, f64)> {
    let texts: Vec<(String, Vec<Token>)> = treebank
        .iter()
        .map(|sentence| {
            let mut text = String::new();
            let spans = append(&mut text, sentence);
            (text, spans.into_iter().map(|span| Token { span, is_name: false }).collect())
        })
        .collect();
    let start = Instant::now();
    let trees: Vec<Tree> = texts.iter().map(|(text, tokens)| model.parse(text, tokens)).collect();
    let seconds = start.elapsed().as_secs_f64();

    let [mut all, mut upos, mut xpos, mut lemma, mut counted, mut heads, mut labelled] = [0_usize; 7];
    let [mut sure, mut sure_right] = [0_usize; 2];
    let (mut subjects, mut objects) = (Counts::default(), Counts::default());
    for (sentence, tree) in treebank.iter().zip(&trees) {
        for (gold, word) in sentence.words.iter().zip(&tree.words) {
            all += 1;
            upos += usize::from(gold.upos == word.upos);
            xpos += usize::from(gold.xpos == word.xpos);
            lemma += usize::from(gold.lemma == word.lemma);
            let same_head = gold.head == word.head;
            let right = same_head && gold.deprel.base() == word.deprel.base();
            if gold.upos != Upos::Punct {
                counted += 1;
                heads += usize::from(same_head);
                labelled += usize::from(right);
                sure += usize::from(word.sure);
                sure_right += usize::from(word.sure && right);
            }
            let of = |counts: &mut Counts, is: fn(Deprel) -> bool| {
                counts.said += usize::from(is(word.deprel));
                counts.truth += usize::from(is(gold.deprel));
                counts.correct += usize::from(is(word.deprel) && right);
            };
            of(&mut subjects, Deprel::is_subject);
            of(&mut objects, |deprel| deprel == Deprel::Obj);
        }
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    vec![
        ("UPOS", share(upos, all)),
        ("XPOS", share(xpos, all)),
        ("lemma", share(lemma, all)),
        ("UAS", share(heads, counted)),
        ("LAS", share(labelled, counted)),
        ("nsubj-F", subjects.f()),
        ("obj-F", objects.f()),
        ("sure", share(sure, counted)),
        ("sure-LAS", share(sure_right, sure)),
        ("tokens-per-second", all as f64 / seconds),
    ]
}

/// Sentences and tokens found in the running text of each document.
///
/// The treebanks do not say where lines end. A sentence that no stop closes, such as a headline
/// or the lead of a list, is given a line of its own; the others follow one another on a line.
fn from_raw_text(treebank: &[Sentence]) -> [(&'static str, f64); 2] {
    let (mut sentence_counts, mut token_counts) = (Counts::default(), Counts::default());
    for document in treebank.chunk_by(|a, b| document(&a.id) == document(&b.id)) {
        let mut text = String::new();
        let (mut gold_sentences, mut gold_tokens) = (Vec::new(), Vec::new());
        for sentence in document {
            let spans = append(&mut text, sentence);
            if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
                gold_sentences.push(first.to(*last));
            }
            gold_tokens.extend(spans);
            let mut from_end = sentence.words.iter().rev().skip_while(|word| matches!(word.xpos, "''" | "-RRB-"));
            let closed = from_end.next().is_some_and(|word| word.xpos == ".");
            text.push_str(if closed { " " } else { "\n" });
        }
        let found = sentences(&text, Span::new(0, text.len()));
        let found_tokens: Vec<Span> =
            found.iter().flat_map(|&sentence| tokens(&text, sentence, &[])).map(|token| token.span).collect();
        let add = |counts: &mut Counts, more: Counts| {
            counts.correct += more.correct;
            counts.said += more.said;
            counts.truth += more.truth;
        };
        add(&mut sentence_counts, Counts::spans(&found, &gold_sentences));
        add(&mut token_counts, Counts::spans(&found_tokens, &gold_tokens));
    }
    [("token-F", token_counts.f()), ("sentence-F", sentence_counts.f())]
}

/// "GUM_news_x-12" → "GUM_news_x".
pub fn document(id: &str) -> &str {
    id.rsplit_once('-').map_or(id, |(document, _)| document)
}

/// Adds the running text of a sentence and gives the spans of its words.
fn append(text: &mut String, sentence: &Sentence) -> Vec<Span> {
    let mut spans = Vec::with_capacity(sentence.words.len());
    for (at, word) in sentence.words.iter().enumerate() {
        let start = text.len();
        text.push_str(&word.form);
        spans.push(Span::new(start, text.len()));
        if word.space_after && at + 1 < sentence.words.len() {
            text.push(' ');
        }
    }
    spans
}
