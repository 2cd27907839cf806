//! S-4.2.6: where foil, UV, embossing and die-cutting go is marked, or no task sheet is issued.

use docket_core::DeskError;
use docket_core::documents::forms::marked_copy::Corner;
use docket_core::files::{ContentStore, Counts, FileHash};
use docket_core::positions::{
    FilePositions, Frame, MarkOnSample, MarkedCopyRequest, Outline, PositionRequest, SavePositions,
    TypedFrame,
};
use docket_core::task_sheets::CheckLine;
use docket_core::wire::Done;

use crate::files::{a_pdf, arrived, files, receive, receive_as, written};
use crate::house_rules::set;
use crate::orders::{a_customer, change, registered, row};
use crate::preflight::printed_as_they_are;
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_review, a_sample, a_stamped_sample, agreed, approved, audited, checked, code, frozen_pdf,
    issue, page, red, stamp_the_sample, text_of, the_book,
};

/// The book with a foil on its cover.
pub async fn a_foiled_book(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let mut form = the_book();
    form.finishing.push(row(
        "f2",
        &[
            ("component", "封面"),
            ("process", "烫金"),
            ("material", "金箔"),
        ],
    ));
    registered(house, &form).await
}

pub async fn a_cover(house: &TestDesk, order: i64) -> FilePositions {
    let path = arrived(house, "封面.pdf", &a_pdf(2));
    receive(house, order, "c1", &path).await.expect("received");
    newest(house, order).await
}

pub async fn newest(house: &TestDesk, order: i64) -> FilePositions {
    let received = files(house, order).await;
    let newest = || received.iter().filter(|file| file.newest);
    let cover = newest().find(|file| file.component == "c1");
    let file = cover.or_else(|| newest().next()).unwrap();
    house.desk.file_positions(file.id).await.expect("its pages")
}

pub fn rectangle(left: i64, top: i64, width: i64, height: i64) -> Outline {
    Outline::Rectangle(Frame {
        left,
        top,
        width,
        height,
    })
}

pub fn a_foil(key: &str, outline: Outline) -> PositionRequest {
    PositionRequest {
        key: key.to_owned(),
        step: "f2".to_owned(),
        name: "书名".to_owned(),
        tool: "金箔 T-12".to_owned(),
        page: 1,
        outline,
        typed: None,
        taken: true,
    }
}

pub async fn save(
    house: &TestDesk,
    file: &FilePositions,
    positions: Vec<PositionRequest>,
) -> Result<FilePositions, DeskError> {
    let request = SavePositions {
        file_id: file.file_id,
        seen: file.seen.clone(),
        positions,
    };
    let Done { value, .. } = house.desk.save_positions(&house.assistant, request).await?;
    Ok(value)
}

async fn line(house: &TestDesk, order: i64) -> CheckLine {
    let checks = page(house, order).await.checks;
    checks
        .into_iter()
        .find(|line| line.code.starts_with("position"))
        .expect("a line of positions")
}

#[test]
fn clause_s_4_2_6_a_process_without_a_position_blocks_and_its_line_leads_to_the_preview() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let found = line(&house, order).await;
        assert_eq!((found.code, found.ok), ("position_missing", false));
        assert_eq!((found.clause, found.step), ("S-4.2.6", 3));
        assert_eq!(found.path.as_deref(), Some("position.f2"));
        assert_eq!(found.params["process"], "封面 烫金");

        let cover = a_cover(&house, order).await;
        // 216 × 291 mm with a trim of 210 × 285 mm in the middle.
        let size = cover.sizes[0];
        for (found, wanted) in [
            (size.width, 216.0),
            (size.height, 291.0),
            (size.trim_left, 3.0),
            (size.trim_top, 3.0),
            (size.trim_width, 210.0),
        ] {
            assert!((found - wanted).abs() < 0.01, "{found} {wanted}");
        }
        let cover = save(
            &house,
            &cover,
            vec![a_foil("p1", rectangle(625, 400, 850, 200))],
        )
        .await
        .expect("marked");
        assert_eq!(cover.positions[0].words, "85 × 20 mm，左 62.5 上 40");
        let found = line(&house, order).await;
        assert_eq!((found.code, found.ok), ("positions", true));

        // A removed position blocks again, and comes back as itself.
        let none = save(&house, &cover, vec![]).await.expect("removed");
        assert!(red(&house, order).await.contains(&"position_missing"));
        let back = save(
            &house,
            &none,
            vec![a_foil("p1", rectangle(625, 400, 850, 200))],
        )
        .await
        .expect("taken back");
        assert_eq!(back.positions[0].key, "p1");
        assert!(!red(&house, order).await.contains(&"position_missing"));
    });
}

