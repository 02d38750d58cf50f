-- The whole schema for Postgres as of migration 0026; from 0027 on one file serves both engines. Two functions bear SQLite's names, so
-- that a rule reads the same in both. Whatever is text is compared byte by byte, as SQLite does; numbers and flags are BIGINT.

-- Fails, rather than answering false, where the text is no JSON.
CREATE FUNCTION json_valid(document TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT document::json IS NOT NULL $$;
-- What stands under a key, as text: the path is `$.key`, or `$[0]` for an item of a list.
CREATE FUNCTION json_extract(document TEXT, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT document::json #>> ARRAY[rtrim(ltrim(path, '$.['), ']')] $$;
CREATE FUNCTION instr(whole TEXT, part TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE STRICT
  AS $$ SELECT strpos(whole, part) $$;

CREATE TABLE inbox (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE customer (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  name TEXT COLLATE "C",
  email TEXT COLLATE "C",
  locale TEXT COLLATE "C",
  zone TEXT COLLATE "C",
  team_member BIGINT NOT NULL CHECK (team_member IN (0, 1)),
  opted_out_at BIGINT,
  direct_consent_at BIGINT,
  created_at BIGINT NOT NULL,
  is_key BIGINT NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),
  read_opt_out_at BIGINT,
  corrected_at BIGINT,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE identity (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  customer_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE entry (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  interaction_id TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL CHECK (position >= 1),
  author TEXT COLLATE "C" NOT NULL CHECK (author IN ('customer', 'agent', 'bot', 'system')),
  address TEXT COLLATE "C",
  name TEXT COLLATE "C",
  text TEXT COLLATE "C" NOT NULL,
  attachments TEXT COLLATE "C" NOT NULL CHECK (json_valid(attachments)),
  at BIGINT NOT NULL,
  edited_at BIGINT,
  deleted_at BIGINT,
  history TEXT COLLATE "C" NOT NULL CHECK (json_valid(history)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, interaction_id, position)
);

CREATE TABLE resolution (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1),
  at BIGINT NOT NULL,
  "by" TEXT COLLATE "C",
  product TEXT COLLATE "C",
  agents TEXT COLLATE "C" NOT NULL CHECK (json_valid(agents)),
  credited_agent TEXT COLLATE "C" CHECK (json_valid(credited_agent)),
  fate TEXT COLLATE "C" NOT NULL CHECK (fate IN ('waiting', 'answered', 'silent', 'declined', 'not-asked', 'undeliverable')),
  fate_reason TEXT COLLATE "C",
  fate_detail TEXT COLLATE "C",
  fate_at BIGINT NOT NULL,
  imported BIGINT NOT NULL CHECK (imported IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, interaction_id, number),
  CHECK ((fate IN ('not-asked', 'undeliverable')) = (fate_reason IS NOT NULL))
);

CREATE TABLE response (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  survey_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  score BIGINT NOT NULL,
  scale TEXT COLLATE "C" NOT NULL CHECK (scale IN ('1-10', '0-10')),
  band TEXT COLLATE "C" NOT NULL CHECK (band = CASE WHEN score >= 9 THEN 'promoter' WHEN score >= 7 THEN 'passive' ELSE 'detractor' END),
  comment TEXT COLLATE "C",
  product TEXT COLLATE "C",
  credited_agent TEXT COLLATE "C" CHECK (json_valid(credited_agent)),
  answered_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  commented_at BIGINT,
  revision_count BIGINT NOT NULL CHECK (revision_count >= 1),
  excluded TEXT COLLATE "C",
  comment_entry_id TEXT COLLATE "C",
  quote_consent_at BIGINT,
  purpose TEXT COLLATE "C" NOT NULL DEFAULT 'recommend' CHECK (purpose IN ('recommend', 'recovery')),
  trial_id TEXT COLLATE "C",
  arm TEXT COLLATE "C" CHECK (arm IN ('a', 'b') AND (arm IS NULL) = (trial_id IS NULL)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, survey_id),
  CHECK (score BETWEEN CASE scale WHEN '0-10' THEN 0 ELSE 1 END AND 10)
);

CREATE TABLE revision (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  response_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1),
  score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 10),
  comment TEXT COLLATE "C",
  via TEXT COLLATE "C" NOT NULL CHECK (via IN ('tap', 'typed', 'form', 'api', 'import')),
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id, number)
);

CREATE TABLE post (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  lane TEXT COLLATE "C" NOT NULL,
  message TEXT COLLATE "C" NOT NULL CHECK (json_valid(message)),
  survey_id TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('pending', 'sending', 'posted', 'failed', 'withdrawn')),
  attempts BIGINT NOT NULL CHECK (attempts >= 0),
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  posted_at BIGINT,
  reference TEXT COLLATE "C",
  error TEXT COLLATE "C",
  lease_owner TEXT COLLATE "C" CHECK (lease_owner IS NULL OR state = 'sending'),
  lease_until BIGINT CHECK ((lease_until IS NULL) = (lease_owner IS NULL)),
  sent_at BIGINT,
  kind TEXT COLLATE "C" GENERATED ALWAYS AS (json_extract(message, '$.kind')) STORED,
  is_aside BIGINT GENERATED ALWAYS AS (
    CASE WHEN json_extract(message, '$.replaces') IS NOT NULL OR json_extract(message, '$.privateTo') IS NOT NULL THEN 1 ELSE 0 END) STORED,
  space TEXT COLLATE "C" GENERATED ALWAYS AS (rtrim(split_part(lane, ':', 1) || ':' || split_part(lane, ':', 2), ':')) STORED,
  channel TEXT COLLATE "C" GENERATED ALWAYS AS (
    rtrim(split_part(lane, ':', 1) || ':' || split_part(lane, ':', 2) || ':' || split_part(lane, ':', 3), ':')) STORED,
  replaces TEXT COLLATE "C" GENERATED ALWAYS AS (json_extract(message, '$.replaces')) STORED,
  private_to TEXT COLLATE "C" GENERATED ALWAYS AS (json_extract(message, '$.privateTo')) STORED,
  PRIMARY KEY (desk_id, id),
  CHECK (state <> 'posted' OR posted_at IS NOT NULL)
);

