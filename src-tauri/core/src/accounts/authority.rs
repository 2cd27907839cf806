//! Who may do what: one table, as data (F1-02, F2-04.2, F2-04.4).
//!
//! A line names an act or a signature, the roles that may, and the clause behind it. A line the procedure fixes stays
//! as it is; an open one the house may set from a day on, with a reason (F1-22).
//!
//! **Invariant:** every act has a line here or is one that needs no authority; the match in [`power_of`] has no rest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Role;
use super::Role::{
    Administrator, DeputyGeneralManager, Dispatch, Finance, GeneralManager, Pmc, Prepress,
    Production, ProductionDirector, ProductionManager, Quality, SalesAssistant, SalesDirector,
    SalesRepresentative, SalesSupervisor,
};
use crate::audit::Activity;

/// Whether the house may set a line itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The procedure says who: the line stays.
    Fixed,
    /// The procedure leaves it to the house.
    Open,
}

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PowerKind")]
pub enum Kind {
    /// Done at this machine by whoever has signed in.
    Act,
    /// Signed: by PIN, or recorded (代录).
    Signature,
    /// Signed by whoever holds the role, or by the deputy of its 负责人 while the deputy's days last.
    DeputySignature,
    /// Signed by the 负责人 of the role or a deputy, where the house has named one.
    HeadSignature,
}

/// Sales: whoever takes orders.
const SALES: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
];
/// Sales, and whoever prepares the files.
const SALES_PREPRESS: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
    Prepress,
];
/// Sales, prepress and quality: whoever handles samples.
const SAMPLES: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
    Prepress,
    Quality,
];
/// Every department that takes part in a review.
const REVIEWERS: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
    Prepress,
    Production,
    ProductionManager,
    ProductionDirector,
    Quality,
    Pmc,
    Dispatch,
    Finance,
    DeputyGeneralManager,
    GeneralManager,
];
/// Whoever may sit at the machine while a change is approved or refused.
const APPROVERS: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
    Finance,
    Quality,
];

/// Whoever hands over, and every department something is handed to.
const RECEIVERS: &[Role] = &[
    SalesAssistant,
    SalesRepresentative,
    SalesSupervisor,
    SalesDirector,
    Finance,
    Pmc,
    Production,
    ProductionManager,
    ProductionDirector,
    Quality,
    Prepress,
    Dispatch,
];

/// Whoever sets the rules of the house: 管理员 and 管理层 (F1-22).
const RULERS: &[Role] = &[
    Administrator,
    SalesDirector,
    DeputyGeneralManager,
    GeneralManager,
];

macro_rules! powers {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $kind:ident, $kept:ident, $clause:literal, $roles:expr;)+) => {
        /// Something that needs authority.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Power {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Power {
            /// Every line, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Under which key the house's own roles are kept among the settings.
            #[must_use]
            pub const fn setting(self) -> &'static str {
                match self { $(Self::$name => concat!("who.", $code),)+ }
            }

            /// What kind of line it is.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$name => Kind::$kind,)+ }
            }

            /// Whether the house may set it.
            #[must_use]
            pub const fn kept(self) -> Kept {
                match self { $(Self::$name => Kept::$kept,)+ }
            }

            /// The clause behind it.
            #[must_use]
            pub const fn clause(self) -> &'static str {
                match self { $(Self::$name => $clause,)+ }
            }

            /// The roles that may when the house has said nothing else; of a signature, the first held is its capacity.
            #[must_use]
            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => $roles,)+ }
            }
        }
    };
}

