//! `factlint rules explain`: what a claim means, in words and in example sentences.

use super::{Rules, complain, fact, print};
use crate::check::{Checker, Options};
use crate::cli::{Exit, output};
use crate::rulebook::claim::ast::{Claim, ClaimValue, Comparison, Qualifier, Selector, Shape};
use crate::rulebook::claim::print as words;
use crate::rulebook::{Fact, FactId, Rulebook, Severity, date};
use crate::value::{Op, Value};
use clap::Args;

#[derive(Debug, Args)]
pub struct Command {
    /// The claim's id: FILE-STEM/ID, or ID where only one file has it
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
        let mut report = String::new();
        for id in &self.ids {
            match fact(&loaded, id) {
                Ok(id) => report += &explain(&loaded.rulebook, id),
                Err(message) => {
                    output::complain(&message);
                    return Exit::Trouble;
                }
            }
        }
        let written = print(&report);
        if is_broken { Exit::Trouble } else { written }
    }
}

/// What a claim means.
fn explain(rulebook: &Rulebook, id: FactId) -> String {
    let Some(fact) = rulebook.fact(id) else { return String::new() };
    let mut lines = vec![format!("{}: {}", fact.id, words::print(&fact.claim))];
    let mut line = |name: &str, text: String| {
        if !text.is_empty() {
            lines.push(format!("  {name:<14}{text}"));
        }
    };
    line("written in", place(rulebook, fact));
    match &fact.claim {
        Claim::Comparison(comparison) => {
            line("subject", subject(comparison));
            line("answers", questions(comparison).join(", "));
            line("accepts", accepted(comparison));
            line(
                "when",
                comparison.qualifiers.iter().map(|qualifier| period(&qualifier.value)).collect::<Vec<_>>().join("; "),
            );
        }
        Claim::Sentence(sentence) => {
            line("sentence", format!("“{}”, read as an article's sentence is", sentence.value))
        }
    }
    line("speaks of", entities(rulebook, id));
    for (relation, wordings) in relations(rulebook, fact) {
        line("relation", relation);
        line("worded", wordings);
    }
    line("also worded", fact.also.join("; "));
    line("patterns", fact.patterns.iter().map(|pattern| pattern.text.as_str()).collect::<Vec<_>>().join("; "));
    line(
        "only where",
        if fact.about.is_empty() { String::new() } else { format!("the article mentions {}", fact.about.join(" or ")) },
    );
    line(
        "until",
        fact.until.map_or(String::new(), |until| format!("articles dated {} or earlier", date::print(until))),
    );
    line("source", fact.source.as_ref().map_or(String::new(), |source| source.name.clone()));
    line("as of", fact.as_of.map_or(String::new(), date::print));
    line("severity", severity(fact.severity).to_owned());
    line("follows", follows(fact).join("; "));
    let (catches, spares) = examples(fact);
    line("would catch", catches.join(" · "));
    line("would not", spares.join(" · "));
    line("tests", tests(fact));
    lines.join("\n") + "\n"
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
            format!("{which} of all “{}” to “{}”", class.value, action.value)
        }
        Shape::Count { counted } => format!("how many: {}", counted.value),
        Shape::Plain => comparison.subject.text.clone(),
    }
}

