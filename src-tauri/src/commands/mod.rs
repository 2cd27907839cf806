//! The commands of the window, one file per feature, and the one list of them.
//!
//! Handlers, permissions and the window's typed calls are all made from this list; a test compares them.

mod copies;
mod customers;
mod desk;
mod drafts;
mod files;
mod free_proofs;
mod halts;
mod imports;
mod orders;
mod papers;
mod people;
mod positions;
mod preflight;
mod proofs;
mod reports;
mod review;
mod samples;
mod settings;
mod sheets;
mod today;

use tauri::Runtime;
use tauri::ipc::Invoke;

/// How the window's side of the bridge is written down; for the contract test.
pub mod bridge {
    use ts_rs::{Config, TS, TypeVisitor};

    /// One command as TypeScript sees it.
    #[derive(Clone, Debug)]
    pub struct Command {
        /// Its name.
        pub name: &'static str,
        /// Its arguments: name and type.
        pub arguments: Vec<(&'static str, String)>,
        /// What it answers.
        pub answer: String,
    }

    /// Gathers the declarations of every type the commands name.
    pub struct Declarations {
        config: Config,
        declared: std::collections::BTreeMap<String, String>,
        clashes: Vec<String>,
    }

    impl Default for Declarations {
        fn default() -> Self {
            Self {
                // Numbers cross as JSON; ids and amounts stay far below 2⁵³.
                config: Config::default().with_large_int("number"),
                declared: std::collections::BTreeMap::new(),
                clashes: Vec::new(),
            }
        }
    }

    impl Declarations {
        /// The declarations, in order of name.
        #[must_use]
        pub fn into_text(self) -> String {
            self.declared
                .into_values()
                .map(|declaration| format!("export {declaration}\n"))
                .collect()
        }

        /// Names that two different types bear.
        #[must_use]
        pub fn clashes(&self) -> &[String] {
            &self.clashes
        }

        /// Whether a type of that name is declared.
        #[must_use]
        pub fn knows(&self, name: &str) -> bool {
            self.declared.contains_key(name)
        }

        /// Takes `T` and all it is made of; answers its name.
        pub fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
            self.visit::<T>();
            T::name(&self.config)
        }
    }

    impl TypeVisitor for Declarations {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            // Only types of our own have a place of their own; numbers, texts and lists are spelt out where they stand.
            if T::output_path().is_some() {
                let name = T::ident(&self.config);
                let declaration = T::decl(&self.config);
                match self.declared.get(&name) {
                    // What a generic type is made for here may be new all the same.
                    Some(known) if *known == declaration => return T::visit_generics(self),
                    Some(_) => self.clashes.push(name),
                    None => drop(self.declared.insert(name, declaration)),
                }
            }
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }

    pub use super::described;
}

macro_rules! desk_commands {
    ($($module:ident :: $name:ident ( $($argument:ident : $type:ty),* ) -> $answer:ty;)+) => {
        /// Answers the window's calls.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name),+]
        }

        /// Every command as TypeScript sees it; the types they name go into `declarations`.
        #[must_use]
        pub fn described(declarations: &mut bridge::Declarations) -> Vec<bridge::Command> {
            vec![$(bridge::Command {
                name: stringify!($name),
                arguments: vec![$((stringify!($argument), declarations.name_of::<$type>())),*],
                answer: declarations.name_of::<$answer>(),
            }),+]
        }
    };
}

