//! A page's title and date: headline, `<title>`, meta elements, JSON-LD, `<time>`.

use super::entity;
use super::tokens::{Attributes, Token};
use crate::article::date;
use crate::span::Span;
use jiff::civil::Date;
use serde_json::Value;

#[derive(Debug, Default)]
pub struct Meta {
    pub title: Option<String>,
    pub date: Option<Date>,
}

/// What the page says of itself. The headline goes before `og:title`, and that before `<title>`;
/// meta elements go before JSON-LD, and that before the first `<time>`.
pub fn read(original: &str, tokens: &[Token]) -> Meta {
    let (mut headline, mut social, mut title) = (None, None, None);
    let (mut meta_date, mut linked, mut time) = (None, None, None);
    for (index, token) in tokens.iter().enumerate() {
        let Token::Start { name, attributes, .. } = token else { continue };
        match name.as_str() {
            "meta" => {
                social = social.or_else(|| title_of(attributes));
                meta_date = meta_date.or_else(|| date_of(attributes));
            }
            "title" if title.is_none() => {
                title = words_inside(original, &tokens[index + 1..], "title").map(without_site)
            }
            "h1" if headline.is_none() => headline = words_inside(original, &tokens[index + 1..], "h1"),
            "time" => time = time.or_else(|| attributes.get("datetime").and_then(|words| date::parse(words))),
            "script" if attributes.get("type").is_some_and(|kind| kind.contains("ld+json")) => {
                linked = linked.or_else(|| linked_date(original, tokens.get(index + 1)));
            }
            _ => {}
        }
        if meta_date.is_none()
            && attributes.get("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("datePublished"))
        {
            let words = attributes.get("content").or(attributes.get("datetime"));
            meta_date = words.and_then(|words| date::parse(words));
        }
    }
    Meta { title: headline.or(social).or(title), date: meta_date.or(linked).or(time) }
}

/// The words up to the end tag of `name`, white space folded as a page shows it.
fn words_inside(original: &str, tokens: &[Token], name: &str) -> Option<String> {
    let mut words = String::new();
    for token in tokens {
        match token {
            Token::Text(span) => words.push_str(&entity::decode(original, *span)),
            Token::End { name: end } if end == name => break,
            _ => {}
        }
    }
    let folded = words.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (!folded.is_empty()).then_some(folded)
}

/// "Two hours in Alaska | The Bugle" without the site's name.
fn without_site(title: String) -> String {
    for separator in [" | ", " – ", " — ", " - "] {
        if let Some((words, site)) = title.rsplit_once(separator)
            && site.split_whitespace().count() <= 4
            && words.split_whitespace().count() >= 2
        {
            return words.to_owned();
        }
    }
    title
}

fn key(attributes: &Attributes) -> Option<String> {
    attributes.get("property").or(attributes.get("name")).map(|key| key.to_ascii_lowercase())
}

fn title_of(attributes: &Attributes) -> Option<String> {
    let wanted = matches!(key(attributes)?.as_str(), "og:title" | "twitter:title");
    attributes.get("content").filter(|words| wanted && !words.trim().is_empty()).cloned()
}

fn date_of(attributes: &Attributes) -> Option<Date> {
    const KEYS: [&str; 14] = [
        "article:published_time",
        "og:published_time",
        "article:published",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "parsely-pub-date",
        "sailthru.date",
        "datepublished",
    ];
    let key = key(attributes)?;
    KEYS.contains(&key.as_str()).then(|| attributes.get("content").and_then(|words| date::parse(words)))?
}

fn linked_date(original: &str, script: Option<&Token>) -> Option<Date> {
    let Some(Token::Text(span)) = script else { return None };
    let span: Span = *span;
    let value: Value = serde_json::from_str(span.of(original).trim()).ok()?;
    published(&value)
}

/// The first `datePublished` anywhere in the data.
fn published(value: &Value) -> Option<Date> {
    match value {
        Value::Object(fields) => {
            let own = fields.get("datePublished").and_then(Value::as_str).and_then(date::parse);
            own.or_else(|| fields.values().find_map(published))
        }
        Value::Array(items) => items.iter().find_map(published),
        _ => None,
    }
}
