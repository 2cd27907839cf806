//! S-4.1.4: a received file is looked at for print, held against what its component is ordered as, and what is wrong with it
//! keeps the task sheet and the prepress folder back until the customer said so or somebody who may stands for it.

use std::fs;

use docket_core::accounts::ApprovalRequest;
use docket_core::files::{ContentStore, Counts, FileHash, MadeBy, ReceiveFileRequest};
use docket_core::preflight::wire::{
    FilePreflight, FindingName, HandLine, HandPreflight, PreflightFinding, RecordContact,
    WaiveFindings,
};
use docket_core::preflight::{FindingKind, Item, ItemResult, Looked, Severity, Standing};
use docket_core::settings::Rule;
use docket_core::settings::wire::ChangeSetting;
use docket_core::{DeskError, Refuse as _};

use crate::files::{a_pdf, arrived, files, receive, receive_as, written};
use crate::orders::{a_customer, a_phone_order, change, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{page, pin_of};

/// Two pages of 210 × 285 mm with 3 mm of bleed, filled with four inks, the second with a line of 0.1 pt.
fn a_drawn_pdf() -> Vec<u8> {
    a_pdf_of(&[FILLED, &format!("{FILLED} 0.1 w 100 700 m 300 700 l S")])
}

/// All four inks over the bleed.
const FILLED: &str = "1 0.1 0.1 0.1 k 0 0 613 825 re f";
/// 套版色 on every plate: an 错误 wherever it stands.
const REGISTRATION: &str = "/R cs .5 scn 0 0 613 825 re f";

/// Pages of 210 × 285 mm with room for 3 mm of bleed, and what is drawn on each.
pub fn a_pdf_of(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len())
        .map(|page| format!("{} 0 R ", 3 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /Resources << /ColorSpace << /R [/Separation /All /DeviceCMYK \
             << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>] >> >> >>",
            pages.len()
        ),
    ];
    for (page, drawn) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] \
             /Contents {} 0 R >>",
            4 + 2 * page
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawn}\nendstream",
            drawn.len()
        ));
    }
    written(&objects, "")
}

/// A cover of four pages, printed on both sides, of which one has 套版色.
fn with_registration() -> Vec<u8> {
    a_pdf_of(&[FILLED, FILLED, REGISTRATION, FILLED])
}

/// A phone order whose cover is printed 4+4 without spots, so that nothing else is wrong with a cover.
async fn an_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let mut form = a_phone_order();
    let cover = form.components.first_mut().expect("the cover");
    for (key, value) in [
        ("sides", "双面"),
        ("colours", "4+4"),
        ("spots_front", ""),
        ("work_style", "正反印"),
    ] {
        cover.values.insert(key.to_owned(), value.to_owned());
    }
    registered(house, &form).await
}

async fn with_a_fault(house: &TestDesk) -> i64 {
    let order = an_order(house).await;
    let path = arrived(house, "封面.pdf", &with_registration());
    receive(house, order, "c1", &path).await.expect("received");
    order
}

/// The one file in use, as the order's page shows it.
async fn looked(house: &TestDesk, order: i64) -> FilePreflight {
    let mut all = page(house, order).await.preflight;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

async fn finding(house: &TestDesk, order: i64, kind: FindingKind) -> PreflightFinding {
    let found = looked(house, order).await.findings;
    let one = found.iter().find(|finding| finding.kind == kind);
    one.expect("that kind of finding").clone()
}

fn told(looked: &FilePreflight) -> Vec<(FindingKind, Severity)> {
    let findings = looked.findings.iter();
    findings
        .map(|finding| (finding.kind, finding.severity))
        .collect()
}

/// The lines of the check list about 预检: code, green, warns, where they lead.
async fn lines(house: &TestDesk, order: i64) -> Vec<(&'static str, bool, bool, Option<String>)> {
    let checks = page(house, order).await.checks;
    checks
        .into_iter()
        .filter(|line| line.code.starts_with("preflight"))
        .map(|line| {
            assert_eq!((line.clause, line.step), ("S-4.1.4", 2));
            (line.code, line.ok, line.warns, line.path)
        })
        .collect()
}

async fn named(house: &TestDesk, order: i64, kind: FindingKind) -> Vec<FindingName> {
    let file = looked(house, order).await;
    let of_kind = file.findings.iter().filter(|finding| finding.kind == kind);
    of_kind
        .map(|finding| FindingName {
            file_id: file.file_id,
            hash: finding.hash.clone(),
        })
        .collect()
}

/// The code of a refusal; empty where it was done.
fn said<T>(answer: Result<T, DeskError>) -> &'static str {
    match answer {
        Ok(_) => "",
        Err(error) => {
            assert!(error.is_refusal(), "a refusal, not a failure: {error}");
            error.code()
        }
    }
}

