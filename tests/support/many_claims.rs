//! Rule files of any size, for the benchmark and the tests of large rule bases.

use std::sync::Arc;

/// `claims` claims over 20 files: offices, amounts, counts, selectors, sentences, and the entities they speak of.
pub fn sources(claims: usize) -> Vec<(String, Arc<str>)> {
    (0..20).map(|file| (format!("rules/file-{file}.yaml"), Arc::from(text(file, claims / 20)))).collect()
}

fn text(file: usize, claims: usize) -> String {
    let mut text = format!("factlint: 1\ntitle: File {file}\nas_of: 2026-01-01\nsource: Bench\nentities:\n");
    for at in 0..claims / 5 {
        text += &format!("  town-{file}-{at}: {{name: Town{file}x{at}, kind: place, in: country-{file}}}\n");
        text +=
            &format!("  mayor-{file}-{at}: {{name: Ada Mayor{file}x{at}, kind: person, also: [Mayor{file}x{at}]}}\n");
    }
    text += &format!("  country-{file}: {{name: Country{file}, kind: place}}\nclaims:\n");
    for at in 0..claims / 5 {
        let town = format!("Town{file}x{at}");
        text += &format!(
            "  - {{id: mayor-{at}, claim: 'mayor of {town} = Ada Mayor{file}x{at}, 2016-01-04..2024-02-02'}}\n"
        );
        text +=
            &format!("  - {{id: population-{at}, claim: '{town} population = {},{:03}'}}\n", 1 + at % 90, at % 1000);
        text += &format!("  - id: visits-{at}\n    claim: number of visits to {town} since 1999 = {}\n", at % 50);
        text += &format!("  - id: last-{at}\n    claim: last president to visit {town} = Obama, 20{:02}\n", at % 25);
        text += &format!(
            "  - id: flood-{at}\n    claim: Mayor{file}x{at} opened the bridge in {town} on 4 February 2026\n"
        );
    }
    text
}
