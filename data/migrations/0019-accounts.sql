-- People who sign in at the desk's pages by themselves, and the keys of their devices. Of a password a hash is kept, of a key its public half.
CREATE TABLE account (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  email TEXT,
  login TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'executive', 'admin')),
  role_by TEXT NOT NULL CHECK (role_by IN ('desk', 'company')),
  password_hash TEXT,
  company_id TEXT,
  chat_address TEXT,
  made_at INTEGER NOT NULL,
  disabled_at INTEGER,
  PRIMARY KEY (desk_id, id)
) STRICT;
CREATE UNIQUE INDEX account_login ON account (desk_id, login);
CREATE UNIQUE INDEX account_company ON account (desk_id, company_id);
CREATE UNIQUE INDEX account_chat ON account (desk_id, chat_address);

CREATE TABLE passkey (
  desk_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  account_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL CHECK (json_valid(transports)),
  name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (desk_id, id),
  FOREIGN KEY (desk_id, account_id) REFERENCES account (desk_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX passkeys_of_account ON passkey (desk_id, account_id);

-- Whose account a session is; null where a chat vouches for the person.
ALTER TABLE session ADD COLUMN account_id TEXT;
CREATE INDEX sessions_of_account ON session (desk_id, account_id);
