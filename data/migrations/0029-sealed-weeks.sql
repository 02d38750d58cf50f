-- What a time that is over came to, counted from the rows once and kept; `what` is the tally, `tally` is its JSON. `mark` tells one counting
-- from the next, `counting` the rules by which it was counted; `tally` is null while it is counted. Whatever touches that time takes the row
-- away in the same transaction, also while it is counted.
CREATE TABLE sealed (
  desk_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('scores', 'aside', 'outcomes', 'mouth', 'recovered', 'heard')),
  to_at INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  mark TEXT NOT NULL,
  counting INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  tally TEXT,
  PRIMARY KEY (desk_id, what, to_at, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_by_counted ON sealed (counted_at);

-- only sqlite
-- Nothing that is sealed is longer than 400 days. What is written now stands behind every end: nothing is found, and nothing read.
CREATE VIEW unseal AS SELECT '' AS what, '' AS desk_id, 0 AS at WHERE 0;
CREATE TRIGGER unseal_in INSTEAD OF INSERT ON unseal WHEN NEW.at IS NOT NULL BEGIN
  DELETE FROM sealed WHERE desk_id = NEW.desk_id AND what = NEW.what
    AND to_at > NEW.at AND to_at <= NEW.at + 34560000000 AND from_at <= NEW.at;
END;

-- Answers.
CREATE VIEW unseal_answer AS SELECT '' AS desk_id, 0 AS at WHERE 0;
CREATE TRIGGER unseal_answer_in INSTEAD OF INSERT ON unseal_answer BEGIN
  INSERT INTO unseal VALUES ('scores', NEW.desk_id, NEW.at), ('aside', NEW.desk_id, NEW.at), ('outcomes', NEW.desk_id, NEW.at),
    ('recovered', NEW.desk_id, NEW.at);
END;
CREATE TRIGGER response_unseals AFTER INSERT ON response BEGIN
  INSERT INTO unseal_answer VALUES (NEW.desk_id, NEW.answered_at);
END;
CREATE TRIGGER response_unseals_anew AFTER UPDATE ON response
  WHEN (OLD.survey_id, OLD.customer_id, OLD.scale, OLD.score, OLD.band, OLD.product, OLD.answered_at, OLD.excluded, OLD.purpose)
    IS NOT (NEW.survey_id, NEW.customer_id, NEW.scale, NEW.score, NEW.band, NEW.product, NEW.answered_at, NEW.excluded, NEW.purpose) BEGIN
  INSERT INTO unseal_answer VALUES (OLD.desk_id, OLD.answered_at), (NEW.desk_id, NEW.answered_at);
END;
CREATE TRIGGER response_unseals_words AFTER UPDATE ON response WHEN (OLD.excluded IS NULL) <> (NEW.excluded IS NULL) BEGIN
  INSERT INTO unseal SELECT 'mouth', desk_id, at FROM telling WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
  INSERT INTO unseal SELECT 'mouth', desk_id, asked_at FROM promise WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
END;
CREATE TRIGGER response_gone_unseals AFTER DELETE ON response BEGIN
  INSERT INTO unseal_answer VALUES (OLD.desk_id, OLD.answered_at);
END;

-- Conversations that were resolved.
CREATE VIEW unseal_talk AS SELECT '' AS desk_id, 0 AS at WHERE 0;
CREATE TRIGGER unseal_talk_in INSTEAD OF INSERT ON unseal_talk BEGIN
  INSERT INTO unseal VALUES ('outcomes', NEW.desk_id, NEW.at), ('heard', NEW.desk_id, NEW.at);
END;
CREATE TRIGGER resolution_unseals AFTER INSERT ON resolution BEGIN
  INSERT INTO unseal_talk VALUES (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER resolution_unseals_anew AFTER UPDATE ON resolution
  WHEN (OLD.interaction_id, OLD.customer_id, OLD.number, OLD.at, OLD.fate, OLD.fate_reason, OLD.imported)
    IS NOT (NEW.interaction_id, NEW.customer_id, NEW.number, NEW.at, NEW.fate, NEW.fate_reason, NEW.imported) BEGIN
  INSERT INTO unseal_talk VALUES (OLD.desk_id, OLD.at), (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER resolution_unseals_recovery AFTER UPDATE ON resolution WHEN OLD.imported <> NEW.imported BEGIN
  INSERT INTO unseal SELECT 'recovered', response.desk_id, answered_at
    FROM survey JOIN response ON response.desk_id = survey.desk_id AND response.survey_id = survey.id
    WHERE survey.desk_id = NEW.desk_id AND survey.resolution_id = NEW.id;
END;
CREATE TRIGGER resolution_gone_unseals AFTER DELETE ON resolution BEGIN
  INSERT INTO unseal_talk VALUES (OLD.desk_id, OLD.at);
END;

-- Who waits for an answer stands in the survey, and whose answer was brought in from elsewhere is found by it.
CREATE TRIGGER survey_unseals AFTER INSERT ON survey BEGIN
  INSERT INTO unseal SELECT 'outcomes', desk_id, at FROM resolution WHERE desk_id = NEW.desk_id AND id = NEW.resolution_id;
END;
CREATE TRIGGER survey_unseals_anew AFTER UPDATE ON survey
  WHEN (OLD.resolution_id, OLD.purpose, OLD.state, OLD.delivered_at IS NULL)
    IS NOT (NEW.resolution_id, NEW.purpose, NEW.state, NEW.delivered_at IS NULL) BEGIN
  INSERT INTO unseal SELECT 'outcomes', desk_id, at FROM resolution
    WHERE desk_id = NEW.desk_id AND id IN (OLD.resolution_id, NEW.resolution_id);
END;
CREATE TRIGGER survey_unseals_recovery AFTER UPDATE ON survey WHEN OLD.resolution_id <> NEW.resolution_id BEGIN
  INSERT INTO unseal SELECT 'recovered', desk_id, answered_at FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
END;
CREATE TRIGGER survey_gone_unseals AFTER DELETE ON survey BEGIN
  INSERT INTO unseal SELECT 'outcomes', desk_id, at FROM resolution WHERE desk_id = OLD.desk_id AND id = OLD.resolution_id;
END;

-- Who got in touch about an answer, and when; before the answer is as good as with it.
CREATE VIEW unseal_contact AS SELECT '' AS desk_id, '' AS response_id, 0 AS at WHERE 0;
CREATE TRIGGER unseal_contact_in INSTEAD OF INSERT ON unseal_contact WHEN NEW.at IS NOT NULL BEGIN
  INSERT INTO unseal SELECT 'recovered', desk_id, max(answered_at, NEW.at)
    FROM response WHERE desk_id = NEW.desk_id AND id = NEW.response_id;
END;
CREATE TRIGGER step_unseals AFTER INSERT ON step BEGIN
  INSERT INTO unseal_contact SELECT desk_id, response_id, NEW.at FROM "case" WHERE desk_id = NEW.desk_id AND id = NEW.case_id;
END;
CREATE TRIGGER step_unseals_anew AFTER UPDATE ON step
  WHEN (OLD.case_id, OLD.act, OLD.at, OLD.taken_back) IS NOT (NEW.case_id, NEW.act, NEW.at, NEW.taken_back) BEGIN
  INSERT INTO unseal_contact SELECT desk_id, response_id, OLD.at FROM "case" WHERE desk_id = OLD.desk_id AND id = OLD.case_id;
  INSERT INTO unseal_contact SELECT desk_id, response_id, NEW.at FROM "case" WHERE desk_id = NEW.desk_id AND id = NEW.case_id;
END;
CREATE TRIGGER step_gone_unseals AFTER DELETE ON step BEGIN
  INSERT INTO unseal_contact SELECT desk_id, response_id, OLD.at FROM "case" WHERE desk_id = OLD.desk_id AND id = OLD.case_id;
END;

-- A case counts when things happen to it, and once more with each later answer of its customer.
CREATE VIEW unseal_case AS SELECT '' AS desk_id, '' AS id, '' AS customer_id, '' AS response_id,
  0 AS opened_at, 0 AS contact_by, 0 AS contacted_at, 0 AS closed_at WHERE 0;
CREATE TRIGGER unseal_case_in INSTEAD OF INSERT ON unseal_case BEGIN
  INSERT INTO unseal VALUES ('outcomes', NEW.desk_id, NEW.opened_at), ('outcomes', NEW.desk_id, NEW.contact_by),
    ('outcomes', NEW.desk_id, NEW.contacted_at), ('outcomes', NEW.desk_id, NEW.closed_at);
  INSERT INTO unseal SELECT 'outcomes', desk_id, answered_at FROM response
    WHERE desk_id = NEW.desk_id AND customer_id = NEW.customer_id AND answered_at > NEW.opened_at;
  INSERT INTO unseal_contact VALUES (NEW.desk_id, NEW.response_id, NEW.contacted_at);
  INSERT INTO unseal_contact SELECT NEW.desk_id, NEW.response_id, at FROM step WHERE desk_id = NEW.desk_id AND case_id = NEW.id;
END;
CREATE TRIGGER case_unseals AFTER INSERT ON "case" BEGIN
  INSERT INTO unseal_case VALUES (NEW.desk_id, NEW.id, NEW.customer_id, NEW.response_id,
    NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at);
END;
CREATE TRIGGER case_unseals_anew AFTER UPDATE ON "case"
  WHEN (OLD.customer_id, OLD.response_id, OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at, OLD.state, OLD.contact_wish, OLD.cause)
    IS NOT (NEW.customer_id, NEW.response_id, NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at, NEW.state, NEW.contact_wish, NEW.cause) BEGIN
  INSERT INTO unseal_case VALUES (OLD.desk_id, OLD.id, OLD.customer_id, OLD.response_id,
    OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at);
  INSERT INTO unseal_case VALUES (NEW.desk_id, NEW.id, NEW.customer_id, NEW.response_id,
    NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at);
END;
CREATE TRIGGER case_gone_unseals AFTER DELETE ON "case" BEGIN
  INSERT INTO unseal_case VALUES (OLD.desk_id, OLD.id, OLD.customer_id, OLD.response_id,
    OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at);
END;

-- What customers told others, and were asked about.
CREATE TRIGGER telling_unseals AFTER INSERT ON telling BEGIN
  INSERT INTO unseal VALUES ('mouth', NEW.desk_id, NEW.at);
END;
CREATE TRIGGER telling_unseals_anew AFTER UPDATE ON telling BEGIN
  INSERT INTO unseal VALUES ('mouth', OLD.desk_id, OLD.at), ('mouth', NEW.desk_id, NEW.at);
END;
CREATE TRIGGER telling_gone_unseals AFTER DELETE ON telling BEGIN
  INSERT INTO unseal VALUES ('mouth', OLD.desk_id, OLD.at);
END;
CREATE TRIGGER promise_unseals AFTER INSERT ON promise BEGIN
  INSERT INTO unseal VALUES ('mouth', NEW.desk_id, NEW.asked_at);
END;
CREATE TRIGGER promise_unseals_anew AFTER UPDATE ON promise BEGIN
  INSERT INTO unseal VALUES ('mouth', OLD.desk_id, OLD.asked_at), ('mouth', NEW.desk_id, NEW.asked_at);
END;
CREATE TRIGGER promise_gone_unseals AFTER DELETE ON promise BEGIN
  INSERT INTO unseal VALUES ('mouth', OLD.desk_id, OLD.asked_at);
END;

-- When customers were heard from again: as a conversation was opened, by its later resolutions, or by what was said last in one that is open.
CREATE VIEW unseal_return AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER unseal_return_in INSTEAD OF INSERT ON unseal_return BEGIN
  INSERT INTO unseal SELECT 'heard', desk_id, at FROM resolution
    WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id AND number > 1;
END;
CREATE TRIGGER interaction_unseals AFTER INSERT ON interaction BEGIN
  INSERT INTO unseal VALUES ('heard', NEW.desk_id, NEW.opened_at), ('heard', NEW.desk_id, NEW.last_activity_at);
END;
CREATE TRIGGER interaction_unseals_anew AFTER UPDATE ON interaction
  WHEN (OLD.customer_id, OLD.state, OLD.last_activity_at) IS NOT (NEW.customer_id, NEW.state, NEW.last_activity_at) BEGIN
  INSERT INTO unseal VALUES ('heard', OLD.desk_id, OLD.last_activity_at), ('heard', NEW.desk_id, NEW.last_activity_at);
END;
CREATE TRIGGER interaction_unseals_opening AFTER UPDATE ON interaction
  WHEN (OLD.customer_id, OLD.opened_by, OLD.opened_at) IS NOT (NEW.customer_id, NEW.opened_by, NEW.opened_at) BEGIN
  INSERT INTO unseal VALUES ('heard', OLD.desk_id, OLD.opened_at), ('heard', NEW.desk_id, NEW.opened_at);
END;
CREATE TRIGGER interaction_unseals_return AFTER UPDATE ON interaction
  WHEN (OLD.customer_id, OLD.resolution_count) IS NOT (NEW.customer_id, NEW.resolution_count) BEGIN
  INSERT INTO unseal_return VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER interaction_gone_unseals AFTER DELETE ON interaction BEGIN
  INSERT INTO unseal VALUES ('heard', OLD.desk_id, OLD.opened_at), ('heard', OLD.desk_id, OLD.last_activity_at);
  INSERT INTO unseal_return VALUES (OLD.desk_id, OLD.id);
END;
-- both
