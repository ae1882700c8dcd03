//! Who was first, who holds what since when, who said it: sentences and rules invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{self, Conflict, Supported};

const RULES: &str = r#"
title: Port Orrin
entities:
  orrin: {name: Port Orrin, kind: place}
  pilots: {name: Orrin Pilots, kind: organization, also: [the pilots' company]}
  vane: {name: Greta Vane, kind: person, also: [Vane], is: ["director of the Orrin Pilots, 2019-04-01.."]}
  holt: {name: Edwin Holt, kind: person, also: [Holt], is: ["director of the Orrin Pilots, 2008-01-01..2019-03-31"]}
  marl: {name: Ruth Marl, kind: person, also: [Marl], is: ["mayor of Port Orrin, 2021-06-01.."]}
  lisk: {name: Anna Lisk, kind: person, also: [Lisk]}
  regatta: {name: Orrin Regatta, kind: event, also: [the regatta]}
claims:
  - {id: first, claim: "first woman to win the Orrin Regatta = Anna Lisk, 2016"}
  - {id: quote, claim: "Marl said \"The harbour is deep enough for all of us and for our quarrels\""}
"#;

fn verdicts(text: &str, claim: &str) -> Vec<Verdict> {
    support::verdicts(RULES, text, claim)
}

#[track_caller]
fn says(claim: &str, wanted: Verdict, text: &str) {
    let found = verdicts(text, claim);
    assert!(found.contains(&wanted), "{text}\n  {found:?}, not {wanted:?}");
    if wanted == Supported {
        assert!(!found.contains(&Conflict), "{text}\n  {found:?}");
    }
}

#[track_caller]
fn silent(claim: &str, text: &str) {
    let found = verdicts(text, claim);
    assert!(!found.contains(&Conflict), "{text}\n  {found:?}");
}

#[test]
fn the_first_is_no_other_and_no_second() {
    says("/first", Supported, "Anna Lisk was the first woman to win the Orrin Regatta.");
    says("/first", Conflict, "Anna Lisk, only the second woman to win the Orrin Regatta, waved.");
    says("/first", Conflict, "Anna Lisk, 41, who in 2012 became the first woman to win the Orrin Regatta, waved.");
    says("/first", Conflict, "The first woman to win the Orrin Regatta was Carla Brand.");
    silent("/first", "Carla Brand was the second woman to win the Orrin Regatta.");
    silent("/first", "Carla Brand was the first woman to umpire the Orrin Regatta.");
}

#[test]
fn a_term_is_dated_wherever_its_title_stands() {
    says("/vane", Supported, "Greta Vane, director of the Orrin Pilots since 2019, agreed.");
    says("/vane", Conflict, "Greta Vane, director of the Orrin Pilots since 2014, agreed.");
    says("/vane", Conflict, "Greta Vane, who has run the Orrin Pilots since 2014, agreed.");
    says("/vane", Conflict, "Vane replaced Edwin Holt in March 2015. Greta Vane said so.");
    silent("/vane", "Greta Vane has lived in Port Orrin since 2014.");
}

#[test]
fn a_possessive_says_whose_office_it_is() {
    says("/marl", Supported, "Ruth Marl, Port Orrin's mayor, agreed.");
    says("/marl", Conflict, "Port Orrin's mayor, Carla Brand, agreed.");
    says("/vane", Conflict, "The Orrin Pilots objected. Its director, Edwin Holt, said on Monday that it was late.");
    silent("/vane", "The Orrin Pilots' choir sang. Their director, Carla Brand, bowed.");
    silent("/marl", "Over in Corley, Mayor Carla Brand found the money. Port Orrin did not.");
}

#[test]
fn the_words_around_a_quotation_say_whose_it_is() {
    let words = "The harbour is deep enough for all of us and for our quarrels";
    says("/quote", Supported, &format!("\"{words},\" said Ruth Marl."));
    says("/quote", Conflict, &format!("\"{words},\" insisted Ms Brand. Ruth Marl listened."));
    says("/quote", Conflict, &format!("\"{words},\" the harbour master, Edwin Holt, told a meeting."));
    says("/quote", Conflict, &format!("\"{words}.\" That's what Edwin Holt said."));
    says("/quote", Conflict, &format!("\"{words}\" is a line that came from Edwin Holt."));
    silent("/quote", &format!("Edwin Holt repeated a line from Ruth Marl: \"{words}.\""));
}
