//! The pages of a PDF and their boxes (ISO 32000-1, 7.7.3 and 14.11.2).
//!
//! The tree is walked with a stack of our own, so a deep tree costs a counter
//! and not the process. MediaBox, CropBox and Rotate are inherited from the
//! nodes above; BleedBox and TrimBox are not, however often files are written
//! as if they were.

use super::facts::tenths_of_a_millimetre;
use super::{Damage, PageBox, PageFacts, Reason};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// Deeper than any tree in use: balanced trees of a million pages have ten.
const DEEPEST: usize = 256;

/// Larger than any page a unit can describe; beyond it a number is damage.
const LARGEST_COORDINATE: f64 = 1e7;

/// Lists the pages in reading order.
///
/// # Errors
/// [`Reason::NoPages`], [`Reason::TooManyPages`], or [`Reason::Damaged`] with
/// the part that is broken.
pub(super) fn pages(document: &Document, limit: u32) -> Result<Vec<PageFacts>, Reason> {
    let nodes = nodes(document, limit)?;
    Ok(nodes.into_iter().map(|node| node.facts).collect())
}

/// A page where it stands in the file.
pub(super) struct PageNode<'a> {
    /// Its number in the file; none where it stands in the tree itself.
    pub id: Option<ObjectId>,
    /// Its boxes.
    pub facts: PageFacts,
    /// Itself.
    pub page: &'a Dictionary,
    /// What its instructions name (inherited).
    pub resources: Option<&'a Dictionary>,
}

/// Lists the pages in reading order, with what else stands there.
///
/// # Errors
/// As [`pages`].
pub(super) fn nodes(document: &Document, limit: u32) -> Result<Vec<PageNode<'_>>, Reason> {
    let catalog = document
        .catalog()
        .map_err(|_| Reason::Damaged(Damage::Catalog))?;
    let root = catalog
        .get(b"Pages")
        .map_err(|_| Reason::Damaged(Damage::Catalog))?;
    let mut walk = Walk {
        document,
        limit,
        steps: 0,
        path: HashSet::new(),
        stack: Vec::new(),
        pages: Vec::new(),
    };
    walk.enter(root, Inherited::default())?;
    while let Some(branch) = walk.stack.last_mut() {
        let inherited = branch.inherited;
        if let Some(kid) = branch.kids.next() {
            walk.enter(kid, inherited)?;
        } else {
            walk.leave();
        }
    }
    if walk.pages.is_empty() {
        Err(Reason::NoPages)
    } else {
        Ok(walk.pages)
    }
}

/// What a page takes from the nodes above it.
#[derive(Clone, Copy, Default)]
struct Inherited<'a> {
    resources: Option<&'a Dictionary>,
    media: Option<PageBox>,
    crop: Option<PageBox>,
    rotate: Option<u16>,
}

struct Branch<'a> {
    id: Option<ObjectId>,
    kids: std::slice::Iter<'a, Object>,
    inherited: Inherited<'a>,
}

struct Walk<'a> {
    document: &'a Document,
    limit: u32,
    steps: u64,
    /// The nodes between the root and here: meeting one again is a circle.
    path: HashSet<ObjectId>,
    stack: Vec<Branch<'a>>,
    pages: Vec<PageNode<'a>>,
}

