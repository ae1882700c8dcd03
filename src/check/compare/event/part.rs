//! One part of a sentence claim against what stands in its place in a statement.

use crate::article::BlockKind;
use crate::article::clause::is_rejected;
use crate::article::coreference::Known;
use crate::article::mention::{How, What};
use crate::article::reading::ValueAt;
use crate::check::compare::age::is_age;
use crate::check::compare::amount::{comparable, counted_noun, own_noun};
use crate::check::compare::name::{NameMatch, Stated, compare as compare_name, same_name, stated};
use crate::check::frame::sentence::rank_after;
use crate::check::frame::{Answer, Expected, Frame, Part, PartKind, Role};
use crate::check::scene::Sentence;
use crate::check::site::{Site, SiteForm, Slot, is_passive, slots_of};
use crate::check::unify::is_other;
use crate::check::verdict::voice_of;
use crate::lexicon::{Concept, words};
use crate::rulebook::EntityId;
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use crate::value::{self, Agreement, Amount, DateSet, Kind, Op, Precision, Value};

/// How a part of the claim stands in the statement.
#[derive(Clone, Debug)]
pub enum PartFit {
    /// It is there. `named`: by its own name or the claim's own word.
    Match { word: usize, because: String, agreement: Agreement, named: bool },
    /// A pronoun or description that may be it, or it stands elsewhere in the sentence.
    Maybe,
    /// Something else of the same kind stands in its place.
    Other(Difference),
    /// Something stands in its place that cannot be compared with it.
    Stranger(usize),
    /// Its place is empty.
    Missing,
}

impl PartFit {
    /// As signs name it.
    pub fn state(&self) -> &'static str {
        match self {
            PartFit::Match { named: true, .. } => "named",
            PartFit::Match { .. } => "there",
            PartFit::Maybe => "maybe",
            PartFit::Other(_) => "other",
            PartFit::Stranger(_) => "stranger",
            PartFit::Missing => "missing",
        }
    }
}

/// What the statement has instead of the claim's part.
#[derive(Clone, Debug)]
pub struct Difference {
    pub word: usize,
    pub span: Span,
    pub says: String,
    pub expected: String,
    pub because: String,
    pub kind: DifferenceKind,
    pub entity: Option<EntityId>,
    /// A day so close to the claim's that it can only be a slip about the same event.
    pub near: bool,
    /// Its place leaves no other role for it.
    pub firm: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    Name,
    /// A common noun in the place of another.
    Noun,
    Date,
    Number,
}

/// A word in the place of a part; `firm` where the place leaves no other role for it.
#[derive(Clone, Copy, Debug)]
struct Filler {
    word: usize,
    firm: bool,
}

/// How `part` stands at `site`.
pub fn fit(frame: &Frame, sentence: &Sentence, site: &Site, part: &Part) -> PartFit {
    match &part.what {
        PartKind::Value(expected) if expected.kind() == Kind::Date => date_fit(sentence, site, part, expected),
        PartKind::Value(expected) => value_fit(frame, sentence, site, part, expected, None),
        PartKind::Counted(expected, concept) => counted_fit(frame, sentence, site, part, expected, concept),
        PartKind::Entity(entity) => {
            let fit = best(
                fillers(frame, sentence, site, &part.role)
                    .into_iter()
                    .map(|filler| entity_fit(frame, sentence, *entity, filler)),
            );
            match fit {
                PartFit::Missing if sentence.mentions_of(*entity).next().is_some() => PartFit::Maybe,
                fit => fit,
            }
        }
        PartKind::Words(concept) => {
            let fit = best(
                fillers(frame, sentence, site, &part.role)
                    .into_iter()
                    .map(|filler| words_fit(frame, sentence, part, concept, filler)),
            );
            match fit {
                PartFit::Missing if !concept.find(&sentence.tree, &sentence.forms).is_empty() => PartFit::Maybe,
                fit => fit,
            }
        }
    }
}

/// The surest of several fits: what matches stands before what differs.
fn best(fits: impl Iterator<Item = PartFit>) -> PartFit {
    let rank = |fit: &PartFit| match fit {
        PartFit::Match { named: true, .. } => 5,
        PartFit::Match { .. } => 4,
        PartFit::Maybe => 3,
        PartFit::Other(_) => 2,
        PartFit::Stranger(_) => 1,
        PartFit::Missing => 0,
    };
    fits.max_by_key(rank).unwrap_or(PartFit::Missing)
}

