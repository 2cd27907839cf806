//! 今日, as whoever sits here sees it.

use std::collections::{BTreeMap, BTreeSet};

use super::queries::{self, Asked, PendingChange, PendingProof};
use super::rules::{Open, Seat, Turn, is_for_stock, turns};
use super::wire::{TodayOrder, TodayRow, TodayView, TodayWhat};
use crate::Desk;
use crate::accounts::{Actor, Power, Role, powers_of};
use crate::error::DeskError;
use crate::storage::Connection;
use crate::task_sheets::{Authority, asked_for_by, owing_of};

/// Rows of the board at most; what is due later is left to the list of orders.
const MOST: usize = 200;

/// Lines of the check list that wait for a signature, with what lets somebody give it.
const SIGNED: [(&str, Power); 6] = [
    ("check", Power::SignCheck),
    ("effect_approval", Power::SignEffect),
    ("regular_product", Power::MarkRegular),
    ("quality_reviewed", Power::OpineQuality),
    ("three_way_differs", Power::SignDifferences),
    ("review_declined", Power::SignDecline),
];
/// The opinions of a review.
const OPINIONS: [Power; 7] = [
    Power::OpineSales,
    Power::OpinePrepress,
    Power::OpineProduction,
    Power::OpineQuality,
    Power::OpinePurchasing,
    Power::OpineFinance,
    Power::OpineManagement,
];
/// Roles whose lines are work, not a signature.
const WORKERS: [Role; 2] = [Role::Prepress, Role::Finance];

impl Desk {
    /// What waits for whoever sits here: check lists that are ready or one step from it, signatures, opinions, changes, proofs
    /// nobody pays for; each in order of delivery, their own turn first and what is made for stock behind the rest of it.
    ///
    /// # Errors
    /// When nobody has signed in, or the database cannot be read.
    pub async fn today_board(&self, actor: &Actor) -> Result<TodayView, DeskError> {
        let account = actor.account()?;
        let actor = self.still_here(actor).await?;
        let today = self.today();
        let mut reader = self.read().await?;
        let signs = powers_of(&mut reader, account, today).await?;
        let seat = Seat {
            account,
            roles: actor.roles().to_vec(),
            issues: signs.contains_key(&Power::IssueTaskSheet),
            signs,
        };
        let mut rows = Vec::new();
        let asked = asked(&seat);
        let most = i64::try_from(MOST).unwrap_or(i64::MAX) + 1;
        let open = queries::open_orders(&mut reader, account, &asked, today, most).await?;
        let mut more = open.len() > MOST;
        let typed = own_typing(&mut reader, &seat, &open).await?;
        for (order, open) in open {
            for turn in turns(&seat, &open) {
                if turn.mine && typed.contains(&order.id) && is_over_typing(&turn) {
                    continue;
                }
                rows.push(row_of(&order, &open, turn));
            }
        }
        for change in queries::pending_changes(&mut reader, today).await? {
            rows.extend(change_row(&seat, change));
        }
        for proof in queries::pending_proofs(&mut reader, today).await? {
            rows.extend(proof_row(&seat, proof));
        }
        if seat.signs.contains_key(&Power::TakeCopyBack) {
            rows.extend(copies(&mut reader, account, today).await?);
        }
        if seat.signs.contains_key(&Power::ResumeOrder) {
            for (order, since, by) in
                queries::rested_long_enough(&mut reader, account, today).await?
            {
                rows.push(TodayRow {
                    asked_by: by,
                    since,
                    ..own(order, TodayWhat::Rested, 1, None)
                });
            }
        }
        rows.sort_by_cached_key(|row| {
            let (for_stock, due) = (is_for_stock(&row.order), row.order.due.clone());
            (
                !row.mine,
                for_stock,
                due.is_none(),
                due,
                row.order.id,
                row.what,
            )
        });
        more |= rows.len() > MOST;
        rows.truncate(MOST);
        Ok(TodayView {
            rows,
            more,
            open: queries::open_of(&mut reader, account).await?,
            any: queries::any(&mut reader).await?,
        })
    }
}

/// The lines and roles to look for among the orders of others.
fn asked(seat: &Seat) -> Asked {
    let may = |power: &Power| seat.signs.contains_key(power);
    let mut codes = Vec::new();
    for (code, power) in SIGNED {
        if may(&power) {
            codes.push(code);
            codes.extend(match code {
                "check" => Some("check_stale"),
                "effect_approval" => Some("effect_approval_stale"),
                _ => None,
            });
        }
    }
    if OPINIONS.iter().any(may) {
        codes.extend(["review_opinion_missing", "review_opinion_stale"]);
    }
    let roles = WORKERS.into_iter().filter(|role| seat.roles.contains(role));
    Asked {
        codes,
        roles: roles.map(Role::code).collect(),
        own_checks: seat.signs.get(&Power::SignCheck) == Some(&Role::SalesRepresentative),
    }
}

