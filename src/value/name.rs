//! Numbers that are no values: in names, codes, addresses, phone numbers, list and footnote marks.

use super::reader::Reader;

/// The end of a name or code whose number starts here.
pub fn skip(reader: &Reader, at: usize) -> Option<usize> {
    if reader.is_digits(at) {
        return skip_digits(reader, at);
    }
    let number_word = reader.word(at).cardinal.is_some();
    let named = number_word && (is_named(reader, at) || group_of(reader, at));
    (named || capital_number(reader, at)).then_some(at + 1)
}

/// Past a web address, mail address, handle or tag that starts here.
pub fn skip_address(reader: &Reader, at: usize) -> Option<usize> {
    let address = reader.is_any(at, &["http", "https", "www", "ftp"]) && matches!(reader.text(at + 1), ":" | ".");
    let tag = matches!(reader.text(at), "@" | "#") && reader.glued(at + 1);
    if !address && !tag {
        return None;
    }
    let mut end = at + 1;
    while reader.glued(end) {
        end += 1;
    }
    Some(end)
}

fn skip_digits(reader: &Reader, at: usize) -> Option<usize> {
    if list_mark(reader, at) || footnote(reader, at) {
        return Some(at + 1);
    }
    if is_named(reader, at) || group_of(reader, at) || in_code(reader, at) {
        return Some(run_end(reader, at));
    }
    phone(reader, at)
}

/// The end of digits that marks glue together: "555-1212", "2.0.1", "4:3".
pub fn run_end(reader: &Reader, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let mark = matches!(reader.text(end), "-" | "–" | "." | "/" | ":" | "," | "‑");
        if reader.glued(end) && (reader.is_digits(end) || reader.is_word(end) && reader.is_digits(end - 1)) {
            end += 1;
        } else if mark && reader.glued(end) && reader.glued(end + 1) && reader.is_digits(end + 1) {
            end += 2;
        } else {
            return end;
        }
    }
}

/// "Boeing 747", "Channel 4", "No. 10", "iPhone 15", "G-20".
fn is_named(reader: &Reader, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    if !reader.joined(at) {
        return false;
    }
    let dash = reader.is_dash(before) && reader.glued(at) && reader.glued(before);
    if dash {
        let Some(word) = before.checked_sub(1) else { return false };
        let prefix = ["mid", "pre", "post", "under", "over", "non", "sub", "anti", "top", "all", "sept", "age", "aged"];
        return reader.is_word(word)
            && reader.word(word).month.is_none()
            && !reader.is_any(word, &prefix)
            && (reader.is_capitalised(word) || reader.text(word).len() <= 4)
            && reader.is_digits(at);
    }
    let number_sign = reader.text(before) == "."
        && reader.glued(before)
        && before > 0
        && reader.is_any(before - 1, &["no", "nos", "nr", "art", "sec", "vol", "fig", "ch", "pp", "apt", "rte"]);
    if number_sign {
        before -= 1;
        return reader.is_any(before, &["no", "nos", "nr"]) || reader.is_capitalised(before);
    }
    // "an ATR 72-600"
    let type_name = reader.is_digits(at)
        && reader.is_dash(at + 1)
        && reader.glued(at + 1)
        && (2..=5).contains(&reader.text(before).len())
        && reader.text(before).chars().all(char::is_uppercase)
        && !(before > 0
            && reader.is_word(before - 1)
            && reader.text(before - 1).len() > 1
            && reader.text(before - 1).chars().all(char::is_uppercase));
    if type_name && reader.word(before).month.is_none() {
        return true;
    }
    let capital = reader.text(before).chars().any(char::is_uppercase);
    reader.word(before).names
        && capital
        && reader.text(before).len() > 1
        && reader.is_word(before)
        && !all_capitals_text(reader, before)
}

/// In a line of capitals a capital says nothing.
fn all_capitals_text(reader: &Reader, at: usize) -> bool {
    let shouted = |at: usize| reader.text(at).len() > 2 && reader.text(at).chars().all(char::is_uppercase);
    shouted(at) && at.checked_sub(1).is_some_and(shouted)
}

