//! Where the words of a frame occur in a sentence, and what stands in the grammatical slots around them.

use super::frame::Frame;
use crate::article::reading::Reading;
use crate::lexicon::trigger::{copula, occurs};
use crate::lexicon::{Form, Wording, lexicon, words};
use crate::syntax::{Deprel, Upos};

/// An occurrence of a frame's head.
#[derive(Clone, Debug)]
pub struct Site {
    pub head: usize,
    pub words: Vec<usize>,
    /// 1 for the claim's own word or a wording of its relation, less for words that stand for it.
    pub weight: f32,
    pub form: SiteForm,
    /// The value is the subject.
    pub inverse: bool,
    /// The wording denies what the frame says.
    pub negative: bool,
    /// A wording in the passive: "born in".
    pub participle: bool,
    /// Prepositions that introduce the value; empty: the object.
    pub preps: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteForm {
    Verb,
    /// A noun that names what happened.
    Event,
    /// A noun that names the value.
    Noun,
    /// A noun that names the owner.
    Agent,
    Adjective,
    /// "is in", "was with": the head is the value.
    Copula,
}

/// A grammatical slot around a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    Subject,
    /// The subject of a passive.
    Patient,
    Object,
    /// "by" of a passive.
    Agent,
    /// After a preposition.
    With(String),
    Possessor,
    /// An adjective, numeral or noun before a noun.
    Modifier,
    /// What a copula equates it with.
    Predicate,
    Apposition,
}

/// All occurrences of the frame's head in `reading`, at most one for each word and direction.
pub fn sites(frame: &Frame, reading: &Reading) -> Vec<Site> {
    let mut found: Vec<Site> = Vec::new();
    let event = frame.is_of_event();
    for trigger in &reading.triggers {
        for &(relation, inverse) in &frame.head.relations {
            if relation != trigger.relation {
                continue;
            }
            let wording = &lexicon().relation(relation).wordings[trigger.wording];
            // "charged" is no charge.
            if event
                && wording.form != Form::Verb
                && wording.form != Form::Adjective
                && reading.upos(trigger.head) == Upos::Verb
            {
                continue;
            }
            add(&mut found, of_wording(reading, wording, inverse, trigger.head, trigger.words.clone()));
        }
    }
    for wording in &frame.head.own {
        let (tree, forms) = (&reading.tree, &reading.forms);
        for word in 0..tree.words.len() {
            let is = |head: &String| head.eq_ignore_ascii_case(reading.lemma(word)) || *head == forms[word];
            let words = match wording.heads() {
                [be] if be == "be" => copula(wording, tree, forms, word),
                heads if heads.iter().any(is) => occurs(wording, tree, forms, word),
                _ => None,
            };
            if let Some(words) = words {
                add(&mut found, of_wording(reading, wording, false, word, words));
            }
        }
    }
    for (concept, negative) in [(&frame.head.concept, false), (&frame.head.opposite, true)] {
        for occurrence in concept.find(&reading.tree, &reading.forms) {
            let lemma = reading.lemma(occurrence.head).to_lowercase();
            let form = match reading.upos(occurrence.head) {
                Upos::Verb | Upos::Aux => SiteForm::Verb,
                Upos::Noun | Upos::Propn
                    if names_actor(&concept.text, &reading.lemma(occurrence.head).to_lowercase()) =>
                {
                    SiteForm::Agent
                }
                Upos::Noun | Upos::Propn => SiteForm::Noun,
                Upos::Adj | Upos::Adv => SiteForm::Adjective,
                _ => continue,
            };
            // The claim's own verb takes the claim's own arguments.
            if event && occurrence.weight >= 1.0 {
                found.retain(|known| known.head != occurrence.head);
            }
            add(
                &mut found,
                Site {
                    head: occurrence.head,
                    words: occurrence.words.collect(),
                    weight: occurrence.weight,
                    form,
                    inverse: form == SiteForm::Verb
                        && (frame.head.agentive || is_doer(&frame.head.concept.text, &lemma)),
                    negative,
                    participle: false,
                    preps: Vec::new(),
                },
            );
        }
    }
    found.sort_by_key(|site| site.head);
    found
}

