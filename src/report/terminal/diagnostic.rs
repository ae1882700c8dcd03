//! A drawing: what miette draws, and the source code that shows it a window instead of a whole paragraph.

use crate::file::Place;
use crate::report::Style;
use crate::report::excerpt::Excerpt;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    NarratableReportHandler, Severity, SourceCode, SourceSpan, SpanContents,
};
use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Level { #[default] Error, Warning, Advice }

/// One report, with the halves that belong to it.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    pub level: Level,
    pub code: Option<String>,
    pub message: String,
    pub excerpt: Option<Excerpt>,
    /// Short words under the mark.
    pub label: Option<String>,
    pub help: Option<String>,
    pub related: Vec<Drawing>,
}

impl Drawing {
    /// The drawing in lines; in plain words where the style asks for narration.
    pub fn draw(&self, style: &Style) -> String {
        let mut out = String::new();
        let drawn = if style.narrate {
            NarratableReportHandler::new().with_context_lines(1).render_report(&mut out, self)
        } else {
            let theme = if style.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
            GraphicalReportHandler::new_themed(theme)
                .with_width(style.width)
                .with_links(false)
                .with_show_related_as_nested(true)
                .without_syntax_highlighting()
                .render_report(&mut out, self)
        };
        // Writing to a string cannot fail; should a frame not be drawable, its words are still told.
        match drawn {
            Err(_) => format!("{}\n", self.message),
            Ok(()) if style.narrate => tidy(&self.with_true_columns(out)),
            Ok(()) => tidy(&out),
        }
    }

    /// The narration counts columns in the window; a person wants them as they are in the file.
    fn with_true_columns(&self, mut told: String) -> String {
        if let Some(excerpt) = &self.excerpt {
            let chars = |range: &str| range.chars().count();
            let before = chars(excerpt.text.get(..excerpt.mark.start).unwrap_or(""));
            let length = chars(excerpt.text.get(excerpt.mark.clone()).unwrap_or(""));
            let Place { line, column } = excerpt.place;
            let in_window = format!("label at line {line}, columns {} to {}", before + 1, before + length);
            told = told.replacen(
                &in_window,
                &format!("label at line {line}, columns {column} to {}", column + length.saturating_sub(1)),
                1,
            );
        }
        self.related.iter().fold(told, |told, related| related.with_true_columns(told))
    }
}

/// Without white space at line ends and without a blank first line.
fn tidy(drawn: &str) -> String {
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |last| last + 1);
    let mut out = lines.get(first..last).unwrap_or(&[]).join("\n");
    out.push('\n');
    out
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Advice => Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        let label = LabeledSpan::new_primary_with_span(self.label.clone(), excerpt.mark.clone());
        Some(Box::new(std::iter::once(label)))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        if self.related.is_empty() {
            return None;
        }
        Some(Box::new(self.related.iter().map(|drawing| drawing as &dyn Diagnostic)))
    }
}

impl SourceCode for Excerpt {
    /// The window, with the line and column it has in its file. Asked for the words alone, their own place.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, length) = (span.offset(), span.len());
        let end = start.checked_add(length).filter(|end| *end <= self.text.len()).ok_or(MietteError::OutOfBounds)?;
        let words = self.text.get(start..end).ok_or(MietteError::OutOfBounds)?;
        let line = self.place.line.saturating_sub(1);
        let column = self.place.column.saturating_sub(1);
        let (data, at, column) = if context_lines_before == 0 {
            (words, start, column)
        } else {
            let before = self.text.get(..self.mark.start).unwrap_or("").chars().count();
            (self.text.as_str(), 0, column.saturating_sub(before))
        };
        let contents =
            MietteSpanContents::new_named(self.name.clone(), data.as_bytes(), (at, data.len()).into(), line, column, 1);
        Ok(Box::new(contents))
    }
}
