-- Where foil, UV, embossing and die-cutting go (S-4.2.6): on a page of a received file, as an outline in 1/10 mm from the
-- upper left corner of the trim, or in words on a sample. The step is the row key of a step of finishing.
CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    row_key TEXT NOT NULL CHECK (row_key <> ''),
    step TEXT NOT NULL CHECK (step <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    tool TEXT NOT NULL,
    place_id INTEGER REFERENCES file_places (id),
    sha256 TEXT REFERENCES stored_files (sha256),
    page INTEGER CHECK (page > 0),
    outline TEXT,
    sample_id INTEGER REFERENCES samples (id),
    words TEXT NOT NULL,
    CHECK ((place_id IS NULL) <> (sample_id IS NULL)),
    -- What is marked on a file says on which content, which page and where; what is said of a sample says it in words.
    CHECK ((place_id IS NULL) = (sha256 IS NULL) AND (place_id IS NULL) = (page IS NULL) AND (place_id IS NULL) = (outline IS NULL)),
    CHECK ((sample_id IS NULL) = (words = '')),
    UNIQUE (order_id, row_key)
) STRICT;

-- The first page of a file as a small grey picture for the task sheet, made once for a content and kept.
CREATE TABLE page_thumbnails (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    page INTEGER NOT NULL CHECK (page > 0),
    kept TEXT NOT NULL REFERENCES stored_files (sha256),
    UNIQUE (sha256, page)
) STRICT;
