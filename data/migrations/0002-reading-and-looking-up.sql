-- How far each place on a platform has been read.
CREATE TABLE cursor (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  position TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A save may name what it adds further on; SQLite then looks for everything that names it, and would read the whole table.
CREATE INDEX interaction_by_resolution ON interaction (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX survey_by_question ON survey (question_post_id) WHERE question_post_id IS NOT NULL;
CREATE INDEX post_by_survey ON post (survey_id) WHERE survey_id IS NOT NULL;
CREATE INDEX response_by_interaction ON response (interaction_id);
CREATE INDEX case_by_interaction ON "case" (interaction_id);

-- What is typed on a direct line is looked up by the question last put there.
CREATE INDEX survey_by_place ON survey (ask_in, asked_at);
