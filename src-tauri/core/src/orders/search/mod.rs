//! Finding an order by whatever somebody remembers of it: the tail of its number, a piece of a name, the initials of
//! a name's pinyin, a telephone number.
//!
//! A query is a list of terms between blanks; an order is found when each term is found in one of its texts
//! ([`Query::found_in`]). The index ([`words_of_order`], [`Query::words`]) only says which orders are worth looking at;
//! the texts themselves decide.
//!
//! **Invariant:** the index leaves out no order whose texts hold the query; a property test compares both.
//! **Invariant:** the index of an order is written in the commit that changes one of its texts ([`refreshed`]).

mod find_orders;
mod initials;
mod letters;
mod make_index;
mod queries;
mod query;
mod words;

pub use find_orders::{FoundOrder, FoundOrders};
pub use initials::initials_of;
pub use make_index::IndexProgress;
pub(crate) use make_index::{Indexing, begin_index, refreshed};
pub(crate) use query::names;
pub use query::{Match, Query};
pub use words::words_of_order;

/// Counts the ways of cutting and keeping words: a database whose index was made in another way makes it anew behind the window that opens.
const VERSION: i64 = 6;

/// The texts by which an order is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchedField {
    /// 订单号.
    Number,
    /// 任务书号, all of them.
    Sheet,
    /// 客户名称.
    Customer,
    /// 客户简称.
    ShortName,
    /// 产品名称.
    Product,
    /// 客户单号.
    CustomerPo,
    /// 电话: of the order, of the customer's contacts and of whoever receives a drop.
    Phone,
    /// 联系人: as 电话.
    Contact,
    /// 曾用名: of the doubles that were merged into the customer.
    Former,
}

impl SearchedField {
    /// All, in the order in which their texts are kept.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Sheet,
        Self::Customer,
        Self::ShortName,
        Self::Product,
        Self::CustomerPo,
        Self::Phone,
        Self::Contact,
        Self::Former,
    ];

    /// Stable code, for the window's words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Sheet => "sheet",
            Self::Customer => "customer",
            Self::ShortName => "short_name",
            Self::Product => "product",
            Self::CustomerPo => "customer_po",
            Self::Phone => "phone",
            Self::Contact => "contact",
            Self::Former => "former",
        }
    }
}

/// Stands between the texts of one field: a control character, which no text that was typed keeps.
const BETWEEN: char = '\u{1f}';

/// Several texts as those of one field.
fn as_one_field<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let mut field = String::new();
    for text in texts {
        if !field.is_empty() && !text.as_ref().is_empty() {
            field.push(BETWEEN);
        }
        field.push_str(text.as_ref());
    }
    field
}

/// The texts of one order, by field in the order of [`SearchedField::ALL`]; those of one field with [`BETWEEN`] between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(pub [String; 9]);

impl Texts {
    /// Each text with its field: a term stands in one text, never across two.
    pub fn each(&self) -> impl Iterator<Item = (SearchedField, &str)> {
        let fields = SearchedField::ALL.into_iter().zip(&self.0);
        fields.flat_map(|(field, texts)| texts.split(BETWEEN).map(move |text| (field, text)))
    }

    /// As the index keeps them: a field a line. None of these fields takes a line break.
    #[must_use]
    pub fn kept(&self) -> String {
        self.0.join("\n")
    }

    /// Reads [`kept`](Self::kept).
    #[must_use]
    pub fn from_kept(kept: &str) -> Self {
        let mut texts = Self::default();
        for (text, line) in texts.0.iter_mut().zip(kept.split('\n')) {
            line.clone_into(text);
        }
        texts
    }
}

#[cfg(test)]
mod tests;
