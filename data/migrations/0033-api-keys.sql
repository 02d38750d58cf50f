-- Keys by which programs call the help-desk API at one desk. Of a key its hash alone is kept, as the id.
CREATE TABLE "key" (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
  made_at INTEGER NOT NULL,
  made_by_address TEXT NOT NULL,
  made_by_name TEXT,
  last_used_at INTEGER,
  revoked_at INTEGER,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