/// "Group of 20".
fn group_of(reader: &Reader, at: usize) -> bool {
    at >= 2 && reader.is(at - 1, "of") && reader.is_any(at - 2, &["group"]) && reader.is_capitalised(at - 2)
}

/// "the Four Seasons": a capital in the middle of a sentence, and another behind it.
fn capital_number(reader: &Reader, at: usize) -> bool {
    let capital = |at: usize| {
        let text = reader.text(at);
        reader.is_capitalised(at) && text.chars().skip(1).all(char::is_lowercase) && text.len() > 1
    };
    let word = reader.word(at).cardinal.is_some() && capital(at) && at > 0;
    word && reader.is_word(at - 1)
        && !reader.is_capitalised(at - 1)
        && reader.joined(at)
        && capital(at + 1)
        && reader.joined(at + 1)
        && reader.word(at + 1).scale.is_none()
        && reader.word(at + 1).month.is_none()
}

/// Letters glued before the digits: "G20", "H1N1", "m212".
fn in_code(reader: &Reader, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if !reader.glued(at) {
        return false;
    }
    let mark = matches!(reader.text(before), "@" | "#" | "_" | "=" | "&" | "\\");
    let word = reader.is_word(before) && !(reader.is(before, "T") && before > 0 && reader.is_digits(before - 1));
    let dotted = reader.text(before) == "/"
        && before > 0
        && reader.is_word(before - 1)
        && reader.glued(before)
        && reader.word(before - 1).month.is_none();
    mark || word || dotted
}

/// "1. First", "2) Second" at the start of a line.
fn list_mark(reader: &Reader, at: usize) -> bool {
    let starts = at == 0 || reader.token(at).is_some_and(|token| token.line);
    let mark = matches!(reader.text(at + 1), "." | ")") && reader.glued(at + 1) && !reader.glued(at + 2);
    starts && mark && reader.text(at).len() <= 2 && reader.token(at + 2).is_some() && reader.joined(at + 2)
}

/// "[12]".
fn footnote(reader: &Reader, at: usize) -> bool {
    at > 0
        && reader.text(at - 1) == "["
        && reader.text(at + 1) == "]"
        && reader.glued(at)
        && reader.glued(at + 1)
        && !reader.claim
}

/// Phone numbers, ISSNs and long identifiers: groups of digits that are neither date nor range.
fn phone(reader: &Reader, at: usize) -> Option<usize> {
    if reader.claim {
        return None;
    }
    let length = reader.text(at).len();
    let money = at > 0 && matches!(reader.text(at - 1), "$" | "£" | "€" | "¥");
    if length >= 8 && !money {
        return Some(run_end(reader, at));
    }
    let mut groups = vec![length];
    let mut end = at + 1;
    while (reader.is_dash(end) || reader.text(end) == ".")
        && reader.glued(end)
        && reader.glued(end + 1)
        && reader.is_digits(end + 1)
    {
        groups.push(reader.text(end + 1).len());
        end += 2;
    }
    let area = at >= 3
        && reader.text(at - 1) == ")"
        && reader.is_digits(at - 2)
        && reader.text(at - 3) == "("
        && reader.text(at - 2).len() == 3;
    let code = match groups.as_slice() {
        [3, 4] => true,
        [3, 2, 4] | [3, 3, 4] | [1, 3, 3, 4] => true,
        [4, 4] => {
            let year = |at: usize| reader.digits(at).is_some_and(|year| (1000..2200).contains(&year));
            reader.is_dash(at + 1) && !(year(at) && year(at + 2))
        }
        [_, _, _, _, ..] => true,
        [one, two, three] => {
            let date = (*one == 4 && *two <= 2 && *three <= 2) || (*one <= 2 && *two <= 2 && matches!(three, 2 | 4));
            !date && one + two + three >= 7
        }
        _ => false,
    };
    let dotted = groups.len() > 1 && reader.text(at + 1) == "." && groups.len() < 3;
    ((code && !dotted) || area).then_some(end)
}
