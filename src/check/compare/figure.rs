//! How much, how many, how long, when: figures that answer a claim's question.

mod nth;

use super::amount::{best_comparison, code_of, own_noun, suggestion, units_fit};
pub use super::amount::{comparable, compared, counted_noun, is_subset};
pub use super::likeness::{digits, is_amount_slip, is_tenfold, likeness, strokes};
use super::{expectation, worded};
use crate::article::BlockKind;
use crate::article::clause::{Modality, is_unreal};
use crate::article::coreference::Known;
use crate::article::mention::What;
use crate::check::Verdict;
use crate::check::concern::{Concern, concern, out_of_time};
use crate::check::evidence::{Asserted, Cues, asks, asserted, bounds, claim_has, in_one_phrase};
use crate::check::frame::{Answer, Frame};
use crate::check::reason::Reason;
use crate::check::scene::{Scene, Sentence};
use crate::check::site::{Slot, slots_of};
use crate::check::unify::{Fit, foreign_modifier, is_told_of_elsewhere};
use crate::check::verdict::{AGREES_IN_PART, Judged};
use crate::lexicon::{lexicon, words};
use crate::rulebook::EntityId;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Comparison, Kind, Value};

/// How sure it must be that a figure answers the question before it is called wrong, loose or right.
const SURE_OF_CONFLICT: f32 = 0.63;
const SURE_OF_SUPPORT: f32 = 0.35;
/// The same of a figure or day that a sentence claim states of an event.
const SURE_OF_ANOTHER_EVENT: f32 = 0.82;
const SURE_OF_SAME_EVENT: f32 = 0.62;

/// A figure of the sentence that can be compared with an answer of the frame.
#[derive(Debug)]
pub struct Candidate<'f> {
    pub answer: &'f Answer,
    /// Index of the value in the sentence.
    pub index: usize,
    pub reading: Value,
    pub comparison: Comparison,
    pub concern: Concern,
    /// What keeps the statement from being judged, however sure it is.
    pub barred: Option<Reason>,
}

/// Judges a figure of the sentence that the frame may be about.
pub fn judge(frame: &Frame, sentence: &Sentence, candidate: Candidate, sure: f32, out: &mut Vec<Judged>) {
    let value = &sentence.values[candidate.index];
    let verdict = match candidate.comparison.agreement {
        Agreement::Conflict => Verdict::Conflict,
        Agreement::Imprecise => Verdict::Imprecise,
        Agreement::Supported => Verdict::Supported,
        Agreement::Unrelated => return,
    };
    let wanted = sure_enough(frame, verdict == Verdict::Supported);
    sentence.note(frame, value.head, || {
        format!(
            "{verdict:?}, sure {sure:.2} of {wanted:.2}: {} [{}]",
            candidate.comparison.because,
            candidate.concern.signs.join(" ")
        )
    });
    if let Some(why) = candidate.barred {
        sentence.stop(frame, value.head, || why);
        return;
    }
    if sure < wanted {
        let Concern { owner, sure: alone, .. } = &candidate.concern;
        sentence.stop(frame, value.head, || match owner.fit {
            Fit::Foreign => Reason::AnotherThing(owner.reason.clone()),
            _ if *alone >= wanted => Reason::Rivalled,
            _ => Reason::Doubt("too little in the sentence ties it to the claim"),
        });
        return;
    }
    let text = sentence.text();
    let span = value.mention.span;
    let mut because = Vec::new();
    let mut whole = span;
    if let Some(site) = &candidate.concern.site {
        let words = sentence.span_of(site.words.iter().copied());
        because.push(worded(frame, words.of(text)));
        if words.to(span).len() <= 160 {
            whole = words.to(span);
        }
    } else {
        because.push(why_without_words(frame, &candidate.concern));
    }
    if !candidate.concern.owner.reason.is_empty() {
        because.push(candidate.concern.owner.reason.clone());
    }
    if candidate.concern.has("nth") {
        because.push(format!("“{}” counts {}", span.of(text), candidate.reading.describe()));
    }
    because.push(candidate.comparison.because.clone());
    out.push(Judged {
        verdict,
        code: match verdict {
            Verdict::Supported if !frame.occasion.is_empty() => AGREES_IN_PART,
            _ => code_of(&candidate.reading, verdict),
        },
        fact: Some(frame.fact),
        sentence: sentence.index,
        word: value.head,
        span: whole,
        focus: value.mention.core,
        says: span.of(text).to_owned(),
        expected: expectation(frame, sentence, &candidate.answer.accepted),
        because,
        confidence: sure,
        suggestion: suggestion(&candidate.reading, candidate.answer, span),
    });
}

