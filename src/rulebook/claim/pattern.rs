//! `patterns:` of a claim: explicit wordings with slots.

use super::ClaimError;
use crate::span::{Span, Spanned};

/// A sequence of items that must match one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    pub text: String,
    /// Bytes of the rule file.
    pub span: Span,
    /// Their spans count bytes of `text`.
    pub items: Vec<Spanned<Item>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A word, matched by lemma.
    Word(String),
    /// `{value}`: the value sought.
    Value,
    /// `{ID}`: any mention of that entity.
    Entity(String),
    /// `(a|b)`.
    OneOf(Vec<Vec<Item>>),
    /// `[x]`.
    Optional(Vec<Item>),
    /// `...`: a gap inside the clause.
    Gap,
}

const MAX_DEPTH: usize = 8;

/// Reads a pattern. `span` are its bytes in the rule file.
pub fn parse(text: &str, span: Span) -> Result<Pattern, ClaimError> {
    let mut reader = Reader { text, at: 0 };
    let items = reader.sequence(0, None)?;
    if let Some(mark) = reader.peek() {
        let span = Span::new(reader.at, reader.at + mark.len_utf8());
        return Err(ClaimError::new("bad-pattern", span, format!("This `{mark}` closes nothing."), "no opening mark")
            .help("Alternatives are `(dragged on|lasted)`, optional words `[nearly]`, slots `{value}`."));
    }
    if items.is_empty() {
        return Err(ClaimError::new("bad-pattern", Span::new(0, text.len()), "This pattern is empty.", "no words")
            .help("For example `{summit} dragged on for {value}`."));
    }
    if items.iter().all(|item| matches!(item.value, Item::Gap | Item::Optional(_))) {
        let whole = Span::new(0, text.len());
        return Err(ClaimError::new("bad-pattern", whole, "This pattern matches everything.", "no fixed words")
            .help("Add a word or a slot that must be there: `{summit} dragged on for {value}`."));
    }
    Ok(Pattern { text: text.to_owned(), span, items })
}

impl Pattern {
    /// The entities named in slots, with their place in the pattern.
    pub fn entities(&self) -> Vec<(&str, Span)> {
        let mut found = Vec::new();
        for item in &self.items {
            collect(&item.value, item.span, &mut found);
        }
        found
    }
}

impl Pattern {
    /// All words that stand in the pattern, those of alternatives and optional ones too.
    pub fn words(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.items.iter().for_each(|item| collect_words(&item.value, &mut found));
        found
    }
}

fn collect_words<'p>(item: &'p Item, found: &mut Vec<&'p str>) {
    match item {
        Item::Word(word) => found.push(word),
        Item::OneOf(choices) => choices.iter().flatten().for_each(|item| collect_words(item, found)),
        Item::Optional(items) => items.iter().for_each(|item| collect_words(item, found)),
        Item::Entity(_) | Item::Value | Item::Gap => {}
    }
}

