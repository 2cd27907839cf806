//! What of the open orders is whose turn.

use std::collections::BTreeMap;

use super::wire::{TodayOrder, TodayWhat};
use crate::accounts::{Power, Role};
use crate::orders::OrderKind;
use crate::task_sheets::Waiting;

/// Whoever looks at the board: what they may do today, and as what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seat {
    pub(super) account: i64,
    pub(super) roles: Vec<Role>,
    /// Each signature they may give, with the role they give it in.
    pub(super) signs: BTreeMap<Power, Role>,
    /// Whether they issue task sheets.
    pub(super) issues: bool,
}

/// An open order, as far as the board goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Open {
    pub(super) assistant: i64,
    pub(super) representative: Option<i64>,
    pub(super) blockers: i64,
    pub(super) waits: Vec<Waiting>,
}

/// Something on the board: what it is, the line behind it, and whether it is this person's turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) what: TodayWhat,
    pub(super) line: Option<Waiting>,
    pub(super) mine: bool,
}

/// Whether it is this person's turn at a line of somebody's order.
fn is_turn(seat: &Seat, order: &Open, line: &Waiting) -> bool {
    if line.who == Role::SalesAssistant {
        return order.assistant == seat.account;
    }
    let Some(power) = line.power() else {
        return seat.roles.contains(&line.who);
    };
    match (power, seat.signs.get(&power)) {
        // Whose order it is enters what came in, too, with its voucher; it is 财务 that waits for it.
        (Power::RecordReceipt, Some(_)) => seat.roles.contains(&line.who),
        // Nobody signs for what is his own (F1-02).
        (_, Some(_)) if order.assistant == seat.account => false,
        // 业务员 checks his own customers' orders alone (S-4.4.1).
        (Power::SignCheck, Some(Role::SalesRepresentative)) => {
            order.representative == Some(seat.account)
        }
        (_, signs) => signs.is_some(),
    }
}

/// What of an open order is on this person's board. To the assistant her order shows once it is ready, or one step from it,
/// whoever takes that step; to everybody else what waits for their hand.
pub(super) fn turns(seat: &Seat, order: &Open) -> Vec<Turn> {
    let own = order.assistant == seat.account;
    let turn = |what, line: Option<&Waiting>, mine| Turn {
        what,
        line: line.cloned(),
        mine,
    };
    if own && order.blockers == 0 && seat.issues {
        return vec![turn(TodayWhat::Issue, None, true)];
    }
    if own && order.blockers == 1 {
        let line = order.waits.first();
        let mine = line.is_some_and(|line| is_turn(seat, order, line));
        // What stays a presale until the customer decides is no step of hers.
        let step = line.filter(|line| line.code != "presale_not_issued");
        return step
            .map(|line| turn(TodayWhat::OneStep, Some(line), mine))
            .into_iter()
            .collect();
    }
    let lines = order
        .waits
        .iter()
        .filter(|line| line.who != Role::SalesAssistant && is_turn(seat, order, line));
    lines
        .map(|line| {
            let what = match line.power() {
                Some(_) => TodayWhat::Sign,
                None => TodayWhat::Do,
            };
            turn(what, Some(line), true)
        })
        .collect()
}

