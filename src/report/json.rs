//! The JSON of `check --format json`: versioned, described in docs/json.md, its schema made from these types.

use super::facts::{Located, Places};
use super::words::Counts;
use super::{Judged, Run};
use crate::check::{Verdict, Voice};
use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;

/// The version of the format. It rises when something that was there changes or goes.
pub const VERSION: u32 = 1;

/// The report of a run.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "factlint check --format json")]
pub struct Document {
    /// Version of this format: 1.
    version: u32,
    rules: Rules,
    /// Every article that was read, in order of path, with and without findings.
    articles: Vec<ArticleReport>,
    summary: Summary,
}

/// The rules that articles were checked against.
#[derive(Serialize, JsonSchema)]
struct Rules {
    files: usize,
    /// Claims under `claims:`; offices under `is:` are not counted.
    claims: usize,
}

#[derive(Serialize, JsonSchema)]
struct ArticleReport {
    /// The path as it was named; `-` for standard input.
    path: String,
    /// The id of a JSON line, its line number where it has none; null in other formats.
    id: Option<String>,
    /// YYYY-MM-DD: the article's own date or that of `--date`.
    date: Option<String>,
    title: Option<String>,
    /// In text order.
    findings: Vec<FindingReport>,
}

/// A judged statement. One finding per claim and place.
#[derive(Serialize, JsonSchema)]
pub struct FindingReport {
    verdict: VerdictName,
    /// Null for supported and unchecked statements.
    severity: Option<SeverityName>,
    /// Stable name of what is wrong, such as `quantity-mismatch`.
    code: String,
    /// FILE-STEM/ID; null where a statement contradicts itself, and for unchecked statements.
    claim: Option<String>,
    statement: Statement,
    /// What the article says.
    says: String,
    /// What the rule expects.
    expected: String,
    message: String,
    /// Why the statement concerns the claim and how the values were compared, in order.
    because: Vec<String>,
    voice: VoiceReport,
    rule: Option<RulePlace>,
    source: Option<SourceReport>,
    /// When the claim was last confirmed: YYYY-MM-DD.
    as_of: Option<String>,
    /// The note of the claim.
    note: Option<String>,
    suggestion: Option<SuggestionReport>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[rustfmt::skip]
enum VerdictName { Conflict, Imprecise, Supported, Unchecked }

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[rustfmt::skip]
enum SeverityName { Error, Warning, Info }

/// The words that assert. Bytes of the original file (for a JSON line: of its decoded `text`), start inclusive,
/// end exclusive; line and column from 1, columns in characters.
#[derive(Serialize, JsonSchema)]
struct Statement {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    /// The words as they are read: without markup, entities decoded, white space folded.
    text: String,
}

#[derive(Serialize, JsonSchema)]
struct VoiceReport {
    kind: VoiceKind,
    /// Who is quoted or said to say it; null in the paper's own voice or where nobody is named.
    who: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[rustfmt::skip]
enum VoiceKind { Own, Attributed, Quoted }

/// The claim's words in its rule file.
#[derive(Serialize, JsonSchema)]
struct RulePlace {
    path: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize, JsonSchema)]
struct SourceReport {
    name: String,
    url: Option<String>,
    date: Option<String>,
}

/// Words to put in place of the bytes from start to end.
#[derive(Serialize, JsonSchema)]
struct SuggestionReport {
    start: usize,
    end: usize,
    text: String,
}

/// Counts of all findings, shown or not.
#[derive(Serialize, JsonSchema)]
struct Summary {
    articles: usize,
    /// Checkable statements.
    statements: usize,
    supported: usize,
    imprecise: usize,
    conflict: usize,
    /// Checkable statements that no rule covers.
    unchecked: usize,
}

/// The document of a run, with a line end.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let articles = run.articles.iter().map(|judged| article(run, judged, &places)).collect();
    let counts = Counts::of(run);
    let claims = run.rulebook.facts.iter().filter(|fact| fact.office_of.is_none()).count();
    let document = Document {
        version: VERSION,
        rules: Rules { files: run.rulebook.files.len(), claims },
        articles,
        summary: Summary {
            articles: counts.articles,
            statements: counts.statements,
            supported: counts.supported,
            imprecise: counts.imprecise,
            conflict: counts.conflict,
            unchecked: counts.unchecked,
        },
    };
    pretty(&document)
}

/// The JSON Schema of the document.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Document))
}

/// The report of one finding.
pub fn finding(judged: &Judged, located: &Located) -> FindingReport {
    let found = located.finding;
    let fact = located.rule.as_ref().map(|rule| rule.fact);
    let flagged = matches!(found.verdict, Verdict::Conflict | Verdict::Imprecise);
    FindingReport {
        verdict: match found.verdict {
            Verdict::Conflict => VerdictName::Conflict,
            Verdict::Imprecise => VerdictName::Imprecise,
            Verdict::Supported => VerdictName::Supported,
            Verdict::Unchecked => VerdictName::Unchecked,
        },
        severity: flagged.then_some(match found.severity {
            crate::rulebook::Severity::Error => SeverityName::Error,
            crate::rulebook::Severity::Warning => SeverityName::Warning,
            crate::rulebook::Severity::Info => SeverityName::Info,
        }),
        code: found.code.to_owned(),
        claim: fact.map(|fact| fact.id.clone()),
        statement: Statement {
            start: located.span.start,
            end: located.span.end,
            line: located.start.line,
            column: located.start.column,
            text: located.words.to_owned(),
        },
        says: found.says.clone(),
        expected: found.expected.clone(),
        message: found.message.clone(),
        because: found.because.clone(),
        voice: voice(&found.voice),
        rule: located.rule.as_ref().map(|rule| RulePlace {
            path: rule.path.to_owned(),
            start: rule.span.start,
            end: rule.span.end,
            line: rule.start.line,
            column: rule.start.column,
        }),
        source: fact.and_then(|fact| fact.source.as_ref()).map(|source| SourceReport {
            name: source.name.clone(),
            url: source.url.clone(),
            date: source.date.map(|date| date.to_string()),
        }),
        as_of: fact.and_then(|fact| fact.as_of).map(|date| date.to_string()),
        note: fact.and_then(|fact| fact.note.clone()),
        suggestion: found.suggestion.as_ref().map(|suggestion| {
            let Span { start, end } = judged.article.text.to_original(suggestion.span);
            SuggestionReport { start, end, text: suggestion.text.clone() }
        }),
    }
}

fn article(run: &Run, judged: &Judged, places: &Places) -> ArticleReport {
    let located = places.locate(judged, judged.shown(run.show));
    ArticleReport {
        path: judged.article.path.clone(),
        id: judged.article.id.clone(),
        date: judged.article.date.map(|date| date.to_string()),
        title: judged.article.title.clone(),
        findings: located.iter().map(|located| finding(judged, located)).collect(),
    }
}

fn voice(voice: &Voice) -> VoiceReport {
    let named = |who: &String| Some(who.clone()).filter(|who| !who.is_empty());
    match voice {
        Voice::Own => VoiceReport { kind: VoiceKind::Own, who: None },
        Voice::Attributed(who) => VoiceReport { kind: VoiceKind::Attributed, who: named(who) },
        Voice::Quoted(who) => VoiceReport { kind: VoiceKind::Quoted, who: named(who) },
    }
}

/// These types hold nothing that JSON cannot; the empty string stands for the impossible.
fn pretty(value: &impl Serialize) -> String {
    let mut words = serde_json::to_string_pretty(value).unwrap_or_default();
    words.push('\n');
    words
}