/// Why a figure without the claim's head word by it concerns the claim.
fn why_without_words(frame: &Frame, concern: &Concern) -> String {
    let head = &frame.head.concept.text;
    let has = |sign: &str| concern.has(sign);
    if has("before-head:own") || has("before-head:alike") {
        format!("the sentence before speaks of “{head}”")
    } else if has("words:missing") && has("claimed:slip") {
        "it is the claim's figure with digits exchanged".to_owned()
    } else if has("words:missing") && has("asked-alike:none") {
        "no other claim of its file asks for such a figure".to_owned()
    } else {
        format!("the clause speaks of what the claim's “{head}” is about")
    }
}

fn sure_enough(frame: &Frame, supports: bool) -> f32 {
    match (frame.occasion.is_empty(), supports) {
        (true, false) => SURE_OF_CONFLICT,
        (true, true) => SURE_OF_SUPPORT,
        (false, false) => SURE_OF_ANOTHER_EVENT,
        (false, true) => SURE_OF_SAME_EVENT,
    }
}

/// The candidates of all sentences, each with the number of its sentence.
pub fn survey<'f>(frame: &'f Frame, scene: &Scene) -> Vec<(usize, Candidate<'f>)> {
    let sentences = (0..scene.readings.len()).filter(|&index| scene.readings[index].block != BlockKind::Boilerplate);
    sentences
        .flat_map(|index| candidates(frame, &Sentence { scene, index }).into_iter().map(move |found| (index, found)))
        .collect()
}

/// All figures of the sentence that can be compared with an answer of the frame, with what speaks for and against them.
pub fn candidates<'f>(frame: &'f Frame, sentence: &Sentence) -> Vec<Candidate<'f>> {
    let mut found = Vec::new();
    if sentence.values.is_empty() || frame.answers.iter().all(|answer| answer.values().next().is_none()) {
        return found;
    }
    let cues = Cues::new(frame, sentence);
    for answer in &frame.answers {
        let is_date = answer.values().any(|value| value.kind() == Kind::Date);
        for (index, value) in sentence.values.iter().enumerate() {
            // What is first of all a date is no count.
            if !is_date && matches!(value.mention.readings.first(), Some(Value::Date(_))) {
                continue;
            }
            let nth = nth::count_of(sentence, value, answer);
            let readings: Vec<Value> = value
                .mention
                .readings
                .iter()
                .chain(&nth)
                .filter(|reading| {
                    answer.values().any(|expected| {
                        comparable(reading, expected)
                            && units_fit(frame, reading, expected)
                            && !counts_no_units(sentence, value.head, reading, expected)
                    })
                })
                .cloned()
                .collect();
            let Some((comparison, reading)) = best_comparison(&readings, frame, answer) else { continue };
            let Some(expected) = answer.values().find(|value| comparable(&reading, value)) else { continue };
            let Some(mut concern) = concern(&cues, sentence, index, &reading, expected) else { continue };
            if nth.as_ref() == Some(&reading) {
                let signs = nth::signs(sentence, value.head, &reading, expected);
                // "The fourth round" was one of them.
                if signs.iter().any(|sign| sign == "nth:below:other") && comparison.agreement == Agreement::Conflict {
                    continue;
                }
                concern.add_all(signs);
            }
            let event = sentence.base().frame(frame.fact);
            if !frame.occasion.is_empty() && !event.parts.is_empty() {
                concern.add_all(super::event::participant_signs(event, sentence, &cues.sites, value.head));
            }
            let said = |word: usize| said(frame, &concern, sentence, value.head, word, is_date);
            let stated = said(value.head);
            let named = concern.site.as_ref().map(|site| said(site.head));
            let sign =
                [Some(&stated), named.as_ref()].into_iter().flatten().find_map(|one| one.as_ref().ok()?.sign.clone());
            let unsaid = named.and_then(Result::err);
            let barred = barred(frame, sentence, value.head, &concern, &stated, unsaid, is_date);
            let slip = barred.as_ref().filter(|_| concern.has("likeness:slip"));
            let despite = slip.and_then(|reason| despite(reason, sentence, value.head, is_date));
            concern.add_all(sign.into_iter().chain(refused_sign(&stated)).chain(despite.map(str::to_owned)));
            let barred = barred.filter(|_| despite.is_none());
            found.push(Candidate { answer, index, reading, comparison, concern, barred });
        }
    }
    found
}

