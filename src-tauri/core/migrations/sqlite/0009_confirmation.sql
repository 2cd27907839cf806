-- 核实 (F1-05a), 资料审核 (S-4.1.3), 报价单 and 订单确认书 (F5-2, F1-06), and the reply to the customer (F1-05b).

-- 报价单 and 订单确认书 as they were made: over which content, until when a quote holds, and the PDF.
CREATE TABLE sale_papers (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'confirmation')),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    made_at TEXT NOT NULL,
    made_by INTEGER NOT NULL REFERENCES accounts (id),
    valid_until TEXT,
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    pages INTEGER NOT NULL CHECK (pages > 0),
    pdf_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    -- A quote holds until a day; a confirmation holds until the order changes.
    CHECK ((kind = 'quote') = (valid_until IS NOT NULL))
) STRICT;
CREATE INDEX sale_papers_by_order ON sale_papers (order_id, kind, id);

-- 回复客户: which confirmation went out, when, by which way, to whom.
CREATE TABLE confirmation_replies (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    sale_paper_id INTEGER NOT NULL REFERENCES sale_papers (id),
    whom TEXT NOT NULL CHECK (whom <> ''),
    how TEXT NOT NULL,
    replied_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX confirmation_replies_by_order ON confirmation_replies (order_id, id);

-- 核实, item by item: each holds for exactly the part of the order it was given to.
CREATE TABLE verifications (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    item TEXT NOT NULL CHECK (item IN ('identity', 'specification', 'price', 'delivery')),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    how TEXT NOT NULL,
    verified_at TEXT NOT NULL,
    verified_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX verifications_by_order ON verifications (order_id, id);

-- 资料审核: each time somebody looked at the material of an order, and what they found.
CREATE TABLE material_audits (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    result TEXT NOT NULL CHECK (result IN ('sound', 'unsound')),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    audited_at TEXT NOT NULL,
    audited_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX material_audits_by_order ON material_audits (order_id, id);

-- 不合理: what it is about, whom of the customer one spoke to, and what came of it. Without a code a person wrote it down.
CREATE TABLE material_findings (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    code TEXT NOT NULL,
    path TEXT NOT NULL,
    params TEXT NOT NULL,
    words TEXT NOT NULL,
    value_hash TEXT NOT NULL CHECK (length(value_hash) = 64),
    found_at TEXT NOT NULL,
    found_by INTEGER REFERENCES accounts (id),
    contact_who TEXT,
    contact_at TEXT,
    contact_how TEXT,
    outcome TEXT CHECK (outcome IN ('change', 'as_is', 'drop')),
    outcome_words TEXT NOT NULL,
    outcome_hash TEXT CHECK (length(outcome_hash) = 64),
    decided_at TEXT,
    decided_by INTEGER REFERENCES accounts (id),
    closed_at TEXT,
    closed_by INTEGER REFERENCES accounts (id),
    closed_how TEXT CHECK (closed_how IN ('gone', 'mended')),
    CHECK ((code = '') = (words <> '')),
    -- An outcome is nothing without the customer who agreed to it.
    CHECK ((outcome IS NULL) = (contact_who IS NULL) AND (outcome IS NULL) = (outcome_hash IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_how IS NULL))
) STRICT;
CREATE INDEX material_findings_by_order ON material_findings (order_id, id);
-- The same thing is found once, never twice at a time.
CREATE UNIQUE INDEX material_findings_once ON material_findings (order_id, code, path) WHERE closed_at IS NULL AND code <> '';
