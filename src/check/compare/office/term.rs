//! When a term began and ended: "mayor since 2019", "took office in March", "stepped down as minister in 2022".

use super::title::{Occurrence, Prefix, Title};
use crate::article::mention::{How, What};
use crate::article::reading::ValueAt;
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Term;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, DateSet, Dimension, Hedge, Kind, Op, Precision, Value};
use jiff::civil::Date;
use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// Judges the dates that are given for the holder's taking, holding or leaving office. Returns the titles whose dates are
/// wrong: the holder is right, the statement is not.
pub fn judge(
    frame: &Frame,
    sentence: &Sentence,
    title: &Title,
    found: &[Occurrence],
    out: &mut Vec<Judged>,
) -> Vec<usize> {
    let FrameShape::Office { term: Some(term), holder: Some(holder), .. } = &frame.shape else { return Vec::new() };
    let case = Case { frame, sentence, title, term, holder: *holder };
    let mut wrong = Vec::new();
    for verb in 0..sentence.forms.len() {
        let Some(told) = case.told(found, verb) else { continue };
        let subject = slots_of(sentence, verb)
            .into_iter()
            .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
            .find_map(|(_, word)| holder_at(sentence, word));
        if !subject.is_some_and(|(entity, how)| entity == *holder && how <= How::Carried) {
            sentence.stop(frame, verb, || Reason::Doubt("the holder is not surely who it is said of"));
            continue;
        }
        let why = match voice_of(sentence, verb) {
            Ok((_, false)) => None,
            Ok((_, true)) => Some(Reason::Negated),
            Err(modality) => Some(Reason::NotAsserted(modality)),
        };
        if let Some(why) = why {
            sentence.stop(frame, verb, || why);
            continue;
        }
        let before = out.len();
        for value in sentence.values.iter().filter(|value| hangs_on(sentence, value.head, verb)) {
            case.dated(told, value, verb, sentence.span_of([verb]).to(value.mention.span), out);
        }
        if out[before..].iter().any(|judged| judged.verdict != Verdict::Supported) {
            let titles = found.iter().filter(|occurrence| sentence.tree.words[occurrence.head].head == Some(verb));
            wrong.extend(titles.map(|occurrence| occurrence.head));
        }
    }
    let until = |occurrence: &Occurrence| sentence.forms.get(occurrence.phrase.end).is_some_and(|form| form == "until");
    for occurrence in found.iter().filter(|occurrence| match occurrence.prefix {
        Prefix::None | Prefix::Then => true,
        Prefix::Former => until(occurrence),
        _ => false,
    }) {
        let Some((name, _)) = super::holder::of(sentence, occurrence) else { continue };
        if name.entity != Some(*holder) || name.how > How::Carried {
            continue;
        }
        let words = sentence.span_of(occurrence.phrase.clone()).to(name.span);
        for value in sentence.values.iter().filter(|value| bounds(sentence, value, occurrence, name.word)) {
            let before = out.len();
            case.dated(Told::State, value, occurrence.head, words.to(value.mention.span), out);
            if out[before..].iter().any(|judged| judged.verdict != Verdict::Supported) {
                wrong.push(occurrence.head);
            }
        }
    }
    wrong
}