/// "Eight clerks" are no length of eight metres, "thirty barges" no age.
fn counts_no_units(sentence: &Sentence, at: usize, stated: &Value, expected: &Value) -> bool {
    stated.kind() == Kind::Count
        && matches!(expected.kind(), Kind::Measure(_) | Kind::Age)
        && counted_noun(sentence, at).is_some()
}

/// Whether the words at `word` assert something of the figure at `at`. A capacity, a price to pay, a line to be built: a modal
/// need not keep a figure from being a fact, nor a plan what is told within one phrase, nor a denial the day it ends on.
fn said(
    frame: &Frame,
    concern: &Concern,
    sentence: &Sentence,
    at: usize,
    word: usize,
    is_date: bool,
) -> Result<Asserted, Modality> {
    let told = asserted(frame, sentence, word);
    let fact = |sign: String| Ok(Asserted { sign: Some(sign), ..Asserted::default() });
    match told {
        Err(modality @ (Modality::Plan | Modality::Conditional | Modality::Imagined))
            if !asks(sentence, at)
                && !is_unreal(&sentence.forms)
                && concern.site.as_ref().is_some_and(|site| {
                    counted_noun(sentence, at) != Some(site.head) && in_one_phrase(sentence, at, site.head)
                }) =>
        {
            fact(format!("phrase:{modality:?}"))
        }
        Err(Modality::Lapsed) if is_date && bounds(sentence, at, &["until", "till"]) => fact("denied:until".into()),
        Ok(Asserted { negated: true, refused: false, .. })
            if is_date
                && bounds(sentence, at, &["since"])
                && !concern.has("head-narrowed")
                && !concern.has("words:some")
                && !does_something_else(concern)
                && !is_narrowed_nearby(frame, sentence, at) =>
        {
            fact(if is_the_claims_own(concern) { "denied:since" } else { "denied:since-in-other-words" }.into())
        }
        // A day ahead is no day of what has been.
        Ok(Asserted { sign: Some(_), .. }) if is_date && concern.has("date:ahead") => Err(Modality::Plan),
        told => told,
    }
}

/// "No tidal flood has been filmed since": of the claim's own thing another deed.
fn does_something_else(concern: &Concern) -> bool {
    !concern.has("words:missing") && concern.has("verb:foreign")
}

/// Whether the clause speaks of another thing of the claim's noun: "had not seen a flash flood", for a tidal one.
fn is_narrowed_nearby(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let clause = sentence.clause(at);
    (0..sentence.forms.len()).any(|word| {
        sentence.clause(word) == clause
            && sentence.upos(word) == Upos::Noun
            && frame.head.concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some()
            && foreign_modifier(frame, sentence, word, &[]).is_some()
    })
}

/// Whether the clause speaks of the claim's own thing in its own words: no flash flood for a tidal one.
fn is_the_claims_own(concern: &Concern) -> bool {
    let any = |signs: &[&str]| signs.iter().any(|sign| concern.has(sign));
    any(&["words:all", "words:none-asked"])
        && !concern.has("head-narrowed")
        && any(&["verb:own", "verb:light", "verb:level", "verb:copula", "verb:none"])
}

/// A verb that denies may be the claim's own, or one that stands for it.
fn refused_sign(stated: &Result<Asserted, Modality>) -> Option<String> {
    stated.as_ref().is_ok_and(|said| said.refused).then(|| "denied:verb".to_owned())
}

/// The sign that takes the place of a bar where the figure is the claim's own with digits exchanged.
fn despite(reason: &Reason, sentence: &Sentence, at: usize, is_date: bool) -> Option<&'static str> {
    match reason {
        Reason::AnotherPeriod(_) => Some("despite:period"),
        Reason::Doubt(_) => Some("despite:doubt"),
        // "There was no flood in 1978" is true of a flood in 1987, and so is "she hoped to swim it in 1989" of 1998.
        _ if is_date || asks(sentence, at) => None,
        Reason::NotAsserted(Modality::Plan) => Some("despite:plan"),
        Reason::NotAsserted(Modality::Imagined | Modality::Conditional) => Some("despite:imagined"),
        Reason::Negated => Some("despite:negated"),
        _ => None,
    }
}

