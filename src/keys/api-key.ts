/** What a key lets a program do: `read` changes nothing. */
export const KEY_SCOPES = ["read", "write"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key by which a program calls the help-desk API at one desk. Its secret is kept by nobody: the id is its hash. */
export interface ApiKey {
  /** SHA-256 of the secret, in hexadecimal. */
  readonly id: string;
  readonly version: number;
  /** What tells people which program has it. */
  readonly name: string;
  readonly scope: KeyScope;
  readonly madeAt: number;
  readonly madeByAddress: string;
  readonly madeByName: string | null;
  /** When it was last used, to within {@link USE_NOTED_EVERY}; null before the first time. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** What every secret of a key begins with, so that people and programs that look for leaked secrets know one. */
export const KEY_PREFIX = "ec_";

/** So many keys of a desk may be open at once. */
export const MOST_KEYS = 50;

/** A key's use is noted at most so often, milliseconds: for finding those that nobody needs, and not for every call a write. */
export const USE_NOTED_EVERY = 3_600_000;

/** So many characters of a key's hash tell a desk's keys apart. */
const HASHED = 12;

/** The secret of a key, of two unguessable words of 128 bits at least. */
export function keySecret(one: string, other: string): string {
  return `${KEY_PREFIX}${one}${other}`;
}

/** Whether the text is one of the scopes. */
export function isKeyScope(text: string): text is KeyScope {
  return (KEY_SCOPES as readonly string[]).includes(text);
}

/** Whether the key opens anything. */
export function isOpen({ revokedAt }: Pick<ApiKey, "revokedAt">): boolean {
  return revokedAt === null;
}

/** Whether a use of the key now is to be noted. */
export function isUseNews(key: ApiKey, now: number): boolean {
  const { lastUsedAt } = key;
  return isOpen(key) && (lastUsedAt === null || now - lastUsedAt >= USE_NOTED_EVERY);
}

/** So much of a key's hash as people are shown: it tells nothing of the key. */
export function shownHash(hash: string): string {
  return hash.slice(0, HASHED);
}

/** The address by which whoever calls with a key of that hash is known. */
export function keyAddress(hash: string): string {
  return `api:key:${shownHash(hash)}`;
}
