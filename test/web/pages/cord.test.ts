import { expect, test } from "vitest";
import { tap } from "../../conversations/talk.ts";
import { agent, customer, SECOND } from "../../world.ts";
import { openPages, type Pages } from "./pages.ts";

const WHERE = "web:chat:1";

async function talked(pages: Pages): Promise<string> {
  await pages.world.writes(customer, "Charged twice.", WHERE);
  await pages.world.writes(agent, "I am looking.", WHERE);
  return (await pages.world.interaction(WHERE)).id;
}

test("an agent pulls the cord from the conversation, and the team answers it in the feed", async () => {
  const pages = openPages();
  const { world, read, post } = pages;
  const conversation = await talked(pages);
  const pull = { name: "Ash", conversation, product: "billing", form: "form1" };
  expect((await post("/agent/cord", { ...pull, sentence: "It charges twice." })).status).toBe(303);
  await world.settle();
  expect(await read(`/agent?name=Ash&conversation=${conversation}`)).toContain("You pulled the cord. Thank you");
  expect(await read(`/agent?name=Elm&conversation=${conversation}`)).not.toContain("You pulled the cord.");
  const feed = await read("/team?name=Birch");
  expect(feed).toMatch(/Ash has pulled the cord on Billing[\s\S]*It charges twice\.[\s\S]*Read the conversation/);
  const [cord] = await world.store.list("cord", {});
  const place = cord?.posts[0]?.postId ?? "";
  const act = { name: "Birch", place, act: "cord-answer", subject: cord?.id ?? "", form: "form2" };
  const refused = await post("/team/act", { ...act, note: " " });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining("Please say it in a sentence."),
  ]);
  await post("/team/act", { ...act, note: "Refunds are out.", form: "form3" });
  await world.settle();
  const answered = await read("/team?name=Birch");
  expect(answered).toContain("Birch says what will be done about the cord on Billing:");
  expect(answered).toContain("Refunds are out.");
  expect(answered).not.toContain("What will be done about it?");
});

test("a lead tells customers what was done: the preview is theirs alone until they confirm it", async () => {
  const pages = openPages();
  const { world, read, post } = pages;
  await talked(pages);
  await world.resolves(agent, { where: WHERE, product: "billing" });
  await world.pass(SECOND, SECOND);
  await world.handle(tap((await world.survey()).id, 3));
  const form = { name: "Birch", place: "telling", act: "tell", subject: "any" };
  const empty = await post("/team/act", { ...form, about: "product:billing", note: "", form: "form1" });
  expect(await empty.text()).toContain("Please say in a sentence what you did.");
  await post("/team/act", { ...form, about: "product:billing", note: "We refunded it.", form: "form2" });
  await world.settle();
  expect(await read("/team?name=Elm")).not.toContain("We refunded it.");
  expect(await read("/team?name=Birch")).toContain("One customer who raised Billing will read this, word for word:");
  const [telling] = await world.store.list("announcement", {});
  await post("/team/act", { name: "Birch", act: "tell-confirm", subject: telling?.id ?? "", form: "form3" });
  await world.pass(2 * SECOND, SECOND);
  expect((await world.posts(WHERE)).at(-1)?.message.text).toContain("We refunded it.");
  expect(await read("/team?name=Birch")).not.toContain("Tell them");
});
