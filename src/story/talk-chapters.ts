import { type Entry, entryId } from "../interaction/transcript.ts";
import type { Chapter, StoryRows } from "./chapter.ts";

function namedIn({ interaction }: StoryRows, { name, address, author }: Entry): string | null {
  if (author !== "agent") return null;
  return name ?? interaction.agents.find((agent) => agent.address === address)?.name ?? address;
}

function entryChapters(entry: Entry, rows: StoryRows): Chapter[] {
  const { author, at, editedAt, deletedAt } = entry;
  const by = { author, who: namedIn(rows, entry) };
  return [
    { at, what: "wrote", ...by, count: 1, until: at },
    ...(editedAt === null ? [] : [{ at: editedAt, what: "edited", ...by } as const]),
    ...(deletedAt === null ? [] : [{ at: deletedAt, what: "deleted", ...by } as const]),
  ];
}

/** What was written and what the desk itself said of it: opened, entries without their words, resolved. */
export function talkChapters(rows: StoryRows): Chapter[] {
  const { interaction, entries, resolutions, posts } = rows;
  const { conversation, openedAt: at, openedBy: by, product } = interaction;
  const own = new Set(posts.map(({ id }) => entryId(conversation, id)));
  return [
    { at, what: "opened", by, product },
    ...entries.filter(({ id }) => !own.has(id)).flatMap((entry) => entryChapters(entry, rows)),
    ...resolutions.map(
      (one): Chapter => ({
        ...{ at: one.at, what: "resolved", number: one.number, by: one.by, product: one.product },
        ...{ credited: one.creditedAgent?.name ?? one.creditedAgent?.address ?? null, imported: one.imported },
      }),
    ),
  ];
}

function joined(before: Chapter | undefined, next: Chapter): Chapter | null {
  if (before?.what !== "wrote" || next.what !== "wrote") return null;
  if (before.author !== next.author || before.who !== next.who) return null;
  return { ...before, count: before.count + next.count, until: next.at };
}

/** The chapters in order, with what somebody wrote without anything between it in one. */
export function inRuns(chapters: readonly Chapter[]): Chapter[] {
  const runs: Chapter[] = [];
  for (const chapter of chapters) {
    const one = joined(runs.at(-1), chapter);
    if (one === null) runs.push(chapter);
    else runs.splice(-1, 1, one);
  }
  return runs;
}
