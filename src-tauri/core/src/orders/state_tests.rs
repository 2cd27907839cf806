//! Every passage an order can take, whatever is done to it in whatever order (F1-08).

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// What an act does to the facts; an act that does not apply leaves them.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// The customer answers.
    Answer {
        yes: bool,
    },
    /// The form is saved: anything may be true of it now, and a review may be one of other content.
    Save {
        agreed: bool,
        complete: bool,
        gate_shut: bool,
        other_content: bool,
        triggers: bool,
    },
    /// An opinion, a route, a question.
    Speak,
    Conclude(Reviewed),
    Quote {
        holds: bool,
    },
    /// 生效审批, or the customer's signature where it is a gate.
    Pass,
    /// A signed change of an order that took effect.
    Change {
        agreed: bool,
        gate_shut: bool,
        other_content: bool,
        triggers: bool,
    },
    /// A presale is changed or converted so that nothing is left.
    TakeAll,
    /// A customer order that came of a presale is cancelled.
    GiveBack,
    Issue,
    Suspend,
    Resume,
    Cancel,
}

const BOTH: [bool; 2] = [false, true];

fn all_acts() -> Vec<Act> {
    let mut acts = vec![
        Act::Speak,
        Act::Conclude(Reviewed::Taken),
        Act::Conclude(Reviewed::Conditionally),
        Act::Conclude(Reviewed::Declined),
        Act::Pass,
        Act::TakeAll,
        Act::GiveBack,
        Act::Issue,
        Act::Suspend,
        Act::Resume,
        Act::Cancel,
    ];
    for yes in BOTH {
        acts.push(Act::Answer { yes });
        acts.push(Act::Quote { holds: yes });
        for gate_shut in BOTH {
            for other_content in BOTH {
                for triggers in BOTH {
                    acts.push(Act::Change {
                        agreed: yes,
                        gate_shut,
                        other_content,
                        triggers,
                    });
                    for complete in BOTH {
                        acts.push(Act::Save {
                            agreed: yes,
                            complete,
                            gate_shut,
                            other_content,
                            triggers,
                        });
                    }
                }
            }
        }
    }
    acts
}

/// A review over other content is open again, but one that was declined stays so until somebody speaks.
const fn after_edit(review: Reviewed, other_content: bool, triggers: bool) -> Reviewed {
    match review {
        Reviewed::NotNeeded | Reviewed::Needed if triggers => Reviewed::Needed,
        Reviewed::NotNeeded | Reviewed::Needed => Reviewed::NotNeeded,
        Reviewed::Taken | Reviewed::Conditionally if other_content => Reviewed::Open,
        other => other,
    }
}

fn done(before: Standing, act: Act) -> Standing {
    let mut now = before;
    match act {
        Act::Suspend if before.state().next().contains(&OrderState::Suspended) => {
            now.rest = Some(Rest::Suspended);
        }
        Act::Resume if before.rest == Some(Rest::Suspended) => now.rest = None,
        Act::Cancel if before.state() != OrderState::Converted => {
            now.rest = Some(Rest::Cancelled);
        }
        // What came of a presale is cancelled while the presale itself rests, too.
        Act::GiveBack => now.nothing_left = false,
        // Nothing else is done to what rests.
        _ if before.rest.is_some() => {}
        Act::Issue if Some(before.state()) == before.course.issued_from() => now.issued = true,
        _ if before.issued || before.state() == OrderState::Converted => {}
        Act::TakeAll => now.nothing_left = before.course == Course::Conversion,
        Act::Answer { yes } => now.agreed = yes,
        Act::Save {
            agreed,
            complete,
            gate_shut,
            other_content,
            triggers,
        } if !before.closed => {
            now.agreed = agreed;
            now.complete = complete;
            now.gate_shut = gate_shut;
            now.review = after_edit(before.review, other_content, triggers);
        }
        Act::Change {
            agreed,
            gate_shut,
            other_content,
            triggers,
        } if before.closed => {
            now.agreed = agreed;
            now.gate_shut = gate_shut;
            now.review = after_edit(before.review, other_content, triggers);
        }
        Act::Speak => {
            let begun = !matches!(before.review, Reviewed::NotNeeded | Reviewed::Needed);
            if begun || before.state() != OrderState::Registered {
                now.review = Reviewed::Open;
            }
        }
        Act::Conclude(conclusion) => {
            if matches!(
                before.review,
                Reviewed::Open | Reviewed::Taken | Reviewed::Conditionally
            ) {
                now.review = conclusion;
            }
        }
        Act::Quote { holds } => now.quoted = holds,
        Act::Pass => now.gate_shut = false,
        Act::Save { .. }
        | Act::Change { .. }
        | Act::Issue
        | Act::Suspend
        | Act::Resume
        | Act::Cancel => {}
    }
    now.closed |= now.state() == OrderState::InEffect;
    now
}

