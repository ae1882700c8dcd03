//! Ordinals as counts: who wins her fourth title has won four.

use crate::article::reading::ValueAt;
use crate::check::compare::amount::counted_noun;
use crate::check::compare::count::count_value;
use crate::check::compare::name::is_superlative;
use crate::check::frame::Answer;
use crate::check::scene::Sentence;
use crate::syntax::Deprel;
use crate::value::{Kind, Value};

/// "Her fourth title" as a count of titles, for a claim that counts them.
pub fn count_of(sentence: &Sentence, value: &ValueAt, answer: &Answer) -> Option<Value> {
    let Some(Value::Ordinal(nth)) = value.mention.readings.first() else { return None };
    // "The third sells tickets" is one of them.
    counted_noun(sentence, value.head)?;
    // "The second-longest" counts nothing.
    if sentence.forms.get(value.words.end).is_some_and(|next| next.starts_with('-') || is_superlative(next)) {
        return None;
    }
    let counts = *nth > 1 && answer.values().any(|value| value.kind() == Kind::Count);
    counts.then(|| count_value(*nth))
}

/// What tells whether the nth is the last of them so far, or one among others.
pub fn signs(sentence: &Sentence, at: usize, stated: &Value, expected: &Value) -> Vec<String> {
    let side = match (stated, expected) {
        (Value::Amount(stated), Value::Amount(expected)) => match stated.nominal.cmp(&expected.nominal) {
            std::cmp::Ordering::Less => "below",
            std::cmp::Ordering::Equal => "same",
            std::cmp::Ordering::Greater => "above",
        },
        _ => "other",
    };
    let noun = counted_noun(sentence, at).unwrap_or(at);
    let has = |deprel: Deprel| sentence.tree.children(noun).any(|child| sentence.is(child, deprel));
    let clause = sentence.clause(noun);
    let place = match () {
        () if has(Deprel::Cop) => "is",
        () if has(Deprel::NmodPoss) => "whose",
        () if sentence.lemma(clause) == "become" => "becomes",
        () => "other",
    };
    let deed = sentence.tree.children(noun).any(|child| {
        matches!(sentence.tree.words[child].deprel, Deprel::Acl | Deprel::AclRelcl)
            || sentence.has_case(child, &["since"])
    });
    vec![
        "nth".to_owned(),
        format!("nth:{side}"),
        format!("nth:{side}:{place}"),
        format!("nth-of-deed:{deed}"),
        format!("nth-time:{}", matches!(sentence.lemma(noun), "time" | "occasion")),
    ]
}
