import type { Context } from "hono";
import type { Person, Role } from "../../../src/interaction/customer.ts";
import type { PageDesk } from "../desk.ts";
import { agentNamed, executiveNamed, leadNamed, nameFrom } from "./people.ts";

/** Who sits at a page of the team, and acts there. */
export interface Seated {
  readonly by: Person;
  /** The name they gave with the desk's key, carried along in addresses; null for somebody who is signed in. */
  readonly name: string | null;
}

/** In which role whoever has the desk's key acts at a page, under the name they gave. */
export type SeatRole = "agent" | "lead" | "executive";

const NAMED: Readonly<Record<SeatRole, (name: string) => Person>> = {
  agent: agentNamed,
  lead: leadNamed,
  executive: executiveNamed,
};

/** Whoever is signed in; with the desk's key whoever goes by the name, the one in their form first, and nobody where there is none. */
export function seatedAt(context: Context, as: SeatRole, given?: string): Seated | null {
  const visitor = context.get("visitor");
  if (visitor.kind === "session") return { by: visitor.person, name: null };
  const name = nameFrom(given) ?? visitor.name;
  return name === null ? null : { by: NAMED[as](name), name };
}

/** Where whoever holds the desk's key is found who gave no name: they read, and act nowhere. */
export const NAMELESS = "web:desk";

/** Whoever looks at a page that needs no name: who is signed in, who goes by a name, else whoever holds the desk's key. */
export function readerAt(context: Context): Person {
  return seatedAt(context, "lead")?.by ?? { address: NAMELESS, role: "lead", name: null };
}

/** The role of whoever is signed in; null for the desk's key. */
export function guestAt({ by, name }: Seated): Role | null {
  return name === null && by.address !== NAMELESS ? by.role : null;
}

/** Address of a page of the desk with its query, and the name of whoever sits there with the key. Nothing stands for null. */
export function pagePath(
  desk: Pick<PageDesk, "path">,
  seated: Pick<Seated, "name"> | null,
  path: string,
  query: Readonly<Record<string, string | null>> = {},
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, name: seated?.name ?? null }))
    if (value !== null) params.set(key, value);
  return `${desk.path(path)}${params.size === 0 ? "" : `?${params}`}`;
}

/** The hidden field that carries the name along; none for somebody who is signed in. */
export function nameField(seated: Pick<Seated, "name">): Readonly<Record<string, string>> {
  return seated.name === null ? {} : { name: seated.name };
}
