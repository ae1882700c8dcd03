//! Whether a name in the text answers a claim's question.
//!
//! As for figures (`check::concern`), no single sign decides: how the name hangs on the claim's own words, whose they are,
//! what kind of name is asked for, what else the article says. Each is a sign with a weight learnt from judged statements,
//! in `answer.tsv`.

use super::signs::{Found, expected_signs, link_signs, name_signs, time_signs};
use super::{NameMatch, Stated, compare, fold, stated, stated_names};
use crate::article::BlockKind;
use crate::article::clause::Modality;
use crate::article::mention::How;
use crate::check::Verdict;
use crate::check::compare::office::{has_another_charge, held_otherwise, judge_stretch};
use crate::check::compare::{expectation, worded};
use crate::check::evidence::{Cues, Evidence, Matter, is_fragment};
use crate::check::frame::{Answer, Expected, Frame, FrameShape};
use crate::check::index::MOST_CLAIMS;
use crate::check::reason::Reason;
use crate::check::scene::{Scene, Sentence};
use crate::check::site::{Site, SiteForm, Slot, slots_of};
use crate::check::unify::{Fit, filler_fit, is_told_of_elsewhere, wrong_period};
use crate::check::verdict::{Judged, voice_of};
use crate::check::weigh::Weights;
use crate::lexicon::words;
use crate::syntax::{Deprel, Upos};
use crate::value::{Agreement, Op};
use std::sync::OnceLock;

/// How sure it must be that a name answers the question before it is called wrong, or right.
const SURE_OF_CONFLICT: f32 = 0.67;
const SURE_OF_SUPPORT: f32 = 0.6;

/// From here a wording is the claim's own; below, it is like it.
const OWN_WORDING: f32 = 0.94;

/// A name of the article that can be compared with an answer of the frame.
#[derive(Debug)]
pub struct Candidate {
    pub sentence: usize,
    pub name: Stated,
    /// Whether the name, as it stands, agrees with the claim.
    pub agreement: Agreement,
    pub signs: Vec<String>,
    pub sure: f32,
    /// How sure it is whatever the weights say.
    least: f32,
    /// What keeps the statement from being judged, however sure it is.
    pub barred: Option<Reason>,
    site: Option<Site>,
    owner: String,
}

/// Judges a name that the frame may be about.
pub fn judge(frame: &Frame, scene: &Scene, candidate: Candidate, sure: f32, out: &mut Vec<Judged>) {
    let sentence = &Sentence { scene, index: candidate.sentence };
    let word = candidate.name.word;
    let conflict = candidate.agreement == Agreement::Conflict;
    let wanted = if conflict { SURE_OF_CONFLICT } else { SURE_OF_SUPPORT };
    let sure = sure.max(candidate.least);
    sentence.note(frame, word, || {
        format!(
            "{:?} “{}”, sure {sure:.2} of {wanted:.2} [{}]",
            candidate.agreement,
            candidate.name.text,
            candidate.signs.join(" ")
        )
    });
    if let Some(why) = candidate.barred {
        sentence.stop(frame, word, || why);
    } else if sure >= wanted {
        let right = candidate.agreement == Agreement::Supported;
        if !right || !is_misdated(frame, sentence, &candidate, out) {
            out.push(judged(frame, sentence, &candidate, sure));
        }
    } else if candidate.sure >= wanted {
        sentence.stop(frame, word, || Reason::Rivalled);
    } else {
        sentence.stop(frame, word, || Reason::Loose);
    }
}

/// The right holder with the wrong years: "boss of Quill since 2007".
fn is_misdated(frame: &Frame, sentence: &Sentence, candidate: &Candidate, out: &mut Vec<Judged>) -> bool {
    let own = |site: &&Site| site.form != SiteForm::Verb || site.weight >= OWN_WORDING;
    // "Has lived by the regatta's course since 2012" puts name and words together by another verb.
    let links = ["title", "apposition", "of-name-apposition", "predicate", "of-name-predicate", "subject"];
    let linked = candidate.signs.iter().filter_map(|sign| sign.strip_prefix("link:")).any(|link| links.contains(&link));
    if !linked {
        return false;
    }
    let Some(site) = candidate.site.as_ref().filter(own) else { return false };
    let (Some(first), Some(last)) = (site.words.iter().min(), site.words.iter().max()) else { return false };
    let owners = frame.entities().flat_map(|owner| sentence.mentions_of(owner));
    let behind =
        owners.map(|mention| mention.words.clone()).find(|words| (*last + 1..*last + 4).contains(&words.start));
    let words = *first..behind.map_or(last + 1, |words| words.end);
    judge_stretch(frame, sentence, words, site.head, candidate.name.word, out)
}

