//! The order: taken on the phone, written down, read back to the customer, and then the ground of everything that follows.
//!
//! A form holds texts as typed ([`OrderForm`]); [`Specification`] is what they mean. [`reckon`] tells the window while
//! typing what was understood, what is wrong and what follows from it.
//!
//! States: 信息登记 (registered) → 要求已确认 (requirements confirmed) → 评审 (in review) → 已下单 (released).
//!
//! **Invariant:** a form is never lost or altered by being understood; what has no meaning stays as typed and is named.

mod answers;
mod beside;
mod computed;
mod confirmation;
mod cycle;
mod drafts;
mod facts;
pub mod fields;
mod figures;
mod form_table;
mod invoice_data;
mod list;
mod material;
mod missing;
mod new_form;
mod of_customer;
mod page;
mod places;
pub mod product_presets;
pub(crate) mod queries;
mod reckon;
mod reckon_form;
mod record_confirmation;
mod record_facts;
mod record_sheet;
mod recording;
mod refusals;
mod register_order;
mod repeat;
mod rules_of_form;
mod said;
mod sale;
mod save_order;
pub mod search;
mod specification;
mod state;
mod stored;
mod trade_words;
mod trail;
mod understand;
mod value;
mod verification;
mod weights;
pub mod wire;
mod written;

pub use beside::{Beside, Double, DoubleKind, LastSame};
pub use drafts::draft_of_order;
pub(crate) use drafts::{drafts_naming, rename_in_drafts};
pub use facts::{OrderFacts, PersonOfOrder, must_be_as_shown, order_facts};
pub use fields::presets_of;
pub use list::{ListFilter, PageFrom};
pub use material::{AddFinding, MaterialRefusal, MaterialView, NamedFinding, SettleFinding};
pub(crate) use material::{MaterialBlock, material_blocks, settle as settle_findings};
pub(crate) use new_form::usual_terms;
pub(crate) use of_customer::{
    ids_of_customer, last_sales_rep, move_to_customer, orders_of_customer,
};
pub use page::{OrderPage, StepState, StepView};
pub use places::{ChangedPlace, Place, diff, label_of, row_title};
pub use reckon::reckon;
pub use record_confirmation::confirmation_view;
pub use record_facts::payment_terms;
pub use recording::received_at;
pub use refusals::OrderRefusal;
pub use repeat::{OrderLink, RepeatedOrder};
pub use sale::{PaperKind, QuoteGiven, RecordReply, SaleRefusal, SaleView, quote_given};
pub use specification::{Record, Row, Specification};
pub use state::OrderState;
pub(crate) use trade_words::{is_printed, style_word};
pub use trail::trail;
pub(crate) use trail::trail_line;
pub use understand::FieldProblem;
pub use value::Value;
pub(crate) use verification::verification_view;
pub use verification::{VerificationView, VerifyOrder};
pub use wire::OrderForm;
pub(crate) use written::put_in_force;

#[cfg(test)]
mod tests;
