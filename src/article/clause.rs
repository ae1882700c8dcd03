//! Which words belong to which clause, and how each clause is asserted: negated, planned, asked, quoted.

use crate::lexicon::words;
use crate::syntax::{Deprel, Tree, Upos};

/// How a word's clause is put forward.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assertion {
    /// An odd number of negations holds over the word.
    pub negated: bool,
    /// A verb denies it, not a word of negation: "turned the offer down".
    pub refused: bool,
    /// What keeps the clause from being asserted, if anything does.
    pub modality: Option<Modality>,
    /// The verb or preposition that attributes it and the word that names the speaker.
    pub attributed: Option<Option<usize>>,
}

/// Why a clause asserts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modality {
    Question,
    Conditional,
    Plan,
    Denial,
    Debunked,
    Imagined,
    Corrected,
    /// True until a time that has come: "until this morning it had not erupted".
    Lapsed,
}

impl Modality {
    /// For a trace: "a plan".
    pub fn name(self) -> &'static str {
        match self {
            Modality::Question => "a question",
            Modality::Conditional => "a condition",
            Modality::Plan => "a plan or expectation",
            Modality::Denial => "a denial",
            Modality::Debunked => "called untrue",
            Modality::Imagined => "imagined",
            Modality::Corrected => "put right here",
            Modality::Lapsed => "true only until then",
        }
    }
}

/// The word that heads the clause `word` is in: the nearest verb or predicate upwards, itself included.
pub fn clause_head(tree: &Tree, word: usize) -> usize {
    let mut at = word;
    for _ in 0..tree.words.len() {
        if heads_clause(tree, at) {
            return at;
        }
        match tree.words[at].head {
            Some(head) => at = head,
            None => return at,
        }
    }
    at
}

/// Whether `word` is the predicate of a clause of its own.
pub fn heads_clause(tree: &Tree, word: usize) -> bool {
    use Deprel::*;
    let this = &tree.words[word];
    match this.deprel {
        Root | Ccomp | Advcl | Acl | AclRelcl | Parataxis | Csubj | CsubjPass | Xcomp => true,
        Conj => {
            this.upos == Upos::Verb
                || tree.children(word).any(|child| matches!(tree.words[child].deprel, Nsubj | NsubjPass | Cop))
        }
        _ => false,
    }
}

