-- Why a customer was asked: `recommend` after a resolution, or `recovery` after a case, whether it has been put right. A resolution has one
-- survey of the first kind; a case may be asked about each time it is resolved.
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
  purpose TEXT NOT NULL DEFAULT 'recommend' CHECK (purpose IN ('recommend', 'recovery')),
  case_id TEXT,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, token),
  FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, question_post_id) REFERENCES post (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (desk_id, case_id) REFERENCES "case" (desk_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (state IN ('scheduled', 'asked', 'reminded') OR due_at IS NULL),
  CHECK ((purpose = 'recovery') = (case_id IS NOT NULL))
) STRICT;
INSERT INTO survey SELECT *, 'recommend', NULL FROM kept;
DROP TABLE kept;
CREATE UNIQUE INDEX survey_recommend_per_resolution ON survey (desk_id, resolution_id) WHERE purpose = 'recommend';
CREATE UNIQUE INDEX survey_open_per_customer ON survey (desk_id, customer_id) WHERE state IN ('scheduled', 'asked', 'reminded');
CREATE INDEX survey_by_resolution ON survey (desk_id, resolution_id, purpose);
CREATE INDEX survey_by_due ON survey (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX survey_by_customer ON survey (desk_id, customer_id, id);
CREATE INDEX survey_by_interaction ON survey (desk_id, interaction_id);
CREATE INDEX survey_by_question ON survey (desk_id, question_post_id) WHERE question_post_id IS NOT NULL;
-- What is typed on a direct line is looked up by the question last put there.
CREATE INDEX survey_by_place ON survey (desk_id, ask_in, asked_at);
CREATE INDEX survey_by_asked ON survey (desk_id, asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX survey_by_case ON survey (desk_id, case_id) WHERE case_id IS NOT NULL;

ALTER TABLE response ADD COLUMN purpose TEXT NOT NULL DEFAULT 'recommend' CHECK (purpose IN ('recommend', 'recovery'));
DROP INDEX response_by_time;
-- Covers what a digest counts: bands and scores by product, each customer once.
CREATE INDEX response_by_time ON response (desk_id, answered_at, scale, product, score, band, excluded, customer_id, purpose);
