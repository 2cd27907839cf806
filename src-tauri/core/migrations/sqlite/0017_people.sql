-- Who stands for what, and what turns by itself.

-- 免评审: the review of a 直通 customer's order is waived with a reason, by 业务总监 (S-4.2.1c, S-4.3.1). Signed over what would be
-- reviewed and why; the latest of an order counts.
CREATE TABLE review_waivers (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    signature_id INTEGER NOT NULL REFERENCES signatures (id)
) STRICT;
CREATE INDEX review_waivers_by_order ON review_waivers (order_id, id);
CREATE INDEX review_waivers_by_signature ON review_waivers (signature_id);

-- 转交记录: a review that was opened, a new version of a sheet and a day that moved are told, too (F1-07). The column is laid out
-- anew, because a CHECK cannot be widened.
ALTER TABLE hand_overs ADD COLUMN occasion_now TEXT NOT NULL DEFAULT 'by_hand' CHECK (occasion_now IN ('review', 'effect', 'release', 'version', 'day_moved', 'by_hand'));
UPDATE hand_overs SET occasion_now = occasion;
ALTER TABLE hand_overs DROP COLUMN occasion;
ALTER TABLE hand_overs RENAME COLUMN occasion_now TO occasion;

-- From whom a sample is, and the day it came (S-4.1.1c); of samples from before this nobody knows.
ALTER TABLE samples ADD COLUMN from_whom TEXT NOT NULL DEFAULT '';
ALTER TABLE samples ADD COLUMN came_on TEXT;

-- The first day on which something of an order turns by itself: a stamp no longer holds, or a quote. It is stood anew then.
ALTER TABLE orders ADD COLUMN recheck_on TEXT;
CREATE INDEX orders_to_recheck ON orders (recheck_on) WHERE recheck_on IS NOT NULL;
-- Of an order from before this nobody knows that day: it is stood anew once, at the next start.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted');

-- 其他来源: what channel it was (F1-04a).
ALTER TABLE orders ADD COLUMN channel_note TEXT;

-- 过油: on which side.
ALTER TABLE components ADD COLUMN coating_sides TEXT;
