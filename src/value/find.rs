//! Tokens → values: hedge, value, hedge; the longest reading wins, equals are all kept.

use super::quantity::{self, Found};
use super::reader::Reader;
use super::{DateSet, Hedge, Value, ValueMention, date, hedge, name, ordinal, score, time};
use crate::span::Span;

/// All values of a text, in order. The tokens are visited once.
pub fn find(reader: &Reader) -> Vec<ValueMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let digits = reader.is_digits(at);
        let word = reader.word(at);
        let possible = digits || word.hedge || (word.start && reader.can_start(at));
        if !possible {
            at = name::skip_address(reader, at).unwrap_or(at + 1);
            continue;
        }
        if let Some(end) = name::skip(reader, at) {
            at = end.max(at + 1);
            continue;
        }
        match mention(reader, at) {
            Some(mut mentions) => {
                let end = mentions.iter().map(|mention| mention.end).max().unwrap_or(at);
                found.extend(mentions.drain(..).map(|mention| mention.mention));
                at = end.max(at + 1);
            }
            None if digits => at = name::run_end(reader, at),
            None => at += 1,
        }
    }
    found
}

/// A mention and the token after it.
pub struct Placed {
    pub mention: ValueMention,
    pub end: usize,
}

/// The value that starts at a token, hedges included; two for "from 18 to 15 percent".
pub fn mention(reader: &Reader, at: usize) -> Option<Vec<Placed>> {
    let (hedge, start) = hedge::before(reader, at);
    if start == at {
        return reader.can_start(at).then(|| hedged(reader, at, Hedge::Exact, at))?;
    }
    hedged(reader, at, hedge, start).or_else(|| {
        // "a full week": the emphasis is part of the value.
        (reader.word(at).start && reader.can_start(at)).then(|| hedged(reader, at, Hedge::Exact, at))?
    })
}

/// The value at `start` with the hedge that stands from `at` on.
fn hedged(reader: &Reader, at: usize, hedge: Hedge, start: usize) -> Option<Vec<Placed>> {
    if !reader.can_start(start) {
        return None;
    }
    if start > at && !(at + 1..=start).all(|at| reader.joined(at)) {
        return None;
    }
    if start > at && name::skip(reader, start).is_some() {
        return None;
    }
    let (best, other) = best(reader, start, hedge)?;
    let mut mentions = vec![place(reader, at, hedge, best)];
    if let Some(other) = other {
        mentions.push(place(reader, other.start, Hedge::Exact, other));
    }
    Some(mentions)
}

/// Hedges put on the readings, spans made.
fn place(reader: &Reader, at: usize, before: Hedge, found: Found) -> Placed {
    let Found { start, core_end, mut end, readings } = found;
    let mut hedged = before;
    // Emphasis is no part of the value.
    let mut from = if before == Hedge::Exact { start } else { at };
    if before == Hedge::Exact
        && let Some((after, after_end)) = hedge::after(reader, end)
    {
        hedged = after;
        end = after_end;
    }
    let mut applied = before == Hedge::Exact;
    let readings: Vec<Value> = readings
        .into_iter()
        .map(|reading| match reading {
            Value::Amount(amount) => {
                applied = true;
                Value::Amount(hedge::hedged(amount, hedged))
            }
            Value::Date(set) => {
                let (set, took) = hedged_date(set, hedged);
                applied |= took;
                Value::Date(set)
            }
            Value::Time { from, to, zone, hedge: Hedge::Exact } if hedged != Hedge::Exact => {
                applied = true;
                let slack = if hedged == Hedge::About { 15 } else { 0 };
                Value::Time { from: from.saturating_sub(slack), to: (to + slack).min(1439), zone, hedge: hedged }
            }
            other => other,
        })
        .collect();
    if !applied {
        from = start;
    }
    let span = reader.span(from, end);
    let core = reader.span(start, core_end);
    Placed { mention: ValueMention { span: span.to(core), core, readings }, end }
}

