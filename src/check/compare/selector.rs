//! Last, first, only, nth — and what follows from them: "since", "in over a decade", "never before".

mod deed;
mod fit;
mod gap;
mod kind;
mod named;
mod only;
mod phrase;
mod verb;

use super::amount::comparable;
use super::expectation;
use super::name::{NameMatch, Stated, compare as compare_name};
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Answer, Expected, Frame, FrameShape, Role};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, sites};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::{Concept, lexicon, words};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Selector;
use crate::span::Span;
use crate::value::{self, Agreement, Dimension, Kind, Op, Value};
use phrase::{Class, Ranked, excludes};

pub use kind::judge as judge_kind;

/// Judges statements about the selected one, and about the time since.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Selector { selector, class, .. } = &frame.shape else { return };
    let class = class.head_lemma().map(|lemma| Concept::of(&lemma)).unwrap_or_default();
    // "falsely claims that …": whatever the parse makes of the claim, it is called untrue.
    if sentence.forms.iter().any(|form| words().modality.falsely.contains(form)) {
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
    sites.extend(fit::inflections(frame, sentence, &sites));
    sites.extend(fit::presences(frame, sentence, &class, &sites));
    let case = Case { frame, sentence, selector: *selector, class: &class, sites: &sites };
    if !sites.is_empty() || !frame.parts.is_empty() {
        case.gap(out);
    }
    for ranked in case.ranked() {
        case.ranks(&ranked, out);
    }
    case.only(out);
    case.deeds(out);
    case.verb_ranked(out);
    case.never(out);
    case.years_since(out);
}

/// One claim against one sentence.
struct Case<'c, 's, 'a> {
    frame: &'c Frame,
    sentence: &'c Sentence<'s, 'a>,
    selector: Selector,
    class: &'c Concept,
    sites: &'c [Site],
}

