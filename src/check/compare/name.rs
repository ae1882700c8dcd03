//! Who, what, where: names, and whether two are the same.

mod answer;
mod signs;

pub use answer::{Candidate, is_superlative, judge, survey};

use crate::article::coreference::Known;
use crate::article::mention::{How, What};
use crate::check::frame::{Answer, Expected, Frame};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, is_passive, slots_of};
use crate::lexicon::words;
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
                Slot::Possessor => true,
                // "The Quill Player of the Year award": what an award is called is not who won it.
                Slot::Modifier => {
                    let lemma = sentence.lemma(site.head).to_lowercase();
                    !matches!(crate::lexicon::words().kind_of(&lemma), Some("thing" | "work" | "event"))
                }
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
    let written = |word: usize| sentence.tree.words[word].span.of(sentence.text());
    let attached = |other: usize| {
        sentence.upos(other) == Upos::Propn
            && (sentence.tree.words[other].head == Some(word) && matches!(sentence.tree.words[other].deprel, Deprel::Flat | Deprel::Compound)
                // "Ann Pell" where the rules know Joan Pell: the first name heads the surname.
                || sentence.tree.words[word].head == Some(other) && (sentence.is(word, Deprel::Flat) && words().gender(written(other)).is_some() || matches!(sentence.tree.words[other].deprel, Deprel::Flat | Deprel::Compound)))
            && !words().titles.contains_key(sentence.forms[other].trim_end_matches('.'))
            && !is_acronym(written(other))
            && sentence.mention_at(other).is_none_or(|mention| mention.entity.is_none())
    };
    // "Anselm Tarn" is one name, whatever the tree makes of it.
    let first = sentence.mention_at(word).and_then(|mention| mention.words.start.checked_sub(1));
    if let Some(first) = first
        // At the head of a sentence a first name may be taken for a noun.
        && (sentence.upos(first) == Upos::Propn
            || sentence.upos(first) == Upos::Noun && written(first).starts_with(char::is_uppercase))
        && words().gender(&sentence.forms[first]).is_some()
        && sentence.mention_at(first).is_none_or(|mention| mention.entity.is_none())
        && sentence.tree.words[first].span.end + 1 == span.start
        && sentence.mention_at(word).is_some_and(|mention| mention.words.len() == 1)
    {
        whole = whole.to(sentence.tree.words[first].span);
    }
    for other in 0..sentence.tree.words.len() {
        let at = sentence.tree.words[other].span;
        if !whole.contains(at) && (at.end + 1 == whole.start || at.start == whole.end + 1) && attached(other) {
            whole = whole.to(at);
        }
    }
    whole
}

/// "CEO", "MP": a role before a name, no part of it.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
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
                    // Who is of a country is not the country.
                    Some(stated)
                        if entities.within(*entity, stated) && entities.kind_of(*entity) == Some(Kind::Person) =>
                    {
                        return NameMatch::Unclear;
                    }
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

/// The words of a name that tell it from others, folded; initials are one word, however they are set: "A. C. Tarn",
/// "A.C. Tarn", "AC Tarn".
pub fn telling_words(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut initials = false;
    for word in name.replace("'s", " ").replace("’s", " ").split(|c: char| !c.is_alphanumeric()).map(fold) {
        let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match found.last_mut() {
            _ if word.is_empty() => continue,
            Some(last) if initial && initials => last.push_str(&word),
            _ => found.push(word),
        }
        initials = initial;
    }
    found.retain(|word| !matches!(word.as_str(), "the" | "of" | "and" | "a" | "mr" | "ms" | "mrs" | "dr" | "sir"));
    found
}

/// Names compare by their words, without accents' and case's differences; a surname or a longer form is the same name.
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (telling_words(a), telling_words(b));
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
