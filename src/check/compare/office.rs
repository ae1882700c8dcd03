//! Who holds an office at the time spoken of: "Secretary of State Marco Rubio", "the mayor, Lorraine Tibbs", "has been
//! mayor since 2019".

mod deed;
mod holder;
mod portfolio;
mod term;
mod title;

use super::name::{Stated, same_name};
use crate::check::Verdict;
use crate::check::frame::{Frame, FrameShape};
use crate::check::scene::Sentence;
use crate::check::unify::is_told_of_elsewhere;
use crate::check::verdict::{Judged, voice_of};
use crate::rulebook::{EntityId, FactId, Kind};
use crate::syntax::Upos;
use crate::value::{Precision, Value};
use holder::Link;
use jiff::civil::Date;
pub use portfolio::is_otherwise as has_another_charge;
pub use term::judge_stretch;
use title::{Occurrence, Prefix, Title};

/// A holder of an office with the term the rules give.
#[derive(Clone, Debug)]
struct Holder {
    entity: Option<EntityId>,
    name: String,
    term: Option<crate::rulebook::claim::ast::Term>,
    fact: FactId,
    elect: bool,
}

/// Judges every occurrence of the frame's title that stands beside a name, and what is said of the term.
pub fn judge(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let FrameShape::Office { term, .. } = &frame.shape else { return };
    let first = out.len();
    judge_all(frame, sentence, out);
    // Who held the office when an undated article was written is unknown, unless it speaks of days in the term.
    let from = term.and_then(|term| term.from).or(sentence.scene.fact(frame).as_of).or(sentence.scene.date);
    if from.is_some_and(|from| !sentence.scene.reaches(from)) {
        let mut at = 0;
        out.retain(|judged| {
            at += 1;
            at <= first || judged.verdict == Verdict::Supported
        });
    }
}

fn judge_all(frame: &Frame, sentence: &Sentence, out: &mut Vec<Judged>) {
    let Some(title) = Title::of(frame, sentence) else { return };
    let found = title.find(sentence);
    let misdated = term::judge(frame, sentence, &title, &found, out);
    if !found.is_empty() {
        let holders = holders(&title, sentence);
        for occurrence in &found {
            sentence.note(frame, occurrence.head, || {
                format!(
                    "the title, {:?}, {}",
                    occurrence.prefix,
                    if occurrence.owned { "with its owner" } else { "bare" }
                )
            });
            // "The governor before her".
            let before = sentence.forms.get(occurrence.phrase.end).is_some_and(|form| form == "before");
            if before || misdated.contains(&occurrence.head) || is_told_of_elsewhere(frame, sentence, occurrence.head) {
                continue;
            }
            if let Some((name, link)) = holder::of(sentence, occurrence) {
                Case { frame, sentence, title: &title, occurrence, name: &name, link, holders: &holders }.judge(out);
            }
        }
    }
    portfolio::judge(frame, sentence, &title, out);
    deed::judge(frame, sentence, &title, out);
}

/// Whether the mention names a person, known or by the look of the name.
pub fn person_named(sentence: &Sentence, mention: &crate::article::mention::Mention) -> bool {
    holder::person(sentence, mention).is_some()
}

/// A title beside a name.
struct Case<'c, 's, 'a> {
    frame: &'c Frame,
    sentence: &'c Sentence<'s, 'a>,
    title: &'c Title,
    occurrence: &'c Occurrence,
    name: &'c Stated,
    link: Link,
    holders: &'c [Holder],
}

