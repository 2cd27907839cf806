//! PDFs made by hand for the tests, in a few words each.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// A4 in points.
pub fn a4() -> Object {
    boxed([0.0, 0.0, 595.276, 841.89])
}

pub fn boxed(corners: [f32; 4]) -> Object {
    Object::Array(corners.into_iter().map(Object::Real).collect())
}

/// A document whose pages hang under one node, which carries `above`.
pub struct Paper {
    pub document: Document,
    pub node: ObjectId,
    kids: Vec<Object>,
    above: Dictionary,
}

impl Paper {
    pub fn new(above: Dictionary) -> Self {
        let mut document = Document::with_version("1.6");
        let node = document.new_object_id();
        Self {
            document,
            node,
            kids: Vec::new(),
            above,
        }
    }

    /// One A4 page without anything else.
    pub fn a4() -> Self {
        Self::new(Dictionary::new()).page(dictionary! { "MediaBox" => a4() })
    }

    pub fn page(mut self, mut page: Dictionary) -> Self {
        page.set("Type", "Page");
        page.set("Parent", self.node);
        let id = self.document.add_object(page);
        self.kids.push(id.into());
        self
    }

    /// An entry of the page tree that may be anything.
    pub fn kid(mut self, kid: impl Into<Object>) -> Self {
        self.kids.push(kid.into());
        self
    }

    /// An A4 page that draws `content`, with `forms` to draw by their names.
    pub fn drawing(mut self, content: &[u8], forms: Dictionary) -> Self {
        let content = self
            .document
            .add_object(Stream::new(Dictionary::new(), content.to_vec()));
        self.page(dictionary! {
            "MediaBox" => a4(), "Contents" => content,
            "Resources" => dictionary! { "XObject" => forms },
        })
    }

    pub fn finished(mut self) -> Document {
        self.above.set("Type", "Pages");
        self.above.set("Count", self.kids.len() as i64);
        self.above.set("Kids", self.kids);
        self.document.set_object(self.node, self.above);
        let catalog = self
            .document
            .add_object(dictionary! { "Type" => "Catalog", "Pages" => self.node });
        self.document.trailer.set("Root", catalog);
        self.document
    }

    pub fn bytes(self) -> Vec<u8> {
        saved(self.finished())
    }
}

pub fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// A page of forms within forms, each drawing the next twice: 2^40 drawings.
pub fn endless() -> Vec<u8> {
    doubled(40)
}

/// A page of so many forms within forms, each drawing the next twice.
pub fn doubled(levels: usize) -> Vec<u8> {
    let mut paper = Paper::new(Dictionary::new());
    let innermost = Stream::new(form(Dictionary::new()), b"0 0 1 1 re f".to_vec());
    let mut inner = paper.document.add_object(innermost);
    for _ in 0..levels {
        let twice = Stream::new(form(dictionary! { "F" => inner }), b"/F Do /F Do".to_vec());
        inner = paper.document.add_object(twice);
    }
    paper
        .drawing(b"/F Do", dictionary! { "F" => inner })
        .bytes()
}

fn form(inner: Dictionary) -> Dictionary {
    dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => a4(),
        "Resources" => dictionary! { "XObject" => inner },
    }
}
