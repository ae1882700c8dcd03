//! `factlint rules test`: every sentence under `tests:` must get its verdict.

use super::{Rules, complain, facts, print};
use crate::article::{Article, Block, BlockKind, Text};
use crate::check::{Checker, Finding, Options, Verdict};
use crate::cli::check::Loaded;
use crate::cli::{Exit, output};
use crate::rulebook::fact::TestSentence;
use crate::rulebook::{Fact, FactId, Problem, Rulebook};
use crate::span::Span;
use clap::Args;

#[derive(Debug, Args)]
pub struct Command {
    /// Ids of claims [default: all]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    rules: Rules,
    /// List the claims that have no test of a verdict
    #[arg(long)]
    coverage: bool,
    /// Tell for every failing sentence how far matching came
    #[arg(long)]
    trace: bool,
}

impl Command {
    /// Runs the tests. A sentence with another verdict than expected ends with code 1.
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
        let rulebook = &loaded.rulebook;
        let chosen: Vec<FactId> = if wanted.is_empty() {
            (0..rulebook.facts.len())
                .map(FactId)
                .filter(|id| rulebook.fact(*id).is_some_and(|f| f.office_of.is_none()))
                .collect()
        } else {
            wanted
        };
        let outcomes = outcomes(rulebook, &chosen);
        let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.passed()).collect();
        let mut report = String::new();
        for outcome in &failed {
            report += &outcome.words(rulebook, self.trace);
        }
        if self.coverage {
            report += &coverage(rulebook, &chosen);
        }
        report += &format!("{} of {} test sentences as expected\n", outcomes.len() - failed.len(), outcomes.len());
        let written = print(&report);
        match (is_broken, failed.is_empty()) {
            (true, _) => Exit::Trouble,
            (false, false) => Exit::Findings,
            (false, true) => written,
        }
    }
}

/// Failing tests as problems of the rule files.
pub fn failures(loaded: &Loaded) -> Vec<Problem> {
    let rulebook = &loaded.rulebook;
    let all: Vec<FactId> = (0..rulebook.facts.len()).map(FactId).collect();
    outcomes(rulebook, &all)
        .iter()
        .filter(|outcome| !outcome.passed())
        .map(|outcome| outcome.problem(rulebook))
        .collect()
}

/// What a test sentence should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Verdict(Verdict),
    Silent,
}

/// What a test sentence got.
struct Outcome {
    fact: FactId,
    sentence: TestSentence,
    expected: Expected,
    came: Option<Finding>,
    trace: Vec<String>,
}

fn outcomes(rulebook: &Rulebook, chosen: &[FactId]) -> Vec<Outcome> {
    let has_tests = |fact: &Fact| sentences(fact).next().is_some();
    let with_tests: Vec<(FactId, &Fact)> =
        chosen.iter().filter_map(|id| Some((*id, rulebook.fact(*id)?))).filter(|(_, fact)| has_tests(fact)).collect();
    if with_tests.is_empty() {
        return Vec::new();
    }
    let checker = Checker::new(rulebook);
    let run = |id: FactId, fact: &Fact, expected: Expected, sentence: &TestSentence| {
        let (article, body) = article(rulebook, id, fact, &sentence.text);
        let options = Options { date: None, trace: Some(fact.id.clone()) };
        let checked = checker.check(&article, &options);
        let ours =
            checked.findings.into_iter().filter(|finding| finding.fact == Some(id) && finding.span.start >= body);
        // The gravest verdict counts.
        let came = ours.min_by_key(|finding| finding.verdict);
        Outcome { fact: id, sentence: sentence.clone(), expected, came, trace: checked.trace }
    };
    with_tests
        .iter()
        .flat_map(|(id, fact)| sentences(fact).map(|(expected, sentence)| run(*id, fact, expected, sentence)))
        .collect()
}

fn sentences(fact: &Fact) -> impl Iterator<Item = (Expected, &TestSentence)> {
    let tests = &fact.tests;
    let conflict = tests.conflict.iter().map(|sentence| (Expected::Verdict(Verdict::Conflict), sentence));
    let imprecise = tests.imprecise.iter().map(|sentence| (Expected::Verdict(Verdict::Imprecise), sentence));
    let supported = tests.supported.iter().map(|sentence| (Expected::Verdict(Verdict::Supported), sentence));
    let silent = tests.silent.iter().map(|sentence| (Expected::Silent, sentence));
    conflict.chain(imprecise).chain(supported).chain(silent)
}

