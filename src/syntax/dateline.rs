//! "WASHINGTON (AP) —": the dateline of a report, which is no part of its first sentence.

use crate::article::token::Token;

/// How many tokens belong to the dateline that begins the sentence, its dash included.
pub fn length(text: &str, tokens: &[Token]) -> usize {
    const LONGEST: usize = 12;
    let form = |at: usize| tokens[at].span.of(text);
    let limit = tokens.len().min(LONGEST);
    let Some(dash) =
        (1..limit).find(|&at| matches!(form(at), "—" | "–" | "--" | "-" | "―") && stands_alone(tokens, at))
    else {
        return 0;
    };
    let capitals = |word: &str| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() > 2 && !word.chars().any(char::is_lowercase)
    };
    let proper = |word: &str| !word.starts_with(char::is_lowercase);
    let agency = (1..dash).any(|at| form(at) == "(");
    let place = capitals(form(0)) || (agency && proper(form(0)));
    if place && (0..dash).all(|at| proper(form(at))) && tokens.len() > dash + 3 { dash + 1 } else { 0 }
}

/// Spaces around it, or at least behind a closing bracket: not the hyphen of a word.
fn stands_alone(tokens: &[Token], at: usize) -> bool {
    let before = tokens[at - 1].span.end < tokens[at].span.start;
    let after = tokens.get(at + 1).is_some_and(|next| tokens[at].span.end < next.span.start);
    before || after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::token::tokens;
    use crate::span::Span;

    #[test]
    fn datelines() {
        let dateline = |text: &str| {
            let tokens = tokens(text, Span::new(0, text.len()), &[]);
            tokens[..length(text, &tokens)].last().map_or("", |last| &text[..last.span.end]).to_owned()
        };
        assert_eq!(dateline("WASHINGTON (AP) — The president left the city."), "WASHINGTON (AP) —");
        assert_eq!(
            dateline("ANCHORAGE, Alaska, Aug. 15 (Reuters) - Two leaders met on Friday."),
            "ANCHORAGE, Alaska, Aug. 15 (Reuters) -"
        );
        assert_eq!(dateline("Moscow – and only Moscow – was named that day."), "");
        assert_eq!(dateline("He left — at last."), "");
    }
}
