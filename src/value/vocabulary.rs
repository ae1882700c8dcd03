//! The words of values, read once from the data files: numbers, units, currencies, hedges, calendar.

use super::{Dimension, Hedge};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// The vocabulary, built on first use.
pub fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(Vocabulary::load)
}

/// What single words and phrases mean for values.
#[derive(Default)]
pub struct Vocabulary {
    ids: HashMap<Box<str>, u16, BuildHasherDefault<Fnv>>,
    pub words: Vec<Word>,
    /// The words in lower case, by id.
    lower: Vec<Box<str>>,
    pub units: Vec<UnitDef>,
    pub unit_phrases: Phrases<usize>,
    pub unit_symbols: Phrases<usize>,
    pub currency_names: Phrases<Coin>,
    pub currency_prefixes: Phrases<Coin>,
    pub currency_codes: Vec<String>,
    pub hedges_before: Phrases<HedgeWord>,
    pub hedges_after: Phrases<HedgeWord>,
    pub vague: Phrases<[i64; 3]>,
    pub holidays: Phrases<usize>,
    pub holiday_rules: Vec<HolidayRule>,
    pub zones: Phrases<()>,
}

/// The senses of one word; all empty for words that are only parts of phrases.
#[derive(Clone, Default, Debug)]
pub struct Word {
    pub cardinal: Option<i64>,
    pub ordinal: Option<i64>,
    pub scale: Option<i64>,
    /// "hundredth", "millionths".
    pub scale_ordinal: Option<i64>,
    /// "fifths": an ordinal in the plural, only a denominator.
    pub plural: bool,
    pub abbreviation: Option<i64>,
    pub group: Option<i64>,
    /// "A trio of": how many these are.
    pub set: Option<i64>,
    pub multiplier: Option<i64>,
    pub month: Option<i8>,
    pub weekday: Option<i8>,
    pub season: Option<(i8, i8)>,
    pub decade: Option<i16>,
    /// A number after it is part of a name, where it is capitalised.
    pub names: bool,
    /// An ordinal before it is part of a name, where it is capitalised.
    pub street: bool,
    /// Values can start here.
    pub start: bool,
    /// Values start here only with a starting word or digits behind it: "the", "a", "in".
    pub lead: bool,
    /// Part of dates: months, weekdays, seasons, units of the calendar, holidays, relative words.
    pub dated: bool,
    /// A hedge can start here.
    pub hedge: bool,
    /// A unit of the calendar, in singular or plural.
    pub calendar: Option<&'static str>,
}

pub struct UnitDef {
    pub id: &'static str,
    pub dimension: Dimension,
    pub factor: Decimal,
    pub offset: Option<Decimal>,
    /// The same words may mean this unit too.
    pub also: Option<usize>,
    /// The unit's word is as often a thing to count.
    pub noun: bool,
    /// Singular and plural for people.
    pub show: [String; 2],
    /// Words and symbols that read back as this unit, the usual first.
    pub print: Vec<String>,
}

/// A currency's word: code and how many of it make a whole.
#[derive(Clone, Debug)]
pub struct Coin {
    pub currency: usize,
    pub divisor: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HedgeWord {
    Hedge(Hedge),
    /// Says nothing by itself.
    Skip,
}

/// How a holiday's day is found in a year.
#[derive(Deserialize, Clone, Copy, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct HolidayRule {
    pub month: i8,
    pub day: i8,
    pub weekday: i8,
    pub nth: i8,
    pub plus: i64,
    pub easter: Option<i64>,
}

/// Phrases by their first word, the longest first.
pub struct Phrases<T>(Vec<Vec<Phrase<T>>>);

pub struct Phrase<T> {
    pub words: Vec<u16>,
    /// The words as written, where case counts.
    pub exact: Option<String>,
    pub means: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Phrases<T> {
    /// The phrases that start with this word, the longest first.
    pub fn starting(&self, word: u16) -> &[Phrase<T>] {
        self.0.get(usize::from(word)).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, words: Vec<u16>, exact: Option<String>, means: T) {
        if let Some(&first) = words.first() {
            let first = usize::from(first);
            if self.0.len() <= first {
                self.0.resize_with(first + 1, Vec::new);
            }
            let phrases = &mut self.0[first];
            let at = phrases.iter().position(|p| p.words.len() < words.len()).unwrap_or(phrases.len());
            phrases.insert(at, Phrase { words, exact, means });
        }
    }
}

impl Vocabulary {
    /// The id of a word or mark in any case; 0 for unknown ones.
    pub fn id(&self, word: &str) -> u16 {
        let mut lower = [0u8; 24];
        if word.is_ascii() {
            let Some(buffer) = lower.get_mut(..word.len()) else { return 0 };
            buffer.copy_from_slice(word.as_bytes());
            buffer.make_ascii_lowercase();
            return std::str::from_utf8(buffer).ok().and_then(|w| self.ids.get(w)).copied().unwrap_or(0);
        }
        if word.len() > 48 {
            return 0;
        }
        self.ids.get(word.to_lowercase().as_str()).copied().unwrap_or(0)
    }

