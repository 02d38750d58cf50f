import { describe, expect, it } from "vitest";
import type { Settings } from "../../../src/settings.ts";
import { mixed, tell } from "../../shadowing/talks.ts";
import { agent, createWorld, customer, DAY, settingsOf } from "../../world.ts";
import { type OpenDesk, openDesk } from "../open-desk.ts";

const NAME = "name=Elm";

/** A desk with conversations to sit down with, whose customers gave these scores, or said nothing. */
async function deskWith(scores: readonly (number | null)[], settings: Settings = settingsOf()): Promise<OpenDesk> {
  const world = createWorld({ settings });
  const all = mixed(scores.length, world.now() - DAY).map((told, index) => ({ ...told, score: scores[index] ?? null }));
  await tell(world, all);
  return openDesk({ from: world, settings });
}

const post = (desk: OpenDesk, path: string, fields: Record<string, string> = {}) =>
  desk.sit(path, { method: "POST", body: new URLSearchParams({ name: "Elm", ...fields }) });
const read = async (desk: OpenDesk, path: string) => (await desk.sit(path)).text();

/** Sits down and gives the address of the first conversation. */
async function begun(desk: OpenDesk, fields: Record<string, string> = {}): Promise<string> {
  const answer = await post(desk, "/executive/sit", fields);
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

const bare = (page: string) => page.replace(/value="[^"]{16,}"|0000\d+|secret-\d+|t\d\b/g, "*");

describe("the executive's seat", () => {
  it("asks for a name with the desk's key, and then leads through a whole sitting", async () => {
    const desk = await deskWith([3, null, 10, 8]);
    expect(await read(desk, "/executive")).toContain('id="name-form"');
    expect(await read(desk, `/executive?${NAME}`)).toContain("Sit down now");
    let path = await begun(desk);
    expect(path).toMatch(/^\/sitting\/\w+\?name=Elm$/);
    expect(await read(desk, `/executive?${NAME}`)).toContain("3 conversations wait for you.");
    for (const number of [1, 2, 3]) {
      const page = await read(desk, path);
      expect(page).toContain(`Conversation ${number} of 3`);
      expect(page).toContain("First answer of a person after 4 min.");
      expect(page).toContain("4 min later");
      const bareword = path.replace(/\?.*/, "");
      expect((await post(desk, `${bareword}/guess`, { guess: "12" })).status).toBe(422);
      expect((await post(desk, `${bareword}/guess`, { guess: "4" })).status).toBe(303);
      const revealed = await read(desk, path);
      expect(revealed).toContain("You guessed 4.");
      const lesson = {
        surprised: "How long it took.",
        toFix: `Fix ${number}.`,
        owner: "web:agent:ash",
        dueOn: "2026-12-24",
      };
      expect((await post(desk, `${bareword}/lesson`, { surprised: "", toFix: "" })).status).toBe(422);
      expect((await post(desk, `${bareword}/lesson`, lesson)).status).toBe(303);
      const done = await read(desk, path);
      expect(done).toContain("How long it took.");
      path = /id="next-sitting" href="([^"]+)"/.exec(done)?.[1] ?? "";
      expect(path === "").toBe(number === 3);
      if (number === 3) expect(done).toContain("That was the last one.");
    }
    const seat = await read(desk, `/executive?${NAME}`);
    expect(seat).toMatch(/On average [\d.]+ points off, over 2 guesses\./);
    expect(seat.match(/class="lesson"/g)).toHaveLength(3);
    const [lesson] = await desk.world.store.list("lesson", { orderBy: "at" });
    expect(lesson).toMatchObject({ ownerAddress: "web:agent:ash", dueOn: "2026-12-24" });
    await post(desk, "/executive/lesson", { subject: lesson?.id ?? "" });
    expect((await read(desk, `/executive?${NAME}`)).match(/class="lesson"/g)).toHaveLength(2);
  });

  it("shows nothing before the guess that differs by the score", async () => {
    const pages = [];
    for (const score of [1, 6, 10, null]) {
      const desk = await deskWith([score]);
      const path = await begun(desk, { count: "5" });
      pages.push(bare(await read(desk, path)).replaceAll(desk.origin, ""));
      await post(desk, `${path.replace(/\?.*/, "")}/guess`, { guess: "5" });
      expect(bare(await read(desk, path))).not.toBe(pages.at(-1));
    }
    expect(new Set(pages).size).toBe(1);
  });

  it("marks a sitting by choice as one, and says where there is none such", async () => {
    const desk = await deskWith([3, null, 10, 8], settingsOf({ products: [{ id: "app", name: "Mobile app" }] }));
    const path = await begun(desk, { band: "promoter", product: "app" });
    expect(await read(desk, path)).toContain("Filtered: Mobile app, 9 or 10. This is not a mixed draw.");
    const none = await post(desk, "/executive/sit", { band: "passive", product: "app" });
    expect([none.status, (await none.text()).includes("There is no such conversation left")]).toEqual([422, true]);
  });

  it("gives a sitting to nobody else, and tells the audit log of it", async () => {
    const desk = await deskWith([3, null, 10]);
    const path = (await begun(desk)).replace(/\?.*/, "");
    const other = await desk.sit(`${path}?name=Fir`);
    expect([other.status, (await other.text()).includes("for someone else")]).toEqual([403, true]);
    const [audit] = await desk.world.store.list("audit", { where: { act: "read-denied" } });
    expect(audit).toMatchObject({ byAddress: "web:agent:fir", via: "page" });
    expect((await desk.sit("/sitting/unknown?name=Elm")).status).toBe(404);
  });

  it("keeps a standing appointment", async () => {
    const desk = await deskWith([]);
    await post(desk, "/executive/shift", { day: "Thu", time: "08:30", count: "2" });
    const page = await read(desk, `/executive?${NAME}`);
    expect(page).toContain("Thursday, 08:30: 2 conversations.");
    const [shift] = await desk.world.store.list("shift", {});
    await post(desk, "/executive/shift/end", { subject: shift?.id ?? "" });
    expect(await read(desk, `/executive?${NAME}`)).toContain("None yet.");
  });

  it("lets them wait as customers do where the desk allows it", async () => {
    const off = await deskWith([]);
    expect(await read(off, `/executive?${NAME}`)).not.toContain("Wait as customers do");
    const desk = await deskWith([], settingsOf({ shadowing: { waitingRoom: true } }));
    expect(await read(desk, `/executive?${NAME}`)).toContain("Wait as customers do");
    const led = await post(desk, "/executive/waiting-room");
    expect(led.headers.get("location")).toMatch(/^\/customer\?me=\w+&chat=\w+$/);
    expect(await desk.world.store.list("interaction", {})).toMatchObject([{ isTest: true }]);
  });

  it("speaks the desk's language", async () => {
    const desk = await deskWith([3], settingsOf({ desk: { locale: "de" } }));
    const page = await read(desk, await begun(desk));
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Gespräch 1 von");
    expect(await read(desk, `/executive?${NAME}`)).toContain("Der Platz der Geschäftsführung");
  });
});

