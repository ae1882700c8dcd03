//! Words: where they end, which stops and hyphens belong to them, and contractions.

/// The length of the word that starts here; `last` where the sentence ends with the chunk.
pub fn length(rest: &str, last: bool) -> Option<usize> {
    if let Some(sign) = ["US$", "A$", "C$", "HK$", "NZ$", "S$"].iter().find(|sign| rest.starts_with(**sign)) {
        return Some(sign.len());
    }
    let mut end = run(rest)?;
    loop {
        let after = &rest[end..];
        let mut letters = after.chars();
        let (mark, next) = (letters.next(), letters.next());
        let word_follows = next.is_some_and(char::is_alphanumeric);
        let more = match mark {
            // "U.S.", "a.m.", "Amazon.com".
            Some('.') if word_follows && !closes_sentence(&rest[..end], next) => 1,
            // The stop of an abbreviation; nothing but closing marks may follow the last of a sentence.
            Some('.') if next != Some('.') => {
                let closing = last && after[1..].chars().all(|letter| !letter.is_alphanumeric() && letter != '-');
                return Some(if keeps_stop(&rest[..end], closing) { end + 1 } else { end });
            }
            // "AT&T", "snake_case".
            Some('&' | '_') if word_follows => 1,
            // "O'Brien", "o’clock".
            Some(mark @ ('\'' | '’')) if next.is_some_and(char::is_alphabetic) => mark.len_utf8(),
            Some('-') if word_follows && keeps_hyphen(&rest[..end], &after[1..]) => 1,
            // The name that follows is a token of its own.
            Some('-') if next.is_none() && is_prefix(&rest[..end]) => return Some(end + 1),
            _ => return Some(end),
        };
        end += more;
        end += run(&rest[end..]).unwrap_or(0);
    }
}

/// "didn't" → "did", "n't"; "Putin’s" → "Putin", "’s"; other words stay whole.
pub fn split_contraction(word: &str, found: &mut dyn FnMut(usize, usize)) {
    let cut = if word.len() > 2 { contraction(word) } else { None };
    match cut.filter(|&cut| cut > 0 && cut < word.len()) {
        Some(cut) => {
            split_contraction(&word[..cut], found);
            found(cut, word.len());
        }
        None => found(0, word.len()),
    }
}

/// The length of the clitic ("’s", "'re", "n't") that starts here, if it hangs on something.
pub fn clitic(rest: &str, follows: bool) -> Option<usize> {
    let mark = rest.chars().next()?.len_utf8();
    let end = rest[mark..].find(|letter: char| !letter.is_alphanumeric()).map_or(rest.len(), |at| mark + at);
    (follows && is_clitic(&rest[mark..end])).then_some(end)
}

/// The length of a word whose beginning is left out: "'90s", "'em", "'til".
pub fn elided(rest: &str, follows: bool) -> Option<usize> {
    let mark = rest.chars().next()?.len_utf8();
    let end = rest[mark..].find(|letter: char| !letter.is_alphanumeric()).map_or(rest.len(), |at| mark + at);
    let tail = rest[mark..end].to_lowercase();
    let decade = tail.strip_suffix('s').unwrap_or(&tail);
    let is_decade = decade.len() == 2 && decade.bytes().all(|byte| byte.is_ascii_digit());
    (!follows && (is_decade || matches!(tail.as_str(), "em" | "til" | "cause" | "tis" | "twas"))).then_some(end)
}

fn run(rest: &str) -> Option<usize> {
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36F}' | '\u{AD}');
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && !is_mark(letter)).unwrap_or(rest.len());
    (end > 0).then_some(end)
}

fn is_clitic(tail: &str) -> bool {
    matches!(tail.to_ascii_lowercase().as_str(), "s" | "re" | "ve" | "ll" | "m" | "d")
}

fn contraction(word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    for ending in ["n't", "n’t", "n`t"] {
        if let Some(rest) = lower.strip_suffix(ending) {
            return Some(rest.len());
        }
    }
    if let Some((at, mark)) = lower.char_indices().rev().find(|(_, letter)| matches!(letter, '\'' | '’'))
        && is_clitic(&lower[at + mark.len_utf8()..])
    {
        return Some(at);
    }
    match lower.as_str() {
        "cannot" | "gonna" | "gotta" | "wanna" | "gimme" | "lemme" => Some(3),
        "dont" | "didnt" | "doesnt" | "isnt" | "wasnt" | "arent" | "couldnt" | "wouldnt" | "shouldnt" | "havent"
        | "hasnt" => Some(lower.len() - 2),
        _ => None,
    }
}

