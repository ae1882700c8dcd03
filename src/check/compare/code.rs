//! Codes and numbers that name a thing ("the ISBN", "the ICAO code"): compared by their letters and digits, never as amounts.

use crate::check::Verdict;
use crate::check::frame::{Expected, Frame};
use crate::check::reason::{Reason, silence};
use crate::check::scene::{Scene, Sentence};
use crate::check::site::{Site, SiteForm, sites};
use crate::check::unify::{Fit, is_other, owner_fit};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::lexicon;
use crate::rulebook::claim::ast::Claim;
use crate::span::Span;

/// Whether the frame asks for a code: its attribute takes text or numbers alike, or is called one.
pub fn is_code(frame: &Frame, scene: &Scene) -> bool {
    let called = matches!(frame.head.concept.text.as_str(), "code" | "identifier" | "isbn" | "issn");
    // A bare "number" among the wordings would make every count a code.
    let relations = &frame.head.relations;
    let all_name = relations.iter().all(|(id, _)| {
        let value = &lexicon().relation(*id).value;
        value.iter().any(|kind| kind == "text") && value.iter().any(|kind| kind == "number") && value.len() == 2
    });
    (called || all_name && !relations.is_empty()) && !expected(frame, scene).is_empty()
}

/// Judges the code next to each occurrence of the frame's words.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let expected = expected(frame, sentence.scene);
    let mut seen: Vec<Span> = Vec::new();
    for site in sites(frame, sentence) {
        // A bare "number" is any code's.
        if let [word] = site.words[..]
            && matches!(sentence.lemma(word), "number" | "code" | "identifier")
        {
            continue;
        }
        let Some(span) = code_beside(sentence, &site).filter(|span| !seen.contains(span)) else {
            sentence.stop(frame, site.head, || silence(frame, sentence, &site));
            continue;
        };
        let owner = owner_fit(frame, sentence, &site);
        // "ISBN 0-…": what governs a bare label in brackets is no owner of its own.
        let named = frame.owner.is_some_and(|owner| sentence.mentions_of(owner).next().is_some());
        if !named && (owner.fit < Fit::Topic || site.form == SiteForm::Verb) || is_other(sentence, site.head) {
            sentence.stop(frame, site.head, || Reason::AnotherThing(owner.reason.clone()));
            continue;
        }
        if !matches!(voice_of(sentence, site.head), Ok((_, false))) {
            continue;
        }
        seen.push(span);
        let stated = span.of(sentence.text());
        let right = expected.iter().any(|code| bare(code) == bare(stated));
        let alike = expected.iter().any(|code| has_digit(code) == has_digit(stated));
        let verdict = match right {
            true => Verdict::Supported,
            false if alike && !frame.includes => Verdict::Conflict,
            false => continue,
        };
        let words = sentence.span_of(site.words.iter().copied());
        let right_code = expected.join(" or ");
        out.push(Judged {
            verdict,
            code: if right { "agrees" } else { "wrong-code" },
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span: words.to(span),
            focus: span,
            says: stated.to_owned(),
            expected: right_code.clone(),
            because: [owner.reason, format!("“{stated}” is {}{right_code}", if right { "" } else { "not " })]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect(),
            confidence: 0.9,
            suggestion: None,
        });
    }
}

/// The codes of the claim as it writes them.
fn expected(frame: &Frame, scene: &Scene) -> Vec<String> {
    let fact = scene.fact(frame);
    let Claim::Comparison(comparison) = &fact.claim else { return Vec::new() };
    let written =
        comparison.values.iter().flatten().map(|value| value.span.of(&fact.text).trim_matches('"').to_owned());
    let words: Vec<String> = frame
        .answers
        .iter()
        .flat_map(|answer| &answer.accepted)
        .filter_map(|expected| match expected {
            Expected::Name(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    written.chain(words).filter(|code| looks_like_code(code)).collect()
}

/// The code right after the site's words, else right before them.
fn code_beside(sentence: &Sentence, site: &Site) -> Option<Span> {
    let words = sentence.span_of(site.words.iter().copied());
    let chunks = chunks(sentence);
    let after = chunks
        .iter()
        .filter(|chunk| chunk.start >= words.end)
        .take(9)
        .find(|chunk| looks_like_code(chunk.of(sentence.text())));
    let before = chunks
        .iter()
        .rev()
        .filter(|chunk| chunk.end <= words.start)
        .take(4)
        .find(|chunk| looks_like_code(chunk.of(sentence.text())));
    let distance = |span: &&Span| if span.start >= words.end { span.start - words.end } else { words.start - span.end };
    after.into_iter().chain(before).min_by_key(distance).copied()
}

/// What stands between blanks, without the marks around it, outside the names of known things.
fn chunks(sentence: &Sentence) -> Vec<Span> {
    let text = sentence.text();
    let mut found = Vec::new();
    let mut start = sentence.span.start;
    for piece in sentence.span.of(text).split(char::is_whitespace) {
        let lead = piece.len() - piece.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let core = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let span = Span::new(start + lead, start + lead + core.len());
        start += piece.len() + text[start + piece.len()..].chars().next().map_or(1, char::len_utf8);
        let named = sentence.mentions.iter().any(|mention| mention.entity.is_some() && mention.span.overlaps(span));
        if !core.is_empty() && !named {
            found.push(span);
        }
    }
    found
}

/// At least three characters, digits and marks, or capitals and digits, and no common abbreviation of a code's name.
fn looks_like_code(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().all(char::is_uppercase);
    let length = text.chars().filter(|c| c.is_alphanumeric()).count();
    let label = matches!(text, "ISBN" | "ISSN" | "OCLC" | "LCCN" | "CODEN" | "ICAO" | "IATA" | "DOI" | "USA" | "ISIN");
    length >= 3
        && capitals
        && !label
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '–'))
        && (has_digit(text) || letters.count() >= 3)
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

fn bare(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_digits_or_capitals() {
        assert!(["0-14-329310-5", "KXLF", "57392246", "PS3523.E55"].into_iter().all(looks_like_code));
        assert!(["ISBN", "the", "Orla", "12"].into_iter().all(|text| !looks_like_code(text)));
        assert_eq!(bare("978-0-14"), bare("978 0 14"));
    }
}
