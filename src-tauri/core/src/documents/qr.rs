//! QR codes, as squares on the display list.

use qrcodegen::{QrCode, QrCodeEcc};

use super::DocumentError;
use super::display::{Colour, Item};
use super::units::Pt;

/// Draws `text` as a QR code into the square of side `side` at `at`, with the
/// quiet zone of four modules the standard asks for inside it.
pub(super) fn draw(text: &str, at: (Pt, Pt), side: Pt) -> Result<Item, DocumentError> {
    let code =
        QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| DocumentError::QrTooLong)?;
    let modules = code.size();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a QR code has at most 177 modules a side"
    )]
    let place =
        |module: i32, origin: Pt| origin + side * ((module + 4) as f32 / (modules + 8) as f32);
    let mut rings = Vec::new();
    for y in 0..modules {
        let mut x = 0;
        while x < modules {
            let begin = x;
            while x < modules && code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                let (left, right) = (place(begin, at.0), place(x, at.0));
                let (top, bottom) = (place(y, at.1), place(y + 1, at.1));
                rings.push(vec![
                    (left, top),
                    (right, top),
                    (right, bottom),
                    (left, bottom),
                ]);
            }
            x += 1;
        }
    }
    Ok(Item::Polygon {
        rings,
        colour: Colour::INK,
    })
}
