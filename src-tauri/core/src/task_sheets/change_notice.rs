//! 更改通知单: made with the change that comes into force, frozen with the copies in use at that moment (S-4.4.2).

use std::collections::BTreeMap;

use super::census::{self, CensusRefusal};
use super::queries::{self, ChangeInForce};
use super::signed_rows::{change_rows, moment, short, signed};
use super::state_of_sheet::label;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_printed, as_stored};
use crate::documents::forms::Signature;
use crate::documents::forms::change_notice::{ChangeNoticeFacts, NoticeCopy, NoticePlace};
use crate::documents::forms::task_sheet::circled;
use crate::documents::{Letterhead, Mark};
use crate::error::{DeskError, Failure};
use crate::files::{Paper, store_row};
use crate::house::House;
use crate::numbers::{self, Series};
use crate::orders::fields::Level;
use crate::orders::{OrderFacts, Specification, label_of, order_facts, row_title};
use crate::storage::{Subject, Writer};
use crate::wire::Done;

/// A change that stands on a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noticed<'a> {
    /// Its row.
    pub(super) amendment: i64,
    pub(super) house: &'a House,
    pub(super) order: &'a OrderFacts,
    /// What the order said before it, and what it says now.
    pub(super) before: &'a Specification,
    pub(super) now: &'a Specification,
}

/// Draws the notice of a change that stands, numbers it and keeps it, within the act.
pub(super) async fn make_notice(
    writer: &mut Writer,
    desk: &Desk,
    noticed: Noticed<'_>,
) -> Result<(), DeskError> {
    let number = numbers::next(writer, Series::ChangeNotice).await?;
    let facts = notice_facts(writer, noticed, &number).await?;
    let text = serde_json::to_string(&facts).map_err(|error| Failure::UnknownValue {
        what: "change_notices.facts",
        value: error.to_string(),
    })?;
    let (kept, _) = Box::pin(desk.drawn_paper(facts)).await?;
    store_row(writer, &kept).await?;
    let at = as_stored(writer.at());
    writer
        .insert(
            "change_notices",
            &[
                ("amendment_id", noticed.amendment.into()),
                ("number", number.as_str().into()),
                ("facts", text.into()),
                ("pdf_sha256", kept.sha256.as_str().into()),
                ("made_at", at.into()),
            ],
        )
        .await?;
    writer.note("notice", number);
    Ok(())
}

async fn notice_facts(
    writer: &mut Writer,
    noticed: Noticed<'_>,
    number: &str,
) -> Result<ChangeNoticeFacts, DeskError> {
    let row = queries::amendment(writer, noticed.amendment).await?;
    let (Some(sheet), Some(index)) = (row.sheet, row.index) else {
        return Err(CensusRefusal::NoNotice.into());
    };
    let sheet = queries::sheet(writer, sheet).await?;
    let changes = queries::changes_in_force(writer, sheet.id).await?;
    let change = changes
        .iter()
        .find(|change| change.index == index)
        .ok_or(Failure::Missing("amendments"))?;
    let opens = index == 0;
    let last = queries::newest_change(writer, sheet.id).await?;
    let name = |version, change| label(&sheet.number, version, change);
    let states = queries::states(writer, noticed.order.id).await?;
    let new = states.iter().find(|state| {
        let version = sheet.version + i64::from(opens);
        state.sheet.version == version && state.change_index == index
    });
    let since = new
        .ok_or(Failure::Missing("sheet_states"))?
        .frozen_at
        .clone();
    let approval = change_rows(change)?
        .into_iter()
        .next()
        .map(|row| row.approval)
        .unwrap_or_default();
    Ok(ChangeNoticeFacts {
        letterhead: letterhead(noticed, number, writer.at()),
        sheet: name(sheet.version + i64::from(opens), index),
        before: name(sheet.version, if opens { last } else { index - 1 }),
        customer: noticed.order.customer.name.clone(),
        product: noticed.order.product_name().to_owned(),
        since: moment(&since)?,
        mark: if opens { String::new() } else { circled(index) },
        void: if opens {
            format!("V{}", sheet.version)
        } else {
            String::new()
        },
        reason: change.reason.clone(),
        asked: Signature {
            name: queries::name_of(writer, row.requested_by).await?,
            at: short(&row.requested_at)?,
            ..Signature::default()
        },
        signed: signed(&change.signed)?,
        approval,
        places: places_of(change),
        reckoned: reckoned(noticed, change),
        copies: copies(writer, noticed.order.id).await?,
    })
}

fn letterhead(
    noticed: Noticed<'_>,
    number: &str,
    made_at: chrono::DateTime<chrono::Utc>,
) -> Letterhead {
    let practice = noticed.house.practice.then_some(Mark::Practice);
    let rush = noticed.now.order.contains_key("rush").then_some(Mark::Rush);
    Letterhead {
        house: noticed.house.name.clone(),
        number_label: "通知单号".to_owned(),
        number: number.to_owned(),
        beside_page: format!("订单 {} · {}", noticed.order.number, as_printed(made_at)),
        marks: rush.into_iter().chain(practice).collect(),
        made_at,
    }
}

