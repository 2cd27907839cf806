//! Ink: turns a display list into a PDF.
//!
//! The only file that knows the crate PDFs are written with. It hands that
//! crate small fonts cut to the characters of the document, then mends what
//! the crate leaves wrong: version, boxes, dates, `/ID`, language.
//!
//! **Invariant:** same display list, same bytes. Nothing here reads a clock or
//! draws a random number, and what the crate draws at random is replaced.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use printpdf::{
    Color, FontId, FontMetrics, Line, LinePoint, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Rect,
    Rgb, TextItem, TextMatrix, WindingOrder,
};
use sha2::{Digest as _, Sha256};

use super::DocumentError;
use super::display::{Colour, DisplayList, Face, Item};
use super::fonts::FontShelf;
use super::picture;
use super::subset::{self, CutFont};
use super::units::Pt;

pub(super) fn not_written(reason: impl ToString) -> DocumentError {
    DocumentError::NotWritten {
        reason: reason.to_string(),
    }
}

/// Draws `list` and closes the file.
pub(super) fn write(shelf: &FontShelf, list: &DisplayList) -> Result<Vec<u8>, DocumentError> {
    let mut document = draw(shelf, list)?;
    describe(&mut document, list)?;
    close(document, None)
}

/// Draws `list` as pages of an open document, nothing compressed yet.
pub(super) fn draw(shelf: &FontShelf, list: &DisplayList) -> Result<Document, DocumentError> {
    let mut pdf = PdfDocument::new(&list.title);
    let mut canonical = BTreeMap::new();
    for (face, characters) in characters_by_face(list) {
        let typeface = match face {
            Face::Regular => &shelf.regular,
            Face::Bold => &shelf.bold,
            Face::Fallback(index) => list
                .fallbacks
                .get(index)
                .ok_or_else(|| not_written("a run names a font that is not listed"))?,
        };
        let mut cut = subset::cut(typeface, &characters)?;
        canonical.extend(
            std::mem::take(&mut cut.same_glyph)
                .into_iter()
                .map(|(from, to)| ((face, from), to)),
        );
        pdf.resources
            .fonts
            .map
            .insert(font_id(face), PdfFont::new(parsed(cut)));
    }
    let (width, height) = (list.paper.0, list.paper.1);
    for page in &list.pages {
        let mut ops = Vec::with_capacity(page.items.len() * 4);
        for item in &page.items {
            item_ops(item, height, &canonical, &mut ops);
        }
        pdf.pages
            .push(PdfPage::new(millimetres(width), millimetres(height), ops));
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let bytes = pdf.save(&options, &mut warnings);
    let mut document = Document::load_mem(&bytes).map_err(not_written)?;
    tidy_pages(&mut document, list)?;
    picture::place(&mut document, list)?;
    Ok(document)
}

const fn millimetres(length: Pt) -> printpdf::Mm {
    printpdf::Mm(length.0 * 25.4 / 72.0)
}

fn font_id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "Regular".to_owned(),
        Face::Bold => "Bold".to_owned(),
        Face::Fallback(index) => format!("Fallback{index}"),
    })
}

fn characters_by_face(list: &DisplayList) -> BTreeMap<Face, BTreeSet<char>> {
    let mut characters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for item in list.pages.iter().flat_map(|page| &page.items) {
        if let Item::Text { face, text, .. } = item {
            characters.entry(*face).or_default().extend(text.chars());
        }
    }
    characters
}

/// The small font as the crate wants it.
fn parsed(cut: CutFont) -> ParsedFont {
    let vertical = FontMetrics {
        ascent: cut.ascent,
        descent: cut.descent,
    };
    let mut font = ParsedFont::with_glyph_data(
        cut.bytes,
        0,
        Some(cut.name),
        cut.codepoints,
        cut.widths,
        cut.units_per_em,
        vertical,
    );
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: cut.units_per_em,
        x_min: cut.bounds[0],
        y_min: cut.bounds[1],
        x_max: cut.bounds[2],
        y_max: cut.bounds[3],
        us_weight_class: cut.weight,
        ..PdfFontMetricsStub::default()
    };
    font
}

fn item_ops(item: &Item, height: Pt, canonical: &BTreeMap<(Face, char), char>, ops: &mut Vec<Op>) {
    let point = |(x, y): (Pt, Pt)| LinePoint {
        p: Point {
            x: rounded(x),
            y: rounded(height - y),
        },
        bezier: false,
    };
    match item {
        Item::Text {
            x,
            baseline,
            size,
            face,
            colour,
            tracking,
            text,
        } => {
            let shown = text
                .chars()
                .map(|c| canonical.get(&(*face, c)).copied().unwrap_or(c))
                .collect();
            ops.extend([
                Op::StartTextSection,
                Op::SetFillColor { col: rgb(*colour) },
                Op::SetFont {
                    font: PdfFontHandle::External(font_id(*face)),
                    size: printpdf::Pt(size.0),
                },
                Op::SetCharacterSpacing {
                    multiplier: tracking.0,
                },
                Op::SetTextMatrix {
                    matrix: TextMatrix::Translate(rounded(*x), rounded(height - *baseline)),
                },
                Op::ShowText {
                    items: vec![TextItem::Text(shown)],
                },
                Op::EndTextSection,
            ]);
        }
        Item::Line {
            from,
            to,
            width,
            colour,
        } => ops.extend([
            Op::SetOutlineColor { col: rgb(*colour) },
            Op::SetOutlineThickness {
                pt: printpdf::Pt(width.0),
            },
            Op::DrawLine {
                line: Line {
                    points: vec![point(*from), point(*to)],
                    is_closed: false,
                },
            },
        ]),
        Item::Rect {
            at,
            size,
            radius,
            fill,
            stroke,
        } => {
            let mode = match (fill, stroke) {
                (Some(_), Some(_)) => PaintMode::FillStroke,
                (None, Some(_)) => PaintMode::Stroke,
                _ => PaintMode::Fill,
            };
            if let Some(colour) = fill {
                ops.push(Op::SetFillColor { col: rgb(*colour) });
            }
            if let Some((colour, width)) = stroke {
                ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                ops.push(Op::SetOutlineThickness {
                    pt: printpdf::Pt(width.0),
                });
            }
            if *radius > Pt::ZERO {
                let ring = PolygonRing {
                    points: round_corners(*at, *size, *radius, height),
                };
                ops.push(Op::DrawPolygon {
                    polygon: Polygon {
                        rings: vec![ring],
                        mode,
                        winding_order: WindingOrder::NonZero,
                    },
                });
            } else {
                let rectangle = Rect {
                    x: rounded(at.0),
                    y: rounded(height - at.1 - size.1),
                    width: rounded(size.0),
                    height: rounded(size.1),
                    mode: Some(mode),
                    winding_order: None,
                };
                ops.push(Op::DrawRectangle { rectangle });
            }
        }
        // Placed once the crate has written its file.
        Item::Picture { .. } => {}
        Item::Polygon { rings, colour } => {
            ops.push(Op::SetFillColor { col: rgb(*colour) });
            let rings = rings
                .iter()
                .map(|ring| PolygonRing {
                    points: ring.iter().copied().map(point).collect(),
                })
                .collect();
            ops.push(Op::DrawPolygon {
                polygon: Polygon {
                    rings,
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                },
            });
        }
    }
}

