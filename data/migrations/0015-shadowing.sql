-- Call-center shadowing: standing appointments of leaders, each time they sit down, what they read and guessed there, what they took
-- from it, and who follows a conversation while it goes on. A test conversation of theirs counts nowhere.
CREATE TABLE shift (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  who_address TEXT NOT NULL,
  who_name TEXT,
  every TEXT NOT NULL,
  zone TEXT NOT NULL,
  transcripts INTEGER NOT NULL CHECK (transcripts >= 1),
  source TEXT NOT NULL CHECK (source IN ('settings', 'person')),
  state TEXT NOT NULL CHECK (state IN ('standing', 'ended')),
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  PRIMARY KEY (desk_id, id),
  CHECK ((state = 'ended') = (due_at IS NULL))
) STRICT;
CREATE INDEX shift_by_due ON shift (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX shift_by_person ON shift (desk_id, who_address, state);
CREATE INDEX shift_by_source ON shift (desk_id, source, state);

CREATE TABLE appointment (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  shift_id TEXT,
  who_address TEXT NOT NULL,
  who_name TEXT,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('offered', 'begun', 'kept', 'missed')),
  filter TEXT CHECK (filter IS NULL OR json_valid(filter)),
  seed TEXT NOT NULL,
  lacking TEXT NOT NULL CHECK (json_valid(lacking)),
  offered_again_at INTEGER,
  kept_at INTEGER,
  due_at INTEGER,
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, shift_id) REFERENCES shift (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'kept') = (kept_at IS NOT NULL))
) STRICT;
CREATE INDEX appointment_by_due ON appointment (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX appointment_by_shift ON appointment (desk_id, shift_id, at) WHERE shift_id IS NOT NULL;
CREATE INDEX appointment_by_person ON appointment (desk_id, who_address, at, id);
CREATE INDEX appointment_by_time ON appointment (desk_id, at, state);

CREATE TABLE sitting (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  appointment_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  who_address TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  resolution_id TEXT NOT NULL,
  response_id TEXT,
  drawn_as TEXT NOT NULL CHECK (drawn_as IN ('detractor', 'silent', 'promoter', 'random')),
  opened_at INTEGER,
  guess INTEGER,
  guessed_at INTEGER,
  score INTEGER,
  state TEXT NOT NULL CHECK (state IN ('drawn', 'opened', 'guessed', 'done')),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, who_address, interaction_id),
  UNIQUE (desk_id, appointment_id, number),
  FOREIGN KEY (desk_id, appointment_id) REFERENCES appointment (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state IN ('guessed', 'done')) = (guessed_at IS NOT NULL)),
  CHECK (score IS NULL OR guessed_at IS NOT NULL)
) STRICT;
CREATE INDEX sitting_by_interaction ON sitting (desk_id, interaction_id);
CREATE INDEX sitting_by_resolution ON sitting (desk_id, resolution_id);
CREATE INDEX sitting_by_response ON sitting (desk_id, response_id) WHERE response_id IS NOT NULL;
CREATE INDEX sitting_by_guess ON sitting (desk_id, guessed_at) WHERE guessed_at IS NOT NULL;

-- No foreign key: the sitting may be forgotten with its customer, and the lesson stays.
CREATE TABLE lesson (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  sitting_id TEXT NOT NULL,
  who_address TEXT NOT NULL,
  who_name TEXT,
  surprised TEXT NOT NULL,
  to_fix TEXT NOT NULL,
  owner_address TEXT,
  owner_name TEXT,
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, sitting_id),
  CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
CREATE INDEX lesson_by_state ON lesson (desk_id, state, at, id);
CREATE INDEX lesson_by_done ON lesson (desk_id, done_at) WHERE done_at IS NOT NULL;

CREATE TABLE listener (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  who_address TEXT NOT NULL,
  who_name TEXT,
  interaction_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('listening', 'ended')),
  via TEXT NOT NULL CHECK (via IN ('chat', 'page')),
  announced TEXT NOT NULL CHECK (json_valid(announced)),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  note TEXT,
  PRIMARY KEY (desk_id, id),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX listener_by_interaction ON listener (desk_id, interaction_id, state);
CREATE UNIQUE INDEX listener_once ON listener (desk_id, who_address, interaction_id) WHERE state = 'listening';

-- A test conversation ends without a resolution: nothing that counts resolutions can count it.
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
  is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, conversation),
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (is_test = 1 OR (state = 'open') = (resolution_id IS NULL)),
  CHECK (is_test = 0 OR resolution_id IS NULL)
) STRICT;
INSERT INTO interaction SELECT *, 0 FROM kept;
DROP TABLE kept;
CREATE INDEX interaction_by_activity ON interaction (desk_id, state, last_activity_at, id);
CREATE INDEX interaction_by_customer ON interaction (desk_id, customer_id, last_activity_at, id);
CREATE INDEX interaction_by_ask_in ON interaction (desk_id, ask_in, last_activity_at, id);
CREATE INDEX interaction_by_resolution ON interaction (desk_id, resolution_id) WHERE resolution_id IS NOT NULL;
