//! Customers and processes taken over from a table.

use docket_core::imports::wire::ImportTable;

use crate::customers::page;
use crate::orders::{a_new_customer, refused};
use crate::support::on_both;

fn table(kind: &str, text: &str, established: bool) -> ImportTable {
    ImportTable {
        kind: kind.to_owned(),
        text: text.to_owned(),
        path: None,
        established,
    }
}

#[test]
fn clause_s_4_3_1a_opening_customers_are_taken_over_and_marked() {
    on_both(async |house| {
        a_new_customer(&house).await;
        let cells = "编号\t客户名称\t联系人\t电话\t收货地址\t税号\n\
                     C01\t岭南社\t李伟\t020\t体育东路 66 号\t9144\n\
                     \t深圳市彩源文化\t\t\t\t\n";
        let request = table("customers", cells, true);
        let preview = house.desk.import_preview(&request).await.unwrap();
        assert_eq!(
            preview.columns,
            [
                "code",
                "name",
                "contact",
                "phone",
                "delivery_address",
                "invoice_tax_no"
            ]
        );
        assert_eq!(
            (preview.entered, preview.marked, preview.same, preview.wrong),
            (1, 1, 0, 0)
        );
        assert_eq!(
            house.desk.customers("").await.unwrap().len(),
            1,
            "looking makes nothing"
        );
        house
            .desk
            .import_table(&house.assistant, &request)
            .await
            .expect("a table");
        let found = house.desk.customers("岭南社").await.unwrap();
        let entered = page(&house, found[0].id).await;
        let mark = entered.standing.marked.as_ref().expect("a mark");
        assert_eq!(
            (entered.standing.code, mark.by.as_str(), mark.how.as_str()),
            ("established", "林晓梅", "import")
        );
        assert_eq!(
            (
                entered.form.code.as_str(),
                entered.form.contacts[0].name.as_str()
            ),
            ("C01", "李伟")
        );
        assert_eq!(
            (
                entered.form.addresses[0].address.as_str(),
                entered.form.addresses[0].receiver.as_str()
            ),
            ("体育东路 66 号", "李伟")
        );
        let again = house.desk.import_preview(&request).await.unwrap();
        assert_eq!(
            (again.entered, again.marked, again.same),
            (0, 0, 2),
            "what is there is left as it is"
        );
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn a_table_with_one_wrong_line_makes_nothing_at_all() {
    on_both(async |house| {
        let cells = "岭南社\t李伟\n\t无名氏\n岭南社\t又一次\n";
        let request = table("customers", cells, false);
        let preview = house.desk.import_preview(&request).await.unwrap();
        assert_eq!((preview.entered, preview.wrong), (1, 2));
        let told: Vec<_> = preview
            .lines
            .iter()
            .flat_map(|line| {
                line.problems
                    .iter()
                    .map(|problem| (line.line, problem.column.as_str(), problem.code.as_str()))
            })
            .collect();
        assert_eq!(
            told,
            [(2, "name", "field_needed"), (3, "name", "import_twice")]
        );
        assert_eq!(
            refused(house.desk.import_table(&house.assistant, &request).await).0,
            "import_has_problems"
        );
        assert!(house.desk.customers("").await.unwrap().is_empty());
        assert_eq!(
            refused(
                house
                    .desk
                    .import_preview(&table("customers", " \n", false))
                    .await
            )
            .0,
            "import_empty"
        );
    });
}

#[test]
fn a_gbk_file_is_taken_over_like_a_pasted_block() {
    on_both(async |house| {
        let path = house.path().join("客户 名单.csv");
        // 客户名称,电话 / 岭南社,020 in GBK.
        let gbk: &[u8] = b"\xbf\xcd\xbb\xa7\xc3\xfb\xb3\xc6,\xb5\xe7\xbb\xb0\r\n\xc1\xeb\xc4\xcf\xc9\xe7,020\r\n";
        std::fs::write(&path, gbk).unwrap();
        let request = ImportTable {
            path: Some(path.display().to_string()),
            ..table("customers", "", false)
        };
        house
            .desk
            .import_table(&house.assistant, &request)
            .await
            .expect("a file");
        let found = house.desk.customers("").await.unwrap();
        assert_eq!(
            (
                found[0].name.as_str(),
                found[0].phone.as_str(),
                found[0].standing
            ),
            ("岭南社", "020", "potential")
        );
        let gone = ImportTable {
            path: Some(house.path().join("没有.csv").display().to_string()),
            ..request
        };
        assert!(house.desk.import_preview(&gone).await.is_err());
    });
}

#[test]
fn clause_s_4_3_1b_opening_processes_are_marked_by_management_with_who_and_when() {
    on_both(async |house| {
        let request = table("processes", "工艺\t成熟\n植绒\t是\n滴塑\t\n", false);
        assert_eq!(
            refused(house.desk.import_table(&house.assistant, &request).await).0,
            "needs_role"
        );
        let director = house.actor("何静").await;
        house
            .desk
            .import_table(&director, &request)
            .await
            .expect("a table");
        house.desk.mark_mature(&director, " 骑马订 ").await.unwrap();
        assert_eq!(
            refused(house.desk.mark_mature(&director, "骑马订").await),
            ("process_is_mature", vec!["process".to_owned()])
        );
        let mature = house.desk.settings_page(&director).await.unwrap().mature;
        // The usual processes of the trade are no new ones to a house that opens (S-4.3.1B).
        let (usual, told): (Vec<_>, Vec<_>) =
            mature.iter().partition(|process| process.by == "首次启动");
        assert!(usual.iter().any(|process| process.name == "覆哑膜"));
        let told: Vec<_> = told
            .into_iter()
            .map(|process| {
                (
                    process.name.as_str(),
                    process.by.as_str(),
                    process.at.as_str(),
                    process.how.as_str(),
                )
            })
            .collect();
        let at = "2026-11-24T01:12:00Z";
        assert_eq!(
            told,
            [
                ("植绒", "何静", at, "import"),
                ("骑马订", "何静", at, "setting")
            ]
        );
        house
            .desk
            .unmark_mature(&director, mature[0].id)
            .await
            .unwrap();
        assert_eq!(
            house
                .desk
                .settings_page(&director)
                .await
                .unwrap()
                .mature
                .len(),
            usual.len() + 1
        );
    });
}