/// Judges since when, or for how long, the holder named at `name` has held the office that the `words` around `head` speak of
/// in other words than its title: "boss of Quill since 2007", "has edited the paper for six years". Returns whether a date is
/// wrong.
pub fn judge_stretch(
    frame: &Frame,
    sentence: &Sentence,
    words: Range<usize>,
    head: usize,
    name: usize,
    out: &mut Vec<Judged>,
) -> bool {
    let FrameShape::Office { term: Some(term), holder: Some(holder), .. } = &frame.shape else { return false };
    let perfect = sentence.tree.children(head).any(|child| {
        sentence.is(child, Deprel::Aux) && matches!(sentence.forms[child].as_str(), "has" | "have" | "'s" | "’s")
    });
    if sentence.entity_at(name).map(|(entity, _)| entity) != Some(*holder)
        || sentence.is(name, Deprel::NmodPoss)
        || sentence.upos(head) == Upos::Verb && !perfect
        || !matches!(voice_of(sentence, head), Ok((_, false)))
    {
        return false;
    }
    let Some(title) = Title::of(frame, sentence) else { return false };
    let case = Case { frame, sentence, title: &title, term, holder: *holder };
    let occurrence =
        Occurrence { core: words.clone(), phrase: words, head, prefix: Prefix::None, owned: true, definite: true };
    let before = out.len();
    for value in sentence.values.iter().filter(|value| bounds(sentence, value, &occurrence, name)) {
        case.dated(Told::State, value, head, sentence.span_of([head]).to(value.mention.span), out);
    }
    out[before..].iter().any(|judged| judged.verdict != Verdict::Supported)
}

/// What a clause tells of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// "became mayor in 2019".
    Began,
    /// "stepped down in 2022".
    Ended,
    /// "has been mayor since 2019", "for five years".
    State,
    /// "ran the town until 2019".
    Past,
}

struct Case<'c, 's, 'a> {
    frame: &'c Frame,
    sentence: &'c Sentence<'s, 'a>,
    title: &'c Title,
    term: &'c Term,
    holder: EntityId,
}

