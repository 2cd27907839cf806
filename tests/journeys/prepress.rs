//! What is read whole and has its pages goes into the prepress folder by itself (S-4.1.4c), also after the share was away.

use std::fs;
use std::path::Path;

use docket_core::Refuse as _;
use docket_core::files::{Counts, PrepressTrouble, PrepressView};
use docket_core::orders::OrderForm;
use docket_core::settings::Rule;
use docket_core::settings::wire::ChangeSetting;

use crate::files::{a_pdf, arrived, files, receive, receive_as};
use crate::orders::{a_customer, a_phone_order, change, registered};
use crate::support::{TestDesk, on_both};

async fn an_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    registered(house, &a_phone_order()).await
}

/// One pass, as the window asks for every while.
async fn pass(house: &TestDesk, all: bool) {
    house
        .desk
        .file_into_prepress(&house.assistant, all)
        .await
        .expect("a pass");
}

/// The prepress side of the order's files, in their order.
async fn on_the_way(house: &TestDesk, order: i64) -> Vec<Option<PrepressView>> {
    let seen = files(house, order).await;
    seen.into_iter().map(|file| file.prepress).collect()
}

/// Every file below a folder, as paths below it.
fn below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(root).unwrap();
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn clause_s_4_1_4c_a_version_is_filed_once_all_pages_of_its_component_are_there() {
    on_both(async |house| {
        let root = house.config.prepress.clone();
        fs::create_dir(&root).unwrap();
        let order = an_order(&house).await;
        // 3 of 4 P: nothing is due.
        let path = arrived(&house, "封面 前.pdf", &a_pdf(3));
        receive(&house, order, "c1", &path).await.expect("received");
        pass(&house, true).await;
        assert_eq!(on_the_way(&house, order).await, [None]);
        assert!(below(&root).is_empty());
        let path = arrived(&house, "封面 后.pdf", &a_pdf(1));
        receive(&house, order, "c1", &path).await.expect("received");
        pass(&house, false).await;
        let filed = below(&root);
        let folder = "深圳市彩源文化/OD-2026-A000001_《岭南草木》精装画册/V1";
        assert_eq!(
            filed,
            [
                format!("{folder}/封面 前.pdf"),
                format!("{folder}/封面 后.pdf")
            ]
        );
        assert_eq!(fs::read(root.join(&filed[0])).unwrap(), a_pdf(3));
        let states: Vec<_> = on_the_way(&house, order)
            .await
            .into_iter()
            .map(|view| view.expect("a row").state)
            .collect();
        assert_eq!(states, ["kept", "kept"]);

        // A later pass, another act and a night make no second copy, even where somebody cleared the folder.
        fs::remove_file(root.join(&filed[1])).unwrap();
        let first = files(&house, order).await[0].place;
        house
            .desk
            .move_file(&house.assistant, first, false)
            .await
            .expect("moved");
        let house = house.reopened().await;
        pass(&house, true).await;
        assert_eq!(below(&root).len(), 1);

        // The next version goes beside, under its own number.
        let second = files(&house, order).await[0].place;
        let path = arrived(&house, "封面 后.pdf", &a_pdf(1).repeat(2));
        receive_as(&house, order, "c1", &path, Some(second), Counts::Single)
            .await
            .expect("a new version");
        pass(&house, false).await;
        let again = folder.replace("/V1", "/V2");
        assert!(
            below(&root).contains(&format!("{again}/封面 后.pdf")),
            "{:?}",
            below(&root)
        );
    });
}

#[test]
fn clause_s_4_1_4c_while_the_share_is_away_copies_wait_as_long_as_that_takes() {
    on_both(async |house| {
        let root = house.config.prepress.clone();
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        let state = async |house: &TestDesk| {
            let view = on_the_way(house, order).await.remove(0).expect("a row");
            (view.state, view.tries, view.trouble)
        };
        let waiting = |trouble| ("waiting".to_owned(), 0, trouble);
        assert_eq!(state(&house).await, waiting(None));
        let done = house.desk.file_into_prepress(&house.assistant, false).await;
        assert!(!done.expect("a pass").changed.is_empty());
        assert_eq!(state(&house).await, waiting(Some(PrepressTrouble::Away)));
        assert!(
            !root.exists(),
            "a share that is away does not become a local folder"
        );
        // Three days of passes say nothing new and count for no try.
        for day in ["25", "26", "27"] {
            house.it_is(&format!("2026-11-{day}T01:12:00Z"));
            let done = house.desk.file_into_prepress(&house.assistant, true).await;
            assert!(done.expect("a pass").changed.is_empty());
        }
        assert_eq!(state(&house).await, waiting(Some(PrepressTrouble::Away)));
        // The program is closed; the share comes back over night; the first pass finds it.
        let house = house.reopened().await;
        fs::create_dir(&root).unwrap();
        pass(&house, false).await;
        assert_eq!(state(&house).await, ("kept".to_owned(), 1, None));
        assert_eq!(below(&root).len(), 1);
    });
}

