//! The title of an office in a claim, and its occurrences in a sentence: "secretary of state", "Orley County sheriff".

use crate::check::base::Base;
use crate::check::frame::Frame;
use crate::check::scene::Sentence;
use crate::lexicon::words;
use crate::rulebook::claim::ast::Claim;
use crate::rulebook::{EntityId, FactId, Kind};
use crate::syntax::{Deprel, Upos};
use std::ops::Range;

/// A title taken apart: "U.S. deputy secretary of state" has `before` deputy, `head` secretary, `after` state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    pub before: Vec<String>,
    pub head: String,
    pub after: Vec<String>,
    /// The places or organizations whose office it is.
    pub owners: Vec<EntityId>,
    /// The title of somebody who has yet to take office.
    pub elect: bool,
}

/// A title's words in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// From the first to the last word of the whole phrase: "the former Orley County sheriff".
    pub phrase: Range<usize>,
    /// The words of the title alone, its prefix left out.
    pub core: Range<usize>,
    pub head: usize,
    pub prefix: Prefix,
    /// The place or organization is named in the phrase.
    pub owned: bool,
    /// "the", "this", a possessive: one office holder is meant.
    pub definite: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    None,
    Then,
    Former,
    Elect,
    Deputy,
    /// Held for a time or by others as well: nothing follows for the holder.
    Loose,
}

impl Title {
    /// The title that an office frame speaks of.
    pub fn of(frame: &Frame, sentence: &Sentence) -> Option<Title> {
        let Claim::Comparison(comparison) = &sentence.scene.fact(frame).claim else { return None };
        let entities = &sentence.base().entities;
        let own = |word: &str| {
            frame
                .entities()
                .any(|entity| entities.has_word(entity, word) || entities.has_word(entity, word.trim_end_matches('.')))
        };
        let mut title = Title { owners: frame.entities().collect(), ..Title::default() };
        let mut behind = false;
        for word in comparison.subject.text.split_whitespace() {
            let word = word.trim_matches([',', '’', '\'']).to_lowercase();
            let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(&word).to_owned();
            let (word, elect) = match word.strip_suffix("-elect") {
                Some(bare) => (bare.to_owned(), true),
                None => (word, false),
            };
            title.elect |= elect || word == "elect";
            if is_link(&word) {
                behind = true;
            } else if !own(&word)
                && !matches!(word.as_str(), "the" | "a" | "elect")
                && !word.chars().all(|c| c.is_ascii_digit())
            {
                if behind { title.after.push(word) } else { title.before.push(word) }
            }
        }
        title.head = title.before.pop()?;
        Some(title)
    }

    /// Whether the words say which office it is even where its owner is left out: "secretary of state".
    pub fn is_specific(&self) -> bool {
        !self.before.is_empty() || !self.after.is_empty()
    }

    /// The facts that may be about an office of this title.
    pub fn facts(&self, base: &Base) -> Vec<FactId> {
        let owners = |id: &FactId| base.index.subject(*id);
        let may_be = |id: &&FactId| {
            self.owners.is_empty()
                || owners(id).is_empty()
                || owners(id).iter().any(|owner| self.owners.contains(owner))
        };
        base.index.worded(&self.head).iter().filter(may_be).copied().collect()
    }

    /// Whether both are titles of one office.
    pub fn same_office(&self, other: &Title) -> bool {
        self.head == other.head
            && self.before == other.before
            && self.after == other.after
            && self.elect == other.elect
            && (self.owners.is_empty()
                || other.owners.is_empty()
                || self.owners.iter().all(|owner| other.owners.contains(owner))
                || other.owners.iter().all(|owner| self.owners.contains(owner)))
    }

    /// Every place where the sentence speaks of the office.
    pub fn find(&self, sentence: &Sentence) -> Vec<Occurrence> {
        (0..sentence.forms.len()).filter_map(|head| self.at(sentence, head)).collect()
    }

