//! One error type made of small refusals. A refusal ("the sample has no confirmation stamp") is the procedure
//! speaking and says how it is mended; a failure ("the disk is full") is the machine speaking.

use std::path::PathBuf;

use crate::accounts::AccessRefusal;
use crate::customers::CustomerRefusal;
use crate::documents::DocumentError;
use crate::effect::EffectRefusal;
use crate::files::{FileRefusal, StoreFailure};
use crate::free_proofs::FreeProofRefusal;
use crate::halts::HaltRefusal;
use crate::hand_overs::HandOverRefusal;
use crate::house::HouseRefusal;
use crate::imports::ImportRefusal;
use crate::inspector::InspectorRefusal;
use crate::numbers::SeriesRefusal;
use crate::orders::{FieldProblem, MaterialRefusal, OrderRefusal, SaleRefusal};
use crate::positions::PositionRefusal;
use crate::preflight::PreflightRefusal;
use crate::processes::ProcessRefusal;
use crate::products::ProductRefusal;
use crate::proofs::ProofRefusal;
use crate::receipts::ReceiptRefusal;
use crate::review::ReviewRefusal;
use crate::samples::SampleRefusal;
use crate::sent_back::SendBackRefusal;
use crate::settings::SettingRefusal;
use crate::storage::DatabaseError;
use crate::task_sheets::{CensusRefusal, SheetRefusal};
use crate::three_way::ThreeWayRefusal;

