import type { Band } from "../survey/score.ts";
import type { Case } from "./case.ts";
import { isCaseOpen, isContactDue } from "./case.ts";

/** The lists in which cases are read: `late` are those whose customer should have heard from somebody, `all` those that are closed too. */
export const CASE_LISTS = ["open", "mine", "nobody", "late", "closed", "all"] as const;
export type CaseList = (typeof CASE_LISTS)[number];

/** What narrows the lists; every condition must hold. */
export interface CaseSought {
  readonly product?: string;
  /** Address of whoever has the case. */
  readonly owner?: string;
  readonly score?: number;
  readonly band?: Band;
  /** When the case was opened: from the first moment to before the second, milliseconds. */
  readonly opened?: { readonly from: number; readonly to: number };
}

/** Where a case stands in a list: by how it presses, then by when, then by its id. */
export interface CasePlace {
  /** 0: somebody has to be in touch; 1: open; 2: closed. */
  readonly urgency: 0 | 1 | 2;
  /** Milliseconds; of a closed case those of its closing below zero, so that the latest stands first. */
  readonly urgentAt: number;
  readonly id: string;
}

/** Who asks for a list, and when. */
export interface CaseLook {
  /** Their address: `mine` are the cases of this person. */
  readonly reader: string | null;
  readonly now: number;
}

/** One page of a list. */
export interface CaseListWish extends CaseLook {
  readonly list: CaseList;
  readonly sought: CaseSought;
  /** The page that follows this place. */
  readonly after: CasePlace | null;
  readonly limit: number;
}

export type CaseCounts = Readonly<Record<CaseList, number>>;

/** Somebody who has open cases, and how many. */
export interface CaseHolder {
  readonly address: string;
  readonly name: string | null;
  readonly count: number;
}

/** Where the case stands in every list. */
export function placeOf(item: Case): CasePlace {
  if (!isCaseOpen(item)) return { urgency: 2, urgentAt: -(item.closedAt ?? item.contactBy), id: item.id };
  return { urgency: isContactDue(item) ? 0 : 1, urgentAt: item.contactBy, id: item.id };
}

/** Whether the first place comes before the second. */
export function comparePlaces(one: CasePlace, other: CasePlace): number {
  const byId = one.id < other.id ? -1 : Number(one.id > other.id);
  return one.urgency - other.urgency || one.urgentAt - other.urgentAt || byId;
}

/** Whether somebody should have been in touch by now. */
export function isLate(item: Case, now: number): boolean {
  return isContactDue(item) && item.contactBy < now;
}

/** Whether the case is on the list. */
export function isOnList(item: Case, list: CaseList, { reader, now }: CaseLook): boolean {
  switch (list) {
    case "open":
      return isCaseOpen(item);
    case "mine":
      return isCaseOpen(item) && reader !== null && item.ownerAddress === reader;
    case "nobody":
      return isCaseOpen(item) && item.ownerAddress === null;
    case "late":
      return isLate(item, now);
    case "closed":
      return !isCaseOpen(item);
    case "all":
      return true;
  }
}

/** A place as an address has it: `0.1795000000000.019a`. */
export function placeText({ urgency, urgentAt, id }: CasePlace): string {
  return `${urgency}.${urgentAt}.${id}`;
}

/** The place that an address names; null where it is none. */
export function readPlace(text: string): CasePlace | null {
  const [, urgency, at, id] = /^([012])\.(-?\d{1,15})\.([A-Za-z0-9_-]{1,64})$/.exec(text) ?? [];
  if (urgency === undefined || at === undefined || id === undefined) return null;
  return { urgency: Number(urgency) as CasePlace["urgency"], urgentAt: Number(at), id };
}