/// The site of a wording at `head`; `turned` where the frame's value is the relation's owner.
fn of_wording(reading: &Reading, wording: &Wording, turned: bool, head: usize, words: Vec<usize>) -> Site {
    let inverse = turned != wording.inverse;
    Site {
        head,
        words,
        weight: if wording.words.len() > 1 || !wording.preps.is_empty() { 1.0 } else { 0.97 },
        form: match wording.form {
            Form::Verb if wording.heads().iter().any(|word| word == "be") => SiteForm::Copula,
            Form::Verb => SiteForm::Verb,
            Form::Event => SiteForm::Event,
            Form::Noun if inverse => SiteForm::Agent,
            Form::Noun => SiteForm::Noun,
            Form::Agent if inverse => SiteForm::Noun,
            Form::Agent => SiteForm::Agent,
            Form::Adjective => SiteForm::Adjective,
        },
        inverse,
        negative: wording.negative,
        participle: wording.form == Form::Verb
            && reading.lemma(head) != reading.forms[head]
            && wording.heads().contains(&reading.forms[head])
            && !wording.heads().iter().any(|known| known == reading.lemma(head)),
        preps: wording.preps.clone(),
    }
}

/// Whether the noun names who does what the verb says: the publisher is whoever publishes.
fn is_doer(noun: &str, verb: &str) -> bool {
    words().derived(noun).iter().any(|(word, role)| *role == "agent" && *word == verb)
}

/// "winner" for "win": a noun for who does it, not for what is done.
fn names_actor(verb: &str, noun: &str) -> bool {
    words().derived(verb).iter().any(|(derived, role)| *role == "agent" && *derived == noun)
        && !words().derived(noun).iter().any(|(_, role)| *role == "event")
}

/// A word that can be read with its roles either way ("publish" of a house and of a book) is a site for each.
fn add(found: &mut Vec<Site>, site: Site) {
    match found.iter_mut().find(|known| known.head == site.head && known.inverse == site.inverse) {
        // "Landed safely" is more than a landing: the longer phrase says whether it happened.
        Some(known) if site.negative != known.negative && site.words.len() != known.words.len() => {
            if site.words.len() > known.words.len() {
                *known = site;
            }
        }
        Some(known) if (site.weight, site.words.len()) > (known.weight, known.words.len()) => *known = site,
        Some(_) => {}
        None => found.push(site),
    }
}

