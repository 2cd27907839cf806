-- Finding an order again: the search index, the list's ways through, what was repeated from what.

-- The texts by which an order is found, one a line, in the order of `orders/search`. Derived from the order and
-- written with it; it can be thrown away and made anew.
CREATE TABLE order_index (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    texts TEXT NOT NULL
) STRICT;
-- The words of those texts, already cut by the program: letters and digits only, so that the tokenizer has
-- nothing to decide. Without content and positions: which texts hold a word is read from order_index.
CREATE VIRTUAL TABLE order_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");

-- How far the index is made: by which version of the cutting, and up to which order. One row.
CREATE TABLE order_index_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    done_to INTEGER NOT NULL
) STRICT;
INSERT INTO order_index_state (id, version, done_to) VALUES (1, 0, 0);

-- Which order another one repeats (翻单).
CREATE TABLE repeats (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    repeated_id INTEGER NOT NULL REFERENCES orders (id),
    CHECK (order_id <> repeated_id)
) STRICT;
CREATE INDEX repeats_of ON repeats (repeated_id, order_id);

-- The list page by page; what was made before for the same customer; the same file on another order.
CREATE INDEX orders_open ON orders (id) WHERE state <> 'released';
CREATE INDEX orders_by_state ON orders (state, id);
CREATE INDEX orders_by_customer ON orders (customer_id, id);
CREATE INDEX orders_by_po ON orders (customer_id, LOWER(customer_po));
CREATE INDEX products_by_name ON products (name, order_id);
CREATE INDEX received_files_by_content ON received_files (sha256, id);
