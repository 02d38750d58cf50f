-- Search over words. By the words in them are found: what customers and agents wrote, the reasons customers gave for their scores, and
-- customers by their names. The number of a document begins with the second of its time, in which there is room for 2^20: the newest are
-- found first, and a span of time is a span of numbers. What finds no room is not found.
CREATE TABLE search_document (
  number INTEGER PRIMARY KEY,
  desk_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'comment', 'person')),
  row_id TEXT NOT NULL,
  interaction_id TEXT,
  -- Null while its conversation is not there yet.
  customer_id TEXT
) STRICT;

-- It keeps no text a second time, and what is taken out of it leaves no byte.
CREATE VIRTUAL TABLE search_words USING fts5 (
  said, name, marks, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);

-- What is inserted into these views is put into the index, taken out of it, or written there (`act` null, or `delete`).
CREATE VIEW search_put AS SELECT '' AS desk_id, '' AS kind, '' AS row_id, '' AS interaction_id, '' AS customer_id, 0 AS at, '' AS text WHERE 0;
CREATE VIEW search_take AS SELECT '' AS desk_id, '' AS kind, '' AS row_id, 0 AS at, '' AS text WHERE 0;
CREATE VIEW search_write AS SELECT '' AS act, 0 AS number, '' AS text WHERE 0;

CREATE TRIGGER search_put_in INSTEAD OF INSERT ON search_put BEGIN
  INSERT INTO search_document (number, desk_id, kind, row_id, interaction_id, customer_id)
    SELECT coalesce(last + 1, first), NEW.desk_id, NEW.kind, NEW.row_id, NEW.interaction_id, NEW.customer_id
    FROM (SELECT first, (SELECT max(number) FROM search_document WHERE number BETWEEN first AND first + 1048575) AS last
      FROM (SELECT NEW.at / 1000 << 20 AS first))
    WHERE last IS NULL OR last < first + 1048575;
  INSERT INTO search_write SELECT NULL, number, NEW.text FROM (SELECT number FROM search_document
    WHERE number BETWEEN NEW.at / 1000 << 20 AND (NEW.at / 1000 << 20) + 1048575
      AND desk_id = NEW.desk_id AND kind = NEW.kind AND row_id = NEW.row_id ORDER BY number DESC LIMIT 1);
END;

CREATE TRIGGER search_take_out INSTEAD OF INSERT ON search_take BEGIN
  INSERT INTO search_write SELECT 'delete', number, NEW.text FROM search_document
    WHERE number BETWEEN NEW.at / 1000 << 20 AND (NEW.at / 1000 << 20) + 1048575
      AND desk_id = NEW.desk_id AND kind = NEW.kind AND row_id = NEW.row_id;
  DELETE FROM search_document WHERE number BETWEEN NEW.at / 1000 << 20 AND (NEW.at / 1000 << 20) + 1048575
    AND desk_id = NEW.desk_id AND kind = NEW.kind AND row_id = NEW.row_id;
END;

