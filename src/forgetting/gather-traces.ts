import { handleOf } from "../interaction/address.ts";
import type { Reader } from "../ports.ts";
import type { Sitting } from "../shadowing/sitting.ts";
import type { Survey } from "../survey/survey.ts";
import { type Traces, tellingWords } from "./traces.ts";

/** What is kept about a customer by which they are recognised elsewhere, and where they were spoken to. */
export interface FoundTraces extends Traces {
  readonly addresses: readonly string[];
  /** What they are called: name, e-mail address and handles. */
  readonly names: readonly string[];
  /** The addresses of their conversations and direct lines. */
  readonly lanes: ReadonlySet<string>;
  readonly surveys: readonly Survey[];
  /** The sittings in which somebody read them. */
  readonly sittings: readonly Sitting[];
}

/** Gathers the traces of a customer while their rows are there. */
export async function gatherTraces(store: Reader, customerId: string): Promise<FoundTraces> {
  const where = { customerId };
  const customer = await store.get("customer", customerId);
  const addresses = (await store.list("identity", { where })).map(({ id }) => id);
  const [interactions, resolutions, surveys, responses] = await Promise.all([
    store.list("interaction", { where }),
    store.list("resolution", { where }),
    store.list("survey", { where }),
    store.list("response", { where }),
  ]);
  const [cases, enhancements, greetings, told] = await Promise.all([
    store.list("case", { where }),
    store.list("enhancement", { where }),
    store.list("greeting", { where }),
    store.list("told", { where }),
  ]);
  const interactionId = interactions.map(({ id }) => id);
  const sittings = await store.list("sitting", { where: { interactionId } });
  const listeners = await store.list("listener", { where: { interactionId } });
  const responseId = responses.map(({ id }) => id);
  const revisions = await store.list("revision", { where: { responseId } });
  const lanes = [...addresses, ...interactions.flatMap(({ conversation, askIn }) => [conversation, askIn])];
  const rows = [
    interactions,
    resolutions,
    surveys,
    responses,
    cases,
    enhancements,
    greetings,
    told,
    sittings,
    listeners,
  ];
  const ids = rows.flatMap((found: readonly { readonly id: string }[]) => found.map(({ id }) => id));
  const written = [
    ...[...responses, ...revisions].map(({ comment }) => comment),
    ...cases.flatMap(({ contactHow, outcome }) => [contactHow, outcome]),
    ...greetings.map(({ words }) => words),
  ];
  const tokens = surveys.map(({ token }) => token);
  const handles = addresses.map(handleOf);
  return {
    names: [customer?.email ?? null, customer?.name ?? null, ...handles].filter((name) => name !== null),
    ids: new Set([customerId, ...ids, ...lanes, ...tokens]),
    words: tellingWords(
      written.filter((text) => text !== null),
      [customer?.name ?? null, customer?.email ?? null],
    ),
    addresses,
    lanes: new Set(lanes),
    surveys,
    sittings,
  };
}
