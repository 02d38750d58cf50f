-- Interactions, surveys, responses and cases; the inbox and the outbox. Times are integer milliseconds since 1970.

-- Every event that was handled: a second delivery of it changes nothing.
CREATE TABLE inbox (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT,
  email TEXT,
  locale TEXT,
  zone TEXT,
  team_member INTEGER NOT NULL CHECK (team_member IN (0, 1)),
  opted_out_at INTEGER,
  direct_consent_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE identity (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_customer ON identity (customer_id);

CREATE TABLE interaction (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  conversation TEXT NOT NULL UNIQUE,
  ask_in TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
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
  resolution_id TEXT REFERENCES resolution (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'open') = (resolution_id IS NULL))
) STRICT;
CREATE INDEX interaction_by_activity ON interaction (state, last_activity_at, id);
CREATE INDEX interaction_by_customer ON interaction (customer_id, last_activity_at, id);
CREATE INDEX interaction_by_ask_in ON interaction (ask_in, last_activity_at, id);

CREATE TABLE entry (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  interaction_id TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
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
  UNIQUE (interaction_id, position)
) STRICT;

CREATE TABLE resolution (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  interaction_id TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
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
  UNIQUE (interaction_id, number),
  CHECK ((fate IN ('not-asked', 'undeliverable')) = (fate_reason IS NOT NULL))
) STRICT;
CREATE INDEX resolution_by_time ON resolution (at, fate, fate_reason);

CREATE TABLE survey (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  token TEXT NOT NULL UNIQUE,
  resolution_id TEXT NOT NULL UNIQUE REFERENCES resolution (id) DEFERRABLE INITIALLY DEFERRED,
  interaction_id TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
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
  question_post_id TEXT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (state IN ('scheduled', 'asked', 'reminded') OR due_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX survey_open_per_customer ON survey (customer_id) WHERE state IN ('scheduled', 'asked', 'reminded');
CREATE INDEX survey_by_due ON survey (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX survey_by_customer ON survey (customer_id, id);
CREATE INDEX survey_by_interaction ON survey (interaction_id);

CREATE TABLE response (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  survey_id TEXT NOT NULL UNIQUE REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
  interaction_id TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
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
  CHECK (score BETWEEN CASE scale WHEN '0-10' THEN 0 ELSE 1 END AND 10)
) STRICT;
-- Covers what a digest counts: bands and scores by product, each customer once.
CREATE INDEX response_by_time ON response (answered_at, scale, product, score, band, excluded, customer_id);
CREATE INDEX response_by_customer ON response (customer_id, answered_at, id);

CREATE TABLE revision (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  comment TEXT,
  via TEXT NOT NULL CHECK (via IN ('tap', 'typed', 'form', 'api', 'import')),
  at INTEGER NOT NULL,
  UNIQUE (response_id, number)
) STRICT;

CREATE TABLE "case" (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL UNIQUE REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
  interaction_id TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
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
  alerts TEXT NOT NULL CHECK (json_valid(alerts))
) STRICT;
CREATE INDEX case_by_due ON "case" (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX case_by_customer ON "case" (customer_id);

CREATE TABLE post (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  lane TEXT NOT NULL,
  message TEXT NOT NULL CHECK (json_valid(message)),
  survey_id TEXT REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'posted', 'failed', 'withdrawn')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  posted_at INTEGER,
  reference TEXT,
  error TEXT,
  CHECK (state <> 'posted' OR posted_at IS NOT NULL)
) STRICT;
CREATE INDEX post_by_lane ON post (lane, id);
-- The heads of the lanes are found here, however many posts have been settled.
CREATE INDEX post_unsettled ON post (lane, id, state) WHERE state IN ('pending', 'sending');
CREATE INDEX post_failed ON post (id) WHERE state = 'failed';

-- What was asked under an idempotency key.
CREATE TABLE receipt (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  answer TEXT,
  CHECK ((status IS NULL) = (answer IS NULL))
) STRICT, WITHOUT ROWID;
