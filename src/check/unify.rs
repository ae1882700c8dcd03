//! Whether a statement concerns a frame: same owner, same thing, same period.

use super::base::Entities;
use super::frame::Frame;
use super::scene::{Sentence, another_period};
use super::site::{Site, SiteForm, Slot, slots_of};
use crate::article::coreference::Known;
use crate::article::mention::{How, Pronoun, What};
use crate::article::reading::Reading;
use crate::lexicon::{Concept, words};
use crate::rulebook::{EntityId, Kind};
use crate::syntax::{Deprel, Upos};

/// How well the owner of a statement fits the owner of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Somebody or something else.
    Foreign,
    /// Nobody is named, and the article is not about the owner.
    Missing,
    /// Nobody is named; the article is about the owner.
    Topic,
    /// The owner is in the sentence, but not in the owner's slot.
    Nearby,
    /// A description or pronoun that is likely the owner.
    Likely,
    Explicit,
}

/// The fit, the word that decided it, and a reason for a trace.
#[derive(Clone, Debug)]
pub struct OwnerFit {
    pub fit: Fit,
    pub word: Option<usize>,
    pub reason: String,
}

/// Who owns the statement at `site`.
pub fn owner_fit(frame: &Frame, sentence: &Sentence, site: &Site) -> OwnerFit {
    let slots = owner_slots(sentence, site);
    let mut best = OwnerFit { fit: Fit::Missing, word: None, reason: String::new() };
    let mut foreign: Option<OwnerFit> = None;
    for (slot, word) in slots {
        let strong = matches!(slot, Slot::Subject | Slot::Possessor | Slot::Agent | Slot::Patient | Slot::Object);
        let this = filler_fit(frame, sentence, word, strong);
        match this.fit {
            // "Orley" of "the pier is located in Orley, Wessex" may be the owner as well.
            Fit::Foreign if site.participle && matches!(slot, Slot::Patient) => {}
            Fit::Foreign => foreign = foreign.or(Some(this)),
            fit if fit > best.fit => best = this,
            _ => {}
        }
    }
    if best.fit >= Fit::Likely {
        return best;
    }
    if let Some(foreign) = foreign {
        return foreign;
    }
    let Some(owner) = frame.owner else {
        return match &frame.owner_words {
            Some(concept) => match concept.find(&sentence.tree, &sentence.forms).first() {
                Some(found) => OwnerFit { fit: Fit::Nearby, word: Some(found.head), reason: String::new() },
                None => best,
            },
            // A claim without an owner is about whatever its file is about.
            None => OwnerFit { fit: Fit::Topic, word: None, reason: "the claim names no owner".into() },
        };
    };
    if let Some(mention) = sentence.mentions_of(owner).next() {
        return OwnerFit {
            fit: Fit::Nearby,
            word: Some(mention.head),
            reason: format!("“{}” is in the sentence", mention.span.of(sentence.text())),
        };
    }
    if sentence.scene.is_topic(owner) {
        return OwnerFit {
            fit: Fit::Topic,
            word: None,
            reason: format!("the article is about {}", sentence.base().entities.name_of(owner)),
        };
    }
    best
}

