//! Who says a quotation: the name beside it, the subject of the verb that introduces it, whoever the sentence before or
//! after it credits with it, the label of a transcript's turn.

mod person;

use crate::article::mention::{How, Mention, Pronoun, What};
use crate::check::compare::name::same_name;
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::check::site::{Slot, slots_of};
use crate::lexicon::words;
use crate::rulebook::{EntityId, Kind};
use crate::span::Span;
use crate::syntax::{Deprel, Upos};
use person::{beside_name, is_person, named, namesake_of, stands_for};

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
    // "…" — Ann Pell, mayor. The quotation's own stop may end the sentence.
    let next = (last + 1 < scene.readings.len()).then_some(Sentence { scene, index: last + 1 });
    if let Some(next) = next
        && next.span.start <= quote.end + 3
        && next.forms.first().is_some_and(|form| is_dash(form))
        && let Some(word) = right_behind(&next, quote, 1)
    {
        return judged(frame, &next, word, quote);
    }
    let found = [sentence.index, last].into_iter().find_map(|index| {
        let here = Sentence { scene, index };
        let word =
            speaking_word(&here, quote).or_else(|| source_word(&here, quote)).or_else(|| credited(&here, quote))?;
        Some(judged(frame, &here, word, quote))
    });
    // "Said the retired judge" may be anybody: who that is, only the sentence before may tell.
    let somebody = found.is_some();
    if let Some(known) = found.filter(|speaker| *speaker != Speaker::Unknown) {
        return known;
    }
    // "That was Ann Pell's joke": what follows points back.
    let after = (last + 1..scene.readings.len()).take(2).map(|index| Sentence { scene, index }).find(|next| {
        next.forms.first().is_some_and(|form| matches!(form.as_str(), "that" | "that's" | "those" | "so" | "this"))
    });
    if let Some(after) = after
        && !somebody
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
        let speaking = speaking_word(&before, quote).filter(|_| colon && !somebody);
        if let Some(word) = speaking.or_else(|| credited(&before, quote)) {
            return judged(frame, &before, word, quote);
        }
    }
    match label(sentence, quote).filter(|_| !somebody) {
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
    let word = match sentence.mention_at(word) {
        Some(mention) if matches!(mention.what, What::Known) => word,
        _ => named(sentence, word).unwrap_or(word),
    };
    if let Some((before, person)) = namesake_of(sentence, word) {
        return speaker_at(frame, &Sentence { scene: sentence.scene, index: before }, person);
    }
    let Some(mention) = sentence.mention_at(word) else {
        let right = frame
            .owner_words
            .as_ref()
            .is_some_and(|concept| concept.weight_of(&sentence.lemma(word).to_lowercase()).is_some());
        return if right { Speaker::Right } else { Speaker::Unknown };
    };
    if let Some((index, subject)) = stands_for(sentence, mention) {
        return speaker_at(frame, &Sentence { scene: sentence.scene, index }, subject);
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
            } else if entities.kind_of(owner) == Some(Kind::Person)
                && (is_person(sentence, mention) || beside_name(sentence, mention).is_some())
            {
                Speaker::Wrong(written.to_owned(), mention.span)
            } else {
                Speaker::Unknown
            }
        }
        _ => Speaker::Unknown,
    }
}

