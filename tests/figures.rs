//! Figures in view of the whole claim and of each other: rules and sentences invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "The Grey Heron sailed into Orley harbour.\n\n",
    yaml: r#"
title: Tarn ferry
entities:
  ferry: {name: Grey Heron, kind: thing, also: [the ferry]}
  canal: {name: Tarn Canal, kind: place, also: [the canal]}
  fair: {name: 2026 Quill Fair, kind: event, also: [the fair]}
claims:
  - {id: length, claim: Grey Heron length = 86 metres}
  - {id: aboard, claim: number of people aboard the Grey Heron = 68}
  - {id: locks, claim: number of locks on the Tarn Canal = 29}
  - {id: cost, claim: cost of the Tarn Canal = £186 million}
  - {id: trip, claim: Grey Heron voyage length = 3 days}
  - {id: flow, claim: "peak discharge of the Tarn Canal = 2,730 cubic metres per second"}
  - {id: vote, claim: "council vote on the Tarn Canal = 41-18"}
  - {id: room, claim: "capacity of the Tarn Canal = 2.5 million tonnes"}
  - {id: bottles, claim: "number of bottles aboard the Grey Heron = 12,000"}
  - {id: wrecks, claim: number of wrecks on the Tarn Canal since 1980 = 3}
  - {id: fair, claim: "2026 Quill Fair budget = £5.2 million"}
"#,
};

#[test]
fn the_claims_words_count_wherever_they_stand_around_the_figure() {
    RULES.says("/aboard", Conflict, "The 63 people aboard the Grey Heron slept.");
    RULES.says("/aboard", Supported, "The 68 people aboard the Grey Heron slept.");
    RULES.says("/locks", Conflict, "There are 27 locks on the Tarn Canal.");
    RULES.no_conflict("/aboard", "The 63 people on the quay at Corley slept.");
    RULES.no_conflict("/locks", "There are 27 bridges on the Tarn Canal.");
}

#[test]
fn a_digit_mistaken_is_likelier_the_claims_than_another_number() {
    RULES.says("/cost", Conflict, "The Tarn Canal cost £126 million.");
    RULES.says("/length", Conflict, "The Grey Heron is 68 metres long.");
    RULES.no_conflict("/locks", "Every lock takes 210 people.");
    RULES.no_conflict("/length", "The Grey Heron passed a mast 4 metres long.");
}

#[test]
fn of_several_figures_only_the_surest_contradicts() {
    RULES.says_only("/locks", Conflict, "The Tarn Canal has 27 locks, 12 of them in Corley.");
    RULES.says_only("/length", Conflict, "The Grey Heron is 68 metres long and passes under bridges of 12 metres.");
}

#[test]
fn what_rounds_to_three_is_not_four() {
    RULES.says("/trip", Conflict, "The voyage of the Grey Heron lasted four days.");
    RULES.says("/trip", Conflict, "The voyage of the Grey Heron lasted two days.");
    RULES.says("/trip", Supported, "The voyage of the Grey Heron lasted three days.");
}

#[test]
fn a_rate_has_a_unit_of_its_own() {
    RULES.says("/flow", Conflict, "Water ran from the canal at a peak of 2,370 cubic metres per second.");
    RULES.says("/flow", Supported, "Water ran from the canal at a peak of 2,730 cubic metres a second.");
    RULES.no_conflict("/flow", "Barges carry 2,370 cubic metres of sand through the canal.");
}

#[test]
fn a_vote_may_be_told_in_words() {
    RULES.says("/vote", Conflict, "The council backed the Tarn Canal by 41 votes to 16.");
    RULES.says("/vote", Supported, "The council backed the Tarn Canal by 41 votes to 18.");
    RULES.no_conflict("/vote", "The Tarn Canal is open from nine to five.");
}

#[test]
fn a_number_in_words_keeps_its_size() {
    RULES.no_conflict("/room", "The canal has a capacity of two and a half million tonnes.");
    RULES.says("/room", Conflict, "The canal has a capacity of 5.2 million tonnes.");
}

#[test]
fn another_of_its_kind_is_another() {
    RULES.no_conflict("/fair", "The fair of 2028 is to open in June, with a budget of £3 million.");
    RULES.no_conflict("/bottles", "Tarn Brewery, which serves on the Grey Heron, turned 120 yesterday.");
}

#[test]
fn the_nth_so_far_counts_them() {
    RULES.says("/wrecks", Conflict, "It was the fourth wreck on the Tarn Canal since 1980.");
    RULES.says("/wrecks", Supported, "It was the third wreck on the Tarn Canal since 1980.");
    RULES.no_conflict("/wrecks", "She slept during the second wreck on the Tarn Canal.");
}

#[test]
fn what_is_counted_has_no_unit() {
    RULES.no_support("/length", "There were 86 sailors aboard the Grey Heron.");
}
