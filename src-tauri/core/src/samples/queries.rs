//! Samples, their stamps, where they are and their pictures in the database.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::Row as _;

use super::kinds::{Medium, SampleType, Source};
use super::proofed::PrintedFrom;
use super::rules::{NewSample, Registered, StampedFacts};
use crate::accounts::queries::medium_from;
use crate::documents::StampWords;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// A sample with the names its order has now, and its stamps, the newest first.
#[derive(Clone, Debug)]
pub(crate) struct SampleRow {
    pub(crate) id: i64,
    pub(crate) order_id: i64,
    pub(crate) facts: Registered,
    pub(crate) out_reason: String,
    pub(crate) stamps: Vec<StampRow>,
}

impl SampleRow {
    /// The stamp that counts, if any does.
    pub(crate) fn stamp(&self) -> Option<&StampRow> {
        self.stamps.first()
    }
}

/// A stamp as it was given.
#[derive(Clone, Debug)]
pub(crate) struct StampRow {
    pub(crate) id: i64,
    pub(crate) customer: String,
    pub(crate) product: String,
    pub(crate) sample_type: String,
    pub(crate) signer: String,
    pub(crate) recorded: Option<crate::accounts::Medium>,
    pub(crate) stamped_on: String,
    pub(crate) signed_at: String,
    pub(crate) valid_until: Option<NaiveDate>,
    pub(crate) content_hash: String,
    pub(crate) words: StampWords,
    pub(crate) void: Option<VoidRow>,
}

/// The second stamp, by which a stamp was voided.
#[derive(Clone, Debug)]
pub(crate) struct VoidRow {
    pub(crate) reason: String,
    pub(crate) signer: String,
    pub(crate) recorded: Option<crate::accounts::Medium>,
    pub(crate) on: String,
}

/// What the house makes for its own stock has no customer; the stamp says so (S-4.2.4b, F4-5a). While a change of the
/// product's name waits, a stamp is given to the name that will be: a new version is not issued over the old one.
const SAMPLES: &str = "SELECT s.id, s.order_id, s.number, s.type, s.source, s.medium, s.description, s.quantity, \
     s.condition, s.place, s.valid_until, s.from_whom, s.came_on, s.out_reason, s.taken_from, \
     o.number AS order_number, COALESCE(c.name, '本厂库存') AS customer, \
     COALESCE((SELECT x.new_text FROM amendments a JOIN amendment_places x ON x.amendment_id = a.id \
     WHERE a.order_id = o.id AND a.state = 'pending' AND x.path = 'product.name'), p.name) AS product \
     FROM samples s \
     JOIN orders o ON o.id = s.order_id \
     LEFT JOIN customers c ON c.id = o.customer_id \
     JOIN products p ON p.order_id = o.id";

/// A stamp counts while it is the newest of its sample.
const STAMPS: &str = "SELECT t.id, t.sample_id, t.customer_name, t.product_name, t.sample_type, t.stamped_on, t.valid_until, t.heading, t.closing, \
     g.content_hash, g.signer_name, g.signed_at, g.medium AS recorded_on, \
     v.reason, v.voided_on, w.signer_name AS void_signer, w.medium AS void_recorded_on \
     FROM stamps t JOIN samples s ON s.id = t.sample_id JOIN signatures g ON g.id = t.signature_id \
     LEFT JOIN stamp_voids v ON v.stamp_id = t.id LEFT JOIN signatures w ON w.id = v.signature_id";

fn unknown(what: &'static str, value: String) -> DeskError {
    Failure::UnknownValue { what, value }.into()
}

/// A day as it is stored; none stays none.
pub(super) fn day(
    row: &Row,
    column: &'static str,
    what: &'static str,
) -> Result<Option<NaiveDate>, DeskError> {
    let stored: Option<String> = row.try_get(column)?;
    stored
        .map(|day| day.parse().map_err(|_| unknown(what, day)))
        .transpose()
}

fn recorded(row: &Row, column: &'static str) -> Result<Option<crate::accounts::Medium>, DeskError> {
    row.try_get::<Option<String>, _>(column)?
        .map(medium_from)
        .transpose()
}

impl TryFrom<&Row> for StampRow {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let void = match row.try_get::<Option<String>, _>("reason")? {
            None => None,
            Some(reason) => Some(VoidRow {
                reason,
                signer: row.try_get("void_signer")?,
                recorded: recorded(row, "void_recorded_on")?,
                on: row.try_get("voided_on")?,
            }),
        };
        Ok(Self {
            id: row.try_get("id")?,
            customer: row.try_get("customer_name")?,
            product: row.try_get("product_name")?,
            sample_type: row.try_get("sample_type")?,
            signer: row.try_get("signer_name")?,
            recorded: recorded(row, "recorded_on")?,
            stamped_on: row.try_get("stamped_on")?,
            signed_at: row.try_get("signed_at")?,
            valid_until: day(row, "valid_until", "stamps.valid_until")?,
            content_hash: row.try_get("content_hash")?,
            words: StampWords {
                heading: row.try_get("heading")?,
                closing: row.try_get("closing")?,
            },
            void,
        })
    }
}

