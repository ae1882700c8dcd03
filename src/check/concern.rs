//! Whether a figure in the text answers a claim's question: the signs for and against, weighed together.
//!
//! No single sign decides. That the claim's own words stand in the figure's clause, that its owner is the subject, that
//! nothing foreign stands between, that the figure is the claim's with two digits exchanged: each is a sign, and each
//! has a weight that `examples/train_concern.rs` learns from judged statements of many topics (logistic regression).
//! The signs are the explanation, too: a trace lists them.

use super::evidence::{Before, Cues, Evidence, is, is_general};
use super::frame::{Expected, Frame};
use super::scene::Sentence;
use super::site::Site;
use super::unify::{OwnerFit, foreign_modifier, is_long_past, is_other, wrong_period};
use super::weigh::{Weights, crossed};
use crate::article::mention::{How, Mention, What};
use crate::check::compare::name::same_name;
use crate::check::compare::{claimed, figure};
use crate::lexicon::words;
use crate::syntax::{Deprel, Upos};
use crate::value::{Hedge, Kind, Unit, Value};
use std::sync::OnceLock;

/// What is known of a figure in view of a claim.
#[derive(Clone, Debug)]
pub struct Concern {
    /// Names of the signs, as in `concern.tsv`.
    pub signs: Vec<String>,
    /// Where the claim's head words stand nearest to the figure.
    pub site: Option<Site>,
    pub owner: OwnerFit,
    /// From 0 to 1: how sure it is that the figure answers the claim's question.
    pub sure: f32,
    weights: &'static Weights,
}

impl Concern {
    pub fn has(&self, sign: &str) -> bool {
        self.signs.iter().any(|own| own == sign)
    }

    /// Weighs one more sign.
    pub fn add(&mut self, sign: &str) {
        self.add_all([sign.to_owned()]);
    }

    /// Weighs more signs.
    pub fn add_all(&mut self, signs: impl IntoIterator<Item = String>) {
        self.signs.extend(signs);
        self.sure = self.weights.probability(&self.signs);
    }
}

/// The signs that the value numbered `index` in the sentence answers the question; `stated` is its reading, `expected` what
/// the claim accepts. `None` where nothing of the claim stands in the sentence.
pub fn concern(cues: &Cues, sentence: &Sentence, index: usize, stated: &Value, expected: &Value) -> Option<Concern> {
    let value = &sentence.values[index];
    let rivals: Vec<usize> =
        rivals(sentence, index, stated).into_iter().map(|other| sentence.values[other].head).collect();
    let carries = |kind: &str| words().carried(&cues.frame.head.concept.text, kind);
    let carried = carries(group(expected)) || dimension(expected).is_some_and(|dimension| carries(&dimension));
    let mut evidence = Evidence::new(cues, sentence, value.head, value.words.clone(), carried, |_| false);
    evidence.head_signs(&rivals);
    let noun = noun_signs(cues, sentence, value.head, stated, &mut evidence);
    evidence.owner_signs();
    evidence.coverage_signs();
    evidence.stranger_signs();
    evidence.verb_sign();
    evidence.setting_signs();
    evidence.stance_signs();
    figure_signs(cues.frame, sentence, index, stated, &mut evidence);
    likeness_signs(sentence, stated, expected, &mut evidence);
    let before = cues.before(sentence);
    evidence.before_signs(before);
    let claimed = claimed::signs(cues.frame, sentence, stated, expected);
    let said = matches!(noun, "counted" | "own") || before.is_some_and(Before::says_any);
    let alone =
        claimed.iter().any(|sign| matches!(sign.as_str(), "asked-alike:none" | "claimed:slip" | "claimed:here"));
    if matches!(evidence.head, "none" | "carried") && evidence.words == "missing" && !said && !alone {
        return None;
    }
    claimed.into_iter().for_each(|sign| evidence.sign(sign));
    evidence.signs.extend(cues.frame.occasion.iter().cloned());
    if evidence.has("likeness:same") || evidence.has("likeness:same-rare") {
        agreement_signs(stated, &mut evidence);
    }
    let weights = if cues.frame.occasion.is_empty() { weights() } else { occasion_weights() };
    let sure = weights.probability(&evidence.signs);
    Some(Concern {
        site: evidence.nearest.map(|(_, site)| site.clone()),
        owner: evidence.owner,
        signs: evidence.signs,
        sure,
        weights,
    })
}