/// A refusal as it crosses the bridge: a code the window has words for, and the facts those words need.
pub trait Refuse {
    /// Stable code, `snake_case`.
    fn code(&self) -> &'static str;
    /// Facts for the words: names, numbers, limits.
    fn params(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
    /// The fields to mend, where there are such.
    fn fields(&self) -> Vec<FieldProblem> {
        Vec::new()
    }
}

/// Why the desk did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Somebody may not, or is not who they say.
    #[error(transparent)]
    Access(#[from] AccessRefusal),
    /// The house cannot be opened that way.
    #[error(transparent)]
    House(#[from] HouseRefusal),
    /// A setting cannot be set that way.
    #[error(transparent)]
    Setting(#[from] SettingRefusal),
    /// A number series cannot be laid out that way.
    #[error(transparent)]
    Series(#[from] SeriesRefusal),
    /// A process is not marked.
    #[error(transparent)]
    Process(#[from] ProcessRefusal),
    /// A product is not marked.
    #[error(transparent)]
    Product(#[from] ProductRefusal),
    /// A table is not taken over.
    #[error(transparent)]
    Import(#[from] ImportRefusal),
    /// A paper cannot be drawn: a character nobody has, named with its field.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A foreign file was not read, and why.
    #[error(transparent)]
    Inspector(#[from] InspectorRefusal),
    /// A customer is not saved.
    #[error(transparent)]
    Customer(#[from] CustomerRefusal),
    /// An order is not taken, changed or confirmed.
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// A finding is not entered, or an audit not recorded.
    #[error(transparent)]
    Material(#[from] MaterialRefusal),
    /// A paper to the customer is not made, or its reply not recorded.
    #[error(transparent)]
    Sale(#[from] SaleRefusal),
    /// A file is not received.
    #[error(transparent)]
    File(#[from] FileRefusal),
    /// A file is not looked at, or a finding not settled.
    #[error(transparent)]
    Preflight(#[from] PreflightRefusal),
    /// A sample is not registered, stamped or labelled.
    #[error(transparent)]
    Sample(#[from] SampleRefusal),
    /// A position is not marked.
    #[error(transparent)]
    Position(#[from] PositionRefusal),
    /// A lane is not chosen, or a proof not printed, bound or answered.
    #[error(transparent)]
    Proof(#[from] ProofRefusal),
    /// A free proof is not asked for, approved, withdrawn or reckoned.
    #[error(transparent)]
    FreeProof(#[from] FreeProofRefusal),
    /// An opinion is not taken, or a review not concluded.
    #[error(transparent)]
    Review(#[from] ReviewRefusal),
    /// An order is not approved, or the customer's signature not recorded.
    #[error(transparent)]
    Effect(#[from] EffectRefusal),
    /// An order is not sent back.
    #[error(transparent)]
    SendBack(#[from] SendBackRefusal),
    /// An order is not suspended, resumed or cancelled, or rests.
    #[error(transparent)]
    Halt(#[from] HaltRefusal),
    /// A hand-over is not entered or acknowledged.
    #[error(transparent)]
    HandOver(#[from] HandOverRefusal),
    /// A sample is not compared, or a difference not let pass.
    #[error(transparent)]
    ThreeWay(#[from] ThreeWayRefusal),
    /// A receipt is not entered or countered.
    #[error(transparent)]
    Receipt(#[from] ReceiptRefusal),
    /// A task sheet is not issued, changed or printed.
    #[error(transparent)]
    Sheet(#[from] SheetRefusal),
    /// Nothing is entered of a copy.
    #[error(transparent)]
    Census(#[from] CensusRefusal),
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] Failure),
}

/// What the machine could not do.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database answered with an error.
    #[error("the database: {0}")]
    Database(#[from] DatabaseError),
    /// The database is from a newer program and is left as it is.
    #[error("the database was made by a newer version of the program")]
    NewerDatabase,
    /// Bringing the tables up to date did not work.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(String),
    /// The database engine or a setting of it is not what safety demands.
    #[error("the database is not safe to use: {0}")]
    UnsafeDatabase(String),
    /// Another copy of the program has this folder open.
    #[error("another window has {0} open")]
    AlreadyOpen(PathBuf),
    /// A file could not be kept or found again.
    #[error(transparent)]
    Store(#[from] StoreFailure),
    /// A file or folder could not be used.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The store holds a value this version does not know.
    #[error("{what} holds a value this program does not know: {value}")]
    UnknownValue {
        /// Table and column, or setting.
        what: &'static str,
        /// What stands there.
        value: String,
    },
    /// Something that must be there is gone.
    #[error("{0} is not there any more")]
    Missing(&'static str),
    /// A password or PIN could not be worked on.
    #[error("the password could not be checked: {0}")]
    Secret(String),
}

impl Refuse for DeskError {
    fn code(&self) -> &'static str {
        match self {
            Self::Access(refusal) => refusal.code(),
            Self::House(refusal) => refusal.code(),
            Self::Setting(refusal) => refusal.code(),
            Self::Series(refusal) => refusal.code(),
            Self::Process(refusal) => refusal.code(),
            Self::Product(refusal) => refusal.code(),
            Self::Import(refusal) => refusal.code(),
            Self::Document(error) => error.code(),
            Self::Inspector(refusal) => refusal.code(),
            Self::Customer(refusal) => refusal.code(),
            Self::Order(refusal) => refusal.code(),
            Self::Material(refusal) => refusal.code(),
            Self::Sale(refusal) => refusal.code(),
            Self::File(refusal) => refusal.code(),
            Self::Preflight(refusal) => refusal.code(),
            Self::Sample(refusal) => refusal.code(),
            Self::Position(refusal) => refusal.code(),
            Self::Proof(refusal) => refusal.code(),
            Self::FreeProof(refusal) => refusal.code(),
            Self::Review(refusal) => refusal.code(),
            Self::Effect(refusal) => refusal.code(),
            Self::SendBack(refusal) => refusal.code(),
            Self::Halt(refusal) => refusal.code(),
            Self::HandOver(refusal) => refusal.code(),
            Self::ThreeWay(refusal) => refusal.code(),
            Self::Receipt(refusal) => refusal.code(),
            Self::Sheet(refusal) => refusal.code(),
            Self::Census(refusal) => refusal.code(),
            Self::Failed(failure) => failure.code(),
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Access(refusal) => refusal.params(),
            Self::House(refusal) => refusal.params(),
            Self::Setting(refusal) => refusal.params(),
            Self::Series(refusal) => refusal.params(),
            Self::Process(refusal) => refusal.params(),
            Self::Product(refusal) => refusal.params(),
            Self::Import(refusal) => refusal.params(),
            Self::Document(error) => error.params(),
            Self::Inspector(refusal) => refusal.params(),
            Self::Customer(refusal) => refusal.params(),
            Self::Order(refusal) => refusal.params(),
            Self::Material(refusal) => refusal.params(),
            Self::Sale(refusal) => refusal.params(),
            Self::File(refusal) => refusal.params(),
            Self::Preflight(refusal) => refusal.params(),
            Self::Sample(refusal) => refusal.params(),
            Self::Position(refusal) => refusal.params(),
            Self::Proof(refusal) => refusal.params(),
            Self::FreeProof(refusal) => refusal.params(),
            Self::Review(refusal) => refusal.params(),
            Self::Effect(refusal) => refusal.params(),
            Self::SendBack(refusal) => refusal.params(),
            Self::Halt(refusal) => refusal.params(),
            Self::HandOver(refusal) => refusal.params(),
            Self::ThreeWay(refusal) => refusal.params(),
            Self::Receipt(refusal) => refusal.params(),
            Self::Sheet(refusal) => refusal.params(),
            Self::Census(refusal) => refusal.params(),
            Self::Failed(failure) => failure.params(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Access(refusal) => refusal.fields(),
            Self::Customer(refusal) => refusal.fields(),
            Self::Setting(refusal) => refusal.fields(),
            Self::Series(refusal) => refusal.fields(),
            Self::Process(refusal) => refusal.fields(),
            Self::Product(refusal) => refusal.fields(),
            Self::Order(refusal) => refusal.fields(),
            Self::Position(refusal) => refusal.fields(),
            Self::Halt(refusal) => refusal.fields(),
            Self::Sample(refusal) => refusal.fields(),
            Self::Effect(refusal) => refusal.fields(),
            Self::SendBack(refusal) => refusal.fields(),
            Self::ThreeWay(refusal) => refusal.fields(),
            Self::Receipt(refusal) => refusal.fields(),
            Self::Sheet(refusal) => refusal.fields(),
            Self::FreeProof(refusal) => refusal.fields(),
            Self::Sale(refusal) => refusal.fields(),
            _ => Vec::new(),
        }
    }
}

impl Refuse for Failure {
    fn code(&self) -> &'static str {
        match self {
            Self::Database(error) if error.disk_is_full() => "disk_full",
            Self::Database(_) => "database_failed",
            Self::NewerDatabase => "newer_database",
            Self::Migration(_) => "migration_failed",
            Self::UnsafeDatabase(_) => "unsafe_database",
            Self::AlreadyOpen(_) => "already_open",
            Self::File { source, .. } => match source.kind() {
                std::io::ErrorKind::StorageFull => "disk_full",
                std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => {
                    "folder_read_only"
                }
                std::io::ErrorKind::NotFound => "file_missing",
                _ => "file_failed",
            },
            Self::Store(StoreFailure::Full { .. }) => "disk_full",
            Self::Store(StoreFailure::ReadOnly { .. }) => "folder_read_only",
            Self::Store(StoreFailure::Original { .. }) => "original_unreadable",
            Self::Store(StoreFailure::Gone { .. }) => "file_missing",
            Self::Store(StoreFailure::Changed { .. }) => "file_changed_behind_us",
            Self::Store(StoreFailure::Folder { .. }) => "file_failed",
            Self::UnknownValue { .. } => "unknown_value",
            Self::Missing(_) => "missing",
            Self::Secret(_) => "secret_failed",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::File { path, source } => vec![
                ("path", path.display().to_string()),
                ("why", source.to_string()),
            ],
            Self::Store(failure) => vec![("why", failure.to_string())],
            Self::AlreadyOpen(path) => vec![("path", path.display().to_string())],
            Self::UnknownValue { what, value } => {
                vec![("what", (*what).to_owned()), ("value", value.clone())]
            }
            Self::Missing(what) => vec![("what", (*what).to_owned())],
            Self::Database(_) | Self::NewerDatabase => Vec::new(),
            Self::Migration(why) | Self::UnsafeDatabase(why) | Self::Secret(why) => {
                vec![("why", why.clone())]
            }
        }
    }
}

impl DeskError {
    /// Whether the procedure refused (true) or the machine failed (false).
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        !matches!(self, Self::Failed(_))
    }
}

impl Failure {
    /// A file failure at `path`.
    pub fn file(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::File {
            path: path.into(),
            source,
        }
    }
}