impl SampleRow {
    fn of(row: &Row, stamps: Vec<StampRow>) -> Result<Self, DeskError> {
        let code = |column: &'static str| -> Result<String, DeskError> { Ok(row.try_get(column)?) };
        let (what, source, medium) = (code("type")?, code("source")?, code("medium")?);
        let out_reason = code("out_reason")?;
        let stamp = stamps.first().map(|stamp| StampedFacts {
            content_hash: stamp.content_hash.clone(),
            valid_until: stamp.valid_until,
            voided: stamp.void.is_some(),
        });
        Ok(Self {
            id: row.try_get("id")?,
            order_id: row.try_get("order_id")?,
            facts: Registered {
                number: row.try_get("number")?,
                sample: NewSample {
                    what: SampleType::from_code(&what)
                        .ok_or_else(|| unknown("samples.type", what))?,
                    source: Source::from_code(&source)
                        .ok_or_else(|| unknown("samples.source", source))?,
                    medium: Medium::from_code(&medium)
                        .ok_or_else(|| unknown("samples.medium", medium))?,
                    description: row.try_get("description")?,
                    quantity: row.try_get("quantity")?,
                    condition: row.try_get("condition")?,
                    place: row.try_get("place")?,
                    valid_until: day(row, "valid_until", "samples.valid_until")?,
                    from_whom: row.try_get("from_whom")?,
                    came_on: day(row, "came_on", "samples.came_on")?,
                },
                order_number: row.try_get("order_number")?,
                customer: row.try_get("customer")?,
                product: row.try_get("product")?,
                out: !out_reason.is_empty(),
                taken_over: row.try_get::<Option<i64>, _>("taken_from")?.is_some(),
                stamp,
            },
            out_reason,
            stamps,
        })
    }
}

/// The samples `clause` lets through, in the order they were registered.
async fn rows(
    connection: &mut Connection,
    clause: &str,
    id: i64,
) -> Result<Vec<SampleRow>, DeskError> {
    let sql = format!("{STAMPS} WHERE {clause} ORDER BY t.id DESC");
    let stamps = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(&mut *connection)
        .await?;
    let sql = format!("{SAMPLES} WHERE {clause} ORDER BY s.id");
    let samples = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(connection)
        .await?;
    let mut found = Vec::with_capacity(samples.len());
    for row in &samples {
        let sample: i64 = row.try_get("id")?;
        let mut of_sample = Vec::new();
        for stamp in &stamps {
            if stamp.try_get::<i64, _>("sample_id")? == sample {
                of_sample.push(StampRow::try_from(stamp)?);
            }
        }
        found.push(SampleRow::of(row, of_sample)?);
    }
    Ok(found)
}

/// The samples of an order, in the order they were registered.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<SampleRow>, DeskError> {
    rows(connection, "s.order_id = $1", order).await
}

