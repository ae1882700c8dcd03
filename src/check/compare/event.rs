//! What happened: a sentence claim against a statement of the same event.

mod difference;
mod part;

use super::amount::{agrees, counted_noun, is_rare};
use super::worded;
use crate::article::clause::Modality;
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::frame::{Frame, Part, PartKind, Role};
use crate::check::reason::Reason;
use crate::check::scene::{Sentence, another_period};
use crate::check::site::{Site, SiteForm, Slot, is_passive, sites, slots_of};
use crate::check::unify::{is_long_past, is_other, is_told_of_elsewhere, modifiers_met};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::words;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{Agreement, Kind, Value};
pub use difference::{Candidate, judge as judge_difference, survey};
use part::{Difference, PartFit, fit};

/// Judges every occurrence of the claim's event in the sentence.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    if frame.parts.is_empty() || is_early(frame, sentence) {
        return;
    }
    let before = out.len();
    let mut differs = false;
    for site in event_sites(frame, sentence) {
        differs |= judge_site(frame, sentence, &site, out);
    }
    if out.len() == before && !differs && !frame.negated && !frame.nominal {
        out.extend(coincidence(frame, sentence));
    }
}

/// Other words for the same event: who it was about, a value that nobody writes by chance and most of the rest stand in
/// one clause. Enough to support, never to contradict.
fn coincidence(frame: &Frame, sentence: &Sentence) -> Option<Judged> {
    let value = sentence.values.iter().find(|candidate| {
        frame.parts.iter().any(|part| match &part.what {
            PartKind::Value(expected) if is_rare(expected) && part.tells_when() => {
                candidate.mention.readings.iter().any(|reading| agrees(reading, expected))
            }
            PartKind::Counted(expected, noun) => {
                let counts = counted_noun(sentence, candidate.head)
                    .is_some_and(|at| noun.weight_of(&sentence.lemma(at).to_lowercase()).is_some());
                counts && candidate.mention.readings.iter().any(|reading| agrees(reading, expected))
            }
            _ => false,
        })
    })?;
    let Ok((_, false)) = voice_of(sentence, value.head) else { return None };
    let near = |word: usize| {
        sentence.clause(word) == sentence.clause(value.head)
            || sentence.subtree(sentence.clause(value.head)).contains(&word)
    };
    let wanted: Vec<&Part> = frame
        .parts
        .iter()
        .filter(|part| {
            !part.below
                && !matches!(part.what, PartKind::Value(_))
                && !(matches!(part.what, PartKind::Counted(..)) && !is_core(part))
        })
        .collect();
    let mut names = 0;
    let mut words_met = 0;
    let mut span = value.mention.span;
    for part in &wanted {
        let word = match &part.what {
            PartKind::Entity(entity) => sentence
                .mentions_of(*entity)
                .find(|mention| mention.how <= How::Carried && near(mention.head))
                .map(|mention| mention.head)
                .inspect(|_| names += 1),
            PartKind::Words(concept) | PartKind::Counted(_, concept) => concept
                .find(&sentence.tree, &sentence.forms)
                .into_iter()
                .map(|found| found.head)
                .find(|&word| near(word))
                .inspect(|_| words_met += 1),
            PartKind::Value(_) => None,
        };
        if let Some(word) = word {
            let grown = span.to(sentence.tree.words[word].span);
            span = if grown.len() <= 160 { grown } else { span };
        }
    }
    let enough = names >= 1
        && (names + words_met) * 3 >= wanted.len() * 2
        && (wanted.len() > 1 || value.mention.readings.iter().all(|reading| reading.kind() != Kind::Date));
    enough.then(|| Judged {
        verdict: Verdict::Supported,
        code: "agrees",
        fact: Some(frame.fact),
        sentence: sentence.index,
        word: value.head,
        span,
        focus: value.mention.span,
        says: span.of(sentence.text()).to_owned(),
        expected: claim_words(sentence.scene.fact(frame)),
        because: vec!["the same people, things and values stand together".into()],
        confidence: 0.4,
        suggestion: None,
    })
}

/// Before the day of the event nothing is asserted of it.
fn is_early(frame: &Frame, sentence: &Sentence) -> bool {
    let from = frame.period.as_ref().and_then(|period| period.from);
    sentence.scene.date.zip(from).is_some_and(|(date, from)| date < from)
}