/// What stands in the slots around `word`, subjects shared by coordination and control included.
pub fn slots_of(reading: &Reading, word: usize) -> Vec<(Slot, usize)> {
    let mut slots = Vec::new();
    let tree = &reading.tree;
    let mut has_subject = false;
    for child in tree.children(word) {
        let slot = match tree.words[child].deprel {
            Deprel::Nsubj | Deprel::Csubj => Slot::Subject,
            Deprel::NsubjPass | Deprel::CsubjPass => Slot::Patient,
            Deprel::Obj | Deprel::Iobj | Deprel::Ccomp => Slot::Object,
            Deprel::Xcomp if reading.upos(child) != Upos::Verb => Slot::Object,
            // "Was cut by 4 points": by how much, not by whom.
            Deprel::OblAgent if is_measure(reading, child) => Slot::With("by".to_owned()),
            Deprel::OblAgent => Slot::Agent,
            Deprel::Obl | Deprel::OblUnmarked | Deprel::Nmod | Deprel::NmodUnmarked => {
                match reading.cases(child).last() {
                    Some("by") if is_passive(reading, word) && !is_measure(reading, child) => Slot::Agent,
                    Some(prep) => Slot::With(prep.to_owned()),
                    None => Slot::With(preposition_before(reading, child).unwrap_or_default().to_owned()),
                }
            }
            Deprel::NmodPoss => Slot::Possessor,
            Deprel::Amod | Deprel::Nummod | Deprel::Compound => Slot::Modifier,
            Deprel::Appos => Slot::Apposition,
            _ => continue,
        };
        has_subject |= matches!(slot, Slot::Subject | Slot::Patient);
        push_with_conjuncts(reading, &mut slots, slot, child);
    }
    // "Ran aground near Orley": the place of the adverb is the verb's.
    for adverb in tree.children(word).filter(|&child| reading.is(child, Deprel::Advmod)) {
        for child in tree.children(adverb).filter(|&child| reading.is(child, Deprel::Obl)) {
            if let Some(prep) = reading.cases(child).last() {
                slots.push((Slot::With(prep.to_owned()), child));
            }
        }
    }
    let this = &tree.words[word];
    let passive = is_passive(reading, word);
    // "It was in Rome that she died".
    if let Some(noun) = cleft_place(reading, word) {
        let prep = reading.cases(noun).last().unwrap_or_default().to_owned();
        slots.push((Slot::With(prep), noun));
        return slots;
    }
    match this.deprel {
        Deprel::Acl | Deprel::Advcl | Deprel::Conj if !has_subject && named_before(reading, word).is_some() => {
            let noun = named_before(reading, word);
            slots.extend(noun.map(|noun| (if passive { Slot::Patient } else { Slot::Subject }, noun)));
        }
        Deprel::AclRelcl | Deprel::Acl => {
            if let Some(noun) = this.head {
                let gap = relative_gap(reading, word, has_subject, passive);
                push_with_conjuncts(reading, &mut slots, gap, noun);
            }
        }
        Deprel::Conj if !has_subject => {
            if let Some(first) = this.head
                && matches!(this.upos, Upos::Verb | Upos::Adj | Upos::Noun)
            {
                for (slot, filler) in slots_of(reading, first) {
                    match slot {
                        Slot::Subject if passive => slots.push((Slot::Patient, filler)),
                        Slot::Subject | Slot::Patient => slots.push((slot, filler)),
                        _ => {}
                    }
                }
            }
        }
        Deprel::Xcomp | Deprel::Advcl if !has_subject => {
            if let Some(governor) = this.head {
                // An object controls ("asked him to go"), else the subject does.
                let object = (this.deprel == Deprel::Xcomp)
                    .then(|| tree.children(governor).find(|&c| matches!(tree.words[c].deprel, Deprel::Obj)))
                    .flatten();
                let filler = object.or_else(|| {
                    slots_of(reading, governor)
                        .into_iter()
                        .find(|(slot, _)| matches!(slot, Slot::Subject | Slot::Patient))
                        .map(|(_, f)| f)
                });
                if let Some(filler) = filler {
                    slots.push((if passive { Slot::Patient } else { Slot::Subject }, filler));
                }
            }
        }
        Deprel::Appos => {
            if let Some(head) = this.head {
                slots.push((Slot::Apposition, head));
            }
        }
        // A noun that is a subject: what its predicate says of it.
        Deprel::Nsubj | Deprel::NsubjPass
            if matches!(this.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num) =>
        {
            if let Some(verb) = this.head {
                let copular = tree.children(verb).any(|c| tree.words[c].deprel == Deprel::Cop);
                if copular {
                    push_with_conjuncts(reading, &mut slots, Slot::Predicate, verb);
                }
            }
        }
        _ => {}
    }
    if tree.children(word).any(|c| tree.words[c].deprel == Deprel::Cop) {
        let subjects: Vec<usize> = slots.iter().filter(|(slot, _)| *slot == Slot::Subject).map(|(_, f)| *f).collect();
        slots.extend(subjects.into_iter().map(|subject| (Slot::Predicate, subject)));
    }
    slots
}

/// The place before "that" in a cleft whose clause `verb` heads.
fn cleft_place(reading: &Reading, verb: usize) -> Option<usize> {
    let this = &reading.tree.words[verb];
    let noun = this.head.filter(|_| {
        matches!(this.deprel, Deprel::Advcl | Deprel::AclRelcl | Deprel::Ccomp | Deprel::Csubj | Deprel::Acl)
    })?;
    let children = || reading.tree.children(noun);
    let cleft = children().any(|child| reading.is(child, Deprel::Cop))
        && children().any(|child| reading.forms[child] == "it" && child < noun)
        && reading.cases(noun).next().is_some()
        && noun < verb;
    cleft.then_some(noun)
}