/// The name right behind the closing mark: "…," said Ann Pell; "…," the producer, Ann Pell, said.
fn behind(sentence: &Sentence, quote: Span) -> Option<usize> {
    let total = sentence.tree.words.len();
    let start = (0..total)
        .find(|&word| sentence.tree.words[word].span.start >= quote.end && sentence.upos(word) != Upos::Punct)?;
    let plain = |word: usize| {
        matches!(sentence.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part)
            || matches!(sentence.forms[word].as_str(), "," | "-")
    };
    if let Some(word) = right_behind(sentence, quote, start) {
        return Some(word);
    }
    let inverted = attributes(sentence, start) || sobbed(sentence, quote, start);
    let first = if inverted { start + 1 } else { start };
    let end = (first..total.min(first + 16)).find(|&word| !plain(word) || sentence.is_quoted(word));
    let end = end.unwrap_or(total.min(first + 16));
    // "…," Ann Pell had sighed: after a comma any verb behind the name is one of saying.
    let verb = |word: usize| word < total && matches!(sentence.upos(word), Upos::Verb | Upos::Aux);
    let after_comma = || ends_in(sentence, quote, &[',']) && verb(end) && end > first;
    if !inverted && !(end < total && attributes(sentence, end)) && !after_comma() {
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

/// "…," she barked at us; "…," as Ann Pell likes to put it; "…": that was Ann Pell.
fn right_behind(sentence: &Sentence, quote: Span, start: usize) -> Option<usize> {
    let form = |word: usize| sentence.forms.get(word).map(String::as_str).unwrap_or_default();
    let name_from = |first: usize, last: usize| {
        let near = |mention: &&Mention| (first..=last).contains(&mention.words.start) && is_person(sentence, mention);
        sentence.mentions.iter().find(near)
    };
    if matches!(form(start), "he" | "she") {
        let next = sentence.tree.words.get(start + 1);
        let says = next.is_some_and(|word| matches!(word.xpos, "VBD" | "VBZ") && word.upos == Upos::Verb);
        return (says && ends_in_stop(sentence, quote)).then_some(start);
    }
    // "…" — Ann Pell, mayor.
    if start > 0
        && is_dash(form(start - 1))
        && let Some(name) = name_from(start, start + 1)
    {
        return Some(name.head);
    }
    if form(start) == "that" && matches!(form(start + 1), "was" | "is") {
        return name_from(start + 2, start + 2).map(|mention| mention.head);
    }
    if form(start) == "as" {
        let name = name_from(start + 1, start + 4)?;
        let says = (name.words.end..sentence.forms.len())
            .take(12)
            .any(|word| attributes(sentence, word) || puts_it(sentence, word));
        return says.then_some(name.head);
    }
    None
}

fn is_dash(form: &str) -> bool {
    matches!(form, "—" | "–" | "--" | "-")
}

/// Whether the quotation ends as one does that a verb of saying follows.
fn ends_in_stop(sentence: &Sentence, quote: Span) -> bool {
    ends_in(sentence, quote, &[',', '!', '?', '.'])
}

fn ends_in(sentence: &Sentence, quote: Span, stops: &[char]) -> bool {
    // The mark may stand inside the span or right behind it.
    quote.of(sentence.text()).trim_end_matches(['"', '”', '’', '\'', '*', '_']).ends_with(stops)
}

/// "…," sobbed Ann Pell: what stands between a quotation that ends in a comma and a name is a verb of saying.
fn sobbed(sentence: &Sentence, quote: Span, word: usize) -> bool {
    // "Groaned harbour chief Ann Pell" may be taken for a participle.
    let finite = matches!(sentence.tree.words[word].xpos, "VBD" | "VBZ" | "VBN");
    // "sobbed canal boss Ann Pell".
    let titled = |word: usize| matches!(sentence.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
    let named = |mention: &&Mention| {
        (word + 1..word + 6).contains(&mention.words.start)
            && (word + 1..mention.words.start).all(titled)
            && is_person(sentence, mention)
    };
    ends_in_stop(sentence, quote)
        && finite
        && sentence.upos(word) == Upos::Verb
        && sentence.mentions.iter().any(|mention| named(&mention))
}

/// "That's what Ann Pell said": the subject of the verb of saying in a sentence without a quotation of its own.
fn said(sentence: &Sentence) -> Option<usize> {
    (0..sentence.tree.words.len()).filter(|&word| attributes(sentence, word)).find_map(|verb| {
        let subject = slots_of(sentence, verb).into_iter().filter(|(slot, _)| *slot == Slot::Subject);
        // "What the producer, Ann Pell, said": wherever the tree hangs her.
        let before = sentence.mentions.iter().rfind(|mention| {
            mention.words.end <= verb
                && (mention.words.end..verb).all(|word| sentence.upos(word) == Upos::Punct)
                && is_person(sentence, mention)
        });
        let subject = subject.filter_map(|(_, word)| named(sentence, word)).next();
        subject.or(before.map(|mention| mention.head))
    })
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
            // "We thank Ann Pell for her line: …".
            let hers = |word: usize| saying(word) && word > head && has_pronoun(sentence, word);
            let introduced = (head..sentence.forms.len()).take_while(|&word| outside(word)).any(|word| {
                hers(word) && sentence.forms.get(word + 1).is_some_and(|next| matches!(next.as_str(), ":" | ","))
            });
            if introduced && only_person(sentence, head, quote) {
                return true;
            }
            let up = sentence.tree.words[head].head;
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
                return subject_of(head) || up.is_some_and(|up| saying(up) || subject_of(up));
            }
            let Some(up) = up else { return false };
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

/// "her line".
fn has_pronoun(sentence: &Sentence, noun: usize) -> bool {
    sentence.tree.children(noun).any(|child| sentence.is(child, Deprel::NmodPoss) && sentence.upos(child) == Upos::Pron)
}

/// Whether nobody else is named in the sentence before the quotation.
fn only_person(sentence: &Sentence, head: usize, quote: Span) -> bool {
    sentence
        .mentions
        .iter()
        .all(|mention| mention.head == head || mention.span.start >= quote.start || !is_person(sentence, mention))
}

/// The name before a colon at the head of a transcript's turn.
fn label(sentence: &Sentence, quote: Span) -> Option<usize> {
    // "CLIP (ANN PELL):" is the longest of its kind.
    let colon = (1..sentence.forms.len().min(7)).find(|&word| sentence.forms[word] == ":")?;
    let opens = (colon + 1..sentence.forms.len())
        .find(|&word| sentence.upos(word) != Upos::Punct)
        .is_some_and(|word| quote.overlaps(sentence.tree.words[word].span));
    let named = (0..colon).rev().find_map(|word| named(sentence, word));
    named.filter(|_| opens)
}

/// The subject of the verb that introduces the quotation.
fn speaking_word(sentence: &Sentence, quote: Span) -> Option<usize> {
    let outside = |word: usize| !quote.overlaps(sentence.tree.words[word].span) && !sentence.is_quoted(word);
    let verb = (0..sentence.tree.words.len())
        .filter(|&word| outside(word) && (attributes(sentence, word) || puts_it(sentence, word)))
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

/// Whether the word is a verb of saying.
fn attributes(sentence: &Sentence, word: usize) -> bool {
    let attribution = &words().modality.attribution;
    sentence.upos(word) == Upos::Verb && attribution.contains(&sentence.lemma(word).to_lowercase())
}

/// "as she put it", "put it this way".
fn puts_it(sentence: &Sentence, verb: usize) -> bool {
    sentence.upos(verb) == Upos::Verb
        && sentence.lemma(verb) == "put"
        && sentence.forms.get(verb + 1).is_some_and(|form| form == "it")
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
