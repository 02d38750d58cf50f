import type { Person } from "../../../src/interaction/customer.ts";
import type { NewInteraction } from "./schemas.ts";

/** Where the help-desk API is. */
export const API = "/api/v1";

/** An address where somebody of the team may be: no customer's of ours. */
const ADDRESS = /^(?!api:(?!agent:)|web:(?!agent:))[a-z]+:[^:\s]+:[^:\s]+$/;
/** Where the help desk itself is, which is nobody in particular. */
const HELP_DESK = "help-desk";
/** What addresses of the team's people begin with, and the help desk's own: no customer's may. */
const TEAMS_OWN = new RegExp(`^(?:${HELP_DESK}$|agent:)`);

/** The caller's id as part of an address of ours: no white space, and no slash, which parts a conversation from its entries. */
function addressPart(id: string): string {
  return id.replace(/[%/\s]/gu, encodeURIComponent);
}

/** Where an interaction of the API takes place. */
export function apiConversation(id: string): string {
  return `web:api:${addressPart(id)}`;
}

/** The id of an entry within its conversation. */
export function apiMessageId(id: string): string {
  return addressPart(id);
}

/** A customer's id as part of their address: one that reads like the team's own has its first character written by its number. */
function customerPart(id: string): string {
  const part = addressPart(id);
  return TEAMS_OWN.test(part) ? `%${part.charCodeAt(0).toString(16)}${part.slice(1)}` : part;
}

/** The customer a caller describes. */
export function apiCustomer(customer: NewInteraction["customer"]): Person {
  const { id, name = null, email = null, locale = null, zone = null, key } = customer;
  const isKey = key === undefined ? {} : { isKey: key };
  return { address: `api:${customerPart(id)}`, role: "customer", name, email, locale, zone, ...isKey };
}

/** A member of the team, by name or by address. */
export function namedColleague(named: string): Person {
  if (ADDRESS.test(named)) return { address: named, role: "agent" };
  return { address: `api:agent:${addressPart(named)}`, role: "agent", name: named };
}

/** The same; nobody in particular is the help desk itself. */
export function apiAgent(named: string | undefined): Person {
  if (named === undefined) return { address: `api:${HELP_DESK}`, role: "agent", name: "Help desk" };
  return namedColleague(named);
}

/** The help desk's own remarks. */
export const API_SYSTEM: Person = { address: `api:${HELP_DESK}`, role: "bot" };
