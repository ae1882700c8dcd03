//! `entities:` of all files → one list. Definitions of one id are merged where they agree.

use super::claim::ClaimError;
use super::claim::ast::Term;
use super::claim::period;
use super::fact::{Class, Entity, EntityId, Kind, Origin, Spots};
use super::names::NameIndex;
use super::problem::Problem;
use super::read::RawFile;
use super::suggest::{nearest, slug};
use super::yaml::ScalarId;
use super::{date, raw};
use crate::span::Span;
use crate::value::DateSet;
use std::collections::HashMap;

/// All entities with their references resolved, the index of their names, and what is wrong with them.
pub fn entities(files: &[RawFile]) -> (Vec<Entity>, NameIndex, Vec<Problem>) {
    let mut problems = Vec::new();
    let drafts = drafts(files, &mut problems);
    let mut entities: Vec<Entity> = drafts.iter().map(Draft::entity).collect();
    let mut index = NameIndex::new(&entities);
    for (at, draft) in drafts.iter().enumerate() {
        let mut link = Link { files, entities: &mut entities, index: &mut index, problems: &mut problems };
        let within = draft.within.as_ref().map(|written| link.place(written));
        let place = draft.place.as_ref().map(|written| link.place(written));
        let participants: Vec<(EntityId, Origin)> =
            draft.participants.iter().filter_map(|written| link.participant(written)).collect();
        let entity = &mut entities[at];
        entity.within = within;
        entity.place = place;
        entity.spots.within = draft.within.as_ref().map(|written| written.origin);
        entity.spots.place = draft.place.as_ref().map(|written| written.origin);
        entity.participants = participants.iter().map(|(id, _)| *id).collect();
        entity.spots.participants = participants.iter().map(|(_, origin)| *origin).collect();
    }
    // Now that `in:` is known, the index must know it too.
    let index = NameIndex::new(&entities);
    (entities, index, problems)
}

/// Something written at a place.
#[derive(Clone, Debug)]
struct Written<T> {
    value: T,
    origin: Origin,
}

/// An entity as its definitions say, references unresolved.
#[derive(Debug, Default)]
struct Draft {
    id: String,
    origin: Origin,
    name: Option<Written<String>>,
    kind: Option<Written<Kind>>,
    also: Vec<Written<String>>,
    demonym: Option<Written<String>>,
    within: Option<Written<String>>,
    when: Option<Written<DateSet>>,
    place: Option<Written<String>>,
    participants: Vec<Written<String>>,
    about: Vec<String>,
    classes: Vec<Class>,
}

fn drafts(files: &[RawFile], problems: &mut Vec<Problem>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for file in files {
        for (key, raw) in &file.raw.entities {
            let id = file.text(*key).trim().to_owned();
            let at = *by_id.entry(id.clone()).or_insert_with(|| {
                drafts.push(Draft { id, origin: origin(file, *key), ..Draft::default() });
                drafts.len() - 1
            });
            Merge { file, files, draft: &mut drafts[at], problems }.definition(raw);
        }
    }
    drafts
}

impl Draft {
    fn entity(&self) -> Entity {
        let name = self.name.as_ref().map_or(&self.id, |name| &name.value).clone();
        Entity {
            id: self.id.clone(),
            name,
            kind: self.kind.as_ref().map(|kind| kind.value),
            also: self.also.iter().map(|also| also.value.clone()).collect(),
            demonym: self.demonym.as_ref().map(|demonym| demonym.value.clone()),
            within: None,
            when: self.when.as_ref().map(|when| when.value.clone()),
            place: None,
            participants: Vec::new(),
            about: self.about.clone(),
            classes: self.classes.clone(),
            origin: self.origin,
            spots: Spots {
                name: self.name.as_ref().map_or(self.origin, |name| name.origin),
                also: self.also.iter().map(|also| also.origin).collect(),
                demonym: self.demonym.as_ref().map(|demonym| demonym.origin),
                ..Spots::default()
            },
        }
    }
}

/// One definition on its way into a draft.
struct Merge<'a> {
    file: &'a RawFile,
    files: &'a [RawFile],
    draft: &'a mut Draft,
    problems: &'a mut Vec<Problem>,
}

