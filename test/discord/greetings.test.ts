import { expect, it } from "vitest";
import { MINUTE } from "../world.ts";
import { digested, digestMessages, wordsOf } from "./digest-week.ts";

it("silent customers are listed for who is to greet them, and a form takes what came of it", async () => {
  const { desk, lead, customer } = await digested({ more: { silence: { greet: 2 } } });
  const shown = () => {
    const post = digestMessages(desk).find((one) => wordsOf(one).includes("said nothing when we asked"));
    if (!post) throw new Error("Nobody is to be greeted");
    return post;
  };
  expect(wordsOf(shown())).toContain("2 customers said nothing when we asked.");
  expect(wordsOf(shown()).match(/Agent Ash says hello/g)).toHaveLength(2);
  const [one] = await desk.store.list("greeting", {});
  const label = "1. A customer: what came of it";
  const refused = await customer.clicks(shown(), label);
  expect([refused.ephemeral, refused.text]).toEqual([true, expect.stringContaining("Cases are worked by agents")]);
  const form = await lead.clicks(shown(), label);
  expect(form.modal).toMatchObject({ title: "A greeting", fields: ["score", "note"] });
  const taken = await lead.submitsModal(form.modal?.customId ?? "", { score: "unreached", note: "" });
  expect(taken.kind).toBe("nothing");
  await desk.pass(MINUTE);
  expect(await desk.store.get("greeting", one?.id ?? "")).toMatchObject({ state: "unreached", recordedBy: "lead" });
  expect(wordsOf(shown())).toContain("Nobody could reach them so far.");
  const seen = await (await lead.runs("chair greetings", { in: desk.support })).settled();
  expect([seen.ephemeral, seen.text]).toEqual([true, "There is nobody for you to greet at the moment."]);
  expect(desk.discord.complaints).toEqual([]);
});