CREATE TABLE receipt (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  fingerprint TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  status BIGINT,
  answer TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id),
  CHECK ((status IS NULL) = (answer IS NULL))
);

CREATE TABLE cursor (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  position TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE digest (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  week TEXT COLLATE "C" NOT NULL,
  zone TEXT COLLATE "C" NOT NULL,
  team TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL CHECK (json_valid(document)),
  computed_at BIGINT NOT NULL,
  posted_at BIGINT,
  is_late BIGINT NOT NULL CHECK (is_late IN (0, 1)),
  revision BIGINT NOT NULL CHECK (revision >= 1),
  due_at BIGINT,
  history TEXT COLLATE "C" NOT NULL CHECK (json_valid(history)),
  posts TEXT COLLATE "C" NOT NULL CHECK (json_valid(posts)),
  chain TEXT COLLATE "C" NOT NULL DEFAULT '[]' CHECK (json_valid(chain)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, week, zone, team)
);

CREATE TABLE decision (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  product TEXT COLLATE "C" NOT NULL,
  verdict TEXT COLLATE "C" NOT NULL CHECK (verdict IN ('keep', 'enhance', 'retire')),
  "by" TEXT COLLATE "C" NOT NULL,
  sentence TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  aim TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE work (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  lease_owner TEXT COLLATE "C",
  lease_until BIGINT,
  PRIMARY KEY (desk_id, id),
  CHECK ((lease_until IS NULL) = (lease_owner IS NULL))
);

CREATE TABLE "case" (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  response_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('new', 'claimed', 'contacted', 'waiting', 'escalated', 'resolved', 'closed', 'withdrawn')),
  opened_at BIGINT NOT NULL,
  contact_by BIGINT NOT NULL,
  due_at BIGINT,
  overdue_at BIGINT,
  escalated_at BIGINT,
  owner_address TEXT COLLATE "C",
  owner_name TEXT COLLATE "C",
  contacted_at BIGINT,
  closed_at BIGINT,
  outcome TEXT COLLATE "C",
  alerts TEXT COLLATE "C" NOT NULL CHECK (json_valid(alerts)),
  reminded_at BIGINT,
  outcome_kind TEXT COLLATE "C",
  cause TEXT COLLATE "C",
  contact_wish TEXT COLLATE "C" CHECK (contact_wish IN ('yes', 'no')),
  contact_how TEXT COLLATE "C",
  put_right TEXT COLLATE "C" CHECK (put_right IN ('yes', 'no')),
  step_count BIGINT NOT NULL DEFAULT 0 CHECK (step_count >= 0),
  urgency BIGINT GENERATED ALWAYS AS (CASE
  WHEN state IN ('resolved', 'closed', 'withdrawn') THEN 2
  WHEN contacted_at IS NULL AND coalesce(contact_wish, 'yes') <> 'no' THEN 0 ELSE 1 END) STORED,
  urgent_at BIGINT GENERATED ALWAYS AS (CASE
  WHEN state IN ('resolved', 'closed', 'withdrawn') THEN -coalesce(closed_at, contact_by) ELSE contact_by END) STORED,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id)
);

CREATE TABLE step (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  case_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1),
  act TEXT COLLATE "C" NOT NULL,
  by_address TEXT COLLATE "C",
  by_name TEXT COLLATE "C",
  at BIGINT NOT NULL,
  note TEXT COLLATE "C",
  facts TEXT COLLATE "C" NOT NULL CHECK (json_valid(facts)),
  earlier TEXT COLLATE "C" NOT NULL CHECK (json_valid(earlier)),
  taken_back BIGINT NOT NULL CHECK (taken_back IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, case_id, number)
);

CREATE TABLE enhancement (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  response_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  product TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'planned', 'done', 'withdrawn')),
  has_words BIGINT NOT NULL CHECK (has_words IN (0, 1)),
  opened_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  steps TEXT COLLATE "C" NOT NULL CHECK (json_valid(steps)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id)
);

CREATE TABLE telling (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  response_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('good', 'bad', 'none', 'sent', 'unsent')),
  stage TEXT COLLATE "C" NOT NULL CHECK (stage IN ('now', 'later')),
  people TEXT COLLATE "C" CHECK (people IN ('1-2', '3-5', '6-10', 'more')),
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id, stage, kind)
);

CREATE TABLE promise (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  response_id TEXT COLLATE "C" NOT NULL,
  survey_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  due_at BIGINT,
  asked_at BIGINT,
  asked_in TEXT COLLATE "C",
  post_id TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, response_id)
);

CREATE TABLE survey (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  token TEXT COLLATE "C" NOT NULL,
  resolution_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (
    state IN ('scheduled', 'asked', 'reminded', 'answered', 'declined', 'expired', 'cancelled', 'undeliverable')
  ),
  due_at BIGINT,
  scheduled_at BIGINT NOT NULL,
  asked_at BIGINT,
  delivered_at BIGINT,
  reminded_at BIGINT,
  ended_at BIGINT,
  ask_in TEXT COLLATE "C" NOT NULL,
  scale TEXT COLLATE "C" NOT NULL CHECK (scale IN ('1-10', '0-10')),
  locale TEXT COLLATE "C" NOT NULL,
  wording_version TEXT COLLATE "C" NOT NULL,
  product TEXT COLLATE "C",
  credited_agent TEXT COLLATE "C" CHECK (json_valid(credited_agent)),
  question_post_id TEXT COLLATE "C",
  purpose TEXT COLLATE "C" NOT NULL DEFAULT 'recommend' CHECK (purpose IN ('recommend', 'recovery')),
  case_id TEXT COLLATE "C",
  trial_id TEXT COLLATE "C",
  trial_arm TEXT COLLATE "C" CHECK (json_valid(trial_arm)),
  drawn_at BIGINT CHECK ((drawn_at IS NULL) = (trial_id IS NULL) AND (trial_arm IS NULL) = (trial_id IS NULL)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, token),
  CHECK (state IN ('scheduled', 'asked', 'reminded') OR due_at IS NULL),
  CHECK ((purpose = 'recovery') = (case_id IS NOT NULL))
);