impl Case<'_, '_, '_> {
    fn judge(&self, out: &mut Vec<Judged>) {
        // What stands beside a name is presupposed, however the clause goes on; what is equated is asserted.
        if matches!(self.link, Link::Equated { .. })
            && !matches!(voice_of(self.sentence, self.occurrence.head), Ok((_, false)))
        {
            return;
        }
        let Some(day) = self.day() else { return };
        let judgement = match (self.occurrence.prefix, self.title.elect) {
            (Prefix::Elect, true) | (Prefix::None | Prefix::Then, false) => self.plain(day),
            (Prefix::Elect, false) => self.elect(day),
            (Prefix::Former, false) => self.former(day),
            (Prefix::Deputy, false) => self.deputy(day),
            _ => None,
        };
        self.sentence.note(self.frame, self.occurrence.head, || {
            format!(
                "{:?} “{}” on {day}: {:?}",
                self.link,
                self.name.text,
                judgement.as_ref().map(|(verdict, ..)| *verdict)
            )
        });
        let Some((verdict, expected, reason, confidence)) = judgement else { return };
        let text = self.sentence.text();
        let words = self.sentence.span_of(self.occurrence.phrase.clone());
        let span = words.to(self.name.span);
        out.push(Judged {
            verdict,
            code: if verdict == Verdict::Supported { "agrees" } else { "wrong-office" },
            fact: Some(self.frame.fact),
            sentence: self.sentence.index,
            word: self.occurrence.head,
            span: if span.len() <= 160 { span } else { self.name.span },
            focus: self.name.span,
            says: span.of(text).to_owned(),
            expected,
            because: vec![format!("“{}” is the office the claim speaks of", words.of(text)), reason],
            confidence,
            suggestion: None,
        });
    }

    /// The day the statement speaks of: a date of its clause, else the article's.
    fn day(&self) -> Option<Date> {
        let today = self.sentence.scene.date;
        let date = self.own_date();
        match date {
            Some((from, to)) => match today {
                Some(today) if from <= today && to >= today => Some(today),
                _ => middle(from, to),
            },
            None => today,
        }
    }

    /// The dates of the title's clause, where it has one.
    fn own_date(&self) -> Option<(Date, Date)> {
        let date = self
            .sentence
            .date_near(self.occurrence.head, None)
            .or_else(|| self.sentence.date_near(self.name.word, None))?;
        Some((date.from?, date.to?))
    }

    fn is(&self, holder: &Holder) -> bool {
        match (holder.entity, self.name.entity) {
            (Some(a), Some(b)) => a == b,
            _ => same_name(&holder.name, &self.name.text),
        }
    }

    fn mine(&self, holder: &Holder) -> bool {
        holder.fact == self.frame.fact
    }

    fn current(&self, day: Date) -> Vec<&Holder> {
        self.holders.iter().filter(|holder| holder.elect == self.title.elect && holds(holder, day)).collect()
    }

    fn plain(&self, day: Date) -> Option<(Verdict, String, String, f32)> {
        let current = self.current(day);
        let held: Vec<&Holder> =
            self.holders.iter().filter(|holder| self.is(holder) && holder.elect == self.title.elect).collect();
        let started = |holder: &Holder| {
            holder
                .term
                .and_then(|term| term.from)
                .is_none_or(|from| self.sentence.scene.date.is_none_or(|today| from <= today))
        };
        if let Some(right) = current.iter().find(|holder| self.is(holder)) {
            return self.mine(right).then(|| {
                (Verdict::Supported, right.name.clone(), format!("{} held the office then", right.name), 0.95)
            });
        }
        // "was president in July 2025" dates itself.
        let dated = self.link == (Link::Equated { past: true }) && self.own_date().is_some();
        let past = !dated && self.speaks_of_past();
        if past && held.iter().any(|holder| started(holder)) {
            let last = held.iter().rev().find(|holder| started(holder))?;
            // Of a time that is not told the holder then may be the one meant.
            let fits = self.occurrence.prefix == Prefix::Then || self.link == (Link::Equated { past: true });
            return (fits && self.mine(last))
                .then(|| (Verdict::Supported, last.name.clone(), format!("{} once held the office", last.name), 0.7));
        }
        let right = current.first()?;
        // "Tom Grey, mayor from 2001 to 2005": the years that stand with the title are the ones meant.
        let end = self.occurrence.phrase.end;
        let behind = end..(end + 6).min(self.sentence.forms.len());
        let bound = |word: usize| matches!(self.sentence.forms[word].as_str(), "from" | "until" | "till" | "between");
        let dated = |word: usize| {
            let value = self.sentence.value_at(word);
            value.is_some_and(|value| matches!(value.mention.readings.first(), Some(Value::Date(_))))
        };
        if behind.clone().any(bound) && behind.clone().any(dated) {
            return None;
        }
        // "Before her, Ann Pell was president": of a time that nobody gives.
        let undated = self.link == (Link::Equated { past: true }) && self.own_date().is_none();
        let other_time = |form: &String| {
            matches!(
                form.as_str(),
                "before" | "after" | "previously" | "earlier" | "once" | "until" | "formerly" | "then" | "when"
            )
        };
        if undated && self.sentence.forms.iter().any(other_time) {
            return None;
        }
        if !self.mine(right)
            || !self.is_somebody_else(day)
            || self.occurrence.prefix == Prefix::Then && self.own_date().is_none()
        {
            return None;
        }
        // Today's title for what the holder did before taking office is a paper's habit.
        if held.iter().any(|holder| {
            started(holder)
                && holder.term.is_none_or(|term| {
                    term.to.is_none_or(|to| self.sentence.scene.date.is_none_or(|today| to >= today))
                })
        }) {
            return None;
        }
        let reason = match held.first() {
            Some(other) => {
                format!("{} does not hold the office at the time spoken of; {} does", other.name, right.name)
            }
            None => format!("{} holds the office at the time spoken of", right.name),
        };
        Some((Verdict::Conflict, right.name.clone(), reason, if self.name.entity.is_some() { 0.92 } else { 0.85 }))
    }

    /// Whether the clause is about a time that it does not date: "when President X came", "X was the mayor".
    fn speaks_of_past(&self) -> bool {
        if self.occurrence.prefix == Prefix::Then || self.link == (Link::Equated { past: true }) {
            return true;
        }
        let first = self.sentence.mention_at(self.name.word).map_or(self.name.word, |mention| mention.words.start);
        let before = |word: usize| word.checked_sub(1).map(|word| self.sentence.forms[word].as_str());
        if [self.occurrence.phrase.start, first]
            .into_iter()
            .any(|word| matches!(before(word), Some("since" | "under" | "until" | "unlike" | "after")))
        {
            return true;
        }
        let clause = self.sentence.clause(self.occurrence.head);
        let subordinate = self.sentence.tree.children(clause).any(|child| {
            matches!(self.sentence.forms[child].as_str(), "when" | "after" | "before" | "while" | "until" | "since")
        });
        let perfect = self.sentence.tree.children(clause).any(|child| self.sentence.forms[child] == "had");
        let earlier = self.sentence.forms.iter().any(|form| {
            matches!(form.as_str(), "earlier" | "previously" | "formerly" | "once" | "ago" | "decades" | "predecessor")
        });
        // A date further up the sentence or in the one before may still hold.
        let dated = self.sentence.values.iter().any(|value| {
            matches!(value.mention.readings.first(), Some(Value::Date(date)) if date.precision >= Precision::Day && date.to.is_some_and(|to| self.sentence.scene.date.is_some_and(|today| (today - to).get_days() > 60)))
        });
        subordinate || perfect || earlier || dated
    }

    /// Whether the name is surely a person other than the holder, and the office surely this one.
    fn is_somebody_else(&self, day: Date) -> bool {
        if !self.name.proper || self.holds_like_office(day) {
            return false;
        }
        if self.occurrence.owned {
            return true;
        }
        let scene = self.sentence.scene;
        let entities = &self.sentence.base().entities;
        let owner_named = self.title.owners.is_empty() || self.title.owners.iter().any(|owner| scene.is_named(*owner));
        let owner_is_topic = self.title.owners.iter().any(|owner| scene.is_topic(*owner));
        // What the rules' own subject makes likely: their people, and titles that say which office it is.
        let about = !scene.fact(self.frame).about.is_empty();
        let known = self.title.is_specific() || self.name.entity.is_some();
        if !owner_named && !self.holder_named() && !(about && known) {
            return false;
        }
        let of_place = self.title.owners.iter().any(|owner| entities.kind_of(*owner) == Some(Kind::Place));
        // Every company, club and film has a director or a manager; a place has one mayor.
        if !of_place && !self.title.is_specific() {
            let main = self.occurrence.definite
                && self.link == Link::Apposition
                && self.title.owners.first().is_some_and(|owner| scene.is_main(*owner));
            return (main || self.owner_near()) && !self.other_owner_near();
        }
        if self.name.entity.is_some_and(|_| self.holders.iter().any(|holder| self.is(holder))) {
            return true;
        }
        // "Over in Corley, Mayor Orr": whatever the article is about.
        owner_is_topic && (self.link != Link::Before || !self.other_owner_in(self.sentence))
            || self.occurrence.definite
            || !self.other_owner_near()
    }

    /// The owner is named in this sentence or the one before.
    fn owner_near(&self) -> bool {
        self.near()
            .iter()
            .any(|sentence| self.title.owners.iter().any(|owner| sentence.mentions_of(*owner).next().is_some()))
    }

    /// This sentence and the one before.
    fn near(&self) -> Vec<Sentence<'_, '_>> {
        let before = self.sentence.index.checked_sub(1).map(|index| Sentence { scene: self.sentence.scene, index });
        before.into_iter().chain([*self.sentence]).collect()
    }

    fn holder_named(&self) -> bool {
        self.holders.iter().any(|holder| holder.entity.is_some_and(|entity| self.sentence.scene.is_named(entity)))
    }

    /// Another place or organization in the sentence or the one before could own the office.
    fn other_owner_near(&self) -> bool {
        self.near().iter().any(|sentence| self.other_owner_in(sentence))
    }

    fn other_owner_in(&self, sentence: &Sentence) -> bool {
        let entities = &self.sentence.base().entities;
        sentence.mentions.iter().any(|mention| {
            if sentence.index == self.sentence.index
                && (mention.words.contains(&self.name.word) || self.occurrence.phrase.contains(&mention.head))
            {
                return false;
            }
            match mention.entity.map(EntityId) {
                Some(entity) => {
                    let kind = entities.kind_of(entity);
                    let own_kind = self.title.owners.first().and_then(|owner| entities.kind_of(*owner));
                    // A bank near by has no finance minister.
                    let of_state = own_kind == Some(Kind::Place) && self.title.is_specific();
                    let owns = matches!(kind, Some(Kind::Place)) || kind == Some(Kind::Organization) && !of_state;
                    (owns || kind == own_kind && kind.is_some())
                        && !self
                            .title
                            .owners
                            .iter()
                            .any(|owner| entities.within(entity, *owner) || entities.within(*owner, entity))
                }
                None => {
                    matches!(mention.what, crate::article::mention::What::Other)
                        && sentence.upos(mention.head) == Upos::Propn
                        && sentence.has_case(mention.head, &["in", "from", "of"])
                }
            }
        })
    }

    fn former(&self, day: Date) -> Option<(Verdict, String, String, f32)> {
        let today = self.sentence.scene.date.unwrap_or(day);
        if let Some(right) = self.current(today).iter().find(|holder| self.is(holder)) {
            return self.mine(right).then(|| {
                (
                    Verdict::Conflict,
                    format!("{}, in office", right.name),
                    format!("{} holds the office now", right.name),
                    0.9,
                )
            });
        }
        let over = self
            .holders
            .iter()
            .find(|holder| self.is(holder) && holder.term.and_then(|term| term.to).is_some_and(|to| to <= today))?;
        self.mine(over).then(|| (Verdict::Supported, over.name.clone(), "the term is over".into(), 0.9))
    }

    fn elect(&self, day: Date) -> Option<(Verdict, String, String, f32)> {
        if let Some(right) = self.current(day).iter().find(|holder| self.is(holder)) {
            // A rule of its own for the time before says more.
            return self.mine(right).then(|| {
                (
                    Verdict::Conflict,
                    format!("{}, in office", right.name),
                    format!("{} has taken office", right.name),
                    0.85,
                )
            });
        }
        let coming = self
            .holders
            .iter()
            .find(|holder| self.is(holder) && holder.term.and_then(|term| term.from).is_some_and(|from| from > day))?;
        self.mine(coming).then(|| (Verdict::Supported, coming.name.clone(), "the term has not begun".into(), 0.9))
    }

    fn deputy(&self, day: Date) -> Option<(Verdict, String, String, f32)> {
        let right = *self.current(day).iter().find(|holder| self.is(holder))?;
        if !self.mine(right) || right.term.is_some_and(|term| term.from_precision > Precision::Month) {
            return None;
        }
        Some((Verdict::Conflict, right.name.clone(), format!("{} holds the office itself", right.name), 0.85))
    }

    /// Whether the named person holds, or held that day, another office of the same name: President Putin is no wrong
    /// American president.
    fn holds_like_office(&self, day: Date) -> bool {
        let Some(entity) = self.name.entity else { return false };
        // An alias such as "President Putin" carries the person's own title along, whatever stands around it.
        let own_title =
            self.sentence.mention_at(self.occurrence.head).is_some_and(|mention| mention.entity == Some(entity.0));
        if self.occurrence.owned && !own_title {
            return false;
        }
        let named_so = self.sentence.base().rulebook.entities.get(entity.0).is_some_and(|person| {
            person.classes.iter().any(|class| {
                let current = class.from.is_none_or(|from| from <= day) && class.to.is_none_or(|to| day <= to);
                current && class.title.to_lowercase().split_whitespace().any(|word| word == self.title.head)
            })
        });
        if named_so && own_title {
            return true;
        }
        self.sentence.base().frames_with(entity).any(|other| {
            let FrameShape::Office { term, holder, .. } = &other.shape else { return false };
            *holder == Some(entity)
                && (term.is_none_or(|term| term.contains(day)) || !self.title.is_specific())
                && Title::of(other, self.sentence).is_some_and(|theirs| {
                    // A housing minister is not called "Prime Minister".
                    theirs.head == self.title.head
                        && (theirs.before == self.title.before || theirs.elect)
                        && !theirs.same_office(self.title)
                })
        })
    }
}

