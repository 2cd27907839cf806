//! 客户订单信息记录表 in words.

use super::super::facts::{OrderFacts, PersonOfOrder};
use super::super::record_facts::record_facts;
use super::super::wire::{ConfirmationEntry, ConfirmationView};
use super::super::{OrderState, Specification};
use super::*;
use crate::clock::from_stored;
use crate::customers::wire::Customer;
use crate::documents::Mark;
use crate::documents::forms::record_sheet::RecordSheetFacts;
use crate::house::House;
use crate::settings::HouseRules;

fn of(form: &OrderForm, entries: Vec<ConfirmationEntry>) -> RecordSheetFacts {
    let house = House {
        name: "岭南彩印有限公司".into(),
        desk_letter: "A".into(),
        practice: true,
    };
    let (specification, problems) =
        Specification::understand(form, today(), &HouseRules::default());
    assert_eq!(problems, []);
    let order = OrderFacts {
        id: 1,
        number: "OD-2026-A000001".into(),
        state: OrderState::Registered,
        issued: false,
        effect_at: None,
        revision: 1,
        recorded_at: "2026-11-24T01:12:00Z".into(),
        customer: Customer {
            id: 1,
            name: "深圳市彩源文化".into(),
            short_name: String::new(),
            code: String::new(),
            address: String::new(),
            contact: "王琳".into(),
            phone: "138 0013 8000".into(),
            remark: String::new(),
            direct_lane: false,
            revision: 1,
        },
        assistant: PersonOfOrder {
            id: 2,
            name: "林晓梅".into(),
        },
        sales_rep: None,
        rules: HouseRules::default(),
        specification,
    };
    let view = ConfirmationView {
        hash: "b61e04d7aa".into(),
        entries,
        ..ConfirmationView::default()
    };
    record_facts(
        &house,
        &order,
        &view,
        Vec::new(),
        from_stored("2026-11-24T01:20:00Z").unwrap(),
    )
}

#[test]
fn clause_s_4_1_2a_the_record_says_the_order_in_words() {
    let mut form = album();
    form.order.insert("rush".into(), "1".into());
    form.order.insert("tax_rate".into(), "13%".into());
    form.order
        .insert("invoice_type".into(), "vat_special".into());
    form.product.insert("spares".into(), "20".into());
    form.product
        .insert("reading_direction".into(), "left".into());
    form.product.insert("packing".into(), "牛皮纸包".into());
    form.product.insert("per_pack".into(), "10".into());
    form.components[1]
        .values
        .insert("per_product".into(), "2".into());
    let sheet = of(&form, Vec::new());
    assert_eq!(sheet.letterhead.marks, [Mark::Rush, Mark::Practice]);
    let expected = [
        (&sheet.customer, "深圳市彩源文化"),
        (&sheet.contact, "王琳"),
        (&sheet.quantity, "2,000 册"),
        (&sheet.unit_price, "43.20 元"),
        (&sheet.amount, "86,400.00 元"),
        (&sheet.tax_rate, "13%"),
        (&sheet.invoice_type, "增值税专用发票"),
        (&sheet.payment_terms, "50% 下单前，50% 发货前"),
        (&sheet.requested_delivery, "2026-12-08"),
        (
            &sheet.material,
            "封面 157 g/m² 铜版纸；灰板 2.5 mm 灰板；环衬 140 g/m² 特种纸 客来纸；内文 157 g/m² 150 µm 哑粉纸",
        ),
        (&sheet.size, "210 × 285 mm"),
        (&sheet.quantities, "2,000 册，备品 20"),
        (&sheet.colours, "封面 4+0 PANTONE 871 C；内文 4+4"),
        (
            &sheet.process,
            "精装(方脊)；左翻(横排)；封面 覆哑膜 正面；牛皮纸包，每包 10",
        ),
        (&sheet.quality, "公司标准"),
        (&sheet.components[0].process, "单面印，覆哑膜 正面"),
        (&sheet.components[1].process, "每套 2，不印刷"),
        (&sheet.drops[1].quantity, "1,500"),
    ];
    for (found, text) in expected {
        assert_eq!(found, text);
    }
}

#[test]
fn clause_s_4_1_2b_the_record_shows_the_answer_that_holds_or_lines_for_a_hand() {
    let entry = ConfirmationEntry {
        who: "王琳".into(),
        at: "2026-11-24T01:40:00Z".into(),
        how: "wechat".into(),
        result: "agreed".into(),
        note: String::new(),
        recorded_by: "林晓梅".into(),
        evidence: None,
        signature: None,
        paper: None,
        stale: false,
    };
    let answered = of(&album(), vec![entry.clone()]).confirmation;
    // 01:40 UTC is 09:40 in Shanghai.
    assert_eq!(
        (answered.who.as_str(), answered.at.as_str()),
        ("王琳", "2026-11-24 09:40")
    );
    assert_eq!(
        (answered.how.as_str(), answered.result.as_str()),
        ("微信", "同意")
    );
    let stale = of(
        &album(),
        vec![ConfirmationEntry {
            stale: true,
            ..entry
        }],
    )
    .confirmation;
    assert_eq!((stale.who.as_str(), stale.hash.as_str()), ("", "b61e-04d7"));
}
