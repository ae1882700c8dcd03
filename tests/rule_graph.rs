//! The questions that are asked of the graph, and the lines that answers rest on.

use factlint::rulebook::graph::{Evidence, Held};
use factlint::rulebook::{self, EntityId, Rulebook, claim};
use jiff::civil::date;
use std::sync::Arc;

const PLACES: &str = "\
entities:
  russia: {name: Russia, kind: place, demonym: Russian, also: [Russian Federation]}
  st-petersburg: {name: St. Petersburg, kind: place, in: russia}
  palace: {name: Konstantin Palace, kind: place, in: st-petersburg}
  us: {name: United States, kind: place, also: [U.S.], demonym: American}
";

const PEOPLE: &str = "\
entities:
  putin: {name: Vladimir Putin, kind: person, also: [Putin], is: [\"president of Russia, 2000-05-07..2008-05-07\", \"president of Russia, 2012-05-07..\"]}
  medvedev: {name: Dmitry Medvedev, kind: person, also: [Medvedev], is: [\"president of Russia, 2008-05-07..2012-05-07\", lawyer]}
  obama: {name: Barack Obama, kind: person, also: [Obama]}
  g20: {name: G20 summit, kind: event, when: 2013-09-05, where: palace, participants: [putin, Obama]}
claims:
  - {id: kerry, claim: 'U.S. secretary of state = John Kerry, 2013-02-01..2017-01-20'}
  - {id: medvedev, claim: 'Russian president = Dmitry Medvedev, 2008-05-07..2012-05-07'}
  - {id: visit, claim: Obama visited St. Petersburg in September 2013, source: Desk}
";

fn rulebook() -> Rulebook {
    let source = |path: &str, text: &str| (path.to_owned(), Arc::<str>::from(text));
    let (rulebook, problems) = rulebook::load(&[source("places.yaml", PLACES), source("people.yaml", PEOPLE)]);
    assert!(problems.is_empty(), "{problems:?}");
    rulebook
}

fn id(rulebook: &Rulebook, name: &str) -> EntityId {
    rulebook.names.reference(name).expect("an entity of that name")
}

fn line<'r>(rulebook: &'r Rulebook, evidence: &Evidence) -> (&'r str, &'r str) {
    let file = &rulebook.files[evidence.origin.file];
    (&file.path, evidence.origin.span.of(&file.text))
}

fn names(rulebook: &Rulebook, held: &[Held]) -> Vec<String> {
    held.iter().map(|held| rulebook.entities[held.holder.0].name.clone()).collect()
}

#[test]
fn a_place_lies_in_another_by_steps() {
    let rulebook = rulebook();
    let graph = &rulebook.graph;
    let (palace, russia) = (id(&rulebook, "palace"), id(&rulebook, "Russian Federation"));
    let path = graph.within(&rulebook, palace, russia).expect("a path");
    let words: Vec<&str> = path.iter().map(|step| step.words.as_str()).collect();
    assert_eq!(words, ["Konstantin Palace is in St. Petersburg", "St. Petersburg is in Russia"]);
    assert_eq!(line(&rulebook, &path[1]), ("places.yaml", "russia"));
    assert!(graph.within(&rulebook, russia, palace).is_none());
    assert_eq!(graph.within(&rulebook, russia, russia), Some(Vec::new()));
    let g20 = id(&rulebook, "g20");
    assert!(graph.within(&rulebook, g20, russia).is_some());
    assert_eq!(graph.containers(palace), [id(&rulebook, "st-petersburg"), russia]);
    assert_eq!(graph.contents(russia), [id(&rulebook, "st-petersburg"), palace]);
}

#[test]
fn offices_know_their_time() {
    let rulebook = rulebook();
    let graph = &rulebook.graph;
    for title in
        ["president of Russia", "Russian president", "Russia's president", "the President of the Russian Federation"]
    {
        let on = |year| names(&rulebook, &graph.holders(&rulebook, title, Some(date(year, 7, 1))));
        assert_eq!(on(2005), ["Vladimir Putin"], "{title}");
        assert_eq!(on(2010), ["Dmitry Medvedev"], "{title}");
        assert_eq!(on(2020), ["Vladimir Putin"], "{title}");
        assert!(on(1990).is_empty(), "{title}");
    }
    // Both hold it on the day of handover.
    assert_eq!(graph.holders(&rulebook, "president of Russia", Some(date(2008, 5, 7))).len(), 2);
    let held = graph.offices_of(&rulebook, id(&rulebook, "Medvedev"), Some(date(2010, 1, 1)));
    assert_eq!(held.iter().map(|held| held.title.as_str()).collect::<Vec<_>>(), ["lawyer", "president of Russia"]);
    assert_eq!(line(&rulebook, &held[1].evidence).0, "people.yaml");
    assert!(graph.holders(&rulebook, "king of Russia", None).is_empty());
}

#[test]
fn a_claim_and_an_office_that_say_the_same_are_one_fact() {
    let rulebook = rulebook();
    let ids: Vec<&str> = rulebook.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["people/kerry", "people/medvedev", "people/visit", "people/putin", "people/putin"]);
    assert_eq!(rulebook.facts[3].text, "president of Russia = Vladimir Putin, 2000-05-07..2008-05-07");
    assert!(claim::parse::parse(&rulebook.facts[3].text, &rulebook.names).is_ok());
}

#[test]
fn events_and_facts_are_found_by_who_is_in_them() {
    let rulebook = rulebook();
    let graph = &rulebook.graph;
    let (putin, obama, medvedev) = (id(&rulebook, "putin"), id(&rulebook, "obama"), id(&rulebook, "medvedev"));
    let events = graph.events_with(&rulebook, &[putin, obama]);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].1[1].words, "Barack Obama took part in the G20 summit");
    assert_eq!(line(&rulebook, &events[0].1[1]).1, "Obama");
    assert!(graph.events_with(&rulebook, &[putin, medvedev]).is_empty());
    assert_eq!(graph.place_of(&rulebook, events[0].0).map(|(place, _)| place), Some(id(&rulebook, "palace")));
    let visit = rulebook.find("visit").expect("the claim");
    assert_eq!(graph.facts_about(obama), [visit]);
    assert_eq!(graph.entities_of(visit), [id(&rulebook, "st-petersburg"), obama]);
}

