-- A case knows what its answer is about and what its score is, so that lists of cases are cut down along their own index.
ALTER TABLE "case" ADD COLUMN product TEXT;
ALTER TABLE "case" ADD COLUMN score INTEGER NOT NULL DEFAULT 0;
UPDATE "case" SET
  product = (SELECT answer.product FROM response AS answer WHERE answer.desk_id = "case".desk_id AND answer.id = "case".response_id),
  score = (SELECT answer.score FROM response AS answer WHERE answer.desk_id = "case".desk_id AND answer.id = "case".response_id);
DROP INDEX case_by_urgency;
CREATE INDEX case_by_urgency ON "case" (desk_id, urgency, urgent_at, id, owner_address, product, score);

-- What is to be made better is counted from an index alone.
DROP INDEX enhancement_by_product;
CREATE INDEX enhancement_by_product ON enhancement (desk_id, product, state, has_words);

-- The conversations of one workspace or server are picked out of the others in the order in which they are read.
DROP INDEX interaction_by_activity;
CREATE INDEX interaction_by_activity ON interaction (desk_id, state, last_activity_at, id, conversation);
