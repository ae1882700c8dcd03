//! Bytes of a file → its text. UTF-8 stays as it is; UTF-16 and Latin-1 are decoded.

use super::error::Fault;

/// The text of `bytes`. A byte order mark at the start of UTF-8 stays, so that offsets count it.
///
/// UTF-16 needs its byte order mark. Bytes that are not UTF-8 are taken for Windows-1252 (a superset of
/// Latin-1) where they look like it; otherwise the first bad byte is named. `html` also honours `<meta charset>`.
pub fn decode(bytes: &[u8], html: bool) -> Result<String, Fault> {
    if let Some(fault) = binary(bytes) {
        return Err(fault);
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, encoding_rs::UTF_16LE),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, encoding_rs::UTF_16BE),
        _ => {}
    }
    let bad = match std::str::from_utf8(bytes) {
        Ok(text) => return control(text).map_or_else(|| Ok(text.to_owned()), Err),
        Err(error) => error.valid_up_to(),
    };
    let declared = if html { declared_charset(bytes) } else { None };
    if let Some(encoding) = declared.filter(|encoding| *encoding != encoding_rs::UTF_8) {
        let (text, _, errors) = encoding.decode(bytes);
        if !errors {
            return Ok(text.into_owned());
        }
    }
    if looks_like_windows_1252(bytes) {
        return Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned());
    }
    Err(Fault::NotUtf8 { byte: bad, value: bytes.get(bad).copied().unwrap_or(0) })
}

/// Formats that are not text, by their first bytes.
fn binary(bytes: &[u8]) -> Option<Fault> {
    let kind = match bytes {
        [b'P', b'K', 3, 4, ..] => "a zip archive, such as a Word document,",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "an old Word document",
        [0x1f, 0x8b, ..] => "a gzip archive",
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => "an image",
        _ => return None,
    };
    Some(Fault::Binary { kind })
}

/// A NUL byte says that this is no text, whatever else it is.
fn control(text: &str) -> Option<Fault> {
    text.find('\0').map(|byte| Fault::NotUtf8 { byte, value: 0 })
}

fn utf16(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Result<String, Fault> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(text.into_owned()),
        None => Err(Fault::BadUtf16),
    }
}

/// The charset that the first bytes of an HTML page declare.
fn declared_charset(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|char| char.is_ascii_alphanumeric() || "-_:.".contains(*char))
        .collect();
    encoding_rs::Encoding::for_label(label.as_bytes())
}

/// Whether high bytes stand as accents and quotes stand in Western prose: no control characters, nothing that
/// began as UTF-8, no letters of the upper half among themselves.
fn looks_like_windows_1252(bytes: &[u8]) -> bool {
    let control = |byte: &u8| matches!(byte, 0..=8 | 0xe..=0x1f | 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    if bytes.iter().any(control) || has_utf8_sequence(bytes) {
        return false;
    }
    let high_letter = |byte: u8| byte >= 0xc0 && byte != 0xd7 && byte != 0xf7;
    let mut at = 0;
    while at < bytes.len() {
        if !high_letter(bytes[at]) {
            at += 1;
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !high_letter(*byte)).map_or(bytes.len(), |length| at + length);
        let before = at > 0 && bytes[at - 1].is_ascii_alphabetic();
        let after = bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
        let alone = !before && !after;
        let odd = matches!(bytes[at], 0xd0 | 0xde | 0xf0 | 0xfe | 0xff);
        if alone && (end - at > 1 || odd) {
            return false;
        }
        at = end;
    }
    true
}

/// Whether some bytes are, or begin to be, a character of several bytes.
fn has_utf8_sequence(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| matches!(pair[0], 0xc2..=0xf4) && matches!(pair[1], 0x80..=0xbf))
        || matches!(bytes.last(), Some(0xc2..=0xf4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_kept_with_its_mark() {
        assert_eq!(decode("\u{feff}né".as_bytes(), false).unwrap(), "\u{feff}né");
    }

    #[test]
    fn utf16_and_latin1_are_decoded() {
        assert_eq!(decode(b"\xff\xfeh\0\xe9\0", false).unwrap(), "hé");
        assert_eq!(decode(b"\xfe\xff\0h\0\xe9", false).unwrap(), "hé");
        assert_eq!(decode(b"caf\xe9 \x93au lait\x94", false).unwrap(), "café “au lait”");
        assert_eq!(decode(b"Il va \xe0 Paris", false).unwrap(), "Il va à Paris");
    }

    #[test]
    fn a_declared_charset_is_honoured() {
        let page = b"<meta charset=\"windows-1251\"><p>\xcf\xf3\xf2\xe8\xed</p>";
        assert!(decode(page, true).unwrap().contains("Путин"));
    }

    #[test]
    fn the_first_bad_byte_is_named() {
        assert_eq!(decode(b"two hours.\xff", false), Err(Fault::NotUtf8 { byte: 10, value: 0xff }));
        assert_eq!(decode(b"caf\xc3\xa9 \xe9t\xe9", false), Err(Fault::NotUtf8 { byte: 6, value: 0xe9 }));
        assert_eq!(decode(b"a\0b", false), Err(Fault::NotUtf8 { byte: 1, value: 0 }));
        assert!(matches!(decode(b"PK\x03\x04", false), Err(Fault::Binary { .. })));
    }
}
