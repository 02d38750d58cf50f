import { describe, expect, it } from "vitest";
import { PASSWORD as LENGTH } from "../../src/doors/account.ts";
import type { Role } from "../../src/interaction/customer.ts";
import { DAY, MINUTE } from "../world.ts";
import { cookiesOf, invite, joined, keptElsewhere, linkIn, PASSWORD, send } from "./doorway.ts";
import type { OpenDesk } from "./open-desk.ts";
import { openDesk, QUICK } from "./open-desk.ts";

const look = (desk: OpenDesk, Cookie: string, path: string) => desk.ask(path, { headers: { Cookie } });
const signIn = (desk: OpenDesk, login: string, password = PASSWORD, to = "") =>
  send(desk, "/sign-in", { login, password, to });
const account = async (desk: OpenDesk, name: string) => {
  const [found] = await desk.world.store.list("account", { where: { name } });
  if (!found) throw new Error(`No account of ${name}`);
  return found;
};
const act = (desk: OpenDesk, Cookie: string, fields: Record<string, string>) =>
  send(desk, "/people/act", fields, Cookie);

describe("an invitation", () => {
  it("lets its person choose a password, once, and leaves no secret in any row", async () => {
    const desk = await openDesk();
    const link = await invite(desk, "Quinn Sample", "lead");
    for (const method of ["GET", "HEAD"]) expect((await desk.ask(link, { method })).status).toBe(200);
    const page = await desk.ask(link);
    expect([page.headers.get("referrer-policy"), page.headers.get("cache-control")]).toEqual([
      "no-referrer",
      "no-store",
    ]);
    const entered = await send(desk, link, { name: "Quinn Sample", email: "", password: PASSWORD });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    expect(entered.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await look(desk, cookiesOf(entered), "/executive")).status).toBe(200);
    const rows = await Promise.all(
      (["link", "session", "account", "audit"] as const).map((table) => desk.world.store.list(table, {})),
    );
    for (const secret of [link.slice("/join/".length), PASSWORD, cookiesOf(entered).replace(/^.*=/, "")])
      expect(JSON.stringify(rows)).not.toContain(secret);
    const again = await send(desk, link, { name: "Somebody", email: "", password: PASSWORD });
    expect([again.status, again.headers.get("set-cookie")]).toEqual([409, null]);
    expect((await desk.world.store.list("audit", { orderBy: "number" })).map(({ act }) => act)).toEqual([
      "invited",
      "account-made",
      "signed-in",
    ]);
  });

  it("runs out after a week, and is no link of the other kind", async () => {
    const desk = await openDesk();
    const link = await invite(desk, "Quinn Sample", "agent");
    const entering = link.replace("/join/", "/enter/");
    expect((await send(desk, entering, {})).status).toBe(404);
    desk.world.sleep(7 * DAY);
    expect((await desk.ask(link)).status).toBe(410);
    expect((await send(desk, link, { name: "Quinn", email: "", password: PASSWORD })).status).toBe(410);
  });

  it.each([
    [{ name: "", password: PASSWORD }, "give your name"],
    [{ name: "Quinn", password: "short" }, `${LENGTH.least} to ${LENGTH.most} characters`],
    [{ name: "Quinn", email: "no address", password: PASSWORD }, "look like an e-mail address"],
    [{ name: "Quinn", answer: "{}", password: "" }, "start again"],
  ])("is not used up by %o", async (fields, sentence) => {
    const desk = await openDesk();
    const link = await invite(desk, "Quinn Sample", "agent");
    const refused = await send(desk, link, { email: "", ...fields });
    expect([refused.status, (await refused.text()).includes(sentence)]).toEqual([422, true]);
    expect((await send(desk, link, { name: "Quinn", email: "", password: PASSWORD })).status).toBe(303);
  });

  it("gives somebody who is there already a new way in, and ends where they were signed in", async () => {
    const desk = await openDesk();
    const admin = await joined(desk, "Ada Sample", "admin");
    const quinn = await joined(desk, "Quinn Sample", "lead");
    const { id: subject } = await account(desk, "Quinn Sample");
    const link = linkIn(await (await act(desk, admin, { act: "link", subject })).text());
    expect((await send(desk, link, { name: "Quinn Sample", email: "", password: "some other words" })).status).toBe(
      303,
    );
    expect((await look(desk, quinn, "/digest")).status).toBe(401);
    expect((await signIn(desk, "Quinn Sample")).status).toBe(401);
    expect((await signIn(desk, "Quinn Sample", "some other words")).status).toBe(303);
  });

  it("is taken back by an admin, and then lets nobody in", async () => {
    const desk = await openDesk();
    const admin = await joined(desk, "Ada Sample", "admin");
    const link = await invite(desk, "Quinn Sample", "lead");
    const page = await (await look(desk, admin, "/people")).text();
    expect(page).toContain("Take back the invitation of Quinn Sample");
    const subject = /id="link-([\w-]+)"/.exec(page)?.[1] ?? "";
    expect((await send(desk, "/people/withdraw", { subject }, admin)).status).toBe(303);
    expect([(await desk.ask(link)).status, (await send(desk, "/people/withdraw", { subject }, admin)).status]).toEqual([
      404, 422,
    ]);
    expect(await (await look(desk, admin, "/people")).text()).not.toContain("Take it back");
    const [told] = await desk.world.store.list("audit", { where: { act: "invitation-withdrawn" } });
    expect([told?.byName, told?.facts]).toEqual(["Ada Sample", { role: "lead" }]);
  });

  it("makes a desk's first admin, and no second", async () => {
    const desk = await openDesk();
    const first = async () => (await desk.world.handle({ kind: "first-admin-wanted" })).disclosed;
    const [early, late] = [await first(), await first()];
    if (early?.kind !== "link" || late?.kind !== "link") throw new Error("No link was made");
    expect((await desk.ask(`/join/${early.secret}`)).status).toBe(404);
    const other = await invite(desk, "Ada Sample", "admin");
    await send(desk, other, { name: "Ada Sample", email: "", password: PASSWORD });
    expect((await send(desk, `/join/${late.secret}`, { name: "Eve", email: "", password: PASSWORD })).status).toBe(422);
    expect([await first(), (await desk.world.store.list("account", {})).length]).toEqual([undefined, 1]);
  });
});

