import { parseDigestId } from "../../src/digest/digest-id.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import type { DrawPicture, Store } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";

/** What a picture is worded with. */
export interface PictureWords {
  readonly wording: Wording;
  /** The settings of a desk, by its id; null for one that is no more. */
  readonly settingsOf: (desk: string) => Settings | null;
}

/** Draws the picture of a digest as its desk keeps it, in the desk's language; what draws it is loaded with the first one. */
export function createDrawPicture(store: Pick<Store, "at">, { wording, settingsOf }: PictureWords): DrawPicture {
  return async ({ digestId }) => {
    const id = parseDigestId(digestId);
    const settings = id && settingsOf(id.team);
    const row = id && (await store.at(id.team).get("digest", digestId));
    if (!row || !settings) return null;
    const { digestPng } = await import("./digest-png.ts");
    return { name: `digest-${row.week}`, png: digestPng(row.document, createSpeaker({ wording, settings })) };
  };
}
