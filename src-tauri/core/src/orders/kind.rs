//! Kinds of orders (F4), each with its own number series and its own rules, as data.
//!
//! | | 样品 OS | 预售 OP | 客户订单 OD | 库存生产 OF |
//! |---|---|---|---|---|
//! | customer, read back | yes | yes | yes | no (F4-5a, F4-5c) |
//! | price, payment, date | price and payment may be 待定 | may be 待定 (F4-3a) | all five facts (F1-06, F4-4b) | date only |
//! | quantity | 待定 until release | 待定 or estimated | yes | estimated, with who and why (F4-5d) |
//! | review | B and C | never | as its facts ask | never |
//! | task sheet | yes | never (F4-3b) | yes | yes |
//! | becomes an OD | any number of times | whole or in parts (F4-3d) | | |
//!
//! **Invariant:** the kind is chosen while an order is a draft and stays once it has a number.
//! **Invariant:** what a kind does not have never stands on an order of it; a draft keeps what was typed, so that the
//! kind can be chosen again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::{Choice, Field, Level};
use super::state::Course;
use crate::numbers::Series;

/// 单别.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
pub enum OrderKind {
    /// 样品订购单 (F4-2).
    #[serde(rename = "os")]
    Sample,
    /// 预售: an intention, price and quantity not fixed (F4-3).
    #[serde(rename = "op")]
    Presale,
    /// 客户订单 (F4-4).
    #[default]
    #[serde(rename = "od")]
    Order,
    /// 库存生产申请: the house's own goods (F4-5).
    #[serde(rename = "of")]
    Stock,
}

/// Why a kind is reviewed before its task sheet is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reviewed {
    /// For whatever trigger it meets.
    ForAny,
    /// For these triggers only, by the letters of their clauses.
    For(&'static [&'static str]),
    /// It is not.
    Never,
}

/// The rules of one kind. Fields go by path (`order.unit_price`), whole lists by the code of their level (`instalment`).
struct Rules {
    /// What an order of the kind does not have.
    without: &'static [&'static str],
    /// What may be 待定 when the customer agrees.
    pending: &'static [&'static str],
    /// What may still be empty when the task sheet is issued.
    optional: &'static [&'static str],
    /// What it must have to be registered.
    to_register: &'static [&'static str],
    /// Whether it is read back to a customer (S-4.1.2).
    read_back: bool,
    /// Whether a sample must be there (S-4.2.2); one that is there must be stamped whatever the kind (S-4.2.4a).
    sample: bool,
    /// Whether a task sheet is issued for it.
    released: bool,
    reviewed: Reviewed,
}

const SAMPLE: Rules = Rules {
    without: &["order.estimator_id", "order.estimate_basis"],
    pending: &["order.unit_price", "product.quantity", "instalment"],
    optional: &["order.unit_price", "instalment"],
    to_register: &["order.customer_id", "product.name"],
    read_back: true,
    // What the plant makes here is the sample.
    sample: false,
    released: true,
    reviewed: Reviewed::For(&["B", "C"]),
};

const PRESALE: Rules = Rules {
    without: &["order.free", "order.estimator_id", "order.estimate_basis"],
    pending: &[
        "order.unit_price",
        "order.requested_date",
        "product.quantity",
        "instalment",
    ],
    optional: &[
        "order.unit_price",
        "order.requested_date",
        "order.confirmed_date",
        "product.quantity",
        "instalment",
        "drop",
    ],
    to_register: &["order.customer_id", "product.name"],
    read_back: true,
    sample: false,
    released: false,
    reviewed: Reviewed::Never,
};

const ORDER: Rules = Rules {
    without: &["order.free", "order.estimator_id", "order.estimate_basis"],
    pending: &[],
    optional: &[],
    to_register: &["order.customer_id", "product.name"],
    read_back: true,
    sample: true,
    released: true,
    reviewed: Reviewed::ForAny,
};

const STOCK: Rules = Rules {
    // Whatever is a customer's business: who, on which terms, at what price, sent where.
    without: &[
        "order.customer_id",
        "order.contact",
        "order.phone",
        "order.customer_po",
        "order.channel",
        "order.channel_note",
        "order.deal_type",
        "order.project",
        "order.long_term",
        "order.received_on",
        "order.received_time",
        "order.unit_price",
        "order.free",
        "order.tax_rate",
        "order.invoice_type",
        "product.part_no",
        "instalment",
        "service",
        "drop",
    ],
    pending: &[],
    optional: &["order.sales_rep_id", "order.confirmed_date"],
    to_register: &[
        "product.name",
        "product.quantity",
        "order.estimator_id",
        "order.estimate_basis",
    ],
    read_back: false,
    // Goods the house makes again and again; there is no customer who could hand one in.
    sample: false,
    released: true,
    reviewed: Reviewed::Never,
};