impl<'a> Walk<'a> {
    /// Takes the next kid: a page is noted, a branch is opened.
    fn enter(&mut self, kid: &'a Object, inherited: Inherited<'a>) -> Result<(), Reason> {
        // A tree has fewer branches than pages, so this also ends a tree that
        // lists the same empty branch over and over.
        self.steps += 1;
        if self.steps > u64::from(self.limit) * 2 + 2 {
            return Err(Reason::TooManyPages { limit: self.limit });
        }
        let page_number = u32::try_from(self.pages.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let (id, object) = self
            .document
            .dereference(kid)
            .map_err(|_| Reason::Damaged(Damage::MissingPage { page: page_number }))?;
        let node = object
            .as_dict()
            .map_err(|_| Reason::Damaged(Damage::MissingPage { page: page_number }))?;
        if node.has(b"Kids") || node.has_type(b"Pages") {
            return self.open(id, node, inherited);
        }
        if page_number > self.limit {
            return Err(Reason::TooManyPages { limit: self.limit });
        }
        let page = page(self.document, (id, node), inherited)
            .ok_or(Reason::Damaged(Damage::PageSize { page: page_number }))?;
        self.pages.push(page);
        Ok(())
    }

    fn open(
        &mut self,
        id: Option<ObjectId>,
        node: &'a Dictionary,
        above: Inherited<'a>,
    ) -> Result<(), Reason> {
        let circle = id.is_some_and(|id| !self.path.insert(id));
        if circle || self.stack.len() >= DEEPEST {
            return Err(Reason::Damaged(Damage::PageTree));
        }
        let kids: &[Object] = match node.get_deref(b"Kids", self.document) {
            Ok(kids) => kids
                .as_array()
                .map_err(|_| Reason::Damaged(Damage::PageTree))?,
            Err(_) if node.has(b"Kids") => return Err(Reason::Damaged(Damage::PageTree)),
            Err(_) => &[],
        };
        let inherited = inherit(self.document, node, above);
        self.stack.push(Branch {
            id,
            kids: kids.iter(),
            inherited,
        });
        Ok(())
    }

    fn leave(&mut self) {
        if let Some(Branch { id: Some(id), .. }) = self.stack.pop() {
            self.path.remove(&id);
        }
    }
}

fn inherit<'a>(
    document: &'a Document,
    node: &'a Dictionary,
    above: Inherited<'a>,
) -> Inherited<'a> {
    let stated = node.get_deref(b"Resources", document).ok();
    Inherited {
        resources: stated
            .and_then(|stated| stated.as_dict().ok())
            .or(above.resources),
        media: page_box(document, node, b"MediaBox").or(above.media),
        crop: page_box(document, node, b"CropBox").or(above.crop),
        rotate: rotate(document, node).or(above.rotate),
    }
}

/// The page's facts, or `None` when no size is stated anywhere above it.
fn page<'a>(
    document: &'a Document,
    (id, node): (Option<ObjectId>, &'a Dictionary),
    above: Inherited<'a>,
) -> Option<PageNode<'a>> {
    let Inherited {
        resources,
        media,
        crop,
        rotate,
    } = inherit(document, node, above);
    let media = media?;
    let crop = crop.and_then(|crop| crop.within(media)).unwrap_or(media);
    let bleed = page_box(document, node, b"BleedBox");
    let trim = page_box(document, node, b"TrimBox");
    let rotate = rotate.unwrap_or(0);
    let user_unit = node
        .get_deref(b"UserUnit", document)
        .ok()
        .and_then(number)
        .filter(|unit| *unit > 0.0)
        .unwrap_or(1.0);
    let finished = trim.unwrap_or(crop);
    let (width, height) = if rotate % 180 == 0 {
        (finished.width(), finished.height())
    } else {
        (finished.height(), finished.width())
    };
    let facts = PageFacts {
        media,
        crop,
        bleed: bleed.unwrap_or(crop),
        trim: finished,
        bleed_stated: bleed.is_some(),
        trim_stated: trim.is_some(),
        rotate,
        user_unit,
        trim_width: tenths_of_a_millimetre(width * user_unit),
        trim_height: tenths_of_a_millimetre(height * user_unit),
    };
    Some(PageNode {
        id,
        facts,
        page: node,
        resources,
    })
}

/// A box as stated by this very node; nonsense counts as not stated.
fn page_box(document: &Document, node: &Dictionary, key: &[u8]) -> Option<PageBox> {
    let [x0, y0, x1, y1] = node
        .get_deref(key, document)
        .ok()?
        .as_array()
        .ok()?
        .as_slice()
    else {
        return None;
    };
    let corner = |object: &Object| {
        document
            .dereference(object)
            .ok()
            .and_then(|(_, object)| number(object))
    };
    PageBox::between([corner(x0)?, corner(y0)?, corner(x1)?, corner(y1)?])
}

/// A whole number of quarter turns; anything else is shown unturned, as viewers do.
fn rotate(document: &Document, node: &Dictionary) -> Option<u16> {
    let degrees = number(node.get_deref(b"Rotate", document).ok()?)?.rem_euclid(360.0);
    let turned = [90_u16, 180, 270]
        .into_iter()
        .find(|quarter| f64::from(*quarter) == degrees);
    Some(turned.unwrap_or(0))
}

/// A number with the digits the file gives it: lopdf keeps reals in 32 bits,
/// whose shortest decimal is again what was written.
fn number(object: &Object) -> Option<f64> {
    let value = match object {
        Object::Integer(whole) => *whole as f64,
        Object::Real(real) => real.to_string().parse().ok()?,
        _ => return None,
    };
    (value.is_finite() && value.abs() <= LARGEST_COORDINATE).then_some(value)
}
