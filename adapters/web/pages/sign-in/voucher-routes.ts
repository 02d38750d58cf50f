import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Handled } from "../../../../src/bot.ts";
import { companyRole } from "../../../../src/doors/company-role.ts";
import { mayEnter } from "../../../../src/doors/pages.ts";
import type { ChatVoucher, CompanyVoucher, Errand, Vouched, Voucher } from "../../../sign-in.ts";
import { keepErrand, takeErrand } from "../../cookies.ts";
import type { PageDesk } from "../../desk.ts";
import { pageShell } from "../../page-shell.ts";
import { refusalPage } from "../../refusal-page.ts";
import { spoken } from "../page-words.ts";
import { nameFrom } from "../people.ts";
import { type DoorParts, heldIn, letIn, wantedPath } from "./door-parts.ts";

/** With what a browser was sent away, as its cookie says it. */
const errandCookie = z.object({
  voucher: z.string(),
  desk: z.string(),
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(43),
  to: z.string(),
  join: z.string(),
});
type ErrandCookie = z.output<typeof errandCookie>;

const secret = () => randomBytes(32).toString("base64url");

/** Where those who vouch send browsers back to; as it is to be registered there. */
function returnPath(id: string): string {
  return `/sign-in/back/${id}`;
}

function errandOf({ publicUrl }: PageDesk, { voucher, state, nonce, verifier }: ErrandCookie): Errand {
  return { redirectUri: `${publicUrl}${returnPath(voucher)}`, state, nonce, verifier };
}

function readCookie(cookie: string | undefined): ErrandCookie | null {
  try {
    return errandCookie.parse(JSON.parse(Buffer.from(cookie ?? "", "base64url").toString()));
  } catch {
    return null;
  }
}

function refused(
  context: Context,
  desk: PageDesk,
  text: string,
  status: 403 | 404 | 502,
): Response | Promise<Response> {
  const { lang, say } = spoken(desk);
  const again = html`${text} <a href="${desk.path("/sign-in")}">${say("signIn.title")}</a>`;
  return refusalPage(context, { status, title: desk.settings.desk.name, text: again, lang });
}

/** Sends browsers to those who vouch for people at the desk. */
export function voucherRoutes(desk: PageDesk, { address, vouchers }: DoorParts): Hono {
  const app = new Hono();
  app.get("/sign-in/with/:voucher", async (context) => {
    const voucher = vouchers.find(({ id }) => id === context.req.param("voucher"));
    if (voucher === undefined) return context.notFound();
    const { to, join = "" } = context.req.query();
    const secrets = { state: secret(), nonce: secret(), verifier: secret() };
    const cookie = { voucher: voucher.id, desk: desk.deskId, ...secrets, to: wantedPath(to), join };
    try {
      const there = await voucher.begin(errandOf(desk, cookie));
      keepErrand(context, address, Buffer.from(JSON.stringify(cookie)).toString("base64url"));
      return context.redirect(there.href, 302);
    } catch (error) {
      desk.log.warn("A sign-in could not begin: see that the other side can be reached and knows us", {
        voucher: voucher.id,
        error: String(error),
      });
      return refused(context, desk, spoken(desk).say("signIn.refused"), 502);
    }
  });
  return app;
}

async function byCompany(
  desk: PageDesk,
  voucher: CompanyVoucher,
  vouched: Vouched,
  way: ErrandCookie & { held?: string },
) {
  const name = nameFrom(vouched.name ?? undefined) ?? vouched.subject;
  const said = { id: null, at: desk.clock.now(), companyId: voucher.idOf(vouched), name, email: vouched.email };
  const held = way.held === undefined ? {} : { held: way.held };
  if (way.join !== "") return desk.bot.handle({ kind: "joined", ...said, secret: way.join, ...held });
  const role = companyRole(vouched.claims, desk.settings.doors);
  return desk.bot.handle({ kind: "company-entered", ...said, role, path: way.to, ...held });
}

/** Lets in whoever has a role in the chat under one of the addresses that may be theirs. */
async function byChat(
  desk: PageDesk,
  { roleOf }: DoorParts,
  voucher: ChatVoucher,
  vouched: Vouched,
  { to, held }: ErrandCookie & { held?: string },
): Promise<Handled> {
  const addresses = voucher.addressesOf(vouched, desk.settings.roles);
  const people = [];
  for (const address of addresses) {
    const role = await roleOf(desk.deskId, address).catch(() => null);
    if (role !== null) people.push({ address, role, name: nameFrom(vouched.name ?? undefined) });
  }
  const person = people.find(({ role }) => mayEnter(role)) ?? people[0];
  const stranger = { address: `${voucher.id}:nowhere`, role: "customer", name: null } as const;
  const entered = { kind: "chat-entered", id: null, at: desk.clock.now(), how: voucher.id, path: to } as const;
  return desk.bot.handle({ ...entered, person: person ?? stranger, ...(held === undefined ? {} : { held }) });
}

/** What came back, under the address that they were given. */
function cameBackTo({ publicUrl }: PageDesk, context: Context): URL {
  const { pathname, search } = new URL(context.req.url);
  return new URL(`${publicUrl}${pathname}${search}`);
}

async function cameBack(context: Context, desk: PageDesk, parts: DoorParts, voucher: Voucher, cookie: ErrandCookie) {
  const { lang, say } = spoken(desk);
  const vouched = await voucher.finish(cameBackTo(desk, context), errandOf(desk, cookie)).catch((error: unknown) => {
    desk.log.warn("A sign-in was refused: what came back does not hold", { voucher: voucher.id, error: String(error) });
    return null;
  });
  if (vouched === null) return refused(context, desk, say("signIn.refused"), 403);
  const way = { ...cookie, ...heldIn(context, desk, parts) };
  const handled =
    voucher.kind === "company"
      ? await byCompany(desk, voucher, vouched, way)
      : await byChat(desk, parts, voucher, vouched, way);
  const next = letIn(context, desk, parts, handled);
  if (next === null) return refused(context, desk, handled.refusal?.text ?? say("signIn.refused"), 403);
  // The strict cookie stays away from a page that another site sends the browser to: from this page of ours it comes along.
  const goOn = html`<p class="notice">${say("signIn.done")} <a href="${next}">${say("signIn.goOn")}</a></p>`;
  return context.html(pageShell({ lang, title: desk.settings.desk.name, next }, goOn));
}

/** Where browsers come back to from those who vouch, whichever desk they went from. */
export function returnRoutes(
  desks: readonly [PageDesk, ...PageDesk[]],
  partsOf: (deskId: string) => DoorParts,
  address: DoorParts["address"],
): Hono {
  const app = new Hono();
  app.get("/sign-in/back/:voucher", async (context) => {
    const cookie = readCookie(takeErrand(context, address));
    const desk = desks.find(({ deskId }) => deskId === cookie?.desk) ?? desks[0];
    const parts = partsOf(desk.deskId);
    const voucher = parts.vouchers.find(({ id }) => id === context.req.param("voucher"));
    if (cookie === null || voucher === undefined || cookie.voucher !== voucher.id)
      return refused(context, desk, spoken(desk).say("signIn.again"), 403);
    return cameBack(context, desk, parts, voucher, cookie);
  });
  return app;
}