#[test]
fn clause_s_4_2_6_a_place_is_typed_and_one_off_the_page_is_refused() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        let mut typed = a_foil("p1", rectangle(0, 0, 100, 100));
        typed.typed = Some(TypedFrame {
            left: "-3".to_owned(),
            top: "12.5".to_owned(),
            width: "6cm".to_owned(),
            height: "20".to_owned(),
        });
        let cover = save(&house, &cover, vec![typed.clone()])
            .await
            .expect("typed");
        assert_eq!(
            cover.positions[0].outline,
            Some(rectangle(-30, 125, 600, 200))
        );
        let refused = [
            (rectangle(-40, 0, 100, 100), 1, "position_off_the_page"),
            (rectangle(0, 0, 4, 100), 1, "position_too_small"),
            (rectangle(0, 0, 100, 100), 3, "position_no_such_page"),
            (rectangle(0, 0, 100, 100), 0, "position_no_such_page"),
        ];
        for (outline, page, expected) in refused {
            let mut wrong = a_foil("p1", outline);
            wrong.page = page;
            assert_eq!(code(save(&house, &cover, vec![wrong]).await), expected);
        }
        typed.typed.as_mut().unwrap().left = "左边".to_owned();
        let found = save(&house, &cover, vec![typed.clone()]).await;
        assert_eq!(code(found), "position_not_understood");
        typed.typed = None;
        typed.step = "f9".to_owned();
        let found = save(&house, &cover, vec![typed]).await;
        assert_eq!(code(found), "position_no_such_step");
        let unnamed = PositionRequest {
            name: " ".to_owned(),
            ..a_foil("p1", rectangle(0, 0, 100, 100))
        };
        let found = save(&house, &cover, vec![unnamed]).await;
        assert_eq!(code(found), "position_bad_text");
        // Of all that nothing was kept.
        assert_eq!(newest(&house, order).await.seen, cover.seen);
    });
}

#[test]
fn clause_s_4_2_6_a_new_version_of_the_file_makes_a_position_stale_until_it_is_taken_over() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        let marked = vec![a_foil("p1", rectangle(625, 400, 850, 200))];
        let old = save(&house, &cover, marked.clone()).await.expect("marked");
        let place = files(&house, order).await[0].place;
        let path = arrived(&house, "封面 V2.pdf", &a_pdf(1));
        receive_as(&house, order, "c1", &path, Some(place), Counts::Single)
            .await
            .expect("a new version");
        assert_eq!(line(&house, order).await.code, "position_stale");
        // Nobody marks on the old version any more.
        let found = save(&house, &old, marked.clone()).await;
        assert_eq!(code(found), "position_file_not_in_use");

        let new = newest(&house, order).await;
        assert!(new.positions[0].stale);
        let left = PositionRequest {
            taken: false,
            ..marked[0].clone()
        };
        let new = save(&house, &new, vec![left])
            .await
            .expect("left as it was");
        assert_eq!(line(&house, order).await.code, "position_stale");
        let new = save(&house, &new, marked).await.expect("taken over");
        assert!(!new.positions[0].stale);
        assert!(line(&house, order).await.ok);

        house
            .desk
            .take_file_out(&house.assistant, place, "发错了")
            .await
            .expect("out of use");
        assert_eq!(line(&house, order).await.code, "position_missing");
    });
}

