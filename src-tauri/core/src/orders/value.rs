//! What a field holds once its text is understood.

use crate::calendar::BusinessDay;
use crate::imposition::{Colours, FormEdits, Reams};
use crate::measures::{Fen, Micrometres, Millimetres, Percent, Quantity, Size, UnitPrice};

use super::fields::Field;

/// The value of a field. A field nobody has filled has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text of any kind, cleaned: also the name of a customer or a person.
    Text(String),
    /// Code of a closed list.
    Choice(&'static str),
    /// A tick. A box without one has no value, so that "no" is never a change from "not yet asked".
    Ticked,
    /// A whole number.
    Integer(i64),
    /// A number of pieces or sheets.
    Quantity(Quantity),
    /// A price per piece.
    UnitPrice(UnitPrice),
    /// An amount of money.
    Money(Fen),
    /// Reams of paper.
    Reams(Reams),
    /// The touched cells of a 贴 table.
    Forms(FormEdits),
    /// A share.
    Percent(Percent),
    /// A day.
    Day(BusinessDay),
    /// Width × height.
    Size(Size),
    /// The width of a web: a parent sheet without a second side.
    Reel(Millimetres),
    /// A length.
    Length(Millimetres),
    /// Process colours.
    Colours(Colours),
    /// A thickness.
    Thickness(Micrometres),
}

impl Value {
    /// As a form holds it: understood again as the same value, the same in every version of the program.
    #[must_use]
    pub fn typed(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Choice(code) => (*code).to_owned(),
            Self::Ticked => "1".to_owned(),
            Self::Integer(number) => number.to_string(),
            Self::Quantity(quantity) => quantity.to_string(),
            Self::UnitPrice(price) => price.to_string(),
            Self::Money(fen) => fen.to_string(),
            Self::Reams(reams) => reams.to_string(),
            Self::Forms(forms) => forms.to_string(),
            Self::Percent(percent) => percent.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Size(size) => size.to_string(),
            Self::Reel(width) => format!("卷筒 {width}"),
            Self::Length(length) => length.to_string(),
            Self::Colours(colours) => colours.to_string(),
            Self::Thickness(thickness) => thickness.to_string(),
        }
    }

    /// As a person reads it: labels for codes, the unit behind the figure.
    #[must_use]
    pub fn shown(&self, field: &Field) -> String {
        const ONE_MILLIMETRE: i64 = 1_000;
        match self {
            Self::Choice(code) => field
                .choice(code)
                .map_or_else(|| (*code).to_owned(), |choice| choice.label.to_owned()),
            Self::Ticked => "是".to_owned(),
            // Boards are called by millimetres, paper by micrometres.
            Self::Thickness(thickness)
                if thickness.0 >= ONE_MILLIMETRE && thickness.0 % 100 == 0 =>
            {
                format!("{} mm", thickness.to_millimetres())
            }
            Self::Text(text) => text.clone(),
            Self::Forms(forms) => {
                forms.shown(|style| super::trade_words::style_word(style).to_owned())
            }
            figure if field.unit.is_empty() => figure.typed(),
            figure => format!("{} {}", figure.typed(), field.unit),
        }
    }

    /// The number, where it is one of pieces or things.
    #[must_use]
    pub const fn number(&self) -> Option<i64> {
        match self {
            Self::Integer(number) | Self::Quantity(Quantity(number)) => Some(*number),
            _ => None,
        }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Choice(code) => Some(code),
            _ => None,
        }
    }
}
