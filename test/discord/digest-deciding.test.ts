import { describe, expect, it } from "vitest";
import { MINUTE } from "../world.ts";
import { digested, digestMessages, picturesOf, wordsOf } from "./digest-week.ts";

/** The digest in the team's channel, and the message with its buttons. */
async function board() {
  const all = await digested();
  const shown = () => {
    const message = digestMessages(all.desk).at(-1);
    if (!message) throw new Error("No digest");
    return message;
  };
  const words = () => digestMessages(all.desk).map(wordsOf).join("\n");
  return { ...all, shown, words };
}

const DECIDE = "Decide: Mobile app";

describe("deciding on a product on Discord", () => {
  it("takes a verdict and a sentence, and the digest shows the decision", async () => {
    const { desk, lead, shown, words } = await board();
    const ids = digestMessages(desk).map(({ id }) => id);
    const form = await lead.clicks(shown(), DECIDE);
    expect(form.modal).toMatchObject({ title: DECIDE, fields: ["verdict", "note", "aimMeasure", "aimTo", "aimBy"] });
    const customId = form.modal?.customId ?? "";
    const taken = await lead.submitsModal(customId, { verdict: "enhance", note: "The *search* comes first." });
    expect(taken.kind).toBe("nothing");
    await desk.pass(MINUTE);
    expect(await desk.store.list("decision", {})).toMatchObject([
      { product: "app", verdict: "enhance", sentence: "The *search* comes first.", by: "lead" },
    ]);
    expect(words()).toContain("Decided by lead on November 16, 2026: enhance. The *search* comes first.");
    expect(digestMessages(desk).map(({ id }) => id)).toEqual(ids);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("tells a customer who presses it, and them alone, that only leads and those above decide", async () => {
    const { desk, customer, shown } = await board();
    const seen = await customer.clicks(shown(), DECIDE);
    expect([seen.kind, seen.ephemeral, seen.text]).toEqual([
      "message",
      true,
      expect.stringContaining("Leads, executives and admins decide"),
    ]);
    expect(await desk.store.list("decision", {})).toEqual([]);
  });

  it("tells the person alone what is wrong with what they entered", async () => {
    const { desk, lead, shown } = await board();
    const form = await lead.clicks(shown(), DECIDE);
    const seen = await lead.submitsModal(form.modal?.customId ?? "", { verdict: "keep", note: "   " });
    expect([seen.ephemeral, seen.text]).toEqual([true, "Please give the reason for the decision in a sentence."]);
    await desk.settle();
    expect(await desk.store.list("decision", {})).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("takes which number shall move by when, and says what is wrong with it", async () => {
    const { desk, lead, shown } = await board();
    const form = await lead.clicks(shown(), DECIDE);
    const customId = form.modal?.customId ?? "";
    const aim = { aimMeasure: "detractors", aimTo: "5 %", aimBy: "2026-W53" };
    const seen = await lead.submitsModal(customId, { verdict: "keep", note: "So.", ...aim, aimTo: "" });
    expect([seen.ephemeral, seen.text]).toEqual([true, expect.stringContaining("Say all three or none")]);
    await lead.clicks(shown(), DECIDE);
    await lead.submitsModal(customId, { verdict: "keep", note: "So.", ...aim });
    await desk.settle();
    expect(await desk.store.list("decision", {})).toMatchObject([
      { aim: { measure: "detractors", to: 5, on: "2027-01-03" } },
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("decides nothing for somebody who has left the team while the form was open", async () => {
    const { desk, lead, shown } = await board();
    const form = await lead.clicks(shown(), DECIDE);
    const member = desk.guild.members.get(lead.id);
    if (member) member.roles = [];
    const seen = await lead.submitsModal(form.modal?.customId ?? "", { verdict: "retire", note: "Because." });
    expect([seen.ephemeral, seen.text]).toEqual([true, expect.stringContaining("Leads, executives and admins decide")]);
    expect(await desk.store.list("decision", {})).toEqual([]);
  });
});

describe("/chair digest", () => {
  it("shows the last digest to the one who asks, with its picture and its buttons", async () => {
    const { desk, lead, customer, words } = await board();
    const before = lead.sees(desk.support).length;
    const seen = await (await lead.runs("chair digest", { in: desk.support })).settled();
    expect([seen.kind, seen.ephemeral]).toEqual(["message", true]);
    await expect.poll(() => lead.sees(desk.support).slice(before).map(wordsOf).join("\n")).toBe(words());
    const shown = lead.sees(desk.support).slice(before);
    expect(shown.flatMap(picturesOf)[0]?.url).toContain("digest-2026-W46.png");
    expect(customer.sees(desk.support)).toHaveLength(before);
    const last = shown.at(-1);
    const form = last && (await lead.clicks(last, DECIDE));
    expect(form?.modal?.title).toBe(DECIDE);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is refused to those who are not of the team", async () => {
    const { desk } = await board();
    const helpers = desk.discord.addRole(desk.guild, "helpers", ["ManageThreads"]);
    desk.discord.join(desk.guild, desk.discord.addUser("helper"), [helpers]);
    await desk.heard();
    const seen = await (await desk.discord.user("helper").runs("chair digest", { in: desk.support })).settled();
    expect([seen.ephemeral, seen.text]).toEqual([true, "Only members of the team can do that."]);
    expect(seen.message?.components).toEqual([]);
  });

  it("says so where no week is over yet", async () => {
    const { desk, agent } = await digested({ visits: [] });
    const seen = await (await agent.runs("chair digest", { in: desk.support })).settled();
    expect([seen.ephemeral, seen.text]).toEqual([true, "There is no digest yet: no week with conversations is over."]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
