//! Prints the values found in each line of standard input.
use factlint::span::Span;
use factlint::value::{Context, find, readings};
use std::io::BufRead;

fn main() {
    let context = Context { date: "2025-08-16".parse().ok() };
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        println!("» {line}");
        if let Some(claim) = line.strip_prefix("= ") {
            println!("   {:?}", readings(claim));
            continue;
        }
        for m in find(&line, Span::new(0, line.len()), &context) {
            println!("   [{}] core [{}] {:?}", m.span.of(&line), m.core.of(&line), m.readings);
        }
    }
}
