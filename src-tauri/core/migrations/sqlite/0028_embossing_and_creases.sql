-- FIELDS C: what is asked of one process alone: the depth of an embossing in 1/10 mm, the lines that are creased or perforated,
-- and the number of the texture that is pressed in.
ALTER TABLE finishing_steps ADD COLUMN depth INTEGER CHECK (depth > 0);
ALTER TABLE finishing_steps ADD COLUMN lines INTEGER CHECK (lines > 0);
ALTER TABLE finishing_steps ADD COLUMN texture TEXT;
