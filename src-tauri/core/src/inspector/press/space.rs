//! Colour spaces (ISO 32000-1, 8.6) as far as a press asks: which inks a colour needs, and how much of them.

use super::facts::SpaceKind;
use super::look::{dictionary, name_text, resolved, whole};
use lopdf::{Dictionary, Document, Object};
use std::rc::Rc;

/// A space within a space within a space: deeper is damage.
const DEEPEST: usize = 8;

/// More inks than any file names for one colour.
const MOST_INKS: usize = 32;

/// An ink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Cyan, magenta, yellow, black: 0 to 3.
    Process(usize),
    /// 套版色: all plates.
    All,
    /// No plate.
    None,
    Spot(Rc<str>),
}

impl Ink {
    fn named(name: &[u8]) -> Self {
        match name {
            b"Cyan" => Self::Process(0),
            b"Magenta" => Self::Process(1),
            b"Yellow" => Self::Process(2),
            b"Black" => Self::Process(3),
            b"All" => Self::All,
            b"None" => Self::None,
            name => Self::Spot(Rc::from(name_text(name))),
        }
    }
}

/// A colour space.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Space {
    /// One of the kinds without names.
    Plain(SpaceKind),
    /// A palette over another space.
    Indexed(Rc<Space>),
    Inks {
        kind: SpaceKind,
        inks: Rc<[Ink]>,
    },
    /// A pattern; without colours of its own it is painted in the space within.
    Pattern(Option<Rc<Space>>),
}

impl Space {
    pub(super) const GRAY: Self = Self::Plain(SpaceKind::Gray);
    pub(super) const RGB: Self = Self::Plain(SpaceKind::Rgb);
    pub(super) const CMYK: Self = Self::Plain(SpaceKind::Cmyk);

    /// Reads a space as it stands in the file: a name, or an array that begins with one. A name that is none of the
    /// format's own is looked up in `named`.
    pub(super) fn read(document: &Document, object: &Object, named: Option<&Dictionary>) -> Self {
        Self::at(document, object, named, 0)
    }

    fn at(document: &Document, object: &Object, named: Option<&Dictionary>, depth: usize) -> Self {
        const UNKNOWN: Space = Space::Plain(SpaceKind::Unknown);
        if depth > DEEPEST {
            return UNKNOWN;
        }
        let deeper = |object: &Object| Self::at(document, object, named, depth + 1);
        let (name, parts): (&[u8], &[Object]) = match resolved(document, object) {
            Some(Object::Name(name)) => (name, &[]),
            Some(Object::Array(parts)) => match parts.split_first() {
                Some((first, rest)) => match resolved(document, first) {
                    Some(Object::Name(name)) => (name, rest),
                    _ => return UNKNOWN,
                },
                None => return UNKNOWN,
            },
            _ => return UNKNOWN,
        };
        match name {
            b"DeviceGray" | b"G" => Self::GRAY,
            b"DeviceRGB" | b"RGB" => Self::RGB,
            b"DeviceCMYK" | b"CMYK" => Self::CMYK,
            b"CalGray" => Self::Plain(SpaceKind::CalGray),
            b"CalRGB" => Self::Plain(SpaceKind::CalRgb),
            b"Lab" => Self::Plain(SpaceKind::Lab),
            b"ICCBased" => {
                let profile = parts.first().and_then(|part| dictionary(document, part));
                let colours = profile.and_then(|profile| whole(document, profile, b"N"));
                Self::Plain(match colours {
                    Some(1) => SpaceKind::IccGray,
                    Some(3) => SpaceKind::IccRgb,
                    Some(4) => SpaceKind::IccCmyk,
                    _ => SpaceKind::Unknown,
                })
            }
            b"Indexed" | b"I" => Self::Indexed(Rc::new(parts.first().map_or(UNKNOWN, deeper))),
            b"Pattern" => Self::Pattern(parts.first().map(|part| Rc::new(deeper(part)))),
            b"Separation" | b"DeviceN" => {
                let names = match parts.first().and_then(|part| resolved(document, part)) {
                    Some(Object::Name(name)) => vec![Ink::named(name)],
                    Some(Object::Array(names)) => names
                        .iter()
                        .take(MOST_INKS)
                        .filter_map(|name| match resolved(document, name) {
                            Some(Object::Name(name)) => Some(Ink::named(name)),
                            _ => None,
                        })
                        .collect(),
                    _ => return UNKNOWN,
                };
                Self::Inks {
                    kind: if name == b"DeviceN" {
                        SpaceKind::DeviceN
                    } else {
                        SpaceKind::Separation
                    },
                    inks: names.into(),
                }
            }
            // A name of the page's own; one that names itself is damage.
            own if parts.is_empty() => named
                .and_then(|named| named.get(own).ok())
                .map_or(UNKNOWN, deeper),
            _ => UNKNOWN,
        }
    }

