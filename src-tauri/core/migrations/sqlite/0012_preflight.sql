-- 预检 is kept (S-4.1.4): what was read of a content, each check of a file, what was found, whom of the customer one spoke to
-- about it, and what was waived.

-- What would be printed of a content, as this reader of ours told it: judged anew without reading the file again.
CREATE TABLE press_readings (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE REFERENCES stored_files (sha256),
    reader INTEGER NOT NULL CHECK (reader > 0),
    reading TEXT NOT NULL CHECK (reading <> ''),
    read_at TEXT NOT NULL
) STRICT;

-- Files that wait to be read; one that was called off waits for somebody to say so.
CREATE TABLE preflight_queue (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL UNIQUE REFERENCES received_files (id),
    called_off INTEGER NOT NULL CHECK (called_off IN (0, 1))
) STRICT;

-- 预检记录: one row a check, over exactly what the file was held against.
CREATE TABLE preflights (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES received_files (id),
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    held_against TEXT NOT NULL CHECK (length(held_against) = 64),
    results TEXT NOT NULL,
    pages INTEGER CHECK (pages > 0),
    checked_at TEXT NOT NULL,
    checked_by INTEGER NOT NULL REFERENCES accounts (id),
    -- Whoever looks by hand says how many pages there are; the program counts them where it received them.
    CHECK ((by_hand = 1) = (pages IS NOT NULL))
) STRICT;
CREATE INDEX preflights_by_file ON preflights (file_id, id);

-- 错误 and 警告, each once for exactly that finding of exactly that content for that piece of that order.
CREATE TABLE preflight_findings (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    component TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    finding_hash TEXT NOT NULL CHECK (length(finding_hash) = 64),
    finding TEXT NOT NULL,
    found_at TEXT NOT NULL,
    UNIQUE (order_id, component, sha256, finding_hash)
) STRICT;

-- 与客户沟通 (S-4.1.4b): one talk about as many findings as it was about.
CREATE TABLE preflight_contacts (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    who TEXT NOT NULL CHECK (who <> ''),
    how TEXT NOT NULL,
    contacted_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('as_is', 'new_file')),
    words TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES accounts (id),
    -- A yes to a fault is nothing without the customer's words.
    CHECK (outcome <> 'as_is' OR words <> '')
) STRICT;
CREATE INDEX preflight_contacts_by_order ON preflight_contacts (order_id, id);
CREATE TABLE preflight_answers (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES preflight_contacts (id),
    finding_id INTEGER NOT NULL REFERENCES preflight_findings (id),
    UNIQUE (finding_id, contact_id)
) STRICT;

-- 放行: somebody who may stands for a finding with a reason.
CREATE TABLE preflight_waivers (
    id INTEGER PRIMARY KEY,
    finding_id INTEGER NOT NULL UNIQUE REFERENCES preflight_findings (id),
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

-- Who received a file never waives what is wrong with it. Of files from before this nobody knows.
ALTER TABLE received_files ADD COLUMN received_by INTEGER REFERENCES accounts (id);

-- What is in use on open orders and was never looked at waits.
INSERT INTO preflight_queue (file_id, called_off)
SELECT f.id, 0 FROM received_files f JOIN file_places p ON p.id = f.place_id JOIN orders o ON o.id = f.order_id
WHERE p.out_reason = '' AND o.state NOT IN ('released', 'converted')
AND f.version = (SELECT MAX(n.version) FROM received_files n WHERE n.place_id = f.place_id)
AND (f.inspected LIKE '%"kind":"pdf"%' OR f.inspected LIKE '%"kind":"ai_pdf"%');