CREATE TABLE greeting (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  week TEXT COLLATE "C" NOT NULL,
  resolution_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  agent_address TEXT COLLATE "C" NOT NULL,
  agent_name TEXT COLLATE "C",
  assigned_at BIGINT NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('assigned', 'greeted', 'answered', 'unreached')),
  score BIGINT,
  scale TEXT COLLATE "C" NOT NULL CHECK (scale IN ('1-10', '0-10')),
  words TEXT COLLATE "C",
  recorded_at BIGINT,
  recorded_by TEXT COLLATE "C",
  posts TEXT COLLATE "C" NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, resolution_id),
  CHECK ((state = 'answered') = (score IS NOT NULL)),
  CHECK ((state = 'assigned') = (recorded_at IS NULL))
);

CREATE TABLE plea (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE cord (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  line TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('pulled', 'answered', 'joined')),
  pulled_at BIGINT NOT NULL,
  by_address TEXT COLLATE "C",
  by_name TEXT COLLATE "C",
  pulls TEXT COLLATE "C" NOT NULL CHECK (json_valid(pulls)),
  responses TEXT COLLATE "C" NOT NULL CHECK (json_valid(responses)),
  answer TEXT COLLATE "C",
  answered_by TEXT COLLATE "C",
  answered_name TEXT COLLATE "C",
  answered_at BIGINT,
  posts TEXT COLLATE "C" NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE announcement (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  about_kind TEXT COLLATE "C" NOT NULL CHECK (about_kind IN ('product', 'cause')),
  about TEXT COLLATE "C" NOT NULL,
  sentence TEXT COLLATE "C" NOT NULL,
  by_address TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('previewed', 'confirmed', 'cancelled')),
  at BIGINT NOT NULL,
  counts TEXT COLLATE "C" NOT NULL CHECK (json_valid(counts)),
  listed TEXT COLLATE "C" NOT NULL,
  due_at BIGINT,
  preview TEXT COLLATE "C" CHECK (preview IS NULL OR json_valid(preview)),
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE told (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  announcement_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'said', 'left-out')),
  reason TEXT COLLATE "C",
  due_at BIGINT,
  post_id TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE audit (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version = 1),
  number BIGINT NOT NULL CHECK (number >= 1),
  at BIGINT NOT NULL,
  act TEXT COLLATE "C" NOT NULL,
  by_address TEXT COLLATE "C",
  by_name TEXT COLLATE "C",
  by_role TEXT COLLATE "C",
  subject_table TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C",
  via TEXT COLLATE "C" NOT NULL,
  facts TEXT COLLATE "C" NOT NULL CHECK (json_valid(facts)),
  previous TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, number)
);

CREATE TABLE shift (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  every TEXT COLLATE "C" NOT NULL,
  zone TEXT COLLATE "C" NOT NULL,
  transcripts BIGINT NOT NULL CHECK (transcripts >= 1),
  source TEXT COLLATE "C" NOT NULL CHECK (source IN ('settings', 'person')),
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('standing', 'ended')),
  created_at BIGINT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (desk_id, id),
  CHECK ((state = 'ended') = (due_at IS NULL))
);

CREATE TABLE appointment (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  shift_id TEXT COLLATE "C",
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  at BIGINT NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('offered', 'begun', 'kept', 'missed')),
  filter TEXT COLLATE "C" CHECK (filter IS NULL OR json_valid(filter)),
  seed TEXT COLLATE "C" NOT NULL,
  lacking TEXT COLLATE "C" NOT NULL CHECK (json_valid(lacking)),
  offered_again_at BIGINT,
  kept_at BIGINT,
  due_at BIGINT,
  posts TEXT COLLATE "C" NOT NULL CHECK (json_valid(posts)),
  PRIMARY KEY (desk_id, id),
  CHECK ((state = 'kept') = (kept_at IS NOT NULL))
);

CREATE TABLE sitting (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  appointment_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1),
  who_address TEXT COLLATE "C" NOT NULL,
  interaction_id TEXT COLLATE "C" NOT NULL,
  resolution_id TEXT COLLATE "C" NOT NULL,
  response_id TEXT COLLATE "C",
  drawn_as TEXT COLLATE "C" NOT NULL CHECK (drawn_as IN ('detractor', 'silent', 'promoter', 'random')),
  opened_at BIGINT,
  guess BIGINT,
  guessed_at BIGINT,
  score BIGINT,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('drawn', 'opened', 'guessed', 'done')),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, who_address, interaction_id),
  UNIQUE (desk_id, appointment_id, number),
  CHECK ((state IN ('guessed', 'done')) = (guessed_at IS NOT NULL)),
  CHECK (score IS NULL OR guessed_at IS NOT NULL)
);

CREATE TABLE lesson (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  sitting_id TEXT COLLATE "C" NOT NULL,
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  surprised TEXT COLLATE "C" NOT NULL,
  to_fix TEXT COLLATE "C" NOT NULL,
  owner_address TEXT COLLATE "C",
  owner_name TEXT COLLATE "C",
  due_on TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'done')),
  at BIGINT NOT NULL,
  done_at BIGINT,
  done_by TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, sitting_id),
  CHECK ((state = 'done') = (done_at IS NOT NULL))
);

CREATE TABLE listener (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  interaction_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('listening', 'ended')),
  via TEXT COLLATE "C" NOT NULL CHECK (via IN ('chat', 'page')),
  announced TEXT COLLATE "C" NOT NULL CHECK (json_valid(announced)),
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  note TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);

CREATE TABLE interaction (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  conversation TEXT COLLATE "C" NOT NULL,
  ask_in TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'resolved')),
  product TEXT COLLATE "C",
  opened_by TEXT COLLATE "C" NOT NULL CHECK (opened_by IN ('customer', 'team')),
  opened_at BIGINT NOT NULL,
  last_activity_at BIGINT NOT NULL,
  customer_messages BIGINT NOT NULL CHECK (customer_messages >= 0),
  agent_messages BIGINT NOT NULL CHECK (agent_messages >= 0),
  agents TEXT COLLATE "C" NOT NULL CHECK (json_valid(agents)),
  entry_count BIGINT NOT NULL CHECK (entry_count >= 0),
  resolution_count BIGINT NOT NULL CHECK (resolution_count >= 0),
  resolution_id TEXT COLLATE "C",
  is_test BIGINT NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1)),
  PRIMARY KEY (desk_id, id),
  UNIQUE (desk_id, conversation),
  CHECK (is_test = 1 OR (state = 'open') = (resolution_id IS NULL)),
  CHECK (is_test = 0 OR resolution_id IS NULL)
);

