import type { MiddlewareHandler } from "hono";
import { acceptedLanguages } from "./accepted-languages.ts";
import { createBudget, retryAfter } from "./budget.ts";
import { callerOf } from "./caller.ts";
import type { PageDesk } from "./desk.ts";
import { refusalPage } from "./refusal-page.ts";

/** Doors at which anybody may knock who has a link, or wants to sign in; the chat has limits of its own, which a desk may set. */
const DOORS = /^(?:\/desks\/[^/]+)?\/(?:survey|enter|join|sign-in)(?:\/|$)/;
/** How often a minute doors may be used that stand open to whoever has a link. */
export interface DoorBudgets {
  /** Things sent by one survey's link: far more than a person taps, and each costs a save. */
  readonly perLink: number;
  /** Requests from one network address at all doors together: a house of two hundred people who answer in the same minute stays below it. */
  readonly perAddress: number;
}

export const DOOR_BUDGETS: DoorBudgets = { perLink: 150, perAddress: 600 };

/** This machine itself: its owner, or a proxy of which nobody has told, behind which all customers are. */
const HERE = /^(?:127\.|::1$|0:0:0:0$|$)/;

/** Has one network address knock so often a minute at the doors that need no session, all together. */
export function doorBudget(desks: readonly PageDesk[], hasPublicUrl: boolean, most: number): MiddlewareHandler {
  const knocks = createBudget();
  return async (context, next) => {
    const [desk] = desks;
    const caller = DOORS.test(context.req.path) ? callerOf(context, hasPublicUrl) : "";
    const wait = desk === undefined || HERE.test(caller) ? 0 : knocks.take(caller, most, desk.clock.now());
    if (wait === 0 || desk === undefined) return next();
    context.header("Retry-After", retryAfter(wait));
    const lang = desk.wording.choose(...acceptedLanguages(context), desk.settings.desk.locale);
    const title = desk.wording.say(lang, "refusal.tooOftenTitle");
    return refusalPage(context, { status: 429, title, text: desk.wording.say(lang, "refusal.tooOften"), lang });
  };
}