impl Merge<'_> {
    fn definition(&mut self, raw: &raw::Entity) {
        let text = |id: Option<ScalarId>| id.map(|id| self.written(id));
        let (name, demonym, within, place) = (text(raw.name), text(raw.demonym), text(raw.within), text(raw.place));
        let kind = raw.kind.and_then(|id| self.kind(id));
        let when = raw.when.and_then(|id| self.when(id));
        let (file, files) = (self.file, self.files);
        let mut agree = Agree { file, files, id: &self.draft.id, problems: self.problems };
        agree.on("name", &mut self.draft.name, name);
        agree.on("kind", &mut self.draft.kind, kind);
        agree.on("demonym", &mut self.draft.demonym, demonym);
        agree.on("in", &mut self.draft.within, within);
        agree.on("where", &mut self.draft.place, place);
        agree.on("when", &mut self.draft.when, when);
        for id in &raw.also.0 {
            let also = self.written(*id);
            if !self.draft.also.iter().any(|other| other.value == also.value) {
                self.draft.also.push(also);
            }
        }
        for id in &raw.participants.0 {
            let participant = self.written(*id);
            if !self.draft.participants.iter().any(|other| other.value == participant.value) {
                self.draft.participants.push(participant);
            }
        }
        for id in &raw.about.0 {
            let about = self.file.text(*id).trim().to_owned();
            if !self.draft.about.contains(&about) {
                self.draft.about.push(about);
            }
        }
        for id in &raw.is.0 {
            self.class(*id);
        }
    }

    fn written(&self, id: ScalarId) -> Written<String> {
        Written { value: self.file.text(id).trim().to_owned(), origin: origin(self.file, id) }
    }

    fn kind(&mut self, id: ScalarId) -> Option<Written<Kind>> {
        let word = self.file.text(id).trim();
        let found = KINDS.iter().find(|(name, _)| *name == word);
        if let Some((_, kind)) = found {
            return Some(Written { value: *kind, origin: origin(self.file, id) });
        }
        let meant = match word.to_lowercase().as_str() {
            "company" | "organisation" | "org" | "team" | "club" | "party" => Some("organization"),
            "country" | "city" | "state" | "region" | "location" | "building" => Some("place"),
            "people" | "man" | "woman" | "human" | "politician" => Some("person"),
            "book" | "film" | "movie" | "painting" | "song" => Some("work"),
            "object" | "product" => Some("thing"),
            lower => nearest(lower, KINDS.iter().map(|(name, _)| *name)),
        };
        let problem =
            self.file.problem("unknown-kind", id, format!("`{word}` is not a kind of entity."), "unknown kind");
        self.problems.push(problem.help(match meant {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => "A kind is person, place, organization, event, group, work or thing.".to_owned(),
        }));
        None
    }

    fn when(&mut self, id: ScalarId) -> Option<Written<DateSet>> {
        let text = self.file.text(id);
        if let Some(date) = date::parse(text) {
            return Some(Written { value: date, origin: origin(self.file, id) });
        }
        let whole = Span::new(0, text.len());
        if text.contains("..") || text.contains(" to ") {
            match period::term(text, whole) {
                Ok(term) => return Some(Written { value: stretch(&term.value), origin: origin(self.file, id) }),
                Err(error) => self.problems.push(self.file.inside(id, error)),
            }
            return None;
        }
        self.problems.push(self.file.inside(id, period::bad_date(whole, text.trim(), None)));
        None
    }

    /// `president of Russia, 2012-05-07..`.
    fn class(&mut self, id: ScalarId) {
        let text = self.file.text(id);
        let (title, term) = match split_term(text) {
            Ok(split) => split,
            Err(error) => {
                self.problems.push(self.file.inside(id, error));
                return;
            }
        };
        let same = |class: &Class| class.title == title && class.term == term;
        if self.draft.classes.iter().any(same) {
            return;
        }
        let origin = origin(self.file, id);
        let (from, to) = term.map_or((None, None), |term| (term.from, term.to));
        self.draft.classes.push(Class { title: title.to_owned(), from, to, span: origin.span, term, origin });
    }
}

