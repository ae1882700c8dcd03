//! Values through the public API: what is found, how it compares, and what must never happen.

use factlint::span::Span;
use factlint::value::{
    Agreement, Context, DateSet, Op, Value, age_on, between, compare, elapsed, find, parse, readings,
};
use proptest::prelude::*;

fn context() -> Context {
    Context { date: "2025-08-16".parse().ok() }
}

fn first(text: &str) -> Value {
    find(text, Span::new(0, text.len()), &context()).into_iter().next().unwrap().readings.remove(0)
}

fn judge(text: &str, op: Op, claim: &str) -> Agreement {
    compare(&first(text), op, &parse(claim).unwrap()).agreement
}

fn eq(text: &str, claim: &str) -> Agreement {
    judge(text, Op::Equal, claim)
}

fn about(text: &str, claim: &str) -> Agreement {
    judge(text, Op::About, claim)
}

use Agreement::{Conflict, Imprecise, Supported, Unrelated};

#[test]
fn approximate_claims_go_by_the_number_named() {
    assert_eq!(about("two hours and 40 minutes", "3 hours"), Supported);
    assert_eq!(about("nearly three hours", "3 hours"), Supported);
    assert_eq!(about("About two and a half hours", "3 hours"), Imprecise);
    assert_eq!(about("two hours", "3 hours"), Conflict);
    assert_eq!(about("five-hour", "3 hours"), Conflict);
    assert_eq!(about("four hours", "3 hours"), Conflict);
    assert_eq!(about("several hours", "3 hours"), Imprecise);
    assert_eq!(about("180 minutes", "3 hours"), Supported);
    assert_eq!(about("more than two hours", "3 hours"), Imprecise);
    assert_eq!(about("less than two hours", "3 hours"), Conflict);
    assert_eq!(about("two to three hours", "3 hours"), Supported);
    assert_eq!(about("about $250", "$210"), Imprecise);
    assert_eq!(about("$412", "$210 a year"), Conflict);
    assert_eq!(about("$17.50 a month", "$210 a year"), Supported);
    assert_eq!(about("About 430,000 people", "331,000"), Conflict);
}

#[test]
fn equal_claims_go_by_the_set() {
    assert_eq!(eq("eight visits", "8"), Supported);
    assert_eq!(eq("nine visits", "8"), Conflict);
    assert_eq!(eq("61,000 fans", "61,284"), Supported);
    assert_eq!(eq("61,824 fans", "61,284"), Conflict);
    assert_eq!(eq("upwards of 30,000 fans", "61,284"), Imprecise);
    assert_eq!(eq("more than 60,000 fans", "61,284"), Supported);
    assert_eq!(eq("as many as six properties", "6"), Supported);
    assert_eq!(eq("inside 30 minutes", "12 minutes"), Imprecise);
    assert_eq!(eq("Over 28%", "27.4%"), Imprecise);
    assert_eq!(eq("No fewer than seventeen lots", "7"), Conflict);
    assert_eq!(eq("just under $40 million", "$38 million"), Supported);
    assert_eq!(eq("1,150 m", "1,150 feet"), Conflict);
    assert_eq!(eq("350 metres", "1,150 feet"), Supported);
    assert_eq!(eq("3 percent", "3 percentage points"), Conflict);
    assert_eq!(eq("a quarter of a percentage point", "0.25 percentage points"), Supported);
    assert_eq!(eq("$38.4 billion", "$38.4 million"), Conflict);
    assert_eq!(eq("£38.4 million", "$38.4 million"), Unrelated);
    assert_eq!(eq("half a dozen", "6"), Supported);
    assert_eq!(eq("nine in ten", "91.2%"), Supported);
    assert_eq!(eq("dozens of people", "47"), Supported);
    assert_eq!(eq("more than 12 years", "11.92 years"), Imprecise);
    assert_eq!(eq("between 20 and 30 people", "25"), Supported);
}