fn collect<'p>(item: &'p Item, span: Span, found: &mut Vec<(&'p str, Span)>) {
    match item {
        Item::Entity(id) => found.push((id, span)),
        Item::OneOf(choices) => choices.iter().flatten().for_each(|item| collect(item, span, found)),
        Item::Optional(items) => items.iter().for_each(|item| collect(item, span, found)),
        Item::Word(_) | Item::Value | Item::Gap => {}
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Items up to a `|`, `)` or `]` of the group that `opened` says, or to the end.
    fn sequence(&mut self, depth: usize, opened: Option<usize>) -> Result<Vec<Spanned<Item>>, ClaimError> {
        if depth > MAX_DEPTH {
            let at = opened.unwrap_or(0);
            return Err(ClaimError::new(
                "bad-pattern",
                Span::new(at, at + 1),
                "Groups are nested too deeply here.",
                "too many levels",
            ));
        }
        let mut items = Vec::new();
        loop {
            self.at += self.text[self.at..].len() - self.text[self.at..].trim_start().len();
            let start = self.at;
            let Some(mark) = self.peek() else { return Ok(items) };
            let item = match mark {
                ')' | ']' | '}' | '|' => return Ok(items),
                '{' => self.slot()?,
                '(' => self.one_of(depth)?,
                '[' => self.optional(depth)?,
                _ => self.word(),
            };
            items.push(Spanned::new(item, Span::new(start, self.at)));
        }
    }

    fn slot(&mut self) -> Result<Item, ClaimError> {
        let start = self.at;
        let Some(end) = self.text[start..].find('}') else {
            return Err(unclosed(start, "{", "}"));
        };
        let name = self.text[start + 1..start + end].trim();
        self.at = start + end + 1;
        if name.is_empty() {
            let span = Span::new(start, self.at);
            return Err(ClaimError::new("bad-pattern", span, "This slot names nothing.", "empty")
                .help("Write `{value}` for the value, or the id of an entity: `{summit}`."));
        }
        Ok(if name == "value" { Item::Value } else { Item::Entity(name.to_owned()) })
    }

    fn one_of(&mut self, depth: usize) -> Result<Item, ClaimError> {
        let start = self.at;
        let mut choices = Vec::new();
        loop {
            self.at += 1;
            let choice = self.sequence(depth + 1, Some(start))?;
            if choice.is_empty() {
                let span = Span::new(start, self.at.max(start + 1));
                return Err(ClaimError::new("bad-pattern", span, "One of these alternatives is empty.", "no words")
                    .help("Words that may be absent go into square brackets: `[nearly]`."));
            }
            choices.push(choice.into_iter().map(|item| item.value).collect());
            match self.peek() {
                Some('|') => {}
                Some(')') => {
                    self.at += 1;
                    return Ok(Item::OneOf(choices));
                }
                _ => return Err(unclosed(start, "(", ")")),
            }
        }
    }

    fn optional(&mut self, depth: usize) -> Result<Item, ClaimError> {
        let start = self.at;
        self.at += 1;
        let items: Vec<Item> = self.sequence(depth + 1, Some(start))?.into_iter().map(|item| item.value).collect();
        match self.peek() {
            Some(']') => self.at += 1,
            Some('|') => {
                let span = Span::new(self.at, self.at + 1);
                return Err(ClaimError::new("bad-pattern", span, "`|` belongs into round brackets.", "not here")
                    .help("Write `[(dragged on|lasted)]`."));
            }
            _ => return Err(unclosed(start, "[", "]")),
        }
        if items.is_empty() {
            let span = Span::new(start, self.at);
            return Err(ClaimError::new("bad-pattern", span, "Nothing stands in these brackets.", "empty"));
        }
        Ok(Item::Optional(items))
    }

    fn word(&mut self) -> Item {
        let rest = &self.text[self.at..];
        for gap in ["...", "…"] {
            if rest.starts_with(gap) {
                self.at += gap.len();
                return Item::Gap;
            }
        }
        let end = rest
            .char_indices()
            .find(|(at, character)| {
                character.is_whitespace()
                    || matches!(character, '{' | '}' | '(' | ')' | '[' | ']' | '|' | '…')
                    || rest[*at..].starts_with("...")
            })
            .map_or(rest.len(), |(at, _)| at);
        self.at += end;
        Item::Word(rest[..end].to_owned())
    }
}

fn unclosed(at: usize, open: &str, close: &str) -> ClaimError {
    ClaimError::new("bad-pattern", Span::new(at, at + 1), format!("This `{open}` is never closed."), "opens here")
        .help(format!("Close it with `{close}`."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read() {
        let pattern = parse("{summit} (dragged on|lasted) [nearly] ... {value}", Span::default()).expect("a pattern");
        assert_eq!(pattern.items.len(), 5);
        assert_eq!(pattern.entities(), [("summit", Span::new(0, 8))]);
        for bad in ["", "{summit", "(a|b", "a)", "[x", "(|b)", "...", "{}", "[a|b]"] {
            assert!(parse(bad, Span::default()).is_err(), "{bad}");
        }
        let deep = "(".repeat(100_000);
        assert!(parse(&deep, Span::default()).is_err());
    }
}
