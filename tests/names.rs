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
claims:
  - {id: captain, claim: captain of the Grey Heron = Ann Pell}
  - {id: builder, claim: builder of the Grey Heron = Castor Yard}
  - {id: seat, claim: Tarn Line headquarters = Orley}
  - {id: capacity, claim: Grey Heron passenger capacity = 450}
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
