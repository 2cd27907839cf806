-- Taking effect (F7-07, F7-08), who may change an order before release, and to whom it is handed over (F1-07).

-- Where an order stands: every state up to 已下单 (F1-08). The column is laid out anew, because a CHECK cannot be widened.
ALTER TABLE orders ADD COLUMN state_now TEXT NOT NULL DEFAULT 'registered' CHECK (state_now IN ('registered', 'requirements_confirmed', 'in_review', 'review_passed', 'taken_with_conditions', 'declined', 'quoted', 'pending_effect', 'in_effect', 'released', 'converted'));
UPDATE orders SET state_now = state;
DROP INDEX orders_open;
DROP INDEX orders_by_state;
ALTER TABLE orders DROP COLUMN state;
ALTER TABLE orders RENAME COLUMN state_now TO state;
CREATE INDEX orders_open ON orders (id) WHERE state NOT IN ('released', 'declined', 'converted');
CREATE INDEX orders_by_state ON orders (state, id);
-- When it first took effect: from then on it is closed to free editing (F7-03).
ALTER TABLE orders ADD COLUMN effect_at TEXT;
UPDATE orders SET effect_at = (SELECT MIN(s.issued_at) FROM task_sheets s WHERE s.order_id = orders.id) WHERE state = 'released';

-- 不接单, signed by 总经理 or 副总经理 (F5-1.2d).
ALTER TABLE reviews ADD COLUMN decline_signature_id INTEGER REFERENCES signatures (id);

-- 生效审批, over the content that is to take effect (F7-07a).
CREATE TABLE effect_approvals (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX effect_approvals_by_order ON effect_approvals (order_id, id);
CREATE INDEX effect_approvals_by_signature ON effect_approvals (signature_id);

-- The customer's signature, over what is read back to the customer (F7-07b), with the contract where there is one (F5-2).
CREATE TABLE customer_signatures (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    kind TEXT NOT NULL CHECK (kind IN ('signed_scan', 'purchase_order', 'email', 'chat', 'contract')),
    contract_number TEXT NOT NULL,
    contract_date TEXT,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX customer_signatures_by_order ON customer_signatures (order_id, id);
CREATE INDEX customer_signatures_by_signature ON customer_signatures (signature_id);

-- A change may now be one of an order that took effect and has no sheet yet (F7-08). Where it makes somebody a loss, how
-- much and whose (F4-4d); whether the customer heard of a later date only when the old one had come (F7-11).
CREATE TABLE amendments_now (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    task_sheet_id INTEGER REFERENCES task_sheets (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'in_force', 'refused', 'withdrawn')),
    change_index INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    form TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    needs TEXT NOT NULL,
    consent_who TEXT,
    consent_at TEXT,
    consent_how TEXT,
    late_notice INTEGER NOT NULL CHECK (late_notice IN (0, 1)),
    loss INTEGER CHECK (loss >= 0),
    liable TEXT NOT NULL CHECK (liable IN ('none', 'customer', 'house')),
    outcome TEXT NOT NULL,
    requested_by INTEGER NOT NULL REFERENCES accounts (id),
    requested_at TEXT NOT NULL,
    decided_at TEXT,
    closing_note TEXT NOT NULL,
    CHECK ((state = 'in_force' AND task_sheet_id IS NOT NULL) = (change_index IS NOT NULL))
) STRICT;
INSERT INTO amendments_now (id, order_id, task_sheet_id, state, change_index, reason, form, content_hash, needs, consent_who, consent_at, consent_how, late_notice, loss, liable, outcome, requested_by, requested_at, decided_at, closing_note)
    SELECT id, order_id, task_sheet_id, state, change_index, reason, form, content_hash, needs, consent_who, consent_at, consent_how, 0, NULL, 'none', '', requested_by, requested_at, decided_at, closing_note FROM amendments;
CREATE TABLE amendment_places_now (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL REFERENCES amendments_now (id),
    path TEXT NOT NULL,
    label TEXT NOT NULL,
    old_text TEXT NOT NULL,
    new_text TEXT NOT NULL,
    authority TEXT NOT NULL,
    UNIQUE (amendment_id, path)
) STRICT;
INSERT INTO amendment_places_now (id, amendment_id, path, label, old_text, new_text, authority)
    SELECT id, amendment_id, path, label, old_text, new_text, authority FROM amendment_places;
CREATE TABLE amendment_approvals_now (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL REFERENCES amendments_now (id),
    authority TEXT NOT NULL,
    signature_id INTEGER NOT NULL REFERENCES signatures (id),
    UNIQUE (amendment_id, authority)
) STRICT;
INSERT INTO amendment_approvals_now (id, amendment_id, authority, signature_id)
    SELECT id, amendment_id, authority, signature_id FROM amendment_approvals;
DROP TABLE amendment_approvals;
DROP TABLE amendment_places;
DROP TABLE amendments;
ALTER TABLE amendments_now RENAME TO amendments;
ALTER TABLE amendment_places_now RENAME TO amendment_places;
ALTER TABLE amendment_approvals_now RENAME TO amendment_approvals;
CREATE UNIQUE INDEX amendments_one_pending ON amendments (order_id) WHERE state = 'pending';
CREATE INDEX amendment_approvals_by_signature ON amendment_approvals (signature_id);

-- 转交记录: which department was told or handed what, by whom, when, and who said that it came (F1-07, F7-09).
CREATE TABLE hand_overs (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    occasion TEXT NOT NULL CHECK (occasion IN ('effect', 'release', 'by_hand')),
    department TEXT NOT NULL CHECK (department <> ''),
    person TEXT NOT NULL,
    content TEXT NOT NULL CHECK (content <> ''),
    handed_at TEXT NOT NULL,
    handed_by INTEGER NOT NULL REFERENCES accounts (id),
    received_by TEXT,
    received_at TEXT,
    CHECK ((received_by IS NULL) = (received_at IS NULL))
) STRICT;
CREATE INDEX hand_overs_by_order ON hand_overs (order_id, id);
