//! Last, first, only, nth — and what follows from them: "since", "in over a decade", "never before".

mod fit;
mod gap;

use super::amount::comparable;
use super::expectation;
use super::name::{NameMatch, Stated, compare as compare_name, stated, stated_names};
use crate::article::mention::{How, Mention, What};
use crate::article::reading::ValueAt;
use crate::check::Verdict;
use crate::check::frame::{Answer, Frame, FrameShape, Role};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, sites, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::{Concept, lexicon, words};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Selector;
use crate::span::Span;
use crate::syntax::Upos;
use crate::value::{self, Agreement, Dimension, Kind, Op, Value};
use std::ops::Range;

/// Judges statements about the selected one, and about the time since.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Selector { selector, class, .. } = &frame.shape else { return };
    let class = class.head_lemma().map(|lemma| Concept::of(&lemma)).unwrap_or_default();
    // "falsely claims that …": whatever the parse makes of the claim, it is called untrue.
    if sentence
        .forms
        .iter()
        .any(|form| matches!(form.as_str(), "falsely" | "wrongly" | "mistakenly" | "erroneously" | "incorrectly"))
    {
        return;
    }
    let mut sites = sites(frame, sentence);
    // A verb that very many relations share ("sell", "bring") does not tell of this deed.
    sites.retain(|site| {
        let lemma = sentence.lemma(site.head).to_lowercase();
        frame.head.concept.weight_of(&lemma).is_some_and(|weight| weight >= 0.75)
            || site.words.len() > 1
            || lexicon().headed_by(&lemma).len() < 8
    });
    sites.extend(fit::presences(frame, sentence, &class, &sites));
    let case = Case { frame, sentence, selector: *selector, class: &class, sites: &sites };
    if !sites.is_empty() || !frame.parts.is_empty() {
        case.gap(out);
    }
    for ranked in case.ranked() {
        case.ranks(&ranked, out);
    }
    case.verb_ranked(out);
    case.never(out);
}

/// One claim against one sentence.
struct Case<'c, 's, 'a> {
    frame: &'c Frame,
    sentence: &'c Sentence<'s, 'a>,
    selector: Selector,
    class: &'c Concept,
    sites: &'c [Site],
}

/// A noun phrase that selects: "only the second woman to command the boat".
#[derive(Debug)]
struct Ranked {
    rank: Selector,
    /// The word that ranks.
    word: usize,
    /// The class noun.
    noun: usize,
    /// From the determiner up to what follows the action.
    words: Range<usize>,
    /// The noun is the claim's class, not one that holds more ("person" for "employee").
    own_class: bool,
    /// Where the action is worded.
    site: usize,
    /// The action is known by its words, not only by whom and what it concerns.
    own_action: bool,
}

