import type { FigureReader, WaitingPosts } from "../figures.ts";
import type { Engine } from "./engine.ts";
import { selectDeskFigures, selectWaiting } from "./metric-queries.ts";

/** Several desks' posts on one platform are told together. */
function together(rows: readonly WaitingPosts[]): WaitingPosts[] {
  const sums = new Map<string, WaitingPosts>();
  for (const { platform, posts, since } of rows) {
    const known = sums.get(platform) ?? { platform, posts: 0, since };
    sums.set(platform, { platform, posts: known.posts + posts, since: Math.min(known.since, since) });
  }
  return [...sums.values()];
}

export function createFigureReader(engine: Pick<Engine, "all" | "dialect">): FigureReader {
  return {
    waiting: async () => {
      const rows = await engine.all(selectWaiting(engine.dialect));
      return together(
        rows.map(({ platform, posts, since }) => ({
          platform: String(platform),
          posts: Number(posts),
          since: Number(since),
        })),
      );
    },
    desks: async (desks, now) => {
      const rows = await engine.all(selectDeskFigures(engine.dialect, desks, now));
      return rows.map(({ desk, open, overdue, digestAt }) => ({
        desk: String(desk),
        open: Number(open),
        overdue: Number(overdue),
        digestAt: digestAt === null || digestAt === undefined ? null : Number(digestAt),
      }));
    },
  };
}