/// Words that may name the owner of what stands at `site`, the strongest slots first.
fn owner_slots(sentence: &Sentence, site: &Site) -> Vec<(Slot, usize)> {
    let slots = slots_of(sentence, site.head);
    // "be born" has no active: whoever is born stands where the subject does.
    let passive = super::site::is_passive(sentence, site.head) && !site.participle;
    let wanted = |slot: &Slot| match site.form {
        SiteForm::Verb if !site.inverse => {
            if passive {
                matches!(slot, Slot::Agent)
            } else {
                matches!(slot, Slot::Subject) || site.participle && matches!(slot, Slot::Patient)
            }
        }
        SiteForm::Verb => {
            if passive {
                matches!(slot, Slot::Patient | Slot::With(_))
            } else {
                matches!(slot, Slot::Object | Slot::With(_))
            }
        }
        SiteForm::Event | SiteForm::Noun => match slot {
            Slot::Possessor | Slot::Modifier => true,
            Slot::With(prep) => matches!(
                prep.as_str(),
                "of" | "in" | "for" | "from" | "at" | "by" | "on" | "with" | "between" | "after"
            ),
            _ => false,
        },
        SiteForm::Agent => matches!(slot, Slot::Predicate | Slot::Apposition | Slot::Subject),
        SiteForm::Adjective | SiteForm::Copula => matches!(slot, Slot::Subject),
    };
    let mut found: Vec<(Slot, usize)> = slots.into_iter().filter(|(slot, _)| wanted(slot)).collect();
    let tree = &sentence.tree;
    // "Aldrin was a citizen born in": whom the noun is said of.
    if let Some((_, noun)) = found.iter().find(|(slot, _)| site.participle && matches!(slot, Slot::Patient))
        && tree.children(*noun).any(|child| sentence.is(child, Deprel::Cop))
    {
        found.extend(slots_of(sentence, *noun).into_iter().filter(|(slot, _)| *slot == Slot::Subject));
    }
    if let (SiteForm::Noun | SiteForm::Event | SiteForm::Agent, Some(noun)) =
        (site.form, relative_owner(sentence, site))
    {
        found.push((Slot::Possessor, noun));
    }
    match site.form {
        SiteForm::Adjective if sentence.is(site.head, Deprel::Amod) => {
            found.extend(tree.words[site.head].head.map(|noun| (Slot::Subject, noun)))
        }
        SiteForm::Noun | SiteForm::Event => {
            // "The fire has a toll of", "the summit's length": the subject of the verb whose object the noun is.
            if matches!(tree.words[site.head].deprel, Deprel::Obj)
                && let Some(verb) = tree.words[site.head].head
            {
                let light = matches!(
                    sentence.lemma(verb),
                    "have" | "boast" | "hold" | "see" | "make" | "get" | "include" | "carry" | "pay" | "enjoy"
                );
                if light {
                    found.extend(slots_of(sentence, verb).into_iter().filter(|(slot, _)| *slot == Slot::Subject));
                }
            }
        }
        _ => {}
    }
    found.sort_by_key(|(slot, _)| match slot {
        Slot::Subject | Slot::Possessor | Slot::Agent => 0,
        _ => 1,
    });
    found
}

/// "Orley, where the mayor is Ann Pell", "the league of which Tarn are the champions", "Orley, the mayor of which": whose the
/// noun of a relative clause is.
fn relative_owner(sentence: &Sentence, site: &Site) -> Option<usize> {
    let tree = &sentence.tree;
    let above = std::iter::once(site.head).chain(sentence.ancestors(site.head));
    let clause = above.take(3).find(|&word| matches!(tree.words[word].deprel, Deprel::AclRelcl | Deprel::Advcl))?;
    let noun = tree.words[clause].head.filter(|&noun| noun < site.head)?;
    let between = |word: usize| word > noun && word < site.head.max(clause) + 3;
    let words = sentence.subtree(clause);
    let where_ = words.iter().any(|&word| between(word) && sentence.forms[word] == "where");
    let of_which = words
        .iter()
        .any(|&word| between(word) && sentence.forms[word] == "which" && word > 0 && sentence.forms[word - 1] == "of");
    // "Eaten in Tarn where the capital is …": the clause may be hung on the verb.
    let before = words.iter().min().and_then(|first| first.checked_sub(1));
    let named = before.map(|at| if sentence.upos(at) == Upos::Punct { at.saturating_sub(1) } else { at });
    let named = named.and_then(|at| sentence.mention_at(at)).map(|mention| mention.head);
    (where_ || of_which).then(|| named.unwrap_or(noun))
}

