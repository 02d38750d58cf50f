import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../world.ts";
import { unhappy } from "../unhappy.ts";
import { openPages, type Pages } from "./pages.ts";

const act = (pages: Pages, name: string, fields: Record<string, string>) =>
  pages.post("/cases/act", { form: String(Math.random()).slice(2), name, page: "list", back: "", ...fields });

const rowsIn = (page: string) => [...page.matchAll(/<li class="case [^"]*" id="case-(\w+)"/g)].map(([, id]) => id);
const rowOf = (page: string, id: string) => page.split(`id="case-${id}"`)[1]?.split("</li>")[0] ?? "";

describe("the list of cases", () => {
  it("has the late ones first, says in words by when and whose, and is narrowed by its address", async () => {
    const pages = openPages();
    const late = await unhappy(pages.world, "Late", { comment: "It <b>never</b> came.", product: "billing", score: 2 });
    await pages.world.pass(5 * DAY, HOUR);
    const fresh = await unhappy(pages.world, "Fresh");
    await act(pages, "Lime", { do: `case-claim ${fresh}` });
    const page = await pages.read("/cases?name=Lime");
    expect(rowsIn(page)).toEqual([late, fresh]);
    expect(page).toMatch(/2 cases are open: 1 late, 1 without an owner\./);
    expect(rowOf(page, late)).toMatch(
      /2<\/span>[\s\S]*It &lt;b&gt;never&lt;\/b&gt; came\.[\s\S]*\d days? late[\s\S]*Billing[\s\S]*nobody yet/,
    );
    expect(rowOf(page, fresh)).toMatch(/due (?:today|tomorrow|\d+ \w+)[\s\S]*<bdi>Lime<\/bdi>[\s\S]*taken/);
    const shown = async (query: string) => rowsIn(await pages.read(`/cases?name=Lime&${query}`));
    expect(await shown("list=late")).toEqual([late]);
    expect(await shown("list=mine")).toEqual([fresh]);
    expect(await shown("list=nobody")).toEqual([late]);
    expect(await shown("list=closed")).toEqual([]);
    expect(await shown("product=billing")).toEqual([late]);
    expect(await shown("score=2")).toEqual([late]);
    expect(await shown("owner=web:agent:lime")).toEqual([fresh]);
    expect(await shown("week=2026-W47&list=all")).toEqual([late, fresh]);
    expect(await shown("week=2026-W48&list=all")).toEqual([]);
    expect(await shown("list=nonsense&score=x&week=2026-W99")).toEqual([late, fresh]);
  });

  it("is read page by page by the address, and counts without its rows", async () => {
    const pages = openPages();
    const ids: string[] = [];
    for (let number = 0; number < 23; number += 1) ids.push(await unhappy(pages.world, `N${number}`));
    const first = await pages.read("/cases?name=Lime");
    expect(rowsIn(first)).toEqual(ids.slice(0, 20));
    expect(first).toMatch(/id="list-open"[^>]*>Open <b>23<\/b>/);
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await pages.read(next);
    expect(rowsIn(second)).toEqual(ids.slice(20));
    expect(second).not.toContain('rel="next"');
    expect(Buffer.byteLength(first)).toBeLessThan(50_000);
  });

  it("offers what applies and nothing else, by plain forms that lead back to the list as it was", async () => {
    const pages = openPages();
    const id = await unhappy(pages.world, "One");
    const offered = async () =>
      [...rowOf(await pages.read("/cases?name=Lime&list=all"), id).matchAll(/value="(case-\w+) /g)].map(
        ([, name]) => name,
      );
    expect(await offered()).toEqual(["case-claim", "case-contact", "case-resolve", "case-assign", "case-more"]);
    const claimed = await act(pages, "Lime", { do: `case-claim ${id}`, back: "list=nobody&product=billing" });
    expect([claimed.status, claimed.headers.get("location")]).toEqual([
      303,
      "/cases?list=nobody&product=billing&name=Lime",
    ]);
    expect(await offered()).toEqual(["case-contact", "case-resolve", "case-assign", "case-more"]);
    const form = await pages.read(`/cases?name=Lime&do=case-assign+${id}`);
    expect(form).toContain('<option value="web:agent:lime">Lime</option>');
    expect(form).not.toContain('<option value="web:agent:ash">');
    await act(pages, "Lime", { act: "case-assign", subject: id, person: "Birch", note: "You know them." });
    await act(pages, "Lime", { do: `case-contact ${id}` });
    await act(pages, "Lime", {
      act: "case-resolve",
      subject: id,
      outcome: "fixed",
      cause: "fault",
      note: "Sent again.",
    });
    expect(await offered()).toEqual(["case-reopen", "case-more"]);
    const more = await pages.read(`/cases?name=Lime&list=all&do=case-more+${id}`);
    expect(
      [...more.matchAll(/<option value="(\w[\w-]*)"[^>]*>/g)]
        .map(([, value]) => value)
        .filter((value) => ["note", "wait", "escalate", "release", "close", "take-back"].includes(value ?? "")),
    ).toEqual(["note", "take-back"]);
    await act(pages, "Lime", { do: `case-reopen ${id}` });
    expect((await pages.world.store.get("case", id))?.state).toBe("claimed");
  });

  it("tells whoever comes second, beside the row, and keeps what was typed where it can be kept as a note", async () => {
    const pages = openPages();
    const id = await unhappy(pages.world, "One");
    await act(pages, "Birch", { do: `case-claim ${id}` });
    const second = await act(pages, "Lime", { do: `case-claim ${id}` });
    expect(second.status).toBe(422);
    expect(rowOf(await second.text(), id)).toContain("Somebody is looking after this case already.");
    const unsaid = await act(pages, "Lime", { act: "case-resolve", subject: id, note: " ", cause: "slow" });
    expect(rowOf(await unsaid.text(), id)).toMatch(/Please say in a few words[\s\S]*<option value="slow" selected>/);
    await act(pages, "Birch", { act: "case-resolve", subject: id, note: "Done." });
    const late = await act(pages, "Lime", { act: "case-resolve", subject: id, note: "I phoned <them>." });
    const row = rowOf(await late.text(), id);
    expect(row).toMatch(/This case is closed already[\s\S]*I phoned &lt;them&gt;\.[\s\S]*name="keep" value="note"/);
    expect(row).toContain("It’s no longer on this list.");
    await act(pages, "Lime", { act: "case-resolve", subject: id, note: "I phoned <them>.", keep: "note" });
    const steps = await pages.world.store.list("step", { where: { caseId: id }, orderBy: "number" });
    expect(steps.map(({ act: what, note }) => [what, note])).toEqual([
      ["claim", null],
      ["resolve", "Done."],
      ["note", "I phoned <them>."],
    ]);
  });

  it("acts once however often a form is sent, and for nobody without a name", async () => {
    const pages = openPages();
    const id = await unhappy(pages.world, "One");
    const sent = { form: "the-same", act: "case-more", step: "note", subject: id, note: "Once." };
    await act(pages, "Lime", sent);
    await act(pages, "Lime", sent);
    expect(await pages.world.store.list("step", { where: { caseId: id } })).toHaveLength(1);
    expect(await pages.read("/cases")).not.toMatch(/value="case-claim|id="act"/);
    await pages.post("/cases/act", { do: `case-claim ${id}` });
    expect((await pages.world.store.get("case", id))?.state).toBe("new");
  });
});

describe("scores of one's own help", () => {
  it("stay from whoever was rated, in the list, by its filters and on the page of the case", async () => {
    const pages = openPages();
    const [mine, other] = [
      await unhappy(pages.world, "Mine", { score: 4 }),
      await unhappy(pages.world, "Other", {
        score: 4,
        helper: { address: "web:agent:birch", role: "agent", name: "Birch" },
      }),
    ];
    const list = await pages.read("/cases?name=Ash");
    expect(rowOf(list, mine)).toContain("score not shown");
    expect(rowOf(list, other)).toMatch(/is-detractor"><span class="unseen">Score <\/span>4</);
    expect(rowOf(list, mine)).not.toMatch(/value="case-(?:claim|contact|resolve)/);
    expect(rowsIn(await pages.read("/cases?name=Ash&score=4"))).toEqual([other]);
    expect(rowsIn(await pages.read("/cases?score=4"))).toEqual([mine, other]);
    for (const reader of ["", "name=Ash"]) {
      const page = await pages.read(`/cases/${mine}?${reader}`);
      expect(page).toContain("Customer Mine was unhappy with us.");
      expect(page).not.toMatch(/4\/10|4 out of 10|<\/span>4</);
    }
    expect(await pages.read(`/cases/${mine}?name=Lime`)).toContain("Customer Mine gave 4 out of 10.");
  });

  it("are theirs to see where the desk says so", async () => {
    const pages = openPages({ recovery: { agentsSeeOwnScores: true } });
    const mine = await unhappy(pages.world, "Mine", { score: 4 });
    expect(rowOf(await pages.read("/cases?name=Ash"), mine)).toMatch(/<\/span>4</);
  });
});

describe("the page of a case", () => {
  it("has its history, the conversation with its pauses, earlier answers, the ways on, and links to everything it is about", async () => {
    const pages = openPages();
    const first = await unhappy(pages.world, "One", { score: 5 });
    const { customerId } = (await pages.world.store.get("case", first)) ?? { customerId: "" };
    await pages.world.pass(DAY, HOUR);
    const id = await unhappy(pages.world, "One", { score: 2, comment: "Again.", product: "billing" });
    await act(pages, "Lime", { act: "case-more", step: "note", subject: id, note: "I know why.", page: "case" });
    const { interactionId } = (await pages.world.store.get("case", id)) ?? { interactionId: "" };
    const page = await pages.read(`/cases/${id}?name=Lime&list=late`);
    expect(page).toMatch(/Customer One gave 2 out of 10[\s\S]*<blockquote dir="auto" lang="">Again\./);
    expect(page).toMatch(/Lime added a note\.<\/span> <q dir="auto">I know why\./);
    expect(page).toMatch(/Where is my parcel\?[\s\S]*<p class="pause">5 min later<\/p>[\s\S]*Thank you\./);
    expect(page).toContain("5/10</a>");
    for (const to of [`/conversations/${interactionId}`, `/customers/${customerId}`, "/products/billing"])
      expect(page).toContain(`href="${to}?name=Lime"`);
    expect(page).toContain('rel="up" href="/cases?list=late&amp;name=Lime"');
    const back = await act(pages, "Lime", { act: "case-contact", subject: id, page: "case", back: "list=late" });
    expect(back.headers.get("location")).toBe(`/cases/${id}?list=late&name=Lime`);
    const unsaid = await act(pages, "Lime", { act: "case-resolve", subject: id, page: "case", note: "" });
    expect([unsaid.status, (await unsaid.text()).includes('id="reason-case-resolve" open')]).toEqual([422, true]);
    expect((await pages.get("/cases/no-such-case?name=Lime")).status).toBe(404);
  });

  it("speaks the desk's language throughout", async () => {
    const pages = openPages({ desk: { brand: "Acme", zone: "Europe/Berlin", locale: "de" } });
    const id = await unhappy(pages.world, "Eins", { product: "billing" });
    for (const path of ["/cases?name=Lime", `/cases/${id}?name=Lime`, "/team?name=Lime", "/team/enhance?name=Lime"]) {
      const text = (await pages.read(path)).split("<main")[1]?.replace(/<[^>]+>/g, " ") ?? "";
      expect([path, text.match(/\b(?:the|and|Open|Case|Your|late|due|with)\b/g)]).toEqual([path, null]);
      expect(text).toMatch(/\b(?:Fall|Fälle|fällig|Nichts|wartet|anders)\b/);
    }
  });
});

describe("the feed", () => {
  it("begins with what waits, offers no act that no longer applies, folds what is closed, and goes back page by page", async () => {
    const pages = openPages();
    const [open, closed] = [await unhappy(pages.world, "Open"), await unhappy(pages.world, "Closed")];
    await act(pages, "Lime", { do: `case-claim ${open}` });
    await act(pages, "Lime", { act: "case-resolve", subject: closed, note: "Done." });
    await pages.world.settle();
    const page = await pages.read("/team?name=Lime");
    const [before = "", after = ""] = page.split('id="rest-title"');
    expect(before).toContain(`id="post-case-${open}"`);
    expect(before).not.toContain("case-claim");
    expect(before).toContain(`href="/cases/${open}?name=Lime"`);
    expect(after).toMatch(
      new RegExp(`is-over" id="post-case-${closed}"[\\s\\S]*<details id="over-case-${closed}"><summary`),
    );
    expect(after.split(`id="post-case-${closed}"`)[1]).not.toMatch(/value="case-(?:claim|contact|resolve|assign)"/);
    expect(page.match(new RegExp(`id="post-case-${open}"`, "g"))).toHaveLength(1);
    for (let number = 0; number < 22; number += 1) await unhappy(pages.world, `N${number}`);
    const first = await pages.read("/team?name=Lime");
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await pages.read(older)).toContain(`id="post-case-${closed}"`);
  });
});
