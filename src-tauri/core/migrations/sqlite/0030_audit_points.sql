-- 资料审核 point by point (S-4.1.3): each with its result, as it was called then.
CREATE TABLE material_audit_points (
    id INTEGER PRIMARY KEY,
    audit_id INTEGER NOT NULL REFERENCES material_audits (id),
    point TEXT NOT NULL CHECK (point <> ''),
    result TEXT NOT NULL CHECK (result IN ('sound', 'unsound', 'not_applicable')),
    UNIQUE (audit_id, point)
) STRICT;
-- The point a person found 不合理 in; empty: none of the list, or a rule of the craft found it.
ALTER TABLE material_findings ADD COLUMN point TEXT NOT NULL DEFAULT '';
-- The last finding there was when the audit was made: what is found later asks again. An act on a finding was an audit before, and
-- what is open now is settled without one from here on.
ALTER TABLE material_audits ADD COLUMN last_finding INTEGER NOT NULL DEFAULT 0;
UPDATE material_audits SET last_finding = COALESCE(
    (SELECT MIN(f.id) - 1 FROM material_findings f WHERE f.order_id = material_audits.order_id AND f.outcome IS NULL AND f.closed_at IS NULL),
    (SELECT MAX(f.id) FROM material_findings f WHERE f.order_id = material_audits.order_id), 0);