fn a_talk(order: i64, findings: Vec<FindingName>, outcome: &str, words: &str) -> RecordContact {
    RecordContact {
        order_id: order,
        findings,
        who: "王琳".to_owned(),
        at: String::new(),
        how: "wechat".to_owned(),
        outcome: outcome.to_owned(),
        words: words.to_owned(),
    }
}

async fn talk(house: &TestDesk, request: RecordContact) -> &'static str {
    said(
        house
            .desk
            .record_file_contact(&house.assistant, &request)
            .await,
    )
}

/// The customer wants the files of an order printed with every error they have, and the supervisor stands for what is not as
/// ordered.
pub async fn printed_as_they_are(house: &TestDesk, order: i64) {
    let (mut errors, mut not_as_ordered) = (Vec::new(), Vec::new());
    for file in &page(house, order).await.preflight {
        let found = file.findings.iter();
        for finding in found.filter(|finding| finding.severity == Severity::Error) {
            let name = FindingName {
                file_id: file.file_id,
                hash: finding.hash.clone(),
            };
            if finding.kind.is_about_the_order() {
                not_as_ordered.push(name);
            } else {
                errors.push(name);
            }
        }
    }
    if !errors.is_empty() {
        let said = talk(house, a_talk(order, errors, "as_is", "照印")).await;
        assert_eq!(said, "");
    }
    if !not_as_ordered.is_empty() {
        let pin = pin_of(house, "赵强").await;
        assert_eq!(
            waived(house, order, not_as_ordered, "照此印", pin).await,
            ""
        );
    }
}

#[test]
fn clause_s_4_1_4a_a_file_is_held_against_what_its_component_is_ordered_as() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "封面.pdf", &a_drawn_pdf());
        receive(&house, order, "c1", &path).await.expect("received");

        let found = looked(&house, order).await;
        assert_eq!(found.looked, Looked::Done);
        let check = found.check.clone().expect("it is entered");
        assert_eq!(
            (check.by_hand, check.by.as_str(), check.at.as_str()),
            (false, "林晓梅", "2026-11-24T01:12:00Z")
        );
        assert_eq!(
            told(&found),
            [
                (FindingKind::PageCount, Severity::Error),
                (FindingKind::TooManyInks, Severity::Error),
                (FindingKind::SpotMissing, Severity::Warning),
                (FindingKind::Hairline, Severity::Warning),
            ]
        );
        let measured = |finding: &PreflightFinding| {
            let fact = |name: &str| finding.params[name].clone();
            (fact("measured"), fact("wanted"))
        };
        let pair = |is: &str, wanted: &str| (is.to_owned(), wanted.to_owned());
        assert_eq!(measured(&found.findings[0]), pair("2", "4"));
        let inside = &found.findings[1];
        assert_eq!(inside.pages, vec![(2, 2)], "4+0: the inside is blank");
        assert_eq!(measured(inside), pair("4", "0"));
        assert_eq!(found.findings[2].params["wanted"], "PANTONE 871 C、专金");
        let line = &found.findings[3];
        assert_eq!(
            (line.params["measured"].as_str(), &line.pages),
            ("0.1", &vec![(2, 2)])
        );
        let place = line.place.as_ref().expect("where it is");
        // 100 − 8.504 pt from the trim's left edge, 816.378 − 700 pt from its upper one.
        assert_eq!(
            (
                place.page,
                place.from_left.as_str(),
                place.from_top.as_str()
            ),
            (2, "32.3", "41")
        );

        // The order changes: the same reading is judged anew in that very act.
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("size".to_owned(), "200x285".to_owned());
            cover.values.insert("spots_front".to_owned(), String::new());
        })
        .await;
        let found = looked(&house, order).await;
        assert_eq!(
            told(&found),
            [
                (FindingKind::PageCount, Severity::Error),
                (FindingKind::PageSize, Severity::Error),
                (FindingKind::TooManyInks, Severity::Error),
                (FindingKind::Hairline, Severity::Warning),
            ]
        );
        let size = finding(&house, order, FindingKind::PageSize).await;
        assert_eq!(measured(&size), pair("210 × 285", "200 × 285"));
        assert!(
            found.findings.iter().all(|it| !it.found_at.is_empty()),
            "all are entered"
        );
    });
}