#[test]
fn clause_s_4_2_6_what_is_done_to_the_cover_is_not_marked_on_a_page_of_the_text() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let path = arrived(&house, "内文.pdf", &a_pdf(120));
        receive(&house, order, "c4", &path).await.expect("received");
        let text = newest(&house, order).await;
        let mark = || vec![a_foil("p1", rectangle(625, 400, 850, 200))];
        let found = save(&house, &text, mark()).await;
        assert_eq!(code(found), "position_other_component");
        // A file for the order as a whole shows the cover, too.
        let path = arrived(&house, "整本.pdf", &a_pdf(4));
        receive(&house, order, "", &path).await.expect("received");
        let whole = files(&house, order).await;
        let whole = whole.iter().find(|file| file.component.is_empty()).unwrap();
        let whole = house.desk.file_positions(whole.id).await.unwrap();
        save(&house, &whole, mark()).await.expect("marked");
    });
}

/// What is signed off for a foil on the cover is no word on a varnish, nor on another component.
#[test]
fn clause_s_4_2_6_another_process_or_component_makes_a_position_stale_until_it_is_looked_at() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        let marked = vec![a_foil("p1", rectangle(625, 400, 850, 200))];
        save(&house, &cover, marked.clone()).await.expect("marked");
        a_stamped_sample(&house, order).await;
        let becomes = async |key: &str, value: &str| {
            change(&house, order, |form| {
                let foil = form.finishing.iter_mut().find(|row| row.key == "f2");
                let values = &mut foil.expect("the foil").values;
                values.insert(key.to_owned(), value.to_owned());
            })
            .await;
        };
        for (key, value) in [("process", "局部UV"), ("component", "内文")] {
            assert!(line(&house, order).await.ok, "before {key}");
            becomes(key, value).await;
            assert_eq!(line(&house, order).await.code, "position_stale", "{key}");
            let shown = newest(&house, order).await;
            assert!(shown.positions[0].stale);
            let left = PositionRequest {
                taken: false,
                ..marked[0].clone()
            };
            let shown = save(&house, &shown, vec![left]).await.expect("left");
            assert_eq!(line(&house, order).await.code, "position_stale", "{key}");
            save(&house, &shown, marked.clone()).await.expect("kept");
        }
        assert!(line(&house, order).await.ok);

        // What is said of a sample, alike.
        let shown = newest(&house, order).await;
        save(&house, &shown, vec![]).await.expect("removed");
        let said = MarkOnSample {
            order_id: order,
            step: "f2".to_owned(),
            sample_id: page(&house, order).await.samples[0].id,
            words: "内文第 3 页正中".to_owned(),
            tool: String::new(),
        };
        let marked = house.desk.mark_on_sample(&house.assistant, said).await;
        marked.expect("said of the sample");
        assert!(line(&house, order).await.ok);
        becomes("process", "烫金").await;
        assert_eq!(line(&house, order).await.code, "position_stale");
    });
}

#[test]
fn clause_s_4_2_6_two_desks_do_not_mark_over_each_other() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let seen_by_both = a_cover(&house, order).await;
        save(
            &house,
            &seen_by_both,
            vec![a_foil("p1", rectangle(0, 0, 100, 100))],
        )
        .await
        .expect("the first");
        let second = vec![a_foil("p2", rectangle(0, 0, 50, 50))];
        let found = save(&house, &seen_by_both, second).await;
        assert_eq!(code(found), "position_changed_meanwhile");
    });
}

#[test]
fn clause_s_4_2_6_where_no_page_can_be_shown_the_place_is_said_of_a_sample() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let path = arrived(&house, "封面.jpg", b"\xff\xd8\xff\xe0 a picture");
        receive(&house, order, "c1", &path).await.expect("received");
        let file = files(&house, order).await[0].id;
        let found = house.desk.file_positions(file).await;
        assert_eq!(code(found), "position_no_pages");

        let on_sample = |sample_id, words: &str| MarkOnSample {
            order_id: order,
            step: "f2".to_owned(),
            sample_id,
            words: words.to_owned(),
            tool: "金箔".to_owned(),
        };
        let say = async |request| {
            let said = house.desk.mark_on_sample(&house.assistant, request).await;
            said.map(|done| done.value)
        };
        assert_eq!(
            code(say(on_sample(1, "封面正中")).await),
            "position_no_such_sample"
        );
        a_stamped_sample(&house, order).await;
        let sample = page(&house, order).await.samples[0].id;
        assert_eq!(code(say(on_sample(sample, " ")).await), "position_bad_text");
        say(on_sample(sample, "封面正中，85 × 20，距上边 40"))
            .await
            .expect("said of the sample");
        assert!(line(&house, order).await.ok);
        let position = page(&house, order).await.positions.steps[1].positions[0].clone();
        assert_eq!(position.words, "封面正中，85 × 20，距上边 40");
        house
            .desk
            .remove_position(&house.assistant, position.id)
            .await
            .expect("removed");
        assert_eq!(line(&house, order).await.code, "position_missing");
        let again = house
            .desk
            .remove_position(&house.assistant, position.id)
            .await;
        assert_eq!(code(again), "position_gone");
    });
}

