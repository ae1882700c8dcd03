//! `claims:` → facts.

use super::claim::ClaimError;
use super::claim::ast::Claim;
use super::claim::{parse, pattern};
use super::date;
use super::fact::{Fact, Origin, Severity, Source, TestSentence, Tests};
use super::names::NameIndex;
use super::problem::Problem;
use super::raw::{self, ClaimEntry, SourceEntry};
use super::read::RawFile;
use super::suggest::{nearest, slug};
use super::yaml::ScalarId;
use crate::span::Span;
use jiff::civil::Date;
use std::collections::HashMap;

/// The facts of one file, in order, and what is wrong with its claims.
pub fn facts(file: &RawFile, names: &NameIndex) -> (Vec<Fact>, Vec<Problem>) {
    let mut reader = Reader { file, names, problems: Vec::new(), ids: HashMap::new(), numbers: HashMap::new() };
    let defaults = reader.defaults();
    let facts = file.raw.claims.iter().filter_map(|entry| reader.claim(entry, &defaults)).collect();
    (facts, reader.problems)
}

/// What the head of a file says of all its claims, offices included.
#[derive(Clone, Debug)]
pub struct Defaults {
    pub source: Option<Source>,
    pub as_of: Option<Date>,
    pub severity: Severity,
    pub about: Vec<String>,
}

/// The same, for the offices of the file. Problems are reported with the claims.
pub fn defaults(file: &RawFile, names: &NameIndex) -> Defaults {
    Reader { file, names, problems: Vec::new(), ids: HashMap::new(), numbers: HashMap::new() }.defaults()
}

struct Reader<'a> {
    file: &'a RawFile,
    names: &'a NameIndex,
    problems: Vec<Problem>,
    /// Ids so far, with the scalar that gave them and whether a person chose them.
    ids: HashMap<String, (ScalarId, bool)>,
    /// The last number behind each id that was made from a subject.
    numbers: HashMap<String, usize>,
}

