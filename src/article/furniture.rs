//! Furniture: bylines, biographies, credits and calls to subscribe that stand among an article's paragraphs.

use super::{Block, BlockKind};

/// Marks the blocks of `text` that no reader takes for the article.
pub fn mark(text: &str, blocks: &mut [Block]) {
    let last = blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate).count();
    let mut seen = 0;
    for block in blocks.iter_mut().filter(|block| !matches!(block.kind, BlockKind::Boilerplate)) {
        seen += 1;
        let words = block.span.of(text).trim();
        // A biography stands below the article. "X is the author of Y" above it is what the article says.
        let below = seen > 3 && last - seen < 6;
        let title = block.kind == BlockKind::Title;
        if !title && (is_byline(words) || is_notice(words) || is_credit(words) || (below && is_biography(words))) {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// "By Jane Doe", "Reporting by Jane Doe and John Roe, in Moscow", "Jim Thomas ✉".
fn is_byline(words: &str) -> bool {
    if words.contains(['✉', '📧']) && words.split_whitespace().count() <= 6 {
        return true;
    }
    let lower = words.to_lowercase();
    let heads = [
        "by ",
        "by: ",
        "words by ",
        "written by ",
        "reporting by ",
        "edited by ",
        "additional reporting by ",
        "editing by ",
        "story by ",
    ];
    let Some(head) = heads.iter().filter(|head| lower.starts_with(**head)).max_by_key(|head| head.len()) else {
        return false;
    };
    let Some(names) = words.get(head.len()..) else { return false };
    let count = names.split_whitespace().count();
    let sentence = names.trim_end().ends_with(['.', '?', '!']) && head.len() <= 4;
    let capital = names.starts_with(char::is_uppercase);
    let small =
        ["and", "de", "van", "von", "der", "la", "in", "for", "of", "the", "at", "with", "al", "bin", "da", "|"];
    let plain = |word: &str| word.starts_with(|char: char| char.is_lowercase()) && !small.contains(&word);
    let name_part = names.split([',', ';', '|', '•', '·', '—', '–']).next().unwrap_or("");
    capital
        && !sentence
        && count <= 16
        && name_part.split_whitespace().count() <= 9
        && !name_part.split_whitespace().any(plain)
}

/// Copyright, subscription and sharing lines.
fn is_notice(words: &str) -> bool {
    let lower = words.to_lowercase();
    let count = words.split_whitespace().count();
    const HEADS: [&str; 27] = [
        "read more",
        "read also",
        "read next",
        "also read",
        "sign up",
        "subscribe",
        "advertisement",
        "share this",
        "share on",
        "follow us",
        "click here",
        "most read",
        "more on this",
        "related:",
        "related articles",
        "related stories",
        "recommended",
        "you might also like",
        "you may also like",
        "you must register",
        "log in to",
        "this article was originally published",
        "support our journalism",
        "join our newsletter",
        "get our newsletter",
        "image source",
        "skip to",
    ];
    const WHOLE: [&str; 12] = [
        "advertisement",
        "comments",
        "share",
        "save",
        "print",
        "email",
        "listen",
        "similar news",
        "world news",
        "related",
        "tags",
        "topics",
    ];
    lower.starts_with('©')
        || lower.starts_with("(c) 20")
        || lower.starts_with("copyright ")
        || (count <= 40 && lower.contains("all rights reserved"))
        || (count <= 30 && HEADS.iter().any(|head| lower.starts_with(head)))
        || WHOLE.contains(&lower.trim_end_matches([':', '.']))
}

/// "(Photo: Jane Doe/Agency)", "Image: Mathias Krumbholz." — a line that is a credit and nothing else.
fn is_credit(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.trim_start_matches(['(', '[']);
    const HEADS: [&str; 14] = [
        "photo:",
        "photo by",
        "photo credit",
        "photograph:",
        "photograph by",
        "photos:",
        "image:",
        "image credit",
        "image by",
        "picture:",
        "illustration:",
        "illustration by",
        "credit:",
        "credits:",
    ];
    words.split_whitespace().count() <= 15 && HEADS.iter().any(|head| lower.starts_with(head))
}

/// "Jim Thomas is a writer based in Indiana. …", "She has covered the Kremlin for more than 20 years."
fn is_biography(words: &str) -> bool {
    const TRADES: [&str; 12] = [
        "writer",
        "reporter",
        "journalist",
        "correspondent",
        "editor",
        "columnist",
        "contributor",
        "freelancer",
        "photojournalist",
        "blogger",
        "intern",
        "newswriter",
    ];
    let plain: Vec<String> = words
        .split_whitespace()
        .map(|word| word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase())
        .collect();
    if plain.len() > 90 {
        return false;
    }
    let capitals = words
        .split_whitespace()
        .take_while(|word| {
            word.trim_start_matches(|char: char| !char.is_alphanumeric()).starts_with(char::is_uppercase)
        })
        .count();
    if !(1..=5).contains(&capitals) {
        return false;
    }
    let after: Vec<&str> = plain.iter().skip(capitals).map(String::as_str).collect();
    let covers = |verb: &str| matches!(verb, "covered" | "reported" | "written" | "worked");
    match after.as_slice() {
        ["is", rest @ ..] => {
            let until = rest.iter().take(14);
            let trade = until.clone().position(|word| TRADES.contains(word));
            let article = matches!(rest.first(), Some(&("a" | "an" | "the")));
            let place = |word: &&str| {
                matches!(*word, "based" | "at" | "for" | "with" | "covering" | "who" | "in" | "of" | "and")
            };
            trade.is_some_and(|at| rest.get(at + 1).is_none_or(place) && (article || at <= 3))
        }
        ["has", verb, rest @ ..] => covers(verb) && rest.contains(&"years"),
        ["covers" | "reports" | "writes", "on" | "about" | "for" | "from", ..] => plain.len() <= 40 && capitals >= 2,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words() {
        for words in [
            "By Jane Doe",
            "By Jane Doe, Staff Writer",
            "By JANE DOE and John van der Roe | Aug. 16, 2025",
            "Reporting by Jane Doe in Moscow; editing by John Roe",
            "Jim Thomas ✉",
            "© 2025 Newsmax. All rights reserved.",
            "Read more: what the summit means",
            "Sign up for our morning newsletter",
            "(Photo: Jane Doe/Agency)",
            "Jim Thomas is a writer based in Indiana. He holds a law degree and has practiced law for more than 20 years.",
            "Jane Doe is the Moscow correspondent for the Daily Bugle.",
            "Jane Doe has covered the Kremlin for more than 20 years.",
            "You must Register or Login to post a comment.",
        ] {
            assert!(is_byline(words) || is_notice(words) || is_credit(words) || is_biography(words), "{words}");
        }
    }

    #[test]
    fn sentences_are_not_furniture() {
        for words in [
            "By Friday the two leaders had met for three hours.",
            "By Friday evening talks had ended",
            "Obama is the last president to have visited Russia.",
            "Comments by Putin followed.",
            "Putin has been in power for more than 20 years.",
            "Photographers waited outside.",
            "Related talks took three hours.",
            "Trump is a former businessman.",
        ] {
            assert!(!(is_byline(words) || is_notice(words) || is_credit(words) || is_biography(words)), "{words}");
        }
    }
}
