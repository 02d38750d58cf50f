import { createHash } from "node:crypto";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Ground } from "./ground.ts";
import { snapshotOf } from "./snapshot.ts";

/** What says only what was done, and what nothing is decided by. */
const APART: readonly string[] = ["audit"];

const ID = /(?<!\d)\d{8}(?!\d)/g;

const SETTLED: readonly unknown[] = ["posted", "failed", "withdrawn"];
/** Of a settled post nothing is decided by these: its story alone shows them. */
const TOLD_ONLY = { attempts: 0, dueAt: 0, sentAt: 0, postedAt: 0, error: null };

/** A row without what it says of the way to where it stands: versions only guard within one act, and whichever program held it is gone. */
function written(row: object): string {
  const isSettledPost = "lane" in row && "state" in row && SETTLED.includes(row.state);
  const lease = "leaseOwner" in row && row.leaseOwner !== null ? { leaseOwner: "somebody" } : {};
  return JSON.stringify({ ...row, version: 0, ...lease, ...(isSettledPost ? TOLD_ONLY : {}) });
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

type Standings = Ground["standing"];

/**
 * The ground in words that are the same for all that differ in nothing but ids: rows table by table, ordered by what they say, ids
 * named as they first appear; then what stands on the platform. Rows of which nothing tells which is first keep the order of their ids.
 */
export function canonical(snapshot: Readonly<Record<string, readonly object[]>>, standing: Standings): string {
  const names = createNames();
  const parts: string[] = [];
  for (const [table, all] of Object.entries(snapshot)) {
    if (all.length === 0 || APART.includes(table)) continue;
    const rows = all.map(written);
    const placed = rows.map((text) => ({ text, place: rows.length === 1 ? "" : names.known(text) }));
    const ordered = placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    parts.push(table, ...ordered.map(({ text }) => names.name(text)));
  }
  const stand = standing.map(({ post, isUnwanted }) => names.known(`${post.lane} ${post.id} ${isUnwanted}`));
  return [...parts, "standing", ...stand.sort()].join("\n");
}

const TIME = /(?<!\d)1[78]\d{11}(?!\d)/g;
const TRIES = /"(?:attempts|leaseUntil)":(?:\d+|null|T)/g;
/** A digest is sealed with the moment at which it was counted, a tombstone knows ids by their hashes. */
const SEAL = /Fingerprint of these figures: [0-9a-f]+|"(?:hash|seal|before)":"[0-9a-f]+"|"hashes":\[[^\]]*\]/g;

/** The same, digests too, but for when it came about and at which attempt. */
export async function timeless(ground: Ground): Promise<string> {
  const reader = ground.store.at(DEFAULT_DESK);
  const text = canonical({ ...(await snapshotOf(reader)), digest: await reader.list("digest", {}) }, ground.standing);
  return text.replaceAll(TIME, "T").replaceAll(TRIES, "").replaceAll(SEAL, "");
}

/** The same as one short word. */
export function digestOf(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
