//! What a print adds to a frozen sheet: the QR code, the check code, the print
//! number, who holds it, when it was printed and by whom.
//!
//! The frozen sheet is never laid out again; each page gets one form drawn
//! over it, in the places the sheet left free.
//!
//! **Invariant:** same frozen sheet and same print line, same bytes.

use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use serde::{Deserialize, Serialize};

use super::display::{Colour, DisplayList, Item, Page};
use super::grid::{draw_line, span};
use super::lines;
use super::sheet::{FOOT_STYLE, PAPER, PRINT_LINE, QR_PLACE};
use super::typesetter::{BODY, Typesetter};
use super::units::{Pt, mm};
use super::{DocumentError, FontShelf, pdf, qr};

/// One numbered print, worded as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintLine {
    /// The text of the QR code: number, version, change index, print number,
    /// check code.
    pub qr: String,
    /// 校验码, `7F3A-91C2`.
    pub check_code: String,
    /// The number of this print: 第 2 次打印 says `2`.
    pub print_number: String,
    /// Who this copy is for: 生产联.
    pub holder: String,
    /// When it was printed, as shown: `2026-11-24 10:15`.
    pub printed_at: String,
    /// Who printed it.
    pub printed_by: String,
    /// When it was printed (UTC), for the properties of the file.
    pub moment: DateTime<Utc>,
}

/// What a sheet that is only looked at is worth; every copy is also marked 非打印件.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyMark {
    /// The state in force.
    InForce,
    /// 已过时: a signed change is newer.
    Outdated,
    /// 作废: a new version took its place.
    Void,
}