    pub fn word(&self, id: u16) -> &Word {
        static NONE: Word = Word {
            cardinal: None,
            ordinal: None,
            scale: None,
            scale_ordinal: None,
            plural: false,
            abbreviation: None,
            group: None,
            set: None,
            multiplier: None,
            month: None,
            weekday: None,
            season: None,
            decade: None,
            names: false,
            street: false,
            start: false,
            lead: false,
            dated: false,
            hedge: false,
            calendar: None,
        };
        self.words.get(usize::from(id)).unwrap_or(&NONE)
    }

    /// A word in lower case by its id; empty for unknown ones.
    pub fn lower(&self, id: u16) -> &str {
        self.lower.get(usize::from(id)).map_or("", |word| word)
    }

    fn load() -> Self {
        let mut new = Vocabulary { words: vec![Word::default()], lower: vec!["".into()], ..Default::default() };
        new.load_numbers(read(include_str!("data/numbers.yaml")));
        new.load_units(read(include_str!("data/units.yaml")));
        new.load_currencies(read(include_str!("data/currencies.yaml")));
        new.load_hedges(read(include_str!("data/hedges.yaml")));
        new.load_calendar(read(include_str!("data/calendar.yaml")));
        new.load_names(read(include_str!("data/names.yaml")));
        new
    }

    fn load_numbers(&mut self, data: Numbers) {
        for (word, value) in data.cardinals {
            self.intern(&word).cardinal = Some(value);
            self.intern(&word).start = true;
        }
        for (word, value) in data.ordinals {
            self.intern(&word).ordinal = Some(value);
            self.intern(&word).start = true;
            // "seconds" count time.
            if value != 2 {
                let plural = self.intern(&format!("{word}s"));
                (plural.ordinal, plural.plural) = (Some(value), true);
            }
        }
        let quarter = self.intern("quarters");
        (quarter.ordinal, quarter.plural) = (Some(4), true);
        let half = self.intern("halves");
        (half.ordinal, half.plural) = (Some(2), true);
        for (word, value) in data.scales {
            self.intern(&word).scale = Some(value);
            self.intern(&word).start = true;
            self.intern(&format!("{word}th")).scale_ordinal = Some(value);
            let plural = self.intern(&format!("{word}ths"));
            (plural.scale_ordinal, plural.plural) = (Some(value), true);
            self.intern(&format!("{word}s"));
        }
        for (word, value) in data.abbreviations {
            self.intern(&word).abbreviation = Some(value);
        }
        for (word, value) in data.sets {
            self.intern(&word).set = Some(value);
            self.intern(&word).start = true;
        }
        for (word, value) in data.groups {
            self.intern(&word).group = Some(value);
            self.intern(&word).start = true;
        }
        for (word, value) in data.multipliers {
            self.intern(&word).multiplier = Some(value);
            self.intern(&word).start = true;
        }
        for (phrase, set) in data.vague {
            let words = self.phrase(&phrase, true);
            self.vague.add(words, None, set);
        }
    }

    fn load_units(&mut self, data: Vec<RawUnit>) {
        let also: Vec<Option<String>> = data.iter().map(|unit| unit.also.clone()).collect();
        for unit in data {
            let index = self.units.len();
            for name in &unit.names {
                let words = self.phrase(name, false);
                self.unit_phrases.add(words, None, index);
            }
            for symbol in &unit.symbols {
                let words = self.phrase(symbol, false);
                self.unit_symbols.add(words, Some(symbol.clone()), index);
            }
            let show = match (&unit.show, unit.dimension) {
                (Some(show), _) => [show.clone(), show.clone()],
                (None, Dimension::Time) => {
                    let find = |at: usize| unit.names.get(at).cloned().unwrap_or_else(|| unit.id.clone());
                    [find(0), find(1)]
                }
                _ => [unit.id.clone(), unit.id.clone()],
            };
            let symbol = unit.symbols.iter().find(|symbol| symbol.chars().count() > 1);
            let mut print: Vec<String> = unit.names.get(1).into_iter().chain(unit.names.first()).cloned().collect();
            if let Some(symbol) = symbol {
                print.insert(if unit.dimension == Dimension::Time { print.len() } else { 0 }, symbol.clone());
            }
            if print.is_empty() {
                print.push("degrees".to_string());
            }
            self.units.push(UnitDef {
                id: String::leak(unit.id),
                dimension: unit.dimension,
                factor: unit.factor.parse().unwrap_or(Decimal::ONE),
                offset: unit.offset.and_then(|text| text.parse().ok()),
                also: None,
                noun: unit.noun,
                show,
                print,
            });
        }
        for (index, also) in also.into_iter().enumerate() {
            let other = also.and_then(|id| self.units.iter().position(|unit| unit.id == id));
            if let Some(unit) = self.units.get_mut(index) {
                unit.also = other;
            }
        }
    }