/// Judges one occurrence, and tells whether a part of the claim stands otherwise in it.
fn judge_site(frame: &Frame, sentence: &Sentence, site: &Site, out: &mut Vec<Judged>) -> bool {
    let (comparison, denied) = match Comparison::at(frame, sentence, site) {
        Ok(found) => found,
        Err(why) => {
            sentence.stop(frame, site.head, || why);
            return false;
        }
    };
    let negative = comparison.is_negative(denied);
    sentence.note(frame, site.head, || comparison.explain(negative));
    let judgement = if negative == frame.negated {
        comparison.same_polarity()
    } else {
        comparison.other_polarity(denied, sentence)
    };
    match judgement {
        Some(judgement) => out.push(comparison.judged(judgement)),
        None => sentence.stop(frame, site.head, || comparison.reason(negative)),
    }
    comparison.core().named > 0 && !comparison.differences().is_empty()
}

/// How those who took part stand around a figure or day that may be the event's: signs for the weighing of its questions.
/// `sites`: where the sentence has the claim's words.
pub fn participant_signs(frame: &Frame, sentence: &Sentence, sites: &[Site], at: usize) -> Vec<String> {
    let clause = sentence.clause(at);
    let nearest = as_event(frame, sites.to_vec())
        .into_iter()
        .filter(|site| sentence.clause(site.head) == clause || sentence.subtree(site.head).contains(&at))
        .min_by_key(|site| sentence.distance(site.head, at));
    let Some(site) = nearest else { return vec!["told:nowhere".into()] };
    let Ok((comparison, denied)) = Comparison::at(frame, sentence, &site) else {
        return vec!["told:otherwise".into()];
    };
    let mut signs = vec![format!("told:{}", if comparison.is_negative(denied) { "denied" } else { "so" })];
    let state = |role: Role| {
        let fit = comparison.fits.iter().find(|(part, _)| is_core(part) && part.role == role);
        fit.map_or("none", |(_, fit)| fit.state())
    };
    let (subject, object) = (state(Role::Subject), state(Role::Object));
    signs.push(format!("told-by:{subject}"));
    signs.push(format!("told-of:{object}"));
    signs.push(format!("told-who:{subject}:{object}"));
    let others = comparison.fits.iter().filter(|(part, fit)| {
        !part.below
            && matches!(part.role, Role::Oblique(_))
            && !matches!(fit, PartFit::Other(difference) if difference.word == at)
    });
    for (_, fit) in others {
        signs.push(format!("told-with:{}", fit.state()));
    }
    signs
}

/// Where the sentence may speak of the claim's event.
fn event_sites(frame: &Frame, sentence: &Sentence) -> Vec<Site> {
    as_event(frame, sites(frame, sentence))
}

/// Those of the sites that may tell of the event.
fn as_event(frame: &Frame, mut found: Vec<Site>) -> Vec<Site> {
    if frame.nominal {
        found.retain(|site| site.form != SiteForm::Verb);
        found.iter_mut().for_each(|site| site.form = SiteForm::Agent);
    }
    found
}

/// Whether a claim about the first or last time meets a statement about it: "first performed", "its premiere".
fn is_that_time(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    let Some(once) = frame.once else { return true };
    let marked = |word: usize| sentence.tree.children(word).any(|child| sentence.forms[child] == once);
    let named = matches!(site.form, SiteForm::Noun | SiteForm::Event) && site.weight >= 0.97;
    let before = site.head.checked_sub(1).is_some_and(|at| sentence.forms[at] == once);
    named || before || marked(site.head) || site.words.iter().any(|&word| sentence.forms[word] == once)
}

/// All parts of a claim laid against one statement.
struct Comparison<'c, 's, 'a> {
    frame: &'c Frame,
    sentence: &'c Sentence<'s, 'a>,
    site: &'c Site,
    fits: Vec<(&'c Part, PartFit)>,
}

