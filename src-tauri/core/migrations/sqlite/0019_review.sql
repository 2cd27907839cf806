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

-- From here on a process the house does not master calls for a review (S-4.3.1B). A house that works already is no stranger to what
-- the trade usually does: it takes back what it does not master, as a house does that opens.
INSERT INTO mature_processes (name, marked_at, marked_by, how)
SELECT usual.name, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), '升级', 'setting' FROM (
    SELECT '覆光膜' AS name
    UNION ALL SELECT '覆哑膜' AS name
    UNION ALL SELECT '触感膜' AS name
    UNION ALL SELECT '防刮膜' AS name
    UNION ALL SELECT '局部UV' AS name
    UNION ALL SELECT '全面UV' AS name
    UNION ALL SELECT '烫金' AS name
    UNION ALL SELECT '烫银' AS name
    UNION ALL SELECT '烫黑' AS name
    UNION ALL SELECT '击凸' AS name
    UNION ALL SELECT '压凹' AS name
    UNION ALL SELECT '压纹' AS name
    UNION ALL SELECT '过油' AS name
    UNION ALL SELECT '模切' AS name
    UNION ALL SELECT '压线' AS name
    UNION ALL SELECT '打虚线' AS name
    UNION ALL SELECT '打孔' AS name
    UNION ALL SELECT '编号' AS name
    UNION ALL SELECT '对折' AS name
    UNION ALL SELECT '三折' AS name
    UNION ALL SELECT '风琴折' AS name
    UNION ALL SELECT '十字折' AS name
    UNION ALL SELECT '折页' AS name
    UNION ALL SELECT '锁线' AS name
    UNION ALL SELECT '裱坑' AS name
    UNION ALL SELECT '对裱' AS name
    UNION ALL SELECT '裱板' AS name
    UNION ALL SELECT '粘盒' AS name
    UNION ALL SELECT '粘窗口' AS name
    UNION ALL SELECT '粘胶' AS name
    UNION ALL SELECT '切成品' AS name
) usual
WHERE EXISTS (SELECT 1 FROM house) AND NOT EXISTS (SELECT 1 FROM mature_processes);
