//! Which words: a quotation against what somebody is known to have said.
//!
//! Aligned by words, after RULE-LANGUAGE section 4: the same words are support, looser wording is imprecise, a differing
//! number, name or negation or another speaker is a conflict.

mod speaker;

use crate::article::clause::is_negation;
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::verdict::Judged;
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::span::Span;
use crate::syntax::Deprel;
use crate::value::{Hedge, Unit, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use speaker::Speaker;

/// How a quotation's words stand to the claim's.
#[derive(Clone, Debug, PartialEq)]
pub enum Wording {
    /// The same words, possibly a part of them.
    Same,
    /// The same utterance in other words: what differs.
    Loose(String),
    /// A number, name or negation differs.
    Wrong(String),
    /// Another utterance.
    Other,
}

/// Judges the quotations that begin in the sentence.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Quotation { words: claimed, addressee } = &frame.shape else { return };
    let text = sentence.text();
    let here: Vec<Span> = sentence
        .quotes
        .iter()
        .copied()
        .filter(|quote| quote.start >= sentence.span.start && quote.start < sentence.span.end)
        .collect();
    if here.is_empty() {
        return;
    }
    // Each quotation for itself first; pieces that only together make the utterance are then judged together.
    let joined = here.iter().map(|quote| quote.of(text)).collect::<Vec<_>>().join(" … ");
    let whole = here[0].to(here[here.len() - 1]);
    let mut candidates: Vec<(String, Span)> = here.iter().map(|quote| (quote.of(text).to_owned(), *quote)).collect();
    if here.len() > 1 && sentence.span.len() < 600 {
        candidates.push((joined, whole));
    }
    let translated = sentence.scene.fact(frame).translated;
    for (quote, span) in candidates {
        let wording = compare(&quote, claimed);
        if wording == Wording::Other
            || out.iter().any(|known| known.fact == Some(frame.fact) && known.span.overlaps(span))
        {
            continue;
        }
        let content = content(&normal(&quote)).len();
        let speaker = speaker::of(frame, sentence, span);
        sentence.note(frame, 0, || format!("the words: {wording:?}; the speaker: {speaker:?}"));
        let length = normal(&quote).len();
        let verbatim =
            wording == Wording::Same && content >= 2 && length >= 3 && !matches!(speaker, Speaker::Wrong(..));
        if content < 3 && speaker != Speaker::Right && length < 4 && !verbatim {
            continue;
        }
        // Few shared words are no utterance that somebody else could have stolen.
        if matches!(speaker, Speaker::Wrong(..))
            && (content < 2
                || length < 4
                || matches!(wording, Wording::Loose(_)) && longest_row(&normal(&quote), &normal(claimed)) < 5)
        {
            continue;
        }
        let other_addressee = addressee.and_then(|expected| wrong_addressee(sentence, span, expected));
        let name = frame.owner.map(|owner| sentence.base().entities.name_of(owner).to_owned()).unwrap_or_default();
        let (verdict, code, reason) = match (&wording, &speaker) {
            (_, Speaker::Wrong(who, _)) => {
                (Verdict::Conflict, "wrong-speaker", format!("the text has {who} say it; the rule has {name}"))
            }
            (Wording::Wrong(what), _) if !translated => {
                (Verdict::Conflict, "misquotation", format!("the words differ: {what}"))
            }
            (Wording::Loose(what), _) if !translated => {
                (Verdict::Imprecise, "misquotation", format!("the words differ: {what}"))
            }
            _ => match other_addressee {
                Some(who) => (Verdict::Conflict, "wrong-addressee", format!("the text has it said to {who}")),
                None => (Verdict::Supported, "agrees", "the words are the same".to_owned()),
            },
        };
        let mut because = vec![format!("“{quote}” is the utterance that the rule quotes")];
        if speaker == Speaker::Right {
            because.push(format!("{name} says it"));
        }
        because.push(reason);
        let word =
            (0..sentence.tree.words.len()).find(|&word| span.contains(sentence.tree.words[word].span)).unwrap_or(0);
        let (says, expected) = (format!("“{quote}”"), format!("“{claimed}”"));
        // Who says it is as much of the statement as the words.
        let (whole, says, expected) = match &speaker {
            Speaker::Wrong(who, at) => (span.to(*at), format!("{who}: {says}"), format!("{name}: {expected}")),
            _ => (span, says, expected),
        };
        out.push(Judged {
            verdict,
            code,
            fact: Some(frame.fact),
            sentence: sentence.index,
            word,
            span: whole,
            focus: span,
            says,
            expected,
            because,
            confidence: 0.9,
            suggestion: None,
        });
    }
}

