//! What stands between two spaces → tokens.

use super::{number, word};

/// Calls `found` with the byte range of every token of `chunk`, in order. `last` where the
/// sentence ends with the chunk; `glued` where a name stands right before it.
pub fn split(chunk: &str, last: bool, glued: bool, found: &mut dyn FnMut(usize, usize)) {
    let mut at = 0;
    while at < chunk.len() {
        let rest = &chunk[at..];
        let follows = at > 0 || glued;
        let end = at + mark(rest, follows).or_else(|| address(rest)).unwrap_or_else(|| content(rest, last));
        word::split_contraction(&chunk[at..end], &mut |from, to| found(at + from, at + to));
        at = end;
    }
}

/// The length of the number or word that starts here; of one letter where there is none.
fn content(rest: &str, last: bool) -> usize {
    let first = rest.chars().next().map_or(1, char::len_utf8);
    number::length(rest).or_else(|| word::length(rest, last)).unwrap_or(first)
}

/// The length of the punctuation that starts here. `follows` where something is close before it.
fn mark(rest: &str, follows: bool) -> Option<usize> {
    let first = rest.chars().next()?;
    let run = |of: &dyn Fn(char) -> bool| rest.find(|letter| !of(letter)).unwrap_or(rest.len());
    match first {
        '.' if rest.starts_with("..") => Some(run(&|letter| letter == '.')),
        '!' | '?' => Some(run(&|letter| matches!(letter, '!' | '?'))),
        '-' | '*' | '=' | '_' | '~' | '#' if run(&|letter| letter == first) > 1 => Some(run(&|letter| letter == first)),
        '\'' if rest.starts_with("''") => Some(2),
        '[' if rest.starts_with("[...]") => Some(5),
        '[' if rest.starts_with("[…]") => Some("[…]".len()),
        '`' => Some(run(&|letter| letter == '`')),
        '\'' | '’' | '‘' => {
            word::clitic(rest, follows).or_else(|| word::elided(rest, follows)).or(Some(first.len_utf8()))
        }
        _ => None,
    }
}

/// The length of the web address, mail address or handle that starts here.
fn address(rest: &str) -> Option<usize> {
    let end = rest.find(['"', '“', '”', '<', '>', '’']).unwrap_or(rest.len());
    let whole = rest[..end].trim_end_matches(|letter: char| {
        matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ')' | ']' | '…' | '*')
    });
    let lower = whole.get(..whole.len().min(8)).unwrap_or("").to_ascii_lowercase();
    let is_web = ["http://", "https://", "www.", "ftp://"].iter().any(|start| lower.starts_with(start));
    let is_handle = whole.strip_prefix(['@', '#']).is_some_and(|name| {
        name.starts_with(char::is_alphabetic) && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    });
    (is_web || is_handle || is_mail(whole)).then_some(whole.len())
}

fn is_mail(whole: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-' | '+' | '%');
    whole.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && name.chars().all(plain) && host.chars().all(plain)
    })
}
