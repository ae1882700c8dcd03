//! The claim language: text → tokens → tree, and back.

pub mod ast;
pub mod lex;
pub mod parse;
pub mod pattern;
pub mod print;