fn entity_fit(frame: &Frame, sentence: &Sentence, entity: EntityId, filler: Filler) -> PartFit {
    let Filler { word, firm } = filler;
    let entities = &sentence.base().entities;
    if is_rejected(&sentence.tree, &sentence.forms, word) {
        return PartFit::Missing;
    }
    let stranger = || if firm { PartFit::Stranger(word) } else { PartFit::Missing };
    let lemma = sentence.lemma(word).to_lowercase();
    if let Some(name) = stated(sentence, word)
        && (name.entity.is_some() || name.proper)
    {
        let answer = Answer { accepted: vec![Expected::Entity(entity)] };
        if is_other(sentence, word) || name.how >= How::Alias && is_another(frame, sentence, word) {
            return stranger();
        }
        return match compare_name(frame, sentence, &name, &answer) {
            NameMatch::Same if name.how <= How::Carried || name.entity.is_none() => PartFit::Match {
                word,
                because: format!("“{}” is {}", name.text, entities.name_of(entity)),
                agreement: Agreement::Supported,
                named: name.how <= How::Alias || name.entity.is_none(),
            },
            NameMatch::Same => PartFit::Maybe,
            NameMatch::Wider => PartFit::Maybe,
            // Another participant of the claim, in a list that the parser cut short.
            NameMatch::Different if name.entity.is_some_and(|named| shares_role(frame, entity, named)) => {
                PartFit::Maybe
            }
            NameMatch::Different
                if name.proper
                    && (name.how <= How::Alias || name.entity.is_none())
                    && (firm || entities.kind(entity.0) == Some("place")) =>
            {
                name_difference(&name, entities.name_of(entity), filler)
            }
            _ => stranger(),
        };
    }
    match sentence.mention_at(word).map(|mention| &mention.what) {
        _ if stands_for_all(frame, sentence, entity, word) => PartFit::Match {
            word,
            because: format!("“{}” are the two that the claim names", sentence.forms[word]),
            agreement: Agreement::Supported,
            named: true,
        },
        // "The 22-year-old".
        _ if lemma == "old"
            && word >= 2
            && sentence.lemma(word - 2) == "year"
            && sentence.base().entities.kind(entity.0) == Some("person") =>
        {
            if sentence.scene.is_named(entity) {
                PartFit::Maybe
            } else {
                stranger()
            }
        }
        Some(What::Pronoun(_)) => {
            if sentence.scene.is_topic(entity) {
                PartFit::Maybe
            } else {
                stranger()
            }
        }
        _ if entities.describes(entity.0, &lemma) && !is_other(sentence, word) && sentence.scene.is_named(entity) => {
            PartFit::Maybe
        }
        _ if sentence.upos(word) == Upos::Noun
            && firm
            && entities.kind(entity.0).is_some_and(|kind| words().kind_of(&lemma) == Some(kind)) =>
        {
            noun_difference(sentence, word, entities.name_of(entity))
        }
        _ => stranger(),
    }
}

/// Whether a common noun is marked as one that the article does not know yet, one of several, or somebody else's:
/// "a probe", "two budgets", "Orley's budget".
fn is_another(frame: &Frame, sentence: &Sentence, noun: usize) -> bool {
    let name = sentence.mention_at(noun).map_or(noun..noun + 1, |mention| mention.words.clone());
    sentence.tree.children(noun).filter(|child| !name.contains(child)).any(|child| {
        match sentence.tree.words[child].deprel {
            Deprel::Det => matches!(
                sentence.forms[child].as_str(),
                "a" | "an" | "another" | "any" | "some" | "every" | "each" | "no" | "many" | "several"
            ),
            Deprel::Nummod => sentence.forms[child] != "one",
            Deprel::NmodPoss => {
                let own = |entity| sentence.base().entities.has_word(entity, &sentence.forms[child]);
                sentence.upos(child) != Upos::Pron
                    && !frame.entities().any(own)
                    && sentence.entity_at(child).is_none_or(|(entity, _)| !frame.entities().any(|own| own == entity))
            }
            _ => false,
        }
    })
}

/// Whether the claim has both in the same role: "Vasko and Roth signed it".
fn shares_role(frame: &Frame, one: EntityId, other: EntityId) -> bool {
    let role =
        |entity: EntityId| frame.parts.iter().find(|part| !part.below && part.what.is(entity)).map(|part| &part.role);
    one != other && role(one).is_some() && role(one) == role(other)
}

