//! What was ordered of a component, as far as its file can be held against it.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Thresholds;
use crate::audit::hex;
use crate::error::Failure;
use crate::files::{Counts, FileInUse};
use crate::imposition::Colours;
use crate::inspector::press::READER;
use crate::measures::{Millimetres, Size};
use crate::orders::{Row, Specification, Value};

/// Covers: components that go around the book, spine and all.
const WRAPPERS: [&str; 4] = ["封面", "封皮", "护封", "书壳"];

/// What was ordered. What nobody has said is held against nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ordered {
    /// The sizes a page may have: 部件成品尺寸 or 成品尺寸, and 展开尺寸.
    pub sizes: Vec<Size>,
    /// P数.
    pub pages: Option<u32>,
    /// P the files of the component bring together ([`crate::files::PagesStand`]); told of one of them alone.
    pub brought: Option<u32>,
    /// Whether it goes around the book: two pages and the spine side by side are as ordered.
    pub wraps: bool,
    /// Whether its edges are turned in or folded over boards, so that its size follows from 展开尺寸 alone, and that is not
    /// ordered.
    pub turned_in: bool,
    /// Whether it was taken in as 跨页: two pages side by side are as agreed.
    pub spreads: bool,
    /// Whether it was taken in as 封面展开.
    pub opened_out: bool,
    /// What is done to it (工艺).
    pub finishing: Vec<String>,
    /// 书脊厚度 of a component that goes around the book.
    pub spine: Option<Millimetres>,
    /// 出血.
    pub bleed: Option<Millimetres>,
    /// 印色.
    pub inks: Option<OrderedInks>,
}

/// 印刷颜色 and 专色.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OrderedInks {
    /// Process colours of both sides.
    pub process: Colours,
    /// Names of the spots of both sides.
    pub spots: Vec<String>,
}

impl Ordered {
    /// What `specification` says of one of its components.
    #[must_use]
    pub fn of(specification: &Specification, component: &Row) -> Self {
        let values = &component.values;
        let size = |value: Option<&Value>| match value {
            Some(Value::Size(size)) => Some(*size),
            _ => None,
        };
        let text = |key: &str| match values.get(key) {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };
        let one = size(values.get("size")).or_else(|| size(specification.product.get("size")));
        let flat = size(specification.product.get("flat_size"));
        let wraps = WRAPPERS.iter().any(|word| text("name").contains(word));
        let spots = [text("spots_front"), text("spots_back")];
        Self {
            sizes: one.into_iter().chain(flat).collect(),
            pages: match values.get("pages") {
                Some(Value::Integer(pages)) => u32::try_from(*pages).ok(),
                _ => None,
            },
            brought: None,
            wraps,
            turned_in: wraps && flat.is_none() && specification.is_case_bound(),
            spreads: false,
            opened_out: false,
            finishing: finishing(specification, text("name"), &component.key),
            spine: wraps
                .then(|| specification.spine())
                .flatten()
                .map(|spine| spine.to_millimetres()),
            bleed: match values.get("bleed") {
                Some(Value::Length(bleed)) => Some(*bleed),
                _ => None,
            },
            inks: match values.get("colours") {
                Some(Value::Colours(process)) => Some(OrderedInks {
                    process: *process,
                    spots: spots
                        .iter()
                        .flat_map(|names| names.split(", "))
                        .filter(|name| !name.is_empty())
                        .map(str::to_owned)
                        .collect(),
                }),
                _ => None,
            },
        }
    }

    /// What `specification` says of an order whose file is for all of it.
    #[must_use]
    pub fn as_a_whole(specification: &Specification) -> Self {
        let size = |key: &str| match specification.product.get(key) {
            Some(Value::Size(size)) => Some(*size),
            _ => None,
        };
        Self {
            sizes: size("size").into_iter().chain(size("flat_size")).collect(),
            finishing: specification.finishing.iter().map(process_of).collect(),
            ..Self::default()
        }
    }

    /// What `file` is held against.
    pub(super) fn of_file(specification: &Specification, file: &FileInUse) -> Self {
        let component = specification
            .components
            .iter()
            .find(|row| row.key == file.component);
        let ordered = match component {
            Some(component) => Self::of(specification, component),
            None => Self::as_a_whole(specification),
        };
        Self {
            brought: file.brought,
            ..ordered.counted(file.counts)
        }
    }

    /// The hash of all that decides what the program finds: when it changes a file is judged anew.
    pub(super) fn hash(&self, thresholds: &Thresholds) -> Result<String, Failure> {
        hash_of(&(READER, self, thresholds))
    }

    /// The hash of what somebody held a file against who looked at it by hand.
    pub(super) fn hash_by_hand(&self) -> Result<String, Failure> {
        // How many P the files bring is reckoned whenever it is asked.
        let held = Self {
            brought: None,
            ..self.clone()
        };
        hash_of(&("by hand", held))
    }

    /// The same of a file whose pages count in this way.
    #[must_use]
    pub(super) fn counted(mut self, counts: Counts) -> Self {
        match counts {
            Counts::Single => {}
            Counts::Spread => self.spreads = true,
            Counts::Cover => (self.wraps, self.opened_out) = (true, true),
        }
        self
    }

    /// Whether its pages lie one on the other in a book, so that one side of each is in the spine.
    pub(super) fn is_bound(&self) -> bool {
        !self.wraps && self.pages.is_some_and(|pages| pages > 2)
    }
}

/// What is done to a component or to all of the product.
fn finishing(specification: &Specification, name: &str, key: &str) -> Vec<String> {
    let of = |row: &&Row| match row.values.get("component") {
        Some(Value::Text(of)) => of == name || of == key || of.is_empty(),
        _ => true,
    };
    specification
        .finishing
        .iter()
        .filter(of)
        .map(process_of)
        .collect()
}

fn process_of(row: &Row) -> String {
    match row.values.get("process") {
        Some(Value::Text(process)) => process.clone(),
        _ => String::new(),
    }
}

impl OrderedInks {
    /// The most process colours a page of the file may have. Two pages are front and back; four pages of what goes around a
    /// book are its outside, its inside twice, and its outside; of others nobody can say which side of the sheet they come to
    /// lie on.
    pub(super) fn process_of(&self, page: u32, pages: usize, wraps: bool) -> u8 {
        let Colours { front, back } = self.process;
        match (pages, page) {
            (1 | 2, 1) => front,
            (2, 2) => back,
            (4, 1 | 4) if wraps => front,
            (4, 2 | 3) if wraps => back,
            _ => front.max(back),
        }
    }
}

/// SHA-256 of what `told` is as JSON.
pub(super) fn hash_of(told: &impl Serialize) -> Result<String, Failure> {
    let text =
        serde_json::to_string(told).map_err(|_| Failure::Missing("preflights.held_against"))?;
    Ok(hex(&Sha256::digest(text)))
}
