//! The changes of an order in effect and of its sheet, as they are kept: asked for, signed, in force, refused or withdrawn.

pub(super) mod queries;