CREATE TABLE informed (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  customer_id TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE tombstone (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  customer_id TEXT COLLATE "C",
  salt TEXT COLLATE "C" NOT NULL,
  hashes TEXT COLLATE "C" NOT NULL CHECK (json_valid(hashes)),
  at BIGINT NOT NULL,
  stage TEXT COLLATE "C" NOT NULL CHECK (stage IN ('asked', 'posts', 'digests', 'receipts', 'rows', 'edits', 'done')),
  after TEXT COLLATE "C" NOT NULL,
  edits TEXT COLLATE "C" NOT NULL CHECK (json_valid(edits)),
  posts TEXT COLLATE "C" NOT NULL CHECK (json_valid(posts)),
  kept_as TEXT COLLATE "C",
  due_at BIGINT,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE sweep (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  stage TEXT COLLATE "C" NOT NULL CHECK (stage IN ('transcripts', 'answers', 'posts')),
  swept_to BIGINT NOT NULL,
  counts TEXT COLLATE "C" NOT NULL CHECK (json_valid(counts)),
  due_at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE link (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  role TEXT COLLATE "C" NOT NULL,
  path TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE session (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  who_address TEXT COLLATE "C" NOT NULL,
  who_name TEXT COLLATE "C",
  role TEXT COLLATE "C" NOT NULL,
  role_at BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT,
  how TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE account (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  name TEXT COLLATE "C" NOT NULL,
  email TEXT COLLATE "C",
  login TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('agent', 'lead', 'executive', 'admin')),
  role_by TEXT COLLATE "C" NOT NULL CHECK (role_by IN ('desk', 'company')),
  password_hash TEXT COLLATE "C",
  company_id TEXT COLLATE "C",
  chat_address TEXT COLLATE "C",
  made_at BIGINT NOT NULL,
  disabled_at BIGINT,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE passkey (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  account_id TEXT COLLATE "C" NOT NULL,
  public_key TEXT COLLATE "C" NOT NULL,
  counter BIGINT NOT NULL,
  transports TEXT COLLATE "C" NOT NULL CHECK (json_valid(transports)),
  name TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE explored (
  desk_id TEXT COLLATE "C" NOT NULL,
  what TEXT COLLATE "C" NOT NULL CHECK (what IN ('answer', 'talk', 'question', 'case')),
  kind TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  until BIGINT NOT NULL,
  channel TEXT COLLATE "C",
  language TEXT COLLATE "C",
  agent TEXT COLLATE "C",
  commented BIGINT NOT NULL CHECK (commented IN (0, 1)),
  PRIMARY KEY (desk_id, what, kind, at, id)
);

CREATE TABLE explored_value (
  desk_id TEXT COLLATE "C" NOT NULL,
  facet TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (desk_id, facet, value)
);

CREATE TABLE threshold (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  fingerprint TEXT COLLATE "C" NOT NULL,
  found TEXT COLLATE "C" NOT NULL,
  found_at BIGINT NOT NULL,
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE basis (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  rules TEXT COLLATE "C" NOT NULL CHECK (json_valid(rules)),
  rows TEXT COLLATE "C" NOT NULL CHECK (json_valid(rows)),
  PRIMARY KEY (desk_id, id)
);

CREATE TABLE examination (
  desk_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  interaction_id TEXT COLLATE "C" NOT NULL,
  customer_id TEXT COLLATE "C" NOT NULL,
  found TEXT COLLATE "C" NOT NULL CHECK (found IN ('as-given', 'upside-down', 'followed-up', 'misread')),
  at BIGINT NOT NULL,
  by_address TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C",
  PRIMARY KEY (desk_id, id)
);

-- Held to once per save, at its end.
ALTER TABLE identity ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE entry ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE resolution ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE resolution ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE response ADD FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE response ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE response ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE revision ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE post ADD FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "case" ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "case" ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "case" ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE step ADD FOREIGN KEY (desk_id, case_id) REFERENCES "case" (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE enhancement ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE enhancement ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE enhancement ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE telling ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE telling ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE promise ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE promise ADD FOREIGN KEY (desk_id, survey_id) REFERENCES survey (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE promise ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE survey ADD FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE survey ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE survey ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE survey ADD FOREIGN KEY (desk_id, question_post_id) REFERENCES post (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE survey ADD FOREIGN KEY (desk_id, case_id) REFERENCES "case" (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE greeting ADD FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE greeting ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE greeting ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE told ADD FOREIGN KEY (desk_id, announcement_id) REFERENCES announcement (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE told ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE told ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE appointment ADD FOREIGN KEY (desk_id, shift_id) REFERENCES shift (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE sitting ADD FOREIGN KEY (desk_id, appointment_id) REFERENCES appointment (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE sitting ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE sitting ADD FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE sitting ADD FOREIGN KEY (desk_id, response_id) REFERENCES response (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE listener ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE interaction ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE interaction ADD FOREIGN KEY (desk_id, resolution_id) REFERENCES resolution (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE informed ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE passkey ADD FOREIGN KEY (desk_id, account_id) REFERENCES account (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE examination ADD FOREIGN KEY (desk_id, interaction_id) REFERENCES interaction (desk_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE examination ADD FOREIGN KEY (desk_id, customer_id) REFERENCES customer (desk_id, id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX identity_by_customer ON identity (desk_id, customer_id);
CREATE INDEX resolution_by_customer ON resolution (desk_id, customer_id);
CREATE INDEX resolution_by_time ON resolution (desk_id, at, imported, fate, fate_reason);
CREATE INDEX response_by_customer ON response (desk_id, customer_id, answered_at, id);
CREATE INDEX response_by_interaction ON response (desk_id, interaction_id);
CREATE INDEX response_by_comment_entry ON response (desk_id, comment_entry_id) WHERE comment_entry_id IS NOT NULL;
CREATE INDEX post_by_lane ON post (desk_id, lane, id);
CREATE INDEX post_unsettled ON post (desk_id, lane, id, state) WHERE state IN ('pending', 'sending');
CREATE INDEX post_failed ON post (desk_id, id) WHERE state = 'failed';
CREATE INDEX post_leased ON post (desk_id, lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX post_by_survey ON post (desk_id, survey_id) WHERE survey_id IS NOT NULL;
CREATE INDEX digest_by_due ON digest (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX decision_by_product ON decision (desk_id, product, at, id);
CREATE INDEX post_waiting ON post (kind, id, desk_id, lane, space, channel, is_aside, due_at, lease_until, state) WHERE state IN ('pending', 'sending');
CREATE INDEX case_by_due ON "case" (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX case_by_customer ON "case" (desk_id, customer_id);
CREATE INDEX case_by_interaction ON "case" (desk_id, interaction_id);
CREATE INDEX case_by_opened ON "case" (desk_id, opened_at);
CREATE INDEX case_by_contact_by ON "case" (desk_id, contact_by);
CREATE INDEX case_by_contacted ON "case" (desk_id, contacted_at) WHERE contacted_at IS NOT NULL;
CREATE INDEX case_by_closed ON "case" (desk_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_by_cause ON "case" (desk_id, cause) WHERE cause IS NOT NULL;
CREATE INDEX response_by_quote_consent ON response (desk_id, customer_id) WHERE quote_consent_at IS NOT NULL;
CREATE INDEX enhancement_by_state ON enhancement (desk_id, state, has_words, opened_at);
CREATE INDEX enhancement_by_product ON enhancement (desk_id, product, state);
CREATE INDEX enhancement_by_changed ON enhancement (desk_id, changed_at);
CREATE INDEX enhancement_by_customer ON enhancement (desk_id, customer_id);
CREATE INDEX enhancement_by_interaction ON enhancement (desk_id, interaction_id);
CREATE INDEX telling_by_at ON telling (desk_id, at);
CREATE INDEX telling_by_customer ON telling (desk_id, customer_id);
CREATE INDEX promise_by_due ON promise (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX promise_by_customer ON promise (desk_id, customer_id);
CREATE INDEX promise_by_survey ON promise (desk_id, survey_id);
CREATE INDEX promise_by_asked ON promise (desk_id, asked_at) WHERE asked_at IS NOT NULL;
CREATE UNIQUE INDEX survey_recommend_per_resolution ON survey (desk_id, resolution_id) WHERE purpose = 'recommend';
CREATE UNIQUE INDEX survey_open_per_customer ON survey (desk_id, customer_id) WHERE state IN ('scheduled', 'asked', 'reminded');
CREATE INDEX survey_by_resolution ON survey (desk_id, resolution_id, purpose);
CREATE INDEX survey_by_due ON survey (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX survey_by_customer ON survey (desk_id, customer_id, id);
CREATE INDEX survey_by_interaction ON survey (desk_id, interaction_id);
CREATE INDEX survey_by_question ON survey (desk_id, question_post_id) WHERE question_post_id IS NOT NULL;
CREATE INDEX survey_by_place ON survey (desk_id, ask_in, asked_at);
CREATE INDEX survey_by_asked ON survey (desk_id, asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX survey_by_case ON survey (desk_id, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX response_by_time ON response (desk_id, answered_at, scale, product, score, band, excluded, customer_id, purpose);
CREATE INDEX greeting_by_week ON greeting (desk_id, week);
CREATE INDEX greeting_by_customer ON greeting (desk_id, customer_id);
CREATE INDEX greeting_by_interaction ON greeting (desk_id, interaction_id);
CREATE INDEX greeting_by_agent ON greeting (desk_id, agent_address, state);
CREATE INDEX plea_by_time ON plea (desk_id, at);
CREATE INDEX customer_by_key ON customer (desk_id, is_key);
CREATE UNIQUE INDEX cord_standing ON cord (desk_id, line) WHERE state = 'pulled';
CREATE INDEX cord_by_line ON cord (desk_id, line, pulled_at, id);
CREATE INDEX announcement_by_due ON announcement (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX told_by_due ON told (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX told_by_announcement ON told (desk_id, announcement_id);
CREATE INDEX told_by_customer ON told (desk_id, customer_id);
CREATE INDEX told_by_interaction ON told (desk_id, interaction_id);
CREATE INDEX response_by_product ON response (desk_id, product, changed_at, band);
CREATE INDEX shift_by_due ON shift (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX shift_by_person ON shift (desk_id, who_address, state);
CREATE INDEX shift_by_source ON shift (desk_id, source, state);
CREATE INDEX appointment_by_due ON appointment (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX appointment_by_shift ON appointment (desk_id, shift_id, at) WHERE shift_id IS NOT NULL;
CREATE INDEX appointment_by_person ON appointment (desk_id, who_address, at, id);
CREATE INDEX appointment_by_time ON appointment (desk_id, at, state);
CREATE INDEX sitting_by_interaction ON sitting (desk_id, interaction_id);
CREATE INDEX sitting_by_resolution ON sitting (desk_id, resolution_id);
CREATE INDEX sitting_by_response ON sitting (desk_id, response_id) WHERE response_id IS NOT NULL;
CREATE INDEX sitting_by_guess ON sitting (desk_id, guessed_at) WHERE guessed_at IS NOT NULL;
CREATE INDEX lesson_by_state ON lesson (desk_id, state, at, id);
CREATE INDEX lesson_by_done ON lesson (desk_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX listener_by_interaction ON listener (desk_id, interaction_id, state);
CREATE UNIQUE INDEX listener_once ON listener (desk_id, who_address, interaction_id) WHERE state = 'listening';
CREATE INDEX interaction_by_activity ON interaction (desk_id, state, last_activity_at, id);
CREATE INDEX interaction_by_customer ON interaction (desk_id, customer_id, last_activity_at, id);
CREATE INDEX interaction_by_ask_in ON interaction (desk_id, ask_in, last_activity_at, id);
CREATE INDEX interaction_by_resolution ON interaction (desk_id, resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX customer_by_read_opt_out ON customer (desk_id, read_opt_out_at) WHERE read_opt_out_at IS NOT NULL;
CREATE INDEX informed_by_customer ON informed (desk_id, customer_id);
CREATE INDEX tombstone_by_due ON tombstone (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX tombstone_by_customer ON tombstone (desk_id, customer_id);
CREATE INDEX sweep_by_due ON sweep (due_at, id, desk_id) WHERE due_at IS NOT NULL;
CREATE INDEX entry_by_address ON entry (desk_id, address) WHERE address IS NOT NULL;
CREATE INDEX links_of_person ON link (desk_id, who_address, made_at);
CREATE INDEX sessions_of_person ON session (desk_id, who_address, last_seen_at);
CREATE INDEX interaction_by_product ON interaction (desk_id, product, customer_id);
CREATE UNIQUE INDEX account_login ON account (desk_id, login);
CREATE UNIQUE INDEX account_company ON account (desk_id, company_id);
CREATE UNIQUE INDEX account_chat ON account (desk_id, chat_address);
CREATE INDEX passkeys_of_account ON passkey (desk_id, account_id);
CREATE INDEX sessions_of_account ON session (desk_id, account_id);
CREATE INDEX case_by_urgency ON "case" (desk_id, urgency, urgent_at, id);
CREATE INDEX case_by_owner ON "case" (desk_id, owner_address, urgency, urgent_at, id);
CREATE INDEX post_by_replaced ON post (desk_id, replaces, id, state) WHERE replaces IS NOT NULL;
CREATE INDEX explored_by_comment ON explored (desk_id, at, id, until, kind, channel, language, agent) WHERE commented = 1;
CREATE INDEX survey_by_trial ON survey (desk_id, trial_id, drawn_at) WHERE trial_id IS NOT NULL;
CREATE INDEX survey_by_drawn ON survey (desk_id, drawn_at) WHERE drawn_at IS NOT NULL;
CREATE INDEX response_by_trial ON response (desk_id, trial_id) WHERE trial_id IS NOT NULL;
CREATE INDEX examination_by_interaction ON examination (desk_id, interaction_id);
CREATE INDEX examination_by_customer ON examination (desk_id, customer_id);

CREATE FUNCTION refuse_shrinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_shrinking();

-- Search. The words are those of the program (src/search/words.ts), which writes them in the save of the row they stand in; `words` has
-- them in order with blanks around each, `lexemes` each of them once, cut where it is long, with a mark of the desk.
CREATE TABLE search_document (
  desk_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('entry', 'comment', 'person')),
  row_id TEXT COLLATE "C" NOT NULL,
  -- Begins with the second of its time, in which there is room for 2^20: the newest stand highest.
  number BIGINT NOT NULL,
  interaction_id TEXT COLLATE "C",
  words TEXT COLLATE "C" NOT NULL,
  lexemes tsvector NOT NULL,
  PRIMARY KEY (desk_id, kind, row_id)
);
CREATE INDEX search_by_number ON search_document (desk_id, number);
CREATE INDEX search_by_conversation ON search_document (desk_id, interaction_id, number);
CREATE INDEX search_by_words ON search_document USING gin (lexemes);
-- Tells the documents of one second apart by its remainder of 2^20; it may have gaps.
CREATE SEQUENCE search_place CACHE 32;
-- Who took part in which conversations.
CREATE INDEX interaction_by_agents ON interaction USING gin ((agents::jsonb) jsonb_path_ops);

-- What is explored, kept by triggers as the rows change.
CREATE FUNCTION channel_of(conversation TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE length(conversation) - length(replace(conversation, ':', ''))
    WHEN 0 THEN ''
    WHEN 1 THEN split_part(conversation, ':', 1)
    WHEN 2 THEN rtrim(split_part(conversation, ':', 1) || ':' || split_part(conversation, ':', 2), ':')
    ELSE split_part(conversation, ':', 1) || ':' || split_part(conversation, ':', 2) || ':' || split_part(conversation, ':', 3) END
$$;

-- Counted in one order, so that no two saves wait for each other.
CREATE FUNCTION count_explored(talk explored, difference BIGINT) RETURNS void LANGUAGE sql AS $$
  INSERT INTO explored_value SELECT talk.desk_id, 'agent', talk.agent, difference WHERE talk.agent IS NOT NULL
    ON CONFLICT (desk_id, facet, value) DO UPDATE SET count = explored_value.count + excluded.count;
  INSERT INTO explored_value SELECT talk.desk_id, 'channel', talk.channel, difference WHERE talk.channel IS NOT NULL
    ON CONFLICT (desk_id, facet, value) DO UPDATE SET count = explored_value.count + excluded.count;
  INSERT INTO explored_value SELECT talk.desk_id, 'language', talk.language, difference WHERE talk.language IS NOT NULL
    ON CONFLICT (desk_id, facet, value) DO UPDATE SET count = explored_value.count + excluded.count;
$$;
CREATE FUNCTION explored_value_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_explored(NEW, 1);
  RETURN NULL;
END $$;
CREATE FUNCTION explored_value_less() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_explored(OLD, -1);
  DELETE FROM explored_value WHERE desk_id = OLD.desk_id AND count = 0
    AND (facet, value) IN (('agent', OLD.agent), ('channel', OLD.channel), ('language', OLD.language));
  RETURN NULL;
END $$;
CREATE TRIGGER explored_value_more AFTER INSERT ON explored FOR EACH ROW WHEN (NEW.what = 'talk') EXECUTE FUNCTION explored_value_more();
CREATE TRIGGER explored_value_less AFTER DELETE ON explored FOR EACH ROW WHEN (OLD.what = 'talk') EXECUTE FUNCTION explored_value_less();

CREATE FUNCTION unexplore(of_desk TEXT, of_what TEXT, of_kind json, moment BIGINT, of_id TEXT) RETURNS void LANGUAGE sql AS $$
  DELETE FROM explored WHERE desk_id = of_desk AND what = of_what AND kind = of_kind::text AND at = moment AND id = of_id
$$;

CREATE FUNCTION explore_answer(of_desk TEXT, of_id TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unexplore(desk_id, 'answer', json_build_array(scale, score, product), answered_at, id)
    FROM response WHERE desk_id = of_desk AND id = of_id;
  INSERT INTO explored SELECT answer.desk_id, 'answer', json_build_array(answer.scale, answer.score, answer.product)::text,
      answer.answered_at, answer.id,
      coalesce((SELECT later.answered_at FROM response AS later
        WHERE later.desk_id = answer.desk_id AND later.customer_id = answer.customer_id
          AND (later.answered_at, later.id) > (answer.answered_at, answer.id) AND later.excluded IS NULL AND later.purpose = 'recommend'
        ORDER BY later.answered_at, later.id LIMIT 1), 9007199254740991),
      channel_of(conversation), locale, json_extract(answer.credited_agent, '$.address'), (answer.comment IS NOT NULL)::int
    FROM response AS answer LEFT JOIN survey ON survey.desk_id = answer.desk_id AND survey.id = answer.survey_id
      LEFT JOIN interaction ON interaction.desk_id = answer.desk_id AND interaction.id = answer.interaction_id
    WHERE answer.desk_id = of_desk AND answer.id = of_id AND answer.excluded IS NULL AND answer.purpose = 'recommend';
END $$;
CREATE FUNCTION explore_before(of_desk TEXT, of_customer TEXT, moment BIGINT, of_id TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM explore_answer(before.desk_id, before.id) FROM (SELECT desk_id, id FROM response
    WHERE desk_id = of_desk AND customer_id = of_customer AND (answered_at, id) < (moment, of_id)
      AND excluded IS NULL AND purpose = 'recommend' ORDER BY answered_at DESC, id DESC LIMIT 1) AS before;
END $$;
CREATE FUNCTION explore_talk(of_desk TEXT, of_id TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unexplore(desk_id, 'talk', json_build_array(imported, fate, fate_reason, product), at, id)
    FROM resolution WHERE desk_id = of_desk AND id = of_id;
  INSERT INTO explored SELECT talk.desk_id, 'talk', json_build_array(talk.imported, talk.fate, talk.fate_reason, talk.product)::text,
      talk.at, talk.id, 9007199254740991, channel_of(conversation),
      (SELECT locale FROM survey WHERE survey.desk_id = talk.desk_id AND survey.resolution_id = talk.id AND purpose = 'recommend' LIMIT 1),
      json_extract(talk.credited_agent, '$.address'), 0
    FROM resolution AS talk LEFT JOIN interaction ON interaction.desk_id = talk.desk_id AND interaction.id = talk.interaction_id
    WHERE talk.desk_id = of_desk AND talk.id = of_id;
END $$;
CREATE FUNCTION question_kind(asked survey) RETURNS json LANGUAGE sql AS $$
  SELECT json_build_array((asked.delivered_at IS NOT NULL OR asked.state = 'answered')::int, asked.state, asked.product)
$$;
CREATE FUNCTION explore_question(of_desk TEXT, of_id TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unexplore(desk_id, 'question', question_kind(survey), asked_at, id) FROM survey WHERE desk_id = of_desk AND id = of_id;
  INSERT INTO explored SELECT asked.desk_id, 'question', question_kind(asked)::text, asked.asked_at, asked.id,
      9007199254740991, channel_of(conversation), asked.locale, json_extract(asked.credited_agent, '$.address'), 0
    FROM survey AS asked LEFT JOIN interaction ON interaction.desk_id = asked.desk_id AND interaction.id = asked.interaction_id
    WHERE asked.desk_id = of_desk AND asked.id = of_id AND asked.asked_at IS NOT NULL
      AND asked.state <> 'cancelled' AND asked.purpose = 'recommend';
END $$;
CREATE FUNCTION explore_case(of_desk TEXT, of_id TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO explored SELECT file.desk_id, 'case', json_build_array(step.happened, answer.product)::text, step.moment, file.id,
      9007199254740991, channel_of(conversation), locale, json_extract(answer.credited_agent, '$.address'), 0
    FROM "case" AS file CROSS JOIN LATERAL (VALUES ('opened', opened_at),
        ('contacted', CASE WHEN contacted_at <= contact_by THEN contacted_at END),
        ('overdue', CASE WHEN (contact_wish IS NULL OR contact_wish <> 'no')
          AND (coalesce(contacted_at, closed_at) IS NULL OR coalesce(contacted_at, closed_at) > contact_by) THEN contact_by END),
        ('resolved', CASE WHEN file.state = 'resolved' THEN closed_at END)) AS step (happened, moment)
      JOIN response AS answer ON answer.desk_id = file.desk_id AND answer.id = file.response_id
      LEFT JOIN survey ON survey.desk_id = answer.desk_id AND survey.id = answer.survey_id
      LEFT JOIN interaction ON interaction.desk_id = answer.desk_id AND interaction.id = answer.interaction_id
    WHERE file.desk_id = of_desk AND file.id = of_id AND step.moment IS NOT NULL;
END $$;
CREATE FUNCTION unexplore_case(file "case", of_product TEXT) RETURNS void LANGUAGE sql AS $$
  DELETE FROM explored WHERE desk_id = file.desk_id AND what = 'case' AND id = file.id
    AND (kind, at) IN ((json_build_array('opened', of_product)::text, file.opened_at),
      (json_build_array('contacted', of_product)::text, file.contacted_at),
      (json_build_array('overdue', of_product)::text, file.contact_by),
      (json_build_array('resolved', of_product)::text, file.closed_at))
$$;
CREATE FUNCTION explore_case_again(of_desk TEXT, of_response TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unexplore_case(file, answer.product)
    FROM "case" AS file JOIN response AS answer ON answer.desk_id = file.desk_id AND answer.id = file.response_id
    WHERE file.desk_id = of_desk AND file.response_id = of_response;
  PERFORM explore_case(desk_id, id) FROM "case" WHERE desk_id = of_desk AND response_id = of_response;
END $$;

CREATE FUNCTION case_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM unexplore_case(OLD, product) FROM response WHERE desk_id = OLD.desk_id AND id = OLD.response_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM explore_case(NEW.desk_id, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER case_is_explored AFTER INSERT OR DELETE ON "case" FOR EACH ROW EXECUTE FUNCTION case_is_explored();
CREATE TRIGGER case_is_explored_anew AFTER UPDATE ON "case" FOR EACH ROW
  WHEN ((OLD.response_id, OLD.opened_at, OLD.contacted_at, OLD.contact_by, OLD.closed_at, OLD.state, OLD.contact_wish)
    IS DISTINCT FROM (NEW.response_id, NEW.opened_at, NEW.contacted_at, NEW.contact_by, NEW.closed_at, NEW.state, NEW.contact_wish))
  EXECUTE FUNCTION case_is_explored();

CREATE FUNCTION response_case_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM unexplore_case(file, OLD.product) FROM "case" AS file WHERE desk_id = OLD.desk_id AND response_id = OLD.id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM explore_case(desk_id, id) FROM "case" WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER response_case_is_explored AFTER INSERT OR DELETE ON response FOR EACH ROW EXECUTE FUNCTION response_case_is_explored();
CREATE TRIGGER response_case_is_explored_anew AFTER UPDATE ON response FOR EACH ROW
  WHEN ((OLD.product, OLD.credited_agent, OLD.survey_id, OLD.interaction_id)
    IS DISTINCT FROM (NEW.product, NEW.credited_agent, NEW.survey_id, NEW.interaction_id))
  EXECUTE FUNCTION response_case_is_explored();

-- Which of a customer's answers is the latest is for one save at a time to say.
CREATE FUNCTION response_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM 1 FROM customer WHERE desk_id = OLD.desk_id AND id = OLD.customer_id FOR NO KEY UPDATE;
    PERFORM unexplore(OLD.desk_id, 'answer', json_build_array(OLD.scale, OLD.score, OLD.product), OLD.answered_at, OLD.id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM 1 FROM customer WHERE desk_id = NEW.desk_id AND id = NEW.customer_id FOR NO KEY UPDATE;
    PERFORM explore_answer(NEW.desk_id, NEW.id);
    PERFORM explore_before(NEW.desk_id, NEW.customer_id, NEW.answered_at, NEW.id);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM explore_before(OLD.desk_id, OLD.customer_id, OLD.answered_at, OLD.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER response_is_explored AFTER INSERT ON response FOR EACH ROW
  WHEN (NEW.excluded IS NULL AND NEW.purpose = 'recommend') EXECUTE FUNCTION response_is_explored();
CREATE TRIGGER response_is_explored_anew AFTER UPDATE ON response FOR EACH ROW
  WHEN ((OLD.survey_id, OLD.interaction_id, OLD.customer_id, OLD.scale, OLD.score, OLD.product, OLD.answered_at, OLD.excluded, OLD.purpose,
      OLD.credited_agent, OLD.comment IS NULL)
    IS DISTINCT FROM (NEW.survey_id, NEW.interaction_id, NEW.customer_id, NEW.scale, NEW.score, NEW.product, NEW.answered_at, NEW.excluded,
      NEW.purpose, NEW.credited_agent, NEW.comment IS NULL))
  EXECUTE FUNCTION response_is_explored();
CREATE TRIGGER response_is_not_explored AFTER DELETE ON response FOR EACH ROW
  WHEN (OLD.excluded IS NULL AND OLD.purpose = 'recommend') EXECUTE FUNCTION response_is_explored();

CREATE FUNCTION resolution_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM unexplore(OLD.desk_id, 'talk', json_build_array(OLD.imported, OLD.fate, OLD.fate_reason, OLD.product), OLD.at, OLD.id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM explore_talk(NEW.desk_id, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER resolution_is_explored AFTER INSERT OR DELETE ON resolution FOR EACH ROW EXECUTE FUNCTION resolution_is_explored();
CREATE TRIGGER resolution_is_explored_anew AFTER UPDATE ON resolution FOR EACH ROW
  WHEN ((OLD.interaction_id, OLD.at, OLD.imported, OLD.fate, OLD.fate_reason, OLD.product, OLD.credited_agent)
    IS DISTINCT FROM (NEW.interaction_id, NEW.at, NEW.imported, NEW.fate, NEW.fate_reason, NEW.product, NEW.credited_agent))
  EXECUTE FUNCTION resolution_is_explored();

CREATE FUNCTION survey_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM unexplore(OLD.desk_id, 'question', question_kind(OLD), OLD.asked_at, OLD.id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM explore_question(NEW.desk_id, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION survey_language_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM explore_talk(OLD.desk_id, OLD.resolution_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM explore_talk(NEW.desk_id, NEW.resolution_id);
    PERFORM explore_answer(desk_id, id) FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
    PERFORM explore_case_again(desk_id, id) FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER survey_is_explored AFTER INSERT OR DELETE ON survey FOR EACH ROW EXECUTE FUNCTION survey_is_explored();
CREATE TRIGGER survey_is_explored_anew AFTER UPDATE ON survey FOR EACH ROW
  WHEN ((OLD.interaction_id, OLD.state, OLD.asked_at, OLD.delivered_at IS NULL, OLD.product, OLD.credited_agent, OLD.purpose, OLD.locale)
    IS DISTINCT FROM
    (NEW.interaction_id, NEW.state, NEW.asked_at, NEW.delivered_at IS NULL, NEW.product, NEW.credited_agent, NEW.purpose, NEW.locale))
  EXECUTE FUNCTION survey_is_explored();
CREATE TRIGGER survey_language_is_explored AFTER INSERT OR DELETE ON survey FOR EACH ROW EXECUTE FUNCTION survey_language_is_explored();
CREATE TRIGGER survey_language_is_explored_anew AFTER UPDATE ON survey FOR EACH ROW
  WHEN ((OLD.locale, OLD.resolution_id, OLD.purpose) IS DISTINCT FROM (NEW.locale, NEW.resolution_id, NEW.purpose))
  EXECUTE FUNCTION survey_language_is_explored();

CREATE FUNCTION interaction_is_explored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM explore_talk(desk_id, id) FROM resolution WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  PERFORM explore_question(desk_id, id) FROM survey WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  PERFORM explore_answer(desk_id, id) FROM response WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  PERFORM explore_case_again(desk_id, id) FROM response WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER interaction_is_explored AFTER INSERT ON interaction FOR EACH ROW EXECUTE FUNCTION interaction_is_explored();
CREATE TRIGGER interaction_is_explored_anew AFTER UPDATE ON interaction FOR EACH ROW
  WHEN (OLD.conversation IS DISTINCT FROM NEW.conversation) EXECUTE FUNCTION interaction_is_explored();
