import type { Interaction } from "../../../../src/interaction/interaction.ts";
import { seenPlace } from "../../../../src/interaction/seen-place.ts";
import type { PageDesk, ReadingDesk } from "../../desk.ts";

/** How far the reader has seen each of the conversations, by the position of its last message; those never opened are left out. */
export async function seenAmong(
  { store }: Pick<ReadingDesk, "store">,
  reader: string,
  interactions: readonly Pick<Interaction, "id">[],
): Promise<ReadonlyMap<string, number>> {
  const id = interactions.map((one) => seenPlace(one.id, reader));
  if (id.length === 0) return new Map();
  const cursors = await store.list("cursor", { where: { id } });
  const byPlace = new Map(cursors.map((cursor) => [cursor.id, Number(cursor.position)]));
  return new Map(
    interactions.flatMap((one) => {
      const position = byPlace.get(seenPlace(one.id, reader));
      return position === undefined ? [] : [[one.id, position] as const];
    }),
  );
}

/** Keeps that the reader has the conversation before them up to its last message. Rejects as the bot does. */
export async function noteSeen(
  { store, bot, clock }: Pick<PageDesk, "store" | "bot" | "clock">,
  reader: string,
  { id, entryCount }: Pick<Interaction, "id" | "entryCount">,
): Promise<void> {
  const place = seenPlace(id, reader);
  const position = String(entryCount);
  if ((await store.get("cursor", place))?.position === position) return;
  await bot.handle({ kind: "place-read", id: null, at: clock.now(), place, position });
}
