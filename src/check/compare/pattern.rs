//! `patterns:` of a claim: explicit wordings, matched word by word.

use super::amount::best_comparison;
use super::expectation;
use super::name::{NameMatch, compare as compare_name, stated};
use crate::check::Verdict;
use crate::check::frame::{Answer, Frame};
use crate::check::reason::Reason;
use crate::check::scene::Sentence;
use crate::check::verdict::{Judged, voice_of};
use crate::rulebook::EntityId;
use crate::rulebook::claim::pattern::Item;
use crate::syntax::Upos;
use crate::value::Agreement;

/// How many words a `...` may stand for.
const GAP: usize = 12;

/// How many ways of matching one pattern at one word are tried: a pattern of many gaps must not stop the check.
const TRIES: usize = 2000;

/// Judges every place where a pattern of the claim matches.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    for pattern in &sentence.scene.fact(frame).patterns {
        let items: Vec<&Item> = pattern.items.iter().map(|item| &item.value).collect();
        let mut start = 0;
        while start < sentence.forms.len() {
            let mut run = Run { frame, sentence, tries: 0 };
            match run.matches(&items, start, None) {
                Some(found) => {
                    judge_match(frame, sentence, start, &found, out);
                    start = found.end.max(start + 1);
                }
                None => start += 1,
            }
        }
    }
}

/// The words that a pattern matched: where they end, and which of them holds the value.
#[derive(Clone, Copy, Debug)]
struct Match {
    end: usize,
    value: Option<Slot>,
}

/// What `{value}` matched.
#[derive(Clone, Copy, Debug)]
enum Slot {
    /// Index into the sentence's values.
    Value(usize),
    /// The word of a name.
    Name(usize),
}

struct Run<'r, 's, 'a> {
    frame: &'r Frame,
    sentence: &'r Sentence<'s, 'a>,
    tries: usize,
}

impl Run<'_, '_, '_> {
    /// The items from the word `at` on, the shortest gaps first.
    fn matches(&mut self, items: &[&Item], at: usize, value: Option<Slot>) -> Option<Match> {
        self.tries += 1;
        if self.tries > TRIES {
            return None;
        }
        let Some((item, rest)) = items.split_first() else { return Some(Match { end: at, value }) };
        match item {
            Item::Gap => {
                let last = (at + GAP).min(self.sentence.forms.len());
                (at..=last).find_map(|next| self.matches(rest, next, value))
            }
            Item::Optional(inner) => {
                let with: Vec<&Item> = inner.iter().chain(rest.iter().copied()).collect();
                self.matches(&with, at, value).or_else(|| self.matches(rest, at, value))
            }
            Item::OneOf(choices) => choices.iter().find_map(|choice| {
                let with: Vec<&Item> = choice.iter().chain(rest.iter().copied()).collect();
                self.matches(&with, at, value)
            }),
            Item::Word(word) => {
                let end = self.word(word, at)?;
                self.matches(rest, end, value)
            }
            Item::Entity(id) => {
                let end = self.entity(id, at)?;
                self.matches(rest, end, value)
            }
            Item::Value => {
                let (slot, end) = self.value(at)?;
                self.matches(rest, end, Some(slot))
            }
        }
    }

    /// A word by its form or lemma; a hyphen in it parts words as the sentence does.
    fn word(&self, word: &str, at: usize) -> Option<usize> {
        let word = word.to_lowercase();
        let is = |word: &str, at: usize| {
            let Some(form) = self.sentence.forms.get(at) else { return false };
            let lemma = self.sentence.lemma(at).to_lowercase();
            let alike = self.frame.pattern_lemmas.get(word).is_some_and(|lemmas| lemmas.contains(&lemma));
            form == word || lemma == word || alike
        };
        if is(&word, at) {
            return Some(at + 1);
        }
        // "long-running" is three words of the tree.
        let mut next = at;
        for part in word.split_inclusive(['-', '’', '\'']) {
            let bare = part.trim_end_matches(['-', '’', '\'']);
            if !is(bare, next) {
                return None;
            }
            next += 1;
            if part.len() > bare.len() {
                next += usize::from(self.sentence.forms.get(next).is_some_and(|form| form == &part[bare.len()..]));
            }
        }
        (next > at).then_some(next)
    }

    /// Any mention of the entity, with the article before it.
    fn entity(&self, id: &str, at: usize) -> Option<usize> {
        let wanted = self.sentence.base().rulebook.names.reference(id)?;
        let from = at + usize::from(self.is_article(at));
        [from, at].into_iter().find_map(|start| {
            let mention = self.sentence.mention_at(start)?;
            (mention.words.start <= start && mention.entity.map(EntityId) == Some(wanted)).then_some(mention.words.end)
        })
    }

    /// The value sought: a number, date … of the claim's kind, or a name.
    fn value(&self, at: usize) -> Option<(Slot, usize)> {
        for start in [at, at + usize::from(self.is_article(at))] {
            let found = self.sentence.values.iter().position(|value| {
                let span = value.mention.span;
                let first = self.sentence.tree.words.iter().position(|word| word.span.overlaps(span));
                first == Some(start)
                    && self
                        .frame
                        .answers
                        .iter()
                        .any(|answer| best_comparison(&value.mention.readings, self.frame, answer).is_some())
            });
            if let Some(index) = found {
                let span = self.sentence.values[index].mention.span;
                let words = &self.sentence.tree.words;
                let end = words.iter().rposition(|word| word.span.overlaps(span)).map_or(start + 1, |last| last + 1);
                return Some((Slot::Value(index), end));
            }
            if self.frame.answers.iter().any(Answer::is_name)
                && start < self.sentence.forms.len()
                && matches!(self.sentence.upos(start), Upos::Propn | Upos::Noun)
            {
                let words = self.sentence.mention_at(start).map_or(start..start + 1, |mention| mention.words.clone());
                let name = words.clone().find(|&word| stated(self.sentence, word).is_some());
                if let Some(name) = name {
                    return Some((Slot::Name(name), words.end));
                }
            }
        }
        None
    }

    fn is_article(&self, at: usize) -> bool {
        self.sentence.forms.get(at).is_some_and(|form| matches!(form.as_str(), "the" | "a" | "an"))
    }
}