impl Reader<'_> {
    fn defaults(&mut self) -> Defaults {
        let raw = &self.file.raw;
        if let Some(id) = raw.factlint
            && self.file.text(id).trim() != "1"
        {
            let words = self.file.text(id).trim().to_owned();
            let problem = self.file.problem(
                "unknown-version",
                id,
                format!("This factlint reads format 1, and the file says `{words}`."),
                "unknown format",
            );
            self.problems.push(problem.help("Write `factlint: 1`, or leave the line out."));
        }
        Defaults {
            source: self.source(raw.source.as_ref()),
            as_of: self.day(raw.as_of),
            severity: self.severity(raw.severity).unwrap_or(Severity::Error),
            about: texts(self.file, &raw.about),
        }
    }

    fn claim(&mut self, entry: &ClaimEntry, defaults: &Defaults) -> Option<Fact> {
        let bare;
        let raw = match entry {
            ClaimEntry::Words(words) => {
                bare = raw::Claim { claim: Some(*words), ..raw::Claim::default() };
                &bare
            }
            ClaimEntry::Full(raw) => raw,
        };
        // Everything is read even where the claim itself is broken: no mistake hides another.
        let source = self.source(raw.source.as_ref());
        let as_of = self.day(raw.as_of);
        let until = self.day_at_end(raw.until);
        let severity = self.severity(raw.severity);
        let translated = self.translated(raw.quote);
        let patterns = raw.patterns.0.iter().filter_map(|id| self.pattern(*id)).collect();
        let words = raw.claim?;
        let text = self.file.text(words);
        let claim = match parse::parse(text, self.names) {
            Ok(claim) => claim,
            Err(errors) => {
                self.problems.extend(errors.into_iter().map(|error| self.file.inside(words, error)));
                self.explicit_id(raw.id);
                return None;
            }
        };
        let id = match self.explicit_id(raw.id) {
            Some(id) => id,
            None => self.free_id(&claim, words),
        };
        Some(Fact {
            id: format!("{}/{id}", self.file.stem),
            claim,
            text: text.to_owned(),
            raw: self.file.tree.raw(words),
            origin: Origin { file: self.file.index, span: self.file.words(words) },
            source: source.or_else(|| defaults.source.clone()),
            as_of: as_of.or(defaults.as_of),
            until,
            severity: severity.unwrap_or(defaults.severity),
            translated,
            note: raw.note.map(|note| self.file.text(note).trim().to_owned()),
            about: defaults.about.clone(),
            also: texts(self.file, &raw.also),
            patterns,
            tests: self.tests(raw.tests.as_ref()),
            office_of: None,
        })
    }

    fn explicit_id(&mut self, id: Option<ScalarId>) -> Option<String> {
        let scalar = id?;
        let id = self.file.text(scalar).trim().to_owned();
        if let Some((first, true)) = self.ids.get(&id) {
            let problem =
                self.file.problem("duplicate-id", scalar, format!("Two claims have the id `{id}`."), "the second");
            let problem = problem.related(&self.file.path, self.file.words(*first), "the first");
            self.problems.push(problem.help("Give one of them another id."));
        } else if id.contains('/') || id.contains(char::is_whitespace) {
            let problem = self.file.problem(
                "bad-id",
                scalar,
                format!("`{id}` cannot be an id: it holds a space or a slash."),
                "not an id",
            );
            self.problems.push(problem.help(format!("Did you mean `{}`?", slug(&id))));
        }
        self.ids.insert(id.clone(), (scalar, true));
        Some(id)
    }

    /// The slug of the subject, numbered where it is taken.
    fn free_id(&mut self, claim: &Claim, words: ScalarId) -> String {
        let base = match claim {
            Claim::Comparison(comparison) => slug(&comparison.subject.text),
            Claim::Sentence(sentence) => {
                let start: Vec<&str> = sentence.value.split_whitespace().take(8).collect();
                slug(&start.join(" "))
            }
        };
        let base = if base.is_empty() { "claim".to_owned() } else { base };
        let mut id = base.clone();
        // Thousands of claims may be about one subject: each starts to count where the last one stopped.
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        while self.ids.contains_key(&id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        self.numbers.insert(base, number);
        self.ids.insert(id.clone(), (words, false));
        id
    }

    fn pattern(&mut self, id: ScalarId) -> Option<pattern::Pattern> {
        let text = self.file.text(id);
        let pattern = match pattern::parse(text, self.file.words(id)) {
            Ok(pattern) => pattern,
            Err(error) => {
                self.problems.push(self.file.inside(id, error));
                return None;
            }
        };
        let unknown: Vec<ClaimError> =
            pattern.entities().into_iter().filter_map(|(slot, span)| self.unknown_slot(slot, span)).collect();
        let is_known = unknown.is_empty();
        self.problems.extend(unknown.into_iter().map(|error| self.file.inside(id, error)));
        is_known.then_some(pattern)
    }

    fn unknown_slot(&self, slot: &str, span: Span) -> Option<ClaimError> {
        if self.names.reference(slot).is_some() {
            return None;
        }
        let meant = nearest(slot, std::iter::once("value").chain(self.names.all()));
        let help = match meant {
            Some(meant) => format!("Did you mean `{{{meant}}}`?"),
            None => "A slot is `{value}`, or the id of an entity: `{summit}`.".to_owned(),
        };
        let message = format!("`{slot}` is neither `value` nor an entity.");
        Some(ClaimError::new("unknown-slot", span, message, "unknown slot").help(help))
    }

    fn source(&mut self, entry: Option<&SourceEntry>) -> Option<Source> {
        match entry? {
            SourceEntry::Name(name) => {
                Some(Source { name: self.file.text(*name).trim().to_owned(), ..Source::default() })
            }
            SourceEntry::Full(details) => Some(Source {
                name: details.name.map_or(String::new(), |name| self.file.text(name).trim().to_owned()),
                url: details.url.map(|url| self.file.text(url).trim().to_owned()),
                date: self.day(details.date),
            }),
        }
    }

    fn day(&mut self, id: Option<ScalarId>) -> Option<Date> {
        self.date(id).and_then(|date| date.from)
    }

    fn day_at_end(&mut self, id: Option<ScalarId>) -> Option<Date> {
        self.date(id).and_then(|date| date.to)
    }

    fn date(&mut self, id: Option<ScalarId>) -> Option<crate::value::DateSet> {
        let id = id?;
        let text = self.file.text(id);
        let found = date::parse(text);
        if found.is_none() {
            let error = super::claim::period::bad_date(Span::new(0, text.len()), text.trim(), None);
            self.problems.push(self.file.inside(id, error));
        }
        found
    }

    fn severity(&mut self, id: Option<ScalarId>) -> Option<Severity> {
        let id = id?;
        let words = [("error", Severity::Error), ("warning", Severity::Warning), ("info", Severity::Info)];
        self.word(
            id,
            "unknown-severity",
            "a severity",
            &words,
            &[("warn", "warning"), ("fatal", "error"), ("hint", "info")],
        )
    }

    fn translated(&mut self, id: Option<ScalarId>) -> bool {
        let words = [("verbatim", false), ("translated", true)];
        id.and_then(|id| self.word(id, "unknown-quote", "a way to compare quotations", &words, &[])).unwrap_or(false)
    }

    /// One of a few words; others are reported.
    fn word<T: Copy>(
        &mut self,
        id: ScalarId,
        code: &'static str,
        what: &str,
        words: &[(&'static str, T)],
        others: &[(&str, &str)],
    ) -> Option<T> {
        let word = self.file.text(id).trim();
        if let Some((_, found)) = words.iter().find(|(known, _)| *known == word) {
            return Some(*found);
        }
        let lower = word.to_lowercase();
        let meant = others.iter().find(|(other, _)| *other == lower).map(|(_, meant)| *meant);
        let meant = meant.or_else(|| nearest(&lower, words.iter().map(|(known, _)| *known)));
        let help = match meant {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => {
                format!("Write {}.", words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>().join(" or "))
            }
        };
        let problem = self.file.problem(code, id, format!("`{word}` is not {what}."), "unknown word");
        self.problems.push(problem.help(help));
        None
    }

    fn tests(&self, raw: Option<&raw::Tests>) -> Tests {
        let Some(raw) = raw else { return Tests::default() };
        let sentences = |texts: &raw::Texts| {
            texts
                .0
                .iter()
                .map(|id| TestSentence { text: self.file.text(*id).to_owned(), span: self.file.words(*id) })
                .collect()
        };
        Tests {
            conflict: sentences(&raw.conflict),
            imprecise: sentences(&raw.imprecise),
            supported: sentences(&raw.supported),
            silent: sentences(&raw.silent),
        }
    }
}

pub(super) fn texts(file: &RawFile, texts: &raw::Texts) -> Vec<String> {
    texts.0.iter().map(|id| file.text(*id).trim().to_owned()).collect()
}