/// Whether what stands at `word` is the frame's owner. `strong`: a stranger there is another owner.
pub fn filler_fit(frame: &Frame, sentence: &Sentence, word: usize, strong: bool) -> OwnerFit {
    let written = || sentence.tree.words[word].span.of(sentence.text()).to_owned();
    let fit = |fit: Fit, reason: String| OwnerFit { fit, word: Some(word), reason };
    let entities = &sentence.base().entities;
    let Some(owner) = frame.owner else {
        let Some(concept) = &frame.owner_words else { return fit(Fit::Missing, String::new()) };
        return match concept.weight_of(&sentence.lemma(word).to_lowercase()) {
            Some(_) if !is_other(sentence, word) => fit(Fit::Explicit, format!("“{}”", written())),
            _ if strong => fit(Fit::Foreign, format!("“{}” is somebody else", written())),
            _ => fit(Fit::Missing, String::new()),
        };
    };
    if let Some((entity, how)) = sentence.entity_at(word) {
        let head_of_name =
            sentence.mention_at(word).is_some_and(|mention| mention.head == word || mention.words.contains(&word));
        if entity == owner && head_of_name {
            if is_other(sentence, word) {
                return fit(
                    Fit::Foreign,
                    format!("“{}” is another one", sentence.span_of(sentence.subtree(word)).of(sentence.text())),
                );
            }
            return match how {
                How::Named | How::Alias => {
                    fit(Fit::Explicit, format!("“{}” is {}", written(), entities.name_of(owner)))
                }
                How::Carried => fit(Fit::Likely, format!("“{}” stands for {}", written(), entities.name_of(owner))),
                _ => fit(Fit::Nearby, format!("“{}” may stand for {}", written(), entities.name_of(owner))),
            };
        }
        let same_kind = entities.kind_of(entity) == entities.kind_of(owner) && entities.kind_of(owner).is_some();
        if entity != owner && (same_kind || strong) && !entities.within(owner, entity) {
            return fit(Fit::Foreign, format!("it is about {}", entities.name_of(entity)));
        }
        return fit(Fit::Missing, String::new());
    }
    let mention = sentence.mention_at(word);
    match mention.map(|mention| &mention.what) {
        Some(What::Other) => {
            if strong {
                fit(Fit::Foreign, format!("it is about “{}”", written()))
            } else {
                fit(Fit::Missing, String::new())
            }
        }
        Some(What::Pronoun(Pronoun::He | Pronoun::She | Pronoun::Whoever | Pronoun::I | Pronoun::We)) if strong => {
            fit(Fit::Foreign, format!("“{}” may be somebody else", written()))
        }
        Some(What::Pronoun(_)) => fit(Fit::Missing, String::new()),
        Some(What::Description(lemma)) if entities.describes(owner.0, lemma) && !is_other(sentence, word) => {
            if sentence.scene.is_named(owner) {
                fit(Fit::Likely, format!("“the {lemma}” describes {}", entities.name_of(owner)))
            } else {
                fit(Fit::Missing, String::new())
            }
        }
        _ if matches!(sentence.upos(word), Upos::Noun) && strong => {
            let lemma = sentence.lemma(word).to_lowercase();
            if entities.describes(owner.0, &lemma)
                && !is_other(sentence, word)
                && !is_indefinite(sentence, word)
                && sentence.scene.is_topic(owner)
            {
                return fit(Fit::Likely, format!("“{lemma}” describes {}", entities.name_of(owner)));
            }
            if names_subject(frame, sentence, &lemma) && !is_of_another(sentence, word, owner) {
                return of_own_noun(sentence, word, owner);
            }
            if let Some(named) = kind_of_owner(sentence, word, &lemma, owner) {
                return fit(Fit::Explicit, format!("“{}” is {}", named, entities.name_of(owner)));
            }
            fit(Fit::Foreign, format!("it is about “{}”", written()))
        }
        _ => fit(Fit::Missing, String::new()),
    }
}

