//! What the sentence before, the other claims and the article's matter make of a statement: rules and sentences invented for
//! this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Imprecise, Supported};
use support::Rules;

const BRIDGE: Rules = Rules {
    opening: "Orley got its bridge at last, and Ann Pell, the mayor of Orley, walked across it. Corley Works had built it.\n\n",
    yaml: r#"
title: Orley Bridge
about: [Orley]
entities:
  orley: {name: Orley, kind: place}
  bridge: {name: Orley Bridge, kind: thing, also: [the bridge], about: [Orley]}
  opening: {name: Orley Bridge opening, kind: event, also: [the opening], about: [Orley]}
  pell: {name: Ann Pell, kind: person, also: [Pell]}
  works: {name: Corley Works, kind: organization, also: [Corley]}
claims:
  - {id: mayor, claim: mayor of Orley = Ann Pell}
  - {id: builder, claim: builder of the Orley Bridge = Corley Works}
  - {id: cost, claim: cost of the Orley Bridge = £58 million}
  - {id: length, claim: length of the Orley Bridge = 412 m}
  - {id: guests, claim: number of guests at the Orley Bridge opening = 240}
  - {id: hurt, claim: number of people injured at the Orley Bridge opening = 0}
  - {id: opened, claim: Ann Pell opened the Orley Bridge on 6 March 2026}
  - {id: began, claim: Corley Works began building the Orley Bridge in May 2021}
"#,
};

#[test]
fn an_answer_belongs_to_its_question() {
    BRIDGE.says("/cost", Supported, "And the cost of the bridge? £58 million.");
    BRIDGE.says("/cost", Conflict, "And the cost of the bridge? £85 million.");
    BRIDGE.no_conflict("/cost", "And the price of a house nearby? £850,000.");
}

#[test]
fn an_article_on_the_matter_need_not_name_the_owner() {
    BRIDGE.says("/cost", Conflict, "The cost was £85 million.");
    BRIDGE.says("/guests", Supported, "There were 240 guests.");
}

#[test]
fn what_another_claim_says_is_told_by_that_one() {
    BRIDGE.no_conflict("/length", "It cost £58 million.");
    BRIDGE.no_conflict("/opened", "Corley Works began building the Orley Bridge in May 2021.");
    BRIDGE.no_conflict("/began", "Ann Pell opened the Orley Bridge on 6 March 2026.");
}

#[test]
fn a_sentence_claims_day_is_asked_for_by_itself() {
    BRIDGE.says("/opened", Supported, "The bridge was opened by Pell on 6 March.");
    BRIDGE.says("/opened", Conflict, "Pell opened the bridge on 9 March 2026.");
    BRIDGE.no_conflict("/opened", "Pell will open a library on 9 April 2026.");
}

#[test]
fn a_question_about_a_figure_states_none() {
    BRIDGE.no_conflict("/cost", "Will the bridge cost £85 million?");
    BRIDGE.no_conflict("/guests", "Will 420 guests come to the opening?");
}

#[test]
fn nobody_is_nought() {
    BRIDGE.says("/hurt", Supported, "Nobody was injured at the opening.");
    BRIDGE.says("/hurt", Supported, "No one was hurt.");
    BRIDGE.no_conflict("/guests", "No guests came before noon.");
}

const BOAT: Rules = Rules {
    opening: "The Quill-4 sailed with Ann Pell aboard.\n\n",
    yaml: r#"
title: Quill-4
about: [Quill-4]
entities:
  quill: {name: Quill-4, kind: thing, also: [Quill]}
  pell: {name: Ann Pell, kind: person, also: [Pell]}
claims:
  - {id: built, claim: The Quill-4 was built in 1987}
  - {id: born, claim: Ann Pell was born on 3 March 1994}
  - {id: said, claim: "Pell said \"I stopped counting the waves after the twelfth\"", quote: verbatim}
  - {id: cancelled, claim: Ann Pell cancelled the voyage on 4 March 2026}
"#,
};

#[test]
fn another_number_in_a_name_is_another_thing() {
    BOAT.says("/built", Conflict, "The Quill-4 was built in 1991.");
    BOAT.no_conflict("/built", "The Quill-4 has a sister. The Quill-5 was built in 1991.");
}

#[test]
fn an_alias_is_enough_for_what_a_file_is_about() {
    BOAT.says("/built", Conflict, "The Quill was built in 1991.");
}

#[test]
fn a_score_is_no_age() {
    BOAT.says("/born", Conflict, "Ann Pell is 29.");
    BOAT.no_conflict("/born", "Ann Pell is 13 under with three to play.");
}

#[test]
fn an_ordinal_in_figures_is_no_other_wording() {
    BOAT.says_only("/said", Supported, "“I stopped counting the waves after the 12th,” Pell said.");
    BOAT.says_only("/said", Imprecise, "“I stopped counting waves after the 12th,” Pell said.");
}

#[test]
fn a_particle_may_stand_behind_its_object() {
    BOAT.says("/cancelled", Conflict, "Ann Pell called the voyage off on 9 March 2026.");
    BOAT.says("/cancelled", Supported, "Ann Pell called the voyage off on 4 March 2026.");
}
