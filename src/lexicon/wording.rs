//! One wording of a relation: "pay a visit to", "death toll", "fly to|into".

use serde::{Deserialize, Serialize};

/// Which grammatical shape a wording has, and with it where owner and value stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// The owner is the active subject; the value follows the last word.
    Verb,
    /// An event noun: "OWNER's visit to VALUE".
    Event,
    /// A noun that names the value: "OWNER's capital is VALUE".
    Noun,
    /// A noun that names the owner: "OWNER is the winner of VALUE".
    Agent,
    /// A predicate adjective: "OWNER is VALUE long".
    Adjective,
}

/// The words of a wording, as lemmas, and what they mean for the roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub form: Form,
    /// Alternatives for each word, in order, without the trailing preposition.
    pub words: Vec<Vec<String>>,
    /// Index of the head word in `words`.
    pub head: usize,
    /// The prepositions that introduce the value; empty: the value is the object (verbs), or stands where
    /// such a noun's value stands.
    pub preps: Vec<String>,
    /// The roles are turned round: the value is the subject.
    pub inverse: bool,
    /// Asserts the negation.
    pub negative: bool,
}

impl Wording {
    /// `None` for a text without words.
    pub fn parse(form: Form, text: &str) -> Option<Self> {
        let mut words: Vec<Vec<String>> = text
            .split_whitespace()
            .map(|word| word.split('|').filter(|part| !part.is_empty()).map(str::to_lowercase).collect())
            .collect();
        words.retain(|word: &Vec<String>| !word.is_empty());
        let place_only = words.len() == 2 && words[0] == ["be"] && words[1].iter().all(|w| is_preposition(w));
        if words.len() > 1 && words[0] == ["be"] && !place_only {
            words.remove(0);
        }
        let mut preps = Vec::new();
        let takes_object = matches!(form, Form::Verb | Form::Event | Form::Agent | Form::Adjective);
        // "turn out 300 cars": a particle is a part of the verb.
        let particle = |word: &Vec<String>| form == Form::Verb && word.iter().all(|w| PARTICLES.contains(&w.as_str()));
        let introduces = |word: &Vec<String>| word.iter().all(|w| is_preposition(w)) && !particle(word);
        if takes_object && words.len() > 1 && words.last().is_some_and(introduces) {
            preps = words.pop().unwrap_or_default();
        }
        if words.is_empty() {
            return None;
        }
        let head = match form {
            Form::Verb | Form::Adjective => 0,
            _ => {
                let stop = words.iter().position(|word| word.iter().any(|w| is_preposition(w))).unwrap_or(words.len());
                stop.saturating_sub(1)
            }
        };
        Some(Self { form, words, head, preps, inverse: false, negative: false })
    }

    /// "is aboard VALUE".
    pub fn copula(preposition: &str) -> Self {
        Self {
            form: Form::Verb,
            words: vec![vec!["be".to_owned()]],
            head: 0,
            preps: vec![preposition.to_lowercase()],
            inverse: false,
            negative: false,
        }
    }

    /// The alternatives of the head word.
    pub fn heads(&self) -> &[String] {
        &self.words[self.head]
    }

    /// Whether `lemmas` are exactly this wording's words.
    pub fn is_phrase(&self, lemmas: &[String]) -> bool {
        self.words.len() == lemmas.len() && self.words.iter().zip(lemmas).all(|(word, lemma)| word.contains(lemma))
    }

    /// The wording as a person would write it.
    pub fn text(&self) -> String {
        let mut parts: Vec<&str> = self.words.iter().map(|word| word[0].as_str()).collect();
        if let Some(prep) = self.preps.first() {
            parts.push(prep);
        }
        parts.join(" ")
    }
}

/// With its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Particles that introduce nothing.
const PARTICLES: [&str; 3] = ["out", "up", "down"];

/// Prepositions and particles that may introduce a value.
pub fn is_preposition(word: &str) -> bool {
    const LIST: &[&str] = &[
        "about",
        "above",
        "across",
        "after",
        "against",
        "along",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "by",
        "down",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "past",
        "per",
        "round",
        "since",
        "through",
        "throughout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "via",
        "with",
        "within",
        "without",
        "versus",
    ];
    LIST.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trailing_preposition_introduces_the_value() {
        let wording = Wording::parse(Form::Verb, "fly to|into").unwrap();
        assert_eq!(wording.words, [["fly"]]);
        assert_eq!(wording.preps, ["to", "into"]);
    }

    #[test]
    fn the_head_of_a_noun_phrase_stands_before_its_preposition() {
        let wording = Wording::parse(Form::Noun, "date of opening").unwrap();
        assert_eq!(wording.heads(), ["date"]);
        assert_eq!(Wording::parse(Form::Noun, "death toll").unwrap().heads(), ["toll"]);
    }

    #[test]
    fn a_leading_be_is_optional() {
        assert_eq!(Wording::parse(Form::Verb, "be born in").unwrap().text(), "born in");
    }
}
