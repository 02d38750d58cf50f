import type { Context, MiddlewareHandler } from "hono";
import { acceptedLanguages } from "./accepted-languages.ts";
import { createBudget, retryAfter } from "./budget.ts";
import { callerOf } from "./caller.ts";
import type { PageDesk } from "./desk.ts";
import { refusalPage } from "./refusal-page.ts";

/** How often a minute doors may be used that stand open to whoever has a link. */
export interface DoorBudgets {
  /** Things sent by one survey's link: far more than a person taps, and each costs a save. */
  readonly perLink: number;
  /** Requests from one network address at all doors together: a house of two hundred people who answer in the same minute stays below it. */
  readonly perAddress: number;
}

export const DOOR_BUDGETS: DoorBudgets = { perLink: 150, perAddress: 600 };

/** Doors at which anybody may knock who has a link, or wants to sign in; the chat has limits of its own, which a desk may set. */
const DOORS = /^(?:\/desks\/[^/]+)?\/(?:survey|enter|join|sign-in)(?:\/|$)/;
/** This machine itself, by IPv4, IPv6 or without a network: its owner, or a proxy of which nobody has told, behind which all customers are. */
const HERE = /^(?:127\.|0:0:0:0$|$)/;

function refuse(context: Context, { wording, settings }: PageDesk, wait: number): Response | Promise<Response> {
  context.header("Retry-After", retryAfter(wait));
  const lang = wording.choose(...acceptedLanguages(context), settings.desk.locale);
  const title = wording.say(lang, "refusal.tooOftenTitle");
  return refusalPage(context, { status: 429, title, text: wording.say(lang, "refusal.tooOften"), lang });
}

/** Has one network address knock so often a minute at the doors that need no session, all together; speaks for the desk where it refuses. */
export function doorBudget(desk: PageDesk, hasPublicUrl: boolean, most: number): MiddlewareHandler {
  const knocks = createBudget();
  return async (context, next) => {
    if (!DOORS.test(context.req.path)) return next();
    const caller = callerOf(context, hasPublicUrl);
    const wait = HERE.test(caller) ? 0 : knocks.take(caller, most, desk.clock.now());
    return wait === 0 ? next() : refuse(context, desk, wait);
  };
}