/// How the clause of `word` is asserted: everything from the word up to the root is looked at.
/// `forms` are the words as written, in lower case.
pub fn assertion(tree: &Tree, forms: &[String], word: usize) -> Assertion {
    let lists = &words().modality;
    let mut result = Assertion::default();
    let mut at = word;
    let mut below: Option<usize> = None;
    let mut negations = 0;
    let mut refusals = 0;
    // Whether what the words above say of themselves still holds for the word: a relative clause keeps its own time and truth.
    let mut open = true;
    let mut own_time = false;
    // What those above only plan, suppose or deny is told of other words once this is set.
    let mut apart_from_above = false;
    for _ in 0..=tree.words.len() {
        let before = (result.modality, negations, refusals);
        apart_from_above |= !reaches(tree, forms, at, word);
        let this = &tree.words[at];
        let lemma = this.lemma.as_str();
        // A governing verb speaks of its complements, not of its own subject or modifiers' words.
        // "Rumours that the pier is sold" only looks like a relative clause.
        let below_rel = below.map(|b| match tree.words[b].deprel {
            Deprel::AclRelcl
                if tree.children(b).any(|c| tree.words[c].deprel == Deprel::Mark && forms[c] == "that")
                    || lists.rumours.contains(lemma) && forms.get(at + 1).is_some_and(|next| next == "that") =>
            {
                Deprel::Acl
            }
            deprel => deprel,
        });
        let complement = matches!(
            below_rel,
            Some(
                Deprel::Ccomp
                    | Deprel::Xcomp
                    | Deprel::Obj
                    | Deprel::Acl
                    | Deprel::Csubj
                    | Deprel::Obl
                    | Deprel::Advcl
                    | Deprel::NsubjPass
                    | Deprel::Parataxis
            )
        );
        // "A petition to overturn the budget, which the council approved": a relative clause stands for itself.
        let apart = below_rel == Some(Deprel::AclRelcl);
        own_time |= apart;
        if let Some(b) = below
            && complement
            && !own_time
        {
            // A finite verb below a noun is its predicate, taken for a participle: "the talks dragged on".
            let finite = below_rel == Some(Deprel::Acl) && tree.words[b].xpos == "VBD";
            let verbal =
                matches!(below_rel, Some(Deprel::Ccomp | Deprel::Xcomp | Deprel::Acl | Deprel::Csubj)) && !finite;
            let infinitive = has_mark(tree, forms, b, &["to"]);
            let not_yet =
                below_rel == Some(Deprel::Xcomp) && lemma == "have" && tree.children(at).any(|c| forms[c] == "yet");
            if verbal && infinitive && !not_yet && lists.plan.matches(tree, forms, at) {
                set(&mut result, Modality::Plan);
            }
            // "Its last attempt, Tarn, smashed into the pier": no infinitive, no "that", no plan.
            let told = this.upos == Upos::Noun
                && matches!(below_rel, Some(Deprel::Acl))
                && !has_mark(tree, forms, b, &["that", "of", "for"]);
            if verbal && !infinitive && !told && lists.plan.matches(tree, forms, at) && !is_attribution(lists, lemma) {
                set(&mut result, Modality::Plan);
            }
            // "I'd like to stage it in May".
            let wished = matches!(lemma, "like" | "love" | "prefer")
                && tree.children(at).any(|c| matches!(forms[c].as_str(), "would" | "'d" | "’d"));
            if verbal && infinitive && wished {
                set(&mut result, Modality::Plan);
            }
            // "Has yet to approve".
            if not_yet {
                negations += 1;
            }
            if matches!(below_rel, Some(Deprel::Ccomp | Deprel::Obj | Deprel::Xcomp)) {
                if lists.denial.matches(tree, forms, at) {
                    set(&mut result, Modality::Denial);
                }
                if lists.imagination.matches(tree, forms, at) {
                    set(&mut result, Modality::Imagined);
                }
            }
            if matches!(below_rel, Some(Deprel::Xcomp | Deprel::Obj | Deprel::Ccomp | Deprel::Obl))
                && !not_yet
                && lists.negators.matches(tree, forms, at)
            {
                negations += 1;
                refusals += 1;
            }
            // "An earlier post gave the price as $4", "we said in an earlier post that": taken back.
            let earlier = |noun: usize| {
                lists.outlets.contains(&tree.words[noun].lemma)
                    && tree.children(noun).any(|c| matches!(forms[c].as_str(), "earlier" | "previous" | "our" | "my"))
            };
            let told_by = tree.children(at).any(|c| tree.words[c].deprel == Deprel::Nsubj && earlier(c));
            if told_by
                || this.upos == Upos::Noun && matches!(below_rel, Some(Deprel::Acl | Deprel::AclRelcl)) && earlier(at)
            {
                set(&mut result, Modality::Corrected);
            }
            // "A post claims that", "posts claiming that": nobody vouches for what a post claims.
            let posted = below_rel == Some(Deprel::Ccomp)
                && this.deprel == Deprel::Acl
                && this.xpos == "VBG"
                && this.head.is_some_and(|noun| lists.posts.contains(&tree.words[noun].lemma));
            let claims = below_rel == Some(Deprel::Ccomp)
                && lemma == "claim"
                && tree
                    .children(at)
                    .any(|c| tree.words[c].deprel == Deprel::Nsubj && lists.posts.contains(&tree.words[c].lemma));
            if posted || claims {
                set(&mut result, Modality::Imagined);
            }
            // "Suppose that": nothing below it is said to be so.
            let supposed = lists.suppositions.contains(&forms[at])
                && below_rel == Some(Deprel::Ccomp)
                && !tree.children(at).any(|c| tree.words[c].deprel == Deprel::Nsubj);
            if supposed {
                set(&mut result, Modality::Imagined);
            }
            // "It has been falsely claimed that".
            if matches!(below_rel, Some(Deprel::Ccomp | Deprel::Csubj))
                && tree.children(at).any(|c| lists.falsely.contains(&forms[c]))
            {
                set(&mut result, Modality::Debunked);
            }
            // "Nor is it true, as they say, that".
            let untrue = lists.truths.contains(lemma) && tree.children(at).any(|c| is_negation(&forms[c]));
            if matches!(below_rel, Some(Deprel::Csubj | Deprel::Ccomp | Deprel::Acl | Deprel::AclRelcl))
                && (lists.falsehoods.contains(lemma) || untrue)
                && has_mark(tree, forms, b, &["that"])
            {
                set(&mut result, Modality::Debunked);
            }
            if below_rel == Some(Deprel::Obj) && lists.proposals.contains(lemma) {
                set(&mut result, Modality::Imagined);
            }
            // "The claim that it sank is false".
            let called_false = this.deprel == Deprel::Nsubj
                && this.head.is_some_and(|up| lists.falsehoods.contains(tree.words[up].lemma.to_lowercase().as_str()));
            let content = matches!(below_rel, Some(Deprel::Ccomp | Deprel::Acl | Deprel::AclRelcl))
                && matches!(this.upos, Upos::Noun);
            if content && called_false {
                set(&mut result, Modality::Debunked);
            }
            // "a rumour that": nobody vouches for it.
            if content && lists.rumours.contains(lemma) {
                set(&mut result, Modality::Imagined);
            }
            if matches!(below_rel, Some(Deprel::Ccomp | Deprel::Parataxis))
                && is_attribution(lists, lemma)
                && result.attributed.is_none()
            {
                let speaker = tree.children(at).find(|&c| matches!(tree.words[c].deprel, Deprel::Nsubj));
                // "An earlier version of this blog said": the paper takes it back.
                let ours = |speaker: usize| {
                    lists.pieces.contains(&tree.words[speaker].lemma)
                        && tree.children(speaker).any(|child| matches!(forms[child].as_str(), "our" | "my"))
                };
                if speaker.is_some_and(|speaker| lists.outlets.contains(&tree.words[speaker].lemma) || ours(speaker)) {
                    set(&mut result, Modality::Corrected);
                }
                // "Oops: we wrote that", "Correction: I said".
                let own = speaker.is_some_and(|speaker| matches!(forms[speaker].as_str(), "we" | "i"));
                let around = at.saturating_sub(2)..(at + 5).min(forms.len());
                let before =
                    |word: usize| matches!(forms[word].as_str(), "earlier" | "previously" | "originally" | "initially");
                let taken_back = own
                    && ((0..at).any(|word| lists.slips.matches(tree, forms, word)) || around.into_iter().any(before));
                // "12.15 An earlier post said": the paper's own words, whatever the tree makes its subject.
                let outlet = (1..at).any(|word| {
                    lists.outlets.contains(&tree.words[word].lemma)
                        && matches!(forms[word - 1].as_str(), "earlier" | "previous" | "original" | "first")
                });
                if taken_back || outlet {
                    set(&mut result, Modality::Corrected);
                }
                result.attributed = Some(speaker);
            }
        }
        if below_rel == Some(Deprel::Ccomp) && negated_here(tree, forms, at) {
            set(&mut result, Modality::Denial);
        }
        for child in tree.children(at).filter(|_| open) {
            let rel = tree.words[child].deprel;
            let form = forms[child].as_str();
            // Modals and negations of a noun count only for the clause they head.
            if heads_clause(tree, at) || below.is_none() {
                match rel {
                    Deprel::Aux
                        if matches!(
                            form,
                            "will"
                                | "shall"
                                | "'ll"
                                | "’ll"
                                | "wo"
                                | "may"
                                | "should"
                                | "must"
                                | "can"
                                | "ca"
                                | "could"
                                | "might"
                                | "would"
                                | "’d"
                                | "'d"
                        ) =>
                    {
                        let past_modal = matches!(form, "'d" | "’d");
                        let perfect = tree.children(at).any(|c| matches!(forms[c].as_str(), "been" | "have"));
                        if !(past_modal
                            || (form == "must" && perfect)
                            || (matches!(form, "can" | "ca" | "could") && negated_here(tree, forms, at)))
                        {
                            let kind = if matches!(form, "would" | "could" | "might" | "may" | "should") {
                                Modality::Conditional
                            } else {
                                Modality::Plan
                            };
                            set(&mut result, kind);
                        }
                    }
                    // "Had the pier been sold": a condition without "if", wherever the parser hangs it.
                    Deprel::Aux
                        if (this.deprel == Deprel::Advcl || opens_condition(tree, forms, child))
                            && matches!(form, "had" | "were" | "should")
                            && tree.children(at).all(|c| c >= child)
                            && tree.children(at).any(|c| {
                                matches!(tree.words[c].deprel, Deprel::Nsubj | Deprel::NsubjPass)
                                    && (child + 1..at.max(child + 2)).contains(&c)
                            }) =>
                    {
                        set(&mut result, Modality::Conditional);
                    }
                    // "The plant is to be built".
                    Deprel::Mark if form == "to" && child > 0 && matches!(forms[child - 1].as_str(), "is" | "are") => {
                        set(&mut result, Modality::Plan);
                    }
                    Deprel::Mark if matches!(form, "if" | "unless" | "whether") || (form == "should" && child < at) => {
                        // "decide whether", "if … then": the marked clause itself asserts nothing.
                        set(&mut result, Modality::Conditional);
                    }
                    Deprel::Advcl if below != Some(child) => {
                        let conditional = tree.children(child).any(|c| {
                            tree.words[c].deprel == Deprel::Mark && matches!(forms[c].as_str(), "if" | "unless")
                        });
                        if conditional
                            && reaches(tree, forms, child, word)
                            && below.is_none_or(|b| tree.words[b].deprel != Deprel::Advcl)
                        {
                            set(&mut result, Modality::Conditional);
                        }
                    }
                    _ => {}
                }
                // "not merely had its premiere but earned it".
                let more = forms
                    .get(child + 1)
                    .is_some_and(|next| matches!(next.as_str(), "merely" | "only" | "just" | "simply" | "solely"));
                // "She trains them for nothing".
                let gift = form == "nothing" && child > 0 && forms[child - 1] == "for";
                if is_negation(form)
                    && !more
                    && !gift
                    && matches!(
                        rel,
                        Deprel::Advmod
                            | Deprel::Det
                            | Deprel::Cc
                            | Deprel::Nsubj
                            | Deprel::NsubjPass
                            | Deprel::Obj
                            | Deprel::Obl
                    )
                {
                    negations += 1;
                }
                if matches!(rel, Deprel::Advmod | Deprel::Obl | Deprel::Mark)
                    && lists.debunk.matches(tree, forms, child)
                {
                    set(&mut result, Modality::Debunked);
                }
                if matches!(rel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::Csubj)
                    && below != Some(child)
                    && heads_clause(tree, at)
                    && below.is_none_or(|b| !heads_clause(tree, b))
                    && tree
                        .children(child)
                        .any(|c| matches!(forms[c].as_str(), "no" | "neither") && tree.words[c].deprel == Deprel::Det)
                {
                    negations += 1;
                }
            } else if matches!(rel, Deprel::Det) && matches!(form, "no" | "neither")
                || matches!(rel, Deprel::Case) && form == "without"
            {
                negations += 1;
            }
        }
        if has_mark(tree, forms, at, &["without"]) {
            negations += 1;
        }
        if apart_from_above {
            negations = before.1;
            refusals = before.2;
            if matches!(
                result.modality,
                Some(Modality::Plan | Modality::Conditional | Modality::Imagined | Modality::Denial)
            ) {
                result.modality = before.0;
            }
        }
        // "You have to go back to 1962 for a higher tide": so it was.
        apart_from_above |= matches!(lemma, "go" | "look" | "hark" | "reach")
            && tree.children(at).any(|child| forms[child] == "back")
            && has_mark(tree, forms, at, &["to"]);
        if tree.words[at].deprel == Deprel::Root {
            break;
        }
        open &= holds_below(tree, forms, at);
        below = Some(at);
        match this.head {
            Some(head) => at = head,
            None => break,
        }
    }
    if let Some(last) = forms.iter().rposition(|form| !matches!(form.as_str(), "\"" | "”" | "’" | "'" | "''" | ")"))
        && forms[last] == "?"
    {
        set(&mut result, Modality::Question);
    }
    if is_unreal(forms) {
        set(&mut result, Modality::Conditional);
    }
    result.negated = negations % 2 == 1;
    result.refused = result.negated && refusals % 2 == 1;
    if result.negated {
        let clause = clause_head(tree, word);
        let until = |at: usize| matches!(forms[at].as_str(), "until" | "till");
        let bounded = (0..tree.words.len()).any(|at| {
            until(at)
                && matches!(tree.words[at].deprel, Deprel::Case | Deprel::Mark)
                && tree.words[at]
                    .head
                    .is_some_and(|head| clause_head(tree, head) == clause || tree.words[head].head == Some(clause))
        });
        if bounded {
            set(&mut result, Modality::Lapsed);
        }
    }
    result
}