/// The noun that the number counts, or that the share is of.
fn noun_signs(cues: &Cues, sentence: &Sentence, at: usize, stated: &Value, evidence: &mut Evidence) -> &'static str {
    let frame = cues.frame;
    let counted = match evidence.region.leads {
        true if matches!(stated.kind(), Kind::Count) => explained_noun(sentence, &evidence.region.clause),
        _ => counted(sentence, at, stated),
    };
    let noun = match counted {
        Some(noun) if frame.counted.as_ref().is_some_and(|own| is(sentence, own, noun)) => "counted",
        Some(noun) if cues.is_own(sentence, noun) => "own",
        Some(noun) if figure::relation_counts(frame, sentence, noun) => "own",
        Some(noun) if cues.is_kin(sentence, noun) => "kin",
        Some(noun) if is_general(sentence, noun) => "general",
        Some(_) => "foreign",
        None => "bare",
    };
    evidence.sign(format!("noun:{}:{noun}", group(stated)));
    let Some(word) = counted else { return noun };
    if foreign_modifier(frame, sentence, word, &[]).is_some() {
        evidence.sign("noun-narrowed");
    }
    // "Seven members voted": some of them did, unless the claim says what they did.
    if matches!(sentence.tree.words[word].deprel, Deprel::Nsubj | Deprel::NsubjPass)
        && let Some(predicate) = sentence.tree.words[word].head
    {
        let lemma = sentence.lemma(predicate).to_lowercase();
        let own = cues.is_own(sentence, predicate)
            || sentence.subtree(predicate).iter().any(|&w| w != word && cues.words.iter().any(|c| is(sentence, c, w)));
        evidence.sign(format!(
            "counted-does:{}",
            if own {
                "own"
            } else if lemma == "be" || words().is_light(&lemma) {
                "light"
            } else {
                "foreign"
            }
        ));
    }
    if is_other(sentence, word) {
        evidence.sign("noun-other");
    }
    noun
}

/// Where the figure stands, and of what time.
fn figure_signs(frame: &Frame, sentence: &Sentence, index: usize, stated: &Value, evidence: &mut Evidence) {
    let at = sentence.values[index].head;
    for (is, name) in [
        (figure::compared(sentence, at), "compared"),
        (figure::is_subset(sentence, at), "subset"),
        (figure::speaks_of_earlier_year(frame, sentence, index), "earlier-year"),
        (frame.as_of.is_some(), "as-of"),
    ] {
        if is {
            evidence.sign(name);
        }
    }
    if is_rate(sentence, index) {
        evidence.sign("per-time");
    }
    if let Some(how) = beside_answer(frame, sentence, index) {
        evidence.sign(format!("answer-beside:{how}"));
    }
    if frame.period.is_some() {
        let dated = sentence.date_near(at, None);
        evidence.sign(match (dated.is_some(), is_long_past(frame, sentence.scene.date)) {
            (true, _) => "period:stated",
            (false, true) => "period:past",
            (false, false) => "period:unstated",
        });
    }
    evidence.sign(format!("kind:{}", group(stated)));
}

/// "40 times an hour", "90 barges a week": how often, and no count of all.
fn is_rate(sentence: &Sentence, index: usize) -> bool {
    let value = &sentence.values[index];
    let end = value.words.end;
    (end..(end + 3).min(sentence.forms.len())).any(|word| {
        matches!(sentence.forms[word].as_str(), "a" | "an" | "per" | "every" | "each")
            && word + 1 < sentence.forms.len()
            && matches!(
                sentence.lemma(word + 1),
                "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "year"
            )
    })
}

/// How the figure stands to a name that the claim gives beside it: "Ann Pell, 58", for "oldest winner = Ann Pell, 58".
fn beside_answer(frame: &Frame, sentence: &Sentence, index: usize) -> Option<&'static str> {
    let value = &sentence.values[index];
    let names = || frame.answers.iter().filter(|answer| answer.is_name()).flat_map(|answer| &answer.accepted);
    let accepted = |mention: &&Mention| {
        names().any(|expected| match expected {
            Expected::Entity(entity) => mention.entity == Some(entity.0) && mention.how <= How::Carried,
            Expected::Name(name) => mention.what == What::Other && same_name(mention.span.of(sentence.text()), name),
            _ => false,
        })
    };
    let found = sentence.mentions.iter().filter(accepted);
    let place = |mention: &Mention| {
        let close = mention.words.end <= value.words.start
            && (mention.words.end..value.words.start).all(|word| sentence.upos(word) == Upos::Punct);
        match () {
            () if close => "next",
            () if sentence.clause(mention.head) == sentence.clause(value.head) => "clause",
            () => "sentence",
        }
    };
    found.map(place).min_by_key(|place| match *place {
        "next" => 0,
        "clause" => 1,
        _ => 2,
    })
}

/// What the figure says against what the claim says.
fn likeness_signs(sentence: &Sentence, stated: &Value, expected: &Value, evidence: &mut Evidence) {
    let likeness = figure::likeness(stated, expected);
    evidence.sign(format!("likeness:{likeness}"));
    evidence.sign(format!("likeness:{likeness}:{}", group(stated)));
    if evidence.is_brief() {
        evidence.sign(format!("brief-likeness:{likeness}"));
    }
    if let Some(strokes) = figure::strokes(stated, expected) {
        evidence.sign(format!("strokes:{strokes}"));
    }
    if let (Value::Amount(stated), Value::Amount(expected)) = (stated, expected)
        && let (Unit::Measure { id: one, .. }, Unit::Measure { id: other, .. }) = (&stated.unit, &expected.unit)
    {
        evidence.sign(format!("unit:{}", if one == other { "same" } else { "other" }));
    }
    match stated {
        Value::Date(date) => {
            if date.relative {
                evidence.sign("date:relative");
            }
            evidence.sign(format!("date:{:?}", date.precision));
            if date.from.is_some() && date.from > sentence.scene.date {
                evidence.sign("date:ahead");
            }
        }
        Value::Amount(amount) if amount.hedge != Hedge::Exact => evidence.sign("hedged"),
        _ => {}
    }
}

