import { parseDigestId } from "../../src/digest/digest-id.ts";
import type { DrawPicture, Store } from "../../src/ports.ts";

/** Draws the picture of a digest as its desk keeps it; what draws it is loaded with the first one. */
export function createDrawPicture(store: Pick<Store, "at">): DrawPicture {
  return async ({ digestId }) => {
    const id = parseDigestId(digestId);
    const row = id && (await store.at(id.team).get("digest", digestId));
    if (!row) return null;
    const { digestPng } = await import("./digest-png.ts");
    return { name: `digest-${row.week}`, png: digestPng(row.document) };
  };
}
