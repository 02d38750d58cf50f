import type { FigureReader } from "../figures.ts";
import type { Engine } from "./engine.ts";
import { selectDeskFigures, selectWaiting } from "./metric-queries.ts";

export function createFigureReader(engine: Pick<Engine, "all" | "dialect">): FigureReader {
  return {
    waiting: async () => {
      const rows = await engine.all(selectWaiting(engine.dialect));
      return rows.map(({ desk, platform, posts, since }) => ({
        desk: String(desk),
        platform: String(platform),
        posts: Number(posts),
        since: Number(since),
      }));
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
