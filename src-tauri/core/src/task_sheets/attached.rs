//! What may hang on an order besides its form. Most orders on the phone have nothing of it yet, and of what there is nothing of,
//! nothing is read: an order is saved while the customer waits.

/// Which of it an order has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    /// Its customer is 直通.
    pub(super) direct_lane: bool,
    /// Received files, in use or not.
    pub(super) files: bool,
    /// Samples, in use or not.
    pub(super) samples: bool,
    /// A lane was chosen for its proofs.
    pub(super) lane: bool,
}