#[test]
fn clause_s_4_1_4b_an_error_blocks_until_the_customer_said_so() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let error = (
            "preflight_errors",
            false,
            false,
            Some("preflight.error".to_owned()),
        );
        assert_eq!(lines(&house, order).await, std::slice::from_ref(&error));
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(names.len(), 1);
        let talk_of = |outcome: &str, words: &str| a_talk(order, names.clone(), outcome, words);

        // 25 working minutes later.
        house.it_is("2026-11-24T01:37:00Z");
        assert_eq!(
            talk(&house, talk_of("as_is", " ")).await,
            "preflight_as_is_without_words"
        );
        assert_eq!(
            talk(&house, a_talk(order, vec![], "as_is", "照印")).await,
            "preflight_nothing_chosen"
        );
        let early = RecordContact {
            at: "2026-11-24T01:11:00Z".to_owned(),
            ..talk_of("as_is", "照印")
        };
        assert_eq!(talk(&house, early).await, "preflight_before_found");
        assert_eq!(talk(&house, talk_of("new_file", "")).await, "");
        let found = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(
            (found.standing, found.minutes_to_contact),
            (Standing::NewFile, Some(25))
        );
        assert_eq!(
            lines(&house, order).await,
            [error],
            "the customer's new file is not here yet"
        );

        house.it_is("2026-11-24T02:00:00Z");
        assert_eq!(
            talk(&house, talk_of("as_is", "客户：就要四色叠满的黑")).await,
            ""
        );
        let found = finding(&house, order, FindingKind::Registration).await;
        assert_eq!((found.standing, found.contacts.len()), (Standing::AsIs, 2));
        assert_eq!(
            found.minutes_to_contact,
            Some(25),
            "from the finding to the first talk"
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
        assert_eq!(
            talk(&house, talk_of("as_is", "照印")).await,
            "preflight_settled_already"
        );
    });
}

#[test]
fn clause_s_4_1_4b_one_talk_closes_many_and_only_exactly_those() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let thin = format!("{FILLED} 0.1 w 100 700 m 300 700 l S");
        let drawn = [REGISTRATION, FILLED, &thin];
        let path = arrived(&house, "封面.pdf", &a_pdf_of(&drawn));
        receive(&house, order, "c1", &path).await.expect("received");
        // 3 of 4 P, 套版色, and a thin line.
        let mut names = named(&house, order, FindingKind::Registration).await;
        names.extend(named(&house, order, FindingKind::Hairline).await);
        let count = named(&house, order, FindingKind::PageCount).await;
        let with_the_count = [names.clone(), count.clone()].concat();
        assert_eq!(
            talk(&house, a_talk(order, with_the_count, "as_is", "都照印")).await,
            "preflight_not_as_ordered",
            "S-4.4.1A-2: what is not as ordered the customer's word does not settle"
        );
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "都照印")).await,
            ""
        );
        let pin = pin_of(&house, "赵强").await;
        assert_eq!(waived(&house, order, count, "空白页不算", pin).await, "");
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // Another P数: that is another finding, and asks again; 套版色 stays answered.
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("pages".to_owned(), "8".to_owned());
        })
        .await;
        let count = finding(&house, order, FindingKind::PageCount).await;
        assert_eq!(
            (count.standing, count.params["wanted"].as_str()),
            (Standing::Open, "8")
        );
        let registration = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(registration.standing, Standing::AsIs);
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("pages".to_owned(), "4".to_owned());
        })
        .await;
        let count = finding(&house, order, FindingKind::PageCount).await;
        assert_eq!(
            count.standing,
            Standing::Waived,
            "the very finding somebody stands for"
        );

        // Another file with the very same fault is another file.
        let place = files(&house, order).await[0].place;
        let mut again = a_pdf_of(&drawn);
        again.extend(b"\n");
        let path = arrived(&house, "封面.pdf", &again);
        receive_as(&house, order, "c1", &path, Some(place), Counts::Single)
            .await
            .expect("a new version");
        let registration = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(registration.standing, Standing::Open);
    });
}

async fn waive(
    house: &TestDesk,
    order: i64,
    reason: &str,
    approval: ApprovalRequest,
) -> &'static str {
    let findings = named(house, order, FindingKind::Registration).await;
    waived(house, order, findings, reason, approval).await
}

