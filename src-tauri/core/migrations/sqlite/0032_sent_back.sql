-- 退回 of 生效审批 or 审核, over the content as it was shown, and why (F2-04.4a).
CREATE TABLE sent_back (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    asked_for TEXT NOT NULL CHECK (asked_for IN ('effect', 'check')),
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    reason TEXT NOT NULL CHECK (reason <> ''),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX sent_back_by_order ON sent_back (order_id, id);
CREATE INDEX sent_back_by_signature ON sent_back (signature_id);