fn middle(from: Date, to: Date) -> Option<Date> {
    from.checked_add(jiff::Span::new().days(i64::from((to - from).get_days()) / 2)).ok()
}

fn holds(holder: &Holder, day: Date) -> bool {
    holder.term.is_none_or(|term| term.contains(day))
}

/// Whether another claim makes the person a holder of the frame's office, and if so whether on `day`.
pub fn held_otherwise(frame: &Frame, sentence: &Sentence, person: EntityId, day: Option<Date>) -> Option<bool> {
    let title = Title::of(frame, sentence)?;
    let holders = holders(&title, sentence);
    let mut theirs =
        holders.iter().filter(|holder| holder.entity == Some(person) && holder.fact != frame.fact).peekable();
    theirs.peek()?;
    Some(day.is_some_and(|day| theirs.any(|holder| holds(holder, day))))
}

/// All holders of the office that the rules know, by time.
fn holders(title: &Title, sentence: &Sentence) -> Vec<Holder> {
    use crate::check::frame::Expected;
    let base = sentence.base();
    let mut found: Vec<Holder> = Vec::new();
    for other in title.facts(base).into_iter().map(|id| base.frame(id)) {
        let FrameShape::Office { term, .. } = &other.shape else { continue };
        let Some(theirs) = Title::of(other, sentence) else { continue };
        if !(theirs.same_office(title) || Title { elect: title.elect, ..theirs.clone() }.same_office(title)) {
            continue;
        }
        for expected in other.answers.iter().flat_map(|answer| &answer.accepted) {
            let (entity, name) = match expected {
                Expected::Entity(entity) => (Some(*entity), base.entities.name_of(*entity).to_owned()),
                Expected::Name(name) => (None, name.clone()),
                _ => continue,
            };
            found.push(Holder { entity, name, term: *term, fact: other.fact, elect: theirs.elect });
        }
    }
    found.sort_by_key(|holder| holder.term.and_then(|term| term.from));
    found
}
