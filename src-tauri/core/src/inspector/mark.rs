//! Marks on a copy of somebody else's PDF, as an incremental update (ISO 32000-1, 7.5.6): the bytes of the original are not
//! touched, what is new stands behind them.
//!
//! The marks come as a PDF of our own, one page for each page to be marked, drawn on the page as people see it. Each becomes
//! one form that is drawn after everything else on its page.

use super::page_tree::{self, PageNode};
use super::press::balance::{Balance, balance};
use super::read_pdf::to_be_marked;
use super::{Damage, Reason, ShownPage};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Points to a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// What is to be written behind `bytes` so that page `pages[n]`, counted from 1, carries page n of `over`.
///
/// # Errors
/// [`Reason::Encrypted`], [`Reason::Signed`], [`Reason::Mended`], [`Reason::NoSuchPage`] or what keeps the file from being
/// read.
pub(super) fn tail(
    mut bytes: Vec<u8>,
    over: &[u8],
    pages: &[u32],
    page_limit: u32,
) -> Result<Vec<u8>, Reason> {
    // Offsets count from the header; what a mail program left before it is no part of the file.
    let begin = bytes
        .windows(5)
        .position(|window| window == b"%PDF-")
        .unwrap_or(0);
    bytes.drain(..begin);
    let document = to_be_marked(&bytes, page_limit)?;
    if is_signed(&document) {
        return Err(Reason::Signed);
    }
    let mut over = Document::load_mem(over).map_err(|_| Reason::Crashed)?;
    over.renumber_objects_with(document.max_id + 1);
    let marks = forms(&over)?;
    let (new_objects, max_id) = marked_pages(&document, pages, page_limit, marks, over)?;
    let kept = bytes.len();
    let mut update = IncrementalDocument::create_from(bytes, document);
    let new = &mut update.new_document;
    new.max_id = max_id;
    for (id, object) in new_objects {
        new.objects.insert(id, object);
    }
    // They describe the table of the original, not the new one.
    for key in [b"DecodeParms".as_slice(), b"XRefStm"] {
        new.trailer.remove(key);
    }
    change_identifier(&mut new.trailer, pages);
    let mut end = End {
        skip: kept,
        bytes: Vec::new(),
    };
    update.save_to(&mut end).map_err(|_| Reason::Crashed)?;
    Ok(end.bytes)
}

/// Keeps what is written after the bytes there are already.
struct End {
    skip: usize,
    bytes: Vec<u8>,
}

