-- Which resolutions were brought in with an answer from another tool: how many said nothing there is not known.
ALTER TABLE resolution ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));
UPDATE resolution SET imported = 1 WHERE id IN (SELECT resolution_id FROM survey WHERE wording_version = 'import');

-- Covers the ledger of a week.
DROP INDEX resolution_by_time;
CREATE INDEX resolution_by_time ON resolution (at, imported, fate, fate_reason);
