import { parseDigestId } from "../../src/digest/digest-id.ts";
import { createSpeaker, type Speaker, type SpokenFor } from "../../src/digest/say-figures.ts";
import type { DrawPicture, Store } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";

/** The languages whose letters the font that ships with the program has not: their pictures are drawn in English. */
const NOT_IN_FONT = ["ja"];

/** What a picture is worded with. */
export interface PictureWords {
  readonly wording: Wording;
  /** The settings of a desk, by its id; null for one that is no more. */
  readonly settingsOf: (desk: string) => Settings | null;
}

/** Whether the font that ships has the letters of the desk's language. */
export function isInFont({ wording, settings }: SpokenFor): boolean {
  return !NOT_IN_FONT.includes(wording.choose(settings.desk.locale));
}

/** Says what stands in the pictures of a desk that are drawn with the font that ships. */
export function pictureSpeaker(spoken: SpokenFor): Speaker {
  const { wording, settings } = spoken;
  const locale = isInFont(spoken) ? settings.desk.locale : "en";
  return createSpeaker({ wording, settings: { desk: { locale, zone: settings.desk.zone } } });
}

/** Draws the picture of a digest as its desk keeps it, in the desk's language; what draws it is loaded with the first one. */
export function createDrawPicture(store: Pick<Store, "at">, { wording, settingsOf }: PictureWords): DrawPicture {
  return async ({ digestId }) => {
    const id = parseDigestId(digestId);
    const settings = id && settingsOf(id.team);
    const row = id && (await store.at(id.team).get("digest", digestId));
    if (!row || !settings) return null;
    const { digestPng } = await import("./digest-png.ts");
    return { name: `digest-${row.week}`, png: digestPng(row.document, pictureSpeaker({ wording, settings })) };
  };
}