/// The candidates of all sentences.
pub fn survey(frame: &Frame, scene: &Scene) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    if !frame.answers.iter().any(Answer::is_name) {
        return found;
    }
    let mut siblings = None;
    for (index, reading) in scene.readings.iter().enumerate() {
        if reading.block == BlockKind::Boilerplate {
            continue;
        }
        let sentence = Sentence { scene, index };
        let cues = Cues::new(frame, &sentence);
        let silent = cues.sites.is_empty() && cues.met.iter().all(Vec::is_empty);
        if silent && !names_owner(frame, &sentence) && !answers_before(&cues, &sentence) {
            continue;
        }
        let siblings = siblings.get_or_insert_with(|| siblings_of(frame, &sentence));
        found.extend(candidates(&cues, &sentence, siblings));
    }
    found
}

/// "The architect? Ann Pell": the sentence goes on from one that has the claim's words.
fn answers_before(cues: &Cues, sentence: &Sentence) -> bool {
    cues.before(sentence).is_some_and(|before| {
        before.head != "none" && (before.form != "statement" && before.form != "another-block" || is_fragment(sentence))
    })
}

fn names_owner(frame: &Frame, sentence: &Sentence) -> bool {
    frame.owner.is_some_and(|owner| sentence.mentions_of(owner).next().is_some())
}

/// The values that other claims give the same attribute, folded: they show which kind of name is meant.
fn siblings_of(frame: &Frame, sentence: &Sentence) -> Vec<String> {
    let base = sentence.base();
    let attribute = &frame.head.concept.text;
    let mut known: Vec<String> = base
        .index
        .worded(attribute)
        .iter()
        .take(MOST_CLAIMS)
        .map(|id| base.frame(*id))
        .filter(|other| other.head.concept.text == *attribute)
        .flat_map(|other| &other.answers)
        .flat_map(|answer| &answer.accepted)
        .filter_map(|expected| match expected {
            Expected::Entity(entity) => Some(bare(base.entities.name_of(*entity))),
            Expected::Name(name) => Some(bare(name)),
            _ => None,
        })
        .collect();
    known.sort_unstable();
    known.dedup();
    known
}

fn bare(name: &str) -> String {
    fold(name.strip_prefix("the ").unwrap_or(name))
}

fn candidates(cues: &Cues, sentence: &Sentence, siblings: &[String]) -> Vec<Candidate> {
    let found = names_of(cues, sentence, siblings);
    let mut candidates = Vec::new();
    for (at, this) in found.iter().enumerate() {
        let rivals: Vec<usize> = found
            .iter()
            .enumerate()
            .filter(|(other, rival)| *other != at && rival.name.span != this.name.span)
            .map(|(_, rival)| rival.name.word)
            .collect();
        let listed = found
            .iter()
            .any(|other| other.matched == NameMatch::Same && are_listed(sentence, this.name.word, other.name.word));
        candidates.extend(candidate(cues, sentence, this, &rivals, listed));
    }
    candidates
}

/// Whether the two names stand in one list.
fn are_listed(sentence: &Sentence, one: usize, other: usize) -> bool {
    let first = |word: usize| match sentence.is(word, Deprel::Conj) {
        true => sentence.tree.words[word].head.unwrap_or(word),
        false => word,
    };
    one != other && first(one) == first(other)
}

