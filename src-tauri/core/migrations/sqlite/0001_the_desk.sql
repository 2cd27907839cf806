-- The desk's tables. The schema refuses too: foreign keys, CHECK and UNIQUE stand here so that no code
-- path, however new, can store what the procedure forbids. Times are UTC text (RFC 3339), days are
-- YYYY-MM-DD, money is fen, unit prices are 1/10000 yuan, lengths are 1/10 mm, percents are 1/100 %.

-- The house this file belongs to: one row.
CREATE TABLE house (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    desk_letter TEXT NOT NULL CHECK (length(desk_letter) = 1),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    password_hash TEXT,
    pin_hash TEXT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE account_roles (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    UNIQUE (account_id, role)
) STRICT;

-- Who agreed to what: the hash of exactly what was signed (F2-04.4).
CREATE TABLE signatures (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    account_id INTEGER REFERENCES accounts (id),
    signer_name TEXT NOT NULL CHECK (signer_name <> ''),
    capacity TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    recorded_by INTEGER REFERENCES accounts (id),
    medium TEXT,
    evidence TEXT NOT NULL,
    note TEXT NOT NULL,
    -- Without an account nobody can have typed a PIN: such a signature is recorded by somebody, on some medium.
    CHECK (account_id IS NOT NULL OR recorded_by IS NOT NULL),
    CHECK ((recorded_by IS NULL) = (medium IS NULL))
) STRICT;

CREATE TABLE setting_values (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    why TEXT NOT NULL,
    set_by INTEGER REFERENCES accounts (id),
    set_at TEXT NOT NULL
) STRICT;
CREATE INDEX setting_values_in_force ON setting_values (key, effective_from);

CREATE TABLE number_series (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL UNIQUE,
    pattern TEXT NOT NULL,
    reset_cycle TEXT NOT NULL CHECK (reset_cycle IN ('year', 'month', 'day', 'never')),
    start_value INTEGER NOT NULL CHECK (start_value >= 0)
) STRICT;

CREATE TABLE numbers_given (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES number_series (id),
    period TEXT NOT NULL,
    last_value INTEGER NOT NULL,
    UNIQUE (series_id, period)
) STRICT;

-- What is being typed: replaced in place, outside the trail, gone once it is registered or saved.
CREATE TABLE drafts (
    form_key TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    saved_at TEXT NOT NULL
) STRICT;

-- Every committed act, chained by hash from the first row (F1-21).
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id),
    who TEXT NOT NULL,
    activity TEXT NOT NULL,
    subject TEXT NOT NULL,
    params TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq);
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');
CREATE TRIGGER audit_is_never_rewritten BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never removed'); END;

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short_name TEXT NOT NULL,
    address TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    remark TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Part A of the field dictionary. A column is empty (NULL) until somebody knows the fact.
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('od')),
    state TEXT NOT NULL CHECK (state IN ('registered', 'requirements_confirmed', 'in_review', 'released')),
    recorded_at TEXT NOT NULL,
    next_step INTEGER NOT NULL CHECK (next_step BETWEEN 1 AND 7),
    blockers INTEGER NOT NULL CHECK (blockers >= 0),
    assistant_id INTEGER NOT NULL REFERENCES accounts (id),
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    channel TEXT,
    received_on TEXT,
    contact TEXT,
    phone TEXT,
    customer_po TEXT,
    sales_rep_id INTEGER REFERENCES accounts (id),
    deal_type TEXT,
    long_term INTEGER CHECK (long_term IN (0, 1)),
    order_date TEXT,
    sample_due TEXT,
    requested_date TEXT,
    confirmed_date TEXT,
    rush INTEGER CHECK (rush IN (0, 1)),
    unit_price INTEGER CHECK (unit_price >= 0),
    tax_rate INTEGER CHECK (tax_rate BETWEEN 0 AND 10000),
    invoice_type TEXT,
    sheet_type TEXT,
    quality_standard TEXT,
    quality_special TEXT,
    remark TEXT
) STRICT;