/// Compares the words of a quotation with those of a claim.
pub fn compare(quote: &str, claimed: &str) -> Wording {
    let said = normal(claimed);
    let pieces: Vec<Vec<String>> =
        split_ellipsis(quote).iter().map(|piece| normal(piece)).filter(|piece| !piece.is_empty()).collect();
    let quoted: Vec<String> = pieces.concat();
    if quoted.is_empty() || said.is_empty() {
        return Wording::Other;
    }
    if in_order(&pieces, &said) || contains(&quoted, &said) {
        return if content(&quoted).is_empty() && quoted.len() < 5 { Wording::Other } else { Wording::Same };
    }
    let said_content = content(&said);
    let quoted_content = content(&quoted);
    let shared =
        quoted_content.iter().filter(|word| said_content.iter().any(|other| stem(other) == stem(word))).count();
    let row = longest_row(&quoted, &said);
    // Half of the smaller of the two: a quotation may go on where the claim's stops.
    let least = quoted_content.len().min(said_content.len()).max(1);
    let same = row >= 5 || (shared >= 2 && shared * 2 >= least && (shared >= 3 || shared * 3 >= least * 2));
    if !same {
        return Wording::Other;
    }
    match differences(&quoted, &said, (&proper(claimed), &proper(quote))) {
        Wording::Loose(told) => turned_round(&quoted, &said).map_or(Wording::Loose(told), Wording::Wrong),
        other => other,
    }
}

/// What denies in one and not in the other, where the quotation is laid against the stretch of the claim that it repeats.
fn turned_round(quoted: &[String], said: &[String]) -> Option<String> {
    let stretch = repeated(quoted, said)?;
    let at_end = stretch.end == said.len();
    let said = &said[stretch];
    // As many denials in another order say the same.
    if denials(said) == denials(quoted) {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, said, quoted);
    ops.iter().enumerate().find_map(|(at, op)| {
        let (old, new) = (&said[op.old_range()], &quoted[op.new_range()]);
        let inner = at > 0 && (at + 1 < ops.len() || at_end);
        // A clause left out or put in takes its own words along.
        let short = old.len().abs_diff(new.len()) <= 2;
        let differs = !matches!(op, DiffOp::Equal { .. }) && denials(old) != denials(new);
        (inner && short && differs).then(|| format!("“{}” for “{}”", new.join(" "), old.join(" ")))
    })
}

fn denials(words: &[String]) -> usize {
    words.iter().filter(|word| is_negation(word) || word.as_str() == "nobody" || word.ends_with("n't")).count()
}

/// The stretch of `said` that `quoted` repeats with the fewest changes, if it repeats most of it.
fn repeated(quoted: &[String], said: &[String]) -> Option<std::ops::Range<usize>> {
    // For each end in `said`: the changes needed, and where the stretch begins.
    let mut row: Vec<(usize, usize)> = (0..=said.len()).map(|at| (0, at)).collect();
    for (i, word) in quoted.iter().enumerate() {
        let mut next = vec![(i + 1, 0)];
        for (j, other) in said.iter().enumerate() {
            let (same, begin) = row[j];
            let changed = (same + usize::from(word != other), begin);
            let added = (row[j + 1].0 + 1, row[j + 1].1);
            let left_out = (next[j].0 + 1, next[j].1);
            next.push([changed, added, left_out].into_iter().min_by_key(|(cost, _)| *cost).unwrap_or(changed));
        }
        row = next;
    }
    let (end, (cost, begin)) = row.into_iter().enumerate().min_by_key(|(_, (cost, _))| *cost)?;
    (cost * 3 <= quoted.len()).then_some(begin..end)
}