/// A hedge on a date that is not counted from another: "around 2013", "nearly Christmas" (which takes none).
fn hedged_date(set: DateSet, hedge: Hedge) -> (DateSet, bool) {
    if set.hedge == hedge {
        return (set, true);
    }
    if hedge != Hedge::About || set.relative || set.hedge != Hedge::Exact || set.precision < super::Precision::Year {
        return (set, false);
    }
    let (Some(from), Some(to)) = (set.from, set.to) else { return (set, false) };
    let slack = (date::calendar::days_between(from, to) + 1).min(366);
    let (from, to) = (date::calendar::add_days(from, -slack), date::calendar::add_days(to, slack));
    (DateSet { from, to, hedge, ..set }, true)
}

/// The best value at a token without hedges.
fn best(reader: &Reader, at: usize, hedge: Hedge) -> Option<(Found, Option<Found>)> {
    let dated = match can_be_date(reader, at) {
        true => date::date(reader, at, hedge).filter(|(_, end, _)| !goes_on(reader, *end)),
        false => None,
    };
    let timed = time::time(reader, at);
    let dashed = score::score(reader, at);
    let spelled = dashed.is_none();
    let scored = dashed.or_else(|| score::spelled(reader, at).map(|(pair, end)| (vec![pair], end)));
    let (amount, other) = match quantity::amount(reader, at, hedge != Hedge::Exact) {
        Some((found, other)) if !goes_on(reader, found.core_end) => (Some(found), other),
        _ => (None, None),
    };
    let nth = ordinal::ordinal(reader, at).filter(|&(_, end)| !ordinal_is_name(reader, at, end));
    let amount_end = amount.as_ref().map_or(0, |found| found.core_end);
    let date_end = dated.as_ref().map_or(0, |dated| dated.1);
    let time_end = timed.as_ref().map_or(0, |timed| timed.1);
    let score_end = scored.as_ref().map_or(0, |scored| scored.1);
    let nth_end = nth.map_or(0, |nth| nth.1);
    let longest = amount_end.max(date_end).max(time_end).max(score_end).max(nth_end);
    if longest == 0 {
        return None;
    }
    let one = |end: usize, readings: Vec<Value>| Found { start: at, core_end: end, end, readings };
    if let Some((set, end, weak)) = dated
        && end == longest
    {
        let mut readings = vec![Value::Date(set)];
        let count = amount.filter(|found| found.core_end == end);
        if let Some(found) = count {
            let numeric = weak || reader.is_digits(at);
            readings.extend(found.readings.into_iter().filter(|_| numeric));
            if weak && !is_year(reader, at, end) {
                readings.rotate_left(1);
            }
        }
        return Some((one(end, readings), None));
    }
    if let Some((mut readings, end)) = timed
        && end == longest
    {
        // "at 9.45" may be a number, too.
        if let Some(found) = amount.filter(|found| found.core_end == end) {
            readings.splice(0..0, found.readings);
        }
        return Some((one(end, readings), None));
    }
    if let Some((pairs, end)) = scored
        && end == longest
    {
        let mut readings = vec![Value::Score(pairs)];
        if let Some(found) = amount.filter(|found| spelled || found.core_end == end) {
            readings.extend(found.readings);
            if !spelled && !is_result(reader, at) {
                readings.rotate_left(1);
            }
        }
        return Some((one(end, readings), None));
    }
    if let Some((nth, end)) = nth
        && end == longest
        && end > amount_end
    {
        return Some((one(end, vec![Value::Ordinal(nth)]), None));
    }
    if let Some(mut found) = amount {
        if let Some((nth, end)) = nth
            && end == found.core_end
        {
            found.readings.push(Value::Ordinal(nth));
        }
        return Some((found, other));
    }
    None
}