/// What a comparison comes to.
enum Judgement {
    Supported { loose: bool, sure: f32 },
    Denied { sure: f32 },
    Different { difference: Difference, code: &'static str, sure: f32 },
}

/// How the subject and object of the claim stand.
#[derive(Clone, Copy, Debug, Default)]
struct Core {
    named: usize,
    matched: usize,
    maybe: usize,
    missing: usize,
    stranger: usize,
    all: usize,
}

impl<'c, 's, 'a> Comparison<'c, 's, 'a> {
    /// The comparison, and whether the statement is denied; or why the words at the site say nothing of such an event.
    fn at(frame: &'c Frame, sentence: &'c Sentence<'s, 'a>, site: &'c Site) -> Result<(Self, bool), Reason> {
        let written = || sentence.span_of([site.head]).of(sentence.text()).to_owned();
        if is_other(sentence, site.head) && site.form != SiteForm::Verb && !frame.nominal {
            return Err(Reason::AnotherThing(format!("“{}” is marked as another one", written())));
        }
        // "The tour lasted a month": the thing itself is no wording of what it did.
        let own_name = matches!(site.form, SiteForm::Noun | SiteForm::Event)
            && !frame.nominal
            && sentence
                .entity_at(site.head)
                .is_some_and(|(entity, _)| frame.parts.iter().any(|part| part.what.is(entity)));
        if own_name {
            return Err(Reason::OnlyNamed(written()));
        }
        // A verb that means little by itself is no wording of a relation.
        if site.form == SiteForm::Verb
            && site.words.len() == 1
            && words().verbs.support.contains(sentence.lemma(site.head))
            && frame.head.concept.text != sentence.lemma(site.head)
        {
            return Err(Reason::MeansLittle(written()));
        }
        if is_told_of_elsewhere(frame, sentence, site.head) {
            return Err(Reason::AnotherThing("it happened somewhere else".into()));
        }
        if let Some(once) = frame.once.filter(|_| !is_that_time(frame, sentence, site)) {
            return Err(Reason::AnotherTurn(once));
        }
        // "Pell, professor of law, did not come": what stands beside a name is not denied with the rest.
        let beside = frame.nominal && sentence.is(site.head, Deprel::Appos);
        let denied = match voice_of(sentence, site.head) {
            Ok((_, denied)) => denied && !beside,
            // What is to be agrees or conflicts with a claim of what is to be.
            Err(Modality::Plan) if frame.present => sentence.assertion(site.head).negated,
            Err(modality) => return Err(Reason::NotAsserted(modality)),
        };
        let fits = frame.parts.iter().map(|part| (part, fit(frame, sentence, site, part))).collect();
        Ok((Self { frame, sentence, site, fits }, denied))
    }

    /// Whether the statement, its verb and the claim's own parts taken together, says that it did not happen.
    fn is_negative(&self, denied: bool) -> bool {
        (denied != self.site.negative) != self.denial_turned()
    }

    fn core(&self) -> Core {
        let mut core = Core::default();
        for (part, fit) in &self.fits {
            if !is_core(part) {
                continue;
            }
            core.all += 1;
            match fit {
                PartFit::Match { named, .. } => {
                    core.matched += 1;
                    core.named += usize::from(*named);
                }
                PartFit::Maybe => core.maybe += 1,
                PartFit::Missing => core.missing += 1,
                PartFit::Stranger(_) => core.stranger += 1,
                PartFit::Other(_) => {}
            }
        }
        core
    }

    fn differences(&self) -> Vec<(&'c Part, &Difference)> {
        self.fits
            .iter()
            .filter_map(|(part, fit)| match fit {
                PartFit::Other(difference) => Some((*part, difference)),
                _ => None,
            })
            .filter(|(part, difference)| {
                !self.has_place_of_its_own(difference.word) && !self.is_named_behind(part, difference)
            })
            .collect()
    }

    /// Whether the word is where the claim has it, so that it cannot stand in another's place.
    fn has_place_of_its_own(&self, at: usize) -> bool {
        self.fits.iter().any(|(part, fit)| match fit {
            // "Rose from June to July": each month is the claim's own.
            PartFit::Match { word, named, .. } => *word == at && (*named || matches!(part.what, PartKind::Value(_))),
            _ => false,
        })
    }

    /// "Signed in the capital, Orley": the claim's own name follows the noun in its place.
    fn is_named_behind(&self, part: &Part, difference: &Difference) -> bool {
        let PartKind::Entity(expected) = part.what else { return false };
        let behind = difference.word + 1..difference.word + 4;
        difference.entity.is_none()
            && self.sentence.mentions_of(expected).any(|mention| behind.contains(&mention.words.start))
    }