async fn waived(
    house: &TestDesk,
    order: i64,
    findings: Vec<FindingName>,
    reason: &str,
    approval: ApprovalRequest,
) -> &'static str {
    let request = WaiveFindings {
        order_id: order,
        revision: house.revision(order).await,
        findings,
        reason: reason.to_owned(),
        approval,
    };
    said(house.desk.waive_findings(&house.assistant, request).await)
}

#[test]
fn clause_s_4_1_4b_a_supervisor_waives_with_a_reason_and_never_a_file_of_their_own() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let pin = async |name: &str| pin_of(&house, name).await;
        assert_eq!(
            waive(&house, order, " ", pin("赵强").await).await,
            "preflight_no_reason"
        );
        // 业务员, 品质 and the assistant do not stand for it.
        for name in ["周敏", "陈刚", "林晓梅"] {
            assert_ne!(
                waive(&house, order, "客户急", pin(name).await).await,
                "",
                "{name}"
            );
        }
        assert_eq!(
            waive(&house, order, "客户急，按此印", pin("赵强").await).await,
            ""
        );
        let found = finding(&house, order, FindingKind::Registration).await;
        let waiver = found.waiver.expect("a waiver");
        assert_eq!(
            (waiver.by.as_str(), waiver.reason.as_str()),
            ("赵强", "客户急，按此印")
        );
        assert_eq!(found.standing, Standing::Waived);
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // The supervisor took this one in himself.
        let place = files(&house, order).await[0].place;
        let mut bytes = with_registration();
        bytes.extend(b"\n");
        let request = ReceiveFileRequest {
            order_id: order,
            component: "c1".to_owned(),
            path: arrived(&house, "封面.pdf", &bytes)
                .to_str()
                .unwrap()
                .to_owned(),
            label: String::new(),
            from_whom: "王琳".to_owned(),
            how: "wechat".to_owned(),
            replaces: Some(place),
            counts: Counts::Single,
            made_by: MadeBy::Customer,
        };
        let supervisor = house.actor("赵强").await;
        house
            .desk
            .receive_file(&supervisor, request)
            .await
            .expect("received");
        house
            .desk
            .preflight_waiting(&house.assistant)
            .await
            .expect("looked at");
        assert_eq!(
            waive(&house, order, "客户急", pin("赵强").await).await,
            "preflight_own_file"
        );
        assert_eq!(waive(&house, order, "客户急", pin("何静").await).await, "");
    });
}

#[test]
fn clause_s_4_1_4b_warnings_block_only_where_the_house_says_so() {
    on_both(async |house| {
        let director = house.actor("何静").await;
        let setting = ChangeSetting {
            rule: Rule::PreflightWarningsBlock.code().to_owned(),
            value: "on".to_owned(),
            from: "今天".to_owned(),
            why: "从严".to_owned(),
        };
        let warning = |ok: bool| {
            let at = Some("preflight.warning".to_owned());
            [("preflight_warnings", ok, ok, at)]
        };
        let order = an_order(&house).await;
        let thin = format!("{FILLED} 0.1 w 100 700 m 300 700 l S");
        let path = arrived(
            &house,
            "封面.pdf",
            &a_pdf_of(&[&thin, FILLED, FILLED, FILLED]),
        );
        receive(&house, order, "c1", &path).await.expect("received");
        assert_eq!(lines(&house, order).await, warning(true));
        house
            .desk
            .change_setting(&director, &setting)
            .await
            .expect("set");
        assert_eq!(lines(&house, order).await, warning(false));
        let names = named(&house, order, FindingKind::Hairline).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "就要细线")).await,
            ""
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
    });
}

#[test]
fn clause_s_4_1_4c_filing_waits_while_an_error_stands_open_and_goes_by_itself_once_it_is_settled() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = with_a_fault(&house).await;
        let pass = async || {
            house
                .desk
                .file_into_prepress(&house.assistant, true)
                .await
                .expect("a pass");
            files(&house, order).await[0]
                .prepress
                .clone()
                .map(|view| view.state)
        };
        assert_eq!(pass().await, None, "an error is open");
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, names.clone(), "new_file", "")).await,
            ""
        );
        assert_eq!(pass().await, None, "a mended file will come");
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "照印")).await,
            ""
        );
        assert_eq!(pass().await.as_deref(), Some("kept"));
    });
}

