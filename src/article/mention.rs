//! Where an article names things: known names, other proper names, descriptions and pronouns.

use crate::lexicon::words;
use crate::span::Span;
use crate::syntax::{Deprel, Tree, Upos};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::collections::HashMap;

/// The number by which the caller knows an entity.
pub type EntityKey = usize;

/// A name to look for.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub entity: EntityKey,
    pub kind: NameKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A proper name or an alias written as one.
    Proper,
    /// A surname or first name that nobody wrote down: counts only beside the full name.
    Short,
    /// A common noun: "the summit".
    Common,
    /// "Russian" for Russia.
    Demonym,
}

/// All names of a run in one automaton.
#[derive(Debug, Default)]
pub struct Names {
    automaton: Option<AhoCorasick>,
    /// Distinct lower-case texts, in the automaton's order, with the names that share each.
    texts: Vec<Vec<Name>>,
}

/// A name found in a text, before any syntax.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub span: Span,
    /// What it can be, the closest spelling first. Never empty.
    pub entities: Vec<(EntityKey, NameKind)>,
}

impl Names {
    pub fn new(names: impl IntoIterator<Item = Name>) -> Self {
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut texts: Vec<Vec<Name>> = Vec::new();
        let mut patterns: Vec<String> = Vec::new();
        for name in names {
            let key = name.text.trim().to_lowercase();
            if key.is_empty() {
                continue;
            }
            let at = *index.entry(key.clone()).or_insert_with(|| {
                texts.push(Vec::new());
                patterns.push(key);
                texts.len() - 1
            });
            texts[at].push(name);
        }
        let automaton = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&patterns)
            .ok();
        Self { automaton, texts }
    }

    /// Names in `text`, in order, not overlapping.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let input = aho_corasick::Input::new(text).range(at..);
            let Some(found) = automaton.find(input) else { break };
            let span = Span::new(found.start(), found.end());
            at = found.end();
            if !stands_alone(text, span) {
                // A longer name may have hidden a shorter one that stands alone; look again one word on.
                at = next_boundary(text, found.start());
                continue;
            }
            let written = span.of(text);
            let mut entities: Vec<(EntityKey, NameKind)> = self.texts[found.pattern().as_usize()]
                .iter()
                .filter(|name| spelled(written, name))
                .map(|name| (name.entity, name.kind))
                .collect();
            entities.sort_by_key(|(_, kind)| *kind as u8);
            entities.dedup_by_key(|(entity, _)| *entity);
            if entities.is_empty() {
                at = next_boundary(text, found.start());
            } else {
                hits.push(Hit { span, entities });
            }
        }
        hits
    }
}

/// A name whose case differs from the rule's is the name only in headlines set in capitals; a common noun always is.
fn spelled(written: &str, name: &Name) -> bool {
    if name.kind == NameKind::Common {
        return true;
    }
    let mut wanted = name.text.trim().chars();
    let capitals = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && written.chars().count() > 3;
    capitals
        || written.chars().all(|c| wanted.next() == Some(c)) && wanted.next().is_none()
        || written.chars().next().is_some_and(char::is_uppercase)
            && name.text.trim().eq_ignore_ascii_case(written)
            && name.text.contains(' ')
}

fn stands_alone(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let mut after = text[span.end..].chars();
    let next = after.next();
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    !joined(before) && (!joined(next) || text[span.end..].starts_with("s'"))
        || (next == Some('s') && !after.next().is_some_and(char::is_alphanumeric) && !joined(before))
}

fn next_boundary(text: &str, from: usize) -> usize {
    text[from..]
        .char_indices()
        .skip(1)
        .find(|(at, c)| !c.is_alphanumeric() && *at > 0)
        .map_or(text.len(), |(at, _)| from + at)
}

/// A mention in a parsed sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    /// Indices of its words, and of the one that heads it.
    pub words: std::ops::Range<usize>,
    pub head: usize,
    pub what: What,
    /// The entity it stands for, when one is known.
    pub entity: Option<EntityKey>,
    /// How sure that is.
    pub how: How,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A known name.
    Known,
    /// A proper name that no rule defines.
    Other,
    /// A common noun that may stand for something named before, by its lemma.
    Description(String),
    Pronoun(Pronoun),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    He,
    She,
    It,
    They,
    I,
    We,
    Who,
    /// "The 22-year-old": a person of either sex.
    Whoever,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By its own name.
    Named,
    /// By a common-noun alias or demonym of its own.
    Alias,
    /// By coreference with one clear antecedent.
    Carried,
    /// By coreference where another antecedent was possible.
    Guessed,
    /// Unresolved.
    Open,
}

