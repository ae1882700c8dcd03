//! Whether a figure in the text answers a claim's question: the signs for and against, weighed together.
//!
//! No single sign decides. That the claim's own words stand in the figure's clause, that its owner is the subject, that
//! nothing foreign stands between, that the figure is the claim's with two digits exchanged: each is a sign, and each
//! has a weight that `examples/train_concern.rs` learns from judged statements of many topics (logistic regression).
//! The signs are the explanation, too: a trace lists them.

use super::binding::bond;
use super::frame::{Frame, FrameShape, PartKind};
use super::scene::Sentence;
use super::site::{Site, SiteForm, sites};
use super::unify::{Fit, OwnerFit, excluded_by, foreign_modifier, is_long_past, is_other, owner_fit, wrong_period};
use super::weigh::{Weights, block_sign};
use crate::article::mention::{How, Pronoun, What};
use crate::check::binding::Bond;
use crate::check::compare::figure;
use crate::lexicon::{Concept, lexicon, words};
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};
use crate::value::{Hedge, Kind, Value};
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
}

impl Concern {
    /// Weighs one more sign.
    pub fn add(&mut self, sign: &str) {
        self.signs.push(sign.to_owned());
        self.sure = weights().probability(&self.signs);
    }
}

/// The parts of a frame that a statement may take up in words.
pub struct Cues<'f> {
    pub frame: &'f Frame,
    /// Content words beyond the head and the entities.
    words: Vec<&'f Concept>,
    entities: Vec<EntityId>,
    sites: Vec<Site>,
    /// Word numbers of each of `words`, where it occurs in the sentence.
    met: Vec<Vec<usize>>,
}

impl<'f> Cues<'f> {
    /// The cues of `frame` as far as they occur in `sentence`.
    pub fn new(frame: &'f Frame, sentence: &Sentence) -> Self {
        let mut all: Vec<&Concept> = frame.modifiers.iter().collect();
        if matches!(frame.shape, FrameShape::Event) {
            all.extend(frame.parts.iter().filter_map(|part| match &part.what {
                PartKind::Words(concept) => Some(concept),
                _ => None,
            }));
        }
        all.extend(&frame.owner_words);
        let met = all
            .iter()
            .map(|concept| concept.find(&sentence.tree, &sentence.forms).into_iter().map(|found| found.head).collect())
            .collect();
        Self { frame, words: all, entities: frame.entities().collect(), sites: sites(frame, sentence), met }
    }

    fn is_own(&self, sentence: &Sentence, word: usize) -> bool {
        let lemma = sentence.lemma(word).to_lowercase();
        let own = |concept: &Concept| {
            concept.weight_of(&lemma).is_some() || concept.weight_of(&sentence.forms[word]).is_some()
        };
        own(&self.frame.head.concept)
            || self.frame.counted.as_ref().is_some_and(own)
            || self.words.iter().any(|concept| own(concept))
            || self.sites.iter().any(|site| site.words.contains(&word))
            || self.met.iter().flatten().any(|&met| met == word)
            || sentence.entity_at(word).is_some_and(|(entity, _)| self.entities.contains(&entity))
            || self.entities.iter().any(|&entity| sentence.base().entities.has_word(entity, &sentence.forms[word]))
    }
}

