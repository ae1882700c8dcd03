//! Names and figures that a sentence puts forward in whatever clause: rules and sentences invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "",
    yaml: r#"
title: Tarn ferry
entities:
  ferry: {name: Grey Heron, kind: thing, also: [the ferry]}
  tarn: {name: Tarn Line, kind: organization}
  pell: {name: Ann Pell, kind: person, also: [Pell]}
  sundria: {name: Sundria, kind: place}
claims:
  - {id: captain, claim: captain of the Grey Heron = Ann Pell}
  - {id: builder, claim: builder of the Grey Heron = Castor Yard}
  - {id: seat, claim: Tarn Line headquarters = Orley}
  - {id: capacity, claim: Grey Heron passenger capacity = 450}
  - {id: capital, claim: Sundria capital = Orley}
  - {id: fined, claim: Ann Pell was fined at Corley Crown Court on 8 June 2011}
  - {id: held, claim: Ann Pell was arrested in Uxmoor on 4 October 2024}
  - {id: hurt, claim: Ann Pell broke her left wrist on 9 June 2024}
  - {id: longest, claim: longest ship of the Tarn Line = Grey Heron}
"#,
};

#[test]
fn a_name_hangs_on_the_words_of_the_claim() {
    RULES.says("/captain", Supported, "The captain of the Grey Heron, Ann Pell, waved.");
    RULES.says("/captain", Conflict, "The captain of the Grey Heron, Carla Brand, waved.");
    RULES.says("/builder", Conflict, "The Grey Heron was built by Quill Marine.");
    RULES.says("/builder", Supported, "Castor Yard built the Grey Heron.");
    RULES.says("/seat", Conflict, "Tarn Line has its headquarters in Corley.");
}

#[test]
fn a_title_holds_whatever_the_clause_denies() {
    RULES.says("/captain", Conflict, "Carla Brand, the captain of the Grey Heron, did not come.");
    RULES.no_conflict("/captain", "Ann Pell, the captain of the Grey Heron, did not come.");
}

#[test]
fn a_capacity_is_stated_by_can() {
    RULES.says("/capacity", Supported, "The Grey Heron can carry 450 passengers.");
    RULES.says("/capacity", Conflict, "The Grey Heron can carry 540 passengers.");
}

#[test]
fn what_is_called_false_is_not_asserted() {
    RULES.no_conflict("/builder", "It is false that the Grey Heron was built by Quill Marine.");
    RULES.no_conflict("/builder", "A theory that the Grey Heron was built by Quill Marine went round.");
}

#[test]
fn a_relative_clause_speaks_of_the_place_before_it() {
    RULES.says("/capital", Conflict, "The capital of the state of Sundria is Corley.");
    RULES.says("/capital", Conflict, "Herring is eaten in Sundria, where the capital is Corley.");
    RULES.no_conflict("/capital", "Ann Pell left Sundria for Norland, where the capital is Corley.");
}

#[test]
fn another_name_in_the_place_of_an_unknown_one_is_another() {
    RULES.no_support("/fined", "Ann Pell was fined at Kelby Crown Court.");
    RULES.says("/fined", Supported, "Ann Pell was fined at Corley Crown Court.");
    RULES.says("/held", Conflict, "Ann Pell was arrested in Corley on 4 October 2024.");
    RULES.no_support("/held", "Ann Pell was arrested in Corley.");
    RULES.no_support("/hurt", "Ann Pell broke her right wrist.");
    RULES.says("/hurt", Supported, "Ann Pell broke her left wrist on 9 June 2024.");
}

#[test]
fn the_second_longest_is_not_the_longest() {
    RULES.says("/longest", Conflict, "The Grey Heron is the second-longest ship of the Tarn Line.");
    RULES.says("/longest", Supported, "The Grey Heron is the longest ship of the Tarn Line.");
    RULES.no_conflict("/longest", "The White Hart is the second-longest ship of the Tarn Line.");
}

#[test]
fn a_capital_at_the_head_of_a_sentence_is_no_name() {
    RULES.says("/captain", Conflict, "The Grey Heron came in. Captain Osric Brand waved.");
    RULES.says("/captain", Supported, "The Grey Heron came in. Captain Ann Pell waved.");
}
