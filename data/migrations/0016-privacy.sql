-- What a customer is told once, what they have corrected, who was forgotten, and the nightly removal of what is too old.
ALTER TABLE customer ADD COLUMN corrected_at INTEGER;
CREATE INDEX customer_by_read_opt_out ON customer (desk_id, read_opt_out_at) WHERE read_opt_out_at IS NOT NULL;

-- The names of presses and forms bore the address of who made them; none of them is delivered again after a day.
DELETE FROM inbox WHERE (id LIKE 'slack:click:%' OR id LIKE 'web:%') AND at < (SELECT max(at) - 86400000 FROM inbox);

CREATE TABLE informed (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  customer_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX informed_by_customer ON informed (desk_id, customer_id);

CREATE TABLE tombstone (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  customer_id TEXT,
  salt TEXT NOT NULL,
  hashes TEXT NOT NULL CHECK (json_valid(hashes)),
  at INTEGER NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('asked', 'posts', 'digests', 'receipts', 'rows', 'edits', 'done')),
  after TEXT NOT NULL,
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  kept_as TEXT,
  due_at INTEGER,
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE INDEX tombstone_by_due ON tombstone (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX tombstone_by_customer ON tombstone (desk_id, customer_id);

CREATE TABLE sweep (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  stage TEXT NOT NULL CHECK (stage IN ('transcripts', 'answers', 'posts')),
  swept_to INTEGER NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  due_at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE INDEX sweep_by_due ON sweep (due_at, id, desk_id) WHERE due_at IS NOT NULL;

-- What somebody wrote in another customer's conversation.
CREATE INDEX entry_by_address ON entry (desk_id, address) WHERE address IS NOT NULL;