powers! {
    /// A customer is entered or changed.
    SaveCustomer = "save_customer", Act, Open, "4.1.1", SALES;
    /// A customer is marked 老客户, or the mark is taken back.
    MarkEstablished = "mark_established", Act, Open, "4.3.1", SALES;
    /// A double is merged into the customer it is.
    MergeCustomers = "merge_customers", Act, Open, "4.1.1", SALES;
    /// Customers are taken over from a table.
    ImportCustomers = "import_customers", Act, Open, "4.3.1", SALES;
    /// 登记.
    RegisterOrder = "register_order", Act, Open, "4.1.1", SALES;
    /// A presale or a sample order becomes a customer order.
    ConvertOrder = "convert_order", Act, Open, "F4-3d", SALES;
    /// An order is changed before release.
    SaveOrder = "save_order", Act, Open, "4.1.1", SALES;
    /// The customer's answer is noted.
    RecordConfirmation = "record_confirmation", Act, Open, "4.1.2", SALES;
    /// 客户订单信息记录表 is made.
    MakeRecordSheet = "make_record_sheet", Act, Open, "4.1.2", SALES;
    /// 核实.
    VerifyOrder = "verify_order", Act, Open, "F1-05a", SALES;
    /// 资料审核.
    AuditMaterial = "audit_material", Act, Open, "4.1.3", SALES_PREPRESS;
    /// 不合理 is written down.
    AddFinding = "add_finding", Act, Open, "4.1.3", REVIEWERS;
    /// A finding is settled with the customer.
    SettleFinding = "settle_finding", Act, Open, "4.1.3", SALES;
    /// A finding is mended.
    MendFinding = "mend_finding", Act, Open, "4.1.3", SALES_PREPRESS;
    /// 报价单 is made.
    MakeQuote = "make_quote", Act, Open, "F5-1", SALES;
    /// 订单确认书 is made.
    MakeConfirmation = "make_confirmation", Act, Open, "F1-06", SALES;
    /// The confirmation was sent.
    RecordReply = "record_reply", Act, Open, "F1-05b", SALES;
    /// A customer's file is received.
    ReceiveFile = "receive_file", Act, Open, "4.1.4", SALES_PREPRESS;
    /// A file moves to another component, or its pages count otherwise.
    ChangeFile = "change_file", Act, Open, "4.4.1", SALES_PREPRESS;
    /// A file moves up or down among those of its component.
    MoveFile = "move_file", Act, Open, "4.4.1", SALES_PREPRESS;
    /// A file is taken out of use.
    TakeFileOut = "take_file_out", Act, Open, "4.1.1", SALES_PREPRESS;
    /// A file out of use is put back.
    PutFileBack = "put_file_back", Act, Open, "4.1.1", SALES_PREPRESS;
    /// Files are read for print while one of these sits at the desk.
    PreflightFile = "preflight_file", Act, Open, "4.1.4", SALES_PREPRESS;
    /// 手工预检.
    PreflightByHand = "preflight_by_hand", Act, Open, "4.1.4", SALES_PREPRESS;
    /// The customer was spoken to about what was found.
    ContactAboutFile = "contact_about_file", Act, Open, "4.1.4", SALES_PREPRESS;
    /// 放行 is taken at this machine.
    WaiveFindings = "waive_findings", Act, Open, "4.1.4", SALES_PREPRESS;
    /// 放行 is signed.
    SignWaiver = "sign_waiver", Signature, Open, "4.1.4", &[SalesSupervisor, SalesDirector];
    /// 预检记录 is made.
    MakePreflightRecord = "make_preflight_record", Act, Open, "4.1.4", SALES_PREPRESS;
    /// Files are copied into the prepress folder while one of these sits at the desk.
    FileIntoPrepress = "file_into_prepress", Act, Open, "4.1.4", SALES_PREPRESS;
    /// Copies that came to nothing are tried again.
    RetryPrepress = "retry_prepress", Act, Open, "4.1.4", SALES_PREPRESS;
    /// A sample is registered.
    RegisterSample = "register_sample", Act, Open, "4.1.1", SAMPLES;
    /// A stamp is given at this machine.
    StampSample = "stamp_sample", Act, Open, "4.2.4", SAMPLES;
    /// Positions of finishing are marked.
    MarkPositions = "mark_positions", Act, Open, "4.2.6", SALES_PREPRESS;
    /// A copy of a file with its stamp and its positions is made.
    MakeMarkedCopy = "make_marked_copy", Act, Open, "4.2.4", SALES_PREPRESS;
    /// What is written of a sample is mended.
    ChangeSample = "change_sample", Act, Open, "4.1.1", SAMPLES;
    /// Pictures of a sample are added.
    AddSamplePhotos = "add_sample_photos", Act, Open, "4.1.1", SAMPLES;
    /// 借出: somebody takes a sample with them.
    LendSample = "lend_sample", Act, Open, "4.1.1", SAMPLES;
    /// 归还: a sample comes back.
    ReturnSample = "return_sample", Act, Open, "4.1.1", SAMPLES;
    /// A sample no longer belongs to the order.
    TakeSampleOut = "take_sample_out", Act, Open, "4.2.4", SAMPLES;
    /// A sample that was taken out is put back.
    PutSampleBack = "put_sample_back", Act, Open, "4.2.4", SAMPLES;
    /// A stamp is voided by a second one.
    VoidStamp = "void_stamp", Act, Open, "4.2.4", SAMPLES;
    /// A lane is chosen where there is no correct sample.
    ChooseLane = "choose_lane", Act, Open, "4.2.3", SALES;
    /// A proof is printed.
    PrintProof = "print_proof", Act, Open, "4.2.3", SALES_PREPRESS;
    /// A proof is looked over.
    CheckProof = "check_proof", Act, Open, "4.2.3", SALES_PREPRESS;
    /// A dummy is bound of a proof.
    BindDummy = "bind_dummy", Act, Open, "4.2.5", SALES_PREPRESS;
    /// What became of a proof is entered.
    AnswerProof = "answer_proof", Act, Open, "4.2.3", SALES;
    /// 转交单 is made.
    MakeHandOverSlip = "make_hand_over_slip", Act, Open, "4.2.3", SALES_PREPRESS;
    /// A change was written on a sample.
    WriteSampleChange = "write_sample_change", Act, Open, "4.2.7", SAMPLES;
    /// A change on a sample is signed beside it.
    SignSampleChange = "sign_sample_change", Act, Open, "4.2.7", SAMPLES;
    /// A proof for a customer who is away or does not sign is signed.
    SignProof = "sign_proof", Signature, Fixed, "4.2.3", &[SalesRepresentative, SalesAssistant];
    /// A change written on a sample is signed beside it.
    SignBesideSample = "sign_beside_sample", Signature, Fixed, "4.2.7", &[SalesRepresentative, SalesAssistant];
    /// A proof nobody pays for is asked for.
    RequestFreeProof = "request_free_proof", Act, Open, "4.2.3", SALES;
    /// The approval of a free proof is taken at this machine.
    ApproveFreeProof = "approve_free_proof", Act, Open, "4.2.3", SALES;
    /// A free proof is withdrawn before it is approved.
    WithdrawFreeProof = "withdraw_free_proof", Act, Open, "4.2.3", SALES;
    /// What a free proof cost is written down.
    RecordFreeProofCost = "record_free_proof_cost", Act, Open, "4.2.3", APPROVERS;
    /// A free proof is approved.
    SignFreeProof = "sign_free_proof", Signature, Fixed, "4.2.3", &[SalesSupervisor, SalesDirector];
    /// Labels are made.
    MakeLabels = "make_labels", Act, Open, "4.2.4", SAMPLES;
    /// A stamp on a customer's or internal sample is signed.
    SignSalesStamp = "sign_sales_stamp", Signature, Fixed, "4.2.4", &[SalesRepresentative, SalesAssistant];
    /// A stamp on a retained sample is signed.
    SignQualityStamp = "sign_quality_stamp", Signature, Fixed, "4.2.4", &[Quality];
    /// An opinion is taken down at this machine.
    RecordOpinion = "record_opinion", Act, Open, "4.3.2", REVIEWERS;
    /// 业务 gives its opinion.
    OpineSales = "opine_sales", HeadSignature, Open, "4.3.2", &[SalesDirector, SalesSupervisor, SalesRepresentative, SalesAssistant];
    /// 印前/工艺 gives its opinion.
    OpinePrepress = "opine_prepress", HeadSignature, Open, "4.3.2", &[Prepress];
    /// 生产 gives its opinion.
    OpineProduction = "opine_production", HeadSignature, Fixed, "4.3.1", &[ProductionDirector, ProductionManager, Production];
    /// 品质 gives its opinion.
    OpineQuality = "opine_quality", HeadSignature, Fixed, "4.3.1", &[Quality];
    /// 采购/物流 gives its opinion: it is nobody's role of its own, PMC and 储运 know what comes when.
    OpinePurchasing = "opine_purchasing", HeadSignature, Open, "F5-1", &[Pmc, Dispatch];
    /// 财务 gives its opinion.
    OpineFinance = "opine_finance", HeadSignature, Open, "F5-1", &[Finance];
    /// The general manager speaks of what is 非常规.
    OpineManagement = "opine_management", HeadSignature, Fixed, "F5-1", &[GeneralManager, DeputyGeneralManager];
    /// 生产 or PMC says whether the delivery of a 常规 order can be kept.
    OpineFeasibility = "opine_feasibility", HeadSignature, Fixed, "F5-1", &[Pmc, ProductionDirector, ProductionManager, Production];
    /// 订单性质 is decided.
    DecideNature = "decide_nature", Act, Open, "F5-1", SALES;
    /// The route is written down.
    SaveRoute = "save_route", Act, Open, "4.3.1", REVIEWERS;
    /// A question to the customer is opened.
    AddPoint = "add_point", Act, Open, "4.3.2", REVIEWERS;
    /// The customer's answer to it is noted.
    AnswerPoint = "answer_point", Act, Open, "4.3.2", SALES;
    /// The review is concluded.
    ConcludeReview = "conclude_review", Act, Open, "4.3.1", SALES;
    /// A waiver of a review is taken at this machine.
    WaiveReview = "waive_review", Act, Open, "4.2.1", SALES;
    /// 订单评审表 is made.
    MakeReviewForm = "make_review_form", Act, Open, "4.3.1", REVIEWERS;
    /// A review of a 直通 customer's order is waived.
    SignReviewWaiver = "sign_review_waiver", Signature, Fixed, "4.2.1", &[SalesDirector];
    /// 不接单 is signed.
    SignDecline = "sign_decline", Signature, Fixed, "F5-1", &[GeneralManager, DeputyGeneralManager];
    /// 生效审批 is taken at this machine.
    ApproveEffect = "approve_effect", Act, Open, "F7-07", SALES;
    /// 生效审批 is signed.
    SignEffect = "sign_effect", Signature, Fixed, "F7-07", &[SalesSupervisor, SalesDirector];
    /// A no to 生效审批 is taken at this machine; it is signed by who may say yes.
    SendEffectBack = "send_effect_back", Act, Open, "F2-04", SALES;
    /// A no to 审核 is taken at this machine; it is signed by who may say yes.
    SendCheckBack = "send_check_back", Act, Open, "F2-04", SALES;
    /// The customer's signature, or the contract, is recorded.
    RecordCustomerSignature = "record_customer_signature", Act, Fixed, "F7-07", &[SalesAssistant];
    /// A sample is held against the sheet.
    CompareSample = "compare_sample", Act, Open, "4.4.1", SAMPLES;
    /// The passing of a difference is taken at this machine.
    PassDifferences = "pass_differences", Act, Open, "4.4.1", SALES;
    /// A difference between sample, file and sheet is let pass.
    SignDifferences = "sign_differences", Signature, Fixed, "4.4.1", &[SalesSupervisor, SalesDirector];
    /// Money that came in is entered.
    RecordReceipt = "record_receipt", Act, Open, "F7-15", &[Finance, SalesAssistant];
    /// A receipt that was entered wrong is countered.
    CounterReceipt = "counter_receipt", Act, Open, "F7-15", &[Finance, SalesAssistant];
    /// 审核 is taken at this machine.
    CheckOrder = "check_order", Act, Open, "4.4.1", SALES;
    /// 审核 is signed.
    SignCheck = "sign_check", Signature, Fixed, "4.4.1", &[SalesRepresentative, SalesSupervisor];
    /// The task sheet is issued.
    IssueTaskSheet = "issue_task_sheet", Act, Fixed, "4.4.1", &[SalesAssistant];
    /// What was handed over to a department is entered.
    HandOver = "hand_over", Act, Open, "F1-07", SALES_PREPRESS;
    /// The word that it came is noted.
    ReceiveHandOver = "receive_hand_over", Act, Open, "F1-07", RECEIVERS;
    /// The sheet in force is printed.
    PrintSheet = "print_sheet", Act, Open, "4.4.2", SALES_PREPRESS;
    /// Copies came back while their 联 got a new print.
    ReplaceCopies = "replace_copies", Act, Open, "4.4.2", SALES_PREPRESS;
    /// A change was written on a copy, and signed beside.
    AmendCopy = "amend_copy", Act, Fixed, "4.4.2", &[SalesAssistant];
    /// A copy came back.
    TakeCopyBack = "take_copy_back", Act, Open, "4.4.2", SALES_PREPRESS;
    /// A copy is given up for lost.
    LoseCopy = "lose_copy", Act, Open, "4.4.2", SALES_PREPRESS;
    /// 更改通知单 is made of a change of before.
    MakeChangeNotice = "make_change_notice", Act, Open, "4.4.2", SALES_PREPRESS;
    /// A change is asked for.
    ProposeChange = "propose_change", Act, Fixed, "4.4.2", &[SalesAssistant];
    /// A change is signed beside it.
    SignChange = "sign_change", Signature, Fixed, "4.4.2", &[SalesAssistant];
    /// An approval of a change is taken at this machine.
    ApproveChange = "approve_change", Act, Open, "4.4.3", APPROVERS;
    /// A change of cost is approved or refused.
    ApproveCost = "approve_cost", DeputySignature, Fixed, "4.4.3", &[Finance, SalesDirector];
    /// A change of quantity, price or date is approved or refused.
    ApproveTerms = "approve_terms", DeputySignature, Fixed, "F4-4c", &[SalesDirector];
    /// A change of the demand on quality is approved or refused.
    ApproveQuality = "approve_quality", DeputySignature, Fixed, "4.4.1", &[Quality];
    /// A refusal of a change is taken at this machine.
    RefuseChange = "refuse_change", Act, Open, "4.4.3", APPROVERS;
    /// A change is withdrawn by the one who asked for it.
    WithdrawChange = "withdraw_change", Act, Fixed, "4.4.2", &[SalesAssistant];
    /// An order is suspended.
    SuspendOrder = "suspend_order", Act, Fixed, "F1-11", &[SalesAssistant];
    /// A suspended order goes on.
    ResumeOrder = "resume_order", Act, Fixed, "F1-11", &[SalesAssistant];
    /// An order is cancelled.
    CancelOrder = "cancel_order", Act, Fixed, "F1-11", &[SalesAssistant];
    /// The cancellation of an order that took effect is signed.
    SignCancellation = "sign_cancellation", Signature, Fixed, "F4-4c", &[SalesDirector];
    /// 代录: what somebody signed elsewhere is recorded.
    RecordForOthers = "record_for_others", Act, Fixed, "F1-02", &[SalesAssistant];
    /// 后补: evidence is added to what was recorded.
    AddEvidence = "add_evidence", Act, Fixed, "F1-02", &[SalesAssistant];
    /// A person is entered.
    AddPerson = "add_person", Act, Fixed, "F1-02", &[Administrator];
    /// A person is changed.
    ChangePerson = "change_person", Act, Fixed, "F1-02", &[Administrator];
    /// A rule of the house is set.
    SetRule = "set_rule", Act, Fixed, "F1-22", RULERS;
    /// A number series is laid out anew.
    ChangeSeries = "change_series", Act, Fixed, "F1-22", RULERS;
    /// The desk files into another prepress folder.
    ChangePrepressFolder = "change_prepress_folder", Act, Open, "4.1.4", RULERS;
    /// The desk keeps files in another attachment folder, or brings along what lies in one of before.
    ChangeAttachmentFolder = "change_attachment_folder", Act, Open, "4.1.1", RULERS;
    /// A process is marked 成熟, or the mark is taken back.
    MarkMature = "mark_mature", Act, Open, "4.3.1", RULERS;
    /// A product is marked 常规畅销, or the mark is taken back.
    MarkRegular = "mark_regular", Act, Open, "F4-5a", RULERS;
    /// Processes are taken over from a table.
    ImportProcesses = "import_processes", Act, Open, "4.3.1", RULERS;
}

