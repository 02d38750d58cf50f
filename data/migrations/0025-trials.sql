-- For which trial a person was drawn, when and with what: both ways as they stood in the settings then, and which of them it was.
-- The answer keeps the trial and the way. What was asked before was in none.
ALTER TABLE survey ADD COLUMN trial_id TEXT;
ALTER TABLE survey ADD COLUMN trial_arm TEXT CHECK (json_valid(trial_arm));
ALTER TABLE survey ADD COLUMN drawn_at INTEGER CHECK ((drawn_at IS NULL) = (trial_id IS NULL) AND (trial_arm IS NULL) = (trial_id IS NULL));
CREATE INDEX survey_by_trial ON survey (desk_id, trial_id, drawn_at) WHERE trial_id IS NOT NULL;
CREATE INDEX survey_by_drawn ON survey (desk_id, drawn_at) WHERE drawn_at IS NOT NULL;
ALTER TABLE response ADD COLUMN trial_id TEXT;
ALTER TABLE response ADD COLUMN arm TEXT CHECK (arm IN ('a', 'b') AND (arm IS NULL) = (trial_id IS NULL));
CREATE INDEX response_by_trial ON response (desk_id, trial_id) WHERE trial_id IS NOT NULL;
