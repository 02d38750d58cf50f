-- only postgres
-- What touches a time that was counted takes its tally away, in Postgres as the triggers of 0029 do in SQLite, and for the same reasons.
CREATE FUNCTION unseal(of_desk text, tallies text[], moment bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM sealed WHERE desk_id = of_desk AND what = ANY (tallies)
    AND to_at > moment AND to_at <= moment + 34560000000 AND from_at <= moment;
END $$;

-- Answers.
CREATE FUNCTION response_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched text[] := '{scores,aside,outcomes,recovered}';
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal(OLD.desk_id, touched, OLD.answered_at); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM unseal(NEW.desk_id, touched, NEW.answered_at); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER response_unseals AFTER INSERT OR DELETE ON response FOR EACH ROW EXECUTE FUNCTION response_unseals();
CREATE TRIGGER response_unseals_anew AFTER UPDATE ON response FOR EACH ROW
  WHEN ((OLD.survey_id, OLD.customer_id, OLD.scale, OLD.score, OLD.band, OLD.product, OLD.answered_at, OLD.excluded, OLD.purpose)
    IS DISTINCT FROM (NEW.survey_id, NEW.customer_id, NEW.scale, NEW.score, NEW.band, NEW.product, NEW.answered_at, NEW.excluded, NEW.purpose))
  EXECUTE FUNCTION response_unseals();
CREATE FUNCTION response_unseals_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(desk_id, '{mouth}', at) FROM telling WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
  PERFORM unseal(desk_id, '{mouth}', asked_at) FROM promise WHERE desk_id = NEW.desk_id AND response_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER response_unseals_words AFTER UPDATE ON response FOR EACH ROW
  WHEN ((OLD.excluded IS NULL) <> (NEW.excluded IS NULL)) EXECUTE FUNCTION response_unseals_words();

-- Conversations that were resolved.
CREATE FUNCTION resolution_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal(OLD.desk_id, '{outcomes,heard}', OLD.at); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM unseal(NEW.desk_id, '{outcomes,heard}', NEW.at); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER resolution_unseals AFTER INSERT OR DELETE ON resolution FOR EACH ROW EXECUTE FUNCTION resolution_unseals();
CREATE TRIGGER resolution_unseals_anew AFTER UPDATE ON resolution FOR EACH ROW
  WHEN ((OLD.interaction_id, OLD.customer_id, OLD.number, OLD.at, OLD.fate, OLD.fate_reason, OLD.imported)
    IS DISTINCT FROM (NEW.interaction_id, NEW.customer_id, NEW.number, NEW.at, NEW.fate, NEW.fate_reason, NEW.imported))
  EXECUTE FUNCTION resolution_unseals();
CREATE FUNCTION resolution_unseals_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(response.desk_id, '{recovered}', answered_at)
    FROM survey JOIN response ON response.desk_id = survey.desk_id AND response.survey_id = survey.id
    WHERE survey.desk_id = NEW.desk_id AND survey.resolution_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER resolution_unseals_recovery AFTER UPDATE ON resolution FOR EACH ROW
  WHEN (OLD.imported <> NEW.imported) EXECUTE FUNCTION resolution_unseals_recovery();

-- Who waits for an answer stands in the survey, and whose answer was brought in from elsewhere is found by it.
CREATE FUNCTION unseal_asked(of_desk text, of_resolution text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(desk_id, '{outcomes}', at) FROM resolution WHERE desk_id = of_desk AND id = of_resolution;
END $$;
CREATE FUNCTION survey_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal_asked(OLD.desk_id, OLD.resolution_id); END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND OLD.resolution_id <> NEW.resolution_id THEN
    PERFORM unseal_asked(NEW.desk_id, NEW.resolution_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER survey_unseals AFTER INSERT OR DELETE ON survey FOR EACH ROW EXECUTE FUNCTION survey_unseals();
CREATE TRIGGER survey_unseals_anew AFTER UPDATE ON survey FOR EACH ROW
  WHEN ((OLD.resolution_id, OLD.purpose, OLD.state, OLD.delivered_at IS NULL)
    IS DISTINCT FROM (NEW.resolution_id, NEW.purpose, NEW.state, NEW.delivered_at IS NULL))
  EXECUTE FUNCTION survey_unseals();
CREATE FUNCTION survey_unseals_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(desk_id, '{recovered}', answered_at) FROM response WHERE desk_id = NEW.desk_id AND survey_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER survey_unseals_recovery AFTER UPDATE ON survey FOR EACH ROW
  WHEN (OLD.resolution_id <> NEW.resolution_id) EXECUTE FUNCTION survey_unseals_recovery();

-- Who got in touch about an answer, and when; before the answer is as good as with it.
CREATE FUNCTION unseal_contact(of_desk text, of_response text, moment bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF moment IS NOT NULL THEN
    PERFORM unseal(desk_id, '{recovered}', greatest(answered_at, moment)) FROM response WHERE desk_id = of_desk AND id = of_response;
  END IF;
END $$;
CREATE FUNCTION step_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM unseal_contact(desk_id, response_id, OLD.at) FROM "case" WHERE desk_id = OLD.desk_id AND id = OLD.case_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM unseal_contact(desk_id, response_id, NEW.at) FROM "case" WHERE desk_id = NEW.desk_id AND id = NEW.case_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER step_unseals AFTER INSERT OR DELETE ON step FOR EACH ROW EXECUTE FUNCTION step_unseals();
CREATE TRIGGER step_unseals_anew AFTER UPDATE ON step FOR EACH ROW
  WHEN ((OLD.case_id, OLD.act, OLD.at, OLD.taken_back) IS DISTINCT FROM (NEW.case_id, NEW.act, NEW.at, NEW.taken_back))
  EXECUTE FUNCTION step_unseals();

-- A case counts when things happen to it, and once more with each later answer of its customer.
CREATE FUNCTION unseal_case(file "case") RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(file.desk_id, '{outcomes}', moment)
    FROM unnest(ARRAY[file.opened_at, file.contact_by, file.contacted_at, file.closed_at]) AS moment;
  PERFORM unseal(desk_id, '{outcomes}', answered_at) FROM response
    WHERE desk_id = file.desk_id AND customer_id = file.customer_id AND answered_at > file.opened_at;
  PERFORM unseal_contact(file.desk_id, file.response_id, file.contacted_at);
  PERFORM unseal_contact(file.desk_id, file.response_id, at) FROM step WHERE desk_id = file.desk_id AND case_id = file.id;
END $$;
CREATE FUNCTION case_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal_case(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM unseal_case(NEW); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER case_unseals AFTER INSERT OR DELETE ON "case" FOR EACH ROW EXECUTE FUNCTION case_unseals();
CREATE TRIGGER case_unseals_anew AFTER UPDATE ON "case" FOR EACH ROW
  WHEN ((OLD.customer_id, OLD.response_id, OLD.opened_at, OLD.contact_by, OLD.contacted_at, OLD.closed_at, OLD.state, OLD.contact_wish, OLD.cause)
    IS DISTINCT FROM (NEW.customer_id, NEW.response_id, NEW.opened_at, NEW.contact_by, NEW.contacted_at, NEW.closed_at, NEW.state, NEW.contact_wish, NEW.cause))
  EXECUTE FUNCTION case_unseals();

-- What customers told others, and were asked about.
CREATE FUNCTION telling_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal(OLD.desk_id, '{mouth}', OLD.at); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM unseal(NEW.desk_id, '{mouth}', NEW.at); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER telling_unseals AFTER INSERT OR UPDATE OR DELETE ON telling FOR EACH ROW EXECUTE FUNCTION telling_unseals();
CREATE FUNCTION promise_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM unseal(OLD.desk_id, '{mouth}', OLD.asked_at); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM unseal(NEW.desk_id, '{mouth}', NEW.asked_at); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER promise_unseals AFTER INSERT OR UPDATE OR DELETE ON promise FOR EACH ROW EXECUTE FUNCTION promise_unseals();

-- When customers were heard from again: as a conversation was opened, by its later resolutions, or by what was said last in one that is open.
CREATE FUNCTION unseal_return(of_desk text, of_interaction text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unseal(desk_id, '{heard}', at) FROM resolution
    WHERE desk_id = of_desk AND interaction_id = of_interaction AND number > 1;
END $$;
CREATE FUNCTION interaction_unseals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM unseal(OLD.desk_id, '{heard}', OLD.opened_at);
    PERFORM unseal(OLD.desk_id, '{heard}', OLD.last_activity_at);
    PERFORM unseal_return(OLD.desk_id, OLD.id);
  ELSE
    PERFORM unseal(NEW.desk_id, '{heard}', NEW.opened_at);
    PERFORM unseal(NEW.desk_id, '{heard}', NEW.last_activity_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER interaction_unseals AFTER INSERT OR DELETE ON interaction FOR EACH ROW EXECUTE FUNCTION interaction_unseals();
CREATE FUNCTION interaction_unseals_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE another BOOLEAN := OLD.customer_id IS DISTINCT FROM NEW.customer_id;
BEGIN
  IF another OR (OLD.state, OLD.last_activity_at) IS DISTINCT FROM (NEW.state, NEW.last_activity_at) THEN
    PERFORM unseal(OLD.desk_id, '{heard}', OLD.last_activity_at);
    PERFORM unseal(NEW.desk_id, '{heard}', NEW.last_activity_at);
  END IF;
  IF another OR (OLD.opened_by, OLD.opened_at) IS DISTINCT FROM (NEW.opened_by, NEW.opened_at) THEN
    PERFORM unseal(OLD.desk_id, '{heard}', OLD.opened_at);
    PERFORM unseal(NEW.desk_id, '{heard}', NEW.opened_at);
  END IF;
  IF another OR OLD.resolution_count <> NEW.resolution_count THEN
    PERFORM unseal_return(NEW.desk_id, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER interaction_unseals_anew AFTER UPDATE ON interaction FOR EACH ROW
  WHEN ((OLD.customer_id, OLD.state, OLD.last_activity_at, OLD.opened_by, OLD.opened_at, OLD.resolution_count)
    IS DISTINCT FROM (NEW.customer_id, NEW.state, NEW.last_activity_at, NEW.opened_by, NEW.opened_at, NEW.resolution_count))
  EXECUTE FUNCTION interaction_unseals_anew();
-- both
