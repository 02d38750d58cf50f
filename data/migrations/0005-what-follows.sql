-- With which entry of the transcript a reason was given, so that it follows what its author does to that message. No foreign key: the
-- transcript may be forgotten before the answer.
ALTER TABLE response ADD COLUMN comment_entry_id TEXT;
CREATE INDEX response_by_comment_entry ON response (comment_entry_id) WHERE comment_entry_id IS NOT NULL;

-- A reason that was typed came with the one entry of its time and words. Where that is not certain, or it came by form, there is none.
UPDATE response SET comment_entry_id = (
  SELECT min(id) FROM entry
  WHERE interaction_id = response.interaction_id AND author = 'customer' AND deleted_at IS NULL
    AND at = response.commented_at
    AND trim(text, char(9, 10, 11, 12, 13, 32, 160)) = response.comment
  HAVING count(*) = 1
)
WHERE comment IS NOT NULL
  AND (SELECT via FROM revision WHERE response_id = response.id AND comment = response.comment ORDER BY number LIMIT 1) = 'typed';
