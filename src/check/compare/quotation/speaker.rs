//! Who says a quotation: the name beside it, the subject of the verb that introduces it, whoever the sentence before or
//! after it credits with it, the label of a transcript's turn.

use crate::article::mention::{How, Mention, Pronoun, What};
use crate::check::compare::name::same_name;
use crate::check::compare::office;
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::lexicon::words;
use crate::rulebook::{EntityId, Kind};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};

/// Who says the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Speaker {
    Right,
    /// Somebody else: the name, and where it stands.
    Wrong(String, Span),
    Unknown,
}

/// Who says the words under `quote`, which begins in `sentence`.
pub fn of(frame: &Frame, sentence: &Sentence, quote: Span) -> Speaker {
    let scene = sentence.scene;
    let last = (sentence.index..scene.readings.len())
        .take_while(|&index| scene.readings[index].span.start < quote.end)
        .last()
        .unwrap_or(sentence.index);
    let at_end = Sentence { scene, index: last };
    if let Some(word) = behind(&at_end, quote) {
        return judged(frame, &at_end, word, quote);
    }
    for index in [sentence.index, last] {
        let here = Sentence { scene, index };
        let found =
            speaking_word(&here, quote).or_else(|| source_word(&here, quote)).or_else(|| credited(&here, quote));
        if let Some(word) = found {
            return judged(frame, &here, word, quote);
        }
        if index == last {
            break;
        }
    }
    // "That was Ann Pell's joke": what follows points back.
    let after = (last + 1..scene.readings.len()).take(2).map(|index| Sentence { scene, index }).find(|next| {
        next.forms.first().is_some_and(|form| matches!(form.as_str(), "that" | "that's" | "those" | "so" | "this"))
    });
    if let Some(after) = after
        && let Some(word) = credited(&after, quote).or_else(|| said(&after))
    {
        return judged(frame, &after, word, quote);
    }
    let before = sentence.index.checked_sub(1).map(|index| Sentence { scene, index });
    if let Some(before) = before
        && quote.start <= sentence.span.start + 4
    {
        // A sentence that ends in a colon hands over to its subject.
        let colon = before.forms.last().is_some_and(|form| form == ":");
        if let Some(word) = speaking_word(&before, quote).filter(|_| colon).or_else(|| credited(&before, quote)) {
            return judged(frame, &before, word, quote);
        }
    }
    match label(sentence, quote) {
        Some(word) => judged(frame, sentence, word, quote),
        None => Speaker::Unknown,
    }
}

/// Whether the person at `word` is the claim's speaker.
fn judged(frame: &Frame, sentence: &Sentence, word: usize, quote: Span) -> Speaker {
    let found = speaker_at(frame, sentence, word);
    // Words of the one that somebody else repeats stay the one's.
    if let (Speaker::Wrong(..), Some(owner)) = (&found, frame.owner) {
        let credited = sentence.mentions_of(owner).any(|mention| {
            // "her deputy" says his own words, "her line" is hers.
            let saying = sentence.tree.words[mention.head]
                .head
                .is_some_and(|noun| words().modality.sayings.contains(sentence.lemma(noun)));
            let repeats = sentence.is(mention.head, Deprel::Obj)
                && sentence.tree.words[mention.head]
                    .head
                    .is_some_and(|verb| matches!(sentence.lemma(verb), "quote" | "cite" | "echo" | "paraphrase"));
            !quote.overlaps(mention.span)
                && (repeats
                    || sentence.is(mention.head, Deprel::NmodPoss)
                        && (saying || !matches!(mention.what, What::Pronoun(_)))
                    || sentence.has_case(mention.head, &["by", "from", "of"]))
        });
        if credited {
            return Speaker::Unknown;
        }
    }
    found
}

