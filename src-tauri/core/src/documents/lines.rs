//! Breaks text into lines.
//!
//! Unicode's rules say where a line may break; Chinese typesetting adds that no
//! line begins with ，。） or ends with （《. A token longer than the line is
//! broken where it must.
//!
//! **Invariant:** nothing is lost but the spaces at which a line was broken.
//! **Invariant:** no line begins with closing punctuation while a character
//! that may stand there precedes it on the line before.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::display::Face;
use super::typesetter::{Style, Typesetter};
use super::units::Pt;

/// Leading of body text, in sizes of its type.
const LEADING: f32 = 1.36;
/// Where the baseline lies in the height of a Chinese character.
const ASCENT: f32 = 0.88;

/// Words in one style.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
}

/// A part of a line in one face and style.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) x: Pt,
    pub(super) width: Pt,
    pub(super) face: Face,
    pub(super) style: Style,
    pub(super) text: String,
}

/// One line of set text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    pub(super) width: Pt,
    pub(super) height: Pt,
    /// From the top of the line.
    pub(super) baseline: Pt,
}

#[derive(Clone, Copy)]
struct Measured {
    character: char,
    face: Face,
    advance: Pt,
    style: Style,
    /// May a line end after this character, must it, or neither.
    break_after: Option<BreakOpportunity>,
}

/// Sets `spans` in lines no wider than `width`.
pub(super) fn set(typesetter: &mut Typesetter<'_>, spans: &[Span], width: Pt) -> Vec<Line> {
    let characters = measure(typesetter, spans);
    let height = spans
        .iter()
        .map(|span| span.style.size)
        .fold(Pt(9.0), Pt::max);
    let mut lines = Vec::new();
    let mut rest = characters.as_slice();
    while !rest.is_empty() {
        let taken = first_line(rest, width).clamp(1, rest.len());
        let (line, after) = rest.split_at(taken);
        lines.push(compose(line));
        rest = after;
    }
    if lines.is_empty() || characters.last().is_some_and(|last| last.character == '\n') {
        lines.push(Line::default());
    }
    for line in &mut lines {
        let tallest = line
            .runs
            .iter()
            .map(|run| run.style.size)
            .fold(Pt::ZERO, Pt::max);
        let size = if tallest > Pt::ZERO { tallest } else { height };
        line.height = size * LEADING;
        line.baseline = size * ((LEADING - 1.0) / 2.0 + ASCENT);
    }
    lines
}

/// Characters without ink that would only show as an empty box: marks of
/// writing direction, joiners, variation selectors, soft hyphens.
const fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

fn measure(typesetter: &mut Typesetter<'_>, spans: &[Span]) -> Vec<Measured> {
    let mut text = String::new();
    let mut characters: Vec<Measured> = Vec::new();
    for span in spans {
        let words = span.text.replace("\r\n", "\n");
        for character in words.chars().filter(|character| !is_ignorable(*character)) {
            let character = match character {
                '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                other if other.is_control() => ' ',
                other => other,
            };
            let (face, advance) = if character == '\n' {
                (Face::Regular, Pt::ZERO)
            } else {
                typesetter.measure(character, &span.style)
            };
            text.push(character);
            characters.push(Measured {
                character,
                face,
                advance,
                style: span.style,
                break_after: None,
            });
        }
    }
    let mut breaks = linebreaks(&text).peekable();
    let mut offset = 0;
    for index in 0..characters.len() {
        let next = characters.get(index + 1).map(|after| after.character);
        let Some(current) = characters.get_mut(index) else {
            break;
        };
        offset += current.character.len_utf8();
        if breaks
            .peek()
            .is_some_and(|(position, _)| *position == offset)
        {
            let allowed = breaks.next().map(|(_, kind)| kind);
            let hard = current.character == '\n';
            if hard || next.is_some_and(|next| may_part(current.character, next)) {
                current.break_after = allowed;
            }
        }
    }
    characters
}

/// Closing punctuation, which no line begins with.
#[must_use]
pub(super) const fn never_first(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '〕'
            | '〗'
            | '］'
            | '｝'
            | '”'
            | '’'
            | '·'
            | '‧'
            | '～'
            | '％'
            | '‰'
            | '℃'
            | '々'
            | 'ー'
            | '．'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
    )
}

/// Opening punctuation, which no line ends with.
const fn never_last(character: char) -> bool {
    matches!(
        character,
        '（' | '【'
            | '《'
            | '〈'
            | '「'
            | '『'
            | '〔'
            | '〖'
            | '［'
            | '｛'
            | '“'
            | '‘'
            | '￥'
            | '¥'
            | '$'
            | '('
            | '['
            | '{'
    )
}

const fn may_part(before: char, after: char) -> bool {
    !never_first(after) && !never_last(before)
}

/// How many characters go on the first line of `rest`.
fn first_line(rest: &[Measured], width: Pt) -> usize {
    let mut used = Pt::ZERO;
    let mut last_break = None;
    for (index, measured) in rest.iter().enumerate() {
        if measured.break_after == Some(BreakOpportunity::Mandatory) && measured.character == '\n' {
            return index + 1;
        }
        used += measured.advance;
        // Spaces may hang over the edge; half a point forgives rounding.
        if used > width + Pt(0.05) && measured.character != ' ' {
            return last_break.unwrap_or_else(|| forced_break(rest, index));
        }
        if measured.break_after.is_some() {
            last_break = Some(index + 1);
        }
    }
    rest.len()
}

/// Breaks a token that is longer than the line; `fits` characters fit.
fn forced_break(rest: &[Measured], fits: usize) -> usize {
    let parts = |at: usize| match (rest.get(at.wrapping_sub(1)), rest.get(at)) {
        (Some(before), Some(after)) => may_part(before.character, after.character),
        _ => false,
    };
    (1..=fits)
        .rev()
        .find(|at| parts(*at))
        .unwrap_or(fits.max(1))
}

/// Gathers characters of one style and face into runs, without the spaces and
/// the line end that close the line.
fn compose(characters: &[Measured]) -> Line {
    let inked = characters
        .iter()
        .rposition(|measured| !matches!(measured.character, ' ' | '\n' | '\u{3000}'))
        .map_or(0, |last| last + 1);
    let mut line = Line::default();
    for measured in characters.iter().take(inked) {
        match line.runs.last_mut() {
            Some(run) if run.face == measured.face && run.style == measured.style => {
                run.text.push(measured.character);
                run.width += measured.advance;
            }
            _ => line.runs.push(Run {
                x: line.width,
                width: measured.advance,
                face: measured.face,
                style: measured.style,
                text: measured.character.to_string(),
            }),
        }
        line.width += measured.advance;
    }
    line
}
