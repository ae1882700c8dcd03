//! Who, what, where: a name in the slot of the claim's own words.

use super::expectation;
use crate::article::coreference::Known;
use crate::article::mention::{How, What};
use crate::check::Verdict;
use crate::check::frame::{Answer, Expected, Frame, FrameShape};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, is_passive, sites, slots_of};
use crate::check::unify::{
    Fit, excluded_by, filler_fit, foreign_modifier, is_other, is_told_of_elsewhere, modifiers_met, owner_fit,
    wrong_period,
};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::{lexicon, words};
use crate::rulebook::{EntityId, Kind};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};

/// A name that a statement puts forward.
#[derive(Clone, Debug)]
pub struct Stated {
    pub word: usize,
    pub span: Span,
    pub entity: Option<EntityId>,
    pub text: String,
    /// A proper name, known or not.
    pub proper: bool,
    pub how: How,
}

/// How a stated name stands to what the claim accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameMatch {
    Same,
    /// A place that contains the expected one.
    Wider,
    Different,
    /// Nothing can be said: a common noun, another kind of thing, a narrower place.
    Unclear,
}

/// Judges every name that stands where the frame's value would.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
        let sites = sites(frame, sentence);
        for site in &sites {
            judge_site(frame, sentence, site, answer, out);
        }
        judge_kinds(frame, sentence, answer, &sites, out);
    }
}

/// "The torte is a dessert", for a claim about its course: the predicate is a kind of what the attribute names, or a value
/// that the rules give the same attribute elsewhere.
fn judge_kinds(frame: &Frame, sentence: &Sentence, answer: &Answer, sites: &[Site], out: &mut Vec<Judged>) {
    for word in 0..sentence.forms.len() {
        let copular = sentence.tree.children(word).any(|child| sentence.is(child, Deprel::Cop));
        if !copular || sentence.upos(word) != Upos::Noun || sites.iter().any(|site| site.head == word) {
            continue;
        }
        let Some(mut name) = stated(sentence, word).filter(|name| name.entity.is_none() || name.entity != frame.owner)
        else {
            continue;
        };
        name.proper |= is_value_of(frame, sentence, &name);
        let subjects =
            slots_of(sentence, word).into_iter().filter(|(slot, filler)| *slot == Slot::Subject && *filler != word);
        let Some(owner) =
            subjects.map(|(_, subject)| filler_fit(frame, sentence, subject, true)).max_by_key(|owner| owner.fit)
        else {
            continue;
        };
        if !name.proper
            || owner.fit < Fit::Likely
            || is_other(sentence, word)
            || !matches!(voice_of(sentence, word), Ok((_, false)))
        {
            continue;
        }
        let verdict = match compare(frame, sentence, &name, answer) {
            NameMatch::Same | NameMatch::Wider => Verdict::Supported,
            NameMatch::Different if !frame.includes && frame.answers.len() == 1 => Verdict::Conflict,
            _ => continue,
        };
        let site = Site {
            head: word,
            words: vec![word],
            weight: 1.0,
            form: SiteForm::Copula,
            inverse: false,
            negative: false,
            participle: false,
            preps: Vec::new(),
        };
        sentence.note(frame, word, || format!("{verdict:?}, a kind of “{}”", frame.head.concept.text));
        out.push(judged(frame, sentence, &site, answer, &name, verdict, 0.85, &owner.reason));
    }
}

/// Whether the words name a value of the frame's attribute: a kind of what its noun names ("dessert" is a course), or the
/// value of the same attribute in another claim.
fn is_value_of(frame: &Frame, sentence: &Sentence, name: &Stated) -> bool {
    let attribute = &frame.head.concept.text;
    let lemma = sentence.lemma(name.word).to_lowercase();
    let entities = &sentence.base().entities;
    if lemma != *attribute && words().is_a(&lemma, attribute) {
        return true;
    }
    sentence
        .base()
        .index
        .worded(attribute)
        .iter()
        .map(|id| sentence.base().frame(*id))
        .filter(|other| other.head.concept.text == *attribute)
        .flat_map(|other| &other.answers)
        .flat_map(|answer| &answer.accepted)
        .any(|expected| match expected {
            Expected::Entity(entity) => same_words(&name.text, entities.name_of(*entity)),
            Expected::Name(known) => same_words(&name.text, known),
            _ => false,
        })
}

