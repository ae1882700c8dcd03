//! What single words mean beside each other: interchangeable words, derivations, kinds of nouns, hedging and
//! denying words. Read once from lexicon/words.

use super::data::WordData;
use crate::syntax::{Deprel, Tree, Upos};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// All word data.
#[derive(Debug, Default)]
pub struct Words {
    /// Lemma or phrase → groups of words that stand for each other in one report.
    groups: HashMap<&'static str, Vec<usize>>,
    group_members: Vec<Vec<&'static str>>,
    /// Word → derived words with their role (event, agent, result, attribute), both ways; sorted, as are the next.
    derivations: Vec<(&'static str, Vec<Derived>)>,
    synonyms: Vec<(&'static str, Vec<&'static str>)>,
    idioms: Vec<(&'static str, Vec<&'static str>)>,
    kinds: Vec<(&'static str, &'static str)>,
    hypernyms: Vec<(&'static str, Vec<&'static str>)>,
    classes: HashMap<&'static str, &'static str>,
    /// Word → sets of words of which only one can be true of a thing.
    exclusive: HashMap<&'static str, Vec<(usize, usize)>>,
    opposites: HashMap<&'static str, Vec<(usize, bool)>>,
    genders: HashMap<&'static str, Gender>,
    pub titles: HashMap<String, Option<Gender>>,
    pub modality: Modality,
    pub identity: Identity,
    pub verbs: Verbs,
    pub offices: Offices,
    light: HashSet<&'static str>,
    /// Head nouns that a value of the kind says without them.
    carried: HashMap<&'static str, Vec<&'static str>>,
    pub adjective_of: HashMap<&'static str, &'static str>,
}

/// A derived word and its role.
pub type Derived = (&'static str, &'static str);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    Female,
    Male,
}

/// Words that say how a clause is meant.
#[derive(Debug, Default)]
#[rustfmt::skip]
pub struct Modality {
    pub plan: Phrases, pub conditional: Phrases, pub denial: Phrases, pub debunk: Phrases, pub correction: Phrases,
    pub negators: Phrases, pub attribution: Phrases, pub quoting: Phrases, pub hearsay: Phrases, pub imagination: Phrases,
    pub habitual: Phrases, pub plan_claims: Phrases, pub demand_claims: Phrases, pub norm_claims: Phrases,
    pub negative_claims: Phrases,
    /// What a paper calls its own earlier words.
    pub outlets: Phrases,
    /// What a paper calls its own pieces.
    pub pieces: Phrases,
    /// What anybody may post.
    pub posts: Phrases,
    /// "Oops: we wrote that …".
    pub slips: Phrases,
    /// "The correct number is …".
    pub put_right: Phrases,
    /// Nouns for what nobody vouches for.
    pub rumours: Phrases,
    /// "Nonsense, of course."
    pub rebuttals: Phrases,
    /// "It is false that".
    pub falsehoods: Phrases,
    pub truths: Phrases,
    pub suppositions: Phrases,
    pub falsely: Phrases,
    /// Verbs whose object is only proposed.
    pub proposals: Phrases,
    /// Nouns for what somebody says: "her best line".
    pub sayings: Phrases,
}

/// Words that say whether a noun phrase is still the same thing.
#[derive(Debug, Default)]
#[rustfmt::skip]
pub struct Identity { pub other: Phrases, pub colouring: Phrases, pub subset: Phrases, pub partial: Phrases, pub comparison: Phrases, pub marks: Phrases, pub rates: Phrases, pub starting: Phrases, pub bounding: Phrases, pub other_side: Phrases }

/// Verbs between a figure's name and the figure.
#[derive(Debug, Default)]
pub struct Verbs {
    pub level: Phrases,
    pub change: Phrases,
    pub light: Phrases,
    /// Verbs whose meaning lies in their object: "make a visit".
    pub support: Phrases,
    /// Things that happen to the same people again and again: a win on another day is another win.
    pub repeatable: Phrases,
    /// Verbs whose opposite cannot be true of the same matter: approve and reject, unlike open and close.
    pub decisive: Phrases,
    /// Only one can do it to one thing: win a toss, start a fire.
    pub sole: Phrases,
    /// What two do to each other, so that their places may change: meet, marry.
    pub mutual: Phrases,
    /// What the other may do as well, so that changed places deny nothing: follow, call.
    pub returned: Phrases,
    /// What is reached, found or issued exists.
    pub reaching: Phrases,
    /// "It came on Tuesday": what an event noun does when it happens.
    pub occurring: Phrases,
    /// Nouns for people at large.
    pub people: Phrases,
}

