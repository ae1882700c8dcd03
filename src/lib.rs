//! factlint checks articles against claim rules. Modules stand in reading order: an article and
//! the rules meet in [`check`].

pub mod article;
pub mod check;
pub mod cli;
pub mod file;
pub mod lexicon;
pub mod report;
pub mod rulebook;
pub mod span;
pub mod syntax;
pub mod value;