/// The outline of a rectangle with round corners, as Bézier curves.
fn round_corners(at: (Pt, Pt), size: (Pt, Pt), radius: Pt, height: Pt) -> Vec<LinePoint> {
    // How far a control point lies from the corner, so that the curve is round.
    let bend = radius * (1.0 - 0.552_285);
    let (left, top, right, bottom) = (at.0, at.1, at.0 + size.0, at.1 + size.1);
    let corner = |x: Pt, y: Pt, bezier: bool| LinePoint {
        p: Point {
            x: rounded(x),
            y: rounded(height - y),
        },
        bezier,
    };
    vec![
        corner(left + radius, top, false),
        corner(right - radius, top, false),
        corner(right - bend, top, true),
        corner(right, top + bend, true),
        corner(right, top + radius, false),
        corner(right, bottom - radius, false),
        corner(right, bottom - bend, true),
        corner(right - bend, bottom, true),
        corner(right - radius, bottom, false),
        corner(left + radius, bottom, false),
        corner(left + bend, bottom, true),
        corner(left, bottom - bend, true),
        corner(left, bottom - radius, false),
        corner(left, top + radius, false),
        corner(left, top + bend, true),
        corner(left + bend, top, true),
        corner(left + radius, top, false),
    ]
}

/// A hundredth of a point is finer than any printer and keeps the file small.
fn rounded(length: Pt) -> printpdf::Pt {
    printpdf::Pt((length.0 * 100.0).round() / 100.0)
}

const fn rgb(colour: Colour) -> Color {
    Color::Rgb(Rgb {
        r: colour.r,
        g: colour.g,
        b: colour.b,
        icc_profile: None,
    })
}

/// Boxes as `x0 y0 x1 y1` (the crate writes the TrimBox as `x y w h`), and no
/// empty lists.
fn tidy_pages(document: &mut Document, list: &DisplayList) -> Result<(), DocumentError> {
    let paper = vec![
        0.into(),
        0.into(),
        Object::Real(rounded(list.paper.0).0),
        Object::Real(rounded(list.paper.1).0),
    ];
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id).map_err(not_written)?;
        for name in ["MediaBox", "CropBox", "TrimBox"] {
            page.set(name, paper.clone());
        }
        page.remove(b"Annots");
    }
    Ok(())
}

/// Title, dates and language, in place of the crate's own.
fn describe(document: &mut Document, list: &DisplayList) -> Result<(), DocumentError> {
    let date = Object::string_literal(pdf_date(list.made_at));
    let mut about = Dictionary::new();
    about.set("Title", lopdf::text_string(&list.title));
    about.set("Producer", lopdf::text_string("Docket (印单)"));
    about.set("CreationDate", date.clone());
    about.set("ModDate", date);
    let about = document.add_object(about);
    if let Ok(Object::Reference(old)) = document.trailer.get(b"Info") {
        let old = *old;
        document.objects.remove(&old);
    }
    document.trailer.set("Info", about);
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    let catalog = document.catalog_mut().map_err(not_written)?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("PageMode", Object::Name(b"UseNone".to_vec()));
    catalog.set("ViewerPreferences", preferences);
    Ok(())
}

/// A moment as PDF writes it.
pub(super) fn pdf_date(moment: DateTime<Utc>) -> String {
    moment.format("D:%Y%m%d%H%M%SZ").to_string()
}

/// Compresses and writes the file. The `/ID` comes from the content: the first
/// half is `born` where the file grew out of another.
pub(super) fn close(
    mut document: Document,
    born: Option<Vec<u8>>,
) -> Result<Vec<u8>, DocumentError> {
    "1.7".clone_into(&mut document.version);
    document.prune_objects();
    document.renumber_objects();
    document.compress();
    document.trailer.remove(b"ID");
    let content = save(&mut document)?;
    let hash: Vec<u8> = Sha256::digest(&content).iter().take(16).copied().collect();
    let first = born.unwrap_or_else(|| hash.clone());
    let identifier = |bytes| Object::String(bytes, StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", vec![identifier(first), identifier(hash)]);
    save(&mut document)
}

fn save(document: &mut Document) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).map_err(not_written)?;
    Ok(bytes)
}
