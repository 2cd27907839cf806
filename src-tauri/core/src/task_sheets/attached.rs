//! What may hang on an order besides its form. Most orders on the phone have nothing of it yet, and of what there is nothing of,
//! nothing is read: an order is saved while the customer waits.

/// Which of it an order has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Attached {
    /// Its customer is 直通.
    pub(super) direct_lane: bool,
    /// Received files, in use or not.
    pub(super) files: bool,
    /// Samples, in use or not.
    pub(super) samples: bool,
    /// A lane was chosen for its proofs.
    pub(super) lane: bool,
    /// The customer has answered what was read back.
    pub(super) answered: bool,
    /// Something of it was verified.
    pub(super) verified: bool,
    /// Something was found in its material, or it was audited.
    pub(super) audited: bool,
    /// It has a review.
    pub(super) review: bool,
    /// 订单性质 was decided.
    pub(super) nature: bool,
    /// Its review was waived.
    pub(super) waiver: bool,
    /// Its effect was approved.
    pub(super) approved: bool,
    /// The customer has signed it.
    pub(super) signed: bool,
    /// A change of it waits.
    pub(super) change_waits: bool,
    /// Somebody compared a sample with it, or let a difference pass.
    pub(super) compared: bool,
    /// Money came in for it.
    pub(super) receipts: bool,
    /// It was checked.
    pub(super) checked: bool,
    /// Somebody sent it back.
    pub(super) sent_back: bool,
    /// It was suspended or cancelled once.
    pub(super) halted: bool,
    /// A paper of sale was made of it.
    pub(super) sale_paper: bool,
}