/// Whether what the word `from` plans, supposes or denies can concern the word `to`, wherever the parser hangs either. A
/// clause behind a colon or semicolon stands for itself ("If you are just joining us: the mill has closed"), and so does a
/// relative clause between commas.
fn reaches(tree: &Tree, forms: &[String], from: usize, to: usize) -> bool {
    let is = |at: usize, wanted: &[&str]| wanted.contains(&forms[at].as_str());
    let parts = |at: usize| is(at, &[":", ";"]);
    let from_here = |at: usize| (at + 1..forms.len()).find(|&at| parts(at)).unwrap_or(forms.len());
    let parted = (from.min(to) + 1..from.max(to)).any(parts);
    if parted {
        let start = (0..to).rev().find(|&at| parts(at)).map_or(0, |at| at + 1);
        if has_clause(tree, start..from_here(to)) {
            return false;
        }
    }
    let relative = |at: usize| is(at, &["which", "who", "whom", "whose", "where"]);
    let opened = (1..=to).rev().take_while(|&at| at == to || !is(at, &[","])).find(|&at| relative(at));
    let Some(start) = opened.filter(|&at| is(at - 1, &[","]) || at > 1 && is(at - 2, &[","])) else { return true };
    let end = (to + 1..forms.len()).find(|&at| is(at, &[","])).unwrap_or(forms.len());
    (start..end).contains(&from)
}

