//! Where sentences begin and end inside a block.
//!
//! Follows the treebanks of UD: a quotation of several sentences is cut at their stops, but its
//! last sentence stays with the words that say who spoke, and short quotations are not cut.

mod line;
mod quotation;
mod stop;

use super::token::is_space;
use crate::span::Span;

/// The sentences of `text` under `block`, in order, without surrounding white space. No cut after
/// abbreviations, inside decimals, inside short quotations, or between a quotation and its
/// speaker. Never fails.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let words = block.of(text);
    let mut cuts: Vec<usize> = stop::ends(words);
    cuts.extend(line::ends(words));
    cuts.push(words.len());
    cuts.sort_unstable();
    let mut sentences = Vec::new();
    let mut start = 0;
    for cut in cuts {
        let trimmed = words[start..cut].trim_matches(is_space);
        if !trimmed.is_empty() {
            let begin = start + words[start..cut].find(|letter| !is_space(letter)).unwrap_or(0);
            sentences.push(Span::new(begin, begin + trimmed.len()).shift(block.start));
        }
        start = cut;
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    fn s(text: &str) -> String {
        let found = sentences(text, Span::new(0, text.len()));
        found.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ‖ ")
    }

    #[test]
    fn stops() {
        assert_snapshot!(s("He came. She left! Why? Nobody knows"), @"He came. ‖ She left! ‖ Why? ‖ Nobody knows");
        assert_snapshot!(s("It rose 4.2% to $1.4bn. It fell."), @"It rose 4.2% to $1.4bn. ‖ It fell.");
        assert_snapshot!(s("Well... perhaps. And then... The end."), @"Well... perhaps. ‖ And then... ‖ The end.");
    }

    #[test]
    fn abbreviations() {
        assert_snapshot!(s("Mr. Putin met Gov. Lee in St. Petersburg on Aug. 15. It rained."), @"Mr. Putin met Gov. Lee in St. Petersburg on Aug. 15. ‖ It rained.");
        assert_snapshot!(s("The U.S. President left the U.S. He flew at 5 p.m. on Friday."), @"The U.S. President left the U.S. ‖ He flew at 5 p.m. on Friday.");
        assert_snapshot!(s("George W. Bush and J. K. Rowling. Dr. No. 5 is No. 1."), @"George W. Bush and J. K. Rowling. ‖ Dr. No. 5 is No. 1.");
        assert_snapshot!(s("Acme Inc. said so. The war of Acme Inc. The end."), @"Acme Inc. said so. ‖ The war of Acme Inc. ‖ The end.");
        assert_snapshot!(s("Did he? No. He did not."), @"Did he? ‖ No. ‖ He did not.");
    }

    #[test]
    fn quotations() {
        assert_snapshot!(s("“I came. I saw,” he said. It was late."), @"“I came. I saw,” he said. ‖ It was late.");
        assert_snapshot!(s("\"Who is there?\" he asked. \"I am.\" They left."), @"\"Who is there?\" he asked. ‖ \"I am.\" ‖ They left.");
        assert_snapshot!(s("“It was a very long day for all of us. We are glad that it is over now,” Smith said."), @"“It was a very long day for all of us. ‖ We are glad that it is over now,” Smith said.");
        assert_snapshot!(s("“What a day it was for every one of us!” Smith said."), @"“What a day it was for every one of us!” Smith said.");
    }

    #[test]
    fn lines() {
        assert_snapshot!(s("A headline\nThe text begins. It ends.\n"), @"A headline ‖ The text begins. ‖ It ends.");
        assert_snapshot!(s("- one thing\n- another thing"), @"- one thing ‖ - another thing");
        assert_snapshot!(s("This paragraph was broken by hand at the seventieth column, and so its\nsecond line goes on with the sentence of the first. Then another one\nfollows."), @"
        This paragraph was broken by hand at the seventieth column, and so its
        second line goes on with the sentence of the first. ‖ Then another one
        follows.
        ");
        assert_snapshot!(s(" \n "), @"");
    }
}