fn same_words(a: &str, b: &str) -> bool {
    fold(a.trim_start_matches("the ")) == fold(b.trim_start_matches("the "))
}

fn judge_site(frame: &Frame, sentence: &Sentence, site: &Site, answer: &Answer, out: &mut Vec<Judged>) {
    let owner = owner_fit(frame, sentence, site);
    if owner.fit <= Fit::Foreign {
        sentence.stop(frame, site.head, || Reason::AnotherThing(owner.reason.clone()));
        return;
    }
    let negated = match voice_of(sentence, site.head) {
        Ok((_, negated)) => negated,
        Err(modality) => return sentence.stop(frame, site.head, || Reason::NotAsserted(modality)),
    };
    let (met, all) = modifiers_met(frame, sentence);
    let share = if all == 0 { 1.0 } else { met as f32 / all as f32 };
    let fit = match owner.fit {
        Fit::Explicit => 1.0,
        Fit::Likely => 0.95,
        Fit::Nearby => 0.8,
        Fit::Topic => 0.75,
        _ => 0.4,
    };
    let mut stated = stated_names(sentence, site);
    for name in stated.iter_mut().filter(|name| !name.proper) {
        name.proper = is_value_of(frame, sentence, name);
    }
    let listed_right =
        stated.iter().any(|name| matches!(compare(frame, sentence, name, answer), NameMatch::Same | NameMatch::Wider));
    for name in &stated {
        if owner.word.is_some_and(|word| word == name.word) || frame.owner.is_some() && name.entity == frame.owner {
            continue;
        }
        let matched = compare(frame, sentence, name, answer);
        let mut confidence = site.weight * fit * (0.72 + 0.28 * share);
        let verdict = match matched {
            NameMatch::Same | NameMatch::Wider => Verdict::Supported,
            NameMatch::Different => Verdict::Conflict,
            NameMatch::Unclear => continue,
        };
        let verdict = if negated != site.negative {
            match verdict {
                // "X is not the capital" denies the claim only where X is what the claim says.
                Verdict::Supported if matched == NameMatch::Same => Verdict::Conflict,
                _ => continue,
            }
        } else {
            verdict
        };
        if wrong_period(frame, sentence, site.head, None).is_some() {
            continue;
        }
        if verdict == Verdict::Conflict {
            if matched == NameMatch::Different
                && (frame.includes || listed_right || frame.answers.len() > 1 && all_names(frame))
            {
                continue;
            }
            // Where only the article's subject is known, a noun that names the value is the least that must be said.
            let named_value = matches!(site.form, SiteForm::Noun);
            if !name.proper || name.how == How::Guessed || !named_value && owner.fit < Fit::Likely {
                continue;
            }
            // "made from granite and is called the Ark": what follows another verb is no value of this one.
            let other_verb = (site.head + 1..name.word).any(|word| sentence.upos(word) == Upos::Aux);
            // A word that very many relations use says little of which is meant; "manager" is no "chief executive".
            let lemma = sentence.lemma(site.head).to_lowercase();
            let common = site.form == SiteForm::Verb && site.weight < 1.0 && lexicon().headed_by(&lemma).len() >= 8;
            if common && (owner.fit < Fit::Explicit || met < all)
                || site.weight < 0.9 && met < all
                || met < all && owner.fit < Fit::Explicit && words().kind_of(&lemma) == Some("person")
                || is_bygone(sentence, site.head)
                || site.form == SiteForm::Verb && other_verb
            {
                continue;
            }
            if owner.fit < Fit::Likely && (site.weight < 0.94 || is_anothers(frame, sentence, site.head)) {
                continue;
            }
            // What the article is about owns a name only where it opens with it and the claim's own words stand there.
            let leads = frame.owner.is_none_or(|owner| sentence.scene.leads_with(owner));
            if owner.fit == Fit::Topic && (!leads || site.weight < 0.94) {
                continue;
            }
            // An office or a deed belongs to many; only one whose owner stands in its slot is the claim's.
            let own = owner.fit >= Fit::Likely;
            if !own && (matches!(frame.shape, FrameShape::Office { .. }) || site.inverse && site.form == SiteForm::Verb)
            {
                continue;
            }
            if is_other(sentence, site.head) || excluded_by(frame, sentence, &[site.head, name.word]).is_some() {
                continue;
            }
            let noun = matches!(site.form, SiteForm::Noun | SiteForm::Event | SiteForm::Agent);
            let narrowed = noun && foreign_modifier(frame, sentence, site.head, &site.words).is_some();
            // "The opening film" for a claim about the longest: each narrows the noun in its own way.
            if narrowed && met == 0 && all > 0 || is_told_of_elsewhere(frame, sentence, site.head) {
                continue;
            }
            if narrowed {
                confidence *= 0.55;
            }
        }
        let threshold = if verdict == Verdict::Supported { 0.3 } else { 0.62 };
        sentence.note(frame, name.word, || format!("{verdict:?}, {matched:?} “{}”, owner {:?}, modifiers {met}/{all}, sure {confidence:.2} of {threshold:.2}", name.text, owner.fit));
        if confidence < threshold {
            sentence.stop(frame, name.word, || Reason::Loose);
            continue;
        }
        out.push(judged(frame, sentence, site, answer, name, verdict, confidence, &owner.reason));
    }
    if negated == site.negative && !listed_right && wrong_period(frame, sentence, site.head, None).is_none() {
        loose_support(frame, sentence, site, answer, fit * site.weight * 0.6, &owner.reason, out);
    }
}