impl Case<'_, '_, '_> {
    /// Which part of a term the verb tells, if it speaks of this office.
    fn told(&self, found: &[Occurrence], verb: usize) -> Option<Told> {
        let (sentence, title) = (self.sentence, self.title);
        if sentence.upos(verb) != Upos::Verb {
            return None;
        }
        let lemma = sentence.lemma(verb);
        let offices = &words().offices;
        let below = |word: usize| sentence.tree.words[word].head == Some(verb);
        let titled = found.iter().any(|occurrence| matches!(occurrence.prefix, Prefix::None) && below(occurrence.head));
        let post = sentence.tree.children(verb).any(|child| offices.post.contains(sentence.lemma(child)) && !titled);
        let owner = sentence.subtree(verb).iter().any(|&word| {
            below(word) && sentence.entity_at(word).is_some_and(|(entity, _)| title.owners.contains(&entity))
        });
        let particle = |wanted: &[&str]| {
            sentence.tree.children(verb).any(|child| wanted.contains(&sentence.forms[child].as_str()))
        };
        let held = || sole(title, sentence, verb);
        if offices.running.contains(lemma) && owner && (held() || title.head == lemma) {
            let perfect = particle(&["has", "have", "'s", "’s"]);
            return Some(if perfect { Told::State } else { Told::Past });
        }
        if offices.replacing.matches(&sentence.tree, &sentence.forms, verb) && self.replaces(verb, titled) {
            return Some(Told::Began);
        }
        match lemma {
            "become" | "appoint" | "name" | "elect" | "install" | "inaugurate" | "swear" if titled => Some(Told::Began),
            "take" | "assume" | "get" | "land"
                if titled && particle(&["over"])
                    || post && (titled || owner || held())
                    || particle(&["over"]) && owner && held() =>
            {
                Some(Told::Began)
            }
            "resign" | "quit" | "retire" | "leave" | "relinquish" if titled || post && held() => Some(Told::Ended),
            "step" | "stand" if particle(&["down", "aside"]) && (titled || post || held()) => Some(Told::Ended),
            "give" if particle(&["up"]) && (titled || post && held()) => Some(Told::Ended),
            _ => None,
        }
    }

    /// Whether the verb's object is somebody who held the office, or the title says which office passes on.
    fn replaces(&self, verb: usize, titled: bool) -> bool {
        let sentence = self.sentence;
        titled
            || slots_of(sentence, verb)
                .into_iter()
                .filter(|(slot, _)| matches!(slot, Slot::Object) || *slot == Slot::With("from".into()))
                .filter_map(|(_, word)| sentence.entity_at(word))
                .any(|(person, _)| {
                    person != self.holder
                        && super::holders(self.title, sentence).iter().any(|holder| holder.entity == Some(person))
                })
    }

    /// Judges one date or length of time that is given for the term.
    fn dated(&self, told: Told, value: &ValueAt, word: usize, span: Span, out: &mut Vec<Judged>) {
        let sentence = self.sentence;
        let Some(reading) = value.mention.readings.first() else { return };
        let case = |cases: &[&str]| {
            sentence.has_case(value.head, cases)
                || cases.contains(&sentence.forms[value.words.start].as_str())
                || value.words.start > 0 && cases.contains(&sentence.forms[value.words.start - 1].as_str())
        };
        let (expected, end) = match (told, reading) {
            (Told::Began, Value::Date(_)) if !case(BOUNDS) => (self.date(End::From), End::From),
            (Told::Ended, Value::Date(_)) if !case(BOUNDS) => (self.date(End::To), End::To),
            (Told::State, Value::Date(_)) if case(&["since"]) => (self.date(End::From), End::From),
            (Told::State, Value::Date(date)) if case(&["from"]) => {
                self.stretch(date, value, word, span, out);
                return;
            }
            (Told::State, Value::Date(_)) if case(&["until", "till"]) => (self.date(End::To), End::To),
            (Told::Past, Value::Date(date)) if case(&["until", "till"]) => {
                let today = sentence.scene.date;
                if self.term.to.is_none() && date.to.is_some_and(|to| today.is_some_and(|today| to <= today)) {
                    let reason = "the term has not ended".to_owned();
                    self.push(Verdict::Conflict, value, word, span, "in office".to_owned(), reason, out);
                    return;
                }
                (self.date(End::To), End::To)
            }
            (Told::State, Value::Amount(_)) if reading.kind() == Kind::Measure(Dimension::Time) && case(&["for"]) => {
                let (Some(from), Some(today)) = (self.date(End::From), sentence.scene.date) else { return };
                // Somebody with several terms served them all together.
                let ended = self.term.to.filter(|to| *to < today);
                if ended.is_some() && (self.is_within(word) || !others(self.frame, sentence, self.title).is_empty()) {
                    return;
                }
                let Some(passed) = value::elapsed(&from, ended.unwrap_or(today)) else { return };
                let compared = value::compare(reading, Op::Equal, &passed);
                if let Some(verdict) = verdict_of(compared.agreement) {
                    let expected = format!("since {}", Value::Date(from).describe());
                    self.push(verdict, value, word, span, expected, compared.because, out);
                }
                return;
            }
            _ => return,
        };
        let Some(expected) = expected else { return };
        if !matches!(reading, Value::Date(date) if date.is_resolved()) {
            return;
        }
        // Somebody with several terms took office several times.
        let other_term = others(self.frame, sentence, self.title).iter().any(|other| {
            date_of(other, end).is_some_and(|known| {
                value::compare(reading, Op::Equal, &Value::Date(known)).agreement == Agreement::Supported
            })
        });
        if other_term {
            return;
        }
        let expected = Value::Date(expected);
        let compared = value::compare(reading, Op::Equal, &expected);
        if let Some(verdict) = verdict_of(compared.agreement) {
            let reason = format!(
                "“{}” is when the term {}; {}",
                span.of(sentence.text()),
                if end == End::From { "began" } else { "ended" },
                compared.because
            );
            self.push(verdict, value, word, span, expected.describe(), reason, out);
        }
    }

    /// "had been mayor for five years when …": only the part of the term until then.
    fn is_within(&self, word: usize) -> bool {
        let sentence = self.sentence;
        let clause = sentence.clause(word);
        let pluperfect = |word: usize| sentence.tree.children(word).any(|child| sentence.forms[child] == "had");
        let clauses = |word: usize| sentence.tree.children(word).any(|child| sentence.is(child, Deprel::Advcl));
        [word, clause].into_iter().any(|word| pluperfect(word) || clauses(word))
    }

    /// "from 2009 to 2012": both ends, of which either may be wrong; "from 2009" is the first.
    fn stretch(&self, date: &DateSet, value: &ValueAt, word: usize, span: Span, out: &mut Vec<Judged>) {
        let (Some(from), Some(to)) = (date.from, date.to) else { return };
        let year = |day: Date| DateSet {
            from: Date::new(day.year(), 1, 1).ok(),
            to: Date::new(day.year(), 12, 31).ok(),
            precision: Precision::Year,
            ..date.clone()
        };
        let ends = if from.year() == to.year() {
            vec![(date.clone(), End::From)]
        } else {
            // An end without its year may be of any.
            let written = value.mention.span.of(self.sentence.text()).contains(&to.year().to_string());
            let mut ends = vec![(year(from), End::From)];
            ends.extend(written.then(|| (year(to), End::To)));
            ends
        };
        let told: Vec<(Agreement, End, DateSet)> = ends
            .into_iter()
            .filter_map(|(stated, end)| {
                let known = self.date(end)?;
                let compared = value::compare(&Value::Date(stated), Op::Equal, &Value::Date(known.clone()));
                Some((compared.agreement, end, known))
            })
            .collect();
        if !others(self.frame, self.sentence, self.title).is_empty() || !date.is_resolved() {
            return;
        }
        let wrong = told.iter().find(|(agreement, ..)| *agreement == Agreement::Conflict);
        let Some((agreement, end, known)) = wrong.or(told.first()) else { return };
        let Some(verdict) = verdict_of(*agreement) else { return };
        let expected = Value::Date(known.clone()).describe();
        let what = if *end == End::From { "began" } else { "ended" };
        let reason = format!("the term {what} on {expected}");
        self.push(verdict, value, word, span, expected, reason, out);
    }

    fn date(&self, end: End) -> Option<DateSet> {
        date_of(self.term, end)
    }

    #[allow(clippy::too_many_arguments)]
    fn push(
        &self,
        verdict: Verdict,
        value: &ValueAt,
        word: usize,
        span: Span,
        expected: String,
        reason: String,
        out: &mut Vec<Judged>,
    ) {
        self.sentence.note(self.frame, word, || format!("{verdict:?}: {reason}"));
        let focus = value.mention.span;
        out.push(Judged {
            verdict,
            code: if verdict == Verdict::Supported { "agrees" } else { "wrong-term" },
            fact: Some(self.frame.fact),
            sentence: self.sentence.index,
            word,
            span: if span.len() <= 160 { span } else { focus },
            focus,
            says: focus.of(self.sentence.text()).to_owned(),
            expected,
            because: vec![reason],
            confidence: 0.9,
            suggestion: None,
        });
    }
}