fn speaker_at(frame: &Frame, sentence: &Sentence, word: usize) -> Speaker {
    let apposed = sentence.tree.children(word).find(|&child| {
        sentence.is(child, Deprel::Appos)
            && sentence.mention_at(child).is_some_and(|mention| matches!(mention.what, What::Known | What::Other))
    });
    let word = apposed
        .filter(|_| sentence.mention_at(word).is_none_or(|mention| !matches!(mention.what, What::Known)))
        .unwrap_or(word);
    let Some(mention) = sentence.mention_at(word) else {
        let right = frame
            .owner_words
            .as_ref()
            .is_some_and(|concept| concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some());
        return if right { Speaker::Right } else { Speaker::Unknown };
    };
    if let Some(subject) = stands_for(sentence, mention) {
        return speaker_at(frame, sentence, subject);
    }
    let entities = &sentence.base().entities;
    let named = matches!(mention.what, What::Known | What::Other);
    match (mention.entity.map(EntityId), frame.owner) {
        (Some(entity), Some(owner)) if entity == owner => Speaker::Right,
        // A country or office speaks for its people.
        (Some(entity), Some(owner))
            if mention.how <= How::Carried
                && entities.kind_of(entity) == entities.kind_of(owner)
                && (named || mention.how == How::Carried) =>
        {
            Speaker::Wrong(entities.name_of(entity).to_owned(), mention.span)
        }
        (None, Some(owner)) if mention.what == What::Other => {
            let written = mention.span.of(sentence.text());
            if same_name(written, entities.name_of(owner)) {
                Speaker::Right
            } else if entities.kind_of(owner) == Some(Kind::Person) && is_person(sentence, mention) {
                Speaker::Wrong(written.to_owned(), mention.span)
            } else {
                Speaker::Unknown
            }
        }
        _ => Speaker::Unknown,
    }
}

/// "Ann Pell was booed when she said": the only person that the sentence names before the pronoun, where nobody known is
/// meant.
fn stands_for(sentence: &Sentence, pronoun: &Mention) -> Option<usize> {
    if pronoun.entity.is_some() || !matches!(pronoun.what, What::Pronoun(Pronoun::He | Pronoun::She | Pronoun::Whoever))
    {
        return None;
    }
    let mut before = sentence
        .mentions
        .iter()
        .filter(|mention| mention.words.end <= pronoun.words.start && !sentence.is_quoted(mention.head))
        .filter(|mention| is_person(sentence, mention));
    let only = before.next().filter(|_| before.next().is_none())?;
    matches!(sentence.tree.words[only.head].deprel, Deprel::Nsubj | Deprel::NsubjPass).then_some(only.head)
}

/// Whether the mention is a person's name: known as one, behind a title, or with a first name.
fn is_person(sentence: &Sentence, mention: &Mention) -> bool {
    if let Some(entity) = mention.entity.map(EntityId) {
        return mention.what == What::Known && sentence.base().entities.kind_of(entity) == Some(Kind::Person);
    }
    if mention.what != What::Other {
        return false;
    }
    let is_title = |word: usize| words().titles.contains_key(sentence.forms[word].trim_end_matches('.'));
    let titled = is_title(mention.words.start) && mention.words.len() > 1
        || mention.words.start.checked_sub(1).is_some_and(is_title);
    let first = mention.words.clone().find(|&word| !is_title(word));
    // "Lauge" where the article has named Henrik Lauge; a name of two words that nothing else is called.
    let surname = mention.words.len() == 1
        && sentence.scene.readings.iter().flat_map(|reading| &reading.mentions).any(|other| {
            other.words.len() > 1
                && other.what == What::Other
                && other.span.of(sentence.text()).ends_with(mention.span.of(sentence.text()))
                && first_name(sentence, other)
        });
    titled
        || surname
        || first_name(sentence, mention)
        || first.is_some_and(|word| mention.words.len() > 1 && words().gender(&sentence.forms[word]).is_some())
        || office::person_named(sentence, mention)
}

/// Two capitalised words, neither of which names a kind of thing: a first name and a surname.
fn first_name(sentence: &Sentence, mention: &Mention) -> bool {
    let written = mention.span.of(sentence.text());
    let parts: Vec<&str> = written.split_whitespace().collect();
    let named = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().any(char::is_lowercase)
            && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && words().kind_of(&part.to_lowercase()).is_none_or(|kind| kind == "person")
    };
    parts.len() == 2 && parts.iter().all(named)
}