#[test]
fn dates_compare_at_the_coarser_precision() {
    assert_eq!(eq("Friday", "15 August 2025"), Supported);
    assert_eq!(eq("2025", "15 August 2025"), Supported);
    assert_eq!(eq("Aug. 16", "15 August 2025"), Conflict);
    assert_eq!(eq("early August", "15 August 2025"), Imprecise);
    assert_eq!(eq("over a decade ago", "September 2013"), Supported);
    assert_eq!(eq("last month", "15 August 2025"), Conflict);
    assert_eq!(eq("the 1990s", "1999"), Supported);
    let claim = parse("15 August 2025").unwrap();
    let undated = find("Friday", Span::new(0, 6), &Context::default());
    assert_eq!(compare(&undated[0].readings[0], Op::Equal, &claim).agreement, Unrelated);
}

#[test]
fn inequalities_and_tolerances() {
    assert_eq!(judge("four hours", Op::Greater, "3 hours"), Supported);
    assert_eq!(judge("two hours", Op::Greater, "3 hours"), Conflict);
    assert_eq!(judge("less than two hours", Op::Less, "3 hours"), Supported);
    assert_eq!(eq("2.5 hours", "3 hours ± 20 min"), Conflict);
    assert_eq!(eq("2 h 45 min", "3 hours ± 20 min"), Supported);
    assert_eq!(eq("two hours", "3 hours ± 20 min"), Conflict);
    assert_eq!(eq("three hours", "2.5..3.5 hours"), Supported);
    assert_eq!(judge("eight visits", Op::NotEqual, "8"), Conflict);
}

#[test]
fn times_ages_and_scores() {
    let (from, to) = (first("at 11:26"), first("about 2:10"));
    assert_eq!(between(&from, &to).unwrap().describe(), "about 2 h 44 min (2 h 29 min to 2 h 59 min)");
    let Value::Date(birth) = parse("14 September 2003").unwrap() else { panic!() };
    assert_eq!(age_on(&birth, "2025-08-16".parse().unwrap()), Some((21, 21)));
    assert_eq!(
        age_on(&DateSet { from: "2003-01-01".parse().ok(), ..birth.clone() }, "2026-01-01".parse().unwrap()),
        Some((22, 23))
    );
    assert!(elapsed(&birth, "2025-08-16".parse().unwrap()).is_some());
    assert_eq!(eq("lost 1-3", "3-1"), Conflict);
    assert_eq!(eq("won 3–1", "3-1"), Supported);
    assert_eq!(eq("11:26 a.m. local time", "11:26"), Supported);
}

