-- Four kinds of orders with their own rules (F4): 样品 OS, 预售 OP, 客户订单 OD, 库存生产申请 OF.

-- Three columns of `orders` allow what they did not. A CHECK and a NOT NULL cannot be widened where they stand, so each is
-- laid out anew beside itself, filled, and takes the name: no row is moved, and no foreign key of another table is touched.
ALTER TABLE orders ADD COLUMN kind_now TEXT NOT NULL DEFAULT 'od' CHECK (kind_now IN ('os', 'op', 'od', 'of'));
UPDATE orders SET kind_now = kind;
ALTER TABLE orders DROP COLUMN kind;
ALTER TABLE orders RENAME COLUMN kind_now TO kind;
CREATE INDEX orders_by_kind ON orders (kind, id);
-- 已转单: a presale of which nothing is left (F4-3d).
ALTER TABLE orders ADD COLUMN state_now TEXT NOT NULL DEFAULT 'registered' CHECK (state_now IN ('registered', 'requirements_confirmed', 'in_review', 'released', 'converted'));
UPDATE orders SET state_now = state;
DROP INDEX orders_open;
DROP INDEX orders_by_state;
ALTER TABLE orders DROP COLUMN state;
ALTER TABLE orders RENAME COLUMN state_now TO state;
CREATE INDEX orders_open ON orders (id) WHERE state NOT IN ('released', 'converted');
CREATE INDEX orders_by_state ON orders (state, id);
-- What the house makes for its own stock has no customer (F4-5a).
ALTER TABLE orders ADD COLUMN customer_now INTEGER REFERENCES customers (id);
UPDATE orders SET customer_now = customer_id;
DROP INDEX orders_by_customer;
DROP INDEX orders_by_po;
ALTER TABLE orders DROP COLUMN customer_id;
ALTER TABLE orders RENAME COLUMN customer_now TO customer_id;
CREATE INDEX orders_by_customer ON orders (customer_id, id);
CREATE INDEX orders_by_po ON orders (customer_id, LOWER(customer_po));

-- 免费: a sample order nobody pays for (F4-2).
ALTER TABLE orders ADD COLUMN free INTEGER CHECK (free IN (0, 1));
-- Who estimated what is made for stock, and on what ground (F4-5d). It has no customer, and nothing else is without one.
ALTER TABLE orders ADD COLUMN estimator_id INTEGER REFERENCES accounts (id) CHECK ((kind = 'of') = (customer_id IS NULL));
ALTER TABLE orders ADD COLUMN estimate_basis TEXT;

-- Which order became which, and how many pieces of it (F4-3d); a customer order comes of one order at most.
CREATE TABLE conversions (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    from_id INTEGER NOT NULL REFERENCES orders (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    CHECK (order_id <> from_id)
) STRICT;
CREATE INDEX conversions_of ON conversions (from_id, order_id);

-- Products the house makes for its stock (常规畅销), each with who said so and when (F4-5a).
CREATE TABLE regular_products (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    marked_at TEXT NOT NULL,
    marked_by TEXT NOT NULL CHECK (marked_by <> '')
) STRICT;

-- Each kind has its own series; a house that is open already gets those of the new kinds.
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'order_os', 'OS-{YYYY}-{D}{000000}', 'year', 1 FROM house;
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'order_op', 'OP-{YYYY}-{D}{000000}', 'year', 1 FROM house;
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'order_of', 'OF-{YYYY}-{D}{000000}', 'year', 1 FROM house;
