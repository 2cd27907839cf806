//! Which column is which: by the words of a head line, or by their order where there is none.

/// A column by its code, and the words it goes by.
type Known = (&'static str, &'static [&'static str]);

/// The columns of a table of customers.
pub(super) const OF_CUSTOMERS: &[Known] = &[
    (
        "name",
        &[
            "客户名称",
            "客户全称",
            "客户",
            "名称",
            "公司",
            "公司名称",
            "单位名称",
            "customer",
            "name",
        ],
    ),
    ("code", &["编号", "客户编号", "客户编码", "代码", "code"]),
    ("short_name", &["简称", "客户简称", "short name"]),
    ("contact", &["联系人", "姓名", "contact"]),
    (
        "phone",
        &["电话", "手机", "联系电话", "联系方式", "phone", "tel"],
    ),
    (
        "message",
        &[
            "微信",
            "邮箱",
            "微信/邮箱",
            "电子邮件",
            "wechat",
            "e-mail",
            "email",
        ],
    ),
    ("address", &["地址", "公司地址", "address"]),
    (
        "delivery_address",
        &["收货地址", "送货地址", "交货地址", "delivery address"],
    ),
    ("receiver", &["收货人", "receiver"]),
    ("receiver_phone", &["收货电话", "receiver's phone"]),
    ("tolerance", &["允许超欠", "超欠", "tolerance"]),
    ("locality", &["本地/外地", "区域", "地区", "locality"]),
    ("long_term", &["长期", "长期客户", "长期订单", "long-term"]),
    ("established", &["老客户", "老客户标记", "established"]),
    (
        "invoice_title",
        &["抬头", "发票抬头", "开票名称", "invoice title"],
    ),
    (
        "invoice_tax_no",
        &["税号", "纳税人识别号", "统一社会信用代码", "tax number"],
    ),
    (
        "invoice_bank",
        &["开户行及账号", "开户行", "银行账号", "bank"],
    ),
    (
        "invoice_address",
        &[
            "地址电话",
            "开票地址电话",
            "注册地址电话",
            "invoice address",
        ],
    ),
    ("remark", &["备注", "说明", "remark"]),
];

/// The columns of a table of processes.
pub(super) const OF_PROCESSES: &[Known] = &[
    (
        "name",
        &["工艺", "工艺名称", "成熟工艺", "名称", "process", "name"],
    ),
    ("mature", &["成熟", "是否成熟", "mature"]),
];

/// How customers stand side by side where no head line says so.
pub(super) const CUSTOMERS_IN_ORDER: &[&str] = &["name", "contact", "phone", "address"];
/// How processes stand where no head line says so.
pub(super) const PROCESSES_IN_ORDER: &[&str] = &["name"];

/// What each column is, and whether the first line is the head. A line is a head when one of its cells names the
/// column of names and none of its cells is a word twice.
pub(super) fn understood(
    first: &[String],
    known: &[Known],
    in_order: &[&'static str],
    width: usize,
) -> (Vec<&'static str>, bool) {
    let named: Vec<&'static str> = first.iter().map(|cell| code_of(cell, known)).collect();
    if named.contains(&"name") {
        return (named, true);
    }
    let columns = (0..width)
        .map(|place| in_order.get(place).copied().unwrap_or_default())
        .collect();
    (columns, false)
}

fn code_of(cell: &str, known: &[Known]) -> &'static str {
    let plain = cell
        .trim()
        .trim_end_matches(['*', '：', ':'])
        .to_lowercase();
    known
        .iter()
        .find(|(_, words)| words.contains(&plain.as_str()))
        .map(|(code, _)| *code)
        .unwrap_or_default()
}

/// The cell under a column; empty where the table has none.
pub(super) fn cell<'a>(cells: &'a [String], columns: &[&str], code: &str) -> &'a str {
    let place = columns.iter().position(|column| *column == code);
    place
        .and_then(|place| cells.get(place))
        .map(String::as_str)
        .unwrap_or_default()
}

/// Whether a cell says yes.
pub(super) fn says_yes(cell: &str) -> bool {
    matches!(
        cell.trim().to_lowercase().as_str(),
        "是" | "√"
            | "✓"
            | "对"
            | "有"
            | "1"
            | "y"
            | "yes"
            | "true"
            | "老客户"
            | "老"
            | "成熟"
            | "长期"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_line_names_the_columns_in_any_order() {
        let line = |cells: &[&str]| {
            cells
                .iter()
                .map(|cell| (*cell).to_owned())
                .collect::<Vec<_>>()
        };
        let (columns, head) = understood(
            &line(&["电话：", "客户名称*", "心情"]),
            OF_CUSTOMERS,
            CUSTOMERS_IN_ORDER,
            3,
        );
        assert_eq!((columns, head), (vec!["phone", "name", ""], true));
        let (columns, head) = understood(
            &line(&["岭南社", "李伟"]),
            OF_CUSTOMERS,
            CUSTOMERS_IN_ORDER,
            5,
        );
        assert_eq!(
            (columns, head),
            (vec!["name", "contact", "phone", "address", ""], false)
        );
        assert_eq!(cell(&line(&["a", "b"]), &["x", "name"], "name"), "b");
        assert_eq!(cell(&line(&["a"]), &["x", "name"], "name"), "");
    }
}