/// The preposition that opens a phrase, or stands right before it, where the parser hangs it elsewhere.
fn preposition_before(reading: &Reading, word: usize) -> Option<&str> {
    let first = *reading.subtree(word).first()?;
    [Some(first), first.checked_sub(1)]
        .into_iter()
        .flatten()
        .find(|&at| at != word && reading.upos(at) == Upos::Adp)
        .map(|at| reading.forms[at].as_str())
}

/// Whether the word is a number or what a number measures.
fn is_measure(reading: &Reading, word: usize) -> bool {
    reading.value_at(word).is_some()
}

/// "for the museum, founded in 1889": the name right before a participle set off by a comma.
fn named_before(reading: &Reading, participle: usize) -> Option<usize> {
    let comma = participle.checked_sub(1).filter(|&at| reading.forms[at] == ",")?;
    let last = comma.checked_sub(1)?;
    let mention = reading.mention_at(last)?;
    let alone = !reading.tree.children(participle).any(|child| child < comma);
    (alone && reading.tree.words[participle].xpos == "VBN" && mention.words.end == comma).then_some(mention.head)
}

fn push_with_conjuncts(reading: &Reading, slots: &mut Vec<(Slot, usize)>, slot: Slot, word: usize) {
    slots.push((slot.clone(), word));
    for child in reading.tree.children(word) {
        if reading.is(child, Deprel::Conj) && reading.upos(child) != Upos::Verb {
            slots.push((slot.clone(), child));
        }
    }
}

/// Which slot the modified noun fills in its relative or participial clause.
fn relative_gap(reading: &Reading, verb: usize, has_subject: bool, passive: bool) -> Slot {
    let participle = reading.is(verb, Deprel::Acl);
    if participle {
        return match reading.tree.words[verb].xpos {
            "VBN" | "VBD" => Slot::Patient,
            "VBG" => Slot::Subject,
            _ => Slot::Subject,
        };
    }
    if has_subject {
        // "who" in the subject slot is the noun itself; a subject of its own leaves the object.
        let own = reading
            .tree
            .children(verb)
            .find(|&c| matches!(reading.tree.words[c].deprel, Deprel::Nsubj | Deprel::NsubjPass));
        let relative = own.is_some_and(|c| matches!(reading.forms[c].as_str(), "who" | "which" | "that" | "whom"));
        if relative {
            return if passive { Slot::Patient } else { Slot::Subject };
        }
        return Slot::Object;
    }
    if passive { Slot::Patient } else { Slot::Subject }
}

/// "Was questioned and freed": a participle that shares the auxiliary of the one before.
fn shares_passive(reading: &Reading, verb: usize) -> bool {
    let tree = &reading.tree;
    let own = tree
        .children(verb)
        .any(|child| matches!(tree.words[child].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Nsubj | Deprel::Obj));
    reading.is(verb, Deprel::Conj)
        && tree.words[verb].xpos == "VBN"
        && !own
        && tree.words[verb].head.is_some_and(|first| {
            tree.children(first).any(|child| reading.is(child, Deprel::AuxPass)) && !reading.is(first, Deprel::Conj)
        })
}

pub fn is_passive(reading: &Reading, verb: usize) -> bool {
    let tree = &reading.tree;
    tree.children(verb).any(|c| {
        matches!(tree.words[c].deprel, Deprel::AuxPass | Deprel::NsubjPass)
            || tree.words[c].deprel == Deprel::OblAgent && !is_measure(reading, c)
    }) || named_before(reading, verb).is_some()
        || shares_passive(reading, verb)
        || (matches!(tree.words[verb].deprel, Deprel::Acl | Deprel::Advcl)
            && tree.words[verb].xpos == "VBN"
            && !tree.children(verb).any(|child| matches!(tree.words[child].deprel, Deprel::Aux | Deprel::Obj)))
}
