//! What a claim prints as parses to the same claim.

#![no_main]

use factlint::rulebook::NameIndex;
use factlint::rulebook::claim::{parse, print};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let names = NameIndex::default();
    if let Ok(claim) = parse::parse(text, &names) {
        let printed = print::print(&claim);
        let again = parse::parse(&printed, &names).expect("what was printed parses");
        assert_eq!(print::print(&again), printed);
        assert_eq!(print::skeleton(&again), print::skeleton(&claim));
    }
});