/// One sample.
pub(super) async fn sample(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<SampleRow>, DeskError> {
    Ok(rows(connection, "s.id = $1", id).await?.pop())
}

/// What the release check asks of the samples of an order.
///
/// # Errors
/// When the database cannot be read.
pub async fn sample_facts(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Registered>, DeskError> {
    Ok(of_order(connection, order)
        .await?
        .into_iter()
        .map(|row| row.facts)
        .collect())
}

/// Who had a sample, and whether it came back.
#[derive(Clone, Debug)]
pub(super) struct LoanRow {
    pub(super) id: i64,
    pub(super) sample: i64,
    pub(super) borrower: String,
    pub(super) purpose: String,
    pub(super) lent_at: String,
    pub(super) lent_by: String,
    pub(super) returned_at: Option<String>,
    pub(super) returned_by: Option<String>,
    pub(super) taken_by: Option<String>,
}

/// Who had the samples of an order, the latest first.
pub(super) async fn loans(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<LoanRow>, DeskError> {
    let rows = sqlx::query(
        "SELECT l.id, l.sample_id, l.borrower, l.purpose, l.lent_at, a.name AS lent_by, l.returned_at, l.returned_by, b.name AS taken_by \
         FROM sample_loans l JOIN samples s ON s.id = l.sample_id JOIN accounts a ON a.id = l.lent_by \
         LEFT JOIN accounts b ON b.id = l.taken_by WHERE s.order_id = $1 ORDER BY l.id DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let loan = |row: &Row| -> Result<LoanRow, sqlx::Error> {
        Ok(LoanRow {
            id: row.try_get("id")?,
            sample: row.try_get("sample_id")?,
            borrower: row.try_get("borrower")?,
            purpose: row.try_get("purpose")?,
            lent_at: row.try_get("lent_at")?,
            lent_by: row.try_get("lent_by")?,
            returned_at: row.try_get("returned_at")?,
            returned_by: row.try_get("returned_by")?,
            taken_by: row.try_get("taken_by")?,
        })
    };
    Ok(rows.iter().map(loan).collect::<Result<_, _>>()?)
}

/// A picture of a sample.
#[derive(Clone, Debug)]
pub(super) struct PhotoRow {
    pub(super) id: i64,
    pub(super) sample: i64,
    pub(super) name: String,
    pub(super) added_at: String,
}

/// The pictures of the samples of an order, in the order they came.
pub(super) async fn photos(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<PhotoRow>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.id, f.sample_id, f.name, f.added_at FROM sample_photos f JOIN samples s ON s.id = f.sample_id \
         WHERE s.order_id = $1 ORDER BY f.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let photo = |row: &Row| -> Result<PhotoRow, sqlx::Error> {
        Ok(PhotoRow {
            id: row.try_get("id")?,
            sample: row.try_get("sample_id")?,
            name: row.try_get("name")?,
            added_at: row.try_get("added_at")?,
        })
    };
    Ok(rows.iter().map(photo).collect::<Result<_, _>>()?)
}

/// The hash of a picture.
pub(super) async fn photo_hash(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT sha256 FROM sample_photos WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("sha256")).transpose()?)
}

/// A change written on a sample.
#[derive(Clone, Debug)]
pub(super) struct ChangeRow {
    pub(super) id: i64,
    pub(super) sample: i64,
    pub(super) order: i64,
    /// 样本号.
    pub(super) number: String,
    /// The sample was taken out.
    pub(super) out: bool,
    pub(super) registered_at: String,
    pub(super) place: String,
    pub(super) words: String,
    pub(super) scan: Option<i64>,
    pub(super) at: String,
    pub(super) by: String,
    /// Who signed beside it, on what where it was recorded, and when.
    pub(super) signed: Option<(String, Option<crate::accounts::Medium>, String)>,
}

const CHANGES: &str = "SELECT h.id, h.sample_id, s.order_id, s.number, s.out_reason, s.registered_at, h.place, h.words, h.scan_id, \
     h.written_at, a.name AS written_by, g.signer_name, g.medium AS recorded_on, g.signed_at \
     FROM sample_changes h JOIN samples s ON s.id = h.sample_id JOIN accounts a ON a.id = h.written_by \
     LEFT JOIN signatures g ON g.id = h.signature_id";

impl TryFrom<&Row> for ChangeRow {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let signed = match row.try_get::<Option<String>, _>("signer_name")? {
            None => None,
            Some(signer) => Some((
                signer,
                recorded(row, "recorded_on")?,
                row.try_get("signed_at")?,
            )),
        };
        Ok(Self {
            id: row.try_get("id")?,
            sample: row.try_get("sample_id")?,
            order: row.try_get("order_id")?,
            number: row.try_get("number")?,
            out: !row.try_get::<String, _>("out_reason")?.is_empty(),
            registered_at: row.try_get("registered_at")?,
            place: row.try_get("place")?,
            words: row.try_get("words")?,
            scan: row.try_get("scan_id")?,
            at: row.try_get("written_at")?,
            by: row.try_get("written_by")?,
            signed,
        })
    }
}

/// The changes written on the samples of an order, in the order they were written.
pub(super) async fn changes(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ChangeRow>, DeskError> {
    let sql = format!("{CHANGES} WHERE s.order_id = $1 ORDER BY h.id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(ChangeRow::try_from).collect()
}

/// One change.
pub(super) async fn change(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<ChangeRow>, DeskError> {
    let sql = format!("{CHANGES} WHERE h.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(ChangeRow::try_from).transpose()
}

/// The samples of an order that are proofs, by their rows.
pub(crate) async fn proofs_among(
    connection: &mut Connection,
    order: i64,
) -> Result<BTreeMap<i64, PrintedFrom>, DeskError> {
    let rows = sqlx::query(
        "SELECT p.sample_id, f.file_id, f.sha256 FROM proofs p JOIN proof_files f ON f.proof_id = p.id \
         WHERE p.order_id = $1 AND p.sample_id IS NOT NULL ORDER BY f.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let mut found: BTreeMap<i64, PrintedFrom> = BTreeMap::new();
    for row in &rows {
        let file = (row.try_get("file_id")?, row.try_get("sha256")?);
        found
            .entry(row.try_get("sample_id")?)
            .or_default()
            .0
            .push(file);
    }
    Ok(found)
}