impl Write for End {
    fn write(&mut self, written: &[u8]) -> io::Result<usize> {
        let skipped = self.skip.min(written.len());
        self.skip -= skipped;
        self.bytes
            .extend_from_slice(written.get(skipped..).unwrap_or_default());
        Ok(written.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A page of marks: its drawing, what that names, and the height it was drawn on.
struct Mark {
    content: Vec<u8>,
    resources: Object,
    height: f64,
}

fn forms(over: &Document) -> Result<Vec<Mark>, Reason> {
    let nodes = page_tree::nodes(over, u32::MAX / 4)?;
    let mut marks = Vec::with_capacity(nodes.len());
    for (node, id) in nodes.iter().zip(over.page_iter()) {
        let resources = node.page.get(b"Resources").cloned();
        marks.push(Mark {
            content: over.get_page_content(id),
            resources: resources.unwrap_or_else(|_| Dictionary::new().into()),
            height: node.facts.crop.height(),
        });
    }
    Ok(marks)
}

type Objects = Vec<(ObjectId, Object)>;

/// The objects that are new or changed, and the highest number among them.
fn marked_pages(
    document: &Document,
    pages: &[u32],
    page_limit: u32,
    marks: Vec<Mark>,
    over: Document,
) -> Result<(Objects, u32), Reason> {
    let nodes = page_tree::nodes(document, page_limit)?;
    let count = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
    let mut next = over.max_id.max(document.max_id);
    let mut objects = without_pages(over);
    let mut seen = BTreeSet::new();
    for (number, mark) in pages.iter().zip(marks) {
        let node = usize::try_from(*number)
            .ok()
            .and_then(|number| nodes.get(number.checked_sub(1)?))
            .ok_or(Reason::NoSuchPage {
                page: *number,
                pages: count,
            })?;
        // A page that stands in the tree itself, or twice, cannot be changed by its number.
        let id = node
            .id
            .filter(|id| seen.insert(*id))
            .ok_or(Reason::Damaged(Damage::PageTree))?;
        let mut number = || {
            next += 1;
            (next, 0)
        };
        let (form, before, after) = (number(), number(), number());
        let Balance {
            before: open,
            after: close,
        } = balance(document, node.page);
        let (page, name) = marked_page(document, node, form, before, after);
        objects.push((form, as_form(mark, ShownPage::of(&node.facts))));
        objects.push((before, plain("q ".repeat(open))));
        let draw = format!("\n{}q /{name} Do Q\n", "Q ".repeat(close));
        objects.push((after, plain(draw)));
        objects.push((id, page.into()));
    }
    Ok((objects, next))
}

/// The page with its own instructions between ours, and our form among what it names.
fn marked_page(
    document: &Document,
    node: &PageNode<'_>,
    form: ObjectId,
    before: ObjectId,
    after: ObjectId,
) -> (Dictionary, String) {
    let mut resources = node.resources.cloned().unwrap_or_default();
    let mut named = resources
        .get_deref(b"XObject", document)
        .and_then(Object::as_dict)
        .cloned()
        .unwrap_or_default();
    let name = (0..)
        .map(|number| format!("DocketMarks{number}"))
        .find(|name| !named.has(name.as_bytes()))
        .unwrap_or_default();
    named.set(name.as_str(), form);
    resources.set("XObject", named);
    let mut contents = vec![Object::Reference(before)];
    match node.page.get(b"Contents") {
        Ok(Object::Reference(id)) => match document.get_object(*id) {
            Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
            Ok(_) => contents.push(Object::Reference(*id)),
            Err(_) => {}
        },
        Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
        _ => {}
    }
    contents.push(Object::Reference(after));
    let mut page = node.page.clone();
    page.set("Contents", contents);
    page.set("Resources", resources);
    (page, name)
}

/// The marks as one drawing, laid on the page the way it is seen: the upper left corners of both meet.
fn as_form(mark: Mark, shown: ShownPage) -> Object {
    let [a, b, c, d, e, f] = shown.overlay_matrix();
    let (width, height) = (shown.width * POINTS_PER_MM, shown.height * POINTS_PER_MM);
    let below = mark.height - height;
    let matrix = [a, b, c, d, e - c * below, f - d * below];
    let numbers = |numbers: &[f64]| -> Object {
        let numbers = numbers.iter().map(|number| Object::Real(*number as f32));
        numbers.collect::<Vec<_>>().into()
    };
    let mut form = Dictionary::new();
    form.set("Type", "XObject");
    form.set("Subtype", "Form");
    form.set("BBox", numbers(&[0.0, below, width, mark.height]));
    form.set("Matrix", numbers(&matrix));
    form.set("Resources", mark.resources);
    let mut form = Stream::new(form, mark.content);
    // Larger without, and drawn all the same.
    let _ = form.compress();
    form.into()
}

fn plain(content: String) -> Object {
    Stream::new(Dictionary::new(), content.into_bytes()).into()
}

/// What the marks are drawn with: fonts and all, but none of the pages they were drawn on.
fn without_pages(over: Document) -> Objects {
    let drawn: BTreeSet<ObjectId> = over
        .page_iter()
        .flat_map(|page| over.get_page_contents(page))
        .collect();
    let about = over
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .ok();
    let of_pages = |object: &Object| {
        object.as_dict().is_ok_and(|dictionary| {
            [b"Catalog".as_slice(), b"Pages", b"Page"]
                .iter()
                .any(|kind| dictionary.has_type(kind))
        })
    };
    over.objects
        .into_iter()
        .filter(|(id, object)| !drawn.contains(id) && Some(*id) != about && !of_pages(object))
        .collect()
}

/// The second half of the identifier says which state of the file this is.
fn change_identifier(trailer: &mut Dictionary, pages: &[u32]) {
    let Ok(Object::Array(halves)) = trailer.get(b"ID") else {
        return;
    };
    let Some(first) = halves.first().cloned() else {
        return;
    };
    let mut digest = Sha256::new_with_prefix(b"docket marks 1\n");
    digest.update(format!("{halves:?} {pages:?}"));
    let second: Vec<u8> = digest.finalize().iter().take(16).copied().collect();
    let second = Object::String(second, StringFormat::Hexadecimal);
    trailer.set("ID", vec![first, second]);
}

/// Whether somebody signed the file: what is written behind a signature is a change of what was signed.
fn is_signed(document: &Document) -> bool {
    let catalog = document.catalog().ok();
    let flags = catalog
        .and_then(|catalog| catalog.get_deref(b"AcroForm", document).ok())
        .and_then(|form| form.as_dict().ok())
        .and_then(|form| form.get_deref(b"SigFlags", document).ok())
        .and_then(|flags| flags.as_i64().ok());
    let certified = catalog.is_some_and(|catalog| catalog.has(b"Perms"));
    let signature = |object: &Object| {
        object
            .as_dict()
            .is_ok_and(|dictionary| dictionary.has(b"ByteRange") && dictionary.has(b"Contents"))
    };
    flags.is_some_and(|flags| flags & 1 == 1)
        || certified
        || document.objects.values().any(signature)
}
