//! What the YAML reader could not read, said in terms of what people do, and, where the slip is clear,
//! the same text with the slip repaired: byte for byte as long, so that reading goes on and every place stays true.

use crate::rulebook::problem::Problem;
use crate::span::Span;

/// Where and at what reading stopped. Offsets are bytes of the text.
#[derive(Debug)]
pub enum Fault {
    Colon(usize),
    Tab(usize),
    OpenQuote(usize),
    AfterQuote(usize),
    Escape(usize),
    Bracket(usize),
    Character(usize),
    Star(usize),
    Exclamation(usize),
    Directive(usize),
    Dash(usize),
    Indentation(usize),
    SecondDocument(usize),
    TooDeep(usize),
    TooManyNodes(usize),
    AliasBomb(Span),
}

/// The problem for a person, and the repaired text where reading can go on.
pub fn explain(path: &str, text: &str, fault: Fault) -> (Problem, Option<String>) {
    let problem = |code, span, message: &str, label: &str, help: &str| {
        (Problem::error(code, path, span, message, label).help(help), None)
    };
    match fault {
        Fault::Colon(at) => colon(path, text, at),
        Fault::Tab(at) => tab(path, text, at),
        Fault::OpenQuote(at) => problem(
            "unclosed-quote",
            opening_quote(text, at),
            "This quotation mark is never closed.",
            "opens here",
            "Close it with the same mark. A text that holds quotation marks goes into single ones: \
             `claim: 'Putin said \"Next time in Moscow\"'`.",
        ),
        Fault::AfterQuote(at) => after_quote(path, text, at),
        Fault::Escape(at) => problem(
            "bad-escape",
            bad_escape(text, at),
            "A backslash between double quotation marks starts a special character, and this is none.",
            "not a special character",
            "Leave the backslash out, double it (`\\\\`), or use single quotation marks.",
        ),
        Fault::Bracket(at) => bracket(path, text, at),
        Fault::Character(at) => character(path, text, at),
        Fault::Star(at) => problem(
            "unknown-anchor",
            word_at(text, at),
            "A text that starts with `*` or `&` means something else to YAML.",
            "nothing of this name is defined",
            "Put the text into quotation marks: `claim: \"*NSYNC album count = 3\"`.",
        ),
        Fault::Exclamation(at) => problem(
            "text-starts-with-exclamation",
            word_at(text, at),
            "A text that starts with `!` means something else to YAML.",
            "needs quotation marks",
            "Put the text into quotation marks: `claim: \"!Hero release date = 2003\"`.",
        ),
        Fault::Directive(at) => problem(
            "text-starts-with-percent",
            word_at(text, at),
            "A line that starts with `%` means something else to YAML.",
            "needs quotation marks, or does not belong here",
            "Rule files need no such line. A text goes into quotation marks.",
        ),
        Fault::Dash(at) if text.as_bytes().get(at) != Some(&b'-') => indentation(path, text, at),
        Fault::Dash(at) => problem(
            "misplaced-dash",
            word_at(text, at),
            "A `-` cannot stand here.",
            "starts a list item",
            "List items stand in lines of their own, all at the same column:\n\nclaims:\n  - summit length ~ 3 hours\n  - summit date = 15 August 2025",
        ),
        Fault::Indentation(at) => indentation(path, text, at),
        Fault::SecondDocument(at) => problem(
            "second-document",
            word_at(text, at),
            "A rule file is one document; a second one starts here and is not read.",
            "`---` starts a second document",
            "Move what follows to a file of its own, or remove the `---`.",
        ),
        Fault::TooDeep(at) => problem(
            "too-deep",
            char_at(text, at),
            "This is nested more deeply than a rule file can be; reading stops here.",
            "too many levels",
            "Rule files have at most five levels. Is a bracket left open?",
        ),
        Fault::TooManyNodes(at) => problem(
            "too-many-nodes",
            char_at(text, at),
            "This file holds more than a million entries, so nothing of it is read.",
            "too many entries",
            "Split the claims over several files.",
        ),
        Fault::AliasBomb(span) => problem(
            "too-many-aliases",
            span,
            "Aliases (`*name`) repeat more than 10,000 entries; reading stops here.",
            "repeats too much",
            "Write out what is meant; rules rarely need aliases.",
        ),
    }
}