/// The signs that the value numbered `index` in the sentence answers the question; `stated` is its reading, `expected` what
/// the claim accepts. `None` where nothing of the claim stands in the sentence.
pub fn concern(cues: &Cues, sentence: &Sentence, index: usize, stated: &Value, expected: &Value) -> Option<Concern> {
    let frame = cues.frame;
    let value = &sentence.values[index];
    let at = value.head;
    let mut signs: Vec<String> = Vec::new();
    let mut sign = |name: String| signs.push(name);
    let region = Region::of(sentence, at);
    let kind = group(stated);

    // The head.
    let carried = is_carried(frame, expected);
    let nearest = cues
        .sites
        .iter()
        .filter(|site| !site.words.iter().all(|word| value.words.contains(word)))
        .map(|site| (place(&region, site, at), site))
        .min_by(|a, b| {
            (a.0, sentence.distance(a.1.head, at))
                .cmp(&(b.0, sentence.distance(b.1.head, at)))
                .then(b.1.weight.total_cmp(&a.1.weight))
        });
    let head = match nearest {
        Some((place, site)) => {
            let word = if site.weight >= 0.99 {
                "own"
            } else if site.weight >= 0.94 {
                "listed"
            } else {
                "alike"
            };
            sign(format!("head-word:{word}"));
            if site.negative && place <= Place::Clause {
                sign("head-negative".into());
            }
            // A word that very many relations use says little of which is meant.
            if lexicon().headed_by(&sentence.lemma(site.head).to_lowercase()).len() >= 8 {
                sign("head-common".into());
            }
            sign(format!(
                "head-form:{}",
                match site.form {
                    SiteForm::Verb => "verb",
                    SiteForm::Event => "event",
                    SiteForm::Noun => "noun",
                    SiteForm::Agent => "agent",
                    SiteForm::Adjective => "adjective",
                    SiteForm::Copula => "copula",
                }
            ));
            let bound = bond(sentence, site, at);
            sign(format!(
                "bond:{}",
                match &bound {
                    Some((Bond::Direct, _)) => "direct",
                    Some((Bond::Near, _)) => "near",
                    Some((Bond::Weak, _)) => "weak",
                    None => "broken",
                }
            ));
            if let Some((_, between)) = &bound
                && let Some(_) = between.iter().find(|&&word| {
                    matches!(sentence.upos(word), Upos::Noun | Upos::Propn)
                        && !cues.is_own(sentence, word)
                        && !is_general(sentence, word)
                        && sentence.value_at(word).is_none()
                })
            {
                sign("foreign-between".into());
            }
            // A rival value of the same kind stands nearer to the head.
            let here = sentence.distance(site.head, at);
            let rivals = rivals(sentence, index, stated);
            if rivals.iter().any(|&other| sentence.distance(site.head, sentence.values[other].head) < here) {
                sign("rival-nearer".into());
            }
            if matches!(site.form, SiteForm::Noun | SiteForm::Event)
                && foreign_modifier(frame, sentence, site.head, &site.words).is_some()
            {
                sign("head-narrowed".into());
            }
            if is_other(sentence, site.head) {
                sign("head-other".into());
            }
            place.name()
        }
        None if carried => "carried",
        None => "none",
    };
    sign(format!("head:{head}"));

    // The noun that the number counts, or that the share is of.
    let counted = counted(sentence, at, stated);
    let noun = match counted {
        Some(noun) if frame.counted.as_ref().is_some_and(|own| is(sentence, own, noun)) => "counted",
        Some(noun) if cues.is_own(sentence, noun) => "own",
        Some(noun) if figure::relation_counts(frame, sentence, noun) => "own",
        Some(noun) if is_kin(cues, sentence, noun) => "kin",
        Some(noun) if is_general(sentence, noun) => "general",
        Some(_) => "foreign",
        None => "bare",
    };
    sign(format!("noun:{kind}:{noun}"));
    if let Some(noun) = counted
        && foreign_modifier(frame, sentence, noun, &[]).is_some()
    {
        sign("noun-narrowed".into());
    }
    // "Seven members voted": some of them did, unless the claim says what they did.
    if let Some(noun) = counted
        && matches!(sentence.tree.words[noun].deprel, Deprel::Nsubj | Deprel::NsubjPass)
        && let Some(predicate) = sentence.tree.words[noun].head
    {
        let lemma = sentence.lemma(predicate).to_lowercase();
        let own = cues.is_own(sentence, predicate)
            || sentence.subtree(predicate).iter().any(|&w| w != noun && cues.words.iter().any(|c| is(sentence, c, w)));
        sign(format!(
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
    // Another figure stands nearer to the words that narrow the claim.
    let narrowing: Vec<usize> = cues.met.iter().flatten().copied().filter(|&word| word != at).collect();
    if !narrowing.is_empty() {
        let near =
            |value: usize| narrowing.iter().map(|&word| sentence.distance(word, value)).min().unwrap_or(usize::MAX);
        if rivals(sentence, index, stated).iter().any(|&other| near(sentence.values[other].head) < near(at)) {
            sign("rival-nearer-words".into());
        }
    }
    if let Some(noun) = counted
        && is_other(sentence, noun)
    {
        sign("noun-other".into());
    }

    // The other words.
    let all = cues.words.len();
    let near = cues.met.iter().filter(|words| words.iter().any(|&word| region.has(word))).count();
    let far = cues.met.iter().filter(|words| !words.is_empty()).count();
    let words_sign = match (all, near, far) {
        (0, ..) => "none-asked",
        (all, near, _) if near == all => "all",
        (_, near, _) if near > 0 => "some",
        (all, _, far) if far == all => "all-far",
        (_, _, far) if far > 0 => "some-far",
        _ => "missing",
    };
    sign(format!("words:{words_sign}"));
    sign(format!("head-and-words:{head}:{words_sign}"));

    // The owner.
    let owner = match nearest {
        Some((_, site)) => owner_fit(frame, sentence, site),
        None => OwnerFit { fit: Fit::Missing, word: None, reason: String::new() },
    };
    let owner_sign = owner_sign(cues, sentence, &region, &owner);
    sign(format!("owner:{owner_sign}"));
    sign(format!("owner-and-head:{owner_sign}:{head}"));
    sign(format!("owner-and-words:{owner_sign}:{words_sign}"));
    if owner.fit == Fit::Foreign {
        sign("owner-foreign".into());
    }
    let others = cues.entities.iter().filter(|&&entity| Some(entity) != frame.owner);
    let (mut asked, mut here, mut told) = (0, 0, 0);
    for &entity in others {
        asked += 1;
        here += usize::from(sentence.mentions_of(entity).any(|mention| mention.how <= How::Carried));
        told += usize::from(sentence.scene.is_named(entity));
    }
    sign(format!(
        "others:{}",
        match (asked, here, told) {
            (0, ..) => "none-asked",
            (asked, here, _) if here == asked => "all",
            (asked, _, told) if told == asked => "told",
            _ => "missing",
        }
    ));

    // Strangers.
    let (named, unknown, person) = strangers(cues, sentence, &region);
    if named {
        sign("stranger:known".into());
    }
    if unknown {
        sign("stranger:unknown".into());
    }
    if person {
        sign("stranger:pronoun".into());
    }
    if let Some(subject) = region.subject
        && subject != at
        && sentence.value_at(subject).is_none()
    {
        let name = if cues.is_own(sentence, subject) {
            "own"
        } else if sentence.upos(subject) == Upos::Pron {
            "pronoun"
        } else if is_general(sentence, subject) {
            "general"
        } else {
            "foreign"
        };
        sign(format!("subject:{name}"));
    }

    let verb = sentence.clause(at);
    let lemma = sentence.lemma(verb).to_lowercase();
    let verbs = &words().verbs;
    sign(format!(
        "verb:{}",
        if verb == at || !matches!(sentence.upos(verb), Upos::Verb | Upos::Aux) {
            if sentence.tree.children(verb).any(|child| sentence.is(child, Deprel::Cop)) { "copula" } else { "none" }
        } else if cues.is_own(sentence, verb) {
            "own"
        } else if verbs.level.contains(&lemma) {
            "level"
        } else if verbs.change.contains(&lemma) {
            "change"
        } else if verbs.light.contains(&lemma) || words().is_light(&lemma) {
            "light"
        } else {
            "foreign"
        }
    ));

    // Where the value stands.
    let number = rivals(sentence, index, stated).len();
    sign(format!("rivals:{}", number.min(3)));
    if figure::compared(sentence, at) {
        sign("compared".into());
    }
    if sentence.has_case(at, &["from"]) {
        sign("case:from".into());
    }
    if sentence.has_case(at, &["than", "against"]) {
        sign("case:than".into());
    }
    if figure::is_subset(sentence, at) {
        sign("subset".into());
    }
    let around = sentence.clause(at);
    if (0..sentence.forms.len()).any(|word| {
        sentence.clause(word) == around && words().identity.partial.matches(&sentence.tree, &sentence.forms, word)
    }) {
        sign("partial".into());
    }
    if excluded_by(frame, sentence, &region.words).is_some() {
        sign("excluded".into());
    }
    if figure::speaks_of_earlier_year(frame, sentence, index) {
        sign("earlier-year".into());
    }
    if frame.period.is_some() {
        let stated = sentence.date_near(at, None);
        sign(match (stated.is_some(), is_long_past(frame, sentence.scene.date)) {
            (true, _) => "period:stated".into(),
            (false, true) => "period:past".into(),
            (false, false) => "period:unstated".into(),
        });
    }
    if frame.as_of.is_some() {
        sign("as-of".into());
    }
    if !sentence.tree.words[at].sure {
        sign("unsure-tree".into());
    }
    sign(block_sign(sentence.block));

    // What it says against what the claim says.
    sign(format!("kind:{kind}"));
    sign(format!("likeness:{}", figure::likeness(stated, expected)));
    if let Value::Date(date) = stated {
        if date.relative {
            sign("date:relative".into());
        }
        sign(format!("date:{:?}", date.precision));
        if date.from.is_some() && date.from > sentence.scene.date {
            sign("date:ahead".into());
        }
    }
    if let Value::Amount(amount) = stated
        && amount.hedge != Hedge::Exact
    {
        sign("hedged".into());
    }
    if head == "none" && words_sign == "missing" && noun != "counted" && noun != "own" {
        return None;
    }
    if head == "carried" && matches!(words_sign, "missing") && noun != "counted" && noun != "own" {
        return None;
    }
    let sure = weights().probability(&signs);
    Some(Concern { signs, site: nearest.map(|(_, site)| site.clone()), owner, sure })
}

/// Whether the period, the article's age or a later figure keeps the claim from the statement at `word`. That a claim is about
/// a time long past is a sign here, and no bar.
pub fn out_of_time(frame: &Frame, sentence: &Sentence, word: usize) -> Option<String> {
    let unsaid = sentence.date_near(word, None).is_none() && is_long_past(frame, sentence.scene.date);
    wrong_period(frame, sentence, word, None).filter(|_| !unsaid)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In the value's own noun phrase.
    Phrase,
    Clause,
    /// In the noun or clause that the value's clause hangs on.
    Above,
    Sentence,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Place::Phrase => "phrase",
            Place::Clause => "clause",
            Place::Above => "above",
            Place::Sentence => "sentence",
        }
    }
}

fn place(region: &Region, site: &Site, at: usize) -> Place {
    if site.words.iter().any(|word| region.phrase.contains(word)) || site.head == at {
        Place::Phrase
    } else if region.clause.contains(&site.head) {
        Place::Clause
    } else if region.above.contains(&site.head) {
        Place::Above
    } else {
        Place::Sentence
    }
}

/// The words around a value.
struct Region {
    /// Its noun phrase.
    phrase: Vec<usize>,
    /// Its clause.
    clause: Vec<usize>,
    /// The noun its clause modifies, the subject it shares.
    above: Vec<usize>,
    /// All of them.
    words: Vec<usize>,
    subject: Option<usize>,
}

impl Region {
    fn of(sentence: &Sentence, at: usize) -> Self {
        let tree = &sentence.tree;
        let clause_head = sentence.clause(at);
        let clause: Vec<usize> = (0..tree.words.len()).filter(|&word| sentence.clause(word) == clause_head).collect();
        let mut top = at;
        while let Some(head) = tree.words[top].head {
            let nominal = matches!(sentence.upos(head), Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym | Upos::Adj);
            if !nominal || !sentence.is_modifier(top) && !sentence.is(top, Deprel::Nummod) || head == clause_head {
                break;
            }
            top = head;
        }
        let phrase: Vec<usize> =
            sentence.subtree(top).into_iter().filter(|word| clause.contains(word) && *word != at).collect();
        let own_subject = tree
            .children(clause_head)
            .find(|&child| matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj));
        let relative = own_subject
            .is_none_or(|word| matches!(sentence.forms[word].as_str(), "which" | "that" | "who" | "whom" | "whose"));
        let mut above = Vec::new();
        let mut subject = own_subject;
        if relative && let Some(head) = tree.words[clause_head].head {
            match tree.words[clause_head].deprel {
                Deprel::Acl | Deprel::AclRelcl => {
                    above = sentence
                        .subtree(head)
                        .into_iter()
                        .filter(|&word| sentence.clause(word) == sentence.clause(head) && word < clause_head)
                        .collect();
                    above.push(head);
                    subject = Some(head);
                }
                Deprel::Xcomp | Deprel::Advcl | Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp => {
                    let governor = sentence.clause(head);
                    if let Some(word) = tree.children(governor).find(|&child| {
                        matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj)
                    }) {
                        above = sentence.subtree(word);
                        subject = Some(word);
                    }
                    if tree.words[clause_head].deprel == Deprel::Xcomp {
                        above.extend(
                            (0..tree.words.len()).filter(|&word| sentence.clause(word) == governor && word != at),
                        );
                    }
                }
                _ => {}
            }
        }
        let mut words: Vec<usize> = clause.iter().chain(&above).copied().collect();
        words.sort_unstable();
        words.dedup();
        Self { phrase, clause, above, words, subject }
    }

    fn has(&self, word: usize) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