fn questions(comparison: &Comparison) -> Vec<&'static str> {
    let mut questions = Vec::new();
    for value in comparison.values.iter().flatten() {
        let question = match &value.value {
            ClaimValue::Value(Value::Date(_)) => "when",
            ClaimValue::Value(Value::Time { .. }) => "at what time",
            ClaimValue::Value(Value::Ordinal(_)) => "which in a row",
            ClaimValue::Value(Value::Score(_)) => "with what result",
            ClaimValue::Value(Value::Amount(_)) if matches!(comparison.subject.shape, Shape::Count { .. }) => {
                "how many"
            }
            ClaimValue::Value(Value::Amount(_)) => "how much",
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
        ClaimValue::Value(value) => value.describe(),
        other => words::value(other),
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

/// The relations that the check found in the claim, with the wordings that reach them.
fn relations(rulebook: &Rulebook, fact: &Fact) -> Vec<(String, String)> {
    let options = Options { date: None, trace: Some(fact.id.clone()) };
    let checked = Checker::new(rulebook).check(&super::test::blank(), &options);
    let understood = checked.trace.first().map_or("", String::as_str);
    let head = understood.lines().find_map(|line| line.trim().strip_prefix("head: ")).unwrap_or("");
    let Some((concept, names)) = head.split_once(" [") else { return Vec::new() };
    let names = names.trim_end_matches(']').split(", ").map(|name| name.trim_end_matches(" (turned round)"));
    let lexicon = crate::lexicon::lexicon();
    let known = names.filter_map(|name| lexicon.named(name)).map(|id| {
        let relation = lexicon.relation(id);
        let mut wordings: Vec<String> = relation.wordings.iter().map(|wording| wording.text()).collect();
        wordings.truncate(12);
        (format!("{} — {}", relation.id, relation.means), wordings.join(", "))
    });
    let known: Vec<(String, String)> = known.take(2).collect();
    if known.is_empty() && !concept.is_empty() { vec![(concept.to_owned(), concept.to_owned())] } else { known }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// What else the claim decides.
fn follows(fact: &Fact) -> Vec<String> {
    let Claim::Comparison(comparison) = &fact.claim else { return Vec::new() };
    let date = comparison.values.iter().flatten().find_map(|value| match &value.value {
        ClaimValue::Value(Value::Date(date)) => date.from,
        _ => None,
    });
    match (&comparison.subject.shape, date) {
        (Shape::Selector { selector: Selector::Last, class, action }, Some(day)) => vec![
            format!("no {} since {} to {}", class.value, day.year(), action.value),
            format!("years since: {} in {}", super::today().year() - day.year(), super::today().year()),
        ],
        (Shape::Selector { selector: Selector::First, class, action }, Some(day)) => {
            vec![format!("no {} before {} to {}", class.value, day.year(), action.value)]
        }
        (Shape::Count { counted }, _) => comparison
            .values
            .iter()
            .flatten()
            .filter_map(|value| match &value.value {
                ClaimValue::Value(Value::Amount(amount)) if amount.nominal > 0.into() => {
                    let number = amount.nominal.normalize();
                    Some(format!(
                        "the latest of {} is number {number}, after {} others",
                        counted.value,
                        number - rust_decimal::Decimal::ONE
                    ))
                }
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Sentences that the claim would catch, and such as it would not.
fn examples(fact: &Fact) -> (Vec<String>, Vec<String>) {
    let quoted = |list: &[crate::rulebook::fact::TestSentence]| -> Vec<String> {
        list.iter().map(|sentence| format!("“{}”", sentence.text)).collect()
    };
    let mut catches = quoted(&fact.tests.conflict);
    let mut spares: Vec<String> = quoted(&fact.tests.supported).into_iter().chain(quoted(&fact.tests.silent)).collect();
    if let Claim::Comparison(comparison) = &fact.claim {
        let subject = comparison.subject.text.trim_start_matches("the ");
        let value = comparison.values.iter().flatten().next();
        if catches.is_empty()
            && let Some(other) = value.and_then(|value| another(&value.value))
        {
            catches.push(format!("“The {subject} was {other}.”"));
        }
        if spares.is_empty()
            && let Some(value) = value
        {
            spares.push(format!("“The {subject} was {}.”", words::value(&value.value)));
            spares.push(format!("“Was the {subject} {}?”", words::value(&value.value)));
        }
    }
    (catches, spares)
}

/// A value that is clearly another.
fn another(value: &ClaimValue) -> Option<String> {
    match value {
        ClaimValue::Value(Value::Amount(amount)) => {
            let mut other = amount.clone();
            let two = rust_decimal::Decimal::TWO;
            other.nominal = amount.nominal * two;
            other.low = amount.low.map(|low| low * two);
            other.high = amount.high.map(|high| high * two);
            Some(Value::Amount(other).print())
        }
        ClaimValue::Value(Value::Date(date)) => Some((date.from?.year() - 1).to_string()),
        ClaimValue::Name { .. } => Some("someone else".to_owned()),
        _ => None,
    }
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
