//! The lines of the release check list that are about 三方核对 (S-4.4.1A-2).

use super::CheckLine;
use crate::accounts::Role;
use crate::three_way::Compared;

/// The step of the sheet.
const STEP: u8 = 5;
/// The clause behind each of them.
const CLAUSE: &str = "S-4.4.1A-2";

/// A line for what nobody has compared, for what changed since, and for what differs; else one that says it was done. No line
/// where neither sample nor file says anything.
pub(super) fn three_way_lines(compared: &Compared) -> Vec<CheckLine> {
    let place = |path: &str| Some(format!("three-way.{path}"));
    let red = |code, rows: Vec<&str>| {
        let first = rows.first().copied()?;
        let line = CheckLine::red(code, CLAUSE, STEP).with("count", rows.len());
        Some(line.at(place(first)))
    };
    let differs = compared.differences().map(|row| row.sheet.path.as_str());
    let differs = red("three_way_differs", differs.collect());
    let open = compared.open().map(|row| row.sheet.path.as_str());
    let stale = compared.stale().map(|row| row.sheet.path.as_str());
    let blocked = [
        differs.map(|line| line.by(Role::SalesSupervisor)),
        red("three_way_open", open.collect()),
        red("three_way_stale", stale.collect()),
    ];
    let lines: Vec<CheckLine> = blocked.into_iter().flatten().collect();
    if !lines.is_empty() || !compared.says_anything() {
        return lines;
    }
    if let Some((_, passed)) = compared.passed().next() {
        let line = CheckLine::green("three_way_passed", CLAUSE, STEP)
            .with("signer", &passed.signature.signer)
            .with("reason", &passed.reason);
        return vec![match passed.signature.recorded {
            Some(medium) => line.with("recorded", medium.code()),
            None => line,
        }];
    }
    vec![match compared.latest() {
        Some(latest) => CheckLine::green("three_way", CLAUSE, STEP).with("signer", &latest.by),
        None => CheckLine::green("three_way_file", CLAUSE, STEP),
    }]
}