/// The name right behind the closing mark: "…," said Ann Pell; "…," the producer, Ann Pell, said.
fn behind(sentence: &Sentence, quote: Span) -> Option<usize> {
    let lists = &words().modality;
    let total = sentence.tree.words.len();
    let start = (0..total)
        .find(|&word| sentence.tree.words[word].span.start >= quote.end && sentence.upos(word) != Upos::Punct)?;
    let attributes = |word: usize| {
        sentence.upos(word) == Upos::Verb && lists.attribution.contains(&sentence.lemma(word).to_lowercase())
    };
    let plain = |word: usize| {
        matches!(sentence.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part)
            || matches!(sentence.forms[word].as_str(), "," | "-")
    };
    let inverted = attributes(start) || sobbed(sentence, quote, start);
    let first = if inverted { start + 1 } else { start };
    let end = (first..total.min(first + 16)).find(|&word| !plain(word) || sentence.is_quoted(word));
    let end = end.unwrap_or(total.min(first + 16));
    if !inverted && !(end < total && attributes(end)) {
        return None;
    }
    let person =
        |mention: &&Mention| mention.words.start >= first && mention.words.end <= end && is_person(sentence, mention);
    // "the director's brother, Ann Pell's agent": whose somebody is does not speak.
    let owns = |mention: &&Mention| !sentence.is(mention.head, Deprel::NmodPoss);
    let mut found = sentence.mentions.iter().filter(person).find(owns)?;
    // "Culture Minister Ann Pell": the name stands behind its title.
    while let Some(name) =
        sentence.mentions.iter().find(|mention| mention.words.start == found.words.end && is_person(sentence, mention))
    {
        found = name;
    }
    Some(found.head)
}

