//! The review of an order that is risky to make (S-4.3): production and quality say what they think, prepress or
//! they write down the process route, the customer answers what was not agreed, and sales concludes.
//!
//! Why an order is reviewed: the triggers of S-4.3.1, a demand on quality (S-4.4.1B), and the reasons of F5-d2 ([`triggers`]). Who has
//! to speak follows from that ([`asked`]): of an order that hits nothing production alone says whether its delivery can be kept
//! (F5-1.2a), and the house asks for that where it says so. Production answers last; where it does not, that is a warning (F5-1.2.2e).
//!
//! A review is *open* → *accepted*, *conditional* or *declined*. Whatever is said, asked or routed after a conclusion
//! opens it again. When what was reviewed changes, opinions and conclusion are *stale* and have to be given anew; so are the
//! opinions that were given to another route.
//!
//! **Invariant:** an opinion signs what it says together with the hash of the specification it was said about and the route it was
//! said to.
//! **Invariant:** an opinion that is not plainly 可行 puts its own question to the customer (S-4.3.2b).
//! **Invariant:** a declined review lets no task sheet out.
//! **Invariant:** another delivery the customer agreed to holds the sheet back until the order has it, and the order that gets it is
//! the one that was reviewed (F5-1.2f).
//!
//! The order of a 直通 customer may go without: 业务总监 waives its review with a reason, while nobody has spoken in it
//! ([`Waiver`], S-4.2.1c). A waiver counts for exactly what it was signed over, like every other signature.

mod add_point;
mod answer_point;
mod carry_date;
mod conclude_review;
mod content;
mod decide_nature;
mod nature;
mod opened;
mod opinion;
mod queries;
mod record_opinion;
mod refusals;
mod review_form;
mod review_pdf;
mod rules;
mod save_route;
mod triggers;
mod waive_review;
mod waiver;
mod wire;

pub use content::{content, content_of, dateless_content_of, production_hash};
pub(crate) use decide_nature::nature_view;
pub use nature::{Decided, MadeBefore, Nature, UnusualReason};
pub use opened::review_blocks;
pub(crate) use opened::{Ordered, Said};
pub use opinion::{Department, Opinion, Verdict};
pub use queries::review_facts;
pub(crate) use queries::words_on_sheet;
pub use refusals::ReviewRefusal;
pub use rules::{
    Conclusion, Content, Point, Review, ReviewBlock, State, asked, review_blocks_release,
};
pub use triggers::{Delivery, Trigger, TriggerFacts, triggers};
pub use waiver::Waiver;
pub use wire::{
    AnswerPointRequest, ConcludeReviewRequest, DecideNatureRequest, NatureView, OpinionView,
    PointView, RecordOpinionRequest, ReviewView, TriggerView, WaiveReviewRequest, WaiverView,
};
pub(crate) use wire::{trigger_view, view};