/// What keeps the statement from being judged. `stated`: how the figure's clause asserts it, or why it asserts nothing;
/// `unsaid`: why that of the claim's words asserts nothing, if so.
fn barred(
    frame: &Frame,
    sentence: &Sentence,
    at: usize,
    concern: &Concern,
    stated: &Result<Asserted, Modality>,
    unsaid: Option<Modality>,
    is_date: bool,
) -> Option<Reason> {
    let lists = &words().modality;
    let stated = match stated {
        Ok(stated) => stated,
        Err(modality) => return Some(Reason::NotAsserted(*modality)),
    };
    // A claim that is itself in the negative ("customers without power") is stated by a negative.
    let denies =
        concern.site.as_ref().is_some_and(|site| site.negative && sentence.clause(site.head) == sentence.clause(at));
    if stated.negated != denies && !stated.refused && !claim_has(frame, sentence, &lists.negative_claims) {
        return Some(Reason::Negated);
    }
    if let (Some(site), Some(modality)) = (&concern.site, unsaid)
        && sentence.clause(site.head) == sentence.clause(at)
    {
        return Some(Reason::NotAsserted(modality));
    }
    // "A tenth came late", for a claim that nine tenths came in time.
    if concern.has("likeness:complement") {
        return Some(Reason::Doubt("it may be what the rest come to"));
    }
    // A claim that names nobody is about anybody's prizes: only its own words in full show that it is meant.
    if frame.owner.is_none() && frame.owner_words.is_none() && !sentence.scene.is_on_matter(frame) {
        let whole = concern.has("words:all") || concern.has("words:none-asked") && concern.has("head-word:own");
        if !whole {
            return Some(Reason::Doubt("nothing else shows that the claim is meant"));
        }
    }
    // "Nine barges sank" supports no nine bridges.
    let has = |signs: &[&str]| signs.iter().all(|sign| concern.has(sign));
    if has(&["likeness:same", "head:none", "words:missing", "noun:count:foreign", "counted-does:foreign"]) {
        return Some(Reason::Doubt("it counts something else"));
    }
    // "Scores of gulls", for a claim about two lighthouses.
    let counts_own = concern.has("noun:count:counted") || concern.has("noun:count:own");
    if concern.has("hedged") && concern.has("likeness:far:count") && !counts_own {
        return Some(Reason::Doubt("it counts something else"));
    }
    // The vote on the budget, for a claim about the ferry vote.
    let another = concern.has("told-of:other") && concern.has("subject-narrowed-behind");
    if !frame.occasion.is_empty() && (another || concern.has("subject-narrowed-behind:missing")) {
        return Some(Reason::Doubt("it is about another one"));
    }
    if is_told_of_elsewhere(frame, sentence, at) {
        return Some(Reason::Doubt("it happened somewhere else"));
    }
    if is_of_namesake(frame, sentence, at) {
        return Some(Reason::AnotherThing("it is about a namesake".into()));
    }
    if is_date {
        return is_day_off(frame, sentence, at).then_some(Reason::Doubt("it says how long before or after something"));
    }
    if concern.has("per-time") && concern.has("kind:count") && !claim_has(frame, sentence, &words().identity.rates) {
        return Some(Reason::Doubt("it says how often"));
    }
    if counts_before(sentence, at) {
        return Some(Reason::Doubt("it counts what went before"));
    }
    if !claim_has(frame, sentence, &words().identity.starting) && sentence.has_case(at, &["from"]) {
        return Some(Reason::Doubt("it says what it was before"));
    }
    if is_margin(sentence, at) && !claim_has(frame, sentence, &words().identity.comparison) {
        return Some(Reason::Doubt("it says by how much something differs"));
    }
    if is_bound(frame, sentence, at) {
        return Some(Reason::Doubt("it says how much there may be"));
    }
    if is_speakers(frame, sentence, at) {
        return Some(Reason::Doubt("it is said of who speaks"));
    }
    if is_label(sentence, at) {
        return Some(Reason::Doubt("the number is a name"));
    }
    if is_offset(sentence, at) {
        return Some(Reason::Doubt("it says how long before or after something"));
    }
    if votes_otherwise(frame, sentence, at) {
        return Some(Reason::Doubt("one speaks of votes for, the other of votes against"));
    }
    out_of_time(frame, sentence, at).map(Reason::AnotherPeriod)
}