    fn load_currencies(&mut self, data: Vec<RawCurrency>) {
        for raw in data {
            let currency = self.currency_codes.len();
            let coins = [(&raw.names, 1), (&raw.tenth, 10), (&raw.minor, 100), (&raw.tiny, 100_000_000)];
            for (names, divisor) in coins {
                for name in names {
                    let single = name.len() > 2 && name.chars().all(char::is_alphabetic);
                    let words = self.phrase(name, single);
                    self.currency_names.add(words, None, Coin { currency, divisor });
                }
            }
            for prefix in &raw.prefixes {
                let words = self.phrase(prefix, true);
                self.currency_prefixes.add(words, None, Coin { currency, divisor: 1 });
            }
            if !raw.prefixes.iter().any(|prefix| prefix.eq_ignore_ascii_case(&raw.code)) {
                let words = self.phrase(&raw.code, true);
                self.currency_prefixes.add(words, None, Coin { currency, divisor: 1 });
            }
            // "MEUR"
            self.intern(&format!("M{}", raw.code)).start = true;
            self.currency_codes.push(raw.code);
        }
    }

    fn load_hedges(&mut self, data: Hedges) {
        for (phrase, hedge) in data.before {
            let words = self.phrase(&phrase, false);
            if let Some(first) = words.first().and_then(|&first| self.words.get_mut(usize::from(first))) {
                first.hedge = true;
            }
            self.hedges_before.add(words, None, hedge.into());
        }
        for (phrase, hedge) in data.after {
            let words = self.phrase(&phrase, false);
            self.hedges_after.add(words, None, hedge.into());
        }
    }

    fn load_calendar(&mut self, data: Calendar) {
        for (names, month) in data.months.iter().zip(1..) {
            for name in names {
                self.intern(name).month = Some(month);
                self.intern(name).dated = true;
                self.intern(name).start = true;
            }
        }
        for (names, weekday) in data.weekdays.iter().zip(1..) {
            for name in names {
                self.intern(name).weekday = Some(weekday);
                self.intern(name).dated = true;
                self.intern(name).start = true;
            }
        }
        for (name, months) in data.seasons {
            self.intern(&name).season = Some(months);
            self.intern(&name).dated = true;
            self.intern(&name).start = true;
        }
        for (name, decade) in data.decades {
            self.intern(&name).decade = Some(decade);
            self.intern(&name).dated = true;
            self.intern(&name).start = true;
        }
        for word in data.starts {
            let word = self.intern(&word);
            (word.start, word.dated) = (true, true);
        }
        for word in data.leads {
            let word = self.intern(&word);
            (word.start, word.lead) = (true, true);
        }
        for word in data.known {
            self.intern(&word);
        }
        for (one, many) in CALENDAR {
            for word in [one, many] {
                let word = self.intern(word);
                (word.calendar, word.dated) = (Some(one), true);
            }
        }
        for holiday in data.holidays {
            let rule = self.holiday_rules.len();
            self.holiday_rules.push(holiday.on);
            for name in holiday.names {
                let words = self.phrase(&name, true);
                if let Some(first) = words.first().and_then(|&first| self.words.get_mut(usize::from(first))) {
                    first.dated = true;
                }
                self.holidays.add(words, None, rule);
            }
        }
        for zone in data.zones {
            let words = self.phrase(&zone, false);
            self.zones.add(words, None, ());
        }
    }

    fn load_names(&mut self, data: Names) {
        for word in data.capitalised {
            self.intern(&word).names = true;
        }
        for word in data.streets {
            self.intern(&word).street = true;
        }
    }

    /// The word's entry, made where it is new.
    fn intern(&mut self, word: &str) -> &mut Word {
        let next = u16::try_from(self.words.len()).unwrap_or(0);
        let id = *self.ids.entry(word.to_lowercase().into()).or_insert(next);
        if id == next {
            self.words.push(Word::default());
            self.lower.push(word.to_lowercase().into());
        }
        &mut self.words[usize::from(id)]
    }

