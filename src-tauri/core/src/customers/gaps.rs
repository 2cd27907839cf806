//! What the one that stays takes over of its double: what it lacks itself. What it has, stays.

use super::record::CustomerRecord;

/// `into` with its gaps filled from `from`. 直通 is never switched on by the way: it waives proofs and locks files, so
/// somebody decides about it on the customer's page. Name and code stay its own; contacts and addresses are lists, and move
/// by themselves.
pub(super) fn filled(into: &CustomerRecord, from: &CustomerRecord) -> CustomerRecord {
    let mut record = into.clone();
    let fill = |stands: &mut String, other: &str| {
        if stands.is_empty() {
            other.clone_into(stands);
        }
    };
    fill(&mut record.short_name, &from.short_name);
    fill(&mut record.address, &from.address);
    fill(&mut record.remark, &from.remark);
    fill(&mut record.locality, &from.locality);
    if same_firm_invoiced(into, from) {
        fill(&mut record.invoice_title, &from.invoice_title);
        fill(&mut record.invoice_tax_no, &from.invoice_tax_no);
        fill(&mut record.invoice_bank, &from.invoice_bank);
        fill(&mut record.invoice_address, &from.invoice_address);
    }
    record.long_term |= from.long_term;
    record.tolerance = record.tolerance.or(from.tolerance);
    if record.terms.is_empty() {
        record.terms.clone_from(&from.terms);
    }
    record
}

/// Invoice data belong together: a bank account beside the tax number of another firm is worse than none.
fn same_firm_invoiced(into: &CustomerRecord, from: &CustomerRecord) -> bool {
    let of = |record: &CustomerRecord| {
        [
            record.invoice_title.clone(),
            record.invoice_tax_no.clone(),
            record.invoice_bank.clone(),
            record.invoice_address.clone(),
        ]
    };
    let (into, from) = (of(into), of(from));
    let pairs = || into.iter().zip(&from);
    let agree = pairs().all(|(one, other)| one.is_empty() || other.is_empty() || one == other);
    // Name or tax number tell a firm; who has nothing at all takes all of it.
    let named = pairs()
        .take(2)
        .any(|(one, other)| !one.is_empty() && one == other);
    agree && (named || into.iter().all(String::is_empty))
}

/// Codes of the fields that [`filled`] fills.
pub(super) fn gaps(into: &CustomerRecord, from: &CustomerRecord) -> Vec<&'static str> {
    let changes = filled(into, from).changes_since(into);
    changes.into_iter().map(|(code, _)| code).collect()
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::indexing_slicing,
        reason = "a test stops at the first surprise"
    )]
    use super::*;
    use crate::customers::{Due, Term};
    use crate::measures::Percent;

    fn full() -> CustomerRecord {
        let text = str::to_owned;
        CustomerRecord {
            name: text("彩源文化(深圳)"),
            short_name: text("彩源"),
            code: text("C0002"),
            address: text("龙华 5 号"),
            remark: text("月底对账"),
            locality: text("local"),
            direct_lane: true,
            long_term: true,
            tolerance: Some(Percent(300)),
            invoice_title: text("彩源文化有限公司"),
            invoice_tax_no: text("91440300MA5F"),
            invoice_bank: text("招行 7559"),
            invoice_address: text("龙华 5 号 0755"),
            contacts: Vec::new(),
            addresses: Vec::new(),
            terms: vec![Term {
                percent: Percent::WHOLE,
                due: Due::Monthly,
                days: Some(30),
            }],
        }
    }

    fn named() -> CustomerRecord {
        CustomerRecord {
            name: "深圳市彩源文化".to_owned(),
            code: "C0001".to_owned(),
            ..CustomerRecord::default()
        }
    }

    #[test]
    fn f_customers_what_the_one_that_stays_lacks_is_taken_over_but_for_the_direct_lane() {
        let now = filled(&named(), &full());
        let expected = CustomerRecord {
            name: named().name,
            code: named().code,
            direct_lane: false,
            ..full()
        };
        assert_eq!(now, expected);
        assert_eq!(
            gaps(&named(), &full()),
            [
                "short_name",
                "address",
                "remark",
                "locality",
                "long_term",
                "tolerance",
                "invoice_title",
                "invoice_tax_no",
                "invoice_bank",
                "invoice_address",
                "terms"
            ]
        );
    }

    #[test]
    fn f_customers_what_the_one_that_stays_has_is_left_alone() {
        assert_eq!(filled(&full(), &named()), full());
        let mut other = full();
        for text in [
            &mut other.short_name,
            &mut other.address,
            &mut other.remark,
            &mut other.invoice_title,
            &mut other.invoice_tax_no,
            &mut other.invoice_bank,
            &mut other.invoice_address,
        ] {
            text.push('二');
        }
        other.locality = "out_of_town".to_owned();
        other.tolerance = Some(Percent(500));
        other.terms[0].days = Some(60);
        assert_eq!(filled(&full(), &other), full());
    }

    #[test]
    fn f_customers_invoice_data_of_two_firms_are_not_mixed() {
        let part = CustomerRecord {
            invoice_title: full().invoice_title,
            ..named()
        };
        assert_eq!(filled(&part, &full()).invoice_bank, full().invoice_bank);
        let another = CustomerRecord {
            invoice_title: "彩源印务有限公司".to_owned(),
            ..named()
        };
        let now = filled(&another, &full());
        assert_eq!(now.invoice_title, "彩源印务有限公司");
        assert_eq!(
            (now.invoice_tax_no.as_str(), now.invoice_bank.as_str()),
            ("", "")
        );
        assert_eq!(now.short_name, "彩源", "all else is");
        // A bank alone does not say whose it is.
        let banked = CustomerRecord {
            invoice_bank: "工行 1".to_owned(),
            ..named()
        };
        assert_eq!(filled(&banked, &full()).invoice_title, "");
    }
}
