-- only sqlite
-- What is new or changed waits until many words are indexed in one go: to index those of one row by itself takes longer than to save it.
-- A row that was indexed is so with the words that it has now: what changes it takes it out at once.
CREATE TABLE search_waiting (
  desk_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'comment', 'person')),
  row_id TEXT NOT NULL,
  PRIMARY KEY (desk_id, kind, row_id)
) STRICT, WITHOUT ROWID;

DROP TRIGGER entry_is_found;
CREATE TRIGGER entry_is_found AFTER INSERT ON entry
  WHEN NEW.author IN ('customer', 'agent') AND NEW.deleted_at IS NULL BEGIN
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'entry', NEW.id);
END;
DROP TRIGGER entry_is_found_anew;
CREATE TRIGGER entry_is_found_anew AFTER UPDATE ON entry
  WHEN (OLD.author, OLD.text, OLD.at, OLD.deleted_at) IS NOT (NEW.author, NEW.text, NEW.at, NEW.deleted_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'entry', OLD.id, OLD.at, OLD.text
    WHERE OLD.author IN ('customer', 'agent') AND OLD.deleted_at IS NULL;
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'entry', NEW.id);
END;
DROP TRIGGER entry_is_not_found;
CREATE TRIGGER entry_is_not_found AFTER DELETE ON entry BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'entry', OLD.id, OLD.at, OLD.text
    WHERE OLD.author IN ('customer', 'agent') AND OLD.deleted_at IS NULL;
  DELETE FROM search_waiting WHERE desk_id = OLD.desk_id AND kind = 'entry' AND row_id = OLD.id;
END;

DROP TRIGGER response_is_found;
CREATE TRIGGER response_is_found AFTER INSERT ON response WHEN NEW.comment IS NOT NULL BEGIN
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'comment', NEW.id);
END;
DROP TRIGGER response_is_found_anew;
CREATE TRIGGER response_is_found_anew AFTER UPDATE ON response
  WHEN (OLD.comment, OLD.commented_at, OLD.answered_at) IS NOT (NEW.comment, NEW.commented_at, NEW.answered_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'comment', OLD.id, coalesce(OLD.commented_at, OLD.answered_at), OLD.comment
    WHERE OLD.comment IS NOT NULL;
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'comment', NEW.id);
END;
DROP TRIGGER response_is_not_found;
CREATE TRIGGER response_is_not_found AFTER DELETE ON response BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'comment', OLD.id, coalesce(OLD.commented_at, OLD.answered_at), OLD.comment
    WHERE OLD.comment IS NOT NULL;
  DELETE FROM search_waiting WHERE desk_id = OLD.desk_id AND kind = 'comment' AND row_id = OLD.id;
END;

DROP TRIGGER customer_is_found;
CREATE TRIGGER customer_is_found AFTER INSERT ON customer WHEN NEW.name IS NOT NULL BEGIN
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'person', NEW.id);
END;
DROP TRIGGER customer_is_found_anew;
CREATE TRIGGER customer_is_found_anew AFTER UPDATE ON customer
  WHEN (OLD.name, OLD.created_at) IS NOT (NEW.name, NEW.created_at) BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'person', OLD.id, OLD.created_at, OLD.name WHERE OLD.name IS NOT NULL;
  INSERT OR IGNORE INTO search_waiting VALUES (NEW.desk_id, 'person', NEW.id);
END;
DROP TRIGGER customer_is_not_found;
CREATE TRIGGER customer_is_not_found AFTER DELETE ON customer BEGIN
  INSERT INTO search_take SELECT OLD.desk_id, 'person', OLD.id, OLD.created_at, OLD.name WHERE OLD.name IS NOT NULL;
  DELETE FROM search_waiting WHERE desk_id = OLD.desk_id AND kind = 'person' AND row_id = OLD.id;
END;

-- Once words are indexed, their conversation is there.
DROP TRIGGER interaction_is_found;
DROP TRIGGER search_put_in;
DROP VIEW search_put;

-- The first of what waits: as much as is indexed in one go, some milliseconds of work.
CREATE VIEW search_turn AS
  SELECT desk_id, kind, row_id FROM search_waiting ORDER BY desk_id, kind, row_id LIMIT 1000;

-- What of it is to be found, as it is now.
CREATE VIEW search_waits AS
  SELECT waiting.desk_id, kind, row_id, interaction_id, interaction.customer_id, entry.at AS at, text
    FROM search_turn AS waiting CROSS JOIN entry ON entry.desk_id = waiting.desk_id AND entry.id = row_id
    LEFT JOIN interaction ON interaction.desk_id = entry.desk_id AND interaction.id = interaction_id
    WHERE kind = 'entry' AND author IN ('customer', 'agent') AND deleted_at IS NULL
  UNION ALL
  SELECT waiting.desk_id, kind, row_id, interaction_id, customer_id, coalesce(commented_at, answered_at), comment
    FROM search_turn AS waiting CROSS JOIN response ON response.desk_id = waiting.desk_id AND response.id = row_id
    WHERE kind = 'comment' AND comment IS NOT NULL
  UNION ALL
  SELECT waiting.desk_id, kind, row_id, NULL, row_id, created_at, name
    FROM search_turn AS waiting CROSS JOIN customer ON customer.desk_id = waiting.desk_id AND customer.id = row_id
    WHERE kind = 'person' AND name IS NOT NULL;

-- The same as it is indexed: its words as search_write_words has them, and its marks.
CREATE VIEW search_next AS
  SELECT desk_id, kind, row_id, interaction_id, customer_id, at,
    'd' || hex(desk_id) || coalesce(' c' || hex(customer_id), '') AS marks,
    CASE WHEN length(text) = length(CAST(text AS BLOB))
      OR text NOT GLOB '*[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]*' THEN text
    ELSE (WITH RECURSIVE
        spot (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM spot WHERE i < 256),
        part (k, piece) AS (SELECT 0, substr(text, 1, 257) UNION ALL
          SELECT k + 1, substr(text, (k + 1) * 256 + 1, 257) FROM part WHERE length(piece) = 257)
      SELECT group_concat(CASE
          WHEN this NOT GLOB '[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]' THEN this
          WHEN next GLOB '[々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ]' THEN ' ' || this || next || ' '
          ELSE ' ' || this || ' ' END, '')
        FROM (SELECT substr(piece, i, 1) AS this, substr(piece, i + 1, 1) AS next
          FROM part CROSS JOIN spot WHERE i <= min(256, length(piece)) ORDER BY k, i)) END AS words
  FROM (SELECT desk_id, kind, row_id, interaction_id, customer_id, at,
    CASE WHEN length(text) = length(CAST(text AS BLOB)) OR instr(text, char(0)) = 0 THEN text
      ELSE replace(json_quote(replace(text, '\', ' ')), '\u0000', ' ') ->> '$' END AS text FROM search_waits);
-- both
