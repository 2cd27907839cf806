-- Samples as they lie in the house, stamps that are voided, proofs and how they are agreed to, changes written on samples,
-- proofs nobody pays for.

-- 状态 and 存放 of a sample, until when it is good, and why it no longer belongs to the order.
ALTER TABLE samples ADD COLUMN condition TEXT NOT NULL DEFAULT '';
ALTER TABLE samples ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE samples ADD COLUMN valid_until TEXT;
ALTER TABLE samples ADD COLUMN out_reason TEXT NOT NULL DEFAULT '';
-- The sample of another order it is the same piece as (F4-2, F4-3d).
ALTER TABLE samples ADD COLUMN taken_from INTEGER REFERENCES samples (id);

-- 借出 and 归还.
CREATE TABLE sample_loans (
    id INTEGER PRIMARY KEY,
    sample_id INTEGER NOT NULL REFERENCES samples (id),
    borrower TEXT NOT NULL CHECK (borrower <> ''),
    purpose TEXT NOT NULL,
    lent_at TEXT NOT NULL,
    lent_by INTEGER NOT NULL REFERENCES accounts (id),
    returned_at TEXT,
    returned_by TEXT,
    taken_by INTEGER REFERENCES accounts (id),
    CHECK ((returned_at IS NULL) = (taken_by IS NULL))
) STRICT;
CREATE INDEX sample_loans_by_sample ON sample_loans (sample_id, id);
-- One piece is with one person at a time.
CREATE UNIQUE INDEX sample_loans_open ON sample_loans (sample_id) WHERE returned_at IS NULL;

-- A stamp is never edited: a second one voids it, with a reason (S-4.2.4).
CREATE TABLE stamp_voids (
    id INTEGER PRIMARY KEY,
    stamp_id INTEGER NOT NULL UNIQUE REFERENCES stamps (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    voided_on TEXT NOT NULL
) STRICT;

-- Pictures of a sample: of the piece, or of a change written on it.
CREATE TABLE sample_photos (
    id INTEGER PRIMARY KEY,
    sample_id INTEGER NOT NULL REFERENCES samples (id),
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    name TEXT NOT NULL CHECK (name <> ''),
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX sample_photos_by_sample ON sample_photos (sample_id, id);

-- 无样: which of the two ways of S-4.2.3 an order takes. A: a proof the customer answers. B: the customer is away or does not
-- sign; an ink-jet proof of the original files is signed by sales.
CREATE TABLE proof_lanes (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    lane TEXT NOT NULL CHECK (lane IN ('a', 'b')),
    reason TEXT NOT NULL CHECK (reason IN ('', 'away', 'unsigned')),
    note TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by INTEGER NOT NULL REFERENCES accounts (id),
    CHECK ((lane = 'b') = (reason <> ''))
) STRICT;

-- A round of proofs: printed, looked over, bound, answered. One that was sent through the RIP is none of lane B.
CREATE TABLE proofs (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    round INTEGER NOT NULL CHECK (round > 0),
    lane TEXT NOT NULL CHECK (lane IN ('a', 'b')),
    medium TEXT NOT NULL CHECK (medium IN ('blueline', 'digital', 'inkjet')),
    through_rip INTEGER NOT NULL CHECK (through_rip IN (0, 1)),
    compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
    printed_at TEXT NOT NULL,
    printed_by INTEGER NOT NULL REFERENCES accounts (id),
    checked_at TEXT,
    checked_by INTEGER REFERENCES accounts (id),
    checked_items TEXT,
    dummy_at TEXT,
    dummy_by INTEGER REFERENCES accounts (id),
    in_order INTEGER CHECK (in_order IN (0, 1)),
    colours INTEGER CHECK (colours IN (0, 1)),
    contents INTEGER CHECK (contents IN (0, 1)),
    bound INTEGER CHECK (bound IN (0, 1)),
    folios TEXT CHECK (folios IN ('visible', 'hidden', 'absent')),
    numbered_by TEXT,
    answer TEXT CHECK (answer IN ('agreed', 'changes')),
    answer_words TEXT,
    signature_id INTEGER REFERENCES signatures (id),
    sample_id INTEGER REFERENCES samples (id),
    CHECK ((answer IS NULL) = (signature_id IS NULL)),
    CHECK (lane = 'a' OR (medium = 'inkjet' AND through_rip = 0)),
    CHECK (lane = 'b' OR medium <> 'inkjet'),
    UNIQUE (order_id, round)
) STRICT;
CREATE INDEX proofs_by_signature ON proofs (signature_id);

-- The files a proof was printed from, by hash: one more version of one, and it is a proof of something else.
CREATE TABLE proof_files (
    id INTEGER PRIMARY KEY,
    proof_id INTEGER NOT NULL REFERENCES proofs (id),
    file_id INTEGER NOT NULL REFERENCES received_files (id),
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256)
) STRICT;
CREATE INDEX proof_files_by_proof ON proof_files (proof_id, id);

-- A change written on a sample: where, what, and who of sales signed beside it (S-4.2.7).
CREATE TABLE sample_changes (
    id INTEGER PRIMARY KEY,
    sample_id INTEGER NOT NULL REFERENCES samples (id),
    place TEXT NOT NULL CHECK (place <> ''),
    words TEXT NOT NULL CHECK (words <> ''),
    scan_id INTEGER REFERENCES sample_photos (id),
    written_at TEXT NOT NULL,
    written_by INTEGER NOT NULL REFERENCES accounts (id),
    signature_id INTEGER REFERENCES signatures (id)
) STRICT;
CREATE INDEX sample_changes_by_sample ON sample_changes (sample_id, id);

-- 免费打样 (S-4.2.3B-4): a proof the house makes for an order and nobody pays for. It gets its number when the supervisor has
-- approved it, is no task sheet of the order and stands in no figure of sales; what it cost is written down.
CREATE TABLE free_proofs (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    number TEXT UNIQUE,
    medium TEXT NOT NULL CHECK (medium IN ('blueline', 'digital', 'inkjet')),
    content TEXT NOT NULL CHECK (content <> ''),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    requested_at TEXT NOT NULL,
    requested_by INTEGER NOT NULL REFERENCES accounts (id),
    signature_id INTEGER REFERENCES signatures (id),
    issued_at TEXT,
    sheet_sha256 TEXT REFERENCES stored_files (sha256),
    cost INTEGER CHECK (cost >= 0),
    cost_note TEXT NOT NULL,
    withdrawn TEXT NOT NULL,
    CHECK ((number IS NULL) = (signature_id IS NULL)),
    CHECK (cost IS NULL OR number IS NOT NULL),
    CHECK (withdrawn = '' OR number IS NULL)
) STRICT;
CREATE INDEX free_proofs_by_order ON free_proofs (order_id, id);
CREATE INDEX free_proofs_by_signature ON free_proofs (signature_id);
CREATE INDEX free_proofs_issued ON free_proofs (issued_at);

-- Its own series; a house that is open already gets it.
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'free_proof', 'MD-{YYYY}-{D}{0000}', 'year', 1 FROM house;
