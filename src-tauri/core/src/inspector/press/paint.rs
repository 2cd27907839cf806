//! Painting: paths, patterns, shadings, pictures, forms and text, as [`Walk`] meets them.

use super::facts::{FontKind, Unread};
use super::look::{dictionary, id_of, name, numbers, resolved, sub, whole};
use super::notes::{Picture, With};
use super::space::Space;
use super::state::{Extent, Matrix, State, cut};
use super::text::TextPlace;
use super::tokens::{Operand, Tokens};
use super::walk::{DEEPEST, FORMS_KEPT, Inside, LARGEST_CONTENT, MOST_IMAGES, Walk};
use crate::inspector::PageBox;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use std::rc::Rc;

impl<'d> Walk<'d> {
    pub(super) fn fill(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        base: Matrix,
        extent: Extent,
    ) -> Result<(), Unread> {
        self.painted(state, inside, base, With::Fill, extent, extent)
            .map(|_| ())
    }

    pub(super) fn stroke(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        base: Matrix,
        extent: Extent,
    ) -> Result<(), Unread> {
        let width = state.line_width * state.ctm.growth();
        let inked = extent.grown(width / 2.0);
        let seen = self.painted(state, inside, base, With::Stroke, inked, inked)?;
        if let Some(seen) = seen.filter(|_| !state.stroke.printed.white) {
            self.notes.line(width, seen);
        }
        Ok(())
    }

    /// Paints in a colour or with a pattern.
    pub(super) fn painted(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        base: Matrix,
        with: With,
        extent: Extent,
        reach: Extent,
    ) -> Result<Option<PageBox>, Unread> {
        let pattern = match (&with.colour(state).space, with) {
            (Space::Pattern(_), With::Fill) => state.fill_pattern,
            (Space::Pattern(_), With::Stroke) => state.stroke_pattern,
            _ => return Ok(self.notes.paint(state, with, extent, reach)),
        };
        let Some(seen) = extent.within(state.clip).filter(|_| self.notes.hidden == 0) else {
            return Ok(None);
        };
        let Some((stated, facts)) =
            pattern.and_then(|stated| Some((stated, dictionary(self.document, stated)?)))
        else {
            return Ok(None);
        };
        if whole(self.document, facts, b"PatternType") == Some(2) {
            self.shading(state, inside, facts.get(b"Shading").ok(), extent);
        } else if whole(self.document, facts, b"PaintType") == Some(2) {
            self.notes.paint(state, with, extent, reach);
        } else {
            self.tiles(inside, base, stated, facts, seen)?;
        }
        Ok(Some(seen))
    }

    pub(super) fn shading(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        shading: Option<&'d Object>,
        extent: Extent,
    ) {
        let Some(facts) = shading.and_then(|shading| dictionary(self.document, shading)) else {
            return;
        };
        let named = inside
            .resources
            .and_then(|of| sub(self.document, of, b"ColorSpace"));
        if let Ok(stated) = facts.get(b"ColorSpace") {
            let space = Space::read(self.document, stated, named);
            self.notes.cover(state, &space, extent);
        }
    }

    /// The sample of a tiling pattern, once a page.
    pub(super) fn tiles(
        &mut self,
        inside: Inside<'d>,
        base: Matrix,
        stated: &'d Object,
        facts: &'d Dictionary,
        seen: PageBox,
    ) -> Result<(), Unread> {
        if !self.patterns.insert(std::ptr::from_ref(facts).addr()) {
            return Ok(());
        }
        let Some(Object::Stream(stream)) = resolved(self.document, stated) else {
            return Ok(());
        };
        if inside.depth >= DEEPEST {
            return Err(Unread::TooManySteps);
        }
        let content = self.unpacked(stream, LARGEST_CONTENT)?;
        let mut state = State::new(seen);
        state.ctm = self.matrix_of(facts).then(base);
        let inside = Inside {
            resources: sub(self.document, facts, b"Resources").or(inside.resources),
            depth: inside.depth + 1,
            pattern: true,
        };
        self.run(&content, inside, state)
    }

    pub(super) fn matrix_of(&self, facts: &Dictionary) -> Matrix {
        numbers(self.document, facts, b"Matrix").map_or(Matrix::SAME, Matrix)
    }

    /// `Do`: a picture or a form.
    pub(super) fn draw(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        stated: &'d Object,
    ) -> Result<(), Unread> {
        let Some(Object::Stream(stream)) = resolved(self.document, stated) else {
            return Ok(());
        };
        let hidden = stream
            .dict
            .get(b"OC")
            .is_ok_and(|layer| self.layers.hides(self.document, layer));
        if hidden {
            return Ok(());
        }
        match name(self.document, &stream.dict, b"Subtype") {
            Some(b"Image") => {
                let picture = super::picture::described(self.document, stream, inside.resources);
                self.place(state, &picture, inside.pattern);
                Ok(())
            }
            Some(b"Form") => self.form(state, inside, id_of(stated), stream),
            _ => Ok(()),
        }
    }

