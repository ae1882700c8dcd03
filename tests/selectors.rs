//! Who was the first, the last, the only one: sentences and rules invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "The Tarn Canal was closed on Monday. The Corley Council met.\n\n",
    yaml: r#"
title: Tarn Canal
entities:
  canal: {name: Tarn Canal, kind: place, also: [the canal]}
  council: {name: Corley Council, kind: organization, also: [the council]}
  barge: {name: Brown Heron, kind: thing, also: [barge]}
  quill: {name: Ada Quill, kind: person, also: [Quill]}
  pell: {name: Ann Pell, kind: person, also: [Pell]}
  lisk: {name: Edwin Lisk, kind: person, also: [Lisk]}
  marl: {name: Ruth Marl, kind: person, also: [Marl]}
claims:
  - {id: first, claim: "first woman to swim the Tarn Canal = Ada Quill, 1998"}
  - {id: barge, claim: "last barge to block the Tarn Canal before the Brown Heron = Grey Goose, 2004"}
  - {id: only, claim: "only members to vote against the toll = Ann Pell, Edwin Lisk"}
  - {id: judge, claim: "only clerk to resign from the Corley Council = Ann Pell"}
  - {id: flood, claim: "last tidal flood in Corley before 2026 = 1987"}
  - {id: pilot, claim: "last pilot to leave the Tarn Canal = Ruth Marl, 2011"}
"#,
};

#[test]
fn a_class_is_its_own_noun_though_a_thing_of_the_file_answers_to_it() {
    RULES.says("/barge", Conflict, "The last barge to block the canal was the Grey Goose in 2009.");
    RULES.says("/barge", Supported, "The last barge to block the canal was the Grey Goose in 2004.");
    RULES.says("/barge", Conflict, "The Brown Heron is the first barge to block the canal since 2009.");
    RULES.no_conflict("/barge", "The last barge to cross the canal was the Grey Goose in 2009.");
}

#[test]
fn names_stand_across_asides_and_in_clefts() {
    RULES.says("/first", Conflict, "Ann Pell, they tell us, was the first woman to swim the Tarn Canal.");
    RULES.says("/first", Conflict, "The ferry clerk, Ann Pell, was the first woman to swim the Tarn Canal.");
    RULES.says("/first", Conflict, "It was Ann Pell, says my aunt, who was the first woman to swim the Tarn Canal.");
    RULES.says("/first", Supported, "The ferry clerk, Ada Quill, was the first woman to swim the Tarn Canal.");
    RULES.says("/first", Conflict, "The first woman to swim the Tarn Canal was a ferry clerk, Ann Pell.");
    RULES.no_conflict("/first", "The sister of Ann Pell was the first woman to swim the Tarn Canal.");
    RULES.no_conflict("/first", "Ann Pell was one of the first women to swim the Tarn Canal.");
    RULES.no_conflict("/first", "Edwin Lisk was the first person to swim the Tarn Canal.");
    RULES.no_conflict("/first", "Edwin Lisk was the first to swim the Tarn Canal.");
}

#[test]
fn what_is_done_so_was_told_before() {
    RULES.says("/first", Conflict, "A few women swam the Tarn Canal. The first woman to do so was Ann Pell.");
    RULES.no_conflict("/first", "A few women painted the Tarn Canal. The first woman to do so was Ann Pell.");
}

#[test]
fn who_is_first_did_nothing_of_it_before() {
    RULES.says("/first", Conflict, "Ada Quill swam the Tarn Canal in 1989.");
    RULES.says("/first", Supported, "Ada Quill swam the Tarn Canal in 1998.");
    RULES.no_conflict("/first", "Ada Quill walked along the Tarn Canal in 1989.");
    RULES.no_conflict("/first", "Ada Quill hoped to swim the Tarn Canal in 1989.");
}

#[test]
fn the_only_ones_are_a_list_and_a_number() {
    RULES.says("/only", Conflict, "Three members voted against the toll.");
    RULES.says("/only", Supported, "Two members voted against the toll.");
    RULES.says("/only", Supported, "Ann Pell and Edwin Lisk voted against the toll.");
    RULES.says("/only", Conflict, "Ann Pell, Edwin Lisk and Ruth Marl voted against the toll.");
    RULES.no_conflict("/only", "Three members voted for the toll.");
    RULES.no_conflict("/only", "Three other members voted against the toll.");
    RULES.no_conflict("/only", "At least one member voted against the toll.");
    RULES.says("/judge", Conflict, "Ann Pell was one of two clerks who resigned from the Corley Council.");
    RULES.no_conflict("/judge", "Ann Pell was one of two clerks who wrote to the Corley Council.");
}

#[test]
fn no_such_event_since() {
    RULES.says("/flood", Conflict, "Corley had not seen a tidal flood since 1978.");
    RULES.says("/flood", Supported, "Corley had not seen a tidal flood since 1987.");
    RULES.says("/flood", Conflict, "It was the first tidal flood in Corley since 1978.");
    RULES.says("/flood", Conflict, "The last time Corley had a tidal flood was in 1978.");
    RULES.no_conflict("/flood", "Corley had not seen a flash flood since 1978.");
    RULES.no_conflict("/flood", "No tidal flood in Corley has been filmed since 1978.");
    RULES.no_conflict("/flood", "Orley had not seen a tidal flood since 1978.");
}

#[test]
fn a_rank_is_the_word_of_no_other_claim() {
    RULES.says("/pilot", Conflict, "Ada Quill was the last pilot to leave the Tarn Canal.");
    RULES.says("/pilot", Conflict, "Ada Quill was the final pilot to leave the Tarn Canal.");
}
