//! One part of an event that the text gives otherwise: whether the text speaks of the claim's own event, or of another one.
//!
//! As for figures (`check::concern`), no single sign decides. Who and what else agrees, the wording, the kind of part that
//! differs and by how much: each is a sign with a weight learnt from judged statements, in `difference.tsv`.

use super::part::{Difference, DifferenceKind, PartFit};
use super::{Comparison, Judgement, event_sites, is_core, is_early};
use crate::article::BlockKind;
use crate::article::coreference::Known;
use crate::article::mention::{How, What};
use crate::check::compare::amount::is_rare;
use crate::check::compare::figure;
use crate::check::frame::{Frame, Part, PartKind, Role};
use crate::check::reason::Reason;
use crate::check::scene::{Scene, Sentence};
use crate::check::site::{SiteForm, Slot, slots_of};
use crate::check::unify::{excluded_by, is_long_past, modifiers_met};
use crate::check::verdict::Judged;
use crate::check::weigh::{Weights, block_sign, crossed};
use crate::lexicon::{lexicon, words};
use crate::syntax::{Deprel, Upos};
use crate::value::{Kind, Value};
use std::sync::OnceLock;

/// How sure it must be that the text means the claim's event before it is called wrong, or right.
const SURE_OF_CONFLICT: f32 = 0.78;
const SURE_OF_SUPPORT: f32 = 0.45;

/// A difference between the claim's event and a statement of such an event.
#[derive(Debug)]
pub struct Candidate {
    /// Whether a part of the event is given otherwise; `false` where nothing contradicts the claim.
    pub differs: bool,
    pub signs: Vec<String>,
    /// How sure it is by these.
    pub sure: f32,
    /// How sure it is whatever the weights say.
    least: f32,
    pub judged: Judged,
}

/// Judges a difference.
pub fn judge(frame: &Frame, scene: &Scene, candidate: Candidate, sure: f32, out: &mut Vec<Judged>) {
    let Candidate { differs, least, judged, signs, sure: alone } = candidate;
    let sentence = Sentence { scene, index: judged.sentence };
    let word = judged.word;
    let wanted = if differs { SURE_OF_CONFLICT } else { SURE_OF_SUPPORT };
    let sure = sure.max(least);
    sentence.note(frame, word, || {
        format!("“{}”, sure {sure:.2} of {wanted:.2} [{}]", judged.focus.of(scene.text), signs.join(" "))
    });
    if sure >= wanted {
        out.push(Judged { confidence: sure, ..judged });
    } else if differs && alone >= wanted {
        sentence.stop(frame, word, || Reason::Rivalled);
    } else if differs {
        let (says, expected) = (judged.says, judged.expected);
        sentence.stop(frame, word, || Reason::AnotherEvent { says, expected });
    }
}

/// Every difference of a statement that otherwise may be about the claim's event.
pub fn survey(frame: &Frame, scene: &Scene) -> Vec<Candidate> {
    let mut found = Vec::new();
    if frame.parts.is_empty() {
        return found;
    }
    for (index, reading) in scene.readings.iter().enumerate() {
        let sentence = Sentence { scene, index };
        if reading.block == BlockKind::Boilerplate || is_early(frame, &sentence) {
            continue;
        }
        for site in event_sites(frame, &sentence) {
            let Ok((comparison, denied)) = Comparison::at(frame, &sentence, &site) else { continue };
            if comparison.is_negative(denied) != frame.negated {
                let elsewhere = comparison.is_about_another(denied);
                if comparison.other_polarity(denied, &sentence).is_none() && site.weight >= 0.85 && !elsewhere {
                    let mut signs = comparison.signs(Seen::Denial);
                    comparison.denial_signs(denied, &mut signs);
                    let judged = comparison.judged(Judgement::Denied { sure: 0.0 });
                    found.push(Candidate { differs: true, signs, sure: 0.0, least: 0.0, judged });
                }
                continue;
            }
            if frame.negated {
                continue;
            }
            let differences = comparison.differences();
            if comparison.same_polarity().is_some() {
                continue;
            }
            // "The American president" says of nobody that he was the twelfth.
            let somebody =
                comparison.fits.iter().any(|(part, fit)| is_core(part) && matches!(fit, PartFit::Match { .. }));
            if differences.is_empty() && (somebody || !frame.nominal) && !comparison.names_a_stranger() {
                let signs = comparison.signs(Seen::Nothing);
                let judged = comparison.judged(Judgement::Supported { loose: comparison.is_loose(), sure: 0.0 });
                found.push(Candidate { differs: false, signs, sure: 0.0, least: 0.0, judged });
            }
            for (part, difference) in
                differences.iter().filter(|(part, difference)| comparison.counts(part, difference))
            {
                let signs = comparison.signs(Seen::Difference(part, difference, differences.len()));
                let judged = comparison.different(difference);
                let least = if comparison.only_one_was_first(part, difference) { SURE_OF_CONFLICT } else { 0.0 };
                found.push(Candidate { differs: true, signs, sure: 0.0, least, judged });
            }
        }
    }
    for candidate in &mut found {
        let weights = if candidate.differs { differing() } else { agreeing() };
        candidate.sure = weights.probability(&candidate.signs);
    }
    found
}

