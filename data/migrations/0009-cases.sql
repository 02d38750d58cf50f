-- What a case is told by: its steps with who, when and a note; outcome and cause from the desk's lists; whether the customer wants to be
-- contacted and how; whether it was put right. A case that nobody could contact is `closed`, one whose answer is no detractor's any more `withdrawn`.
CREATE TEMP TABLE kept AS SELECT * FROM "case";
DROP TABLE "case";
CREATE TABLE "case" (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'claimed', 'contacted', 'waiting', 'escalated', 'resolved', 'closed', 'withdrawn')),
  opened_at INTEGER NOT NULL,
  contact_by INTEGER NOT NULL,
  due_at INTEGER,
  overdue_at INTEGER,
  escalated_at INTEGER,
  owner_address TEXT,
  owner_name TEXT,
  contacted_at INTEGER,
  closed_at INTEGER,
  outcome TEXT,
  alerts TEXT NOT NULL CHECK (json_valid(alerts)),
  reminded_at INTEGER,
  outcome_kind TEXT,
  cause TEXT,
  contact_wish TEXT CHECK (contact_wish IN ('yes', 'no')),
  contact_how TEXT,
  put_right TEXT CHECK (put_right IN ('yes', 'no')),
  step_count INTEGER NOT NULL DEFAULT 0 CHECK (step_count >= 0),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
UPDATE kept SET state = 'closed' WHERE state = 'unreachable';
INSERT INTO "case" SELECT *, NULL, NULL, NULL, NULL, NULL, NULL, 0 FROM kept;
DROP TABLE kept;
CREATE INDEX case_by_due ON "case" (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX case_by_customer ON "case" (desk_id, customer_id);
CREATE INDEX case_by_interaction ON "case" (desk_id, interaction_id);
CREATE INDEX case_by_opened ON "case" (desk_id, opened_at);
CREATE INDEX case_by_contact_by ON "case" (desk_id, contact_by);
CREATE INDEX case_by_contacted ON "case" (desk_id, contacted_at) WHERE contacted_at IS NOT NULL;
CREATE INDEX case_by_closed ON "case" (desk_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_by_cause ON "case" (desk_id, cause) WHERE cause IS NOT NULL;

CREATE TABLE step (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  act TEXT NOT NULL,
  by_address TEXT,
  by_name TEXT,
  at INTEGER NOT NULL,
  note TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  earlier TEXT NOT NULL CHECK (json_valid(earlier)),
  taken_back INTEGER NOT NULL CHECK (taken_back IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, case_id, number),
  FOREIGN KEY (desk_id, case_id) REFERENCES "case" (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
