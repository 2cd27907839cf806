//! Where an order may be suspended, resumed and cancelled, what each asks for, and what goes on while it rests. Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HaltRefusal;
use crate::audit::Activity;
use crate::orders::{OrderRest, OrderState};

/// What is done to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HaltKind")]
pub enum Halt {
    /// 暂停
    Suspend,
    /// 恢复
    Resume,
    /// 取消
    Cancel,
}

impl Halt {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Suspend, Self::Resume, Self::Cancel]
            .into_iter()
            .find(|halt| halt.code() == code)
    }

    /// What keeps an order where it is once this is the last that was done.
    #[must_use]
    pub const fn rest(self) -> Option<OrderRest> {
        match self {
            Self::Suspend => Some(OrderRest::Suspended),
            Self::Resume => None,
            Self::Cancel => Some(OrderRest::Cancelled),
        }
    }
}

/// Who asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HaltAskedBy")]
pub enum AskedBy {
    /// 客户
    Customer,
    /// 我方
    House,
}

impl AskedBy {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::House => "house",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Customer, Self::House]
            .into_iter()
            .find(|by| by.code() == code)
    }
}

/// What becomes of the money that came in for an order that is cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HaltMoney")]
pub enum Money {
    /// 退款
    Refund,
    /// 转抵: it is credited to another order.
    Credit,
}

impl Money {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::Credit => "credit",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Refund, Self::Credit]
            .into_iter()
            .find(|money| money.code() == code)
    }
}

/// What suspending or cancelling asks for, beside 业务助理 and a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "HaltAsked")]
pub struct Asked {
    /// Who of the customer was spoken to, when and how (F1-11).
    pub contact: bool,
    /// That is a consent, with something to show of it (F4-4c).
    pub consent: bool,
    /// 业务总监 signs, and what it costs whom is said (F4-4c, F4-4d).
    pub director: bool,
}

/// Whether it may be done to an order in this state.
pub(super) const fn may(halt: Halt, state: OrderState) -> Result<(), HaltRefusal> {
    use OrderState::{Cancelled, Converted, Declined, Suspended};
    match (halt, state) {
        (_, Cancelled) => Err(HaltRefusal::CancelledAlready),
        (Halt::Suspend, Suspended) => Err(HaltRefusal::SuspendedAlready),
        (Halt::Suspend, Declined | Converted) | (Halt::Cancel, Converted) => {
            Err(HaltRefusal::Ended)
        }
        (Halt::Resume, Suspended) | (Halt::Suspend | Halt::Cancel, _) => Ok(()),
        (Halt::Resume, _) => Err(HaltRefusal::NotSuspended),
    }
}

/// What it asks for: `in_effect` once the order took effect or was issued, `customer` where it has one, `by` who asked for it.
pub(super) const fn asked(halt: Halt, in_effect: bool, customer: bool, by: AskedBy) -> Asked {
    let cancel = matches!(halt, Halt::Cancel);
    let halts = !matches!(halt, Halt::Resume);
    Asked {
        contact: halts && customer && (in_effect || matches!(by, AskedBy::Customer)),
        consent: cancel && customer && in_effect,
        director: cancel && in_effect,
    }
}

/// Whether an order begins with it: nothing was done to it before.
pub(super) const fn begins(activity: Activity) -> bool {
    matches!(activity, Activity::RegisterOrder | Activity::ConvertOrder)
}

