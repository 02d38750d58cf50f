import { describe, expect, it } from "vitest";
import { modalOf } from "../../adapters/discord/forms.ts";
import { WORDING as wording } from "../catalogues.ts";
import { MINUTE, SECOND, settingsOf } from "../world.ts";
import { talkedOnDiscord } from "./discord-desk.ts";

type Part = { type: number; label?: string; content?: string; component?: { type: number; options?: unknown[] } };

function partsOf(form: Parameters<typeof modalOf>[0], settings: Record<string, unknown>): Part[] {
  return modalOf(form, "s1", { wording, settings: settingsOf(settings), locale: "en" }).components as Part[];
}

const products = (count: number) => ({
  products: Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Product ${index}` })),
});

describe("A form", () => {
  it("has a menu for every twenty-five products, and names the rest where there is no room", () => {
    const labels = (count: number) => partsOf("resolve", products(count)).map(({ label, content }) => label ?? content);
    expect(labels(25).slice(0, -1)).toEqual(["Product"]);
    expect(labels(40).slice(0, -1)).toEqual(["Product (1–25)", "Product (26–40)"]);
    expect(labels(100)).toHaveLength(5);
    expect(labels(120).slice(-2)[0]).toBe("45 more products: name it with /resolve product.");
    for (const count of [1, 25, 40, 100, 120])
      for (const { component } of partsOf("resolve", products(count)))
        expect(component?.options?.length ?? 1).toBeLessThanOrEqual(25);
  });

  it("asks for what must be chosen at one glance, and for the score with the reason", () => {
    expect(partsOf("decide", products(1))[0]?.component?.type).toBe(21);
    const [reason, score] = partsOf("comment", {});
    expect(reason?.component?.type).toBe(4);
    expect(score).toMatchObject({ label: "Change my answer", component: { type: 21, required: false } });
    expect(score?.component?.options).toHaveLength(10);
    const wide = partsOf("comment", { question: { scale: "0-10" } })[1];
    expect([wide?.component?.type, wide?.component?.options?.length]).toEqual([3, 11]);
  });
});

/** A customer who has given a 9, or what is named. */
async function answered(settings: Record<string, unknown> = {}, score = "9") {
  const talked = await talkedOnDiscord({ settings });
  const { desk, customer, agent, thread } = talked;
  await agent.runs("resolve", { in: thread });
  await desk.pass(5 * MINUTE);
  await desk.pass(2 * SECOND, SECOND);
  const question = customer.sees(thread).at(-1);
  if (question) await customer.clicks(question, score);
  await desk.pass(2 * SECOND, SECOND);
  const thanks = customer.sees(thread).at(-1);
  if (!thanks) throw new Error("There are no thanks");
  return { ...talked, thanks };
}

describe("the form for the reason", () => {
  it("takes the reason alone, or another score with it", async () => {
    const { desk, customer, thanks } = await answered();
    const form = await customer.clicks(thanks, "Tell us why");
    expect(form.modal?.fields).toEqual(["note", "score"]);
    const customId = form.modal?.customId ?? "";
    await customer.submitsModal(customId, { note: "Fast.", score: "6" });
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 6, comment: "Fast." }]);
    const again = await customer.clicks(thanks, "Tell us why");
    await customer.submitsModal(again.modal?.customId ?? "", { note: "Fast, but dear." });
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 6, comment: "Fast, but dear." }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("the form for how to be reached", () => {
  it("is private, and can be taken back with a button", async () => {
    const { desk, customer, agent, thread, thanks } = await answered({}, "2");
    expect(agent.sees(thread).some(({ content }) => content?.includes("sorry"))).toBe(false);
    const form = await customer.clicks(thanks, "How to reach me");
    expect(form.modal?.fields).toEqual(["note"]);
    await customer.submitsModal(form.modal?.customId ?? "", { note: "Here, after five." });
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("case", {})).toMatchObject([{ contactWish: "yes", contactHow: "Here, after five." }]);
    const confirmed = customer.sees(thread).at(-1);
    if (confirmed) await customer.clicks(confirmed, "No need to contact me");
    await desk.settle();
    expect(await desk.store.list("case", {})).toMatchObject([{ contactWish: "no", dueAt: null }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a command's answer", () => {
  it("that is longer than a message goes on in further ones, to the same person alone", async () => {
    const { desk, customer, agent, thread, thanks } = await answered();
    const words = Array.from({ length: 600 }, (_, index) => `word${index}`).join(" ");
    const form = await customer.clicks(thanks, "Tell us why");
    await customer.submitsModal(form.modal?.customId ?? "", { note: words.slice(0, 4_000) });
    await desk.settle();
    const [before, others] = [customer.sees(thread).length, agent.sees(thread).length];
    await customer.runs("feedback data", { in: thread });
    const shown = () => customer.sees(thread).slice(before);
    const allSaid = () =>
      shown()
        .map(({ content }) => content)
        .join(" ");
    await expect.poll(allSaid).toContain(words.slice(0, 4_000));
    expect(agent.sees(thread)).toHaveLength(others);
    expect(desk.discord.complaints).toEqual([]);
  });
});
