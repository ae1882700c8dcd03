//! Who holds an office at the time spoken of: "Secretary of State Marco Rubio", "the mayor, Lorraine Tibbs".

use super::name::{Stated, stated};
use crate::check::Verdict;
use crate::check::frame::{Expected, Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::check::verdict::{Judged, voice_of};
use crate::lexicon::{Concept, words};
use crate::rulebook::EntityId;
use crate::rulebook::claim::ast::Term;
use crate::syntax::{Deprel, Upos};
use jiff::civil::Date;

/// A holder of an office with the term the rules give.
#[derive(Clone, Debug)]
struct Holder {
    entity: Option<EntityId>,
    name: String,
    term: Option<Term>,
    frame: usize,
}

/// Judges every occurrence of the frame's title that stands beside a name.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Office { title, .. } = &frame.shape else { return };
    let Some(head_concept) = title.first().map(|head| title_head(head)) else { return };
    for word in 0..sentence.forms.len() {
        let lemma = sentence.lemma(word).to_lowercase();
        let form = sentence.forms[word].trim_end_matches('.');
        if head_concept.weight_of(&lemma).is_none() && head_concept.weight_of(form).is_none() {
            continue;
        }
        let Some(words_of_title) = whole_title(frame, sentence, word, &title[1..]) else { continue };
        let Some(name) = named(sentence, word, &words_of_title) else { continue };
        judge_title(frame, sentence, word, &words_of_title, &name, out);
    }
}

