-- Silent customers drawn to be greeted by a person, and what they said then: apart from the answers. Which customers are key to the desk.
-- Which messages ask a customer for a high score. Digests of earlier times have nothing of all this.
CREATE TABLE greeting (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  week TEXT NOT NULL,
  resolution_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  agent_address TEXT NOT NULL,
  agent_name TEXT,
  assigned_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('assigned', 'greeted', 'answered', 'unreached')),
  score INTEGER,
  scale TEXT NOT NULL CHECK (scale IN ('1-10', '0-10')),
  words TEXT,
  recorded_at INTEGER,
  recorded_by TEXT,
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, resolution_id),
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'answered') = (score IS NOT NULL)),
  CHECK ((state = 'assigned') = (recorded_at IS NULL))
) STRICT;
CREATE INDEX greeting_by_week ON greeting (desk_id, week);
CREATE INDEX greeting_by_customer ON greeting (desk_id, customer_id);
CREATE INDEX greeting_by_interaction ON greeting (desk_id, interaction_id);
CREATE INDEX greeting_by_agent ON greeting (desk_id, agent_address, state);

-- Its id is its entry's. No foreign key: the transcript may be forgotten.
CREATE TABLE plea (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plea_by_time ON plea (desk_id, at);

ALTER TABLE customer ADD COLUMN is_key INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1));
CREATE INDEX customer_by_key ON customer (desk_id, is_key);

UPDATE digest SET
  document = json_set(document,
    '$.silence', json('{"drawn":0,"greeted":0,"reached":0,"weeks":0,"answered":null,"greetedNps":null,"overall":null,"interval95":null,"stillNeeded":null,"keyCustomers":[]}'),
    '$.heardAgain', json('[]'),
    '$.asking', json('{"skips":[],"begging":[]}')),
  history = (SELECT json_group_array(json_set(value,
    '$.document.silence', json('{"drawn":0,"greeted":0,"reached":0,"weeks":0,"answered":null,"greetedNps":null,"overall":null,"interval95":null,"stillNeeded":null,"keyCustomers":[]}'),
    '$.document.heardAgain', json('[]'),
    '$.document.asking', json('{"skips":[],"begging":[]}'))) FROM json_each(digest.history));
