//! Front matter: the lines between `---` (YAML) or `+++` (TOML) at the head of a file. Only titles and the
//! date are read; everything else there is the site's business.

use super::{BlockKind, Builder, date};
use crate::span::Span;
use jiff::civil::Date;

/// What front matter says of its article.
#[derive(Debug, Default)]
pub struct Front {
    pub title: Option<String>,
    pub date: Option<Date>,
    /// A date that is none, and where it stands.
    pub bad_date: Option<(String, usize)>,
    /// Where the article itself begins.
    pub end: usize,
}

/// Reads the front matter at the head of the builder's text, if there is any, and writes its titles as blocks.
pub fn read(builder: &mut Builder) -> Front {
    let original = builder.original();
    let head = if original.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut front = Front { end: head, ..Front::default() };
    let Some((lines, end)) = fenced(&original, head) else { return front };
    front.end = end;
    for (index, line) in lines.iter().enumerate() {
        let Some((key, value)) = key_value(&original, *line) else { continue };
        let following = lines.get(index + 1..).unwrap_or(&[]);
        let parts = scalar(&original, value, following);
        match key.to_ascii_lowercase().as_str() {
            "title" | "headline" => {
                let words = write(builder, BlockKind::Title, &parts);
                front.title = front.title.or(Some(words).filter(|words| !words.is_empty()));
            }
            "subtitle" | "dek" | "standfirst" => {
                write(builder, BlockKind::Heading, &parts);
            }
            "date" => {
                let words = joined(&original, &parts);
                front.date = date::parse(&words);
                let missing = words.is_empty() || words == "null" || words == "~";
                front.bad_date = (front.date.is_none() && !missing).then_some((words, value.start));
            }
            _ => {}
        }
    }
    front
}

/// The lines between two fences, and where the text after the second begins.
fn fenced(original: &str, head: usize) -> Option<(Vec<Span>, usize)> {
    let mut lines = lines(original, head);
    let first = lines.next()?.0;
    let fence = first.of(original).trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut inside = Vec::new();
    for (line, next) in lines {
        let words = line.of(original).trim_end();
        if words == fence || (fence == "---" && words == "...") {
            return Some((inside, next));
        }
        inside.push(line);
    }
    None
}

/// Each line without its line end, and where the next one begins.
fn lines(original: &str, from: usize) -> impl Iterator<Item = (Span, usize)> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = original.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = Span::new(at, at + length);
        let end = if rest[length..].starts_with("\r\n") { 2 } else { usize::from(length < rest.len()) };
        at = line.end + end;
        Some((line, at))
    })
}

/// `key: value` or `key = value` at the margin.
fn key_value(original: &str, line: Span) -> Option<(&str, Span)> {
    let words = line.of(original);
    let at = words.find([':', '='])?;
    let key = words[..at].trim_end().trim_matches('"');
    if key.is_empty() || words.starts_with([' ', '\t', '#', '-']) || key.contains(' ') {
        return None;
    }
    Some((key, trimmed(original, Span::new(line.start + at + 1, line.end))))
}

/// A stretch of a value: its own bytes, or what an escape stands for.
type Part = (Span, Option<String>);

/// The words of a YAML or TOML scalar that begins at `value` and may run on over `following` lines.
fn scalar(original: &str, value: Span, following: &[Span]) -> Vec<Part> {
    let more = following.iter().take_while(|line| line.of(original).starts_with([' ', '\t'])).copied();
    let words = value.of(original);
    match words.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = more.last().map_or(value.end, |line| line.end);
            quoted(original, Span::new(value.start + 1, end), quote)
        }
        Some('>' | '|') if words[1..].trim_start_matches(['-', '+', '1', '2', '3', '4']).trim().is_empty() => {
            more.flat_map(|line| [(Span::new(line.start, line.start), Some(" ".to_owned())), (line, None)]).collect()
        }
        Some('#') | None => Vec::new(),
        _ => {
            let end = words.find(" #").map_or(value.end, |at| value.start + at);
            let mut parts = vec![(Span::new(value.start, end), None)];
            parts.extend(
                more.flat_map(|line| [(Span::new(line.start, line.start), Some(" ".to_owned())), (line, None)]),
            );
            parts
        }
    }
}

