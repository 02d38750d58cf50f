-- The cord that stops a product's line, one standing at a time for each ("" where no product is named); and what customers were told
-- of what became of what they raised: the announcement, and each customer's own.
CREATE TABLE cord (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  line TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pulled', 'answered', 'joined')),
  pulled_at INTEGER NOT NULL,
  by_address TEXT,
  by_name TEXT,
  pulls TEXT NOT NULL CHECK (json_valid(pulls)),
  responses TEXT NOT NULL CHECK (json_valid(responses)),
  answer TEXT,
  answered_by TEXT,
  answered_name TEXT,
  answered_at INTEGER,
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE UNIQUE INDEX cord_standing ON cord (desk_id, line) WHERE state = 'pulled';
CREATE INDEX cord_by_line ON cord (desk_id, line, pulled_at, id);

CREATE TABLE announcement (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  about_kind TEXT NOT NULL CHECK (about_kind IN ('product', 'cause')),
  about TEXT NOT NULL,
  sentence TEXT NOT NULL,
  by_address TEXT NOT NULL,
  by_name TEXT,
  state TEXT NOT NULL CHECK (state IN ('previewed', 'confirmed', 'cancelled')),
  at INTEGER NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  listed TEXT NOT NULL,
  due_at INTEGER,
  preview TEXT CHECK (preview IS NULL OR json_valid(preview)),
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE INDEX announcement_by_due ON announcement (due_at, id, desk_id) WHERE due_at IS NOT NULL;

CREATE TABLE told (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  announcement_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'said', 'left-out')),
  reason TEXT,
  due_at INTEGER,
  post_id TEXT,
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, announcement_id) REFERENCES announcement (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX told_by_due ON told (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX told_by_announcement ON told (desk_id, announcement_id);
CREATE INDEX told_by_customer ON told (desk_id, customer_id);
CREATE INDEX told_by_interaction ON told (desk_id, interaction_id);

CREATE INDEX response_by_product ON response (desk_id, product, changed_at, band);
