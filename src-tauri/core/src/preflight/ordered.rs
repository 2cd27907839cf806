//! What was ordered of a component, as far as its file can be held against it.

use crate::files::Counts;
use crate::imposition::Colours;
use crate::measures::{Millimetres, Size};
use crate::orders::{Row, Specification, Value};

/// Covers: components that go around the book, spine and all.
const WRAPPERS: [&str; 4] = ["封面", "封皮", "护封", "书壳"];

/// What was ordered. What nobody has said is held against nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordered {
    /// The sizes a page may have: 部件成品尺寸 or 成品尺寸, and 展开尺寸.
    pub sizes: Vec<Size>,
    /// P数.
    pub pages: Option<u32>,
    /// Whether one file has them all. The files of a component are summed elsewhere ([`crate::files::PagesStand`]).
    pub in_one_file: bool,
    /// Whether it goes around the book: two pages and the spine side by side are as ordered.
    pub wraps: bool,
    /// Whether it was taken in as 跨页: two pages side by side are as agreed.
    pub spreads: bool,
    /// 书脊厚度 of a component that goes around the book.
    pub spine: Option<Millimetres>,
    /// 出血.
    pub bleed: Option<Millimetres>,
    /// 印色.
    pub inks: Option<OrderedInks>,
}

/// 印刷颜色 and 专色.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
            in_one_file: false,
            wraps,
            spreads: false,
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
            ..Self::default()
        }
    }

    /// The same of a file whose pages count in this way.
    #[must_use]
    pub(super) fn counted(mut self, counts: Counts) -> Self {
        match counts {
            Counts::Single => {}
            Counts::Spread => self.spreads = true,
            Counts::Cover => self.wraps = true,
        }
        self
    }

    /// Whether its pages lie one on the other in a book, so that one side of each is in the spine.
    pub(super) fn is_bound(&self) -> bool {
        !self.wraps && self.pages.is_some_and(|pages| pages > 2)
    }
}

impl OrderedInks {
    /// The most process colours a page of the file may have. Two pages are front and back; of more nobody can say which
    /// side of the sheet they come to lie on.
    pub(super) fn process_of(&self, page: u32, pages: usize) -> u8 {
        let Colours { front, back } = self.process;
        match (pages, page) {
            (1 | 2, 1) => front,
            (2, 2) => back,
            _ => front.max(back),
        }
    }
}