    pub(super) fn form(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        id: Option<ObjectId>,
        stream: &'d Stream,
    ) -> Result<(), Unread> {
        if id.is_some_and(|id| self.open.contains(&id)) {
            return Ok(());
        }
        if inside.depth >= DEEPEST {
            return Err(Unread::TooManySteps);
        }
        let content = match id.and_then(|id| self.forms.get(&id)) {
            Some(known) => Rc::clone(known),
            None => {
                let content = Rc::new(self.unpacked(stream, LARGEST_CONTENT)?);
                if let Some(id) = id
                    && self.forms_held + content.len() <= FORMS_KEPT
                {
                    self.forms_held += content.len();
                    self.forms.insert(id, Rc::clone(&content));
                }
                content
            }
        };
        let mut own = state.clone();
        own.ctm = self.matrix_of(&stream.dict).then(state.ctm);
        if let Some(bounds) = numbers(self.document, &stream.dict, b"BBox") {
            own.clip = cut(own.clip, own.ctm.around(bounds));
        }
        let inside = Inside {
            resources: sub(self.document, &stream.dict, b"Resources").or(inside.resources),
            depth: inside.depth + 1,
            ..inside
        };
        self.open.extend(id);
        let read = self.run(&content, inside, own);
        if id.is_some() {
            self.open.pop();
        }
        read
    }

    pub(super) fn place(&mut self, state: &State<'d>, picture: &Picture, in_pattern: bool) {
        if self.images.len() >= MOST_IMAGES {
            self.notes.press.unread = Some(Unread::TooLarge);
            return;
        }
        let placed = self.notes.place(state, picture, in_pattern);
        self.images.extend(placed);
    }

    pub(super) fn inline_image(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        tokens: &Tokens<'_>,
    ) {
        let named = inside
            .resources
            .and_then(|of| sub(self.document, of, b"ColorSpace"));
        let image = &tokens.image;
        let names: Vec<Object> = image
            .space
            .iter()
            .map(|name| Object::Name(name.to_vec()))
            .collect();
        let space = match names.as_slice() {
            [] => Space::GRAY,
            [one] => Space::read(self.document, one, named),
            several => Space::read(self.document, &Object::Array(several.to_vec()), named),
        };
        let picture = Picture {
            width: image.width,
            height: image.height,
            bits: if image.stencil { 1.0 } else { image.bits },
            space,
            stencil: image.stencil,
            masked: false,
            inks: None,
        };
        self.place(state, &picture, inside.pattern);
    }

    /// Whether marked content belongs to a hidden layer.
    pub(super) fn hides(&self, inside: Inside<'d>, tokens: &Tokens<'_>) -> bool {
        let [.., Operand::Name(tag), Operand::Name(layer)] = tokens.operands.as_slice() else {
            return false;
        };
        tag.as_ref() == b"OC"
            && self
                .resource(inside, b"Properties", Some(layer.as_ref()))
                .is_some_and(|layer| self.layers.hides(self.document, layer))
    }

    /// `Tj` and its like: text of `length` bytes.
    pub(super) fn show(
        &mut self,
        state: &State<'d>,
        inside: Inside<'d>,
        base: Matrix,
        place: &TextPlace,
        length: usize,
    ) -> Result<(), Unread> {
        // 3 is not painted, 7 only cuts.
        if length == 0 || matches!(state.text_mode, 3 | 7..) {
            return Ok(());
        }
        let (extent, size) = place.around(state.ctm, state.font_size, length);
        let reach = place.begin(state.ctm);
        let mut seen = None;
        if matches!(state.text_mode, 0 | 2 | 4 | 6) {
            seen = self.painted(state, inside, base, With::Fill, extent, reach)?;
            let drawn = state.font.and_then(|font| self.fonts.found.get(font));
            // The size of letters that are drawings says nothing.
            let sized = drawn.is_none_or(|font| font.kind != FontKind::Type3);
            if let Some(seen) = seen.filter(|_| sized) {
                self.notes.text(size, &state.fill.printed, seen);
            }
        }
        if matches!(state.text_mode, 1 | 2 | 5 | 6) {
            let stroked = self.painted(state, inside, base, With::Stroke, extent, reach)?;
            seen = seen.or(stroked);
        }
        if seen.is_some() {
            self.notes.fonts.extend(state.font);
        }
        Ok(())
    }
}
