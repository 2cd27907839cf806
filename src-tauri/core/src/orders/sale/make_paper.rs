//! Making 报价单 or 订单确认书 of an order as it stands.

use chrono::Days;

use super::queries;
use super::refusals::SaleRefusal;
use super::rules::{PaperKind, content_hash, missing_on};
use super::worded::{Occasion, sale_facts};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::customers::{self, CustomerRecord};
use crate::error::DeskError;
use crate::files::{Paper, store_row};
use crate::orders::fields::Level;
use crate::orders::invoice_data::INVOICE_TYPE;
use crate::orders::understand::FieldProblem;
use crate::orders::{OrderRefusal, Specification, label_of, order_facts};
use crate::review::{Ordered, ReviewBlock, review_facts};
use crate::settings;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// The paper of an order as it stands today, kept like every paper and entered once: the same order on the same day
    /// answers the same paper.
    ///
    /// # Errors
    /// Refuses a confirmation without one of its five facts or what a 增值税专用发票 needs, naming all that is missing, a quote of what nobody said can
    /// be made, and any paper of an order that was declined; fails when the paper cannot be drawn or kept.
    pub async fn make_sale_paper(
        &self,
        actor: &Actor,
        order: i64,
        kind: PaperKind,
    ) -> Result<Done<Paper>, DeskError> {
        let account = actor.account()?;
        let house = self.open_house().await?;
        let today = self.today();
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, order).await?;
        let rules = settings::in_force(&mut reader, today).await?;
        if !facts.kind().is_read_back() {
            return Err(OrderRefusal::NotReadBack.into());
        }
        let customer = customers::record_of(&mut reader, facts.customer.id).await?;
        complete(kind, &facts.specification, &customer)?;
        let ordered = Ordered::read(&mut reader, order, today).await?;
        let review = review_facts(&mut reader, order).await?;
        let blocks = ordered.blocks(review.as_ref());
        if blocks.contains(&ReviewBlock::Declined) {
            return Err(SaleRefusal::OrderDeclined.into());
        }
        if kind == PaperKind::Quote && rules.quote_after_review && !blocks.is_empty() {
            return Err(SaleRefusal::QuoteBeforeReview.into());
        }
        let before = queries::latest(&mut reader, order, kind).await?;
        drop(reader);
        let valid_until = (kind == PaperKind::Quote)
            .then(|| today.checked_add_days(Days::new(rules.quote_days.unsigned_abs())))
            .flatten();
        let content_hash = content_hash(&facts.specification, &customer);
        let occasion = Occasion {
            kind,
            house: &house,
            rules: &rules,
            today,
            valid_until,
        };
        let paper_facts = sale_facts(&occasion, &facts, &customer);
        let (kept, pages) = self.drawn_paper(paper_facts).await?;
        if let Some(before) = before.filter(|before| before.paper.sha256 == kept.sha256.as_str()) {
            return Ok(Done {
                value: before.paper,
                changed: Vec::new(),
            });
        }
        let file_name = format!("{}-{}-{today}.pdf", kind.title(), facts.number);
        let activity = match kind {
            PaperKind::Quote => Activity::MakeQuote,
            PaperKind::Confirmation => Activity::MakeConfirmation,
        };
        let mut writer = self.begin(actor, activity).await?;
        let made_at = as_stored(writer.at());
        store_row(&mut writer, &kept).await?;
        writer
            .insert(
                "sale_papers",
                &[
                    ("order_id", order.into()),
                    ("kind", kind.code().into()),
                    ("content_hash", content_hash.into()),
                    ("made_at", made_at.into()),
                    ("made_by", account.into()),
                    ("valid_until", valid_until.into()),
                    ("file_name", file_name.as_str().into()),
                    ("pages", i64::from(pages).into()),
                    ("pdf_sha256", kept.sha256.as_str().into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(order));
        writer.note("number", facts.number);
        if let Some(day) = valid_until {
            writer.note("valid_until", day.to_string());
        }
        Ok(Done {
            changed: commit_order(writer, order).await?,
            value: Paper {
                sha256: kept.sha256.into(),
                file_name,
                pages,
            },
        })
    }
}

fn complete(
    kind: PaperKind,
    specification: &Specification,
    customer: &CustomerRecord,
) -> Result<(), SaleRefusal> {
    let fields = missing_on(kind, specification, customer);
    if fields.is_empty() {
        return Ok(());
    }
    let named = |field: &FieldProblem| {
        if field.path == Level::Instalment.code() {
            "付款方式".to_owned()
        } else if field.path == INVOICE_TYPE {
            "开专票的资料".to_owned()
        } else {
            label_of(specification, &field.path)
        }
    };
    let names = fields.iter().map(named).collect::<Vec<_>>().join("、");
    Err(match kind {
        PaperKind::Quote => SaleRefusal::QuoteIncomplete { names, fields },
        PaperKind::Confirmation => SaleRefusal::ConfirmationIncomplete { names, fields },
    })
}
