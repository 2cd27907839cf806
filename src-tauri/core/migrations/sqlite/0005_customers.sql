-- Customers whole (F7-06, S-4.2.1a, S-4.3.1A), opening processes (S-4.3.1B), and when an order came in (F1-04b).

-- 编号: typed or from its own series; an older customer gets one when it is next saved.
ALTER TABLE customers ADD COLUMN code TEXT NOT NULL DEFAULT '';
-- 本地 or 外地; empty until somebody says.
ALTER TABLE customers ADD COLUMN locality TEXT NOT NULL DEFAULT '' CHECK (locality IN ('', 'local', 'out_of_town'));
-- 直通: no proofs, files locked (S-4.2.1).
ALTER TABLE customers ADD COLUMN direct_lane INTEGER NOT NULL DEFAULT 0 CHECK (direct_lane IN (0, 1));
ALTER TABLE customers ADD COLUMN long_term INTEGER NOT NULL DEFAULT 0 CHECK (long_term IN (0, 1));
ALTER TABLE customers ADD COLUMN tolerance INTEGER CHECK (tolerance BETWEEN 0 AND 10000);
ALTER TABLE customers ADD COLUMN invoice_title TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN invoice_tax_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN invoice_bank TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN invoice_address TEXT NOT NULL DEFAULT '';
-- Marked 老客户 by hand or by import, with who and when.
ALTER TABLE customers ADD COLUMN established_at TEXT;
ALTER TABLE customers ADD COLUMN established_by TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN established_how TEXT NOT NULL DEFAULT '' CHECK (established_how IN ('', 'setting', 'import'));
-- A double: its orders went to the customer named here, its name stays findable.
ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
ALTER TABLE customers ADD COLUMN merged_at TEXT;
CREATE UNIQUE INDEX customers_by_code ON customers (code) WHERE code <> '';
CREATE INDEX customers_by_merger ON customers (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE customer_contacts (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    message TEXT NOT NULL,
    purpose TEXT NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    CHECK (name <> '' OR phone <> '' OR message <> '')
) STRICT;
CREATE INDEX customer_contacts_by_customer ON customer_contacts (customer_id, position);
-- One of them is asked first, never two.
CREATE UNIQUE INDEX customer_contacts_one_default ON customer_contacts (customer_id) WHERE is_default = 1;

CREATE TABLE customer_addresses (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    position INTEGER NOT NULL,
    address TEXT NOT NULL CHECK (address <> ''),
    receiver TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
) STRICT;
CREATE INDEX customer_addresses_by_customer ON customer_addresses (customer_id, position);
CREATE UNIQUE INDEX customer_addresses_one_default ON customer_addresses (customer_id) WHERE is_default = 1;

CREATE TABLE customer_instalments (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    position INTEGER NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 10000),
    due TEXT NOT NULL CHECK (due IN ('before_order', 'before_shipping', 'on_delivery', 'monthly')),
    days INTEGER CHECK (days >= 0),
    CHECK (due <> 'monthly' OR days IS NOT NULL)
) STRICT;
CREATE INDEX customer_instalments_by_customer ON customer_instalments (customer_id, position);

-- What was known of a customer before becomes its first contact and its first delivery address.
INSERT INTO customer_contacts (customer_id, position, name, phone, message, purpose, is_default)
    SELECT id, 0, contact, phone, '', '', 1 FROM customers WHERE contact <> '' OR phone <> '';
INSERT INTO customer_addresses (customer_id, position, address, receiver, phone, note, is_default)
    SELECT id, 0, address, contact, phone, '', 1 FROM customers WHERE address <> '';

-- Processes the house masters (成熟), each with who said so and when (S-4.3.1B).
CREATE TABLE mature_processes (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    marked_at TEXT NOT NULL,
    marked_by TEXT NOT NULL CHECK (marked_by <> ''),
    how TEXT NOT NULL CHECK (how IN ('setting', 'import'))
) STRICT;

-- The hour the order came in, and what lay between that and its record, in working minutes (F1-04b).
ALTER TABLE orders ADD COLUMN received_time TEXT;
ALTER TABLE orders ADD COLUMN recording_minutes INTEGER;
ALTER TABLE orders ADD COLUMN recorded_late INTEGER NOT NULL DEFAULT 0 CHECK (recorded_late IN (0, 1));

-- The series of customer codes for a house that is open already.
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'customer', 'K-{D}{0000}', 'never', 1 FROM house;