/// What is weighed: that nothing differs, that one part does (of so many), or that one says what the other denies.
#[derive(Clone, Copy)]
enum Seen<'d> {
    Nothing,
    Difference(&'d Part, &'d Difference, usize),
    Denial,
}

impl<'c> Comparison<'c, '_, '_> {
    fn different(&self, difference: &Difference) -> Judged {
        let code = match difference.kind {
            DifferenceKind::Date => "date-mismatch",
            DifferenceKind::Number => "value-mismatch",
            DifferenceKind::Name | DifferenceKind::Noun => "wrong-name",
        };
        self.judged(Judgement::Different { difference: difference.clone(), code, sure: 0.0 })
    }

    /// "Vega spoke first at the opening": one only can be first, on an occasion that is named.
    fn only_one_was_first(&self, part: &Part, difference: &Difference) -> bool {
        let occasion = |(other, fit): &(&Part, PartFit)| {
            !is_core(other)
                && !other.below
                && matches!(fit, PartFit::Match { named: true, .. })
                && !matches!(other.what, PartKind::Words(_))
        };
        self.frame.once == Some("first")
            && difference.kind == DifferenceKind::Name
            && part.role == Role::Subject
            && self.core().all == 1
            && self.fits.iter().any(occasion)
    }

    /// "Pell sentenced him", for a claim that another did: a name stands where the claim has its own.
    fn names_a_stranger(&self) -> bool {
        let sentence = self.sentence;
        self.fits.iter().any(|(part, fit)| match fit {
            PartFit::Stranger(word) if is_core(part) => sentence
                .mention_at(*word)
                .is_some_and(|mention| mention.what == What::Other && sentence.upos(mention.head) == Upos::Propn),
            _ => false,
        })
    }

    /// Whether the difference may be one at all.
    fn counts(&self, part: &Part, difference: &Difference) -> bool {
        let sentence = self.sentence;
        // "First staged in May", "arrested once before, in 1988" tell of another turn than the claim's.
        let turn = |word: usize| {
            matches!(
                sentence.forms[word].as_str(),
                "first" | "last" | "originally" | "once" | "before" | "earlier" | "previously" | "again"
            )
        };
        let another_turn = self.frame.once.is_none()
            && sentence.tree.children(self.site.head).any(|child| sentence.is(child, Deprel::Advmod) && turn(child));
        if difference.kind == DifferenceKind::Date && another_turn {
            return false;
        }
        // Who met or visited once may have done so again, on another day and elsewhere.
        let again = self.is_repeatable() && !self.value_agrees(|_| true);
        let may_be_another = match difference.kind {
            DifferenceKind::Date => !(difference.near && self.object_is_definite()),
            DifferenceKind::Name | DifferenceKind::Noun => part.role != Role::Subject,
            DifferenceKind::Number => false,
        };
        if again && may_be_another {
            return false;
        }
        let PartKind::Entity(expected) = part.what else { return true };
        // Both of the claim's own are in the sentence: who is what there is the parser's guess.
        let own = difference.entity.is_some_and(|other| self.frame.parts.iter().any(|part| part.what.is(other)));
        if own && sentence.mentions_of(expected).next().is_some() {
            return false;
        }
        // A minister is no place.
        let lemma = sentence.lemma(difference.word).to_lowercase();
        let kind = words().kind_of(&lemma).filter(|_| difference.entity.is_none());
        kind.is_none() || sentence.base().entities.kind(expected.0).is_none_or(|wanted| kind == Some(wanted))
    }

