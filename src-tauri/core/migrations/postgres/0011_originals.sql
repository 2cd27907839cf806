-- Where the original of a kept content lies. 'store': in the attachment folder, for good, because something of our own names
-- it. 'received': there, too, but only customers' files name it, so a large one may leave. 'prepress': it left, and the copy
-- in the prepress folder is the original. What was kept before this stays where it is.
ALTER TABLE stored_files ADD COLUMN held TEXT NOT NULL DEFAULT 'store' CHECK (held IN ('store', 'received', 'prepress'));
CREATE INDEX stored_files_that_may_leave ON stored_files (held, size);