const REGISTERED: Standing = Standing {
    course: Course::Effect,
    rest: None,
    agreed: false,
    review: Reviewed::NotNeeded,
    quoted: false,
    complete: false,
    gate_shut: false,
    closed: false,
    nothing_left: false,
    issued: false,
};

const COURSES: [Course; 3] = [Course::Effect, Course::Conversion, Course::Straight];

const fn begun(course: Course) -> Standing {
    Standing {
        course,
        ..REGISTERED
    }
}

/// Every passage from every state that can be reached at all.
fn every_passage() -> BTreeSet<(OrderState, OrderState)> {
    let acts = all_acts();
    let mut passages = BTreeSet::new();
    let mut seen = COURSES.map(begun).to_vec();
    let mut next = 0;
    while let Some(before) = seen.get(next).copied() {
        next += 1;
        for act in &acts {
            let after = done(before, *act);
            if before.state() != after.state() {
                passages.insert((before.state(), after.state()));
            }
            if !seen.contains(&after) {
                seen.push(after);
            }
        }
    }
    passages
}

#[test]
fn clause_f1_08_only_listed_passages_exist_and_each_is_taken_by_some_act() {
    let listed: BTreeSet<_> = OrderState::ALL
        .into_iter()
        .flat_map(|from| from.next().iter().map(move |to| (from, *to)))
        .collect();
    assert_eq!(every_passage(), listed);
}

#[test]
fn clause_f7_07_nothing_is_issued_that_is_not_in_effect_but_what_is_made_for_stock() {
    let issued_from = COURSES.map(Course::issued_from);
    assert_eq!(
        issued_from,
        [
            Some(OrderState::InEffect),
            None,
            Some(OrderState::Registered)
        ]
    );
    for state in OrderState::ALL {
        assert_eq!(
            state.next().contains(&OrderState::Released),
            // What was issued and rested goes on as that.
            issued_from.contains(&Some(state)) || state == OrderState::Suspended,
            "{state:?}"
        );
    }
}

#[test]
fn clause_f1_11_what_rests_stands_beside_whatever_else_is_true_and_a_cancellation_is_for_good() {
    for issued in BOTH {
        for closed in BOTH {
            let facts = Standing {
                issued,
                closed,
                agreed: true,
                complete: true,
                ..REGISTERED
            };
            let rests = |rest| Standing {
                rest: Some(rest),
                ..facts
            };
            assert_eq!(rests(Rest::Suspended).state(), OrderState::Suspended);
            assert_eq!(rests(Rest::Cancelled).state(), OrderState::Cancelled);
            assert!(OrderState::Suspended.may_become(facts.state()));
        }
    }
    assert!(OrderState::Cancelled.next().is_empty());
    assert_eq!(
        OrderState::Released.next(),
        [OrderState::Suspended, OrderState::Cancelled]
    );
}