#[test]
fn clause_s_4_2_6_which_processes_need_a_position_is_a_rule_of_the_house() {
    on_both(async |house| {
        crate::house_rules::set(&house, "position_processes", "击凸", "今天").await;
        let order = a_foiled_book(&house).await;
        let lines = page(&house, order).await.checks;
        assert!(!lines.iter().any(|line| line.code.starts_with("position")));
    });
}

#[test]
fn clause_s_4_4_2_on_an_issued_sheet_a_position_is_not_moved() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        agreed(&house, order).await;
        a_text(&house, order).await;
        printed_as_they_are(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        assert_eq!(code(issue(&house, order).await), "not_green");
        let foil = a_foil("p1", rectangle(625, 400, 850, 200));
        let cover = save(&house, &cover, vec![foil.clone()])
            .await
            .expect("marked");
        issue(&house, order).await.expect("the sheet is issued");

        let moved = a_foil("p1", rectangle(600, 400, 850, 200));
        let company = a_foil("p2", rectangle(0, 0, 100, 100));
        for after in [vec![], vec![moved], vec![foil.clone(), company]] {
            assert_eq!(code(save(&house, &cover, after).await), "position_issued");
        }
        let position = page(&house, order).await.positions.steps[1].positions[0].id;
        let removed = house.desk.remove_position(&house.assistant, position).await;
        assert_eq!(code(removed), "position_issued");
        let lamination = PositionRequest {
            step: "f1".to_owned(),
            ..a_foil("p3", rectangle(0, 0, 100, 100))
        };
        save(&house, &cover, vec![foil, lamination])
            .await
            .expect("a process without a position gets its place");
    });
}

fn a_copy(file: &FilePositions, sample_id: Option<i64>, folio_pages: &str) -> MarkedCopyRequest {
    MarkedCopyRequest {
        file_id: file.file_id,
        sample_id,
        corner: Corner::BottomRight,
        positions: true,
        folio_pages: folio_pages.to_owned(),
        first_folio: 5,
    }
}

async fn copied(house: &TestDesk, request: MarkedCopyRequest) -> Result<Vec<u8>, DeskError> {
    let done = house
        .desk
        .make_marked_copy(&house.assistant, request)
        .await?;
    let store = ContentStore::open(&house.config.attachments);
    Ok(store
        .read(&FileHash::read(&done.value.sha256).unwrap())
        .unwrap())
}

