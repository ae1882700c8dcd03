//! Figures of the syntax model: `cargo run --release --example eval_syntax -- FILE.conllu[.gz]…`.
//!
//! Prints one `NAME VALUE` line a figure for each file; all but the speed are per cent. With
//! `--model FILE` another model file is judged instead of the one in the binary.

use factlint::syntax::conllu;
use factlint::syntax::evaluate::figures;
use factlint::syntax::model::Model;
use std::error::Error;
use std::io::Read;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut bytes = include_bytes!("../src/syntax/model.bin").to_vec();
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--model" {
            bytes = std::fs::read(arguments.next().ok_or("--model needs a file")?)?;
        } else {
            files.push(argument);
        }
    }
    if files.is_empty() {
        return Err("usage: eval_syntax [--model FILE] FILE.conllu[.gz]…".into());
    }

    let start = Instant::now();
    let model = Model::read(&bytes).ok_or("not a model file")?;
    println!("model-bytes {}", bytes.len());
    println!("load-ms {:.1}", start.elapsed().as_secs_f64() * 1000.0);
    for file in files {
        let sentences = conllu::read(&read(&file)?);
        println!("\n# {file}: {} sentences", sentences.len());
        for (name, value) in figures(&model, &sentences) {
            println!("{name} {value:.2}");
        }
    }
    Ok(())
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    let mut bytes = std::fs::read(path)?;
    if path.ends_with(".gz") {
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked)?;
        bytes = unpacked;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