-- Part B: what is being made.
CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    name TEXT NOT NULL CHECK (name <> ''),
    part_no TEXT,
    type TEXT,
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    flat_width INTEGER CHECK (flat_width > 0),
    flat_height INTEGER CHECK (flat_height > 0),
    reading_direction TEXT,
    quantity INTEGER CHECK (quantity > 0),
    unit TEXT,
    spares INTEGER CHECK (spares >= 0),
    tolerance INTEGER CHECK (tolerance >= 0),
    file_copies INTEGER CHECK (file_copies >= 0),
    colour_reference TEXT,
    binding TEXT,
    binding_detail TEXT,
    packing TEXT,
    per_pack INTEGER CHECK (per_pack > 0),
    per_carton INTEGER CHECK (per_carton > 0),
    shipping_mark TEXT,
    CHECK ((width IS NULL) = (height IS NULL))
) STRICT;

-- Part C: a book has several.
CREATE TABLE components (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    pages INTEGER CHECK (pages > 0),
    sides TEXT,
    per_product INTEGER CHECK (per_product > 0),
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    bleed INTEGER CHECK (bleed >= 0),
    grade TEXT,
    grammage INTEGER CHECK (grammage > 0),
    caliper INTEGER CHECK (caliper > 0),
    brand TEXT,
    parent_width INTEGER CHECK (parent_width > 0),
    parent_height INTEGER CHECK (parent_height > 0),
    cuts INTEGER CHECK (cuts > 0),
    press_width INTEGER CHECK (press_width > 0),
    press_height INTEGER CHECK (press_height > 0),
    grain TEXT,
    fsc TEXT,
    supply TEXT,
    colours_front INTEGER CHECK (colours_front >= 0),
    colours_back INTEGER CHECK (colours_back >= 0),
    spots_front TEXT,
    spots_back TEXT,
    coating TEXT,
    work_style TEXT,
    number_up INTEGER CHECK (number_up > 0),
    pages_per_side INTEGER CHECK (pages_per_side > 0),
    spoilage INTEGER CHECK (spoilage >= 0),
    press TEXT,
    gripper INTEGER CHECK (gripper >= 0),
    plate_state TEXT,
    remark TEXT,
    UNIQUE (order_id, row_key)
) STRICT;

CREATE TABLE finishing_steps (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    component TEXT,
    process TEXT,
    face TEXT,
    detail TEXT,
    tool TEXT,
    made_by TEXT,
    UNIQUE (order_id, row_key)
) STRICT;

CREATE TABLE drops (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    date TEXT,
    quantity INTEGER CHECK (quantity > 0),
    address TEXT,
    contact TEXT,
    phone TEXT,
    transport TEXT,
    freight_payer TEXT,
    UNIQUE (order_id, row_key)
) STRICT;

CREATE TABLE instalments (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    percent INTEGER CHECK (percent BETWEEN 1 AND 10000),
    due TEXT,
    days INTEGER CHECK (days >= 0),
    UNIQUE (order_id, row_key)
) STRICT;

-- What was read back to the customer, word for word, and what the customer said (S-4.1.2b).
CREATE TABLE confirmations (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    places TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    confirmed_at TEXT NOT NULL,
    how TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('agreed', 'changed')),
    note TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX confirmations_by_order ON confirmations (order_id, id);

-- Whatever is kept by content: received files, evidence, frozen sheets, prints.
CREATE TABLE stored_files (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE received_files (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    component TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    label TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    from_whom TEXT NOT NULL,
    how TEXT NOT NULL,
    received_at TEXT NOT NULL,
    inspected TEXT NOT NULL,
    UNIQUE (order_id, component, version)
) STRICT;

CREATE TABLE samples (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    number TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('content', 'colour', 'die', 'other')),
    source TEXT NOT NULL CHECK (source IN ('customer', 'internal_print', 'retained')),
    medium TEXT NOT NULL,
    description TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    registered_at TEXT NOT NULL
) STRICT;
CREATE INDEX samples_by_order ON samples (order_id, id);