/// What differs inside the stretch where the two run together.
fn differences(quoted: &[String], said: &[String], names: (&[String], &[String])) -> Wording {
    let ops = capture_diff_slices(Algorithm::Myers, said, quoted);
    let first = ops.iter().position(|op| matches!(op, DiffOp::Equal { .. }));
    let last = ops.iter().rposition(|op| matches!(op, DiffOp::Equal { .. }));
    let (Some(first), Some(last)) = (first, last) else { return Wording::Loose("other words".into()) };
    // At the ends only what both sides have counts: either may be longer.
    let from = if first > 0 && matches!(ops[first - 1], DiffOp::Replace { .. }) { first - 1 } else { first };
    let to = if last + 1 < ops.len() && matches!(ops[last + 1], DiffOp::Replace { .. }) { last + 1 } else { last };
    let mut loose: Vec<String> = Vec::new();
    // As many denials in other places say the same.
    let turned = denials(said) != denials(quoted);
    for (at, op) in ops.iter().enumerate().take(to + 1).skip(from) {
        let (old, new) = match op {
            DiffOp::Equal { .. } => continue,
            DiffOp::Delete { old_index, old_len, .. } => (&said[*old_index..old_index + old_len], &quoted[..0]),
            DiffOp::Insert { new_index, new_len, .. } => (&said[..0], &quoted[*new_index..new_index + new_len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let (mut old, mut new) =
                    (&said[*old_index..old_index + old_len], &quoted[*new_index..new_index + new_len]);
                if at < first {
                    let keep = old.len().min(new.len());
                    (old, new) = (&old[old.len() - keep..], &new[new.len() - keep..]);
                } else if at > last {
                    let keep = old.len().min(new.len());
                    (old, new) = (&old[..keep], &new[..keep]);
                }
                (old, new)
            }
        };
        let told = if new.is_empty() {
            format!("“{}” is left out", old.join(" "))
        } else if old.is_empty() {
            format!("“{}” is added", new.join(" "))
        } else {
            format!("“{}” for “{}”", new.join(" "), old.join(" "))
        };
        let inner = at >= first && at <= last;
        let numbers = |words: &[String], others: &[String]| -> Vec<String> {
            let counts = |word: &String| {
                is_number(word)
                    && (!matches!(word.as_str(), "one" | "a" | "an") || others.iter().any(|other| is_number(other)))
            };
            words.iter().filter(|word| counts(word)).cloned().collect()
        };
        // A whole clause left out takes its words along; the rest may still stand.
        let omission = new.is_empty() && old.len() >= 3;
        let differ = numbers(old, new) != numbers(new, old);
        let renamed = old.len() == new.len()
            && old.iter().zip(new).any(|(old, new)| old != new && names.0.contains(old) && names.1.contains(new));
        // Both stop, or begin, with the name that differs.
        let at_edge = match op {
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                old_index + old_len == said.len() && new_index + new_len == quoted.len()
                    || *old_index == 0 && *new_index == 0
            }
            _ => false,
        };
        if inner && !omission && (turned && denials(old) != denials(new) || differ || renamed)
            || !inner && at_edge && renamed
            || !inner
                && !old.is_empty()
                && !new.is_empty()
                && numbers(old, new).len() == numbers(new, old).len()
                && differ
        {
            return Wording::Wrong(told);
        }
        loose.push(told);
    }
    if loose.is_empty() { Wording::Same } else { Wording::Loose(loose.join("; ")) }
}

/// Words with a capital where no sentence begins, in lower case.
fn proper(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut begins = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !begins
            && bare.starts_with(char::is_uppercase)
            && bare.len() > 1
            && !bare.starts_with("I'")
            && !bare.starts_with("I’")
        {
            found.push(bare.to_lowercase());
        }
        begins = word.ends_with(['.', '!', '?', '…']);
    }
    found
}

fn is_number(word: &str) -> bool {
    matches!(word, "half" | "twice" | "double" | "dozen")
        || word.chars().any(|c| c.is_ascii_digit())
        || matches!(crate::value::parse(word), Some(Value::Amount(amount)) if amount.hedge == Hedge::Exact)
}

/// Lower-case words; marks, brackets and what they hold left out.
fn normal(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = (depth - 1).max(0),
            _ if depth > 0 => {}
            '’' | '‘' | 'ʼ' => plain.push('\''),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    plain
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .flat_map(written_out)
        .collect()
}