    /// Whether a part of the claim is met by the word.
    fn is_met_at(&self, word: usize) -> bool {
        self.fits.iter().any(|(_, fit)| matches!(fit, PartFit::Match { word: own, .. } if *own == word))
    }

    /// "Nor did she resign on that night": the denial keeps to an occasion that the claim does not give.
    fn denies_another_time(&self) -> bool {
        let when = |(part, fit): &(&Part, PartFit)| {
            matches!(&part.what, PartKind::Value(value) if value.kind() == Kind::Date)
                && part.tells_when()
                && !matches!(fit, PartFit::Match { .. })
        };
        !self.frame.negated
            && self.fits.iter().any(when)
            && slots_of(self.sentence, self.site.head).into_iter().any(|(slot, word)| {
                matches!(&slot, Slot::With(prep) if matches!(prep.as_str(), "in" | "at" | "on" | "during"))
                    && !self.is_met_at(word)
            })
    }

    /// "A diver died on the Corley rescue": the statement names an occasion that is not the claim's.
    fn names_another_occasion(&self) -> bool {
        let sentence = self.sentence;
        let met = self.fits.iter().any(|(part, fit)| {
            part.role != Role::Subject
                && matches!(part.what, PartKind::Entity(_))
                && matches!(fit, PartFit::Match { named: true, .. })
        });
        if met {
            return false;
        }
        slots_of(sentence, self.site.head).into_iter().any(|(slot, word)| {
            matches!(&slot, Slot::With(prep) if matches!(prep.as_str(), "in" | "at" | "on" | "during"))
                && !self.is_met_at(word)
                && sentence.value_at(word).is_none()
                && sentence.subtree(word).into_iter().any(|at| {
                    sentence.upos(at) == Upos::Propn
                        && sentence
                            .entity_at(at)
                            .is_none_or(|(entity, _)| !self.frame.entities().any(|claimed| claimed == entity))
                })
        })
    }

    /// Whether what is denied, or what the claim denies, is told of another time or occasion than the claim's.
    fn is_about_another(&self, denied: bool) -> bool {
        self.frame.negated && self.names_another_occasion() || denied && self.denies_another_time()
    }

    /// Whether a number, a day or another rare value of the claim is there.
    fn value_agrees(&self, kind: impl Fn(&Value) -> bool) -> bool {
        self.fits.iter().any(|(part, fit)| match (&part.what, fit) {
            (PartKind::Value(value) | PartKind::Counted(value, _), PartFit::Match { named: true, .. }) => kind(value),
            _ => false,
        })
    }

    fn is_repeatable(&self) -> bool {
        self.frame.turn(&self.sentence.base().entities) == "repeatable"
    }

    /// The same thing is said to have happened, or not to have happened.
    fn same_polarity(&self) -> Option<Judgement> {
        let core = self.core();
        let differences = self.differences();
        if differences.is_empty() && core.stranger == 1 && self.is_described() {
            return self.support(Core { maybe: core.maybe + 1, stranger: 0, ..core });
        }
        if core.stranger > 0 || core.all == 0 {
            return None;
        }
        match differences.as_slice() {
            [] => self.support(core),
            [(part, difference)] if !self.frame.negated => self.turned(part, difference),
            [(one, first), (two, second)] if !self.frame.negated => self.swapped((one, first), (two, second)),
            _ => None,
        }
    }

    fn support(&self, core: Core) -> Option<Judgement> {
        let open = core.all - core.matched;
        let dated = self.value_agrees(|_| true);
        let weight = self.site.weight;
        let enough = match core.all {
            0 => false,
            1 => core.matched == 1 && self.says_more(),
            _ => {
                open == 0
                    || open == 1
                        && weight >= 0.85
                        && (dated || core.named >= 1 && (core.missing == 0 || self.leaves_out_actor()))
            }
        };
        let scope = self.fits.iter().any(|(part, fit)| part.below && matches!(fit, PartFit::Stranger(_)));
        if !enough || scope || weight < 0.7 {
            return None;
        }
        let loose = self.is_loose();
        let (met, all) = modifiers_met(self.frame, self.sentence);
        let share = if all == 0 { 1.0 } else { met as f32 / all as f32 };
        Some(Judgement::Supported {
            loose,
            sure: weight * (0.6 + 0.1 * core.named as f32 + if dated { 0.1 } else { 0.0 }) * (0.85 + 0.15 * share),
        })
    }

