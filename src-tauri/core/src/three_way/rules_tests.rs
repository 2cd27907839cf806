//! The rules of 三方核对, each at its boundary (S-4.4.1A-2).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use super::file_side::FileSide;
use super::rules::{Answer, Answered, Compared, Passed, SampleStand, compare};
use crate::accounts::{Capacity, Role, Signature};
use crate::calendar::BusinessDay;
use crate::files::Counts;
use crate::measures::{Millimetres, Size};
use crate::orders::wire::FormRow;
use crate::orders::{OrderForm, Specification};
use crate::preflight::wire::WaiverView;
use crate::preflight::{FileSaid, Finding, Seen};
use crate::settings::HouseRules;

const TOLERANCE: Millimetres = Millimetres(5);

fn row(key: &str, values: &[(&str, &str)]) -> FormRow {
    FormRow {
        key: key.to_owned(),
        values: texts(values),
    }
}

fn texts(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

/// A book of a cover and a text of so many pages.
fn book(pages: &str) -> Specification {
    let form = OrderForm {
        product: texts(&[("name", "画册"), ("size", "210x285"), ("binding", "骑马订")]),
        components: vec![
            row(
                "c1",
                &[
                    ("name", "封面"),
                    ("pages", "4"),
                    ("colours", "4+0"),
                    ("spots_front", "PANTONE 871 C"),
                    ("work_style", "单面印"),
                ],
            ),
            row(
                "c2",
                &[
                    ("name", "内文"),
                    ("pages", pages),
                    ("colours", "4+4"),
                    ("work_style", "正反印"),
                ],
            ),
            row(
                "c3",
                &[
                    ("name", "环衬"),
                    ("pages", "4"),
                    ("colours", "0+0"),
                    ("work_style", "不印刷"),
                ],
            ),
            row("c4", &[("name", "灰板"), ("grade", "灰板")]),
        ],
        finishing: vec![
            row("f1", &[("process", "烫金"), ("component", "封面")]),
            row("f2", &[("process", "折页"), ("component", "内文")]),
        ],
        ..OrderForm::default()
    };
    let day = BusinessDay("2026-11-24".parse().unwrap());
    let (specification, problems) = Specification::understand(&form, day, &HouseRules::default());
    assert!(problems.is_empty(), "{problems:?}");
    specification
}

fn samples() -> Vec<String> {
    vec!["Y-2026-A0001".to_owned()]
}

fn bare(specification: &Specification) -> Compared {
    compare(specification, TOLERANCE, &samples(), &[], &[], &[])
}

/// An answer to a row as it stands in `compared`.
fn answer(compared: &Compared, path: &str, answer: Answer, said: &str) -> Answered {
    let row = compared
        .rows
        .iter()
        .find(|row| row.sheet.path == path)
        .unwrap();
    Answered {
        path: path.to_owned(),
        answer,
        said: said.to_owned(),
        held_against: row.held_against.clone(),
        at: "2026-11-24T01:12:00Z".to_owned(),
        by: "林晓梅".to_owned(),
        account: 2,
    }
}

fn stand_of(compared: &Compared, path: &str) -> SampleStand {
    let row = compared.rows.iter().find(|row| row.sheet.path == path);
    row.unwrap().sample
}

#[test]
fn clause_s_4_4_1a_2_each_component_has_a_row_for_what_the_sheet_says_of_it() {
    let rows: Vec<(String, String)> = bare(&book("64"))
        .rows
        .into_iter()
        .map(|row| (row.sheet.path, row.sheet.text))
        .collect();
    let expected = [
        ("product.binding", "骑马订"),
        ("component:c1.size", "210 × 285 mm"),
        ("component:c1.colours", "4+0，专色 正 PANTONE 871 C"),
        ("component:c1.pages", "4 P"),
        ("component:c1.finishing", "烫金"),
        ("component:c2.size", "210 × 285 mm"),
        ("component:c2.colours", "4+4"),
        ("component:c2.pages", "64 P"),
        // Folding is no 特殊工艺.
        ("component:c2.finishing", "无"),
        ("component:c3.size", "210 × 285 mm"),
        ("component:c3.colours", "不印刷"),
        ("component:c3.pages", "4 P"),
        ("component:c4.size", "210 × 285 mm"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(rows, expected);
}

#[test]
fn clause_s_4_4_1a_2_nothing_is_ticked_before_somebody_looked_and_without_a_sample_nothing_is_asked()
 {
    let book = book("64");
    let open = bare(&book);
    assert!(open.rows.iter().all(|row| row.sample == SampleStand::Open));
    assert_eq!(open.open().count(), open.rows.len());
    let none = compare(&book, TOLERANCE, &[], &[], &[], &[]);
    assert!(
        none.rows
            .iter()
            .all(|row| row.sample == SampleStand::NotAsked)
    );
    assert!(!none.says_anything(), "a bare order has no such line");
}

#[test]
fn clause_s_4_4_1a_2_a_size_within_half_a_millimetre_is_the_same() {
    let book = book("64");
    let open = bare(&book);
    let size = "component:c1.size";
    let pages = "component:c2.pages";
    for (path, said, stand) in [
        (size, "209.5x285", SampleStand::Agrees),
        (size, "210.5 × 285.5 mm", SampleStand::Agrees),
        (size, "209.4x285", SampleStand::Differs),
        (size, "大概一样", SampleStand::Differs),
        (pages, "64", SampleStand::Agrees),
        (pages, "６４P", SampleStand::Differs),
        (pages, "62", SampleStand::Differs),
        ("component:c2.finishing", "烫金", SampleStand::Differs),
        ("component:c2.finishing", "无", SampleStand::Agrees),
    ] {
        let answers = [answer(&open, path, Answer::Differs, said)];
        let compared = compare(&book, TOLERANCE, &samples(), &[], &answers, &[]);
        assert_eq!(stand_of(&compared, path), stand, "{path} {said}");
        let differs = compared.differences().count();
        assert_eq!(differs, usize::from(stand == SampleStand::Differs));
    }
}

#[test]
fn clause_s_4_4_1a_2_an_answer_counts_for_the_sheet_and_the_samples_it_was_given_over() {
    let (before, after) = (book("64"), book("60"));
    let open = bare(&before);
    let answers: Vec<Answered> = open
        .rows
        .iter()
        .map(|row| answer(&open, &row.sheet.path, Answer::Agrees, ""))
        .collect();
    let same = compare(&before, TOLERANCE, &samples(), &[], &answers, &[]);
    assert_eq!((same.open().count(), same.stale().count()), (0, 0));
    let changed = compare(&after, TOLERANCE, &samples(), &[], &answers, &[]);
    let stale: Vec<&str> = changed.stale().map(|row| row.sheet.path.as_str()).collect();
    assert_eq!(stale, ["component:c2.pages"], "that row alone");
    let mut two = samples();
    two.push("Y-2026-A0002".to_owned());
    let more = compare(&before, TOLERANCE, &two, &[], &answers, &[]);
    assert_eq!(
        more.stale().count(),
        answers.len(),
        "nobody has looked at the second sample"
    );
    // A slip is taken back; what was said last counts.
    let mut slip = answers.clone();
    slip.push(answer(&open, "component:c2.pages", Answer::TakenBack, ""));
    let back = compare(&before, TOLERANCE, &samples(), &[], &slip, &[]);
    assert_eq!(stand_of(&back, "component:c2.pages"), SampleStand::Open);
    slip.push(answer(&open, "component:c2.pages", Answer::NotShown, ""));
    let again = compare(&before, TOLERANCE, &samples(), &[], &slip, &[]);
    assert_eq!(
        stand_of(&again, "component:c2.pages"),
        SampleStand::NotShown
    );
    assert_eq!(again.differences().count(), 0);
}

fn file(component: &str, seen: Seen, found: &[(&str, &[(&str, &str)])]) -> FileSaid {
    let finding = |(kind, params): &(&str, &[(&str, &str)])| -> (Finding, Option<WaiverView>) {
        let finding = serde_json::from_value(serde_json::json!({
            "kind": kind, "severity": "error", "pages": [], "params": texts(params), "place": null,
        }));
        (finding.unwrap(), None)
    };
    FileSaid {
        component: component.to_owned(),
        sha256: String::new(),
        counts: Counts::Single,
        seen,
        trims: vec![Size::whole(210, 285)],
        brought: Some(64),
        findings: found.iter().map(finding).collect(),
    }
}

#[test]
fn clause_s_4_4_1a_2_the_file_says_what_preflight_found_and_where_it_cannot_it_says_so() {
    let book = book("64");
    let side = |said: &[FileSaid], path: &str| {
        let compared = compare(&book, TOLERANCE, &[], said, &[], &[]);
        let row = compared.rows.into_iter().find(|row| row.sheet.path == path);
        row.unwrap().file
    };
    let text = |key: &str| format!("component:c2.{key}");
    let sound = [file("c2", Seen::Read, &[])];
    assert_eq!(
        side(&sound, &text("size")),
        FileSide::Agrees("210 × 285 mm".to_owned())
    );
    assert_eq!(
        side(&sound, &text("pages")),
        FileSide::Agrees("64 P".to_owned())
    );
    assert_eq!(side(&sound, &text("finishing")), FileSide::Silent);
    assert_eq!(side(&sound, "product.binding"), FileSide::NotAsked);
    assert_eq!(side(&sound, "component:c1.size"), FileSide::Missing);
    assert_eq!(side(&sound, "component:c3.size"), FileSide::NotNeeded);
    let whole = [file("", Seen::Read, &[])];
    assert_eq!(side(&whole, "component:c1.size"), FileSide::Whole);
    let unseen = [file("c2", Seen::Waiting, &[])];
    assert_eq!(side(&unseen, &text("size")), FileSide::Unseen);
    let by_hand = [file("c2", Seen::ByHand, &[])];
    assert_eq!(side(&by_hand, &text("colours")), FileSide::ByHand);
    // finding → the row it is told of, and what it says
    type Told<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str);
    let table: [Told<'_>; 6] = [
        (
            "page_size",
            &[("measured", "209.4 × 285")],
            "size",
            "209.4 × 285 mm",
        ),
        (
            "too_many_inks",
            &[("measured", "4")],
            "colours",
            "普色 4 色",
        ),
        ("fewer_inks", &[("measured", "1")], "colours", "普色 1 色"),
        (
            "spot_not_ordered",
            &[("names", "专金")],
            "colours",
            "多专色 专金",
        ),
        ("page_count", &[("measured", "62")], "pages", "62 P"),
        (
            "finishing_not_ordered",
            &[("names", "烫金")],
            "finishing",
            "烫金",
        ),
    ];
    for (kind, params, key, said) in table {
        let found = [file("c2", Seen::Read, &[(kind, params)])];
        assert_eq!(
            side(&found, &text(key)),
            FileSide::Differs(said.to_owned()),
            "{kind}"
        );
        let compared = compare(&book, TOLERANCE, &[], &found, &[], &[]);
        assert_eq!(compared.differences().count(), 1, "{kind}");
    }
    // Whoever may let it pass when it was preflighted need not sign a second time.
    let mut passed = [file(
        "c2",
        Seen::Read,
        &[("page_count", &[("measured", "62")])],
    )];
    passed[0].findings[0].1 = Some(WaiverView {
        reason: "照此印".to_owned(),
        by: "赵强".to_owned(),
        at: "2026-11-24T01:12:00Z".to_owned(),
        recorded: None,
    });
    assert!(matches!(
        side(&passed, &text("pages")),
        FileSide::Passed { .. }
    ));
    // How a page lies is nothing that is compared.
    let turned = [file("c2", Seen::Read, &[("page_turned", &[])])];
    assert!(matches!(side(&turned, &text("size")), FileSide::Agrees(_)));
}

#[test]
fn clause_s_4_4_1a_2_a_difference_is_let_pass_as_it_stood_and_no_other() {
    let book = book("64");
    let open = bare(&book);
    let path = "component:c2.pages";
    let said = |value: &str| [answer(&open, path, Answer::Differs, value)];
    let differing = compare(&book, TOLERANCE, &samples(), &[], &said("62"), &[]);
    let row = differing.differences().next().unwrap();
    assert_eq!(row.printed(), "内文·P数 任务书 64 P，样本 62");
    let passes = [Passed {
        path: path.to_owned(),
        difference: row.difference(),
        reason: "样本是旧版".to_owned(),
        signature: Signature {
            id: 1,
            content_hash: String::new(),
            account: Some(3),
            signer: "赵强".to_owned(),
            capacity: Capacity::Holds(Role::SalesSupervisor),
            signed_at: "2026-11-24T01:12:00Z".to_owned(),
            recorded: None,
            deputy_for: None,
            note: String::new(),
        },
    }];
    for (value, file_found, left) in [("62", "", 0), ("60", "", 1), ("62", "62", 1)] {
        let files = match file_found {
            "" => vec![],
            measured => vec![file(
                "c2",
                Seen::Read,
                &[("page_count", &[("measured", measured)])],
            )],
        };
        let compared = compare(&book, TOLERANCE, &samples(), &files, &said(value), &passes);
        assert_eq!(
            compared.differences().count(),
            left,
            "sample {value}, file {file_found}"
        );
        assert_eq!(compared.passed().count(), 1 - left);
    }
}
