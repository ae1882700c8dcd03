//! Who was first, who holds what since when, who said it: sentences and rules invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "",
    yaml: r#"
title: Port Orrin
entities:
  orrin: {name: Port Orrin, kind: place}
  pilots: {name: Orrin Pilots, kind: organization, also: [the pilots' company]}
  vane: {name: Greta Vane, kind: person, also: [Vane], is: ["director of the Orrin Pilots, 2019-04-01.."]}
  holt: {name: Edwin Holt, kind: person, also: [Holt], is: ["director of the Orrin Pilots, 2008-01-01..2019-03-31"]}
  marl: {name: Ruth Marl, kind: person, also: [Marl], is: ["mayor of Port Orrin, 2021-06-01.."]}
  canal: {name: Tarn Canal, kind: organization}
  orr: {name: Tom Orr, kind: person}
  quill: {name: Ada Quill, kind: person}
  lund: {name: Bea Lund, kind: person}
  lisk: {name: Anna Lisk, kind: person, also: [Lisk]}
  regatta: {name: Orrin Regatta, kind: event, also: [the regatta]}
claims:
  - {id: first, claim: "first woman to win the Orrin Regatta = Anna Lisk, 2016"}
  - {id: orr, claim: "director general of the Tarn Canal = Tom Orr, 2021-06-01.."}
  - {id: quill, claim: "prime minister of Port Orrin = Ada Quill, 2019-05-02.."}
  - {id: host, claim: "host of the Orrin Regatta = Bea Lund, 2019-09-07.."}
  - {id: lund, claim: "Port Orrin's minister for housing = Bea Lund"}
  - {id: spring, claim: "Marl said \"I don't mind, it is an old pipe, but I could hear it leaking in the spring\""}
  - {id: quote, claim: "Marl said \"The harbour is deep enough for all of us and for our quarrels\""}
"#,
};

#[test]
fn the_first_is_no_other_and_no_second() {
    RULES.says("/first", Supported, "Anna Lisk was the first woman to win the Orrin Regatta.");
    RULES.says("/first", Conflict, "Anna Lisk, only the second woman to win the Orrin Regatta, waved.");
    RULES.says(
        "/first",
        Conflict,
        "Anna Lisk, 41, who in 2012 became the first woman to win the Orrin Regatta, waved.",
    );
    RULES.says("/first", Conflict, "The first woman to win the Orrin Regatta was Carla Brand.");
    RULES.no_conflict("/first", "Carla Brand was the second woman to win the Orrin Regatta.");
    RULES.no_conflict("/first", "Carla Brand was the first woman to umpire the Orrin Regatta.");
}

#[test]
fn a_term_is_dated_wherever_its_title_stands() {
    RULES.says("/vane", Supported, "Greta Vane, director of the Orrin Pilots since 2019, agreed.");
    RULES.says("/vane", Conflict, "Greta Vane, director of the Orrin Pilots since 2014, agreed.");
    RULES.says("/vane", Conflict, "Greta Vane, who has run the Orrin Pilots since 2014, agreed.");
    RULES.says("/vane", Conflict, "Vane replaced Edwin Holt in March 2015. Greta Vane said so.");
    RULES.no_conflict("/vane", "Greta Vane has lived in Port Orrin since 2014.");
    RULES.says("/holt", Supported, "Edwin Holt was director of the Orrin Pilots from 2008 to 2019.");
    RULES.says("/holt", Conflict, "Edwin Holt was director of the Orrin Pilots from 2002 to 2009.");
    RULES.says("/holt", Conflict, "Edwin Holt was director of the Orrin Pilots for four years.");
    RULES.no_conflict("/holt", "Edwin Holt had been director of the Orrin Pilots for four years when the pier fell.");
    RULES.says("/orr", Conflict, "He is calm. Tom Orr has been director general of the Tarn Canal since 2012.");
    RULES.no_conflict("/orr", "Tom Orr has been director general of the Tarn Canal since 2021.");
}

#[test]
fn whatever_somebody_is_for_a_term_is_an_office() {
    RULES.says("/host", Conflict, "Bea Lund has been host of the Orrin Regatta since 2012.");
    RULES.says("/host", Conflict, "The Orrin Regatta was dull. Bea Lund, its host since 2012, yawned.");
    RULES.no_conflict("/host", "Bea Lund has been host of the Orrin Regatta since 2019.");
    RULES.no_conflict("/host", "Bea Lund has lived by the Orrin Regatta's course since 2012.");
}

#[test]
fn a_first_name_at_the_head_of_a_sentence_is_a_name() {
    RULES.says("/marl", Conflict, "Mona Marl, the mayor of Port Orrin, agreed.");
    RULES.says("/marl", Supported, "Ruth Marl, the mayor of Port Orrin, agreed.");
}

#[test]
fn somebody_with_another_office_of_the_noun_is_not_the_holder() {
    RULES.says("/quill", Conflict, "Port Orrin waited. Prime Minister Bea Lund spoke.");
    RULES.says("/quill", Supported, "Port Orrin waited. Prime Minister Ada Quill spoke.");
    RULES.no_conflict("/quill", "Port Orrin waited. Housing minister Bea Lund spoke.");
}

#[test]
fn a_possessive_says_whose_office_it_is() {
    RULES.says("/marl", Supported, "Ruth Marl, Port Orrin's mayor, agreed.");
    RULES.says("/marl", Conflict, "Port Orrin's mayor, Carla Brand, agreed.");
    RULES.says(
        "/vane",
        Conflict,
        "The Orrin Pilots objected. Its director, Edwin Holt, said on Monday that it was late.",
    );
    RULES.no_conflict("/vane", "The Orrin Pilots' choir sang. Their director, Carla Brand, bowed.");
    RULES.no_conflict("/marl", "Over in Corley, Mayor Carla Brand found the money. Port Orrin did not.");
}

#[test]
fn the_words_around_a_quotation_say_whose_it_is() {
    let words = "The harbour is deep enough for all of us and for our quarrels";
    RULES.says("/quote", Supported, &format!("\"{words},\" said Ruth Marl."));
    RULES.says("/quote", Conflict, &format!("\"{words},\" insisted Ms Brand. Ruth Marl listened."));
    RULES.says("/quote", Conflict, &format!("\"{words},\" the harbour master, Edwin Holt, told a meeting."));
    RULES.says("/quote", Conflict, &format!("\"{words}.\" That's what Edwin Holt said."));
    RULES.says("/quote", Conflict, &format!("\"{words}\" is a line that came from Edwin Holt."));
    RULES.no_conflict("/quote", &format!("Edwin Holt repeated a line from Ruth Marl: \"{words}.\""));
    RULES.says("/quote", Conflict, &format!("Ruth Marl sat down. \"{words},\" said Anton Brand, her deputy."));
    RULES.says("/quote", Conflict, &format!("Ruth Marl sat down. \"{words},\" sobbed Carla Brand."));
    RULES.says("/quote", Conflict, &format!("Ruth Marl sat. Carla Brand was booed when she said: \"{words}.\""));
    RULES.no_conflict("/quote", &format!("\"{words},\" Carla Brand quoted Marl as saying."));
    let after = |quoted: &str| format!("Ruth Marl sat down.\n\n{quoted}");
    for conflict in [
        format!("Rival Carla Brand frowned when she told the ferrymen: \"{words}.\""),
        format!("Trainer Edwin Holt told the rowers: \"{words}.\""),
        format!("\"{words},\" groaned harbour chief Anton Brand."),
        format!("\"{words},\" said his sister, Ulla."),
        format!("\"{words}.\" That's what the head porter, Anton Brand, said on Monday."),
        format!("\"{words},\" as Anton Brand, who runs the ferry, likes to put it."),
        format!("Ferry chief Anton Brand would not budge. \"{words},\" he barked at the gate."),
        format!("The neatest line of the evening was Carla Brand's. \"{words},\" said the retired judge."),
        format!("The harbour engineer, Carla Brand, came late. \"{words},\" the engineer said."),
    ] {
        RULES.says("/quote", Conflict, &after(&conflict));
    }
    for silent in [
        format!("\"{words},\" said the retired judge."),
        format!("Carla Brand met Anton Brand at the pier. \"{words},\" he barked."),
        format!("\"{words},\" as Ruth Marl likes to put it."),
        format!("The harbour engineer, Carla Brand, came late. \"{words},\" the harbour master said."),
    ] {
        RULES.no_conflict("/quote", &after(&silent));
    }
}

#[test]
fn a_denial_more_turns_a_quotation_round() {
    RULES.says("/quote", Conflict, "\"The harbour is not deep enough for all of us,\" said Ruth Marl.");
    RULES.no_conflict("/quote", "\"Deep enough is the harbour for all of us,\" said Ruth Marl.");
    RULES.says("/spring", Conflict, "\"I could not hear it leaking in the spring,\" said Ruth Marl.");
    RULES.says("/spring", Supported, "\"I could hear it leaking in the spring,\" said Ruth Marl.");
}

#[test]
fn a_term_may_be_told_in_other_words_than_the_title() {
    RULES.says("/orr", Conflict, "Tom Orr, boss of the Tarn Canal since 2012, waved.");
    RULES.says("/orr", Conflict, "Tom Orr, who became director general of the Tarn Canal in 2018, waved.");
    RULES.says("/host", Conflict, "Bea Lund, who has hosted the Orrin Regatta since 2011, waved.");
    RULES.no_conflict("/orr", "Tom Orr, boss of the Tarn Canal since 2021, waved.");
    RULES.no_conflict(
        "/orr",
        "Tom Orr is director general of the Tarn Canal. His predecessor, Al Frith, had run the canal for eleven years.",
    );
    RULES.no_conflict("/orr", "Tom Orr has lived on the Tarn Canal since 2012.");
}

#[test]
fn another_charge_is_another_office() {
    RULES.says("/quill", Conflict, "Ada Quill, the health minister of Port Orrin, waved.");
    RULES.no_support("/quill", "Former health minister Ada Quill waved.");
    RULES.no_conflict("/quill", "Former health minister Ada Quill waved.");
    RULES.no_conflict("/quill", "Ada Quill met health minister Ruth Marl in Port Orrin.");
    RULES.no_conflict("/lund", "Bea Lund, minister for housing and health in Port Orrin, waved.");
    RULES.no_support("/orr", "Tom Orr, finance director of the Tarn Canal, waved.");
}

#[test]
fn whoever_the_words_credit_says_them() {
    let quote = "\"The harbour is deep enough for all of us and for our quarrels,\"";
    RULES.says("/quote", Conflict, &format!("{quote} Edwin Holt had sighed."));
    RULES.says("/quote", Conflict, "\"The harbour is deep enough for all of us and for our quarrels.\" — Edwin Holt");
    RULES.says(
        "/quote",
        Conflict,
        "CLIP (EDWIN HOLT): \"The harbour is deep enough for all of us and for our quarrels.\"",
    );
    RULES.says(
        "/quote",
        Conflict,
        "We thank Edwin Holt for his line: \"The harbour is deep enough for all of us and for our quarrels.\"",
    );
    RULES.says("/quote", Supported, &format!("{quote} Ruth Marl had sighed."));
    RULES.no_conflict("/quote", &format!("Al Frith left. {quote} the 44-year-old said."));
}
