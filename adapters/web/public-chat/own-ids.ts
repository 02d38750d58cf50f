import { secretHash } from "../../../src/doors/link.ts";
import type { PageDesk } from "../desk.ts";
import { customerOf, ownChats } from "../pages/customer/chat.ts";

/** Which conversations a customer has. */
export interface OwnIds {
  /** The asked one where it is theirs, else the one they were last in; null before the first. */
  readonly latest: string | null;
  /** What one that is to begin is called: the same until it has begun, so that what is typed meanwhile stays. */
  readonly fresh: string;
}

/** How the ids of a customer's conversations begin: nobody else's begin so, and nobody can tell from it who they are. */
export async function ownPrefix(me: string): Promise<string> {
  return (await secretHash(`chats of ${me}`)).slice(0, 16);
}

/** Finds the conversations of the customer, of whom nobody is told what they ask for and is not theirs. */
export async function ownIds(desk: PageDesk, me: string, asked: string | null): Promise<OwnIds> {
  const prefix = await ownPrefix(me);
  const own = await ownChats(desk, await customerOf(desk, me));
  const next = (await secretHash(`${me} ${own.length} ${own[0] ?? ""}`)).slice(0, 10);
  const isTheirs = asked?.startsWith(`${prefix}-`) === true;
  return { latest: (isTheirs ? asked : own[0]) ?? null, fresh: `${prefix}-${next}` };
}
