import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { shutCursor } from "../../../src/team/shut-channel.ts";
import { pending } from "../../outbox/posts.ts";
import { customer } from "../../world.ts";
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
    /role="alert"><h2>Nothing arrives in the team’s channel on Slack<\/h2>\s+<p>C9 .+ \(is-archived\)\. 2 posts wait/,
  );
  expect(page).toContain("Take the channel out of the archive");
  const kept = await store.get("cursor", cursor.id);
  if (kept) await allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, [{ table: "cursor", row: kept, remove: true }]);
  expect(await pages.read("/team?name=Ash")).not.toContain("Nothing arrives");
});

it("a case on the team's page is one card with its steps, for the rated agent without the score, and can be given away there", async () => {
  const pages = openPages();
  const { world } = pages;
  const survey = await world.asked();
  await world.handle({ kind: "score-given", surveyId: survey.id, by: customer, score: 3, via: "tap" });
  await world.settle();
  const [item] = await world.store.list("case", {});
  const act = async (name: string, given: Record<string, string>) => {
    const answer = await pages.post("/team/act", { name, subject: item?.id ?? "", place: "", ...given });
    await world.settle();
    return answer;
  };
  expect(await pages.read("/team?name=Lime")).toContain("Customer One gave 3 out of 10. Please get in touch by");
  for (const reader of ["/team?name=Ash", "/team"]) expect(await pages.read(reader)).not.toMatch(/3 out of 10|3\/10/);
  const refused = await act("Ash", { act: "case-claim" });
  expect(refused.status).toBe(422);
  expect(await pages.read("/team?name=Lime")).toContain('<select id="person-');
  expect((await act("Lime", { act: "case-assign", person: "Birch", note: "You know them." })).status).toBe(303);
  expect((await act("Birch", { act: "case-more", step: "wait", note: "" })).status).toBe(303);
  expect((await act("Birch", { act: "case-resolve", note: "Refunded.", cause: "fault" })).status).toBe(303);
  const page = await pages.read("/team?name=Lime");
  expect(page.match(/<article class="post card is-alert is-over"/g)).toHaveLength(1);
  const steps = [...page.matchAll(/<li>.*?<span dir="auto">(.*?)<\/span>/g)].map(([, text]) => text);
  expect(steps).toEqual([
    "Customer One: Lime gave it to Birch.",
    "Customer One: Birch is waiting for their answer.",
    "Customer One: Birch has resolved this.",
  ]);
  expect(page).toContain("Something was broken");
});
