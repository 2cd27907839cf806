-- The census of printed task sheets (S-4.4.2b): a print is a numbered copy of its 联 from its printing on.

-- What became of a copy: 已换发 by another print, 已手改 of one signed change, 收回, 遗失. What was entered stays; a copy that was
-- lost may turn up and be taken back.
CREATE TABLE copy_entries (
    id INTEGER PRIMARY KEY,
    print_id INTEGER NOT NULL REFERENCES prints (id),
    kind TEXT NOT NULL CHECK (kind IN ('replaced', 'by_hand', 'taken_back', 'lost')),
    amendment_id INTEGER REFERENCES amendments (id),
    replaced_by INTEGER REFERENCES prints (id),
    note TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by INTEGER NOT NULL REFERENCES accounts (id),
    CHECK ((kind = 'by_hand') = (amendment_id IS NOT NULL)),
    CHECK ((kind = 'replaced') = (replaced_by IS NOT NULL)),
    CHECK (replaced_by IS NULL OR replaced_by > print_id),
    CHECK (kind <> 'lost' OR note <> '')
) STRICT;
CREATE INDEX copy_entries_by_print ON copy_entries (print_id, id);
CREATE INDEX copy_entries_by_amendment ON copy_entries (amendment_id);
CREATE INDEX copy_entries_by_replacement ON copy_entries (replaced_by);
-- A copy goes out of use once, is lost once, and bears a change once.
CREATE UNIQUE INDEX copy_entries_out_once ON copy_entries (print_id) WHERE kind IN ('replaced', 'taken_back');
CREATE UNIQUE INDEX copy_entries_lost_once ON copy_entries (print_id) WHERE kind = 'lost';
CREATE UNIQUE INDEX copy_entries_written_once ON copy_entries (print_id, amendment_id) WHERE kind = 'by_hand';
CREATE TRIGGER copy_entries_are_never_rewritten BEFORE UPDATE ON copy_entries BEGIN SELECT RAISE(ABORT, 'what became of a copy is never changed'); END;
CREATE TRIGGER copy_entries_are_never_cut BEFORE DELETE ON copy_entries BEGIN SELECT RAISE(ABORT, 'what became of a copy is never removed'); END;
CREATE INDEX prints_by_holder ON prints (holder);
CREATE INDEX task_sheets_by_order ON task_sheets (order_id);

-- 更改通知单: one for each signed change of a sheet, frozen with the copies that were live when it came into force.
CREATE TABLE change_notices (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL UNIQUE REFERENCES amendments (id),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    facts TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL REFERENCES stored_files (sha256),
    made_at TEXT NOT NULL
) STRICT;
INSERT INTO number_series (kind, pattern, reset_cycle, start_value) SELECT 'change_notice', 'GG-{YYYY}-{D}{0000}', 'year', 1 FROM house;
