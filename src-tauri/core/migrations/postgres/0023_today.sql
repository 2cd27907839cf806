-- 今日: what of an order's check list waits for somebody now, as JSON, in the order of the list. Stored with whatever changed it.
ALTER TABLE orders ADD COLUMN waits TEXT COLLATE "C" NOT NULL DEFAULT '[]';

-- Orders that were here before are stood anew at the first sign-in.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted', 'suspended', 'cancelled');

-- What nobody has approved yet.
CREATE INDEX free_proofs_waiting ON free_proofs (id) WHERE signature_id IS NULL AND withdrawn = '';

-- What the board asks of one assistant's orders, and of the copies of sheets that were changed or are void.
CREATE INDEX orders_by_assistant ON orders (assistant_id, id);
CREATE INDEX amendments_in_force ON amendments (task_sheet_id) WHERE state = 'in_force';
CREATE INDEX task_sheets_void ON task_sheets (order_id) WHERE voided_at IS NOT NULL;
