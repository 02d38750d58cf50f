-- What was done to a message before it came, until it comes: its words as last changed, none where it was taken back. Its id is its
-- entry's. No foreign key: there may be no conversation yet.
CREATE TABLE amendment (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  text TEXT,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_until ON amendment (desk_id, until);
