-- Parts B, C and D of the field dictionary that a form could not hold yet, and the service lines of an order (F7-02).
-- What is reckoned has a column only for what a person puts in instead; it is empty where the reckoning holds. Reams are
-- in thousandths, lengths in 1/10 mm, percents in 1/100 %, money in fen.

ALTER TABLE products ADD COLUMN depth INTEGER CHECK (depth > 0);
ALTER TABLE products ADD COLUMN book_format TEXT;
ALTER TABLE products ADD COLUMN spine_side TEXT;
ALTER TABLE products ADD COLUMN spine INTEGER CHECK (spine >= 0);
ALTER TABLE products ADD COLUMN flap INTEGER CHECK (flap >= 0);
ALTER TABLE products ADD COLUMN ribbon TEXT;
ALTER TABLE products ADD COLUMN headband TEXT;
ALTER TABLE products ADD COLUMN ring_colour TEXT;
ALTER TABLE products ADD COLUMN ring_diameter INTEGER CHECK (ring_diameter > 0);

ALTER TABLE components ADD COLUMN form_table TEXT;
ALTER TABLE components ADD COLUMN good_sheets INTEGER CHECK (good_sheets >= 0);
ALTER TABLE components ADD COLUMN spoilage_rate INTEGER CHECK (spoilage_rate BETWEEN 0 AND 10000);
ALTER TABLE components ADD COLUMN total_sheets INTEGER CHECK (total_sheets >= 0);
ALTER TABLE components ADD COLUMN plate_sets INTEGER CHECK (plate_sets >= 0);
ALTER TABLE components ADD COLUMN plates INTEGER CHECK (plates >= 0);
ALTER TABLE components ADD COLUMN parent_sheets INTEGER CHECK (parent_sheets >= 0);
ALTER TABLE components ADD COLUMN reams INTEGER CHECK (reams >= 0);
ALTER TABLE components ADD COLUMN issued INTEGER CHECK (issued >= 0);

ALTER TABLE finishing_steps ADD COLUMN tool_state TEXT;
ALTER TABLE finishing_steps ADD COLUMN area_width INTEGER CHECK (area_width > 0);
ALTER TABLE finishing_steps ADD COLUMN area_height INTEGER CHECK (area_height > 0);
ALTER TABLE finishing_steps ADD COLUMN material TEXT;
ALTER TABLE finishing_steps ADD COLUMN number_range TEXT;
ALTER TABLE finishing_steps ADD COLUMN flute TEXT;
ALTER TABLE finishing_steps ADD COLUMN remark TEXT;

ALTER TABLE drops ADD COLUMN carrier TEXT;

-- A service beside the product: an amount, VAT included, and no task sheet.
CREATE TABLE service_lines (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    amount INTEGER CHECK (amount >= 0),
    remark TEXT,
    UNIQUE (order_id, row_key)
) STRICT;
