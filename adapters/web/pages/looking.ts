import type { Context } from "hono";
import type { Session } from "../../../src/doors/session.ts";
import type { Person } from "../../../src/interaction/customer.ts";

/** Whoever runs the desk, by its key: an admin without a name. */
const KEEPER: Person = { address: "web:desk-key", role: "admin", name: null };

/** Who looks at a page about who may come in, and in which session; null for the key. */
export interface Looking {
  readonly by: Person;
  readonly session: Session | null;
}

/** Whoever looks, as themself. */
export function lookingAt(context: Context): Looking {
  const visitor = context.get("visitor");
  return visitor.kind === "key" ? { by: KEEPER, session: null } : { by: visitor.person, session: visitor.session };
}