/// A signature over what was typed.
fn is_over_typing(turn: &Turn) -> bool {
    let power = turn.line.as_ref().and_then(|line| line.power());
    matches!(power, Some(Power::SignCheck | Power::SignEffect))
}

/// Those of the orders whose typing is their own: they do not sign for it (F1-02).
async fn own_typing(
    connection: &mut Connection,
    seat: &Seat,
    open: &[(TodayOrder, Open)],
) -> Result<BTreeSet<i64>, DeskError> {
    if !seat.signs.contains_key(&Power::SignCheck) && !seat.signs.contains_key(&Power::SignEffect) {
        return Ok(BTreeSet::new());
    }
    let orders: Vec<i64> = open.iter().map(|(order, _)| order.id).collect();
    let people = asked_for_by(connection, &orders).await?.into_iter();
    let own = people.filter(|(_, person)| *person == seat.account);
    Ok(own.map(|(order, _)| order).collect())
}

fn row_of(order: &TodayOrder, open: &Open, turn: Turn) -> TodayRow {
    let Turn { what, line, mine } = turn;
    let who = match &line {
        Some(line) => vec![line.who],
        None => vec![Role::SalesAssistant],
    };
    let (step, path) = match &line {
        Some(line) => (line.step, line.path.clone()),
        None => (5, None),
    };
    let named = line.as_ref().map_or("", |line| line.code.as_str());
    let department = line
        .as_ref()
        .and_then(|line| line.params.get("department").cloned())
        .unwrap_or_default();
    debug_assert!(open.blockers > 0 || what == TodayWhat::Issue);
    TodayRow {
        key: format!("{} {named} {department}", order.id),
        order: order.clone(),
        what,
        line,
        mine,
        who,
        count: 1,
        asked_by: String::new(),
        since: String::new(),
        step,
        path,
    }
}

/// Something that is to be done on an order of hers.
fn own(order: TodayOrder, what: TodayWhat, step: u8, path: Option<&str>) -> TodayRow {
    TodayRow {
        key: format!("{} {what:?}", order.id),
        order,
        what,
        line: None,
        mine: true,
        who: vec![Role::SalesAssistant],
        count: 1,
        asked_by: String::new(),
        since: String::new(),
        step,
        path: path.map(str::to_owned),
    }
}

/// Her orders of which copies that are out owe something (S-4.4.2).
async fn copies(
    connection: &mut Connection,
    account: i64,
    today: chrono::NaiveDate,
) -> Result<Vec<TodayRow>, DeskError> {
    let owing: BTreeMap<i64, i64> = owing_of(connection, account).await?.into_iter().collect();
    let ids: Vec<i64> = owing.keys().copied().collect();
    let orders = queries::orders(connection, &ids, today).await?;
    let row = |order: TodayOrder| {
        let count = owing.get(&order.id).copied().unwrap_or_default();
        TodayRow {
            count,
            ..own(order, TodayWhat::Copies, 5, Some("copies"))
        }
    };
    Ok(orders.into_iter().map(row).collect())
}

/// A change that waits for this person's signature, or which this person asked for.
fn change_row(seat: &Seat, change: PendingChange) -> Option<TodayRow> {
    let missing: Vec<Authority> = change
        .needs
        .iter()
        .filter(|need| !change.given.iter().any(|(given, _)| given == *need))
        .filter_map(|need| Authority::from_code(need))
        .collect();
    let signed_beside = change.given.iter().any(|(given, signer)| {
        given == Role::SalesAssistant.code() && *signer == Some(seat.account)
    });
    let own = change.requester == seat.account || signed_beside;
    let may = |authority: &&Authority| match seat.signs.get(&authority.power()) {
        Some(Role::SalesRepresentative) => change.representative == Some(seat.account),
        signs => signs.is_some(),
    };
    let mine = !own && missing.iter().any(|authority| may(&authority));
    if !mine && change.requester != seat.account {
        return None;
    }
    let who = missing
        .iter()
        .filter_map(|authority| authority.power().roles().first().copied())
        .collect();
    Some(TodayRow {
        key: format!("{} change", change.order.id),
        order: change.order,
        what: TodayWhat::Change,
        line: None,
        mine,
        who,
        count: 1,
        asked_by: change.requested_by,
        since: change.requested_at,
        step: 5,
        path: Some("change.waiting".to_owned()),
    })
}

/// A proof nobody pays for that waits for this person's signature.
fn proof_row(seat: &Seat, proof: PendingProof) -> Option<TodayRow> {
    let may = seat.signs.contains_key(&Power::SignFreeProof);
    let mine = may && proof.requester != seat.account;
    if !mine && proof.requester != seat.account {
        return None;
    }
    Some(TodayRow {
        key: format!("{} free proof {}", proof.order.id, proof.id),
        order: proof.order,
        what: TodayWhat::FreeProof,
        line: None,
        mine,
        who: vec![Role::SalesSupervisor],
        count: 1,
        asked_by: proof.requested_by,
        since: proof.requested_at,
        step: 3,
        path: None,
    })
}