fn owner_sign(cues: &Cues, sentence: &Sentence, region: &Region, fit: &OwnerFit) -> &'static str {
    match fit.fit {
        Fit::Explicit => return "slot",
        Fit::Likely => return "likely",
        _ => {}
    }
    let Some(owner) = cues.frame.owner else {
        return if cues.frame.owner_words.is_some() { "words" } else { "none-asked" };
    };
    let best = sentence
        .mentions_of(owner)
        .map(|mention| (mention.how, region.has(mention.head)))
        .min_by_key(|(how, near)| (!near, *how));
    match best {
        Some((How::Named | How::Alias, true)) => "clause",
        Some((How::Carried, true)) => "carried",
        Some((_, true)) => "guessed",
        Some(_) => "sentence",
        None if sentence.index > 0
            && (Sentence { scene: sentence.scene, index: sentence.index - 1 }).mentions_of(owner).next().is_some() =>
        {
            "before"
        }
        None if sentence.scene.is_topic(owner) => "topic",
        None if sentence.scene.is_named(owner) => "told",
        None => "missing",
    }
}

/// Whether another thing of the owner's kind is named in the clause: one that the rules know, one that they do not, a person.
fn strangers(cues: &Cues, sentence: &Sentence, region: &Region) -> (bool, bool, bool) {
    let entities = &sentence.base().entities;
    let own = |entity: EntityId| {
        cues.entities.iter().any(|&known| entities.within(known, entity) || entities.within(entity, known))
    };
    let (mut known, mut unknown, mut person) = (false, false, false);
    for mention in &sentence.mentions {
        // "May" of a date is no name.
        let dated = sentence.values.iter().any(|value| value.words.contains(&mention.head));
        if !region.has(mention.head) || dated && mention.entity.is_none() {
            continue;
        }
        match (mention.entity.map(EntityId), &mention.what) {
            (Some(entity), What::Pronoun(Pronoun::He | Pronoun::She)) if !own(entity) => person = true,
            (Some(entity), _) if !own(entity) => {
                let alike = cues.entities.iter().any(|&mine| {
                    entities.kind_of(mine).is_some() && entities.kind_of(mine) == entities.kind_of(entity)
                });
                known |= alike;
            }
            (None, What::Other) => unknown = true,
            (None, What::Pronoun(Pronoun::He | Pronoun::She | Pronoun::I | Pronoun::We)) => person = true,
            _ => {}
        }
    }
    (known, unknown, person)
}

/// "share of", "number of", "length of": the value itself says what the head says.
fn is_carried(frame: &Frame, expected: &Value) -> bool {
    let kind = group(expected);
    words().carried(&frame.head.concept.text, kind)
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

fn is(sentence: &Sentence, concept: &Concept, word: usize) -> bool {
    concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some()
        || concept.weight_of(&sentence.forms[word]).is_some()
}

/// A noun that says nothing of what is meant.
fn is_general(sentence: &Sentence, word: usize) -> bool {
    let lemma = sentence.lemma(word).to_lowercase();
    words().is_light(&lemma) || words().verbs.people.contains(&lemma) || words().is_light(&sentence.forms[word])
}

/// A noun under or over what the claim counts: residents for people, fishermen for crew.
fn is_kin(cues: &Cues, sentence: &Sentence, noun: usize) -> bool {
    let lemma = sentence.lemma(noun).to_lowercase();
    cues.frame.counted.iter().chain(cues.words.iter().copied()).any(|own| {
        words().kind_of(&own.text).is_some() && (words().is_a(&lemma, &own.text) || words().is_a(&own.text, &lemma))
    })
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