/// Whether the words have a subject with its verb.
fn has_clause(tree: &Tree, words: std::ops::Range<usize>) -> bool {
    words.clone().any(|at| {
        matches!(tree.words[at].deprel, Deprel::Nsubj | Deprel::NsubjPass)
            && tree.words[at].head.is_some_and(|head| words.contains(&head))
    })
}

/// Whether negation and modality of the word above `word` reach it.
fn holds_below(tree: &Tree, forms: &[String], word: usize) -> bool {
    let this = &tree.words[word];
    let infinitive = has_mark(tree, forms, word, &["to"]);
    let own_subject =
        || tree.children(word).any(|child| matches!(tree.words[child].deprel, Deprel::Nsubj | Deprel::NsubjPass));
    match this.deprel {
        Deprel::AclRelcl | Deprel::Parataxis | Deprel::Ccomp => false,
        Deprel::Advcl | Deprel::Acl => infinitive,
        Deprel::Conj if this.upos == Upos::Verb => {
            !own_subject()
                && (this.xpos == "VB" || tree.children(word).any(|child| matches!(forms[child].as_str(), "or" | "nor")))
        }
        _ => true,
    }
}

fn set(result: &mut Assertion, modality: Modality) {
    result.modality.get_or_insert(modality);
}

fn is_attribution(lists: &crate::lexicon::words::Modality, lemma: &str) -> bool {
    lists.attribution.contains(lemma)
}