describe("a password", () => {
  it("lets its person in under the e-mail address they gave, however it is written, and on to the page they wanted", async () => {
    const desk = await openDesk();
    await joined(desk, "Quinn Sample", "lead", "Quinn@Desk.Example");
    const entered = await signIn(desk, " quinn@desk.example ", PASSWORD, "/digest?x=1");
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/digest?x=1"]);
    for (const to of [
      "//evil.example",
      "https://evil.example/",
      "/\\evil.example",
      "/customer",
      "/sign-out",
      "/agent/../x",
      "/agent/..//evil.example",
      "/.//evil.example",
    ])
      expect((await signIn(desk, "quinn@desk.example", PASSWORD, to)).headers.get("location")).toBe("/");
  });

  it("says the same of somebody unknown and of a wrong one, whichever way the account is without", async () => {
    const desk = await openDesk();
    await joined(desk, "Quinn Sample", "lead");
    const told = [];
    for (const [login, password] of [
      ["Quinn Sample", "wrong wrong"],
      ["Nobody", PASSWORD],
      ["", ""],
    ] as const) {
      const refused = await signIn(desk, login, password);
      told.push([
        refused.status,
        refused.headers.get("set-cookie"),
        /role="alert">([^<]*)/.exec(await refused.text())?.[1],
      ]);
    }
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]?.slice(0, 2)).toEqual([401, null]);
  });

  it("is tried ten times in a quarter of an hour, known or not, and by one machine sixty times", async () => {
    const desk = await openDesk();
    await joined(desk, "Quinn Sample", "lead");
    for (const login of ["Quinn Sample", "Nobody"]) {
      for (let tries = 0; tries < 10; tries += 1) expect((await signIn(desk, login, "wrong wrong")).status).toBe(401);
      expect((await signIn(desk, login)).status).toBe(429);
    }
    desk.world.sleep(15 * MINUTE);
    expect((await signIn(desk, "Quinn Sample")).status).toBe(303);
    for (let tries = 0; tries < 59; tries += 1) await signIn(desk, `somebody ${tries}`);
    expect((await signIn(desk, "Quinn Sample")).status).toBe(429);
  });

  it("is tried by each machine behind a proxy for itself, and by nobody’s own word without one", async () => {
    const publicUrl = "https://desk.example";
    for (const [more, spared] of [[{ publicUrl }, 401] as const, [{}, 429] as const]) {
      const desk = await openDesk(more);
      const tries = (from: string, login: string) =>
        desk.ask("/sign-in", {
          method: "POST",
          headers: { Origin: desk.origin, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": `10.9.9.9, ${from}` },
          body: new URLSearchParams({ login, password: "wrong wrong" }),
        });
      for (let count = 0; count < 60; count += 1) await tries("203.0.113.7", `somebody ${count}`);
      expect((await tries("203.0.113.7", "another")).status).toBe(429);
      expect((await tries("203.0.113.8", "another")).status).toBe(spared);
    }
  });

  it("is kept by argon2id, salted, and verified as others verify it", async () => {
    const [one, other] = [await QUICK.hash(PASSWORD), await QUICK.hash(PASSWORD)];
    expect([one.startsWith("$argon2id$v=19$"), one === other]).toEqual([true, false]);
    expect(await QUICK.fits(PASSWORD, await keptElsewhere(PASSWORD))).toBe(true);
    expect([await QUICK.fits("wrong", one), await QUICK.fits(PASSWORD, null)]).toEqual([false, false]);
  });

  it("is changed by its person alone, with the one until now, and everywhere else they are signed out", async () => {
    const desk = await openDesk();
    const here = await joined(desk, "Quinn Sample", "agent");
    const there = cookiesOf(await signIn(desk, "Quinn Sample"));
    const change = (old: string) => send(desk, "/sessions/password", { old, new: "some other words" }, here);
    expect((await change("wrong wrong")).status).toBe(422);
    expect((await look(desk, there, "/digest")).status).toBe(200);
    expect((await change(PASSWORD)).status).toBe(200);
    expect([(await look(desk, here, "/digest")).status, (await look(desk, there, "/digest")).status]).toEqual([
      200, 401,
    ]);
    const byKey = { method: "POST", body: new URLSearchParams({ old: PASSWORD, new: "some other words" }) };
    expect((await desk.sit("/sessions/password", byKey)).status).toBe(422);
  });
});

