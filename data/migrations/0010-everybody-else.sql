-- What passives would have changed, what customers have told others about us, what promoters are asked about later, and since when
-- somebody may be quoted.
ALTER TABLE response ADD COLUMN quote_consent_at INTEGER;
CREATE INDEX response_by_quote_consent ON response (desk_id, customer_id) WHERE quote_consent_at IS NOT NULL;

CREATE TABLE enhancement (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  product TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'planned', 'done', 'withdrawn')),
  has_words INTEGER NOT NULL CHECK (has_words IN (0, 1)),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX enhancement_by_state ON enhancement (desk_id, state, has_words, opened_at);
CREATE INDEX enhancement_by_product ON enhancement (desk_id, product, state);
CREATE INDEX enhancement_by_changed ON enhancement (desk_id, changed_at);
CREATE INDEX enhancement_by_customer ON enhancement (desk_id, customer_id);
CREATE INDEX enhancement_by_interaction ON enhancement (desk_id, interaction_id);

CREATE TABLE telling (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('good', 'bad', 'none', 'sent', 'unsent')),
  stage TEXT NOT NULL CHECK (stage IN ('now', 'later')),
  people TEXT CHECK (people IN ('1-2', '3-5', '6-10', 'more')),
  at INTEGER NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id, stage, kind),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX telling_by_at ON telling (desk_id, at);
CREATE INDEX telling_by_customer ON telling (desk_id, customer_id);

CREATE TABLE promise (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  response_id TEXT NOT NULL,
  survey_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  due_at INTEGER,
  asked_at INTEGER,
  asked_in TEXT,
  post_id TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id),
  FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX promise_by_due ON promise (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX promise_by_customer ON promise (desk_id, customer_id);
CREATE INDEX promise_by_survey ON promise (desk_id, survey_id);
CREATE INDEX promise_by_asked ON promise (desk_id, asked_at) WHERE asked_at IS NOT NULL;

-- Digests of earlier versions say nothing of them yet.
UPDATE digest SET
  document = json_set(document,
    '$.wordOfMouth', json('{"good":0,"bad":0,"none":0,"ears":{"good":0,"bad":0},"promised":{"asked":0,"answered":0,"kept":0,"warned":0,"rate":null},"sent":{"yes":0,"no":0}}'),
    '$.enhance', json('[]')),
  history = (SELECT json_group_array(json_set(value,
    '$.document.wordOfMouth', json('{"good":0,"bad":0,"none":0,"ears":{"good":0,"bad":0},"promised":{"asked":0,"answered":0,"kept":0,"warned":0,"rate":null},"sent":{"yes":0,"no":0}}'),
    '$.document.enhance', json('[]'))) FROM json_each(history));