/// Every name of the sentence that an answer can be compared with.
fn names_of<'f>(cues: &Cues<'f>, sentence: &Sentence, siblings: &[String]) -> Vec<Found<'f>> {
    let frame = cues.frame;
    let mut found: Vec<Found> = Vec::new();
    let mut subject = None;
    for word in 0..sentence.forms.len() {
        let mention = sentence.mention_at(word);
        // A date is no name, though "May" and "Sunday" may look like one.
        let dated = sentence.value_at(word).is_some() && mention.is_none_or(|mention| mention.entity.is_none());
        if dated || mention.is_some_and(|mention| mention.head != word) {
            continue;
        }
        let Some(mut name) = stated(sentence, word) else { continue };
        let owner = frame.owner.is_some() && name.entity == frame.owner;
        if name.how == How::Guessed || owner {
            continue;
        }
        // "The Tarn Harbour Board": a part of what the claim speaks of does not answer it.
        if name.entity.is_none()
            && is_among_words(subject.get_or_insert_with(|| fold(sentence.scene.fact(frame).subject())), &name.text)
        {
            continue;
        }
        let sibling = siblings.binary_search(&bare(&name.text)).is_ok();
        let lemma = sentence.lemma(word).to_lowercase();
        let attribute = &frame.head.concept.text;
        let kind_of_attribute = !name.proper && lemma != *attribute && words().is_a(&lemma, attribute);
        name.proper |= sibling || kind_of_attribute;
        let about = name.entity.is_some_and(|entity| cues.entities.contains(&entity));
        let words = mention.map_or(word..word + 1, |mention| mention.words.clone());
        if found.iter().any(|other| other.name.span == name.span) {
            continue;
        }
        let answers: Vec<(&Answer, NameMatch)> = frame
            .answers
            .iter()
            .filter(|answer| answer.is_name())
            .map(|answer| (answer, compare(frame, sentence, &name, answer)))
            .collect();
        let right = answers.iter().find(|(_, matched)| matches!(matched, NameMatch::Same | NameMatch::Wider));
        let (answer, matched) = match right {
            Some(&(answer, matched)) => (answer, matched),
            None if !about && name.proper && answers.iter().all(|(_, matched)| *matched == NameMatch::Different) => {
                answers[0]
            }
            None => continue,
        };
        found.push(Found { name, words, answer, matched, sibling: sibling || kind_of_attribute });
    }
    found
}

/// Whether the claim's subject, folded, has the name's words.
fn is_among_words(subject: &str, name: &str) -> bool {
    let name = bare(name);
    let mut found = subject.match_indices(&name).filter(|_| !name.is_empty());
    found.any(|(at, _)| {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        ends(subject[..at].chars().next_back()) && ends(subject[at + name.len()..].chars().next())
    })
}