    /// The title, if the word at `head` is its last.
    pub fn at(&self, sentence: &Sentence, head: usize) -> Option<Occurrence> {
        if !is_title_word(sentence, head, &self.head) {
            return None;
        }
        let forms = &sentence.forms;
        let mut start = self.words_before(sentence, head, &self.before)?;
        let mut end = head + 1;
        let mut elect = false;
        while end < forms.len() && matches!(forms[end].as_str(), "-" | "elect" | "designate" | "-elect") {
            elect |= forms[end] != "-";
            end += 1;
        }
        elect |= forms[head].ends_with("-elect") || forms[head].ends_with("-designate");
        if !elect {
            end = head + 1;
        }
        let mut core = start..end;
        // "housing minister" for "minister for housing".
        if !self.after.is_empty() {
            match self.words_before(sentence, start, &self.after) {
                Some(earlier) => {
                    start = earlier;
                    core.start = earlier;
                }
                None => {
                    end = self.words_after(sentence, end)?;
                    core.end = end;
                }
            }
        }
        // In "director general" the first word is what the clause hangs on.
        let head = core
            .clone()
            .find(|&word| !elect && sentence.tree.words[word].head.is_none_or(|up| !core.contains(&up)))
            .unwrap_or(head);
        let mut made = Occurrence {
            phrase: start..end,
            core,
            head,
            prefix: if elect { Prefix::Elect } else { Prefix::None },
            owned: false,
            definite: false,
        };
        self.look_behind(sentence, &mut made)?;
        self.look_ahead(sentence, &mut made)?;
        Some(made)
    }

    /// Where `words` begin if they end right before `end`.
    fn words_before(&self, sentence: &Sentence, end: usize, words: &[String]) -> Option<usize> {
        let mut at = end;
        for word in words.iter().rev() {
            at = at.checked_sub(1)?;
            if sentence.forms[at] == "-" {
                at = at.checked_sub(1)?;
            }
            if !is_word(sentence, at, word) {
                return None;
            }
        }
        Some(at)
    }