/// "The Quill-5 was built in 1991", for a claim about the Quill-4: what shares a part of the owner's name is something else.
fn is_of_namesake(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let Some(owner) = frame.owner else { return false };
    let entities = &sentence.base().entities;
    let clause = sentence.clause(at);
    sentence.mentions_of(owner).next().is_none()
        && sentence.mentions.iter().any(|mention| {
            let shares = mention.words.clone().any(|word| {
                sentence.forms[word].len() > 2
                    && sentence.upos(word) == Upos::Propn
                    && entities.has_word(owner, &sentence.forms[word])
            });
            mention.what == What::Other && sentence.clause(mention.head) == clause && shares
        })
}

/// "£132 million over its budget": how far two figures lie apart.
fn is_margin(sentence: &Sentence, at: usize) -> bool {
    let Some(value) = sentence.value_at(at) else { return false };
    let kind = value.mention.readings.first().map(Value::kind);
    let next = |by: usize| sentence.forms.get(value.words.end + by).map_or("", String::as_str);
    // "A day longer than the others".
    let compared = sentence.forms.get(value.words.end + 1).is_some_and(|form| form == "than")
        && matches!(sentence.tree.words[value.words.end].xpos, "JJR" | "RBR");
    compared
        || matches!(kind, Some(Kind::Count | Kind::Money | Kind::Percent | Kind::PercentagePoint))
            && (matches!(next(0), "over" | "above" | "below" | "under")
                && is_measured_against(sentence, value.words.end)
                || matches!(next(0), "short" | "adrift") && matches!(next(1), "of" | "its" | "their" | "the")
                || matches!(next(0), "more" | "less" | "fewer") && next(1) == "than")
}

/// Whether the preposition at `case` has a mark that figures lie over or under: "over its budget", "below what it was". A fine
/// over a brawl, a sum over five years is none.
fn is_measured_against(sentence: &Sentence, case: usize) -> bool {
    let Some(noun) = sentence.tree.words[case].head else { return false };
    matches!(sentence.forms.get(case + 1).map(String::as_str), Some("that" | "what"))
        || words().identity.marks.contains(&sentence.lemma(noun).to_lowercase())
}

/// "A capacity of 900 guests": no number of guests, unless the claim asks for the capacity.
fn is_bound(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let counted = counted_noun(sentence, at).unwrap_or(at);
    let tree = &sentence.tree;
    let above = tree.words[counted].head.filter(|_| sentence.has_case(counted, &["of", "for"]));
    above.is_some_and(|noun| {
        let bounding = &words().identity.bounding;
        bounding.matches(tree, &sentence.forms, noun) && !claim_has(frame, sentence, bounding)
    })
}

/// "I won two medals": the speaker's own, where the claim is about somebody else.
fn is_speakers(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let about_somebody = frame.owner.is_some_and(|owner| sentence.base().entities.kind(owner.0) == Some("person"))
        || frame.others.iter().any(|other| sentence.base().entities.kind(other.0) == Some("person"));
    about_somebody
        && slots_of(sentence, sentence.clause(at)).into_iter().any(|(slot, word)| {
            slot == Slot::Subject && sentence.forms[word] == "i" && sentence.entity_at(word).is_none()
        })
}

/// "Ten women had won it before tonight": a tally without the latest.
fn counts_before(sentence: &Sentence, at: usize) -> bool {
    let clause = sentence.clause(at);
    let children = || sentence.tree.children(clause);
    let had = children().any(|child| sentence.is(child, Deprel::Aux) && sentence.forms[child] == "had");
    let before = |child: usize| {
        sentence.is(child, Deprel::Advmod) && sentence.forms[child] == "before" || sentence.has_case(child, &["before"])
    };
    had && children().any(before)
}

/// "game 12", "level 5": a number behind its noun.
fn is_label(sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.tree.words[at];
    let Some(noun) = word.head.filter(|&noun| noun + 1 == at) else { return false };
    let bare = sentence.value_at(at).is_some_and(|value| {
        value.words.len() == 1 && value.mention.readings.first().map(Value::kind) == Some(Kind::Count)
    });
    bare && matches!(sentence.upos(noun), Upos::Noun | Upos::Propn)
        && words().has_noun(&sentence.forms[noun])
        && matches!(
            word.deprel,
            Deprel::Nummod | Deprel::Nmod | Deprel::NmodUnmarked | Deprel::Appos | Deprel::Compound
        )
}

