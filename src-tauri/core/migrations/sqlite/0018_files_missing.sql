-- A printed component without a file keeps the task sheet back (S-4.4.1A-2): how much keeps each open order back is counted anew,
-- once, at the next start.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted');
