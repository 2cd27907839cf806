//! Follows the instructions of a page, its forms and patterns, and has noted what they paint.
//!
//! Nothing is drawn. Every instruction costs a step of a budget, so a page that unfolds without end is left with a word
//! why, and what was seen of it stays.

use super::catalog::Layers;
use super::facts::{ImageFacts, Unread};
use super::fonts::Fonts;
use super::look::{as_number, dictionary, entry, flag, number, resolved, sub, unpacked, whole};
use super::notes::Notes;
use super::space::{Colour, Space};
use super::state::{Extent, Matrix, State, cut, whole_clip};
use super::text::TextPlace;
use super::tokens::Tokens;
use crate::inspector::PageBox;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::time::Instant;

/// Most instructions followed for one page: a map of a city has a million.
const MOST_STEPS: u64 = 4_000_000;

/// How often the clock is looked at.
const STEPS_PER_LOOK: u64 = 2_000;

/// Forms within forms; programs write three or four.
pub(super) const DEEPEST: usize = 28;

/// Saved states within saved states.
const MOST_SAVED: usize = 4_000;

/// The most the instructions of one page or form may unfold to.
pub(super) const LARGEST_CONTENT: usize = 100_000_000;

/// How much of unfolded forms is kept, because they come again on every page.
pub(super) const FORMS_KEPT: usize = 32_000_000;

/// Most placed pictures listed of one file.
pub(super) const MOST_IMAGES: usize = 100_000;

/// Most colour spaces remembered by name.
const SPACES_KEPT: usize = 20_000;

/// A file being read page by page.
pub(super) struct Walk<'d> {
    pub document: &'d Document,
    pub fonts: Fonts,
    pub layers: Layers,
    pub images: Vec<ImageFacts>,
    pub notes: Notes,
    deadline: Instant,
    steps: u64,
    spaces: HashMap<(usize, Vec<u8>), Space>,
    pub(super) forms: HashMap<ObjectId, Rc<Vec<u8>>>,
    pub(super) forms_held: usize,
    /// The forms that are open around what is read now: a form that draws itself is damage.
    pub(super) open: Vec<ObjectId>,
    /// The patterns of this page whose sample was read.
    pub(super) patterns: HashSet<usize>,
}

/// Where instructions stand.
#[derive(Clone, Copy)]
pub(super) struct Inside<'d> {
    pub resources: Option<&'d Dictionary>,
    pub depth: usize,
    pub pattern: bool,
}

impl<'d> Walk<'d> {
    pub(super) fn new(document: &'d Document, deadline: Instant) -> Self {
        Self {
            document,
            fonts: Fonts::default(),
            layers: Layers::of(document),
            images: Vec::new(),
            notes: Notes::new(0, 1.0),
            deadline,
            steps: 0,
            spaces: HashMap::new(),
            forms: HashMap::new(),
            forms_held: 0,
            open: Vec::new(),
            patterns: HashSet::new(),
        }
    }

    /// Reads one page; what was seen of it stands in [`Walk::notes`] even when it could not be read to its end.
    pub(super) fn page(
        &mut self,
        notes: Notes,
        node: &'d Dictionary,
        resources: Option<&'d Dictionary>,
        region: PageBox,
    ) {
        self.notes = notes;
        self.steps = 0;
        self.open.clear();
        self.patterns.clear();
        let inside = Inside {
            resources,
            depth: 0,
            pattern: false,
        };
        let read = if Instant::now() > self.deadline {
            // Unpacking costs time, too.
            Err(Unread::OutOfTime)
        } else {
            self.content(node)
                .and_then(|content| self.run(&content, inside, State::new(region)))
        };
        if let Err(unread) = read {
            self.notes.press.unread = Some(unread);
        }
    }

    /// The instructions of a page, the parts of which are read as one.
    fn content(&self, node: &'d Dictionary) -> Result<Vec<u8>, Unread> {
        let mut content = Vec::new();
        let parts: Vec<&Object> = match entry(self.document, node, b"Contents") {
            None => return Ok(content),
            Some(Object::Array(parts)) => parts.iter().collect(),
            Some(one) => vec![one],
        };
        for part in parts {
            let Some(Object::Stream(stream)) = resolved(self.document, part) else {
                continue;
            };
            let room = LARGEST_CONTENT.saturating_sub(content.len());
            content.extend(self.unpacked(stream, room)?);
            content.push(b'\n');
        }
        Ok(content)
    }

    pub(super) fn unpacked(&self, stream: &Stream, room: usize) -> Result<Vec<u8>, Unread> {
        unpacked(self.document, stream, room).map_err(|too_large| {
            if too_large {
                Unread::TooLarge
            } else {
                Unread::Damaged
            }
        })
    }

