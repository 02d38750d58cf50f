-- Who does not want to be read, and who read what: the audit log of a desk, which only grows.
ALTER TABLE customer ADD COLUMN read_opt_out_at INTEGER;

CREATE TABLE audit (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version = 1),
  number INTEGER NOT NULL CHECK (number >= 1),
  at INTEGER NOT NULL,
  act TEXT NOT NULL,
  by_address TEXT,
  by_name TEXT,
  by_role TEXT,
  subject_table TEXT NOT NULL,
  subject TEXT,
  via TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, number)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