/// Whether it is made for the house's own stock: it has the lowest priority (F4-5e), whenever it is due.
pub(super) fn is_for_stock(order: &TodayOrder) -> bool {
    order.kind == OrderKind::Stock.code()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HER: i64 = 1;
    const REP: i64 = 2;
    const BOSS: i64 = 3;

    fn line(code: &str, who: Role) -> Waiting {
        Waiting {
            code: code.to_owned(),
            params: BTreeMap::new(),
            who,
            step: 5,
            path: None,
        }
    }

    fn seat(account: i64, role: Role, powers: &[Power]) -> Seat {
        Seat {
            account,
            roles: vec![role],
            signs: powers.iter().map(|power| (*power, role)).collect(),
            issues: role == Role::SalesAssistant,
        }
    }

    fn order(blockers: i64, waits: &[Waiting]) -> Open {
        Open {
            assistant: HER,
            representative: Some(REP),
            blockers,
            waits: waits.to_vec(),
        }
    }

    #[test]
    fn clause_f2_04_2_her_order_shows_when_it_is_ready_or_one_step_from_it() {
        let her = seat(HER, Role::SalesAssistant, &[]);
        let read_back = line("read_back", Role::SalesAssistant);
        let check = line("check", Role::SalesRepresentative);
        let told = |order: &Open| {
            let turns = turns(&her, order);
            turns
                .into_iter()
                .map(|turn| (turn.what, turn.mine))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&order(0, &[])), [(TodayWhat::Issue, true)]);
        assert_eq!(
            told(&order(1, std::slice::from_ref(&read_back))),
            [(TodayWhat::OneStep, true)]
        );
        assert_eq!(
            told(&order(1, std::slice::from_ref(&check))),
            [(TodayWhat::OneStep, false)],
            "somebody else takes it"
        );
        assert_eq!(told(&order(2, &[read_back])), []);
        let presale = line("presale_not_issued", Role::SalesAssistant);
        assert_eq!(told(&order(1, &[presale])), []);
        let another = seat(9, Role::SalesAssistant, &[]);
        assert_eq!(turns(&another, &order(0, &[])), []);
        let without = Seat {
            issues: false,
            ..her.clone()
        };
        assert_eq!(turns(&without, &order(0, &[])), [], "she does not issue");
        let moved_on = Seat {
            roles: vec![Role::SalesRepresentative],
            ..her
        };
        let step = turns(
            &moved_on,
            &order(1, &[line("read_back", Role::SalesAssistant)]),
        );
        assert!(step[0].mine, "it is her order, whatever else she does now");
    }

    #[test]
    fn clause_f2_04_2_work_goes_to_whoever_does_it_and_a_signature_to_whoever_gives_it() {
        let file = line("files_missing", Role::Prepress);
        let check = line("check", Role::SalesRepresentative);
        let both = order(2, &[file, check]);
        let whats = |seat: &Seat| -> Vec<TodayWhat> {
            let turns = turns(seat, &both);
            turns.into_iter().map(|turn| turn.what).collect()
        };
        assert_eq!(whats(&seat(7, Role::Prepress, &[])), [TodayWhat::Do]);
        let rep = seat(REP, Role::SalesRepresentative, &[Power::SignCheck]);
        assert_eq!(whats(&rep), [TodayWhat::Sign]);
        assert_eq!(whats(&seat(8, Role::Finance, &[])), []);
    }

    #[test]
    fn clause_f1_02_each_sees_what_he_may_sign_and_nobody_what_is_his_own() {
        let check = line("check", Role::SalesRepresentative);
        let effect = line("effect_approval", Role::SalesSupervisor);
        let deposit = line("deposit", Role::Finance);
        let both = order(2, &[effect.clone(), check.clone()]);
        let codes = |seat: &Seat, order: &Open| -> Vec<String> {
            let turns = turns(seat, order);
            turns
                .into_iter()
                .filter_map(|turn| turn.line.map(|line| line.code))
                .collect()
        };
        let rep = seat(REP, Role::SalesRepresentative, &[Power::SignCheck]);
        assert_eq!(codes(&rep, &both), ["check"]);
        let other_rep = Seat {
            account: 8,
            ..rep.clone()
        };
        assert_eq!(codes(&other_rep, &both), [""; 0], "not his customer");
        let boss = seat(
            BOSS,
            Role::SalesSupervisor,
            &[Power::SignCheck, Power::SignEffect],
        );
        assert_eq!(codes(&boss, &both), ["effect_approval", "check"]);
        let own = Open {
            assistant: BOSS,
            ..both
        };
        assert_eq!(codes(&boss, &own), [""; 0], "nobody signs his own");
        let money = seat(7, Role::Finance, &[Power::RecordReceipt]);
        assert_eq!(
            codes(&money, &order(3, std::slice::from_ref(&deposit))),
            ["deposit"]
        );
        let assistant = seat(9, Role::SalesAssistant, &[Power::RecordReceipt]);
        assert_eq!(codes(&assistant, &order(3, &[deposit])), [""; 0]);
    }
}
