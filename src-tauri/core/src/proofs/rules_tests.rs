//! The clauses on lanes and proofs, as tables.

use super::*;

fn printed(lane: Chosen) -> ProofFacts {
    ProofFacts {
        round: 2,
        lane,
        stale: false,
        checked: false,
        dummy: None,
        answer: None,
    }
}

fn a_dummy() -> Dummy {
    Dummy {
        in_order: true,
        colours: true,
        contents: true,
        bound: true,
        folios: Folios::Visible,
        numbered_by: String::new(),
    }
}

fn ready(lane: Chosen) -> ProofFacts {
    ProofFacts {
        checked: true,
        dummy: Some(a_dummy()),
        ..printed(lane)
    }
}

fn agreed(lane: Chosen) -> ProofFacts {
    ProofFacts {
        answer: Some(Answer::Agreed),
        ..ready(lane)
    }
}

/// What is wrong with a dummy, and the lines that say so.
type Broken = (fn(&mut Dummy), &'static [(&'static str, &'static str)]);

fn told(blocks: &[ProofBlock]) -> Vec<(&'static str, &'static str, i64)> {
    blocks
        .iter()
        .map(|block| (block.line(), block.clause(), block.round()))
        .collect()
}

#[test]
fn clause_s_4_2_5_a_dummy_is_noted_until_the_answer_and_after_it_where_one_became_due_since() {
    let proof = |stale, dummy, answer| ProofFacts {
        round: 1,
        lane: Chosen::A,
        stale,
        checked: true,
        dummy,
        answer,
    };
    let whole = a_dummy();
    let agreed = Some(Answer::Agreed);
    for (proof, book, may) in [
        (proof(false, None, None), true, true),
        (proof(false, None, None), false, true),
        (proof(true, None, None), true, false),
        (proof(false, None, agreed), true, true),
        (proof(false, None, agreed), false, false),
        (proof(false, Some(whole), agreed), true, false),
        (proof(true, None, agreed), true, false),
        (proof(false, None, Some(Answer::Changes)), true, false),
    ] {
        assert_eq!(may_bind(&proof, book), may, "{proof:?} {book}");
    }
}

#[test]
fn clause_s_4_2_1c_s_4_2_2_s_4_2_3_an_order_takes_one_lane() {
    for (direct, chosen, sample, lane) in [
        (true, None, false, Lane::Direct),
        (true, Some(Chosen::A), true, Lane::Direct),
        (false, None, true, Lane::WithSample),
        (false, None, false, Lane::Open),
        (false, Some(Chosen::A), false, Lane::A),
        (false, Some(Chosen::B), false, Lane::B),
        (false, Some(Chosen::A), true, Lane::A),
    ] {
        assert_eq!(
            lane_of(direct, chosen, sample),
            lane,
            "{direct} {chosen:?} {sample}"
        );
    }
}

#[test]
fn clause_s_4_2_3a_1_a_digital_proof_is_suggested_from_two_colours_on() {
    for (colours, medium) in [
        (0, Medium::Blueline),
        (1, Medium::Blueline),
        (2, Medium::Digital),
        (4, Medium::Digital),
    ] {
        assert_eq!(suggested_medium(colours), medium, "{colours}");
    }
}

#[test]
fn clause_s_4_2_3_a_lane_takes_its_own_proofs_alone() {
    for (medium, a, b) in [
        (Medium::Blueline, true, false),
        (Medium::Digital, true, false),
        (Medium::Inkjet, false, true),
        (Medium::Physical, false, false),
    ] {
        assert_eq!(
            (Chosen::A.takes(medium), Chosen::B.takes(medium)),
            (a, b),
            "{medium:?}"
        );
    }
}

#[test]
fn clause_s_4_2_3a_a_book_is_printed_looked_over_bound_and_answered() {
    let a = Chosen::A;
    assert_eq!(
        told(&proof_blocks(a, None, true)),
        [("proof_not_printed", "S-4.2.3A-1", 1)]
    );
    assert_eq!(
        told(&proof_blocks(a, Some(&printed(a)), true)),
        [
            ("proof_unchecked", "S-4.2.3A-2", 2),
            ("dummy_missing", "S-4.2.3A-3", 2),
            ("proof_unanswered", "S-4.2.3A-4", 2)
        ]
    );
    assert_eq!(
        told(&proof_blocks(a, Some(&ready(a)), true)),
        [("proof_unanswered", "S-4.2.3A-4", 2)]
    );
    assert_eq!(proof_blocks(a, Some(&agreed(a)), true), []);
    let flat = ProofFacts {
        dummy: None,
        ..agreed(a)
    };
    assert_eq!(proof_blocks(a, Some(&flat), false), [], "no book, no dummy");
    assert_eq!(
        told(&proof_blocks(a, Some(&flat), true)),
        [("dummy_missing", "S-4.2.3A-3", 2)],
        "it became a book after it was agreed to"
    );
}

#[test]
fn clause_s_4_2_3a_3_s_4_2_5a_s_4_2_5b_a_dummy_is_right_bound_and_numbered() {
    let changes: [Broken; 9] = [
        (|_| {}, &[]),
        (
            |dummy| dummy.in_order = false,
            &[("dummy_unticked", "S-4.2.3A-3")],
        ),
        (
            |dummy| dummy.colours = false,
            &[("dummy_unticked", "S-4.2.3A-3")],
        ),
        (
            |dummy| dummy.contents = false,
            &[("dummy_unticked", "S-4.2.3A-3")],
        ),
        (
            |dummy| dummy.bound = false,
            &[("dummy_unbound", "S-4.2.5a")],
        ),
        (
            |dummy| dummy.folios = Folios::Absent,
            &[("dummy_unnumbered", "S-4.2.5b")],
        ),
        (
            |dummy| dummy.folios = Folios::Hidden,
            &[("dummy_unnumbered", "S-4.2.5b")],
        ),
        (
            |dummy| {
                dummy.folios = Folios::Hidden;
                dummy.numbered_by = "林晓梅".to_owned();
            },
            &[],
        ),
        (
            |dummy| {
                dummy.bound = false;
                dummy.folios = Folios::Absent;
            },
            &[
                ("dummy_unbound", "S-4.2.5a"),
                ("dummy_unnumbered", "S-4.2.5b"),
            ],
        ),
    ];
    for (place, (change, expected)) in changes.into_iter().enumerate() {
        let mut dummy = a_dummy();
        change(&mut dummy);
        let proof = ProofFacts {
            dummy: Some(dummy),
            ..agreed(Chosen::A)
        };
        let lines: Vec<_> = proof_blocks(Chosen::A, Some(&proof), true)
            .iter()
            .map(|block| (block.line(), block.clause()))
            .collect();
        assert_eq!(lines, expected, "change {place}");
    }
}

#[test]
fn clause_s_4_2_3b_an_inkjet_proof_is_bound_and_signed_by_sales() {
    let b = Chosen::B;
    assert_eq!(
        told(&proof_blocks(b, None, true)),
        [("proof_not_printed", "S-4.2.3B-2", 1)]
    );
    assert_eq!(
        told(&proof_blocks(b, Some(&printed(b)), true)),
        [
            ("dummy_missing", "S-4.2.5a", 2),
            ("proof_unsigned", "S-4.2.3B-3", 2)
        ],
        "looking it over is asked in lane A"
    );
    let unticked = ProofFacts {
        dummy: Some(Dummy {
            in_order: false,
            colours: false,
            contents: false,
            ..a_dummy()
        }),
        ..agreed(b)
    };
    assert_eq!(
        proof_blocks(b, Some(&unticked), true),
        [],
        "the three ticks are lane A's"
    );
    let unnumbered = ProofFacts {
        dummy: Some(Dummy {
            folios: Folios::Absent,
            ..a_dummy()
        }),
        ..agreed(b)
    };
    assert_eq!(
        told(&proof_blocks(b, Some(&unnumbered), true)),
        [("dummy_unnumbered", "S-4.2.5b", 2)]
    );
    assert_eq!(proof_blocks(b, Some(&agreed(b)), true), []);
}

#[test]
fn clause_s_4_2_3a_4_changes_open_the_next_round_and_so_does_a_new_file() {
    let a = Chosen::A;
    let changes = ProofFacts {
        answer: Some(Answer::Changes),
        ..ready(a)
    };
    assert_eq!(
        told(&proof_blocks(a, Some(&changes), true)),
        [("proof_changes_wanted", "S-4.2.3A-4", 2)]
    );
    let stale = ProofFacts {
        stale: true,
        ..agreed(a)
    };
    assert_eq!(
        told(&proof_blocks(a, Some(&stale), true)),
        [("proof_stale", "S-4.2.3A-1", 2)],
        "what was agreed to is not what is printed now"
    );
    assert_eq!(
        told(&proof_blocks(Chosen::B, Some(&agreed(a)), true)),
        [("proof_not_printed", "S-4.2.3B-2", 3)],
        "another lane, another proof"
    );
    for (lane, last, round) in [
        (a, None, Some(1)),
        (a, Some(printed(a)), None),
        (a, Some(agreed(a)), None),
        (a, Some(changes), Some(3)),
        (a, Some(stale), Some(3)),
        (Chosen::B, Some(agreed(a)), Some(3)),
    ] {
        assert_eq!(next_round(lane, last.as_ref()), round, "{lane:?} {last:?}");
    }
}

#[test]
fn clause_f2_04_2_prepress_prints_and_sales_does_the_rest() {
    let b = Chosen::B;
    let print = ProofBlock::NotPrinted { lane: b, round: 1 };
    let stale = ProofBlock::Stale { lane: b, round: 1 };
    assert_eq!(print.responsible(), Role::Prepress);
    assert_eq!(stale.responsible(), Role::Prepress);
    for block in [
        ProofBlock::ChangesWanted { round: 1 },
        ProofBlock::Unchecked { round: 1 },
        ProofBlock::Unanswered { round: 1 },
        ProofBlock::Unsigned { round: 1 },
    ] {
        assert_eq!(block.responsible(), Role::SalesAssistant, "{block:?}");
    }
}
