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
claims:
  - {id: length, claim: Grey Heron length = 86 metres}
  - {id: aboard, claim: number of people aboard the Grey Heron = 68}
  - {id: locks, claim: number of locks on the Tarn Canal = 29}
  - {id: cost, claim: cost of the Tarn Canal = £186 million}
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