-- The 样本确认章: its four facts as they were when it was given, and the signature over them (S-4.2.4b).
CREATE TABLE stamps (
    id INTEGER PRIMARY KEY,
    sample_id INTEGER NOT NULL REFERENCES samples (id),
    customer_name TEXT NOT NULL CHECK (customer_name <> ''),
    product_name TEXT NOT NULL CHECK (product_name <> ''),
    sample_type TEXT NOT NULL CHECK (sample_type <> ''),
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    stamped_on TEXT NOT NULL,
    valid_until TEXT
) STRICT;
CREATE INDEX stamps_by_sample ON stamps (sample_id, id);

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'conditional', 'declined')),
    triggers TEXT NOT NULL,
    route TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    opened_at TEXT NOT NULL,
    concluded_at TEXT,
    concluded_by INTEGER REFERENCES accounts (id)
) STRICT;

CREATE TABLE review_opinions (
    id INTEGER PRIMARY KEY,
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    department TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('feasible', 'conditional', 'infeasible')),
    opinion TEXT NOT NULL,
    conditions TEXT NOT NULL,
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    UNIQUE (review_id, department)
) STRICT;

CREATE TABLE review_points (
    id INTEGER PRIMARY KEY,
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    item TEXT NOT NULL CHECK (item <> ''),
    asked_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT
) STRICT;

-- The signature of 审核 over the content that is to be issued, given before the sheet exists.
CREATE TABLE order_checks (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX order_checks_by_order ON order_checks (order_id, id);

CREATE TABLE task_sheets (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    number TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    voided_at TEXT,
    issued_at TEXT NOT NULL,
    issued_by INTEGER NOT NULL REFERENCES accounts (id),
    check_signature_id INTEGER NOT NULL REFERENCES signatures (id),
    UNIQUE (number, version)
) STRICT;
-- One version of an order's sheet is in force, never two (S-4.4.2b).
CREATE UNIQUE INDEX task_sheets_one_in_force ON task_sheets (order_id) WHERE voided_at IS NULL;

-- Number + version + change index: what was frozen, once.
CREATE TABLE sheet_states (
    id INTEGER PRIMARY KEY,
    task_sheet_id INTEGER NOT NULL REFERENCES task_sheets (id),
    change_index INTEGER NOT NULL CHECK (change_index >= 0),
    form TEXT NOT NULL,
    facts TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    pdf_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    frozen_at TEXT NOT NULL,
    UNIQUE (task_sheet_id, change_index)
) STRICT;

CREATE TABLE prints (
    id INTEGER PRIMARY KEY,
    sheet_state_id INTEGER NOT NULL REFERENCES sheet_states (id),
    print_number INTEGER NOT NULL CHECK (print_number > 0),
    check_code TEXT NOT NULL,
    holder TEXT NOT NULL,
    printed_at TEXT NOT NULL,
    printed_by INTEGER NOT NULL REFERENCES accounts (id),
    pdf_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    UNIQUE (sheet_state_id, print_number)
) STRICT;
CREATE INDEX prints_by_code ON prints (check_code);

-- A change of an issued sheet: asked for, approved or not, and from then on printed (S-4.4.2, S-4.4.3).
CREATE TABLE amendments (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    task_sheet_id INTEGER NOT NULL REFERENCES task_sheets (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'in_force', 'refused', 'withdrawn')),
    change_index INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    form TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    needs TEXT NOT NULL,
    consent_who TEXT,
    consent_at TEXT,
    consent_how TEXT,
    requested_by INTEGER NOT NULL REFERENCES accounts (id),
    requested_at TEXT NOT NULL,
    decided_at TEXT,
    closing_note TEXT NOT NULL,
    CHECK ((state = 'in_force') = (change_index IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX amendments_one_pending ON amendments (order_id) WHERE state = 'pending';

CREATE TABLE amendment_places (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL REFERENCES amendments (id),
    path TEXT NOT NULL,
    label TEXT NOT NULL,
    old_text TEXT NOT NULL,
    new_text TEXT NOT NULL,
    authority TEXT NOT NULL,
    UNIQUE (amendment_id, path)
) STRICT;

CREATE TABLE amendment_approvals (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL REFERENCES amendments (id),
    authority TEXT NOT NULL,
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    UNIQUE (amendment_id, authority)
) STRICT;
