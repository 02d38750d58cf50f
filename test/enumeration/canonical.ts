import { createHash } from "node:crypto";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Reader } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import type { Ground } from "./ground.ts";

/** What a conversation is made of, in the order in which its ids are first met. */
const TABLES = [
  ...["identity", "customer", "interaction", "resolution", "survey", "response", "revision", "case", "step"],
  ...["entry", "post", "pause", "enhancement", "telling", "promise", "greeting", "cord", "announcement", "told"],
  ...["informed", "listener", "tombstone"],
] as readonly Table[];

const ID = /(?<!\d)\d{8}(?!\d)/g;

/** A row without what it says of the way to where it stands: versions only guard within one act, and whichever program held it is gone. */
function written(row: object): string {
  const lease = "leaseOwner" in row && row.leaseOwner !== null ? { leaseOwner: "somebody" } : {};
  return JSON.stringify({ ...row, version: 0, ...lease });
}

/** Gives ids names in the order of their first appearance. */
function createNames() {
  const names = new Map<string, string>();
  return {
    known: (text: string) => text.replaceAll(ID, (id) => names.get(id) ?? "?"),
    name(text: string): string {
      return text.replaceAll(ID, (id) => {
        const name = names.get(id) ?? `#${names.size}`;
        names.set(id, name);
        return name;
      });
    },
  };
}

/**
 * The ground in words that are the same for all that differ in nothing but ids: rows table by table, ordered by what they say, ids
 * named as they first appear; then what stands on the platform. Rows of which nothing tells which is first keep the order of their ids.
 */
export async function canonical(ground: Ground, tables: readonly Table[] = TABLES): Promise<string> {
  const reader: Reader = ground.store.at(DEFAULT_DESK);
  const names = createNames();
  const parts: string[] = [];
  for (const table of tables) {
    const rows = (await reader.list(table, {})).map(written);
    if (rows.length === 0) continue;
    const placed = rows.map((text) => ({ text, place: rows.length === 1 ? "" : names.known(text) }));
    const ordered = placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    parts.push(table, ...ordered.map(({ text }) => names.name(text)));
  }
  const standing = ground.standing.map(({ post, isUnwanted }) => names.known(`${post.lane} ${post.id} ${isUnwanted}`));
  return [...parts, "standing", ...standing.sort()].join("\n");
}

const TIME = /(?<!\d)1[78]\d{11}(?!\d)/g;
const TRIES = /"(?:attempts|leaseUntil)":(?:\d+|null|T)/g;
/** A digest is sealed with the moment at which it was counted. */
const SEAL = /Fingerprint of these figures: [0-9a-f]+|"(?:hash|seal|before)":"[0-9a-f]+"/g;

/** The same, digests too, but for when it came about and at which attempt. */
export async function timeless(ground: Ground): Promise<string> {
  const text = await canonical(ground, [...TABLES, "digest"]);
  return text.replaceAll(TIME, "T").replaceAll(TRIES, "").replaceAll(SEAL, "");
}

/** The same as one short word. */
export function digestOf(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