/// A file of the customer's for the cover, in a place of its own, that waits to be looked at.
async fn waits(house: &TestDesk, order: i64, name: &str, content: &[u8]) {
    let request = ReceiveFileRequest {
        order_id: order,
        component: "c1".to_owned(),
        path: arrived(house, name, content).to_str().unwrap().to_owned(),
        label: String::new(),
        from_whom: "王琳".to_owned(),
        how: "wechat".to_owned(),
        replaces: None,
        counts: Counts::Single,
        made_by: MadeBy::Customer,
    };
    let done = house.desk.receive_file(&house.assistant, request).await;
    done.expect("received");
}

#[test]
fn clause_s_4_1_4a_originals_that_are_away_hold_up_none_behind_them() {
    on_both(async |house| {
        let order = an_order(&house).await;
        for copy in 0..21 {
            let content = a_pdf_of(&[&format!("{FILLED} % {copy}")]);
            waits(&house, order, &format!("封面 {copy}.pdf"), &content).await;
        }
        let store = ContentStore::open(&house.config.attachments);
        for file in files(&house, order).await {
            let hash = FileHash::read(&file.sha256).expect("a hash");
            let kept = store.path_of(&hash).expect("it is kept");
            fs::remove_file(kept).expect("its original is away");
        }
        waits(&house, order, "最后一个.pdf", &with_registration()).await;
        let more = house.desk.preflight_waiting(&house.assistant).await;
        assert!(!more.expect("a pass").value, "nothing else can be read now");
        let received = files(&house, order).await;
        let stand = page(&house, order).await.preflight;
        let looked = |name: &str| {
            let file = received.iter().find(|file| file.name == name);
            let id = file.expect("the file").id;
            let one = stand.iter().find(|file| file.file_id == id);
            one.expect("how it stands").looked
        };
        assert_eq!(looked("最后一个.pdf"), Looked::Done);
        assert_eq!(looked("封面 0.pdf"), Looked::Waiting, "until it is back");
    });
}

#[test]
fn clause_s_4_1_4a_a_file_nobody_looked_at_blocks_and_one_called_off_waits_for_somebody() {
    on_both(async |house| {
        let order = an_order(&house).await;
        waits(&house, order, "封面.pdf", &with_registration()).await;
        let unseen = [(
            "preflight_missing",
            false,
            false,
            Some("preflight.unseen".to_owned()),
        )];
        assert_eq!(lines(&house, order).await, unseen);
        let file = looked(&house, order).await;
        assert_eq!((file.looked, file.check), (Looked::Waiting, None));
        house
            .desk
            .call_off_preflight(&house.assistant, file.file_id)
            .await
            .expect("called off");
        house
            .desk
            .preflight_waiting(&house.assistant)
            .await
            .expect("a pass");
        assert_eq!(looked(&house, order).await.looked, Looked::CalledOff);
        assert_eq!(lines(&house, order).await, unseen);
        // Finance has nothing to do with files.
        let finance = house.actor("钱芳").await;
        assert_ne!(
            said(
                house
                    .desk
                    .preflight_file(&finance, file.file_id, false)
                    .await
            ),
            ""
        );
        house
            .desk
            .preflight_file(&house.assistant, file.file_id, false)
            .await
            .expect("looked at");
        assert_eq!(looked(&house, order).await.looked, Looked::Done);
        assert!(
            house
                .desk
                .preflight_file(&house.assistant, 999, false)
                .await
                .is_err()
        );
        assert!(
            house.desk.preflight_progress().is_empty(),
            "nothing is under way"
        );
    });
}

fn by_hand(order: i64, file: i64, of: &[(Item, ItemResult, &str)]) -> HandPreflight {
    let items = Item::ALL.into_iter().map(|item| {
        let said = of.iter().find(|(other, ..)| *other == item);
        HandLine {
            item,
            result: said.map_or(ItemResult::Sound, |(_, result, _)| *result),
            words: said.map_or_else(String::new, |(_, _, words)| (*words).to_owned()),
        }
    });
    HandPreflight {
        order_id: order,
        file_id: file,
        pages: 4,
        items: items.collect(),
    }
}