#[test]
fn clause_s_4_1_4c_after_the_last_try_somebody_says_again() {
    on_both(async |house| {
        let root = house.config.prepress.clone();
        fs::create_dir(&root).unwrap();
        // A file where the customer's folder should be.
        fs::write(root.join("深圳市彩源文化"), "a note").unwrap();
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        let state = async || {
            let view = on_the_way(&house, order).await.remove(0).expect("a row");
            (view.state, view.tries, view.trouble)
        };
        let told = |state: &str, tries| {
            let in_the_way = Some(PrepressTrouble::InTheWay);
            (state.to_owned(), tries, in_the_way)
        };
        pass(&house, false).await;
        assert_eq!(state().await, told("waiting", 1));
        // 09:12:00; the next try is due 30 s later and not before.
        house.it_is("2026-11-24T01:12:29Z");
        pass(&house, false).await;
        assert_eq!(state().await, told("waiting", 1));
        house.it_is("2026-11-24T01:12:30Z");
        pass(&house, false).await;
        assert_eq!(state().await, told("waiting", 2));
        for _ in 2..12 {
            pass(&house, true).await;
        }
        assert_eq!(state().await, told("waiting", 12));
        pass(&house, true).await;
        assert_eq!(state().await, told("failed", 13));
        fs::remove_file(root.join("深圳市彩源文化")).unwrap();
        pass(&house, true).await;
        assert_eq!(
            state().await,
            told("failed", 13),
            "it is not tried for ever"
        );
        let retry = house.desk.retry_prepress(&house.assistant, order).await;
        retry.expect("再试");
        assert_eq!(state().await, ("waiting".to_owned(), 0, None));
        pass(&house, false).await;
        assert_eq!(state().await, ("kept".to_owned(), 1, None));
    });
}

#[test]
fn clause_s_4_1_4c_what_is_taken_back_while_it_is_copied_does_not_stay_in_the_folder() {
    on_both(async |house| {
        let root = house.config.prepress.clone();
        fs::create_dir(&root).unwrap();
        let order = an_order(&house).await;
        // Large enough that the act below comes before the copy is whole; wherever it comes, nothing stays.
        let mut bytes = a_pdf(4);
        bytes.resize(40 * 1024 * 1024, b' ');
        bytes.extend(b"\n%%EOF\n");
        let path = arrived(&house, "封面.pdf", &bytes);
        receive(&house, order, "c1", &path).await.expect("received");
        let place = files(&house, order).await[0].place;
        assert!(on_the_way(&house, order).await[0].is_some());
        let (desk, assistant) = (&house.desk, &house.assistant);
        let growing = root.join(".docket");
        let (passed, out) = tokio::join!(desk.file_into_prepress(assistant, true), async {
            while !growing.exists() && below(&root).is_empty() {
                tokio::task::yield_now().await;
            }
            desk.take_file_out(assistant, place, "发错了").await
        });
        out.expect("out of use");
        passed.expect("a pass");
        let row = on_the_way(&house, order).await.remove(0);
        match row {
            None => assert_eq!(below(&root), Vec::<String>::new()),
            // The copy was noted before the act: then it is filed, and says so.
            Some(row) => assert_eq!((row.state.as_str(), below(&root).len()), ("kept", 1)),
        }
    });
}

#[test]
fn clause_s_4_1_4c_what_is_not_due_any_more_is_taken_back_before_it_is_filed() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        assert!(on_the_way(&house, order).await[0].is_some());
        let eight = |form: &mut OrderForm| {
            form.components[0]
                .values
                .insert("pages".to_owned(), "8".to_owned());
        };
        change(&house, order, eight).await;
        assert_eq!(
            on_the_way(&house, order).await,
            [None],
            "8 P are ordered now, the file has 4"
        );
        let four = |form: &mut OrderForm| {
            form.components[0]
                .values
                .insert("pages".to_owned(), "4".to_owned());
        };
        change(&house, order, four).await;
        let place = files(&house, order).await[0].place;
        let (desk, assistant) = (&house.desk, &house.assistant);
        desk.take_file_out(assistant, place, "发错了")
            .await
            .expect("out");
        fs::create_dir(&house.config.prepress).unwrap();
        pass(&house, true).await;
        assert!(below(&house.config.prepress).is_empty());
        desk.put_file_back(assistant, place).await.expect("back");
        pass(&house, true).await;
        assert_eq!(below(&house.config.prepress).len(), 1);
    });
}

#[test]
fn clause_s_4_1_4c_the_template_is_a_rule_with_a_day_and_an_unknown_name_is_refused() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let director = house.actor("何静").await;
        let set = async |value: &str| {
            let change = ChangeSetting {
                rule: Rule::PrepressTemplate.code().to_owned(),
                value: value.to_owned(),
                from: "今天".to_owned(),
                why: "印前要求".to_owned(),
            };
            house.desk.change_setting(&director, &change).await
        };
        let refused = set("{客户}/{月}").await.unwrap_err();
        let problem = refused.fields().into_iter().next().expect("a problem");
        assert_eq!(problem.code, "template_names_unknown");
        assert_eq!(problem.params["text"], "{月}");
        set("{订单号}/../V{n}").await.expect("a template");
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        pass(&house, false).await;
        assert_eq!(
            below(&house.config.prepress),
            ["OD-2026-A000001/_/V1/封面.pdf"]
        );
    });
}
