//! A page as a picture for the window. Not colour-accurate: separations are
//! turned into screen colours by formula, without the press's profile.

use super::{FileKind, InspectorRefusal, Reason};
use crate::documents::{GreyPicture, LONGEST_SIDE as THUMBNAIL};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// Points to an inch.
const POINTS: f64 = 72.0;

/// The longest side the rasteriser counts: it rounds up to whole groups of tiles, within sixteen bits.
const LONGEST_SIDE: f64 = 65_280.0;

/// A thumbnail is drawn so many times larger first, so that thin lines do not get lost.
const OVERSIZE: u32 = 2;

/// A page small and grey, for a paper of our own: as [`GreyPicture`] is kept.
///
/// # Errors
/// As [`draw_page`].
pub(super) fn thumbnail(bytes: Vec<u8>, page: u32) -> Result<Vec<u8>, InspectorRefusal> {
    let pdf = opened(bytes)?;
    let page = page_of(&pdf, page)?;
    let (width, height) = page.render_dimensions();
    let longest = f64::from(THUMBNAIL * OVERSIZE);
    let scale = longest / f64::from(width.max(height)).max(1.0);
    let pixmap = rendered(page, &settings(page, scale));
    let (across, down) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let (width, height) = (
        (across / OVERSIZE).clamp(1, THUMBNAIL),
        (down / OVERSIZE).clamp(1, THUMBNAIL),
    );
    let pixels = pixmap.data_as_u8_slice();
    let grey = |x: u32, y: u32| -> u32 {
        let (x, y) = (x.min(across - 1), y.min(down - 1));
        let at = usize::try_from(y * across + x).unwrap_or_default() * 4;
        match pixels.get(at..at + 3) {
            Some([r, g, b]) => {
                (u32::from(*r) * 299 + u32::from(*g) * 587 + u32::from(*b) * 114) / 1000
            }
            _ => 255,
        }
    };
    let mut shades = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (x * OVERSIZE, y * OVERSIZE);
            let sum = grey(x, y) + grey(x + 1, y) + grey(x, y + 1) + grey(x + 1, y + 1);
            shades.push(u8::try_from(sum / 4).unwrap_or(u8::MAX));
        }
    }
    GreyPicture::of(width, height, shades)
        .map(|picture| picture.written())
        .ok_or_else(|| Reason::Crashed.of(FileKind::Pdf))
}

/// Draws one page, counted from 1, as it is shown: cropped, turned, scaled.
///
/// A page that would exceed `pixels` at `dpi` is drawn smaller.
///
/// # Errors
/// [`Reason::Encrypted`], [`Reason::Damaged`] or [`Reason::NoSuchPage`].
pub(super) fn draw_page(
    bytes: Vec<u8>,
    page: u32,
    dpi: u32,
    pixels: u64,
) -> Result<Vec<u8>, InspectorRefusal> {
    let pdf = opened(bytes)?;
    let drawn = page_of(&pdf, page)?;
    rendered(drawn, &scale(drawn, dpi, pixels))
        .into_png()
        .map_err(|_| Reason::Crashed.of(FileKind::Pdf))
}

fn page_of(pdf: &Pdf, page: u32) -> Result<&Page<'_>, InspectorRefusal> {
    let pages = pdf.pages();
    let index = usize::try_from(page)
        .ok()
        .and_then(|page| page.checked_sub(1));
    index.and_then(|index| pages.get(index)).ok_or_else(|| {
        let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
        Reason::NoSuchPage { page, pages }.of(FileKind::Pdf)
    })
}

fn rendered(page: &Page<'_>, settings: &PixmapSettings) -> Pixmap {
    render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        settings,
    )
}

fn opened(bytes: Vec<u8>) -> Result<Pdf, InspectorRefusal> {
    Pdf::new(bytes).map_err(|error| {
        match error {
            LoadPdfError::Decryption(_) => Reason::Encrypted,
            LoadPdfError::Invalid => Reason::Damaged(super::Damage::Table),
        }
        .of(FileKind::Pdf)
    })
}

/// A file of which several pages are drawn.
pub(super) struct Drawing {
    pdf: Pdf,
}

/// A drawn page, dot by dot: red, green, blue, opacity.
pub(super) struct Dots {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

impl Drawing {
    /// Opens a file.
    ///
    /// # Errors
    /// When it is encrypted or damaged.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, InspectorRefusal> {
        Ok(Self {
            pdf: opened(bytes)?,
        })
    }

    /// Draws the page of that place, from 0; none where there is no such page.
    pub(super) fn dots(&self, page: usize, dpi: u32, most: u64) -> Option<Dots> {
        let pages = self.pdf.pages();
        let page = pages.get(page)?;
        let pixmap = rendered(page, &scale(page, dpi, most));
        Some(Dots {
            width: pixmap.width().into(),
            height: pixmap.height().into(),
            rgba: pixmap.data_as_u8_slice().to_vec(),
        })
    }
}

/// The scale that gives `dpi` within `pixels`, at least one pixel each way.
fn scale(page: &Page<'_>, dpi: u32, pixels: u64) -> PixmapSettings {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let unit = page.raw().get::<f32>(b"UserUnit").map_or(1.0, f64::from);
    let unit = if unit.is_finite() && unit > 0.0 {
        unit
    } else {
        1.0
    };
    let asked = f64::from(dpi) / POINTS * unit;
    let by_area = (pixels as f64 / (width * height)).sqrt();
    let by_side = LONGEST_SIDE / width.max(height);
    settings(page, asked.min(by_area).min(by_side))
}

/// So many pixels to a unit of the page.
fn settings(page: &Page<'_>, scale: f64) -> PixmapSettings {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    // Whole pixels, with a hair more because the rasteriser cuts the rest off.
    let exact = |side: f64| (((side * scale).floor().max(1.0) + 0.01) / side) as f32;
    PixmapSettings {
        x_scale: exact(width),
        y_scale: exact(height),
        bg_color: WHITE,
    }
}
