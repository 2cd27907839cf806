//! Two desks of one house at the same order, the same customer, the same person: what one has typed is put over what the other
//! saved meanwhile, both sides are shown, and nothing of either is lost (F7-03, F7-08).

use docket_core::accounts::{
    Actor, ApprovalRequest, PasswordCost, PersonRequest, Role, RoleTermRequest,
};
use docket_core::clock::Clock;
use docket_core::customers::wire::{ChangeCustomer, SaveCustomer};
use docket_core::orders::wire::{FormRow, OrderForm, RecordConfirmation};
use docket_core::storage::Address;
use docket_core::task_sheets::ProposeChangeRequest;
use docket_core::{Desk, DeskConfig};
use serde_json::json;
use tempfile::TempDir;

use crate::first_start::open_the_house;
use crate::support::{Setup, Window, desk_in, drive, own_database};
use crate::tour::press;

const PASSWORD: &str = "岭南草木2026";
const PIN: &str = "2468";
const CUSTOMER: &str = "广州岭南图书出版社";
const OTHER: &str = "周敏";

#[test]
fn clause_f7_03_two_desks_at_one_order_lose_nothing_of_each_other() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        database: Some(database.clone()),
        ..Setup::default()
    };
    drive("two_desks", setup, async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        let folder = TempDir::new().unwrap();
        let desk = second_desk(database, &folder).await;
        let other = a_colleague(&desk).await;
        let order = an_order(&desk, &other).await;

        both_change_the_order(&window, &desk, &other, order).await;
        both_change_the_customer(&window, &desk, &other).await;
        both_change_a_person(&window, &desk).await;
        agreed_to(&desk, &other, order).await;
        both_propose_a_change(&window, &desk, &other, order).await;
        desk.close().await;
    });
}

#[test]
fn clause_f7_03_a_draft_of_yesterday_meets_what_was_saved_since() {
    drive("yesterdays_draft", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        window.close().await;
        let desk = desk_in(&window.data()).await;
        let other = a_colleague(&desk).await;
        let order = an_order(&desk, &other).await;
        let kept_key = format!("order:{order}");
        desk.close().await;
        drop(desk);

        window.open().await;
        come_back(&window).await;
        open_order(&window, order).await;
        window.fill("product.quantity", "3000").await;
        window
            .waits_for(
                "document.querySelector('[data-name=draft-saved]')?.innerText.includes('草稿')",
            )
            .await;
        // Whatever was typed since the last pause is kept when one turns to another step.
        window.press("Alt+2").await;
        window
            .waits_for("document.querySelector('[data-name=step-2]')")
            .await;
        window.press("Alt+1").await;
        window
            .waits_for("document.querySelector('[data-field=\"product.quantity\"] input, input[data-field=\"product.quantity\"]')?.value === '3000'")
            .await;
        window.close().await;

        let desk = desk_in(&window.data()).await;
        let other = desk.sign_in(OTHER, PASSWORD).await.unwrap();
        saves(&desk, &other, order, "2500").await;
        let mine = desk.sign_in("林晓梅", PASSWORD).await.unwrap();
        let draft = desk.open_draft(&mine, &kept_key).await.unwrap();
        assert_eq!(draft.form.product["quantity"], "3000");
        desk.close().await;
        drop(desk);

        window.open().await;
        come_back(&window).await;
        open_order(&window, order).await;
        assert_eq!(window.value("product.quantity").await, "3000");
        met(&window).await;
    });
}

/// Another machine of the house, on the same server.
async fn second_desk(server: String, folder: &TempDir) -> Desk {
    Desk::open(DeskConfig {
        database: Address::Server(server),
        attachments: folder.path().join("attachments"),
        former_attachments: Vec::new(),
        prepress: folder.path().join("prepress"),
        fonts: std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fonts"),
        inspector: (env!("CARGO_BIN_EXE_docket").into(), Vec::new()),
        clock: Clock::of_the_machine(),
        password_cost: PasswordCost::SHIPPED,
    })
    .await
    .expect("a second desk opens on the server")
}

/// Whoever sits at the other desk.
async fn a_colleague(desk: &Desk) -> Actor {
    const GIVEN: &str = "初始密码123";
    let administrator = desk.sign_in("林晓梅", PASSWORD).await.unwrap();
    let request = PersonRequest {
        id: None,
        revision: 0,
        name: OTHER.to_owned(),
        department: String::new(),
        terms: [Role::SalesAssistant, Role::SalesRepresentative]
            .map(|role| RoleTermRequest {
                role,
                head: false,
                from: String::new(),
                to: String::new(),
            })
            .to_vec(),
        deputies: vec![],
        active: true,
        password: Some(GIVEN.to_owned()),
        pin: Some(PIN.to_owned()),
    };
    desk.save_person(&administrator, request).await.unwrap();
    desk.choose_password(OTHER, GIVEN, PASSWORD).await.unwrap()
}

async fn an_order(desk: &Desk, by: &Actor) -> i64 {
    let customer = SaveCustomer {
        name: CUSTOMER.to_owned(),
        contact: "李伟".to_owned(),
        phone: "020-8600 1234".to_owned(),
        ..SaveCustomer::default()
    };
    desk.save_customer(by, &customer).await.unwrap();
    let registered = desk.register_order(by, "new:9-9", &a_leaflet()).await;
    registered.unwrap().value
}