    /// Whether a figure agrees only roughly.
    fn is_loose(&self) -> bool {
        self.fits.iter().any(|(_, fit)| matches!(fit, PartFit::Match { agreement: Agreement::Imprecise, .. }))
    }

    /// The subject stands as a common noun that may be it ("the scheme"), and enough of the rest agrees to take it so.
    fn is_described(&self) -> bool {
        let common = self.fits.iter().any(|(part, fit)| match fit {
            PartFit::Stranger(word) => {
                is_core(part)
                    && part.role == Role::Subject
                    && self.sentence.upos(*word) == Upos::Noun
                    && self.sentence.entity_at(*word).is_none()
            }
            _ => false,
        });
        let telling = |part: &Part| match &part.what {
            PartKind::Entity(_) => true,
            PartKind::Value(value) | PartKind::Counted(value, _) => is_rare(value),
            PartKind::Words(_) => is_core(part),
        };
        let agreed = self
            .fits
            .iter()
            .filter(|(part, fit)| matches!(fit, PartFit::Match { named: true, .. }) && telling(part))
            .count();
        common && agreed >= 2
    }

    /// With one participant only, something else of what the claim says must be there too, where it says more.
    fn says_more(&self) -> bool {
        let mut others = self.fits.iter().filter(|(part, _)| !is_core(part)).peekable();
        others.peek().is_none() || others.any(|(_, fit)| matches!(fit, PartFit::Match { .. }))
    }

    /// A passive or a noun need not say who did it.
    fn leaves_out_actor(&self) -> bool {
        let subject = self
            .fits
            .iter()
            .any(|(part, fit)| is_core(part) && part.role == Role::Subject && matches!(fit, PartFit::Missing));
        subject && (self.site.form != SiteForm::Verb || is_passive(self.sentence, self.site.head))
    }

    /// The statement names another occasion: "in both earlier Tests".
    fn is_elsewhere(&self) -> bool {
        self.fits.iter().any(|(part, fit)| match fit {
            PartFit::Stranger(word) => {
                matches!(part.role, Role::Oblique(_)) && !part.below && is_other(self.sentence, *word)
            }
            _ => false,
        })
    }

    /// The claim names no day, and the statement one of another year.
    fn is_other_time(&self) -> bool {
        let (sentence, frame) = (self.sentence, self.frame);
        let fact = sentence.scene.fact(frame);
        frame.period.is_none()
            && sentence
                .date_near(self.site.head, None)
                .is_some_and(|stated| another_period(&stated, frame, fact, sentence.scene.date))
    }

    /// Whether the statement is about what the claim narrows its nouns to: "physics entries", not entries.
    fn is_narrow(&self) -> bool {
        let (met, all) = modifiers_met(self.frame, self.sentence);
        met * 2 >= all
    }

    /// One participant stands in the other's place, and a pronoun in its own: "she beat Fallon" for "Fallon beat Kinsella".
    fn turned(&self, part: &Part, difference: &Difference) -> Option<Judgement> {
        let opposite = match part.role {
            Role::Subject => Role::Object,
            Role::Object => Role::Subject,
            Role::Oblique(_) => return None,
        };
        let verbs = &words().verbs;
        let verb = &self.frame.head.concept.text;
        let mutual = verbs.mutual.contains(verb) || verbs.returned.contains(verb);
        let (_, fit) = self.fits.iter().find(|(other, _)| other.role == opposite && is_core(other))?;
        let there = self
            .fits
            .iter()
            .any(|(other, _)| other.role == opposite && difference.entity.is_some_and(|named| other.what.is(named)));
        // "The mill, which the retailer bought": who is what in a relative clause is the parser's guess.
        let relative = matches!(self.sentence.tree.words[self.site.head].deprel, Deprel::AclRelcl | Deprel::Acl);
        let open = matches!(fit, PartFit::Maybe) && !relative;
        (there && open && !mutual && is_core(part) && self.site.form == SiteForm::Verb && self.site.weight >= 0.95)
            .then(|| Judgement::Different { difference: difference.clone(), code: "roles-swapped", sure: 0.75 })
    }

