import { describe, expect, it } from "vitest";
import { discord } from "../../adapters/discord/platform.ts";
import { createCompanyVoucher } from "../../adapters/oidc.ts";
import type { Voucher } from "../../adapters/sign-in.ts";
import { slack } from "../../adapters/slack/platform.ts";
import type { Role } from "../../src/interaction/customer.ts";
import { type Misbehaviour, type OidcServer, openOidc } from "../servers/oidc.ts";
import { settingsOf } from "../world.ts";
import { cookiesOf, invite } from "./doorway.ts";
import type { DeskOptions, OpenDesk } from "./open-desk.ts";
import { openDesk } from "./open-desk.ts";

const MAPPED = settingsOf({ doors: { oidcRoles: { "support-leads": "lead", support: "agent" } } });

async function companyDesk(options: DeskOptions = {}): Promise<{ desk: OpenDesk; company: OidcServer }> {
  const company = await openOidc();
  const vouchers = [createCompanyVoucher(company)];
  return { desk: await openDesk({ vouchers, settings: MAPPED, ...options }), company };
}

/** A browser that goes to whoever vouches: with what it was sent, and where it is sent back to. */
async function sentAway(desk: OpenDesk, provider: OidcServer, path = "/sign-in/with/oidc") {
  const away = await desk.ask(path);
  expect(away.headers.get("set-cookie")).toMatch(/Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/);
  const back = new URL(provider.consent(away.headers.get("location") ?? ""));
  return { Cookie: cookiesOf(away), back: `${back.pathname}${back.search}` };
}

const comesBack = (desk: OpenDesk, { back, Cookie }: { back: string; Cookie: string }) =>
  desk.ask(back, { headers: { Cookie, "Sec-Fetch-Site": "cross-site" } });

async function vouchedFor(desk: OpenDesk, provider: OidcServer, path?: string): Promise<Response> {
  return comesBack(desk, await sentAway(desk, provider, path));
}

const look = (desk: OpenDesk, answer: Response, path: string) =>
  desk.ask(path, { headers: { Cookie: cookiesOf(answer) } });

describe("a company's own sign-in", () => {
  it("lets in whom the settings give a role, and leads on by a page of ours, for the strict cookie", async () => {
    const { desk, company } = await companyDesk();
    company.claims = { sub: "42", name: "Quinn Sample", groups: ["everybody", "support", "support-leads"] };
    const entered = await vouchedFor(desk, company, "/sign-in/with/oidc?to=/digest");
    expect([entered.status, await entered.text()]).toEqual([200, expect.stringContaining('content="0;url=/digest"')]);
    expect(entered.headers.getSetCookie().join("\n")).toMatch(/SameSite=Strict/);
    expect((await look(desk, entered, "/executive")).status).toBe(200);
    const [account] = await desk.world.store.list("account", {});
    expect(account).toMatchObject({ role: "lead", roleBy: "company", companyId: `oidc:${company.issuer}#42` });
  });

  it("takes the role along as the company changes it, and shuts out whom it gives none any more", async () => {
    const { desk, company } = await companyDesk();
    const comes = async (groups: unknown) => {
      company.claims = { sub: "42", name: "Quinn Sample", groups };
      return vouchedFor(desk, company);
    };
    await comes(["support-leads"]);
    expect((await look(desk, await comes("support"), "/executive")).status).toBe(403);
    expect((await comes(["visitors"])).status).toBe(403);
    expect(await desk.world.store.list("account", {})).toHaveLength(1);
  });

  it("gives a role by an e-mail address only where the company has verified it", async () => {
    const settings = settingsOf({ doors: { oidcClaim: "email", oidcRoles: { "boss@desk.example": "admin" } } });
    const { desk, company } = await companyDesk({ settings });
    for (const [more, status] of [
      [{}, 403],
      [{ email_verified: false }, 403],
      [{ email_verified: true }, 200],
    ] as const) {
      company.claims = { sub: "42", email: "boss@desk.example", ...more };
      expect([more, (await vouchedFor(desk, company)).status]).toEqual([more, status]);
    }
  });

  it("refuses kindly whom nobody invited, and lets in whoever has joined with it", async () => {
    const { desk, company } = await companyDesk();
    const stranger = await vouchedFor(desk, company);
    expect([stranger.status, await stranger.text()]).toEqual([403, expect.stringContaining("nobody has invited you")]);
    const link = await invite(desk, "Quinn Sample", "executive");
    const joined = await vouchedFor(desk, company, `/sign-in/with/oidc?join=${link.slice("/join/".length)}`);
    expect((await look(desk, joined, "/executive")).status).toBe(200);
    expect((await look(desk, await vouchedFor(desk, company), "/executive")).status).toBe(200);
  });

  it.each<Misbehaviour>(["nonce", "audience", "expired", "signature", "issuer", "verifier", "place of keys"])(
    "lets nobody in whose id token has the wrong %s",
    async (wrong) => {
      const { desk, company } = await companyDesk();
      company.claims = { sub: "42", groups: ["support"] };
      company.wrong = wrong;
      const refused = await vouchedFor(desk, company);
      expect([refused.status, await desk.world.store.list("session", {})]).toEqual([403, []]);
      expect(company.exchanges).toEqual([wrong === "verifier" ? "invalid_grant" : "given"]);
    },
  );

  it("lets nobody in with a code that was used, another browser’s, or a state that is not its own", async () => {
    const { desk, company } = await companyDesk();
    company.claims = { sub: "42", groups: ["support"] };
    const errand = await sentAway(desk, company);
    const other = await sentAway(desk, company);
    expect((await comesBack(desk, { ...errand, Cookie: "" })).status).toBe(403);
    expect((await comesBack(desk, { back: errand.back, Cookie: other.Cookie })).status).toBe(403);
    expect(
      (await comesBack(desk, { ...errand, back: errand.back.replace(/state=[^&]*/, "state=made-up") })).status,
    ).toBe(403);
    expect(company.exchanges).toEqual([]);
    expect((await comesBack(desk, errand)).status).toBe(200);
    expect((await comesBack(desk, errand)).status).toBe(403);
    expect(await desk.world.store.list("session", {})).toHaveLength(1);
  });

  it("says so where it cannot be reached, and works once it can be", async () => {
    const company = await openOidc();
    const vouchers = [createCompanyVoucher({ ...company, issuer: "http://127.0.0.1:1" })];
    const desk = await openDesk({ vouchers });
    expect((await desk.ask("/sign-in/with/oidc")).status).toBe(502);
    expect((await desk.ask("/sign-in/with/nobody")).status).toBe(404);
  });
});

