//! What is due before the order, and what of it is open (F7-15b, C3). Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::measures::{Fen, Percent};
use crate::orders::{Specification, Value};

/// How money came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReceiptWay")]
pub enum Way {
    /// 转账
    Transfer,
    /// 现金
    Cash,
    /// 微信
    Wechat,
    /// 支付宝
    Alipay,
    /// 支票
    Cheque,
    /// 其他
    Other,
}

impl Way {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Transfer => "transfer",
            Self::Cash => "cash",
            Self::Wechat => "wechat",
            Self::Alipay => "alipay",
            Self::Cheque => "cheque",
            Self::Other => "other",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Transfer,
            Self::Cash,
            Self::Wechat,
            Self::Alipay,
            Self::Cheque,
            Self::Other,
        ]
        .into_iter()
        .find(|way| way.code() == code)
    }
}

/// 定金 of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The share of the amount that is due 下单前.
    pub share: Percent,
    /// How much that is; none while the order has no amount.
    pub due: Option<Fen>,
    /// What came in.
    pub received: Fen,
}

impl Deposit {
    /// What is still open; none while nobody knows how much is due.
    #[must_use]
    pub fn open(&self) -> Option<Fen> {
        let open = self.due?.checked_sub(self.received)?;
        Some(open.max(Fen::ZERO))
    }

    /// Whether all of it came in.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.open() == Some(Fen::ZERO)
    }
}

/// 定金 of an order as it stands, with what came in; none where nothing is due before the order.
#[must_use]
pub fn deposit(specification: &Specification, received: Fen) -> Option<Deposit> {
    let before = |row: &&crate::orders::Row| {
        row.values.get("due").and_then(Value::text) == Some("before_order")
    };
    let shares = specification.instalments.iter().filter(before);
    let share = shares
        .filter_map(|row| match row.values.get("percent") {
            Some(Value::Percent(share)) => Some(*share),
            _ => None,
        })
        .try_fold(Percent(0), Percent::checked_add)?;
    let due = specification.amount().and_then(|amount| share.of(amount));
    (share.0 > 0 && due != Some(Fen::ZERO)).then_some(Deposit {
        share,
        due,
        received,
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::calendar::BusinessDay;
    use crate::orders::OrderForm;
    use crate::orders::wire::FormRow;
    use crate::settings::HouseRules;

    /// An order of so many pieces at so much, with these instalments.
    fn order(quantity: &str, price: &str, instalments: &[(&str, &str)]) -> Specification {
        let text = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let instalments = (1..)
            .zip(instalments)
            .map(|(number, (share, due))| FormRow {
                key: format!("p{number}"),
                values: [text("percent", share), text("due", due)].into(),
            });
        let form = OrderForm {
            order: [text("unit_price", price)].into(),
            product: [text("quantity", quantity)].into(),
            instalments: instalments.collect(),
            ..OrderForm::default()
        };
        let day = BusinessDay("2026-11-24".parse().unwrap());
        Specification::understand(&form, day, &HouseRules::default()).0
    }

    #[test]
    fn clause_f7_15b_a_deposit_is_its_share_of_the_amount_to_the_fen() {
        let half: &[(&str, &str)] = &[("50", "下单前"), ("50", "发货前")];
        let thirds: &[(&str, &str)] = &[("33.33", "下单前"), ("66.67", "月结")];
        let two: &[(&str, &str)] = &[("20", "下单前"), ("10", "下单前"), ("70", "交货时")];
        // quantity, price, instalments, received → due, open, paid
        let table = [
            (
                "2000",
                "43.20",
                half,
                0,
                Some(4_320_000),
                Some(4_320_000),
                false,
            ),
            (
                "2000",
                "43.20",
                half,
                4_319_999,
                Some(4_320_000),
                Some(1),
                false,
            ),
            (
                "2000",
                "43.20",
                half,
                4_320_000,
                Some(4_320_000),
                Some(0),
                true,
            ),
            (
                "2000",
                "43.20",
                half,
                5_000_000,
                Some(4_320_000),
                Some(0),
                true,
            ),
            // 100.01 × 33.33 % = 33.333333
            ("1", "100.01", thirds, 0, Some(3_333), Some(3_333), false),
            ("1000", "0.05", two, 0, Some(1_500), Some(1_500), false),
            // Nobody has said the price yet.
            ("1000", "", half, 0, None, None, false),
        ];
        for (quantity, price, instalments, received, due, open, paid) in table {
            let told = deposit(&order(quantity, price, instalments), Fen(received)).unwrap();
            assert_eq!(
                (told.due, told.open(), told.is_paid()),
                (due.map(Fen), open.map(Fen), paid),
                "{quantity} × {price}, {received}"
            );
        }
        let later: &[(&str, &str)] = &[("100", "发货前")];
        assert_eq!(deposit(&order("2000", "43.20", later), Fen(0)), None);
        assert_eq!(deposit(&order("2000", "43.20", &[]), Fen(0)), None);
    }
}