    fn step(&mut self) -> Result<(), Unread> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(Unread::TooManySteps);
        }
        if self.steps % STEPS_PER_LOOK == 1 && Instant::now() > self.deadline {
            return Err(Unread::OutOfTime);
        }
        Ok(())
    }

    pub(super) fn run(
        &mut self,
        content: &[u8],
        inside: Inside<'d>,
        first: State<'d>,
    ) -> Result<(), Unread> {
        let base = first.ctm;
        let mut state = first;
        let mut saved: Vec<State<'d>> = Vec::new();
        let mut path = Path::default();
        let mut text = TextPlace::default();
        let mut marked: Vec<bool> = Vec::new();
        let hidden_around = self.notes.hidden;
        let mut tokens = Tokens::new(content);
        while let Some(operator) = tokens.operator() {
            self.step()?;
            match operator {
                b"q" if saved.len() < MOST_SAVED => saved.push(state.clone()),
                b"Q" => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                b"cm" => {
                    if let Some(matrix) = tokens.numbers() {
                        state.ctm = Matrix(matrix).then(state.ctm);
                    }
                }
                b"w" => state.line_width = tokens.number_from_end(0).unwrap_or(1.0).abs(),
                b"gs" => {
                    if let Some(named) = self.resource(inside, b"ExtGState", tokens.last_name()) {
                        self.graphics_state(&mut state, named);
                    }
                }
                b"m" | b"l" => path.point(state.ctm, tokens.numbers::<2>()),
                b"c" => path.points(state.ctm, tokens.numbers::<6>()),
                b"v" | b"y" => path.points(state.ctm, tokens.numbers::<4>()),
                b"re" => path.rectangle(state.ctm, tokens.numbers()),
                b"W" | b"W*" => path.cuts = true,
                b"n" => path.end(&mut state),
                b"f" | b"F" | b"f*" => {
                    self.fill(&state, inside, base, path.extent)?;
                    path.end(&mut state);
                }
                b"S" | b"s" => {
                    self.stroke(&state, inside, base, path.extent)?;
                    path.end(&mut state);
                }
                b"B" | b"B*" | b"b" | b"b*" => {
                    self.fill(&state, inside, base, path.extent)?;
                    self.stroke(&state, inside, base, path.extent)?;
                    path.end(&mut state);
                }
                b"g" => state.fill = plain(Space::GRAY, &tokens, 1),
                b"rg" => state.fill = plain(Space::RGB, &tokens, 3),
                b"k" => state.fill = plain(Space::CMYK, &tokens, 4),
                b"G" => state.stroke = plain(Space::GRAY, &tokens, 1),
                b"RG" => state.stroke = plain(Space::RGB, &tokens, 3),
                b"K" => state.stroke = plain(Space::CMYK, &tokens, 4),
                b"cs" => state.fill = Rc::new(self.space(inside, &tokens).first_colour()),
                b"CS" => state.stroke = Rc::new(self.space(inside, &tokens).first_colour()),
                b"sc" | b"scn" => {
                    let space = state.fill.space.clone();
                    state.fill = Rc::new(Colour::new(space, &tokens.all_numbers()));
                    state.fill_pattern = self.resource(inside, b"Pattern", tokens.last_name());
                }
                b"SC" | b"SCN" => {
                    let space = state.stroke.space.clone();
                    state.stroke = Rc::new(Colour::new(space, &tokens.all_numbers()));
                    state.stroke_pattern = self.resource(inside, b"Pattern", tokens.last_name());
                }
                b"sh" => {
                    let shading = self.resource(inside, b"Shading", tokens.last_name());
                    self.shading(&state, inside, shading, whole_clip(&state));
                }
                b"Do" => {
                    if let Some(drawn) = self.resource(inside, b"XObject", tokens.last_name()) {
                        self.draw(&state, inside, drawn)?;
                    }
                }
                b"BI" => self.inline_image(&state, inside, &tokens),
                b"BMC" => marked.push(false),
                b"BDC" => {
                    let hides = self.hides(inside, &tokens);
                    self.notes.hidden += u32::from(hides);
                    marked.push(hides);
                }
                b"EMC" => {
                    let hidden = marked.pop().unwrap_or(false);
                    self.notes.hidden = self.notes.hidden.saturating_sub(u32::from(hidden));
                }
                b"Tf" => {
                    state.font_size = tokens.number_from_end(0).unwrap_or(0.0);
                    let named = inside.resources.zip(tokens.last_name());
                    state.font = named.and_then(|(resources, font)| {
                        self.fonts.named(self.document, resources, font)
                    });
                }
                b"Tr" => state.text_mode = tokens.number_from_end(0).unwrap_or(0.0) as u8,
                b"TL" => state.leading = tokens.number_from_end(0).unwrap_or(0.0),
                b"Tj" | b"TJ" => self.show(&state, inside, base, &text, tokens.text())?,
                b"'" | b"\"" => {
                    text.next_line(state.leading);
                    self.show(&state, inside, base, &text, tokens.text())?;
                }
                other => text.moved(other, &tokens, &mut state.leading),
            }
        }
        self.notes.hidden = hidden_around;
        Ok(())
    }

    /// What `name` means in the list `kind` of the resources.
    pub(super) fn resource(
        &self,
        inside: Inside<'d>,
        kind: &[u8],
        name: Option<&[u8]>,
    ) -> Option<&'d Object> {
        sub(self.document, inside.resources?, kind)?.get(name?).ok()
    }

    fn space(&mut self, inside: Inside<'d>, tokens: &Tokens<'_>) -> Space {
        let Some(name) = tokens.last_name() else {
            return Space::GRAY;
        };
        let named = inside
            .resources
            .and_then(|of| sub(self.document, of, b"ColorSpace"));
        let place = named.map_or(0, |named| std::ptr::from_ref(named).addr());
        let key = (place, name.to_vec());
        if let Some(known) = self.spaces.get(&key) {
            return known.clone();
        }
        let space = Space::read(self.document, &Object::Name(name.to_vec()), named);
        if self.spaces.len() == SPACES_KEPT {
            self.spaces.clear();
        }
        self.spaces.insert(key, space.clone());
        space
    }

    fn graphics_state(&mut self, state: &mut State<'d>, named: &'d Object) {
        let Some(set) = dictionary(self.document, named) else {
            return;
        };
        let number = |key: &[u8]| number(self.document, set, key);
        if let Some(width) = number(b"LW") {
            state.line_width = width.abs();
        }
        if let Some(strength) = number(b"ca") {
            state.faint[0] = strength < 1.0;
        }
        if let Some(strength) = number(b"CA") {
            state.faint[1] = strength < 1.0;
        }
        match entry(self.document, set, b"BM") {
            Some(Object::Name(mode)) => state.blended = !plain_mode(mode),
            Some(Object::Array(modes)) => {
                let first = modes.first().and_then(|mode| mode.as_name().ok());
                state.blended = first.is_some_and(|mode| !plain_mode(mode));
            }
            _ => {}
        }
        match entry(self.document, set, b"SMask") {
            Some(Object::Name(_)) => state.masked = false,
            Some(Object::Dictionary(_)) => state.masked = true,
            _ => {}
        }
        let (both, fill) = (
            flag(self.document, set, b"OP"),
            flag(self.document, set, b"op"),
        );
        if let Some(stroke) = both {
            state.overprint[1] = stroke;
        }
        if let Some(fill) = fill.or(both) {
            state.overprint[0] = fill;
        }
        if let Some(mode) = whole(self.document, set, b"OPM") {
            state.overprint_mode = mode == 1;
        }
        if let Some(Object::Array(font)) = entry(self.document, set, b"Font")
            && let [stated, size] = font.as_slice()
        {
            state.font_size = as_number(size).unwrap_or(0.0);
            state.font = self.fonts.stated(self.document, stated);
        }
    }
}

