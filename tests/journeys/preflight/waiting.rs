//! What waits: the prepress folder for what is open, and files nobody looked at (S-4.1.4a, S-4.1.4c).

use super::*;

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
