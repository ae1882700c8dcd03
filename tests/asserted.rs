//! What a text says as its own, of the claim's own thing and time, and what it does not: sentences invented for this test.

#[path = "support/verdicts.rs"]
mod support;

use factlint::check::Verdict::{Conflict, Supported};
use support::Rules;

const RULES: Rules = Rules {
    opening: "Ada Quill spoke in Orley. ",
    yaml: r#"
title: Orley
entities:
  orley: {name: Orley, kind: place}
  district: {name: Community of Orley, kind: place}
  marsh: {name: Marsh End, kind: place, in: orley}
  quay: {name: Tarn Quay, kind: place}
  mill: {name: Orley Mill, kind: thing, also: [the mill]}
  tunnel: {name: Tarn Tunnel, kind: thing, also: [the tunnel]}
  ada: {name: Ada Quill, kind: person, also: [Quill]}
  talks: {name: Orley talks, kind: event, also: [the talks]}
claims:
  - {id: opened, claim: Orley Mill opened on 4 May 2019}
  - {id: insured, claim: Orley Mill was not insured}
  - {id: length, claim: Tarn Tunnel length = 900 metres}
  - {id: fund, claim: Orley Mill repair fund = £91 million}
  - {id: refused, claim: Orley council refused Ada Quill a permit on 12 May 2019}
  - {id: flood, claim: last flood in Orley = 1987}
  - {id: fine, claim: 'fine imposed on Orley Mill = £48,000'}
  - {id: born, claim: Ada Quill was born at Tarn Quay on 2 March 1970}
  - {id: rounds, claim: number of rounds of the Orley talks = 9}
  - {id: part, claim: Marsh End is part of Community of Orley}
  - {id: words, claim: 'Quill said "We cannot paint a bench that we will not use"'}
"#,
};

#[test]
fn conditions_wishes_and_what_others_post_assert_nothing() {
    RULES.says_only("/insured", Conflict, "Orley Mill was insured.");
    RULES.no_conflict("/insured", "Had the mill been insured, there would be money.");
    RULES.no_conflict("/insured", "Posts claiming that Orley Mill was insured are made up.");
    RULES.no_conflict("/insured", "Rumours that Orley Mill was insured are false.");
    RULES.no_conflict("/opened", "I would like to open Orley Mill in June 2028.");
}

#[test]
fn what_a_paper_takes_back_is_not_its_word() {
    RULES.says_only("/length", Conflict, "The length of Tarn Tunnel is 1,250 metres.");
    RULES.no_conflict("/length", "Our story on Friday said that the length of Tarn Tunnel was 1,250 metres.");
    RULES.no_conflict("/length", "An earlier post gave the length of Tarn Tunnel as 1,250 metres.");
}

#[test]
fn a_verb_that_denies_may_be_the_claims_own() {
    RULES.says_only("/refused", Conflict, "Orley council refused Ada Quill a permit on 21 May 2019.");
    RULES.no_conflict("/refused", "Orley council refused Ada Quill a permit on 12 May 2019.");
}

#[test]
fn what_stands_in_one_phrase_holds_whatever_is_planned_with_it() {
    RULES.says("/fund", Conflict, "Tenants will be able to draw on the Orley Mill repair fund of £19 million.");
    RULES.no_conflict("/fund", "Will Orley Mill get a repair fund of £19 million?");
}

#[test]
fn turning_up_is_no_turning_down() {
    RULES.says_only("/length", Conflict, "Tarn Tunnel turned out to have a length of 1,250 metres.");
}

#[test]
fn not_since_is_the_last_time() {
    RULES.says_only("/flood", Conflict, "There has been no flood in Orley since 1978.");
    RULES.no_conflict("/flood", "There has been no flood in Orley since 1987.");
    RULES.no_conflict("/flood", "There was no flood in Orley in 1978.");
}

#[test]
fn so_far_is_not_far_from_it() {
    RULES.says("/fine", Conflict, "Orley Mill was fined £84,000 over the theft.");
    RULES.no_conflict("/length", "Far from 1,250 metres, the length of Tarn Tunnel is 900 metres.");
}

#[test]
fn a_head_over_corrections_takes_back_what_follows() {
    let wrong = "On Monday we reported that the length of Tarn Tunnel is 1,250 metres.";
    RULES.says_only("/length", Conflict, "The length of Tarn Tunnel is 1,250 metres.");
    RULES.no_conflict("/length", &format!("Corrections.\n\n{wrong}"));
    RULES.no_conflict("/length", "Corrections.\n\nOn Monday we gave the length of Tarn Tunnel as 1,250 metres.");
}

#[test]
fn what_the_next_sentence_puts_right_is_not_said() {
    let wrong = "We said on Monday that the length of Tarn Tunnel was 1,250 metres.";
    RULES.says_only("/length", Conflict, wrong);
    RULES.no_conflict("/length", &format!("{wrong} It is 900 metres."));
    RULES.no_conflict("/length", &format!("{wrong} The correct number is lower."));
    RULES.no_conflict("/length", "In Monday's e-mail we put the length of Tarn Tunnel at 1,250 metres. Sorry!");
    RULES.no_conflict("/length", "Some say that the length of Tarn Tunnel is 1,250 metres. Nonsense, of course.");
    RULES.no_conflict("/length", "It is simply not the case that the length of Tarn Tunnel is 1,250 metres.");
}

#[test]
fn a_clause_behind_a_colon_stands_for_itself() {
    RULES.says_only("/length", Conflict, "If you are just joining us: the length of Tarn Tunnel is 1,250 metres.");
    RULES.no_conflict("/length", "If the plan holds, the length of Tarn Tunnel is 1,250 metres.");
    RULES.no_conflict("/length", "Had the new Tarn Tunnel reached a length of 1,250 metres, Orley would have cheered.");
}

#[test]
fn looking_back_is_no_plan() {
    RULES.says("/flood", Conflict, "You have to go back to 1978 for the last flood in Orley.");
    RULES.no_conflict("/flood", "You have to go back to 1987 for the last flood in Orley.");
}

#[test]
fn another_thing_of_the_same_noun_is_not_the_claims() {
    RULES.no_conflict("/length", "The Mersey Tunnel is 3,237 metres long.");
    RULES.no_conflict("/born", "Her sister, who was born in 1974, waved.");
    RULES.no_conflict("/opened", "The mill was first opened in 1890.");
}

#[test]
fn one_round_is_not_their_number() {
    RULES.no_conflict("/rounds", "She slept there during the fourth round of the Orley talks.");
    RULES.says_only("/rounds", Conflict, "There were 11 rounds of the Orley talks.");
}

#[test]
fn days_and_places_that_differ_are_found_in_every_position() {
    RULES.says_only("/opened", Conflict, "It was 4 June 2019 when Orley Mill opened.");
    RULES.says_only("/born", Conflict, "Ada Quill was born in Uxmoor in 1970.");
    RULES.says_only("/born", Supported, "Ada Quill was born at Tarn Quay in 1970.");
}

#[test]
fn spelling_changes_no_name_and_no_words() {
    RULES.says_only("/part", Supported, "Marsh End is part of the community of Orley.");
    RULES.says_only("/words", Supported, "\"We can't paint a bench that we won't use,\" Quill said.");
}