/// `listed`: the name stands in one list with a right one.
fn candidate(cues: &Cues, sentence: &Sentence, found: &Found, rivals: &[usize], listed: bool) -> Option<Candidate> {
    let frame = cues.frame;
    let word = found.name.word;
    let on_owner = hangs_on_owner(frame, sentence, found);
    let takes = |site: &Site| stated_names(sentence, site).iter().any(|name| name.word == word);
    let mut evidence = Evidence::new(cues, sentence, word, found.words.clone(), on_owner.is_some(), takes);
    if evidence.head == "none" && !answers_before(cues, sentence) {
        return None;
    }
    let right = matches!(found.matched, NameMatch::Same | NameMatch::Wider);
    evidence.head_signs(rivals);
    evidence.owner_signs();
    evidence.stranger_signs();
    evidence.verb_sign();
    evidence.setting_signs();
    evidence.before_signs(cues.before(sentence));
    link_signs(frame, sentence, found, on_owner, &mut evidence);
    name_signs(frame, sentence, found, &mut evidence);
    expected_signs(frame, sentence, found, &mut evidence);
    time_signs(frame, sentence, word, &mut evidence);
    if listed {
        evidence.sign("listed-with-right");
    }
    let site = evidence.nearest.map(|(_, site)| site.clone());
    let (denied, mut barred) = barred(frame, sentence, word, site.as_ref(), is_presupposed(&evidence));
    let agreement = match (right, denied) {
        (true, false) => Agreement::Supported,
        // "X is not the capital" denies the claim only where X is what the claim says.
        (true, true) if found.matched == NameMatch::Same => Agreement::Conflict,
        (false, false) if !frame.includes && frame.op == Op::Equal => Agreement::Conflict,
        _ => return None,
    };
    if denied {
        evidence.sign("denied");
        let link = evidence.signs.iter().find_map(|sign| sign.strip_prefix("link:")).unwrap_or_default().to_owned();
        evidence.sign(format!("denied-link:{link}"));
    } else {
        evidence.sign(format!("matched:{:?}", found.matched));
    }
    let named = frame.owner.is_some_and(|owner| sentence.mentions_of(owner).any(|mention| mention.how <= How::Carried));
    if agreement == Agreement::Conflict {
        match how_far(frame, sentence, &evidence) {
            Some(Far::Off) => barred = barred.or(Some(Reason::Loose)),
            Some(Far::Beside) => evidence.sign("owner-beside"),
            None => {}
        }
    }
    let anothers = evidence.owner.word.is_some_and(|word| sentence.entity_at(word).is_some());
    if evidence.owner.fit == Fit::Foreign && anothers && frame.owner.is_some() && !named {
        barred = barred.or(Some(Reason::AnotherThing(evidence.owner.reason.clone())));
    }
    if agreement == Agreement::Conflict
        && let Some(possessor) = site.as_ref().and_then(|site| other_possessor(frame, sentence, site.head))
    {
        // "Our president" in an article on the claim's matter may be the claim's, whoever speaks.
        if matches!(sentence.forms[possessor].as_str(), "our" | "my") {
            evidence.sign("possessor:speaker");
        } else {
            barred = barred.or(Some(Reason::AnotherThing("the possessor is not the claim's owner".into())));
        }
    }
    if agreement == Agreement::Conflict
        && matches!(frame.shape, FrameShape::Office { .. })
        && let Some(person) = found.name.entity
    {
        let day = sentence.date_near(word, None).map_or(sentence.scene.date, |date| date.from);
        match held_otherwise(frame, sentence, person, day) {
            Some(true) => {
                barred = barred.or(Some(Reason::AnotherPeriod("another claim makes that person the holder".into())))
            }
            Some(false) => evidence.sign("held-otherwise"),
            None => {}
        }
    }
    // "Ann Pell, chief executive of Quill", "our finance director, Ann Pell": she holds another office as well as the claim's.
    let alike = site.as_ref().is_some_and(|site| site.weight < OWN_WORDING) && evidence.has("head-narrowed");
    let office = matches!(frame.shape, FrameShape::Office { .. });
    let charged = || site.as_ref().is_some_and(|site| has_another_charge(frame, sentence, site.head));
    if right && office && (alike || evidence.has("anothers") && evidence.owner.fit <= Fit::Topic || charged()) {
        barred = barred.or(Some(Reason::AnotherThing("it is another office".into())));
    }
    // "Tarn did not attend the talks": the claim in its own words, and denied.
    let plainly = denied
        && evidence.owner.fit >= Fit::Likely
        && site.as_ref().is_some_and(|site| site.form == SiteForm::Verb)
        && evidence.has("slot:value");
    let least = if plainly { SURE_OF_CONFLICT } else { 0.0 };
    let sure = weights().probability(&evidence.signs);
    let owner = evidence.owner.reason.clone();
    Some(Candidate {
        sentence: sentence.index,
        name: found.name.clone(),
        agreement,
        signs: evidence.signs,
        sure,
        least,
        barred,
        site,
        owner,
    })
}

/// Whether the name and the words are put together without being the point of the clause: "Mayor Ann Pell did not come"
/// calls her the mayor all the same.
fn is_presupposed(evidence: &Evidence) -> bool {
    let noun = evidence.nearest.is_some_and(|(_, site)| matches!(site.form, SiteForm::Noun | SiteForm::Agent));
    let links = ["link:title", "link:apposition", "link:of-name-apposition", "link:possessor"];
    noun && links.iter().any(|link| evidence.has(link))
}

/// Whether the statement is denied, and what keeps it from being judged.
fn barred(
    frame: &Frame,
    sentence: &Sentence,
    word: usize,
    site: Option<&Site>,
    presupposed: bool,
) -> (bool, Option<Reason>) {
    let near = site.filter(|site| sentence.clause(site.head) == sentence.clause(word));
    let at = near.map_or(word, |site| site.head);
    let mut denied = false;
    for at in [word, at] {
        match voice_of(sentence, at) {
            Ok((_, negated)) => denied |= negated && !presupposed,
            Err(
                Modality::Plan
                | Modality::Conditional
                | Modality::Question
                | Modality::Imagined
                | Modality::Denial
                | Modality::Lapsed,
            ) if presupposed => {}
            Err(Modality::Plan) if Matter::of(frame, sentence).to_come => {}
            Err(modality) => return (false, Some(Reason::NotAsserted(modality))),
        }
    }
    let denied = denied
        != (near.is_some_and(|site| site.negative) || near.is_some_and(|site| is_outranked(frame, sentence, site)));
    let why = if is_told_of_elsewhere(frame, sentence, word) {
        Some(Reason::Doubt("it happened somewhere else"))
    } else if let Some(why) = out_of_term(frame, sentence, at) {
        Some(why)
    } else {
        wrong_period(frame, sentence, at, None).map(Reason::AnotherPeriod)
    };
    (denied, why)
}

