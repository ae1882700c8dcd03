//! Sentence → reading: its tree with the values, quotations and mentions in it.

use super::BlockKind;
use super::clause::{Assertion, assertion, clause_head};
use super::mention::{Hit, Mention, NameKind, mentions, top_word, words_under};
use super::token::tokens;
use crate::lexicon::{Trigger, lexicon, triggers};
use crate::span::Span;
use crate::syntax::{self, Alike, Deprel, Stand, Tree, Upos};
use crate::value::{self, ValueMention};

/// Everything later stages want to know of one sentence. Word numbers index `tree.words`.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Bytes of the article's text.
    pub span: Span,
    pub block: BlockKind,
    pub tree: Tree,
    /// The words as written, in lower case.
    pub forms: Vec<String>,
    pub mentions: Vec<Mention>,
    pub values: Vec<ValueAt>,
    /// Stretches inside quotation marks, marks left out.
    pub quotes: Vec<Span>,
    pub triggers: Vec<Trigger>,
}

/// A value and where it hangs in the tree.
#[derive(Clone, Debug)]
pub struct ValueAt {
    pub mention: ValueMention,
    pub words: std::ops::Range<usize>,
    pub head: usize,
}

/// Reads one sentence. `hits` are the known names of the whole text, `quotes` its quotations, both in order; `alike` where
/// many sentences differ in names and figures only, as claims do. Never fails.
pub fn read(
    text: &str,
    span: Span,
    block: BlockKind,
    hits: &[Hit],
    quotes: &[Span],
    context: &value::Context,
    alike: Option<(&Alike, &[Stand])>,
) -> Reading {
    let from = hits.partition_point(|hit| hit.span.end <= span.start);
    let to = hits.partition_point(|hit| hit.span.start < span.end);
    let hits = &hits[from..to.max(from)];
    let names = single_names(text, span, hits);
    let tokens = tokens(text, span, &names);
    let tree = match alike {
        Some((alike, stands)) => alike.parse(text, &tokens, stands),
        None => syntax::parse(text, &tokens),
    };
    let mut forms: Vec<String> = tree.words.iter().map(|word| word.span.of(text).to_lowercase()).collect();
    // "The No campaign": a capital in mid-sentence makes a name of it, which denies nothing.
    for at in 1..forms.len() {
        let after_word = forms[at - 1].chars().all(char::is_alphanumeric);
        if after_word && tree.words[at].span.of(text) == "No" {
            forms[at] = "No".to_owned();
        }
    }
    let mentions = mentions(text, &tree, &forms, hits);
    let values = value::find(text, span, context)
        .into_iter()
        .filter(|value| {
            // A number inside a name is no value, unless the name is only the value's own word.
            !hits.iter().any(|hit| hit.span.contains(value.core) && hit.span.len() > value.core.len())
        })
        .filter_map(|mention| placed(&tree, mention))
        .collect();
    let quotes = quotes.iter().copied().filter(|quote| quote.overlaps(span)).collect();
    let triggers = triggers(lexicon(), &tree, &forms);
    Reading { span, block, tree, forms, mentions, values, quotes, triggers }
}

fn placed(tree: &Tree, mention: ValueMention) -> Option<ValueAt> {
    let words = words_under(tree, mention.core);
    if words.is_empty() {
        return None;
    }
    let head = top_word(tree, words.clone());
    Some(ValueAt { mention, words, head })
}

/// Known names of one word, which the tagger may take for something else ("Quill crashed out", "United won").
fn single_names(text: &str, sentence: Span, hits: &[Hit]) -> Vec<Span> {
    let proper = |hit: &&Hit| {
        let kind = hit.entities.first().map(|(_, kind)| *kind);
        let word = hit.span.of(text);
        let after = text[hit.span.end..].chars().next().unwrap_or(' ');
        let before = text[..hit.span.start].chars().next_back().unwrap_or(' ');
        matches!(kind, Some(NameKind::Proper | NameKind::Short))
            && hit.span.start >= sentence.start
            && hit.span.end <= sentence.end
            && word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && word.chars().all(char::is_alphabetic)
            && !before.is_alphanumeric()
            && !after.is_alphanumeric()
            && !matches!(before, '-' | '–')
            && !matches!(after, '-' | '–')
            && !hits.iter().any(|other| other.span != hit.span && other.span.overlaps(hit.span))
    };
    let mut names: Vec<Span> = hits.iter().filter(proper).map(|hit| hit.span).collect();
    names.sort_unstable_by_key(|name| name.start);
    names.dedup();
    names
}

impl Reading {
    /// The figure that a line opens with is a value, though "6." by itself would be the mark of a list.
    pub fn open_with(&mut self, text: &str, figure: Span, context: &value::Context) {
        if self.values.iter().any(|known| known.mention.span.overlaps(figure)) {
            return;
        }
        let found = value::find(text, figure, context).into_iter().next();
        if let Some(value) = found.and_then(|mention| placed(&self.tree, mention)) {
            self.values.insert(0, value);
        }
    }

