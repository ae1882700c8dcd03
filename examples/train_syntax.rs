//! Trains the syntax model: `cargo run --release --example train_syntax -- DIR`.
//!
//! DIR holds the treebanks. The model file is written to `src/syntax/model.bin`, the same bytes
//! every time, and its figures are printed. Every third news document of GUM is kept from
//! training, so that there is unseen news to judge the very model that is shipped.

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
    let directory = Path::new(arguments.first().ok_or("usage: train_syntax DIR")?);

    let mut sentences = read(&directory.join("en_ewt-train.conllu.gz"))?;
    let gum = read(&directory.join("en_gum-train-cc.conllu.gz"))?;
    let dev = read(&directory.join("en_ewt-dev.conllu.gz"))?;
    let held_out = third_of_news(&gum);
    let kept = |sentence: &Sentence| !held_out.iter().any(|other| other.id == sentence.id);
    sentences.extend(gum.into_iter().filter(kept));

    let start = Instant::now();
    let bytes = train(&sentences, &Settings::default(), &mut |progress| {
        println!("{:5.0} s  {progress}", start.elapsed().as_secs_f64());
    });
    println!("{:5.0} s  {} bytes", start.elapsed().as_secs_f64(), bytes.len());

    let start = Instant::now();
    let model = Model::read(&bytes).ok_or("the model file cannot be read back")?;
    println!("load-ms {:.1}", start.elapsed().as_secs_f64() * 1000.0);
    print_figures("en_ewt-dev", &model, &dev);
    print_figures("held-out news", &model, &held_out);
    std::fs::write("src/syntax/model.bin", bytes)?;
    Ok(())
}

fn third_of_news(gum: &[Sentence]) -> Vec<Sentence> {
    let mut documents: Vec<&str> = gum.iter().map(|sentence| document(&sentence.id)).collect();
    documents.dedup();
    documents.retain(|document| document.starts_with("GUM_news_"));
    let held_out: Vec<&str> = documents.into_iter().step_by(3).collect();
    gum.iter().filter(|sentence| held_out.contains(&document(&sentence.id))).cloned().collect()
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
