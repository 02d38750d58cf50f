import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createBudget } from "../../adapters/web/budget.ts";
import { createLimits } from "../../adapters/web/public-chat/limits.ts";
import { MINUTE, SECOND, settingsOf } from "../world.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "./open-desk.ts";

const SITE = "https://www.shop.example";
const SECRET = "a-secret-of-the-site-of-the-test";
const agent = { address: "web:agent:ash", role: "agent", name: "Ash" } as const;

function chatDesk(chat: Record<string, unknown> = {}, more: DeskOptions = {}): Promise<OpenDesk> {
  const ask = { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" };
  const settings = settingsOf({ ask, chat: { public: true, sites: [SITE], ...chat } });
  return openDesk({ settings, widgetSecrets: [SECRET], ...more });
}

/** A browser that keeps its cookie, and sends forms from the page of the chat. */
function browserAt(desk: OpenDesk, headers: Record<string, string> = {}) {
  let cookie = "";
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await desk.ask(path, { ...init, headers: { Cookie: cookie, Origin: desk.origin, ...headers } });
    const set = answer.headers.get("set-cookie");
    if (set) cookie = set.split(";")[0] ?? "";
    return answer;
  };
  const post = (path: string, fields: Record<string, string>) =>
    ask(path, { method: "POST", body: new URLSearchParams(fields) });
  const read = async (path = "/chat") => (await ask(path)).text();
  return {
    ask,
    post,
    read,
    cookie: () => cookie,
    writes: async (text: string, more: Record<string, string> = {}) => {
      const chat = /name="chat" value="([^"]+)"/.exec(await read())?.[1] ?? "";
      return post("/chat/message", { chat, text, form: `form-${Math.random()}`, ...more });
    },
  };
}

const conversations = async ({ world }: OpenDesk) =>
  (await world.store.list("interaction", {})).map(({ conversation }) => conversation);

