//! Full stops, question marks and their like: which of them end a sentence.

use super::quotation;
use crate::article::token::is_space;

/// Offsets right after the marks that end a sentence and what closes with them.
pub fn ends(text: &str) -> Vec<usize> {
    let quotations = quotation::short(text);
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_stop).map(|found| at + found) {
        let marks = text[start..].find(|letter| !is_stop(letter)).map_or(text.len(), |end| start + end);
        let closed = text[marks..].find(|letter| !closes(letter)).map_or(text.len(), |end| marks + end);
        let end = closed + footnote(&text[closed..]);
        at = marks;
        // A straight quotation mark after a space opens one; only close ones were taken.
        let quoted = quotations.iter().any(|&(open, close)| open < start && end <= close);
        if !quoted && ends_sentence(text, start, marks, end) {
            ends.push(end);
            at = end;
        }
    }
    ends
}

/// The length of the marks of footnotes that follow a sentence: " [17][3]".
fn footnote(rest: &str) -> usize {
    let mut length = 0;
    while let Some((number, _)) =
        rest[length..].trim_start_matches(' ').strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && (1..4).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        length += rest[length..].find(']').map_or(0, |at| at + 1);
    }
    length
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

fn closes(letter: char) -> bool {
    matches!(letter, '"' | '”' | '’' | '\'' | ')' | ']' | '»')
}

/// Whether the marks at `start..marks`, with closing marks up to `end`, end a sentence.
fn ends_sentence(text: &str, start: usize, marks: usize, end: usize) -> bool {
    let rest = &text[end..];
    if !rest.is_empty() && !rest.starts_with(is_space) {
        return false;
    }
    let rest = rest.trim_start_matches(is_space);
    let opening = |letter: char| matches!(letter, '"' | '“' | '‘' | '\'' | '(' | '[' | '«');
    let next_word = rest.trim_start_matches(opening);
    let next_word = &next_word[..next_word.find(|letter: char| !is_word(letter)).unwrap_or(next_word.len())];
    let opens = rest.starts_with(opening);
    // Speech tags and sentences that go on; but a quotation may begin in small letters.
    if next_word.starts_with(char::is_lowercase) && !next_word.chars().skip(1).any(char::is_uppercase) && !opens {
        return false;
    }
    let quotation_closes = text[marks..end].contains(['"', '”']);
    if &text[start..marks] != "." {
        return !(quotation_closes && speech_tag(rest));
    }
    let begin = text[..start]
        .rfind(|letter: char| is_space(letter) || opening(letter))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    after_word(&text[begin..start], text[..begin].trim_end_matches(is_space), next_word, opens || end > marks)
}

/// Whether a stop after `word` ends the sentence, given what is before it and the next word.
fn after_word(word: &str, before: &str, next: &str, marked: bool) -> bool {
    let lower = word.to_lowercase();
    let digit_follows = next.starts_with(|letter: char| letter.is_ascii_digit());
    let starts = marked || is_starter(next);
    let mut letters = word.chars();
    let single = matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_alphabetic());
    match lower.as_str() {
        // "1." before its item.
        _ if word.bytes().all(|byte| byte.is_ascii_digit()) && (before.is_empty() || before.ends_with('\n')) => {
            next.is_empty()
        }
        "mr" | "mrs" | "ms" | "dr" | "messrs" | "mme" | "mlle" | "prof" | "gov" | "sen" | "sens" | "rep" | "reps"
        | "gen" | "lt" | "col" | "maj" | "capt" | "cpl" | "sgt" | "pvt" | "adm" | "cmdr" | "brig" | "rev" | "hon"
        | "pres" | "supt" | "st" | "ste" | "mt" | "ft" | "vs" | "v" | "cf" | "al" | "fr" | "attn" | "op" => {
            next.is_empty() && !matches!(lower.as_str(), "mr" | "mrs")
        }
        "no" | "nos" | "p" | "pp" | "c" | "ca" | "vol" | "fig" | "ch" | "sec" if word != "no" => !digit_follows,
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
            if capital(word) =>
        {
            !digit_follows && starts
        }
        "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" => starts,
        "inc" | "co" | "corp" | "ltd" | "bros" | "jr" | "sr" | "etc" | "dept" | "univ" | "assoc" | "plc" | "ave"
        | "blvd" => starts,
        "calif" | "conn" | "colo" | "fla" | "mass" | "md" | "mich" | "minn" | "pa" | "tenn" | "va" | "wash" | "wis"
        | "ariz" | "ga" | "ill" | "ind" | "kan" | "ky" | "la" | "mo" | "neb" | "nev" | "okla" | "ore" | "vt"
        | "wyo" | "ont" | "tex"
            if capital(word) && before.ends_with(',') =>
        {
            starts
        }
        // Initials; a sentence may end in "I" or "Plan B".
        _ if single && word == "I" => starts && before.ends_with(|letter: char| letter.is_lowercase() || letter == ','),
        _ if single => !capital(word) || is_starter(next),
        // "U.S.", "a.m.", "Ph.D.".
        _ if is_initials(word) => starts,
        _ => true,
    }
}

fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
}

/// "Smith said", "he asked", "said Smith" with a capital: who spoke follows the quotation.
fn speech_tag(rest: &str) -> bool {
    let verb = |word: &str| {
        matches!(
            word.trim_end_matches(['.', ',', ':']),
            "said"
                | "says"
                | "asked"
                | "asks"
                | "told"
                | "added"
                | "wrote"
                | "replied"
                | "shouted"
                | "cried"
                | "exclaimed"
                | "declared"
                | "tweeted"
        )
    };
    // Up to four words of a name before the verb.
    rest.split_whitespace().take(5).take_while(|word| verb(word) || word.starts_with(char::is_uppercase)).any(verb)
}

fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Words that begin sentences and hardly ever go on after an abbreviation, and the text's end.
fn is_starter(next: &str) -> bool {
    #[rustfmt::skip]
    const STARTERS: [&str; 84] = [
        "A", "About", "According", "After", "All", "Although", "An", "And", "Another", "Any", "As", "At", "Because", "Before", "Both", "But", "By",
        "Despite", "Do", "During", "Each", "Earlier", "Even", "Every", "For", "From", "He", "Her", "Here", "His", "How", "However", "I", "If", "In",
        "Instead", "Is", "It", "Its", "Just", "Last", "Later", "Many", "Meanwhile", "More", "Most", "Mr", "My", "No", "Not", "Now", "On", "Once",
        "One", "Only", "Or", "Our", "Several", "She", "Since", "So", "Some", "Still", "That", "The", "Their", "Then", "There", "These", "They",
        "This", "Those", "Though", "To", "Today", "Two", "Under", "Until", "We", "What", "When", "While", "With", "You",
    ];
    next.is_empty() || STARTERS.binary_search(&next).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starters_are_sorted() {
        assert!(is_starter("A") && is_starter("The") && is_starter("You") && !is_starter("President"));
    }
}
