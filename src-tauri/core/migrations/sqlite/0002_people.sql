-- People through time: a role is held from a day to a day, somebody answers for it (负责人), somebody stands in for
-- that person (代理人). Wrong passwords and PINs are counted, evidence may follow a recorded signature.

-- A role of a person, from a day on, to a day or open. 负责人: who answers for the role in this house (F1-02).
CREATE TABLE role_terms (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    is_head INTEGER NOT NULL CHECK (is_head IN (0, 1)),
    from_day TEXT NOT NULL,
    to_day TEXT,
    CHECK (to_day IS NULL OR to_day >= from_day)
) STRICT;
CREATE INDEX role_terms_by_account ON role_terms (account_id, id);
-- Whoever held a role so far has held it since entering the house, without an end.
INSERT INTO role_terms (account_id, role, is_head, from_day, to_day)
    SELECT r.account_id, r.role, 0, substr(a.created_at, 1, 10), NULL
    FROM account_roles r JOIN accounts a ON a.id = r.account_id ORDER BY r.id;
DROP TABLE account_roles;

-- 代理人: stands in for a 负责人 in one role, always to a last day.
CREATE TABLE deputies (
    id INTEGER PRIMARY KEY,
    head_id INTEGER NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    deputy_id INTEGER NOT NULL REFERENCES accounts (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    CHECK (head_id <> deputy_id),
    CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX deputies_by_head ON deputies (head_id, id);

-- A password an administrator has set is somebody else's secret: the person chooses another at the next sign-in.
ALTER TABLE accounts ADD COLUMN must_choose_password INTEGER NOT NULL DEFAULT 0 CHECK (must_choose_password IN (0, 1));

-- Wrong tries in a row, by a hash of what is tried: the name at sign-in (known or not), the account for a PIN.
CREATE TABLE wrong_tries (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL UNIQUE CHECK (length(target) = 64),
    tries INTEGER NOT NULL CHECK (tries >= 0),
    last_at TEXT NOT NULL
) STRICT;

-- Where a signature belongs, so that one still without evidence can be found; and for whom a deputy signed.
ALTER TABLE signatures ADD COLUMN order_id INTEGER REFERENCES orders (id);
ALTER TABLE signatures ADD COLUMN deputy_for TEXT;
-- What a signature belongs to is found by it, here and for every list of evidence.
CREATE INDEX stamps_by_signature ON stamps (signature_id);
CREATE INDEX review_opinions_by_signature ON review_opinions (signature_id);
CREATE INDEX order_checks_by_signature ON order_checks (signature_id);
CREATE INDEX amendment_approvals_by_signature ON amendment_approvals (signature_id);
UPDATE signatures SET order_id = COALESCE(
    (SELECT s.order_id FROM stamps t JOIN samples s ON s.id = t.sample_id WHERE t.signature_id = signatures.id),
    (SELECT r.order_id FROM review_opinions o JOIN reviews r ON r.id = o.review_id WHERE o.signature_id = signatures.id),
    (SELECT c.order_id FROM order_checks c WHERE c.signature_id = signatures.id),
    (SELECT m.order_id FROM amendment_approvals a JOIN amendments m ON m.id = a.amendment_id WHERE a.signature_id = signatures.id)
);
CREATE INDEX signatures_recorded ON signatures (recorded_by, id);

-- Evidence of a recorded signature: what came with it, and what followed (后补).
CREATE TABLE evidence_pieces (
    id INTEGER PRIMARY KEY,
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    name TEXT NOT NULL CHECK (name <> ''),
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX evidence_pieces_by_signature ON evidence_pieces (signature_id, id);
