-- When a post was last given to its platform; and what a look at the outbox goes by, read from the message and the lane: the kind,
-- the space and channel (the first two and three parts of an address), and whether it goes beside a channel's pace.
ALTER TABLE post ADD COLUMN sent_at INTEGER;
ALTER TABLE post ADD COLUMN kind TEXT GENERATED ALWAYS AS (json_extract(message, '$.kind')) VIRTUAL;
ALTER TABLE post ADD COLUMN is_aside INTEGER GENERATED ALWAYS AS (
  json_extract(message, '$.replaces') IS NOT NULL OR json_extract(message, '$.privateTo') IS NOT NULL) VIRTUAL;
ALTER TABLE post ADD COLUMN after_platform TEXT GENERATED ALWAYS AS (
  substr(lane || ':::', instr(lane || ':::', ':') + 1)) VIRTUAL;
ALTER TABLE post ADD COLUMN after_space TEXT GENERATED ALWAYS AS (
  substr(after_platform, instr(after_platform, ':') + 1)) VIRTUAL;
ALTER TABLE post ADD COLUMN space TEXT GENERATED ALWAYS AS (
  rtrim(substr(lane || ':::', 1, length(lane || ':::') - length(after_space) - 1), ':')) VIRTUAL;
ALTER TABLE post ADD COLUMN channel TEXT GENERATED ALWAYS AS (
  rtrim(substr(lane || ':::', 1, length(lane || ':::') - length(after_space) + instr(after_space, ':') - 1), ':')) VIRTUAL;
CREATE INDEX post_waiting ON post (kind, id, desk_id, lane, space, channel, is_aside, due_at, lease_until, state)
  WHERE state IN ('pending', 'sending');