#[test]
fn clause_f1_08_a_passage_that_is_not_listed_is_none() {
    for from in OrderState::ALL {
        for to in OrderState::ALL {
            let listed = from == to || from.next().contains(&to);
            assert_eq!(from.may_become(to), listed, "{from:?} → {to:?}");
        }
    }
    use OrderState::{Declined, InEffect, PendingEffect, Registered, Released};
    for (from, to, listed) in [
        (Registered, Registered, true),
        (InEffect, PendingEffect, true),
        (InEffect, Released, true),
        (InEffect, Registered, false),
        (PendingEffect, Released, false),
        (Declined, InEffect, false),
        (Released, InEffect, false),
    ] {
        assert_eq!(from.may_become(to), listed, "{from:?} → {to:?}");
    }
}

#[test]
fn clause_f4_3_a_presale_stops_at_confirmed_and_ends_converted() {
    let agreed = Standing {
        agreed: true,
        complete: true,
        review: Reviewed::Taken,
        ..begun(Course::Conversion)
    };
    let left = |nothing_left| Standing {
        nothing_left,
        ..agreed
    };
    assert_eq!(left(false).state(), OrderState::RequirementsConfirmed);
    assert_eq!(left(true).state(), OrderState::Converted);
    let stock = Standing {
        course: Course::Straight,
        ..agreed
    };
    assert_eq!(stock.state(), OrderState::Registered, "clause F4-5c");
}

#[test]
fn clause_f1_08_an_order_takes_effect_by_itself_where_no_gate_is_shut() {
    let agreed = Standing {
        agreed: true,
        complete: true,
        ..REGISTERED
    };
    for (standing, state) in [
        (REGISTERED, OrderState::Registered),
        (agreed, OrderState::InEffect),
        (
            Standing {
                complete: false,
                ..agreed
            },
            OrderState::RequirementsConfirmed,
        ),
        (
            Standing {
                gate_shut: true,
                ..agreed
            },
            OrderState::PendingEffect,
        ),
        (
            Standing {
                review: Reviewed::Needed,
                ..agreed
            },
            OrderState::RequirementsConfirmed,
        ),
        (
            Standing {
                review: Reviewed::Open,
                gate_shut: true,
                ..agreed
            },
            OrderState::InReview,
        ),
        (
            Standing {
                review: Reviewed::Conditionally,
                complete: false,
                ..agreed
            },
            OrderState::TakenWithConditions,
        ),
        (
            Standing {
                review: Reviewed::Taken,
                complete: false,
                quoted: true,
                ..agreed
            },
            OrderState::Quoted,
        ),
        (
            Standing {
                review: Reviewed::Declined,
                agreed: false,
                ..agreed
            },
            OrderState::Declined,
        ),
        (
            Standing {
                closed: true,
                agreed: false,
                ..agreed
            },
            OrderState::PendingEffect,
        ),
        (
            Standing {
                closed: true,
                complete: false,
                ..agreed
            },
            OrderState::PendingEffect,
        ),
        (
            Standing {
                closed: true,
                review: Reviewed::Open,
                ..agreed
            },
            OrderState::PendingEffect,
        ),
    ] {
        assert_eq!(standing.state(), state, "{standing:?}");
    }
}

proptest! {
    #[test]
    fn clause_f1_08_no_sequence_of_acts_leaves_the_listed_passages(
        course in proptest::sample::select(COURSES.to_vec()),
        acts in proptest::collection::vec(proptest::sample::select(all_acts()), 0..60)
    ) {
        let mut standing = begun(course);
        for act in acts {
            let after = done(standing, act);
            prop_assert!(standing.state().may_become(after.state()), "{:?} by {act:?}", standing);
            // Once in effect, never open to free editing again.
            prop_assert!(!standing.closed || matches!(
                after.state(),
                OrderState::PendingEffect
                    | OrderState::InEffect
                    | OrderState::Released
                    | OrderState::Suspended
                    | OrderState::Cancelled
            ));
            // Once cancelled, for good.
            prop_assert!(
                standing.state() != OrderState::Cancelled || after.state() == OrderState::Cancelled
            );
            standing = after;
        }
    }
}
