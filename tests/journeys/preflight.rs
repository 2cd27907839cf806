//! S-4.1.4: a received file is looked at for print and held against what its component is ordered as.

use docket_core::preflight::wire::FilePreflight;
use docket_core::preflight::{FindingKind, Severity};

use crate::files::{arrived, files, receive, written};
use crate::orders::{a_customer, a_phone_order, change, registered};
use crate::support::{TestDesk, on_both};

/// Two pages of 210 × 285 mm with 3 mm of bleed, filled with cyan, the second with a line of 0.1 pt.
fn a_drawn_pdf() -> Vec<u8> {
    let page = |content: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] \
             /Contents {content} 0 R >>"
        )
    };
    let content =
        |drawn: &str| format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len());
    let filled = "1 0 0 0 k 0 0 613 825 re f";
    written(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_owned(),
            page(5),
            page(6),
            content(filled),
            content(&format!("{filled} 0.1 w 100 700 m 300 700 l S")),
        ],
        "",
    )
}

async fn looked(house: &TestDesk, order: i64) -> FilePreflight {
    let newest = files(house, order).await;
    let file = newest.iter().find(|file| file.newest).unwrap();
    house
        .desk
        .preflight_file(file.id)
        .await
        .expect("it is looked at")
}

fn told(looked: &FilePreflight) -> Vec<(FindingKind, Severity)> {
    let findings = looked.findings.iter();
    findings
        .map(|finding| (finding.kind, finding.severity))
        .collect()
}

#[test]
fn clause_s_4_1_4a_a_file_is_held_against_what_its_component_is_ordered_as() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "封面.pdf", &a_drawn_pdf());
        receive(&house, order, "c1", &path).await.expect("received");

        let found = looked(&house, order).await;
        assert!(found.looked_into);
        assert_eq!(
            told(&found),
            [
                (FindingKind::TooManyInks, Severity::Error),
                (FindingKind::SpotMissing, Severity::Warning),
                (FindingKind::Hairline, Severity::Warning),
            ]
        );
        let inside = &found.findings[0];
        assert_eq!(inside.pages, vec![(2, 2)], "4+0: the inside is blank");
        assert_eq!(
            (
                inside.params["measured"].as_str(),
                inside.params["wanted"].as_str()
            ),
            ("2", "0")
        );
        assert_eq!(found.findings[1].params["wanted"], "PANTONE 871 C、专金");
        let line = &found.findings[2];
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

        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("size".to_owned(), "200x285".to_owned());
            cover.values.insert("spots_front".to_owned(), String::new());
        })
        .await;
        let found = looked(&house, order).await;
        assert_eq!(told(&found)[0], (FindingKind::PageSize, Severity::Error));
        let size = &found.findings[0];
        assert_eq!(
            (
                size.params["measured"].as_str(),
                size.params["wanted"].as_str()
            ),
            ("210 × 285", "200 × 285")
        );
        assert_eq!(told(&found).len(), 3, "the spots are no longer ordered");
    });
}

#[test]
fn clause_s_4_1_4a_a_file_the_desk_cannot_look_into_is_left_to_people() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "封面.jpg", b"\xff\xd8\xff\xe0 a picture");
        receive(&house, order, "c1", &path).await.expect("received");
        let found = looked(&house, order).await;
        assert!(!found.looked_into && found.findings.is_empty());
        assert!(
            house.desk.preflight_file(999).await.is_err(),
            "there is no such file"
        );
    });
}
