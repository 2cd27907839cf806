//! What is known of a customer, understood.

use crate::measures::Percent;

/// Everything a person may write on a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerRecord {
    /// 名称.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 编号; empty: the next of its series is given.
    pub code: String,
    /// 地址 of the firm, as it stands on contracts.
    pub address: String,
    /// 备注.
    pub remark: String,
    /// `local`, `out_of_town`, or empty.
    pub locality: String,
    /// 直通 (S-4.2.1).
    pub direct_lane: bool,
    /// 长期订单 is proposed.
    pub long_term: bool,
    /// 允许超欠.
    pub tolerance: Option<Percent>,
    /// 抬头.
    pub invoice_title: String,
    /// 税号.
    pub invoice_tax_no: String,
    /// 开户行及账号.
    pub invoice_bank: String,
    /// 地址电话.
    pub invoice_address: String,
    /// 联系人, in their order.
    pub contacts: Vec<Contact>,
    /// 收货地址, in their order.
    pub addresses: Vec<Address>,
    /// 付款方式.
    pub terms: Vec<Term>,
}

/// Somebody to call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Its row, once stored.
    pub id: Option<i64>,
    /// 姓名.
    pub name: String,
    /// 电话.
    pub phone: String,
    /// 微信 or e-mail.
    pub message: String,
    /// For what one calls them: 下单, 看样, 财务.
    pub purpose: String,
    /// Asked first.
    pub is_default: bool,
}

/// Somewhere to deliver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Its row, once stored.
    pub id: Option<i64>,
    /// 地址.
    pub address: String,
    /// 收货人.
    pub receiver: String,
    /// 收货电话.
    pub phone: String,
    /// 备注: gate, hours.
    pub note: String,
    /// Proposed first.
    pub is_default: bool,
}

/// One instalment of the usual terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// 比例.
    pub percent: Percent,
    /// 付款时点.
    pub due: Due,
    /// 账期 in days, for 月结.
    pub days: Option<i64>,
}

/// When an instalment is due; the codes of the field dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// 下单前
    BeforeOrder,
    /// 发货前
    BeforeShipping,
    /// 交货时
    OnDelivery,
    /// 月结
    Monthly,
}

impl Due {
    const ALL: [Self; 4] = [
        Self::BeforeOrder,
        Self::BeforeShipping,
        Self::OnDelivery,
        Self::Monthly,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BeforeOrder => "before_order",
            Self::BeforeShipping => "before_shipping",
            Self::OnDelivery => "on_delivery",
            Self::Monthly => "monthly",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|due| due.code() == code)
    }
}

impl CustomerRecord {
    /// The contact one asks first.
    #[must_use]
    pub fn first_contact(&self) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.is_default)
    }

    /// What differs from `before`: stable code of the field, and how it read before and reads now. Lists are told by
    /// how many there are.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Vec<(&'static str, String)> {
        let mut changes = Vec::new();
        let mut text = |code, old: &str, new: &str| {
            if old != new {
                changes.push((code, format!("{} → {}", or_none(old), or_none(new))));
            }
        };
        text("name", &before.name, &self.name);
        text("short_name", &before.short_name, &self.short_name);
        text("code", &before.code, &self.code);
        text("address", &before.address, &self.address);
        text("remark", &before.remark, &self.remark);
        text("locality", &before.locality, &self.locality);
        let tick = |yes: bool| if yes { "✓" } else { "" };
        text(
            "direct_lane",
            tick(before.direct_lane),
            tick(self.direct_lane),
        );
        text("long_term", tick(before.long_term), tick(self.long_term));
        let share =
            |share: Option<Percent>| share.map(|share| share.to_string()).unwrap_or_default();
        text(
            "tolerance",
            &share(before.tolerance),
            &share(self.tolerance),
        );
        text("invoice_title", &before.invoice_title, &self.invoice_title);
        text(
            "invoice_tax_no",
            &before.invoice_tax_no,
            &self.invoice_tax_no,
        );
        text("invoice_bank", &before.invoice_bank, &self.invoice_bank);
        text(
            "invoice_address",
            &before.invoice_address,
            &self.invoice_address,
        );
        let named = |record: &Self| {
            joined(record.contacts.iter().map(|contact| {
                spaced(&[
                    &contact.name,
                    &contact.phone,
                    &contact.message,
                    &contact.purpose,
                    tick(contact.is_default),
                ])
            }))
        };
        text("contacts", &named(before), &named(self));
        let located = |record: &Self| {
            joined(record.addresses.iter().map(|address| {
                spaced(&[
                    &address.address,
                    &address.receiver,
                    &address.phone,
                    &address.note,
                    tick(address.is_default),
                ])
            }))
        };
        text("addresses", &located(before), &located(self));
        let agreed = |record: &Self| {
            joined(record.terms.iter().map(|term| {
                spaced(&[
                    &term.percent.to_string(),
                    term.due.code(),
                    &term.days.map(|days| days.to_string()).unwrap_or_default(),
                ])
            }))
        };
        text("terms", &agreed(before), &agreed(self));
        changes
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

fn spaced(texts: &[&str]) -> String {
    let filled: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| !text.is_empty())
        .collect();
    filled.join(" ")
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("；")
}
