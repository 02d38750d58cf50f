-- One-time links and sessions. The secrets themselves are kept nowhere: an id is the hash of one.
CREATE TABLE link (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  who_address TEXT NOT NULL,
  who_name TEXT,
  role TEXT NOT NULL,
  path TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE INDEX links_of_person ON link (desk_id, who_address, made_at);

CREATE TABLE session (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  who_address TEXT NOT NULL,
  who_name TEXT,
  role TEXT NOT NULL,
  role_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER,
  how TEXT NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE INDEX sessions_of_person ON session (desk_id, who_address, last_seen_at);
