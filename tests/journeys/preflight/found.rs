//! What a file is held against, and what is told of it (S-4.1.4a).

use super::*;

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