/// Known names, other proper names, descriptions and pronouns of one sentence, in text order.
/// `hits` are the known names under the sentence; names of the article that are not spelled out lie with the caller.
pub fn mentions(text: &str, tree: &Tree, forms: &[String], hits: &[Hit]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut taken = vec![false; tree.words.len()];
    for hit in hits {
        let words = words_under(tree, hit.span);
        if words.is_empty() {
            continue;
        }
        let head = top_word(tree, words.clone());
        let (entity, kind) = hit.entities[0];
        let how = if matches!(kind, NameKind::Proper | NameKind::Short) { How::Named } else { How::Alias };
        words.clone().for_each(|word| taken[word] = true);
        found.push(Mention { span: hit.span, words, head, what: What::Known, entity: Some(entity), how });
    }
    let mut at = 0;
    while at < tree.words.len() {
        if taken[at] {
            at += 1;
            continue;
        }
        let word = &tree.words[at];
        if let Some(pronoun) = pronoun(&forms[at], word.upos) {
            found.push(Mention {
                span: word.span,
                words: at..at + 1,
                head: at,
                what: What::Pronoun(pronoun),
                entity: None,
                how: How::Open,
            });
        } else if let Some(start) = aged(tree, forms, at) {
            found.push(Mention {
                span: tree.words[start].span.to(word.span),
                words: at..at + 1,
                head: at,
                what: What::Pronoun(Pronoun::Whoever),
                entity: None,
                how: How::Open,
            });
        } else if word.upos == Upos::Propn {
            let mut end = at + 1;
            while end < tree.words.len()
                && !taken[end]
                && (tree.words[end].upos == Upos::Propn
                    || (matches!(forms[end].as_str(), "of" | "de" | "the" | "and" | "-" | "&" | "van" | "von")
                        && tree.words.get(end + 1).is_some_and(|next| next.upos == Upos::Propn)
                        && matches!(forms[end].as_str(), "de" | "of" | "-" | "&" | "van" | "von")
                        && !taken[end + 1]))
            {
                end += 1;
            }
            // "Referee Colin Tarn": what somebody does is no part of the name.
            let person = || words().kind_of(&forms[at]) == Some("person") || words().is_a(&forms[at], "person");
            let role = words().gender(&forms[at]).is_none() && person();
            // A capital that opens the sentence says nothing of the word.
            let opens = at == 0 || matches!(tree.words[at - 1].upos, Upos::Punct | Upos::Sym);
            let named = end > at + 1 && words().gender(&forms[at + 1]).is_some() || opens && end > at + 2;
            let start = if role && named { at + 1 } else { at };
            let span = tree.words[start].span.to(tree.words[end - 1].span);
            let head = top_word(tree, start..end);
            found.push(Mention { span, words: start..end, head, what: What::Other, entity: None, how: How::Open });
            at = end;
            continue;
        } else if word.upos == Upos::Noun && is_definite(tree, forms, at) {
            let start = tree
                .children(at)
                .filter(|&c| {
                    c < at
                        && matches!(
                            tree.words[c].deprel,
                            Deprel::Det | Deprel::Amod | Deprel::Nummod | Deprel::Compound | Deprel::NmodPoss
                        )
                })
                .min()
                .unwrap_or(at);
            let span = tree.words[start].span.to(word.span);
            found.push(Mention {
                span,
                words: at..at + 1,
                head: at,
                what: What::Description(word.lemma.to_lowercase()),
                entity: None,
                how: How::Open,
            });
        }
        at += 1;
    }
    found.sort_by_key(|mention| (mention.span.start, mention.span.end));
    let _ = text;
    found
}

/// Where "the 22-year-old" or "the 22-year-old striker" begins, if the word at `at` heads it.
fn aged(tree: &Tree, forms: &[String], at: usize) -> Option<usize> {
    let is_old = |old: usize| {
        forms[old] == "old"
            && old >= 5
            && forms[old - 5] == "the"
            && [forms[old - 3].as_str(), &forms[old - 2], &forms[old - 1]] == ["-", "year", "-"]
    };
    let noun = tree.words.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn));
    let old = match forms[at].as_str() {
        "old" if !noun => Some(at),
        _ if tree.words[at].upos == Upos::Noun
            && words().kind_of(&tree.words[at].lemma.to_lowercase()) == Some("person") =>
        {
            at.checked_sub(1).filter(|&before| forms[before] == "old")
        }
        _ => None,
    };
    old.filter(|&old| is_old(old)).map(|old| old - 5)
}

/// Indices of the words that `span` touches.
pub fn words_under(tree: &Tree, span: Span) -> std::ops::Range<usize> {
    let start = tree.words.partition_point(|word| word.span.end <= span.start);
    let end = tree.words.partition_point(|word| word.span.start < span.end);
    start..end.max(start)
}

/// The word among `range` whose head lies outside it.
pub fn top_word(tree: &Tree, range: std::ops::Range<usize>) -> usize {
    range.clone().find(|&word| tree.words[word].head.is_none_or(|head| !range.contains(&head))).unwrap_or(range.start)
}

fn is_definite(tree: &Tree, forms: &[String], noun: usize) -> bool {
    tree.children(noun).any(|child| {
        let rel = tree.words[child].deprel;
        (rel == Deprel::Det && matches!(forms[child].as_str(), "the" | "this" | "that" | "these" | "those" | "both"))
            || (rel == Deprel::NmodPoss && tree.words[child].upos == Upos::Pron)
    })
}

fn pronoun(form: &str, upos: Upos) -> Option<Pronoun> {
    if !matches!(upos, Upos::Pron | Upos::Det) {
        return None;
    }
    Some(match form {
        "he" | "him" | "his" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "it" | "its" | "itself" => Pronoun::It,
        "they" | "them" | "their" | "theirs" | "themselves" => Pronoun::They,
        "i" | "me" | "my" | "mine" | "myself" => Pronoun::I,
        "we" | "us" | "our" | "ours" | "ourselves" => Pronoun::We,
        "who" | "whom" | "whose" | "which" => Pronoun::Who,
        "that" if upos == Upos::Pron => Pronoun::Who,
        _ => return None,
    })
}

/// What a noun can describe: person, organization, place, event, group, work or thing.
pub fn kind_of_noun(lemma: &str) -> Option<&'static str> {
    words().kind_of(lemma)
}
