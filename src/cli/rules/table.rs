//! Columns of text.

use unicode_width::UnicodeWidthStr;

/// Rows under headings, each column as wide as its widest cell, at most `widest`.
pub fn table(headings: &[&str], rows: &[Vec<String>], widest: usize) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|heading| heading.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width()).min(widest);
        }
    }
    let mut text = line(headings.iter().map(|heading| (*heading).to_owned()), &widths, widest);
    text += &line(widths.iter().map(|width| "-".repeat(*width)), &widths, widest);
    for row in rows {
        text += &line(row.iter().cloned(), &widths, widest);
    }
    text
}

fn line(cells: impl Iterator<Item = String>, widths: &[usize], widest: usize) -> String {
    let mut text = String::new();
    for (cell, width) in cells.zip(widths) {
        let cell = cut(&cell, widest);
        let blank = width.saturating_sub(cell.width());
        text += &cell;
        text += &" ".repeat(blank + 2);
    }
    text.trim_end().to_owned() + "\n"
}

fn cut(cell: &str, widest: usize) -> String {
    if cell.width() <= widest {
        return cell.to_owned();
    }
    let mut cut: String = cell.chars().take(widest.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