/// "The second-longest tunnel", for a claim about the longest.
fn is_outranked(frame: &Frame, sentence: &Sentence, site: &Site) -> bool {
    let ranked = |at: usize| {
        let form = &sentence.forms[at];
        let (rank, of) = match form.split_once('-') {
            Some((rank, of)) => (rank, of),
            None => match &sentence.forms[at + 1..] {
                [dash, of, ..] if dash == "-" => (form.as_str(), of.as_str()),
                [of, ..] => (form.as_str(), of.as_str()),
                [] => return false,
            },
        };
        matches!(rank, "second" | "third" | "fourth" | "fifth" | "sixth" | "2nd" | "3rd" | "4th" | "5th" | "next")
            && of.split('-').next().is_some_and(is_superlative)
    };
    let claimed = sentence.scene.fact(frame).text.to_lowercase();
    let superlative = claimed.split(|c: char| !c.is_alphabetic()).any(is_superlative);
    let rank = claimed
        .split(' ')
        .any(|word| word.starts_with("second") || word.starts_with("third") || word.starts_with("next"));
    superlative && !rank && (site.head.saturating_sub(5)..site.head).any(ranked)
}

/// "Longest", "most"; "harvest" is a noun.
pub fn is_superlative(word: &str) -> bool {
    word == "most" || word.ends_with("est") && !crate::lexicon::words().has_noun(word)
}

/// Who held an office on the day spoken of is asked only of the days of the claim's term.
fn out_of_term(frame: &Frame, sentence: &Sentence, word: usize) -> Option<Reason> {
    let FrameShape::Office { term: Some(term), .. } = &frame.shape else { return None };
    let another = || Some(Reason::AnotherPeriod("somebody else may have held the office then".into()));
    // "Before her, Ann Pell was president".
    let before_somebody = sentence.tree.children(sentence.clause(word)).any(|child| {
        sentence.has_case(child, &["before", "after"])
            && (matches!(sentence.forms[child].as_str(), "him" | "her" | "them")
                || sentence.entity_at(child).is_some_and(|(entity, _)| {
                    sentence.base().entities.kind_of(entity) == Some(crate::rulebook::Kind::Person)
                }))
    });
    // "Who as mayor opened the pier": at some time or other.
    let then = sentence.has_case(word, &["as"]) && sentence.tree.words[sentence.clause(word)].xpos == "VBD";
    if before_somebody || then {
        return another();
    }
    let day = match sentence.date_near(word, None) {
        Some(date) => date.from,
        // Who holds an office in an article without a date nobody can tell.
        None => sentence.scene.date.filter(|_| sentence.scene.is_dated),
    };
    let inside = day.is_some_and(|day| term.contains(day));
    if inside { None } else { another() }
}

/// Why a statement may be about somebody else than the claim's owner.
enum Far {
    /// The owner is neither in the sentence nor in the one before, nor what the article opens with or is about; or somebody
    /// or something else stands nearer.
    Off,
    /// Somebody or something else stands nearer, in an article on the claim's matter.
    Beside,
}

fn how_far(frame: &Frame, sentence: &Sentence, evidence: &Evidence) -> Option<Far> {
    let owner = frame.owner?;
    let scene = sentence.scene;
    let here = sentence.mentions_of(owner).next().is_some();
    let before = sentence.index.checked_sub(1).map(|index| Sentence { scene, index });
    let near = here || before.is_some_and(|before| before.mentions_of(owner).next().is_some());
    let matter = scene.is_on_matter(frame);
    if !near && !matter && !scene.leads_with(owner) {
        return Some(Far::Off);
    }
    let office = matches!(frame.shape, FrameShape::Office { .. });
    let strangers = evidence.has("stranger:known") || evidence.has("stranger:unknown");
    let sure = evidence.owner.fit >= Fit::Likely;
    // A verb may be anybody's; "the state capital" is the state's.
    let verb = evidence.nearest.is_some_and(|(_, site)| !matches!(site.form, SiteForm::Noun | SiteForm::Agent));
    let anothers = evidence.has("anothers") || evidence.has("slot:none") && evidence.has("link:none");
    let beside = !here && office && strangers || !here && !matter && verb || !sure && anothers;
    beside.then_some(if matter { Far::Beside } else { Far::Off })
}

