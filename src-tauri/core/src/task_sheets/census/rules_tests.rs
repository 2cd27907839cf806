//! The census decided, case by case.

use super::CensusRefusal;
use super::rules::{Entered, Fate, Gone, InForce, Owed, PrintedCopy, Stand, Verdict, may_enter};

const fn state(version: i64, change: i64) -> InForce {
    InForce { version, change }
}

fn copy(version: i64, change: i64, written: &[i64], gone: Option<Gone>) -> PrintedCopy {
    PrintedCopy {
        state: state(version, change),
        written: written.to_vec(),
        gone,
    }
}

#[test]
fn clause_s_4_4_2_each_signed_change_opens_a_line_for_every_live_copy_that_does_not_say_it() {
    let now = Some(state(1, 3));
    let table = [
        (copy(1, 3, &[], None), Owed::Nothing),
        (copy(1, 2, &[], None), Owed::Changes(vec![3])),
        (copy(1, 0, &[], None), Owed::Changes(vec![1, 2, 3])),
        (copy(1, 0, &[2], None), Owed::Changes(vec![1, 3])),
        (copy(1, 0, &[3, 1, 2], None), Owed::Nothing),
        (copy(1, 0, &[], Some(Gone::Replaced)), Owed::Nothing),
        (copy(1, 0, &[], Some(Gone::TakenBack)), Owed::Nothing),
        (copy(1, 0, &[], Some(Gone::Lost)), Owed::Nothing),
    ];
    for (copy, wanted) in table {
        assert_eq!(copy.owes(now), wanted, "{copy:?}");
    }
}

#[test]
fn clause_s_4_4_2b_every_live_copy_of_a_version_that_holds_no_more_is_called_back() {
    for now in [Some(state(2, 0)), Some(state(2, 1)), None] {
        for written in [&[][..], &[1, 2, 3]] {
            assert_eq!(copy(1, 0, written, None).owes(now), Owed::Recall, "{now:?}");
        }
        assert_eq!(
            copy(1, 0, &[], Some(Gone::TakenBack)).owes(now),
            Owed::Nothing
        );
    }
    assert_eq!(copy(2, 0, &[], None).owes(Some(state(2, 0))), Owed::Nothing);
}

#[test]
fn clause_s_4_4_2b_a_copy_stands_in_use_until_it_goes_and_owes_while_a_line_of_it_is_open() {
    let now = Some(state(1, 2));
    let table = [
        (copy(1, 2, &[], None), now, (true, false)),
        (copy(1, 1, &[], None), now, (true, true)),
        (copy(1, 1, &[2], None), now, (true, false)),
        (copy(1, 1, &[], Some(Gone::Replaced)), now, (false, false)),
        (copy(1, 1, &[], Some(Gone::TakenBack)), now, (false, false)),
        (copy(1, 1, &[], Some(Gone::Lost)), now, (false, false)),
        (copy(1, 2, &[], None), Some(state(2, 0)), (true, true)),
        (copy(1, 2, &[], None), None, (true, true)),
        (copy(1, 2, &[], Some(Gone::Lost)), None, (false, false)),
    ];
    for (copy, now, (in_use, owes)) in table {
        assert_eq!(copy.stands(now), Stand { in_use, owes }, "{copy:?} {now:?}");
    }
}

#[test]
fn clause_s_4_4_2b_what_a_print_is_worth() {
    let now = Some(state(1, 2));
    let table = [
        (copy(1, 2, &[], None), now, Verdict::Current),
        (copy(1, 1, &[2], None), now, Verdict::ByHand),
        (copy(1, 0, &[1, 2], None), now, Verdict::ByHand),
        (copy(1, 0, &[1], None), now, Verdict::Outdated),
        (copy(1, 0, &[], None), now, Verdict::Outdated),
        (
            copy(1, 2, &[], None),
            Some(state(2, 0)),
            Verdict::Superseded,
        ),
        (
            copy(1, 0, &[1, 2], None),
            Some(state(2, 0)),
            Verdict::Superseded,
        ),
        (copy(1, 2, &[], None), None, Verdict::Void),
        (
            copy(1, 2, &[], Some(Gone::Replaced)),
            now,
            Verdict::Replaced,
        ),
        (
            copy(1, 2, &[], Some(Gone::TakenBack)),
            now,
            Verdict::TakenBack,
        ),
        (copy(1, 2, &[], Some(Gone::Lost)), now, Verdict::Lost),
        // A lost print that turns up says what took its place.
        (
            copy(1, 2, &[], Some(Gone::Lost)),
            Some(state(2, 0)),
            Verdict::Superseded,
        ),
        (copy(1, 2, &[], Some(Gone::Lost)), None, Verdict::Void),
        (
            copy(1, 2, &[], Some(Gone::TakenBack)),
            Some(state(2, 0)),
            Verdict::TakenBack,
        ),
    ];
    for (copy, now, wanted) in table {
        assert_eq!(copy.verdict(now), wanted, "{copy:?} {now:?}");
    }
}

