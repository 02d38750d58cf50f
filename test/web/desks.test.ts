import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openPages } from "./pages/pages.ts";
import {
  askedTalk,
  BASES,
  json,
  queuedId,
  SIDES,
  type Side,
  startTwoDesks,
  type TwoDesks,
  WORDS,
} from "./two-desks.ts";

let program: TwoDesks;
beforeAll(async () => {
  program = await startTwoDesks();
}, 90_000);
afterAll(() => program?.stop());

/** What a page points at outside the switch between desks: links, forms and the feed. */
function addressesIn(page: string): string[] {
  const outside = page.replace(/<nav class="desks"[\s\S]*?<\/nav>/, "");
  const found = [...outside.matchAll(/ (?:href|action|data-feed|src)="([^"]*)"/g)].map(([, address = ""]) => address);
  return found.map((address) => address.replaceAll("&amp;", "&"));
}

/** Those of the addresses that can be read: not what a form is only sent to. */
function readable(page: string, addresses: readonly string[]): string[] {
  const posts = [
    ...page.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"|<form[^>]*action="([^"]*)"[^>]*method="post"/g),
  ];
  const sent = new Set(posts.map(([, one = "", other = ""]) => (one || other).replaceAll("&amp;", "&")));
  return addresses.filter(
    (address) => !sent.has(address) || page.includes(`href="${address.replaceAll("&", "&amp;")}"`),
  );
}

/** What in an address says which page it is; the rest of it only chooses among what stands there. */
const WHICH = ["name", "me", "chat", "conversation"];

/** Reads every page that can be reached from these, by address. */
async function crawl(from: readonly string[]): Promise<Map<string, { page: string; addresses: string[] }>> {
  const seen = new Map<string, { page: string; addresses: string[] }>();
  const kinds = new Set<string>();
  const ahead = [...from];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const path = next.split("#")[0] ?? "";
    const { pathname, searchParams } = new URL(path, "http://desk.test");
    // Filters lead to filters without end: of each page one by each filter is read.
    const filters = [...searchParams.keys()].filter((key) => !WHICH.includes(key)).toSorted();
    const kind = [pathname, ...WHICH.map((key) => searchParams.get(key)), ...filters].join(" ");
    if (path === "" || filters.length > 1 || kinds.has(kind) || /^\/public\/|\/live$/.test(path)) continue;
    kinds.add(kind);
    const answer = await program.sit(path);
    const page = answer.status === 302 ? "" : await answer.text();
    const addresses = page === "" ? [answer.headers.get("location") ?? ""] : addressesIn(page);
    if (page !== "") expect([path, answer.status]).toEqual([path, 200]);
    seen.set(path, { page, addresses });
    // A new chat is another page each time, and would lead on for ever.
    ahead.push(...readable(page, addresses).filter((address) => !/[?&]chat=(?!chat-1)/.test(address)));
  }
  return seen;
}

const startsOf = (base: string) => [
  ...[base || "/", `${base}/agent?name=Ash`, `${base}/team?name=Ash`, `${base}/digest?name=Ash`],
  `${base}/customer?me=seat-1&chat=chat-1`,
];