/// The line an act is asked by; none where no role is needed: before there are people, for one's own secrets, and for what
/// the day alone decides.
#[must_use]
pub const fn power_of(activity: Activity) -> Option<Power> {
    Some(match activity {
        Activity::FirstStart
        | Activity::WrongTry
        | Activity::RightAgain
        | Activity::RecheckOrders
        | Activity::ChooseOwnSecrets => return None,
        Activity::AddPerson => Power::AddPerson,
        Activity::ChangePerson => Power::ChangePerson,
        Activity::SetRule => Power::SetRule,
        Activity::ChangeSeries => Power::ChangeSeries,
        Activity::ChangePrepressFolder => Power::ChangePrepressFolder,
        Activity::ChangeAttachmentFolder => Power::ChangeAttachmentFolder,
        Activity::MarkMature => Power::MarkMature,
        Activity::ImportProcesses => Power::ImportProcesses,
        Activity::SaveCustomer => Power::SaveCustomer,
        Activity::MarkEstablished => Power::MarkEstablished,
        Activity::MarkRegular => Power::MarkRegular,
        Activity::MergeCustomers => Power::MergeCustomers,
        Activity::ImportCustomers => Power::ImportCustomers,
        Activity::RegisterOrder => Power::RegisterOrder,
        Activity::ConvertOrder => Power::ConvertOrder,
        Activity::SaveOrder => Power::SaveOrder,
        Activity::RecordConfirmation => Power::RecordConfirmation,
        Activity::MakeRecordSheet => Power::MakeRecordSheet,
        Activity::VerifyOrder => Power::VerifyOrder,
        Activity::AuditMaterial => Power::AuditMaterial,
        Activity::AddFinding => Power::AddFinding,
        Activity::SettleFinding => Power::SettleFinding,
        Activity::MendFinding => Power::MendFinding,
        Activity::MakeQuote => Power::MakeQuote,
        Activity::MakeConfirmation => Power::MakeConfirmation,
        Activity::RecordReply => Power::RecordReply,
        Activity::ReceiveFile => Power::ReceiveFile,
        Activity::ChangeFile => Power::ChangeFile,
        Activity::MoveFile => Power::MoveFile,
        Activity::TakeFileOut => Power::TakeFileOut,
        Activity::PutFileBack => Power::PutFileBack,
        Activity::PreflightFile => Power::PreflightFile,
        Activity::PreflightByHand => Power::PreflightByHand,
        Activity::ContactAboutFile => Power::ContactAboutFile,
        Activity::WaiveFindings => Power::WaiveFindings,
        Activity::MakePreflightRecord => Power::MakePreflightRecord,
        Activity::FileIntoPrepress => Power::FileIntoPrepress,
        Activity::RetryPrepress => Power::RetryPrepress,
        Activity::RegisterSample => Power::RegisterSample,
        Activity::StampSample => Power::StampSample,
        Activity::MarkPositions => Power::MarkPositions,
        Activity::MakeMarkedCopy => Power::MakeMarkedCopy,
        Activity::ChangeSample => Power::ChangeSample,
        Activity::AddSamplePhotos => Power::AddSamplePhotos,
        Activity::LendSample => Power::LendSample,
        Activity::ReturnSample => Power::ReturnSample,
        Activity::TakeSampleOut => Power::TakeSampleOut,
        Activity::PutSampleBack => Power::PutSampleBack,
        Activity::VoidStamp => Power::VoidStamp,
        Activity::ChooseLane => Power::ChooseLane,
        Activity::PrintProof => Power::PrintProof,
        Activity::CheckProof => Power::CheckProof,
        Activity::BindDummy => Power::BindDummy,
        Activity::AnswerProof => Power::AnswerProof,
        Activity::MakeHandOverSlip => Power::MakeHandOverSlip,
        Activity::WriteSampleChange => Power::WriteSampleChange,
        Activity::SignSampleChange => Power::SignSampleChange,
        Activity::RequestFreeProof => Power::RequestFreeProof,
        Activity::ApproveFreeProof => Power::ApproveFreeProof,
        Activity::WithdrawFreeProof => Power::WithdrawFreeProof,
        Activity::RecordFreeProofCost => Power::RecordFreeProofCost,
        Activity::MakeLabels => Power::MakeLabels,
        Activity::RecordOpinion => Power::RecordOpinion,
        Activity::DecideNature => Power::DecideNature,
        Activity::SaveRoute => Power::SaveRoute,
        Activity::AddPoint => Power::AddPoint,
        Activity::AnswerPoint => Power::AnswerPoint,
        Activity::ConcludeReview => Power::ConcludeReview,
        Activity::WaiveReview => Power::WaiveReview,
        Activity::MakeReviewForm => Power::MakeReviewForm,
        Activity::ApproveEffect => Power::ApproveEffect,
        Activity::SendEffectBack => Power::SendEffectBack,
        Activity::SendCheckBack => Power::SendCheckBack,
        Activity::RecordCustomerSignature => Power::RecordCustomerSignature,
        Activity::CompareSample => Power::CompareSample,
        Activity::PassDifferences => Power::PassDifferences,
        Activity::RecordReceipt => Power::RecordReceipt,
        Activity::CounterReceipt => Power::CounterReceipt,
        Activity::CheckOrder => Power::CheckOrder,
        Activity::IssueTaskSheet => Power::IssueTaskSheet,
        Activity::HandOver => Power::HandOver,
        Activity::SuspendOrder => Power::SuspendOrder,
        Activity::ResumeOrder => Power::ResumeOrder,
        Activity::CancelOrder => Power::CancelOrder,
        Activity::ReceiveHandOver => Power::ReceiveHandOver,
        Activity::PrintSheet => Power::PrintSheet,
        Activity::ReplaceCopies => Power::ReplaceCopies,
        Activity::AmendCopy => Power::AmendCopy,
        Activity::TakeCopyBack => Power::TakeCopyBack,
        Activity::LoseCopy => Power::LoseCopy,
        Activity::MakeChangeNotice => Power::MakeChangeNotice,
        Activity::ProposeChange => Power::ProposeChange,
        Activity::ApproveChange => Power::ApproveChange,
        Activity::RefuseChange => Power::RefuseChange,
        Activity::WithdrawChange => Power::WithdrawChange,
        Activity::AddEvidence => Power::AddEvidence,
    })
}

