-- What a new version of a file changed of the one before, page by page (S-4.1.4b): drawn once, and kept.
CREATE TABLE version_comparisons (
    id INTEGER PRIMARY KEY,
    before_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    after_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    comparison TEXT NOT NULL,
    compared_at TEXT NOT NULL,
    UNIQUE (before_sha256, after_sha256)
) STRICT;

-- What somebody answered item by item who looked by hand (S-4.1.4a); unknown of what was looked at before that was kept.
ALTER TABLE preflights ADD COLUMN items TEXT;
