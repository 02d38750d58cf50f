import { isLive } from "../../src/doors/session.ts";
import type { Change } from "../../src/outcome.ts";
import type { PageDesk } from "./desk.ts";
import type { Entrant } from "./doors.ts";
import { type Followed, type Topic, topicsOf } from "./live.ts";

/** For as long as whoever looks is let in. */
function whileLetIn({ store, clock, settings }: PageDesk, entrant: Entrant): Followed["mayStay"] {
  if (entrant.kind === "key") return async () => true;
  return async () => {
    const session = await store.get("session", entrant.session.id);
    return session !== null && isLive(session, clock.now(), settings.doors.idleAfter);
  };
}

/** What a page of the desk hears, for as long as whoever looks is let in: names of what has changed, of which it asks for what it shows. */
export function followedBy(desk: PageDesk, entrant: Entrant): Followed {
  return { hears: topicsOf, mayStay: whileLetIn(desk, entrant) };
}

/** Whether the change is one of what is read of the conversation. */
function isOf({ table, row }: Change, interactionId: string): boolean {
  if (table === "interaction") return row.id === interactionId;
  return (table === "entry" || table === "listener") && row.interactionId === interactionId;
}

/** What the page of somebody who follows one conversation hears: that one alone. */
export function followedOne(desk: PageDesk, entrant: Entrant, interactionId: string): Followed {
  const hears = (change: Change): readonly Topic[] => (isOf(change, interactionId) ? ["conversation"] : []);
  return { hears, mayStay: whileLetIn(desk, entrant) };
}
