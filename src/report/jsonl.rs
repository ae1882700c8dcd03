//! One JSON object a finding and line: the finding of [`super::json`] with its article's path, id and date.

use super::Run;
use super::facts::Places;
use super::json;
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    id: Option<&'a str>,
    date: Option<String>,
    #[serde(flatten)]
    finding: json::FindingReport,
}

/// The findings that are shown, one a line.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let mut out = String::new();
    for judged in run.articles {
        for located in places.locate(judged, judged.shown(run.show)) {
            let line = Line {
                path: &judged.article.path,
                id: judged.article.id.as_deref(),
                date: judged.article.date.map(|date| date.to_string()),
                finding: json::finding(judged, &located),
            };
            out.push_str(&serde_json::to_string(&line).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}