/// The table as it stands on one day: the procedure's lines, and the house's own where it has set them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    set: BTreeMap<Power, Vec<Role>>,
}

impl Matrix {
    /// Who may.
    #[must_use]
    pub fn holders(&self, power: Power) -> &[Role] {
        self.set
            .get(&power)
            .map_or_else(|| power.roles(), Vec::as_slice)
    }

    /// Puts the house's own roles in the place of an open line; a fixed line takes none.
    pub(crate) fn set(&mut self, power: Power, roles: Vec<Role>) {
        if power.kept() == Kept::Open {
            self.set.insert(power, roles);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_that_needs_a_role_has_the_line_of_its_own_name() {
        for activity in Activity::ALL {
            if let Some(power) = power_of(*activity) {
                assert_eq!(power.code(), activity.code());
                assert_eq!(power.kind(), Kind::Act);
            }
        }
    }

    /// The lines the procedure fixes, each with who it says may: S-4.2.4, S-4.3.1, S-4.4.1 to S-4.4.3, F1-02, F1-11, F1-22, F4-4c,
    /// F5-1.2d and F7-07.
    const FIXED: [(&str, &[Role]); 33] = [
        ("sign_proof", &[SalesRepresentative, SalesAssistant]),
        ("sign_beside_sample", &[SalesRepresentative, SalesAssistant]),
        ("sign_free_proof", &[SalesSupervisor, SalesDirector]),
        ("sign_sales_stamp", &[SalesRepresentative, SalesAssistant]),
        ("sign_quality_stamp", &[Quality]),
        (
            "opine_production",
            &[ProductionDirector, ProductionManager, Production],
        ),
        ("opine_quality", &[Quality]),
        ("opine_management", &[GeneralManager, DeputyGeneralManager]),
        (
            "opine_feasibility",
            &[Pmc, ProductionDirector, ProductionManager, Production],
        ),
        ("sign_review_waiver", &[SalesDirector]),
        ("sign_decline", &[GeneralManager, DeputyGeneralManager]),
        ("sign_effect", &[SalesSupervisor, SalesDirector]),
        ("record_customer_signature", &[SalesAssistant]),
        ("sign_differences", &[SalesSupervisor, SalesDirector]),
        ("sign_check", &[SalesRepresentative, SalesSupervisor]),
        ("issue_task_sheet", &[SalesAssistant]),
        ("amend_copy", &[SalesAssistant]),
        ("propose_change", &[SalesAssistant]),
        ("sign_change", &[SalesAssistant]),
        ("approve_cost", &[Finance, SalesDirector]),
        ("approve_terms", &[SalesDirector]),
        ("approve_quality", &[Quality]),
        ("withdraw_change", &[SalesAssistant]),
        ("suspend_order", &[SalesAssistant]),
        ("resume_order", &[SalesAssistant]),
        ("cancel_order", &[SalesAssistant]),
        ("sign_cancellation", &[SalesDirector]),
        ("record_for_others", &[SalesAssistant]),
        ("add_evidence", &[SalesAssistant]),
        ("add_person", &[Administrator]),
        ("change_person", &[Administrator]),
        (
            "set_rule",
            &[
                Administrator,
                SalesDirector,
                DeputyGeneralManager,
                GeneralManager,
            ],
        ),
        (
            "change_series",
            &[
                Administrator,
                SalesDirector,
                DeputyGeneralManager,
                GeneralManager,
            ],
        ),
    ];

    #[test]
    fn clause_f1_22_a_line_the_procedure_fixes_is_not_set_by_the_house() {
        let mut matrix = Matrix::default();
        let mut fixed = Vec::new();
        for power in Power::ALL {
            matrix.set(*power, vec![Role::Dispatch]);
            let now = matrix.holders(*power);
            if now == power.roles() {
                fixed.push((power.code(), now.to_vec()));
            } else {
                assert_eq!(now, [Role::Dispatch], "{power:?}");
            }
        }
        let wanted = FIXED.map(|(code, roles)| (code, roles.to_vec()));
        assert_eq!(fixed, wanted);
    }
}