/** A chat platform's own sign-in against the provider. */
function chatVoucher(name: string, variables: Readonly<Record<string, unknown>>): Voucher[] {
  const voucher = [slack, discord].find((platform) => platform.name === name)?.signIn?.(variables);
  return voucher ? [voucher] : [];
}

const CHATS = [
  [
    "slack",
    "slack:T1:U7",
    { "https://slack.com/team_id": "T1", "https://slack.com/user_id": "U7", sub: "U7", name: "Quinn Sample" },
    ({ clientId, clientSecret, issuer }: OidcServer) => ({
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_API_URL: `${issuer}/api`,
    }),
  ],
  [
    "discord",
    "discord:11:77",
    { id: "77", username: "quinn", global_name: "Quinn Sample" },
    ({ clientId, clientSecret, issuer }: OidcServer) => ({
      DISCORD_CLIENT_ID: clientId,
      DISCORD_CLIENT_SECRET: clientSecret,
      DISCORD_API_URL: `${issuer}/api`,
    }),
  ],
] as const;

describe.each(CHATS)("signing in with %s", (name, address, claims, variablesOf) => {
  it("lets a person in as who they are in the chat, in the role they have there at each page", async () => {
    const provider = await openOidc();
    provider.claims = claims;
    const roles = new Map<string, Role>([[address, "lead"]]);
    const desk = await openDesk({
      vouchers: chatVoucher(name, variablesOf(provider)),
      roleOf: async (_, asked) => roles.get(asked) ?? null,
      settings: settingsOf({ roles: { leads: ["discord:11:900", "discord:12:901"] } }),
    });
    const entered = await vouchedFor(desk, provider, `/sign-in/with/${name}`);
    expect((await look(desk, entered, "/executive")).status).toBe(200);
    expect(await desk.world.store.list("session", {})).toMatchObject([
      { whoAddress: address, how: name, accountId: null },
    ]);
    roles.set(address, "customer");
    expect((await look(desk, entered, "/executive")).status).toBe(401);
    expect((await vouchedFor(desk, provider, `/sign-in/with/${name}`)).status).toBe(403);
  });

  it("is off where its client is not set", () => {
    expect(chatVoucher(name, {})).toEqual([]);
  });
});