impl Case<'_, '_, '_> {
    /// The phrases that select one of the claim's class by the claim's action. They are read from the words in their
    /// order: the parts of such a phrase follow each other so strictly that the order is surer than the tree.
    fn ranked(&self) -> Vec<Ranked> {
        let sentence = self.sentence;
        let mut found = Vec::new();
        for word in 0..sentence.forms.len() {
            let Some(rank) = rank_at(sentence, word) else { continue };
            let Some((noun, own_class)) = self.class_noun(word) else { continue };
            let start = (0..word)
                .rev()
                .take_while(|&at| {
                    matches!(sentence.forms[at].as_str(), "the" | "only" | "just" | "a" | "most" | "very" | "still")
                })
                .last()
                .unwrap_or(word);
            let end = self.phrase_end(noun);
            let below = sentence.subtree(noun);
            let inside = |at: usize| (noun + 1..end).contains(&at) || below.contains(&at) && at > noun;
            let site = self.sites.iter().find(|site| inside(site.head) || site.head == noun);
            let Some((site, own_action)) =
                site.map(|site| (site.head, true)).or_else(|| self.unworded(noun + 1..end).map(|verb| (verb, false)))
            else {
                sentence.stop(self.frame, word, || Reason::AnotherAction);
                continue;
            };
            found.push(Ranked { rank, word, noun, words: start..end, own_class, site, own_action });
        }
        found
    }

    /// The class noun that the rank at `word` narrows, and whether it is the claim's own.
    fn class_noun(&self, word: usize) -> Option<(usize, bool)> {
        let sentence = self.sentence;
        let FrameShape::Selector { class, .. } = &self.frame.shape else { return None };
        let own = class.head_lemma().unwrap_or_default();
        for noun in word + 1..sentence.forms.len().min(word + 7) {
            let lemma = sentence.lemma(noun).to_lowercase();
            if rank_at(sentence, noun).is_some() {
                return None;
            }
            let own_class = self.class.weight_of(&lemma).is_some();
            let wider = lemma == "one"
                || words().verbs.people.contains(&lemma)
                || words().is_a(&own, &lemma) && words().kind_of(&lemma).is_some();
            let next_is_noun = sentence.forms.get(noun + 1).is_some_and(|_| {
                matches!(sentence.upos(noun + 1), Upos::Noun) && sentence.value_at(noun + 1).is_none()
            });
            if (own_class || wider) && !next_is_noun {
                return Some((noun, own_class));
            }
            if !matches!(sentence.upos(noun), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part | Upos::Num)
                && !matches!(sentence.forms[noun].as_str(), "-" | "-ever" | "sitting" | "serving")
            {
                return None;
            }
        }
        None
    }

    /// Where the phrase around `noun` ends: at a mark, or at the verb that equates the whole with something.
    fn phrase_end(&self, noun: usize) -> usize {
        let sentence = self.sentence;
        let total = sentence.forms.len();
        let mut acted = false;
        for word in noun + 1..total {
            let form = sentence.forms[word].as_str();
            let mark = sentence.upos(word) == Upos::Punct && !matches!(form, "-" | "\"" | "“" | "”" | "'" | "’");
            let equates = matches!(form, "is" | "was" | "are" | "were" | "remains" | "remained");
            if mark
                || equates
                    && (acted || word == noun + 1)
                    && !matches!(sentence.upos(word + 1.min(total - word - 1)), Upos::Verb)
            {
                return word;
            }
            acted |= sentence.upos(word) == Upos::Verb;
        }
        total
    }

    /// The verb of an action in other words: it concerns everybody and everything that the claim's action names.
    fn unworded(&self, range: Range<usize>) -> Option<usize> {
        let FrameShape::Selector { action, .. } = &self.frame.shape else { return None };
        let sentence = self.sentence;
        let verb = range.clone().take(6).find(|&word| sentence.upos(word) == Upos::Verb)?;
        let opened = (range.start..verb).any(|word| matches!(sentence.forms[word].as_str(), "to" | "who" | "that"));
        let all = !action.entities.is_empty()
            && action
                .entities
                .iter()
                .filter(|entity| !self.is_bound(**entity))
                .all(|&wanted| sentence.mentions_of(wanted).any(|mention| range.contains(&mention.head)));
        (opened && all).then_some(verb)
    }

    /// "before Smith" in the claim: who comes after the selected one, no part of the action.
    fn is_bound(&self, entity: EntityId) -> bool {
        is_bound(self.frame, self.sentence, entity)
    }

    /// "Ann Pell was the first woman to …", "the last one to … was Pell, in 2013".
    fn ranks(&self, ranked: &Ranked, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let note = |what: &str| sentence.note(frame, ranked.word, || format!("{:?}: {what}", ranked.rank));
        // What stands beside a name is presupposed, however the clause goes on.
        let beside = ranked
            .words
            .start
            .checked_sub(1)
            .is_some_and(|mark| matches!(sentence.forms[mark].as_str(), "," | "–" | "—" | "("));
        let stop = |why: Reason| sentence.stop(frame, ranked.word, || why);
        if !beside {
            match voice_of(sentence, ranked.noun) {
                Ok((_, false)) => {}
                Ok((_, true)) => return stop(Reason::Negated),
                Err(modality) => return stop(Reason::NotAsserted(modality)),
            }
        }
        let since = ranked.words.clone().any(|word| sentence.forms[word] == "since");
        if since {
            return self.recount(ranked, out);
        }
        if is_since_claim(frame) {
            return;
        }
        if !fit::class_fits(frame, sentence, ranked.noun, ranked.word) {
            return stop(Reason::NarrowerClass);
        }
        let site = Site {
            head: ranked.site,
            words: vec![ranked.site],
            weight: 1.0,
            form: SiteForm::Verb,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        };
        if !fit::places_met(frame, sentence) || fit::elsewhere(frame, sentence, &site) {
            return stop(Reason::AnotherPlace);
        }
        let names = self.names(ranked);
        note(&format!("names {:?}", names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>()));
        let same_rank = ranked.rank == self.selector;
        let mut right: Option<Stated> = None;
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            let mut wrong: Option<&Stated> = None;
            for name in &names {
                match compare_name(frame, sentence, name, answer) {
                    NameMatch::Same => right = Some(name.clone()),
                    NameMatch::Different
                        if name.proper
                            && (name.entity.is_none() || name.how <= How::Carried)
                            && !(ranked.rank == Selector::Last
                                && frame.entities().any(|entity| name.entity == Some(entity))) =>
                    {
                        wrong = wrong.or(Some(name));
                    }
                    _ => {}
                }
            }
            let sure = ranked.own_class && ranked.own_action;
            let (name, verdict, code, reason) = match (&right, wrong) {
                (Some(name), _) if same_rank => (
                    name,
                    Verdict::Supported,
                    "agrees",
                    format!("“{}” is put forward as the {}", name.text, title(self.selector)),
                ),
                (Some(name), _) if sure && excludes(self.selector, ranked.rank) => (
                    name,
                    Verdict::Conflict,
                    "wrong-rank",
                    format!("“{}” is put forward as {:?}", name.text, ranked.rank),
                ),
                (None, Some(name)) if same_rank && sure => (
                    name,
                    Verdict::Conflict,
                    "wrong-name",
                    format!("“{}” is put forward as the {}", name.text, title(self.selector)),
                ),
                // A last one before means that nobody after is the first.
                (None, Some(name))
                    if sure
                        && self.selector == Selector::Last
                        && ranked.rank == Selector::First
                        && !self.spans_time(ranked) =>
                {
                    (name, Verdict::Conflict, "not-the-first", format!("somebody came before “{}”", name.text))
                }
                _ => continue,
            };
            let focus = if code == "wrong-rank" { sentence.tree.words[ranked.word].span } else { name.span };
            out.push(judged(
                frame,
                sentence,
                ranked.word,
                verdict,
                code,
                sentence.span_of([ranked.word, ranked.site]).to(name.span),
                focus,
                focus.of(sentence.text()).to_owned(),
                expectation(frame, sentence, &answer.accepted),
                reason,
                if ranked.own_action { 0.9 } else { 0.8 },
            ));
        }
        if !same_rank || right.is_none() && !(names.is_empty() && ranked.own_class) {
            return;
        }
        for answer in frame.answers.iter().filter(|answer| answer.values().any(|value| value.kind() == Kind::Date)) {
            for value in &sentence.values {
                let Some(reading) =
                    value.mention.readings.iter().find(|reading| answer.values().any(|v| comparable(reading, v)))
                else {
                    continue;
                };
                if !self.dates_it(ranked, value, right.as_ref())
                    || sentence.has_case(value.head, &["since", "until", "before", "after", "than"])
                {
                    continue;
                }
                let span = match &right {
                    Some(name) => name.span.to(value.mention.span),
                    None => sentence.span_of([ranked.word]).to(value.mention.span),
                };
                date_judgement(
                    frame,
                    sentence,
                    answer,
                    reading,
                    ranked.word,
                    value.mention.span,
                    span,
                    true,
                    0.95,
                    out,
                );
            }
        }
    }

    /// Whether the phrase itself bounds the time: "the first woman in a decade to …".
    fn spans_time(&self, ranked: &Ranked) -> bool {
        let sentence = self.sentence;
        sentence.values.iter().any(|value| {
            value.words.start >= ranked.words.start
                && value.words.start <= ranked.words.end + 1
                && value.mention.readings.iter().any(|reading| {
                    matches!(reading, Value::Date(_)) || reading.kind() == Kind::Measure(Dimension::Time)
                })
        }) || ranked.words.clone().any(|word| {
            matches!(
                sentence.forms[word].as_str(),
                "time" | "century" | "decade" | "year" | "season" | "era" | "century's"
            )
        })
    }

    /// The names that the phrase is given to.
    fn names(&self, ranked: &Ranked) -> Vec<Stated> {
        let sentence = self.sentence;
        let noun = ranked.noun;
        let as_noun = Site {
            form: SiteForm::Noun,
            head: noun,
            words: vec![noun],
            weight: 1.0,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        };
        let mut names = stated_names(sentence, &as_noun);
        names.extend(subjects(sentence, noun));
        let verb = sentence.tree.words[noun].head;
        if let Some(verb) = verb.filter(|&verb| matches!(sentence.lemma(verb), "become" | "be" | "remain" | "make")) {
            names.extend(subjects(sentence, verb));
        }
        let named = |mention: &&Mention| matches!(mention.what, What::Known | What::Other);
        let at = |word: usize| stated(sentence, word).filter(|name| name.proper);
        let forms = &sentence.forms;
        // "Ann Pell, the first woman to", "Ann Pell, 41, who in 2016 became the first woman to".
        let before =
            ranked.words.start.checked_sub(1).filter(|&mark| matches!(forms[mark].as_str(), "," | "–" | "—" | "("));
        if let Some(mark) = before {
            let age = mark
                .checked_sub(1)
                .filter(|&word| sentence.value_at(word).is_some() && word > 0 && forms[word - 1] == ",");
            let end = age.map_or(mark, |word| word - 1);
            names.extend(sentence.mentions.iter().filter(named).find(|m| m.words.end == end).and_then(|m| at(m.head)));
        }
        names.extend(sentence.name_before_who(ranked.words.start).and_then(|mention| at(mention.head)));
        // "was Ann Pell", ", Ann Pell", ", a clerk called Ann Pell".
        let end = ranked.words.end;
        if end < forms.len() {
            let start = end + 1;
            let equated = matches!(forms[end].as_str(), "is" | "was" | "are" | "were" | "remains" | "remained" | ":");
            let next = sentence.mentions.iter().filter(named).find(|mention| {
                let first = mention.words.start;
                let called =
                    first > start && first <= start + 5 && matches!(forms[first - 1].as_str(), "called" | "named");
                first == start || first == start + 1 && is_title(sentence, start) || called
            });
            let listed = |mention: &&Mention| {
                equated
                    || forms
                        .get(mention.words.end)
                        .is_none_or(|form| matches!(form.as_str(), "," | "." | ")" | "–" | "—" | ";"))
            };
            if equated || matches!(forms[end].as_str(), "," | "–" | "—" | "(") {
                names.extend(next.filter(listed).and_then(|mention| at(mention.head)));
            }
        }
        names.retain(|name| {
            !(ranked.noun..ranked.words.end).contains(&name.word) || name.entity.is_none() && !name.proper
        });
        names
    }

    /// Whether a date says when the selected one acted: beside the phrase or its name, no other verb between.
    fn dates_it(&self, ranked: &Ranked, value: &ValueAt, name: Option<&Stated>) -> bool {
        let sentence = self.sentence;
        let below = sentence.subtree(ranked.noun);
        if ranked.words.contains(&value.head) || below.contains(&value.head) {
            return true;
        }
        let (mut from, mut to) = (ranked.words.start, ranked.words.end);
        if let Some(name) = name {
            from = from.min(name.word);
            to = to.max(name.word + 1);
        }
        let gap = if value.words.end <= from {
            value.words.end..from
        } else if value.words.start >= to {
            to..value.words.start
        } else {
            return true;
        };
        gap.clone().all(|word| {
            !matches!(sentence.forms[word].as_str(), ";" | "." | "and" | "but" | "while" | "when")
                && (sentence.upos(word) != Upos::Verb
                    || matches!(sentence.lemma(word), "become" | "be")
                    || self.sites.iter().any(|site| site.head == word))
        }) && gap.len() <= 8
    }

    /// "the third rise since 2014" of what the claim has as the first since then.
    fn recount(&self, ranked: &Ranked, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let Selector::Nth(_) = ranked.rank else { return };
        if !is_since_claim(frame) || !ranked.own_class || !fit::places_met(frame, sentence) {
            return;
        }
        for value in sentence.values.iter().filter(|value| since_before(sentence, value.words.start)) {
            let Some(reading @ Value::Date(_)) = value.mention.readings.first() else { continue };
            let same = frame.answers.iter().flat_map(Answer::values).any(|expected| {
                expected.kind() == Kind::Date
                    && value::compare(reading, Op::Equal, expected).agreement == Agreement::Supported
            });
            if same {
                let focus = sentence.tree.words[ranked.word].span;
                out.push(judged(
                    frame,
                    sentence,
                    ranked.word,
                    Verdict::Conflict,
                    "wrong-rank",
                    focus.to(value.mention.span),
                    focus,
                    focus.of(sentence.text()).to_owned(),
                    "the first since".to_owned(),
                    "the claim has it as the first since then".to_owned(),
                    0.95,
                ));
            }
        }
    }

    /// "last visited Russia in 2013": the verb itself is ranked.
    fn verb_ranked(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        for word in 0..sentence.forms.len() {
            if rank_at(sentence, word) != Some(self.selector) {
                continue;
            }
            let Some(verb) = sentence.tree.words[word].head else { continue };
            let Some(site) = self.sites.iter().find(|site| site.head == verb) else { continue };
            let below = sentence.subtree(verb);
            if sentence.upos(verb) != Upos::Verb
                || below.iter().any(|&word| sentence.forms[word] == "since")
                || !fit::places_met(frame, sentence)
                || fit::elsewhere(frame, sentence, site)
                || !matches!(voice_of(sentence, word), Ok((_, false)))
            {
                continue;
            }
            let names = subjects(sentence, verb);
            let name = names.iter().find(|name| {
                frame
                    .answers
                    .iter()
                    .filter(|answer| answer.is_name())
                    .any(|answer| compare_name(frame, sentence, name, answer) == NameMatch::Same)
            });
            let mine = name.is_some() || names.is_empty() || frame.answers.iter().all(|answer| !answer.is_name());
            if let (Some(name), Some(answer)) = (name, frame.answers.iter().find(|answer| answer.is_name())) {
                out.push(judged(
                    frame,
                    sentence,
                    word,
                    Verdict::Supported,
                    "agrees",
                    sentence.span_of([word, verb]).to(name.span),
                    name.span,
                    name.text.clone(),
                    expectation(frame, sentence, &answer.accepted),
                    format!("“{}” is put forward as the {}", name.text, title(self.selector)),
                    0.9,
                ));
            }
            if !mine {
                continue;
            }
            for answer in frame.answers.iter().filter(|answer| answer.values().any(|value| value.kind() == Kind::Date))
            {
                for value in &sentence.values {
                    let reading =
                        value.mention.readings.iter().find(|reading| answer.values().any(|v| comparable(reading, v)));
                    let inside = below.contains(&value.head) || sentence.clause(value.head) == sentence.clause(verb);
                    let bound = sentence.has_case(value.head, &["since", "until", "before", "after", "than"]);
                    if let (Some(reading), true, false) = (reading, inside, bound) {
                        let focus = value.mention.span;
                        let span = sentence.span_of([word]).to(focus);
                        date_judgement(frame, sentence, answer, reading, word, focus, span, name.is_some(), 0.88, out);
                    }
                }
            }
        }
    }
}