use docket_core::accounts::{
    EvidenceRequest, LackingView, PersonEventView, PersonRequest, PersonView, Power, PowerView,
    Role, ShownSignature, SignerView,
};
use docket_core::customers::wire::{
    ChangeCustomer, Customer, CustomerOffers, CustomerPage, CustomerRow, MergeCustomers,
    MergePreview, SaveCustomer,
};
use docket_core::effect::{ApproveEffectRequest, RecordCustomerSignature};
use docket_core::files::{
    AttachmentFolderView, BroughtAlong, ChangeFileRequest, ChangeFolder, FolderView, Paper,
    ReceiveFileRequest, ReceivingView,
};
use docket_core::free_proofs::{
    ApproveFreeProofRequest, FreeProofCosts, RecordFreeProofCost, RequestFreeProof,
};
use docket_core::halts::{
    CancelOrderRequest, CancelPreview, ResumeOrderRequest, SuspendOrderRequest,
};
use docket_core::hand_overs::{HandOverRequest, ReceiveHandOver};
use docket_core::imports::wire::{ImportPreview, ImportTable};
use docket_core::numbers::wire::ChangeSeries;
use docket_core::orders::search::FoundOrders;
use docket_core::orders::wire::{
    BegunOn, DraftRow, OpenDraft, OrderForm, OrderRow, Reckoning, RecordConfirmation,
};
use docket_core::orders::{
    AddFinding, AuditMaterial, Beside, ListFilter, OrderKind, OrderPage, PageFrom, PaperKind,
    RecordReply, SettleFinding, StoryLine, VerifyOrder,
};
use docket_core::positions::{FilePositions, MarkOnSample, MarkedCopyRequest, SavePositions};
use docket_core::preflight::FileFacts;
use docket_core::preflight::wire::{
    CustomerMessage, FindingName, HandPreflight, LookingView, RecordContact, VersionComparison,
    WaiveFindings,
};
use docket_core::proofs::{
    AnswerProofRequest, BindDummyRequest, CheckItem, ChooseLaneRequest, PrintProofRequest,
};
use docket_core::receipts::{CounterReceiptRequest, RecordReceiptRequest};
use docket_core::reports::wire::ProcessingFigures;
use docket_core::review::{
    AnswerPointRequest, ConcludeReviewRequest, DecideNatureRequest, RecordOpinionRequest,
    WaiveReviewRequest,
};
use docket_core::samples::{
    ChangeSampleRequest, LabelsRequest, LendSampleRequest, RegisterSampleRequest,
    ReturnSampleRequest, SignSampleChangeRequest, StampSampleRequest, VoidStampRequest,
    WriteSampleChangeRequest,
};
use docket_core::sent_back::SendBackRequest;
use docket_core::settings::wire::{
    ChangeSetting, HousePresets, RuleState, SetRuleRequest, SettingsPage,
};
use docket_core::task_sheets::{
    ApproveChangeRequest, ChangePreview, CheckOrderRequest, CopiesQuery, CopiesSummary, CopyView,
    PrintSheetRequest, PrintVerdict, ProposeChangeRequest, RecordCopyRequest, RefuseChangeRequest,
    ReplaceCopiesRequest, StatesCompared,
};
use docket_core::three_way::{CompareSampleRequest, PassDifferencesRequest, ThreeWayView};
use docket_core::today::TodayView;
use docket_core::wire::Done;

use crate::platform::Printer;
use desk::{DeskState, FirstStartRequest};
use papers::Picture;
pub(crate) use papers::SavedPaper;
use sheets::PrintedSheet;

