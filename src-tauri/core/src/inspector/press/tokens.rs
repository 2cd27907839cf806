//! The words of a page's drawing instructions (ISO 32000-1, 7.8.2): operands, then the operator they belong to.
//!
//! What is no instruction is stepped over, as viewers do, so that one stray bracket does not hide the rest of a page.
//! Nothing here goes down with the nesting of what it reads.

use std::borrow::Cow;

/// An operand, as far as an operator of ours asks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand<'a> {
    Number(f64),
    Name(Cow<'a, [u8]>),
    /// Text to show, alone or in an array: how many bytes.
    Text(usize),
    Other,
}

/// A picture written into the instructions themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct InlineImage<'a> {
    pub width: f64,
    pub height: f64,
    pub bits: f64,
    pub stencil: bool,
    /// Its colour space: one name, or the names of an array in turn.
    pub space: Vec<Cow<'a, [u8]>>,
}

/// Larger than any number of use; beyond it a row of digits is damage, and nothing finite would come of it.
const LARGEST_NUMBER: f64 = 1e9;

/// More operands than any operator takes; of a longer row the last ones count.
const MOST_OPERANDS: usize = 64;

/// Reads instructions one by one.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands of the operator read last.
    pub operands: Vec<Operand<'a>>,
    /// The picture after `BI`.
    pub image: InlineImage<'a>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            operands: Vec::with_capacity(MOST_OPERANDS),
            image: InlineImage::default(),
        }
    }

    /// The next operator; its operands stand in [`Tokens::operands`].
    pub(super) fn operator(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        loop {
            self.skip_blanks();
            let operand = match self.peek()? {
                b'0'..=b'9' | b'+' | b'-' | b'.' => match self.number() {
                    Some(number) => Operand::Number(number),
                    None => continue,
                },
                b'/' => Operand::Name(self.name()),
                b'(' | b'[' => Operand::Text(self.texts()),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    self.skip_dictionary();
                    Operand::Other
                }
                b'<' => Operand::Text(self.texts()),
                byte if is_regular(byte) => {
                    let word = self.word();
                    match word {
                        b"true" | b"false" | b"null" => Operand::Other,
                        b"BI" => {
                            self.inline_image();
                            return Some(word);
                        }
                        _ => return Some(word),
                    }
                }
                // A bracket that closes nothing.
                _ => {
                    self.at += 1;
                    continue;
                }
            };
            if self.operands.len() == MOST_OPERANDS {
                self.operands.drain(..MOST_OPERANDS / 2);
            }
            self.operands.push(operand);
        }
    }

    /// The number `index` places before the last operand, counted from 0.
    pub(super) fn number_from_end(&self, index: usize) -> Option<f64> {
        match self.operands.iter().rev().nth(index)? {
            Operand::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The last `N` operands in order, if all are numbers.
    pub(super) fn numbers<const N: usize>(&self) -> Option<[f64; N]> {
        let mut found = [0.0; N];
        for (place, index) in found.iter_mut().zip((0..N).rev()) {
            *place = self.number_from_end(index)?;
        }
        Some(found)
    }

    /// Every operand that is a number, in order.
    pub(super) fn all_numbers(&self) -> Vec<f64> {
        let number = |operand: &Operand<'_>| match operand {
            Operand::Number(number) => Some(*number),
            _ => None,
        };
        self.operands.iter().filter_map(number).collect()
    }

    /// The last operand that is a name.
    pub(super) fn last_name(&self) -> Option<&[u8]> {
        self.operands
            .iter()
            .rev()
            .find_map(|operand| match operand {
                Operand::Name(name) => Some(name.as_ref()),
                _ => None,
            })
    }

    /// How many bytes of text the last operand shows.
    pub(super) fn text(&self) -> usize {
        match self.operands.last() {
            Some(Operand::Text(length)) => *length,
            _ => 0,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| !matches!(byte, b'\r' | b'\n'))
                {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default()
    }

    /// `-.5`, `1.`, `+3`, and what some programs write: `--5`, `1.2-3`. A word that only begins like a number is none.
    fn number(&mut self) -> Option<f64> {
        let word = self.word();
        let mut value = 0.0;
        let mut scale = 0.0;
        for (index, byte) in word.iter().enumerate() {
            match byte {
                b'0'..=b'9' if scale > 0.0 => {
                    value += f64::from(byte - b'0') * scale;
                    scale /= 10.0;
                }
                b'0'..=b'9' => value = value * 10.0 + f64::from(byte - b'0'),
                b'.' if scale == 0.0 => scale = 0.1,
                b'+' | b'-' if index < 2 => {}
                b'-' | b'.' => break,
                _ => return None,
            }
        }
        let value = value.min(LARGEST_NUMBER);
        Some(if word.first() == Some(&b'-') {
            -value
        } else {
            value
        })
    }

    fn name(&mut self) -> Cow<'a, [u8]> {
        self.at += 1;
        let raw = self.word();
        if !raw.contains(&b'#') {
            return Cow::Borrowed(raw);
        }
        let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.get(at) {
            let code = digit(raw.get(at + 1)).zip(digit(raw.get(at + 2)));
            match code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
                Some(meant) if *byte == b'#' => {
                    name.push(meant);
                    at += 3;
                }
                _ => {
                    name.push(*byte);
                    at += 1;
                }
            }
        }
        Cow::Owned(name)
    }

    /// A string, or an array with all in it: how many bytes of text.
    fn texts(&mut self) -> usize {
        let mut open = 0_u32;
        let mut length = 0;
        loop {
            match self.peek() {
                None => return length,
                Some(b'(') => length += self.literal(),
                Some(b'<') if self.bytes.get(self.at + 1) != Some(&b'<') => length += self.hex(),
                Some(b'[') => {
                    open += 1;
                    self.at += 1;
                }
                Some(b']') => {
                    open = open.saturating_sub(1);
                    self.at += 1;
                }
                Some(b'%') => self.skip_blanks(),
                Some(_) => self.at += 1,
            }
            if open == 0 {
                return length;
            }
        }
    }

    fn literal(&mut self) -> usize {
        let mut open = 0_u32;
        let mut length = 0;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => {
                    self.at += 1;
                    length += 1;
                }
                b'(' => {
                    open += 1;
                    length += usize::from(open > 1);
                }
                b')' if open == 1 => return length,
                b')' => {
                    open -= 1;
                    length += 1;
                }
                _ => length += 1,
            }
        }
        length
    }

    fn hex(&mut self) -> usize {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte != b'>') {
            self.at += 1;
        }
        let length = (self.at - from) / 2;
        self.at += 1;
        length
    }

    fn skip_dictionary(&mut self) {
        let mut open = 0_u32;
        loop {
            let two = self.bytes.get(self.at..self.at + 2);
            match (self.peek(), two) {
                (None, _) => return,
                (_, Some(b"<<")) => {
                    open += 1;
                    self.at += 2;
                }
                (_, Some(b">>")) => {
                    open = open.saturating_sub(1);
                    self.at += 2;
                    if open == 0 {
                        return;
                    }
                }
                (Some(b'('), _) => {
                    self.literal();
                }
                _ => self.at += 1,
            }
        }
    }

    /// From after `BI` to after `EI`.
    fn inline_image(&mut self) {
        self.image = InlineImage {
            bits: 8.0,
            ..InlineImage::default()
        };
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return,
                Some(b'/') => {
                    let key = self.name();
                    self.inline_entry(&key);
                }
                Some(byte) if is_regular(byte) => {
                    if self.word() == b"ID" {
                        break;
                    }
                }
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        self.skip_picture();
    }

    fn inline_entry(&mut self, key: &[u8]) {
        self.skip_blanks();
        match (key, self.peek()) {
            (b"CS" | b"ColorSpace", Some(b'/')) => self.image.space = vec![self.name()],
            (b"CS" | b"ColorSpace", Some(b'[')) => {
                self.at += 1;
                let mut names = Vec::new();
                loop {
                    self.skip_blanks();
                    match self.peek() {
                        None | Some(b']') => break,
                        Some(b'/') if names.len() < 4 => names.push(self.name()),
                        Some(b'(') => {
                            self.literal();
                        }
                        Some(b'<') => {
                            self.hex();
                        }
                        Some(_) => self.at += 1,
                    }
                }
                self.image.space = names;
            }
            (_, Some(b'/')) => {
                self.name();
            }
            (_, Some(b'[' | b'(')) => {
                self.texts();
            }
            (_, Some(b'<')) => {
                if self.bytes.get(self.at + 1) == Some(&b'<') {
                    self.skip_dictionary();
                } else {
                    self.hex();
                }
            }
            (b"IM" | b"ImageMask", _) => self.image.stencil = self.word() == b"true",
            (b"W" | b"Width", _) => self.image.width = self.number().unwrap_or(0.0),
            (b"H" | b"Height", _) => self.image.height = self.number().unwrap_or(0.0),
            (b"BPC" | b"BitsPerComponent", _) => self.image.bits = self.number().unwrap_or(8.0),
            _ => {
                self.word();
            }
        }
    }

    /// To the `EI` that stands alone and is followed by text, not by more picture.
    fn skip_picture(&mut self) {
        while let Some(rest) = self.bytes.get(self.at..) {
            let Some(found) = rest.windows(2).position(|two| two == b"EI") else {
                self.at = self.bytes.len();
                return;
            };
            let after = self.at + found + 2;
            let alone = found == 0 || rest.get(found - 1).is_some_and(|byte| is_blank(*byte));
            let next = self.bytes.get(after..).unwrap_or_default();
            let ended = next.first().is_none_or(|byte| is_blank(*byte));
            let words = |byte: &u8| is_blank(*byte) || (b' '..=b'~').contains(byte);
            self.at = after;
            if alone && ended && next.iter().take(16).all(words) {
                return;
            }
        }
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operators(bytes: &[u8]) -> Vec<String> {
        let mut tokens = Tokens::new(bytes);
        let mut found = Vec::new();
        while let Some(operator) = tokens.operator() {
            found.push(format!(
                "{} {:?}",
                String::from_utf8_lossy(operator),
                tokens.all_numbers()
            ));
        }
        found
    }

    #[test]
    fn clause_s_4_1_4a_instructions_are_read_with_their_numbers() {
        assert_eq!(
            operators(b"1 0 0 -.5 +3 2. cm% nothing 4 l\n/F1 9 Tf --5 0 m 1.2-3 7 l"),
            [
                "cm [1.0, 0.0, 0.0, -0.5, 3.0, 2.0]",
                "Tf [9.0]",
                "m [-5.0, 0.0]",
                "l [1.2, 7.0]",
            ]
        );
    }

    #[test]
    fn clause_s_4_1_4a_a_stray_bracket_hides_nothing() {
        assert_eq!(operators(b")) > } 1 w ] 2 w"), ["w [1.0]", "w [2.0]"]);
        assert_eq!(operators(b"1 w (no end"), ["w [1.0]"]);
        assert_eq!(operators(&b"[".repeat(100_000)), Vec::<String>::new());
    }

    #[test]
    fn clause_s_4_1_4a_text_is_counted_and_names_are_read() {
        let mut tokens = Tokens::new(b"[(a\\)b) -20 <4142>(c(d))] TJ /PANTONE#20871 cs");
        assert_eq!(tokens.operator(), Some(&b"TJ"[..]));
        assert_eq!(tokens.text(), 3 + 2 + 4);
        tokens.operator();
        assert_eq!(tokens.last_name(), Some(&b"PANTONE 871"[..]));
    }

    #[test]
    fn clause_s_4_1_4a_a_picture_in_the_line_ends_where_it_ends() {
        let mut bytes =
            b"BI /W 10 /H 20 /BPC 1 /IM true /CS [/Indexed /DeviceRGB 1 <00>] ID ".to_vec();
        bytes.extend(b"\x01 EI \x02\xff\xfe EI\n3 w");
        let mut tokens = Tokens::new(&bytes);
        assert_eq!(tokens.operator(), Some(&b"BI"[..]));
        let image = tokens.image.clone();
        assert!(image.stencil && image.width == 10.0 && image.height == 20.0 && image.bits == 1.0);
        assert_eq!(image.space.len(), 2);
        assert_eq!(tokens.operator(), Some(&b"w"[..]));
        assert_eq!(tokens.all_numbers(), [3.0]);
    }
}
