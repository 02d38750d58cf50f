-- What one process has saved, by name, for the open pages and the outbox of the others.
CREATE TABLE news (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  owner TEXT NOT NULL,
  at INTEGER NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_at ON news (desk_id, at);
CREATE INDEX news_owner ON news (desk_id, owner, at);

-- Tries to come in, by who is said to come and where from.
CREATE TABLE attempt (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  times TEXT NOT NULL CHECK (json_valid(times)),
  until INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_until ON attempt (desk_id, until);

-- What a device was asked to prove, for one answer.
CREATE TABLE challenge (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  origin TEXT NOT NULL,
  account_id TEXT,
  until INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_until ON challenge (desk_id, until);