/// Prepositions under which a date bounds a stretch instead of saying when.
const BOUNDS: &[&str] = &["since", "until", "till", "before", "after", "from", "than", "for", "by"];

fn verdict_of(agreement: Agreement) -> Option<Verdict> {
    match agreement {
        Agreement::Conflict => Some(Verdict::Conflict),
        Agreement::Imprecise => Some(Verdict::Imprecise),
        Agreement::Supported => Some(Verdict::Supported),
        Agreement::Unrelated => None,
    }
}

/// Whether a value belongs to the verb and not to another one between them.
fn hangs_on(sentence: &Sentence, value: usize, verb: usize) -> bool {
    let up = sentence.ancestors(value);
    let Some(at) = up.iter().position(|&word| word == verb) else { return false };
    up[..at].iter().all(|&word| {
        sentence.upos(word) != Upos::Verb
            && !matches!(sentence.tree.words[word].deprel, Deprel::AclRelcl | Deprel::Advcl | Deprel::Parataxis)
    })
}

/// Whether a "since" date or a "for" stretch belongs to the title: right behind it, or hung on it or on what is equated
/// with it.
fn bounds(sentence: &Sentence, value: &ValueAt, title: &Occurrence, name: usize) -> bool {
    let first = value.words.start;
    let bound = |at: usize| matches!(sentence.forms[at].as_str(), "since" | "for" | "from" | "until");
    // "from 2009 to 2012" is a value of its own.
    let Some(prep) = Some(first).filter(|&at| bound(at)).or_else(|| first.checked_sub(1).filter(|&at| bound(at)))
    else {
        return false;
    };
    let behind = prep == title.phrase.end || prep == title.phrase.end + 1 && sentence.forms[title.phrase.end] == ",";
    // "For five years the sheriff".
    let before = value.words.end == title.phrase.start;
    let governor = sentence.tree.words[value.head].head;
    let verb = sentence.tree.words[title.head].head.filter(|&up| sentence.upos(up) == Upos::Verb);
    behind
        || before
        || governor.is_some_and(|up| up == title.head || up == name || Some(up) == verb)
            && sentence.clause(value.head) == sentence.clause(title.head)
}

