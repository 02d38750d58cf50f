-- What each posted digest was counted from, without a person, and the hashes of its revisions. Digests of earlier times have neither;
-- of one that is corrected from now on the chain begins with the revision that stood before.
ALTER TABLE digest ADD COLUMN chain TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(chain));
CREATE TABLE basis (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  rows TEXT NOT NULL CHECK (json_valid(rows)),
  PRIMARY KEY (desk_id, id)
) STRICT;