/// "The two leaders", "both sides": both of two coordinated participants, where the article is about them.
fn stands_for_all(frame: &Frame, sentence: &Sentence, entity: EntityId, word: usize) -> bool {
    let role = frame.parts.iter().find(|part| !part.below && part.what.is(entity)).map(|part| &part.role);
    let together: Vec<EntityId> = frame
        .parts
        .iter()
        .filter(|part| !part.below && Some(&part.role) == role)
        .filter_map(|part| match part.what {
            PartKind::Entity(entity) => Some(entity),
            _ => None,
        })
        .collect();
    let plural = sentence.upos(word) == Upos::Noun && sentence.tree.words[word].xpos == "NNS";
    let both = sentence
        .tree
        .children(word)
        .any(|child| child < word && matches!(sentence.forms[child].as_str(), "two" | "both" | "neither" | "either"));
    let person = matches!(words().kind_of(&sentence.lemma(word).to_lowercase()), Some("person" | "organization"))
        || matches!(sentence.lemma(word), "side" | "party" | "country" | "nation" | "state");
    together.len() == 2
        && both
        && (plural
            || sentence.forms[word] == "man"
            || sentence.forms[word] == "side"
            || sentence.forms[word] == "woman")
        && person
        && together.iter().all(|&entity| sentence.scene.is_named(entity))
}

fn noun_difference(sentence: &Sentence, word: usize, expected: &str) -> PartFit {
    let span = sentence.tree.words[word].span;
    let says = span.of(sentence.text()).to_owned();
    PartFit::Other(Difference {
        word,
        span,
        because: format!("“{says}” is not {expected}"),
        says,
        expected: expected.to_owned(),
        kind: DifferenceKind::Noun,
        entity: None,
        near: false,
        firm: true,
    })
}

fn words_fit(frame: &Frame, sentence: &Sentence, part: &Part, concept: &Concept, filler: Filler) -> PartFit {
    let Filler { word, firm } = filler;
    if is_rejected(&sentence.tree, &sentence.forms, word) && !part.denied {
        return PartFit::Missing;
    }
    let lemma = sentence.lemma(word).to_lowercase();
    let matched = |named: bool| PartFit::Match { word, because: String::new(), agreement: Agreement::Supported, named };
    if let Some(name) = stated(sentence, word).filter(|name| name.proper)
        && let Some(own) = proper_name(part)
    {
        return name_fit(frame, &own, &name, filler);
    }
    if let Some(side) = other_side(sentence, part, word) {
        let span = sentence.span_of([side, word]);
        let says = span.of(sentence.text()).to_owned();
        return PartFit::Other(Difference {
            word,
            span,
            because: format!("“{says}” is not “{}”", part.text),
            says,
            expected: part.text.clone(),
            kind: DifferenceKind::Noun,
            entity: None,
            near: false,
            firm,
        });
    }
    if let Some(weight) = concept
        .weight_of(&lemma)
        .or_else(|| concept.at(&sentence.tree, &sentence.forms, word).map(|found| found.weight))
    {
        if is_other(sentence, word) && part.role == Role::Object {
            return PartFit::Stranger(word);
        }
        return matched(weight >= 0.85);
    }
    // "accepted Harrow" for an offer from Harrow, "the council" for its members.
    if let Some((entity, how)) = sentence.entity_at(word)
        && how <= How::Carried
        && words().kind_of(&concept.text) != Some("event")
        && frame.parts.iter().any(|other| {
            other.below
                && matches!(other.what, PartKind::Entity(own) if own == entity)
                && part.text.contains(&other.text)
        })
    {
        return matched(how <= How::Alias);
    }
    // "An emergency" for "a state of emergency".
    let lower = frame.parts.iter().any(|other| {
        other.below
            && matches!(&other.what, PartKind::Words(inner) if inner.weight_of(&lemma).is_some_and(|weight| weight >= 1.0))
            && part.text.contains(&other.text)
    });
    if lower && words().is_light(&concept.text) {
        return matched(true);
    }
    // "Physics fell" for "Physics entries fell".
    if part.role == Role::Subject
        && frame.modifiers.iter().any(|modifier| modifier.text == lemma)
        && part.text.to_lowercase().contains(&lemma)
    {
        return matched(true);
    }
    if words().is_a(&concept.text, &lemma) || words().is_a(&lemma, &concept.text) || words().is_light(&lemma) {
        return PartFit::Maybe;
    }
    if matches!(sentence.upos(word), Upos::Pron | Upos::Det | Upos::Num) {
        return PartFit::Maybe;
    }
    if !firm {
        return PartFit::Missing;
    }
    // What the noun itself lacks may stand below it: "the members of the board".
    let below = sentence
        .subtree(word)
        .into_iter()
        .any(|other| concept.weight_of(&sentence.lemma(other).to_lowercase()).is_some_and(|weight| weight >= 0.85));
    if below {
        return PartFit::Maybe;
    }
    if sentence.upos(word) == Upos::Noun && sentence.entity_at(word).is_none() && sentence.value_at(word).is_none() {
        return noun_difference(sentence, word, &part.text);
    }
    PartFit::Stranger(word)
}

