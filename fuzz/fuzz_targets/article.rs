//! Articles of every format: blocks lie inside the text, and every stretch of it has its place in the file.
//! The first byte chooses the format.

#![no_main]

use factlint::article::{self, Format, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let formats = [Format::Plain, Format::Markdown, Format::Html, Format::JsonLines];
    let options = Options { format: Some(formats[usize::from(*first) % formats.len()]) };
    let (articles, _) = article::read_all("-", rest, &options);
    for article in &articles {
        let (text, original) = (article.text.as_str(), article.text.original());
        for block in &article.blocks {
            assert!(text.get(block.span.start..block.span.end).is_some());
            let place = article.text.to_original(block.span);
            assert!(original.get(place.start..place.end).is_some());
        }
    }
});