#[test]
fn names_and_codes_are_no_values() {
    for text in [
        "the G-20",
        "a Boeing 747",
        "Title 42",
        "Channel 4",
        "on 7th Street",
        "an iPhone 15",
        "Article 5",
        "Route 66",
        "Apollo 11",
        "Covid-19",
        "call 555-1212",
        "https://example.com/2013/09",
        "ISSN 1234-5678",
        "No. 10 Downing Street",
        "order 60040714",
        "said so.[12]",
        "the Group of 20",
        "a 4:3 screen",
        "v2.0.1",
        "@dreaming_70",
    ] {
        let found = find(text, Span::new(0, text.len()), &context());
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn absurd_numbers_say_nothing() {
    for text in [
        "10^400 km",
        "999999999999999999999999999999999999999 hours",
        "1e+9999",
        "9 quintillion quintillion quintillion",
        "99999999999999999 centuries ago",
        "in 10000 decades",
        "31 February 2020",
    ] {
        let found = find(text, Span::new(0, text.len()), &context());
        for mention in found {
            for value in mention.readings {
                let _ = (
                    value.print(),
                    value.describe(),
                    compare(&value, Op::Equal, &value),
                    compare(&value, Op::About, &value),
                );
            }
        }
    }
}

const PIECES: &[&str] = &[
    "three",
    "hours",
    " ",
    "-",
    "2",
    "half",
    "a",
    "and",
    "nearly",
    "$",
    "1.4",
    "bn",
    "million",
    "percent",
    "points",
    "Aug.",
    "15",
    ",",
    "2025",
    "last",
    "ago",
    "week",
    "to",
    "from",
    "between",
    "years",
    "old",
    "11:26",
    "p.m.",
    "..",
    "±",
    "°C",
    "km",
    "/",
    "h",
    "^",
    "10",
    "999999999999999999999999999",
    "½",
    "first",
    "of",
    "the",
    "Q3",
    "'",
    "s",
    "1990",
    "twenty",
    "-one",
    "\n\n",
    "é",
    "日本",
    "🙂",
    "thousand",
    "dozen",
    "fifths",
    "over",
    "next",
    "Friday",
    "Easter",
    "quarter",
    "quadrillion",
    "th",
    "e+",
    "years old",
    "pounds",
    "decades",
    "seconds",
    "9999",
    "79228162514264337593543950335",
    "cents",
    "feet",
];

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
        run(&text);
    }

    #[test]
    fn any_mixture_is_read_without_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14), spaced in any::<bool>()) {
        run(&pieces.join(if spaced { " " } else { "" }));
    }

    #[test]
    fn print_reads_back(number in 0u64..2_000_000, places in 0u32..3, unit in prop::sample::select(vec!["", "%", " hours", " km", " years old", " dollars", " percentage points", " minutes", " pounds", " million", " billion euros", " mph", " °C", " days"])) {
        let text = if places == 0 { format!("{number}{unit}") } else { format!("{}.{:0w$}{unit}", number / 100, number % 10u64.pow(places), w = places as usize) };
        for value in readings(&text) {
            let printed = value.print();
            prop_assert_eq!(parse(&printed), Some(value.clone()), "{} → {:?} → {}", text, value, printed);
        }
    }

    #[test]
    fn tolerances_print_and_read_back(
        center in 1u32..5_000,
        spread in 1u32..300,
        units in prop::sample::select(vec![
            ("hours", "min"), ("hours", "hours"), ("minutes", "seconds"), ("days", "hours"), ("weeks", "days"),
            ("km", "m"), ("metres", "cm"), ("miles", "feet"), ("kg", "g"), ("tonnes", "kg"), ("%", "percentage points"),
            ("%", "%"), ("hours", "%"), ("", ""), ("years", "months"), ("acres", "hectares"),
        ]),
        tenths in any::<bool>(),
    ) {
        let number = if tenths { format!("{}.{}", center / 10, center % 10) } else { center.to_string() };
        for text in [format!("{number} {} ± {spread} {}", units.0, units.1), format!("{number}..{} {}", center + spread, units.0), format!("{number} {}..", units.0)] {
            if let Some(value) = parse(&text) {
                prop_assert_eq!(parse(&value.print()), Some(value.clone()), "{} → {:?} → {}", text, value, value.print());
            }
        }
    }

    #[test]
    fn hedges_print_and_read_back(number in 1u32..100_000, hedge in prop::sample::select(vec!["about", "nearly", "more than", "at least", "less than", "up to", "~"]), unit in prop::sample::select(vec!["", "hours", "km", "%", "years old", "million", "people"])) {
        let text = format!("{hedge} {number} {unit}");
        for value in readings(&text) {
            prop_assert!(readings(&value.print()).contains(&value), "{} → {:?} → {}", text, value, value.print());
        }
    }

    #[test]
    fn scores_times_and_places_print_and_read_back(one in 0u8..60, two in 0u8..60, form in 0..3) {
        let text = match form {
            0 => format!("{one}-{two}"),
            1 => format!("{:02}:{two:02}", one % 24),
            _ => format!("{}th", u32::from(one) + 4),
        };
        if let Some(value) = parse(&text) {
            prop_assert!(readings(&value.print()).contains(&value), "{} → {:?} → {}", text, value, value.print());
        }
    }

    #[test]
    fn dates_print_and_read_back(year in 1000i16..2900, month in 1i8..=12, day in 1i8..=28, form in 0..5) {
        let text = match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("year {year}"),
            3 => format!("{year}-{month:02}-{day:02}..{}-{month:02}-{day:02}", year + 7),
            _ => format!("{}s", year / 10 * 10),
        };
        if let Some(value @ Value::Date(_)) = parse(&text) {
            prop_assert!(readings(&value.print()).contains(&value), "{} → {:?} → {}", text, value, value.print());
        }
    }

    #[test]
    fn units_round_trip(number in 1u32..100_000, pair in prop::sample::select(vec![("hours", "minutes"), ("km", "miles"), ("feet", "metres"), ("pounds", "kg"), ("°C", "°F"), ("acres", "hectares"), ("years", "days")])) {
        let (one, two) = (parse(&format!("{number} {}", pair.0)).unwrap(), parse(&format!("1 {}", pair.1)).unwrap());
        let there = one.converted_like(&two).unwrap();
        let back = there.converted_like(&one).unwrap();
        let (Value::Amount(one), Value::Amount(back)) = (&one, &back) else { panic!() };
        prop_assert!((one.nominal - back.nominal).abs() < rust_decimal::Decimal::new(1, 6));
    }

    #[test]
    fn widening_never_turns_support_into_conflict(number in 1i64..100_000, claim in 1i64..100_000, unit in prop::sample::select(vec!["", " hours", "%", " km"]), op in prop::sample::select(vec![Op::Equal, Op::About])) {
        let claim = parse(&format!("{claim}{unit}")).filter(|value| matches!(value, Value::Amount(_)));
        let value = |hedge: &str| readings(&format!("{hedge}{number}{unit}")).into_iter().find(|value| matches!(value, Value::Amount(_)));
        if let (Some(claim), Some(bare), Some(wide)) = (claim, value(""), value("about "))
            && compare(&bare, op, &claim).agreement == Supported
        {
            prop_assert_ne!(compare(&wide, op, &claim).agreement, Conflict);
        }
    }

    #[test]
    fn equal_values_agree_both_ways(one in 1i64..5000, two in 1i64..5000, unit in prop::sample::select(vec!["", " hours", "%", " dollars"])) {
        let value = |number: i64| readings(&format!("{number}{unit}")).into_iter().find(|value| matches!(value, Value::Amount(_)));
        if let (Some(one), Some(two)) = (value(one), value(two)) {
            let there = compare(&one, Op::Equal, &two).agreement;
            let back = compare(&two, Op::Equal, &one).agreement;
            // Support one way is never a conflict the other way.
            prop_assert!(!(there == Supported && back == Conflict));
            prop_assert_eq!(compare(&one, Op::Equal, &one).agreement, Supported);
        }
    }
}

fn run(text: &str) {
    let mentions = find(text, Span::new(0, text.len()), &context());
    let mut end = 0;
    for mention in mentions {
        assert!(mention.span.start >= end && mention.span.end <= text.len() && mention.span.contains(mention.core));
        assert!(!mention.readings.is_empty() && text.get(mention.span.range()).is_some());
        end = mention.span.end;
        for value in &mention.readings {
            let _ = (value.print(), value.describe());
            for op in [Op::Equal, Op::About, Op::Less, Op::NotEqual] {
                let _ = compare(value, op, value);
            }
        }
    }
    let _ = readings(text);
}

#[test]
fn recognizers_cases_are_there_or_skipped() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/recognizers");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no ../shared/data/recognizers");
        return;
    };
    // Nothing in them makes the finder panic, and every span fits its text.
    for file in files.flatten() {
        if file.path().extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(file.path()).unwrap_or_default();
            let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap_or_default();
            for case in cases {
                run(case["Input"].as_str().unwrap_or(""));
            }
        }
    }
}
