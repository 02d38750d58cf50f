-- What the figures of any span are counted from, a row for each answer that counts, each resolution, each question put and each thing that
-- happened to a case. `kind` is the JSON list of what they are counted by: scale, score and product; imported, fate, reason and product;
-- whether it was delivered, state and product; what happened and product.
-- The key of the table is the one index that every count walks along. `until` is when the same customer gave the next answer that counts:
-- in a span an answer is its customer's latest where it is not given before the end of the span.
CREATE TABLE explored (
  desk_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('answer', 'talk', 'question', 'case')),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  until INTEGER NOT NULL,
  channel TEXT,
  language TEXT,
  agent TEXT,
  commented INTEGER NOT NULL CHECK (commented IN (0, 1)),
  PRIMARY KEY (desk_id, what, kind, at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX explored_by_comment ON explored (desk_id, at, id, until, kind, channel, language, agent) WHERE commented = 1;

-- How many conversations there are of each channel, language and agent: what may be chosen.
CREATE TABLE explored_value (
  desk_id TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (desk_id, facet, value)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER explored_value_more AFTER INSERT ON explored WHEN NEW.what = 'talk' BEGIN
  INSERT INTO explored_value SELECT NEW.desk_id, facet, value, 1
    FROM (SELECT 'channel' AS facet, NEW.channel AS value UNION ALL SELECT 'language', NEW.language UNION ALL SELECT 'agent', NEW.agent)
    WHERE value IS NOT NULL ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER explored_value_less AFTER DELETE ON explored WHEN OLD.what = 'talk' BEGIN
  UPDATE explored_value SET count = count - 1 WHERE desk_id = OLD.desk_id
    AND (facet, value) IN (VALUES ('channel', OLD.channel), ('language', OLD.language), ('agent', OLD.agent));
  DELETE FROM explored_value WHERE desk_id = OLD.desk_id AND count = 0
    AND (facet, value) IN (VALUES ('channel', OLD.channel), ('language', OLD.language), ('agent', OLD.agent));
END;

-- Platform, space and channel of a conversation; where it has no thread of its own, platform and space alone.
CREATE VIEW explored_place AS SELECT desk_id, id, CASE
    WHEN instr(third, ':') > 0 THEN substr(conversation, 1, length(conversation) - length(third) + instr(third, ':') - 1)
    ELSE rtrim(substr(conversation, 1, length(conversation) - length(third)), ':') END AS channel
  FROM (SELECT *, substr(second, instr(second, ':') + 1) AS third
    FROM (SELECT desk_id, id, conversation, substr(conversation, instr(conversation, ':') + 1) AS second FROM interaction));

CREATE VIEW explore_answer AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER explore_answer_in INSTEAD OF INSERT ON explore_answer BEGIN
  DELETE FROM explored WHERE (desk_id, what, kind, at, id) = (SELECT desk_id, 'answer', json_array(scale, score, product), answered_at, id
    FROM response WHERE desk_id = NEW.desk_id AND id = NEW.id);
  INSERT INTO explored SELECT answer.desk_id, 'answer', json_array(answer.scale, answer.score, answer.product), answer.answered_at, answer.id,
      coalesce((SELECT later.answered_at FROM response AS later
        WHERE later.desk_id = answer.desk_id AND later.customer_id = answer.customer_id
          AND (later.answered_at, later.id) > (answer.answered_at, answer.id) AND later.excluded IS NULL AND later.purpose = 'recommend'
        ORDER BY later.answered_at, later.id LIMIT 1), 9007199254740991),
      channel, locale, json_extract(answer.credited_agent, '$.address'), answer.comment IS NOT NULL
    FROM response AS answer LEFT JOIN survey ON survey.desk_id = answer.desk_id AND survey.id = answer.survey_id
      LEFT JOIN explored_place AS place ON place.desk_id = answer.desk_id AND place.id = answer.interaction_id
    WHERE answer.desk_id = NEW.desk_id AND answer.id = NEW.id AND answer.excluded IS NULL AND answer.purpose = 'recommend';
END;

-- The answer that the customer gave before that moment: which one follows it has changed.
CREATE VIEW explore_before AS SELECT '' AS desk_id, '' AS customer_id, 0 AS at, '' AS id WHERE 0;
CREATE TRIGGER explore_before_in INSTEAD OF INSERT ON explore_before BEGIN
  INSERT INTO explore_answer SELECT desk_id, id FROM (SELECT desk_id, id FROM response
    WHERE desk_id = NEW.desk_id AND customer_id = NEW.customer_id AND (answered_at, id) < (NEW.at, NEW.id)
      AND excluded IS NULL AND purpose = 'recommend' ORDER BY answered_at DESC, id DESC LIMIT 1);
END;

CREATE VIEW explore_talk AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER explore_talk_in INSTEAD OF INSERT ON explore_talk BEGIN
  DELETE FROM explored WHERE (desk_id, what, kind, at, id) = (SELECT desk_id, 'talk', json_array(imported, fate, fate_reason, product), at, id
    FROM resolution WHERE desk_id = NEW.desk_id AND id = NEW.id);
  INSERT INTO explored SELECT talk.desk_id, 'talk', json_array(talk.imported, talk.fate, talk.fate_reason, talk.product), talk.at, talk.id,
      9007199254740991, channel,
      (SELECT locale FROM survey WHERE survey.desk_id = talk.desk_id AND resolution_id = talk.id AND purpose = 'recommend' LIMIT 1),
      json_extract(talk.credited_agent, '$.address'), 0
    FROM resolution AS talk LEFT JOIN explored_place AS place ON place.desk_id = talk.desk_id AND place.id = talk.interaction_id
    WHERE talk.desk_id = NEW.desk_id AND talk.id = NEW.id;
END;

CREATE VIEW explore_question AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER explore_question_in INSTEAD OF INSERT ON explore_question BEGIN
  DELETE FROM explored WHERE (desk_id, what, kind, at, id) = (SELECT desk_id, 'question',
      json_array(delivered_at IS NOT NULL OR state = 'answered', state, product), asked_at, id
    FROM survey WHERE desk_id = NEW.desk_id AND id = NEW.id);
  INSERT INTO explored SELECT asked.desk_id, 'question',
      json_array(asked.delivered_at IS NOT NULL OR asked.state = 'answered', asked.state, asked.product), asked.asked_at, asked.id,
      9007199254740991, channel, asked.locale, json_extract(asked.credited_agent, '$.address'), 0
    FROM survey AS asked LEFT JOIN explored_place AS place ON place.desk_id = asked.desk_id AND place.id = asked.interaction_id
    WHERE asked.desk_id = NEW.desk_id AND asked.id = NEW.id AND asked.asked_at IS NOT NULL
      AND asked.state <> 'cancelled' AND asked.purpose = 'recommend';
END;

-- An overdue contact stands at the moment when it fell due.
CREATE VIEW explored_step AS SELECT desk_id, id, response_id, happened, at FROM (
    SELECT *, 'opened' AS happened, opened_at AS at FROM "case"
    UNION ALL SELECT *, 'contacted', contacted_at FROM "case" WHERE contacted_at <= contact_by
    UNION ALL SELECT *, 'overdue', contact_by FROM "case" WHERE (contact_wish IS NULL OR contact_wish <> 'no')
      AND (coalesce(contacted_at, closed_at) IS NULL OR coalesce(contacted_at, closed_at) > contact_by)
    UNION ALL SELECT *, 'resolved', closed_at FROM "case" WHERE state = 'resolved') WHERE at IS NOT NULL;
CREATE VIEW explore_case AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER explore_case_in INSTEAD OF INSERT ON explore_case BEGIN
  INSERT INTO explored SELECT step.desk_id, 'case', json_array(happened, answer.product), step.at, step.id, 9007199254740991,
      channel, locale, json_extract(answer.credited_agent, '$.address'), 0
    FROM explored_step AS step JOIN response AS answer ON answer.desk_id = step.desk_id AND answer.id = step.response_id
      LEFT JOIN survey ON survey.desk_id = answer.desk_id AND survey.id = answer.survey_id
      LEFT JOIN explored_place AS place ON place.desk_id = answer.desk_id AND place.id = answer.interaction_id
    WHERE step.desk_id = NEW.desk_id AND step.id = NEW.id;
END;
CREATE VIEW unexplore_case AS SELECT '' AS desk_id, '' AS id, '' AS product, 0 AS opened_at, 0 AS contacted_at, 0 AS contact_by, 0 AS closed_at WHERE 0;
CREATE TRIGGER unexplore_case_in INSTEAD OF INSERT ON unexplore_case BEGIN
  DELETE FROM explored WHERE desk_id = NEW.desk_id AND what = 'case' AND id = NEW.id
    AND (kind, at) IN (VALUES (json_array('opened', NEW.product), NEW.opened_at), (json_array('contacted', NEW.product), NEW.contacted_at),
      (json_array('overdue', NEW.product), NEW.contact_by), (json_array('resolved', NEW.product), NEW.closed_at));
END;
CREATE TRIGGER case_is_explored AFTER INSERT ON "case" BEGIN
  INSERT INTO explore_case VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER case_is_explored_anew AFTER UPDATE ON "case"
  WHEN (OLD.response_id, OLD.opened_at, OLD.contacted_at, OLD.contact_by, OLD.closed_at, OLD.state, OLD.contact_wish)
    IS NOT (NEW.response_id, NEW.opened_at, NEW.contacted_at, NEW.contact_by, NEW.closed_at, NEW.state, NEW.contact_wish) BEGIN
  INSERT INTO unexplore_case SELECT OLD.desk_id, OLD.id, product, OLD.opened_at, OLD.contacted_at, OLD.contact_by, OLD.closed_at
    FROM response WHERE desk_id = OLD.desk_id AND id = OLD.response_id;
  INSERT INTO explore_case VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER case_is_not_explored AFTER DELETE ON "case" BEGIN
  INSERT INTO unexplore_case SELECT OLD.desk_id, OLD.id, product, OLD.opened_at, OLD.contacted_at, OLD.contact_by, OLD.closed_at
    FROM response WHERE desk_id = OLD.desk_id AND id = OLD.response_id;
END;
CREATE TRIGGER response_case_is_explored AFTER INSERT ON response BEGIN
  INSERT INTO explore_case SELECT desk_id, id FROM "case" WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
END;
CREATE TRIGGER response_case_is_explored_anew AFTER UPDATE ON response
  WHEN (OLD.product, OLD.credited_agent, OLD.survey_id, OLD.interaction_id)
    IS NOT (NEW.product, NEW.credited_agent, NEW.survey_id, NEW.interaction_id) BEGIN
  INSERT INTO unexplore_case SELECT desk_id, id, OLD.product, opened_at, contacted_at, contact_by, closed_at
    FROM "case" WHERE desk_id = OLD.desk_id AND response_id = OLD.id;
  INSERT INTO explore_case SELECT desk_id, id FROM "case" WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
END;
CREATE TRIGGER response_case_is_not_explored AFTER DELETE ON response BEGIN
  INSERT INTO unexplore_case SELECT desk_id, id, OLD.product, opened_at, contacted_at, contact_by, closed_at
    FROM "case" WHERE desk_id = OLD.desk_id AND response_id = OLD.id;
END;

CREATE TRIGGER response_is_explored AFTER INSERT ON response WHEN NEW.excluded IS NULL AND NEW.purpose = 'recommend' BEGIN
  INSERT INTO explore_answer VALUES (NEW.desk_id, NEW.id);
  INSERT INTO explore_before VALUES (NEW.desk_id, NEW.customer_id, NEW.answered_at, NEW.id);
END;
CREATE TRIGGER response_is_explored_anew AFTER UPDATE ON response
  WHEN (OLD.survey_id, OLD.interaction_id, OLD.customer_id, OLD.scale, OLD.score, OLD.product, OLD.answered_at, OLD.excluded, OLD.purpose,
      OLD.credited_agent, OLD.comment IS NULL)
    IS NOT (NEW.survey_id, NEW.interaction_id, NEW.customer_id, NEW.scale, NEW.score, NEW.product, NEW.answered_at, NEW.excluded, NEW.purpose,
      NEW.credited_agent, NEW.comment IS NULL) BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'answer' AND kind = json_array(OLD.scale, OLD.score, OLD.product)
    AND at = OLD.answered_at AND id = OLD.id;
  INSERT INTO explore_answer VALUES (NEW.desk_id, NEW.id);
  INSERT INTO explore_before VALUES (OLD.desk_id, OLD.customer_id, OLD.answered_at, OLD.id);
  INSERT INTO explore_before VALUES (NEW.desk_id, NEW.customer_id, NEW.answered_at, NEW.id);
END;
CREATE TRIGGER response_is_not_explored AFTER DELETE ON response WHEN OLD.excluded IS NULL AND OLD.purpose = 'recommend' BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'answer' AND kind = json_array(OLD.scale, OLD.score, OLD.product)
    AND at = OLD.answered_at AND id = OLD.id;
  INSERT INTO explore_before VALUES (OLD.desk_id, OLD.customer_id, OLD.answered_at, OLD.id);
END;

CREATE TRIGGER resolution_is_explored AFTER INSERT ON resolution BEGIN
  INSERT INTO explore_talk VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER resolution_is_explored_anew AFTER UPDATE ON resolution
  WHEN (OLD.interaction_id, OLD.at, OLD.imported, OLD.fate, OLD.fate_reason, OLD.product, OLD.credited_agent)
    IS NOT (NEW.interaction_id, NEW.at, NEW.imported, NEW.fate, NEW.fate_reason, NEW.product, NEW.credited_agent) BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'talk'
    AND kind = json_array(OLD.imported, OLD.fate, OLD.fate_reason, OLD.product) AND at = OLD.at AND id = OLD.id;
  INSERT INTO explore_talk VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER resolution_is_not_explored AFTER DELETE ON resolution BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'talk'
    AND kind = json_array(OLD.imported, OLD.fate, OLD.fate_reason, OLD.product) AND at = OLD.at AND id = OLD.id;
END;

CREATE TRIGGER survey_is_explored AFTER INSERT ON survey BEGIN
  INSERT INTO explore_question VALUES (NEW.desk_id, NEW.id);
  INSERT INTO explore_talk VALUES (NEW.desk_id, NEW.resolution_id);
  INSERT INTO explore_answer SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
  INSERT INTO explore_case_again SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
END;
CREATE TRIGGER survey_is_explored_anew AFTER UPDATE ON survey
  WHEN (OLD.interaction_id, OLD.state, OLD.asked_at, OLD.delivered_at IS NULL, OLD.product, OLD.credited_agent, OLD.purpose, OLD.locale)
    IS NOT (NEW.interaction_id, NEW.state, NEW.asked_at, NEW.delivered_at IS NULL, NEW.product, NEW.credited_agent, NEW.purpose, NEW.locale) BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'question'
    AND kind = json_array(OLD.delivered_at IS NOT NULL OR OLD.state = 'answered', OLD.state, OLD.product) AND at = OLD.asked_at AND id = OLD.id;
  INSERT INTO explore_question VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER survey_language_is_explored AFTER UPDATE ON survey
  WHEN (OLD.locale, OLD.resolution_id, OLD.purpose) IS NOT (NEW.locale, NEW.resolution_id, NEW.purpose) BEGIN
  INSERT INTO explore_talk VALUES (OLD.desk_id, OLD.resolution_id);
  INSERT INTO explore_talk VALUES (NEW.desk_id, NEW.resolution_id);
  INSERT INTO explore_answer SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
  INSERT INTO explore_case_again SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
END;
CREATE TRIGGER survey_is_not_explored AFTER DELETE ON survey BEGIN
  DELETE FROM explored WHERE desk_id = OLD.desk_id AND what = 'question'
    AND kind = json_array(OLD.delivered_at IS NOT NULL OR OLD.state = 'answered', OLD.state, OLD.product) AND at = OLD.asked_at AND id = OLD.id;
  INSERT INTO explore_talk VALUES (OLD.desk_id, OLD.resolution_id);
END;

-- Where the rows came in before their conversation, or it has moved.
CREATE VIEW explore_case_again AS SELECT '' AS desk_id, '' AS response_id WHERE 0;
CREATE TRIGGER explore_case_again_in INSTEAD OF INSERT ON explore_case_again BEGIN
  INSERT INTO unexplore_case SELECT file.desk_id, file.id, answer.product, opened_at, contacted_at, contact_by, closed_at
    FROM "case" AS file JOIN response AS answer ON answer.desk_id = file.desk_id AND answer.id = file.response_id
    WHERE file.desk_id = NEW.desk_id AND file.response_id = NEW.response_id;
  INSERT INTO explore_case SELECT desk_id, id FROM "case" WHERE desk_id = NEW.desk_id AND response_id = NEW.response_id;
END;
CREATE VIEW explore_place AS SELECT '' AS desk_id, '' AS id WHERE 0;
CREATE TRIGGER explore_place_in INSTEAD OF INSERT ON explore_place BEGIN
  INSERT INTO explore_talk SELECT desk_id, id FROM resolution WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  INSERT INTO explore_question SELECT desk_id, id FROM survey WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  INSERT INTO explore_answer SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
  INSERT INTO explore_case_again SELECT desk_id, id FROM response WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id;
END;
CREATE TRIGGER interaction_is_explored AFTER INSERT ON interaction BEGIN
  INSERT INTO explore_place VALUES (NEW.desk_id, NEW.id);
END;
CREATE TRIGGER interaction_is_explored_anew AFTER UPDATE ON interaction WHEN OLD.conversation IS NOT NEW.conversation BEGIN
  INSERT INTO explore_place VALUES (NEW.desk_id, NEW.id);
END;

INSERT INTO explore_talk SELECT desk_id, id FROM resolution;
INSERT INTO explore_question SELECT desk_id, id FROM survey;
INSERT INTO explore_answer SELECT desk_id, id FROM response;
INSERT INTO explore_case SELECT desk_id, id FROM "case";
