//! Which elements of a page are its article, by element, attribute and class name.

use super::tokens::Attributes;

/// What an element means for the text inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Read,
    /// Never shown, or never part of an article.
    Skip,
    /// `<head>`: only `<title>` can be read.
    Head,
    /// The head of a page: only its headline is read.
    Header,
    /// `<h1>`.
    Headline,
    /// Read, but a class name says that it is a byline, a share button or the like.
    NamedFurniture,
}

/// The role of an element.
pub fn role(name: &str, attributes: &Attributes) -> Role {
    match name {
        "head" => return Role::Head,
        "header" => return Role::Header,
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "audio" | "video"
        | "canvas" | "select" | "button" | "form" | "nav" | "textarea" | "dialog" | "footer" | "aside" | "menu"
        | "del" | "s" | "strike" | "code" | "kbd" | "samp" | "map" | "datalist" | "rp" | "rt" => return Role::Skip,
        _ => {}
    }
    let says =
        |key: &str, value: &str| attributes.get(key).is_some_and(|found| found.trim().eq_ignore_ascii_case(value));
    let style: String = attributes.get("style").map(|style| style.split_whitespace().collect()).unwrap_or_default();
    if attributes.contains_key("hidden")
        || says("aria-hidden", "true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
    {
        return Role::Skip;
    }
    const LANDMARKS: [&str; 5] = ["navigation", "banner", "contentinfo", "complementary", "search"];
    if LANDMARKS.iter().any(|role| says("role", role)) {
        return Role::Skip;
    }
    if name == "h1" {
        return Role::Headline;
    }
    let names = ["class", "id", "data-testid"].iter().filter_map(|key| attributes.get(*key));
    let furniture = names.flat_map(|words| words.split_whitespace()).any(is_furniture_name) || (name == "address");
    match (furniture, is_block(name)) {
        (true, true) if !matches!(name, "html" | "body" | "main" | "article") => Role::NamedFurniture,
        (true, false) => Role::Skip,
        _ if says("rel", "author") && name != "a" => Role::NamedFurniture,
        _ => Role::Read,
    }
}

/// `byline`, `share-tools`, `article__related`, `sr-only` — but not `has-sidebar` or `no-comments`.
fn is_furniture_name(class: &str) -> bool {
    const WHOLE: [&str; 12] = [
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "author-bio",
        "author-box",
        "about-author",
        "read-more",
        "ad-slot",
        "ad",
        "ads",
        "tags",
        "menu",
    ];
    const WORDS: [&str; 25] = [
        "byline",
        "share",
        "sharing",
        "social",
        "related",
        "newsletter",
        "signup",
        "subscribe",
        "promo",
        "advert",
        "advertisement",
        "sidebar",
        "comments",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "recirc",
        "recommended",
        "outbrain",
        "taboola",
        "copyright",
        "paywall",
        "navigation",
        "pagination",
    ];
    let class = class.to_ascii_lowercase();
    if WHOLE.contains(&class.as_str()) {
        return true;
    }
    let words: Vec<&str> = class.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    let about_page = matches!(
        words.first(),
        Some(&("has" | "no" | "with" | "is" | "single" | "tag" | "category" | "hide" | "without" | "post"))
    );
    !about_page && words.iter().any(|word| WORDS.contains(word))
}

/// Elements that begin a line of their own.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "caption"
            | "option"
            | "video"
            | "iframe"
            | "noscript"
    )
}

/// Elements that hold nothing.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names() {
        for class in
            ["byline", "article-byline", "share-tools", "c-share__list", "related_stories", "sr-only", "author-bio"]
        {
            assert!(is_furniture_name(class), "{class}");
        }
        for class in ["has-sidebar", "no-comments", "article-body", "story", "tag-social", "author", "shared"] {
            assert!(!is_furniture_name(class), "{class}");
        }
    }
}
