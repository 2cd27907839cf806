//! 练习库: a house of its own to learn on (F2-02b). Its banner and its prints say so; its numbers carry a letter of
//! their own.

use super::FirstStart;
use crate::Desk;
use crate::accounts::{NewPerson, Role};
use crate::customers::wire::SaveCustomer;
use crate::error::DeskError;
use crate::orders::OrderForm;
use crate::orders::wire::FormRow;

/// Everybody's password in the practice desk; the sign-in screen says it.
pub const PRACTICE_PASSWORD: &str = "lianxi";
/// Everybody's PIN in the practice desk; the sign-in screen says it.
pub const PRACTICE_PIN: &str = "1234";

/// Who works in the practice house. The first is the one who usually sits here.
const PEOPLE: &[(&str, &[Role])] = &[
    ("林晓梅", &[Role::SalesAssistant]),
    ("周敏", &[Role::SalesRepresentative]),
    ("赵强", &[Role::SalesSupervisor]),
    ("何静", &[Role::SalesDirector]),
    ("钱芳", &[Role::Finance]),
    ("孙立", &[Role::Production]),
    ("陈刚", &[Role::Quality]),
    ("吴斌", &[Role::Prepress]),
    ("冯涛", &[Role::Pmc]),
    ("郑总", &[Role::GeneralManager]),
];

/// Customers to learn with: name, short name, address, contact, telephone.
const CUSTOMERS: &[[&str; 5]] = &[
    [
        "深圳市彩源文化传播有限公司",
        "彩源文化",
        "深圳市南山区科技园南路 18 号",
        "王琳",
        "0755-8600 1234",
    ],
    [
        "广州岭南图书出版社",
        "岭南社",
        "广州市天河区体育东路 66 号",
        "李伟",
        "020-3880 5678",
    ],
];

impl Desk {
    /// Lays out the practice house: its people, two customers, and an order to look around in.
    ///
    /// # Errors
    /// When the file has a house already.
    pub async fn lay_out_practice(&self) -> Result<(), DeskError> {
        let person = |name: &str, roles: &[Role]| NewPerson {
            name: name.to_owned(),
            roles: roles.to_vec(),
            password: Some(PRACTICE_PASSWORD.to_owned()),
            pin: Some(PRACTICE_PIN.to_owned()),
        };
        let people = PEOPLE
            .iter()
            .map(|(name, roles)| person(name, roles))
            .collect();
        let administrator = person("管理员", &[]);
        self.first_start(FirstStart {
            house: "练习印刷厂".to_owned(),
            desk_letter: "L".to_owned(),
            practice: true,
            administrator,
            people,
        })
        .await?;
        let assistant = self.sign_in("林晓梅", PRACTICE_PASSWORD).await?;
        for [name, short_name, address, contact, phone] in CUSTOMERS {
            let customer = SaveCustomer {
                name: (*name).to_owned(),
                short_name: (*short_name).to_owned(),
                address: (*address).to_owned(),
                contact: (*contact).to_owned(),
                phone: (*phone).to_owned(),
                ..SaveCustomer::default()
            };
            let entered = self.save_customer(&assistant, &customer).await?.value;
            // Both have been customers for years: the review of a new one is learnt on one that is entered (S-4.3.1A).
            self.mark_established(&assistant, entered, 1, true).await?;
        }
        self.register_order(&assistant, "new:practice", &a_leaflet())
            .await?;
        Ok(())
    }
}

/// 三折页, taken by telephone and not yet read back.
fn a_leaflet() -> OrderForm {
    let record = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    };
    let row = |key: &str, pairs: &[(&str, &str)]| FormRow {
        key: key.to_owned(),
        values: record(pairs),
    };
    OrderForm {
        order: record(&[
            ("customer_id", "广州岭南图书出版社"),
            ("contact", "李伟"),
            ("channel", "电话"),
            ("sales_rep_id", "周敏"),
            ("received_on", "今天"),
            ("order_date", "今天"),
            ("requested_date", "+8"),
            ("unit_price", "0.62"),
            ("tax_rate", "13"),
            ("quality_standard", "公司标准"),
        ]),
        product: record(&[
            ("name", "秋季书目三折页"),
            ("type", "折页"),
            ("size", "210x285"),
            ("quantity", "5000"),
            ("unit", "张"),
        ]),
        components: vec![row(
            "c1",
            &[
                ("name", "内文"),
                ("pages", "2"),
                ("sides", "双面"),
                ("bleed", "3"),
                ("grade", "铜版纸"),
                ("grammage", "157"),
                ("parent_size", "889x1194"),
                ("cuts", "4"),
                ("press_size", "440x590"),
                ("colours", "4+4"),
                ("work_style", "正反印"),
                ("number_up", "2"),
            ],
        )],
        finishing: vec![row(
            "f1",
            &[("process", "折页"), ("detail", "三折"), ("made_by", "本厂")],
        )],
        drops: vec![row(
            "d1",
            &[
                ("date", "+8"),
                ("quantity", "5000"),
                ("address", "广州市天河区体育东路 66 号"),
            ],
        )],
        instalments: vec![row("p1", &[("percent", "100"), ("due", "发货前")])],
        services: Vec::new(),
    }
}
