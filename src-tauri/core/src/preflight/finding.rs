//! A finding: one kind of trouble, with all the pages it is on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Item;
use crate::inspector::PageFacts;
use crate::inspector::press::{Pages, Point};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PreflightSeverity")]
pub enum Severity {
    /// 错误: it would be printed wrong. The task sheet is kept back.
    Error,
    /// 警告: it may be printed other than expected. The task sheet is kept back where the house says so.
    Warning,
    /// 提示: good to know.
    Hint,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// What is found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(rename = "PreflightKind")]
        pub enum FindingKind {
            $($(#[$doc])* $name,)+
        }

        impl FindingKind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

kinds! {
    /// The file cannot be read: `reason` is the inspector's code.
    Unreadable = "unreadable";
    /// What somebody saw who looked by hand: `item`, `words`.
    ByHand = "by_hand";
    /// Pages that could not be read to their end: `reason`.
    PageUnread = "page_unread";
    /// Another number of pages than ordered: `measured`, `wanted`.
    PageCount = "page_count";
    /// Pages of another size than ordered: `measured`, `wanted`.
    PageSize = "page_size";
    /// Taken in as 跨页 or 封面展开, and no page is two side by side: `measured`, `wanted`.
    NotASpread = "not_a_spread";
    /// Pages of the right size lying on their side: `measured`, `wanted`.
    PageTurned = "page_turned";
    /// 跨页: two pages side by side in one: `measured`, `wanted`.
    Spread = "spread";
    /// A cover whose spine is not as wide as the book is thick: `measured`, `wanted`.
    SpineWidth = "spine_width";
    /// A cover whose edges are turned in, held against no 展开尺寸: `measured`.
    FlatSizeUnknown = "flat_size_unknown";
    /// No trim is stated; it was taken to lie in the middle: `measured` is the whole page.
    TrimAssumed = "trim_assumed";
    /// There is less room for bleed than ordered, where ink reaches the trim: `sides`, `measured`, `wanted`.
    Bleed = "bleed";
    /// There is room for bleed, but the picture stops before it: `sides`, `measured`, `wanted`.
    BleedUnfilled = "bleed_unfilled";
    /// Nothing is printed on it.
    EmptyPage = "empty_page";
    /// More process colours than ordered: `measured`, `wanted`.
    TooManyInks = "too_many_inks";
    /// Spots nobody ordered: `names`.
    SpotNotOrdered = "spot_not_ordered";
    /// As many spots as ordered, under other names: `names`, `wanted`.
    SpotOtherName = "spot_other_name";
    /// Ordered spots the file does not have: `wanted`.
    SpotMissing = "spot_missing";
    /// Fewer process colours than ordered: `measured`, `wanted`.
    FewerInks = "fewer_inks";
    /// Spots that stand for a step of finishing: `names`.
    SpotOfFinishing = "spot_of_finishing";
    /// Spots that stand for a step of finishing nobody ordered: `names`.
    FinishingNotOrdered = "finishing_not_ordered";
    /// Colours of a screen.
    Rgb = "rgb";
    /// Measured colours.
    Lab = "lab";
    /// 套版色.
    Registration = "registration";
    /// More ink than dries: `measured`, `wanted`.
    InkSum = "ink_sum";
    /// Small text in a black of several inks: `measured`, `wanted`.
    RichBlackText = "rich_black_text";
    /// White that is set to overprint and vanishes.
    WhiteOverprint = "white_overprint";
    /// Things that overprint.
    Overprint = "overprint";
    /// See-through things.
    Transparency = "transparency";
    /// Pictures too coarse: `measured`, `wanted`, `count`.
    Image = "image";
    /// Line art too coarse: `measured`, `wanted`, `count`.
    LineArt = "line_art";
    /// Fonts that are not in the file: `names`.
    FontMissing = "font_missing";
    /// Lines too thin: `measured`, `wanted`.
    Hairline = "hairline";
    /// Remarks that would be printed: `count`.
    PrintedRemarks = "printed_remarks";
    /// Remarks that would not: `count`.
    Remarks = "remarks";
    /// Fields to be filled in: `count`.
    Fields = "fields";
    /// Layers that are switched off: `names`.
    HiddenLayers = "hidden_layers";
    /// Layers: `names`.
    Layers = "layers";
    /// The file was made for a screen: `measured`.
    IntentNotForPress = "intent_not_for_press";
    /// It claims a standard of print and names no press: `measured`.
    IntentMissing = "intent_missing";
}

impl FindingKind {
    /// The item of 预检 it belongs to.
    #[must_use]
    pub const fn item(self) -> Item {
        match self {
            Self::PageCount
            | Self::PageSize
            | Self::NotASpread
            | Self::PageTurned
            | Self::Spread
            | Self::SpineWidth
            | Self::FlatSizeUnknown
            | Self::TrimAssumed => Item::Size,
            Self::Bleed | Self::BleedUnfilled => Item::Bleed,
            Self::TooManyInks
            | Self::FewerInks
            | Self::SpotNotOrdered
            | Self::SpotOtherName
            | Self::SpotMissing
            | Self::Rgb
            | Self::Lab
            | Self::Registration
            | Self::InkSum
            | Self::RichBlackText
            | Self::WhiteOverprint
            | Self::Overprint
            | Self::Transparency => Item::Colours,
            Self::Image | Self::LineArt => Item::Pictures,
            Self::FontMissing => Item::Fonts,
            Self::SpotOfFinishing | Self::FinishingNotOrdered => Item::Finishing,
            Self::Unreadable
            | Self::ByHand
            | Self::PageUnread
            | Self::EmptyPage
            | Self::Hairline
            | Self::PrintedRemarks
            | Self::Remarks
            | Self::Fields
            | Self::HiddenLayers
            | Self::Layers
            | Self::IntentNotForPress
            | Self::IntentMissing => Item::Other,
        }
    }

    /// Whether the file is not what was ordered (S-4.4.1A-2): the order is changed, or somebody who may stands for it; that the
    /// customer wants it printed so settles nothing while the sheet says otherwise.
    #[must_use]
    pub const fn is_about_the_order(self) -> bool {
        matches!(
            self,
            Self::PageCount
                | Self::PageSize
                | Self::NotASpread
                | Self::TooManyInks
                | Self::SpotNotOrdered
        )
    }

    /// Whether nothing is known of the file: nobody's word settles that, only a look.
    #[must_use]
    pub const fn is_no_knowledge(self) -> bool {
        matches!(self, Self::Unreadable | Self::PageUnread)
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// Where the worst of it is, as somebody looks at the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingPlace {
    /// On which page, from 1.
    pub page: u32,
    /// From the left edge of the finished page, in tenths of a millimetre.
    pub from_left: i32,
    /// From its upper edge.
    pub from_top: i32,
}

impl FindingPlace {
    /// A point of a page, as it is shown: turned and scaled.
    pub(super) fn on(page: u32, facts: &PageFacts, point: Point) -> Self {
        let trim = facts.trim;
        let (left, right) = (point.x - trim.left, trim.right - point.x);
        let (below, above) = (point.y - trim.bottom, trim.top - point.y);
        let (from_left, from_top) = match facts.rotate {
            90 => (below, left),
            180 => (right, below),
            270 => (above, right),
            _ => (left, above),
        };
        // The casts saturate: what lies absurdly far away stays far away.
        let tenths = |length: f64| (length * facts.user_unit * 254.0 / 72.0).round() as i32;
        Self {
            page,
            from_left: tenths(from_left),
            from_top: tenths(from_top),
        }
    }
}

/// One kind of trouble, with all the pages it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where; none when it is about the file as a whole.
    pub pages: Pages,
    /// Where the worst of it is.
    pub place: Option<FindingPlace>,
    /// The facts of the sentence, by name; lengths in millimetres, widths of lines and sizes of letters in points.
    pub params: BTreeMap<String, String>,
}

/// The most names told in one finding.
const MOST_NAMES: usize = 12;

impl Finding {
    pub(super) fn new(kind: FindingKind, severity: Severity, pages: Pages) -> Self {
        Self {
            kind,
            severity,
            pages,
            place: None,
            params: BTreeMap::new(),
        }
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    pub(super) fn names(self, name: &str, names: &[&str]) -> Self {
        let mut told = names
            .iter()
            .take(MOST_NAMES)
            .copied()
            .collect::<Vec<_>>()
            .join("、");
        if names.len() > MOST_NAMES {
            told.push('…');
        }
        self.with(name, told)
    }

    pub(super) fn at(mut self, place: Option<FindingPlace>) -> Self {
        self.place = place;
        self
    }
}
