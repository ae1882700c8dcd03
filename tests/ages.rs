//! How old somebody is, from a birth date: sentences and rules invented for this test. The articles bear 10 March 2026.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "",
    yaml: r#"
title: Corley
entities:
  corley: {name: Corley, kind: place}
  pell: {name: Ann Pell, kind: person, also: [Pell]}
  quill: {name: Ada Quill, kind: person, also: [Quill]}
claims:
  - {id: pell, claim: Ann Pell was born in Corley on 17 May 1988}
  - {id: quill, claim: Ada Quill was born on 2 July 2001}
"#,
};

#[test]
fn an_age_stands_beside_its_name_whatever_the_clause_denies() {
    RULES.says("/pell", Conflict, "Pell, 39, was not at home. Ann Pell lives in Corley.");
    RULES.says("/pell", Supported, "Ann Pell, 37, has not been seen.");
    RULES.says("/quill", Conflict, "Police took Ada Quill, a 33-year-old piano tuner, to Corley.");
    RULES.says("/quill", Supported, "Ada Quill is a 24-year-old piano tuner.");
    RULES.says("/pell", Conflict, "Ann Pell, who at 42 is the tallest, laughed.");
    RULES.says("/pell", Conflict, "Ann Pell, at 42, is the tallest.");
    RULES.says("/pell", Conflict, "Ann Pell, who is 42, laughed.");
    RULES.says("/pell", Conflict, "Ann Pell, the harbour's 42-year-old pilot, laughed.");
    RULES.says("/pell", Supported, "Ann Pell, the harbour's 37-year-old pilot, laughed.");
    RULES.no_conflict("/pell", "Ann Pell, who was 22 then, won the cup.");
    RULES.no_conflict("/pell", "Ann Pell, Tom Grey, a 44-year-old driver, and Ada Quill waited.");
    RULES.no_conflict("/pell", "Ann Pell is not 40.");
    RULES.no_conflict("/pell", "In 2010 Ann Pell, 22, won the cup.");
    RULES.no_conflict("/pell", "Ann Pell's son, 12, waved.");
}

#[test]
fn a_description_of_the_one_person_spoken_of_may_bear_the_age() {
    RULES.says("/quill", Conflict, "Ada Quill sold up. The weary gardener, 31, sat down.");
    RULES.says("/quill", Conflict, "Ada Quill sold up. Now 39, she sells boats.");
    RULES.says("/quill", Conflict, "Ada Quill leads the country. And only 33 years old!");
    RULES.says("/quill", Supported, "Ada Quill leads the country. And only 24 years old!");
    RULES.no_conflict("/quill", "Ada Quill was attacked. The attacker, 49, fled.");
    RULES.no_conflict("/quill", "Ada Quill met her coach. The coach, 49, waved.");
}

#[test]
fn birthdays_are_of_the_year_they_are_told_of() {
    RULES.says("/quill", Conflict, "Ada Quill, who turns 28 in July, won.");
    RULES.says("/quill", Supported, "Ada Quill, who turns 25 in July, won.");
    RULES.says("/quill", Supported, "Ada Quill won. She will be 25 in July.");
    RULES.says("/pell", Conflict, "Ann Pell waited. She turned 41 in May.");
    RULES.says("/pell", Supported, "Ann Pell waited. She turned 37 in May.");
    RULES.no_conflict("/pell", "Ann Pell turned 30 in Paris.");
    RULES.no_conflict("/pell", "Ann Pell waited. She turned 30 in May 2018.");
}

#[test]
fn a_past_age_is_wrong_only_where_it_has_not_been_reached() {
    RULES.says("/pell", Conflict, "Ann Pell, who was 44, died in Corley.");
    RULES.no_conflict("/pell", "Ann Pell was 19.");
    RULES.no_conflict("/pell", "Aged 19, Ann Pell left Corley.");
    RULES.no_conflict("/pell", "Ann Pell was 19 when she moved to Corley.");
}

#[test]
fn a_description_reaches_back_to_the_last_person_named() {
    RULES.says("/pell", Conflict, "Ann Pell came in. It rained. The harbour was shut. The 42-year-old laughed.");
    RULES.says("/pell", Supported, "Ann Pell came in. It rained. The harbour was shut. The 37-year-old laughed.");
    RULES.no_conflict(
        "/pell",
        "Ann Pell came in. It rained. A diver was hurt. The harbour was shut. The 42-year-old laughed.",
    );
}
