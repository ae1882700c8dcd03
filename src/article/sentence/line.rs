//! Line ends that close a sentence.

/// Offsets at which a sentence ends because its line does.
///
/// An author's line end closes a sentence; one that an editor made to fill a column does not.
/// The editor's is told by its line: the next word would not have fitted in the column.
pub fn ends(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.split('\n').collect();
    let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0);
    let in_columns = (60..=100).contains(&width);
    let mut ends = Vec::new();
    let mut at = 0;
    for pair in lines.windows(2) {
        at += pair[0].len() + 1;
        let first_word = pair[1].split_whitespace().next().unwrap_or("");
        let filled = in_columns && columns(pair[0]) + 1 + first_word.chars().count() > width;
        let goes_on = first_word.starts_with(char::is_lowercase) && !pair[0].trim().is_empty();
        if first_word.is_empty() || starts_item(pair[1]) || !(filled || goes_on) {
            ends.push(at);
        }
    }
    ends
}

fn columns(line: &str) -> usize {
    line.trim_end().chars().count()
}

/// "- thing", "• thing", "3) thing".
fn starts_item(line: &str) -> bool {
    let Some((mark, _)) = line.trim_start().split_once(' ') else { return false };
    let number = mark.trim_end_matches(['.', ')']);
    matches!(mark, "-" | "*" | "•" | "·" | "–")
        || (number.len() < mark.len() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()))
}