/// "The state of Tarn", "the port city of Orley": the noun says what the owner is.
fn kind_of_owner<'s>(sentence: &'s Sentence, noun: usize, lemma: &str, owner: EntityId) -> Option<&'s str> {
    let kind = sentence.base().entities.kind(owner.0)?;
    let whole = sentence.tree.children(noun).find(|&child| {
        child > noun
            && sentence.has_case(child, &["of"])
            && sentence.entity_at(child).is_some_and(|(entity, how)| entity == owner && how <= How::Alias)
    })?;
    let fits = kind == "place" && words().kind_of(lemma) == Some(kind) && !is_other(sentence, noun);
    fits.then(|| sentence.span_of([noun, whole]).of(sentence.text()))
}

/// Whether the lemma is one of the claim's own words for what it speaks of: "ticket" of "Harbour Line ticket price".
fn names_subject(frame: &Frame, sentence: &Sentence, lemma: &str) -> bool {
    let fact = sentence.scene.fact(frame);
    let is_comparison = matches!(fact.claim, crate::rulebook::claim::ast::Claim::Comparison(_));
    is_comparison && fact.subject().split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(lemma))
}

/// Whether the noun's phrase names something else than the owner: "a ticket for the museum".
fn is_of_another(sentence: &Sentence, noun: usize, owner: EntityId) -> bool {
    let entities = &sentence.base().entities;
    sentence.tree.children(noun).any(|child| {
        let narrows = matches!(
            sentence.tree.words[child].deprel,
            Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound | Deprel::NmodUnmarked
        );
        let noun = matches!(sentence.upos(child), Upos::Noun | Upos::Propn);
        narrows
            && noun
            && match sentence.entity_at(child) {
                Some((entity, _)) => entity != owner && !entities.within(owner, entity),
                None => {
                    !entities.has_word(owner, &sentence.forms[child]) && sentence.upos(child) == Upos::Propn
                        || sentence.is(child, Deprel::Nmod)
                }
            }
    })
}

/// The owner below a noun of the claim's own subject: "a ticket for the Harbour Line", "Harrison's presidency".
fn of_own_noun(sentence: &Sentence, noun: usize, owner: EntityId) -> OwnerFit {
    let below = sentence.subtree(noun);
    let named = sentence.mentions_of(owner).find(|mention| below.contains(&mention.head));
    let fit = match named.map(|mention| mention.how) {
        Some(How::Named | How::Alias) => Fit::Explicit,
        Some(How::Carried) => Fit::Likely,
        Some(_) => Fit::Nearby,
        None if sentence.scene.is_topic(owner) => Fit::Topic,
        None => Fit::Missing,
    };
    OwnerFit {
        fit,
        word: named.map(|mention| mention.head),
        reason: named
            .map_or(String::new(), |mention| format!("“{}” is in its subject", mention.span.of(sentence.text()))),
    }
}

