-- Every row belongs to a desk, which leads the keys, the references, what is unique and the indexes of whatever is asked of one
-- desk. Two desks may use the same id. What an installed database holds belongs to its one desk, "default".

-- Every event that was handled: a second delivery of it changes nothing.
CREATE TEMP TABLE kept AS SELECT * FROM inbox;
DROP TABLE inbox;
CREATE TABLE inbox (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO inbox SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM customer;
DROP TABLE customer;
CREATE TABLE customer (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT,
  email TEXT,
  locale TEXT,
  zone TEXT,
  team_member INTEGER NOT NULL CHECK (team_member IN (0, 1)),
  opted_out_at INTEGER,
  direct_consent_at INTEGER,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT;
INSERT INTO customer SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM identity;
DROP TABLE identity;
CREATE TABLE identity (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  customer_id TEXT NOT NULL,
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO identity SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX identity_by_customer ON identity (desk_id, customer_id);

CREATE TEMP TABLE kept AS SELECT * FROM interaction;
DROP TABLE interaction;
CREATE TABLE interaction (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  conversation TEXT NOT NULL,
  ask_in TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
  product TEXT,
  opened_by TEXT NOT NULL CHECK (opened_by IN ('customer', 'team')),
  opened_at INTEGER NOT NULL,
  last_activity_at INTEGER NOT NULL,
  customer_messages INTEGER NOT NULL CHECK (customer_messages >= 0),
  agent_messages INTEGER NOT NULL CHECK (agent_messages >= 0),
  agents TEXT NOT NULL CHECK (json_valid(agents)),
  entry_count INTEGER NOT NULL CHECK (entry_count >= 0),
  resolution_count INTEGER NOT NULL CHECK (resolution_count >= 0),
  resolution_id TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, conversation),
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'open') = (resolution_id IS NULL))
) STRICT;
INSERT INTO interaction SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX interaction_by_activity ON interaction (desk_id, state, last_activity_at, id);
CREATE INDEX interaction_by_customer ON interaction (desk_id, customer_id, last_activity_at, id);
CREATE INDEX interaction_by_ask_in ON interaction (desk_id, ask_in, last_activity_at, id);
CREATE INDEX interaction_by_resolution ON interaction (desk_id, resolution_id) WHERE resolution_id IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM entry;
DROP TABLE entry;
CREATE TABLE entry (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  interaction_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  author TEXT NOT NULL CHECK (author IN ('customer', 'agent', 'bot', 'system')),
  address TEXT,
  name TEXT,
  text TEXT NOT NULL,
  attachments TEXT NOT NULL CHECK (json_valid(attachments)),
  at INTEGER NOT NULL,
  edited_at INTEGER,
  deleted_at INTEGER,
  history TEXT NOT NULL CHECK (json_valid(history)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, interaction_id, position),
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO entry SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM resolution;
DROP TABLE resolution;
CREATE TABLE resolution (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  at INTEGER NOT NULL,
  "by" TEXT,
  product TEXT,
  agents TEXT NOT NULL CHECK (json_valid(agents)),
  credited_agent TEXT CHECK (json_valid(credited_agent)),
  fate TEXT NOT NULL CHECK (fate IN ('waiting', 'answered', 'silent', 'declined', 'not-asked', 'undeliverable')),
  fate_reason TEXT,
  fate_detail TEXT,
  fate_at INTEGER NOT NULL,
  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, interaction_id, number),
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((fate IN ('not-asked', 'undeliverable')) = (fate_reason IS NOT NULL))
) STRICT;
INSERT INTO resolution SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX resolution_by_customer ON resolution (desk_id, customer_id);
-- Covers the ledger of a week.
CREATE INDEX resolution_by_time ON resolution (desk_id, at, imported, fate, fate_reason);