    pub(super) fn kind(&self) -> SpaceKind {
        match self {
            Self::Plain(kind) | Self::Inks { kind, .. } => *kind,
            Self::Indexed(base) | Self::Pattern(Some(base)) => base.kind(),
            Self::Pattern(None) => SpaceKind::Unknown,
        }
    }

    pub(super) fn is_indexed(&self) -> bool {
        matches!(self, Self::Indexed(_))
    }

    /// The colour that is in force when the space was just chosen.
    pub(super) fn first_colour(self) -> Colour {
        let values = match &self {
            Self::Plain(SpaceKind::Cmyk | SpaceKind::IccCmyk) => vec![0.0, 0.0, 0.0, 1.0],
            Self::Plain(SpaceKind::Gray | SpaceKind::CalGray | SpaceKind::IccGray) => vec![0.0],
            Self::Inks { inks, .. } => vec![1.0; inks.len()],
            _ => vec![0.0; 3],
        };
        Colour::new(self, &values)
    }

    /// What a picture in this space may need: every ink it has, how much of it unknown.
    pub(super) fn every_ink(&self) -> Printed {
        match self {
            Self::Indexed(base) => base.every_ink(),
            Self::Plain(SpaceKind::Gray | SpaceKind::CalGray | SpaceKind::IccGray) => Printed {
                process: [false, false, false, true],
                ..Printed::default()
            },
            Self::Inks { inks, .. } => {
                let mut printed = Printed::default();
                for ink in inks.iter() {
                    printed.take(ink, 0.01);
                }
                printed.sum = None;
                printed
            }
            _ => Printed {
                process: [true; 4],
                ..Printed::default()
            },
        }
    }
}

/// What a colour puts on paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Printed {
    /// Which process inks.
    pub process: [bool; 4],
    /// Which spot inks.
    pub spots: Vec<Rc<str>>,
    /// It is 套版色.
    pub registration: bool,
    /// Nothing at all: paper shows.
    pub white: bool,
    /// The ink sum in percent, where the colour is given in inks.
    pub sum: Option<f64>,
    /// Black with other process inks below it.
    pub rich_black: bool,
}

impl Printed {
    fn take(&mut self, ink: &Ink, share: f64) {
        if share <= 0.0 {
            return;
        }
        let plates = match ink {
            Ink::None => return,
            Ink::Process(place) => {
                if let Some(place) = self.process.get_mut(*place) {
                    *place = true;
                }
                1.0
            }
            Ink::Spot(name) => {
                self.spots.push(Rc::clone(name));
                1.0
            }
            Ink::All => {
                self.registration = true;
                self.process = [true; 4];
                4.0
            }
        };
        *self.sum.get_or_insert(0.0) += share * 100.0 * plates;
    }
}

/// A colour in its space.
#[derive(Clone, Debug)]
pub(super) struct Colour {
    pub space: Space,
    pub printed: Printed,
    /// Whether painting it with overprint on leaves what is below: `None` never, `Some(true)` only in overprint mode 1.
    pub vanishes: Option<bool>,
}