/// "Three days on", "two hours later": a distance in time, not how long something took.
fn is_offset(sentence: &Sentence, at: usize) -> bool {
    let Some(value) = sentence.value_at(at) else { return false };
    let time = matches!(value.mention.readings.first().map(Value::kind), Some(Kind::Measure(value::Dimension::Time)));
    let next = sentence.forms.get(value.words.end).map_or("", String::as_str);
    let after = sentence.forms.get(value.words.end + 1).map_or("", String::as_str);
    let before = value.words.start.checked_sub(1).map_or("", |word| sentence.forms[word].as_str());
    time && (matches!(before, "every" | "each")
        || matches!(next, "later" | "ago" | "earlier" | "afterwards" | "before" | "after" | "beforehand" | "hence")
        || next == "on" && matches!(after, "," | "and" | "." | "")
        || next == "into")
}

/// "On 3 June, two days before the fair": the day of something else, told by its distance from the claim's own.
fn is_day_off(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let Some(day) = sentence.value_at(at) else { return false };
    let Some(off) = sentence.values.iter().find(|value| value.words.start == day.words.end + 1) else { return false };
    let apart = sentence.forms.get(day.words.end).is_some_and(|form| form == ",");
    let end = off.words.end;
    let side = sentence.forms.get(end).is_some_and(|form| matches!(form.as_str(), "before" | "after"));
    let own = |entity: EntityId| frame.owner == Some(entity) || frame.others.contains(&entity);
    let named = (end + 1..(end + 4).min(sentence.forms.len()))
        .any(|word| sentence.entity_at(word).is_some_and(|(entity, _)| own(entity)) || own_noun(frame, sentence, word));
    apart && side && named && is_offset(sentence, off.head)
}

/// "29 percent voted against it" where the claim speaks of votes for it, and the other way round.
fn votes_otherwise(frame: &Frame, sentence: &Sentence, at: usize) -> bool {
    let text = sentence.scene.fact(frame).text.to_lowercase();
    let claimed = text.split(|c: char| !c.is_alphabetic()).any(|word| word == "against");
    let clause = sentence.clause(at);
    let voted = sentence.lemma(clause) == "vote" || sentence.lemma(clause) == "ballot";
    let stated =
        (0..sentence.forms.len()).any(|word| sentence.forms[word] == "against" && sentence.clause(word) == clause);
    voted && claimed != stated
}

/// Whether a relation of the frame counts such nouns.
pub fn relation_counts(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let lemma = sentence.lemma(noun).to_lowercase();
    // Of what a relation can count, only what names the whole: firefighters among the dead are a part of them.
    let person = words().is_a(&lemma, "person") || words().kind_of(&lemma) == Some("person");
    if person && !words().verbs.people.contains(&lemma) {
        return false;
    }
    let plural = format!("{lemma}s");
    let form = &sentence.forms[noun];
    frame.head.relations.iter().any(|(relation, _)| {
        lexicon()
            .relation(*relation)
            .counts
            .iter()
            .any(|counted| *counted == lemma || counted == form || *counted == plural)
    })
}

/// Whether the value numbered `index` is for a year before the one that the claim speaks of: such a year stands nearer to it
/// than to any other figure.
pub fn speaks_of_earlier_year(frame: &Frame, sentence: &Sentence, index: usize) -> bool {
    let scene = sentence.scene;
    let Some(now) = scene.fact(frame).as_of.or(scene.date) else { return false };
    sentence.values.iter().enumerate().any(|(at, other)| match other.mention.readings.first() {
        Some(Value::Date(date)) if at != index => {
            let here = sentence.distance(other.head, sentence.values[index].head);
            let nearer = sentence.values.iter().enumerate().any(|(third, value)| {
                third != at
                    && third != index
                    && !matches!(value.mention.readings.first(), Some(Value::Date(_)))
                    && sentence.distance(other.head, value.head) < here
            });
            date.to.is_some_and(|to| to.year() < now.year())
                && frame.period.as_ref().is_none_or(|period| !period.overlaps(date))
                && !sentence.has_case(other.head, &["since"])
                && !nearer
        }
        _ => false,
    })
}