describe("The pages of two desks", () => {
  it("lead nowhere but to the same desk, the second's under its own address", async () => {
    const pages = await crawl(startsOf("/desks/b"));
    const strays = [...pages].flatMap(([path, { addresses }]) =>
      addresses
        .filter((address) => !/^(\/desks\/b(?=$|[/?#])|\/public\/|#)/.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(strays).toEqual([]);
    const all = [...pages.values()].flatMap(({ addresses }) => addresses);
    for (const form of [
      "customer/message",
      "customer/act",
      "agent/reply",
      "agent/resolve",
      "agent/reopen",
      "agent/cord",
      "team/act",
      "products/b-app",
    ]) {
      expect(all).toContain(`/desks/b/${form}`);
    }
    expect(all).toContain("/desks/b/live");
    expect(pages.size).toBeGreaterThan(15);
  }, 60_000);

  it.each([
    ["a", "b"],
    ["b", "a"],
  ] as const)(
    "show at %s nothing of %s",
    async (side, other) => {
      const pages = await crawl(startsOf(BASES[side]));
      const text = [...pages.values()].map(({ page }) => page).join("\n");
      expect(text).toContain(WORDS[side]);
      expect(text).not.toContain(WORDS[other]);
    },
    60_000,
  );

  it("are the first desk's at the root and under its own address alike", async () => {
    const text = async (path: string) =>
      (await (await program.sit(path)).text()).replace(/<time.*?<\/time>| data-opening="[^"]*"/g, "");
    expect(await text("/desks/a/team")).toBe(await text("/team"));
    expect((await program.sit("/desks/b/")).headers.get("location")).toBe("/desks/b");
  });

  it("are not there for a desk that is not there, and closed without the key", async () => {
    const nowhere = await program.sit("/desks/c/team");
    expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining("Nothing here")]);
    expect((await program.ask("/desks/b/team")).status).toBe(401);
    const opened = await program.ask("/desks/b/team?key=desk-key-of-the-test");
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/desks/b/team"]);
  });

  it("have a switch that stays at the seat, and say in the lobby whose it is", async () => {
    const page = await (await program.sit("/desks/b/team?name=Ash")).text();
    const [links] = /<nav class="desks" aria-label="Desks">[\s\S]*?<\/nav>/.exec(page) ?? [""];
    expect(links).toMatch(/href="\/team\?name=Ash"[^>]*><bdi>First Support/);
    expect(links).toMatch(/href="\/desks\/b\/team\?name=Ash"[^>]* aria-current="true"><bdi>Second Support/);
    expect(await (await program.sit("/desks/b")).text()).toContain("Four seats to try it from, at Second Support");
    expect(await openPages().read("/")).not.toMatch(/class="desks"|try it from, at/);
  });

  it("carry out at their own desk what is asked of them there", async () => {
    const back = (answer: Response) => answer.headers.get("location");
    const said = { me: "seat-3", chat: "chat-3", name: "Chatter Three", text: "Anybody?" };
    expect(back(await program.sit("/desks/b/customer/message", said))).toBe(
      "/desks/b/customer?me=seat-3&chat=chat-3#latest",
    );
    const conversation = await queuedId(program, "b", "Chatter Three");
    const reply = { name: "Ash", conversation, text: "I am on it." };
    const here = `/desks/b/agent?conversation=${conversation}&name=Ash#latest`;
    expect(back(await program.sit("/desks/b/agent/reply", reply))).toBe(here);
    expect(back(await program.sit("/agent/reply", reply))).toBe("/agent?name=Ash");
    expect(back(await program.sit("/desks/b/agent/resolve", { name: "Ash", conversation }))).toBe(here);
    const decision = { name: "Ash", week: "2026-W40", product: "b-app", verdict: "keep", sentence: "It is liked." };
    expect(back(await program.sit("/desks/b/digest/decide", decision))).toBe(
      "/desks/b/digest/2026-W40?name=Ash#board-b-app",
    );
    expect(back(await program.sit("/desks/b/customer"))).toMatch(/^\/desks\/b\/customer\?me=/);
  });
});

describe("The live feed of two desks", () => {
  it("tells the pages of a desk of what was saved there, and no others", async () => {
    const leaving = new AbortController();
    const heard: Record<Side, string> = { a: "", b: "" };
    const listen = async (side: Side) => {
      const headers = { Cookie: `emptychair-${new URL(program.origin).port}=desk-key-of-the-test` };
      const { body } = await program.ask(`${BASES[side]}/live`, { headers, signal: leaving.signal });
      const hear = async () => {
        for await (const piece of body ?? []) heard[side] += new TextDecoder().decode(piece);
      };
      hear().catch(() => {});
    };
    await Promise.all(SIDES.map(listen));
    await program.sit("/desks/b/customer/message", { me: "seat-2", chat: "chat-2", text: "Anybody?" });
    await vi.waitFor(() => expect(heard.b).toContain("queue"), { timeout: 60_000, interval: 20 });
    expect(heard.a).not.toContain("topics");
    leaving.abort();
  });
});

describe("A survey's link", () => {
  it.each([
    ["a", "Alpha"],
    ["b", "Beta"],
  ] as const)(
    "finds desk %s and asks in its brand",
    async (side, brand) => {
      const { pathname } = new URL(program.surveys[side].url);
      expect(pathname).toMatch(/^\/survey\/[^/]+$/);
      const page = await (await program.ask(pathname)).text();
      expect(page).toContain(`The app is slow, ${WORDS[side]}.`);
      const fields = { choice: "answer", score: "3", comment: `Slower still, ${WORDS[side]}.` };
      const sent = { method: "POST", headers: { Origin: program.origin }, body: new URLSearchParams(fields) };
      expect((await program.ask(pathname, sent)).headers.get("location")).toBe(pathname);
      expect(await json(program.call(`/desks/${side}/interactions/T-1`))).toMatchObject({
        response: { score: 3, comment: `Slower still, ${WORDS[side]}.` },
      });
      const open = new URL((await askedTalk(program, side, "T-2")).url).pathname;
      expect(await (await program.ask(open)).text()).toContain(`recommend ${brand} to other people`);
    },
    30_000,
  );

  it("that is nobody's says so", async () => {
    expect((await program.ask("/survey/nobodys")).status).toBe(404);
  });
});

it("A start with two desks warns of nothing", () => {
  expect(program.warnings).toEqual([]);
});
