//! Last, first, only, nth — and what follows from them: "since", "in over a decade", "never before".

use super::amount::comparable;
use super::expectation;
use super::name::{NameMatch, Stated, compare as compare_name, stated, stated_names};
use crate::article::clause::{Modality, is_negation};
use crate::article::mention::{How, Mention, What};
use crate::article::reading::ValueAt;
use crate::check::Verdict;
use crate::check::frame::{Answer, Expected, Frame, FrameShape, PartKind, Phrase, Role};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, sites, slots_of};
use crate::check::unify::{Fit, filler_fit, foreign_modifier};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::{Concept, words};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Selector;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, DateSet, Dimension, Kind, Op, Value};
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
    sites.extend(presences(frame, sentence, &class, &sites));
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
                sentence.note(self.frame, word, || format!("{rank:?}, of the class, but the action is another"));
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
        if !beside && !matches!(voice_of(sentence, ranked.noun), Ok((_, false))) {
            return note("not asserted");
        }
        let since = ranked.words.clone().any(|word| sentence.forms[word] == "since");
        if since {
            return self.recount(ranked, out);
        }
        if is_since_claim(frame) {
            return;
        }
        if !class_fits(frame, sentence, ranked.noun, ranked.word) {
            return note("the class is narrower than the claim's");
        }
        let site = Site {
            head: ranked.site,
            words: vec![ranked.site],
            weight: 1.0,
            form: SiteForm::Verb,
            inverse: false,
            negative: false,
            preps: Vec::new(),
        };
        if !places_met(frame, sentence) || elsewhere(sentence, &site) {
            return note("another place or rival");
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
        if !is_since_claim(frame) || !ranked.own_class || !places_met(frame, sentence) {
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
                || !places_met(frame, sentence)
                || elsewhere(sentence, site)
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

    /// "No president has visited since 2013", "the first visit since Obama's", "not in over a decade": how long ago the one
    /// before was.
    fn gap(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        if self.selector != Selector::Last && !is_since_claim(frame) {
            return;
        }
        let first = (0..sentence.forms.len()).find(|&word| {
            sentence.forms[word] == "first"
                && matches!(
                    sentence.tree.words[word].deprel,
                    Deprel::Amod
                        | Deprel::Advmod
                        | Deprel::Root
                        | Deprel::Xcomp
                        | Deprel::Obj
                        | Deprel::Nsubj
                        | Deprel::Obl
                )
        });
        // "Putin's first since 2021" leaves its noun out; "his first meeting" names another event than the claim's.
        let elliptic = first.filter(|&word| !sentence.is(word, Deprel::Amod));
        for site in self.sites.iter().map(|site| site.head).chain(elliptic.filter(|_| self.sites.is_empty())) {
            let note = |what: &str| sentence.note(frame, site, || format!("since when: {what}"));
            let asserted = sentence.assertion(site);
            if matches!(asserted.modality, Some(Modality::Question | Modality::Debunked | Modality::Denial)) {
                continue;
            }
            let clause = sentence.clause(site);
            let negated = asserted.negated
                || (0..sentence.forms.len()).any(|word| {
                    is_negation(&sentence.forms[word])
                        && (sentence.clause(word) == clause
                            || sentence.tree.words[word].head.is_some_and(|head| sentence.clause(head) == clause))
                });
            let first = first.filter(|&word| sentence.distance(word, site) <= 4);
            if !negated && first.is_none() {
                continue;
            }
            if !places_met(frame, sentence) {
                note("another place or rival");
                continue;
            }
            if !agents_met(frame, sentence, self.class, site) {
                note("not said of the claim's class or people");
                continue;
            }
            let near = |word: usize| sentence.clause(word) == clause || sentence.distance(word, site) <= 4;
            for since in (0..sentence.forms.len()).filter(|&word| sentence.forms[word] == "since" && near(word)) {
                // "Pell, mayor since 2015, did not …" denies nothing of the time since: the denial opens it, or it opens
                // the clause.
                let denied = (0..since).any(|word| is_negation(&sentence.forms[word]))
                    || since == 0
                    || matches!(sentence.forms[since - 1].as_str(), ";" | "," | "and" | "but" | "that");
                if first.is_some() || denied {
                    self.since(site, since, out);
                }
            }
            for value in sentence.values.iter().filter(|value| near(value.head)) {
                let lapse = sentence.has_case(value.head, &["in", "for", "over", "after"]);
                match value.mention.readings.first() {
                    Some(reading) if lapse && reading.kind() == Kind::Measure(Dimension::Time) => {
                        elapsed_judgement(frame, sentence, reading, site, value.mention.span, out);
                    }
                    // "in over a decade" read as a date.
                    Some(reading @ Value::Date(date)) if lapse && date.relative => {
                        self.dates(site, reading, value.mention.span, out);
                    }
                    _ => {}
                }
            }
        }
    }

    /// "No Spaniard had ever won it before": there was no one before, so whoever the claim has as the last is denied, and
    /// whoever it has as the first is confirmed.
    fn never(&self, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let form = |wanted: &[&str]| sentence.forms.iter().any(|form| wanted.contains(&form.as_str()));
        if !form(&["ever", "before", "until"]) || form(&["since", "but", "except", "other", "besides", "than"]) {
            return;
        }
        let spans =
            sentence.values.iter().any(|value| sentence.has_case(value.head, &["in", "for", "until", "before"]));
        for noun in 1..sentence.forms.len() {
            let lemma = sentence.lemma(noun).to_lowercase();
            let denied = (noun.saturating_sub(3)..noun).find(|&word| sentence.forms[word] == "no");
            let (Some(no), true) = (denied, self.class.weight_of(&lemma).is_some()) else { continue };
            let Some(site) = self
                .sites
                .iter()
                .find(|site| site.head > noun && sentence.clause(site.head) == sentence.clause(noun) && !site.negative)
            else {
                continue;
            };
            if !class_fits(frame, sentence, noun, no)
                || !class_named(frame, sentence, noun)
                || !places_met(frame, sentence)
                || !matches!(sentence.assertion(site.head).modality, None)
            {
                sentence.note(frame, noun, || "“no …” of another class or place, or not asserted".to_owned());
                continue;
            }
            let verdict = match self.selector {
                Selector::First if !is_since_claim(frame) && form(&["before", "until"]) => Verdict::Supported,
                Selector::Last if !spans => Verdict::Conflict,
                Selector::First if is_since_claim(frame) && !spans => Verdict::Conflict,
                _ => continue,
            };
            let span = sentence.span_of([no, site.head]);
            let expected =
                frame.answers.iter().map(|answer| expectation(frame, sentence, &answer.accepted)).collect::<Vec<_>>();
            out.push(judged(
                frame,
                sentence,
                site.head,
                verdict,
                "not-the-first",
                span,
                span,
                span.of(sentence.text()).to_owned(),
                expected.join(", "),
                "it has nobody before".to_owned(),
                0.85,
            ));
        }
    }

    /// What "since" at `since` names: a date, a name, or a name with its date ("since Ann Pell in 1998").
    fn since(&self, site: usize, since: usize, out: &mut Vec<Judged>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let next = since + 1;
        let value_from = |from: usize, to: usize| {
            sentence.values.iter().find(|value| {
                (from..to).contains(&value.words.start)
                    && matches!(value.mention.readings.first(), Some(Value::Date(date)) if date.is_resolved())
            })
        };
        if let Some(value) = value_from(next, next + 2)
            && let Some(reading) = value.mention.readings.first()
        {
            self.dates(site, reading, value.mention.span, out);
            return;
        }
        let mention = sentence.mentions.iter().find(|mention| {
            (next..next + 2).contains(&mention.words.start) && matches!(mention.what, What::Known | What::Other)
        });
        let Some(name) = mention.and_then(|mention| stated(sentence, mention.head)) else { return };
        let end = mention.map_or(next, |mention| mention.words.end);
        let stop = (end..sentence.forms.len())
            .find(|&word| {
                sentence.upos(word) == Upos::Verb || matches!(sentence.forms[word].as_str(), ";" | "and" | "but")
            })
            .unwrap_or(sentence.forms.len());
        let before = out.len();
        let mut matched = NameMatch::Unclear;
        for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
            matched = compare_name(frame, sentence, &name, answer);
            let verdict = match matched {
                NameMatch::Same => Verdict::Supported,
                NameMatch::Different if name.proper && is_person_like(frame, sentence, &name) => Verdict::Conflict,
                _ => continue,
            };
            out.push(judged(
                frame,
                sentence,
                site,
                verdict,
                "wrong-name",
                sentence.span_of([site]).to(name.span),
                name.span,
                name.text.clone(),
                expectation(frame, sentence, &answer.accepted),
                format!("“since {}” makes {} the last", name.text, name.text),
                0.9,
            ));
        }
        if let Some(value) = value_from(end, stop.min(end + 8)).filter(|_| matched == NameMatch::Same)
            && let Some(reading) = value.mention.readings.first()
        {
            let supported = out.len();
            self.dates(site, reading, value.mention.span, out);
            if out[supported..].iter().any(|judged| judged.verdict == Verdict::Conflict) {
                out.drain(before..supported);
            }
        }
    }

    /// Compares a date with the day of the one before.
    fn dates(&self, site: usize, reading: &Value, focus: Span, out: &mut Vec<Judged>) {
        for answer in &self.frame.answers {
            if answer.values().any(|value| value.kind() == Kind::Date) {
                let span = self.sentence.span_of([site]).to(focus);
                date_judgement(self.frame, self.sentence, answer, reading, site, focus, span, true, 0.88, out);
            }
        }
    }
}