    /// Where "of state", "for the housing" end that begin at `start`.
    fn words_after(&self, sentence: &Sentence, start: usize) -> Option<usize> {
        let mut at = start;
        for word in &self.after {
            while at < sentence.forms.len()
                && (is_link(&sentence.forms[at]) || matches!(sentence.forms[at].as_str(), "the" | "and" | "'s" | "’s"))
            {
                at += 1;
            }
            if at >= sentence.forms.len() || !is_word(sentence, at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Takes in what stands before the title; `None` where it makes the title another office.
    fn look_behind(&self, sentence: &Sentence, made: &mut Occurrence) -> Option<()> {
        let mut at = made.phrase.start;
        while at > 0 {
            let word = at - 1;
            let form = sentence.forms[word].trim_end_matches('.');
            match form {
                "former" | "ex" | "ex-" | "erstwhile" | "onetime" | "one-time" | "previous" | "late" | "retired"
                | "ousted" | "deposed" | "sacked" | "defeated" => made.set(Prefix::Former),
                "then" | "then-" => made.set(Prefix::Then),
                "deputy" | "vice" | "assistant" | "under" | "sub" => made.set(Prefix::Deputy),
                "acting" | "interim" | "outgoing" | "next" | "future" | "incoming" | "aspiring" | "would-be"
                | "potential" | "shadow" | "first" | "second" | "another" | "any" | "no" | "every" | "each"
                | "some" | "only" | "last" | "own" => made.set(Prefix::Loose),
                "-" => {}
                "the" | "this" | "that" => {
                    made.definite = true;
                    made.phrase.start = word;
                    return Some(());
                }
                "a" | "an" => {
                    made.set(Prefix::Loose);
                    return Some(());
                }
                "'s" | "’s" | "'" | "’" => {
                    let owner = word.checked_sub(1)?;
                    self.owner_at(sentence, owner, made)?;
                    made.definite = true;
                    made.phrase.start = start_of_phrase(sentence, owner);
                    return Some(());
                }
                "its" | "their" | "our" | "whose" => {
                    made.owned = self.stands_for_owner(sentence, word)?;
                    made.definite = true;
                    made.phrase.start = word;
                    return Some(());
                }
                // "his manager", "my boss": a person's, not the owner's.
                "his" | "her" | "my" | "your" => return None,
                _ => {
                    if let Some(mention) = sentence.mention_at(word).filter(|mention| mention.entity.is_some()) {
                        let person = mention.entity.is_some_and(|entity| {
                            sentence.base().entities.kind_of(EntityId(entity)) == Some(Kind::Person)
                        });
                        let possessive = sentence.is(mention.head, Deprel::NmodPoss)
                            || sentence.tree.words[word].deprel == Deprel::NmodPoss;
                        if person && !possessive {
                            return Some(());
                        }
                        let start = mention.words.start;
                        self.owner_at(sentence, word, made)?;
                        made.phrase.start = start;
                        at = start;
                        continue;
                    }
                    match sentence.upos(word) {
                        Upos::Propn if self.is_name_part(sentence, word) => return None,
                        Upos::Adj | Upos::Noun | Upos::Num if self.modifies(sentence, word, made.head) => {
                            if form.chars().next().is_some_and(char::is_alphabetic) && !is_colour(sentence, word) {
                                return None;
                            }
                        }
                        _ => return Some(()),
                    }
                }
            }
            at = word;
            made.phrase.start = word;
        }
        Some(())
    }

    /// Takes in "of the United States"; `None` where another owner is named.
    fn look_ahead(&self, sentence: &Sentence, made: &mut Occurrence) -> Option<()> {
        let end = made.phrase.end;
        let Some(form) = sentence.forms.get(end) else { return Some(()) };
        if form == "until" {
            made.set(Prefix::Former);
        }
        if !is_link(form) && form != "to" {
            return Some(());
        }
        let mut at = end + 1;
        while at < sentence.forms.len()
            && (matches!(
                sentence.forms[at].as_str(),
                "the" | "a" | "an" | "this" | "our" | "neighbouring" | "neighboring"
            ) || sentence.upos(at) == Upos::Num)
        {
            at += 1;
        }
        if at >= sentence.forms.len() {
            return Some(());
        }
        if let Some(mention) = sentence.mention_at(at) {
            if mention.entity.is_some_and(|entity| self.is_owner(sentence, EntityId(entity))) {
                made.owned = true;
                made.phrase.end = mention.words.end;
                return Some(());
            }
            let date = sentence.value_at(at).is_some();
            // "the sheriff in Corbin said": only "of", "for" and "to" say whose.
            return (date || matches!(form.as_str(), "in" | "on" | "at" | "with" | "from") && mention.entity.is_some())
                .then_some(());
        }
        if sentence.value_at(at).is_some()
            || matches!(form.as_str(), "in" | "on" | "at" | "with" | "from" | "to")
                && !sentence.subtree(made.head).contains(&at)
        {
            return Some(());
        }
        // "president of the chamber of commerce"; the words of the claim itself are its own.
        let own = self.owners.iter().any(|owner| sentence.base().entities.has_word(*owner, &sentence.forms[at]));
        if own {
            made.owned = true;
            made.phrase.end = at + 1;
            return Some(());
        }
        (!matches!(sentence.upos(at), Upos::Noun | Upos::Propn | Upos::Adj)).then_some(())
    }

    /// Notes that what stands at `word` owns the office, or says that it is another's.
    fn owner_at(&self, sentence: &Sentence, word: usize, made: &mut Occurrence) -> Option<()> {
        let entities = &sentence.base().entities;
        if let Some((entity, _)) = sentence.entity_at(word) {
            if self.is_owner(sentence, entity) {
                made.owned = true;
                return Some(());
            }
            // "Anchorage's governor": a place inside the owner's is loose wording of it.
            return self.owners.iter().any(|owner| entities.within(entity, *owner)).then_some(());
        }
        let common = sentence.upos(word) == Upos::Noun;
        let lemma = sentence.lemma(word).to_lowercase();
        // "the Museum's director": a word of the owner's own name.
        if self.owners.iter().any(|owner| entities.has_word(*owner, &lemma))
            && !crate::check::unify::is_other(sentence, word)
        {
            made.owned = true;
            return Some(());
        }
        let fits = match self.owners.first().and_then(|owner| entities.kind_of(*owner)) {
            Some(Kind::Place) => words().kind_of(&lemma) == Some("place") || lemma == "country",
            Some(Kind::Organization) => words().kind_of(&lemma) == Some("organization"),
            Some(_) => self.owners.iter().any(|owner| entities.has_word(*owner, &lemma)),
            None => false,
        };
        (common && fits && !crate::check::unify::is_other(sentence, word)).then_some(())
    }

    /// Whether the possessive pronoun at `word` stands for the owner: `Some(true)` surely, `Some(false)` as far as one can
    /// tell, `None` for another owner or an unknown one.
    fn stands_for_owner(&self, sentence: &Sentence, word: usize) -> Option<bool> {
        use crate::article::mention::How;
        let known = match sentence.forms[word].as_str() {
            // "Corwen, whose chairman": the name before the comma.
            "whose" => {
                let before = (0..word).rev().find(|&at| sentence.forms[at] != ",")?;
                sentence.mention_at(before).and_then(|mention| Some((EntityId(mention.entity?), mention.how)))
            }
            // "our director": the writer's house is what the article is about, as far as one can tell.
            "our" => {
                let owner = *self.owners.first()?;
                return (!sentence.is_quoted(word) && sentence.scene.is_topic(owner)).then_some(false);
            }
            // "The club's women's team … their manager": what the owner has is no owner.
            _ if self.owner_has_another(sentence, word) => None,
            _ => sentence.entity_at(word),
        };
        let (entity, how) = known?;
        self.is_owner(sentence, entity).then_some(how <= How::Carried)
    }

    /// Whether the owner was last named as having something that could own the office itself.
    fn owner_has_another(&self, sentence: &Sentence, word: usize) -> bool {
        let before = sentence.index.checked_sub(1).map(|index| Sentence { scene: sentence.scene, index });
        let here = (*sentence, word);
        let before = before.map(|before| (before, before.forms.len()));
        [Some(here), before].into_iter().flatten().any(|(sentence, end)| {
            sentence.mentions.iter().filter(|mention| mention.head < end).any(|mention| {
                // Read from the order of the words: "the club's women's team".
                let end = mention.words.end;
                let possessive =
                    sentence.forms.get(end).is_some_and(|form| matches!(form.as_str(), "'s" | "’s" | "'" | "’"));
                let another = possessive
                    && (end + 1..sentence.forms.len().min(end + 4)).any(|noun| {
                        let lemma = sentence.lemma(noun).to_lowercase();
                        matches!(words().kind_of(&lemma), Some("organization" | "group"))
                    });
                another && mention.entity.is_some_and(|entity| self.is_owner(&sentence, EntityId(entity)))
            })
        })
    }

    fn is_owner(&self, sentence: &Sentence, entity: EntityId) -> bool {
        let entities = &sentence.base().entities;
        self.owners.iter().any(|owner| *owner == entity || entities.name_of(*owner) == entities.name_of(entity))
    }

    /// A word of a longer proper name that the title ends: "Bering Trade Council president".
    fn is_name_part(&self, sentence: &Sentence, word: usize) -> bool {
        !words().titles.contains_key(sentence.forms[word].trim_end_matches('.'))
    }

    fn modifies(&self, sentence: &Sentence, word: usize, head: usize) -> bool {
        let up = sentence.tree.words[word].head;
        up.is_some_and(|up| up >= word && up <= head + 3) && sentence.is_modifier(word)
            || up == Some(head) && sentence.is(word, Deprel::Nummod)
    }
}

impl Occurrence {
    fn set(&mut self, prefix: Prefix) {
        if self.prefix == Prefix::None {
            self.prefix = prefix;
        }
    }
}

/// Where the phrase that ends at `word` begins: at its determiner or the first word of its name.
fn start_of_phrase(sentence: &Sentence, word: usize) -> usize {
    let mut start = sentence.mention_at(word).map_or(word, |mention| mention.words.start.min(word));
    while start > 0
        && (matches!(sentence.upos(start - 1), Upos::Det | Upos::Adj)
            || sentence.upos(start - 1) == Upos::Propn
                && sentence.mention_at(start - 1).is_some_and(|mention| mention.words.contains(&word)))
    {
        start -= 1;
    }
    start
}

/// "of", "for": what follows says whose office it is, or which.
fn is_link(form: &str) -> bool {
    matches!(form, "of" | "for" | "at" | "in" | "to" | "on" | "with" | "from")
}

/// A modifier that leaves the office the same: "embattled", "Republican", "longtime". A capital shows another
/// country's: "French".
fn is_colour(sentence: &Sentence, word: usize) -> bool {
    let lemma = sentence.lemma(word).to_lowercase();
    if words().offices.other.contains(&lemma) {
        return false;
    }
    let written = sentence.tree.words[word].span.of(sentence.text());
    let capital = written.chars().next().is_some_and(char::is_uppercase) && word > 0;
    match sentence.upos(word) {
        Upos::Adj => !capital || words().offices.parties.contains(&lemma),
        _ => {
            words().is_light(&lemma)
                || words().identity.colouring.contains(&lemma)
                || matches!(lemma.as_str(), "cop" | "incumbent" | "veteran" | "fellow")
        }
    }
}

fn is_word(sentence: &Sentence, at: usize, word: &str) -> bool {
    sentence.forms[at].trim_end_matches('.') == word.trim_end_matches('.')
        || sentence.lemma(at).eq_ignore_ascii_case(word)
}

fn is_title_word(sentence: &Sentence, at: usize, head: &str) -> bool {
    let form = sentence.forms[at].trim_end_matches('.');
    let bare = form.strip_suffix("-elect").or(form.strip_suffix("-designate")).unwrap_or(form);
    let bare = bare.strip_prefix("ex-").or(bare.strip_prefix("then-")).unwrap_or(bare);
    // Plurals name several; they are not told apart.
    words().offices.same(bare, head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_one_where_the_words_agree_and_no_other_owner_is_named() {
        let title = |owner: Option<usize>| Title {
            head: "mayor".into(),
            owners: owner.map(EntityId).into_iter().collect(),
            ..Title::default()
        };
        assert!(title(Some(1)).same_office(&title(None)));
        assert!(!title(Some(1)).same_office(&title(Some(2))));
    }
}
