//! The same figure, or its slip of the pen, in a sentence that speaks of the claim's things.
//!
//! Nobody writes 53,100 acres by chance: a figure that equals a claim's to the last digit is that figure, and one whose
//! digits are the claim's with two of them exchanged, or with a nought too many, is that figure mistyped. Such a value needs
//! less grammar around it than any other.

use super::amount::{comparable, counted_noun, is_rare, is_subset, own_noun};
use super::expectation;
use super::figure::{self, digits};
use crate::check::Verdict;
use crate::check::frame::Frame;
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::unify::{excluded_by, wrong_period};
use crate::check::verdict::{Judged, voice_of};
use crate::check::{Suggestion, site::sites};
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::syntax::Upos;
use crate::value::{self, Agreement, Amount, Dimension, Hedge, Kind, Unit, Value};

/// Judges values that are the claim's own, or a slip of it.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for answer in &frame.answers {
        for expected in answer.values() {
            let Value::Amount(claimed) = expected else { continue };
            if digits(claimed).len() < 2
                || matches!(claimed.unit, Unit::Times | Unit::Age | Unit::Measure { dimension: Dimension::Time, .. })
            {
                continue;
            }
            for value in &sentence.values {
                let Some(reading) = value.mention.readings.iter().find(|reading| comparable(reading, expected)) else {
                    continue;
                };
                let Value::Amount(stated) = reading else { continue };
                let slip = is_slip(stated, claimed);
                let same = !slip
                    && is_rare(expected)
                    && value::compare(reading, frame.op, expected).agreement == Agreement::Supported
                    && stated.hedge == Hedge::Exact;
                if !slip && !same {
                    continue;
                }
                let Some(context) = context(frame, sentence, value.head, same) else { continue };
                if voice_of(sentence, value.head).is_err() || wrong_period(frame, sentence, value.head, None).is_some()
                {
                    continue;
                }
                if slip
                    && (is_subset(sentence, value.head)
                        || excluded_by(frame, sentence, &sentence.subtree(value.head)).is_some()
                        || compared(sentence, value.head))
                {
                    sentence
                        .stop(frame, value.head, || Reason::Doubt("it is of a part, or of something set against it"));
                    continue;
                }
                let written = value.mention.span.of(sentence.text()).to_owned();
                let reason = if slip {
                    format!("“{written}” has the digits of {} in another order or place", expected.describe())
                } else {
                    format!("“{written}” is the claim's figure to the last digit")
                };
                out.push(Judged {
                    verdict: if slip { Verdict::Conflict } else { Verdict::Supported },
                    code: if slip { "slip-of-digits" } else { "agrees" },
                    fact: Some(frame.fact),
                    sentence: sentence.index,
                    word: value.head,
                    span: value.mention.span,
                    focus: value.mention.core,
                    says: written,
                    expected: expectation(frame, sentence, &answer.accepted),
                    because: vec![context, reason],
                    confidence: if slip { 0.72 } else { 0.6 },
                    suggestion: slip.then(|| Suggestion { span: value.mention.span, text: expected.print() }),
                });
            }
        }
    }
}

/// What in the sentence is the claim's: its counted noun beside the figure, or its head or modifiers around it.
fn context(frame: &Frame, sentence: &Sentence, value: usize, same: bool) -> Option<String> {
    let entities = &sentence.base().entities;
    if let Some(owner) = frame.owner {
        let stranger = sentence.mentions.iter().filter_map(|mention| mention.entity.map(EntityId)).any(|entity| {
            entity != owner
                && entities.kind_of(entity) == entities.kind_of(owner)
                && !entities.within(owner, entity)
                && !frame.others.contains(&entity)
        });
        let named = sentence.mentions_of(owner).next().is_some();
        if !named && (stranger || !sentence.scene.is_named(owner)) {
            return None;
        }
    }
    let noun = counted_noun(sentence, value).filter(|&noun| {
        !matches!(
            sentence.value_at(value).map(|v| v.mention.readings[0].kind()),
            Some(Kind::Money | Kind::Percent | Kind::Measure(_))
        ) || noun != value
    });
    if let Some(noun) = noun
        && sentence.value_at(noun).is_none()
    {
        if own_noun(frame, sentence, noun) {
            return Some(format!("“{}” is what the claim is about", sentence.span_of([noun]).of(sentence.text())));
        }
        if matches!(sentence.value_at(value).map(|v| v.mention.readings[0].kind()), Some(Kind::Count)) {
            return None;
        }
    }
    let site =
        sites(frame, sentence).into_iter().find(|site| sentence.clause(site.head) == sentence.clause(value) || same);
    if let Some(site) = site {
        return Some(format!(
            "“{}” words the claim's “{}”",
            sentence.span_of(site.words.iter().copied()).of(sentence.text()),
            frame.head.concept.text
        ));
    }
    let modifier =
        frame.modifiers.iter().find_map(|concept| concept.find(&sentence.tree, &sentence.forms).into_iter().next());
    if let Some(found) = modifier {
        return Some(format!("“{}” belongs to the claim", sentence.span_of(found.words).of(sentence.text())));
    }
    let owner_here = frame.owner.is_some_and(|owner| sentence.mentions_of(owner).next().is_some());
    (same && owner_here
        || owner_here && !matches!(sentence.value_at(value).map(|v| v.mention.readings[0].kind()), Some(Kind::Count)))
    .then(|| "the sentence is about the claim's owner".to_owned())
}

/// Whether the value is set against another ("up from 62,000", "against 26 %").
pub fn compared(sentence: &Sentence, value: usize) -> bool {
    // The "than" of "more than €400 million" is the value's own.
    let own = sentence
        .value_at(value)
        .is_some_and(|stated| value > 0 && stated.mention.span.contains(sentence.tree.words[value - 1].span));
    !own && is_compared(sentence, value)
}

fn is_compared(sentence: &Sentence, value: usize) -> bool {
    sentence.has_case(value, &["from", "than", "against", "versus"])
        || value > 0 && matches!(sentence.forms[value - 1].as_str(), "from" | "than" | "against" | "versus")
        || words().identity.comparison.matches(&sentence.tree, &sentence.forms, value.saturating_sub(1))
            && sentence.upos(value.saturating_sub(1)) == Upos::Sconj
}

/// A slip of the pen: two digits side by side exchanged, or a nought too many or too few.
fn is_slip(stated: &Amount, claimed: &Amount) -> bool {
    let (a, b) = (digits(stated), digits(claimed));
    let differing: Vec<usize> = (0..a.len().min(b.len())).filter(|&at| a[at] != b[at]).collect();
    let exchanged = figure::is_amount_slip(stated, claimed) && !matches!(differing.as_slice(), [i, j] if j - i != 1);
    exchanged || stated.unit == claimed.unit && figure::is_tenfold(stated, claimed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        match value::parse(text) {
            Some(Value::Amount(amount)) => amount,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn exchanged_digits_and_lost_noughts_are_slips() {
        assert!(is_slip(&amount("51,300 acres"), &amount("53,100 acres")));
        assert!(is_slip(&amount("4,570"), &amount("457")));
        assert!(is_slip(&amount("$81 million"), &amount("$18 million")));
        assert!(!is_slip(&amount("53,200 acres"), &amount("53,100 acres")));
        assert!(!is_slip(&amount("457"), &amount("457")));
        assert!(!is_slip(&amount("$81 million"), &amount("€18 million")));
    }
}
