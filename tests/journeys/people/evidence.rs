//! 代录: who, when, on what, with evidence now or later (F1-03, F2-04.4).

use docket_core::accounts::{ApprovalRequest, EvidenceRequest, Medium, Shows};
use docket_core::files::{ContentStore, FileHash};
use docket_core::settings::Rule;
use docket_core::task_sheets::CheckOrderRequest;
use docket_core::{DeskError, Refuse as _};

use super::code;
use crate::files::a_pdf;
use crate::orders::{a_customer, a_phone_order, registered};
use crate::support::{TestDesk, on_both};

/// 审核 by 赵强, agreed by WeChat.
async fn recorded(
    house: &TestDesk,
    order: i64,
    evidence: Vec<EvidenceRequest>,
    follows: bool,
) -> Result<i64, DeskError> {
    let approval = ApprovalRequest::Recorded {
        person: Some(house.account("赵强").await),
        name: String::new(),
        at: "2026-11-24T01:12:00Z".to_owned(),
        medium: Medium::Wechat,
        evidence,
        follows,
        note: String::new(),
    };
    let request = CheckOrderRequest {
        order_id: order,
        revision: house.revision(order).await,
        approval,
    };
    Ok(house
        .desk
        .check_order(&house.assistant, request)
        .await?
        .value)
}

/// `screenshot` in Base64: c2NyZWVuc2hvdA==.
fn pasted() -> EvidenceRequest {
    EvidenceRequest::Pasted {
        name: "微信 张三.png".to_owned(),
        data: "c2NyZWVuc2hvdA==".to_owned(),
    }
}

async fn kept(house: &TestDesk) -> Vec<(String, String)> {
    let rows = sqlx::query_as("SELECT name, sha256 FROM evidence_pieces ORDER BY id");
    rows.fetch_all(&mut *house.desk.read().await.unwrap())
        .await
        .unwrap()
}

#[test]
fn clause_f1_03_evidence_is_pasted_or_dropped_and_kept_by_content() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let photo = house.path().join("签字 照片.jpg");
        std::fs::write(&photo, b"a photo").unwrap();
        let dropped = EvidenceRequest::File {
            path: photo.to_string_lossy().into_owned(),
        };
        recorded(&house, order, vec![pasted(), dropped], false)
            .await
            .expect("代录 with evidence");
        let pieces = kept(&house).await;
        let names: Vec<&str> = pieces.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["微信 张三.png", "签字 照片.jpg"]);
        let store = ContentStore::open(house.path().join("attachments"));
        let hash = FileHash::read(&pieces[0].1).unwrap();
        assert_eq!(store.read(&hash).unwrap(), b"screenshot");
        assert_eq!(house.desk.lacking_evidence().await.unwrap(), []);
        // Marked in the trail, with the medium.
        let page = house
            .desk
            .order_page(&house.assistant, order)
            .await
            .unwrap();
        assert_eq!(page.trail[0].params["recorded"], "recorded_wechat");
    });
}

#[test]
fn clause_f2_04_4_what_a_recorded_signature_stands_on_is_looked_at_again() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let scan = house.path().join("签字扫描.pdf");
        std::fs::write(&scan, a_pdf(2)).unwrap();
        recorded(&house, order, vec![pasted()], false)
            .await
            .expect("代录 with a screenshot");
        recorded(&house, order, vec![], true)
            .await
            .expect("代录 whose evidence follows");
        let shown = house.desk.evidence_of_order(order).await.unwrap();
        assert_eq!(shown.len(), 2, "two of them");
        let (bare, first) = (&shown[0], &shown[1]);
        assert!(bare.pieces.is_empty(), "the latest first");
        assert_eq!(
            (first.purpose.as_str(), first.signer.as_str(), first.medium),
            ("sheet_check", "赵强", Medium::Wechat)
        );
        let file = EvidenceRequest::File {
            path: scan.to_string_lossy().into_owned(),
        };
        let added = house
            .desk
            .add_evidence(&house.assistant, bare.signature, vec![file]);
        added.await.expect("后补");

        let shown = house.desk.evidence_of_order(order).await.unwrap();
        let (followed, first) = (&shown[0], &shown[1]);
        let (scan, picture) = (&followed.pieces[0], &first.pieces[0]);
        assert_eq!((scan.shows, picture.shows), (Shows::Pages, Shows::Picture));
        assert_eq!(scan.by, "林晓梅");
        let bytes = house.desk.evidence_picture(picture.id).await.unwrap();
        assert_eq!(bytes, b"screenshot");
        let paper = house.desk.evidence_pages(scan.id).await.unwrap();
        assert_eq!((paper.pages, paper.file_name.as_str()), (2, "签字扫描.pdf"));
        let drawn = house.desk.page_picture(&paper.sha256, 2, 20).await.unwrap();
        assert!(drawn.starts_with(b"\x89PNG"));
        let (saved, _) = house
            .desk
            .outgoing_paper(&house.assistant, &picture.sha256)
            .await
            .expect("any piece is saved elsewhere");
        assert_eq!(saved, b"screenshot");
        // Another order has none of it.
        let other = registered(&house, &a_phone_order()).await;
        assert_eq!(house.desk.evidence_of_order(other).await.unwrap(), []);
    });
}

