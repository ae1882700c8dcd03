//! One line a finding: `path:line:column: verdict: message`.

use super::Run;
use super::facts::Places;

/// The findings that are shown, one a line, as editors and terminals can follow them.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let mut out = String::new();
    for judged in run.articles {
        for located in places.locate(judged, judged.shown(run.show)) {
            let place = located.place_in_file(judged);
            let id = judged.article.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
            let claim = located.rule.as_ref().map(|rule| format!(" [{}]", rule.fact.id)).unwrap_or_default();
            out.push_str(&format!(
                "{}:{}:{}:{id} {}: {}{claim}\n",
                judged.article.path,
                place.line,
                place.column,
                located.finding.verdict.name(),
                one_line(&located.finding.message),
            ));
        }
    }
    out
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