/// "the capital of the state", "the state capital": the words beside the noun say whose it is, and it is not the claim's.
fn is_anothers(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let of = slots_of(sentence, noun).into_iter().any(|(slot, word)| {
        slot == Slot::With("of".into()) && filler_fit(frame, sentence, word, true).fit == Fit::Foreign
    });
    let before = sentence.tree.children(noun).any(|child| {
        child < noun
            && matches!(sentence.tree.words[child].deprel, Deprel::Compound | Deprel::Amod | Deprel::NmodPoss)
            && sentence.upos(child) == Upos::Noun
            && matches!(
                words().kind_of(&sentence.lemma(child).to_lowercase()),
                Some("place" | "organization" | "group")
            )
    });
    of || before
}

/// "who had been its manager", "the then manager": it was so before the time spoken of.
fn is_bygone(sentence: &Sentence, word: usize) -> bool {
    let perfect = |word: usize| {
        sentence.tree.children(word).any(|child| {
            matches!(sentence.tree.words[child].deprel, Deprel::Aux | Deprel::Cop) && sentence.forms[child] == "had"
        })
    };
    perfect(word)
        || sentence.tree.words[word].head.is_some_and(|head| sentence.is(word, Deprel::Xcomp) && perfect(head))
}

/// The expected name in the same sentence, though not in the slot that was looked at.
fn loose_support(
    frame: &Frame,
    sentence: &Sentence,
    site: &Site,
    answer: &Answer,
    confidence: f32,
    reason: &str,
    out: &mut Vec<Judged>,
) {
    if confidence < 0.3 {
        return;
    }
    for mention in &sentence.mentions {
        let stated = Stated {
            word: mention.head,
            span: mention.span,
            entity: mention.entity.map(EntityId),
            text: mention.span.of(sentence.text()).to_owned(),
            proper: true,
            how: mention.how,
        };
        if frame.owner.is_some() && stated.entity == frame.owner
            || site.words.contains(&mention.head) && stated.entity.is_none()
        {
            continue;
        }
        if compare(frame, sentence, &stated, answer) == NameMatch::Same
            && sentence.clause(mention.head) == sentence.clause(site.head)
        {
            out.push(judged(frame, sentence, site, answer, &stated, Verdict::Supported, confidence, reason));
        }
    }
}

fn all_names(frame: &Frame) -> bool {
    frame.answers.iter().filter(|answer| answer.is_name()).count() > 1
}

