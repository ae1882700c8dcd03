//! What can be wrong with an article's file: the place, the words, the cure.

use std::fmt;

/// Why an article, or a part of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The path as the user named it; `-` for standard input.
    pub path: String,
    /// Line and column in the file, counted from 1, where the fault has a place.
    pub place: Option<(usize, usize)>,
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NotUtf8 { byte: usize, value: u8 },
    BadUtf16,
    Binary { kind: &'static str },
    TooLarge { bytes: u64, limit: u64 },
    UnknownFormat { extension: String },
    Json { message: String },
    Date { words: String },
    Unreadable { message: String },
}

impl ReadError {
    pub fn new(path: &str, fault: Fault) -> Self {
        Self { path: path.to_owned(), place: None, fault }
    }

    pub fn at(path: &str, line: usize, column: usize, fault: Fault) -> Self {
        Self { path: path.to_owned(), place: Some((line, column)), fault }
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        match &self.fault {
            Fault::NotUtf8 { value: 0, .. } => "Give factlint the article as text: .txt, .md, .html or .jsonl.".into(),
            Fault::NotUtf8 { .. } => "Save the file as UTF-8. Latin-1 and UTF-16 with a byte order mark are read as well, \
                 but this file is neither."
                .into(),
            Fault::BadUtf16 => "The file begins with a byte order mark of UTF-16 but goes on differently; save it as UTF-8.".into(),
            Fault::Binary { .. } => "Export the article as .txt, .md or .html and check that.".into(),
            Fault::TooLarge { .. } => "Split it: one file an article, or one line an article in a .jsonl file.".into(),
            Fault::UnknownFormat { .. } => "factlint reads .txt, .md, .html and .jsonl; `--input-format txt` reads this file as one of them.".into(),
            Fault::Json { .. } => r#"Every line is one article: {"id": "a1", "date": "2025-08-16", "title": "…", "text": "…"}; only `text` is required."#.into(),
            Fault::Date { .. } => "Write the date as YYYY-MM-DD, such as 2025-08-16; the article is checked without its date.".into(),
            Fault::Unreadable { .. } => "Check the path, and that you may read it.".into(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            Fault::NotUtf8 { byte, value: 0 } => {
                write!(f, "byte {} is a NUL byte; this is not a text file", grouped(*byte as u64))
            }
            Fault::NotUtf8 { byte, value } => write!(f, "byte {} is not UTF-8 (0x{value:02X})", grouped(*byte as u64)),
            Fault::BadUtf16 => f.write_str("the file is not sound UTF-16"),
            Fault::Binary { kind } => write!(f, "the file is {kind} not text"),
            Fault::TooLarge { bytes, limit } => {
                write!(f, "the article is too large: {} bytes; the limit is {} bytes", grouped(*bytes), grouped(*limit))
            }
            Fault::UnknownFormat { extension } if extension.is_empty() => f.write_str("the file name has no ending"),
            Fault::UnknownFormat { extension } => write!(f, "`.{extension}` is not a format of articles"),
            Fault::Json { message } | Fault::Unreadable { message } => f.write_str(message),
            Fault::Date { words } => write!(f, "`{words}` is not a date"),
        }
    }
}

impl std::error::Error for ReadError {}

/// 1234567 → "1,234,567".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([grouped(0), grouped(999), grouped(1000), grouped(1234567)], ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_bad_byte_is_named() {
        let error = ReadError::new("a.txt", Fault::NotUtf8 { byte: 1234, value: 0xff });
        assert_eq!(error.to_string(), "byte 1,234 is not UTF-8 (0xFF)");
        assert!(error.help().starts_with("Save the file as UTF-8."));
    }
}
