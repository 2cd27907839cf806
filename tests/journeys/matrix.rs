//! The change authority matrix, cell by cell through the door: before 已生效, 已生效 and not released, after release; in each who may
//! ask, who signs, who does not, and whether the customer is asked (F7-08, F4-4c, F4-5e, S-4.4.2, S-4.4.3).

use std::collections::BTreeMap;

use docket_core::DeskError;
use docket_core::accounts::{Actor, ApprovalRequest, Power, Role};
use docket_core::hand_overs::Occasion;
use docket_core::orders::wire::OrderForm;
use docket_core::task_sheets::{ConsentRequest, ProposeChangeRequest};

use crate::effect::{a_plain_book, set};
use crate::kinds::{of_kind, put};
use crate::orders::{confirmation, facts, registered, reorder, row};
use crate::people::enter;
use crate::support::{PIN, TestDesk, on_both};
use crate::task_sheets::{
    a_file, agreed, also, an_issued_book, approve, checked, code, issue, latest_change, page,
    propose, sheet, the_book,
};

/// What a cell asks for, beside 业务助理: whose signatures, and whether the customer's consent.
#[derive(Clone, Copy, Debug)]
struct Cell {
    needs: &'static [(&'static str, &'static [Role])],
    consent: bool,
}

const NOBODY: Cell = Cell {
    needs: &[],
    consent: false,
};
/// 业务助理 and the customer's consent.
const CONSENT: Cell = Cell {
    needs: &[],
    consent: true,
};
/// 业务总监 and the customer's consent.
const DIRECTOR: Cell = Cell {
    needs: &[("sales_director", &[Role::SalesDirector])],
    consent: true,
};
/// 财务 or 业务总监.
const COST: Cell = Cell {
    needs: &[("cost", &[Role::Finance, Role::SalesDirector])],
    consent: false,
};
/// 品质.
const QUALITY: Cell = Cell {
    needs: &[("quality", &[Role::Quality])],
    consent: false,
};

/// One row of the matrix by one of its examples, with what it asks for in effect and after release; each edit is another
/// value than there is. `read_back`: before 已生效 the customer is asked again.
struct Line {
    name: &'static str,
    edit: fn(&mut OrderForm),
    read_back: bool,
    in_effect: Cell,
    released: Cell,
}

/// Puts the first text, or the second where the first stands there.
fn other(record: &mut BTreeMap<String, String>, key: &str, (first, second): (&str, &str)) {
    let stands = record.get(key).is_some_and(|text| text == first);
    let text = if stands { second } else { first };
    record.insert(key.to_owned(), text.to_owned());
}

fn text_block(form: &mut OrderForm) -> &mut BTreeMap<String, String> {
    &mut form.components.last_mut().expect("a text block").values
}

/// Adds this step, or takes away the one that was added.
fn added_or_removed(form: &mut OrderForm, process: &str) {
    if form.finishing.len() > 1 {
        form.finishing.truncate(1);
    } else {
        let pairs = [
            ("component", "内文"),
            ("process", process),
            ("made_by", "本厂"),
        ];
        form.finishing.push(row("f9", &pairs));
    }
}

