//! Small grey pictures on our own papers: the first page of the customer's file on the task sheet.
//!
//! Grey, because a sheet comes out of a laser printer, and because nobody then takes it for a colour reference; sixteen
//! shades, because a thumbnail needs no more and the sheet stays small.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::DocumentError;
use super::display::{DisplayList, Item};
use super::pdf::not_written;

/// What a kept picture begins with.
const MAGIC: &[u8] = b"DKG1";
/// The longest side in pixels.
pub const LONGEST_SIDE: u32 = 320;

/// A grey picture, one byte a pixel, 0 black.
#[derive(Clone, PartialEq, Eq)]
pub struct GreyPicture {
    width: u32,
    height: u32,
    grey: Vec<u8>,
}

impl std::fmt::Debug for GreyPicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GreyPicture({} × {})", self.width, self.height)
    }
}

impl GreyPicture {
    /// A picture of so many pixels; none where their number is another, or a side is longer than [`LONGEST_SIDE`].
    #[must_use]
    pub fn of(width: u32, height: u32, grey: Vec<u8>) -> Option<Self> {
        let fits = |side: u32| (1..=LONGEST_SIDE).contains(&side);
        let count = usize::try_from(width.checked_mul(height)?).ok()?;
        (fits(width) && fits(height) && grey.len() == count).then_some(Self {
            width,
            height,
            grey,
        })
    }

    /// Reads what [`written`](Self::written) wrote; anything else is no picture.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (width, rest) = rest.split_first_chunk::<4>()?;
        let (height, grey) = rest.split_first_chunk::<4>()?;
        Self::of(
            u32::from_le_bytes(*width),
            u32::from_le_bytes(*height),
            grey.to_vec(),
        )
    }

    /// As it is kept.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.width.to_le_bytes());
        bytes.extend(self.height.to_le_bytes());
        bytes.extend(&self.grey);
        bytes
    }

    /// Sixteen shades, two pixels a byte, each row filled up to a whole byte.
    fn packed(&self) -> Vec<u8> {
        let shade = |grey: &u8| (u16::from(*grey) * 15 + 127).div_euclid(255) as u8;
        let row_length = usize::try_from(self.width).unwrap_or(1).max(1);
        self.grey
            .chunks(row_length)
            .flat_map(|row| {
                row.chunks(2).map(|pair| {
                    let left = pair.first().map_or(0, shade);
                    let right = pair.get(1).map_or(0, shade);
                    left << 4 | right
                })
            })
            .collect()
    }

    fn stream(&self) -> Stream {
        let mut image = Dictionary::new();
        image.set("Type", "XObject");
        image.set("Subtype", "Image");
        image.set("Width", i64::from(self.width));
        image.set("Height", i64::from(self.height));
        image.set("ColorSpace", "DeviceGray");
        image.set("BitsPerComponent", 4);
        Stream::new(image, self.packed())
    }
}

/// Puts the pictures of `list` under everything else on their pages.
pub(super) fn place(document: &mut Document, list: &DisplayList) -> Result<(), DocumentError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for (id, page) in pages.into_iter().zip(&list.pages) {
        let mut drawn = String::new();
        let mut named = Vec::new();
        for item in &page.items {
            let Item::Picture { at, size, picture } = item else {
                continue;
            };
            let name = format!("DocketPicture{}", named.len());
            let below = list.paper.1 - at.1 - size.1;
            drawn.push_str(&format!(
                "q {:.2} 0 0 {:.2} {:.2} {:.2} cm /{name} Do Q\n",
                size.0.0, size.1.0, at.0.0, below.0
            ));
            named.push((name, document.add_object(picture.stream())));
        }
        if named.is_empty() {
            continue;
        }
        let first = document.add_object(Stream::new(Dictionary::new(), drawn.into_bytes()));
        under(document, id, first, named)?;
    }
    Ok(())
}

fn under(
    document: &mut Document,
    page: ObjectId,
    first: ObjectId,
    named: Vec<(String, ObjectId)>,
) -> Result<(), DocumentError> {
    let own = document.get_dictionary(page).map_err(not_written)?;
    let mut resources = own
        .get_deref(b"Resources", document)
        .and_then(Object::as_dict)
        .cloned()
        .unwrap_or_default();
    let mut pictures = resources
        .get_deref(b"XObject", document)
        .and_then(Object::as_dict)
        .cloned()
        .unwrap_or_default();
    for (name, picture) in named {
        pictures.set(name, picture);
    }
    resources.set("XObject", pictures);
    let mut contents = vec![Object::Reference(first)];
    match own.get(b"Contents") {
        Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
        Ok(one) => contents.push(one.clone()),
        Err(_) => {}
    }
    let own = document.get_dictionary_mut(page).map_err(not_written)?;
    own.set("Resources", resources);
    own.set("Contents", contents);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn clause_s_4_2_6_a_thumbnail_is_kept_as_it_was_made_and_nothing_else_is_one() {
        let picture = GreyPicture::of(3, 2, vec![0, 128, 255, 8, 9, 247]).unwrap();
        assert_eq!(GreyPicture::read(&picture.written()), Some(picture.clone()));
        // Each shade to the nearest of sixteen; an odd row is filled up.
        assert_eq!(picture.packed(), [0x08, 0xf0, 0x01, 0xf0]);
        let mut short = picture.written();
        short.pop();
        assert_eq!(GreyPicture::read(&short), None);
        assert_eq!(GreyPicture::read(b"\x89PNG"), None);
        assert_eq!(GreyPicture::of(0, 2, vec![]), None);
        assert_eq!(GreyPicture::of(321, 1, vec![0; 321]), None);
        assert_eq!(GreyPicture::of(u32::MAX, 2, vec![]), None);
    }
}