#[allow(clippy::too_many_arguments)]
fn judged(
    frame: &Frame,
    sentence: &Sentence,
    site: &Site,
    answer: &Answer,
    name: &Stated,
    verdict: Verdict,
    confidence: f32,
    reason: &str,
) -> Judged {
    let text = sentence.text();
    let words = sentence.span_of(site.words.iter().copied());
    let span = if words.to(name.span).len() <= 160 { words.to(name.span) } else { name.span };
    let expected = expectation(frame, sentence, &answer.accepted);
    let mut because = vec![format!("“{}” is how the text words “{}”", words.of(text), frame.head.concept.text)];
    if !reason.is_empty() {
        because.push(reason.to_owned());
    }
    because.push(match verdict {
        Verdict::Supported => format!("“{}” is {expected}", name.text),
        _ => format!("“{}” is not {expected}", name.text),
    });
    Judged {
        verdict,
        code: if verdict == Verdict::Supported { "agrees" } else { "wrong-name" },
        fact: Some(frame.fact),
        sentence: sentence.index,
        word: site.head,
        span,
        focus: name.span,
        says: name.text.clone(),
        expected,
        because,
        confidence,
        suggestion: None,
    }
}

/// The names in the value slot of the site.
pub fn stated_names(sentence: &Sentence, site: &Site) -> Vec<Stated> {
    let passive = is_passive(sentence, site.head);
    let mut words: Vec<usize> = Vec::new();
    for (slot, word) in slots_of(sentence, site.head) {
        let wanted = match site.form {
            SiteForm::Verb if !site.inverse => match &slot {
                Slot::Patient => passive && site.preps.is_empty(),
                Slot::Object => site.preps.is_empty() && !passive,
                Slot::With(prep) => site.preps.contains(prep),
                _ => false,
            },
            SiteForm::Verb => match &slot {
                Slot::Subject => !passive,
                Slot::Agent => passive,
                _ => false,
            },
            SiteForm::Noun => matches!(slot, Slot::Predicate | Slot::Apposition),
            SiteForm::Event => match &slot {
                Slot::With(prep) => site.preps.contains(prep),
                Slot::Possessor => site.inverse,
                _ => false,
            },
            SiteForm::Agent => match &slot {
                Slot::With(prep) => {
                    site.preps.contains(prep)
                        || site.preps.is_empty() && matches!(prep.as_str(), "of" | "to" | "for" | "at" | "in")
                }
                Slot::Possessor | Slot::Modifier => true,
                _ => false,
            },
            SiteForm::Adjective => matches!(&slot, Slot::With(prep) if site.preps.contains(prep)),
            SiteForm::Copula => false,
        };
        if wanted {
            words.push(word);
        }
    }
    match site.form {
        SiteForm::Copula => {
            words.push(site.head);
            words.extend(sentence.tree.children(site.head).filter(|&child| sentence.is(child, Deprel::Conj)));
        }
        SiteForm::Noun => {
            // "referee Helen Marsh", "referee: Helen Marsh", "with Helen Marsh as referee".
            let last = site.words.iter().copied().max().unwrap_or(site.head);
            let next =
                sentence.mentions.iter().find(|mention| mention.words.start > last && mention.words.start <= last + 2);
            if let Some(next) = next
                && matches!(next.what, What::Known | What::Other)
                && (next.words.start == last + 1
                    || matches!(sentence.forms[last + 1].as_str(), ":" | "," | "is" | "was" | "-" | "–"))
                && (next.words.start == last + 1
                    || sentence.forms[last + 1] == ":"
                    || sentence.is(next.head, Deprel::Appos))
            {
                words.push(next.head);
            }
            if sentence.has_case(site.head, &["as"])
                && let Some(governor) = sentence.tree.words[site.head].head
            {
                if sentence.upos(governor) == Upos::Verb {
                    words.extend(
                        slots_of(sentence, governor)
                            .into_iter()
                            .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient | Slot::Object))
                            .map(|(_, w)| w)
                            .take(1),
                    );
                } else {
                    words.push(governor);
                }
            }
        }
        _ => {}
    }
    words.sort_unstable();
    words.dedup();
    words.into_iter().filter_map(|word| stated(sentence, word)).collect()
}