/// Who stands at `word`: "the sheriff, Ann Pell" is Ann Pell, whoever else was sheriff.
fn holder_at(sentence: &Sentence, word: usize) -> Option<(EntityId, How)> {
    let apposed = sentence
        .tree
        .children(word)
        .find(|&child| sentence.is(child, Deprel::Appos))
        .and_then(|child| sentence.entity_at(child));
    apposed.or_else(|| {
        sentence
            .entity_at(word)
            .filter(|_| !sentence.mention_at(word).is_some_and(|mention| matches!(mention.what, What::Description(_))))
    })
}

/// Whether the subject holds no other office that the rules know.
fn sole(title: &Title, sentence: &Sentence, verb: usize) -> bool {
    let Some((person, _)) = slots_of(sentence, verb)
        .into_iter()
        .filter(|(slot, _)| *slot == Slot::Subject)
        .find_map(|(_, word)| sentence.entity_at(word))
    else {
        return false;
    };
    let held: Vec<Title> = sentence
        .base()
        .frames_with(person)
        .filter(|other| matches!(&other.shape, FrameShape::Office { holder, .. } if *holder == Some(person)))
        .filter_map(|other| Title::of(other, sentence))
        .collect();
    held.iter().all(|other| other.same_office(title))
}

/// Further terms of the same holder in the same office.
fn others(frame: &Frame, sentence: &Sentence, title: &Title) -> Vec<Term> {
    let FrameShape::Office { holder: Some(holder), .. } = &frame.shape else { return Vec::new() };
    sentence
        .base()
        .frames_with(*holder)
        .filter(|other| other.fact != frame.fact)
        .filter_map(|other| match &other.shape {
            FrameShape::Office { holder: theirs, term, .. }
                if *theirs == Some(*holder)
                    && Title::of(other, sentence).is_some_and(|theirs| theirs.same_office(title)) =>
            {
                *term
            }
            _ => None,
        })
        .collect()
}

fn date_of(term: &Term, end: End) -> Option<DateSet> {
    let (day, precision) = match end {
        End::From => (term.from?, term.from_precision),
        End::To => (term.to?, term.to_precision),
    };
    let (from, to) = match (precision, end) {
        (Precision::Year, _) => (Date::new(day.year(), 1, 1).ok()?, Date::new(day.year(), 12, 31).ok()?),
        (Precision::Month, _) => (day.first_of_month(), day.last_of_month()),
        _ => (day, day),
    };
    Some(DateSet {
        from: Some(from),
        to: Some(to),
        precision,
        relative: false,
        hedge: Hedge::Exact,
        weekday_agrees: None,
    })
}