    /// Two participants have changed places: "City beat United" for "United beat City", "from Bern to Rome" for "from Rome to
    /// Bern".
    fn swapped(&self, (one, first): (&Part, &Difference), (two, second): (&Part, &Difference)) -> Option<Judgement> {
        let (first_named, second_named) = (first.entity?, second.entity?);
        let exchanged = one.what.is(second_named) && two.what.is(first_named);
        let core = self.core();
        let rest = core.stranger == 0 && (is_core(one) || is_core(two) || core.matched >= 1);
        if !exchanged || !rest {
            return None;
        }
        let (verb, weight) = (&self.frame.head.concept.text, self.site.weight);
        if is_core(one) && is_core(two) && words().verbs.mutual.contains(verb) {
            return Some(Judgement::Supported { loose: false, sure: weight * 0.8 });
        }
        let returned = is_core(one) && is_core(two) && words().verbs.returned.contains(verb);
        (!returned && weight >= 0.85).then(|| Judgement::Different {
            difference: first.clone(),
            code: "roles-swapped",
            sure: 0.8,
        })
    }

    /// The statement denies what the claim says, or says what the claim denies.
    fn other_polarity(&self, denied: bool, sentence: &Sentence) -> Option<Judgement> {
        let core = self.core();
        let all_there = core.matched >= 1 && core.matched + core.maybe == core.all && core.named >= 1
            || self.frame.negated && core.all == 0;
        if !all_there || !self.differences().is_empty() || self.site.weight < 0.85 || !self.is_narrow() {
            return None;
        }
        let dated = self.value_agrees(|value| value.kind() == Kind::Date);
        // Opened and closed, arrested and released: both can have happened.
        let decisive = words().verbs.decisive.contains(&self.frame.head.concept.text);
        if self.site.negative && !denied && !dated && !decisive {
            return None;
        }
        let number = self.value_agrees(|value| value.kind() != Kind::Date);
        if self.is_repeatable() && !self.frame.negated && !dated && !number && !self.object_is_definite() {
            return None;
        }
        // What a denial is limited to must be named: "stolen from her house".
        let scope = self.fits.iter().filter(|(part, _)| {
            !part.below && matches!(part.role, Role::Oblique(_)) && matches!(part.what, PartKind::Entity(_))
        });
        let in_scope = scope.clone().all(|(part, fit)| {
            matches!(fit, PartFit::Match { .. } | PartFit::Maybe) || matches!((&part.what, fit), (PartKind::Entity(entity), PartFit::Missing) if sentence.scene.is_topic(*entity))
        });
        if self.is_about_another(denied) {
            return None;
        }
        if denied && !self.frame.negated && self.is_bounded() || self.is_elsewhere() || self.is_other_time() {
            return None;
        }
        // "No one was arrested at the march": nobody is named, so the march must be.
        let occasion = scope.clone().any(|(_, fit)| matches!(fit, PartFit::Match { named: true, .. }));
        if self.frame.negated && (!in_scope || core.all == 0 && !occasion) {
            return None;
        }
        // What did not happen in an earlier year may well have happened since.
        if self.frame.negated
            && is_long_past(self.frame, sentence.scene.date)
            && sentence.date_near(self.site.head, None).is_none()
        {
            return None;
        }
        Some(Judgement::Denied { sure: 0.8 })
    }

    /// "Had not erupted since 1934" denies the years between, not the day the claim is about.
    fn is_bounded(&self) -> bool {
        let sentence = self.sentence;
        sentence
            .subtree(sentence.clause(self.site.head))
            .into_iter()
            .any(|word| sentence.value_at(word).is_some() && sentence.has_case(word, &["since", "before", "until"]))
    }

    /// "Not guilty" against "guilty": a part whose denial differs.
    fn denial_turned(&self) -> bool {
        self.fits.iter().any(|(part, fit)| match fit {
            // "Voted for the act" against "voted against the act".
            PartFit::Match { word, .. } if matches!(&part.role, Role::Oblique(prep) if prep == "for" || prep == "against") => {
                let other = if part.role == Role::Oblique("for".to_owned()) { "against" } else { "for" };
                self.sentence.cases(*word).last() == Some(other)
            }
            PartFit::Match { word, .. } => {
                matches!(part.what, PartKind::Words(_)) && part.denied != is_denied(self.sentence, *word)
            }
            _ => false,
        })
    }

