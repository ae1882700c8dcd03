//! Columns of text.

use crate::report::excerpt::{width, wrap};

/// What lies between two columns.
const GAP: usize = 2;

/// Rows under headings; columns without any words are left out. Where lines would be longer than `columns`, each row
/// stands on lines of its own instead: cut words help nobody.
pub fn table(headings: &[&str], rows: &[Vec<String>], columns: usize) -> String {
    let cell = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| width(cell));
    let used: Vec<usize> =
        (0..headings.len()).filter(|at| *at == 0 || rows.iter().any(|row| cell(row, *at) > 0)).collect();
    let widths: Vec<usize> = used
        .iter()
        .map(|at| rows.iter().map(|row| cell(row, *at)).chain([width(headings[*at])]).max().unwrap_or_default())
        .collect();
    if widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1) > columns {
        return rows.iter().map(|row| stacked(headings, row, columns)).collect();
    }
    let line = |cells: Vec<&str>| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
        cells.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned() + "\n"
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let mut text = line(used.iter().map(|at| headings[*at]).collect());
    text += &line(rule.iter().map(String::as_str).collect());
    for row in rows {
        text += &line(used.iter().map(|at| row.get(*at).map_or("", String::as_str)).collect());
    }
    text
}

/// The first cell, the second below it, and what else there is with its heading.
fn stacked(headings: &[&str], row: &[String], columns: usize) -> String {
    let mut lines = row.first().map_or(String::new(), |first| format!("{first}\n"));
    if let Some(second) = row.get(1) {
        lines += &wrap(second, columns, "  ", "    ");
    }
    let others = headings.iter().zip(row).skip(2).filter(|(_, cell)| !cell.is_empty());
    let others: Vec<String> = others.map(|(heading, cell)| format!("{heading}: {cell}")).collect();
    if !others.is_empty() {
        lines += &wrap(&others.join("; "), columns, "  ", "    ");
    }
    lines
}

fn padded(cell: &str, columns: usize) -> String {
    let blank = columns.saturating_sub(width(cell));
    cell.to_owned() + &" ".repeat(blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_do_not_fit_stand_on_their_own_lines() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let rows = [row(["a/one", "the claim is long", "", "2026"]), row(["b/two", "short", "", ""])];
        let headings = ["id", "claim", "source", "as of"];
        let wide = "id     claim              as of\n-----  -----------------  -----\n\
                    a/one  the claim is long  2026\nb/two  short\n";
        assert_eq!(table(&headings, &rows, 80), wide);
        assert_eq!(table(&headings, &rows, 20), "a/one\n  the claim is long\n  as of: 2026\nb/two\n  short\n");
    }
}
