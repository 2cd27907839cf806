//! The order: taken on the phone, written down, read back to the customer, and then the ground of everything that follows.
//!
//! A form holds texts as typed ([`OrderForm`]); [`Specification`] is what they mean. [`reckon`] tells the window while
//! typing what was understood, what is wrong and what follows from it.
//!
//! States: 信息登记 → 要求已确认 → 评审中 → 评审通过, 有条件接单 or 不接单 → 已报价 → 待生效 → 已生效 → 已下单. An order takes
//! effect by itself where no gate before that is shut. 暂停 and 已取消 stand beside them ([`crate::halts`]).
//! A presale stops at 要求已确认 and ends as 已转单; an order for stock goes from 信息登记 straight to 已下单 ([`kind`]).
//!
//! **Invariant:** nobody sets a state: it follows from the facts, and only listed passages exist ([`OrderState::next`]).
//! **Invariant:** once an order took effect no form is saved over it; it changes by signed change (F7-03, F7-08).
//! **Invariant:** a form is never lost or altered by being understood; what has no meaning stays as typed and is named.

mod answers;
mod beside;
mod computed;
mod confirmation;
mod conversion;
mod customers_word;
mod cycle;
mod days;
mod drafts;
mod facts;
pub mod fields;
mod figures;
mod form_table;
mod invoice_data;
pub mod kind;
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
mod story;
mod trade_words;
mod trail;
mod understand;
mod value;
mod verification;
mod weights;
pub mod wire;
mod wording;
mod written;

pub use beside::{Beside, Double, DoubleKind, LastSame, Sales, SplitDay, StockSales};
pub use conversion::{ConversionView, ConvertedOrder, ConvertedPart, Presale, Rest};
pub(crate) use conversion::{nothing_left, parts_of, taken_from};
pub(crate) use customers_word::{CustomersWord, can_be_shown};
pub use drafts::draft_of_order;
pub(crate) use drafts::{drafts_naming, rename_in_drafts};
pub use facts::{OrderFacts, PersonOfOrder, must_be_as_shown, order_facts};
pub use kind::OrderKind;
pub use list::{ListFilter, PageFrom};
pub use material::{
    AddFinding, AuditMaterial, MaterialPoint, MaterialRefusal, MaterialView, NamedFinding,
    PointResult, SettleFinding,
};
pub(crate) use material::{
    MaterialBlock, anything_found, material_blocks, settle as settle_findings,
};
pub(crate) use of_customer::{
    ids_of_customer, last_sales_rep, move_to_customer, orders_of_customer, stand_by_customer,
    stand_by_process, stand_by_rules, stand_by_standing, stand_for_stock,
};
pub use page::{OrderPage, StepState, StepView};
pub(crate) use places::withdrawn_choices;
pub use places::{ChangedPlace, Place, diff, label_of, row_title};
pub use reckon::reckon;
pub(crate) use record_confirmation::agreed_with_change;
pub(crate) use record_confirmation::never_answered;
pub use record_confirmation::{confirmation_view, is_agreed_to};
pub use record_facts::payment_terms;
pub use recording::received_at;
pub use refusals::OrderRefusal;
pub(crate) use repeat::OF_ONE_RUN;
pub use repeat::{OrderLink, RepeatedOrder};
pub(crate) use said::{Said, note as said_note, printed_way, unknown as unknown_answer, way};
pub use sale::{PaperKind, QuoteGiven, RecordReply, SaleRefusal, SaleView, quote_given};
pub(crate) use sale::{customer_of, customer_on_paper, signed_by_customer};
pub(crate) use search::names;
pub use specification::{Record, Row, Specification};
pub use state::{Course, OrderState, Rest as OrderRest, Reviewed, Standing};
pub use story::{StoryLine, StoryPlace};
pub(crate) use trade_words::{inks as inks_of, is_board, is_printed, style_word};
pub use trail::trail;
pub(crate) use trail::trail_line;
pub use understand::FieldProblem;
pub(crate) use understand::taken;
pub use value::Value;
pub use verification::{VerificationView, VerifyOrder};
pub(crate) use verification::{never_verified, verification_view};
pub use wire::OrderForm;
pub(crate) use wording::or_else;
pub(crate) use written::put_in_force;

#[cfg(test)]
mod tests;