/// Titles of offices and what is done with them.
#[derive(Debug, Default)]
pub struct Offices {
    /// One title in several spellings or words: "captain", "skipper".
    same: Vec<Vec<&'static str>>,
    /// What a minister or director is charged with, one charge a group: "health", "finance" and "treasury".
    portfolios: Vec<Vec<&'static str>>,
    /// Words before a title that make it another office.
    pub other: Phrases,
    /// Adjectives of parties, which leave an office the same.
    pub parties: Phrases,
    /// What somebody who holds the first place does: "has run the bank since 2012".
    pub running: Phrases,
    /// What somebody does on taking over from the holder before.
    pub replacing: Phrases,
    /// Nouns for any office: "the post", "the job".
    pub post: Phrases,
}

impl Offices {
    /// Whether the two words are one title.
    pub fn same(&self, a: &str, b: &str) -> bool {
        let has = |group: &[&str], word: &str| group.contains(&word);
        a == b || self.same.iter().any(|group| has(group, a) && has(group, b))
    }

    /// The charge that a word before or behind a title names, by number.
    pub fn portfolio(&self, word: &str) -> Option<usize> {
        self.portfolios.iter().position(|group| group.contains(&word))
    }
}

/// A list of words and phrases, looked up by lemma.
#[derive(Debug, Default)]
pub struct Phrases {
    single: HashSet<String>,
    /// First word → the words after it.
    longer: HashMap<String, Vec<Vec<String>>>,
}

/// The word data that the binary carries.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::unpack)
}