#[test]
fn clause_s_4_1_4a_what_the_program_cannot_look_into_is_looked_at_by_hand() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.jpg", b"\xff\xd8\xff\xe0 a picture");
        receive(&house, order, "c1", &path).await.expect("received");
        let file = looked(&house, order).await;
        assert_eq!(file.looked, Looked::ByHand);
        let hand = [(
            "preflight_by_hand",
            false,
            false,
            Some("preflight.by-hand".to_owned()),
        )];
        assert_eq!(lines(&house, order).await, hand);

        let enter = async |request: HandPreflight| {
            said(
                house
                    .desk
                    .preflight_by_hand(&house.assistant, &request)
                    .await,
            )
        };
        let id = file.file_id;
        let mute = by_hand(order, id, &[(Item::Pictures, ItemResult::Error, " ")]);
        assert_eq!(enter(mute).await, "preflight_nothing_said");
        let mut short = by_hand(order, id, &[]);
        short.items.pop();
        assert_eq!(enter(short).await, "preflight_items_open");
        let uncounted = HandPreflight {
            pages: 0,
            ..by_hand(order, id, &[])
        };
        assert_eq!(enter(uncounted).await, "preflight_pages_unsaid");

        let faulty = by_hand(
            order,
            id,
            &[(Item::Pictures, ItemResult::Error, "只有 72 ppi")],
        );
        assert_eq!(enter(faulty).await, "");
        let found = looked(&house, order).await;
        assert_eq!(told(&found), [(FindingKind::ByHand, Severity::Error)]);
        assert!(found.check.expect("it is entered").by_hand);
        assert_eq!(
            files(&house, order).await[0].p,
            Some(4),
            "as somebody counted"
        );
        let names = named(&house, order, FindingKind::ByHand).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "客户只有这张图")).await,
            ""
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
        house
            .desk
            .file_into_prepress(&house.assistant, true)
            .await
            .expect("a pass");
        let filed = files(&house, order).await[0].prepress.clone();
        assert_eq!(filed.map(|view| view.state).as_deref(), Some("kept"));

        // What was held against is ordered otherwise now: look again.
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("size".to_owned(), "200x285".to_owned());
        })
        .await;
        assert_eq!(looked(&house, order).await.looked, Looked::Stale);
        assert_eq!(lines(&house, order).await, hand);
        assert_eq!(enter(by_hand(order, id, &[])).await, "");
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // A PDF is the program's.
        let path = arrived(&house, "内页.pdf", &a_pdf(1));
        receive(&house, order, "", &path).await.expect("received");
        let pdf = page(&house, order).await.preflight.remove(0).file_id;
        assert_eq!(
            enter(by_hand(order, pdf, &[])).await,
            "preflight_not_by_hand"
        );
    });
}

#[test]
fn clause_s_4_4_1a_2_the_files_of_a_component_are_counted_together_and_told_once() {
    on_both(async |house| {
        let order = an_order(&house).await;
        for (name, pages) in [("封面 前.pdf", 2), ("封面 后.pdf", 1)] {
            let path = arrived(&house, name, &a_pdf_of(&vec![FILLED; pages]));
            receive(&house, order, "c1", &path).await.expect("received");
        }
        let counts: Vec<Vec<String>> = page(&house, order)
            .await
            .preflight
            .iter()
            .map(|file| {
                let of_kind = file
                    .findings
                    .iter()
                    .filter(|it| it.kind == FindingKind::PageCount);
                of_kind.map(|it| it.params["measured"].clone()).collect()
            })
            .collect();
        assert_eq!(counts, [vec!["3".to_owned()], vec![]]);
        let path = arrived(&house, "封面 底.pdf", &a_pdf_of(&[FILLED, FILLED][..1]));
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend(b"\n");
        fs::write(&path, bytes).unwrap();
        receive(&house, order, "c1", &path).await.expect("received");
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
    });
}

#[test]
fn clause_s_4_1_4b_the_customer_is_told_in_plain_words_with_the_pages() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let names = named(&house, order, FindingKind::Registration).await;
        let desk = &house.desk;
        let message = desk
            .customer_message(&house.assistant, order, &names)
            .await
            .expect("words");
        assert_eq!(
            message.text,
            "您好！“《岭南草木》精装画册”（订单 OD-2026-A000001）的印刷文件我们检查过了，有几处要请您看一下：\n\n\
             【封面】封面.pdf\n\
             1. 第 3 页：用了套版色，四色都会印满，请改成单黑或所要的颜色。\n\n\
             麻烦改好后重新发文件给我们；如果确定按现在的文件印，请直接回复“照印”。文件定下来才能排产，谢谢！\n\
             岭南彩印有限公司 林晓梅"
        );
        let pictures: Vec<_> = message
            .pictures
            .iter()
            .map(|it| (it.name.as_str(), it.page))
            .collect();
        assert_eq!(pictures, [("封面.pdf", 3)]);
        let refused = desk.customer_message(&house.assistant, order, &[]).await;
        assert_eq!(said(refused), "preflight_nothing_chosen");
    });
}