impl CopyMark {
    /// The words in the box, the largest first, and those of the foot.
    const fn words(self) -> ([&'static str; 2], &'static str) {
        match self {
            Self::InForce => (
                ["非打印件", "不作生产依据"],
                "非打印件：仅供在屏幕上查看，没有打印编号，不作生产依据。",
            ),
            Self::Outdated => (
                ["已过时", "非打印件"],
                "已过时：后面还有签过字的更改。非打印件，仅供查看，不作生产依据。",
            ),
            Self::Void => (
                ["作废", "非打印件"],
                "作废：已由新版代替。非打印件，仅供查看，不作生产依据。",
            ),
        }
    }
}

/// Adds `line` to every page of `frozen`.
pub(super) fn print(
    shelf: &FontShelf,
    frozen: &[u8],
    line: &PrintLine,
) -> Result<Vec<u8>, DocumentError> {
    let mut typesetter = Typesetter::new(shelf)?;
    let mut items = vec![qr::draw(&line.qr, QR_PLACE.0, QR_PLACE.1)?];
    let words = format!(
        "打印 {} · {} · 第 {} 次打印 · {}　　校验码 {}",
        line.printed_at, line.printed_by, line.print_number, line.holder, line.check_code
    );
    foot_line(&mut typesetter, "打印行", &words, &mut items);
    stamp_over(shelf, frozen, typesetter, items, line.moment)
}

/// Marks every page of `frozen` as a copy that was only looked at, 非打印件, and as what it is worth.
pub(super) fn copy(
    shelf: &FontShelf,
    frozen: &[u8],
    mark: CopyMark,
    moment: DateTime<Utc>,
) -> Result<Vec<u8>, DocumentError> {
    let ([large, small], foot) = mark.words();
    let mut typesetter = Typesetter::new(shelf)?;
    let mut items = Vec::new();
    let ((left, top), side) = QR_PLACE;
    items.push(Item::Rect {
        at: (left, top + mm(3.0)),
        size: (side, side - mm(6.0)),
        radius: mm(1.0),
        fill: Some(Colour::PAPER),
        stroke: Some((Colour::STAMP, Pt(1.4))),
    });
    let mut y = top + mm(4.6);
    for (text, style) in [(large, BODY.bold().sized(12.5)), (small, BODY)] {
        typesetter.enter_field("非打印件");
        for line in lines::set(
            &mut typesetter,
            &[span(text, style.coloured(Colour::STAMP))],
            side,
        ) {
            draw_line(&line, left + (side - line.width) / 2.0, y, &mut items);
            y += line.height;
        }
    }
    foot_line(&mut typesetter, "非打印件", foot, &mut items);
    stamp_over(shelf, frozen, typesetter, items, moment)
}

/// Writes `words` on the print line, on two lines where one is too short.
fn foot_line(typesetter: &mut Typesetter<'_>, field: &str, words: &str, items: &mut Vec<Item>) {
    let (left, width, baseline) = PRINT_LINE;
    typesetter.enter_field(field);
    let mut y = None;
    for line in lines::set(typesetter, &[span(words, FOOT_STYLE)], width) {
        let top = y.unwrap_or(baseline - line.baseline);
        draw_line(&line, left, top, items);
        y = Some(top + line.height);
    }
}

fn damaged(reason: impl ToString) -> DocumentError {
    DocumentError::FrozenSheetDamaged {
        reason: reason.to_string(),
    }
}

/// Draws the same `items` over every page of `frozen`.
fn stamp_over(
    shelf: &FontShelf,
    frozen: &[u8],
    typesetter: Typesetter<'_>,
    items: Vec<Item>,
    moment: DateTime<Utc>,
) -> Result<Vec<u8>, DocumentError> {
    let mut document = Document::load_mem(frozen).map_err(damaged)?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if document.is_encrypted() || pages.is_empty() {
        return Err(damaged("no readable pages"));
    }
    let born = first_identifier(&document);
    let over = DisplayList {
        title: String::new(),
        made_at: moment,
        paper: PAPER,
        pages: vec![Page { items }],
        fallbacks: typesetter.finish()?,
    };
    let form = import(&mut document, pdf::draw(shelf, &over)?)?;
    for page in pages {
        place(&mut document, page, form)?;
    }
    let date = Object::string_literal(pdf::pdf_date(moment));
    if let Ok(Object::Reference(about)) = document.trailer.get(b"Info") {
        let about = *about;
        document
            .get_dictionary_mut(about)
            .map_err(damaged)?
            .set("ModDate", date);
    }
    pdf::close(document, born)
}

fn first_identifier(document: &Document) -> Option<Vec<u8>> {
    match document.trailer.get(b"ID").ok()?.as_array().ok()?.first()? {
        Object::String(bytes, _) => Some(bytes.clone()),
        _ => None,
    }
}

/// Takes the one page of `over` into `document` as a form with resources of
/// its own.
fn import(document: &mut Document, mut over: Document) -> Result<ObjectId, DocumentError> {
    over.renumber_objects_with(document.max_id + 1);
    let page = over
        .page_iter()
        .next()
        .ok_or_else(|| damaged("an empty overlay"))?;
    let content = over.get_page_content(page);
    let resources = over
        .get_dictionary(page)
        .and_then(|page| page.get(b"Resources"))
        .map_err(damaged)?
        .clone();
    let mut form = Dictionary::new();
    form.set("Type", "XObject");
    form.set("Subtype", "Form");
    form.set(
        "BBox",
        vec![
            0.into(),
            0.into(),
            Object::Real(PAPER.0.0),
            Object::Real(PAPER.1.0),
        ],
    );
    form.set("Resources", resources);
    document.max_id = over.max_id;
    document.objects.append(&mut over.objects);
    Ok(document.add_object(Stream::new(form, content)))
}

/// Wraps what `page` draws in `q … Q` and draws `form` after it.
fn place(document: &mut Document, page: ObjectId, form: ObjectId) -> Result<(), DocumentError> {
    const NAME: &str = "DocketPrint";
    let before = document.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
    let after = document.add_object(Stream::new(
        Dictionary::new(),
        format!("\nQ q /{NAME} Do Q\n").into_bytes(),
    ));
    let mut resources = match document
        .get_dictionary(page)
        .and_then(|page| page.get(b"Resources"))
        .map_err(damaged)?
    {
        Object::Reference(id) => document.get_dictionary(*id).map_err(damaged)?.clone(),
        Object::Dictionary(own) => own.clone(),
        _ => return Err(damaged("a page without resources")),
    };
    let mut forms = match resources.get(b"XObject") {
        Ok(Object::Reference(id)) => document.get_dictionary(*id).map_err(damaged)?.clone(),
        Ok(Object::Dictionary(own)) => own.clone(),
        _ => Dictionary::new(),
    };
    forms.set(NAME, form);
    resources.set("XObject", forms);
    let page = document.get_dictionary_mut(page).map_err(damaged)?;
    let originals = match page.get(b"Contents").map_err(damaged)? {
        Object::Array(parts) => parts.clone(),
        one => vec![one.clone()],
    };
    let mut contents = vec![Object::Reference(before)];
    contents.extend(originals);
    contents.push(Object::Reference(after));
    page.set("Contents", contents);
    page.set("Resources", resources);
    Ok(())
}