impl Words {
    /// What a noun can name: person, organization, place, event, group, work or thing. `None` for what names
    /// no such thing ("way", "percent").
    pub fn kind_of(&self, noun: &str) -> Option<&'static str> {
        let last = noun.rsplit([' ', '-']).next().unwrap_or(noun);
        [noun, last].into_iter().find_map(|word| self.classes.get(word).or_else(|| find(&self.kinds, word)).copied())
    }

    /// Whether the word, or its singular by "s", is a noun of the tables: no slip for another.
    pub fn has_noun(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        [word, singular].iter().any(|noun| {
            self.kind_of(noun).is_some()
                || find(&self.hypernyms, noun).is_some()
                || find(&self.derivations, noun).is_some()
        })
    }

    pub fn gender(&self, first_name: &str) -> Option<Gender> {
        self.genders.get(first_name.to_lowercase().as_str()).copied()
    }

    pub fn is_light(&self, lemma: &str) -> bool {
        self.light.contains(lemma)
    }

    /// Whether a value of the kind ("percent", "duration") says what the noun says: "share", "length".
    pub fn carried(&self, noun: &str, kind: &str) -> bool {
        self.carried.get(kind).is_some_and(|nouns| nouns.contains(&noun))
    }

    /// Words derived from `word` (visit → visitor, long → length), with the role of the noun.
    pub fn derived(&self, word: &str) -> &[Derived] {
        find(&self.derivations, word).map_or(&[], Vec::as_slice)
    }

    pub fn is_a(&self, noun: &str, class: &str) -> bool {
        noun == class || find(&self.hypernyms, noun).is_some_and(|chain| chain.contains(&class))
    }

    /// Whether the two words exclude each other as modifiers or heads: "annual" and "quarterly".
    pub fn exclude(&self, a: &str, b: &str) -> bool {
        if a == b {
            return false;
        }
        let (Some(left), Some(right)) = (self.exclusive.get(a), self.exclusive.get(b)) else {
            return self.opposed(a, b);
        };
        let apart = left.iter().any(|(set, member)| right.iter().any(|(other, twin)| set == other && member != twin));
        apart || self.opposed(a, b)
    }

    /// Whether the two words deny each other: "win" and "lose".
    pub fn opposed(&self, a: &str, b: &str) -> bool {
        let (Some(left), Some(right)) = (self.opposites.get(a), self.opposites.get(b)) else { return false };
        left.iter().any(|(pair, side)| right.contains(&(*pair, !side)))
    }

    /// The words and phrases that deny `word`: "reject", "turn down" for "accept".
    pub fn opposites_of(&self, word: &str) -> Vec<String> {
        let Some(pairs) = self.opposites.get(word) else { return Vec::new() };
        let mut found: Vec<String> = self
            .opposites
            .iter()
            .filter(|(_, sides)| sides.iter().any(|(pair, side)| pairs.contains(&(*pair, !side))))
            .map(|(other, _)| other.strip_prefix("be ").unwrap_or(other).to_owned())
            .collect();
        found.sort();
        found
    }

    /// Words that may stand for `word`, with a weight from 0 to 1.
    pub fn alike(&self, word: &str) -> Vec<(String, f32)> {
        let mut all = vec![(word.to_owned(), 1.0)];
        for (derived, _) in self.derived(word) {
            all.push(((*derived).to_owned(), 0.9));
        }
        for &group in self.groups.get(word).map_or(&[][..], Vec::as_slice) {
            all.extend(self.group_members[group].iter().map(|member| ((*member).to_owned(), 0.85)));
        }
        for synonym in find(&self.synonyms, word).map_or(&[][..], Vec::as_slice) {
            all.push(((*synonym).to_owned(), 0.75));
        }
        for idiom in find(&self.idioms, word).map_or(&[][..], Vec::as_slice) {
            all.push(((*idiom).to_owned(), IDIOM));
        }
        all
    }

    /// The words that the build has packed: what it wrote can be read.
    fn unpack() -> Self {
        let packed = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
        let data: WordData<'static> = postcard::from_bytes(packed).unwrap_or_default();
        let lists: HashMap<&str, Vec<&str>> = data.lists.into_iter().collect();
        let list = |key: &str| Phrases::new(lists.get(key).map_or(&[], Vec::as_slice));
        let whole = |key: &str| Phrases::whole(lists.get(key).map_or(&[], Vec::as_slice));
        let gender = |is_female: bool| if is_female { Gender::Female } else { Gender::Male };
        let mut words = Self {
            derivations: data.derivations,
            kinds: data.kinds,
            hypernyms: data.hypernyms,
            synonyms: data.synonyms,
            idioms: data.idioms,
            classes: data.classes.into_iter().collect(),
            light: data.light.into_iter().collect(),
            carried: data.carried.into_iter().collect(),
            adjective_of: data.adjectives.into_iter().collect(),
            titles: data
                .titles
                .into_iter()
                .map(|(title, is_female)| (title.to_owned(), is_female.map(gender)))
                .collect(),
            modality: Modality {
                plan: list("modality.plan"),
                conditional: list("modality.conditional"),
                denial: list("modality.denial"),
                debunk: list("modality.debunk"),
                correction: list("modality.correction"),
                negators: list("modality.negators"),
                attribution: list("modality.attribution"),
                quoting: list("modality.quoting"),
                hearsay: list("modality.hearsay"),
                imagination: list("modality.imagination"),
                habitual: list("modality.habitual"),
                plan_claims: list("modality.plan_claims"),
                demand_claims: list("modality.demand_claims"),
                norm_claims: list("modality.norm_claims"),
                negative_claims: list("modality.negative_claims"),
                outlets: list("modality.outlets"),
                pieces: list("modality.pieces"),
                posts: list("modality.posts"),
                rebuttals: list("modality.rebuttals"),
                put_right: list("modality.put_right"),
                slips: list("modality.slips"),
                rumours: list("modality.rumours"),
                falsehoods: list("modality.falsehoods"),
                truths: list("modality.truths"),
                suppositions: list("modality.suppositions"),
                falsely: list("modality.falsely"),
                proposals: list("modality.proposals"),
                sayings: list("modality.sayings"),
            },
            identity: Identity {
                other: list("identity.other"),
                colouring: list("identity.colouring"),
                subset: whole("identity.subset"),
                partial: list("identity.partial"),
                comparison: list("identity.comparison"),
                marks: list("identity.marks"),
                rates: list("identity.rates"),
                starting: list("identity.starting"),
                bounding: list("identity.bounding"),
                other_side: list("identity.other_side"),
            },
            verbs: Verbs {
                level: list("verbs.level"),
                change: list("verbs.change"),
                light: list("verbs.light"),
                support: list("verbs.support"),
                repeatable: list("verbs.repeatable"),
                decisive: list("verbs.decisive"),
                sole: list("verbs.sole"),
                mutual: list("verbs.mutual"),
                returned: list("verbs.returned"),
                reaching: list("verbs.reaching"),
                occurring: list("verbs.occurring"),
                people: list("verbs.people"),
            },
            offices: Offices {
                same: data.offices,
                portfolios: data.portfolios,
                other: list("offices.other"),
                parties: list("offices.parties"),
                running: list("offices.running"),
                replacing: list("offices.replacing"),
                post: list("offices.post"),
            },
            ..Self::default()
        };
        for (name, is_female) in data.first_names {
            // A name that both bear says nothing.
            if words.genders.get(name).is_some_and(|known| *known != gender(is_female)) {
                words.genders.remove(name);
            } else {
                words.genders.insert(name, gender(is_female));
            }
        }
        for (index, set) in data.exclusive.into_iter().enumerate() {
            for (member, spellings) in set.into_iter().enumerate() {
                for word in spellings {
                    words.exclusive.entry(word).or_default().push((index, member));
                }
            }
        }
        for (index, (one, other)) in data.opposites.into_iter().enumerate() {
            for (side, members) in [(false, one), (true, other)] {
                for word in members {
                    words.opposites.entry(word).or_default().push((index, side));
                }
            }
        }
        for (index, group) in data.groups.iter().enumerate() {
            for member in group {
                words.groups.entry(member).or_default().push(index);
            }
        }
        words.group_members = data.groups;
        words
    }
}