/// What may be done to an order that rests, beside reading it: halting it otherwise, what has happened already and is only
/// written down, papers of what stands, and what brings back things that are outside.
pub(super) const fn goes_on(activity: Activity, rest: OrderRest) -> bool {
    match activity {
        Activity::SuspendOrder
        | Activity::ResumeOrder
        | Activity::CancelOrder
        | Activity::AddEvidence
        | Activity::HandOver
        | Activity::ReceiveHandOver
        | Activity::MakeHandOverSlip
        | Activity::MakeReviewForm
        | Activity::MakePreflightRecord
        | Activity::PreflightFile
        // The desk's own: nothing waits to be copied of an order that rests, but what was copied is let go of once it is proved.
        | Activity::FileIntoPrepress
        | Activity::RecordReceipt
        | Activity::CounterReceipt
        | Activity::LendSample
        | Activity::ReturnSample
        | Activity::RecordFreeProofCost
        // Paper that is out comes back, is lost, or is exchanged, whatever the order does.
        | Activity::TakeCopyBack
        | Activity::LoseCopy
        | Activity::ReplaceCopies
        | Activity::MakeChangeNotice => true,
        // The customer's own go back to the customer.
        Activity::TakeSampleOut => matches!(rest, OrderRest::Cancelled),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_f1_08_where_an_order_may_be_suspended_resumed_and_cancelled() {
        use OrderState::{Cancelled, Converted, Declined, Suspended};
        for state in OrderState::ALL {
            let suspend = may(Halt::Suspend, state);
            let resume = may(Halt::Resume, state);
            let cancel = may(Halt::Cancel, state);
            let wanted = match state {
                Cancelled => [
                    Err(HaltRefusal::CancelledAlready),
                    Err(HaltRefusal::CancelledAlready),
                    Err(HaltRefusal::CancelledAlready),
                ],
                Suspended => [Err(HaltRefusal::SuspendedAlready), Ok(()), Ok(())],
                Converted => [
                    Err(HaltRefusal::Ended),
                    Err(HaltRefusal::NotSuspended),
                    Err(HaltRefusal::Ended),
                ],
                Declined => [
                    Err(HaltRefusal::Ended),
                    Err(HaltRefusal::NotSuspended),
                    Ok(()),
                ],
                _ => [Ok(()), Err(HaltRefusal::NotSuspended), Ok(())],
            };
            assert_eq!([suspend, resume, cancel], wanted, "{state:?}");
            // What the rules let pass, the passages let pass.
            assert_eq!(cancel_is_ok(state), state.next().contains(&Cancelled));
            assert_eq!(
                may(Halt::Suspend, state).is_ok(),
                state.next().contains(&Suspended),
                "{state:?}"
            );
        }
    }

    #[test]
    fn clause_f1_11_only_what_an_order_begins_with_is_not_asked_whether_it_rests() {
        let begin: Vec<Activity> = Activity::ALL
            .iter()
            .copied()
            .filter(|activity| begins(*activity))
            .collect();
        assert_eq!(begin, [Activity::RegisterOrder, Activity::ConvertOrder]);
    }

    fn cancel_is_ok(state: OrderState) -> bool {
        may(Halt::Cancel, state).is_ok()
    }

    #[test]
    fn clause_f4_4c_what_suspending_and_cancelling_ask_for() {
        use AskedBy::{Customer, House};
        use Halt::{Cancel, Resume, Suspend};
        // halt, in effect, has a customer, asked by → contact, consent, director
        let table = [
            (Suspend, false, true, House, (false, false, false)),
            (Suspend, false, true, Customer, (true, false, false)),
            (Suspend, true, true, House, (true, false, false)),
            (Suspend, true, true, Customer, (true, false, false)),
            // For stock there is nobody to be spoken to (F4-5a).
            (Suspend, true, false, House, (false, false, false)),
            (Resume, true, true, Customer, (false, false, false)),
            (Cancel, false, true, House, (false, false, false)),
            (Cancel, false, true, Customer, (true, false, false)),
            (Cancel, true, true, House, (true, true, true)),
            (Cancel, true, true, Customer, (true, true, true)),
            (Cancel, true, false, House, (false, false, true)),
            (Cancel, false, false, House, (false, false, false)),
        ];
        for (halt, in_effect, customer, by, (contact, consent, director)) in table {
            let wanted = Asked {
                contact,
                consent,
                director,
            };
            let line = (halt, in_effect, customer, by);
            assert_eq!(asked(halt, in_effect, customer, by), wanted, "{line:?}");
        }
    }

    /// What goes on while an order rests; every other act waits.
    const ON_BOTH: [&str; 20] = [
        "suspend_order",
        "resume_order",
        "cancel_order",
        "add_evidence",
        "hand_over",
        "receive_hand_over",
        "make_hand_over_slip",
        "make_review_form",
        "make_preflight_record",
        "preflight_file",
        "file_into_prepress",
        "record_receipt",
        "counter_receipt",
        "lend_sample",
        "return_sample",
        "record_free_proof_cost",
        "take_copy_back",
        "lose_copy",
        "replace_copies",
        "make_change_notice",
    ];

    #[test]
    fn clause_f1_11_nothing_moves_on_an_order_that_rests_but_what_is_listed() {
        for activity in Activity::ALL {
            let listed = ON_BOTH.contains(&activity.code());
            let code = activity.code();
            assert_eq!(goes_on(*activity, OrderRest::Suspended), listed, "{code}");
            let listed = listed || code == "take_sample_out";
            assert_eq!(goes_on(*activity, OrderRest::Cancelled), listed, "{code}");
        }
    }
}