    /// What speaks for a denial of the claim, beside who and what is there: in what words, of which time and place.
    fn denial_signs(&self, denied: bool, signs: &mut Vec<String>) {
        let (frame, sentence) = (self.frame, self.sentence);
        let mut sign = |name: &str| signs.push(name.to_owned());
        sign(match (frame.negated, denied, self.site.negative) {
            (true, ..) => "denial:of-a-denial",
            (_, true, _) => "denial:by-not",
            (_, _, true) => "denial:by-word",
            _ => "denial:of-a-part",
        });
        let dated = sentence.date_near(self.site.head, None).is_some();
        sign(if dated { "denial:dated" } else { "denial:undated" });
        if is_long_past(frame, sentence.scene.date) {
            sign("denial:of-long-ago");
        }
        if self.is_bounded() {
            sign("denial:bounded");
        }
        if self.is_repeatable() && !self.value_agrees(|_| true) {
            sign("denial:may-come-again");
        }
        let differences = self.differences().len();
        if differences > 0 {
            sign("denial:differs");
        }
        // What never happened did not happen on any day.
        let text = sentence.scene.fact(frame).text.to_lowercase();
        if text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "never") {
            sign("denial:of-never");
        }
        // What ties a denial to the claim is not what ties a difference.
        const TIES: [&str; 11] = [
            "word:",
            "core",
            "open:",
            "strange:",
            "taken-up:",
            "oblique-entity:",
            "who:",
            "agree:",
            "turn:",
            "narrowed:",
            "subject-topic:",
        ];
        let how = if frame.negated { "refuted-" } else { "denied-" };
        let tied = crossed(signs, &TIES, how);
        signs.extend(tied);
    }

    /// How far apart the two are, and what stands in the part's place.
    fn difference_signs(&self, part: &Part, difference: &Difference, kind: &str, signs: &mut Vec<String>) {
        let (frame, sentence, site) = (self.frame, self.sentence, self.site);
        let entities = &sentence.base().entities;
        let mut sign = |name: String| signs.push(name);
        match &part.what {
            PartKind::Value(expected) | PartKind::Counted(expected, _) => {
                let stated = sentence.value_at(difference.word).and_then(|value| value.mention.readings.first());
                if let Some(stated) = stated {
                    sign(format!("likeness:{}", figure::likeness(stated, expected)));
                    if let Some(strokes) = figure::strokes(stated, expected) {
                        sign(format!("strokes:{strokes}"));
                    }
                    if let Value::Date(date) = stated {
                        sign(format!("date:{:?}", date.precision));
                        if date.relative {
                            sign("date:relative".into());
                        }
                    }
                }
                if expected.kind() != Kind::Date {
                    sign(format!("rare:{}", is_rare(expected)));
                }
                // Her second shop is another than her first; the 17th minute is no other goal than the 71st.
                if matches!(expected, Value::Ordinal(_)) {
                    sign(format!(
                        "rank:{}:{}",
                        self::role(part),
                        if self.value_agrees(|_| true) { "agreed" } else { "alone" }
                    ));
                }
            }
            PartKind::Entity(expected) => {
                let known = difference.entity.is_some();
                sign(format!("other:{}", if known { "known" } else { "unknown" }));
                if let Some(other) = difference.entity {
                    let same = entities.kind(other.0) == entities.kind(expected.0);
                    sign(format!("other-kind:{}", if same { "same" } else { "different" }));
                    if frame.entities().any(|own| own == other) {
                        sign("other:of-the-claim".into());
                    }
                }
                if sentence.mentions_of(*expected).next().is_some() {
                    sign("expected:sentence".into());
                } else if sentence.scene.is_named(*expected) {
                    sign("expected:article".into());
                } else {
                    sign("expected:nowhere".into());
                }
            }
            PartKind::Words(_) => {}
        }
        if difference.near {
            sign("near".into());
        }
        if !difference.firm {
            sign(format!("loose-place:{kind}"));
        }
        if !sentence.tree.words[difference.word].sure {
            sign("unsure-place".into());
        }
        let clause = sentence.clause(difference.word) == sentence.clause(site.head);
        sign(format!("same-clause:{clause}"));
        if sentence.upos(difference.word) == Upos::Pron {
            sign("differs-pronoun".into());
        }
    }

    /// How the one who did it, or whom it was done to, is taken up: by name, pronoun or description, and from where.
    fn subject_signs(&self, signs: &mut Vec<String>) {
        let sentence = self.sentence;
        let who = self.frame.parts.iter().find_map(|part| match part.what {
            PartKind::Entity(entity) if is_core(part) => Some(entity),
            _ => None,
        });
        let Some(who) = who else { return };
        let taken = slots_of(sentence, self.site.head)
            .into_iter()
            .find(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
            .map(|(_, word)| word);
        let how = match taken {
            None => "nobody",
            Some(word) => match sentence.entity_at(word) {
                Some((entity, How::Named | How::Alias)) if entity == who => "named",
                Some((entity, How::Carried)) if entity == who => "carried",
                Some((entity, _)) if entity == who => "guessed",
                Some(_) => "another",
                None if sentence.upos(word) == Upos::Pron => "pronoun",
                None if sentence.base().entities.describes(who.0, &sentence.lemma(word).to_lowercase()) => "described",
                None if sentence.upos(word) == Upos::Propn => "name",
                None => "noun",
            },
        };
        signs.push(format!("taken-up:{how}"));
        let scene = sentence.scene;
        let before = sentence.index.checked_sub(1).map(|index| Sentence { scene, index });
        let from = match &before {
            Some(before) if before.mentions_of(who).any(|mention| mention.how <= How::Alias) => "sentence-before",
            Some(before) if before.mentions_of(who).next().is_some() => "carried-before",
            _ if scene.is_main(who) => "main",
            _ if scene.is_topic(who) => "topic",
            _ if scene.is_named(who) => "article",
            _ => "nowhere",
        };
        signs.push(format!("taken-up:{how}:{from}"));
    }

    /// What speaks for and against the claim's own event being meant.
    fn signs(&self, seen: Seen) -> Vec<String> {
        let (frame, sentence, site) = (self.frame, self.sentence, self.site);
        let (differs, count) = match seen {
            Seen::Difference(part, difference, count) => (Some((part, difference)), count),
            _ => (None, 0),
        };
        let mut signs: Vec<String> = Vec::new();
        let mut sign = |name: String| signs.push(name);
        let kind = match differs.map(|(_, difference)| difference.kind) {
            Some(DifferenceKind::Date) => "date",
            Some(DifferenceKind::Number) => "number",
            Some(DifferenceKind::Name) => "name",
            Some(DifferenceKind::Noun) => "noun",
            None if matches!(seen, Seen::Denial) => "denial",
            None => "nothing",
        };
        let role = differs.map_or("none", |(part, _)| role(part));
        sign(format!("differs:{kind}"));
        sign(format!("differs:{kind}:{role}"));
        if differs.is_some_and(|(part, _)| part.below) {
            sign(format!("differs-below:{kind}"));
        }
        sign(format!("differences:{}", count.min(3)));

        // The wording.
        let word = match site.weight {
            weight if weight >= 0.99 => "own",
            weight if weight >= 0.94 => "listed",
            weight if weight >= 0.85 => "alike",
            weight if weight >= 0.75 => "weak",
            _ => "idiom",
        };
        let form = match site.form {
            SiteForm::Verb => "verb",
            SiteForm::Event | SiteForm::Noun => "noun",
            _ => "other",
        };
        sign(format!("word:{word}"));
        sign(format!("form:{form}:{kind}"));
        let head = &frame.head.concept.text;
        sign(format!("turn:{}:{kind}", frame.turn(&sentence.base().entities)));
        frame.verb_classes().for_each(|class| sign(format!("verb:{class}:{kind}")));
        let lemma = sentence.lemma(site.head).to_lowercase();
        if lexicon().headed_by(&lemma).len() >= 8 && lemma != *head {
            sign("word-common".into());
        }
        if site.negative {
            sign("word-negative".into());
        }

        // What else of the claim is there.
        let (mut agree, mut open, mut strange, mut core, mut core_met, mut core_open) = (0, 0, 0, 0, 0, 0);
        let (mut subject, mut object) = ("none", "none");
        for (other, fit) in &self.fits {
            if differs.is_some_and(|(part, _)| std::ptr::eq(*other, part)) {
                continue;
            }
            let state = fit.state();
            if other.below {
                sign(format!("below:{state}"));
                continue;
            }
            match fit {
                PartFit::Match { .. } => agree += 1,
                PartFit::Maybe | PartFit::Missing => open += 1,
                _ => strange += 1,
            }
            if is_core(other) {
                core += 1;
                core_met += usize::from(matches!(fit, PartFit::Match { .. }));
                core_open += usize::from(matches!(fit, PartFit::Maybe | PartFit::Missing));
            }
            match self::role(other) {
                "subject" => subject = state,
                "object" => object = state,
                _ => {}
            }
            sign(format!("{}-{}:{state}", self::role(other), sort(&other.what)));
            if let (PartKind::Value(value) | PartKind::Counted(value, _), PartFit::Match { .. }) = (&other.what, fit) {
                sign(if is_rare(value) { "agrees:rare".into() } else { "agrees:value".to_owned() });
            }
        }
        sign(format!("who:{subject}:{object}"));
        sign(format!("who-and-kind:{kind}:{subject}:{object}"));
        sign(format!("agree:{}", agree.min(3)));
        sign(format!("open:{}", open.min(3)));
        sign(format!("strange:{}", strange.min(2)));
        let core = match (core, core_met, core_open) {
            (0, ..) => "none-asked",
            (all, met, _) if met == all => "all",
            (all, met, open) if met + open == all && met > 0 => "some",
            (all, _, open) if open == all => "open",
            _ => "strange",
        };
        sign(format!("core:{core}"));
        sign(format!("core-and-kind:{core}:{kind}:{role}"));
        sign(format!("core-and-word:{core}:{word}"));

        if let Some((part, difference)) = differs {
            self.difference_signs(part, difference, kind, &mut signs);
        }
        self.subject_signs(&mut signs);
        let mut sign = |name: String| signs.push(name);

        // What the sentence and the article make of it.
        let main = frame.parts.iter().any(|part| {
            matches!(part.what, PartKind::Entity(entity) if part.role == Role::Subject && sentence.scene.is_topic(entity))
        });
        sign(format!("subject-topic:{main}"));
        if self.object_is_definite() {
            sign(format!("object-definite:{kind}"));
        }
        if self.is_elsewhere() {
            sign("elsewhere".into());
        }
        if self.is_other_time() {
            sign(format!("other-time:{kind}"));
        }
        if excluded_by(frame, sentence, &[site.head]).is_some() {
            sign("excluded".into());
        }
        let (met, all) = modifiers_met(frame, sentence);
        sign(format!(
            "narrowed:{}",
            match (met, all) {
                (_, 0) => "none-asked",
                (met, all) if met == all => "all",
                (met, all) if met * 2 >= all => "half",
                _ => "missing",
            }
        ));
        if frame.nominal {
            sign(format!("nominal:{kind}"));
        }
        // "Lends instruments to soloists" tells of no one loan.
        if site.form == SiteForm::Verb {
            let now = matches!(sentence.tree.words[site.head].xpos, "VBZ" | "VBP");
            sign(format!(
                "tense:{}:{}",
                if frame.present { "present" } else { "past" },
                if now { "present" } else { "past" }
            ));
        }
        if !sentence.tree.words[site.head].sure {
            sign("unsure-tree".into());
        }
        sign(block_sign(sentence.block));
        signs
    }
}

fn role(part: &Part) -> &'static str {
    match &part.role {
        _ if part.tells_when() && matches!(&part.what, PartKind::Value(value) if value.kind() == Kind::Date) => "when",
        Role::Subject => "subject",
        Role::Object => "object",
        Role::Oblique(_) => "oblique",
    }
}

fn sort(what: &PartKind) -> &'static str {
    match what {
        PartKind::Entity(_) => "entity",
        PartKind::Value(_) => "value",
        PartKind::Counted(..) => "counted",
        PartKind::Words(_) => "words",
    }
}

fn differing() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_str!("difference.tsv")))
}

fn agreeing() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_str!("agreement.tsv")))
}