/// The name at `word`: a known entity, another proper name, or a noun.
pub fn stated(sentence: &Sentence, word: usize) -> Option<Stated> {
    let text = sentence.text();
    if let Some(mention) = sentence.mention_at(word) {
        let known = mention.entity.map(EntityId);
        return match &mention.what {
            What::Known | What::Other => {
                let span = whole_name(sentence, word, mention.span);
                // A known name inside a longer unknown one is not that entity.
                let entity = if span == mention.span { known } else { None };
                Some(Stated { word, span, entity, text: span.of(text).to_owned(), proper: true, how: mention.how })
            }
            // "the Euro": a description of nothing known is a noun like any other.
            What::Description(_) if known.is_none() => Some(common_noun(sentence, word)),
            _ => known.map(|entity| Stated {
                word,
                span: mention.span,
                entity: Some(entity),
                text: sentence.base().entities.name_of(entity).to_owned(),
                proper: mention.how <= How::Carried,
                how: mention.how,
            }),
        };
    }
    if !matches!(sentence.upos(word), Upos::Noun | Upos::Propn | Upos::Adj) {
        return None;
    }
    Some(common_noun(sentence, word))
}

fn common_noun(sentence: &Sentence, word: usize) -> Stated {
    let span = noun_phrase(sentence, word);
    Stated { word, span, entity: None, text: span.of(sentence.text()).to_owned(), proper: false, how: How::Open }
}

/// A mention with the name words on either side that belong to the same name ("Eastmarch Crown Court").
fn whole_name(sentence: &Sentence, word: usize, span: Span) -> Span {
    let mut whole = span;
    let attached = |other: usize| {
        sentence.upos(other) == Upos::Propn
            && (sentence.tree.words[other].head == Some(word) && matches!(sentence.tree.words[other].deprel, Deprel::Flat | Deprel::Compound)
                // "Ann Pell" where the rules know Joan Pell: the first name heads the surname.
                || sentence.tree.words[word].head == Some(other) && (sentence.is(word, Deprel::Flat) && words().gender(sentence.tree.words[other].span.of(sentence.text())).is_some() || matches!(sentence.tree.words[other].deprel, Deprel::Flat | Deprel::Compound)))
            && !words().titles.contains_key(sentence.forms[other].trim_end_matches('.'))
            && sentence.mention_at(other).is_none_or(|mention| mention.entity.is_none())
    };
    for other in 0..sentence.tree.words.len() {
        let at = sentence.tree.words[other].span;
        if !whole.contains(at) && (at.end + 1 == whole.start || at.start == whole.end + 1) && attached(other) {
            whole = whole.to(at);
        }
    }
    whole
}

/// The noun with its compounds and adjectives.
fn noun_phrase(sentence: &Sentence, noun: usize) -> Span {
    let parts = sentence.tree.children(noun).filter(|&child| {
        child < noun
            && matches!(
                sentence.tree.words[child].deprel,
                Deprel::Compound | Deprel::Amod | Deprel::Flat | Deprel::Nummod
            )
    });
    sentence.span_of(parts.chain([noun]))
}

