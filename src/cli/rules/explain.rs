//! `factlint rules explain`: what a claim means, in words and in example sentences.

use super::examples::examples;
use super::{Rules, complain, facts, print};
use crate::check::Checker;
use crate::check::understand::Understanding;
use crate::cli::{Exit, output};
use crate::lexicon::lexicon;
use crate::report::excerpt::wrap;
use crate::report::terminal;
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Qualifier, Selector, Shape, Term};
use crate::rulebook::claim::print as words;
use crate::rulebook::{Fact, FactId, Kind as EntityKind, Rulebook, Severity, date};
use crate::value::{Kind, Op, Value};
use clap::Args;
use std::collections::HashMap;

#[derive(Debug, Args)]
pub struct Command {
    /// The claim's id: FILE-STEM/ID, or ID where only one file has it; `factlint rules list` shows all ids
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    #[command(flatten)]
    rules: Rules,
}

impl Command {
    /// Prints the explanation.
    pub fn run(self) -> Exit {
        let loaded = self.rules.load();
        let is_broken = complain(&loaded);
        let wanted = match facts(&loaded, &self.ids) {
            Ok(wanted) => wanted,
            Err(message) => {
                output::complain(&message);
                return Exit::Trouble;
            }
        };
        let checker = Checker::new(&loaded.rulebook);
        let told: Vec<String> = wanted.into_iter().map(|id| explain(&checker, &loaded.rulebook, id)).collect();
        let report = told.join("\n");
        let written = print(&report);
        if is_broken { Exit::Trouble } else { written }
    }
}

/// What a claim means.
fn explain(checker: &Checker, rulebook: &Rulebook, id: FactId) -> String {
    let Some(fact) = rulebook.fact(id) else { return String::new() };
    let mut rows = Rows::default();
    rows.add("written in", place(rulebook, fact));
    meaning(&mut rows, checker, rulebook, id);
    rows.add("also worded", fact.also.join("; "));
    rows.add("patterns", fact.patterns.iter().map(|pattern| pattern.text.as_str()).collect::<Vec<_>>().join("; "));
    if !fact.about.is_empty() {
        rows.add("only where", format!("the article mentions {}", fact.about.join(" or ")));
    }
    if let Some(until) = fact.until {
        rows.add("until", format!("articles dated {} or earlier", date::print(until)));
    }
    rows.add("source", fact.source.as_ref().map_or(String::new(), |source| source.name.clone()));
    rows.add("confirmed", fact.as_of.map_or(String::new(), date::print));
    rows.add("severity", severity(fact.severity).to_owned());
    rows.each("follows", follows(checker, rulebook, id, fact));
    let examples = examples(checker, rulebook, id);
    rows.each("would catch", examples.catches);
    rows.each("would support", examples.supports);
    rows.each("stays silent", examples.spares);
    rows.add("tests", tests(fact));
    let head = wrap(&format!("{}: {}", fact.id, words::print(&fact.claim)), columns(), "", "    ");
    format!("{head}{}", rows.text())
}

/// What the claim is taken to say: subject, relation, questions, accepted values, wordings.
pub(super) fn meaning(rows: &mut Rows, checker: &Checker, rulebook: &Rulebook, id: FactId) {
    let Some(fact) = rulebook.fact(id) else { return };
    let understood = checker.understanding(id).unwrap_or_default();
    match &fact.claim {
        Claim::Comparison(comparison) => {
            rows.add("subject", subject(comparison));
            rows.add("answers", questions(comparison, &understood).join("; "));
            rows.add("accepts", accepted(comparison));
            let periods: Vec<String> = comparison.qualifiers.iter().map(|qualifier| period(&qualifier.value)).collect();
            rows.add("when", periods.join("; "));
        }
        Claim::Sentence(_) => {
            rows.each("says", says(&understood, &fact.text));
        }
    }
    if let Some(gap) = checker.gap(id) {
        let (message, _, help) = gap.kind.words();
        rows.add("nothing found", format!("{message} {help}"));
        return;
    }
    rows.add("is about", understood.kind.to_owned());
    rows.add("speaks of", entities(rulebook, id));
    rows.add("narrowed by", understood.narrowed.join(", "));
    wordings(rows, fact, &understood);
}

