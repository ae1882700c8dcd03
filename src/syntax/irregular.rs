//! Irregular verb forms that the tagger takes for nouns or names, because training saw them seldom: "beat", "struck", "sank".

use super::Upos;
use super::model::TagTable;
use std::collections::HashMap;
use std::sync::OnceLock;

/// How much a form by itself means the verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    Only,
    Mostly,
    Also,
}

struct Entry {
    lemma: &'static str,
    past: bool,
    participle: bool,
    share: Share,
}

/// The words of a sentence as the tagger sees them.
pub struct Tagged {
    /// Numbers of the tag table.
    pub tags: Vec<u8>,
    pub coarse: Vec<Upos>,
    pub lemmas: Vec<String>,
}

/// Mends tags and lemmas.
pub fn mend(words: &[&str], names: impl Fn(usize) -> bool, tagged: &mut Tagged, table: &TagTable) {
    let (Some(past), Some(participle)) = (table.index(Upos::Verb, "VBD"), table.index(Upos::Verb, "VBN")) else {
        return;
    };
    for at in 0..words.len() {
        let Some(entry) = entries().get(words[at].to_lowercase().as_str()).filter(|_| !names(at)) else { continue };
        if tagged.coarse[at] == Upos::Verb {
            // "Found" as a base form is another verb.
            let after_to = at > 0 && (words[at - 1] == "to" || tagged.coarse[at - 1] == Upos::Aux);
            let own = tagged.lemmas[at] == words[at].to_lowercase() && !after_to;
            if matches!(table.get(tagged.tags[at]).1, "VBD" | "VBN") || own && entry.share != Share::Also {
                tagged.lemmas[at] = entry.lemma.to_owned();
            }
            continue;
        }
        let capital = words[at].starts_with(char::is_uppercase);
        if capital || tagged.coarse[at] == Upos::Aux || !is_verb(entry.share, at, tagged, table) {
            continue;
        }
        let after_auxiliary = (at.saturating_sub(3)..at)
            .rev()
            .find(|&near| tagged.coarse[near] != Upos::Adv && tagged.coarse[near] != Upos::Part)
            .is_some_and(|near| tagged.coarse[near] == Upos::Aux);
        let tag = match (after_auxiliary, entry.past, entry.participle) {
            (true, _, true) | (_, false, true) => participle,
            _ => past,
        };
        tagged.tags[at] = tag;
        tagged.coarse[at] = Upos::Verb;
        tagged.lemmas[at] = entry.lemma.to_owned();
    }
}

/// The verb of which the word is an irregular form.
pub fn lemma(form: &str) -> Option<&'static str> {
    entries().get(form.to_lowercase().as_str()).map(|entry| entry.lemma)
}

/// Whether the form, tagged as no verb, stands where only a verb can.
fn is_verb(share: Share, at: usize, tagged: &Tagged, table: &TagTable) -> bool {
    let coarse = |by: isize| at.checked_add_signed(by).and_then(|near| tagged.coarse.get(near)).copied();
    let before = coarse(-1);
    // "the beat", "a rose", "his left".
    if matches!(before, Some(Upos::Det | Upos::Adj | Upos::Num)) && share != Share::Only {
        return false;
    }
    let nominal = matches!(before, Some(Upos::Noun | Upos::Propn | Upos::Pron));
    let object = matches!(coarse(1), Some(Upos::Det | Upos::Propn | Upos::Pron | Upos::Num));
    let finite = || tagged.tags.iter().any(|&tag| matches!(table.get(tag).1, "VBD" | "VBZ" | "VBP" | "MD"));
    match share {
        Share::Only => before != Some(Upos::Det),
        Share::Mostly => nominal && (object || !finite()),
        Share::Also => nominal && !finite(),
    }
}

fn entries() -> &'static HashMap<&'static str, Entry> {
    static ENTRIES: OnceLock<HashMap<&'static str, Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let mut entries: HashMap<&'static str, Entry> = HashMap::new();
        for line in include_str!("irregular.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(lemma), Some(past), Some(participle), Some(share)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let share = match share {
                "only" => Share::Only,
                "mostly" => Share::Mostly,
                _ => Share::Also,
            };
            for (form, is_past) in [(past, true), (participle, false)] {
                if form == "-" {
                    continue;
                }
                let entry = entries.entry(form).or_insert(Entry { lemma, past: false, participle: false, share });
                entry.past |= is_past;
                entry.participle |= !is_past;
            }
        }
        entries
    })
}
