-- Customers' files, several per component. A file has a place in its order; the versions of it follow each other in that
-- place. A place may move to another component or be taken out of use; nothing of it is ever removed.

CREATE TABLE file_places (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    component TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    out_reason TEXT NOT NULL
) STRICT;
CREATE INDEX file_places_by_order ON file_places (order_id, component, position);

INSERT INTO file_places (order_id, component, position, out_reason)
SELECT DISTINCT order_id, component, 1, '' FROM received_files ORDER BY order_id, component;

-- The running version counts within the place now, so the old UNIQUE goes and the table is laid out anew.
CREATE TABLE placed_files (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    place_id INTEGER NOT NULL REFERENCES file_places (id),
    name TEXT NOT NULL CHECK (name <> ''),
    label TEXT NOT NULL,
    counts TEXT NOT NULL CHECK (counts IN ('single', 'spread', 'cover')),
    made_by TEXT NOT NULL CHECK (made_by IN ('customer', 'house')),
    version INTEGER NOT NULL CHECK (version > 0),
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    from_whom TEXT NOT NULL,
    how TEXT NOT NULL,
    received_at TEXT NOT NULL,
    inspected TEXT NOT NULL,
    UNIQUE (place_id, version)
) STRICT;
INSERT INTO placed_files (id, order_id, place_id, name, label, counts, made_by, version, sha256, from_whom, how, received_at, inspected)
SELECT f.id, f.order_id, p.id, f.name, f.label, 'single', 'customer', f.version, f.sha256, f.from_whom, f.how, f.received_at, f.inspected
FROM received_files f JOIN file_places p ON p.order_id = f.order_id AND p.component = f.component;
DROP TABLE received_files;
ALTER TABLE placed_files RENAME TO received_files;
CREATE INDEX received_files_by_order ON received_files (order_id, place_id, version);
CREATE INDEX received_files_by_content ON received_files (sha256, id);

-- The queue into the prepress folder (S-4.1.4c): one row a version, so that no version is filed twice.
CREATE TABLE prepress_copies (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL UNIQUE REFERENCES received_files (id),
    folder TEXT NOT NULL CHECK (folder <> ''),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'failed')),
    tries INTEGER NOT NULL CHECK (tries >= 0),
    next_try TEXT NOT NULL,
    trouble TEXT NOT NULL,
    kept_as TEXT NOT NULL
) STRICT;
CREATE INDEX prepress_copies_waiting ON prepress_copies (state, next_try, id);
