-- How a series is numbered from a day on (F1-22): of two layouts for one day the later set counts, and the first one holds from
-- the first day on. begun_on is set with the first number taken: the latest day the series had given one on by then.
CREATE TABLE series_layouts (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES number_series (id),
    from_day TEXT NOT NULL,
    pattern TEXT NOT NULL,
    reset_cycle TEXT NOT NULL CHECK (reset_cycle IN ('year', 'month', 'day', 'never')),
    start_value INTEGER NOT NULL CHECK (start_value >= 0),
    begun_on TEXT
) STRICT;
CREATE INDEX series_layouts_by_day ON series_layouts (series_id, from_day, id);
-- The latest day on which a period gave a number; of what was given before this was kept, the day of the last act, where the period
-- is one of the cycle the series goes by: what another cycle gave before is over.
ALTER TABLE numbers_given ADD COLUMN last_on TEXT NOT NULL DEFAULT '';
UPDATE numbers_given SET last_on = COALESCE((SELECT date(MAX(at), '+8 hours') FROM audit), '')
WHERE length(period) = (SELECT CASE s.reset_cycle WHEN 'year' THEN 4 WHEN 'month' THEN 7 WHEN 'day' THEN 10 ELSE 0 END FROM number_series s WHERE s.id = numbers_given.series_id);
INSERT INTO series_layouts (series_id, from_day, pattern, reset_cycle, start_value, begun_on)
SELECT s.id, '', s.pattern, s.reset_cycle, s.start_value, (SELECT MAX(g.last_on) FROM numbers_given g WHERE g.series_id = s.id)
FROM number_series s ORDER BY s.id;
ALTER TABLE number_series DROP COLUMN pattern;
ALTER TABLE number_series DROP COLUMN reset_cycle;
ALTER TABLE number_series DROP COLUMN start_value;
-- What a stamp says above and below its facts is the house's to set from a day on; a stamp keeps the words it was given with (S-4.2.4b).
ALTER TABLE stamps ADD COLUMN heading TEXT NOT NULL DEFAULT '样本确认';
ALTER TABLE stamps ADD COLUMN closing TEXT NOT NULL DEFAULT '';