/// Whether the stated name is what the claim accepts.
pub fn compare(frame: &Frame, sentence: &Sentence, name: &Stated, answer: &Answer) -> NameMatch {
    let entities = &sentence.base().entities;
    let mut different = false;
    // "Saint" of "the patron Saint Andrew" and "State" of "the State of Texas" are the claim's own noun.
    let own_noun = |words: &str| frame.head.concept.text == words.to_lowercase();
    for expected in &answer.accepted {
        let written = match expected {
            Expected::Entity(entity) => is_written_around(sentence, name, entities.name_of(*entity)),
            Expected::Name(words) => is_written_around(sentence, name, words),
            _ => false,
        };
        if written {
            return NameMatch::Same;
        }
        if name.entity.is_none() && own_noun(&name.text) {
            continue;
        }
        match expected {
            Expected::Entity(entity) => {
                if name.entity == Some(*entity) {
                    return NameMatch::Same;
                }
                match name.entity {
                    Some(stated) if entities.within(*entity, stated) => return NameMatch::Wider,
                    Some(stated) if entities.within(stated, *entity) => return NameMatch::Unclear,
                    Some(stated) => {
                        let (a, b) = (entities.kind_of(stated), entities.kind_of(*entity));
                        if a != b && a.is_some() && b.is_some() && !loose_kinds(a, b) {
                            return NameMatch::Unclear;
                        }
                        different = true;
                    }
                    None if same_name(&name.text, entities.name_of(*entity)) => return NameMatch::Same,
                    // "The base": a part of the expected name is no other name.
                    None if name
                        .text
                        .split_whitespace()
                        .all(|word| entities.has_word(*entity, &word.to_lowercase())) =>
                    {
                        return NameMatch::Unclear;
                    }
                    None => {
                        different = name.proper
                            && (fits_kind(&name.text, entities.kind(entity.0))
                                || is_located(sentence, name, entities.kind(entity.0)))
                    }
                }
            }
            Expected::Name(words) => {
                let text = name.entity.map_or(name.text.as_str(), |entity| entities.name_of(entity));
                if same_name(text, words) || same_name(&name.text, words) {
                    return NameMatch::Same;
                }
                // What a pronoun stands for may be of any kind; so may a name that no entity bears.
                let named = name.span.of(sentence.text()) == name.text;
                different = name.proper && named && !frame.entities().any(|own| Some(own) == name.entity);
            }
            _ => {}
        }
    }
    if different { NameMatch::Different } else { NameMatch::Unclear }
}

/// Whether the words around the stated name are the expected one, whatever their capitals: "the community of Madrid".
fn is_written_around(sentence: &Sentence, name: &Stated, expected: &str) -> bool {
    let text = sentence.text();
    let Some(before) = expected.to_lowercase().find(&name.text.to_lowercase()).filter(|&at| at > 0) else {
        return false;
    };
    let Some(start) = name.span.start.checked_sub(before) else { return false };
    text.get(start..start + expected.len()).is_some_and(|words| words.eq_ignore_ascii_case(expected))
}

fn loose_kinds(a: Option<Kind>, b: Option<Kind>) -> bool {
    let social = |kind: Option<Kind>| matches!(kind, Some(Kind::Organization | Kind::Group | Kind::Person));
    social(a) && social(b)
}

/// "in Glen Tarn": what stands after a preposition of place is a place, though its first word may be a person's name.
fn is_located(sentence: &Sentence, name: &Stated, kind: Option<&str>) -> bool {
    kind == Some("place") && sentence.has_case(name.word, &["in", "at", "near", "from"])
}

fn fits_kind(name: &str, kind: Option<&str>) -> bool {
    let person = name.split_whitespace().next().is_some_and(|first| words().gender(first).is_some());
    match kind {
        Some("person") => person || name.split_whitespace().count() >= 2,
        Some(_) => !person,
        None => true,
    }
}

/// Names compare by their words, without accents' and case's differences; a surname or a longer form is the same name.
pub fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric())
            .map(fold)
            .filter(|word| {
                !word.is_empty()
                    && !matches!(word.as_str(), "the" | "of" | "and" | "a" | "s" | "mr" | "ms" | "mrs" | "dr" | "sir")
            })
            .collect()
    };
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    short.iter().all(|word| long.contains(word))
        && (short.last() == long.last() || short.first() == long.first() || short.len() > 1)
}

/// Lower case, Latin accents taken off.
pub fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ç' | 'ć' | 'č' => 'c',
            'ñ' | 'ń' | 'ň' => 'n',
            'š' | 'ś' | 'ş' => 's',
            'ž' | 'ź' | 'ż' => 'z',
            'ý' | 'ÿ' => 'y',
            'ł' => 'l',
            'ğ' => 'g',
            'ř' => 'r',
            'ť' => 't',
            'đ' | 'ď' => 'd',
            other => other,
        })
        .collect()
}
