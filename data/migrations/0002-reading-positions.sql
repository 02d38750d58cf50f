-- How far each place on a platform has been read.
CREATE TABLE cursor (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  position TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
