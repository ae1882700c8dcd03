//! A weekday against its own date: "Saturday, Aug. 15, 2025" contradicts itself.

use crate::check::Verdict;
use crate::check::scene::Sentence;
use crate::check::verdict::{Judged, voice_of};
use crate::value::Value;

/// Within so many days nobody means the same day of next year.
const NEAR: i32 = 30;

/// Judges every date that is written with its weekday.
pub fn judge(sentence: &Sentence, out: &mut Vec<Judged>) {
    for value in &sentence.values {
        let Some(Value::Date(date)) = value.mention.readings.first() else { continue };
        let (Some(false), Some(day)) = (date.weekday_agrees, date.from) else { continue };
        // What is planned without a year may be for next year, unless the day is near.
        let near = sentence
            .scene
            .date
            .and_then(|today| today.since(day).ok())
            .is_some_and(|span| span.get_days().abs() <= NEAR);
        if date.relative && !near && voice_of(sentence, value.head).is_err() {
            continue;
        }
        let written = value.mention.span.of(sentence.text());
        let weekday = day.strftime("%A").to_string();
        let full = day.strftime("%-d %B %Y").to_string();
        out.push(Judged {
            verdict: Verdict::Conflict,
            code: "weekday-mismatch",
            fact: None,
            sentence: sentence.index,
            word: value.head,
            span: value.mention.span,
            focus: value.mention.span,
            says: written.to_owned(),
            expected: format!("{weekday}, {full}"),
            because: vec![format!("{full} was a {weekday}")],
            confidence: 1.0,
            suggestion: None,
        });
    }
}
