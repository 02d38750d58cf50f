-- An answer knows when its score was given, the last time where that was more than once: a score made before then does not undo it.
ALTER TABLE response ADD COLUMN scored_at INTEGER;