/// From how much black a mixed colour is a black.
const BLACK: f64 = 0.8;

/// So much of other inks makes a black rich; less is a rounding.
const RICH: f64 = 0.1;

impl Colour {
    pub(super) fn new(space: Space, values: &[f64]) -> Self {
        let value = |index: usize| values.get(index).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        let of = match &space {
            Space::Pattern(Some(base)) => base.as_ref(),
            own => own,
        };
        let mut printed = Printed::default();
        let mut vanishes = None;
        match of {
            Space::Plain(SpaceKind::Gray | SpaceKind::CalGray | SpaceKind::IccGray) => {
                printed.take(&Ink::Process(3), 1.0 - value(0));
                printed.white = value(0) >= 1.0;
                vanishes = Some(true);
            }
            Space::Plain(SpaceKind::Cmyk | SpaceKind::IccCmyk) => {
                for place in 0..4 {
                    printed.take(&Ink::Process(place), value(place));
                }
                let others = value(0) + value(1) + value(2);
                printed.rich_black = value(3) >= BLACK && others >= RICH
                    || (0..3).all(|place| value(place) >= BLACK);
                printed.white = printed.sum.is_none();
                vanishes = Some(true);
            }
            Space::Inks { inks, .. } => {
                for (index, ink) in inks.iter().enumerate() {
                    printed.take(ink, value(index));
                }
                printed.white = printed.sum.is_none();
                printed.rich_black = printed.registration;
                vanishes = Some(false);
            }
            // Measured white differs from file to file; the screen's does not.
            Space::Plain(SpaceKind::Rgb | SpaceKind::CalRgb | SpaceKind::IccRgb) => {
                printed.white = (0..3).all(|place| value(place) >= 1.0);
                printed.process = [!printed.white; 4];
            }
            other => printed = other.every_ink(),
        }
        Self {
            space,
            printed,
            vanishes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4a_a_colour_tells_its_inks() {
        let cmyk = |values: &[f64]| Colour::new(Space::CMYK, values).printed;
        assert_eq!(cmyk(&[0.0, 0.5, 0.0, 1.0]).sum, Some(150.0));
        assert_eq!(
            cmyk(&[0.0, 0.5, 0.0, 1.0]).process,
            [false, true, false, true]
        );
        assert!(cmyk(&[0.5, 0.4, 0.4, 1.0]).rich_black);
        assert!(cmyk(&[0.8, 0.8, 0.8, 0.0]).rich_black);
        assert!(!cmyk(&[0.0, 0.0, 0.0, 1.0]).rich_black);
        assert!(!cmyk(&[1.0, 1.0, 0.0, 0.5]).rich_black);
        assert!(cmyk(&[0.0; 4]).white);
        assert!(Colour::new(Space::GRAY, &[1.0]).printed.white);
        assert_eq!(Colour::new(Space::GRAY, &[0.25]).printed.sum, Some(75.0));
    }

    #[test]
    fn clause_s_4_1_4a_named_inks_are_told_apart() {
        let inks = [
            Ink::named(b"Black"),
            Ink::named(b"PANTONE 871 C"),
            Ink::named(b"None"),
        ];
        let space = Space::Inks {
            kind: SpaceKind::DeviceN,
            inks: inks.into(),
        };
        let printed = Colour::new(space.clone(), &[0.0, 0.6, 1.0]).printed;
        assert_eq!(printed.process, [false; 4]);
        assert_eq!(
            printed.spots.iter().map(AsRef::as_ref).collect::<Vec<_>>(),
            ["PANTONE 871 C"]
        );
        assert!(Colour::new(space, &[0.0, 0.0, 1.0]).printed.white);
        let all = Space::Inks {
            kind: SpaceKind::Separation,
            inks: [Ink::All].into(),
        };
        let printed = all.first_colour().printed;
        assert!(printed.registration && printed.sum == Some(400.0));
    }
}