    /// The object is a known thing, or one that the article speaks of as known.
    fn object_is_definite(&self) -> bool {
        self.fits.iter().any(|(part, fit)| {
            let PartFit::Match { word, .. } = fit else { return false };
            part.role == Role::Object
                && !part.below
                && (matches!(part.what, PartKind::Entity(_))
                    || self.sentence.tree.children(*word).any(|child| {
                        matches!(self.sentence.forms[child].as_str(), "the" | "this" | "its" | "their" | "his" | "her")
                            || self.sentence.entity_at(child).is_some()
                    }))
        })
    }

    fn judged(&self, judgement: Judgement) -> Judged {
        let (sentence, site, frame) = (self.sentence, self.site, self.frame);
        let text = sentence.text();
        let site_words = sentence.span_of(site.words.iter().copied());
        let matched: Vec<(usize, &String)> = self
            .fits
            .iter()
            .filter_map(|(_, fit)| match fit {
                PartFit::Match { word, because, .. } => Some((*word, because)),
                _ => None,
            })
            .collect();
        let grow = |span: Span, other: Span| if span.to(other).len() <= 160 { span.to(other) } else { span };
        let all = matched.iter().fold(site_words, |span, (word, _)| grow(span, sentence.tree.words[*word].span));
        let mut because = vec![worded(frame, site_words.of(text))];
        because.extend(matched.iter().map(|(_, reason)| (*reason).clone()).filter(|reason| !reason.is_empty()));
        let claim = claim_words(sentence.scene.fact(frame));
        let (verdict, code, span, focus, says, expected, confidence) = match judgement {
            Judgement::Supported { loose: true, sure } => {
                (Verdict::Imprecise, "loose", all, all, all.of(text).to_owned(), claim, sure)
            }
            Judgement::Supported { sure, .. } => {
                (Verdict::Supported, "agrees", all, all, all.of(text).to_owned(), claim, sure)
            }
            Judgement::Denied { sure } => {
                because.push(if frame.negated { "the claim denies it".into() } else { "the text denies it".into() });
                (Verdict::Conflict, "denied", all, site_words, all.of(text).to_owned(), claim, sure)
            }
            Judgement::Different { difference, code, sure } => {
                because.push(difference.because);
                (
                    Verdict::Conflict,
                    code,
                    grow(difference.span, site_words),
                    difference.span,
                    difference.says,
                    difference.expected,
                    sure,
                )
            }
        };
        Judged {
            verdict,
            code,
            fact: Some(frame.fact),
            sentence: sentence.index,
            word: site.head,
            span,
            focus,
            says,
            expected,
            because,
            confidence,
            suggestion: None,
        }
    }

    /// Why the statement is not judged: what of the event is another, missing, or denied.
    fn reason(&self, negative: bool) -> Reason {
        let other = self.fits.iter().find_map(|(part, fit)| match fit {
            PartFit::Other(difference) => {
                Some(Reason::AnotherEvent { says: difference.says.clone(), expected: difference.expected.clone() })
            }
            PartFit::Stranger(word) => Some(Reason::AnotherEvent {
                says: self.sentence.span_of([*word]).of(self.sentence.text()).to_owned(),
                expected: part.text.clone(),
            }),
            _ => None,
        });
        let missing = self.fits.iter().find_map(|(part, fit)| match fit {
            PartFit::Missing if !part.below => Some(Reason::Missing(part.text.clone())),
            _ => None,
        });
        let negated = (negative != self.frame.negated).then_some(Reason::Negated);
        other.or(missing).or(negated).unwrap_or(Reason::Loose)
    }

