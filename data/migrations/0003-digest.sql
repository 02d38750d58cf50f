-- The weekly digests as posted, what people decided on the board, and what the digest counts by.
CREATE TABLE digest (
  id TEXT PRIMARY KEY NOT NULL,
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
  UNIQUE (week, zone, team)
) STRICT;
CREATE INDEX digest_by_due ON digest (due_at, id) WHERE due_at IS NOT NULL;

CREATE TABLE decision (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  product TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'enhance', 'retire')),
  "by" TEXT NOT NULL,
  sentence TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_by_product ON decision (product, at, id);

CREATE INDEX survey_by_asked ON survey (asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX case_by_opened ON "case" (opened_at);
CREATE INDEX case_by_contact_by ON "case" (contact_by);
CREATE INDEX case_by_contacted ON "case" (contacted_at) WHERE contacted_at IS NOT NULL;
CREATE INDEX case_by_closed ON "case" (closed_at) WHERE closed_at IS NOT NULL;
