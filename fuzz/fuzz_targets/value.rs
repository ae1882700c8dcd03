//! Values lie inside the text, and every reading of one can be told, printed and read again.

#![no_main]

use factlint::span::Span;
use factlint::value::{self, Context};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let context = Context::default();
    for mention in value::find(text, Span::new(0, text.len()), &context) {
        assert!(mention.span.start < mention.span.end && text.get(mention.span.start..mention.span.end).is_some());
        for reading in &mention.readings {
            let _ = reading.describe();
            let _ = value::readings(&reading.print());
        }
    }
});