/// "…," sobbed Ann Pell: what stands between a quotation that ends in a comma and a name is a verb of saying.
fn sobbed(sentence: &Sentence, quote: Span, word: usize) -> bool {
    let text = quote.of(sentence.text());
    let inside = text.trim_end_matches(['"', '”', '’', '\'', '*', '_']);
    // The mark may stand inside the span or right behind it.
    let stop = inside.ends_with([',', '!', '?', '.']);
    let finite = matches!(sentence.tree.words[word].xpos, "VBD" | "VBZ");
    // "sobbed canal boss Ann Pell".
    let titled = |word: usize| matches!(sentence.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
    let named = |mention: &&Mention| {
        (word + 1..word + 6).contains(&mention.words.start)
            && (word + 1..mention.words.start).all(titled)
            && is_person(sentence, mention)
    };
    stop && finite && sentence.upos(word) == Upos::Verb && sentence.mentions.iter().any(|mention| named(&mention))
}

/// "That's what Ann Pell said": the subject of the verb of saying in a sentence without a quotation of its own.
fn said(sentence: &Sentence) -> Option<usize> {
    let lists = &words().modality;
    (0..sentence.tree.words.len())
        .filter(|&word| {
            sentence.upos(word) == Upos::Verb && lists.attribution.contains(&sentence.lemma(word).to_lowercase())
        })
        .flat_map(|verb| slots_of(sentence, verb))
        .filter(|(slot, _)| *slot == Slot::Subject)
        .map(|(_, word)| word)
        .find(|&word| named_at(sentence, word))
}

/// "was Ann Pell's line", "Ann Pell got off the best line", "the words come from Ann Pell".
fn credited(sentence: &Sentence, quote: Span) -> Option<usize> {
    let sayings = &words().modality.sayings;
    let outside = |word: usize| !quote.overlaps(sentence.tree.words[word].span);
    let saying = |word: usize| outside(word) && sayings.contains(sentence.lemma(word));
    sentence
        .mentions
        .iter()
        .filter(|mention| outside(mention.head) && is_person(sentence, mention))
        .map(|mention| mention.head)
        .find(|&head| {
            let Some(up) = sentence.tree.words[head].head else { return false };
            let subject_of = |word: usize| {
                sentence
                    .tree
                    .children(word)
                    .any(|child| matches!(sentence.tree.words[child].deprel, Deprel::Nsubj) && saying(child))
            };
            let mention = sentence.mention_at(head);
            let possessive = mention.is_some_and(|mention| {
                sentence
                    .forms
                    .get(mention.words.end)
                    .is_some_and(|form| matches!(form.as_str(), "'s" | "’s" | "'" | "’"))
            });
            // "Pell's line"; "the best line was Pell's".
            if possessive {
                return saying(up) || subject_of(head) || subject_of(up);
            }
            if sentence.upos(up) != Upos::Verb {
                return false;
            }
            let comes = matches!(sentence.lemma(up), "come" | "belong") && sentence.has_case(head, &["from", "to"]);
            // "got off the best line", whatever the parse makes of the particle.
            let object = sentence.tree.children(up).any(|child| {
                matches!(sentence.tree.words[child].deprel, Deprel::Obj | Deprel::Obl) && saying(child) && child > up
            });
            comes && (subject_of(up) || sentence.quotes.contains(&quote)) || object && sentence.is(head, Deprel::Nsubj)
        })
}

/// The name before a colon at the head of a transcript's turn.
fn label(sentence: &Sentence, quote: Span) -> Option<usize> {
    let colon = (1..sentence.forms.len().min(5)).find(|&word| sentence.forms[word] == ":")?;
    let opens = (colon + 1..sentence.forms.len())
        .find(|&word| sentence.upos(word) != Upos::Punct)
        .is_some_and(|word| quote.overlaps(sentence.tree.words[word].span));
    let named = (0..colon).rev().find(|&word| named_at(sentence, word));
    named.filter(|_| opens)
}

fn named_at(sentence: &Sentence, word: usize) -> bool {
    let apposed = sentence.tree.children(word).any(|child| {
        sentence.is(child, Deprel::Appos)
            && sentence.mention_at(child).is_some_and(|mention| is_person(sentence, mention))
    });
    apposed || sentence.mention_at(word).is_some_and(|mention| is_person(sentence, mention))
}

/// The subject of the verb that introduces the quotation.
fn speaking_word(sentence: &Sentence, quote: Span) -> Option<usize> {
    let outside = |word: usize| !quote.overlaps(sentence.tree.words[word].span) && !sentence.is_quoted(word);
    let lists = &words().modality;
    let verb = (0..sentence.tree.words.len())
        .filter(|&word| {
            outside(word)
                && matches!(sentence.upos(word), Upos::Verb)
                && (lists.attribution.contains(&sentence.lemma(word).to_lowercase()) || puts_it(sentence, word))
        })
        .min_by_key(|&word| {
            let at = sentence.tree.words[word].span;
            if at.start >= quote.end { at.start - quote.end } else { quote.start.saturating_sub(at.end) }
        });
    let verb = verb?;
    let subject = slots_of(sentence, verb)
        .into_iter()
        .find(|(slot, word)| matches!(slot, Slot::Subject) && outside(*word))
        .map(|(_, word)| word);
    // Inverted ("said Marchbank"): a name right after the verb.
    subject
        .or_else(|| {
            sentence
                .mentions
                .iter()
                .find(|mention| {
                    mention.words.start > verb
                        && mention.words.start <= verb + 4
                        && outside(mention.head)
                        && !matches!(mention.what, What::Pronoun(Pronoun::It | Pronoun::Who))
                })
                .filter(|mention| !sentence.is(mention.head, Deprel::Obj) && !sentence.is(mention.head, Deprel::Iobj))
                .map(|mention| mention.head)
        })
        // A subject that the parse has hung inside the quotation: the name between its end and the verb.
        .or_else(|| {
            let between = |mention: &&Mention| {
                mention.span.start >= quote.end
                    && mention.words.end <= verb
                    && matches!(mention.what, What::Known | What::Other)
            };
            let plain = (0..verb)
                .filter(|&word| sentence.tree.words[word].span.start >= quote.end)
                .all(|word| sentence.upos(word) != Upos::Verb);
            sentence.mentions.iter().rfind(between).filter(|_| plain).map(|mention| mention.head)
        })
}

/// "as she put it", "put it this way".
fn puts_it(sentence: &Sentence, verb: usize) -> bool {
    sentence.lemma(verb) == "put" && sentence.forms.get(verb + 1).is_some_and(|form| form == "it")
}

/// "in Pell's words", "according to Pell".
fn source_word(sentence: &Sentence, quote: Span) -> Option<usize> {
    let outside = |word: usize| !quote.overlaps(sentence.tree.words[word].span);
    (0..sentence.forms.len()).filter(|&word| outside(word)).find_map(|word| match sentence.forms[word].as_str() {
        "words" | "phrase" | "line" => sentence.tree.children(word).find(|&child| sentence.is(child, Deprel::NmodPoss)),
        "according" => sentence
            .mentions
            .iter()
            .find(|mention| mention.words.start > word && mention.words.start <= word + 4)
            .map(|mention| mention.head),
        _ => None,
    })
}
