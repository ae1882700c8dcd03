//! Every word of a decoded text points at the bytes that produced it, in every format.

use factlint::article::{self, Article, Format, Options};
use factlint::span::Span;
use proptest::prelude::*;

/// A word as it is read, and as the file writes it.
type Word = (&'static str, &'static str);

const PLAIN: &[Word] = &[
    ("Putin", "Putin"),
    ("“quoted”", "“quoted”"),
    ("12\u{a0}500", "12\u{a0}500"),
    ("naïve", "naïve"),
    ("Zelenskyy’s", "Zelenskyy’s"),
    ("2013", "2013"),
    ("summit", "sum\u{ad}mit"),
    ("日本", "日本"),
    ("A&B", "A&B"),
];

const MARKDOWN: &[Word] = &[
    ("Putin", "Putin"),
    ("2013", "**20**13"),
    ("talks", "[talks](https://example.com \"title\")"),
    ("St.\u{a0}Petersburg", "St.&nbsp;Petersburg"),
    ("Obama’s", "Obama&#8217;s"),
    ("*star", "\\*star"),
    ("“no”", "*“no”*"),
    ("naïve", "naïve"),
    ("2015", "<b>20</b>15"),
];

const HTML: &[Word] = &[
    ("Putin", "Putin"),
    ("2013", "<b>20</b>13"),
    ("talks", "<a href=\"x&amp;y\">talks</a>"),
    ("St.\u{a0}Petersburg", "St.&nbsp;Petersburg"),
    ("Obama’s", "Obama&#8217;s"),
    ("A&B", "A&ampB"),
    ("¬it", "&notit"),
    ("naïve", "na&iuml;ve"),
    ("2015", "20<!-- 14 -->15"),
    ("x<y", "x&lt;y"),
    ("“no”", "<em>&ldquo;no</em>&rdquo;"),
];

/// Words in paragraphs: as written, and for each word what is read and which bytes it stands on.
fn document(
    words: &[Word],
    choices: &[(usize, u8)],
    head: &str,
    line_end: &str,
    html: bool,
) -> (String, Vec<(String, Span)>) {
    let mut source = head.to_owned();
    let mut expected = Vec::new();
    let open = |source: &mut String| source.push_str(if html { "<p>" } else { "" });
    open(&mut source);
    for (choice, gap) in choices {
        let (read, written) = words[choice % words.len()];
        expected.push((read.to_owned(), Span::new(source.len(), source.len() + written.len())));
        source.push_str(written);
        match gap % 6 {
            0 => {
                source.push('.');
                source.push_str(line_end);
                source.push_str(line_end);
                open(&mut source);
            }
            1 => source.push_str(&format!(",{line_end}and ")),
            2 if html => source.push_str("  \t "),
            _ => source.push(' '),
        }
    }
    source.push_str("end.");
    (source, expected)
}

fn check(article: &Article, source: &str, expected: &[(String, Span)]) -> Result<(), TestCaseError> {
    let text = article.text.as_str();
    prop_assert_eq!(article.text.original().as_ref(), source);
    let mut from = 0;
    for (read, place) in expected {
        let found = text[from..].find(read.as_str());
        prop_assert!(found.is_some(), "{:?} is not read from {:?}: {:?}", read, source, text);
        let start = from + found.unwrap_or(0);
        let end = start + read.len();
        let original = article.text.to_original(Span::new(start, end));
        prop_assert!(place.contains(original), "{:?} is at {:?} in {:?}, not at {:?}", read, place, source, original);
        // What is left out of the place is markup around the word.
        let before = &source[place.start..original.start];
        let after = &source[original.end..place.end];
        prop_assert!(before.is_empty() || before.starts_with(['*', '<', '[', '\\']), "{:?} before {:?}", before, read);
        prop_assert!(after.is_empty() || after.starts_with(['*', '<', ']']), "{:?} after {:?}", after, read);
        from = end;
    }
    every_span_is_sound(article)
}

