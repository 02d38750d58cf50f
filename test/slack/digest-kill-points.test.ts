import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createIds } from "../../adapters/ids.ts";
import { MINUTE, SECOND } from "../world.ts";
import { answers, below, digestIn, pictures, settings, wantDigest } from "./digest-talk.ts";
import { mortal, mortalDesk, type Point, pointsOf } from "./mortal.ts";

const folder = mkdtempSync(join(tmpdir(), "digest-kill-points-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POINTS = ["digest", "detail", "picture"].flatMap(pointsOf);

/** A digest on its way, killed at the point and started anew. */
async function lived(point: Point, fileShareMs: number) {
  const path = join(folder, `${createIds().next()}.db`);
  const ground = { mode: "socket", path, settings, limits: { fileShareMs } } as const;
  const life = mortal(point);
  const first = await mortalDesk(ground, life);
  await wantDigest(first, answers([10, 9, 9, 8, 2, 7], { comment: "It took long." }));
  const end = await Promise.race([first.pass(12 * SECOND + 3 * fileShareMs, SECOND), life.killed]);
  life.bury();
  await first.stop();
  await expect.poll(() => first.slack.socketMode.count).toBe(0);
  await first.allDesks.close();
  const desk = await mortalDesk(ground, mortal(null), first);
  await desk.pass(MINUTE, 10 * SECOND);
  await desk.pass(3 * MINUTE);
  return { desk, wasKilled: end === "killed" };
}

describe("a program that is killed over its digest", () => {
  const slow = pointsOf("picture");
  it.each([...POINTS.map((point) => ({ ...point, seconds: 1 })), ...slow.map((point) => ({ ...point, seconds: 20 }))])(
    "$when $what, which takes $seconds s to be shown, still has words, details and picture there once",
    async (point) => {
      const { desk, wasKilled } = await lived(point, point.seconds * SECOND);
      expect(wasKilled).toBe(true);
      expect(digestIn(desk).content.text).toContain("score +33 from 6 answers");
      expect(below(desk).filter(({ files }) => !files)).toHaveLength(1);
      expect(pictures(desk)).toHaveLength(1);
      expect((await desk.store.list("post", {})).map(({ state }) => state)).toEqual(["posted", "posted", "posted"]);
      expect(desk.slack.complaints).toEqual([]);
    },
  );
});
