//! Tokens of a sentence, by the tokenisation of the Universal Dependencies English treebanks.
//!
//! The convention is that of EWT and GUM today: contractions are taken apart ("did n't",
//! "Putin ’s", "can not"), and so are hyphenated words ("three - hour", "U.S. - led"), except
//! after prefixes ("pro-Beijing", "re-elected", "mid-August") and in e-mail, telephone numbers
//! and dates of digits. Currency signs and units written close stand alone ("$ 1.4 bn", "5 pm").

mod chunk;
mod number;
mod word;

use crate::span::Span;

/// A word or mark as the tagger and the parser see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the article's text.
    pub span: Span,
    /// A known name of several words, kept as one proper noun ("St. Petersburg").
    pub is_name: bool,
}

/// The tokens of `text` under `span`, in order, white space left out.
/// A span of `names` (in order, not overlapping) becomes a single token. Never fails.
pub fn tokens(text: &str, span: Span, names: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = span.start;
    for &name in names {
        // Names that do not fit are not names of this sentence.
        if name.start >= at && name.end <= span.end && !name.of(text).trim().is_empty() {
            plain(text, Span::new(at, name.start), name.start < span.end, &mut tokens);
            tokens.push(Token { span: name, is_name: true });
            at = name.end;
        }
    }
    plain(text, Span::new(at, span.end), false, &mut tokens);
    tokens
}

/// Tokens of a stretch without names. `goes_on` where a name follows in the same sentence.
fn plain(text: &str, span: Span, goes_on: bool, tokens: &mut Vec<Token>) {
    let words = span.of(text);
    let mut start = 0;
    while let Some(begin) = words[start..].find(|letter| !is_space(letter)).map(|at| start + at) {
        let end = words[begin..].find(is_space).map_or(words.len(), |at| begin + at);
        let last = !goes_on && words[end..].chars().all(is_space);
        // A possessive may follow a name without a space.
        let glued = begin == 0 && tokens.last().is_some_and(|token: &Token| token.span.end == span.start);
        chunk::split(&words[begin..end], last, glued, &mut |from, to| {
            let span = Span::new(span.start + begin + from, span.start + begin + to);
            tokens.push(Token { span, is_name: false });
        });
        start = end;
    }
}

/// White space, and the marks without width that web pages leave in texts.
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    fn t(text: &str) -> String {
        named(text, &[])
    }

    fn named(text: &str, names: &[&str]) -> String {
        let names: Vec<Span> =
            names.iter().map(|name| text.find(name).map(|at| Span::new(at, at + name.len())).unwrap()).collect();
        let tokens = tokens(text, Span::new(0, text.len()), &names);
        tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn contractions() {
        assert_snapshot!(t("He didn't."), @"He|did|n't|.");
        assert_snapshot!(t("Putin’s plane"), @"Putin|’s|plane");
        assert_snapshot!(t("It cannot be; I'm sure they’ve gone"), @"It|can|not|be|;|I|'m|sure|they|’ve|gone");
        assert_snapshot!(t("The states' rights at six o'clock, Mr. O'Brien"), @"The|states|'|rights|at|six|o'clock|,|Mr.|O'Brien");
        assert_snapshot!(t("DON'T, won’t, he'd gonna"), @"DO|N'T|,|wo|n’t|,|he|'d|gon|na");
    }

    #[test]
    fn hyphens_and_dashes() {
        assert_snapshot!(t("a three-hour U.S.-led talk"), @"a|three|-|hour|U.S.|-|led|talk");
        assert_snapshot!(t("pro-Beijing e-mail re-elected mid-August Non-Muslim"), @"pro-Beijing|e-mail|re-elected|mid-August|Non-Muslim");
        assert_snapshot!(t("He left—at last – alone--and"), @"He|left|—|at|last|–|alone|--|and");
        assert_snapshot!(t("2010–2015, 3-2, 713-555-3989, 2025-08-16"), @"2010|–|2015|,|3|-|2|,|713-555-3989|,|2025-08-16");
    }

    #[test]
    fn numbers() {
        assert_snapshot!(t("$1.4bn, US$5m, €20, 4.2%"), @"$|1.4|bn|,|US$|5|m|,|€|20|,|4.2|%");
        assert_snapshot!(t("at 11:26 or 5pm or 10:30am or 6 p.m."), @"at|11:26|or|5|pm|or|10:30|am|or|6|p.m.");
        assert_snapshot!(t("the 1970s, the 20th, 1,200.50."), @"the|1970s|,|the|20th|,|1,200.50|.");
        assert_snapshot!(t("9/11 and 20km at 5°C, #1"), @"9/11|and|20|km|at|5|°|C|,|#|1");
    }

    #[test]
    fn stops() {
        assert_snapshot!(t("Mr. Smith of St. Louis vs. Acme Inc."), @"Mr.|Smith|of|St.|Louis|vs.|Acme|Inc.");
        assert_snapshot!(t("He left the U.S."), @"He|left|the|U.S.");
        assert_snapshot!(t("George W. Bush said no."), @"George|W.|Bush|said|no|.");
        assert_snapshot!(t("on Aug. 15, No. 5 … and so... on"), @"on|Aug.|15|,|No.|5|…|and|so|...|on");
        assert_snapshot!(t("“Really?!” he asked (twice)."), @"“|Really|?!|”|he|asked|(|twice|)|.");
    }

    #[test]
    fn addresses() {
        assert_snapshot!(t("see https://example.org/a-b?c=d, or @name."), @"see|https://example.org/a-b?c=d|,|or|@name|.");
        assert_snapshot!(t("(mail me@example.org) www.example.org."), @"(|mail|me@example.org|)|www.example.org|.");
        assert_snapshot!(t("AT&T and/or Amazon.com"), @"AT&T|and|/|or|Amazon.com");
    }

    #[test]
    fn names_stay_whole() {
        assert_snapshot!(named("St. Petersburg’s mayor", &["St. Petersburg"]), @"St. Petersburg|’s|mayor");
        assert_snapshot!(named("the pro-New York Times' view", &["New York Times"]), @"the|pro-|New York Times|'|view");
        assert_snapshot!(t("\u{a0}No\u{a0}break \u{feff}"), @"No|break");
        assert_snapshot!(t(""), @"");
    }
}