-- Writing without blanks is found by its pairs of neighbouring characters, the last of a run also by itself. The functions for texts stop at
-- a NUL and replace() takes none to look for: a text with one goes through JSON, which writes it out.
CREATE TRIGGER search_write_words INSTEAD OF INSERT ON search_write BEGIN
  INSERT INTO search_words (search_words, rowid, said, name, marks)
    SELECT NEW.act, number, CASE WHEN kind <> 'person' THEN words END, CASE WHEN kind = 'person' THEN words END,
      'd' || hex(desk_id) || coalesce(' c' || hex(customer_id), '')
    FROM search_document CROSS JOIN (SELECT CASE
      WHEN text NOT GLOB '*[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]*' THEN text
      ELSE (WITH RECURSIVE
          place (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM place WHERE i < 256),
          part (k, piece) AS (SELECT 0, substr(text, 1, 257) UNION ALL
            SELECT k + 1, substr(text, (k + 1) * 256 + 1, 257) FROM part WHERE length(piece) = 257)
        SELECT group_concat(CASE
            WHEN this NOT GLOB '[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]' THEN this
            WHEN next GLOB '[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]' THEN ' ' || this || next || ' '
            ELSE ' ' || this || ' ' END, '')
          FROM (SELECT substr(piece, i, 1) AS this, substr(piece, i + 1, 1) AS next
            FROM part CROSS JOIN place WHERE i <= min(256, length(piece)) ORDER BY k, i)) END AS words
      FROM (SELECT CASE WHEN instr(NEW.text, char(0)) = 0 THEN NEW.text
        ELSE replace(json_quote(replace(NEW.text, '\', ' ')), '\u0000', ' ') ->> '$' END AS text))
    WHERE number = NEW.number;
END;

CREATE TRIGGER entry_is_found AFTER INSERT ON entry
  WHEN NEW.author IN ('customer', 'agent') AND NEW.deleted_at IS NULL BEGIN
  INSERT INTO search_put SELECT NEW.desk_id, 'entry', NEW.id, NEW.interaction_id,
    (SELECT customer_id FROM interaction WHERE desk_id = NEW.desk_id AND id = NEW.interaction_id), NEW.at, NEW.text;
END;
CREATE TRIGGER entry_is_found_anew AFTER UPDATE ON entry
  WHEN (OLD.author, OLD.text, OLD.at, OLD.deleted_at) IS NOT (NEW.author, NEW.text, NEW.at, NEW.deleted_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'entry', OLD.id, OLD.at, OLD.text
    WHERE OLD.author IN ('customer', 'agent') AND OLD.deleted_at IS NULL;
  INSERT INTO search_put SELECT NEW.desk_id, 'entry', NEW.id, NEW.interaction_id,
      (SELECT customer_id FROM interaction WHERE desk_id = NEW.desk_id AND id = NEW.interaction_id), NEW.at, NEW.text
    WHERE NEW.author IN ('customer', 'agent') AND NEW.deleted_at IS NULL;
END;
CREATE TRIGGER entry_is_not_found AFTER DELETE ON entry
  WHEN OLD.author IN ('customer', 'agent') AND OLD.deleted_at IS NULL BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'entry', OLD.id, OLD.at, OLD.text;
END;

CREATE TRIGGER response_is_found AFTER INSERT ON response WHEN NEW.comment IS NOT NULL BEGIN
  INSERT INTO search_put SELECT NEW.desk_id, 'comment', NEW.id, NEW.interaction_id, NEW.customer_id,
    coalesce(NEW.commented_at, NEW.answered_at), NEW.comment;
END;
CREATE TRIGGER response_is_found_anew AFTER UPDATE ON response
  WHEN (OLD.comment, OLD.commented_at, OLD.answered_at) IS NOT (NEW.comment, NEW.commented_at, NEW.answered_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'comment', OLD.id, coalesce(OLD.commented_at, OLD.answered_at), OLD.comment
    WHERE OLD.comment IS NOT NULL;
  INSERT INTO search_put SELECT NEW.desk_id, 'comment', NEW.id, NEW.interaction_id, NEW.customer_id,
      coalesce(NEW.commented_at, NEW.answered_at), NEW.comment
    WHERE NEW.comment IS NOT NULL;
END;
CREATE TRIGGER response_is_not_found AFTER DELETE ON response WHEN OLD.comment IS NOT NULL BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'comment', OLD.id, coalesce(OLD.commented_at, OLD.answered_at), OLD.comment;
END;

CREATE TRIGGER customer_is_found AFTER INSERT ON customer WHEN NEW.name IS NOT NULL BEGIN
  INSERT INTO search_put SELECT NEW.desk_id, 'person', NEW.id, NULL, NEW.id, NEW.created_at, NEW.name;
END;
CREATE TRIGGER customer_is_found_anew AFTER UPDATE ON customer
  WHEN (OLD.name, OLD.created_at) IS NOT (NEW.name, NEW.created_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'person', OLD.id, OLD.created_at, OLD.name WHERE OLD.name IS NOT NULL;
  INSERT INTO search_put SELECT NEW.desk_id, 'person', NEW.id, NULL, NEW.id, NEW.created_at, NEW.name WHERE NEW.name IS NOT NULL;
END;
CREATE TRIGGER customer_is_not_found AFTER DELETE ON customer WHEN OLD.name IS NOT NULL BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'person', OLD.id, OLD.created_at, OLD.name;
END;

-- What was written before its conversation was there is its customer's from then on.
CREATE TRIGGER interaction_is_found AFTER INSERT ON interaction
  WHEN EXISTS (SELECT 1 FROM entry WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id) BEGIN
  INSERT INTO search_take SELECT desk_id, 'entry', id, at, text FROM entry
    WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id AND author IN ('customer', 'agent') AND deleted_at IS NULL;
  INSERT INTO search_put SELECT desk_id, 'entry', id, NEW.id, NEW.customer_id, at, text FROM entry
    WHERE desk_id = NEW.desk_id AND interaction_id = NEW.id AND author IN ('customer', 'agent') AND deleted_at IS NULL;
END;

-- Whose conversations a product and a colleague leave over where those are few.
CREATE INDEX interaction_by_product ON interaction (desk_id, product, customer_id);
CREATE TABLE search_agent (
  desk_id TEXT NOT NULL,
  address TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  PRIMARY KEY (desk_id, address, customer_id, interaction_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER agents_are_found AFTER INSERT ON interaction WHEN NEW.agents <> '[]' BEGIN
  INSERT OR IGNORE INTO search_agent SELECT NEW.desk_id, json_extract(value, '$.address'), NEW.customer_id, NEW.id
    FROM json_each(NEW.agents);
END;
CREATE TRIGGER agents_are_found_anew AFTER UPDATE ON interaction
  WHEN (OLD.agents, OLD.customer_id) IS NOT (NEW.agents, NEW.customer_id) BEGIN
  DELETE FROM search_agent WHERE interaction_id = OLD.id AND customer_id = OLD.customer_id AND desk_id = OLD.desk_id
    AND address IN (SELECT json_extract(value, '$.address') FROM json_each(OLD.agents));
  INSERT OR IGNORE INTO search_agent SELECT NEW.desk_id, json_extract(value, '$.address'), NEW.customer_id, NEW.id
    FROM json_each(NEW.agents);
END;
CREATE TRIGGER agents_are_not_found AFTER DELETE ON interaction WHEN OLD.agents <> '[]' BEGIN
  DELETE FROM search_agent WHERE interaction_id = OLD.id AND customer_id = OLD.customer_id AND desk_id = OLD.desk_id
    AND address IN (SELECT json_extract(value, '$.address') FROM json_each(OLD.agents));
END;
INSERT OR IGNORE INTO search_agent SELECT desk_id, json_extract(value, '$.address'), customer_id, interaction.id
  FROM interaction, json_each(interaction.agents);

-- In the order of time, in which it is written fastest.
INSERT INTO search_put
  SELECT entry.desk_id, 'entry', entry.id, entry.interaction_id, interaction.customer_id, entry.at AS at, entry.text
    FROM entry JOIN interaction ON interaction.desk_id = entry.desk_id AND interaction.id = entry.interaction_id
    WHERE author IN ('customer', 'agent') AND deleted_at IS NULL
  UNION ALL SELECT desk_id, 'comment', id, interaction_id, customer_id, coalesce(commented_at, answered_at), comment
    FROM response WHERE comment IS NOT NULL
  UNION ALL SELECT desk_id, 'person', id, NULL, id, created_at, name FROM customer WHERE name IS NOT NULL
  ORDER BY at;