/// The part's words, where they are a name that no entity bears: "at Corley Crown Court".
fn proper_name(part: &Part) -> Option<String> {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = part.text.split(' ').collect();
    let first = words.iter().position(|word| capital(word) && !matches!(*word, "The" | "A" | "An"))?;
    let name = &words[first..];
    let all = name.iter().all(|word| capital(word) || matches!(*word, "of" | "the" | "and" | "de"));
    // What opens the claim has its capital from there.
    (all && (part.role != Role::Subject || name.len() > 1)).then(|| name.join(" "))
}

/// Another name in the place of one that no entity bears.
fn name_fit(frame: &Frame, own: &str, name: &Stated, filler: Filler) -> PartFit {
    let Filler { word, firm } = filler;
    if same_name(&name.text, own) {
        let because = format!("“{}” is {own}", name.text);
        return PartFit::Match { word, because, agreement: Agreement::Supported, named: true };
    }
    if name.entity.is_some_and(|entity| frame.entities().any(|own| own == entity)) {
        return PartFit::Maybe;
    }
    // A court may sit in any town: only a court is another court.
    let kind = |name: &str| {
        let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
        let person = name.split(' ').any(|word| words().gender(word).is_some());
        (!person && words().kind_of(&last).is_some()).then_some(last)
    };
    if name.how > How::Alias && name.entity.is_some() || kind(own) != kind(&name.text) {
        return if firm { PartFit::Stranger(word) } else { PartFit::Missing };
    }
    name_difference(name, own, filler)
}

/// The stated name in the place of the one that the claim has.
fn name_difference(name: &Stated, expected: &str, filler: Filler) -> PartFit {
    PartFit::Other(Difference {
        word: filler.word,
        span: name.span,
        says: name.text.clone(),
        expected: expected.to_owned(),
        because: format!("“{}” is not {expected}", name.text),
        kind: DifferenceKind::Name,
        entity: name.entity,
        near: false,
        firm: filler.firm,
    })
}

/// "The right wrist", where the claim speaks of the left one.
fn other_side(sentence: &Sentence, part: &Part, noun: usize) -> Option<usize> {
    let own: Vec<String> = part.text.split(' ').map(str::to_lowercase).collect();
    sentence.tree.children(noun).find(|&child| {
        let lemma = sentence.lemma(child).to_lowercase();
        matches!(sentence.tree.words[child].deprel, Deprel::Amod | Deprel::Compound)
            && child < noun
            && !own.contains(&lemma)
            && own.iter().any(|word| words().exclude(word, &lemma))
    })
}

/// The day that the statement gives the event, against the claim's.
fn date_fit(sentence: &Sentence, site: &Site, part: &Part, expected: &Value) -> PartFit {
    let bound = match &part.role {
        Role::Oblique(prep) if !part.tells_when() => Some(prep.as_str()),
        _ => None,
    };
    let mut found = Vec::new();
    for candidate in &sentence.values {
        let Some(reading) = candidate.mention.readings.first().filter(|reading| reading.kind() == Kind::Date) else {
            continue;
        };
        if is_rejected(&sentence.tree, &sentence.forms, candidate.head)
            || !(tells_of(sentence, site, candidate.head)
                || is_day_of(sentence, site, candidate.head)
                || is_label(sentence, site, candidate))
            || is_bound_above(sentence, site, candidate.head)
        {
            continue;
        }
        // "On the Monday after the fire": which Monday, only the fire's day tells.
        let told_by_another = matches!(reading, Value::Date(date) if date.relative)
            && candidate.words.start > 0
            && sentence.forms[candidate.words.start - 1] == "the";
        if told_by_another {
            continue;
        }
        let case = sentence.cases(candidate.head).last().filter(|case| {
            matches!(*case, "since" | "until" | "till" | "before" | "after" | "from" | "than" | "for" | "by")
        });
        // What has been so since a day became so on it.
        let began = bound == Some("since") && case.is_none();
        if case != bound && !began {
            continue;
        }
        let comparison = value::compare(reading, Op::Equal, expected);
        found.push(match comparison.agreement {
            Agreement::Unrelated => continue,
            Agreement::Conflict => PartFit::Other(Difference {
                word: candidate.head,
                span: candidate.mention.span,
                says: candidate.mention.span.of(sentence.text()).to_owned(),
                expected: expected.describe(),
                because: comparison.because,
                kind: DifferenceKind::Date,
                entity: None,
                near: is_near(reading, expected),
                firm: true,
            }),
            agreement => PartFit::Match {
                word: candidate.head,
                because: comparison.because,
                agreement,
                named: is_close(reading),
            },
        });
    }
    best(found.into_iter())
}

