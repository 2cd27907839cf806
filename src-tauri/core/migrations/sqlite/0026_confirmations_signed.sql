-- A customer's yes that was written stands on something that can be shown: it is signed, with its evidence or with what is to follow.
ALTER TABLE confirmations ADD COLUMN signature_id INTEGER REFERENCES signatures (id);
