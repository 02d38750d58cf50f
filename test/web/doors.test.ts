import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { customer, DAY, HOUR, MINUTE, settingsOf } from "../world.ts";
import { DESK_KEY, type OpenDesk, openDesk } from "./open-desk.ts";

const elm: Person = { address: "slack:T1:UELM", role: "executive", name: "Executive Elm" };
const fir: Person = { address: "slack:T1:UFIR", role: "executive", name: "Executive Fir" };
const ash: Person = { address: "slack:T1:UASH", role: "agent", name: "Agent Ash" };

/** The path of a new link for the person. */
async function linkFor(desk: OpenDesk, by: Person, path = "/executive"): Promise<string> {
  const { disclosed } = await desk.world.handle({ kind: "link-wanted", by, path });
  if (disclosed?.kind !== "link") throw new Error("No link was made");
  return `/enter/${disclosed.secret}`;
}

const press = (desk: OpenDesk, link: string, headers: Record<string, string> = {}) =>
  desk.ask(link, { method: "POST", headers: { Origin: "null", "Sec-Fetch-Site": "same-origin", ...headers } });

const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** The cookie of a browser in which the person has come in by a link. */
async function signedIn(desk: OpenDesk, by: Person): Promise<string> {
  return cookieOf(await press(desk, await linkFor(desk, by)));
}

const look = (desk: OpenDesk, Cookie: string, path: string, method = "GET") =>
  desk.ask(path, { method, headers: { Cookie, Origin: desk.origin } });

