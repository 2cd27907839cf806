//! Each reason that keeps a sheet back has a line of its own, with its clause and the step where it is mended (S-4.4.1).

#![expect(
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use chrono::NaiveDate;

use super::super::review_lines::reviewed;
use super::super::sample_lines::sample_line;
use super::*;
use crate::accounts::{Capacity, Medium, Role};
use crate::measures::Fen;
use crate::preflight::PreflightBlock;
use crate::review::{Department, ReviewBlock, Trigger};
use crate::samples::SampleBlock;

/// What a line is: its code, its clause, its step, and whether it is green.
fn told(lines: &[CheckLine]) -> Vec<(&'static str, &'static str, u8, bool)> {
    lines
        .iter()
        .map(|line| (line.code, line.clause, line.step, line.ok))
        .collect()
}

#[test]
fn clause_s_4_2_4_each_sample_that_holds_the_sheet_back_is_a_line() {
    let number = || "Y-2026-A0001".to_owned();
    let table = [
        (SampleBlock::NoSample, ("sample_missing", "S-4.2.2")),
        (
            SampleBlock::Unstamped { number: number() },
            ("sample_unstamped", "S-4.2.4"),
        ),
        (
            SampleBlock::Voided { number: number() },
            ("sample_voided", "S-4.2.4"),
        ),
        (
            SampleBlock::Stale { number: number() },
            ("sample_stale", "S-4.2.4"),
        ),
        (
            SampleBlock::Expired {
                number: number(),
                valid_until: NaiveDate::MIN,
            },
            ("sample_expired", "S-4.2.4"),
        ),
    ];
    for (block, (code, clause)) in table {
        let line = sample_line(&block);
        assert_eq!(
            told(std::slice::from_ref(&line)),
            [(code, clause, 3, false)]
        );
        // The stamp of that very sample, or where there is none the lane.
        let place = line
            .params
            .get("number")
            .map(|of| format!("sample-stamp.{of}"));
        assert_eq!(line.path, Some(place.unwrap_or_else(|| "lane".to_owned())));
    }
}

#[test]
fn clause_s_4_1_4b_each_thing_preflight_holds_back_is_a_line_that_leads_there() {
    let names = || vec!["封面.pdf".to_owned(), "内文.cdr".to_owned()];
    let table = [
        (
            PreflightBlock::Unseen { names: names() },
            ("preflight_missing", "preflight.unseen", false, false),
        ),
        (
            PreflightBlock::ByHand { names: names() },
            ("preflight_by_hand", "preflight.by-hand", false, false),
        ),
        (
            PreflightBlock::Errors { count: 2 },
            ("preflight_errors", "preflight.error", false, false),
        ),
        (
            PreflightBlock::Warnings {
                count: 2,
                blocks: true,
            },
            ("preflight_warnings", "preflight.warning", false, false),
        ),
        (
            PreflightBlock::Warnings {
                count: 2,
                blocks: false,
            },
            ("preflight_warnings", "preflight.warning", true, true),
        ),
    ];
    for (block, (code, path, ok, warns)) in table {
        let lines = preflight_lines(&[block]);
        assert_eq!(told(&lines), [(code, "S-4.1.4", 2, ok)]);
        assert_eq!(lines[0].path.as_deref(), Some(path));
        assert_eq!(
            (lines[0].warns, lines[0].who),
            (warns, Role::SalesAssistant)
        );
    }
    assert_eq!(
        told(&preflight_lines(&[])),
        [("preflight", "S-4.1.4", 2, true)]
    );
}