#[test]
fn clause_f1_03_without_evidence_it_is_refused_unless_it_may_follow() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        assert_eq!(
            code(recorded(&house, order, vec![], false).await),
            "evidence_missing"
        );
        for data in ["", "不是图片", "===="] {
            let broken = EvidenceRequest::Pasted {
                name: "x.png".to_owned(),
                data: data.to_owned(),
            };
            assert_eq!(
                code(recorded(&house, order, vec![broken], false).await),
                "bad_picture"
            );
        }
        let director = house.actor("何静").await;
        let today = house.desk.today();
        house
            .desk
            .set_rule(
                &director,
                Rule::EvidenceMayFollow,
                "off",
                today,
                "客户投诉后收紧",
            )
            .await
            .unwrap();
        assert_eq!(
            code(recorded(&house, order, vec![], true).await),
            "evidence_may_not_follow"
        );
        recorded(&house, order, vec![pasted()], false)
            .await
            .expect("with evidence");
    });
}

#[test]
fn clause_f1_03_what_is_to_follow_stands_in_a_list_until_it_is_there() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        recorded(&house, order, vec![], true).await.expect("后补");
        let lacking = house.desk.lacking_evidence().await.unwrap();
        assert_eq!(lacking.len(), 1, "{lacking:?}");
        let line = &lacking[0];
        assert_eq!(
            (
                line.order,
                line.signer.as_str(),
                line.medium,
                line.purpose.as_str()
            ),
            (Some(order), "赵强", Medium::Wechat, "sheet_check")
        );
        assert_eq!(line.recorded_by, "林晓梅");
        let add = |evidence| {
            house
                .desk
                .add_evidence(&house.assistant, line.signature, evidence)
        };
        assert_eq!(code(add(vec![]).await), "evidence_missing");
        let quality = house.actor("陈刚").await;
        let refused = house
            .desk
            .add_evidence(&quality, line.signature, vec![pasted()])
            .await;
        assert_eq!(refused.unwrap_err().code(), "needs_role");
        add(vec![pasted()]).await.expect("the evidence follows");
        assert_eq!(house.desk.lacking_evidence().await.unwrap(), []);
        assert_eq!(kept(&house).await.len(), 1);
        // The signature is the one that was given: it still counts.
        let page = house
            .desk
            .order_page(&house.assistant, order)
            .await
            .unwrap();
        assert!(
            page.checks
                .iter()
                .any(|line| line.code == "check" && line.ok)
        );
    });
}

#[test]
fn clause_f1_03_nothing_is_recorded_before_it_was_given_and_only_the_assistant_records() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let request = async |at: &str| CheckOrderRequest {
            order_id: order,
            revision: house.revision(order).await,
            approval: ApprovalRequest::Recorded {
                person: Some(house.account("赵强").await),
                name: String::new(),
                at: at.to_owned(),
                medium: Medium::Phone,
                evidence: vec![],
                follows: true,
                note: String::new(),
            },
        };
        // It is 01:12:00.
        let tomorrow = request("2026-11-24T01:12:01Z").await;
        assert_eq!(
            code(house.desk.check_order(&house.assistant, tomorrow).await),
            "recorded_in_future"
        );
        let now = request("2026-11-24T01:12:00Z").await;
        let representative = house.actor("周敏").await;
        assert_eq!(
            code(house.desk.check_order(&representative, now.clone()).await),
            "needs_role"
        );
        house
            .desk
            .check_order(&house.assistant, now)
            .await
            .expect("代录");
    });
}