/// The other desk saves another quantity, and a number of the customer's.
async fn saves(desk: &Desk, by: &Actor, order: i64, quantity: &str) {
    let page = desk.order_page(by, order).await.unwrap();
    let mut form = page.form;
    form.product.insert("quantity".into(), quantity.into());
    form.order.insert("customer_po".into(), "PO-7".into());
    if let Some(drop) = form.drops.first_mut() {
        drop.values.insert("quantity".into(), quantity.into());
    }
    desk.save_order(by, order, page.revision, &form)
        .await
        .unwrap();
}

async fn both_change_the_order(window: &Window, desk: &Desk, other: &Actor, order: i64) {
    open_order(window, order).await;
    window.fill("product.quantity", "3000").await;
    saves(desk, other, order, "2500").await;
    met(window).await;
    let stands = desk.order_page(other, order).await.unwrap().form;
    assert_eq!(stands.product["quantity"], "3,000");
    assert_eq!(stands.order["customer_po"], "PO-7");
}

/// Save is refused; both sides are shown; looked at, and saved as it was typed here.
async fn met(window: &Window) {
    press(window, "save-order").await;
    window.sees("这里的内容在别处已被改动").await;
    window
        .waits_for("document.querySelector('[data-name=meanwhile] tr[data-row=\"product.quantity\"]')?.innerText.includes('2,500')")
        .await;
    window
        .waits_for(
            "document.querySelector('[data-name=taken-over]')?.innerText.includes('客户单号')",
        )
        .await;
    // What only the other changed stands in the form, what was typed here still does.
    window
        .waits_for(
            "document.querySelector('[data-field=\"order.customer_po\"] input')?.value === 'PO-7'",
        )
        .await;
    assert_eq!(window.value("product.quantity").await, "3000");
    window.picture("both-sides").await;
    press(window, "save-over").await;
    window.sees("已保存修改").await;
    window
        .waits_for("!document.querySelector('[data-name=meanwhile], [data-name=save-order]')")
        .await;
}

async fn both_change_the_customer(window: &Window, desk: &Desk, other: &Actor) {
    window
        .script("location.hash = '#/customers/1'", vec![])
        .await;
    window.fill("customer.shortName", "岭南").await;
    let page = desk.customer_page(1).await.unwrap();
    let (revision, mut form) = (page.revision, page.form);
    form.remark = "只收电子发票".to_owned();
    let change = ChangeCustomer {
        id: Some(1),
        revision,
        form,
    };
    desk.change_customer(other, &change).await.unwrap();
    press(window, "save-customer").await;
    window.sees("这里的内容在别处已被改动").await;
    assert_eq!(window.value("customer.shortName").await, "岭南");
    window.picture("customer-both").await;
    press(window, "save-over").await;
    window.no_longer_sees("这里的内容在别处已被改动").await;
    window.no_longer_sees("有未保存的修改").await;
    let page = desk.customer_page(1).await.unwrap();
    assert_eq!(page.form.short_name, "岭南");
}

async fn both_change_a_person(window: &Window, desk: &Desk) {
    window.script("location.hash = '#/people'", vec![]).await;
    window
        .waits_for("[...document.querySelectorAll('dk-people tbody tr')].some((row) => row.textContent.includes('周敏'))")
        .await;
    window.script("[...document.querySelectorAll('dk-people tbody tr')].find((row) => row.textContent.includes('周敏')).querySelector('td').click()", vec![]).await;
    window
        .waits_for("document.querySelector('dialog[open] [data-field=\"name\"]')")
        .await;
    window.fill("name", "周敏敏").await;
    let administrator = desk.sign_in("林晓梅", PASSWORD).await.unwrap();
    let people = desk.people().await.unwrap();
    let person = people.into_iter().find(|one| one.name == OTHER).unwrap();
    let terms = person.terms.iter().map(|held| RoleTermRequest {
        role: held.role,
        head: true,
        from: held.from.clone(),
        to: held.to.clone().unwrap_or_default(),
    });
    let request = PersonRequest {
        id: Some(person.id),
        revision: person.revision,
        name: person.name.clone(),
        department: person.department.clone(),
        terms: terms.collect(),
        deputies: vec![],
        active: true,
        password: None,
        pin: None,
    };
    desk.save_person(&administrator, request).await.unwrap();
    press(window, "save-person").await;
    window.sees("这里的内容在别处已被改动").await;
    assert_eq!(window.value("name").await, "周敏敏");
    window.picture("person-both").await;
    press(window, "save-over").await;
    window.dialog_closes().await;
    let people = desk.people().await.unwrap();
    assert!(people.iter().any(|one| one.name == "周敏敏"));
}

