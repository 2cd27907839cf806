-- A yes that was only spoken stands on the record of the order that was read back: kept with it, as it was then (S-4.1.2, F4-4b).
ALTER TABLE confirmations ADD COLUMN paper_sha256 TEXT REFERENCES stored_files (sha256);
ALTER TABLE confirmations ADD COLUMN paper_pages BIGINT;
-- What an order said when it took effect: from then on it changes through a change order alone (F7-03).
ALTER TABLE orders ADD COLUMN effect_hash TEXT;
