//! The acts there are.

macro_rules! activities {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A named act: what the writing door is opened for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Activity {
            $($(#[$doc])* $name,)+
        }

        impl Activity {
            /// Every act, for the window's words.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable code, as the audit row keeps it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

activities! {
    /// The house opens its desk for the first time.
    FirstStart = "first_start",
    /// A person is entered.
    AddPerson = "add_person",
    /// A person's name, roles, deputies, password or PIN change.
    ChangePerson = "change_person",
    /// A wrong password or PIN.
    WrongTry = "wrong_try",
    /// The right one after wrong ones.
    RightAgain = "right_again",
    /// Somebody chooses a password or PIN of their own.
    ChooseOwnSecrets = "choose_own_secrets",
    /// 后补: evidence is added to a recorded signature.
    AddEvidence = "add_evidence",
    /// A rule of the house is set from a day on (F1-22).
    SetRule = "set_rule",
    /// A number series is laid out anew (F1-22).
    ChangeSeries = "change_series",
    /// The desk files into another prepress folder (S-4.1.4c).
    ChangePrepressFolder = "change_prepress_folder",
    /// The desk keeps files in another attachment folder (S-4.1.1b).
    ChangeAttachmentFolder = "change_attachment_folder",
    /// A process is marked 成熟, or the mark is taken back (S-4.3.1B).
    MarkMature = "mark_mature",
    /// A product is marked 常规畅销, or the mark is taken back (F4-5a).
    MarkRegular = "mark_regular",
    /// A customer is entered or changed.
    SaveCustomer = "save_customer",
    /// A customer is marked 老客户, or the mark is taken back (S-4.3.1A).
    MarkEstablished = "mark_established",
    /// A double is merged into the customer it is.
    MergeCustomers = "merge_customers",
    /// Customers are taken over from a table (S-4.3.1A).
    ImportCustomers = "import_customers",
    /// Processes are taken over from a table (S-4.3.1B).
    ImportProcesses = "import_processes",
    /// 登记: the draft becomes an order and gets its number.
    RegisterOrder = "register_order",
    /// A presale or a sample order becomes a customer order (F4-3d).
    ConvertOrder = "convert_order",
    /// An order that is not yet released is changed.
    SaveOrder = "save_order",
    /// The customer's answer to what was read back (S-4.1.2b).
    RecordConfirmation = "record_confirmation",
    /// 客户订单信息记录表 is made (S-4.1.2a).
    MakeRecordSheet = "make_record_sheet",
    /// 核实: what was verified of an order (F1-05a).
    VerifyOrder = "verify_order",
    /// 资料审核: the material was looked at (S-4.1.3).
    AuditMaterial = "audit_material",
    /// 不合理 is written down (S-4.1.3).
    AddFinding = "add_finding",
    /// A finding is settled with the customer (S-4.1.3).
    SettleFinding = "settle_finding",
    /// A finding is mended (S-4.1.3).
    MendFinding = "mend_finding",
    /// 报价单 is made (F5-2).
    MakeQuote = "make_quote",
    /// 订单确认书 is made (F1-06).
    MakeConfirmation = "make_confirmation",
    /// 回复客户: the confirmation was sent (F1-05b).
    RecordReply = "record_reply",
    /// A customer's file is received (S-4.1.1b).
    ReceiveFile = "receive_file",
    /// A file moves to another component, or its pages count otherwise.
    ChangeFile = "change_file",
    /// A file moves up or down among those of its component.
    MoveFile = "move_file",
    /// A file is taken out of use.
    TakeFileOut = "take_file_out",
    /// A file out of use is put back.
    PutFileBack = "put_file_back",
    /// A file is read for print (S-4.1.4a), or that was called off.
    PreflightFile = "preflight_file",
    /// 手工预检: somebody looked at a file (S-4.1.4a).
    PreflightByHand = "preflight_by_hand",
    /// The customer was spoken to about what was found (S-4.1.4b).
    ContactAboutFile = "contact_about_file",
    /// 放行: what was found is waived (S-4.1.4b).
    WaiveFindings = "waive_findings",
    /// 预检记录 is made (S-4.1.4a).
    MakePreflightRecord = "make_preflight_record",
    /// Files are copied into the prepress folder, or could not be (S-4.1.4c).
    FileIntoPrepress = "file_into_prepress",
    /// Copies that came to nothing are tried again.
    RetryPrepress = "retry_prepress",
    /// A sample is registered (S-4.1.1c).
    RegisterSample = "register_sample",
    /// A sample gets its 样本确认章 (S-4.2.4).
    StampSample = "stamp_sample",
    /// Where foil, UV, embossing and die-cutting go is marked (S-4.2.6).
    MarkPositions = "mark_positions",
    /// A copy of a file that carries its stamp, folios and positions is made (S-4.2.4b).
    MakeMarkedCopy = "make_marked_copy",
    /// What is written of a sample is mended (S-4.1.1c).
    ChangeSample = "change_sample",
    /// Pictures of a sample are added (S-4.1.1c).
    AddSamplePhotos = "add_sample_photos",
    /// 借出: somebody takes a sample with them (S-4.1.1c).
    LendSample = "lend_sample",
    /// 归还: a sample comes back (S-4.1.1c).
    ReturnSample = "return_sample",
    /// A sample no longer belongs to the order.
    TakeSampleOut = "take_sample_out",
    /// A sample that was taken out is put back.
    PutSampleBack = "put_sample_back",
    /// A stamp is voided by a second one (S-4.2.4).
    VoidStamp = "void_stamp",
    /// A lane is chosen where there is no correct sample (S-4.2.3).
    ChooseLane = "choose_lane",
    /// A proof is printed (S-4.2.3A-1, S-4.2.3B-2).
    PrintProof = "print_proof",
    /// A proof is looked over (S-4.2.3A-2).
    CheckProof = "check_proof",
    /// A dummy is bound of a proof (S-4.2.3A-3, S-4.2.5).
    BindDummy = "bind_dummy",
    /// What became of a proof is entered (S-4.2.3A-4, S-4.2.3B-3).
    AnswerProof = "answer_proof",
    /// 转交单 is made (S-4.2.3B-3).
    MakeHandOverSlip = "make_hand_over_slip",
    /// A change was written on a sample (S-4.2.7).
    WriteSampleChange = "write_sample_change",
    /// A change on a sample is signed beside it (S-4.2.7).
    SignSampleChange = "sign_sample_change",
    /// A proof nobody pays for is asked for (S-4.2.3B-4).
    RequestFreeProof = "request_free_proof",
    /// The approval of a free proof is taken at this machine (S-4.2.3B-4).
    ApproveFreeProof = "approve_free_proof",
    /// A free proof is withdrawn before it is approved.
    WithdrawFreeProof = "withdraw_free_proof",
    /// What a free proof cost is written down (S-4.2.3B-4).
    RecordFreeProofCost = "record_free_proof_cost",
    /// Sample labels are made.
    MakeLabels = "make_labels",
    /// A department gives its opinion (S-4.3.2a).
    RecordOpinion = "record_opinion",
    /// 订单性质 is decided (F5-d1, F5-d2).
    DecideNature = "decide_nature",
    /// The process route is written down (S-4.3.1).
    SaveRoute = "save_route",
    /// A point for the customer is opened (S-4.3.2b).
    AddPoint = "add_point",
    /// The customer answers a point (S-4.3.2b).
    AnswerPoint = "answer_point",
    /// The review is concluded.
    ConcludeReview = "conclude_review",
    /// 免评审: a review is waived with a reason (S-4.2.1c).
    WaiveReview = "waive_review",
    /// 订单评审表 is made.
    MakeReviewForm = "make_review_form",
    /// 生效审批: a supervisor lets an order take effect (F7-07a).
    ApproveEffect = "approve_effect",
    /// Whoever was asked for 生效审批 says no, and why (F2-04.4a).
    SendEffectBack = "send_effect_back",
    /// Whoever was asked for 审核 says no, and why (F2-04.4a).
    SendCheckBack = "send_check_back",
    /// The customer's signature is recorded, with the contract where there is one (F7-07b).
    RecordCustomerSignature = "record_customer_signature",
    /// 三方核对: a sample is held against the sheet (S-4.4.1A-2).
    CompareSample = "compare_sample",
    /// 不一致放行: a difference is let pass with a reason (S-4.4.1A-2).
    PassDifferences = "pass_differences",
    /// 收款: money came in (F7-15a).
    RecordReceipt = "record_receipt",
    /// 冲销: a receipt that was entered wrong is countered (F7-15a).
    CounterReceipt = "counter_receipt",
    /// 审核 of what is to be issued.
    CheckOrder = "check_order",
    /// Orders are stood anew on which something turned by itself: a stamp or a quote ended.
    RecheckOrders = "recheck_orders",
    /// The task sheet is issued (S-4.4.1).
    IssueTaskSheet = "issue_task_sheet",
    /// Something is handed over to a department (F1-07).
    HandOver = "hand_over",
    /// 暂停: an order rests (F1-11).
    SuspendOrder = "suspend_order",
    /// 恢复: it goes on.
    ResumeOrder = "resume_order",
    /// 取消: it comes to nothing (F4-4c).
    CancelOrder = "cancel_order",
    /// A department says that it came (F1-07).
    ReceiveHandOver = "receive_hand_over",
    /// The sheet in force is printed.
    PrintSheet = "print_sheet",
    /// 已换发: copies came back while their 联 got a new print (S-4.4.2b).
    ReplaceCopies = "replace_copies",
    /// 已手改: a signed change was written on a copy and signed beside (S-4.4.2a).
    AmendCopy = "amend_copy",
    /// 收回: a copy came back (S-4.4.2b).
    TakeCopyBack = "take_copy_back",
    /// 遗失: a copy is given up for lost.
    LoseCopy = "lose_copy",
    /// 更改通知单 of a change from before there were notices is made (S-4.4.2).
    MakeChangeNotice = "make_change_notice",
    /// A change of an issued sheet is asked for and signed (S-4.4.2a).
    ProposeChange = "propose_change",
    /// A change is approved (S-4.4.3).
    ApproveChange = "approve_change",
    /// A change is refused.
    RefuseChange = "refuse_change",
    /// A change is withdrawn by the one who asked for it.
    WithdrawChange = "withdraw_change",
}
