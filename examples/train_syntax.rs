//! Trains the syntax model: `cargo run --release --example train_syntax -- DIR [--held-out FILE]`.
//!
//! DIR holds the treebanks. Without more, all of them are learnt and the model file is written to
//! `src/syntax/model.bin`, the same bytes every time; of the figures that are printed, those on news
//! then say nothing, for the model has seen it.
//!
//! With `--held-out FILE`, every third news document of GUM is kept from training, and what is said of
//! those documents is what can be expected of news. That model is written to FILE, and not shipped.

use factlint::syntax::conllu::{self, Sentence};
use factlint::syntax::evaluate::{document, figures};
use factlint::syntax::model::Model;
use factlint::syntax::train::{Settings, train};
use std::error::Error;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (directory, held_out) = match arguments[..] {
        [directory] => (Path::new(directory), None),
        [directory, "--held-out", file] => (Path::new(directory), Some(file)),
        _ => return Err("usage: train_syntax DIR [--held-out FILE]".into()),
    };

    let mut sentences = read(&directory.join("en_ewt-train.conllu.gz"))?;
    let gum = read(&directory.join("en_gum-train-cc.conllu.gz"))?;
    let dev = read(&directory.join("en_ewt-dev.conllu.gz"))?;
    let news = third_of_news(&gum);
    let kept = |sentence: &Sentence| held_out.is_none() || !news.iter().any(|other| other.id == sentence.id);
    sentences.extend(gum.into_iter().filter(kept));

    let start = Instant::now();
    let bytes = train(&sentences, &Settings::default(), &mut |progress| {
        println!("{:5.0} s  {progress}", start.elapsed().as_secs_f64());
    });
    println!("{:5.0} s  {} bytes", start.elapsed().as_secs_f64(), bytes.len());

    let start = Instant::now();
    let model = Model::read(&bytes).ok_or("the model file cannot be read back")?;
    println!("load-ms {:.1}", start.elapsed().as_secs_f64() * 1000.0);
    print_figures("en_ewt-dev, unseen", &model, &dev);
    print_figures(if held_out.is_some() { "news, unseen" } else { "news, SEEN IN TRAINING" }, &model, &news);
    std::fs::write(held_out.unwrap_or("src/syntax/model.bin"), bytes)?;
    Ok(())
}

/// The sentences of every third news document.
fn third_of_news(gum: &[Sentence]) -> Vec<Sentence> {
    let mut documents: Vec<&str> = gum.iter().map(|sentence| document(&sentence.id)).collect();
    documents.dedup();
    documents.retain(|document| document.starts_with("GUM_news_"));
    let chosen: Vec<&str> = documents.into_iter().step_by(3).collect();
    gum.iter().filter(|sentence| chosen.contains(&document(&sentence.id))).cloned().collect()
}

fn print_figures(name: &str, model: &Model, treebank: &[Sentence]) {
    println!("{name}");
    for (figure, value) in figures(model, treebank) {
        println!("{figure} {value:.2}");
    }
}

fn read(path: &Path) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path)?).read_to_string(&mut text)?;
    Ok(conllu::read(&text))
}
