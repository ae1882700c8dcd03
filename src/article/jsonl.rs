//! JSON lines: one article a line, as archives export them.

use super::{Article, Builder, Fault, ReadError, date, furniture, plain};
use serde::Deserialize;

/// A line. Keys that are not named here are the archive's own.
#[derive(Deserialize)]
struct Row {
    id: Option<Id>,
    date: Option<String>,
    title: Option<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Words(String),
    Number(i64),
}

/// The articles of `text`, and what is wrong with the lines that are none. A line without `id` is named by its number.
pub fn read(path: &str, text: &str) -> (Vec<Article>, Vec<ReadError>) {
    let (mut articles, mut errors) = (Vec::new(), Vec::new());
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Row>(line) {
            Ok(row) => {
                let (article, error) = article(path, index + 1, row);
                articles.push(article);
                errors.extend(error);
            }
            Err(error) => {
                let column = error.column();
                let message = reason(&error.to_string());
                errors.push(ReadError::at(path, index + 1, column.max(1), Fault::Json { message }));
            }
        }
    }
    (articles, errors)
}

fn article(path: &str, line: usize, row: Row) -> (Article, Option<ReadError>) {
    let mut builder = Builder::new(row.text.into());
    plain::read(&mut builder, 0, true);
    let (text, mut blocks) = builder.finish();
    furniture::mark(text.as_str(), &mut blocks);
    let id = match row.id {
        Some(Id::Words(words)) => words,
        Some(Id::Number(number)) => number.to_string(),
        None => line.to_string(),
    };
    let words = row.date.filter(|words| !words.trim().is_empty());
    let date = words.as_deref().and_then(date::parse);
    let bad = words.filter(|_| date.is_none());
    let error = bad.map(|words| ReadError::at(path, line, 1, Fault::Date { words }));
    (Article { path: path.to_owned(), id: Some(id), line: Some(line), date, title: row.title, text, blocks }, error)
}

/// serde's message without the place, which is told apart from it.
fn reason(message: &str) -> String {
    let words = message.rsplit_once(" at line ").map_or(message, |(words, _)| words);
    format!("this line is not an article: {words}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_faults() {
        let text = "{\"id\": \"a\", \"date\": \"2025-08-16\", \"title\": \"T\", \"text\": \"He left.\\n\\nTwo h\\u00e9.\"}\n\n{\"id\": 7, \"text\": \"x\", \"date\": \"soon\"}\n{\"text\": \"y\"}\n{\"id\": \"b\"}\nno";
        let (articles, errors) = read("a.jsonl", text);
        let ids: Vec<_> = articles.iter().filter_map(|article| article.id.as_deref()).collect();
        assert_eq!(ids, ["a", "7", "4"]);
        assert_eq!(articles[0].text.original().as_ref(), "He left.\n\nTwo hé.");
        assert_eq!(articles[0].blocks.len(), 2);
        let errors: Vec<String> =
            errors.iter().map(|error| format!("{:?} {error}", error.place.unwrap_or_default().0)).collect();
        assert_eq!(
            errors,
            [
                "3 `soon` is not a date",
                "5 this line is not an article: missing field `text`",
                "6 this line is not an article: expected ident"
            ]
        );
    }
}
