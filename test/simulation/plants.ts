import type { Change } from "../../src/outcome.ts";
import type { Saved, Store } from "../../src/ports.ts";

/** A fault put on purpose between the program and its rows, which the checkers must find. */
export type Plant = (store: Store) => Store;

type Save = Store["save"];

/** The store with another way of saving. */
function saving(store: Store, save: (inner: Save, ...given: Parameters<Save>) => Promise<Saved>): Store {
  const inner: Save = (desk, event, changes) => store.save(desk, event, changes);
  return { ...store, at: (desk) => store.at(desk), save: (...given) => save(inner, ...given) };
}

/** The store that keeps something else than it is given. */
function keeping(change: (one: Change) => readonly Change[]): Plant {
  return (store) => saving(store, (inner, desk, event, changes) => inner(desk, event, changes.flatMap(change)));
}

function isPost(one: Change): one is Extract<Change, { table: "post" }> {
  return one.table === "post";
}

const droppedMessages = (): Plant => (store) => {
  let count = 0;
  return saving(store, async (inner, desk, event, changes) => {
    if (changes.some(({ table }) => table === "entry") && ++count % 20 === 0) return "saved";
    return inner(desk, event, changes);
  });
};

/** By what they do. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  "a message is acknowledged and not kept": (store) => droppedMessages()(store),
  "a card stands twice": keeping((one) => {
    if (!isPost(one) || one.row.version > 0 || one.row.message.caseId === undefined) return [one];
    return [one, { ...one, row: { ...one.row, id: `${one.row.id}b` } }];
  }),
  "an opt-out is not kept": keeping((one) =>
    one.table === "customer" ? [{ ...one, row: { ...one.row, optedOutAt: null } }] : [one],
  ),
  "a customer's zone is lost": keeping((one) =>
    one.table === "customer" ? [{ ...one, row: { ...one.row, zone: null } }] : [one],
  ),
  "a team reads what is another's": keeping((one) =>
    isPost(one) && /1NORTH|:501:|team:north/.test(one.row.lane)
      ? [{ ...one, row: { ...one.row, lane: "web:team:south" } }]
      : [one],
  ),
  "a fate is wrong": keeping((one) =>
    one.table === "resolution" && one.row.fate === "silent"
      ? [{ ...one, row: { ...one.row, fate: "declined" as const } }]
      : [one],
  ),
  "a detractor has no case": keeping((one) =>
    one.table === "case" || one.table === "step" || (isPost(one) && one.row.message.caseId !== undefined) ? [] : [one],
  ),
  "a digest is not posted": keeping((one) => (isPost(one) && one.row.message.kind === "digest" ? [] : [one])),
  "a survey is looked at an hour late": (store) => ({
    ...store,
    at: (desk) => store.at(desk),
    due: (table, now, limit) => store.due(table, table === "survey" ? now - 3_600_000 : now, limit),
  }),
  "the inbox forgets": (store) =>
    saving(store, (inner, desk, event, changes) => inner(desk, { ...event, id: null }, changes)),
};