/// Whether the date belongs to something that only bounds or compares: "since Una (2011)", "in the last year of his life".
fn is_bound_above(sentence: &Sentence, site: &Site, date: usize) -> bool {
    let bounds = |word: usize| sentence.has_case(word, &["since", "before", "after", "until", "than"]);
    let above = sentence.ancestors(date).into_iter().take_while(|&up| up != site.head).any(bounds);
    let below = sentence.tree.children(date).any(|child| {
        child > date
            && sentence.is(child, Deprel::Nmod)
            && sentence.has_case(child, &["of"])
            && sentence.value_at(child).is_none()
    });
    above || below
}

/// Whether two days are no more than a few weeks apart.
fn is_near(stated: &Value, expected: &Value) -> bool {
    let (Value::Date(stated), Value::Date(expected)) = (stated, expected) else { return false };
    let (Some(one), Some(other)) = (stated.from, expected.from) else { return false };
    stated.precision <= Precision::Month
        && expected.precision <= Precision::Month
        && one.until(other).is_ok_and(|span| span.get_days().abs() <= NEAR)
}

const NEAR: i32 = 31;

/// Whether a date is narrow enough to tell one event from another.
fn is_close(value: &Value) -> bool {
    matches!(value, Value::Date(DateSet { precision: Precision::Day, .. }))
}

/// Whether a value below or beside the site speaks of its event, not of another verb's or noun's.
fn tells_of(sentence: &Sentence, site: &Site, value: usize) -> bool {
    let owner = sentence.ancestors(value).into_iter().find(|&up| {
        up == site.head
            || site.words.contains(&up)
            || matches!(sentence.upos(up), Upos::Verb)
            || sentence.clause(up) == up
            || sentence.upos(up) == Upos::Noun && is_event_noun(sentence, up)
    });
    let Some(owner) = owner else { return false };
    if owner == site.head || site.words.contains(&owner) {
        return true;
    }
    // "unveiled the deal on Tuesday", where the parser hangs the day on the deal.
    let object = matches!(sentence.tree.words[owner].deprel, Deprel::Obj | Deprel::NsubjPass) && owner < value;
    if object && sentence.tree.words[owner].head == Some(site.head) && matches!(site.form, SiteForm::Verb) {
        return true;
    }
    // "The vote took place on Friday": the noun's verb only says that it happened.
    let noun_site = !matches!(site.form, SiteForm::Verb);
    noun_site
        && sentence.tree.words[site.head].head == Some(owner)
        && matches!(sentence.tree.words[site.head].deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj)
        && (words().verbs.occurring.contains(sentence.lemma(owner))
            || words().verbs.support.contains(sentence.lemma(owner)))
}

/// "14 October, when the fire broke out", "the day on which the mayor signed was 3 May": the date above a relative clause.
fn is_day_of(sentence: &Sentence, site: &Site, date: usize) -> bool {
    let tree = &sentence.tree;
    let clause = &tree.words[site.head];
    let relative =
        matches!(clause.deprel, Deprel::AclRelcl | Deprel::Acl | Deprel::Advcl | Deprel::Ccomp | Deprel::Csubj);
    let Some(above) = clause.head.filter(|_| relative) else { return false };
    let asks_when = (above + 1..site.head).any(|word| sentence.forms[word] == "when")
        || (above + 1..site.head).any(|word| {
            sentence.forms[word] == "which" && word > 0 && matches!(sentence.forms[word - 1].as_str(), "on" | "in")
        });
    let is_date = |word: usize| sentence.value_at(word).is_some_and(|value| value.words.contains(&date));
    let day = matches!(sentence.lemma(above), "day" | "date" | "year" | "month" | "night" | "morning" | "week");
    // "It was on 3 May that the mayor signed".
    let cleft = tree.children(above).any(|child| sentence.is(child, Deprel::Cop))
        && tree.children(above).any(|child| sentence.forms[child] == "it" && child < above);
    if cleft && is_date(above) {
        return true;
    }
    let told = day
        && tree
            .children(above)
            .any(|child| matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::Appos) && is_date(child))
        || day && tree.words[above].head.is_some_and(is_date);
    asks_when && (is_date(above) || told)
}