impl OrderKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Order, Self::Sample, Self::Presale, Self::Stock];

    const fn rules(self) -> &'static Rules {
        match self {
            Self::Sample => &SAMPLE,
            Self::Presale => &PRESALE,
            Self::Order => &ORDER,
            Self::Stock => &STOCK,
        }
    }

    /// Stable code, as stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sample => "os",
            Self::Presale => "op",
            Self::Order => "od",
            Self::Stock => "of",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As the field 单别 offers, shows and prints it.
    pub(super) const fn choice(self) -> Choice {
        let (code, label, english) = match self {
            Self::Sample => ("os", "OS 样品订购单", "sample order (OS)"),
            Self::Presale => ("op", "OP 预售", "presale (OP)"),
            Self::Order => ("od", "OD 客户订单", "customer order (OD)"),
            Self::Stock => ("of", "OF 库存生产申请", "production for stock (OF)"),
        };
        Choice {
            code,
            label,
            english,
        }
    }

    /// The series its numbers come from.
    #[must_use]
    pub const fn series(self) -> Series {
        match self {
            Self::Sample => Series::SampleOrder,
            Self::Presale => Series::Presale,
            Self::Order => Series::Order,
            Self::Stock => Series::StockOrder,
        }
    }

    /// Whether an order of this kind has the field.
    #[must_use]
    pub fn has(self, field: &Field) -> bool {
        self.has_path(field.level, field.key)
    }

    /// Whether an order of this kind has rows of the level, or the field of that key.
    #[must_use]
    pub fn has_level(self, level: Level) -> bool {
        !self.rules().without.contains(&level.code())
    }

    /// Whether an order of this kind has the field of that key.
    pub(crate) fn has_path(self, level: Level, key: &str) -> bool {
        self.has_level(level) && !names(self.rules().without, level, key)
    }

    /// Whether the field may be 待定 when the customer agrees (F1-06, F4-3a).
    #[must_use]
    pub fn may_be_pending(self, level: Level, key: &str) -> bool {
        self.has_path(level, key) && names(self.rules().pending, level, key)
    }

    /// Whether the list may be 待定 when the customer agrees.
    #[must_use]
    pub fn list_may_be_pending(self, level: Level) -> bool {
        self.rules().pending.contains(&level.code())
    }

    /// Whether a starred field must be filled when the task sheet is issued.
    #[must_use]
    pub fn needs(self, field: &Field) -> bool {
        self.has(field) && !names(self.rules().optional, field.level, field.key)
    }

    /// Whether a list that needs a row must have one when the task sheet is issued.
    #[must_use]
    pub fn needs_rows(self, level: Level) -> bool {
        self.has_level(level) && !self.rules().optional.contains(&level.code())
    }

    /// Paths without which it is not registered.
    #[must_use]
    pub const fn to_register(self) -> &'static [&'static str] {
        self.rules().to_register
    }

    /// Paths of fields and codes of lists it does not have.
    #[must_use]
    pub const fn without(self) -> &'static [&'static str] {
        self.rules().without
    }

    /// Paths of fields and codes of lists that carry no star on it.
    #[must_use]
    pub const fn optional(self) -> &'static [&'static str] {
        self.rules().optional
    }

    /// Whether it is read back to a customer (S-4.1.2, F4-5c).
    #[must_use]
    pub const fn is_read_back(self) -> bool {
        self.rules().read_back
    }

    /// Whether a sample must be there before its task sheet is issued (S-4.2.2).
    #[must_use]
    pub const fn needs_sample(self) -> bool {
        self.rules().sample
    }

    /// Whether a task sheet is ever issued for it (F4-3b).
    #[must_use]
    pub const fn is_released(self) -> bool {
        self.rules().released
    }

    /// Whether it can be reviewed at all.
    #[must_use]
    pub fn is_reviewed(self) -> bool {
        self.rules().reviewed != Reviewed::Never
    }

    /// Whether the trigger of this letter (S-4.3.1) makes it reviewed.
    #[must_use]
    pub fn is_reviewed_for(self, trigger: &str) -> bool {
        match self.rules().reviewed {
            Reviewed::ForAny => true,
            Reviewed::For(letters) => letters.contains(&trigger),
            Reviewed::Never => false,
        }
    }

    /// The way it takes through the states (F4-6).
    #[must_use]
    pub const fn course(self) -> Course {
        match self {
            Self::Sample | Self::Order => Course::Effect,
            Self::Presale => Course::Conversion,
            Self::Stock => Course::Straight,
        }
    }

    /// Whether a supervisor and the customer sign it before it takes effect (C1, F7-07): a customer's order is.
    #[must_use]
    pub const fn is_formal(self) -> bool {
        matches!(self, Self::Order)
    }

    /// Whether it can become a customer order (F4-2, F4-3d).
    #[must_use]
    pub const fn converts(self) -> bool {
        matches!(self, Self::Sample | Self::Presale)
    }
}

/// Whether a list of paths and levels names the field or its whole level.
fn names(list: &[&str], level: Level, key: &str) -> bool {
    list.iter().any(|path| {
        *path == level.code()
            || path
                .split_once('.')
                .is_some_and(|(of, field)| of == level.code() && field == key)
    })
}

