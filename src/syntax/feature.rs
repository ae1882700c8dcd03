//! What the models see of a word, and the hashing of features to 32-bit keys.
//!
//! There is no vocabulary: forms are hashed, and a feature that training did not keep has no
//! weights. With half a million features in 2³² keys a stray hit is one in ten thousand.

/// The surface of one word.
#[derive(Clone, Debug)]
pub struct Form {
    /// Lower case, digits as `0`, plain quotation marks and dashes.
    pub norm: Vec<char>,
    /// Hash of `norm`.
    pub word: u64,
    /// Letter classes with runs shortened: `Xx`, `X.X.`, `00`.
    pub shape: u64,
    pub capitalised: bool,
    pub all_caps: bool,
}

impl Form {
    /// The surface of `text`; of its last word where it has several (a known name).
    pub fn new(text: &str) -> Self {
        let text = text.split_whitespace().next_back().unwrap_or("");
        let mut norm = Vec::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '’' | '‘' | '`' | '´' => norm.push('\''),
                '“' | '”' | '„' | '«' | '»' => norm.push('"'),
                '–' | '‑' | '‐' | '−' => norm.push('-'),
                '—' => norm.extend(['-', '-']),
                '…' => norm.extend(['.', '.', '.']),
                digit if digit.is_ascii_digit() => norm.push('0'),
                letter => norm.extend(letter.to_lowercase()),
            }
        }
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
        Self {
            word: hash_chars(&norm),
            norm,
            shape: shape(text),
            capitalised: text.chars().next().is_some_and(char::is_uppercase),
            all_caps: letters > 1 && letters == capitals,
        }
    }

    /// Hash of the last `length` letters; of the whole word where it is shorter.
    pub fn suffix(&self, length: usize) -> u64 {
        hash_chars(&self.norm[self.norm.len().saturating_sub(length)..])
    }

    /// Hash of the first `length` letters; of the whole word where it is shorter.
    pub fn prefix(&self, length: usize) -> u64 {
        hash_chars(&self.norm[..length.min(self.norm.len())])
    }
}

/// The key of a feature: its template's number and up to four values.
#[inline]
pub fn key(template: u64, values: [u64; 4]) -> u32 {
    let [a, b, c, d] = values;
    let mixed = template.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ a.wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ b.wrapping_mul(0x1656_67B1_9E37_79F9).rotate_left(17)
        ^ c.wrapping_mul(0x27D4_EB2F_1656_67C5).rotate_left(31)
        ^ d.wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(47);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> 32) as u32
}

fn hash_chars(letters: &[char]) -> u64 {
    letters.iter().fold(0xCBF2_9CE4_8422_2325, |hash: u64, letter| {
        (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

fn shape(text: &str) -> u64 {
    let mut letters: Vec<char> = text
        .chars()
        .map(|letter| match letter {
            letter if letter.is_uppercase() => 'X',
            letter if letter.is_alphabetic() => 'x',
            letter if letter.is_numeric() => '0',
            letter => letter,
        })
        .collect();
    letters.dedup();
    letters.truncate(8);
    hash_chars(&letters)
}