describe("listening", () => {
  it("follows one conversation without names, takes notes, and ends with it", async () => {
    const desk = await deskWith([]);
    const chat = "web:chat:open";
    await desk.world.writes({ ...customer, name: "Sam Sample" }, "My invoice is wrong, says Sam Sample.", chat);
    await desk.world.writes(agent, "I am looking.", chat);
    const seat = await read(desk, `/executive?${NAME}`);
    expect(seat).not.toMatch(/Sam|invoice/);
    const { id: subject } = await desk.world.interaction(chat);
    const led = (await post(desk, "/executive/live", { subject })).headers.get("location") ?? "";
    expect(led).toMatch(/^\/live\/\w+\?name=Elm$/);
    const page = await read(desk, led);
    expect(page).toContain("My invoice is wrong, says [name].");
    expect(page).not.toContain("Sam Sample");
    const bare = led.replace(/\?.*/, "");
    expect(page).toContain(`data-feed="${bare}/news"`);
    const leaving = new AbortController();
    const news = await desk.sit(`${bare}/news`, { signal: leaving.signal });
    const reader = (news.body ?? new ReadableStream()).getReader();
    await reader.read();
    await desk.world.writes(agent, "Elsewhere.", "web:chat:other");
    await desk.world.writes(agent, "It is corrected.", chat);
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('{"topics":["conversation"]}');
    leaving.abort();
    await post(desk, `${bare}/note`, { note: "Thank them." });
    expect(await read(desk, led)).toContain("Thank them.");
    expect((await desk.sit(`${bare}?name=Fir`)).status).toBe(404);
    await post(desk, `${bare}/leave`);
    const over = await read(desk, led);
    expect(over).toContain("It is over, or you have left it.");
    expect(over).not.toContain("invoice");
  });
});