desk_commands! {
    desk::desk_state() -> DeskState;
    desk::first_start(request: FirstStartRequest) -> Done<DeskState>;
    desk::pick_folder(from: String) -> Option<String>;
    desk::open_practice() -> Done<DeskState>;
    desk::leave_practice() -> Done<DeskState>;
    desk::sign_in(name: String, password: String) -> Done<DeskState>;
    desk::sign_out() -> Done<DeskState>;
    desk::choose_password(name: String, old: String, new: String) -> Done<DeskState>;
    desk::change_own_secrets(now: String, password: Option<String>, pin: Option<String>) -> Done<()>;
    desk::lock() -> DeskState;
    desk::unlock(secret: String) -> DeskState;
    desk::stay_awake() -> ();
    desk::window_painted() -> ();
    desk::stay_open() -> ();
    desk::close_window() -> ();
    people::sign_in_names() -> Vec<String>;
    people::people_list() -> Vec<PersonView>;
    people::save_person(request: PersonRequest) -> Done<PersonView>;
    people::person_history(id: i64) -> Vec<PersonEventView>;
    people::signers(powers: Vec<Power>, only: Option<Role>, at: Option<String>) -> Vec<SignerView>;
    people::authority_table() -> Vec<PowerView>;
    people::rule_state(rule: String) -> RuleState;
    people::set_rule(request: SetRuleRequest) -> Done<()>;
    people::lacking_evidence() -> Vec<LackingView>;
    people::evidence_of_order(order_id: i64) -> Vec<ShownSignature>;
    people::evidence_picture(piece: i64) -> Picture;
    people::evidence_pages(piece: i64) -> Paper;
    people::add_evidence(signature: i64, evidence: Vec<EvidenceRequest>) -> Done<()>;
    customers::customers_list(query: String) -> Vec<CustomerRow>;
    customers::customer_choices(query: String) -> Vec<CustomerRow>;
    customers::save_customer(request: SaveCustomer) -> Done<Customer>;
    customers::open_customer(id: i64) -> CustomerPage;
    customers::change_customer(request: ChangeCustomer) -> Done<CustomerPage>;
    customers::mark_established(id: i64, revision: i64, established: bool) -> Done<CustomerPage>;
    customers::merge_preview(from: i64, into: i64) -> MergePreview;
    customers::merge_customers(request: MergeCustomers) -> Done<CustomerPage>;
    customers::customer_offers(name: String) -> Option<CustomerOffers>;
    imports::import_preview(request: ImportTable) -> ImportPreview;
    imports::import_table(request: ImportTable) -> Done<ImportPreview>;
    settings::settings_page() -> SettingsPage;
    settings::house_presets() -> HousePresets;
    settings::change_setting(request: ChangeSetting) -> Done<()>;
    settings::change_series(request: ChangeSeries) -> Done<()>;
    settings::prepress_folder() -> FolderView;
    settings::change_prepress_folder(request: ChangeFolder) -> Done<()>;
    settings::attachment_folder() -> AttachmentFolderView;
    settings::change_attachment_folder(request: ChangeFolder) -> Done<()>;
    settings::bring_attachments(former: String) -> Done<BroughtAlong>;
    settings::mark_mature(name: String) -> Done<()>;
    settings::unmark_mature(id: i64) -> Done<()>;
    settings::mark_regular(name: String) -> Done<()>;
    settings::unmark_regular(id: i64) -> Done<()>;
    reports::processing_figures() -> ProcessingFigures;
    today::today_board() -> TodayView;
    drafts::reckon(form: OrderForm) -> Reckoning;
    drafts::drafts_list() -> Vec<DraftRow>;
    drafts::new_draft() -> Done<OpenDraft>;
    drafts::open_draft(key: String) -> OpenDraft;
    drafts::save_draft(key: String, form: OrderForm, begun_on: Option<BegunOn>) -> Done<()>;
    drafts::drop_draft(key: String) -> Done<()>;
    drafts::repeat_order(id: i64) -> Done<OpenDraft>;
    drafts::another_product(id: i64) -> Done<OpenDraft>;
    drafts::convert_order(id: i64) -> Done<OpenDraft>;
    drafts::take_over_order(key: String, form: OrderForm, id: Option<i64>) -> Done<OpenDraft>;
    drafts::beside(key: String, form: OrderForm) -> Beside;
    orders::orders_page(filter: ListFilter, kind: Option<OrderKind>, from: PageFrom, limit: i64) -> Vec<OrderRow>;
    orders::orders_count(filter: ListFilter, kind: Option<OrderKind>) -> i64;
    orders::find_orders(query: String) -> FoundOrders;
    orders::initials(texts: Vec<String>) -> Vec<Vec<String>>;
    orders::open_order(id: i64) -> OrderPage;
    orders::order_story(id: i64) -> Vec<StoryLine>;
    orders::register_order(key: String, form: OrderForm) -> Done<OrderPage>;
    orders::save_order(id: i64, revision: i64, form: OrderForm) -> Done<OrderPage>;
    orders::record_confirmation(request: RecordConfirmation) -> Done<OrderPage>;
    orders::record_sheet(id: i64) -> Done<Paper>;
    orders::verify_order(request: VerifyOrder) -> Done<OrderPage>;
    orders::audit_material(request: AuditMaterial) -> Done<OrderPage>;
    orders::add_finding(request: AddFinding) -> Done<OrderPage>;
    orders::settle_finding(request: SettleFinding) -> Done<OrderPage>;
    orders::mend_finding(id: i64) -> Done<OrderPage>;
    orders::make_sale_paper(order_id: i64, kind: PaperKind) -> Done<Paper>;
    orders::record_reply(request: RecordReply) -> Done<OrderPage>;
    orders::record_receipt(request: RecordReceiptRequest) -> Done<OrderPage>;
    orders::counter_receipt(request: CounterReceiptRequest) -> Done<OrderPage>;
    orders::recheck_orders() -> Done<bool>;
    files::pick_files() -> Vec<String>;
    files::attachment_space() -> u64;
    files::receive_file(request: ReceiveFileRequest) -> Done<OrderPage>;
    files::receiving() -> Vec<ReceivingView>;
    files::call_off_receiving(path: String) -> bool;
    files::change_file(request: ChangeFileRequest) -> Done<OrderPage>;
    files::move_file(place_id: i64, up: bool) -> Done<OrderPage>;
    files::take_file_out(place_id: i64, reason: String) -> Done<OrderPage>;
    files::put_file_back(place_id: i64) -> Done<OrderPage>;
    files::file_into_prepress(all: bool) -> Done<bool>;
    files::retry_prepress(order_id: i64) -> Done<OrderPage>;
    preflight::preflight_file(file_id: i64, again: bool) -> Done<OrderPage>;
    preflight::preflight_waiting() -> Done<bool>;
    preflight::preflight_progress() -> Vec<LookingView>;
    preflight::call_off_preflight(file_id: i64) -> Done<OrderPage>;
    preflight::preflight_by_hand(request: HandPreflight) -> Done<OrderPage>;
    preflight::record_file_contact(request: RecordContact) -> Done<OrderPage>;
    preflight::waive_findings(request: WaiveFindings) -> Done<OrderPage>;
    preflight::compare_versions(file_id: i64) -> VersionComparison;
    preflight::file_facts(file_id: i64) -> Option<FileFacts>;
    preflight::make_preflight_record(order_id: i64) -> Done<Paper>;
    preflight::customer_message(order_id: i64, findings: Vec<FindingName>) -> CustomerMessage;
    samples::register_sample(request: RegisterSampleRequest) -> Done<OrderPage>;
    samples::change_sample(request: ChangeSampleRequest) -> Done<OrderPage>;
    samples::add_sample_photos(sample_id: i64, photos: Vec<EvidenceRequest>) -> Done<OrderPage>;
    samples::sample_photo(photo_id: i64) -> Picture;
    samples::lend_sample(request: LendSampleRequest) -> Done<OrderPage>;
    samples::return_sample(request: ReturnSampleRequest) -> Done<OrderPage>;
    samples::take_sample_out(sample_id: i64, reason: String) -> Done<OrderPage>;
    samples::put_sample_back(sample_id: i64) -> Done<OrderPage>;
    samples::stamp_sample(request: StampSampleRequest) -> Done<OrderPage>;
    positions::file_positions(file_id: i64) -> FilePositions;
    positions::save_positions(request: SavePositions) -> Done<FilePositions>;
    positions::mark_on_sample(request: MarkOnSample) -> Done<OrderPage>;
    positions::make_marked_copy(request: MarkedCopyRequest) -> Done<Paper>;
    positions::remove_position(id: i64) -> Done<OrderPage>;
    samples::void_stamp(request: VoidStampRequest) -> Done<OrderPage>;
    samples::sample_labels(request: LabelsRequest) -> Done<Paper>;
    samples::write_sample_change(request: WriteSampleChangeRequest) -> Done<OrderPage>;
    samples::sign_sample_change(request: SignSampleChangeRequest) -> Done<OrderPage>;
    proofs::choose_lane(request: ChooseLaneRequest) -> Done<OrderPage>;
    proofs::print_proof(request: PrintProofRequest) -> Done<OrderPage>;
    proofs::check_proof(proof_id: i64, items: Vec<CheckItem>) -> Done<OrderPage>;
    proofs::bind_dummy(request: BindDummyRequest) -> Done<OrderPage>;
    proofs::answer_proof(request: AnswerProofRequest) -> Done<OrderPage>;
    free_proofs::request_free_proof(request: RequestFreeProof) -> Done<OrderPage>;
    free_proofs::approve_free_proof(request: ApproveFreeProofRequest) -> Done<OrderPage>;
    free_proofs::withdraw_free_proof(free_proof_id: i64, reason: String) -> Done<OrderPage>;
    free_proofs::record_free_proof_cost(request: RecordFreeProofCost) -> Done<OrderPage>;
    free_proofs::free_proof_costs() -> FreeProofCosts;
    review::record_opinion(request: RecordOpinionRequest) -> Done<OrderPage>;
    review::save_route(order_id: i64, route: String) -> Done<OrderPage>;
    review::add_point(order_id: i64, item: String, new_date: String) -> Done<OrderPage>;
    review::answer_point(request: AnswerPointRequest) -> Done<OrderPage>;
    review::conclude_review(request: ConcludeReviewRequest) -> Done<OrderPage>;
    review::decide_nature(request: DecideNatureRequest) -> Done<OrderPage>;
    review::carry_date(order_id: i64, revision: i64) -> Done<OrderPage>;
    review::waive_review(request: WaiveReviewRequest) -> Done<OrderPage>;
    review::review_form(order_id: i64) -> Done<Paper>;
    sheets::three_way(order_id: i64) -> ThreeWayView;
    sheets::compare_sample(request: CompareSampleRequest) -> Done<OrderPage>;
    sheets::pass_differences(request: PassDifferencesRequest) -> Done<OrderPage>;
    sheets::check_order(request: CheckOrderRequest) -> Done<OrderPage>;
    sheets::approve_effect(request: ApproveEffectRequest) -> Done<OrderPage>;
    sheets::send_back(request: SendBackRequest) -> Done<OrderPage>;
    sheets::record_customer_signature(request: RecordCustomerSignature) -> Done<OrderPage>;
    sheets::issue_task_sheet(order_id: i64, revision: i64) -> Done<OrderPage>;
    sheets::sheet_copy(state_id: i64) -> Paper;
    sheets::compare_states(one: i64, other: i64) -> StatesCompared;
    sheets::print_sheet(request: PrintSheetRequest) -> Done<PrintedSheet>;
    sheets::propose_change(request: ProposeChangeRequest) -> Done<OrderPage>;
    sheets::preview_change(order_id: i64, form: OrderForm) -> ChangePreview;
    sheets::approve_change(request: ApproveChangeRequest) -> Done<OrderPage>;
    sheets::refuse_change(request: RefuseChangeRequest) -> Done<OrderPage>;
    sheets::withdraw_change(amendment_id: i64, reason: String) -> Done<OrderPage>;
    sheets::hand_over(request: HandOverRequest) -> Done<OrderPage>;
    sheets::receive_hand_over(request: ReceiveHandOver) -> Done<OrderPage>;
    sheets::hand_over_slip(hand_over_id: i64) -> Done<Paper>;
    halts::suspend_order(request: SuspendOrderRequest) -> Done<OrderPage>;
    halts::resume_order(request: ResumeOrderRequest) -> Done<OrderPage>;
    halts::preview_cancel(order_id: i64) -> CancelPreview;
    halts::cancel_order(request: CancelOrderRequest) -> Done<OrderPage>;
    copies::verify_print(text: String) -> PrintVerdict;
    copies::copy_verdict(print_id: i64) -> PrintVerdict;
    copies::copies_summary() -> CopiesSummary;
    copies::copies_count(query: CopiesQuery) -> i64;
    copies::copies_page(query: CopiesQuery, from: PageFrom, limit: i64) -> Vec<CopyView>;
    copies::record_copy(request: RecordCopyRequest) -> Done<PrintVerdict>;
    copies::replace_copies(request: ReplaceCopiesRequest) -> Done<OrderPage>;
    copies::change_notice(amendment_id: i64) -> Done<Paper>;
    papers::page_picture(sha256: String, page: u32, dpi: u32) -> Picture;
    papers::save_page_picture(sha256: String, page: u32, file_name: String) -> Option<SavedPaper>;
    papers::printers() -> Vec<Printer>;
    papers::print_paper(sha256: String, file_name: String, printer: String, copies: u32) -> Done<()>;
    papers::save_paper(sha256: String, file_name: String) -> Option<SavedPaper>;
}