fn quoted(original: &str, span: Span, quote: char) -> Vec<Part> {
    let words = span.of(original);
    let mut parts = Vec::new();
    let mut run = 0;
    let mut chars = words.char_indices().peekable();
    let verbatim = |from: usize, to: usize| (Span::new(span.start + from, span.start + to), None);
    while let Some((at, char)) = chars.next() {
        let escape = match char {
            '\\' if quote == '"' => chars.next().map(|(next, escaped)| unescape(words, next, escaped)),
            '\'' if quote == '\'' && words[at + 1..].starts_with('\'') => {
                chars.next().map(|_| ("'".to_owned(), at + 2))
            }
            _ if char == quote => {
                parts.push(verbatim(run, at));
                return parts;
            }
            _ => None,
        };
        if let Some((stands_for, end)) = escape {
            parts.push(verbatim(run, at));
            parts.push((Span::new(span.start + at, span.start + end), Some(stands_for)));
            while chars.next_if(|(next, _)| *next < end).is_some() {}
            run = end;
        }
    }
    parts.push(verbatim(run, words.len()));
    parts
}

/// What the escape whose letter stands at `at` stands for, and where it ends.
fn unescape(words: &str, at: usize, letter: char) -> (String, usize) {
    let end = at + letter.len_utf8();
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        'n' | 't' | 'r' | '\n' | '\r' => return (" ".to_owned(), end),
        '_' => return ("\u{a0}".to_owned(), end),
        other => return (other.to_string(), end),
    };
    let code = words.get(end..end + digits).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    code.map_or((letter.to_string(), end), |char| (char.to_string(), end + digits))
}

fn write(builder: &mut Builder, kind: BlockKind, parts: &[Part]) -> String {
    builder.open(kind);
    for (span, words) in parts {
        match words {
            Some(words) => builder.replaced(words, *span),
            None => builder.verbatim(*span),
        }
    }
    let words = builder.open_words().to_owned();
    builder.close();
    words
}

fn joined(original: &str, parts: &[Part]) -> String {
    parts
        .iter()
        .map(|(span, words)| words.as_deref().unwrap_or(span.of(original)))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn trimmed(original: &str, span: Span) -> Span {
    let words = span.of(original);
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str) -> (Front, Vec<String>) {
        let mut builder = Builder::new(text.into());
        let front = read(&mut builder);
        let (text, blocks) = builder.finish();
        (front, blocks.iter().map(|block| block.span.of(text.as_str()).to_owned()).collect())
    }

    #[test]
    fn titles_and_dates() {
        for (source, title) in [
            ("---\ntitle: Two hours in Alaska # working title\ndate: 2025-08-16\n---\nText", "Two hours in Alaska"),
            (
                "---\r\ntitle: \"Two \\\"hours\\\" in\\u00a0Alaska\"\r\ndate: '2025-08-16'\r\n---\r\nText",
                "Two \"hours\" in\u{a0}Alaska",
            ),
            ("---\ndate: 2025-08-16T08:00:00-08:00\ntitle: 'It''s over'\n---\nText", "It's over"),
            ("---\ntitle: >\n  Two hours\n  in Alaska\ndate: 2025-08-16\n...\nText", "Two hours in Alaska"),
            ("\u{feff}+++\ntitle = \"Two hours\"\ndate = 2025-08-16\n+++\nText", "Two hours"),
        ] {
            let (front, blocks) = front(source);
            assert_eq!(front.title.as_deref(), Some(title));
            assert_eq!(blocks, [title]);
            assert_eq!(front.date.map(|date| date.to_string()).as_deref(), Some("2025-08-16"));
            assert_eq!(&source[front.end..], "Text");
        }
    }

    #[test]
    fn what_is_not_front_matter() {
        assert_eq!(front("---\nA rule, and text").0.end, 0);
        assert_eq!(front("Text\n---\n").0.end, 0);
        assert_eq!(front("").0.end, 0);
    }

    #[test]
    fn a_bad_date_has_its_place() {
        assert_eq!(front("---\ndate: soon\n---\n").0.bad_date, Some(("soon".to_owned(), 10)));
    }
}