/// What a sorted table has under `key`.
fn find<'t, T>(table: &'t [(&'static str, T)], key: &str) -> Option<&'t T> {
    table.binary_search_by(|(known, _)| (*known).cmp(key)).ok().map(|at| &table[at].1)
}

impl Phrases {
    fn new(list: &[&str]) -> Self {
        Self::of(list.iter().flat_map(|text| expand(text)))
    }

    /// Phrases that count only whole: "several of" is not "several".
    fn whole(list: &[&str]) -> Self {
        Self::of(list.iter().map(|text| text.split_whitespace().map(str::to_lowercase).collect()))
    }

    fn of(list: impl Iterator<Item = Vec<String>>) -> Self {
        let mut phrases = Self::default();
        for words in list {
            match words.as_slice() {
                [] => {}
                [word] => {
                    phrases.single.insert(word.clone());
                }
                [first, rest @ ..] => phrases.longer.entry(first.clone()).or_default().push(rest.to_vec()),
            }
        }
        phrases
    }

    pub fn contains(&self, lemma: &str) -> bool {
        self.single.contains(lemma)
    }

    /// Whether a phrase of the list begins `words`, as written.
    pub fn begins(&self, words: &[&str]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        self.longer.get(*first).is_some_and(|list| {
            list.iter().any(|phrase| phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(a, b)| a == b))
        })
    }

    /// Whether the word at `at` is on the list, or begins a phrase of it.
    pub fn matches(&self, tree: &Tree, forms: &[String], at: usize) -> bool {
        let lemma = tree.words[at].lemma.to_lowercase();
        [lemma.as_str(), forms[at].as_str()].into_iter().any(|word| {
            self.single.contains(word)
                || self.longer.get(word).is_some_and(|list| list.iter().any(|rest| follows(tree, forms, at, rest)))
        })
    }

    /// The first word between the two at which the list matches.
    pub fn find(&self, tree: &Tree, forms: &[String], range: std::ops::Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| self.matches(tree, forms, at))
    }
}

/// Whether the words after the one at `at` are those of `rest`; `*` stands for up to [`GAP`] words of any kind.
fn follows(tree: &Tree, forms: &[String], at: usize, rest: &[String]) -> bool {
    let Some((word, rest)) = rest.split_first() else { return true };
    if word == "*" {
        return (0..=GAP).any(|skipped| follows(tree, forms, at + skipped, rest));
    }
    let next = at + 1;
    let is_next = next < forms.len()
        && (forms[next] == *word || tree.words[next].lemma.eq_ignore_ascii_case(word))
        && !(tree.words[next].upos == Upos::Punct && word != &forms[next]);
    // "Turned the offer down".
    let apart = || {
        rest.is_empty()
            && tree.children(at).any(|child| tree.words[child].deprel == Deprel::CompoundPrt && forms[child] == *word)
    };
    is_next && follows(tree, forms, next, rest) || apart()
}

/// Words that a gap in a phrase may hold: "told *reporters on the steps* to", "say *the reports were* untrue".
const GAP: usize = 10;

