import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { handleOf } from "../interaction/address.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Response } from "../survey/response.ts";
import { type Cord, isUnhappy, unhappySince } from "./cord.ts";

/** So many of a line's cords are looked through for an answer that one of them holds: older ones are long over. */
const MOST_CORDS = 50;
/** Most answers that are looked at for a run. */
const MOST_ANSWERS = 1_000;

/** The cord that stands pulled on the line, or null. */
export async function standingOn({ store }: Pick<Context, "store">, line: string): Promise<Cord | null> {
  const [cord] = await store.list("cord", { where: { line, state: "pulled" }, limit: 1 });
  return cord ?? null;
}

/** The cords of the line, those that were pulled last. */
export function cordsOn({ store }: Pick<Context, "store">, line: string): Promise<Cord[]> {
  return store.list("cord", { where: { line }, orderBy: "pulledAt", descending: true, limit: MOST_CORDS });
}

/** Every cord that stands pulled, the oldest first. */
export function standingCords(store: Reader): Promise<Cord[]> {
  return store.list("cord", { where: { state: "pulled" }, orderBy: "pulledAt" });
}

/** Who answers for the product by the settings; null where nobody is named. */
export function ownerOf({ products }: Settings, line: string): string | null {
  return products.find(({ id }) => id === line)?.owner ?? null;
}

/** What the product's owner is called; one who never acted here goes by the last part of the address, and null where nobody is named. */
export async function ownerName(context: Pick<Context, "store" | "settings">, line: string): Promise<string | null> {
  const owner = ownerOf(context.settings, line);
  if (owner === null) return null;
  return (await customerAt(context, owner))?.name ?? handleOf(owner);
}

/** The ids of those answers given here that are a detractor's since a moment within the span before `at`, and after `after`. */
async function freshAmong(
  { store, settings }: Context,
  answers: readonly Response[],
  { at, after }: { readonly at: number; readonly after: number },
): Promise<Set<string>> {
  const ids = answers.map(({ id }) => id);
  const all = await gatherById(ids, (some) => store.list("revision", { where: { responseId: some } }));
  const isFresh = (id: string) => {
    const given = all.filter(({ responseId }) => responseId === id).toSorted((one, other) => one.number - other.number);
    const since = given[0]?.via === "import" ? null : unhappySince(given);
    return since !== null && since > after && since >= at - settings.recovery.cordWithin && since <= at;
  };
  return new Set(ids.filter(isFresh));
}

/**
 * The unhappy answers on the product that came within the desk's span before `at` and that no cord of its line holds, oldest first:
 * what came before the last of these was answered is over with it.
 */
export async function runOn(context: Context, product: string, at: number): Promise<Response[]> {
  const { store, settings } = context;
  const unhappy = { product, band: "detractor", excluded: null } as const;
  const since = { changedAt: at - settings.recovery.cordWithin };
  const found = await store.list("response", {
    ...{ where: unhappy, atLeast: since },
    ...{ orderBy: "changedAt", limit: MOST_ANSWERS },
  });
  const answers = found.filter(isUnhappy);
  const cords = await cordsOn(context, product);
  const held = new Set(cords.flatMap(({ responses }) => responses));
  const after = Math.max(-1, ...cords.flatMap(({ answeredAt }) => answeredAt ?? []));
  const free = answers.filter(({ id }) => !held.has(id));
  const fresh = await freshAmong(context, free, { at, after });
  return free.filter(({ id }) => fresh.has(id));
}
