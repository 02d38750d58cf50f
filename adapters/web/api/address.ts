import type { Person } from "../../../src/interaction/customer.ts";
import type { NewInteraction } from "./schemas.ts";

/** Where the help-desk API is. */
export const API = "/api/v1";

const ADDRESS = /^[a-z]+:[^:\s]+:[^:\s]+$/;

/** The caller's id as part of an address of ours: no white space, and no slash, which parts a conversation from its entries. */
function addressPart(id: string): string {
  return id.replace(/[%/\s]/gu, encodeURIComponent);
}

/** Where an interaction of the API takes place. */
export function apiConversation(id: string): string {
  return `web:api:${addressPart(id)}`;
}

/** The caller's id of the interaction in a conversation; the conversation itself where it is none of the API's. */
export function callersId(conversation: string): string {
  const part = /^web:api:(.+)$/u.exec(conversation)?.[1];
  return part === undefined ? conversation : decodeURIComponent(part);
}

/** The id of an entry within its conversation. */
export function apiMessageId(id: string): string {
  return addressPart(id);
}

/** The customer a caller describes. */
export function apiCustomer(customer: NewInteraction["customer"]): Person {
  const { id, name = null, email = null, locale = null, zone = null } = customer;
  return { address: `api:${addressPart(id)}`, role: "customer", name, email, locale, zone };
}

/** A member of the team, by name or by address; nobody in particular is the help desk itself. */
export function apiAgent(named: string | undefined): Person {
  if (named === undefined) return { address: "api:help-desk", role: "agent", name: "Help desk" };
  if (ADDRESS.test(named)) return { address: named, role: "agent" };
  return { address: `api:agent:${addressPart(named)}`, role: "agent", name: named };
}

/** The help desk's own remarks. */
export const API_SYSTEM: Person = { address: "api:help-desk", role: "bot" };