/// `claim: summit: 3 hours`.
fn colon(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let line = line_around(text, at);
    let words = line.of(text);
    let colons: Vec<usize> = words
        .match_indices(':')
        .map(|(at, _)| at)
        .filter(|at| matches!(words.as_bytes().get(at + 1), None | Some(b' ' | b'\r')))
        .collect();
    let within = at.saturating_sub(line.start);
    let second = colons.iter().skip(1).copied().find(|colon| *colon + 1 >= within).or(colons.get(1).copied());
    let Some(second) = second else {
        return indentation(path, text, at);
    };
    let colon = line.start + second;
    let first = colons.first().copied().unwrap_or(0);
    let key = words[..first].trim_start_matches([' ', '-']).trim();
    let value = words[first + 1..].trim();
    let rest = words[second + 1..].trim();
    let subject = words[first + 1..second].trim();
    let fits = subject.len() + rest.len() < 120;
    let help = if key == "claim" && fits && !rest.is_empty() {
        format!(
            "If a value is meant, write `claim: {subject} = {rest}`; if the colon belongs to the text, put all of it into quotation marks: `claim: '{}'`.",
            value.replace('\'', "''")
        )
    } else if fits {
        format!("Put the text into quotation marks: `{key}: '{}'`.", value.replace('\'', "''"))
    } else {
        "Put the text into quotation marks.".to_owned()
    };
    let problem = Problem::error(
        "colon-in-text",
        path,
        Span::new(colon, colon + 1),
        "A colon followed by a space makes YAML start a new key in the middle of this text.",
        "this colon",
    )
    .help(help);
    // `: ` → ` =`, and the claim goes on; a colon at the end of a line is blotted out.
    let patch = if text.as_bytes().get(colon + 1) == Some(&b' ') { &b" ="[..] } else { &b"."[..] };
    (problem, overwrite(text, colon, patch))
}

fn tab(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let line = line_around(text, at);
    let found = line.of(text).find('\t').map(|offset| line.start + offset);
    let start = match text.as_bytes().get(at) {
        Some(b'\t') => at,
        _ => match found {
            Some(start) => start,
            None => return indentation(path, text, at),
        },
    };
    let end = start + text[start..].bytes().take_while(|byte| *byte == b'\t').count();
    let problem = Problem::error(
        "tab",
        path,
        Span::new(start, end),
        "YAML does not allow tabs here.",
        if end - start == 1 { "a tab" } else { "tabs" },
    )
    .help("Use spaces: two for every level.");
    (problem, overwrite(text, start, &vec![b' '; end - start]))
}

fn after_quote(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let line = line_around(text, at);
    let start = at.clamp(line.start, line.end);
    let span = Span::new(start, trim_end(text, Span::new(start, line.end)).end.max(start));
    let words = line.of(text);
    let value = words.split_once(": ").map_or(words.trim_start_matches([' ', '-']), |(_, value)| value).trim();
    let help = if value.len() < 200 {
        format!("Put the whole text into single quotation marks: `'{}'`.", value.replace('\'', "''"))
    } else {
        "Put the whole text into single quotation marks.".to_owned()
    };
    let problem = Problem::error(
        "text-after-quote",
        path,
        span,
        "The quotation mark ends the text, and more text follows.",
        "after the closing mark",
    )
    .help(help);
    (problem, None)
}

fn bracket(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let open = last_open_bracket(text, at);
    let span = open.map_or(char_at(text, at), |open| Span::new(open, open + 1));
    let mark = if span.of(text) == "{" { "}" } else { "]" };
    let problem = match open {
        Some(_) => Problem::error(
            "unclosed-bracket",
            path,
            span,
            "This bracket is not closed as it should be.",
            format!("expected a `,` or a `{mark}` after each entry"),
        )
        .help("A list is `[one, two]`, a mapping is `{name: Russia, kind: place}`. A text with brackets, commas or colons goes into quotation marks: `[\"{summit} lasted {value}\"]`."),
        None => Problem::error("misplaced-bracket", path, span, "This bracket closes nothing.", "no opening bracket")
            .help("Remove it, or put the text into quotation marks."),
    };
    (problem, None)
}

fn character(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let span = char_at(text, at);
    let mark = span.of(text);
    let problem = Problem::error(
        "text-starts-with-mark",
        path,
        span,
        match mark {
            "`" => "A text cannot start with a backquote unless it stands in quotation marks.".to_owned(),
            mark => format!("A text cannot start with `{}` unless it stands in quotation marks.", mark.escape_debug()),
        },
        "YAML keeps this mark for itself",
    )
    .help("Put the text into quotation marks: `claim: \"@factlint follower count = 12\"`.");
    (problem, None)
}