    /// A phrase's words as ids, interned; `start` says that values can begin with it.
    fn phrase(&mut self, phrase: &str, start: bool) -> Vec<u16> {
        let pieces: Vec<String> = pieces(phrase);
        pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| {
                let word = self.intern(piece);
                word.start |= start && at == 0;
                self.id(piece)
            })
            .collect()
    }
}

/// Letters run together, marks alone: how the tokenizer cuts.
fn pieces(phrase: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in phrase.chars() {
        match c {
            c if c.is_whitespace() => in_word = false,
            c if c.is_alphabetic() => {
                match pieces.last_mut() {
                    Some(last) if in_word => last.push(c),
                    _ => pieces.push(c.to_string()),
                }
                in_word = true;
            }
            c => {
                pieces.push(c.to_string());
                in_word = false;
            }
        }
    }
    pieces
}

/// Units of the calendar.
const CALENDAR: [(&str, &str); 9] = [
    ("day", "days"),
    ("week", "weeks"),
    ("weekend", "weekends"),
    ("fortnight", "fortnights"),
    ("month", "months"),
    ("quarter", "quarters"),
    ("year", "years"),
    ("decade", "decades"),
    ("century", "centuries"),
];

/// The data files are part of the program; a test reads them strictly.
fn read<T: for<'de> Deserialize<'de> + Default>(yaml: &str) -> T {
    serde_yaml::from_str(yaml).unwrap_or_default()
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Numbers {
    cardinals: BTreeMap<String, i64>,
    ordinals: BTreeMap<String, i64>,
    scales: BTreeMap<String, i64>,
    abbreviations: BTreeMap<String, i64>,
    groups: BTreeMap<String, i64>,
    sets: BTreeMap<String, i64>,
    vague: BTreeMap<String, [i64; 3]>,
    multipliers: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnit {
    id: String,
    dimension: Dimension,
    factor: String,
    offset: Option<String>,
    also: Option<String>,
    #[serde(default)]
    noun: bool,
    show: Option<String>,
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCurrency {
    code: String,
    names: Vec<String>,
    prefixes: Vec<String>,
    minor: Vec<String>,
    #[serde(default)]
    tenth: Vec<String>,
    #[serde(default)]
    tiny: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[rustfmt::skip]
enum RawHedge { Exact, About, Nearly, MoreThan, AtLeast, LessThan, UpTo, Skip }

impl From<RawHedge> for HedgeWord {
    fn from(raw: RawHedge) -> Self {
        HedgeWord::Hedge(match raw {
            RawHedge::Exact => Hedge::Exact,
            RawHedge::About => Hedge::About,
            RawHedge::Nearly => Hedge::Nearly,
            RawHedge::MoreThan => Hedge::MoreThan,
            RawHedge::AtLeast => Hedge::AtLeast,
            RawHedge::LessThan => Hedge::LessThan,
            RawHedge::UpTo => Hedge::UpTo,
            RawHedge::Skip => return HedgeWord::Skip,
        })
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Hedges {
    before: BTreeMap<String, RawHedge>,
    after: BTreeMap<String, RawHedge>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Calendar {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    seasons: BTreeMap<String, (i8, i8)>,
    decades: BTreeMap<String, i16>,
    holidays: Vec<RawHoliday>,
    zones: Vec<String>,
    /// Further words that dates and times start with.
    starts: Vec<String>,
    leads: Vec<String>,
    known: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    names: Vec<String>,
    on: HolidayRule,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Names {
    capitalised: Vec<String>,
    streets: Vec<String>,
}

/// FNV-1a: short words, one table.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_files_are_well_formed() {
        serde_yaml::from_str::<Numbers>(include_str!("data/numbers.yaml")).unwrap();
        let units = serde_yaml::from_str::<Vec<RawUnit>>(include_str!("data/units.yaml")).unwrap();
        assert!(units.iter().all(|unit| unit.factor.parse::<Decimal>().is_ok_and(|f| f > Decimal::ZERO)));
        serde_yaml::from_str::<Vec<RawCurrency>>(include_str!("data/currencies.yaml")).unwrap();
        serde_yaml::from_str::<Hedges>(include_str!("data/hedges.yaml")).unwrap();
        serde_yaml::from_str::<Calendar>(include_str!("data/calendar.yaml")).unwrap();
        serde_yaml::from_str::<Names>(include_str!("data/names.yaml")).unwrap();
    }
}