#[test]
fn clause_s_4_1_4a_the_record_names_file_version_checker_time_and_every_item() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "照印")).await,
            ""
        );
        let done = house
            .desk
            .make_preflight_record(&house.assistant, order)
            .await;
        let paper = done.expect("a record").value;
        assert_eq!(paper.file_name, "预检记录-OD-2026-A000001.pdf");
        let text: String = crate::task_sheets::text_of(&house, &paper.sha256)
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let file = files(&house, order).await.remove(0);
        for told in [
            "封面.pdf",
            "第1版",
            "PDF1.7，4页",
            "各项尺寸通过出血通过颜色错误图片通过",
            file.sha256.get(..16).unwrap(),
            "程序2026-11-2409:12检查（林晓梅当班）",
            "用了套版色",
            "客户确认照印：照印（王琳2026-11-2409:12，林晓梅记）",
            "预检通过",
        ] {
            assert!(text.contains(told), "{told} in {text}");
        }
        let empty = registered(&house, &a_phone_order()).await;
        let refused = house
            .desk
            .make_preflight_record(&house.assistant, empty)
            .await;
        assert_eq!(said(refused), "preflight_nothing_looked_at");
    });
}

#[test]
fn clause_s_4_1_4b_a_new_version_tells_what_changed_and_what_was_given_on_the_last_one() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = with_a_fault(&house).await;
        let first = looked(&house, order).await.file_id;
        let desk = &house.desk;
        let refused = desk.compare_versions(&house.assistant, first).await;
        assert_eq!(said(refused), "preflight_no_earlier_version");
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "照印")).await,
            ""
        );
        desk.file_into_prepress(&house.assistant, true)
            .await
            .expect("filed");
        crate::proofs::a_round(&house, order).await;

        house.it_is("2026-11-24T03:00:00Z");
        let place = files(&house, order).await[0].place;
        let mended = a_pdf_of(&[FILLED, FILLED, FILLED, FILLED]);
        let path = arrived(&house, "封面.pdf", &mended);
        receive_as(&house, order, "c1", &path, Some(place), Counts::Single)
            .await
            .expect("a new version");
        let second = looked(&house, order).await.file_id;
        let told = desk
            .compare_versions(&house.assistant, second)
            .await
            .expect("compared");
        assert_eq!((told.before.version, told.after.version), (1, 2));
        let pages: Vec<_> = told
            .pages
            .iter()
            .map(|page| (page.before, page.after, page.verdict.as_str()))
            .collect();
        assert_eq!(pages, [(Some(3), Some(3), "changed")]);
        let given: Vec<_> = told
            .given
            .iter()
            .map(|it| (it.kind.as_str(), it.what.as_str()))
            .collect();
        assert_eq!(
            given,
            [("proof", "1"), ("prepress", "封面.pdf"), ("answer", "照印")]
        );
    });
}

#[test]
fn clause_s_4_1_4a_a_picture_says_its_pixels_and_resolution_and_the_rest_is_looked_at() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let mut jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x01".to_vec();
        jpeg.extend([0, 72, 0, 72, 0, 0]);
        jpeg.extend(b"\xff\xc0\x00\x11\x08\x01\xf4\x03\xe8\x03");
        jpeg.extend([0; 12]);
        // The name says nothing: the content does.
        let path = arrived(&house, "封面.jpeg", &jpeg);
        receive(&house, order, "c1", &path).await.expect("received");
        let stated = files(&house, order)
            .await
            .remove(0)
            .stated
            .expect("it says");
        assert_eq!(
            (
                stated.version.as_str(),
                stated.pixels.as_str(),
                stated.ppi,
                stated.colours.as_str()
            ),
            ("JFIF 1.02", "1000 × 500", Some(72), "rgb")
        );
        // 1,000 / 72 × 25.4 = 352.8, 500 / 72 × 25.4 = 176.4.
        assert_eq!(stated.size, "352.8 × 176.4");
    });
}