#[test]
fn names_are_found_in_every_spelling() {
    let rulebook = rulebook();
    let names = &rulebook.names;
    let russia = id(&rulebook, "russia");
    for spelling in ["Russia", "russia", "the Russian Federation", "THE RUSSIAN FEDERATION"] {
        assert_eq!(names.named(spelling), [russia], "{spelling}");
    }
    assert_eq!(names.demonym("russian"), [russia]);
    assert_eq!(names.resolve("Putin and Obama"), [id(&rulebook, "putin"), id(&rulebook, "obama")]);
    assert!(names.resolve("Putin and Company").is_empty());
    let text = "Putin's talks with Obama in St. Petersburg, Russia";
    let found: Vec<&str> = names.mentions(text).into_iter().map(|(_, start, end)| &text[start..end]).collect();
    assert_eq!(found, ["Putin", "Obama", "St. Petersburg", "Russia"]);
}

#[test]
fn places_inside_claims_are_places_in_the_file() {
    let text: Arc<str> = "claims:\n  - \"Putin said \\\"Next time\\\" to \\u00c9mile\"\n".into();
    let (rulebook, _) = rulebook::load(&[("a.yaml".to_owned(), text.clone())]);
    let fact = &rulebook.facts[0];
    let start = fact.text.find("Émile").expect("the name");
    let span = rulebook.locate(fact, factlint::span::Span::new(start, start + "Émile".len()));
    assert_eq!(span.of(&text), "\\u00c9mile");
}
