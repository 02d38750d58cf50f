import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { shutCursor } from "../../../src/team/shut-channel.ts";
import { pending } from "../../outbox/posts.ts";
import { openPages } from "./pages.ts";

it("the team's page says loudly in which channel nothing arrives, why, and how much waits for it, until it does", async () => {
  const pages = openPages();
  const { allDesks, store } = pages.world;
  const lane = "slack:T1:C9";
  const cursor = { id: shutCursor(lane), version: 0, position: "is-archived", at: pages.world.now() };
  const waiting = [pending("a", lane), pending("b", lane), pending("c", "slack:T1:C1")];
  await allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, [
    { table: "cursor", row: cursor },
    ...waiting.map((row) => ({ table: "post" as const, row })),
  ]);
  const page = await pages.read("/team?name=Ash");
  expect(page).toMatch(
    /role="alert"><h2>Nothing arrives in the team’s channel on Slack<\/h2>\s+<p><bdi>C9<\/bdi> .+ \(is-archived\); 2 posts wait for it/,
  );
  expect(page).toContain("Take the channel out of the archive");
  const kept = await store.get("cursor", cursor.id);
  if (kept) await allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, [{ table: "cursor", row: kept, remove: true }]);
  expect(await pages.read("/team?name=Ash")).not.toContain("Nothing arrives");
});