#[test]
fn clause_s_4_2_4b_a_copy_carries_the_stamp_folios_and_positions_behind_the_customers_own_bytes() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        let original = a_pdf(2);
        // Nothing is asked for that could be drawn.
        let found = copied(&house, a_copy(&cover, None, "")).await;
        assert_eq!(code(found), "copy_nothing_to_draw");
        let found = copied(&house, a_copy(&cover, None, "1-3")).await;
        assert_eq!(code(found), "copy_bad_pages");

        a_sample(&house, order).await;
        let sample = page(&house, order).await.samples[0].id;
        let found = copied(&house, a_copy(&cover, Some(sample), "")).await;
        assert_eq!(code(found), "sample_no_stamp_to_print");
        set(&house, "stamp_heading", "客户签样确认", "今天").await;
        stamp_the_sample(&house, order, None).await;
        set(&house, "stamp_heading", "别的", "今天").await;
        save(
            &house,
            &cover,
            vec![a_foil("p1", rectangle(625, 400, 850, 200))],
        )
        .await
        .expect("marked");
        let copy = copied(&house, a_copy(&cover, Some(sample), "1-2"))
            .await
            .expect("a copy");
        assert!(
            copy.starts_with(&original),
            "every byte of the original first"
        );
        let path = house.path().join("copy.pdf");
        std::fs::write(&path, &copy).unwrap();
        let told = std::process::Command::new("pdftotext")
            .arg("-raw")
            .arg(&path)
            .arg("-")
            .output()
            .unwrap();
        let words: String = String::from_utf8_lossy(&told.stdout)
            .chars()
            .filter(|letter| !letter.is_whitespace() || *letter == '\u{c}')
            .collect();
        let pages: Vec<&str> = words.split('\u{c}').collect();
        for fact in [
            "客户签样确认Y-2026-A0001",
            "客户名称深圳市彩源文化",
            "产品名称《岭南草木》精装画册",
            "样本类型颜色样",
            "签样人王琳",
            "书名85×20mm，左62.5上40·金箔T-12",
            "特殊工艺位置书名（第1页）",
        ] {
            assert!(pages[0].contains(fact), "{fact} in {}", pages[0]);
        }
        assert!(pages[0].contains('5') && pages[1] == "6", "{pages:?}");
        // The received file itself is as it came.
        let store = ContentStore::open(&house.config.attachments);
        let kept = store.read(&FileHash::read(&cover.sha256).unwrap()).unwrap();
        assert_eq!(kept, original);
    });
}

#[test]
fn clause_s_4_2_4b_a_signed_file_is_not_stamped_and_says_why() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [] >> >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
        ];
        let path = arrived(&house, "封面.pdf", &written(&objects, ""));
        receive(&house, order, "c1", &path).await.expect("received");
        let cover = newest(&house, order).await;
        let found = copied(&house, a_copy(&cover, None, "1")).await;
        assert_eq!(code(found), "signed");
    });
}

async fn a_text(house: &TestDesk, order: i64) {
    let path = arrived(house, "内文.pdf", &a_pdf(120));
    receive(house, order, "c4", &path).await.expect("received");
}

pub async fn issued(house: &TestDesk, order: i64) {
    agreed(house, order).await;
    a_text(house, order).await;
    printed_as_they_are(house, order).await;
    audited(house, order).await;
    a_stamped_sample(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    checked(house, order).await;
    issue(house, order).await.expect("the sheet is issued");
}

#[test]
fn clause_s_4_2_6_the_task_sheet_shows_the_first_page_and_names_every_position() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        save(
            &house,
            &cover,
            vec![a_foil("p1", rectangle(625, 400, 850, 200))],
        )
        .await
        .expect("marked");
        issued(&house, order).await;
        let words = text_of(&house, &frozen_pdf(&house, order).await);
        for fact in [
            "首页与工艺位置",
            "封面.pdf第1页（仅供辨认，颜色不作准）",
            "封面烫金：书名85×20mm，左62.5上40·金箔T-12",
        ] {
            assert!(words.contains(fact), "{fact} in {words}");
        }
        let mut reader = house.desk.read().await.unwrap();
        let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM page_thumbnails")
            .fetch_one(&mut *reader)
            .await
            .unwrap();
        assert_eq!(kept, 1, "drawn once and kept");
    });
}

#[test]
fn clause_s_4_2_6_a_file_that_cannot_be_shown_leaves_a_line_on_the_sheet_and_stops_nothing() {
    on_both(async |house| {
        let order = a_foiled_book(&house).await;
        let cover = a_cover(&house, order).await;
        save(
            &house,
            &cover,
            vec![a_foil("p1", rectangle(625, 400, 850, 200))],
        )
        .await
        .expect("marked");
        let store = ContentStore::open(&house.config.attachments);
        let path = store
            .path_of(&FileHash::read(&cover.sha256).unwrap())
            .unwrap();
        std::fs::remove_file(path).unwrap();
        issued(&house, order).await;
        let words = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(
            words.contains("首页图未能印上：封面.pdf看不了页面"),
            "{words}"
        );
        assert!(words.contains("书名85×20mm"), "{words}");
    });
}