describe("an admin", () => {
  it("shuts somebody out at once, wherever they are signed in, and lets them in again", async () => {
    const desk = await openDesk();
    const admin = await joined(desk, "Ada Sample", "admin");
    const quinn = await joined(desk, "Quinn Sample", "lead");
    const { id: subject } = await account(desk, "Quinn Sample");
    expect((await act(desk, admin, { act: "disable", subject })).status).toBe(303);
    expect([(await look(desk, quinn, "/digest")).status, (await signIn(desk, "Quinn Sample")).status]).toEqual([
      401, 401,
    ]);
    await act(desk, admin, { act: "enable", subject });
    expect((await signIn(desk, "Quinn Sample")).status).toBe(303);
    const told = (await desk.world.store.list("audit", { orderBy: "number" })).map(({ act }) => act);
    expect(told).toEqual(expect.arrayContaining(["account-disabled", "signed-out", "account-enabled"]));
  });

  it("changes a role, which holds at the next page, and leaves the desk no day without an admin", async () => {
    const desk = await openDesk();
    const admin = await joined(desk, "Ada Sample", "admin");
    const quinn = await joined(desk, "Quinn Sample", "lead");
    const { id: subject } = await account(desk, "Quinn Sample");
    expect((await look(desk, quinn, "/executive")).status).toBe(200);
    await act(desk, admin, { act: "role", subject, role: "agent" });
    expect([(await look(desk, quinn, "/executive")).status, (await look(desk, quinn, "/people")).status]).toEqual([
      403, 403,
    ]);
    const own = await account(desk, "Ada Sample");
    for (const fields of [{ act: "disable" }, { act: "role", role: "agent" }])
      expect((await act(desk, admin, { ...fields, subject: own.id })).status).toBe(422);
    const lines = await desk.world.store.list("audit", { where: { act: "role-changed" } });
    expect(lines.map(({ byName, facts }) => [byName, facts.from, facts.to])).toEqual([["Ada Sample", "lead", "agent"]]);
  });

  it("ties somebody to who they are in a chat, and what they do is then that person's", async () => {
    const desk = await openDesk();
    const admin = await joined(desk, "Ada Sample", "admin");
    const quinn = await joined(desk, "Quinn Sample", "lead");
    const { id: subject } = await account(desk, "Quinn Sample");
    for (const chat of ["web:person:x", "nobody", "a:b:c d"])
      expect((await act(desk, admin, { act: "tie", subject, chat })).status).toBe(422);
    expect((await act(desk, admin, { act: "tie", subject, chat: "slack:T1:U7" })).status).toBe(303);
    expect((await look(desk, quinn, "/digest")).status).toBe(200);
    const [session] = await desk.world.store.list("session", { where: { whoAddress: "slack:T1:U7" } });
    expect([session?.accountId, session?.role]).toEqual([subject, "lead"]);
    const own = await account(desk, "Ada Sample");
    expect((await act(desk, admin, { act: "tie", subject: own.id, chat: "slack:T1:U7" })).status).toBe(422);
  });

  it.each<[Role, number]>([
    ["agent", 403],
    ["lead", 403],
    ["executive", 403],
    ["admin", 200],
  ])("alone says who may come in: the %s gets %i", async (role, status) => {
    const desk = await openDesk();
    const cookie = await joined(desk, "Quinn Sample", role);
    expect((await look(desk, cookie, "/people")).status).toBe(status);
    const invited = await send(desk, "/people/invite", { name: "Eve", role: "admin" }, cookie);
    expect([invited.status, linkIn(await invited.text()) !== ""]).toEqual([status, status === 200]);
  });
});

describe("the door", () => {
  it("offers to sign in to whoever has no key and whose session is over, and leads on to the page they wanted", async () => {
    const desk = await openDesk();
    const shut = await desk.ask("/digest?week=1");
    expect([shut.status, (await shut.text()).includes("/sign-in?to=%2Fdigest%3Fweek%3D1")]).toEqual([401, true]);
    expect(await (await desk.sit("/people")).text()).toContain("key of the local trial");
  });

  it("takes no form from another site", async () => {
    const desk = await openDesk();
    const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    for (const path of ["/sign-in", "/sign-in/passkey", "/sign-in/passkey/ask", await invite(desk, "Quinn", "admin")])
      expect((await desk.ask(path, { method: "POST", headers })).status).toBe(403);
  });
});
