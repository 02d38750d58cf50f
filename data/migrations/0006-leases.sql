-- Who holds a post that is being sent, or work that takes long, and until when: who finds it run out takes it over.
ALTER TABLE post ADD COLUMN lease_owner TEXT CHECK (lease_owner IS NULL OR state = 'sending');
ALTER TABLE post ADD COLUMN lease_until INTEGER CHECK ((lease_until IS NULL) = (lease_owner IS NULL));
CREATE INDEX post_leased ON post (lease_until) WHERE lease_until IS NOT NULL;

CREATE TABLE work (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  lease_owner TEXT,
  lease_until INTEGER,
  CHECK ((lease_until IS NULL) = (lease_owner IS NULL))
) STRICT, WITHOUT ROWID;