fn plain(space: Space, tokens: &Tokens<'_>, colours: usize) -> Rc<Colour> {
    let numbers = tokens.all_numbers();
    let from = numbers.len().saturating_sub(colours);
    Rc::new(Colour::new(space, numbers.get(from..).unwrap_or_default()))
}

fn plain_mode(mode: &[u8]) -> bool {
    matches!(mode, b"Normal" | b"Compatible")
}

/// The path being made.
struct Path {
    extent: Extent,
    cuts: bool,
}

impl Default for Path {
    fn default() -> Self {
        Self {
            extent: Extent::NOTHING,
            cuts: false,
        }
    }
}

impl Path {
    fn point(&mut self, ctm: Matrix, at: Option<[f64; 2]>) {
        self.points(ctm, at);
    }

    fn points<const N: usize>(&mut self, ctm: Matrix, at: Option<[f64; N]>) {
        for pair in at
            .iter()
            .flatten()
            .copied()
            .collect::<Vec<_>>()
            .chunks_exact(2)
        {
            if let [x, y] = pair {
                self.extent.take(ctm.point(*x, *y));
            }
        }
    }

    fn rectangle(&mut self, ctm: Matrix, at: Option<[f64; 4]>) {
        if let Some([x, y, width, height]) = at {
            for (x, y) in [
                (x, y),
                (x + width, y),
                (x, y + height),
                (x + width, y + height),
            ] {
                self.extent.take(ctm.point(x, y));
            }
        }
    }

    /// The path is done; it cuts if that was asked for.
    fn end(&mut self, state: &mut State<'_>) {
        if self.cuts {
            state.clip = cut(state.clip, self.extent);
        }
        *self = Self::default();
    }
}