fn judge_match(frame: &Frame, sentence: &Sentence, start: usize, found: &Match, out: &mut Vec<Judged>) {
    let span = sentence.span_of(start..found.end);
    let word = match found.value {
        Some(Slot::Value(index)) => sentence.values[index].head,
        Some(Slot::Name(word)) => word,
        None => start,
    };
    let negated = match voice_of(sentence, word) {
        Ok((_, negated)) => negated,
        Err(modality) => return sentence.stop(frame, word, || Reason::NotAsserted(modality)),
    };
    let mut because = vec!["a pattern of the claim has these words".to_owned()];
    let judged = |verdict, code, focus: crate::span::Span, expected, because| Judged {
        verdict,
        code,
        fact: Some(frame.fact),
        sentence: sentence.index,
        word,
        span,
        focus,
        says: focus.of(sentence.text()).to_owned(),
        expected,
        because,
        // Whoever writes a pattern means exactly these words.
        confidence: 1.0,
        suggestion: None,
    };
    match found.value {
        // A pattern without a value says what the claim says.
        None => {
            let verdict = if negated == frame.negated { Verdict::Supported } else { Verdict::Conflict };
            let code = if verdict == Verdict::Supported { "agrees" } else { "denied" };
            out.push(judged(verdict, code, span, sentence.scene.fact(frame).text.clone(), because));
        }
        Some(_) if negated => sentence.stop(frame, word, || Reason::Negated),
        Some(Slot::Value(index)) => {
            let mention = &sentence.values[index].mention;
            for answer in &frame.answers {
                let Some((comparison, reading)) = best_comparison(&mention.readings, frame, answer) else { continue };
                let verdict = match comparison.agreement {
                    Agreement::Supported => Verdict::Supported,
                    Agreement::Imprecise => Verdict::Imprecise,
                    Agreement::Conflict => Verdict::Conflict,
                    Agreement::Unrelated => continue,
                };
                because.push(comparison.because);
                let expected = expectation(frame, sentence, &answer.accepted);
                out.push(judged(verdict, super::amount::code_of(&reading, verdict), mention.core, expected, because));
                return;
            }
        }
        Some(Slot::Name(word)) => {
            let Some(name) = stated(sentence, word) else { return };
            for answer in frame.answers.iter().filter(|answer| answer.is_name()) {
                let (verdict, code) = match compare_name(frame, sentence, &name, answer) {
                    NameMatch::Same | NameMatch::Wider => (Verdict::Supported, "agrees"),
                    NameMatch::Different if name.proper && !frame.includes => (Verdict::Conflict, "wrong-name"),
                    _ => continue,
                };
                let expected = expectation(frame, sentence, &answer.accepted);
                out.push(judged(verdict, code, name.span, expected, because));
                return;
            }
        }
    }
}
