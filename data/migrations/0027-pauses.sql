-- Until when a place takes nothing, whoever posts: a channel for its pace, or what a platform wants left alone.
CREATE TABLE pause (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  until INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
