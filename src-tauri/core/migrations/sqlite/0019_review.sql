-- The review whole (F5, S-4.3).

-- 订单性质: 常规 or 非常规 where a person has decided it, with the reasons of F5-d2 as codes with commas, or why it is 常规 all the same.
CREATE TABLE order_natures (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    nature TEXT NOT NULL CHECK (nature IN ('routine', 'unusual')),
    reasons TEXT NOT NULL,
    why TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;

-- 最早日期: the delivery a department could keep (F5-1.2a, F5-1.2f).
ALTER TABLE review_opinions ADD COLUMN new_date TEXT;

-- A question may ask for another delivery; then the answer says yes or no to it (F5-1.2c). Who put a question to the customer; of
-- those from before this nobody knows.
ALTER TABLE review_points ADD COLUMN new_date TEXT;
ALTER TABLE review_points ADD COLUMN agreed INTEGER CHECK (agreed IN (0, 1));
ALTER TABLE review_points ADD COLUMN asked_by INTEGER REFERENCES accounts (id);

-- 有条件接单 with another delivery (F5-1.2f), and what was concluded upon but for its days: the order that then gets that delivery is
-- the one that was reviewed.
ALTER TABLE reviews ADD COLUMN new_date TEXT;
ALTER TABLE reviews ADD COLUMN dateless_hash TEXT NOT NULL DEFAULT '';

-- Where an order stands depends on more from here on: each is stood anew once, at the next start.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted');