/// The rank that a word gives, if it gives one.
fn rank_at(sentence: &Sentence, word: usize) -> Option<Selector> {
    let form = sentence.forms[word].as_str();
    match form {
        "first" => Some(Selector::First),
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

fn answer_entities(frame: &Frame) -> impl Iterator<Item = EntityId> + '_ {
    frame.answers.iter().flat_map(|answer| &answer.accepted).filter_map(|expected| match expected {
        Expected::Entity(entity) => Some(*entity),
        _ => None,
    })
}

/// Only a name of the expected kind can be the one before: "since the Cold War" names no president.
fn is_person_like(frame: &Frame, sentence: &Sentence, name: &Stated) -> bool {
    let entities = &sentence.base().entities;
    let expected = answer_entities(frame).next().and_then(|entity| entities.kind_of(entity));
    match name.entity {
        Some(entity) => entities.kind_of(entity) == expected,
        None => {
            name.text.split_whitespace().next().is_some_and(|first| crate::lexicon::words().gender(first).is_some())
        }
    }
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

fn elapsed_judgement(
    frame: &Frame,
    sentence: &Sentence,
    stated: &Value,
    word: usize,
    focus: Span,
    out: &mut Vec<Judged>,
) {
    let Some(today) = sentence.scene.date else { return };
    for answer in &frame.answers {
        for expected in answer.values() {
            let Value::Date(date) = expected else { continue };
            let Some(passed) = value::elapsed(&latest_sure(date, today), today) else { continue };
            let comparison = value::compare(stated, Op::Equal, &passed);
            let verdict = match comparison.agreement {
                Agreement::Conflict => Verdict::Conflict,
                Agreement::Imprecise => Verdict::Imprecise,
                Agreement::Supported => Verdict::Supported,
                Agreement::Unrelated => continue,
            };
            let span = sentence.span_of([word]).to(focus);
            let expected = format!("{} ({} ago)", expected.describe(), rounded(&passed).describe());
            out.push(judged(
                frame,
                sentence,
                word,
                verdict,
                "elapsed-mismatch",
                span,
                focus,
                focus.of(sentence.text()).to_owned(),
                expected,
                comparison.because,
                0.86,
            ));
        }
    }
}

/// An elapsed time to the tenth, as a person would say it.
fn rounded(passed: &Value) -> Value {
    match passed.clone() {
        Value::Amount(amount) => Value::Amount(value::Amount {
            nominal: amount.nominal.round_dp(1),
            low: amount.low.map(|low| low.round_dp(1)),
            high: amount.high.map(|high| high.round_dp(1)),
            ..amount
        }),
        other => other,
    }
}

/// The date itself; a claim without a day leaves its elapsed time as wide as its precision.
fn latest_sure(date: &DateSet, _today: jiff::civil::Date) -> DateSet {
    date.clone()
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

/// Whether the class noun carries no modifier that narrows it beyond the claim: "the last Republican president".
fn class_fits(frame: &Frame, sentence: &Sentence, noun: usize, selector: usize) -> bool {
    let FrameShape::Selector { class, action, .. } = &frame.shape else { return false };
    let entities = &sentence.base().entities;
    let own = |word: usize| {
        let lemma = sentence.lemma(word).to_lowercase();
        class.attribute.contains(&lemma)
            || class.entities.iter().any(|entity| entities.has_word(*entity, &sentence.forms[word]))
            || matches!(lemma.as_str(), "sitting" | "serving" | "ever")
    };
    sentence.tree.children(noun).all(|child| {
        let modifies = matches!(
            sentence.tree.words[child].deprel,
            Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nmod
        );
        if !modifies || child == selector || own(child) {
            return true;
        }
        if let Some((entity, _)) = sentence.entity_at(child) {
            // A place of the action beside the class turns the direction round; a class entity is the claim's own.
            return class.entities.iter().any(|own| entities.within(entity, *own) || entities.within(*own, entity))
                && !action.entities.contains(&entity)
                // "the first person at the bank to …" is one of its own.
                || action.entities.contains(&entity) && sentence.has_case(child, &["at", "in"]);
        }
        foreign_modifier(frame, sentence, noun, &[selector]).is_none()
    })
}

/// Whether the class noun carries what narrows the claim's own: "French" of "French woman".
fn class_named(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let FrameShape::Selector { class, .. } = &frame.shape else { return false };
    let around = noun.saturating_sub(4)..noun;
    class.entities.iter().all(|entity| sentence.mentions_of(*entity).any(|mention| around.contains(&mention.head)))
        && class.attribute.iter().enumerate().all(|(at, word)| {
            at == class.head || around.clone().any(|near| sentence.lemma(near).eq_ignore_ascii_case(word))
        })
}

/// Every place and rival of the claim's action is named in the sentence, or is what the article is about.
fn places_met(frame: &Frame, sentence: &Sentence) -> bool {
    let FrameShape::Selector { action, .. } = &frame.shape else { return true };
    let entities = &sentence.base().entities;
    action.entities.iter().filter(|&&wanted| !is_bound(frame, sentence, wanted)).all(|&wanted| {
        let named = sentence
            .mentions
            .iter()
            .filter(|mention| !(rivals(sentence, action, wanted) && sentence.has_case(mention.head, &["in", "at"])))
            .filter_map(|m| m.entity.map(EntityId))
            .any(|entity| entities.within(entity, wanted));
        named
            || sentence.scene.is_topic(wanted)
                && !sentence.mentions.iter().any(|m| {
                    m.entity.map(EntityId).is_some_and(|entity| {
                        entities.kind_of(entity) == entities.kind_of(wanted) && !action.entities.contains(&entity)
                    })
                })
    })
}

/// "win a series against Norway": a win in Norway is another matter.
fn rivals(sentence: &Sentence, action: &Phrase, entity: EntityId) -> bool {
    let entities = &sentence.base().entities;
    let parts: Vec<String> = action.text.split_whitespace().map(str::to_lowercase).collect();
    parts.windows(2).any(|pair| matches!(pair[0].as_str(), "against" | "over") && entities.has_word(entity, &pair[1]))
}

/// "has been to Norway", "the first king in Norway since": being there is how one visits.
fn presences(frame: &Frame, sentence: &Sentence, class: &Concept, known: &[Site]) -> Vec<Site> {
    let FrameShape::Selector { action, .. } = &frame.shape else { return Vec::new() };
    let visit = crate::lexicon::lexicon().named("visit");
    if !frame.head.relations.iter().any(|(relation, _)| Some(*relation) == visit) {
        return Vec::new();
    }
    let entities = &sentence.base().entities;
    let here = |entity: EntityId| action.entities.iter().any(|&place| entities.within(entity, place));
    sentence
        .mentions
        .iter()
        .filter(|mention| {
            mention.entity.map(EntityId).is_some_and(here) && sentence.has_case(mention.head, &["in", "to", "on"])
        })
        .map(|mention| mention.head)
        .filter(|&head| known.iter().all(|site| site.head != head && sentence.tree.words[head].head != Some(site.head)))
        .filter(|&head| {
            let copular = sentence.tree.children(head).any(|child| sentence.is(child, Deprel::Cop))
                || sentence.tree.words[head].head.is_some_and(|up| sentence.lemma(up) == "be");
            copular
                || sentence.tree.words[head]
                    .head
                    .is_some_and(|up| class.weight_of(&sentence.lemma(up).to_lowercase()).is_some())
        })
        .map(|head| Site {
            head,
            words: vec![head],
            weight: 0.9,
            form: SiteForm::Copula,
            inverse: false,
            negative: false,
            preps: Vec::new(),
        })
        .collect()
}

/// Whether the deed is placed somewhere that no rule knows: "a killing in Rotterdam".
fn elsewhere(sentence: &Sentence, site: &Site) -> bool {
    sentence.tree.children(site.head).any(|child| {
        sentence.upos(child) == Upos::Propn
            && sentence.has_case(child, &["in", "at", "near"])
            && sentence.mention_at(child).is_none_or(|mention| mention.entity.is_none())
            && sentence.value_at(child).is_none()
    })
}

/// Whether the event is one of the claim's class and owner.
fn agents_met(frame: &Frame, sentence: &Sentence, class: &Concept, site: usize) -> bool {
    if let FrameShape::Selector { class: claimed, action, .. } = &frame.shape
        && (frame.parts.is_empty() || claimed.text != action.text)
    {
        let entities = &sentence.base().entities;
        let named = |wanted: &EntityId| {
            sentence
                .mentions
                .iter()
                .filter_map(|mention| mention.entity.map(EntityId))
                .any(|entity| entities.within(entity, *wanted))
        };
        let free: Vec<&EntityId> =
            action.entities.iter().filter(|entity| !is_bound(frame, sentence, **entity)).collect();
        return !class.find(&sentence.tree, &sentence.forms).is_empty()
            || (0..sentence.forms.len())
                .any(|word| matches!(sentence.forms[word].as_str(), "none" | "nobody" | "no-one"))
            // "the Reds' first win over Hull since": the captain's is his side's.
            || !claimed.entities.is_empty() && claimed.entities.iter().all(|own| does(sentence, site, *own))
            // Everybody and everything of the deed is there.
            || free.len() > 1 && free.into_iter().all(named);
    }
    // A sentence claim: its named parts must be there, or be what the article is about.
    frame.parts.iter().all(|part| match &part.what {
        PartKind::Entity(entity) => {
            sentence.mentions_of(*entity).next().is_some()
                || slots_of(sentence, site).into_iter().any(|(slot, word)| {
                    matches!(slot, Slot::Subject | Slot::Possessor)
                        && filler_fit(frame, sentence, word, true).fit >= Fit::Likely
                })
                || sentence.scene.is_topic(*entity)
                    && !(part.role == Role::Subject && has_rival(sentence, *entity))
                    && !(part.role == Role::Object && has_object(sentence, site))
        }
        PartKind::Words(concept) => {
            part.role == Role::Subject || !concept.find(&sentence.tree, &sentence.forms).is_empty()
        }
        _ => true,
    })
}

/// Whether the entity stands where the doer of what `site` words does: its subject or possessor.
fn does(sentence: &Sentence, site: usize, entity: EntityId) -> bool {
    slots_of(sentence, site).into_iter().any(|(slot, word)| {
        matches!(slot, Slot::Subject | Slot::Possessor | Slot::Modifier)
            && sentence.entity_at(word).is_some_and(|(found, how)| found == entity && how <= How::Carried)
    })
}

/// "had not seen a murder": the deed is done to something else.
fn has_object(sentence: &Sentence, site: usize) -> bool {
    slots_of(sentence, site)
        .into_iter()
        .any(|(slot, word)| matches!(slot, Slot::Object | Slot::Patient) && sentence.upos(word) != Upos::Pron)
}

/// Whether the sentence names another of the entity's kind.
fn has_rival(sentence: &Sentence, entity: EntityId) -> bool {
    let entities = &sentence.base().entities;
    sentence
        .mentions
        .iter()
        .filter_map(|mention| mention.entity.map(EntityId))
        .any(|other| other != entity && entities.kind_of(other) == entities.kind_of(entity))
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