/// The rank that a word gives, if it gives one.
fn rank_at(sentence: &Sentence, word: usize) -> Option<Selector> {
    let form = sentence.forms[word].as_str();
    match form {
        "first" => Some(Selector::First),
        // "last year", "last Monday night": when, not which.
        "last" | "latest"
            if sentence
                .value_at(word)
                .is_some_and(|value| matches!(value.mention.readings.first(), Some(Value::Date(_)))) =>
        {
            None
        }
        "last" | "latest" => Some(Selector::Last),
        "recent" if word > 0 && sentence.forms[word - 1] == "most" => Some(Selector::Last),
        "only" | "sole" | "lone" => Some(Selector::Only),
        _ => sentence.value_at(word)?.mention.readings.iter().find_map(|reading| match reading {
            Value::Ordinal(1) => Some(Selector::First),
            Value::Ordinal(rank) if *rank > 0 => u32::try_from(*rank).ok().map(Selector::Nth),
            _ => None,
        }),
    }
}

/// Whether one and the same cannot be both: the first is not the second, the only one no third.
fn excludes(claimed: Selector, stated: Selector) -> bool {
    match (claimed, stated) {
        (Selector::First | Selector::Only, Selector::Nth(_)) | (Selector::Nth(_), Selector::First | Selector::Only) => {
            true
        }
        (Selector::Nth(a), Selector::Nth(b)) => a != b,
        _ => false,
    }
}

