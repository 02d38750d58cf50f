import type { DrawPicture, Reader } from "../../src/ports.ts";

/** Draws the picture of a digest as it is kept; what draws it is loaded with the first one. */
export function createDrawPicture(store: Reader): DrawPicture {
  return async ({ digestId }) => {
    const row = await store.get("digest", digestId);
    if (!row) return null;
    const { digestPng } = await import("./digest-png.ts");
    return { name: `digest-${row.week}`, png: digestPng(row.document) };
  };
}