/// The sentence as it would stand in an article that is about the claim's subject: a headline names what the
/// claim and its file name. Gives the first byte of the sentence too.
fn article(rulebook: &Rulebook, id: FactId, fact: &Fact, sentence: &str) -> (Article, usize) {
    let mut names: Vec<String> = Vec::new();
    for entity in rulebook.graph.entities_of(id).iter().filter_map(|entity| rulebook.entity(*entity)) {
        names.push(entity.name.clone());
        names.extend(entity.about.iter().cloned());
        names.extend(entity.participants.iter().filter_map(|who| rulebook.entity(*who)).map(|who| who.name.clone()));
    }
    names.extend(fact.about.iter().cloned());
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let title = names.join(", ");
    let text = format!("{title}\n\n{sentence}\n");
    let body = title.len() + 2;
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    let mut blocks = vec![block(BlockKind::Paragraph, body, body + sentence.len())];
    if !title.is_empty() {
        blocks.insert(0, block(BlockKind::Title, 0, title.len()));
    }
    let date = fact.as_of.or_else(|| fact.source.as_ref().and_then(|source| source.date));
    let article = Article {
        path: fact.id.clone(),
        id: None,
        line: None,
        date,
        title: (!title.is_empty()).then_some(title),
        text: Text::plain(text),
        blocks,
    };
    (article, body)
}

impl Outcome {
    fn passed(&self) -> bool {
        match (self.expected, &self.came) {
            (Expected::Silent, came) => came.is_none(),
            (Expected::Verdict(expected), Some(came)) => came.verdict == expected,
            (Expected::Verdict(_), None) => false,
        }
    }

    fn words(&self, rulebook: &Rulebook, trace: bool) -> String {
        let id = rulebook.fact(self.fact).map_or("", |fact| fact.id.as_str());
        let mut words =
            format!("{id}: “{}”\n  expected {}, came {}\n", self.sentence.text, name(self.expected), self.came());
        match &self.came {
            Some(finding) => {
                for because in &finding.because {
                    words += &format!("  because {because}\n");
                }
            }
            None => words += &format!("  {}\n", self.reason(rulebook)),
        }
        if trace {
            for line in &self.trace {
                words += &format!("    {line}\n");
            }
        }
        words
    }

    fn came(&self) -> &'static str {
        self.came.as_ref().map_or("silent", |finding| name(Expected::Verdict(finding.verdict)))
    }

    /// Why nothing was found: the last thing that the check says of the sentence, or what the sentence lacks.
    fn reason(&self, rulebook: &Rulebook) -> String {
        let told = self.trace.iter().rev().find(|line| line.starts_with(' ')).map(|line| line.trim());
        if let Some(told) = told {
            return told.to_owned();
        }
        let named: Vec<_> = rulebook.names.mentions(&self.sentence.text).into_iter().map(|(id, ..)| id).collect();
        let missing = rulebook.graph.entities_of(self.fact).into_iter().find(|entity| !named.contains(entity));
        let missing = missing.and_then(|entity| rulebook.entity(entity));
        let negated = [" not ", " never ", "n't ", " no "].iter().any(|word| self.sentence.text.contains(word));
        match missing {
            Some(entity) => format!("no mention of {} in this sentence", entity.name),
            None if negated => "the sentence is negated".to_owned(),
            None => "no wording of the claim's relation in this sentence".to_owned(),
        }
    }

    fn problem(&self, rulebook: &Rulebook) -> Problem {
        let fact = rulebook.fact(self.fact);
        let file = fact.and_then(|fact| rulebook.files.get(fact.origin.file));
        let path = file.map_or("", |file| file.path.as_str());
        let id = fact.map_or("", |fact| fact.id.as_str());
        let message = format!("A test of `{id}` fails: expected {}, came {}.", name(self.expected), self.came());
        let label = match &self.came {
            Some(finding) => finding.because.first().cloned().unwrap_or_else(|| finding.message.clone()),
            None => self.reason(rulebook),
        };
        Problem::error("failing-test", path, self.sentence.span, message, label)
            .help(format!("`factlint rules test {id} --trace` tells how far matching came."))
    }
}

fn name(expected: Expected) -> &'static str {
    match expected {
        Expected::Silent => "silent",
        Expected::Verdict(Verdict::Conflict) => "conflict",
        Expected::Verdict(Verdict::Imprecise) => "imprecise",
        Expected::Verdict(Verdict::Supported) => "supported",
        Expected::Verdict(Verdict::Unchecked) => "unchecked",
    }
}

/// Claims without a test of a verdict.
fn coverage(rulebook: &Rulebook, chosen: &[FactId]) -> String {
    let mut report = String::new();
    for fact in chosen.iter().filter_map(|id| rulebook.fact(*id)).filter(|fact| fact.office_of.is_none()) {
        let tests = [
            ("conflict", &fact.tests.conflict),
            ("imprecise", &fact.tests.imprecise),
            ("supported", &fact.tests.supported),
            ("silent", &fact.tests.silent),
        ];
        let missing: Vec<&str> = tests.iter().filter(|(_, list)| list.is_empty()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            report += &format!("{}: no test of {}\n", fact.id, missing.join(", "));
        }
    }
    report
}

/// An article without a word, in which a claim only tells what it was understood to say.
pub fn blank() -> Article {
    Article {
        path: "-".to_owned(),
        id: None,
        line: None,
        date: None,
        title: None,
        text: Text::plain(""),
        blocks: Vec::new(),
    }
}