/// Every copy there may be of two versions with three changes each, against every state that may be in force.
fn each(mut told: impl FnMut(&PrintedCopy, Option<InForce>)) {
    let states: Vec<InForce> = (1..=2)
        .flat_map(|version| (0..=3).map(move |change| state(version, change)))
        .collect();
    let fates = [
        None,
        Some(Gone::Replaced),
        Some(Gone::TakenBack),
        Some(Gone::Lost),
    ];
    for printed in &states {
        for marks in 0..8_i64 {
            let written: Vec<i64> = (1..=3)
                .filter(|change| (marks >> (change - 1)) & 1 == 1)
                .collect();
            for gone in fates {
                let copy = PrintedCopy {
                    state: *printed,
                    written: written.clone(),
                    gone,
                };
                told(&copy, None);
                for now in &states {
                    told(&copy, Some(*now));
                }
            }
        }
    }
}

#[test]
fn clause_s_4_4_2b_no_print_is_ever_current_that_is_not() {
    let mut current = 0;
    each(|copy, now| {
        let holds = copy.gone.is_none() && now == Some(copy.state);
        assert_eq!(
            copy.verdict(now) == Verdict::Current,
            holds,
            "{copy:?} {now:?}"
        );
        current += u32::from(holds);
        // What may be worked by owes nothing, and what owes something may not be worked by.
        let worked_by = matches!(copy.verdict(now), Verdict::Current | Verdict::ByHand);
        if copy.gone.is_none() {
            assert_eq!(
                worked_by,
                copy.owes(now) == Owed::Nothing,
                "{copy:?} {now:?}"
            );
        } else {
            assert!(
                !worked_by && copy.owes(now) == Owed::Nothing,
                "{copy:?} {now:?}"
            );
        }
    });
    assert_eq!(
        current,
        8 * 8,
        "each state once, with whatever is written on it"
    );
}

#[test]
fn clause_s_4_4_2a_a_change_is_written_only_on_a_live_copy_of_its_own_version_and_where_there_is_room()
 {
    let by_hand = |change| Entered::ByHand {
        change,
        places: 1,
        rows: 1,
    };
    let now = Some(state(1, 2));
    let table = [
        (copy(1, 0, &[], None), now, by_hand(1), Ok(())),
        (copy(1, 0, &[], None), now, by_hand(2), Ok(())),
        (
            copy(1, 1, &[], None),
            now,
            by_hand(1),
            Err(CensusRefusal::SaysItAlready),
        ),
        (
            copy(1, 0, &[1], None),
            now,
            by_hand(1),
            Err(CensusRefusal::SaysItAlready),
        ),
        (
            copy(1, 0, &[], None),
            now,
            by_hand(3),
            Err(CensusRefusal::NoSuchChange),
        ),
        (
            copy(1, 0, &[], None),
            Some(state(2, 3)),
            by_hand(1),
            Err(CensusRefusal::CalledBack),
        ),
        (
            copy(1, 0, &[], None),
            None,
            by_hand(1),
            Err(CensusRefusal::CalledBack),
        ),
        (
            copy(1, 0, &[], Some(Gone::Lost)),
            now,
            by_hand(1),
            Err(CensusRefusal::Lost),
        ),
        (
            copy(1, 0, &[], Some(Gone::TakenBack)),
            now,
            by_hand(1),
            Err(CensusRefusal::OutOfUse),
        ),
        (
            copy(1, 0, &[], None),
            now,
            Entered::ByHand {
                change: 1,
                places: 2,
                rows: 1,
            },
            Err(CensusRefusal::NoRoom { rows: 1 }),
        ),
    ];
    for (copy, now, entered, wanted) in table {
        assert_eq!(
            may_enter(&copy, now, entered),
            wanted,
            "{copy:?} {entered:?}"
        );
    }
}

#[test]
fn clause_s_4_4_2b_a_copy_goes_out_of_use_once_and_a_lost_one_that_turns_up_is_taken_back() {
    let exchanged = Entered::Replaced { by: true };
    let alone = Entered::Replaced { by: false };
    let table = [
        (None, exchanged, Ok(())),
        (None, alone, Err(CensusRefusal::NothingToReplaceIt)),
        (None, Entered::TakenBack, Ok(())),
        (None, Entered::Lost, Ok(())),
        (Some(Gone::Lost), Entered::TakenBack, Ok(())),
        (Some(Gone::Lost), Entered::Lost, Err(CensusRefusal::Lost)),
        (Some(Gone::Lost), exchanged, Err(CensusRefusal::Lost)),
        (
            Some(Gone::TakenBack),
            Entered::TakenBack,
            Err(CensusRefusal::OutOfUse),
        ),
        (
            Some(Gone::TakenBack),
            Entered::Lost,
            Err(CensusRefusal::OutOfUse),
        ),
        (
            Some(Gone::Replaced),
            Entered::TakenBack,
            Err(CensusRefusal::OutOfUse),
        ),
        (
            Some(Gone::Replaced),
            exchanged,
            Err(CensusRefusal::OutOfUse),
        ),
    ];
    for (gone, entered, wanted) in table {
        for now in [Some(state(1, 0)), Some(state(2, 0)), None] {
            assert_eq!(
                may_enter(&copy(1, 0, &[], gone), now, entered),
                wanted,
                "{gone:?} {entered:?}"
            );
        }
    }
}

#[test]
fn every_fate_is_read_back_by_its_code() {
    for fate in Fate::ALL {
        assert_eq!(Fate::from_code(fate.code()), Some(fate));
    }
    assert_eq!(Fate::from_code("burnt"), None);
}