/// A kind for the window: which fields it has, which carry a star on it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindView {
    /// Its code.
    pub code: &'static str,
    /// As shown and printed.
    pub label: &'static str,
    /// The English term.
    pub english: &'static str,
    /// Paths of fields and codes of lists it does not have.
    pub without: &'static [&'static str],
    /// Paths of fields and codes of lists that carry no star on it.
    pub optional: &'static [&'static str],
    /// Whether it is read back to a customer.
    pub read_back: bool,
    /// Whether a task sheet is ever issued for it.
    pub released: bool,
    /// Whether it can become a customer order.
    pub converts: bool,
}

/// Every kind for the window, in the order in which they are offered.
#[must_use]
pub fn kind_views() -> Vec<KindView> {
    let view = |kind: OrderKind| {
        let Choice {
            code,
            label,
            english,
        } = kind.choice();
        KindView {
            code,
            label,
            english,
            without: kind.without(),
            optional: kind.optional(),
            read_back: kind.is_read_back(),
            released: kind.is_released(),
            converts: kind.converts(),
        }
    };
    OrderKind::ALL.into_iter().map(view).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::orders::fields;

    fn field(path: &str) -> &'static Field {
        let (level, key) = path.split_once('.').unwrap();
        fields::all()
            .find(|field| field.level.code() == level && field.key == key)
            .unwrap()
    }

    #[test]
    fn every_path_a_kind_names_is_in_the_dictionary() {
        for kind in OrderKind::ALL {
            let rules = kind.rules();
            for path in [
                rules.without,
                rules.pending,
                rules.optional,
                rules.to_register,
            ]
            .concat()
            {
                assert!(
                    Level::ALL.iter().any(|level| level.code() == path)
                        || fields::all().any(|field| format!(
                            "{}.{}",
                            field.level.code(),
                            field.key
                        ) == path),
                    "{path} of {kind:?}"
                );
            }
            assert_eq!(OrderKind::from_code(kind.code()), Some(kind));
            assert_eq!(kind.choice().code, kind.code());
        }
    }

    #[test]
    fn clause_f4_1_four_kinds_with_their_own_rules() {
        use OrderKind::{Order, Presale, Sample, Stock};
        // kind → read back, sample demanded, released, converts
        let table = [
            (Sample, true, false, true, true),
            (Presale, true, false, false, true),
            (Order, true, true, true, false),
            (Stock, false, false, true, false),
        ];
        for (kind, read_back, sample, released, converts) in table {
            assert_eq!(
                (
                    kind.is_read_back(),
                    kind.needs_sample(),
                    kind.is_released(),
                    kind.converts()
                ),
                (read_back, sample, released, converts),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn clause_f1_06_what_may_be_left_open_on_each_kind() {
        // path → may be 待定 (OS, OP, OD, OF); the list of instalments below
        let table = [
            ("order.unit_price", [true, true, false, false]),
            ("product.quantity", [true, true, false, false]),
            ("order.requested_date", [false, true, false, false]),
            ("order.customer_id", [false; 4]),
            ("product.size", [false; 4]),
        ];
        let kinds = [
            OrderKind::Sample,
            OrderKind::Presale,
            OrderKind::Order,
            OrderKind::Stock,
        ];
        for (path, wanted) in table {
            let field = field(path);
            assert_eq!(
                kinds.map(|kind| kind.may_be_pending(field.level, field.key)),
                wanted,
                "{path}"
            );
        }
        assert_eq!(
            kinds.map(|kind| kind.list_may_be_pending(Level::Instalment)),
            [true, true, false, false]
        );
    }

    #[test]
    fn clause_f4_5a_f4_5c_a_stock_order_has_no_customer_no_price_no_payment() {
        let stock = OrderKind::Stock;
        for path in [
            "order.customer_id",
            "order.contact",
            "order.customer_po",
            "order.unit_price",
            "order.tax_rate",
            "instalment.percent",
            "service.amount",
            "drop.address",
        ] {
            assert!(!stock.has(field(path)), "{path}");
            assert!(!stock.needs(field(path)), "{path}");
            assert!(OrderKind::Order.has(field(path)), "{path}");
        }
        for path in ["order.estimator_id", "order.estimate_basis"] {
            assert!(stock.needs(field(path)), "clause F4-5d: {path}");
            assert!(!OrderKind::Order.has(field(path)), "{path}");
        }
    }

    #[test]
    fn clause_f4_2_the_free_flag_is_of_sample_orders_alone() {
        let free = field("order.free");
        let having: Vec<_> = OrderKind::ALL
            .into_iter()
            .filter(|kind| kind.has(free))
            .collect();
        assert_eq!(having, [OrderKind::Sample]);
    }

    #[test]
    fn clause_f4_6_each_kind_is_reviewed_for_its_own_triggers() {
        use OrderKind::{Order, Presale, Sample, Stock};
        // trigger → OS, OP, OD, OF
        let table = [
            ("A", [false, false, true, false]),
            ("B", [true, false, true, false]),
            ("C", [true, false, true, false]),
            ("D", [false, false, true, false]),
            ("E", [false, false, true, false]),
        ];
        for (letter, wanted) in table {
            assert_eq!(
                [Sample, Presale, Order, Stock].map(|kind| kind.is_reviewed_for(letter)),
                wanted,
                "{letter}"
            );
        }
    }
}
