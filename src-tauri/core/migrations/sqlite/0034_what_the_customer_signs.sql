-- Who the customer was on the paper that was signed (F7-07b): on an issued order that stays, however the customer is known later. Empty:
-- the signature names what was read back, and nothing of the customer.
ALTER TABLE customer_signatures ADD COLUMN customer_hash TEXT NOT NULL DEFAULT '';
-- Who the customer was on paper when the sheet was issued; none of sheets of before: then whoever signed is who they were.
ALTER TABLE orders ADD COLUMN customer_at_issue TEXT;

-- Drops that miss the quantity keep a sheet back from here on (F8-1): orders that were here before are stood anew at the first sign-in.
UPDATE orders SET recheck_on = '2000-01-01' WHERE state NOT IN ('released', 'converted', 'suspended', 'cancelled');