/// Takes its entity from every common noun that shows another thing is meant: "the previous summit", "fires",
/// "the Helsinki summit".
pub fn disown(text: &str, reading: &mut Reading, entities: &Entities) {
    for at in 0..reading.mentions.len() {
        let mention = &reading.mentions[at];
        // "Wanderers Women", "half-marathon": a longer name of something else.
        let next = mention.words.end;
        let longer = mention.what == What::Known
            && mention.entity.is_some()
            && reading.forms.get(next).is_some_and(|form| words().identity.other_side.contains(form))
            && starts_upper(text, reading, next);
        // "The women's Quill": said before the name.
        let side = mention.what == What::Known
            && mention.entity.is_some_and(|entity| {
                reading.tree.children(mention.head).any(|child| {
                    child < mention.words.start
                        && matches!(
                            reading.tree.words[child].deprel,
                            Deprel::NmodPoss | Deprel::Compound | Deprel::Amod
                        )
                        && words().identity.other_side.contains(&reading.tree.words[child].lemma.to_lowercase())
                        && !entities.has_word(EntityId(entity), &reading.forms[child])
                })
            });
        // "Quill-5", where the rules know Quill-4, Quill for short.
        let rest = &text[mention.span.end..];
        let numbered = mention.what == What::Known
            && rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let hyphened = mention.what == What::Known
            && mention.how == How::Alias
            && reading.upos(mention.head) == Upos::Noun
            && text[..mention.span.start].ends_with('-');
        // "The 2025 championships", where the rules know those of 2026.
        let year = |word: usize| reading.forms[word].parse::<u16>().ok().filter(|year| (1500..2200).contains(year));
        let edition = mention.what == What::Known
            && mention.entity.is_some_and(|entity| {
                let entity = EntityId(entity);
                let own = entities
                    .name_of(entity)
                    .split_whitespace()
                    .any(|word| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1500..2200).contains(&year)));
                own && reading.tree.children(mention.head).chain(mention.words.start.checked_sub(1)).any(|word| {
                    // "The championships of 2025".
                    let behind = word >= mention.words.end && reading.has_case(word, &["of", "for"]);
                    (word < mention.words.start || behind)
                        && reading.tree.words[word].head == Some(mention.head)
                        && year(word).is_some()
                        && !entities.has_word(entity, &reading.forms[word])
                })
            });
        if longer || side || numbered || hyphened || edition {
            let number = reading.tree.words.get(next + 1).filter(|_| numbered).map(|word| word.span);
            let mention = &mut reading.mentions[at];
            if let Some(number) = number {
                mention.span = mention.span.to(number);
                mention.words.end = next + 2;
            }
            mention.entity = None;
            mention.how = How::Open;
            mention.what = What::Other;
            continue;
        }
        let (Some(entity), How::Alias, What::Known) = (mention.entity, mention.how, &mention.what) else { continue };
        let head = mention.head;
        let entity = EntityId(entity);
        if has_longer_name(text, reading, at, entities) {
            let mention = &mut reading.mentions[at];
            mention.entity = None;
            mention.how = How::Open;
            mention.what = What::Other;
            continue;
        }
        if !matches!(reading.upos(head), Upos::Noun) {
            continue;
        }
        let plural = reading.tree.words[head].xpos == "NNS" && !entities.has_word(entity, &reading.forms[head]);
        let other = reading.tree.children(head).any(|child| {
            let form = &reading.forms[child];
            let listed = matches!(reading.tree.words[child].deprel, Deprel::Amod | Deprel::Det | Deprel::Compound)
                && words().identity.other.matches(&reading.tree, &reading.forms, child)
                && !entities.has_word(entity, form)
                && !matches!(
                    form.as_str(),
                    "first" | "second" | "third" | "fourth" | "last" | "final" | "new" | "fresh" | "alleged"
                );
            let stranger = matches!(reading.tree.words[child].deprel, Deprel::Compound | Deprel::NmodPoss)
                && reading.upos(child) == Upos::Propn
                && !entities.has_word(entity, form)
                && reading.mention_at(child).is_some_and(|mention| match mention.entity {
                    Some(other) => {
                        entities.kind_of(EntityId(other)) == entities.kind_of(entity)
                            && !entities.within(entity, EntityId(other))
                    }
                    None => mention.what == What::Other,
                });
            listed || stranger
        });
        // "The boat from Uxmoor".
        let from = reading.tree.children(head).any(|child| {
            child > head
                && reading.is(child, Deprel::Nmod)
                && reading.has_case(child, &["from"])
                && reading.upos(child) == Upos::Propn
                && !entities.has_word(entity, &reading.forms[child])
        });
        let other = other || from;
        // "Her council" is hers, whoever she is.
        let hers = matches!(entities.kind_of(entity), Some(Kind::Organization | Kind::Place | Kind::Event))
            && reading.tree.children(head).any(|child| {
                reading.is(child, Deprel::NmodPoss) && matches!(reading.forms[child].as_str(), "his" | "her" | "my")
            });
        let plural = plural || hers;
        if plural || other {
            let lemma = reading.lemma(head).to_lowercase();
            let mention = &mut reading.mentions[at];
            mention.entity = None;
            mention.how = How::Open;
            // A stranger to every rule: nothing may resolve it again.
            mention.what = if other { What::Other } else { What::Description(lemma) };
        }
    }
}