#[test]
fn clause_s_4_1_4a_what_the_program_gave_up_on_somebody_looks_at_and_nobodys_word_replaces_that() {
    on_both(async |house| {
        let order = an_order(&house).await;
        // Page 3 draws more than anybody reads: 4,400,000 steps.
        let busy = format!("{FILLED} {}", "q Q ".repeat(2_200_000));
        let path = arrived(
            &house,
            "封面.pdf",
            &a_pdf_of(&[FILLED, FILLED, &busy, REGISTRATION]),
        );
        receive(&house, order, "c1", &path).await.expect("received");
        let seen = looked(&house, order).await;
        assert_eq!(seen.looked, Looked::ByHand);
        let by_hand_line = (
            "preflight_by_hand",
            false,
            false,
            Some("preflight.by-hand".to_owned()),
        );
        assert_eq!(lines(&house, order).await[0], by_hand_line);
        let unread = named(&house, order, FindingKind::PageUnread).await;
        assert_eq!(
            talk(&house, a_talk(order, unread.clone(), "as_is", "照印")).await,
            "preflight_not_looked_at"
        );
        let pin = pin_of(&house, "赵强").await;
        assert_eq!(
            waived(&house, order, unread, "客户急", pin).await,
            "preflight_not_looked_at"
        );
        let registration = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, registration, "as_is", "照印")).await,
            ""
        );
        assert_eq!(lines(&house, order).await[0], by_hand_line);

        let done = house
            .desk
            .preflight_by_hand(&house.assistant, &by_hand(order, seen.file_id, &[]))
            .await;
        assert_eq!(said(done), "");
        let seen = looked(&house, order).await;
        assert_eq!(seen.looked, Looked::Done);
        let kinds: Vec<_> = seen.findings.iter().map(|finding| finding.kind).collect();
        assert!(
            kinds.contains(&FindingKind::Registration) && !kinds.contains(&FindingKind::PageUnread),
            "what the program saw stands beside what somebody saw: {kinds:?}"
        );
    });
}

/// What is received of a broken file is whole: its row, what was read, what was found; what is refused leaves nothing.
#[test]
fn clause_s_4_1_4a_a_mutated_file_leaves_a_whole_record_or_none() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let sound = with_registration();
        let mut dice: usize = 20_261_126;
        let mut throw = |most: usize| {
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % most
        };
        let (mut taken, mut refused) = (0, 0);
        for copy in 0..24 {
            let mut bytes = sound.clone();
            for _ in 0..=throw(6) {
                let at = throw(bytes.len());
                bytes[at] = u8::try_from(throw(256)).unwrap();
            }
            if throw(4) == 0 {
                bytes.truncate(throw(sound.len()));
            }
            // One in eight does not say that it is a PDF any more.
            if copy % 8 == 7 {
                bytes.drain(..8.min(bytes.len()));
            }
            let path = arrived(&house, &format!("封面 {copy}.pdf"), &bytes);
            match receive(&house, order, "c1", &path).await {
                Ok(_) => taken += 1,
                Err(error) => {
                    assert!(error.is_refusal(), "{error}");
                    refused += 1;
                }
            }
        }
        assert!(taken > 0 && refused > 0, "{taken} taken, {refused} refused");
        let stands = page(&house, order).await.preflight;
        assert_eq!(stands.len(), taken);
        for stand in stands {
            let seen = stand.looked != Looked::Done || stand.check.is_some();
            assert!(seen && stand.looked != Looked::Waiting, "{stand:?}");
        }
        let mut reader = house.desk.read().await.unwrap();
        for (orphans, what) in [
            (
                "SELECT COUNT(*) FROM stored_files s WHERE NOT EXISTS (SELECT 1 FROM received_files f WHERE f.sha256 = s.sha256)",
                "contents",
            ),
            (
                "SELECT COUNT(*) FROM press_readings r WHERE NOT EXISTS (SELECT 1 FROM received_files f WHERE f.sha256 = r.sha256)",
                "readings",
            ),
            (
                "SELECT COUNT(*) FROM file_places p WHERE NOT EXISTS (SELECT 1 FROM received_files f WHERE f.place_id = p.id)",
                "places",
            ),
            ("SELECT COUNT(*) FROM preflight_queue", "files that wait"),
        ] {
            let count: i64 = sqlx::query_scalar(orphans)
                .fetch_one(&mut *reader)
                .await
                .unwrap();
            assert_eq!(count, 0, "{what}");
        }
    });
}