/// Whether the next tokens have anything of a date: keeps plain numbers from the date parsers.
fn can_be_date(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    if word.dated && !word.lead {
        return true;
    }
    let near = |count: usize| (at..at + count).any(|at| reader.word(at).dated && !reader.is(at, "$"));
    if reader.is_digits(at) {
        let length = reader.text(at).len();
        let next = reader.text(at + 1);
        return (length == 4)
            || (length <= 2 && (matches!(next, "/" | "-" | "." | "–" | "'" | "’") || reader.is(at + 1, "s")))
            || near(9);
    }
    let year_in_words = word.cardinal.is_some()
        && (reader.word(at + 1).cardinal.is_some() || reader.word(at + 1).scale.is_some() || reader.is_dash(at + 1));
    let digits_follow = word.lead && (at + 1..at + 4).any(|at| reader.is_digits(at));
    year_in_words || digits_follow || near(10)
}

/// Letters or digits glued to the end make it a code: "777F", "4:3".
fn goes_on(reader: &Reader, end: usize) -> bool {
    let last_digits = end > 0 && reader.is_digits(end - 1);
    let word = last_digits && reader.glued(end) && reader.is_word(end);
    let ratio = last_digits
        && reader.glued(end)
        && matches!(reader.text(end), ":" | "/" | ".")
        && reader.glued(end + 1)
        && reader.is_digits(end + 1);
    word || ratio
}

/// A bare number of four digits is a year after a preposition or before a name, a count before a noun.
fn is_year(reader: &Reader, at: usize, end: usize) -> bool {
    let value = reader.digits(at).unwrap_or(0);
    if reader.claim {
        return (1500..=2100).contains(&value);
    }
    let led = reader.before(
        at,
        &[
            "in", "since", "of", "by", "until", "till", "during", "from", "before", "after", "early", "late", "mid",
            "around", "year", "through", "to", "(", "circa", "summer", "winter", "spring", "autumn", "and",
        ],
    );
    let noun = reader.is_word(end)
        && reader.joined(end)
        && !reader.is_capitalised(end)
        && reader.text(end).ends_with('s')
        && !reader.is_any(
            end,
            &[
                "was", "is", "has", "as", "its", "his", "this", "sales", "earnings", "results", "profits", "revenues",
                "s",
            ],
        );
    match () {
        () if noun => led && !reader.before(at, &["of", "by", "from", "to", "and", "around", "after"]),
        () if led => true,
        () => {
            (1900..=2100).contains(&value)
                && !reader.is_any(end, &["people", "men", "women", "children", "troops", "per"])
        }
    }
}

/// Words near a pair of numbers that tell a result from a range.
fn is_result(reader: &Reader, at: usize) -> bool {
    let words = [
        "won", "lost", "beat", "beaten", "vote", "voted", "votes", "defeated", "score", "scored", "win", "victory",
        "lead", "led", "leads", "loss", "defeat", "drew", "draw", "final", "record", "approved", "passed", "rejected",
        "ruled", "ruling", "decision", "tied", "trailed", "trailing", "leading", "ahead", "up", "down", "over",
        "edged", "topped", "downed",
    ];
    reader.claim || (at.saturating_sub(8)..at).any(|at| reader.is_any(at, &words))
}

/// "7th Street", "the First World War": part of a name.
fn ordinal_is_name(reader: &Reader, at: usize, end: usize) -> bool {
    let next_capital = reader.is_capitalised(end) && reader.is_word(end) && reader.joined(end);
    if next_capital && reader.word(end).street {
        return true;
    }
    let spelled = reader.is_word(at) && reader.is_capitalised(at);
    let mid_sentence = at > 0 && reader.joined(at) && reader.is_word(at - 1) && !reader.is_capitalised(at - 1);
    spelled && next_capital && mid_sentence && !reader.text(end).chars().all(char::is_uppercase)
}

/// The words of a span, for tests.
#[allow(dead_code)]
pub fn words(text: &str, span: Span) -> &str {
    span.of(text)
}
