import { dayOf } from "../calendar/local-time.ts";
import { WITHDRAWN } from "../survey/response.ts";
import type { Digest } from "./document.ts";
import type { ByReason } from "./fates.ts";

/** Words of the program's own and ids of products: texts under other keys may be somebody's words or name. */
const PLAIN_TEXTS = new Set([
  ...["week", "zone", "team", "from", "to", "scale", "sample", "verdict", "method", "product", "since", "lastQuarter"],
  ...["theme", "dictionary", "direction", "declared", "against", "unusual", "cause", "state", "fate"],
  ...["was", "measure", "outcome", "on", "more"],
]);
/** Whose length alone is a figure. */
const COUNTED = new Set(["keyCustomers", "begging"]);
/** What is quoted: an answer may be forgotten later, and its words with it. */
const QUOTED = new Set(["verbatims", "unmatched", "newest", "reasons", "conversations", "listed"]);

/** The figures of a digest without anybody's words, names and ids: what stays the same whoever is forgotten later. */
export type Figures = Readonly<Record<string, unknown>>;

function plain(key: string, value: unknown): unknown {
  if (QUOTED.has(key)) return undefined;
  if (typeof value === "string") return PLAIN_TEXTS.has(key) ? value : undefined;
  if (Array.isArray(value)) {
    if (COUNTED.has(key)) return value.length;
    return value.map((item) => plain(key, item)).filter((item) => item !== undefined);
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(name, member)]));
}

/** A reason as the program and the platforms name it. */
const CODE = /^[a-z0-9][a-z0-9_-]{0,60}$/;

function named(reasons: Iterable<string>, isCode: (reason: string) => boolean): ReadonlyMap<string, string> {
  const all = [...new Set(reasons)].sort();
  const own = all.filter((reason) => !isCode(reason));
  return new Map(all.map((reason) => [reason, isCode(reason) ? reason : `reason-${own.indexOf(reason) + 1}`]));
}

/** Names for the reasons for which answers were left out: the team's are their own words, and are numbered in the order of the words. */
export function exclusionNames(reasons: Iterable<string>): ReadonlyMap<string, string> {
  return named(reasons, (reason) => reason === WITHDRAWN);
}

/** Names for the reasons of fates: whole sentences of a platform are numbered in their order. */
export function fateNames(reasons: Iterable<string>): ReadonlyMap<string, string> {
  return named(reasons, (reason) => CODE.test(reason));
}

function renamed(reasons: ByReason, names: ReadonlyMap<string, string>): ByReason {
  return Object.fromEntries(Object.entries(reasons).map(([reason, count]) => [names.get(reason) ?? reason, count]));
}

/** The figures of the document; of decisions the day, on its clock. A number that documents get later is among them without a word here; a text is not. */
export function figuresOf(document: Digest): Figures {
  const { setAside, fates, id } = document;
  const board = document.board.map(({ decision, ...row }) => ({
    ...row,
    decision: decision && { verdict: decision.verdict, on: dayOf(decision.at, id.zone).toString() },
  }));
  const excluded = renamed(setAside.excluded, exclusionNames(Object.keys(setAside.excluded)));
  const undeliverable = renamed(fates.undeliverable, fateNames(Object.keys(fates.undeliverable)));
  const notAsked = renamed(fates.notAsked, fateNames(Object.keys(fates.notAsked)));
  return plain("", {
    ...document,
    board,
    setAside: { ...setAside, excluded },
    fates: { ...fates, undeliverable, notAsked },
  }) as Figures;
}
