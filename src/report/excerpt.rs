//! A window of one line around the words that matter, as wide as there is room.
//!
//! Paragraphs are 500 to 2,000 columns on one line, and rule lines can be long as well. The window keeps true
//! line and column, cuts at white space where it can, and marks what it cuts with `…`.

use crate::file::Place;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// One line of text with the words that matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The file, as the user named it.
    pub name: String,
    /// Where the words that matter begin in the file.
    pub place: Place,
    /// One line without control characters.
    pub text: String,
    /// The words that matter: bytes of `text`.
    pub mark: Range<usize>,
}

const CUT: &str = "…";

impl Excerpt {
    /// The part of `line` around `mark` that `columns` hold, with room for a label of `label` columns under it.
    pub fn window(name: &str, place: Place, line: &str, mark: Range<usize>, columns: usize, label: usize) -> Self {
        let (mut line, mark) = clean(line, mark);
        if line.is_empty() {
            // An empty line would not be drawn, and its label with it.
            line.push(' ');
        }
        let columns = columns.max(20);
        let words = cut_end(&line[mark.clone()], columns.saturating_sub(6));
        let middle = width(&words) / 2;
        let room = columns.saturating_sub(width(&words));
        // The label hangs from the middle of the mark and goes to the right.
        let room_for_label = columns.saturating_sub(middle + 5 + label);
        let (before, after) = (&line[..mark.start], &line[mark.end..]);
        let fair = room.saturating_sub(width(after).min(room / 2));
        let before = keep_end(before, fair.min(room_for_label));
        let after = if words.len() < mark.len() {
            String::new()
        } else {
            keep_start(after, room.saturating_sub(width(&before)))
        };
        let start = before.len();
        let end = start + words.len();
        Self { name: name.to_owned(), place, text: format!("{before}{words}{after}"), mark: start..end }
    }
}

/// `words`, or its first columns and a mark that more is left out.
pub fn cut_end(words: &str, columns: usize) -> String {
    if width(words) <= columns {
        words.to_owned()
    } else {
        format!("{}{CUT}", first_columns(words, columns.saturating_sub(1)))
    }
}

/// `words` in lines of `columns`, cut only at spaces: ids and addresses stay whole.
pub fn wrap(words: &str, columns: usize, first: &str, others: &str) -> String {
    let options = textwrap::Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(others)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(words, options) + "\n"
}

/// Columns that words take on a terminal.
pub fn width(words: &str) -> usize {
    words.chars().map(|char| char.width().unwrap_or(0)).sum()
}

/// The line with every control character and every kind of white space as a space; the mark moved along.
fn clean(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    let mut out = String::with_capacity(line.len());
    let (mut start, mut end) = (None, None);
    for (at, char) in line.char_indices() {
        if at >= mark.start && start.is_none() {
            start = Some(out.len());
        }
        if at >= mark.end && end.is_none() {
            end = Some(out.len());
        }
        // Marks that turn the direction of writing would turn the frame as well.
        let hidden =
            matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        match char {
            _ if hidden => {}
            _ if char.is_whitespace() || char.is_control() => out.push(' '),
            _ => out.push(char),
        }
    }
    let start = start.unwrap_or(out.len());
    let end = end.unwrap_or(out.len()).max(start);
    (out, start..end)
}

/// The end of `words` in at most `columns`, cut at a space.
fn keep_end(words: &str, columns: usize) -> String {
    if width(words) <= columns {
        return words.to_owned();
    }
    let mut room = columns.saturating_sub(2);
    let mut start = words.len();
    for (at, char) in words.char_indices().rev() {
        let wide = char.width().unwrap_or(0);
        if wide > room {
            break;
        }
        room -= wide;
        start = at;
    }
    let kept = &words[start..];
    let inside_word = words[..start].ends_with(|char: char| !char.is_whitespace());
    let kept = match kept.split_once(' ') {
        Some((_, rest)) if inside_word && kept.len() - rest.len() < 24 => rest,
        _ => kept,
    };
    if columns < 2 { String::new() } else { format!("{CUT} {}", kept.trim_start()) }
}

/// The start of `words` in at most `columns`, cut at a space.
fn keep_start(words: &str, columns: usize) -> String {
    if width(words) <= columns {
        return words.trim_end().to_owned();
    }
    if columns < 2 {
        return String::new();
    }
    let kept = first_columns(words, columns - 2);
    let inside_word = words[kept.len()..].starts_with(|char: char| !char.is_whitespace());
    let kept = match kept.rsplit_once(' ') {
        Some((rest, last)) if inside_word && last.len() < 24 => rest,
        _ => kept,
    };
    format!("{} {CUT}", kept.trim_end())
}

fn first_columns(words: &str, columns: usize) -> &str {
    let mut room = columns;
    for (at, char) in words.char_indices() {
        let wide = char.width().unwrap_or(0);
        if wide > room {
            return &words[..at];
        }
        room -= wide;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(line: &str, words: &str, columns: usize, label: usize) -> String {
        let start = line.find(words).unwrap();
        let excerpt =
            Excerpt::window("a", Place { line: 1, column: 1 }, line, start..start + words.len(), columns, label);
        assert!(width(&excerpt.text) <= columns.max(20), "{}", excerpt.text);
        format!(
            "{}[{}]{}",
            &excerpt.text[..excerpt.mark.start],
            &excerpt.text[excerpt.mark.clone()],
            &excerpt.text[excerpt.mark.end..]
        )
    }

    #[test]
    fn what_fits_is_shown() {
        assert_eq!(
            window("The summit lasted two hours.", "lasted two hours", 60, 10),
            "The summit [lasted two hours]."
        );
    }

    #[test]
    fn long_lines_are_cut_at_words() {
        let line = "When the two presidents met in Anchorage on Friday the summit lasted two hours, which is less than had been planned by both of them.";
        assert_eq!(
            window(line, "lasted two hours", 60, 10),
            "… Friday the summit [lasted two hours], which is less than …"
        );
    }

    #[test]
    fn there_is_room_for_the_label() {
        let line = "When the two presidents met in Anchorage on Friday the summit lasted two hours.";
        assert_eq!(window(line, "lasted two hours", 60, 40), "… [lasted two hours].");
    }

    #[test]
    fn words_that_do_not_fit_are_cut_themselves() {
        assert_eq!(window(&"x".repeat(100), &"x".repeat(100), 20, 5), format!("[{}…]", "x".repeat(13)));
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(window("a\tb\u{1b}[31mc", "b", 40, 3), "a [b] [31mc");
    }
}