fn judge_title(frame: &Frame, sentence: &Sentence, word: usize, title_words: &[usize], name: &Stated, out: &mut Vec<Judged>) {
    let Ok((_, negated)) = voice_of(sentence, word) else { return };
    if negated {
        return;
    }
    let prefix = prefix(sentence, title_words, name);
    let Some(day) = spoken_of(sentence, word) else { return };
    let holders = holders(frame, sentence);
    let at = |day: Date| holders.iter().filter(move |holder| holds(holder, day));
    let is = |holder: &Holder| match (holder.entity, name.entity) {
        (Some(a), Some(b)) => a == b,
        _ => super::name::same_name(&holder.name, &name.text),
    };
    let mine = |holder: &&Holder| holder.frame == frame.fact.0;
    let current: Vec<&Holder> = at(day).collect();
    // Only the frame whose holder is right, or named, or in office speaks; its siblings stay silent.
    let named_holder = holders.iter().find(|holder| is(holder));
    let text = sentence.text();
    let span = sentence.span_of(title_words.iter().copied().chain([word])).to(name.span);
    let mut push = |verdict: Verdict, expected: String, reason: String, confidence: f32| {
        out.push(Judged {
            verdict,
            code: if verdict == Verdict::Supported { "agrees" } else { "wrong-office" },
            fact: Some(frame.fact),
            sentence: sentence.index,
            word,
            span,
            focus: name.span,
            says: span.of(text).to_owned(),
            expected,
            because: vec![format!("“{}” is the office the claim speaks of", sentence.span_of(title_words.iter().copied().chain([word])).of(text)), reason],
            confidence,
            suggestion: None,
        });
    };
    let holder_name = current.first().map(|holder| holder.name.clone()).unwrap_or_default();
    match prefix {
        Prefix::None | Prefix::Then => {
            if let Some(right) = current.iter().find(|holder| is(holder)) {
                if mine(right) {
                    push(Verdict::Supported, right.name.clone(), format!("{} held the office then", right.name), 0.95);
                }
            } else if let Some(holder) = current.iter().find(|holder| mine(holder))
                && name.proper
                && !holds_like_office(frame, sentence, name, day)
            {
                let reason = match named_holder {
                    Some(former) => format!("{} does not hold the office at the time spoken of; {} does", former.name, holder_name),
                    None => format!("{holder_name} holds the office at the time spoken of"),
                };
                push(Verdict::Conflict, holder.name.clone(), reason, if name.entity.is_some() { 0.92 } else { 0.85 });
            }
        }
        Prefix::Former => {
            if let Some(right) = current.iter().find(|holder| is(holder) && mine(holder)) {
                let earlier = holders.iter().any(|holder| is(holder) && holder.frame != right.frame && holder.term.and_then(|term| term.to).is_some_and(|to| to < day));
                if !earlier {
                    push(Verdict::Conflict, format!("{}, in office", right.name), format!("{} holds the office now", right.name), 0.9);
                } else {
                    push(Verdict::Conflict, format!("{}, in office", right.name), format!("{} holds the office again", right.name), 0.8);
                }
            } else if named_holder.is_some_and(|holder| mine(&holder) && holder.term.and_then(|term| term.to).is_some_and(|to| to <= day)) {
                push(Verdict::Supported, name.text.clone(), "the term is over".into(), 0.9);
            }
        }
        Prefix::Elect => {
            if let Some(right) = current.iter().find(|holder| is(holder) && mine(holder)) {
                push(Verdict::Conflict, format!("{}, in office", right.name), format!("{} has taken office", right.name), 0.85);
            } else if named_holder.is_some_and(|holder| mine(&holder) && holder.term.and_then(|term| term.from).is_some_and(|from| from > day)) {
                push(Verdict::Supported, name.text.clone(), "the term has not begun".into(), 0.9);
            }
        }
        Prefix::Deputy => {
            if let Some(right) = current.iter().find(|holder| is(holder) && mine(holder)) {
                push(Verdict::Conflict, right.name.clone(), format!("{} holds the office itself", right.name), 0.85);
            }
        }
        Prefix::Other => {}
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prefix {
    None,
    Then,
    Former,
    Elect,
    Deputy,
    /// A word that makes it another office or person.
    Other,
}

fn prefix(sentence: &Sentence, title_words: &[usize], name: &Stated) -> Prefix {
    let first = title_words.iter().copied().min().unwrap_or(0);
    let last = title_words.iter().copied().max().unwrap_or(0);
    let start = first.saturating_sub(3);
    for word in (start..=last).rev() {
        let form = sentence.forms[word].as_str();
        let near = word + 2 >= first || sentence.tree.words[word].head.is_some_and(|head| title_words.contains(&head) || head == name.word);
        match form {
            "former" | "ex" | "ex-" | "late" | "previous" | "erstwhile" | "onetime" | "outgoing" if near => return Prefix::Former,
            "then" | "then-" if near => return Prefix::Then,
            "deputy" | "vice" | "assistant" | "acting" | "interim" | "shadow" | "under" if near => return Prefix::Deputy,
            "next" | "future" | "incoming" | "aspiring" | "would-be" | "potential" | "new" if near && form != "new" => return Prefix::Other,
            _ if form.starts_with("ex-") && near => return Prefix::Former,
            _ => {}
        }
    }
    let after = sentence.forms.get(last + 1..(last + 3).min(sentence.forms.len())).unwrap_or(&[]);
    if after.iter().any(|form| form == "elect" || form == "-elect" || form == "designate") || sentence.forms[last].ends_with("-elect") {
        return Prefix::Elect;
    }
    Prefix::None
}

/// The day the statement speaks of: a past date in the clause, else the article's date.
fn spoken_of(sentence: &Sentence, word: usize) -> Option<Date> {
    let today = sentence.scene.date;
    match sentence.date_near(word, None) {
        Some(date) if date.is_resolved() => match (date.from, date.to, today) {
            (Some(from), Some(to), Some(today)) if from <= today && to >= today => Some(today),
            (Some(from), Some(to), _) if from == to => Some(from),
            // A stretch in which the office may have changed hands says too little.
            (Some(from), Some(to), _) => Some(from.checked_add(jiff::Span::new().days(i64::from((to - from).get_days()) / 2)).unwrap_or(from)),
            _ => today,
        },
        _ => today,
    }
}

fn holds(holder: &Holder, day: Date) -> bool {
    holder.term.is_none_or(|term| term.from.is_none_or(|from| from <= day) && term.to.is_none_or(|to| day <= to))
}

/// All holders of the same office that the rules know.
fn holders(frame: &Frame, sentence: &Sentence) -> Vec<Holder> {
    let FrameShape::Office { title, .. } = &frame.shape else { return Vec::new() };
    let base = sentence.base();
    let mut found: Vec<Holder> = Vec::new();
    for (at, other) in base.frames.iter().enumerate() {
        let FrameShape::Office { title: theirs, term, .. } = &other.shape else { continue };
        if theirs != title && !(same_office(title, theirs) && (other.owner == frame.owner || other.owner.is_none() || frame.owner.is_none())) {
            continue;
        }
        for expected in other.answers.iter().flat_map(|answer| &answer.accepted) {
            let (entity, name) = match expected {
                Expected::Entity(entity) => (Some(*entity), base.entities.name_of(*entity).to_owned()),
                Expected::Name(name) => (None, name.clone()),
                _ => continue,
            };
            found.push(Holder { entity, name, term: *term, frame: at });
        }
    }
    found
}

/// "minister housing ireland" and "minister housing" are one office where the shorter title leaves out only the owner.
fn same_office(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 2 && long[..short.len()] == *short
}

/// Whether the named person holds, or held that day, another office with the same head: President Putin is no wrong American president.
fn holds_like_office(frame: &Frame, sentence: &Sentence, name: &Stated, day: Date) -> bool {
    let FrameShape::Office { title, .. } = &frame.shape else { return false };
    let Some(entity) = name.entity else { return false };
    sentence.base().frames.iter().any(|other| {
        let FrameShape::Office { title: theirs, term, holder } = &other.shape else { return false };
        *holder == Some(entity)
            && theirs.first() == title.first()
            && theirs != title
            && !same_office(theirs, title)
            && term.is_none_or(|term| term.from.is_none_or(|from| from <= day) && term.to.is_none_or(|to| day <= to))
    })
}

/// The words of the title around its head, if all of it is there: "secretary of state", "housing minister".
/// The owner's name may stand in it; another place or organization there makes it another office.
fn whole_title(frame: &Frame, sentence: &Sentence, head: usize, rest: &[String]) -> Option<Vec<usize>> {
    let entities = &sentence.base().entities;
    let mut found = vec![head];
    let around = sentence.subtree(head);
    let owner_words = |lemma: &str| frame.entities().any(|entity| entities.has_word(entity, lemma));
    let near: Vec<usize> = (head.saturating_sub(4)..(head + 8).min(sentence.forms.len())).filter(|&word| word != head).collect();
    let mut specific = false;
    let mut owner_named = false;
    for lemma in rest {
        let wanted = Concept::of(lemma);
        let here = near.iter().copied().find(|&word| {
            let close = around.contains(&word) || word.abs_diff(head) <= 2;
            close && (sentence.lemma(word).eq_ignore_ascii_case(lemma) || sentence.forms[word] == *lemma || wanted.weight_of(&sentence.lemma(word).to_lowercase()).is_some_and(|w| w > 0.8))
        });
        match here {
            Some(word) => {
                specific |= !owner_words(lemma);
                owner_named |= owner_words(lemma);
                found.push(word);
            }
            None if owner_words(lemma) => {}
            None => return None,
        }
    }
    for &word in &near {
        let attached = sentence.tree.words[word].head.is_some_and(|up| found.contains(&up)) || found.contains(&word);
        if !attached {
            continue;
        }
        if let Some((entity, _)) = sentence.entity_at(word) {
            if frame.entities().any(|own| own == entity || entities.within(own, entity)) {
                owner_named = true;
            } else if !matches!(entities.kind_of(entity), Some(crate::rulebook::Kind::Person)) && sentence.is_modifier(word) {
                return None;
            }
        } else if sentence.mention_at(word).is_some() && sentence.is_modifier(word) && sentence.upos(word) == Upos::Propn && matches!(sentence.tree.words[word].deprel, Deprel::Nmod | Deprel::NmodPoss) {
            return None;
        } else if sentence.is_modifier(word) && matches!(sentence.upos(word), Upos::Noun | Upos::Adj) && !found.contains(&word) {
            let lemma = sentence.lemma(word).to_lowercase();
            let harmless = words().is_light(&lemma) || words().identity.colouring.contains(&lemma) || PREFIXES.contains(&lemma.as_str());
            if !harmless && sentence.tree.words[word].head == Some(head) {
                return None;
            }
        }
    }
    // A bare "president" or "mayor" needs its owner, in the phrase or as what the article is about.
    let owner_topic = frame.owner.is_none_or(|owner| sentence.scene.is_named(owner));
    (specific || owner_named || owner_topic).then_some(found)
}

const PREFIXES: &[&str] = &["former", "ex", "then", "late", "deputy", "vice", "assistant", "acting", "interim", "new", "sitting", "current", "incumbent", "outgoing", "previous", "elect"];

/// The person that the title is given to: right after it, in apposition, or as its subject or predicate.
fn named(sentence: &Sentence, head: usize, title: &[usize]) -> Option<Stated> {
    let last = title.iter().copied().max().unwrap_or(head);
    let first = title.iter().copied().min().unwrap_or(head);
    let person = |name: &Stated| name.proper && !sentence.mention_at(name.word).is_none_or(|m| title.contains(&m.words.start) && m.words.len() == 1 && m.entity.is_none());
    // "Sheriff Tom Beckett", "the sheriff, Tom Beckett,".
    let mut next = last + 1;
    while next < sentence.forms.len() && matches!(sentence.forms[next].as_str(), "," | ":" | "–" | "—" | "-elect" | "elect" | "." | "-") && next <= last + 2 {
        next += 1;
    }
    let follows = sentence.mention_at(next).filter(|mention| mention.words.start == next);
    if let Some(mention) = follows
        && (next == last + 1 || sentence.tree.words[mention.head].deprel == Deprel::Appos || sentence.tree.words[head].deprel == Deprel::Appos)
        && let Some(name) = stated(sentence, mention.head)
        && person(&name)
        && is_person(sentence, &name)
    {
        return Some(name);
    }
    // A name that swallowed the title's own words: "Sheriff Tom Beckett" as one proper name.
    if let Some(mention) = sentence.mention_at(head)
        && mention.words.end > last + 1
        && mention.entity.is_none()
    {
        let span = sentence.span_of(last + 1..mention.words.end);
        let name = Stated { word: mention.words.end - 1, span, entity: None, text: span.of(sentence.text()).to_owned(), proper: true, how: mention.how };
        if is_person(sentence, &name) {
            return Some(name);
        }
    }
    // "Tom Beckett, the Harrow County sheriff".
    if sentence.is(head, Deprel::Appos)
        && let Some(governor) = sentence.tree.words[head].head
        && governor < first
        && let Some(name) = stated(sentence, governor)
        && person(&name)
        && is_person(sentence, &name)
    {
        return Some(name);
    }
    let copular = slots_of(sentence, head).into_iter().filter(|(slot, _)| matches!(slot, Slot::Predicate | Slot::Subject)).filter_map(|(_, word)| stated(sentence, word));
    let as_office = sentence
        .has_case(head, &["as"])
        .then(|| sentence.tree.words[head].head)
        .flatten()
        .into_iter()
        .flat_map(|verb| slots_of(sentence, verb))
        .filter(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
        .filter_map(|(_, word)| stated(sentence, word));
    copular.chain(as_office).find(|name| person(name) && is_person(sentence, name))
}

fn is_person(sentence: &Sentence, name: &Stated) -> bool {
    match name.entity {
        Some(entity) => matches!(sentence.base().entities.kind_of(entity), Some(crate::rulebook::Kind::Person)),
        None => {
            let parts: Vec<&str> = name.text.split_whitespace().collect();
            parts.len() >= 2 && parts.len() <= 4 && words().gender(parts[0]).is_some() || parts.len() == 2 && parts.iter().all(|part| part.chars().next().is_some_and(char::is_uppercase) && words().kind_of(&part.to_lowercase()).is_none())
        }
    }
}

/// The head of a title with its short forms.
fn title_head(lemma: &str) -> Concept {
    let mut concept = Concept::default();
    concept.add(lemma, 1.0);
    for (full, shorts) in SHORT_TITLES {
        if *full == lemma {
            shorts.iter().for_each(|short| concept.add(short, 0.95));
        }
    }
    concept
}

const SHORT_TITLES: &[(&str, &[&str])] = &[
    ("governor", &["gov"]),
    ("senator", &["sen"]),
    ("representative", &["rep"]),
    ("president", &["pres"]),
    ("secretary", &["sec", "secy"]),
    ("professor", &["prof"]),
    ("superintendent", &["supt"]),
    ("inspector", &["insp"]),
    ("sergeant", &["sgt"]),
    ("lieutenant", &["lt"]),
    ("captain", &["capt"]),
    ("general", &["gen"]),
    ("minister", &["premier"]),
    ("chief", &["boss", "head"]),
    ("director", &["boss", "head"]),
    ("chairman", &["chair", "chairwoman", "chairperson"]),
    ("chair", &["chairman", "chairwoman", "chairperson"]),
];
