//! Names of tags and relations, as CoNLL-U writes them.

use super::{Deprel, Upos};

impl Upos {
    /// Every tag with its name, in the order of the enum.
    #[rustfmt::skip]
    pub const ALL: [(Upos, &'static str); 17] = [
        (Upos::Adj, "ADJ"), (Upos::Adp, "ADP"), (Upos::Adv, "ADV"), (Upos::Aux, "AUX"), (Upos::Cconj, "CCONJ"),
        (Upos::Det, "DET"), (Upos::Intj, "INTJ"), (Upos::Noun, "NOUN"), (Upos::Num, "NUM"), (Upos::Part, "PART"),
        (Upos::Pron, "PRON"), (Upos::Propn, "PROPN"), (Upos::Punct, "PUNCT"), (Upos::Sconj, "SCONJ"),
        (Upos::Sym, "SYM"), (Upos::Verb, "VERB"), (Upos::X, "X"),
    ];

    /// The name in CoNLL-U, such as `PROPN`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The tag of that name; `X` for names that UD does not know.
    pub fn of(name: &str) -> Upos {
        Self::ALL.iter().find(|(_, other)| *other == name).map_or(Upos::X, |(upos, _)| *upos)
    }

    /// Nouns, names, pronouns and numbers: what can be an argument by itself.
    pub fn is_nominal(self) -> bool {
        matches!(self, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
    }
}

impl Deprel {
    /// Every relation with its name, in the order of the enum.
    #[rustfmt::skip]
    pub const ALL: [(Deprel, &'static str); 46] = [
        (Deprel::Acl, "acl"), (Deprel::AclRelcl, "acl:relcl"), (Deprel::Advcl, "advcl"), (Deprel::Advmod, "advmod"),
        (Deprel::Amod, "amod"), (Deprel::Appos, "appos"), (Deprel::Aux, "aux"), (Deprel::AuxPass, "aux:pass"),
        (Deprel::Case, "case"), (Deprel::Cc, "cc"), (Deprel::Ccomp, "ccomp"), (Deprel::Clf, "clf"),
        (Deprel::Compound, "compound"), (Deprel::CompoundPrt, "compound:prt"), (Deprel::Conj, "conj"),
        (Deprel::Cop, "cop"), (Deprel::Csubj, "csubj"), (Deprel::CsubjPass, "csubj:pass"), (Deprel::Dep, "dep"),
        (Deprel::Det, "det"), (Deprel::Discourse, "discourse"), (Deprel::Dislocated, "dislocated"),
        (Deprel::Expl, "expl"), (Deprel::Fixed, "fixed"), (Deprel::Flat, "flat"), (Deprel::Goeswith, "goeswith"),
        (Deprel::Iobj, "iobj"), (Deprel::List, "list"), (Deprel::Mark, "mark"), (Deprel::Nmod, "nmod"),
        (Deprel::NmodPoss, "nmod:poss"), (Deprel::NmodUnmarked, "nmod:unmarked"), (Deprel::Nsubj, "nsubj"),
        (Deprel::NsubjPass, "nsubj:pass"), (Deprel::Nummod, "nummod"), (Deprel::Obj, "obj"), (Deprel::Obl, "obl"),
        (Deprel::OblAgent, "obl:agent"), (Deprel::OblUnmarked, "obl:unmarked"), (Deprel::Orphan, "orphan"),
        (Deprel::Parataxis, "parataxis"), (Deprel::Punct, "punct"), (Deprel::Reparandum, "reparandum"),
        (Deprel::Root, "root"), (Deprel::Vocative, "vocative"), (Deprel::Xcomp, "xcomp"),
    ];

    /// The name in CoNLL-U, such as `nsubj:pass`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The relation of that name, else the one without its subtype, else `dep`.
    pub fn of(name: &str) -> Deprel {
        let find = |name: &str| Self::ALL.iter().find(|(_, other)| *other == name).map(|(deprel, _)| *deprel);
        find(name).or_else(|| find(base(name))).unwrap_or(Deprel::Dep)
    }

    /// The name without its subtype: `nsubj` for `nsubj:pass`.
    pub fn base(self) -> &'static str {
        base(self.name())
    }

    /// `nsubj` and `nsubj:pass`.
    pub fn is_subject(self) -> bool {
        matches!(self, Deprel::Nsubj | Deprel::NsubjPass)
    }
}

fn base(name: &str) -> &str {
    name.split(':').next().unwrap_or(name)
}

/// Penn Treebank tags, as the English treebanks of UD use them.
#[rustfmt::skip]
pub const XPOS: [&str; 50] = [
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
    "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
];

/// The static name of a Penn tag; `XX` for unknown ones.
pub fn xpos(name: &str) -> &'static str {
    XPOS[xpos_index(name)]
}

/// The place of a Penn tag in [`XPOS`].
pub fn xpos_index(name: &str) -> usize {
    const UNKNOWN: usize = 48;
    XPOS.iter().position(|other| *other == name).unwrap_or(UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_follow_the_enums() {
        assert!(Upos::ALL.iter().enumerate().all(|(at, (upos, _))| *upos as usize == at));
        assert!(Deprel::ALL.iter().enumerate().all(|(at, (deprel, _))| *deprel as usize == at));
        assert!(XPOS.is_sorted());
        assert_eq!(xpos("no such tag"), "XX");
    }

    #[test]
    fn unknown_subtypes_fall_back() {
        assert_eq!(Deprel::of("nsubj:outer"), Deprel::Nsubj);
        assert_eq!(Deprel::of("obl:agent"), Deprel::OblAgent);
        assert_eq!(Deprel::of("?"), Deprel::Dep);
        assert_eq!(Deprel::NsubjPass.base(), "nsubj");
    }
}