impl Case<'_, '_, '_> {
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
        let placed = fit::places_met(frame, sentence) || self.placed_before(ranked);
        if !placed || fit::elsewhere(frame, sentence, &site) {
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
                    NameMatch::Different if self.may_be_wrong(ranked, name) => wrong = wrong.or(Some(name)),
                    NameMatch::Unclear if self.is_surname(name, answer) => wrong = wrong.or(Some(name)),
                    _ => {}
                }
            }
            let Some((name, verdict, code, reason)) = self.put_forward(ranked, right.as_ref(), wrong) else { continue };
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
        if names.is_empty() {
            self.unnamed(ranked, out);
        }
        if !same_rank || right.is_none() && !(names.is_empty() && ranked.class == Class::Own) {
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
                    // "The last barge to cross" is dated, but is not the last to block.
                    ranked.own_action,
                    0.95,
                    out,
                );
            }
        }
    }

    /// What a phrase with a right or a wrong name says of the claim.
    fn put_forward<'n>(
        &self,
        ranked: &Ranked,
        right: Option<&'n Stated>,
        wrong: Option<&'n Stated>,
    ) -> Option<(&'n Stated, Verdict, &'static str, String)> {
        let same_rank = ranked.rank == self.selector;
        let sure = ranked.class == Class::Own && ranked.own_action;
        let as_rank = |name: &Stated, rank: &str| format!("“{}” is put forward as the {rank}", name.text);
        let stated = self.sentence.forms[ranked.word].as_str();
        match (right, wrong) {
            (Some(name), _) if same_rank => {
                Some((name, Verdict::Supported, "agrees", as_rank(name, &title(self.selector))))
            }
            (Some(name), _) if sure && excludes(self.selector, ranked.rank) => {
                Some((name, Verdict::Conflict, "wrong-rank", as_rank(name, stated)))
            }
            (None, Some(name)) if same_rank && (sure || ranked.own_action && self.is_of_class(name)) => {
                Some((name, Verdict::Conflict, "wrong-name", as_rank(name, &title(self.selector))))
            }
            // A last one before means that nobody after is the first.
            (None, Some(name))
                if sure
                    && self.selector == Selector::Last
                    && ranked.rank == Selector::First
                    && !self.spans_time(ranked) =>
            {
                Some((name, Verdict::Conflict, "not-the-first", format!("somebody came before “{}”", name.text)))
            }
            _ => None,
        }
    }

    /// Whether a name that is not the claim's can contradict it.
    fn may_be_wrong(&self, ranked: &Ranked, name: &Stated) -> bool {
        let own = self.frame.entities().any(|entity| name.entity == Some(entity));
        name.proper && (name.entity.is_none() || name.how <= How::Carried) && !(ranked.rank == Selector::Last && own)
    }

    /// "Tarn was the first clerk to …": where a person is put forward, a lone name that no rule knows is a surname.
    fn is_surname(&self, name: &Stated, answer: &Answer) -> bool {
        let FrameShape::Selector { class, .. } = &self.frame.shape else { return false };
        let entities = &self.sentence.base().entities;
        let person = class.head_lemma().is_some_and(|own| words().kind_of(&own) == Some("person"));
        let word = name.text.to_lowercase();
        let known = gap::answer_entities(self.frame)
            .any(|own| entities.kind_of(own) != Some(crate::rulebook::Kind::Person) || entities.has_word(own, &word));
        let person = person && answer.accepted.iter().all(|expected| matches!(expected, Expected::Entity(_)));
        person && name.proper && name.entity.is_none() && !known && name.text.split_whitespace().count() == 1
    }

    /// Whether the rules have the name among the claim's class: an office of that title, or another claim's answer.
    fn is_of_class(&self, name: &Stated) -> bool {
        let FrameShape::Selector { class, .. } = &self.frame.shape else { return false };
        let (Some(entity), Some(own)) = (name.entity, class.head_lemma()) else { return false };
        let base = self.sentence.base();
        let held = base.rulebook.entity(entity).is_some_and(|entity| {
            entity.classes.iter().any(|held| held.title.to_lowercase().split_whitespace().any(|word| word == own))
        });
        let answers = |frame: &Frame| gap::answer_entities(frame).any(|answer| answer == entity);
        held || base.frames_with(entity).any(|other| {
            matches!(&other.shape, FrameShape::Selector { class: its, .. }
                if its.attribute == class.attribute && its.entities == class.entities)
                && answers(other)
        })
    }

    /// "… to do so": where the sentence before has the places of the claim.
    fn placed_before(&self, ranked: &Ranked) -> bool {
        let sentence = self.sentence;
        ranked
            .told
            .filter(|told| *told != sentence.index)
            .is_some_and(|index| fit::places_met(self.frame, &Sentence { scene: sentence.scene, index }))
    }

    /// "This is only the second …", "she is the first ever to …": who is meant is not named, but the article is about
    /// nobody else, or it does not matter who it is.
    fn unnamed(&self, ranked: &Ranked, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let said_of = (0..ranked.words.start)
            .rev()
            .find(|&word| !matches!(sentence.lemma(word), "be" | "become" | "also" | "now" | "still"))
            .filter(|&word| word + 1 < ranked.words.start)
            .map_or("", |word| sentence.forms[word].as_str());
        if !matches!(said_of, "it" | "this" | "she" | "he") || ranked.class != Class::Own || !ranked.own_action {
            return;
        }
        let of_topic = gap::answer_entities(frame).any(|answer| {
            let is_person = sentence.base().entities.kind_of(answer) == Some(crate::rulebook::Kind::Person);
            is_person == matches!(said_of, "she" | "he") && sentence.scene.is_main(answer)
        });
        let ever = ranked.words.clone().any(|word| sentence.forms[word] == "ever")
            && frame.entities().any(|entity| self.is_bound(entity));
        let (code, reason) = if of_topic && excludes(self.selector, ranked.rank) {
            ("wrong-rank", format!("“{said_of}” is put forward as the {}", sentence.forms[ranked.word]))
        } else if ever
            && !of_topic
            && self.selector == Selector::Last
            && ranked.rank == Selector::First
            && !self.spans_time(ranked)
        {
            ("not-the-first", "somebody came before".to_owned())
        } else {
            return;
        };
        let focus = sentence.tree.words[ranked.word].span;
        let expected: Vec<String> =
            frame.answers.iter().map(|answer| expectation(frame, sentence, &answer.accepted)).collect();
        out.push(judged(
            frame,
            sentence,
            ranked.word,
            Verdict::Conflict,
            code,
            sentence.span_of([ranked.word, ranked.site]),
            focus,
            focus.of(sentence.text()).to_owned(),
            expected.join(", "),
            reason,
            0.85,
        ));
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

    /// "the third rise since 2014" of what the claim has as the first since then.
    fn recount(&self, ranked: &Ranked, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let Selector::Nth(_) = ranked.rank else { return };
        if !is_since_claim(frame) || ranked.class != Class::Own || !fit::places_met(frame, sentence) {
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

/// The rank in words, as it stands after "the".
fn title(selector: Selector) -> String {
    match selector {
        Selector::First => "first".to_owned(),
        Selector::Last => "last".to_owned(),
        Selector::Only => "only one".to_owned(),
        Selector::Nth(rank) => Value::Ordinal(i64::from(rank)).describe(),
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
        // "Had last visited": the class is the deed.
        FrameShape::Selector { class, action, selector } if class.text == action.text => {
            format!("the {} {}", title(*selector), class.text)
        }
        FrameShape::Selector { class, action, selector } => {
            format!("the {} {} to {}", title(*selector), class.text, action.text)
        }
        _ => format!("the last {}", frame.head.concept.text),
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
