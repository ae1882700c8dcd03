//! Rule files: whatever they hold, problems point into them, and what is good can be checked.

#![no_main]

use factlint::rulebook::{self, consistency};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let text: Arc<str> = text.into();
    let (rulebook, mut problems) = rulebook::load(&[("rules.yaml".to_owned(), text.clone())]);
    problems.extend(consistency::check(&rulebook, None));
    for problem in problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some());
    }
});
