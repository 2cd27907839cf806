-- 今日: what of an order's check list waits for somebody now, as JSON, in the order of the list. Stored with whatever changed it.
ALTER TABLE orders ADD COLUMN waits TEXT NOT NULL DEFAULT '[]';

-- Orders that were here before are stood anew at the first sign-in.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted', 'suspended', 'cancelled');

-- What nobody has approved yet.
CREATE INDEX free_proofs_waiting ON free_proofs (id) WHERE signature_id IS NULL AND withdrawn = '';
