-- What is looked at before a sheet is issued.

-- 三方核对 (S-4.4.1A-2): what somebody saw who held a sample against the sheet, row by row. The latest of a row counts; one that
-- was taken back stands here, too. It names the hash of what it was said of.
CREATE TABLE three_way_answers (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_path TEXT NOT NULL CHECK (row_path <> ''),
    answer TEXT NOT NULL CHECK (answer IN ('agrees', 'differs', 'not_shown', 'taken_back')),
    said TEXT NOT NULL,
    held_against TEXT NOT NULL,
    compared_at TEXT NOT NULL,
    compared_by INTEGER NOT NULL REFERENCES accounts (id),
    CHECK ((answer = 'differs') = (said <> ''))
) STRICT;
CREATE INDEX three_way_answers_by_order ON three_way_answers (order_id, id);

-- A difference 销售主管 or 业务总监 let pass, with a reason; it counts for exactly that difference.
CREATE TABLE three_way_passes (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_path TEXT NOT NULL CHECK (row_path <> ''),
    difference TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX three_way_passes_by_order ON three_way_passes (order_id, id);
CREATE INDEX three_way_passes_by_signature ON three_way_passes (signature_id);

-- 收款记录 (F7-15a), in fen. What was entered stays; what was entered wrong is countered once, by the same amount the other way.
CREATE TABLE receipts (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    received_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    way TEXT NOT NULL CHECK (way IN ('transfer', 'cash', 'wechat', 'alipay', 'cheque', 'other')),
    reference TEXT NOT NULL,
    remark TEXT NOT NULL,
    counters INTEGER UNIQUE REFERENCES receipts (id),
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES accounts (id),
    CHECK ((counters IS NULL) = (amount > 0)),
    CHECK (counters IS NULL OR remark <> '')
) STRICT;
CREATE INDEX receipts_by_order ON receipts (order_id, id);
