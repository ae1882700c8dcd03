//! Statements weighed a second time, each in view of the others of its article.
//!
//! By itself a figure of the right kind in a sentence on the matter may look like the claim's. Beside the rest of the article
//! it looks otherwise: the same words answer another claim better, or another figure answers this one. The first weighing
//! gives each statement its odds; the second weighs these against those of its rivals. This is stacked generalization
//! (Wolpert, 1992): `examples/train_concern.rs` teaches it by odds of statements that taught the first weighing nothing.

use super::weigh::{Weights, odds_of, probability_of};
use crate::rulebook::FactId;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A table of learnt weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Whether a figure answers a claim's question: `src/check/concern.tsv`.
    Figures,
    /// Whether a name answers a claim's question: `src/check/compare/name/answer.tsv`.
    Names,
    /// Whether a statement with another part is about the claim's event: `src/check/compare/event/difference.tsv`.
    Differences,
    /// Whether a statement without another part is about the claim's event: `…/event/agreement.tsv`.
    Agreements,
    /// Whether a figure or day is the one that a sentence claim states of its event: `…/event/occasion.tsv`.
    Occasions,
}

/// A statement as one claim may read it.
#[derive(Clone, Debug)]
pub struct Weighed {
    pub table: Table,
    pub fact: FactId,
    /// Index of the sentence in the scene.
    pub sentence: usize,
    /// Where what is compared begins: statements at one place are readings of the same words.
    pub place: usize,
    /// What is compared, as it is written.
    pub says: String,
    /// Whether it would contradict the claim.
    pub differs: bool,
    /// Whether something keeps it from being judged: it rivals no other then.
    pub barred: bool,
    /// From 0 to 1: how sure it is by its own signs.
    pub sure: f32,
}

/// The best odds among each kind of other statements; `None` where there are none of the kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Others([Option<f32>; KINDS.len()]);

/// The kinds of other statements: of another claim in the same words, or of the same claim in other words; contradicting it
/// or not; in the sentence or one beside it, or anywhere in the article; saying the same once more.
const KINDS: [&str; 7] =
    ["words-conflict", "words-agree", "near-conflict", "near-agree", "far-conflict", "far-agree", "again"];

/// The statement's own odds count piece by piece, from each of these on.
const OWN: [f32; 5] = [-2.0, 0.0, 1.0, 2.0, 3.0];
/// So do those of the others, ...
const THEIRS: [f32; 4] = [-3.0, -1.0, 0.5, 2.0];
/// ... and by how much they are ahead of the statement's own.
const AHEAD: [f32; 5] = [-4.0, -2.0, -1.0, 0.0, 1.0];
/// A piece counts up to this length.
const LONGEST: f32 = 6.0;
/// Odds beyond these are as good as certain.
const RANGE: (f32, f32) = (-6.0, 12.0);

/// How sure it is, in view of the others, that the statement concerns its claim. What agrees and is a claim's only answer
/// needs no second weighing: an article that says what is true says it of the claim.
pub fn sure(this: &Weighed, others: &Others) -> f32 {
    if !this.differs && !matches!(this.table, Table::Occasions | Table::Agreements) {
        return this.sure;
    }
    let Some((bias, weights)) = weights().get(&(this.table, this.differs)) else { return this.sure };
    let sum: f32 = features(this.sure, others).iter().zip(weights).map(|(value, weight)| value * weight).sum();
    probability_of(sum + bias)
}

/// The part of the table that weighs such statements.
pub fn section(table: Table, differs: bool) -> String {
    format!("{table:?}-{}", if differs { "conflict" } else { "agree" })
}

/// What is weighed, in the order of [`feature_names`].
pub fn features(own: f32, others: &Others) -> Vec<f32> {
    let own = odds(own);
    let piece = |odds: f32, from: f32| (odds - from).clamp(0.0, LONGEST);
    let mut found = vec![own];
    found.extend(OWN.iter().map(|from| piece(own, *from)));
    for theirs in others.0 {
        let Some(theirs) = theirs else {
            found.extend([0.0; 1 + AHEAD.len() + THEIRS.len()]);
            continue;
        };
        found.push(1.0);
        found.extend(AHEAD.iter().map(|from| piece(theirs - own, *from)));
        found.extend(THEIRS.iter().map(|from| piece(theirs, *from)));
    }
    found
}

pub fn feature_names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = vec!["own".to_owned()];
        names.extend(OWN.iter().map(|from| format!("own>{from}")));
        for kind in KINDS {
            names.push(kind.to_owned());
            names.extend(AHEAD.iter().map(|from| format!("{kind}:ahead>{from}")));
            names.extend(THEIRS.iter().map(|from| format!("{kind}>{from}")));
        }
        names
    })
}

