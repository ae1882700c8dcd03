//! Trees of texts that differ in names and figures only, such as the claims of a large rule base: each pattern is read
//! once, with the same stand-ins for its names and figures, so that the tree does not depend on which text came first.

use super::model::Model;
use super::{Tree, Word};
use crate::article::token::Token;
use crate::span::Span;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The patterns read so far.
#[derive(Debug, Default)]
pub struct Alike(Mutex<HashMap<String, Arc<Vec<Word>>>>);

/// A known name in a text, and what stands for its words.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    pub span: Span,
    /// For all words but the last.
    pub first: &'static str,
    /// For the last word, or for a name that is one token. `None` keeps it: "Line", "Festival".
    pub last: Option<&'static str>,
}

impl Stand {
    pub fn person(span: Span) -> Self {
        Self { span, first: "Adrian", last: Some("Marlowe") }
    }

    /// A place or thing.
    pub fn thing(span: Span, keeps_last: bool) -> Self {
        Self { span, first: "Norfolk", last: (!keeps_last).then_some("Norwick") }
    }
}

const YEAR: &str = "2013";

impl Alike {
    /// Tokens of one text → its tree. `names`: the known names in it, in order.
    pub fn parse(&self, text: &str, tokens: &[Token], names: &[Stand]) -> Tree {
        let (pattern, stands) = pattern(text, tokens, names);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&pattern).cloned();
        let read = known.unwrap_or_else(|| {
            let read = Arc::new(Model::embedded().parse(&pattern, &stands).words);
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(pattern.clone(), read.clone());
            read
        });
        let own = |(at, word): (usize, &Word)| {
            let mut word = word.clone();
            let (Some(token), Some(stand)) = (tokens.get(at), stands.get(at)) else { return word };
            let form = token.span.of(text);
            if form != stand.span.of(&pattern) {
                word.lemma = form.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            word.span = token.span;
            word
        };
        Tree::new(read.iter().enumerate().map(own).collect())
    }
}

/// The text with stand-ins, one space between its tokens where it had any, and the tokens in it.
fn pattern(text: &str, tokens: &[Token], names: &[Stand]) -> (String, Vec<Token>) {
    let mut pattern = String::new();
    let mut stands = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && tokens[at - 1].span.end < token.span.start {
            pattern.push(' ');
        }
        let start = pattern.len();
        let form = token.span.of(text);
        let is_name = |_: &&Stand| token.is_name || form.starts_with(char::is_uppercase) && form.chars().count() > 1;
        let name = names.iter().find(|name| name.span.overlaps(token.span)).filter(is_name);
        match name.map(|name| if token.span.end < name.span.end { Some(name.first) } else { name.last }) {
            Some(Some(stand)) => pattern.push_str(stand),
            Some(None) => pattern.push_str(form),
            None if is_year(form) => pattern.push_str(YEAR),
            None => pattern.extend(form.chars().map(|c| if c.is_ascii_digit() { '5' } else { c })),
        }
        stands.push(Token { span: Span::new(start, pattern.len()), is_name: token.is_name });
    }
    (pattern, stands)
}

fn is_year(form: &str) -> bool {
    form.len() == 4 && form.parse::<u16>().is_ok_and(|year| (1000..2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::token::tokens;

    fn tree(alike: &Alike, text: &str, name: &str) -> Tree {
        let start = text.find(name).unwrap_or_default();
        let span = Span::new(start, start + name.len());
        alike.parse(text, &tokens(text, Span::new(0, text.len()), &[span]), &[Stand::thing(span, false)])
    }

    #[test]
    fn a_pattern_is_read_once_and_keeps_each_texts_own_words() {
        let alike = Alike::default();
        let (one, other) = ("Orley opened 12 bridges in 2013.", "Ullsmere opened 31 bridges in 1987.");
        let (a, b) = (tree(&alike, one, "Orley"), tree(&alike, other, "Ullsmere"));
        assert_eq!(alike.0.lock().unwrap().len(), 1);
        let shape = |tree: &Tree| tree.words.iter().map(|word| (word.head, word.deprel)).collect::<Vec<_>>();
        assert_eq!(shape(&a), shape(&b));
        for word in &b.words {
            let form = word.span.of(other);
            assert!(other.contains(form) && !form.is_empty());
        }
        assert_eq!((a.words[0].lemma.as_str(), b.words[0].lemma.as_str()), ("Orley", "Ullsmere"));
        assert_eq!((a.words[2].lemma.as_str(), b.words[2].lemma.as_str()), ("12", "31"));
    }

    #[test]
    fn what_was_read_before_changes_nothing() {
        let sentence = "Orley opened 12 bridges in 2013.";
        let alone = tree(&Alike::default(), sentence, "Orley");
        let alike = Alike::default();
        tree(&alike, "Ullsmere opened 31 bridges in 1987.", "Ullsmere");
        assert_eq!(format!("{:?}", tree(&alike, sentence, "Orley").words), format!("{:?}", alone.words));
    }
}
