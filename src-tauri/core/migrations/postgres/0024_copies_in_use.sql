-- Where each copy stands, stored with whatever changed it, so that a house with hundreds of thousands of them lists them at once: whether it
-- is in use, and whether its sheet holds something it does not say.
ALTER TABLE prints ADD COLUMN in_use BIGINT NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1));
ALTER TABLE prints ADD COLUMN owes BIGINT NOT NULL DEFAULT 0 CHECK (owes IN (0, 1));
UPDATE prints SET in_use = 0 WHERE id IN (SELECT e.print_id FROM copy_entries e WHERE e.kind <> 'by_hand');
UPDATE prints SET owes = 1 WHERE in_use = 1 AND (sheet_state_id IN (SELECT t.id FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE s.voided_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM sheet_states t JOIN sheet_states n ON n.task_sheet_id = t.task_sheet_id AND n.change_index > t.change_index
        WHERE t.id = prints.sheet_state_id AND NOT EXISTS (SELECT 1 FROM copy_entries h JOIN amendments m ON m.id = h.amendment_id
            WHERE h.print_id = prints.id AND m.change_index = n.change_index)));
CREATE INDEX prints_by_standing ON prints (in_use, owes, id, holder);
-- The newest print of a 联, among those of one state rather than those of the house.
CREATE INDEX prints_by_state ON prints (sheet_state_id, holder, id);

-- This one served the reckoning that is stored now.
DROP INDEX task_sheets_void;

-- Whose change it was that stands on an order is asked before every check.
CREATE INDEX amendments_by_order ON amendments (order_id, id);