    fn explain(&self, negative: bool) -> String {
        let fits: Vec<String> = self
            .fits
            .iter()
            .map(|(part, fit)| {
                let fit = match fit {
                    PartFit::Match { named: true, .. } => "named".to_owned(),
                    PartFit::Match { .. } => "there".to_owned(),
                    PartFit::Maybe => "maybe".to_owned(),
                    PartFit::Other(difference) => format!("other “{}”", difference.says),
                    PartFit::Stranger(word) => format!("stranger “{}”", self.sentence.forms[*word]),
                    PartFit::Missing => "missing".to_owned(),
                };
                format!("{}: {fit}", part.text)
            })
            .collect();
        format!(
            "{:?} weight {:.2}{}; {}",
            self.site.form,
            self.site.weight,
            if negative { ", denied" } else { "" },
            fits.join(", ")
        )
    }
}

/// Who did it and what it was done to.
fn is_core(part: &Part) -> bool {
    !part.below && matches!(part.role, Role::Subject | Role::Object) && !matches!(part.what, PartKind::Value(_))
}

fn is_denied(sentence: &Sentence, word: usize) -> bool {
    sentence.tree.children(word).any(|child| sentence.forms[child] == "not")
}

fn claim_words(fact: &crate::rulebook::Fact) -> String {
    match &fact.claim {
        crate::rulebook::claim::ast::Claim::Sentence(text) => text.value.clone(),
        crate::rulebook::claim::ast::Claim::Comparison(comparison) => comparison.subject.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Format, Options as Reading, read};
    use crate::check::{Options, Verdict, check};
    use crate::rulebook;

    const RULES: &str = r#"
entities:
  harbour: {name: Harl Light, kind: thing, also: [the lighthouse]}
  ostrel: {name: Ostrel, kind: organization}
  bram: {name: Bramhope, kind: organization}
  vote: {name: Ostrel ferry vote, kind: event, also: [the ferry vote]}
  moss: {name: Greta Moss, kind: person, also: [Moss]}
  finch: {name: Ivo Finch, kind: person, also: [Finch]}
  accord: {name: Skerry Accord, kind: work, also: [the accord]}
claims:
  - {id: built, claim: The Harl Light was founded in 1862}
  - {id: vote, claim: The Ostrel ferry vote was held on 4 May 2026}
  - {id: beat, claim: Ostrel beat Bramhope 3-1}
  - {id: sank, claim: The lighthouse sank on 9 May 2026}
  - {id: hands, claim: Moss and Finch did not shake hands}
  - {id: accord, claim: Ostrel has not approved the Skerry Accord}
"#;

    /// What the article says of the claim, in text order.
    #[track_caller]
    fn verdicts(claim: &str, text: &str) -> Vec<Verdict> {
        let (rulebook, problems) = rulebook::load(&[("h.yaml".to_owned(), RULES.into())]);
        let text = format!("Greta Moss of Ostrel met Ivo Finch of Bramhope. {text}");
        let article = read("a.txt", text.as_bytes(), &Reading { format: Some(Format::Plain) }).unwrap().remove(0);
        let options = Options { date: Some(jiff::civil::date(2026, 5, 20)), trace: None };
        let wanted = format!("h/{claim}");
        let checked = check(&article, &rulebook, &options);
        assert!(rulebook.facts.iter().any(|fact| fact.id == wanted), "{problems:?}");
        checked
            .findings
            .iter()
            .filter(|finding| finding.fact.is_some_and(|fact| rulebook.facts[fact.0].id == wanted))
            .map(|finding| finding.verdict)
            .collect()
    }

    #[test]
    fn a_day_close_to_the_claims_is_about_the_same_event() {
        assert_eq!(verdicts("vote", "The ferry vote, held on 3 May, drew a crowd."), [Verdict::Conflict]);
        assert_eq!(verdicts("vote", "The ferry vote was held on 4 May."), [Verdict::Supported]);
        assert_eq!(verdicts("vote", "The vote on the budget was held on 3 May."), []);
    }

    #[test]
    fn winner_and_loser_change_places() {
        assert_eq!(verdicts("beat", "Bramhope beat Ostrel 3-1."), [Verdict::Conflict]);
        assert_eq!(verdicts("beat", "Ostrel beat Bramhope 3-1."), [Verdict::Supported]);
    }

    #[test]
    fn reported_clauses_are_judged_and_the_papers_own_corrections_are_not() {
        assert_eq!(verdicts("built", "The guide says that the Harl Light was founded in 1868."), [Verdict::Conflict]);
        assert_eq!(
            verdicts("built", "A new lamp shines today for the Harl Light, founded in 1868."),
            [Verdict::Conflict]
        );
        assert_eq!(
            verdicts("built", "An earlier version of this page said that the Harl Light was founded in 1868."),
            []
        );
    }

    #[test]
    fn denials_meet_what_was_done() {
        assert_eq!(verdicts("hands", "At the end the two leaders shook hands."), [Verdict::Conflict]);
        assert_eq!(verdicts("accord", "Ostrel has yet to approve the Skerry Accord."), [Verdict::Supported]);
        assert_eq!(verdicts("accord", "Ostrel approved the Skerry Accord."), [Verdict::Conflict]);
    }
}