/// "Comes from Orley College, where she was bursar": what is told at `word` happened at another place or house, which the
/// clause hangs on.
pub fn is_told_of_elsewhere(frame: &Frame, sentence: &Sentence, word: usize) -> bool {
    let tree = &sentence.tree;
    let clause = sentence.clause(word);
    let where_ = tree.children(clause).any(|child| sentence.forms[child] == "where" && child <= word);
    let Some(above) = tree.words[clause].head.filter(|_| where_) else { return false };
    let entities = &sentence.base().entities;
    let own = |entity: EntityId| {
        frame.entities().any(|own| own == entity || entities.within(own, entity) || entities.within(entity, own))
    };
    match sentence.entity_at(above) {
        Some((entity, _)) => !own(entity),
        None => sentence.upos(above) == Upos::Propn,
    }
}

/// "The Mersey Tunnel", "the roof of a barn": the noun is the last word of another name, or is said to be another's.
fn has_longer_name(text: &str, reading: &Reading, mention: usize, entities: &Entities) -> bool {
    let mention = &reading.mentions[mention];
    let Some(entity) = mention.entity.map(EntityId) else { return false };
    let start = mention.words.start;
    // "Corley Crown Court", where the court's own words go on before what was found of its name.
    let own = |word: &usize| starts_upper(text, reading, *word) && entities.has_word(entity, &reading.forms[*word]);
    let first = start - (0..start).rev().take_while(own).count();
    let named = first > 1 && starts_upper(text, reading, start) && {
        let before = first - 1;
        starts_upper(text, reading, before)
            && reading.forms[before].chars().all(char::is_alphabetic)
            && matches!(reading.upos(before), Upos::Propn)
            && !entities.has_word(entity, &reading.forms[before])
            && reading.mention_at(before).is_none_or(|other| other.entity.is_none())
    };
    let anothers = reading.tree.children(mention.head).any(|child| {
        child > mention.head
            && reading.has_case(child, &["of"])
            && reading.tree.children(child).any(|det| matches!(reading.forms[det].as_str(), "a" | "an" | "another"))
            && !entities.has_word(entity, &reading.forms[child])
    });
    named || anothers
}

fn starts_upper(text: &str, reading: &Reading, word: usize) -> bool {
    reading.tree.words[word].span.of(text).starts_with(char::is_uppercase)
}

fn is_indefinite(sentence: &Sentence, noun: usize) -> bool {
    sentence.tree.children(noun).any(|child| {
        sentence.is(child, Deprel::Det)
            && matches!(sentence.forms[child].as_str(), "a" | "an" | "another" | "any" | "some" | "every" | "each")
    })
}

/// Whether a noun phrase shows by its modifiers that another thing is meant: "the previous summit", "another fire".
pub fn is_other(sentence: &Sentence, noun: usize) -> bool {
    // "The owner before that".
    let form = |by: usize| sentence.forms.get(noun + by).map_or("", String::as_str);
    let before =
        matches!(form(1), "before" | "after") && matches!(form(2), "that" | "him" | "her" | "it" | "them" | "this");
    before
        || sentence.tree.children(noun).any(|child| {
            matches!(sentence.tree.words[child].deprel, Deprel::Amod | Deprel::Det | Deprel::Compound)
                && words().identity.other.matches(&sentence.tree, &sentence.forms, child)
                && !matches!(sentence.forms[child].as_str(), "first" | "second" | "third" | "last" | "final")
        })
}

/// A content modifier of the noun at `word` that neither the frame nor mere colour accounts for.
pub fn foreign_modifier(frame: &Frame, sentence: &Sentence, word: usize, but: &[usize]) -> Option<usize> {
    let entities = &sentence.base().entities;
    let known = |child: usize| {
        let lemma = sentence.lemma(child).to_lowercase();
        frame.modifiers.iter().any(|concept| concept.weight_of(&lemma).is_some())
            || frame.head.concept.weight_of(&lemma).is_some()
            || frame.counted.as_ref().is_some_and(|concept| concept.weight_of(&lemma).is_some())
            || words().is_light(&lemma)
            || words().identity.colouring.contains(&lemma)
            || frame.entities().any(|entity| entities.has_word(entity, &sentence.forms[child]))
    };
    sentence.tree.children(word).find(|&child| {
        matches!(sentence.tree.words[child].deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodPoss)
            && !but.contains(&child)
            && matches!(sentence.upos(child), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb)
            && sentence.value_at(child).is_none()
            && !known(child)
            && sentence.entity_at(child).is_none_or(|(entity, _)| {
                !frame
                    .entities()
                    .any(|own| own == entity || entities.within(own, entity) || entities.within(entity, own))
            })
    })
}

