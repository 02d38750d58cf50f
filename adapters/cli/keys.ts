import { systemClock } from "../../src/clock.ts";
import { type ApiKey, isOpen, type KeyScope, shownHash } from "../../src/keys/api-key.ts";
import { rfc3339 } from "../../src/outside/views.ts";
import type { Reader } from "../../src/ports.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commander } from "./reader.ts";
import { textTable } from "./text-table.ts";

export type KeysAct = "list" | "add" | "revoke";

export interface KeysOptions extends DeskChoice {
  readonly read?: true;
  readonly write?: true;
  readonly format: "text" | "json";
}

/** Fewest characters of an id by which a key may be named. */
const LEAST = 8;
const USUAL_WIDTH = 140;
const NONE = "No key has been made at this desk. emptychair keys add NAME --read makes one.\n";

/** Open ones first, the latest made first. */
async function keysOf(reader: Reader): Promise<ApiKey[]> {
  const keys = await reader.list("key", { orderBy: "madeAt", descending: true });
  return [...keys.filter(isOpen), ...keys.filter((key) => !isOpen(key))];
}

function asJson(keys: readonly ApiKey[]): string {
  const rows = keys.map(({ id, name, scope, madeAt, madeByName, lastUsedAt, revokedAt }) => {
    const [made, used, revoked] = [madeAt, lastUsedAt, revokedAt].map((at) => (at === null ? null : rfc3339(at)));
    return { id, name, scope, madeAt: made, madeBy: madeByName, lastUsedAt: used, revokedAt: revoked };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function asText(keys: readonly ApiKey[]): string {
  if (keys.length === 0) return NONE;
  const rows = keys.map(({ id, name, scope, madeAt, madeByName, lastUsedAt, revokedAt }) => [
    shownHash(id),
    name,
    scope === "read" ? "read" : "read and write",
    `${rfc3339(madeAt)}${madeByName === null ? "" : ` by ${madeByName}`}`,
    lastUsedAt === null ? "never" : rfc3339(lastUsedAt),
    revokedAt === null ? "" : rfc3339(revokedAt),
  ]);
  const titles = ["ID", "NAME", "MAY", "MADE", "LAST USED", "REVOKED"];
  return textTable(titles, rows, process.stdout.columns ?? USUAL_WIDTH);
}

async function list(options: KeysOptions): Promise<string> {
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  const keys = await withStore(config, (store) => keysOf(store.at(desk)));
  return options.format === "json" ? asJson(keys) : asText(keys);
}

function scopeIn({ read, write }: KeysOptions): KeyScope {
  if (read === write) throw new Failure(["Say with --read or with --write what the key lets its program do."], 2);
  return write ? "write" : "read";
}

async function add(name: string | undefined, options: KeysOptions): Promise<string> {
  const scope = scopeIn(options);
  if (name === undefined) throw new Failure(["Say which program the key is for: emptychair keys add NAME."], 2);
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  return withStore(config, async (store) => {
    const bot = await openBot(config, store);
    const wanted = { kind: "key-wanted", id: null, desk, at: systemClock.now(), by: commander(), name, scope } as const;
    const { disclosed, refusal } = await bot.handle({ ...wanted, via: "command" });
    if (refusal) throw new Failure([refusal.text]);
    if (disclosed?.kind !== "key") throw new Failure(["No key was made; try again."]);
    process.stderr.write(`This is the key for ${name}. It is shown only now, and kept nowhere.\n`);
    return `${disclosed.secret}\n`;
  });
}

/** The one open key that is meant by its name, its id or the beginning of that. */
async function meant(reader: Reader, wanted: string): Promise<ApiKey> {
  const open = (await keysOf(reader)).filter(isOpen);
  const named = open.filter(({ name }) => name === wanted);
  const found = named.length > 0 ? named : open.filter(({ id }) => wanted.length >= LEAST && id.startsWith(wanted));
  const [key, another] = found;
  if (key === undefined) throw new Failure([`No open key is called ${wanted}; emptychair keys list shows them.`]);
  if (another) throw new Failure([`Several keys begin with ${wanted}; give more of the id.`]);
  return key;
}

async function revoke(wanted: string | undefined, options: KeysOptions): Promise<string> {
  if (wanted === undefined) throw new Failure(["Say which key by its id or name: emptychair keys revoke ID."], 2);
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  return withStore(config, async (store) => {
    const { id: keyId, name } = await meant(store.at(desk), wanted);
    const bot = await openBot(config, store);
    const revoked = { kind: "key-revoked", id: null, desk, at: systemClock.now(), by: commander(), keyId } as const;
    const { refusal } = await bot.handle({ ...revoked, via: "command" });
    if (refusal) throw new Failure([refusal.text]);
    return `The key for ${name} is revoked. A program that runs refuses it within five seconds.\n`;
  });
}

/** `emptychair keys`: the keys of the help-desk API at a desk, as on the page; may be run while the program runs. */
export async function keys(act: KeysAct, subject: string | undefined, options: KeysOptions): Promise<void> {
  const acts = { list: () => list(options), add: () => add(subject, options), revoke: () => revoke(subject, options) };
  process.stdout.write(await acts[act]());
}