fn indentation(path: &str, text: &str, at: usize) -> (Problem, Option<String>) {
    let line = line_around(text, at);
    if let Some(tab) = indenting_tab(text, line) {
        return self::tab(path, text, tab);
    }
    if last_open_bracket(text, line.start).is_some_and(|open| starts_value(text, open)) {
        return bracket(path, text, line.start);
    }
    let span = trim(text, line);
    let words = span.of(text);
    // `- {summit} dragged on for {value}` is a mapping with text behind it.
    if let Some(offset) = words.find(['{', '[']).filter(|offset| words[..*offset].trim_end().ends_with(['-', ':'])) {
        let span = Span::new(span.start + offset, span.end);
        let problem = Problem::error(
            "bracket-starts-text",
            path,
            span,
            "A text that starts with a bracket needs quotation marks.",
            "YAML takes this for a list or a mapping",
        )
        .help(format!("Write `\"{}\"`.", span.of(text).replace('"', "'")));
        return (problem, None);
    }
    let missing_colon = !words.contains(": ") && !words.ends_with(':') && !words.starts_with("- ");
    let problem = Problem::error(
        "bad-indentation",
        path,
        span,
        if missing_colon { "This line is no `key: value`, no list item, and continues nothing." } else { "This line does not fit the lines above it." },
        if missing_colon { "no colon here" } else { "starts at another column than its neighbours" },
    )
    .help("Keys of one mapping and items of one list start at the same column, two spaces further in than what they belong to:\n\nclaims:\n  - id: summit-length\n    claim: summit length ~ 3 hours");
    (problem, None)
}

/// A tab in the indentation of a line or of the one behind it.
fn indenting_tab(text: &str, line: Span) -> Option<usize> {
    let behind = text.get(line.end + 1..).map_or("", |rest| rest.lines().next().unwrap_or(""));
    [(line.start, line.of(text)), (line.end + 1, behind)].into_iter().find_map(|(start, words)| {
        let indentation = words.len() - words.trim_start().len();
        words[..indentation].find('\t').map(|tab| start + tab)
    })
}

/// Whether a bracket stands where a value begins, and not inside a text.
fn starts_value(text: &str, open: usize) -> bool {
    text[..open].trim_end_matches(' ').ends_with([':', '-', '[', '{', ','])
}

/// The same text with `patch` at `at`; `None` where it would change nothing.
fn overwrite(text: &str, at: usize, patch: &[u8]) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let slot = bytes.get_mut(at..at + patch.len())?;
    if slot == patch {
        return None;
    }
    slot.copy_from_slice(patch);
    String::from_utf8(bytes).ok()
}

/// The last line at or before `at` that has words, and before it those of a text that runs on.
fn line_around(text: &str, at: usize) -> Span {
    let mut at = floor(text, at);
    loop {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        if start == 0 || !text[start..end].trim().is_empty() {
            return Span::new(start, end);
        }
        at = start - 1;
    }
}

fn opening_quote(text: &str, at: usize) -> Span {
    let at = floor(text, at);
    match text.as_bytes().get(at) {
        Some(b'"' | b'\'') => Span::new(at, at + 1),
        _ => text[..at].rfind(['"', '\'']).map_or(char_at(text, at), |quote| Span::new(quote, quote + 1)),
    }
}

/// The last bracket before `at` without its partner, quotation marks not regarded.
fn last_open_bracket(text: &str, at: usize) -> Option<usize> {
    let from = floor(text, at.saturating_sub(20_000));
    let mut open = Vec::new();
    for (offset, byte) in text.as_bytes()[from..floor(text, at)].iter().enumerate() {
        match byte {
            b'[' | b'{' => open.push(from + offset),
            b']' | b'}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

fn word_at(text: &str, at: usize) -> Span {
    let line = line_around(text, at);
    let start = floor(text, at).clamp(line.start, line.end);
    let start = start + (text[start..line.end].len() - text[start..line.end].trim_start().len());
    let end = text[start..line.end].find(char::is_whitespace).map_or(line.end, |end| start + end);
    if end > start { Span::new(start, end) } else { trim(text, line) }
}

fn char_at(text: &str, at: usize) -> Span {
    let at = floor(text, at);
    Span::new(at, at + text[at..].chars().next().map_or(0, char::len_utf8))
}

/// The first backslash at or behind `at` that starts no special character.
fn bad_escape(text: &str, at: usize) -> Span {
    let at = floor(text, at);
    let mut rest = at;
    while let Some(found) = text[rest..].find('\\') {
        let backslash = rest + found;
        let next = text[backslash + 1..].chars().next();
        let digits = match next {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let end = backslash + 1 + next.map_or(0, char::len_utf8);
        let are_digits =
            text.get(end..end + digits).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let is_special = next.is_some_and(|next| "0abtnvfre \"/\\N_LPxuU\t\n\r".contains(next));
        if !is_special || !are_digits {
            return Span::new(backslash, end);
        }
        rest = end;
    }
    char_at(text, at)
}

fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    trim_end(text, Span::new(start, span.end))
}

fn trim_end(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.of(text).trim_end().len())
}

fn floor(text: &str, at: usize) -> usize {
    super::floor(text, at)
}