/// "12 September 2024: Pell is suspended": the date that a line of a chronicle opens with.
fn is_label(sentence: &Sentence, site: &Site, date: &ValueAt) -> bool {
    let tree = &sentence.tree;
    let opens = (0..date.words.start).all(|word| sentence.upos(word) == Upos::Punct);
    let next = date.words.end;
    let marked =
        sentence.forms.get(next).is_some_and(|form| matches!(form.as_str(), ":" | "." | "–" | "—" | "-" | "|"))
            || sentence.block == BlockKind::ListItem && sentence.upos(next.min(tree.words.len() - 1)) != Upos::Punct;
    let clause = sentence.clause(site.head);
    let main = match tree.words[clause].head {
        None => true,
        Some(up) => date.words.contains(&up) && !matches!(tree.words[clause].deprel, Deprel::AclRelcl),
    };
    opens && marked && main
}

fn is_event_noun(sentence: &Sentence, noun: usize) -> bool {
    let lemma = sentence.lemma(noun).to_lowercase();
    words().kind_of(&lemma) == Some("event")
}

fn counted_fit(
    frame: &Frame,
    sentence: &Sentence,
    site: &Site,
    part: &Part,
    expected: &Value,
    concept: &Concept,
) -> PartFit {
    if !matches!(part.role, Role::Oblique(_)) {
        // A counted subject or object: its noun must stand in its place.
        let noun = fillers(frame, sentence, site, &part.role)
            .into_iter()
            .find(|filler| concept.weight_of(&sentence.lemma(filler.word).to_lowercase()).is_some());
        if let Some(filler) = noun {
            return match value_fit(frame, sentence, site, part, expected, Some(filler.word)) {
                PartFit::Missing => PartFit::Maybe,
                fit => fit,
            };
        } else {
            if let Some(difference) = fillers(frame, sentence, site, &part.role)
                .into_iter()
                .find_map(|filler| other_unit(sentence, filler, expected, &part.text))
            {
                return PartFit::Other(difference);
            }
            return best(fillers(frame, sentence, site, &part.role).into_iter().map(|filler| {
                if matches!(sentence.upos(filler.word), Upos::Pron) {
                    PartFit::Maybe
                } else {
                    PartFit::Stranger(filler.word)
                }
            }));
        }
    }
    let found = concept
        .find(&sentence.tree, &sentence.forms)
        .into_iter()
        .filter(|found| tells_of(sentence, site, found.head) || sentence.subtree(site.head).contains(&found.head));
    best(found.map(|found| value_fit(frame, sentence, site, part, expected, Some(found.head))))
}

/// The claim's own number of something else: "12,000 litres" for "12,000 bottles".
fn other_unit(sentence: &Sentence, filler: Filler, expected: &Value, claim: &str) -> Option<Difference> {
    let Value::Amount(wanted) = expected else { return None };
    if !filler.firm || wanted.nominal.mantissa().unsigned_abs() < 20 {
        return None;
    }
    let candidate = sentence
        .values
        .iter()
        .find(|value| value.words.contains(&filler.word) || counted_noun(sentence, value.head) == Some(filler.word))?;
    let same = candidate
        .mention
        .readings
        .iter()
        .any(|reading| matches!(reading, Value::Amount(amount) if amount.nominal == wanted.nominal));
    let counted = candidate
        .mention
        .readings
        .iter()
        .all(|reading| matches!(reading.kind(), Kind::Measure(_) | Kind::Money | Kind::Percent))
        || sentence.upos(filler.word) == Upos::Noun && !words().is_light(sentence.lemma(filler.word));
    let says = candidate.mention.span.to(sentence.tree.words[filler.word].span);
    (same && counted).then(|| Difference {
        word: filler.word,
        span: says,
        says: says.of(sentence.text()).to_owned(),
        expected: claim.to_owned(),
        because: "the same number of something else".to_owned(),
        kind: DifferenceKind::Number,
        entity: None,
        near: false,
        firm: true,
    })
}

