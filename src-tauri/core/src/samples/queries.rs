//! Samples and their stamps in the database.

use sqlx::Row as _;

use super::kinds::{Medium, SampleType, Source};
use super::rules::{NewSample, Registered, StampedFacts};
use crate::accounts::queries::medium_from;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// A sample with the names its order has now, and its newest stamp.
#[derive(Clone, Debug)]
pub(crate) struct SampleRow {
    pub(crate) id: i64,
    pub(crate) order_id: i64,
    pub(crate) facts: Registered,
    pub(crate) stamp: Option<StampRow>,
}

/// A stamp as it was given.
#[derive(Clone, Debug)]
pub(crate) struct StampRow {
    pub(crate) customer: String,
    pub(crate) product: String,
    pub(crate) sample_type: String,
    pub(crate) signer: String,
    pub(crate) recorded: Option<crate::accounts::Medium>,
    pub(crate) stamped_on: String,
    pub(crate) valid_until: Option<String>,
}

/// What the house makes for its own stock has no customer; the stamp says so (S-4.2.4b, F4-5a).
/// A stamp counts while it is the newest of its sample.
const SAMPLES: &str = "SELECT s.id, s.order_id, s.number, s.type, s.source, s.medium, s.description, s.quantity, \
     o.number AS order_number, COALESCE(c.name, '本厂库存') AS customer, p.name AS product, \
     t.customer_name, t.product_name, t.sample_type, t.stamped_on, t.valid_until, \
     g.content_hash, g.signer_name, g.medium AS recorded_on \
     FROM samples s \
     JOIN orders o ON o.id = s.order_id \
     LEFT JOIN customers c ON c.id = o.customer_id \
     JOIN products p ON p.order_id = o.id \
     LEFT JOIN stamps t ON t.id = (SELECT MAX(n.id) FROM stamps n WHERE n.sample_id = s.id) \
     LEFT JOIN signatures g ON g.id = t.signature_id";

impl TryFrom<&Row> for SampleRow {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let code = |column: &'static str| -> Result<String, DeskError> { Ok(row.try_get(column)?) };
        let unknown = |what: &'static str, value: String| {
            DeskError::from(Failure::UnknownValue { what, value })
        };
        let (what, source, medium) = (code("type")?, code("source")?, code("medium")?);
        let stamp = match row.try_get::<Option<String>, _>("content_hash")? {
            None => None,
            Some(content_hash) => {
                let stamp = StampRow {
                    customer: row.try_get("customer_name")?,
                    product: row.try_get("product_name")?,
                    sample_type: row.try_get("sample_type")?,
                    signer: row.try_get("signer_name")?,
                    recorded: row
                        .try_get::<Option<String>, _>("recorded_on")?
                        .map(medium_from)
                        .transpose()?,
                    stamped_on: row.try_get("stamped_on")?,
                    valid_until: row.try_get("valid_until")?,
                };
                let valid_until = match &stamp.valid_until {
                    None => None,
                    Some(day) => Some(
                        day.parse()
                            .map_err(|_| unknown("stamps.valid_until", day.clone()))?,
                    ),
                };
                Some((
                    stamp,
                    StampedFacts {
                        content_hash,
                        valid_until,
                    },
                ))
            }
        };
        let (stamp, stamped) = stamp.unzip();
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
                },
                order_number: row.try_get("order_number")?,
                customer: row.try_get("customer")?,
                product: row.try_get("product")?,
                stamp: stamped,
            },
            stamp,
        })
    }
}

/// The samples of an order, in the order they were registered.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<SampleRow>, DeskError> {
    let sql = format!("{SAMPLES} WHERE s.order_id = $1 ORDER BY s.id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(SampleRow::try_from).collect()
}

/// One sample.
pub(super) async fn sample(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<SampleRow>, DeskError> {
    let sql = format!("{SAMPLES} WHERE s.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(SampleRow::try_from).transpose()
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