#[test]
fn clause_s_4_3_1_each_thing_the_review_lacks_is_a_line() {
    let department = Department::Quality;
    let triggers = vec![
        Trigger::CaseBound,
        Trigger::Amount {
            amount: Fen(8_640_000),
            above: Fen(5_000_000),
        },
    ];
    let table = [
        (
            ReviewBlock::Required { triggers },
            ("review_required", "S-4.3.1"),
        ),
        (
            ReviewBlock::OpinionMissing { department },
            ("review_opinion_missing", "S-4.3.1"),
        ),
        (
            ReviewBlock::OpinionStale { department },
            ("review_opinion_stale", "S-4.3.2"),
        ),
        (
            ReviewBlock::RouteMissing,
            ("review_route_missing", "S-4.3.1"),
        ),
        (
            ReviewBlock::PointsUnanswered { count: 2 },
            ("review_points_unanswered", "S-4.3.2"),
        ),
        (
            ReviewBlock::NotConcluded,
            ("review_not_concluded", "S-4.3.1"),
        ),
        (
            ReviewBlock::ConclusionStale,
            ("review_conclusion_stale", "S-4.3.2"),
        ),
        (ReviewBlock::Declined, ("review_declined", "S-4.3.1")),
        (
            ReviewBlock::WaiverStale {
                signer: "何静".to_owned(),
            },
            ("review_waiver_stale", "S-4.2.1c"),
        ),
    ];
    for (block, (code, clause)) in table {
        let lines = reviewed(&[block], true, None);
        assert_eq!(told(&lines), [(code, clause, 4, false)]);
    }
    let (done, unasked) = (reviewed(&[], true, None), reviewed(&[], false, None));
    assert_eq!(told(&done), [("review", "S-4.3.1", 4, true)]);
    assert_eq!(told(&unasked), [("review_not_needed", "S-4.3.1", 4, true)]);
}

#[test]
fn clause_s_4_1_3_what_the_material_lacks_is_a_line() {
    for (block, code) in [
        (MaterialBlock::Findings { count: 1 }, "material_findings"),
        (MaterialBlock::NotAudited, "material_unaudited"),
        (MaterialBlock::Stale, "material_stale"),
    ] {
        assert_eq!(
            told(&[material(Some(block))]),
            [(code, "S-4.1.3", 1, false)]
        );
    }
    assert_eq!(told(&[material(None)]), [("material", "S-4.1.3", 1, true)]);
}

#[test]
fn clause_f7_07_a_gate_that_is_shut_is_a_line_and_the_customers_warns_where_the_house_leaves_it_at_that()
 {
    let signed = || Signature {
        id: 1,
        content_hash: "a".to_owned(),
        account: Some(3),
        signer: "赵强".to_owned(),
        capacity: Capacity::Holds(Role::SalesSupervisor),
        signed_at: "2026-11-24T01:12:00Z".to_owned(),
        recorded: Some(Medium::Wechat),
        deputy_for: None,
        note: String::new(),
    };
    let lines = |approval, customer, customer_blocks| {
        effect_lines(&Gates {
            approval,
            customer,
            customer_blocks,
        })
    };
    for (approval, code, ok) in [
        (Gate::Unsigned, "effect_approval", false),
        (Gate::Stale(signed()), "effect_approval_stale", false),
        (Gate::Passed(signed()), "effect_approval", true),
    ] {
        let line = lines(approval, Gate::Off, false);
        assert_eq!(told(&line), [(code, "F7-07", 5, ok)]);
        assert!(!line[0].warns, "生效审批 is never left at a warning");
        let medium = line[0].params.get("recorded").map(String::as_str);
        assert_eq!(medium, ok.then_some("wechat"));
    }
    // A no is the assistant's, names who said it and why, and on what it came.
    let no = Gate::SentBack(SentBack {
        signature: signed(),
        reason: "单价低了".to_owned(),
    });
    let line = lines(no, Gate::Off, false);
    assert_eq!(told(&line), [("effect_sent_back", "F7-07", 5, false)]);
    assert_eq!(line[0].who, Role::SalesAssistant);
    for (fact, said) in [
        ("signer", "赵强"),
        ("reason", "单价低了"),
        ("recorded", "wechat"),
    ] {
        assert_eq!(line[0].params[fact], said);
    }
    for (blocks, ok, warns) in [(false, true, true), (true, false, false)] {
        for (customer, code) in [
            (Gate::Unsigned, "customer_signature"),
            (Gate::Stale(signed()), "customer_signature_stale"),
        ] {
            let line = lines(Gate::Off, customer, blocks);
            assert_eq!(told(&line), [(code, "F7-07", 5, ok)]);
            assert_eq!(line[0].warns, warns);
        }
    }
    assert!(lines(Gate::Off, Gate::Off, true).is_empty());
}