fn subjects(sentence: &Sentence, word: usize) -> Vec<Stated> {
    slots_of(sentence, word)
        .into_iter()
        .filter(|(slot, _)| *slot == Slot::Subject)
        .filter_map(|(_, word)| stated(sentence, word))
        .collect()
}

fn is_title(sentence: &Sentence, word: usize) -> bool {
    words().titles.contains_key(sentence.forms[word].trim_end_matches('.'))
}

/// "X is the first … since Y": the claim says what came before.
fn is_since_claim(frame: &Frame) -> bool {
    frame.parts.iter().any(|part| part.role == Role::Oblique("since".into()))
}

/// "before Smith" in the action: who comes after the selected one.
fn is_bound(frame: &Frame, sentence: &Sentence, entity: EntityId) -> bool {
    let FrameShape::Selector { action, .. } = &frame.shape else { return false };
    let Some((_, tail)) = action.text.split_once(" before ") else { return false };
    tail.split_whitespace().any(|word| sentence.base().entities.has_word(entity, &word.to_lowercase()))
}

#[allow(clippy::too_many_arguments)]
fn date_judgement(
    frame: &Frame,
    sentence: &Sentence,
    answer: &Answer,
    stated: &Value,
    word: usize,
    focus: Span,
    span: Span,
    firm: bool,
    confidence: f32,
    out: &mut Vec<Judged>,
) {
    for expected in answer.values().filter(|value| value.kind() == Kind::Date) {
        let comparison = value::compare(stated, Op::Equal, expected);
        let verdict = match comparison.agreement {
            Agreement::Conflict if firm => Verdict::Conflict,
            Agreement::Imprecise => Verdict::Imprecise,
            Agreement::Supported => Verdict::Supported,
            _ => continue,
        };
        out.push(judged(
            frame,
            sentence,
            word,
            verdict,
            "date-mismatch",
            span,
            focus,
            focus.of(sentence.text()).to_owned(),
            expectation(frame, sentence, &answer.accepted),
            comparison.because,
            confidence,
        ));
    }
}

fn title(selector: Selector) -> &'static str {
    match selector {
        Selector::First => "first",
        Selector::Last => "last",
        Selector::Only => "only one",
        Selector::Nth(_) => "one in that place",
    }
}

fn since_before(sentence: &Sentence, word: usize) -> bool {
    word > 0 && sentence.forms[word - 1] == "since"
}

#[allow(clippy::too_many_arguments)]
fn judged(
    frame: &Frame,
    sentence: &Sentence,
    word: usize,
    verdict: Verdict,
    code: &'static str,
    span: Span,
    focus: Span,
    says: String,
    expected: String,
    reason: String,
    confidence: f32,
) -> Judged {
    let span = if span.len() <= 200 { span } else { focus };
    let claim = match &frame.shape {
        FrameShape::Selector { class, action, selector } => {
            format!("the {} {} to {}", title(*selector), class.text, action.text)
        }
        _ => String::new(),
    };
    Judged {
        verdict,
        code: if verdict == Verdict::Supported { "agrees" } else { code },
        fact: Some(frame.fact),
        sentence: sentence.index,
        word,
        span,
        focus,
        says,
        expected,
        because: vec![format!("the text speaks of {claim}"), reason],
        confidence,
        suggestion: None,
    }
}
