//! Workflow commands of GitHub Actions: findings show up beside the lines of a pull request.

use super::Run;
use super::facts::Places;
use crate::check::Verdict;
use crate::rulebook::Severity;

/// One command a finding; errors, warnings and notices by severity.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let mut out = String::new();
    for judged in run.articles {
        for located in places.locate(judged, judged.shown(run.show)) {
            let finding = located.finding;
            let level = match (finding.verdict, finding.severity) {
                (Verdict::Conflict, Severity::Error) => "error",
                (Verdict::Conflict | Verdict::Imprecise, Severity::Error | Severity::Warning) => "warning",
                _ => "notice",
            };
            let start = located.place_in_file(judged);
            let mut properties =
                format!("file={},line={},col={}", property(&judged.article.path), start.line, start.column);
            if judged.article.line.is_none() {
                let end = if located.end.line == located.start.line { located.end.column.saturating_sub(1) } else { 1 };
                properties.push_str(&format!(",endLine={},endColumn={}", located.end.line, end.max(1)));
            }
            let claim = located.rule.as_ref().map_or(finding.code, |rule| rule.fact.id.as_str());
            properties.push_str(&format!(",title={}", property(&format!("{}: {claim}", finding.verdict.name()))));
            out.push_str(&format!("::{level} {properties}::{}\n", message(&finding.message)));
        }
    }
    out
}

fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(words: &str) -> String {
    message(words).replace(':', "%3A").replace(',', "%2C")
}