/// The best of the others around each of the statements of one article.
pub fn others(pool: &[Weighed]) -> Vec<Others> {
    let mut words: HashMap<(usize, usize), Best<FactId>> = HashMap::new();
    let mut near: HashMap<(FactId, usize), Best<Saying>> = HashMap::new();
    let mut far: HashMap<FactId, Best<Saying>> = HashMap::new();
    let mut again: HashMap<(FactId, &str), Best<usize>> = HashMap::new();
    for this in pool.iter().filter(|this| !this.barred) {
        let (differs, odds) = (this.differs, odds(this.sure));
        let saying = (this.place, this.says.as_str());
        words.entry((this.sentence, this.place)).or_default().add(this.fact, differs, odds);
        for sentence in this.sentence.saturating_sub(1)..=this.sentence + 1 {
            near.entry((this.fact, sentence)).or_default().add(saying, differs, odds);
        }
        far.entry(this.fact).or_default().add(saying, differs, odds);
        again.entry((this.fact, &this.says)).or_default().add(this.place, differs, odds);
    }
    let others = |this: &Weighed| {
        let words = words.get(&(this.sentence, this.place));
        let near = near.get(&(this.fact, this.sentence));
        let far = far.get(&this.fact);
        let again = again.get(&(this.fact, this.says.as_str()));
        let another = |differs| words?.top(differs, |fact| *fact != this.fact);
        let elsewhere = |best: Option<&Best<Saying>>, differs: bool| {
            best?.top(differs, |(place, says)| *place != this.place && !(differs && *says == this.says))
        };
        Others([
            another(true),
            another(false),
            elsewhere(near, true),
            elsewhere(near, false),
            elsewhere(far, true),
            elsewhere(far, false),
            again.and_then(|best| best.top(true, |place| *place != this.place)),
        ])
    };
    pool.iter().map(others).collect()
}

/// Where something is said, and what.
type Saying<'p> = (usize, &'p str);

/// The highest odds with what they are of: those of statements that agree, and those of statements that contradict.
#[derive(Debug)]
struct Best<K>([Vec<(K, f32)>; 2]);

/// So many of each are kept, so that an article's cost follows its length.
const KEPT: usize = 8;

impl<K> Default for Best<K> {
    fn default() -> Self {
        Self([Vec::new(), Vec::new()])
    }
}

impl<K: PartialEq> Best<K> {
    fn add(&mut self, key: K, differs: bool, odds: f32) {
        let best = &mut self.0[usize::from(differs)];
        match best.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = known.max(odds),
            None => best.push((key, odds)),
        }
        best.sort_by(|one, other| other.1.total_cmp(&one.1));
        best.truncate(KEPT);
    }

    fn top(&self, differs: bool, counts: impl Fn(&K) -> bool) -> Option<f32> {
        self.0[usize::from(differs)].iter().find(|(key, _)| counts(key)).map(|(_, odds)| *odds)
    }
}

fn odds(sure: f32) -> f32 {
    odds_of(sure).clamp(RANGE.0, RANGE.1)
}

/// A bias and a weight for each feature.
type Weighing = (f32, Vec<f32>);

/// The weights by what they weigh.
fn weights() -> &'static HashMap<(Table, bool), Weighing> {
    static WEIGHTS: OnceLock<HashMap<(Table, bool), Weighing>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let table = Weights::read(include_str!("rerank.tsv"));
        let tables = [Table::Figures, Table::Names, Table::Differences, Table::Agreements, Table::Occasions];
        let kinds = tables.into_iter().flat_map(|table| [(table, true), (table, false)]);
        kinds
            .map(|kind| {
                let section = section(kind.0, kind.1);
                let of = |name: &str| table.of(&format!("{section}:{name}"));
                (kind, (of("bias"), feature_names().iter().map(|name| of(name)).collect()))
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(fact: usize, sentence: usize, place: usize, says: &str, differs: bool, sure: f32) -> Weighed {
        let says = says.to_owned();
        Weighed { table: Table::Figures, fact: FactId(fact), sentence, place, says, differs, barred: false, sure }
    }

    #[test]
    fn each_sees_the_best_of_the_others() {
        let pool = [
            said(0, 0, 10, "nine", true, 0.5),
            said(1, 0, 10, "nine", false, 0.9),
            said(0, 1, 40, "six", true, 0.7),
            said(0, 8, 90, "nine", true, 0.8),
            said(0, 8, 95, "five", false, 0.6),
        ];
        let [words_conflict, words_agree, near_conflict, near_agree, far_conflict, far_agree, again] =
            others(&pool)[0].0;
        assert_eq!(words_conflict, None);
        assert_eq!(words_agree, Some(odds(0.9)));
        assert_eq!(near_conflict, Some(odds(0.7)));
        assert_eq!(near_agree, None);
        assert_eq!(far_conflict, Some(odds(0.7)), "what is said again is no rival");
        assert_eq!(far_agree, Some(odds(0.6)));
        assert_eq!(again, Some(odds(0.8)));
    }

    #[test]
    fn what_is_barred_rivals_nothing() {
        let barred = Weighed { barred: true, ..said(1, 0, 10, "nine", false, 0.9) };
        let pool = [said(0, 0, 10, "nine", true, 0.5), barred];
        assert_eq!(others(&pool)[0], Others::default());
    }

    #[test]
    fn every_feature_has_a_name() {
        assert_eq!(features(0.5, &Others::default()).len(), feature_names().len());
        assert_eq!(features(0.5, &Others([Some(1.0); KINDS.len()])).len(), feature_names().len());
    }

    #[test]
    fn a_better_claim_for_the_same_words_makes_it_less_sure() {
        let this = said(0, 0, 10, "nine", true, 0.7);
        let alone = sure(&this, &Others::default());
        let pool = [this.clone(), said(1, 0, 10, "nine", false, 0.99)];
        assert!(sure(&this, &others(&pool)[0]) < alone);
        assert!((0.0..=1.0).contains(&alone));
    }
}
