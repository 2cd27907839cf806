-- 暂停, 恢复 and 取消 of an order (F1-08, F1-11, F4-4c, F4-4d).

-- What was done, why, who asked for it, and who of the customer said or was told so. The latest row of an order counts, and a
-- cancellation is the last: where an order stands follows from it. A cancellation once in effect names the signature of 业务总监 and what
-- it costs whom; one of an order that was paid for says what becomes of the money.
CREATE TABLE order_halts (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    kind TEXT NOT NULL CHECK (kind IN ('suspend', 'resume', 'cancel')),
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL CHECK (asked_by IN ('customer', 'house')),
    contact_who TEXT,
    contact_at TEXT,
    contact_how TEXT,
    expected_until TEXT,
    money TEXT CHECK (money IN ('refund', 'credit')),
    loss INTEGER CHECK (loss >= 0),
    liable TEXT NOT NULL CHECK (liable IN ('none', 'customer', 'house')),
    outcome TEXT NOT NULL,
    consequences TEXT NOT NULL,
    signature_id INTEGER REFERENCES signatures (id),
    consent_signature_id INTEGER REFERENCES signatures (id),
    done_at TEXT NOT NULL,
    done_by INTEGER NOT NULL REFERENCES accounts (id),
    CHECK (kind = 'resume' OR reason <> ''),
    CHECK ((contact_who IS NULL) = (contact_at IS NULL) AND (contact_who IS NULL) = (contact_how IS NULL)),
    CHECK (kind = 'suspend' OR expected_until IS NULL)
) STRICT;
CREATE INDEX order_halts_by_order ON order_halts (order_id, id);
CREATE INDEX order_halts_by_signature ON order_halts (signature_id);
CREATE INDEX order_halts_by_consent ON order_halts (consent_signature_id);
-- Nothing leads back from a cancellation.
CREATE UNIQUE INDEX order_halts_one_cancellation ON order_halts (order_id) WHERE kind = 'cancel';

-- The side states. The column is laid out anew, because a CHECK cannot be widened.
ALTER TABLE orders ADD COLUMN state_now TEXT NOT NULL DEFAULT 'registered' CHECK (state_now IN ('registered', 'requirements_confirmed', 'in_review', 'review_passed', 'taken_with_conditions', 'declined', 'quoted', 'pending_effect', 'in_effect', 'released', 'converted', 'suspended', 'cancelled'));
UPDATE orders SET state_now = state;
DROP INDEX orders_open;
DROP INDEX orders_by_state;
ALTER TABLE orders DROP COLUMN state;
ALTER TABLE orders RENAME COLUMN state_now TO state;
CREATE INDEX orders_open ON orders (id) WHERE state NOT IN ('released', 'declined', 'converted', 'suspended', 'cancelled');
CREATE INDEX orders_by_state ON orders (state, id);

-- Whoever was told of the order is told that it rests, goes on, or is cancelled (F1-07).
ALTER TABLE hand_overs ADD COLUMN occasion_now TEXT NOT NULL DEFAULT 'by_hand' CHECK (occasion_now IN ('review', 'effect', 'release', 'version', 'day_moved', 'suspended', 'resumed', 'cancelled', 'by_hand'));
UPDATE hand_overs SET occasion_now = occasion;
ALTER TABLE hand_overs DROP COLUMN occasion;
ALTER TABLE hand_overs RENAME COLUMN occasion_now TO occasion;