fn places_of(change: &ChangeInForce) -> Vec<NoticePlace> {
    let place = |place: &queries::PlaceRow| NoticePlace {
        place: place.label.clone(),
        old: place.old.clone(),
        new: place.new.clone(),
    };
    change.places.iter().map(place).collect()
}

/// Figures of the sheet that read otherwise because of the change; what the order costs does not concern the plant.
fn reckoned(noticed: Noticed<'_>, change: &ChangeInForce) -> Vec<NoticePlace> {
    let rules = &noticed.order.rules;
    let before: BTreeMap<String, String> = noticed.before.computed(rules);
    let now = noticed.now.computed(rules);
    let on_sheet = |path: &str| path.starts_with("product.") || path.starts_with("component:");
    now.iter()
        .filter(|(path, text)| on_sheet(path) && before.get(*path).is_some_and(|was| was != *text))
        .filter(|(path, _)| change.places.iter().all(|place| place.path != **path))
        .map(|(path, text)| NoticePlace {
            place: reckoned_label(noticed.now, path),
            old: before.get(path).cloned().unwrap_or_default(),
            new: text.clone(),
        })
        .collect()
}

/// What a reckoned figure is called: as the dictionary has it, or as the sheet prints it.
fn reckoned_label(now: &Specification, path: &str) -> String {
    let known = label_of(now, path);
    if known != path {
        return known;
    }
    let (row, key) = path.split_once('.').unwrap_or(("", path));
    let label = match key {
        "forms" => "贴数",
        "sheets_per_form" => "每贴印张",
        "spoilage_sheets" => "放损张数",
        "plate_sets" => "印版付数",
        "total_pages" => "总 P 数",
        "printed_quantity" => "印数",
        _ => key,
    };
    let level = Level::Component;
    let of = now
        .components
        .iter()
        .enumerate()
        .find(|(_, component)| row == format!("{}:{}", level.code(), component.key));
    match of {
        Some((position, component)) => format!("{}·{label}", row_title(level, position, component)),
        None => label.to_owned(),
    }
}

/// The copies in use, the oldest first.
async fn copies(writer: &mut Writer, order: i64) -> Result<Vec<NoticeCopy>, DeskError> {
    let live = census::live_copies(writer, order).await?;
    let shown = |copy: census::queries::CopyRow| {
        let state = label("", copy.state.version, copy.state.change);
        NoticeCopy {
            state: state.trim_start_matches(" · ").to_owned(),
            print: format!("第 {} 次", copy.print_number),
            holder: copy.holder,
            code: copy.check_code,
        }
    };
    Ok(live.into_iter().map(shown).collect())
}

impl Desk {
    /// The notice of a change that stands on a sheet; of a change from before there were notices it is made now, with the
    /// copies in use now, once and for all.
    ///
    /// # Errors
    /// When the change stands on no sheet, or the paper cannot be made or kept.
    pub async fn change_notice(
        &self,
        actor: &Actor,
        amendment: i64,
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let known = queries::notice(&mut *self.read().await?, amendment).await?;
        if let Some((number, sha256)) = known {
            return Ok(Done {
                value: self.notice_paper(number, sha256).await?,
                changed: Vec::new(),
            });
        }
        let house = self.open_house().await?;
        let mut writer = self.begin(actor, Activity::MakeChangeNotice).await?;
        if let Some((number, sha256)) = queries::notice(&mut writer, amendment).await? {
            // Another desk made it meanwhile.
            return Ok(Done {
                value: self.notice_paper(number, sha256).await?,
                changed: Vec::new(),
            });
        }
        let row = queries::amendment(&mut writer, amendment).await?;
        let (Some(sheet), Some(index), "in_force") = (row.sheet, row.index, row.state.as_str())
        else {
            return Err(CensusRefusal::NoNotice.into());
        };
        let order = order_facts(&mut writer, row.order).await?;
        let now = queries::specification(&row.form, &row.requested_at)?;
        let before = queries::before(&mut writer, sheet, index).await?;
        make_notice(
            &mut writer,
            self,
            Noticed {
                amendment,
                house: &house,
                order: &order,
                before: &before,
                now: &now,
            },
        )
        .await?;
        let made = queries::notice(&mut writer, amendment).await?;
        let (number, sha256) = made.ok_or(Failure::Missing("change_notices"))?;
        writer.about(Subject::Order(row.order));
        let changed = writer.commit().await?;
        Ok(Done {
            value: self.notice_paper(number, sha256).await?,
            changed,
        })
    }

    async fn notice_paper(&self, number: String, sha256: String) -> Result<Paper, DeskError> {
        Ok(Paper {
            pages: super::wire::pages_of(self, &sha256).await?,
            file_name: format!("更改通知单-{number}.pdf"),
            sha256,
        })
    }
}