/// "Their" in "their director", where it is not surely the owner's.
fn other_possessor(frame: &Frame, sentence: &Sentence, noun: usize) -> Option<usize> {
    let owner = frame.owner?;
    sentence.tree.children(noun).find(|&child| {
        sentence.is(child, Deprel::NmodPoss)
            && sentence.upos(child) == Upos::Pron
            && sentence.entity_at(child).is_none_or(|(entity, how)| entity != owner || how == How::Guessed)
    })
}

/// How the name hangs on the owner's own, where no word of the claim stands between: "Orrel, a dessert", "Tarn Hall in Orley".
fn hangs_on_owner(frame: &Frame, sentence: &Sentence, found: &Found) -> Option<&'static str> {
    let owner = frame.owner?;
    let word = found.name.word;
    if !found.sibling {
        return None;
    }
    let is_owner = |word: usize| {
        sentence.entity_at(word).is_some_and(|(entity, _)| entity == owner)
            || filler_fit(frame, sentence, word, true).fit >= Fit::Likely
    };
    for (slot, other) in slots_of(sentence, word) {
        match slot {
            Slot::Subject | Slot::Predicate if is_owner(other) => return Some("predicate"),
            Slot::Apposition if is_owner(other) => return Some("apposition"),
            _ => {}
        }
    }
    let governor = sentence.tree.words[word].head?;
    (is_owner(governor) && matches!(sentence.tree.words[word].deprel, Deprel::Nmod | Deprel::Appos)).then_some("below")
}

fn judged(frame: &Frame, sentence: &Sentence, candidate: &Candidate, sure: f32) -> Judged {
    let text = sentence.text();
    let name = &candidate.name;
    let expected = expectation(frame, sentence, &accepted(frame));
    let mut because = Vec::new();
    let mut span = name.span;
    match &candidate.site {
        Some(site) => {
            let words = sentence.span_of(site.words.iter().copied());
            because.push(worded(frame, words.of(text)));
            // Each of several names has its own say.
            if words.to(span).len() <= 160 && accepted(frame).len() == 1 {
                span = words.to(span);
            }
        }
        None => because.push(format!("it is said where the claim's “{}” would be", frame.head.concept.text)),
    }
    if !candidate.owner.is_empty() {
        because.push(candidate.owner.clone());
    }
    let verdict = match candidate.agreement {
        Agreement::Supported => Verdict::Supported,
        _ => Verdict::Conflict,
    };
    let denied = candidate.signs.iter().any(|sign| sign == "denied");
    because.push(match verdict {
        Verdict::Supported => format!("“{}” is {expected}", name.text),
        _ if denied && candidate.site.as_ref().is_some_and(|site| is_outranked(frame, sentence, site)) => {
            format!("the text ranks “{}” lower", name.text)
        }
        _ if denied => format!("the text denies “{}”", name.text),
        _ => format!("“{}” is not {expected}", name.text),
    });
    Judged {
        verdict,
        code: if verdict == Verdict::Supported { "agrees" } else { "wrong-name" },
        fact: Some(frame.fact),
        sentence: sentence.index,
        word: candidate.site.as_ref().map_or(name.word, |site| site.head),
        span,
        focus: name.span,
        // A name alone says nothing of its denial: "Quill is the second-longest".
        says: if denied { span.of(text).to_owned() } else { name.text.clone() },
        expected,
        because,
        confidence: if verdict == Verdict::Supported { sure.min(most(frame, candidate)) } else { sure },
        suggestion: None,
    }
}

/// How much a right name may count: that somebody holds an office says nothing of when or how, and a like word may mean
/// another claim.
fn most(frame: &Frame, candidate: &Candidate) -> f32 {
    if matches!(frame.shape, FrameShape::Office { .. })
        || candidate.site.as_ref().is_some_and(|site| site.weight < OWN_WORDING)
    {
        0.6
    } else {
        1.0
    }
}

fn accepted(frame: &Frame) -> Vec<Expected> {
    let names = frame.answers.iter().filter(|answer| answer.is_name());
    names.flat_map(|answer| answer.accepted.iter().cloned()).collect()
}

fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_str!("answer.tsv")))
}