/// "be due|set to" → ["due"], ["set"]: a leading "be" and the mark of the clause that follows, which the tree tells, fall
/// away where more is left; after a gap ("want * to") they stay. A particle stays: to turn is not to turn down.
fn expand(text: &str) -> Vec<Vec<String>> {
    let mut words: Vec<Vec<String>> =
        text.split_whitespace().map(|w| w.split('|').map(str::to_lowercase).collect()).collect();
    if words.len() > 1 && words[0] == ["be"] {
        words.remove(0);
    }
    let gap = words.iter().any(|word| word == &["*"]);
    if !gap && words.len() > 1 && words.last().is_some_and(|w| w.iter().any(|w| w == "that" || w == "to")) {
        words.pop();
    }
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for alternatives in words {
        all =
            all.iter().flat_map(|head| alternatives.iter().map(|w| [head.clone(), vec![w.clone()]].concat())).collect();
    }
    all
}

/// How surely a newsroom idiom stands for the plain word.
const IDIOM: f32 = 0.72;

/// A content word or phrase of a claim, with everything that may stand for it in an article.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// The claim's own words.
    pub text: String,
    singles: HashMap<String, f32>,
    /// By their first word.
    phrases: HashMap<String, Vec<(Vec<String>, f32)>>,
}

/// An occurrence of a concept.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    pub head: usize,
    pub words: std::ops::Range<usize>,
    /// 1 for the claim's own word, less for words that stand for it.
    pub weight: f32,
}

impl Concept {
    /// The concept of one lemma.
    pub fn of(lemma: &str) -> Self {
        let mut concept = Self { text: lemma.to_owned(), ..Self::default() };
        for (word, weight) in words().alike(lemma) {
            concept.add(&word, weight);
        }
        concept
    }

    /// Adds a word or phrase that may stand for the concept.
    pub fn add(&mut self, phrase: &str, weight: f32) {
        let parts: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
        match parts.as_slice() {
            [] => {}
            [word] => {
                let known = self.singles.entry(word.clone()).or_insert(0.0);
                *known = known.max(weight);
            }
            [first, rest @ ..] => {
                self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), weight));
            }
        }
    }

    /// Whether there is no word to look for.
    pub fn is_empty(&self) -> bool {
        self.singles.is_empty() && self.phrases.is_empty()
    }

    pub fn weight_of(&self, lemma: &str) -> Option<f32> {
        self.singles.get(lemma).copied()
    }

    pub fn lemmas(&self) -> impl Iterator<Item = &str> {
        self.singles.keys().chain(self.phrases.keys()).map(String::as_str)
    }

    /// Where the concept occurs in `tree`.
    pub fn find(&self, tree: &Tree, forms: &[String]) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for at in 0..tree.words.len() {
            if let Some(occurrence) = self.at(tree, forms, at) {
                found.push(occurrence);
            }
        }
        found
    }

    /// The concept at the word `at`, if a word or phrase of it begins there.
    pub fn at(&self, tree: &Tree, forms: &[String], at: usize) -> Option<Occurrence> {
        let word = &tree.words[at];
        if word.upos == Upos::Punct {
            return None;
        }
        let lemma = word.lemma.to_lowercase();
        let begun = [Some(&forms[at]), Some(&lemma).filter(|lemma| **lemma != forms[at])];
        let phrases = begun.into_iter().flatten().filter_map(|first| self.phrases.get(first)).flatten();
        let phrase = phrases
            .filter_map(|(rest, weight)| {
                if follows(tree, forms, at, rest) {
                    return Some((rest.len() + 1, *weight));
                }
                // "Turned the plan down": the particle stands behind the object.
                let [particle] = rest.as_slice() else { return None };
                is_split(tree, forms, at, particle).then_some((1, *weight))
            })
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        let single = self.singles.get(&lemma).or_else(|| self.singles.get(&forms[at])).copied();
        if let Some((len, weight)) = phrase.filter(|(_, weight)| single.is_none_or(|own| own <= *weight)) {
            let range = at..(at + len).min(tree.words.len());
            return Some(Occurrence { head: crate::lexicon::words::top(tree, &range), words: range, weight });
        }
        single.map(|weight| Occurrence { head: at, words: at..at + 1, weight })
    }
}

/// Whether the verb's particle stands apart from it, behind its object.
fn is_split(tree: &Tree, forms: &[String], verb: usize, particle: &str) -> bool {
    tree.words[verb].upos == Upos::Verb
        && tree.children(verb).any(|child| {
            child > verb + 1 && tree.words[child].deprel == Deprel::CompoundPrt && forms[child] == particle
        })
}

fn top(tree: &Tree, range: &std::ops::Range<usize>) -> usize {
    range.clone().find(|&word| tree.words[word].head.is_none_or(|head| !range.contains(&head))).unwrap_or(range.start)
}
