-- What a week that is over came to, counted from the rows once and kept. `mark` tells one counting from the next; what is counted is
-- null while that goes on. Whatever touches the week takes the row away in the same transaction, also while it is counted.
CREATE TABLE sealed_week (
  desk_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  mark TEXT NOT NULL,
  counted_at INTEGER NOT NULL,
  scores TEXT,
  aside TEXT,
  outcomes TEXT,
  mouth TEXT,
  PRIMARY KEY (desk_id, from_at, to_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_week_by_counted ON sealed_week (counted_at);
CREATE INDEX telling_by_response ON telling (desk_id, response_id);

-- No sealed week is longer than eight days.
CREATE VIEW unseal AS SELECT '' AS desk_id, 0 AS at WHERE 0;
CREATE TRIGGER unseal_in INSTEAD OF INSERT ON unseal WHEN NEW.at IS NOT NULL BEGIN
  DELETE FROM sealed_week WHERE desk_id = NEW.desk_id AND from_at <= NEW.at AND from_at > NEW.at - 691200000 AND to_at > NEW.at;
END;

CREATE TRIGGER response_unseals AFTER INSERT ON response BEGIN
  INSERT INTO unseal VALUES (NEW.desk_id, NEW.answered_at);
END;
CREATE TRIGGER response_unseals_anew AFTER UPDATE ON response BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.answered_at), (NEW.desk_id, NEW.answered_at);
END;
CREATE TRIGGER response_unseals_words AFTER UPDATE ON response WHEN (OLD.excluded IS NULL) <> (NEW.excluded IS NULL) BEGIN
  INSERT INTO unseal SELECT desk_id, at FROM telling WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
  INSERT INTO unseal SELECT desk_id, asked_at FROM promise WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
END;
CREATE TRIGGER response_gone_unseals AFTER DELETE ON response BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.answered_at);
END;

CREATE TRIGGER resolution_unseals AFTER INSERT ON resolution BEGIN
  INSERT INTO unseal VALUES (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER resolution_unseals_anew AFTER UPDATE ON resolution BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.at), (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER resolution_gone_unseals AFTER DELETE ON resolution BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.at);
END;

-- Who waits for an answer stands in the survey.
CREATE TRIGGER survey_unseals AFTER INSERT ON survey BEGIN
  INSERT INTO unseal SELECT desk_id, at FROM resolution WHERE desk_id = NEW.desk_id AND id = NEW.resolution_id;
END;
CREATE TRIGGER survey_unseals_anew AFTER UPDATE ON survey
  WHEN (OLD.resolution_id, OLD.purpose, OLD.state, OLD.delivered_at IS NULL)
    IS NOT (NEW.resolution_id, NEW.purpose, NEW.state, NEW.delivered_at IS NULL) BEGIN
  INSERT INTO unseal SELECT desk_id, at FROM resolution WHERE desk_id = NEW.desk_id AND id IN (OLD.resolution_id, NEW.resolution_id);
END;
CREATE TRIGGER survey_gone_unseals AFTER DELETE ON survey BEGIN
  INSERT INTO unseal SELECT desk_id, at FROM resolution WHERE desk_id = OLD.desk_id AND id = OLD.resolution_id;
END;

-- A case counts when things happen to it, and once more with each later answer of its customer.
CREATE VIEW unseal_case AS SELECT '' AS desk_id, '' AS customer_id, 0 AS opened_at, 0 AS contact_by, 0 AS contacted_at, 0 AS closed_at WHERE 0;
CREATE TRIGGER unseal_case_in INSTEAD OF INSERT ON unseal_case BEGIN
  INSERT INTO unseal VALUES (NEW.desk_id, NEW.opened_at), (NEW.desk_id, NEW.contact_by), (NEW.desk_id, NEW.contacted_at), (NEW.desk_id, NEW.closed_at);
  INSERT INTO unseal SELECT desk_id, answered_at FROM response
    WHERE desk_id = NEW.desk_id AND customer_id = NEW.customer_id AND answered_at > NEW.opened_at;
END;
CREATE TRIGGER case_unseals AFTER INSERT ON "case" BEGIN
  INSERT INTO unseal_case VALUES (NEW.desk_id, NEW.customer_id, NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at);
END;
CREATE TRIGGER case_unseals_anew AFTER UPDATE ON "case"
  WHEN (OLD.customer_id, OLD.response_id, OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at, OLD.state, OLD.contact_wish, OLD.cause)
    IS NOT (NEW.customer_id, NEW.response_id, NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at, NEW.state, NEW.contact_wish, NEW.cause) BEGIN
  INSERT INTO unseal_case VALUES (OLD.desk_id, OLD.customer_id, OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at);
  INSERT INTO unseal_case VALUES (NEW.desk_id, NEW.customer_id, NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at);
END;
CREATE TRIGGER case_gone_unseals AFTER DELETE ON "case" BEGIN
  INSERT INTO unseal_case VALUES (OLD.desk_id, OLD.customer_id, OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at);
END;

CREATE TRIGGER telling_unseals AFTER INSERT ON telling BEGIN
  INSERT INTO unseal VALUES (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER telling_unseals_anew AFTER UPDATE ON telling BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.at), (NEW.desk_id, NEW.at);
END;
CREATE TRIGGER telling_gone_unseals AFTER DELETE ON telling BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.at);
END;
CREATE TRIGGER promise_unseals AFTER INSERT ON promise BEGIN
  INSERT INTO unseal VALUES (NEW.desk_id, NEW.asked_at);
END;
CREATE TRIGGER promise_unseals_anew AFTER UPDATE ON promise BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.asked_at), (NEW.desk_id, NEW.asked_at);
END;
CREATE TRIGGER promise_gone_unseals AFTER DELETE ON promise BEGIN
  INSERT INTO unseal VALUES (OLD.desk_id, OLD.asked_at);
END;