/// A number against the claim's; `noun` is what it must count.
fn value_fit(
    frame: &Frame,
    sentence: &Sentence,
    site: &Site,
    part: &Part,
    expected: &Value,
    noun: Option<usize>,
) -> PartFit {
    // "By 84 votes to 71": a bare number is known by its place only.
    let place = match &part.role {
        Role::Oblique(prep) if noun.is_none() && expected.kind() == Kind::Count && !prep.is_empty() => {
            Some(prep.as_str())
        }
        _ => None,
    };
    let mut fits = Vec::new();
    for candidate in &sentence.values {
        if is_rejected(&sentence.tree, &sentence.forms, candidate.head) || voice_of(sentence, candidate.head).is_err() {
            continue;
        }
        let rank = noun.and_then(|noun| rank_after(sentence, noun, candidate.head));
        let reading = match (&rank, expected) {
            (Some(rank), Value::Ordinal(_)) => Some(rank),
            _ => candidate.mention.readings.iter().find(|reading| comparable(reading, expected)),
        };
        // "At 13" for "at the age of 13".
        let aged = match (candidate.mention.readings.first(), expected) {
            (Some(Value::Amount(stated)), Value::Amount(wanted))
                if reading.is_none()
                    && expected.kind() == Kind::Age
                    && (is_age(sentence, candidate.head) || sentence.has_case(candidate.head, &["at"])) =>
            {
                Some(Value::Amount(Amount { unit: wanted.unit.clone(), ..stated.clone() }))
            }
            _ => None,
        };
        let Some(reading) = reading.or(aged.as_ref()) else { continue };
        let in_place = match noun {
            Some(noun) => {
                rank.is_some()
                    || counted_noun(sentence, candidate.head) == Some(noun)
                    || sentence.tree.words[candidate.head].head == Some(noun) && candidate.head < noun
            }
            None => {
                tells_of(sentence, site, candidate.head)
                    && (expected.kind() == Kind::Score
                        || aged.is_some()
                        || counted_noun(sentence, candidate.head).is_none_or(|noun| own_noun(frame, sentence, noun)))
            }
        };
        let misplaced = place.is_some_and(|prep| sentence.cases(candidate.head).last() != Some(prep));
        if !in_place || misplaced || sentence.has_case(candidate.head, &["since", "until", "than", "after", "before"]) {
            continue;
        }
        let comparison = value::compare(reading, Op::Equal, expected);
        fits.push(match comparison.agreement {
            Agreement::Unrelated => continue,
            Agreement::Conflict => PartFit::Other(Difference {
                word: candidate.head,
                span: candidate.mention.span,
                says: candidate.mention.span.of(sentence.text()).to_owned(),
                expected: expected.describe(),
                because: comparison.because,
                kind: DifferenceKind::Number,
                entity: None,
                near: false,
                firm: true,
            }),
            agreement => PartFit::Match { word: candidate.head, because: comparison.because, agreement, named: true },
        });
    }
    best(fits.into_iter())
}