describe("a one-time link", () => {
  it("is not used up by looking at it, tells nobody where it was, and lets its person in by one press", async () => {
    const desk = await openDesk();
    const link = await linkFor(desk, elm);
    for (const init of [{}, { method: "HEAD" }, { headers: { "User-Agent": "Slackbot-LinkExpanding 1.0" } }]) {
      const shown = await desk.ask(link, init);
      expect([shown.status, shown.headers.get("referrer-policy")]).toEqual([200, "no-referrer"]);
      expect([shown.headers.get("cache-control"), shown.headers.get("set-cookie")]).toEqual(["no-store", null]);
    }
    expect(await (await desk.ask(link)).text()).toContain("This link is for Executive Elm.");
    const entered = await press(desk, link);
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/executive"]);
    expect(entered.headers.get("set-cookie")).toMatch(/; Max-Age=2592000; .*HttpOnly; SameSite=Strict/);
    expect((await look(desk, cookieOf(entered), "/executive")).status).toBe(200);
  });

  it("stands nowhere in the rows, and neither does the session", async () => {
    const desk = await openDesk();
    const link = await linkFor(desk, elm);
    const cookie = cookieOf(await press(desk, link));
    const rows = JSON.stringify([await desk.world.store.list("link", {}), await desk.world.store.list("session", {})]);
    const audits = await desk.world.store.list("audit", { orderBy: "number" });
    for (const secret of [link.slice("/enter/".length), cookie.replace(/^.*=/, "")]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(rows + JSON.stringify(audits)).not.toContain(secret);
    }
    expect(audits.map(({ act, byName }) => [act, byName])).toEqual([
      ["link-made", "Executive Elm"],
      ["signed-in", "Executive Elm"],
    ]);
  });

  it("lets nobody in a second time, whoever has it", async () => {
    const desk = await openDesk();
    const link = await linkFor(desk, elm);
    await press(desk, link);
    for (const answer of [await press(desk, link), await desk.ask(link)]) {
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([409, null]);
      expect(await answer.text()).toContain("This link has been used already");
    }
    const [one, other] = [await linkFor(desk, elm), await linkFor(desk, elm)];
    const both = await Promise.all([press(desk, one), press(desk, one), press(desk, other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 303, 409]);
  });

  it("lives for minutes, and not past the end of all of the person's sessions", async () => {
    const desk = await openDesk();
    const late = await linkFor(desk, elm);
    desk.world.sleep(10 * MINUTE);
    expect([(await desk.ask(late)).status, (await press(desk, late)).status]).toEqual([410, 410]);
    const taken = await linkFor(desk, elm);
    await desk.world.handle({ kind: "session-ended", by: elm });
    const gone = await press(desk, taken);
    expect([gone.status, gone.headers.get("set-cookie")]).toEqual([404, null]);
    expect((await press(desk, "/enter/made-up")).status).toBe(404);
  });

  it("asks somebody else who is signed in in the browser to sign out first", async () => {
    const desk = await openDesk();
    const Cookie = await signedIn(desk, elm);
    const link = await linkFor(desk, fir);
    const shown = await desk.ask(link, { headers: { Cookie } });
    expect(await shown.text()).toContain("Executive Elm is signed in in this browser");
    expect((await press(desk, link, { Cookie })).status).toBe(409);
    expect((await look(desk, Cookie, "/sign-out", "POST")).status).toBe(200);
    expect((await press(desk, link, { Cookie })).status).toBe(303);
  });

  it("is made only for pages of the desk that the role may read", async () => {
    const desk = await openDesk();
    const paths = ["/agent", "/team", "/customer", "//evil.example", "https://evil.example/", "/digest/../agent", "/"];
    for (const path of paths) {
      const { disclosed, refusal } = await desk.world.handle({ kind: "link-wanted", by: elm, path });
      expect([path, disclosed, refusal?.code]).toEqual([path, undefined, "unknown"]);
    }
    const refused = await desk.world.handle({ kind: "link-wanted", by: ash, path: "/executive" });
    expect(refused.refusal?.code).toBe("not-allowed");
    expect(await linkFor(desk, ash, "/digest")).toMatch(/^\/enter\//);
  });

  it("is used from its own page alone", async () => {
    const desk = await openDesk();
    const link = await linkFor(desk, elm);
    for (const headers of [{ Origin: "null" }, { Origin: "null", "Sec-Fetch-Site": "cross-site" }] as const)
      expect((await desk.ask(link, { method: "POST", headers })).status).toBe(403);
    expect((await press(desk, link)).status).toBe(303);
  });

  it("is not written to the log where its page fails", async () => {
    const told: unknown[] = [];
    const desk = await openDesk();
    desk.world.log.fault = (message, facts) => void told.push(message, facts);
    const link = await linkFor(desk, elm);
    desk.world.bot.handle = () => Promise.reject(new Error("no disk"));
    await desk.ask("/enter/x");
    expect((await press(desk, link)).status).toBe(500);
    expect(JSON.stringify(told)).toContain("/enter/…");
    expect(JSON.stringify(told)).not.toContain(link.slice("/enter/".length));
  });
});

describe("a session", () => {
  it("opens what the role may read, and no seat of anybody else", async () => {
    const desk = await openDesk();
    const [executive, agent] = [
      await signedIn(desk, elm),
      cookieOf(await press(desk, await linkFor(desk, ash, "/digest"))),
    ];
    for (const path of ["/customer", "/agent", "/agent?name=Ash", "/cases", "/cases/a-case", "/enhance"]) {
      const shut = await look(desk, executive, path);
      expect([path, shut.status]).toEqual([path, 403]);
      expect(await shut.text()).toContain("isn’t open to you, or there is none here");
    }
    expect((await look(desk, executive, "/cases/act", "POST")).status).toBe(403);
    expect((await look(desk, executive, "/team")).status).toBe(200);
    expect((await look(desk, agent, "/team/enhance")).status).toBe(200);
    expect((await look(desk, agent, "/cases")).status).toBe(200);
    expect((await look(desk, executive, "/digest")).status).toBe(200);
    expect((await look(desk, agent, "/digest")).status).toBe(200);
    expect((await look(desk, agent, "/executive")).status).toBe(403);
  });

  it("begins in the lobby, which shows each role what it may do and no seat where one picks a name", async () => {
    const desk = await openDesk();
    const agent = cookieOf(await press(desk, await linkFor(desk, ash, "/digest")));
    await desk.world.asked();
    await desk.world.writes(customer, "2");
    const [theirs, hers] = await Promise.all(
      [agent, await signedIn(desk, elm)].map(async (cookie) => (await look(desk, cookie, "/")).text()),
    );
    expect(theirs).toContain('href="/cases?list=open"');
    expect(theirs).not.toContain('class="card task" href="/executive"');
    expect(hers).toContain('class="card task" href="/executive"');
    expect(hers).not.toContain("/cases");
    for (const page of [theirs, hers]) expect(page).not.toContain('class="seat card"');
  });

  it("searches as its person, whatever name the address says, and is led to no seat that is shut to them", async () => {
    const desk = await openDesk();
    await desk.world.writes(customer, "Please refund me");
    const executive = cookieOf(await press(desk, await linkFor(desk, elm, "/search")));
    const agent = cookieOf(await press(desk, await linkFor(desk, ash, "/digest")));
    const found = await (await look(desk, executive, "/search?q=refund&name=Birch")).text();
    expect(found).toContain("Please <mark>refund</mark> me");
    expect(found).not.toMatch(/href="\/agent|name="name"|Birch/);
    const [read] = await desk.world.store.list("audit", { where: { act: "read" } });
    expect(read).toMatchObject({ byName: "Executive Elm", byRole: "executive", via: "page" });
    expect((await look(desk, agent, "/search?q=refund")).status).toBe(403);
    expect(await (await look(desk, agent, "/digest")).text()).not.toMatch(/href="\/(?:search|executive)"/);
  });

  it("is over once it goes unused, after a month at most, and when its person signs out", async () => {
    const roleOf = async () => "executive" as const;
    const desk = await openDesk({ roleOf });
    const idle = await signedIn(desk, elm);
    desk.world.sleep(12 * HOUR);
    const over = await look(desk, idle, "/executive");
    expect([over.status, (await over.text()).includes("Your session is over")]).toEqual([401, true]);
    const patient = await openDesk({ settings: settingsOf({ doors: { idleAfter: "20d" } }), roleOf });
    const used = await signedIn(patient, elm);
    for (const status of [200, 200, 401]) {
      patient.world.sleep(14 * DAY);
      expect((await look(patient, used, "/executive")).status).toBe(status);
    }
    const left = await signedIn(desk, elm);
    await look(desk, left, "/sign-out", "POST");
    expect((await look(desk, left, "/executive")).status).toBe(401);
  });

  it("goes with the role that the platform says, and ends where none is left", async () => {
    let role: "executive" | "agent" | "customer" = "executive";
    const desk = await openDesk({ roleOf: async () => role });
    const cookie = await signedIn(desk, elm);
    role = "agent";
    expect((await look(desk, cookie, "/executive")).status).toBe(403);
    expect((await look(desk, cookie, "/digest")).status).toBe(200);
    role = "customer";
    expect((await look(desk, cookie, "/digest")).status).toBe(401);
    role = "executive";
    expect((await look(desk, cookie, "/digest")).status).toBe(401);
  });

  it("believes the role it began with for twelve hours where the platform cannot be asked", async () => {
    const desk = await openDesk({ roleOf: () => Promise.reject(new Error("out of reach")) });
    const cookie = await signedIn(desk, elm);
    desk.world.sleep(11 * HOUR);
    expect((await look(desk, cookie, "/executive")).status).toBe(200);
    desk.world.sleep(HOUR);
    expect((await look(desk, cookie, "/executive")).status).toBe(401);
  });

  it("is listed for its person and can be ended from another; an admin sees everybody's", async () => {
    const desk = await openDesk();
    const [one, other, theirs] = [await signedIn(desk, elm), await signedIn(desk, elm), await signedIn(desk, fir)];
    const listed = await (await look(desk, one, "/sessions")).text();
    expect(listed.match(/class="card session"/g)).toHaveLength(2);
    expect(listed).not.toContain("Executive Fir");
    const all = await (await desk.sit("/sessions")).text();
    expect(all.match(/class="card session"/g)).toHaveLength(3);
    const sessions = await desk.world.store.list("session", { where: { whoAddress: fir.address } });
    const ending = (Cookie: string, subject: string) =>
      desk.ask("/sessions/end", {
        method: "POST",
        headers: { Cookie, Origin: desk.origin },
        body: new URLSearchParams({ subject, form: subject.slice(0, 9) }),
      });
    expect((await ending(one, sessions[0]?.id ?? "")).status).toBe(422);
    expect((await look(desk, theirs, "/executive")).status).toBe(200);
    expect((await ending(`emptychair-${desk.port}=${DESK_KEY}`, sessions[0]?.id ?? "")).status).toBe(303);
    expect((await look(desk, theirs, "/executive")).status).toBe(401);
    await ending(one, "");
    expect([(await look(desk, one, "/executive")).status, (await look(desk, other, "/executive")).status]).toEqual([
      401, 401,
    ]);
  });

  it("speaks the desk's language", async () => {
    const desk = await openDesk({ settings: settingsOf({ desk: { locale: "de" } }) });
    const page = await (await desk.ask(await linkFor(desk, elm))).text();
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Dieser Link ist für Executive Elm.");
    expect(await (await look(desk, await signedIn(desk, elm), "/agent")).text()).toContain("steht Ihnen nicht offen");
  });
});

describe("the name given with the desk's key", () => {
  it.each(["/agent", "/cases", "/team", "/team/enhance", "/executive"])(
    "is kept for %s, and let go of where it is to be changed",
    async (path) => {
      const desk = await openDesk();
      const named = await desk.sit(`${path}?name=Ash`);
      const key = `emptychair-${new URL(desk.origin).port || 80}=${DESK_KEY}`;
      const Cookie = `${key}; ${cookieOf(named)}`;
      const kept = await (await look(desk, Cookie, path)).text();
      expect(kept).toContain("You are Ash.");
      const [, change = ""] = /<p class="me">[^<]*<a href="([^"]*)"/.exec(kept) ?? [];
      const asked = await look(desk, Cookie, change.replaceAll("&amp;", "&"));
      expect(await asked.text()).not.toContain("You are Ash.");
      expect(asked.headers.get("set-cookie")).toMatch(/-name=;.*Max-Age=0/);
    },
  );
});
