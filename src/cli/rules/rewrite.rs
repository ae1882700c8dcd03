//! Changes to a rule file that leave every other byte alone.

use crate::rulebook::yaml::{Content, Node, Tree};
use crate::span::Span;

/// Replaces bytes of `text`; the replacements do not overlap.
pub fn replaced(text: &str, mut changes: Vec<(Span, String)>) -> String {
    changes.sort_by_key(|(span, _)| span.start);
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for (span, words) in changes {
        changed.push_str(text.get(at..span.start).unwrap_or(""));
        changed.push_str(&words);
        at = span.end.max(at);
    }
    changed.push_str(text.get(at..).unwrap_or(""));
    changed
}

/// A text as YAML can hold it on one line: plain where that is safe, in quotation marks elsewhere.
pub fn scalar(text: &str) -> String {
    let starts_badly = text.starts_with(|first: char| {
        matches!(first, '"' | '\'' | '{' | '}' | '[' | ']' | '&' | '*' | '!' | '|' | '>' | '%' | '@' | '`' | '#' | ',')
            || first.is_whitespace()
    });
    let indicator = text.starts_with("- ") || text.starts_with("? ") || text.starts_with(": ");
    let inside = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let is_word = matches!(text, "" | "~" | "null" | "true" | "false" | "yes" | "no");
    let is_odd = text.ends_with(char::is_whitespace) || text.contains('\n');
    if starts_badly || indicator || inside || is_word || is_odd {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        text.to_owned()
    }
}

/// The file with one more claim at the end of its `claims:`. `None` where the list is written in brackets, or is no
/// list.
pub fn with_claim(text: &str, tree: &Tree, claim: &str) -> Option<String> {
    let line = |indent: usize| format!("{}- {}\n", " ".repeat(indent), scalar(claim));
    let Some(claims) = tree.root.as_ref().and_then(|root| root.get(tree, "claims")) else {
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return Some(format!("{text}{gap}claims:\n{}", line(2)));
    };
    match &claims.content {
        Content::List(items) => {
            let last = items.last()?;
            if text.get(claims.span.start..)?.starts_with('[') {
                return None;
            }
            let indent = dash_column(text, last)?;
            let end = end_of_item(text, last, indent);
            let before = text.get(..end)?;
            let gap = if before.ends_with('\n') { "" } else { "\n" };
            Some(format!("{before}{gap}{}{}", line(indent), text.get(end..)?))
        }
        Content::Empty => {
            let after = text.get(claims.span.start..)?.find('\n').map_or(text.len(), |at| claims.span.start + at + 1);
            let before = text.get(..after)?;
            let gap = if before.ends_with('\n') { "" } else { "\n" };
            Some(format!("{before}{gap}{}{}", line(2), text.get(after..)?))
        }
        _ => None,
    }
}

/// The column of the dash before an item.
fn dash_column(text: &str, item: &Node) -> Option<usize> {
    let before = text.get(..item.span.start)?;
    let dash = before.rfind('-')?;
    let line = before[..dash].rfind('\n').map_or(0, |newline| newline + 1);
    before[line..dash].bytes().all(|byte| byte == b' ').then_some(dash - line)
}

/// Behind the last line that belongs to an item: lines that are indented further than its dash.
fn end_of_item(text: &str, item: &Node, indent: usize) -> usize {
    let mut end = text[item.span.start..].find('\n').map_or(text.len(), |at| item.span.start + at + 1);
    let mut at = end;
    for line in text[end..].split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        if line.len() - line.trim_start_matches(' ').len() <= indent {
            break;
        }
        end = at;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::yaml;

    fn added(text: &str) -> String {
        let (tree, problems) = yaml::read("a.yaml", text);
        assert!(problems.is_empty(), "{problems:?}");
        with_claim(text, &tree, "host = Anchorage").expect("a place for the claim")
    }

    #[test]
    fn a_claim_is_added_without_touching_the_rest() {
        assert_eq!(added(""), "claims:\n  - host = Anchorage\n");
        assert_eq!(added("claims:\n  - a = 1 # one\n"), "claims:\n  - a = 1 # one\n  - host = Anchorage\n");
        assert_eq!(added("claims:\n- a = 1\n\n# end\n"), "claims:\n- a = 1\n- host = Anchorage\n\n# end\n");
        assert_eq!(
            added("claims:\n  - id: x\n    claim: a = 1\n    # why\n\nentities:\n  b: {name: B}\n"),
            "claims:\n  - id: x\n    claim: a = 1\n    # why\n  - host = Anchorage\n\nentities:\n  b: {name: B}\n"
        );
        assert_eq!(added("title: x\n"), "title: x\nclaims:\n  - host = Anchorage\n");
        assert_eq!(added("claims:\ntitle: x\n"), "claims:\n  - host = Anchorage\ntitle: x\n");
    }

    #[test]
    fn scalars_that_need_marks_get_them() {
        assert_eq!(scalar("a = 1"), "a = 1");
        assert_eq!(scalar("a: b"), "'a: b'");
        assert_eq!(scalar("\"x\" isn't"), "'\"x\" isn''t'");
    }
}