const LINES: [Line; 17] = [
    Line {
        name: "typing error: the remark",
        edit: |form| other(&mut form.order, "remark", ("备注一", "备注二")),
        read_back: true,
        in_effect: NOBODY,
        released: NOBODY,
    },
    Line {
        name: "quantity of an OD",
        edit: |form| {
            let more = form.product["quantity"].replace(',', "") != "2100";
            reorder(form, if more { 2_100 } else { 2_000 });
        },
        read_back: true,
        in_effect: DIRECTOR,
        released: DIRECTOR,
    },
    Line {
        name: "price of an OD",
        edit: |form| other(&mut form.order, "unit_price", ("24", "25")),
        read_back: true,
        in_effect: DIRECTOR,
        released: DIRECTOR,
    },
    Line {
        name: "delivery date of an OD",
        edit: |form| other(&mut form.order, "confirmed_date", ("12-10", "12-8")),
        read_back: false,
        in_effect: DIRECTOR,
        released: DIRECTOR,
    },
    Line {
        name: "material",
        edit: |form| other(text_block(form), "grade", ("双胶纸", "哑粉纸")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "grammage",
        edit: |form| other(text_block(form), "grammage", ("128", "157")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "sheet size",
        edit: |form| other(text_block(form), "press_size", ("600x880", "590x880")),
        read_back: false,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "parent sheet",
        edit: |form| other(text_block(form), "parent_size", ("900x1200", "889x1194")),
        read_back: false,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "size",
        edit: |form| other(&mut form.product, "size", ("210x280", "210x285")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "colours",
        edit: |form| other(text_block(form), "colours", ("1+1", "4+4")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "process changed",
        edit: |form| {
            other(
                &mut form.finishing[0].values,
                "process",
                ("覆光膜", "覆哑膜"),
            )
        },
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "process added",
        edit: |form| added_or_removed(form, "过油"),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "process removed",
        edit: |form| added_or_removed(form, "打孔"),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "binding",
        edit: |form| other(&mut form.product, "binding", ("锁线胶装", "无线胶装")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "packing",
        edit: |form| other(&mut form.product, "packing", ("纸箱", "牛皮纸包")),
        read_back: true,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "outwork",
        edit: |form| {
            other(
                &mut form.finishing[0].values,
                "made_by",
                ("outwork", "house"),
            )
        },
        read_back: false,
        in_effect: CONSENT,
        released: COST,
    },
    Line {
        name: "quality above the standard",
        edit: |form| {
            other(
                &mut form.order,
                "quality_special",
                ("色差 ΔE<2", "色差 ΔE<3"),
            )
        },
        read_back: true,
        in_effect: QUALITY,
        released: QUALITY,
    },
];

/// One person for each role, who holds that role and no other.
async fn one_of_each(house: &TestDesk) -> Vec<(Role, Actor)> {
    let mut people = Vec::new();
    for role in Role::ALL {
        let name = format!("只任{}", role.printed().replace('/', ""));
        people.push((*role, enter(house, &name, *role).await));
    }
    people
}

fn pin(actor: &Actor) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: actor.id().expect("an account"),
        pin: PIN.to_owned(),
    }
}

async fn asked_by(
    house: &TestDesk,
    order: i64,
    actor: &Actor,
    edit: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    let facts = facts(house, order).await;
    let mut form = facts.specification.to_form();
    edit(&mut form);
    let request = ProposeChangeRequest {
        order_id: order,
        revision: facts.revision,
        form,
        reason: "改".to_owned(),
        consent: Some(ConsentRequest {
            who: "王琳".to_owned(),
            at: String::new(),
            how: "phone".to_owned(),
            evidence: Vec::new(),
            follows: false,
        }),
        loss: None,
        approval: pin(actor),
    };
    let asked = house.desk.propose_change(actor, request).await;
    asked.map(|done| done.value)
}

/// One cell of an order in effect or issued: what the preview says of it, that nobody but 业务助理 asks, that it waits for exactly
/// those it names, that no other role gives what it waits for, and that with the last of them it stands.
async fn a_cell(
    house: &TestDesk,
    order: i64,
    people: &[(Role, Actor)],
    name: &str,
    cell: Cell,
    edit: impl Fn(&mut OrderForm),
) {
    let mut form = facts(house, order).await.specification.to_form();
    edit(&mut form);
    let preview = house.desk.preview_change(order, &form).await.expect(name);
    assert!(!preview.places.is_empty(), "{name} changes something");
    let needs: Vec<&str> = cell.needs.iter().map(|(need, _)| *need).collect();
    assert_eq!(preview.needs, needs, "{name}");
    assert_eq!(preview.needs_consent, cell.consent, "{name}");
    for (role, actor) in people {
        if *role != Role::SalesAssistant {
            let asked = asked_by(house, order, actor, &edit).await;
            assert_eq!(code(asked), "needs_role", "{role:?} asks for {name}");
        }
    }
    if cell.consent {
        let bare = propose(house, order, false, &edit).await;
        assert_eq!(code(bare), "consent_missing", "{name}");
    }
    propose(house, order, cell.consent, &edit)
        .await
        .expect(name);
    for (need, signers) in cell.needs {
        assert_eq!(latest_change(house, order).await.state, "pending", "{name}");
        for (role, actor) in people.iter().filter(|(role, _)| !signers.contains(role)) {
            let refused = approve(house, order, need, actor.name()).await;
            assert_eq!(code(refused), "needs_role", "{role:?} approves {name}");
        }
        let signer = people.iter().find(|(role, _)| signers.contains(role));
        let signer = signer.expect("somebody holds the role").1.name();
        approve(house, order, need, signer).await.expect(name);
    }
    let change = latest_change(house, order).await;
    assert_eq!(change.state, "in_force", "{name}");
    // Signed for by those, and by nobody else but the assistant beside it.
    let given: Vec<&str> = change
        .needs
        .iter()
        .filter(|need| need.done)
        .map(|need| need.authority.as_str())
        .collect();
    let wanted: Vec<&str> = std::iter::once("sales_assistant").chain(needs).collect();
    assert_eq!(given, wanted, "{name}");
    assert_eq!(change.consent.is_some(), cell.consent, "{name}");
}

#[test]
fn clause_f7_08_before_effect_sales_saves_the_form_and_a_read_back_field_is_asked_again() {
    on_both(async |house| {
        let people = one_of_each(&house).await;
        let order = a_plain_book(&house, "43.2").await;
        let may = Power::SaveOrder.roles();
        assert!(may.contains(&Role::SalesAssistant));
        let mut otherwise = Vec::new();
        for line in &LINES {
            agreed(&house, order).await;
            let before = facts(&house, order).await;
            assert!(before.effect_at.is_none(), "{}", line.name);
            let mut form = before.specification.to_form();
            (line.edit)(&mut form);
            for (role, actor) in people.iter().filter(|(role, _)| !may.contains(role)) {
                let desk = &house.desk;
                let saved = desk.save_order(actor, order, before.revision, &form).await;
                assert_eq!(code(saved), "needs_role", "{role:?} saves {}", line.name);
            }
            let asked = asked_by(&house, order, &house.assistant, line.edit);
            assert_eq!(code(asked.await), "order_open_to_editing", "{}", line.name);
            let desk = &house.desk;
            desk.save_order(&house.assistant, order, before.revision, &form)
                .await
                .expect(line.name);
            let after = facts(&house, order).await;
            assert_ne!(
                before.specification.content_hash(),
                after.specification.content_hash(),
                "{} changes something",
                line.name
            );
            let stands = confirmation(&house, order).await.up_to_date;
            if stands == line.read_back {
                otherwise.push(line.name);
            }
            assert!(page(&house, order).await.changes.is_empty(), "nobody signs");
        }
        assert!(otherwise.is_empty(), "read back otherwise: {otherwise:?}");
    });
}

#[test]
fn clause_f7_08_in_effect_each_row_waits_for_its_own_and_nobody_else() {
    on_both(async |house| {
        let people = one_of_each(&house).await;
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        assert!(facts(&house, order).await.effect_at.is_some());
        for line in &LINES {
            a_cell(&house, order, &people, line.name, line.in_effect, line.edit).await;
        }
        assert!(page(&house, order).await.sheet.is_none());
    });
}

#[test]
fn clause_s_4_4_3_after_release_each_row_waits_for_its_own_and_nobody_else() {
    on_both(async |house| {
        // Every row on one version: the fourth place has a row of its own.
        set(&house, "places_per_version", "20").await;
        let people = one_of_each(&house).await;
        let order = an_issued_book(&house).await;
        for line in &LINES {
            a_cell(&house, order, &people, line.name, line.released, line.edit).await;
        }
        assert_eq!(sheet(&house, order).await.version, 1);
    });
}

#[test]
fn clause_s_4_4_2b_the_fourth_place_takes_the_approvals_of_its_fields_and_a_check() {
    on_both(async |house| {
        let people = one_of_each(&house).await;
        let order = an_issued_book(&house).await;
        let remark: fn(&mut OrderForm) = |form| {
            put(form, "order.remark", "一");
            put(form, "order.phone", "0755-1");
            put(form, "order.contact", "李伟");
        };
        a_cell(&house, order, &people, "three places", NOBODY, remark).await;
        let cell = Cell {
            needs: &[
                ("cost", &[Role::Finance, Role::SalesDirector]),
                ("check", &[Role::SalesRepresentative, Role::SalesSupervisor]),
            ],
            consent: false,
        };
        // A representative checks their own orders alone.
        let checkers: Vec<(Role, Actor)> = people
            .into_iter()
            .filter(|(role, _)| *role != Role::SalesRepresentative)
            .collect();
        let grade = |form: &mut OrderForm| {
            drop(text_block(form).insert("grade".to_owned(), "双胶纸".to_owned()))
        };
        a_cell(&house, order, &checkers, "the fourth place", cell, grade).await;
        let issued = sheet(&house, order).await;
        assert_eq!((issued.version, issued.places_used), (2, 0));
        assert!(issued.states[0].void);
    });
}

#[test]
fn clause_f4_5e_the_dates_of_an_of_are_the_assistants_in_every_column_and_pmc_is_told() {
    on_both(async |house| {
        let people = one_of_each(&house).await;
        let director = house.actor("何静").await;
        let name = "《岭南草木》精装画册";
        house.desk.mark_regular(&director, name).await.unwrap();
        let mut form = of_kind("of", the_book());
        put(&mut form, "order.estimator_id", "周敏");
        put(&mut form, "order.estimate_basis", "去年旺季每月 800 册");
        let order = registered(&house, &form).await;
        let may = Power::SaveOrder.roles();
        let before = facts(&house, order).await;
        let mut form = before.specification.to_form();
        put(&mut form, "order.requested_date", "12-15");
        for (role, actor) in people.iter().filter(|(role, _)| !may.contains(role)) {
            let desk = &house.desk;
            let saved = desk.save_order(actor, order, before.revision, &form).await;
            assert_eq!(code(saved), "needs_role", "{role:?}");
        }
        let desk = &house.desk;
        desk.save_order(&house.assistant, order, before.revision, &form)
            .await
            .expect("the form is simply saved");
        a_file(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        for (key, day) in [
            ("order.requested_date", "12-20"),
            ("order.confirmed_date", "12-18"),
        ] {
            let edit = move |form: &mut OrderForm| put(form, key, day);
            a_cell(&house, order, &people, key, NOBODY, edit).await;
            let told = &page(&house, order).await.hand_overs[0];
            assert_eq!(
                (told.occasion, told.department.as_str()),
                (Occasion::DayMoved, "PMC"),
                "{key}"
            );
        }
        // What else the house would pay for costs as on any order, and no customer consents.
        let quantity = |form: &mut OrderForm| put(form, "product.quantity", "2500");
        a_cell(&house, order, &people, "quantity of an OF", COST, quantity).await;
    });
}

#[test]
fn clause_s_4_4_3_whoever_asks_gives_none_of_the_signatures_whatever_he_holds() {
    on_both(async |house| {
        for role in [Role::SalesDirector, Role::Finance, Role::Quality] {
            also(&house, "林晓梅", role).await;
        }
        set(&house, "places_per_version", "20").await;
        let order = an_issued_book(&house).await;
        for name in ["price of an OD", "material", "quality above the standard"] {
            let line = LINES.iter().find(|line| line.name == name).unwrap();
            propose(&house, order, line.released.consent, line.edit)
                .await
                .expect(name);
            for (need, _) in line.released.needs {
                let own = approve(&house, order, need, "林晓梅").await;
                assert_eq!(code(own), "own_request", "{name}");
            }
            let id = latest_change(&house, order).await.id;
            let desk = &house.desk;
            desk.withdraw_change(&house.assistant, id, "不改了")
                .await
                .expect("withdrawn");
        }
    });
}
