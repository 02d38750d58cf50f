import type { Context } from "hono";
import type { Role } from "../../../src/interaction/customer.ts";
import type { WordLook } from "../../../src/privacy/give-reading.ts";
import type { PageDesk, ReadingDesk } from "../desk.ts";
import type { Entrant } from "../doors.ts";
import { refusalPage } from "../refusal-page.ts";

/** By which a page that is brought up to date says with which line of the audit log it was opened. */
export const OPENING = "X-Opening";

/** What is looked at on a page, and who looks. */
export type PageLook = Pick<WordLook, "by" | "right" | "what" | "about" | "coversItself" | "showsPosts">;

/** The role of whoever came by a link of their own; null with the desk's key. */
export function guestOf(visitor: Entrant): Role | null {
  return visitor.kind === "session" ? visitor.person.role : null;
}

/** Draws a page of what was found on it, once the audit log tells of it; says who may where this reader may not. */
export async function readPage<T>(
  context: Context,
  desk: PageDesk,
  look: PageLook,
  {
    find,
    draw,
  }: {
    readonly find: (desk: ReadingDesk) => Promise<T>;
    readonly draw: (found: T, desk: PageDesk) => Response | Promise<Response>;
  },
): Promise<Response> {
  const opening = context.req.header(OPENING);
  const whole = { ...look, via: "page", purpose: "work", ...(opening ? { opening } : {}) } as const;
  const looked = await desk.bot.read(whole, ({ store }) => find({ ...desk, store }));
  if (looked.kind === "given") return draw(looked.found, { ...desk, opening: looked.opening });
  return refusalPage(context, {
    status: 403,
    title: context.get("spoken").say("refusal.notYoursTitle"),
    text: looked.text,
  });
}
