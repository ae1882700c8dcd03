//! One rule file → its raw rules, with the places of every word.

use super::problem::Problem;
use super::yaml::{self, ScalarId, Tree};
use super::{claim::ClaimError, raw, shape};
use crate::span::Span;
use std::sync::Arc;

/// A rule file after the typed pass, before its words are understood.
#[derive(Debug)]
pub struct RawFile {
    pub index: usize,
    pub path: String,
    pub stem: String,
    pub text: Arc<str>,
    pub tree: Tree,
    pub raw: raw::File,
    pub problems: Vec<Problem>,
}

/// Reads the file numbered `index`. Problems are kept with what is good.
pub fn read(index: usize, path: &str, text: &Arc<str>) -> RawFile {
    let (tree, mut problems) = yaml::read(path, text);
    let mut file = raw::File::default();
    if let Some(root) = &tree.root {
        let (conforming, found) = shape::conform(path, text, &tree, root);
        problems.extend(found);
        if let Some(node) = conforming {
            match yaml::typed(&tree, &node) {
                Ok(typed) => file = typed,
                Err(message) => problems.push(Problem::error(
                    "unreadable",
                    path,
                    Span::new(node.span.start, node.span.start),
                    "This file has a shape that rules cannot have.",
                    message,
                )),
            }
        }
    }
    RawFile { index, path: path.to_owned(), stem: stem(path), text: text.clone(), tree, raw: file, problems }
}

impl RawFile {
    pub fn text(&self, id: ScalarId) -> &str {
        self.tree.text(id)
    }

    /// The words of a scalar, without quotation marks.
    pub fn words(&self, id: ScalarId) -> Span {
        self.tree.words(&self.text, id)
    }

    /// A problem at the words of a scalar.
    pub fn problem(
        &self,
        code: &'static str,
        id: ScalarId,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Problem {
        Problem::error(code, &self.path, self.words(id), message, label)
    }

    /// A mistake inside a scalar as a problem of this file.
    pub fn inside(&self, id: ScalarId, error: ClaimError) -> Problem {
        let span = self.tree.locate(&self.text, id, error.span);
        Problem::error(error.code, &self.path, span, error.message, error.label).maybe_help(error.help)
    }
}

/// The file name without its ending.
pub fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    stem.to_owned()
}
