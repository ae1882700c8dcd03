//! SARIF 2.1.0, which code scanning services read.

use super::Run;
use super::facts::{Located, Places};
use super::{Judged, words};
use crate::check::Verdict;
use crate::rulebook::Severity;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The log of a run: every claim that has a finding is a rule, every finding a result.
pub fn render(run: &Run) -> String {
    let places = Places::new(run.rulebook);
    let mut rules: BTreeMap<String, Value> = BTreeMap::new();
    let mut results = Vec::new();
    for judged in run.articles {
        for located in places.locate(judged, judged.shown(run.show)) {
            rules.entry(rule_id(&located).to_owned()).or_insert_with(|| rule(&located));
            results.push((judged, located));
        }
    }
    let ids: Vec<&String> = rules.keys().collect();
    let results: Vec<Value> = results
        .iter()
        .map(|(judged, located)| result(judged, located, ids.iter().position(|id| *id == rule_id(located))))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "factlint",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut out = serde_json::to_string_pretty(&log).unwrap_or_default();
    out.push('\n');
    out
}

/// The claim; where a statement contradicts itself, the code of what is wrong.
fn rule_id<'a>(located: &Located<'a>) -> &'a str {
    located.rule.as_ref().map_or(located.finding.code, |rule| rule.fact.id.as_str())
}

fn rule(located: &Located) -> Value {
    let Some(rule) = &located.rule else {
        return json!({"id": located.finding.code, "shortDescription": {"text": located.finding.code}});
    };
    let claim = rule.span.of(rule.text);
    let mut value = json!({
        "id": rule.fact.id,
        "shortDescription": {"text": if claim.is_empty() { rule.fact.id.as_str() } else { claim }},
        "defaultConfiguration": {"level": level_of(rule.fact.severity)},
    });
    if let Some(note) = &rule.fact.note {
        value["fullDescription"] = json!({"text": note});
    }
    if let Some(source) = &rule.fact.source {
        value["help"] = json!({"text": format!("Source: {}", words::source(source))});
        if let Some(url) = &source.url {
            value["helpUri"] = json!(url);
        }
    }
    value
}

fn result(judged: &Judged, located: &Located, rule_index: Option<usize>) -> Value {
    let finding = located.finding;
    let mut value = json!({
        "ruleId": rule_id(located),
        "ruleIndex": rule_index,
        "level": level(located),
        "kind": match finding.verdict {
            Verdict::Conflict | Verdict::Imprecise => "fail",
            Verdict::Supported => "pass",
            Verdict::Unchecked => "open",
        },
        "message": {"text": finding.message},
        "locations": [location(judged, located)],
        "properties": {"verdict": finding.verdict.name(), "code": finding.code, "because": finding.because},
    });
    if let Some(rule) = &located.rule {
        value["relatedLocations"] = json!([{
            "physicalLocation": {
                "artifactLocation": {"uri": uri(rule.path)},
                "region": {"startLine": rule.start.line, "startColumn": rule.start.column},
            },
            "message": {"text": "the rule"},
        }]);
    }
    // Columns of a JSON line's article are not columns of its file: no replacement can be given there.
    if let (Some(suggestion), None) = (&finding.suggestion, judged.article.line) {
        let span = judged.article.text.to_original(suggestion.span);
        value["fixes"] = json!([{
            "description": {"text": format!("Write “{}”", suggestion.text)},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(&judged.article.path)},
                "replacements": [{
                    "deletedRegion": {"byteOffset": span.start, "byteLength": span.len()},
                    "insertedContent": {"text": suggestion.text},
                }],
            }],
        }]);
    }
    value
}

fn location(judged: &Judged, located: &Located) -> Value {
    let region = match judged.article.line {
        Some(line) => json!({"startLine": line, "snippet": {"text": located.words}}),
        None => json!({
            "startLine": located.start.line,
            "startColumn": located.start.column,
            "endLine": located.end.line,
            "endColumn": located.end.column,
            "byteOffset": located.span.start,
            "byteLength": located.span.len(),
            "snippet": {"text": located.words},
        }),
    };
    let mut value =
        json!({"physicalLocation": {"artifactLocation": {"uri": uri(&judged.article.path)}, "region": region}});
    if let Some(id) = &judged.article.id {
        value["logicalLocations"] = json!([{"name": id, "kind": "article"}]);
    }
    value
}

fn level(located: &Located) -> &'static str {
    match located.finding.verdict {
        Verdict::Conflict => level_of(located.finding.severity),
        Verdict::Imprecise if located.finding.severity == Severity::Info => "note",
        Verdict::Imprecise => "warning",
        Verdict::Supported | Verdict::Unchecked => "none",
    }
}

fn level_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative reference: everything but plain characters is percent-encoded.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect()
}
