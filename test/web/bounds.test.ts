import { describe, expect, it } from "vitest";
import { BOUNDS } from "../../src/interaction/bounds.ts";
import { expectProblem, withTalk } from "./api/help-desk.ts";
import { openDesk } from "./open-desk.ts";

const long = (most: number) => `${"a".repeat(most)}!`;
const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

describe("a text that is longer than is kept", () => {
  it("is refused by the API, which says how much is", async () => {
    const desk = await withTalk();
    const entry = { author: "customer", text: long(BOUNDS.message) };
    const problem = await expectProblem(await desk.call("/interactions/T-1/entries", entry), 422, "at most 64000");
    expect(problem.errors).toMatchObject([{ field: "text" }]);
    const { id } = await desk.world.asked();
    const answer = { score: 3, comment: long(BOUNDS.comment) };
    const answered = await desk.call(`/surveys/${id}/response`, answer, { method: "PUT" });
    await expectProblem(answered, 422, "at most 20000");
    expect(await desk.world.store.list("response", {})).toEqual([]);
  });

  it("is refused by the customer's chat, where it stands still, in the customer's language", async () => {
    const desk = await openDesk();
    const fields = { me: "customer-1", chat: "chat-1", text: long(BOUNDS.comment) };
    const page = await desk.sit("/customer/message", { ...form(fields), headers: { "Accept-Language": "de" } });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain("kürzen Sie es auf 20.000 Zeichen");
    expect(text).toContain(fields.text);
    expect(await desk.world.store.list("entry", {})).toEqual([]);
  });

  it("is refused by the survey's page, where it stands still", async () => {
    const desk = await openDesk();
    const { token } = await desk.world.asked();
    const fields = { score: "3", comment: long(BOUNDS.comment) };
    const page = await desk.ask(`/survey/${token}`, { ...form(fields), headers: { Origin: desk.origin } });
    expect(page.status).toBe(422);
    expect(await page.text()).toContain(fields.comment);
    expect(await desk.world.store.list("response", {})).toEqual([]);
  });

  it.each(["/agent/reply", "/team/act", "/digest/decide"])(
    "is refused at %s with a page that says so",
    async (path) => {
      const desk = await openDesk();
      const page = await desk.sit(path, form({ name: "Ash", text: long(BOUNDS.comment) }));
      expect(page.status).toBe(422);
      expect(await page.text()).toContain("A text may have 20,000 characters");
    },
  );
});