/// Words in the place where the statement would name a part of that role.
fn fillers(frame: &Frame, sentence: &Sentence, site: &Site, role: &Role) -> Vec<Filler> {
    let passive = is_passive(sentence, site.head);
    let slots = slots_of(sentence, site.head);
    let has = |role: Role| frame.parts.iter().any(|part| part.role == role && !part.below);
    let (has_subject, has_object) = (has(Role::Subject), has(Role::Object));
    // Something that only undergoes: "the fire started" and "the fire was started".
    let role = match role {
        Role::Subject if site.inverse => &Role::Object,
        Role::Object if site.inverse => &Role::Subject,
        role => role,
    };
    let mut found: Vec<Filler> = Vec::new();
    for (slot, word) in &slots {
        let firm = match (role, site.form) {
            (Role::Subject, SiteForm::Verb) => match slot {
                Slot::Subject if !passive => Some(true),
                Slot::Agent => Some(true),
                Slot::Patient if !has_object => Some(true),
                _ => None,
            },
            (Role::Object, SiteForm::Verb) => match slot {
                Slot::Object if !passive => Some(true),
                Slot::Patient => Some(true),
                Slot::Object => Some(false),
                Slot::With(prep) => site.preps.contains(prep).then_some(true),
                _ => None,
            },
            (Role::Subject, SiteForm::Agent | SiteForm::Copula | SiteForm::Adjective) => match slot {
                Slot::Predicate | Slot::Subject => Some(true),
                Slot::Apposition => Some(true),
                _ => None,
            },
            (Role::Object, SiteForm::Agent) => match slot {
                Slot::With(prep) if matches!(prep.as_str(), "of" | "to") || site.preps.contains(prep) => Some(true),
                Slot::Possessor | Slot::Modifier => Some(false),
                _ => None,
            },
            (Role::Object, SiteForm::Copula | SiteForm::Adjective) => match slot {
                Slot::With(prep) => site.preps.contains(prep).then_some(true),
                Slot::Subject if !has_subject => Some(true),
                _ => None,
            },
            (Role::Subject, SiteForm::Noun | SiteForm::Event) => match slot {
                Slot::With(prep) if prep == "by" || prep == "of" && !has_object => Some(true),
                Slot::Possessor => Some(!has_object),
                Slot::Modifier => Some(false),
                _ => None,
            },
            (Role::Object, SiteForm::Noun | SiteForm::Event) => match slot {
                Slot::With(prep) if prep == "of" || site.preps.contains(prep) => Some(true),
                Slot::Possessor => Some(!has_subject),
                Slot::Modifier => Some(false),
                _ => None,
            },
            (Role::Oblique(wanted), _) => match slot {
                Slot::With(prep) if prep == wanted => Some(true),
                // "Voted for the act" against "voted against the act": the claim's thing, on the other side.
                Slot::With(prep) if is_side(wanted) && is_side(prep) => Some(true),
                Slot::With(prep) => (is_place(wanted) && is_place(prep)).then_some(false),
                Slot::Possessor | Slot::Modifier if wanted == "of" || wanted == "from" => Some(false),
                _ => None,
            },
        };
        found.extend(firm.map(|firm| Filler { word: *word, firm }));
    }
    if *role == Role::Subject && matches!(site.form, SiteForm::Noun | SiteForm::Event) {
        found.extend(carrier_subjects(sentence, site));
    }
    let beside: Vec<Filler> = found.iter().flat_map(|filler| beside(sentence, *filler)).collect();
    found.extend(beside);
    // "the recovery of the chisel from the canal": what hangs below a filler is in reach of an oblique part.
    if let Role::Oblique(wanted) = role {
        for (_, word) in &slots {
            // The words of its own name are no others.
            let name = sentence.mention_at(*word).map_or(*word..*word + 1, |mention| mention.words.clone());
            for child in sentence.tree.children(*word).filter(|child| !name.contains(child)) {
                // "Stood idle in Orley".
                let of_state = sentence.is(child, Deprel::Obl) && sentence.upos(*word) == Upos::Adj;
                let near = of_state
                    || matches!(
                        sentence.tree.words[child].deprel,
                        Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound | Deprel::Amod
                    );
                if near && !found.iter().any(|filler| filler.word == child) {
                    let same = sentence.cases(child).last() == Some(wanted.as_str());
                    found.push(Filler { word: child, firm: same && sentence.is(child, Deprel::Nmod) });
                }
            }
        }
    }
    // A day is nobody and no place.
    found.retain(|filler| {
        sentence
            .value_at(filler.word)
            .is_none_or(|value| value.mention.readings.first().map(Value::kind) != Some(Kind::Date))
    });
    found
}

/// What else names a filler: its apposition, or, for the rejected half of a cleft, the other half.
fn beside(sentence: &Sentence, filler: Filler) -> Vec<Filler> {
    let tree = &sentence.tree;
    let mut found: Vec<Filler> = tree
        .children(filler.word)
        .filter(|&child| sentence.is(child, Deprel::Appos))
        .map(|word| Filler { word, firm: false })
        .collect();
    if sentence.is(filler.word, Deprel::Conj)
        && is_rejected(tree, &sentence.forms, filler.word)
        && let Some(word) = tree.words[filler.word].head
    {
        found.push(Filler { word, firm: filler.firm });
    }
    found
}

/// "Tessaly made the announcement": the subject of the verb that carries the noun.
fn carrier_subjects(sentence: &Sentence, site: &Site) -> Vec<Filler> {
    let this = &sentence.tree.words[site.head];
    let Some(verb) = this.head.filter(|&verb| {
        let verbs = &words().verbs;
        let lemma = sentence.lemma(verb);
        this.deprel == Deprel::Obj
            && (verbs.support.contains(lemma) || verbs.light.contains(lemma) || verbs.reaching.contains(lemma))
    }) else {
        return Vec::new();
    };
    slots_of(sentence, verb)
        .into_iter()
        .filter(|(slot, _)| *slot == Slot::Subject)
        .map(|(_, word)| Filler { word, firm: true })
        .collect()
}

fn is_side(prep: &str) -> bool {
    matches!(prep, "for" | "against")
}

fn is_place(prep: &str) -> bool {
    matches!(prep, "in" | "at" | "on" | "near" | "inside" | "outside" | "within" | "into" | "onto")
}