fn negated_here(tree: &Tree, forms: &[String], word: usize) -> bool {
    tree.children(word).any(|child| is_negation(&forms[child]))
}

/// Whether `word` is named only to be set aside: "not X but Y", "Y and not X", "rather than X", "instead of X".
pub fn is_rejected(tree: &Tree, forms: &[String], word: usize) -> bool {
    let first = tree
        .children(word)
        .filter(|&child| child < word && tree.words[child].deprel != Deprel::Punct)
        .min()
        .unwrap_or(word)
        .min(word);
    let own = tree.children(word).any(|child| {
        child < word
            && (matches!(tree.words[child].deprel, Deprel::Advmod | Deprel::Cc | Deprel::Case)
                && matches!(forms[child].as_str(), "not" | "never")
                || matches!(tree.words[child].deprel, Deprel::Case | Deprel::Cc | Deprel::Mark)
                    && matches!(forms[child].as_str(), "rather" | "instead" | "unlike"))
    });
    let verbal =
        tree.words[word].upos == Upos::Verb || tree.children(word).any(|child| tree.words[child].deprel == Deprel::Cop);
    let before = first.checked_sub(1).map(|at| forms[at].as_str());
    !verbal
        && (own
            || matches!(before, Some("not" | "unlike"))
                && first > 1
                && tree.words[first - 1].head != Some(clause_head(tree, word)))
}

/// "Had both mills stayed open, it might have been different": neither was, wherever the parser hangs them.
pub fn is_unreal(forms: &[String]) -> bool {
    let mut words = forms.iter().filter(|form| form.chars().any(char::is_alphanumeric));
    words.next().is_some_and(|form| form == "had")
        && forms.last().is_none_or(|form| form != "?")
        && words.any(|form| matches!(form.as_str(), "would" | "might" | "could" | "should"))
}

/// Whether the auxiliary opens a sentence that asks nothing.
fn opens_condition(tree: &Tree, forms: &[String], auxiliary: usize) -> bool {
    let opens = (0..auxiliary).all(|word| tree.words[word].upos == Upos::Punct);
    opens && !forms.iter().any(|form| form == "?")
}

/// Words that deny by themselves.
pub fn is_negation(form: &str) -> bool {
    matches!(
        form,
        "not"
            | "n't"
            | "n’t"
            | "never"
            | "no"
            | "none"
            | "nobody"
            | "nothing"
            | "neither"
            | "nor"
            | "nowhere"
            | "no-one"
    )
}

fn has_mark(tree: &Tree, forms: &[String], word: usize, marks: &[&str]) -> bool {
    tree.children(word).any(|child| {
        matches!(tree.words[child].deprel, Deprel::Mark | Deprel::Case) && marks.contains(&forms[child].as_str())
    })
}