/// "can't" and "cannot" are "can not": how a paper spells what was said is no other wording.
fn written_out(word: &str) -> Vec<String> {
    let both = |first: &str, second: &str| vec![first.to_owned(), second.to_owned()];
    match word {
        "can't" | "cannot" => both("can", "not"),
        "won't" => both("will", "not"),
        "shan't" => both("shall", "not"),
        "gonna" => vec!["going".to_owned(), "to".to_owned()],
        _ => {
            let ends = [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")];
            let found = ends.iter().find_map(|(end, word_)| Some((word.strip_suffix(end)?, *word_)));
            match found {
                Some((stem, second)) if !stem.is_empty() => both(stem, second),
                _ => vec![in_figures(word).unwrap_or_else(|| word.to_owned())],
            }
        }
    }
}

/// "Twelfth" is "12th", "forty" is "40".
fn in_figures(word: &str) -> Option<String> {
    match crate::value::parse(word)? {
        Value::Ordinal(place) if place > 2 => Some(format!("{place}th")),
        Value::Amount(amount) if amount.unit == Unit::Count && amount.nominal >= 10.into() => {
            (amount.hedge == Hedge::Exact).then(|| amount.nominal.normalize().to_string())
        }
        _ => None,
    }
}

fn split_ellipsis(text: &str) -> Vec<String> {
    text.replace("...", "…").replace(". . .", "…").replace("[…]", "…").split('…').map(str::to_owned).collect()
}

fn content(words_of: &[String]) -> Vec<String> {
    words_of.iter().filter(|word| !is_function(word)).cloned().collect()
}

fn is_function(word: &str) -> bool {
    words().is_light(word)
        || word.len() < 3
        || matches!(
            word,
            "i'll"
                | "we'll"
                | "it's"
                | "that's"
                | "there's"
                | "i'm"
                | "we're"
                | "they"
                | "them"
                | "but"
                | "not"
                | "will"
                | "would"
                | "could"
                | "can"
                | "there"
                | "he's"
                | "she's"
                | "don't"
        )
}

fn stem(word: &str) -> &str {
    let cut = word.trim_end_matches("'s");
    for ending in ["ing", "ed", "es", "s"] {
        if cut.len() > ending.len() + 3
            && let Some(stem) = cut.strip_suffix(ending)
        {
            return stem;
        }
    }
    cut
}

/// Whether the pieces stand in `said`, each whole, one after the other.
fn in_order(pieces: &[Vec<String>], said: &[String]) -> bool {
    let mut from = 0;
    pieces.iter().all(|piece| {
        let found = said[from..].windows(piece.len().max(1)).position(|window| window == piece.as_slice());
        match found {
            Some(at) => {
                from += at + piece.len();
                true
            }
            None => false,
        }
    })
}

fn contains(long: &[String], short: &[String]) -> bool {
    short.len() <= long.len() && long.windows(short.len()).any(|window| window == short)
}

fn longest_row(a: &[String], b: &[String]) -> usize {
    let mut best = 0;
    let mut row = vec![0usize; b.len() + 1];
    for word in a {
        let mut previous = 0;
        for (at, other) in b.iter().enumerate() {
            let kept = row[at + 1];
            row[at + 1] = if word == other { previous + 1 } else { 0 };
            best = best.max(row[at + 1]);
            previous = kept;
        }
    }
    best
}

fn wrong_addressee(sentence: &Sentence, quote: Span, expected: EntityId) -> Option<String> {
    let lists = &words().modality;
    for mention in &sentence.mentions {
        let word = mention.head;
        if quote.overlaps(sentence.tree.words[word].span) {
            continue;
        }
        let Some(entity) = mention.entity.map(EntityId) else { continue };
        let governor = sentence.tree.words[word].head?;
        let told = matches!(sentence.tree.words[word].deprel, Deprel::Obj | Deprel::Iobj)
            && matches!(sentence.lemma(governor), "tell" | "ask" | "remind" | "inform")
            || sentence.has_case(word, &["to"]) && lists.attribution.contains(sentence.lemma(governor));
        let entities = &sentence.base().entities;
        if told
            && mention.how <= How::Carried
            && entity != expected
            && entities.kind_of(entity) == entities.kind_of(expected)
        {
            return Some(entities.name_of(entity).to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "I'll get a little heat on that one, but I could see it possibly happening";

    #[test]
    fn the_same_words_or_a_part_of_them_are_the_same() {
        assert_eq!(compare("I’ll get a little heat on that one", SAID), Wording::Same);
        assert_eq!(compare("a little heat … I could see it possibly happening", SAID), Wording::Same);
        assert_eq!(compare("Well, next time in Moscow, sir.", "Next time in Moscow"), Wording::Same);
    }

    #[test]
    fn other_function_words_are_loose() {
        assert!(matches!(compare("get a little heat for that one", SAID), Wording::Loose(_)));
        assert!(matches!(
            compare(
                "We’ll probably meet again soon",
                "We'll speak to you very soon and probably see you again very soon"
            ),
            Wording::Loose(_)
        ));
    }

    #[test]
    fn a_negation_makes_it_wrong() {
        assert!(matches!(
            compare("we were not ready for a long winter", "We were ready for a long winter"),
            Wording::Wrong(_)
        ));
    }

    #[test]
    fn other_words_are_another_utterance() {
        assert_eq!(compare("There’s no deal until there’s a deal", SAID), Wording::Other);
        assert_eq!(compare("productive", SAID), Wording::Other);
    }
}