    pub fn lemma(&self, word: usize) -> &str {
        &self.tree.words[word].lemma
    }

    pub fn is(&self, word: usize, deprel: Deprel) -> bool {
        self.tree.words[word].deprel == deprel
    }

    pub fn upos(&self, word: usize) -> Upos {
        self.tree.words[word].upos
    }

    pub fn assertion(&self, word: usize) -> Assertion {
        assertion(&self.tree, &self.forms, word)
    }

    pub fn clause(&self, word: usize) -> usize {
        clause_head(&self.tree, word)
    }

    /// The mention that `word` is part of; the longest where several are.
    pub fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.mentions.iter().filter(|mention| mention.words.contains(&word)).max_by_key(|mention| mention.words.len())
    }

    pub fn value_at(&self, word: usize) -> Option<&ValueAt> {
        self.values.iter().find(|value| value.words.contains(&word))
    }

    /// Whether the word stands inside quotation marks.
    pub fn is_quoted(&self, word: usize) -> bool {
        let at = self.tree.words[word].span;
        self.quotes.iter().any(|quote| quote.contains(at))
    }

    /// The prepositions and case marks of `word`.
    pub fn cases(&self, word: usize) -> impl Iterator<Item = &str> + '_ {
        self.tree
            .children(word)
            .filter(move |&child| child < word && matches!(self.tree.words[child].deprel, Deprel::Case | Deprel::Mark))
            .map(|child| self.forms[child].as_str())
    }

    pub fn has_case(&self, word: usize, cases: &[&str]) -> bool {
        self.cases(word).any(|case| cases.contains(&case))
    }

    /// The word and everything below it, in text order.
    pub fn subtree(&self, word: usize) -> Vec<usize> {
        let mut all = vec![word];
        let mut next = 0;
        while next < all.len() {
            all.extend(self.tree.children(all[next]));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    pub fn ancestors(&self, word: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut at = word;
        while let Some(head) = self.tree.words[at].head {
            if all.len() > self.tree.words.len() {
                break;
            }
            all.push(head);
            at = head;
        }
        all
    }

    /// The bytes from the first to the last of `words`.
    pub fn span_of(&self, words: impl IntoIterator<Item = usize>) -> Span {
        let mut span: Option<Span> = None;
        for word in words {
            let this = self.tree.words[word].span;
            span = Some(span.map_or(this, |span| span.to(this)));
        }
        span.unwrap_or(Span::new(self.span.start, self.span.start))
    }

    /// The number of steps in the tree from one word to the other.
    pub fn distance(&self, a: usize, b: usize) -> usize {
        let up_a = [vec![a], self.ancestors(a)].concat();
        let up_b = [vec![b], self.ancestors(b)].concat();
        for (i, word) in up_a.iter().enumerate() {
            if let Some(j) = up_b.iter().position(|other| other == word) {
                return i + j;
            }
        }
        usize::MAX
    }
}

/// The quotations of a text: bytes inside each pair of marks. An unclosed mark ends with its paragraph.
pub fn quotations(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let words = block.of(text);
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        let here = block.start + at;
        match (open, c) {
            (None, '"' | '“' | '„' | '«') => open = Some((here + c.len_utf8(), c)),
            (None, '‘' | '\'') if !before.is_alphanumeric() && next.is_alphanumeric() && closes(words, at, c) => {
                open = Some((here + c.len_utf8(), c));
            }
            (Some((start, mark)), _) if is_close(mark, c, before, next) => {
                if here > start {
                    found.push(Span::new(start, here));
                }
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    if let Some((start, mark)) = open
        && matches!(mark, '"' | '“')
        && block.end > start
    {
        found.push(Span::new(start, block.end));
    }
    found
}

fn is_close(mark: char, c: char, before: char, next: char) -> bool {
    match mark {
        '"' => c == '"' || c == '”',
        '“' => c == '”' || c == '"',
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        _ => {
            matches!(c, '’' | '\'')
                && !next.is_alphanumeric()
                && (before.is_alphanumeric() || matches!(before, '.' | ',' | '!' | '?' | '…' | ')' | '%'))
        }
    }
}

/// Whether a single mark at `at` is closed further on (else it is an apostrophe).
fn closes(words: &str, at: usize, mark: char) -> bool {
    let rest = &words[at + mark.len_utf8()..];
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    let mut length = 0;
    while let Some((_, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        if length > 1 && is_close(mark, c, before, next) {
            return true;
        }
        before = c;
        length += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn marks_of_every_style_enclose_quotations() {
        assert_eq!(quoted("He said \"no\" and “yes.”"), ["no", "yes."]);
        assert_eq!(quoted("‘I don’t know,’ he said."), ["I don’t know,"]);
        assert_eq!(quoted("the 'tecs' boss's car"), ["tecs"]);
        assert_eq!(quoted("the players' bus and the dogs' home"), Vec::<&str>::new());
    }
}