/// What ties a figure that agrees: three of this may well be three of that, 4,317 hardly.
fn agreement_signs(stated: &Value, evidence: &mut Evidence) {
    const TIES: [&str; 10] = [
        "head:",
        "words:",
        "head-and-words:",
        "noun:",
        "counted-does:",
        "owner:",
        "subject:",
        "verb:",
        "covered:",
        "before-head:",
    ];
    let digits = match stated {
        Value::Amount(amount) => figure::digits(amount).len().clamp(1, 4),
        _ => 0,
    };
    let mut ties = crossed(&evidence.signs, &TIES, "same-");
    if digits > 0 {
        ties.extend(crossed(&evidence.signs, &["head:", "noun:"], &format!("same-digits:{digits}:")));
    }
    evidence.signs.extend(ties);
}

/// Whether the period, the article's age or a later figure keeps the claim from the statement at `word`. That a claim is about
/// a time long past is a sign here, and no bar.
pub fn out_of_time(frame: &Frame, sentence: &Sentence, word: usize) -> Option<String> {
    let unsaid = sentence.date_near(word, None).is_none() && is_long_past(frame, sentence.scene.date);
    wrong_period(frame, sentence, word, None).filter(|_| !unsaid)
}

/// The kinds of values that signs tell apart.
pub fn group(value: &Value) -> &'static str {
    use crate::value::Dimension;
    match value.kind() {
        Kind::Count | Kind::Times => "count",
        Kind::Ordinal => "ordinal",
        Kind::Percent | Kind::PercentagePoint => "percent",
        Kind::Money => "money",
        Kind::Measure(Dimension::Time) => "duration",
        Kind::Measure(Dimension::Length) => "length",
        Kind::Measure(_) => "measure",
        Kind::Age => "age",
        Kind::Date => "date",
        Kind::Time => "clock",
        Kind::Score => "score",
    }
}

/// What a measure is one of, as the lexicon names it.
fn dimension(value: &Value) -> Option<String> {
    match value.kind() {
        Kind::Measure(dimension) => Some(format!("{dimension:?}").to_lowercase()),
        _ => None,
    }
}

/// The noun a number counts ("12 firefighters"), or a share is of ("44 per cent of households").
fn counted(sentence: &Sentence, at: usize, stated: &Value) -> Option<usize> {
    let tree = &sentence.tree;
    let value = sentence.value_at(at)?;
    let of = |word: usize| {
        tree.children(word).find(|&child| {
            child > word
                && matches!(tree.words[child].deprel, Deprel::Nmod | Deprel::Obl)
                && sentence.has_case(child, &["of"])
                && !value.words.contains(&child)
        })
    };
    match stated.kind() {
        Kind::Count => figure::counted_noun(sentence, at)
            .or_else(|| of(at))
            .map(|noun| if is_general(sentence, noun) { of(noun).unwrap_or(noun) } else { noun }),
        Kind::Percent | Kind::PercentagePoint => of(at)
            .or_else(|| value.words.clone().find_map(of))
            .or_else(|| figure::counted_noun(sentence, at).filter(|noun| !value.words.contains(noun))),
        _ => None,
    }
}

/// The noun by which the rest of a line says what its opening figure is.
fn explained_noun(sentence: &Sentence, rest: &[usize]) -> Option<usize> {
    let tree = &sentence.tree;
    let noun = |word: &&usize| matches!(sentence.upos(**word), Upos::Noun);
    let top = rest.iter().filter(noun).find(|&&word| tree.words[word].head.is_none_or(|head| !rest.contains(&head)));
    let top = *top.or_else(|| rest.iter().find(noun))?;
    let of = tree.children(top).find(|&child| child > top && sentence.has_case(child, &["of"]));
    Some(
        of.filter(|_| is_general(sentence, top) || words().carried(&sentence.lemma(top).to_lowercase(), "count"))
            .unwrap_or(top),
    )
}

/// Other values of the same kind in the sentence.
fn rivals(sentence: &Sentence, index: usize, stated: &Value) -> Vec<usize> {
    (0..sentence.values.len())
        .filter(|&other| {
            other != index
                && sentence.values[other]
                    .mention
                    .readings
                    .first()
                    .is_some_and(|reading| group(reading) == group(stated))
        })
        .collect()
}

fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_str!("concern.tsv")))
}

/// Those of figures and days that a sentence claim states of an event.
fn occasion_weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_str!("compare/event/occasion.tsv")))
}