/// The customer agrees to what stands there, so that it takes effect.
async fn agreed_to(desk: &Desk, by: &Actor, order: i64) {
    let page = desk.order_page(by, order).await.unwrap();
    // The house has worked for them before: no review is called for (S-4.3.1A).
    let customer = page.customer_id.unwrap();
    let revision = desk.customer_page(customer).await.unwrap().revision;
    desk.mark_established(by, customer, revision, true)
        .await
        .unwrap();
    let items = ["identity", "specification", "price", "delivery"];
    let agreed = RecordConfirmation {
        order_id: order,
        revision: page.revision,
        hash: page.confirmation.hash,
        who: "李伟".to_owned(),
        at: String::new(),
        how: "phone".to_owned(),
        result: "agreed".to_owned(),
        evidence: Vec::new(),
        follows: false,
        note: String::new(),
        verified: items.map(str::to_owned).to_vec(),
    };
    desk.record_confirmation(by, &agreed).await.unwrap();
    let page = desk.order_page(by, order).await.unwrap();
    assert!(
        page.effect.at.is_some(),
        "{}, without {:?}",
        page.state,
        page.reckoning.missing
    );
}

async fn both_propose_a_change(window: &Window, desk: &Desk, other: &Actor, order: i64) {
    open_order(window, order).await;
    window.press("Alt+5").await;
    press(window, "begin-change").await;
    window.fill("change.find", "备注").await;
    window.press("Enter").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"order.remark\"]')")
        .await;
    window.fill("order.remark", "装箱前先打样").await;
    window.sees("1 处").await;
    window.fill("change.reason", "客户来电").await;
    // Another step is looked at: what is typed beside the change is there, too.
    window.press("Alt+6").await;
    window.no_longer_sees("这次更改").await;
    window.press("Alt+5").await;
    press(window, "begin-change").await;
    window.sees("1 处").await;
    assert_eq!(window.value("change.reason").await, "客户来电");

    let page = desk.order_page(other, order).await.unwrap();
    let mut form = page.form;
    form.order.insert("remark".into(), "自提".into());
    form.order.insert("contact".into(), "陈工".into());
    let people = desk.people().await.unwrap();
    let person = people.iter().find(|one| one.name == "周敏敏").unwrap().id;
    let change = ProposeChangeRequest {
        order_id: order,
        revision: page.revision,
        form,
        reason: "客户改自提".to_owned(),
        consent: None,
        loss: None,
        approval: ApprovalRequest::Pin {
            person,
            pin: PIN.to_owned(),
        },
    };
    desk.propose_change(other, change).await.unwrap();

    window.fill("change.pin", PIN).await;
    press(window, "propose-change").await;
    window
        .waits_for("document.querySelector('[data-name=meanwhile] tr[data-row=\"order.remark\"]')?.innerText.includes('自提')")
        .await;
    window
        .waits_for("document.querySelector('[data-name=taken-over]')?.innerText.includes('联系人')")
        .await;
    window.picture("change-both-sides").await;
    // It is another content now, so it is signed again; everything else is still there.
    press(window, "save-over").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"change.pin\"]')")
        .await;
    assert_eq!(window.value("change.reason").await, "客户来电");
    window.fill("change.pin", PIN).await;
    press(window, "save-over").await;
    window
        .waits_for("document.querySelector('[data-name=begin-change]')")
        .await;
    let stands = desk.order_page(other, order).await.unwrap().form;
    assert_eq!(stands.order["remark"], "装箱前先打样");
    assert_eq!(stands.order["contact"], "陈工");
}

async fn come_back(window: &Window) {
    window.fill("姓名", "林晓梅").await;
    window.fill("密码", PASSWORD).await;
    window.press("Enter").await;
    window.waits_for("document.querySelector('dk-today')").await;
}

async fn open_order(window: &Window, order: i64) {
    let there = format!("#/orders/{order}");
    window
        .script("location.hash = arguments[0]", vec![json!(there)])
        .await;
    window
        .waits_for("document.querySelector('[data-step]')")
        .await;
    window.press("Alt+1").await;
    window
        .waits_for("document.querySelector('dk-order-form [data-field=\"product.quantity\"]')")
        .await;
}

/// A leaflet nobody has to review, complete so that it takes effect once it is agreed to.
fn a_leaflet() -> OrderForm {
    let record = |pairs: &[(&str, &str)]| {
        let owned = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
        pairs.iter().map(owned).collect()
    };
    let row = |key: &str, pairs: &[(&str, &str)]| FormRow {
        key: key.to_owned(),
        values: record(pairs),
    };
    OrderForm {
        order: record(&[
            ("customer_id", CUSTOMER),
            ("contact", "李伟"),
            ("sales_rep_id", OTHER),
            ("channel", "phone"),
            ("sheet_type", "normal"),
            ("order_date", "今天"),
            ("requested_date", "+8"),
            ("confirmed_date", "+8"),
            ("unit_price", "0.62"),
            ("tax_rate", "13"),
            ("quality_standard", "company"),
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
        finishing: vec![row("f1", &[("process", "折页"), ("made_by", "本厂")])],
        drops: vec![row(
            "d1",
            &[
                ("date", "+8"),
                ("quantity", "5000"),
                ("address", "广州市天河区体育东路 66 号"),
            ],
        )],
        instalments: vec![row("p1", &[("percent", "100"), ("due", "before_shipping")])],
        services: Vec::new(),
    }
}
