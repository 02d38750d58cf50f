import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { another, tap } from "../conversations/talk.ts";
import { openStore } from "../database/open-store.ts";
import { createWorld, customer, DAY } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const why = (...given: string[]) => run(["why", ...given], { EMPTYCHAIR_DATA: folder.path });

async function withStore<R>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<R>): Promise<R> {
  const store = await openStore(join(folder.path, "emptychair.db"));
  return work(store).finally(() => store.close());
}

describe("emptychair why", () => {
  beforeEach(() =>
    withStore(async (store) => {
      const world = createWorld({ store });
      await world.handle(tap((await world.asked()).id, 3));
      await world.pass(DAY, DAY);
      await another(world, "web:api:T-1");
      await world.writes({ ...customer, address: "web:customer:2" }, "Words \u001b[31mof theirs", "web:chat:2");
    }),
  );

  it("says by the caller's id why somebody was not asked, and tells the audit log who looked", async () => {
    const { code, out, err } = await why("T-1");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /Not asked: the same customer was asked on Mon 2026-11-16 09:05 and answered \(survey \d+ in conversation \d+\), and ask\.cooldownAnswered is 90 days, so nobody asks them before Sun 2027-02-14 09:05\./,
    );
    expect(out).toContain("No question comes: this resolution is not asked about.");
    const lines = await withStore((store) => store.at(DEFAULT_DESK).list("audit", { orderBy: "number" }));
    expect(lines).toMatchObject([{ act: "read", byRole: "admin", via: "command", facts: { what: "story" } }]);
  });

  it("tells the same story by the id of whatever hangs on it, as JSON with its moments written out", async () => {
    const ids = await withStore(async (store) => {
      const desk = store.at(DEFAULT_DESK);
      const [response] = await desk.list("response", {});
      const [item] = await desk.list("case", {});
      const posts = await desk.list("post", {});
      const hanging = [
        response?.id,
        response?.surveyId,
        item?.id,
        item?.alerts[0]?.postId,
        ...posts.map(({ id }) => id),
      ];
      return ["web:chat:1", ...hanging].map((id) => id ?? "");
    });
    const told = [];
    for (const id of ids) told.push(await why(id, "--format", "json"));
    expect(told.map(({ err }) => err).join("")).toBe("");
    const [first, ...others] = told.map(({ out }) => JSON.parse(out));
    for (const other of others) expect(other.interactionId).toBe(first.interactionId);
    expect(first.chapters[0]).toEqual({
      at: "2026-11-16T09:00:00.000Z",
      what: "opened",
      by: "customer",
      product: null,
    });
    expect(first.chapters.map(({ what }: { what: string }) => what)).toContain("case-opened");
    const open = await why("web:chat:2");
    expect(open.out).toContain("No question comes while it is open.");
    for (const word of ["theirs", "\u001b"]) expect(open.out).not.toContain(word);
  });

  it("lists several, and says so where there is none", async () => {
    expect(await why("web:customer:1")).toMatchObject({
      ...{ code: 1, out: "" },
      err: expect.stringMatching(
        /web:customer:1 has 2 conversations\. Name one by its id:\n.*web:api:T-1\n.*web:chat:1\n$/,
      ),
    });
    expect(await why("nobody")).toMatchObject({ code: 1, err: expect.stringContaining("Nothing is known by nobody.") });
  });
});
