//! Rule files: whatever they hold, problems point into them and can be drawn, and what is good can be checked.

#![no_main]

use factlint::report::{Style, terminal};
use factlint::rulebook::{self, consistency};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let text: Arc<str> = text.into();
    let sources = [("rules.yaml".to_owned(), text.clone())];
    let (rulebook, mut problems) = rulebook::load(&sources);
    problems.extend(consistency::check(&rulebook, None));
    terminal::troubles(&problems, &sources, &[], &Style { width: 80, colour: false, narrate: false });
    for problem in problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some());
    }
});
