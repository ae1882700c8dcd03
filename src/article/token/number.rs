//! Numbers: "1,200.50", "11:26", "20th", "1970s", "9/11"; and units written close: "5|pm", "1.4|bn".

/// The length of the number that starts here, its unit not counted.
pub fn length(rest: &str) -> Option<usize> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    if !rest.strip_prefix('.').unwrap_or(rest).starts_with(is_digit) {
        return None;
    }
    let digits = digits(rest);
    let after = &rest[digits..];
    let letters = after.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len());
    let tail = &after[..letters];
    if letters == 0 || is_unit(tail) || (tail.starts_with(['a', 'p']) && after[1..].starts_with(".m")) {
        return Some(digits + grouped(&rest[digits..], &rest[..digits]));
    }
    Some(digits + letters)
}

/// Digits with single marks between them.
fn digits(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',' | b':' | b'/')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// The length of further groups, where the whole is a telephone number or a date of digits.
fn grouped(after: &str, first: &str) -> usize {
    let end = after.find(|letter: char| !letter.is_ascii_digit() && letter != '-').unwrap_or(after.len());
    let groups: Vec<usize> = std::iter::once(first).chain(after[..end].split('-').skip(1)).map(str::len).collect();
    let whole = matches!(groups[..], [3, 4] | [3, 3, 4] | [1, 3, 3, 4] | [4, 2, 2] | [2 | 1, 2 | 1, 4 | 2]);
    if whole && first.bytes().all(|byte| byte.is_ascii_digit()) { end } else { 0 }
}

fn is_unit(tail: &str) -> bool {
    #[rustfmt::skip]
    const UNITS: [&str; 44] = [
        "am", "pm", "AM", "PM", "k", "K", "m", "M", "mm", "cm", "km", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "in", "mi", "mph", "kph",
        "b", "B", "bn", "Bn", "tn", "trn", "mn", "MW", "GW", "kW", "kWh", "MHz", "GHz", "Hz", "GB", "MB", "TB", "hrs", "hr", "mins", "min", "sec",
    ];
    UNITS.contains(&tail)
}