/// A full stop without a space after it: "ended.The". Domains and initials are written alike.
fn closes_sentence(before: &str, next: Option<char>) -> bool {
    let word = before.rsplit(['.', '-']).next().unwrap_or("");
    next.is_some_and(char::is_uppercase) && word.chars().count() > 2 && word.chars().skip(1).all(char::is_lowercase)
}

/// Whether the stop after `word` belongs to it. `closing` where the sentence ends there too.
fn keeps_stop(word: &str, closing: bool) -> bool {
    let word = word.rsplit_once('-').map_or(word, |(_, word)| word);
    let letters: Vec<&str> = word.split('.').collect();
    if letters.len() > 1 && letters.iter().all(|letter| letter.chars().count() <= 2) {
        return true;
    }
    let mut of_word = word.chars();
    if let (Some(letter), None) = (of_word.next(), of_word.next()) {
        return letter.is_alphabetic() && !closing && (letter.is_uppercase() || "cvp".contains(letter));
    }
    is_abbreviation(word) && (!closing || ends_sentences(word))
}

/// Words that are written with a stop of their own, in lower case without it.
#[rustfmt::skip]
const ABBREVIATIONS: [&str; 93] = [
    "adm", "al", "apr", "ariz", "assoc", "asst", "attn", "aug", "ave", "bldg", "blvd", "brig", "bros", "calif", "capt", "cf", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "ct", "dec", "del", "dept", "dist", "dr", "ed", "eds", "est", "etc", "feb", "fig", "fla", "fr", "fri",
    "ft", "ga", "gen", "gov", "hon", "ill", "inc", "ind", "intl", "jan", "jr", "jul", "jun", "kan", "ky", "lt", "ltd", "maj", "mar", "mass",
    "md", "messrs", "mich", "minn", "mlle", "mme", "mo", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nos", "nov", "oct", "okla", "ont",
    "pa", "ph", "pp", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr", "st", "univ", "vol",
];

fn is_abbreviation(word: &str) -> bool {
    let lower = word.to_lowercase();
    let more = matches!(
        lower.as_str(),
        "vs" | "sep" | "supt" | "tenn" | "tex" | "va" | "vt" | "wash" | "wis" | "wyo" | "op" | "plc" | "dc"
    );
    // "No", "mar", "ill" and the like are words as well: only with a capital are they short for another.
    let also_word = matches!(
        lower.as_str(),
        "no" | "mar"
            | "ill"
            | "mass"
            | "ind"
            | "fig"
            | "est"
            | "ed"
            | "del"
            | "pa"
            | "al"
            | "gen"
            | "hon"
            | "rep"
            | "op"
            | "dist"
            | "sen"
            | "tex"
            | "wash"
    );
    (more || ABBREVIATIONS.binary_search(&lower.as_str()).is_ok())
        && (!also_word || word.starts_with(char::is_uppercase) || word == "al")
}

/// Abbreviations that stand at the end of a sentence too, where one stop serves both.
fn ends_sentences(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "inc" | "co" | "corp" | "ltd" | "jr" | "sr" | "etc" | "al" | "bros" | "st" | "ave" | "blvd" | "vs"
    )
}

/// "pro-Beijing", "re-elected", "e-mail": the hyphen after a prefix.
fn keeps_hyphen(before: &str, after: &str) -> bool {
    let tail: String =
        after.chars().take_while(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    is_prefix(before) || matches!(tail.as_str(), "esque" | "ish" | "wise" | "fest" | "ette" | "odd")
}

fn is_prefix(before: &str) -> bool {
    #[rustfmt::skip]
    const PREFIXES: [&str; 52] = [
        "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber", "de", "e", "eco", "electro", "ex", "extra", "infra",
        "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mono", "multi", "neo", "non", "over", "pan", "para", "post", "pre",
        "pro", "proto", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "supra", "trans", "tri", "ultra", "un", "under", "uni", "vice",
    ];
    PREFIXES.binary_search(&before.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(is_abbreviation("Sept") && is_abbreviation("Wyo") && !is_abbreviation("no"));
    }
}