/// A word near the site that excludes one of the frame's own words: "quarterly" for a claim about the annual figure.
pub fn excluded_by(frame: &Frame, sentence: &Sentence, around: &[usize]) -> Option<usize> {
    around.iter().copied().find(|&word| {
        let lemma = sentence.lemma(word).to_lowercase();
        let own = |concept: &Concept| concept.weight_of(&lemma).is_some();
        if own(&frame.head.concept) || frame.modifiers.iter().any(own) || frame.counted.as_ref().is_some_and(own) {
            return false;
        }
        let wanted = frame.modifiers.iter().chain(&frame.counted).chain(std::iter::once(&frame.head.concept));
        wanted.into_iter().any(|concept| !concept.text.is_empty() && words().exclude(&concept.text, &lemma))
    })
}

/// How many of the frame's modifiers stand in the sentence, and how many there are.
pub fn modifiers_met(frame: &Frame, sentence: &Sentence) -> (usize, usize) {
    let met =
        frame.modifiers.iter().filter(|concept| !concept.find(&sentence.tree, &sentence.forms).is_empty()).count();
    (met, frame.modifiers.len())
}

/// Why the period of the statement around `word` is not the frame's, if it is not.
pub fn wrong_period(
    frame: &Frame,
    sentence: &Sentence,
    word: usize,
    but: Option<std::ops::Range<usize>>,
) -> Option<String> {
    let scene = sentence.scene;
    let fact = scene.fact(frame);
    if let (Some(until), Some(date)) = (fact.until, scene.date)
        && date > until
    {
        return Some("the claim ended before the article".into());
    }
    let stated = sentence.date_near(word, but);
    if let Some(stated) = &stated
        && another_period(stated, frame, fact, scene.date)
    {
        return Some("it is about another day or period".into());
    }
    if stated.is_none() {
        if let (Some(day), Some(date)) = (&frame.as_of, scene.date) {
            if day.from.is_some_and(|from| date < from) {
                return Some("the article is older than the figure".into());
            }
            // A later figure of the same subject has taken over.
            let same = match frame.owner {
                Some(owner) => scene.base.index.with(owner),
                None => scene.base.index.worded(&frame.head.concept.text),
            };
            let taken_over = same.iter().map(|id| scene.base.frame(*id)).any(|other| {
                other.fact != frame.fact
                    && other.owner == frame.owner
                    && other.head.concept.text == frame.head.concept.text
                    && other
                        .as_of
                        .as_ref()
                        .is_some_and(|later| later.from > day.from && later.from.is_some_and(|from| from <= date))
            });
            if taken_over {
                return Some("a later figure has taken over".into());
            }
        }
        if is_long_past(frame, scene.date) {
            return Some("the claim is about an earlier period".into());
        }
    }
    None
}

/// Whether the claim is about a period long before `today`, so that a figure without a date is hardly its.
pub fn is_long_past(frame: &Frame, today: Option<jiff::civil::Date>) -> bool {
    let (Some(to), Some(today)) = (frame.period.as_ref().and_then(|period| period.to), today) else { return false };
    to.year() < today.year() && (today - to).get_days() > 200
}

/// Whether the two entities are the same, or one lies in the other.
pub fn compatible(sentence: &Sentence, stated: EntityId, expected: EntityId) -> bool {
    let entities = &sentence.base().entities;
    stated == expected || entities.within(expected, stated)
}
