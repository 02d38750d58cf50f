-- What must be exceeded before a digest tells of a change, with the hash of the weeks that it was found for. Its id is the digest's.
CREATE TABLE threshold (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  found TEXT NOT NULL,
  found_at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
