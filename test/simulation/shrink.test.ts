import { describe, expect, it } from "vitest";
import { drawOptions, type Options } from "./options.ts";
import { shrink } from "./shrink.ts";

/** Breaks where posts stand there unanswered for three days, whatever else goes wrong. */
async function brokenIn({ days, posts }: Options): Promise<readonly string[]> {
  return days >= 3 && posts.standing > 0 ? ["a post stands twice"] : [];
}

describe("shrinking", () => {
  const posts = { retry: 0.1, limited: 0.1, refused: 0.1, absent: 0.1, standing: 0.1 };
  const options = drawOptions(7, { days: 365, replicas: 4, talksADay: 2, posts, outages: 0.1 });

  it("finds the fewest days, processes, talks and kinds of faults with which a promise is still broken", async () => {
    const shrunk = await shrink(options, brokenIn, 200);
    expect(shrunk.broken).toEqual(["a post stands twice"]);
    expect(shrunk.options).toMatchObject({ seed: 7, days: 3, replicas: 1, talksADay: 0.5, outages: 0, reads: 0 });
    expect(shrunk.options.posts).toEqual({ retry: 0, limited: 0, refused: 0, absent: 0, standing: 0.1 });
    expect(Object.values(shrunk.options.saves)).toEqual([0, 0, 0, 0, 0]);
  });

  it("tries no more worlds than it may, and keeps the world as it is where no smaller one breaks anything", async () => {
    expect((await shrink(options, brokenIn, 3)).tried).toBe(3);
    expect((await shrink(options, async () => [], 200)).options).toEqual(options);
  });
});
