-- In which order cases are read: those first in which somebody has to be in touch (0), then what is open (1), then what is closed (2),
-- by when, what was closed last before the rest. And which post stands in the place of which, and for whom alone.
ALTER TABLE "case" ADD COLUMN urgency INTEGER GENERATED ALWAYS AS (CASE
  WHEN state IN ('resolved', 'closed', 'withdrawn') THEN 2
  WHEN contacted_at IS NULL AND coalesce(contact_wish, 'yes') <> 'no' THEN 0 ELSE 1 END) VIRTUAL;
ALTER TABLE "case" ADD COLUMN urgent_at INTEGER GENERATED ALWAYS AS (CASE
  WHEN state IN ('resolved', 'closed', 'withdrawn') THEN -coalesce(closed_at, contact_by) ELSE contact_by END) VIRTUAL;
CREATE INDEX case_by_urgency ON "case" (desk_id, urgency, urgent_at, id);
CREATE INDEX case_by_owner ON "case" (desk_id, owner_address, urgency, urgent_at, id);
ALTER TABLE post ADD COLUMN replaces TEXT GENERATED ALWAYS AS (json_extract(message, '$.replaces')) VIRTUAL;
ALTER TABLE post ADD COLUMN private_to TEXT GENERATED ALWAYS AS (json_extract(message, '$.privateTo')) VIRTUAL;
CREATE INDEX post_by_replaced ON post (desk_id, replaces, id, state) WHERE replaces IS NOT NULL;
