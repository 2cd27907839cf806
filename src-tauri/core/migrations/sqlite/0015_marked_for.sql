-- What a position was marked for (S-4.2.6): where the step has another process or another component since, it is looked at again.
ALTER TABLE positions ADD COLUMN process TEXT NOT NULL DEFAULT '';
ALTER TABLE positions ADD COLUMN component TEXT NOT NULL DEFAULT '';
UPDATE positions SET
    process = COALESCE((SELECT g.process FROM finishing_steps g WHERE g.order_id = positions.order_id AND g.row_key = positions.step), ''),
    component = COALESCE((SELECT g.component FROM finishing_steps g WHERE g.order_id = positions.order_id AND g.row_key = positions.step), '');