/// Lines of a name and a text, the texts below each other and no wider than the terminal.
#[derive(Default)]
pub(super) struct Rows(Vec<(&'static str, String)>);

impl Rows {
    const NAME: usize = 15;

    /// A row, unless there is nothing to say.
    pub fn add(&mut self, name: &'static str, text: String) {
        if !text.is_empty() {
            self.0.push((name, text));
        }
    }

    /// Several rows under one name.
    pub fn each(&mut self, name: &'static str, texts: Vec<String>) {
        for (at, text) in texts.into_iter().enumerate() {
            self.add(if at == 0 { name } else { "" }, text);
        }
    }

    pub fn text(&self) -> String {
        let mut all = String::new();
        for (name, text) in &self.0 {
            let first = format!("  {name:<width$}", width = Self::NAME);
            let rest = " ".repeat(Self::NAME + 2);
            all += &wrap(text, columns(), &first, &rest);
        }
        all
    }
}

fn columns() -> usize {
    terminal::width().clamp(40, 100)
}

/// A sentence claim in its parts: who did what, when, where.
fn says(understood: &Understanding, text: &str) -> Vec<String> {
    let words = || text.split_once(['"', '“']).map(|(_, rest)| rest.trim_end_matches(|c| c != '"' && c != '”'));
    if understood.parts.is_empty() {
        let Some(words) = words() else { return vec![text.to_owned()] };
        // A speaker that the rules do not know is told in the claim's own words.
        let known = understood.owner.as_deref().filter(|owner| owner.starts_with(char::is_uppercase));
        let Some(speaker) = known else { return vec![text.to_owned()] };
        return vec![format!("{speaker} said: “{}”", words.trim_end_matches(['"', '”']))];
    }
    let denied = if understood.negated { " (the claim says that it did not happen)" } else { "" };
    let parts = understood.parts.iter().map(|(role, text)| {
        let text = text.trim_matches(|c: char| c == ',' || c.is_whitespace());
        // "before: Before the summit" says the word twice.
        let twice = text.get(..role.len()).is_some_and(|start| start.eq_ignore_ascii_case(role));
        let text = if twice { text[role.len()..].trim_start() } else { text };
        format!("{role}: {text}")
    });
    std::iter::once(format!("{}{denied}", understood.word)).chain(parts).collect()
}

fn place(rulebook: &Rulebook, fact: &Fact) -> String {
    let Some(file) = rulebook.files.get(fact.origin.file) else { return String::new() };
    let line = file.text.get(..fact.origin.span.start).map_or(0, |before| before.matches('\n').count()) + 1;
    format!("{}:{line}", file.path)
}

fn subject(comparison: &Comparison) -> String {
    match &comparison.subject.shape {
        Shape::Selector { selector, class, action } => {
            let which = match selector {
                Selector::First => "the first".to_owned(),
                Selector::Last => "the last".to_owned(),
                Selector::Only => "the only".to_owned(),
                Selector::Nth(number) => format!("number {number}"),
            };
            format!("{which} “{}” to “{}”", class.value, action.value)
        }
        Shape::Count { counted } => format!("how many: {}", counted.value),
        Shape::Plain => comparison.subject.text.clone(),
    }
}

fn questions(comparison: &Comparison, understood: &Understanding) -> Vec<&'static str> {
    let mut questions = Vec::new();
    for value in comparison.values.iter().flatten() {
        let question = match &value.value {
            ClaimValue::Value(Value::Date(_)) => "when",
            ClaimValue::Value(_) => understood.question,
            ClaimValue::Quote(_) => "which words",
            ClaimValue::Name { .. } => "who, what or where",
            ClaimValue::Yes | ClaimValue::No | ClaimValue::None => "whether",
        };
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    questions
}

fn accepted(comparison: &Comparison) -> String {
    let sign = match comparison.op.value {
        Op::Equal if comparison.includes => "among others ",
        Op::Equal => "",
        Op::NotEqual => "anything but ",
        Op::About => "about ",
        Op::Less => "less than ",
        Op::LessOrEqual => "at most ",
        Op::Greater => "more than ",
        Op::GreaterOrEqual => "at least ",
    };
    let values = comparison.values.iter().map(|alternatives| {
        let alternatives: Vec<String> = alternatives.iter().map(|value| shown(&value.value)).collect();
        alternatives.join(" or ")
    });
    format!("{sign}{}", values.collect::<Vec<_>>().join(", "))
}

fn shown(value: &ClaimValue) -> String {
    match value {
        ClaimValue::Value(value) => words::spoken(value),
        ClaimValue::Name { name, term: Some(term) } => format!("{name}, {}", time_in_office(term)),
        other => words::value(other),
    }
}

/// "since 2025-01-20", "from 2009-01-20 to 2017-01-20".
fn time_in_office(term: &Term) -> String {
    let from = term.from.map(|day| date::print_end(day, term.from_precision));
    let to = term.to.map(|day| date::print_end(day, term.to_precision));
    match (from, to) {
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "always".to_owned(),
    }
}

fn period(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::AsOf(_) => {
            format!("a moving figure, {}: later claims take over", words::print_qualifier(qualifier))
        }
        other => words::print_qualifier(other),
    }
}

fn entities(rulebook: &Rulebook, id: FactId) -> String {
    let names = rulebook.graph.entities_of(id);
    let names = names.iter().filter_map(|entity| rulebook.entity(*entity)).map(|entity| {
        if entity.also.is_empty() {
            entity.name.clone()
        } else {
            format!("{} ({})", entity.name, entity.also.join(", "))
        }
    });
    names.collect::<Vec<_>>().join("; ")
}

/// The relations of the claim and the wordings that reach them.
fn wordings(rows: &mut Rows, fact: &Fact, understood: &Understanding) {
    const WORDINGS: usize = 12;
    let mut relations: Vec<_> = understood.relations.iter().map(|id| lexicon().relation(*id)).collect();
    let is_thing = !matches!(&fact.claim, Claim::Sentence(_)) && !matches!(shape(fact), Some(Shape::Selector { .. }));
    let is_narrow_count = matches!(shape(fact), Some(Shape::Count { .. })) && !understood.narrowed.is_empty();
    if relations.len() > 1 && (!is_thing || is_narrow_count) {
        // Each of them is another sense of the word, and this claim has one of them only.
        relations.clear();
    }
    // A word like "date" belongs to the relations of many fields: none of them says what the claim means.
    if let [relation] = relations[..] {
        rows.add("relation", format!("{}: {}", relation.id, relation.means));
    }
    let mut wordings: Vec<String> = Vec::new();
    let mut shared: HashMap<String, usize> = HashMap::new();
    for relation in &relations {
        let mut own: Vec<String> = relation.wordings.iter().map(|wording| wording.text()).collect();
        own.sort();
        own.dedup();
        for wording in own {
            *shared.entry(wording).or_default() += 1;
        }
    }
    for wording in relations.iter().flat_map(|relation| &relation.wordings).map(|wording| wording.text()) {
        if !wordings.contains(&wording) {
            wordings.push(wording);
        }
    }
    if relations.len() > 1 {
        // What is said in all these fields is said here as well.
        wordings.retain(|wording| shared[wording] > 1);
        wordings.sort_by_key(|wording| std::cmp::Reverse(shared[wording]));
    }
    if wordings.is_empty() && !understood.word.is_empty() {
        wordings.push(understood.word.clone());
        for (alike, _) in crate::lexicon::words().alike(&understood.word) {
            if !wordings.contains(&alike) {
                wordings.push(alike);
            }
        }
    }
    let more = wordings.len().saturating_sub(WORDINGS);
    wordings.truncate(WORDINGS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    if !wordings.is_empty() {
        rows.add("worded", format!("{}{more}", wordings.join(", ")));
    }
}

fn shape(fact: &Fact) -> Option<&Shape> {
    match &fact.claim {
        Claim::Comparison(comparison) => Some(&comparison.subject.shape),
        Claim::Sentence(_) => None,
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Nobody has become older, by much.
const OLDEST: i16 = 120;

/// What else the claim decides today.
fn follows(checker: &Checker, rulebook: &Rulebook, id: FactId, fact: &Fact) -> Vec<String> {
    let Claim::Comparison(comparison) = &fact.claim else { return Vec::new() };
    let today = super::today();
    let values = || comparison.values.iter().flatten().map(|value| &value.value);
    let day = values().find_map(|value| match value {
        ClaimValue::Value(Value::Date(date)) => date.from,
        _ => None,
    });
    let count = values().find_map(|value| match value {
        ClaimValue::Value(Value::Amount(amount)) if value_kind(value) == Some(Kind::Count) => {
            Some(amount.nominal.normalize())
        }
        _ => None,
    });
    let years = |day: jiff::civil::Date| today.year() - day.year();
    let ago = |day| if years(day) == 1 { "a year ago".to_owned() } else { format!("{} years ago", years(day)) };
    match (&comparison.subject.shape, day, count) {
        (Shape::Selector { selector: Selector::Last, class, .. }, Some(day), _) if years(day) > 0 => {
            vec![format!("no {} did so after {}; the last time was {}", class.value, day.year(), ago(day))]
        }
        (Shape::Selector { selector: Selector::First, class, .. }, Some(day), _) => {
            vec![format!("no {} did so before {}", class.value, day.year())]
        }
        // What a person does has an order; stops and passengers have none.
        (Shape::Count { .. }, _, Some(count))
            if count > rust_decimal::Decimal::ONE && is_of_a_person(checker, rulebook, id) =>
        {
            vec![format!("the latest is number {count}, and {} came before it", count - rust_decimal::Decimal::ONE)]
        }
        (Shape::Plain, Some(day), _) if is_birth(&comparison.subject.text) && years(day) > 0 => {
            let had_birthday = (today.month(), today.day()) >= (day.month(), day.day());
            let age = years(day) - if had_birthday { 0 } else { 1 };
            if age > OLDEST { Vec::new() } else { vec![format!("an age of {age} today, if still alive")] }
        }
        _ => Vec::new(),
    }
}

fn is_of_a_person(checker: &Checker, rulebook: &Rulebook, id: FactId) -> bool {
    let owner = checker.understanding(id).and_then(|understood| understood.owner);
    let owners = owner.map(|owner| rulebook.names.resolve(&owner)).unwrap_or_default();
    owners.into_iter().filter_map(|id| rulebook.entity(id)?.kind).any(|kind| kind == EntityKind::Person)
}

fn value_kind(value: &ClaimValue) -> Option<Kind> {
    match value {
        ClaimValue::Value(value) => Some(value.kind()),
        _ => None,
    }
}

fn is_birth(subject: &str) -> bool {
    subject.split_whitespace().any(|word| matches!(word, "birth" | "born" | "birthday" | "birthdate"))
}

fn tests(fact: &Fact) -> String {
    let tests = &fact.tests;
    let count = [
        ("conflict", tests.conflict.len()),
        ("imprecise", tests.imprecise.len()),
        ("supported", tests.supported.len()),
        ("silent", tests.silent.len()),
    ];
    let some: Vec<String> =
        count.iter().filter(|(_, number)| *number > 0).map(|(name, number)| format!("{number} {name}")).collect();
    if some.is_empty() { "none; `tests:` keeps a claim honest".to_owned() } else { some.join(", ") }
}
