-- That a person has looked at words which disagree with a number, and what they found. The id names the state of the answer, the resolution or
-- the case that was looked at. No score follows from it.
CREATE TABLE examination (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  found TEXT NOT NULL CHECK (found IN ('as-given', 'upside-down', 'followed-up', 'misread')),
  at INTEGER NOT NULL,
  by_address TEXT NOT NULL,
  by_name TEXT,
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX examination_by_interaction ON examination (desk_id, interaction_id);
CREATE INDEX examination_by_customer ON examination (desk_id, customer_id);