describe("the customers' door", () => {
  it("is shut until it is opened in the settings, kindly and without a way to the desk", async () => {
    const desk = await openDesk();
    for (const path of ["/chat", "/chat/live", "/desks/default/chat"]) {
      const answer = await desk.ask(path);
      expect(answer.status).toBe(404);
      const text = await answer.text();
      expect(text).toContain("isn’t open at the moment");
      expect(text).not.toMatch(/href="\/"|Empty Chair/);
    }
    const sent = await desk.ask("/chat/message", {
      method: "POST",
      headers: { Origin: desk.origin },
      body: "text=Hello",
    });
    expect(sent.status).toBe(404);
    expect((await desk.ask("/widget/words", { headers: { Origin: SITE } })).status).toBe(403);
    expect(await conversations(desk)).toEqual([]);
  });

  it("knows a browser by a cookie of its own, of which only a hash is kept, and opens nothing else by it", async () => {
    const desk = await chatDesk();
    const answer = await desk.ask("/chat");
    const set = answer.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/^emptychair-\d+-chat-default=[\w-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    const browser = browserAt(desk);
    expect((await browser.writes("Where is my parcel?")).headers.get("location")).toBe("/chat#latest");
    expect(await browser.read()).toContain("Where is my parcel?");
    const [identity] = await desk.world.store.list("identity", {});
    expect(identity?.id).toMatch(/^web:customer:[0-9a-f]{64}$/);
    expect(JSON.stringify(await desk.world.store.list("customer", {}))).not.toContain(browser.cookie().split("=")[1]);
    for (const path of ["/", "/agent", "/customer", "/team", "/digest", "/live"])
      expect((await browser.ask(path)).status).toBe(401);
  });

  it("shows nobody another's chat, whatever id they name, and takes their words as their own", async () => {
    const desk = await chatDesk();
    const [one, two] = [browserAt(desk), browserAt(desk)];
    await one.writes("The secret of one.");
    const [theirs = ""] = await conversations(desk);
    const chat = theirs.slice("web:chat:".length);
    await two.writes("Of two.", { chat });
    expect(await conversations(desk)).toHaveLength(2);
    await two.post("/chat/message", { chat, text: "Once more.", form: "f" });
    expect(await two.read(`/chat?chat=${chat}&me=x`)).not.toContain("The secret of one.");
    expect(await one.read()).not.toMatch(/Of two|Once more/);
    const entries = await desk.world.store.list("entry", { orderBy: "position" });
    const own = (await desk.world.interaction(theirs)).id;
    expect(entries.filter(({ interactionId }) => interactionId === own).map(({ text }) => text)).toEqual([
      "The secret of one.",
    ]);
  });

  it("asks and takes the answer, of whom was asked alone", async () => {
    const desk = await chatDesk();
    const [browser, other] = [browserAt(desk), browserAt(desk)];
    await browser.writes("Where is my parcel?");
    const [where = ""] = await conversations(desk);
    await desk.world.writes(agent, "It comes tomorrow.", where);
    await desk.world.resolves(agent, { where });
    await desk.world.pass(SECOND, SECOND);
    const page = await browser.read();
    expect(page).toContain("1 = not at all likely</span> <span>10 = extremely likely");
    expect(page).not.toContain("marked as solved");
    const { id: subject } = await desk.world.survey();
    const act = { act: "score", subject, chat: where.slice("web:chat:".length), score: "9", form: "f" };
    await other.read();
    await other.post("/chat/act", act);
    await other.post("/chat/act", { ...act, act: "case-claim" });
    expect(await desk.world.store.list("response", {})).toEqual([]);
    await browser.post("/chat/act", act);
    expect(await desk.world.store.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(await browser.read()).toContain("9 out of 10");
  });

  it("refuses forms of other sites, and says so where a browser keeps no cookie", async () => {
    const desk = await chatDesk();
    for (const headers of [{ Origin: "https://evil.example" }, { "Sec-Fetch-Site": "cross-site" }, {}])
      expect((await desk.ask("/chat/message", { method: "POST", headers, body: "text=Hi" })).status).toBe(403);
    const headers = { Origin: desk.origin, "Content-Type": "application/x-www-form-urlencoded" };
    const bare = await desk.ask("/chat/message", { method: "POST", headers, body: "text=Hello+there" });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toMatch(/Hello there<\/textarea>[\s\S]*didn’t keep this chat’s cookie/);
    expect(await conversations(desk)).toEqual([]);
  });

  it("lets one write so often a minute, and keeps the words of whoever writes more", async () => {
    const desk = await chatDesk({ messagesPerMinute: 2 });
    const browser = browserAt(desk);
    for (const text of ["One.", "Two."]) expect((await browser.writes(text)).status).toBe(303);
    const third = await browser.writes("Three.");
    expect([third.status, third.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await third.text()).toMatch(/Three\.<\/textarea>[\s\S]*That was a lot at once/);
    await desk.world.pass(MINUTE);
    expect((await browser.writes("Three.")).status).toBe(303);
  });

  it("counts an address behind the proxy where people come by PUBLIC_URL, and by nobody's word elsewhere", async () => {
    const from = (desk: OpenDesk, address: string) => browserAt(desk, { "X-Forwarded-For": `1.1.1.1, ${address}` });
    const spoken = async (desk: OpenDesk, addresses: readonly string[]) => {
      const codes: number[] = [];
      for (const address of addresses) codes.push((await from(desk, address).writes("Hello")).status);
      return codes;
    };
    const direct = await chatDesk({ perAddressPerMinute: 1 });
    expect(await spoken(direct, ["203.0.113.1", "203.0.113.2"])).toEqual([303, 429]);
    const proxied = await chatDesk({ perAddressPerMinute: 1 }, { publicUrl: "http://desk.example" });
    const seen = await spoken(proxied, ["203.0.113.1", "203.0.113.2", "203.0.113.1", "2001:db8::1", "2001:db8::2:3"]);
    expect(seen).toEqual([303, 303, 429, 303, 429]);
  });

  it("lets so many conversations begin a minute in all, while those that have begun go on", async () => {
    const desk = await chatDesk({ newPerMinute: 1 });
    const [one, two] = [browserAt(desk), browserAt(desk)];
    expect((await one.writes("First.")).status).toBe(303);
    expect((await two.writes("Second.")).status).toBe(429);
    expect((await one.writes("And more.")).status).toBe(303);
    expect(await conversations(desk)).toHaveLength(1);
  });

  it("remembers so many callers and no more", () => {
    const counter = createBudget(3);
    for (const key of ["a", "b", "c", "d"]) expect(counter.take(key, 1, 0)).toBe(0);
    expect(counter.take("d", 1, 10)).toBe(MINUTE - 10);
    expect(counter.take("a", 1, 10)).toBe(0);
    expect(counter.take("d", 1, MINUTE)).toBe(0);
  });

  it("forgets nobody’s address because of the names that come from it", () => {
    const limits = createLimits();
    const chat = { ...settingsOf({}).chat, perAddressPerMinute: 2 };
    const wait = (me: string, caller: string) => limits.waitFor({ me, caller, isNew: false }, chat, 0);
    expect([wait("a", "here"), wait("b", "here")]).toEqual([0, 0]);
    for (let number = 0; number < 10_001; number += 1) wait(`name ${number}`, "here");
    expect([wait("c", "here"), wait("c", "elsewhere")]).toEqual([MINUTE, 0]);
  });

  it("tells of one's own conversation alone, and to so many pages at once", async () => {
    const desk = await chatDesk({ openPages: 1 });
    const [one, two] = [browserAt(desk), browserAt(desk)];
    await one.writes("Mine.");
    const [mine = ""] = await conversations(desk);
    const stop = new AbortController();
    const feed = await one.ask("/chat/live", { signal: stop.signal });
    await two.read();
    expect((await two.ask("/chat/live")).status).toBe(503);
    const reader = feed.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe("retry: 1000\n\n");
    const next = reader?.read();
    await two.writes("Not for one to hear of.");
    await two.read();
    expect(await Promise.race([next, "nothing"])).toBe("nothing");
    await desk.world.writes(agent, "Yours.", mine);
    expect((await next)?.value).toBe('data: {"topics":["conversation"]}\n\n');
    stop.abort();
  });
});

/** A widget on the site, which says who writes. */
function widgetAt(desk: OpenDesk, claim: Record<string, string>, origin = SITE) {
  const authorization = `Bearer ${Buffer.from(JSON.stringify(claim)).toString("base64url")}`;
  const ask = (path: string, init: RequestInit = {}) =>
    desk.ask(path, { ...init, headers: { Origin: origin, Authorization: authorization } });
  return {
    ask,
    chat: async () => (await ask("/widget/chat")).json() as Promise<{ chat: string; items: { text: string }[] }>,
    writes: (text: string, more: Record<string, string> = {}) =>
      ask("/widget/message", {
        method: "POST",
        body: new URLSearchParams({ text, form: `${Math.random()}`, ...more }),
      }),
  };
}

const TOKEN = "t".repeat(40);
const hmac = (text: string) => createHmac("sha256", SECRET).update(text).digest("hex");

describe("the widget", () => {
  it("answers pages of the named sites alone, and never by a cookie", async () => {
    const desk = await chatDesk();
    const asked = { "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization" };
    const preflight = await desk.ask("/widget/message", { method: "OPTIONS", headers: { Origin: SITE, ...asked } });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, SITE]);
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    for (const origin of ["https://evil.example", desk.origin, `${SITE}.evil.example`, "null"]) {
      const answer = await widgetAt(desk, { token: TOKEN }, origin).ask("/widget/chat");
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    }
    expect((await desk.ask("/widget/chat", { headers: { Origin: SITE } })).status).toBe(403);
    const script = await desk.ask("/widget.js");
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect((await script.arrayBuffer()).byteLength).toBeLessThan(20_000);
  });

  it("keeps browsers apart by their token, and takes no weak one", async () => {
    const desk = await chatDesk();
    const [one, two] = [widgetAt(desk, { token: TOKEN }), widgetAt(desk, { token: "u".repeat(40) })];
    await one.writes("Hello from the site.");
    const { chat, items } = await one.chat();
    expect(items.map(({ text }) => text)).toEqual(["Hello from the site."]);
    expect((await two.chat()).items).toEqual([]);
    await two.writes("Into theirs?", { chat });
    expect((await one.chat()).items).toHaveLength(1);
    expect((await widgetAt(desk, { token: "short" }).ask("/widget/chat")).status).toBe(403);
  });

  it("believes the user, name and e-mail that the site signed, and nothing else", async () => {
    const desk = await chatDesk();
    const told = { token: TOKEN, user: "42", name: "Sample One", email: "one@example.org" };
    const whole = [told.user, told.name, told.email].join("\n");
    await widgetAt(desk, { ...told, hash: hmac("42") }).writes("By the id.");
    expect(await desk.world.store.list("customer", {})).toMatchObject([{ name: null, email: null }]);
    await widgetAt(desk, { ...told, hash: hmac(whole) }).writes("By all of it.");
    expect(await desk.world.store.list("customer", {})).toMatchObject([
      { name: "Sample One", email: "one@example.org" },
    ]);
    const addresses = async () => (await desk.world.store.list("identity", {})).map(({ id }) => id);
    expect(await addresses()).toEqual(["web:customer:user:42"]);
    for (const hash of ["", hmac("43"), `${hmac("42")}0`, hmac(`${whole} `)])
      await widgetAt(desk, { ...told, hash }).writes("Let me be 42.");
    expect(await desk.world.store.list("customer", {})).toHaveLength(2);
    expect((await addresses()).filter((id) => id.includes("user:"))).toEqual(["web:customer:user:42"]);
  });

  it("lets nobody write who is not signed, where the settings want that", async () => {
    const desk = await chatDesk({ identity: "required" });
    expect((await desk.ask("/chat")).status).toBe(404);
    expect((await widgetAt(desk, { token: TOKEN }).writes("Hello")).status).toBe(403);
    expect((await widgetAt(desk, { token: TOKEN, user: "42", hash: hmac("43") }).writes("Hello")).status).toBe(403);
    expect((await widgetAt(desk, { user: "42", hash: hmac("42") }).writes("Hello")).status).toBe(200);
    expect(await conversations(desk)).toHaveLength(1);
  });

  it("says that it was too much, and keeps to the bound of a text", async () => {
    const desk = await chatDesk({ messagesPerMinute: 1 });
    const widget = widgetAt(desk, { token: TOKEN });
    expect((await widget.writes("x".repeat(20_001))).status).toBe(422);
    const answer = await widget.writes("Hello");
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ note: expect.stringContaining("That was a lot at once") });
  });

  it("does not read a name that the customer chose as their e-mail address", async () => {
    const desk = await chatDesk();
    const hash = hmac(["7", "Ada\nada@shop.example", ""].join("\n"));
    const said = { user: "7", name: "Ada\nada@shop.example", email: "", hash };
    for (const claim of [said, { ...said, name: "Ada", email: "ada@shop.example\n" }])
      expect((await widgetAt(desk, { ...claim, token: "" }).ask("/widget/chat")).status).toBe(403);
  });
});