/// Blocks are in order and disjoint, and every character of them maps to bytes of the original, in order.
fn every_span_is_sound(article: &Article) -> Result<(), TestCaseError> {
    let text = article.text.as_str();
    let original = article.text.original();
    let mut end = 0;
    let mut last = 0;
    for block in &article.blocks {
        prop_assert!(block.span.start >= end && block.span.end <= text.len() && !block.span.is_empty());
        let words = text.get(block.span.range());
        prop_assert!(words.is_some());
        for (at, char) in words.unwrap_or("").char_indices() {
            let span = Span::new(block.span.start + at, block.span.start + at + char.len_utf8());
            let place = article.text.to_original(span);
            prop_assert!(place.start >= last, "{:?} goes back", char);
            let bytes = original.get(place.range());
            prop_assert!(bytes.is_some_and(|bytes| !bytes.is_empty()), "{:?} at {:?}", char, place);
            let verbatim = bytes == Some(char.encode_utf8(&mut [0; 4]));
            let stands_for =
                bytes.is_some_and(|bytes| char == ' ' || char == '\u{fffc}' || bytes.starts_with(['&', '\\']));
            let joined = matches!(char, ':' | ' ') && bytes.is_some_and(|bytes| bytes.contains('|'));
            prop_assert!(verbatim || joined || stands_for, "{:?} is not {:?}", char, bytes);
            last = place.start;
        }
        end = block.span.end;
    }
    Ok(())
}

fn read(source: &str, format: Format) -> Vec<Article> {
    article::read("a", source.as_bytes(), &Options { format: Some(format) }).unwrap_or_default()
}

fn choices() -> impl Strategy<Value = Vec<(usize, u8)>> {
    proptest::collection::vec((0..64_usize, 0..6_u8), 1..40)
}

proptest! {
    #[test]
    fn plain_text(choices in choices(), bom in any::<bool>(), crlf in any::<bool>()) {
        let (source, expected) = document(PLAIN, &choices, if bom { "\u{feff}" } else { "" }, if crlf { "\r\n" } else { "\n" }, false);
        check(&read(&source, Format::Plain)[0], &source, &expected)?;
    }

    #[test]
    fn markdown(choices in choices(), bom in any::<bool>(), crlf in any::<bool>()) {
        let head = if bom { "\u{feff}---\ntitle: \"A \\\"title\\\"\"\ndate: 2025-08-16\n---\n\n" } else { "" };
        let (source, expected) = document(MARKDOWN, &choices, head, if crlf { "\r\n" } else { "\n" }, false);
        check(&read(&source, Format::Markdown)[0], &source, &expected)?;
    }

    #[test]
    fn html(choices in choices(), bom in any::<bool>(), crlf in any::<bool>()) {
        let head = format!("{}<!doctype html><title>T</title><script>2013</script><h1>T</h1>", if bom { "\u{feff}" } else { "" });
        let (source, expected) = document(HTML, &choices, &head, if crlf { "\r\n" } else { "\n" }, true);
        check(&read(&source, Format::Html)[0], &source, &expected)?;
    }

    #[test]
    fn json_lines(choices in choices(), crlf in any::<bool>()) {
        let (text, expected) = document(PLAIN, &choices, "", if crlf { "\r\n" } else { "\n" }, false);
        let source = format!("{}\n", serde_json::json!({"id": "a", "title": "2013", "text": text}));
        check(&read(&source, Format::JsonLines)[0], &text, &expected)?;
    }

    #[test]
    fn any_text(source in "(\\PC|[\r\n\t &<>*_`#|-]){0,200}") {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            every_span_is_sound(&read(&source, format)[0])?;
        }
    }
}

#[test]
fn the_words_of_the_contract() {
    let source = "\u{feff}<p>In <b>20</b>13, St.&nbsp;Petersburg&#8217;s visitor\r\n   was “Obama”.</p>";
    let article = read(source, Format::Html).remove(0);
    assert_eq!(article.text.as_str(), "In 2013, St.\u{a0}Petersburg’s visitor was “Obama”.");
    for (words, written) in [
        ("2013", "20</b>13"),
        ("20", "20"),
        ("13", "13"),
        ("St.\u{a0}Petersburg’s", "St.&nbsp;Petersburg&#8217;s"),
        ("visitor was", "visitor\r\n   was"),
        ("“Obama”", "“Obama”"),
    ] {
        let start = article.text.as_str().find(words).unwrap();
        let place = article.text.to_original(Span::new(start, start + words.len()));
        assert_eq!(place.of(source), written, "{words}");
    }
}

#[test]
fn other_encodings_count_in_the_decoded_document() {
    let utf16: Vec<u8> = [0xfeff].into_iter().chain("Né en 2013.".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [utf16.as_slice(), b"N\xe9 en 2013."] {
        let article = article::read("a.txt", bytes, &Options::default()).unwrap().remove(0);
        let place = article.text.to_original(Span::new(7, 11));
        assert_eq!((place, place.of(article.text.original())), (Span::new(7, 11), "2013"));
    }
}