/// `TITLE, TERM`: the last comma counts, where a period follows it.
fn split_term(text: &str) -> Result<(&str, Option<Term>), ClaimError> {
    let cut = text.rfind(',').map(|comma| (comma, comma + 1)).filter(|(_, behind)| is_period(text[*behind..].trim()));
    let cut = cut.or_else(|| {
        let space = text.trim_end().rfind(' ')?;
        text[space..].contains("..").then_some((space, space + 1))
    });
    let Some((end, start)) = cut else { return Ok((text.trim(), None)) };
    let words = text[start..].trim();
    let start = start + text[start..].find(words).unwrap_or(0);
    let title = text[..end].trim();
    if title.is_empty() {
        let span = Span::new(start, start + words.len());
        return Err(ClaimError::new("missing-title", span, "A period stands here without an office.", "which office?")
            .help("For example `president of Russia, 2012-05-07..`."));
    }
    let term = period::term(text, Span::new(start, start + words.len()))?;
    Ok((title, Some(term.value)))
}

/// Whether words behind the last comma are meant for a period.
fn is_period(words: &str) -> bool {
    let keyword = ["since ", "until ", "from "].iter().any(|keyword| words.starts_with(keyword));
    words.contains("..") || keyword || date::looks_like(words) || date::parse(words).is_some()
}

fn stretch(term: &Term) -> DateSet {
    DateSet {
        from: term.from,
        to: term.to,
        precision: term.from_precision.max(term.to_precision),
        relative: false,
        hedge: crate::value::Hedge::Exact,
        weekday_agrees: None,
    }
}

/// Two definitions of one entity must agree.
struct Agree<'a> {
    file: &'a RawFile,
    files: &'a [RawFile],
    id: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Agree<'_> {
    fn on<T: PartialEq>(&mut self, key: &str, old: &mut Option<Written<T>>, new: Option<Written<T>>) {
        let Some(new) = new else { return };
        let Some(first) = old else {
            *old = Some(new);
            return;
        };
        if first.value == new.value {
            return;
        }
        let path = self.files.get(first.origin.file).map_or("", |file| file.path.as_str());
        let message = format!("`{}` is defined twice, and the two do not agree on `{key}`.", self.id);
        self.problems.push(
            Problem::error("entity-defined-twice", &self.file.path, new.origin.span, message, "here one thing")
                .related(path, first.origin.span, "there another")
                .help("If it is the same entity, make the two agree; if not, give one of them another id."),
        );
    }
}

/// Words that refer to entities → entities.
struct Link<'a> {
    files: &'a [RawFile],
    entities: &'a mut Vec<Entity>,
    index: &'a mut NameIndex,
    problems: &'a mut Vec<Problem>,
}

impl Link<'_> {
    /// `in:` and `where:` may name a place that no file defines; it becomes an entity of its own.
    fn place(&mut self, written: &Written<String>) -> EntityId {
        if let Some(id) = self.index.reference(&written.value) {
            return id;
        }
        if let Some(meant) = nearest(&written.value, self.index.all()) {
            let problem = Problem::error(
                "unknown-place",
                self.path(written),
                written.origin.span,
                format!("No rule file defines `{}`; it is taken for a place of that name.", written.value),
                "not defined anywhere",
            );
            self.problems.push(problem.help(format!("Did you mean `{meant}`?")).as_warning());
        }
        let id = EntityId(self.entities.len());
        let entity = Entity::implicit_place(slug(&written.value), written.value.clone(), written.origin);
        self.index.insert(id, &entity);
        self.entities.push(entity);
        id
    }

    fn participant(&mut self, written: &Written<String>) -> Option<(EntityId, Origin)> {
        if let Some(id) = self.index.reference(&written.value) {
            return Some((id, written.origin));
        }
        let problem = Problem::error(
            "unknown-entity",
            self.path(written),
            written.origin.span,
            format!("No rule file defines `{}`.", written.value),
            "not defined anywhere",
        );
        let help = match nearest(&written.value, self.index.all()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("Add it under `entities:`: `{}: {{name: {}}}`.", slug(&written.value), written.value),
        };
        self.problems.push(problem.help(help));
        None
    }

    fn path(&self, written: &Written<String>) -> &str {
        self.files.get(written.origin.file).map_or("", |file| file.path.as_str())
    }
}

fn origin(file: &RawFile, id: ScalarId) -> Origin {
    Origin { file: file.index, span: file.words(id) }
}

const KINDS: [(&str, Kind); 7] = [
    ("person", Kind::Person),
    ("place", Kind::Place),
    ("organization", Kind::Organization),
    ("event", Kind::Event),
    ("group", Kind::Group),
    ("work", Kind::Work),
    ("thing", Kind::Thing),
];