CREATE TEMP TABLE kept AS SELECT * FROM survey;
DROP TABLE survey;
CREATE TABLE survey (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  token TEXT NOT NULL,
  resolution_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('scheduled', 'asked', 'reminded', 'answered', 'declined', 'expired', 'cancelled', 'undeliverable')
  ),
  due_at INTEGER,
  scheduled_at INTEGER NOT NULL,
  asked_at INTEGER,
  delivered_at INTEGER,
  reminded_at INTEGER,
  ended_at INTEGER,
  ask_in TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('1-10', '0-10')),
  locale TEXT NOT NULL,
  wording_version TEXT NOT NULL,
  product TEXT,
  credited_agent TEXT CHECK (json_valid(credited_agent)),
  question_post_id TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, token),
  UNIQUE (desk_id, resolution_id),
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, question_post_id) REFERENCES post (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (state IN ('scheduled', 'asked', 'reminded') OR due_at IS NULL)
) STRICT;
INSERT INTO survey SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE UNIQUE INDEX survey_open_per_customer ON survey (desk_id, customer_id) WHERE state IN ('scheduled', 'asked', 'reminded');
CREATE INDEX survey_by_due ON survey (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX survey_by_customer ON survey (desk_id, customer_id, id);
CREATE INDEX survey_by_interaction ON survey (desk_id, interaction_id);
CREATE INDEX survey_by_question ON survey (desk_id, question_post_id) WHERE question_post_id IS NOT NULL;
-- What is typed on a direct line is looked up by the question last put there.
CREATE INDEX survey_by_place ON survey (desk_id, ask_in, asked_at);
CREATE INDEX survey_by_asked ON survey (desk_id, asked_at) WHERE asked_at IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM response;
DROP TABLE response;
CREATE TABLE response (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  survey_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  score INTEGER NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('1-10', '0-10')),
  band TEXT NOT NULL CHECK (band = CASE WHEN score >= 9 THEN 'promoter' WHEN score >= 7 THEN 'passive' ELSE 'detractor' END),
  comment TEXT,
  product TEXT,
  credited_agent TEXT CHECK (json_valid(credited_agent)),
  answered_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  commented_at INTEGER,
  revision_count INTEGER NOT NULL CHECK (revision_count >= 1),
  excluded TEXT,
  -- No foreign key: the transcript may be forgotten before the answer.
  comment_entry_id TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, survey_id),
  FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (score BETWEEN CASE scale WHEN '0-10' THEN 0 ELSE 1 END AND 10)
) STRICT;
INSERT INTO response SELECT 'default', * FROM kept;
DROP TABLE kept;
-- Covers what a digest counts: bands and scores by product, each customer once.
CREATE INDEX response_by_time ON response (desk_id, answered_at, scale, product, score, band, excluded, customer_id);
CREATE INDEX response_by_customer ON response (desk_id, customer_id, answered_at, id);
CREATE INDEX response_by_interaction ON response (desk_id, interaction_id);
CREATE INDEX response_by_comment_entry ON response (desk_id, comment_entry_id) WHERE comment_entry_id IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM revision;
DROP TABLE revision;
CREATE TABLE revision (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  comment TEXT,
  via TEXT NOT NULL CHECK (via IN ('tap', 'typed', 'form', 'api', 'import')),
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id, number),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO revision SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM "case";
DROP TABLE "case";
CREATE TABLE "case" (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'claimed', 'contacted', 'resolved', 'unreachable')),
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
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "case" SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX case_by_due ON "case" (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX case_by_customer ON "case" (desk_id, customer_id);
CREATE INDEX case_by_interaction ON "case" (desk_id, interaction_id);
CREATE INDEX case_by_opened ON "case" (desk_id, opened_at);
CREATE INDEX case_by_contact_by ON "case" (desk_id, contact_by);
CREATE INDEX case_by_contacted ON "case" (desk_id, contacted_at) WHERE contacted_at IS NOT NULL;
CREATE INDEX case_by_closed ON "case" (desk_id, closed_at) WHERE closed_at IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM post;
DROP TABLE post;
CREATE TABLE post (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  lane TEXT NOT NULL,
  message TEXT NOT NULL CHECK (json_valid(message)),
  survey_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'posted', 'failed', 'withdrawn')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  posted_at INTEGER,
  reference TEXT,
  error TEXT,
  lease_owner TEXT CHECK (lease_owner IS NULL OR state = 'sending'),
  lease_until INTEGER CHECK ((lease_until IS NULL) = (lease_owner IS NULL)),
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (state <> 'posted' OR posted_at IS NOT NULL)
) STRICT;
INSERT INTO post SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX post_by_lane ON post (desk_id, lane, id);
-- The heads of the lanes are found here, however many posts have been settled.
CREATE INDEX post_unsettled ON post (desk_id, lane, id, state) WHERE state IN ('pending', 'sending');
CREATE INDEX post_failed ON post (desk_id, id) WHERE state = 'failed';
CREATE INDEX post_leased ON post (desk_id, lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX post_by_survey ON post (desk_id, survey_id) WHERE survey_id IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM receipt;
DROP TABLE receipt;
CREATE TABLE receipt (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  answer TEXT,
  PRIMARY KEY (desk_id, id),
  CHECK ((status IS NULL) = (answer IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO receipt SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM cursor;
DROP TABLE cursor;
CREATE TABLE cursor (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  position TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO cursor SELECT 'default', * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM digest;
DROP TABLE digest;
CREATE TABLE digest (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  week TEXT NOT NULL,
  zone TEXT NOT NULL,
  team TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  computed_at INTEGER NOT NULL,
  posted_at INTEGER,
  is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  due_at INTEGER,
  history TEXT NOT NULL CHECK (json_valid(history)),
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, week, zone, team)
) STRICT;
INSERT INTO digest SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX digest_by_due ON digest (due_at, id, desk_id) WHERE due_at IS NOT NULL;

CREATE TEMP TABLE kept AS SELECT * FROM decision;
DROP TABLE decision;
CREATE TABLE decision (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  product TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'enhance', 'retire')),
  "by" TEXT NOT NULL,
  sentence TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT;
INSERT INTO decision SELECT 'default', * FROM kept;
DROP TABLE kept;
CREATE INDEX decision_by_product ON decision (desk_id, product, at, id);

CREATE TEMP TABLE kept AS SELECT * FROM work;
DROP TABLE work;
CREATE TABLE work (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  lease_owner TEXT,
  lease_until INTEGER,
  PRIMARY KEY (desk_id, id),
  CHECK ((lease_until IS NULL) = (lease_owner IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO work SELECT 'default', * FROM kept;
DROP TABLE kept;
